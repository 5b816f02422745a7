//! The machine forms of what a page shows: links in its head, and lists that people read.

use super::context::Page;
use super::views::{HeadLinkView, LinkView, MachineFileView};
use crate::export::{File, Scope};
use crate::site::{FacetKind, PageKey};

/// Forms for machines that look for them at their own address: pages do not lead there.
const UNLINKED: [&str; 3] = ["sitemap", "robots", "json-schema"];
/// Forms named in the footer.
const FOOTER: [&str; 4] = ["turtle", "api", "csv", "atom"];

impl Page<'_> {
    /// Links of every page: the feeds and the search of the whole catalogue.
    pub(super) fn site_links(&self) -> Vec<HeadLinkView> {
        let files = self.renderer.exports.of(Scope::Catalog).iter();
        let title = self.site_title();
        let link = |file: &File| HeadLinkView {
            title: Some(if is_feed(file) { self.feed_title(&title, file) } else { title.clone() }),
            ..self.head_link(file)
        };
        files.filter(|file| is_feed(file) || is_search(file)).map(link).collect()
    }

    /// Links of a page of that title to the machine forms of what it shows; those of every page left out.
    pub(super) fn scope_links(&self, key: &PageKey, title: &str) -> Vec<HeadLinkView> {
        let Some(scope) = scope(key) else { return Vec::new() };
        let everywhere = |file: &File| scope == Scope::Catalog && (is_feed(file) || is_search(file));
        let files = self.renderer.exports.of(scope);
        // Of a form with many files of the whole catalogue the first leads to the others.
        let again = |at: usize| scope == Scope::Catalog && at > 0 && files[at - 1].exporter.id == files[at].exporter.id;
        let files = files.iter().enumerate().filter(|(at, _)| !again(*at)).map(|(_, file)| file);
        let link = |file: &File| HeadLinkView {
            title: is_feed(file).then(|| self.feed_title(title, file)),
            ..self.head_link(file)
        };
        files.filter(|file| is_linked(file) && !everywhere(file)).map(link).collect()
    }

    /// What readers of feeds show: of what, and in which form.
    fn feed_title(&self, title: &str, file: &File) -> String {
        format!("{title}{}{}", self.messages.text("format.title_separator"), file.exporter.title.get(self.code))
    }

    fn head_link(&self, file: &File) -> HeadLinkView {
        let rel = match file.entry.media_type {
            "application/openapi+json" | "application/vnd.oai.openapi+json" => "service-desc",
            "application/linkset+json" => "api-catalog",
            _ if is_search(file) => "search",
            "text/turtle" | "application/ld+json" | "application/rdf+xml" => "alternate describedby",
            _ => "alternate",
        };
        HeadLinkView {
            rel,
            href: self.near_file(&file.entry.path),
            media_type: Some(file.entry.media_type.to_owned()),
            title: None,
        }
    }

    /// The machine forms of what a page shows, for people.
    pub(super) fn machine_files(&self, key: &PageKey) -> Vec<MachineFileView> {
        let files = scope(key).map_or(&[][..], |scope| self.renderer.exports.of(scope)).iter();
        let view = |file: &File| MachineFileView {
            href: self.near_file(&file.entry.path),
            name: file.exporter.title.get(self.code).to_owned(),
            text: file.entry.path.rsplit('/').next().unwrap_or_default().to_owned(),
        };
        files.filter(|file| is_linked(file)).map(view).collect()
    }

    /// Some forms of the whole catalogue and the page about all of them, for the footer.
    pub(super) fn machine_links(&self) -> Vec<LinkView> {
        let files = self.renderer.exports.of(Scope::Catalog);
        let first = |id: &str| files.iter().find(|file| file.exporter.id == id);
        let link = |file: &File| LinkView {
            href: self.file(&file.entry.path),
            label: file.exporter.title.get(self.code).to_owned(),
            lang: None,
        };
        let mut links: Vec<LinkView> = FOOTER.into_iter().filter_map(first).map(link).collect();
        links.push(self.link(&PageKey::Developers, self.messages.text("developers.heading")));
        links.extend(self.snapshots_link());
        links
    }
}

/// What a page shows, when machine forms may be about it.
fn scope(key: &PageKey) -> Option<Scope> {
    Some(match key {
        PageKey::Home => Scope::Catalog,
        PageKey::Dataset(index) => Scope::Dataset(*index),
        PageKey::Facet(FacetKind::Organization, at, _) => Scope::Organization(*at),
        PageKey::Facet(FacetKind::Tag, at, _) => Scope::Tag(*at),
        PageKey::Topic(at) => Scope::Topic(*at),
        PageKey::Reuse(at) => Scope::Reuse(*at),
        _ => return None,
    })
}

/// Whether a page names a file.
pub(super) fn is_linked(file: &File) -> bool {
    !UNLINKED.contains(&file.exporter.id)
}

fn is_feed(file: &File) -> bool {
    matches!(file.entry.media_type, "application/atom+xml" | "application/feed+json")
}

fn is_search(file: &File) -> bool {
    file.entry.media_type == "application/opensearchdescription+xml"
}
