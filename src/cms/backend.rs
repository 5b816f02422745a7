//! The forge as an editor in the browser wants it described.

use crate::model::{Extras, Forge, ForgeKind};
use crate::text::url::host;

/// Where changes go.
pub(super) fn backend(forge: &Forge, app_id: Option<&str>) -> Extras {
    let (scheme, rest) = forge.url.split_once("://").unwrap_or(("https", forge.url.as_str()));
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let root = format!("{scheme}://{authority}");
    let home = host(&forge.url).unwrap_or_default();
    let mut out = Extras::new();
    let mut put = |key: &str, value: &str| out.insert(key.to_owned(), value.into());
    let name = match forge.kind {
        ForgeKind::GitHub => "github",
        ForgeKind::GitLab => "gitlab",
        ForgeKind::Forgejo => "gitea",
    };
    put("name", name);
    put("repo", path.trim_matches('/').trim_end_matches(".git"));
    put("branch", &forge.branch);
    match forge.kind {
        ForgeKind::GitHub if home == "github.com" => {}
        ForgeKind::GitHub => {
            put("base_url", &root);
            put("api_root", &format!("{root}/api/v3"));
        }
        ForgeKind::GitLab => {
            put("auth_type", "pkce");
            put("base_url", &root);
            put("api_root", &format!("{root}/api/v4"));
        }
        ForgeKind::Forgejo => {
            put("base_url", &root);
            put("api_root", &format!("{root}/api/v1"));
        }
    }
    if let Some(id) = app_id {
        put("app_id", id);
    }
    out
}

/// Whether the editor can make a pull request of each change there. Its backend for Gitea cannot.
pub(super) fn has_reviews(forge: &Forge) -> bool {
    forge.kind != ForgeKind::Forgejo
}

/// A path of the catalogue in the repository.
pub(super) fn in_repository(forge: &Forge, path: &str) -> String {
    match forge.folder.trim_matches('/') {
        "" => path.to_owned(),
        folder => format!("{folder}/{path}"),
    }
}
