//! `robots.txt`: everything may be read, and where the sitemap is. Crawlers look for it at the root of a host only
//! (RFC 9309, section 2.3), so that a site below a path has none.

use std::io::{self, Write};

use super::{Context, Entry, Exporter, Scope, is_on, sitemap};
use crate::vocab::Label;

pub(super) static EXPORTER: Exporter = Exporter {
    id: "robots",
    title: Label::same("robots.txt"),
    about: Label::new(
        "Lets crawlers read everything and leads them to the sitemap; at the root of a host only.",
        "Laisse les robots tout lire et les mène au plan du site ; à la racine d’un hôte seulement.",
    ),
    without_address: false,
    files,
    write,
};

fn files(context: &Context<'_>) -> Vec<Entry> {
    let entry = Entry { path: String::from("robots.txt"), media_type: "text/plain", scope: Scope::Catalog, part: 0 };
    if context.base().is_some_and(is_root) { vec![entry] } else { Vec::new() }
}

/// Whether an address with a final slash is the root of its host.
fn is_root(base: &str) -> bool {
    base.split_once("://").is_some_and(|(_, rest)| rest.find('/') == Some(rest.len() - 1))
}

fn write(context: &Context<'_>, _: &Entry, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"User-agent: *\nAllow: /\n")?;
    let own = context.site.statics.iter().any(|file| file.path == "sitemap.xml");
    match context.address("sitemap.xml") {
        Some(address) if own || is_on(context.site, &sitemap::EXPORTER) => writeln!(out, "\nSitemap: {address}"),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_has_one_root() {
        assert!(is_root("https://data.example/"));
        assert!(!is_root("https://data.example/open/"));
    }
}
