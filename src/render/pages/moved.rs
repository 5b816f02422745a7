//! The page at a former address: it says where to go, and goes there.

use super::super::context::Page;
use super::super::views::MovedView;
use super::{Sheet, home_crumb};
use crate::model::Kind;
use crate::site::PageKey;

pub(super) fn sheet(page: &Page<'_>, at: usize) -> Sheet {
    let former = &page.site.relations.former[at];
    let target = former.target(page.site).unwrap_or(PageKey::Home);
    let link = match former.kind {
        Kind::Organization => page.organization_link(former.to.as_str()),
        _ => page.site.catalog.dataset(former.to.as_str()).map(|dataset| {
            let title = page.dataset_title(dataset);
            super::super::views::LinkView { href: page.href(&target), label: title.words, lang: title.lang }
        }),
    };
    let link = link.unwrap_or_else(|| page.link(&target, former.to.as_str()));
    let heading = page.messages.text("moved.heading").to_owned();
    let view =
        MovedView { heading: heading.clone(), text: page.messages.text("moved.text").to_owned(), link: link.clone() };
    Sheet {
        // Two former names of one thing have two titles.
        title: format!("{heading}{}{}", page.messages.text("format.title_separator"), former.slug),
        description: format!("{} {}", view.text, link.label),
        crumbs: vec![home_crumb(page)],
        refresh: Some((page.href(&target), page.site.page_path(page.language, &target))),
        ..Sheet::new("moved.html", "moved", &view)
    }
}
