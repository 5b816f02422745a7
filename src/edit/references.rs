//! Descriptors that speak of a dataset by its slug: found, changed with its name, freed of it.

use serde_json::json;

use super::refusal::Refusal;
use super::text::{Change, Changed};
use super::workspace::Workspace;
use crate::fix::Descriptor;
use crate::model::Kind;
use crate::source::{KeyPath, SourceFile};

/// A place that names a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What names it.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Its descriptor.
    pub path: String,
    /// The key.
    pub key: KeyPath,
}

/// The places that name the dataset `slug`, by path.
pub(super) fn to(workspace: &Workspace<'_>, slug: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    for (kind, name, file) in workspace.speaking_of(slug) {
        let keys = keys(kind, &file, slug);
        let reference = |key| Reference { kind, name: name.clone(), path: file.path.clone(), key };
        found.extend(keys.into_iter().map(reference));
    }
    found
}

/// The keys of a descriptor whose value is that slug.
fn keys(kind: Kind, file: &SourceFile, slug: &str) -> Vec<KeyPath> {
    let Some(descriptor) = Descriptor::read(file) else { return Vec::new() };
    let names: &[&str] = match kind {
        Kind::Dataset => &["series", "replaced_by"],
        Kind::Reuse | Kind::Service | Kind::Topic => &["datasets"],
        _ => return Vec::new(),
    };
    let mut found = Vec::new();
    for name in names {
        let Some(node) = descriptor.root.get(name) else { continue };
        let path = KeyPath::of(name);
        if node.scalar().is_some_and(|text| text.trim() == slug) {
            found.push(path.clone());
        }
        let items = node.items().iter().enumerate();
        let is_it = |(_, item): &(usize, &crate::source::Node)| item.scalar().is_some_and(|text| text.trim() == slug);
        found.extend(items.filter(is_it).map(|(at, _)| path.index(at)));
    }
    found
}

/// Writes the new slug wherever the old one is named.
pub(super) fn rename(
    workspace: &mut Workspace<'_>,
    old: &str,
    new: &str,
) -> Result<Vec<(String, Vec<Changed>)>, Refusal> {
    change(workspace, old, |key| Change::Set(key.clone(), json!(new)))
}

/// Takes the slug out wherever it is named; a series keeps its name, which need not be a dataset's.
pub(super) fn remove(workspace: &mut Workspace<'_>, slug: &str) -> Result<Vec<(String, Vec<Changed>)>, Refusal> {
    change(workspace, slug, |key| Change::Unset(key.clone()))
}

fn change(
    workspace: &mut Workspace<'_>,
    slug: &str,
    make: impl Fn(&KeyPath) -> Change,
) -> Result<Vec<(String, Vec<Changed>)>, Refusal> {
    let mut out: Vec<(String, Vec<Changed>)> = Vec::new();
    let mut found = to(workspace, slug);
    // From the end of each list: items before the one that goes keep their places.
    found.reverse();
    for Reference { name, path, key, .. } in found {
        let change = make(&key);
        if matches!(change, Change::Unset(_)) && key == KeyPath::of("series") {
            continue;
        }
        let changed = workspace.edit(&path, &name, &[change])?;
        match out.last_mut() {
            Some((last, all)) if *last == path => all.extend(changed),
            _ => out.push((path, changed)),
        }
    }
    out.reverse();
    Ok(out)
}

/// What depends on a dataset, or goes with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dependants {
    /// The places that name it, by path.
    pub references: Vec<Reference>,
    /// The files of its folder: paths and sizes in bytes.
    pub files: Vec<(String, u64)>,
    /// Its former slugs, which lead nowhere once it is gone.
    pub former: Vec<String>,
}

impl Workspace<'_> {
    /// What depends on a dataset.
    ///
    /// # Errors
    /// When there is no such dataset.
    pub fn dependants(&self, slug: &str) -> Result<Dependants, Refusal> {
        let found = self.find(slug)?;
        let files = self.files(&found.name).iter().map(|file| (file.path.clone(), file.size)).collect();
        let former = self.dataset(&found).map(|dataset| dataset.redirects).unwrap_or_default();
        Ok(Dependants { references: to(self, slug), files, former })
    }
}
