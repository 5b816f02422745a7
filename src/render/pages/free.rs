//! Free pages: legal notice, accessibility, about.

use super::super::context::Page;
use super::super::views::FreePageView;
use super::{DESCRIPTION_CHARS, Sheet, home_crumb};
use crate::markdown::MarkdownOptions;

pub(super) fn sheet(page: &Page<'_>, at: usize) -> Sheet {
    let free = &page.site.catalog.pages[at];
    let title = page.said(&free.title, None);
    let heading = if title.words.is_empty() { free.header.slug.to_string() } else { title.words };
    let resolve = |path: &str| resolve(page, path);
    let options = MarkdownOptions { heading_level: 2, table_label: &heading, resolve: &resolve };
    let view = FreePageView {
        title: heading.clone(),
        lang: title.lang,
        body: page.markup(&free.body, None, &options),
        edit: page.edit_href(&free.header),
    };
    Sheet {
        description: page.summary(&free.body, DESCRIPTION_CHARS),
        title: heading.clone(),
        crumbs: vec![home_crumb(page)],
        ..Sheet::new("page.html", "free", &view)
    }
}

/// Addresses in free pages: files of `content/static/`, and pages of the site by their folder.
fn resolve(page: &Page<'_>, path: &str) -> Option<String> {
    let path = path.trim_start_matches('/').trim_start_matches("./");
    if let Some(file) = page.static_file(path) {
        return Some(file);
    }
    let (kind, slug) = path.trim_end_matches("index.html").trim_end_matches('/').split_once('/')?;
    let kind = crate::model::Kind::of_folder(kind)?;
    page.site.catalog.has(kind, slug).then(|| format!("{}{}/{slug}/index.html", page.home, kind.folder()))
}
