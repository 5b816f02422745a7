//! Operations on the resources of a dataset.

use serde_json::{Value as Json, json};

use super::make::Done;
use super::operation::{Given, Leftover, Operation};
use super::refusal::Refusal;
use super::text::Change;
use super::workspace::{Action, Found, Workspace};
use crate::descriptor::{resource_fields, sorted};
use crate::layout::{RESERVED, folder_of, is_portable};
use crate::model::{Dataset, Extras, HostedFile, Resource};
use crate::slug::Slug;
use crate::source::{KeyPath, Segment};
use crate::text::address;

/// A safe name for a file that comes from elsewhere: its own, unless some system would refuse it.
pub fn safe_name(name: &str) -> String {
    let name = name.trim_start_matches('.');
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    if is_portable(name) && name.chars().all(plain) {
        return name.to_owned();
    }
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = Slug::from_text(stem);
    let extension: String = extension.chars().filter(char::is_ascii_alphanumeric).collect();
    if extension.is_empty() { stem.to_string() } else { format!("{stem}.{}", extension.to_ascii_lowercase()) }
}

/// Whether a file of a dataset may have this path below its folder: no way out, no descriptor, nothing
/// that is kept for other uses.
fn is_file_path(path: &str) -> bool {
    let names: Vec<&str> = path.split('/').collect();
    let is_descriptor = names.len() == 1 && ["dataset.yaml", "dataset.yml", "dataset.md"].contains(&path);
    let is_reserved = names.len() > 1 && RESERVED.contains(&names[0]);
    let is_fine = |name: &&str| is_portable(name) && !name.starts_with('.');
    names.iter().all(is_fine) && !is_descriptor && !is_reserved
}

pub(super) fn add(
    workspace: &mut Workspace<'_>,
    operation: &Operation,
    values: &Extras,
    given: Option<&Given>,
) -> Result<Done, Refusal> {
    let (slug, found) = target(workspace, operation)?;
    let mut values = values.clone();
    if let Some(given) = given {
        let path = deposit(workspace, &found, given, None)?;
        if !values.contains_key("title") {
            values.insert(String::from("title"), json!(title_of(&path)));
        }
        values.insert(String::from("path"), json!(path));
    } else {
        let url = values.get("url").and_then(Json::as_str).filter(|url| !url.trim().is_empty());
        let url = url.or_else(|| values.get("path").and_then(Json::as_str)).ok_or(Refusal::NoLocation)?;
        if !values.contains_key("title") {
            values.insert(String::from("title"), json!(title_of_url(url)));
        }
    }
    if !values.contains_key("id") {
        values.insert(String::from("id"), json!((workspace.new_id)().to_string()));
    }
    let id = values.get("id").and_then(Json::as_str).and_then(|id| uuid::Uuid::try_parse(id).ok());
    let value = Json::Object(sorted(resource_fields(), &values));
    let mut done = Done::new(operation, &slug, &found.path);
    done.changes = workspace.edit(&found.path, &slug, &[Change::Add(KeyPath::of("resources"), value)])?;
    done.id = id;
    Ok(done)
}

pub(super) fn update(
    workspace: &mut Workspace<'_>,
    operation: &Operation,
    name: &str,
    changes: &[Change],
    given: Option<&Given>,
) -> Result<Done, Refusal> {
    let (slug, found) = target(workspace, operation)?;
    let dataset = workspace.dataset(&found)?;
    let resource = resource_of(&dataset, name)?;
    let below = resource.key_path();
    let is_kept = |change: &Change| change.path().segments().len() == 1 && keeps(&dataset, resource, change.path());
    let mut all =
        if given.is_some() || changes.iter().any(is_kept) { kept_ids(&dataset, resource) } else { Vec::new() };
    if let Some(given) = given {
        let path = deposit(workspace, &found, given, resource.path())?;
        if resource.url().is_some() {
            all.push(Change::Unset(below.key("url")));
        }
        all.push(Change::Set(below.key("path"), json!(path)));
        // What was declared of the old file is not true of the new one, and is found by itself.
        all.extend(["size", "checksum"].map(|key| Change::Unset(below.key(key))));
        let today = json!(workspace.inputs.now.to_string());
        all.push(Change::Set(below.key("modified"), today.clone()));
        if dataset.modified.is_some() {
            all.push(Change::Set(KeyPath::of("modified"), today));
        }
    }
    all.extend(changes.iter().map(|change| within(&below, change)));
    let mut done = Done::new(operation, &slug, &found.path);
    done.id = Some(resource.identity.uuid);
    done.changes = workspace.edit(&found.path, &slug, &all)?;
    Ok(done)
}

