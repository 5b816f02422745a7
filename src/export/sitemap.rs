//! Sitemap: the addresses of all pages that search engines may list.
//!
//! Format: <https://www.sitemaps.org/protocol.html>: at most 50,000 addresses and 50 MiB a file, and an index of files
//! above that. Pages name their other languages themselves: here that would double every address.

use std::io::{self, Write};

use super::xml::escaped;
use super::{Context, Entry, Exporter, Scope};
use crate::date::Moment;
use crate::model::{DatasetIndex, Header};
use crate::pipeline::order_of;
use crate::site::{FacetKind, PageKey, Sort};
use crate::vocab::Label;

/// Addresses in a file. An address has less than 1,000 bytes, so that this many stay below 50 MiB.
const MAX_ADDRESSES: usize = 50_000;
const PROLOGUE: &[u8] = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

pub(super) static EXPORTER: Exporter = Exporter {
    id: "sitemap",
    title: Label::same("Sitemap"),
    about: Label::new(
        "Tells search engines all pages, with the date of their last change.",
        "Donne aux moteurs de recherche toutes les pages, avec la date de leur dernier changement.",
    ),
    without_address: false,
    files: |context| files(pages(context).count(), MAX_ADDRESSES),
    write,
};

/// The file, or the index and its parts, for a number of addresses.
fn files(addresses: usize, most: usize) -> Vec<Entry> {
    let entry = |path, scope, part| Entry { path, media_type: "application/xml", scope, part };
    let mut files = vec![entry(String::from("sitemap.xml"), Scope::Catalog, 0)];
    if addresses > most {
        let parts = 1..=addresses.div_ceil(most);
        files.extend(parts.map(|part| entry(format!("sitemap-{part}.xml"), Scope::Part, part)));
    }
    files
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    if entry.part > 0 {
        let part = pages(context).skip((entry.part - 1) * MAX_ADDRESSES).take(MAX_ADDRESSES);
        return addresses(context, part, out);
    }
    let count = pages(context).count();
    if count > MAX_ADDRESSES { index(context, count, out) } else { addresses(context, pages(context), out) }
}

fn index(context: &Context<'_>, count: usize, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(PROLOGUE)?;
    out.write_all(b"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")?;
    for part in files(count, MAX_ADDRESSES).iter().skip(1) {
        let address = context.address(&part.path).unwrap_or_default();
        writeln!(out, "<sitemap><loc>{}</loc></sitemap>", escaped(&address))?;
    }
    out.write_all(b"</sitemapindex>\n")
}

fn addresses(
    context: &Context<'_>,
    pages: impl Iterator<Item = (usize, PageKey)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(PROLOGUE)?;
    out.write_all(b"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")?;
    let newest = newest(context, &context.site.listed);
    for (language, key) in pages {
        let address = context.page_in(language, &key).unwrap_or_default();
        write!(out, "<url><loc>{}</loc>", escaped(&address))?;
        if let Some(moment) = changed(context, &key, newest) {
            write!(out, "<lastmod>{moment}</lastmod>")?;
        }
        out.write_all(b"</url>\n")?;
    }
    out.write_all(b"</urlset>\n")
}

/// All pages that search engines may list, language by language. Of a list only its first page, in its first order: it
/// leads to the others.
fn pages<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (usize, PageKey)> + 'a {
    let site = context.site;
    let is_first = |key: &PageKey| match key {
        PageKey::Datasets(sort, page) => *sort == Sort::Updated && *page == 1,
        PageKey::Facet(_, _, page) => *page == 1,
        _ => true,
    };
    (0..site.config.languages.len()).flat_map(move |language| {
        let keys = site.pages(language).into_iter().filter(move |key| is_first(key) && site.is_indexed(key));
        keys.map(move |key| (language, key))
    })
}

/// When what a page shows last changed; none when nobody says. `newest` is the last update of the whole catalogue.
fn changed(context: &Context<'_>, key: &PageKey, newest: Option<Moment>) -> Option<Moment> {
    let site = context.site;
    let catalog = &site.catalog;
    let own = |header: &Header| context.past(header.dates.modified);
    match key {
        PageKey::Home | PageKey::Datasets(..) | PageKey::Facets(_) | PageKey::Quality => newest,
        PageKey::Facet(kind, at, _) => {
            let value = &site.facet(*kind).values[*at];
            let organization = catalog.organization(&value.slug).filter(|_| *kind == FacetKind::Organization);
            later(self::newest(context, &value.datasets), organization.and_then(|one| own(&one.header)))
        }
        PageKey::Dataset(at) => {
            let dataset = &catalog.datasets[*at];
            later(context.last_update(dataset), own(&dataset.header))
        }
        PageKey::Person(at) => own(&catalog.people[*at].header),
        PageKey::Reuse(at) => own(&catalog.reuses[*at].header),
        PageKey::Topic(at) => own(&catalog.topics[*at].header),
        PageKey::Service(at) => own(&catalog.services[*at].header),
        PageKey::Page(at) => own(&catalog.pages[*at].header),
        PageKey::Snapshots => context.past(site.config.snapshots.first().map(|newest| newest.date)),
        PageKey::Reuses | PageKey::Topics | PageKey::Services => None,
        PageKey::Developers | PageKey::Propose | PageKey::Former(_) | PageKey::Search | PageKey::NotFound => None,
    }
}

/// The last update of some datasets, newest first.
fn newest(context: &Context<'_>, datasets: &[DatasetIndex]) -> Option<Moment> {
    datasets.iter().find_map(|index| context.past(context.site.catalog.datasets[*index].last_update()))
}

fn later(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    one.into_iter().chain(other).max_by_key(|moment| order_of(*moment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_addresses_than_a_file_takes_are_parted() {
        let paths = |addresses| -> Vec<String> { files(addresses, 10).into_iter().map(|file| file.path).collect() };
        assert_eq!(paths(10), ["sitemap.xml"]);
        assert_eq!(paths(11), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
        assert_eq!(paths(21).len(), 4);
    }
}
