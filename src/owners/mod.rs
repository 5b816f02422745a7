//! Who approves what: the text of a CODEOWNERS file, from the members of organizations and the
//! maintainers of the catalogue.
//!
//! Members are what the catalogue at hand says. A forge reads the file of the branch that a change
//! goes to, so a change never names its own judges.

mod pattern;
mod people;

use std::fmt::Write as _;

use crate::layout;
use crate::model::{ForgeKind, Form, Header, Kind};
use crate::site::Site;
use pattern::{Subject, pattern};
pub use people::{People, is_same};

/// What the first line of a file has that etal wrote.
const MARK: &str = "etal codeowners";
/// GitHub reads no larger file.
pub const MAX_BYTES: usize = 3_000_000;

/// A CODEOWNERS file, and what could not go into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owners {
    /// The file.
    pub text: String,
    /// Names that are none on this forge, with the path of the file that gives them; sorted.
    pub refused: Vec<(String, String)>,
    /// Paths of descriptors that the forge's patterns cannot name: their changes go to the maintainers. Sorted.
    pub unnamed: Vec<String>,
}

/// That nobody is known who could approve what has no producer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoMaintainer {
    /// As in [`Owners`].
    pub refused: Vec<(String, String)>,
}

/// Where a forge keeps the file, below the top of the repository.
pub fn place(kind: ForgeKind) -> &'static str {
    match kind {
        ForgeKind::GitHub => ".github/CODEOWNERS",
        ForgeKind::GitLab => ".gitlab/CODEOWNERS",
        // The place that every version of Forgejo and Gitea knows.
        ForgeKind::Forgejo => "CODEOWNERS",
    }
}

/// Files that the forge would read instead of the one at [`place`].
pub fn hiding(kind: ForgeKind) -> &'static [&'static str] {
    match kind {
        ForgeKind::GitLab => &["CODEOWNERS", "docs/CODEOWNERS"],
        ForgeKind::GitHub | ForgeKind::Forgejo => &[],
    }
}

/// Whether etal wrote this file.
pub fn is_ours(text: &str) -> bool {
    text.lines().next().is_some_and(|line| line.starts_with('#') && line.contains(MARK))
}

/// The file for a catalogue that stands in `folder` of its repository (with a final slash; empty at
/// the top).
///
/// # Errors
/// When the catalogue has no maintainers with names on the forge.
pub fn codeowners(site: &Site, kind: ForgeKind, folder: &str) -> Result<Owners, NoMaintainer> {
    let mut people = People::of(site, kind);
    let maintainers = people.maintainers();
    if maintainers.is_empty() {
        return Err(NoMaintainer { refused: people.refused() });
    }
    let mut file = File { kind, folder, text: String::new(), unnamed: Vec::new() };
    file.comment(words(site, "head"));
    file.blank();
    file.comment(words(site, "rest"));
    file.all(&maintainers);
    let mut is_first = true;
    for (header, organization, owner) in produced(site) {
        let Some(names) = answering(people.producers(organization, owner), &maintainers) else { continue };
        if std::mem::take(&mut is_first) {
            file.blank();
            file.comment(words(site, "producers"));
        }
        file.descriptor(people::path(site, header), header, &names);
    }
    file.blank();
    file.comment(words(site, "guarded"));
    for (path, subject) in guarded(kind, folder) {
        file.line(&path, subject, &maintainers);
    }
    file.unnamed.sort();
    Ok(Owners { text: file.text, refused: people.refused(), unnamed: file.unnamed })
}

/// Whom to ask about a thing of these producers; none when the first line says it already, for GitHub
/// reads no file of more than 3 MB.
fn answering(mut producers: Vec<String>, maintainers: &[String]) -> Option<Vec<String>> {
    if let [only] = producers.as_slice() {
        // Nobody approves their own proposal: a producer of one person would wait for ever.
        let others = maintainers.iter().filter(|name| !people::is_same(name, only)).cloned();
        let others: Vec<String> = others.collect();
        producers.extend(others);
    }
    (!producers.is_empty() && !people::are_same(&producers, maintainers)).then_some(producers)
}

/// What producers answer for, sorted by kind and slug.
fn produced(site: &Site) -> impl Iterator<Item = (&Header, Option<&str>, Option<&str>)> {
    let catalog = &site.catalog;
    let datasets = catalog.datasets.iter().map(|one| (&one.header, &one.organization, &one.owner));
    let reuses = catalog.reuses.iter().map(|one| (&one.header, &one.organization, &one.owner));
    let services = catalog.services.iter().map(|one| (&one.header, &one.organization, &one.owner));
    let all = datasets.chain(reuses).chain(services);
    all.map(|(header, organization, owner)| (header, organization.as_deref(), owner.as_deref()))
}

