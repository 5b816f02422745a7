//! Which file of a catalogue is what, by its path alone.

use std::collections::BTreeSet;

use crate::model::{Form, Kind};
use crate::rules::{Stray, StrayKind};

/// What a file of the catalogue is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// `site.toml`.
    Config,
    /// A descriptor: what of, the name of its file or folder, and how it is kept.
    Descriptor(Kind, String, Form),
    /// A file of a dataset's folder: the folder's name and the path below it.
    Hosted(String, String),
    /// A file that is copied as it is: the path below `content/static/`.
    Static(String),
    /// A folder of a dataset that is kept for later: `discussions/`, `community/`.
    Reserved,
    /// A file that belongs nowhere.
    Stray(StrayKind),
    /// Not part of the content: hidden files, themes, anything outside `content/`.
    Outside,
}

/// Folders of a dataset that hold something else than its files.
pub const RESERVED: [&str; 2] = ["discussions", "community"];

/// Tells what each path is. Paths are below the catalogue's root with `/` between names.
pub fn roles<'a>(paths: impl Iterator<Item = &'a str> + Clone) -> Vec<Role> {
    let mut described = BTreeSet::new();
    for path in paths.clone() {
        if let Role::Descriptor(Kind::Dataset, name, _) = role(path) {
            described.insert(name);
        }
    }
    let settle = |path: &'a str| match role(path) {
        Role::Hosted(folder, _) if !described.contains(&folder) => Role::Stray(StrayKind::Unclaimed),
        role => role,
    };
    paths.map(settle).collect()
}

/// The strays among some paths, sorted.
pub fn strays<'a>(paths: impl Iterator<Item = &'a str> + Clone) -> Vec<Stray> {
    let roles = roles(paths.clone());
    let strays = paths.zip(roles).filter_map(|(path, role)| match role {
        Role::Stray(kind) => Some(Stray { path: path.to_owned(), kind }),
        _ => None,
    });
    let mut strays: Vec<Stray> = strays.collect();
    strays.sort();
    strays
}

/// The folder that holds the files of the thing whose descriptor is at `path`, below the root.
pub fn folder_of(path: &str, form: Form) -> &str {
    match form {
        Form::Folder | Form::FolderMarkdown => path.rsplit_once('/').map_or("", |(folder, _)| folder),
        Form::File | Form::Markdown => path.rsplit_once('.').map_or(path, |(stem, _)| stem),
    }
}

fn role(path: &str) -> Role {
    if path == "site.toml" {
        return Role::Config;
    }
    let names: Vec<&str> = path.split('/').collect();
    if names[0] != "content" || names.len() < 2 || names.iter().any(|name| name.starts_with('.')) {
        return Role::Outside;
    }
    if !names.iter().all(|name| is_portable(name)) {
        return Role::Stray(StrayKind::BadName);
    }
    match (Kind::of_folder(names[1]), &names[2..]) {
        (None, rest) if names[1] == "static" && !rest.is_empty() => Role::Static(rest.join("/")),
        (None, rest) => Role::Stray(if rest.is_empty() { StrayKind::Unclaimed } else { StrayKind::UnknownFolder }),
        (Some(_), []) => Role::Stray(StrayKind::Unclaimed),
        (Some(kind), [file]) => descriptor_file(kind, file),
        (Some(kind), [folder, rest @ ..]) => in_folder(kind, folder, rest),
    }
}

fn descriptor_file(kind: Kind, file: &str) -> Role {
    match file.rsplit_once('.') {
        Some((name, "yaml" | "yml")) => Role::Descriptor(kind, name.to_owned(), Form::File),
        Some((name, "md")) => Role::Descriptor(kind, name.to_owned(), Form::Markdown),
        _ => Role::Stray(StrayKind::Unclaimed),
    }
}

fn in_folder(kind: Kind, folder: &str, rest: &[&str]) -> Role {
    if let [file] = rest {
        match file.rsplit_once('.') {
            Some((name, "yaml" | "yml")) if name == kind.name() => {
                return Role::Descriptor(kind, folder.to_owned(), Form::Folder);
            }
            Some((name, "md")) if name == kind.name() => {
                return Role::Descriptor(kind, folder.to_owned(), Form::FolderMarkdown);
            }
            _ => {}
        }
    }
    match kind {
        Kind::Dataset if RESERVED.contains(&rest[0]) && rest.len() > 1 => Role::Reserved,
        Kind::Dataset => Role::Hosted(folder.to_owned(), rest.join("/")),
        _ => Role::Stray(StrayKind::Unclaimed),
    }
}

/// Whether every system can have a file of this name, and no address needs guessing.
pub(crate) fn is_portable(name: &str) -> bool {
    let refused = |c: char| c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\');
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let device = crate::slug::Slug::new(&stem).is_none() && stem.len() <= 4 && is_device(&stem);
    !name.is_empty() && name.len() <= 200 && !name.contains(refused) && !name.ends_with(['.', ' ']) && !device
}

fn is_device(stem: &str) -> bool {
    matches!(stem, "con" | "prn" | "aux" | "nul") || stem.starts_with("com") || stem.starts_with("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(path: &str, expected: Role) {
        let all = ["content/datasets/a/dataset.yaml", path];
        assert_eq!(roles(all.into_iter())[1], expected, "{path}");
    }

    #[test]
    fn a_path_tells_what_a_file_is() {
        case("site.toml", Role::Config);
        case("content/datasets/b.md", Role::Descriptor(Kind::Dataset, "b".into(), Form::Markdown));
        case("content/people/p/person.yml", Role::Descriptor(Kind::Person, "p".into(), Form::Folder));
        case("content/datasets/a/dataset.md", Role::Descriptor(Kind::Dataset, "a".into(), Form::FolderMarkdown));
        case("content/datasets/a/x/y.csv", Role::Hosted("a".into(), "x/y.csv".into()));
        case("content/datasets/a/discussions/1.md", Role::Reserved);
        case("content/datasets/z/y.csv", Role::Stray(StrayKind::Unclaimed));
        case("content/static/img/logo.svg", Role::Static("img/logo.svg".into()));
        case("content/notes.txt", Role::Stray(StrayKind::Unclaimed));
        case("content/data/x.csv", Role::Stray(StrayKind::UnknownFolder));
        case("content/datasets/a/con.csv", Role::Stray(StrayKind::BadName));
        case("content/datasets/a/.DS_Store", Role::Outside);
        case("themes/default/x.css", Role::Outside);
    }
}