/// The ids that are derived and would be others after these changes of a dataset, written down.
pub(super) fn ids_to_keep(dataset: &Dataset, changes: &[Change]) -> Vec<Change> {
    let moved = |resource: &&Resource| {
        let below = resource.key_path();
        changes.iter().any(|change| {
            let path = change.path();
            path.parent().as_ref() == Some(&below) && keeps(dataset, resource, path)
        })
    };
    let mut all: Vec<Change> = Vec::new();
    for change in dataset.resources.iter().filter(moved).flat_map(|resource| kept_ids(dataset, resource)) {
        if !all.contains(&change) {
            all.push(change);
        }
    }
    all
}

fn is_at_one_address(one: &Resource, other: &Resource) -> bool {
    (one.url(), one.path()) == (other.url(), other.path())
}

/// Whether a change of this key of a resource makes a derived id another one: ids come of addresses, and of titles
/// where several resources share one.
fn keeps(dataset: &Dataset, resource: &Resource, key: &KeyPath) -> bool {
    let is_shared = || dataset.resources.iter().filter(|other| is_at_one_address(resource, other)).count() > 1;
    match key.segments().last() {
        Some(Segment::Key(name)) if matches!(&**name, "url" | "path") => true,
        Some(Segment::Key(name)) => &**name == "title" && is_shared(),
        _ => false,
    }
}

/// Writes down the derived ids of a resource and of those that share its address.
fn kept_ids(dataset: &Dataset, resource: &Resource) -> Vec<Change> {
    let all = dataset.resources.iter().filter(|other| !other.identity.declared && is_at_one_address(resource, other));
    all.map(|other| Change::Set(other.key_path().key("id"), json!(other.identity.uuid.to_string()))).collect()
}

pub(super) fn remove(
    workspace: &mut Workspace<'_>,
    operation: &Operation,
    name: &str,
    leftover: Leftover,
) -> Result<Done, Refusal> {
    let (slug, found) = target(workspace, operation)?;
    let dataset = workspace.dataset(&found)?;
    let resource = resource_of(&dataset, name)?;
    let mut done = Done::new(operation, &slug, &found.path);
    done.id = Some(resource.identity.uuid);
    let mut all = kept_ids(&dataset, resource);
    all.retain(|change| *change.path() != resource.key_path().key("id"));
    all.push(Change::Unset(resource.key_path()));
    done.changes = workspace.edit(&found.path, &slug, &all)?;
    let files = workspace.files(&found.name);
    let is_shared = |path: &str| dataset.resources.iter().filter(|other| other.path() == Some(path)).count() > 1;
    let file = resource.hosted(files).map(|file| file.path.clone()).filter(|path| !is_shared(path));
    if let (Some(file), Leftover::Removed) = (file, leftover) {
        let path = format!("{}/{file}", folder_of(&found.path, found.form));
        workspace.actions.push(Action::Remove { path });
        if let Some(files) = workspace.inputs.files.get_mut(&found.name) {
            files.retain(|known| known.path != file);
        }
    }
    Ok(done)
}

fn target(workspace: &Workspace<'_>, operation: &Operation) -> Result<(String, Found), Refusal> {
    let slug = operation.slug.as_deref().ok_or(Refusal::NoName)?;
    Ok((slug.to_owned(), workspace.find(slug)?))
}

/// The one resource that is called so: by its id, its path, its address or its place from 0.
fn resource_of<'d>(dataset: &'d Dataset, name: &str) -> Result<&'d Resource, Refusal> {
    let id = uuid::Uuid::try_parse(name).ok();
    let index = name.parse::<usize>().ok();
    let is_it = |resource: &&Resource| {
        id == Some(resource.identity.uuid)
            || resource.path().is_some_and(|path| path.trim_start_matches("./") == name.trim_start_matches("./"))
            || resource.url() == Some(name)
    };
    let mut found = dataset.resources.iter().filter(is_it);
    let by_index = || dataset.resources.iter().find(|resource| Some(resource.index) == index);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (None, None) => by_index().ok_or_else(|| Refusal::NoResource(dataset.slug().to_owned(), name.to_owned())),
        _ => Err(Refusal::NoResource(dataset.slug().to_owned(), name.to_owned())),
    }
}

