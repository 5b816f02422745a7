//! `[forge]` of `site.toml`: where the descriptors are kept.

use super::super::reader::Reader;
use crate::model::{FaultKind, Forge, ForgeKind};
use crate::source::Place;

pub(super) fn forge(reader: &mut Reader<'_>) -> Option<Forge> {
    let (node, path) = reader.mapping("forge")?;
    let mut inner = reader.nested(node, path);
    let kind = inner.string("kind");
    let url = inner.string("url").map(|url| url.trim_end_matches('/').to_owned());
    let branch = inner.string("branch").unwrap_or_else(|| String::from("main"));
    let folder = inner.string("folder").map(|folder| folder.trim_matches('/').to_owned()).unwrap_or_default();
    let owners = inner.strings("owners").iter().map(|name| name.trim().trim_start_matches('@').to_owned()).collect();
    if url.is_none() {
        inner.missing("url");
    }
    let kind = forge_kind(&mut inner, kind, url.as_deref().unwrap_or(""));
    inner.finish();
    Some(Forge { kind, url: url?, branch, folder, owners })
}

fn forge_kind(reader: &mut Reader<'_>, kind: Option<String>, url: &str) -> ForgeKind {
    match kind.as_deref() {
        Some("github") => ForgeKind::GitHub,
        Some("gitlab") => ForgeKind::GitLab,
        Some("gitea" | "forgejo") => ForgeKind::Forgejo,
        None if url.contains("github") => ForgeKind::GitHub,
        None if url.contains("gitlab") => ForgeKind::GitLab,
        None => ForgeKind::Forgejo,
        Some(other) => {
            let nearest = crate::vocab::nearest(other, ["github", "gitlab", "gitea", "forgejo"].into_iter());
            let place = Place::value(reader.path("kind"));
            reader.fault(FaultKind::UnknownCode("forge"), place, other.to_owned(), nearest.map(str::to_owned));
            ForgeKind::GitHub
        }
    }
}