/// What decides about others: settings, pages, who belongs where, the workflows and the file itself.
/// It comes last, for on GitHub and GitLab the last line that fits wins.
fn guarded(kind: ForgeKind, folder: &str) -> Vec<(String, Subject)> {
    use Subject::{File, Folder};
    let inside = [
        ("site.toml", File),
        ("themes", Folder),
        ("content/static", Folder),
        ("content/pages", Folder),
        ("content/organizations", Folder),
        ("content/people", Folder),
    ];
    let outside: &[(&str, Subject)] = match kind {
        ForgeKind::GitHub => &[(".github", Folder), ("CODEOWNERS", File), ("docs/CODEOWNERS", File)],
        ForgeKind::GitLab => {
            &[(".gitlab", Folder), (".gitlab-ci.yml", File), ("CODEOWNERS", File), ("docs/CODEOWNERS", File)]
        }
        ForgeKind::Forgejo => &[
            (".forgejo", Folder),
            (".gitea", Folder),
            (".github", Folder),
            ("CODEOWNERS", File),
            ("docs/CODEOWNERS", File),
        ],
    };
    let inside = inside.into_iter().map(|(path, subject)| (format!("{folder}{path}"), subject));
    inside.chain(outside.iter().map(|(path, subject)| ((*path).to_owned(), *subject))).collect()
}

/// A file that is being written.
struct File<'a> {
    kind: ForgeKind,
    folder: &'a str,
    text: String,
    unnamed: Vec<String>,
}

impl File<'_> {
    fn comment(&mut self, words: &str) {
        for line in words.lines() {
            let _ = writeln!(self.text, "# {line}");
        }
    }

    fn blank(&mut self) {
        self.text.push('\n');
    }

    /// Everything below the catalogue's folder.
    fn all(&mut self, owners: &[String]) {
        if self.folder.is_empty() {
            let everything = if self.kind == ForgeKind::Forgejo { ".*" } else { "*" };
            let _ = writeln!(self.text, "{everything}{}", listed(owners));
        } else {
            self.line(self.folder.trim_end_matches('/'), Subject::Folder, owners);
        }
    }

    /// A descriptor and, of a dataset, the folder of its files.
    fn descriptor(&mut self, path: &str, header: &Header, owners: &[String]) {
        let whole = format!("{}{path}", self.folder);
        let folder = layout::folder_of(&whole, header.form);
        let has_files = header.kind == Kind::Dataset;
        let is_written = match header.form {
            Form::Folder | Form::FolderMarkdown => self.line(folder, Subject::Folder, owners),
            Form::File | Form::Markdown => {
                let is_written = self.line(&whole, Subject::File, owners);
                is_written && (!has_files || self.line(folder, Subject::Folder, owners))
            }
        };
        if !is_written {
            self.unnamed.push(path.to_owned());
        }
    }

    /// Whether the path could be named.
    fn line(&mut self, path: &str, subject: Subject, owners: &[String]) -> bool {
        let Some(pattern) = pattern(self.kind, path, subject) else { return false };
        let _ = writeln!(self.text, "{pattern}{}", listed(owners));
        true
    }
}

fn listed(owners: &[String]) -> String {
    owners.iter().map(|owner| format!(" @{owner}")).collect()
}

/// Comments of the file, in the language of the catalogue: the same for everybody who writes it.
fn words(site: &Site, part: &str) -> &'static str {
    let is_french = site.config.language() == "fr";
    match (part, is_french) {
        ("head", false) => {
            "Written by `etal codeowners` from the members of organizations: change those, then run it again.\n\
             It binds only on a protected branch that requires the approval of code owners."
        }
        ("head", true) => {
            "Écrit par `etal codeowners` d’après les membres des organisations\u{a0}: modifier ceux-ci, puis le relancer.\n\
             Il n’engage que sur une branche protégée qui exige l’accord des propriétaires."
        }
        ("rest", false) => "The maintainers answer for what nobody else does, new descriptors included.",
        ("rest", true) => "Les mainteneurs répondent de ce dont personne d’autre ne répond, fiches neuves comprises.",
        ("producers", false) => "Each producer for what it publishes.",
        ("producers", true) => "Chaque producteur pour ce qu’il publie.",
        ("guarded", false) => "What decides about others stays with the maintainers.",
        (_, _) => "Ce qui décide pour les autres reste aux mainteneurs.",
    }
}