fn within(below: &KeyPath, change: &Change) -> Change {
    let path = change.path().segments().iter().fold(below.clone(), |mut path, segment: &Segment| {
        path.push(segment.clone());
        path
    });
    match change {
        Change::Set(_, value) => Change::Set(path, value.clone()),
        Change::Unset(_) => Change::Unset(path),
        Change::Add(_, value) => Change::Add(path, value.clone()),
        Change::Take(_, value) => Change::Take(path, value.clone()),
    }
}

/// Puts a file into the folder of a dataset; its path there. `old` is the file it takes the place of.
fn deposit(workspace: &mut Workspace<'_>, found: &Found, given: &Given, old: Option<&str>) -> Result<String, Refusal> {
    let folder = folder_of(&found.path, found.form).to_owned();
    let own = given.origin.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // A file that lies there already is only described.
    let inside = given.within.as_ref().and_then(|path| path.strip_prefix(&format!("{folder}/")));
    if let (Some(path), None) = (inside, &given.name)
        && is_file_path(path)
    {
        return Ok(path.to_owned());
    }
    let old = old.map(|path| path.trim_start_matches("./").to_owned());
    let path = match (&given.name, &old) {
        (Some(name), _) => name.clone(),
        (None, Some(old)) => {
            let extension = |path: &str| path.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
            if extension(&own) != extension(old) {
                return Err(Refusal::OtherFormat(own, old.clone()));
            }
            old.clone()
        }
        (None, None) => safe_name(&own),
    };
    if !is_file_path(&path) {
        return Err(Refusal::BadFileName(path));
    }
    let files = workspace.inputs.files.entry(found.name.clone()).or_default();
    let there = files.iter().any(|file| file.path.to_lowercase() == path.to_lowercase());
    let over = old.as_ref() == Some(&path);
    if there && !over {
        return Err(Refusal::FileExists(format!("{folder}/{path}")));
    }
    files.retain(|file| file.path != path);
    let file = given.file.clone().ok_or(Refusal::NoLocation)?;
    let sha256 = file.sha256.clone();
    files.push(HostedFile { path: path.clone(), ..file });
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let to = format!("{folder}/{path}");
    workspace.actions.push(Action::Copy { origin: given.origin.clone(), sha256, to, over: there });
    Ok(path)
}

/// `Stalls 2024` of `stalls-2024.csv`.
fn title_of(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words = stem.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_else(|| name.to_owned())
}

/// The title of what an address leads to: the last name of its path, else its host.
fn title_of_url(url: &str) -> String {
    let Some(parts) = address::split(url) else { return title_of(url) };
    let path = parts.rest.split(['?', '#']).next().unwrap_or("");
    match path.trim_matches('/').rsplit('/').next() {
        Some(name) if !name.is_empty() => title_of(name),
        _ => crate::text::url::host(url).unwrap_or(url).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gets_a_name_that_every_system_takes() {
        for (name, expected) in [
            ("stalls.csv", "stalls.csv"),
            ("Étals 2024 (final).CSV", "etals-2024-final.csv"),
            (".hidden.csv", "hidden.csv"),
            ("a:b.csv", "a-b.csv"),
            ("con.csv", "con-1f4dbb0a.csv"),
        ] {
            let safe = safe_name(name);
            assert!(is_file_path(&safe), "{name}: {safe}");
            if !name.starts_with("con") {
                assert_eq!(safe, expected);
            }
        }
    }

    #[test]
    fn no_path_leads_out_of_the_folder_of_a_dataset() {
        for bad in [
            "../x",
            "/etc/passwd",
            "a/../../b",
            "",
            ".",
            "a//b",
            ".git/x",
            "dataset.yaml",
            "discussions/a.md",
            "C:x",
            "a\\b",
        ] {
            assert!(!is_file_path(bad), "{bad}");
        }
        assert!(is_file_path("2024/stalls.csv"));
    }

    #[test]
    fn titles_come_from_names() {
        assert_eq!(title_of("x/stalls_of-2024.csv"), "Stalls of 2024");
        assert_eq!(title_of_url("https://a.example/data/all.csv?x=1"), "All");
        assert_eq!(title_of_url("https://a.example/"), "a.example");
    }
}
