//! Addresses on the forge where the descriptors are kept: edit, report, see a line.

use super::context::Page;
use super::views::{ActionView, NewFileView};
use crate::model::{Forge, ForgeKind, Header};
use crate::source::Position;
use crate::text::url::encoded_path;

impl Page<'_> {
    /// Edit and report, as far as the settings allow.
    pub(super) fn forge_actions(&self, header: &Header, title: &str) -> Vec<ActionView> {
        let edit = self.edit_href(header).map(|href| self.action("action.edit", "edit", href));
        let report = self.report_href(title).map(|href| self.action("action.report", "flag", href));
        edit.into_iter().chain(report).collect()
    }

    fn action(&self, key: &str, icon: &'static str, href: String) -> ActionView {
        ActionView { href, label: self.messages.text(key).to_owned(), icon, ..ActionView::default() }
    }

    /// The forge's editor with the descriptor.
    pub(super) fn edit_href(&self, header: &Header) -> Option<String> {
        let forge = self.site.config.forge.as_ref()?;
        let verb = match forge.kind {
            ForgeKind::GitHub => "edit",
            ForgeKind::GitLab => "-/edit",
            ForgeKind::Forgejo => "_edit",
        };
        let path = self.source_path(header);
        Some(format!("{}/{verb}/{}/{}", forge.url, encoded_path(&forge.branch), in_repository(forge, path)))
    }

    /// The forge's page of a new file. GitLab's takes the name alone.
    pub(super) fn new_file(&self) -> Option<NewFileView> {
        let forge = self.site.config.forge.as_ref()?;
        let branch = encoded_path(&forge.branch);
        let (href, name, content) = match forge.kind {
            ForgeKind::GitHub => (format!("{}/new/{branch}", forge.url), "filename", "value"),
            ForgeKind::GitLab => (format!("{}/-/new/{branch}", forge.url), "file_name", ""),
            ForgeKind::Forgejo => (format!("{}/_new/{branch}/", forge.url), "filename", "value"),
        };
        let folder = forge.folder.trim_matches('/');
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        Some(NewFileView { href, label: String::new(), folder, name, content })
    }

    /// The descriptor on the forge, at a line.
    pub(super) fn line_href(&self, path: &str, position: Position) -> Option<String> {
        let forge = self.site.config.forge.as_ref()?;
        let verb = match forge.kind {
            ForgeKind::GitHub => "blob",
            ForgeKind::GitLab => "-/blob",
            ForgeKind::Forgejo => "src/branch",
        };
        let path = in_repository(forge, path);
        Some(format!("{}/{verb}/{}/{path}#L{}", forge.url, encoded_path(&forge.branch), position.line))
    }

    /// A new issue with the title, else a message to the catalogue's address.
    pub(super) fn report_href(&self, title: &str) -> Option<String> {
        let title = encoded_path(title).replace('/', "%2F");
        match &self.site.config.forge {
            Some(forge) => Some(match forge.kind {
                ForgeKind::GitHub | ForgeKind::Forgejo => format!("{}/issues/new?title={title}", forge.url),
                ForgeKind::GitLab => format!("{}/-/issues/new?issue%5Btitle%5D={title}", forge.url),
            }),
            None => {
                let email = self.site.config.email.as_deref().and_then(super::people::mailto)?;
                Some(format!("{email}?subject={title}"))
            }
        }
    }

    /// The path of a descriptor below the catalogue's root.
    pub(super) fn source_path(&self, header: &Header) -> &str {
        self.site.sources.get(header.source.0 as usize).map_or("", |source| source.path.as_str())
    }
}

fn in_repository(forge: &Forge, path: &str) -> String {
    match forge.folder.trim_matches('/') {
        "" => encoded_path(path),
        folder => format!("{}/{}", encoded_path(folder), encoded_path(path)),
    }
}
