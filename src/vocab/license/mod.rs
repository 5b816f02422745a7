//! Licences: a table, and the recognition of the many ways in which people name one.
//!
//! The id is SPDX's where SPDX has the licence, else data.gouv.fr's, else CKAN's or a plain one.

mod cc;
mod find;
mod mention;
mod names;
mod table;
mod tokens;
mod urls;

use std::sync::LazyLock;

use super::{Label, nearest};

pub use find::{By, Match};

/// One licence. Ported Creative Commons licences count as the unported one of their version.
#[derive(Debug, PartialEq, Eq)]
pub struct License {
    /// SPDX id where one exists: `etalab-2.0`, `CC-BY-4.0`.
    pub id: &'static str,
    /// The id in addresses, `[a-z0-9-]`.
    pub slug: &'static str,
    pub title: Label,
    /// What fits in a list: `CC BY 4.0`.
    pub short: Label,
    /// The licence's text; empty for the generic ones that have none.
    pub url: &'static str,
    /// One sentence on what it allows and asks.
    pub summary: Label,
    /// The id data.gouv.fr gives it; several versions may share one.
    pub data_gouv: Option<&'static str>,
    /// Code of the EU authority table `licence`.
    pub eu: Option<&'static str>,
    /// Texts people write; one that starts with `=` counts only when it is the whole text.
    pub aliases: &'static [&'static str],
    /// Other addresses of the licence.
    pub urls: &'static [&'static str],
    /// Conforms to the Open Definition.
    pub open: bool,
    /// False for `notspecified` only: the absence of a licence under a licence's name.
    pub specified: bool,
    /// French administrations may use it, for data or, when `software`, for source code
    /// (article D. 323-2-1 of the code of relations between the public and the administration).
    pub french_law: bool,
    /// Written for source code.
    pub software: bool,
    pub requires_attribution: bool,
    pub share_alike: bool,
    pub non_commercial: bool,
    pub no_derivatives: bool,
}

/// What most rows have in common.
const BASE: License = License {
    id: "",
    slug: "",
    title: Label::same(""),
    short: Label::same(""),
    url: "",
    summary: Label::same(""),
    data_gouv: None,
    eu: None,
    aliases: &[],
    urls: &[],
    open: true,
    specified: true,
    french_law: false,
    software: false,
    requires_attribution: true,
    share_alike: false,
    non_commercial: false,
    no_derivatives: false,
};

/// All licences: those for data first, Creative Commons by version, then those for source code.
pub static ALL: LazyLock<Vec<&'static License>> =
    LazyLock::new(|| [table::DATA, cc::ROWS, table::SOFTWARE, table::GENERIC].into_iter().flatten().collect());

impl License {
    /// The licence a text names: by id, slug, alias, address, or a name within a sentence.
    ///
    /// None when no licence of the table is named, when two are, and when the text says that it
    /// depends. A version is never guessed: Creative Commons licences without one are the generic
    /// rows (`cc-by`).
    pub fn find(text: &str) -> Option<Match> {
        find::find(text)
    }

    /// The licence of a canonical id; no other spelling.
    pub fn get(id: &str) -> Option<&'static License> {
        names::exact(id).filter(|license| license.id == id)
    }

    /// The licence that a mistyped id or short name most probably meant.
    pub fn nearest(text: &str) -> Option<&'static License> {
        let names = || ALL.iter().flat_map(|row| [row.id, row.short.en, row.short.fr]);
        let name = nearest(text, names())?;
        let named = |row: &&&'static License| [row.id, row.short.en, row.short.fr].contains(&name);
        ALL.iter().find(named).copied()
    }

    /// The id for data.gouv.fr's clients: its own where it has one, else ours.
    pub fn api_id(&self) -> &'static str {
        self.data_gouv.unwrap_or(self.id)
    }

    /// The address in the EU authority table `licence`.
    pub fn eu_uri(&self) -> Option<String> {
        let code = self.eu?;
        Some(format!("http://publications.europa.eu/resource/authority/licence/{code}"))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_table_has_forty_licences_with_unique_ids_and_valid_slugs() {
        assert!(ALL.len() >= 40, "{}", ALL.len());
        let ids: BTreeSet<_> = ALL.iter().map(|row| row.id.to_lowercase()).collect();
        let slugs: BTreeSet<_> = ALL.iter().map(|row| row.slug).collect();
        assert_eq!(ids.len(), ALL.len());
        assert_eq!(slugs.len(), ALL.len());
        let valid = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        for row in ALL.iter() {
            assert!(!row.slug.is_empty() && row.slug.bytes().all(valid), "{}", row.slug);
            assert!(!row.summary.fr.is_empty() && !row.title.en.is_empty(), "{}", row.id);
            assert_eq!(row.slug, row.id.to_lowercase().replace('.', "-"));
        }
    }

    #[test]
    fn the_twelve_of_data_gouv_fr_are_there() {
        let twelve = [
            "lov2",
            "fr-lo",
            "cc-by",
            "cc-by-sa",
            "cc-zero",
            "odc-by",
            "odc-odbl",
            "odc-pddl",
            "other-at",
            "other-open",
            "other-pd",
            "notspecified",
        ];
        let ours: BTreeSet<_> = ALL.iter().filter_map(|row| row.data_gouv).collect();
        assert_eq!(ours, BTreeSet::from(twelve));
        for id in twelve {
            let found = License::find(id).map(|found| found.license.api_id());
            assert_eq!(found, Some(id));
        }
    }

    #[test]
    fn flags_agree_with_each_other() {
        for row in ALL.iter() {
            let closed = row.non_commercial || row.no_derivatives || !row.specified;
            assert!(!(row.open && closed), "{}", row.id);
            assert!(!row.share_alike || row.requires_attribution, "{}", row.id);
            assert!(!row.french_law || row.open, "{}", row.id);
        }
        let for_data: Vec<_> = ALL.iter().filter(|row| row.french_law && !row.software).map(|row| row.id).collect();
        assert_eq!(for_data, ["etalab-2.0", "fr-lo", "ODbL-1.0"]);
    }

    #[test]
    fn a_mistyped_id_has_a_nearest_licence() {
        let case = |text: &str, id: Option<&str>| {
            assert_eq!(License::nearest(text).map(|row| row.id), id, "{text}");
        };
        case("etlab-2.0", Some("etalab-2.0"));
        case("CC-BY4.0", Some("CC-BY-4.0"));
        case("odlb-1.0", Some("ODbL-1.0"));
        case("City of Philadelphia License", None);
    }
}
