//! The licences that datasets name, and the texts of those that SPDX has.

use std::collections::BTreeMap;

use super::{LICENSES, LicenseText};
use crate::model::{Coded, Dataset};
use crate::site::Site;
use crate::text::url;
use crate::vocab;

/// Longest licence written in words that is listed by them, in characters; the rest is left out.
const MAX_WORDS: usize = 200;

/// A licence that something names.
type Named = Coded<vocab::License>;

/// The licences that the datasets of a site or their resources name, sorted by id.
pub fn licenses(site: &Site) -> Vec<LicenseText> {
    let mut found: BTreeMap<String, LicenseText> = BTreeMap::new();
    for dataset in &site.catalog.datasets {
        let named: BTreeMap<String, &Named> = named(dataset).map(|license| (id(license), license)).collect();
        for (id, license) in named {
            let listed = found.entry(id).or_insert_with_key(|id| listed(id, license, site.config.language()));
            listed.datasets += 1;
        }
    }
    found.into_values().collect()
}

/// The texts of listed licences: path below the payload of a snapshot, and text. In the order of the list.
pub fn license_files(listed: &[LicenseText]) -> impl Iterator<Item = (&str, String)> {
    listed.iter().filter_map(|license| Some((license.path.as_deref()?, text(&license.id)?)))
}

/// The text of a licence of SPDX, with a line end at its end.
fn text(id: &str) -> Option<String> {
    let license = spdx_id(id)?;
    Some(format!("{}\n", license.text().trim_end_matches('\n')))
}

fn spdx_id(id: &str) -> Option<spdx::LicenseId> {
    // The crate takes `MIT+` for `MIT`.
    spdx::license_id(id).filter(|license| license.name == id)
}

fn named(dataset: &Dataset) -> impl Iterator<Item = &Named> {
    dataset.license.iter().chain(dataset.resources.iter().filter_map(|resource| resource.license.as_ref()))
}

fn id(license: &Named) -> String {
    match license.known {
        Some(known) => known.id.to_owned(),
        None => license.raw.trim().chars().take(MAX_WORDS).collect(),
    }
}

fn listed(id: &str, license: &Named, language: &str) -> LicenseText {
    let of_spdx = spdx_id(id);
    let (title, url) = match (license.known, of_spdx) {
        (Some(known), _) => {
            (known.title.get(language), Some(known.url).filter(|url| !url.is_empty()).map(str::to_owned))
        }
        (None, Some(of_spdx)) => (of_spdx.full_name, Some(format!("https://spdx.org/licenses/{id}.html"))),
        (None, None) => (id, url::external(license.raw.trim())),
    };
    LicenseText {
        id: id.to_owned(),
        title: title.to_owned(),
        url,
        datasets: 0,
        path: of_spdx.map(|_| format!("{LICENSES}/{id}.txt")),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_licence_of_spdx_has_a_text() {
        let without: Vec<&str> =
            vocab::license::ALL.iter().map(|license| license.id).filter(|id| spdx_id(id).is_none()).collect();
        // Of several versions, of no text at all, or of a public body that SPDX does not list.
        let generic = ["cc-by", "cc-by-sa", "cc-by-nc", "cc-by-nd", "cc-by-nc-sa", "cc-by-nc-nd"];
        let others = ["other-open", "other-at", "other-pd", "other-nc", "other-closed", "notspecified"];
        let unlisted = ["fr-lo", "us-pd", "DL-DE-BY-1.0", "IODL-2.0", "IODL-1.0", "eu-com-reuse"];
        let copernicus = ["copernicus-sentinel", "copernicus-products"];
        assert_eq!(without, [&unlisted[..], &copernicus, &generic, &others].concat());
    }

    #[test]
    fn texts_are_plain_and_their_names_differ() {
        let mut names = BTreeSet::new();
        for id in vocab::license::ALL.iter().map(|license| license.id).filter(|id| spdx_id(id).is_some()) {
            let text = text(id).expect("it has a text");
            assert!(text.len() > 200 && text.ends_with('\n') && !text.ends_with("\n\n"), "{id}");
            let marks = ["<<", "<var", "<optional", "&lt;", "\r", "\u{feff}", "\0"];
            assert!(!marks.iter().any(|mark| text.contains(mark)), "{id}");
            assert!(names.insert(id.to_ascii_lowercase()), "{id}");
        }
    }
}
