//! Places known by id: countries and their groups, French regions and departments.
//!
//! An id is `level:code`, as data.gouv.fr writes them (`country:fr`, `fr:departement:35`). Ids of
//! other levels (`fr:commune:35238`) are valid too, but their names are not known here.

mod table;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::index::Index;
use super::{Label, key, nearest};

pub use table::ALL;

/// A place known by id.
#[derive(Debug, PartialEq, Eq)]
pub struct Zone {
    pub id: &'static str,
    pub label: Label,
    /// ISO 3166-1 alpha-3 code of a country, which is also its code in the EU table `country`.
    pub iso3: Option<&'static str>,
}

impl Zone {
    /// The zone of an id; case, `/` for `:` and a trailing `@date` are forgiven.
    pub fn find(id: &str) -> Option<&'static Zone> {
        static BY_ID: LazyLock<HashMap<String, &'static Zone>> =
            LazyLock::new(|| ALL.iter().map(|zone| (zone.id.to_ascii_lowercase(), zone)).collect());
        BY_ID.get(&normalize(id)).copied()
    }

    /// The zone of a French or English name or of an alpha-3 country code. Of zones of one name
    /// (Guadeloupe is a country code, a region and a department) the first of the table.
    pub fn find_by_name(name: &str) -> Option<&'static Zone> {
        static BY_NAME: LazyLock<Index<Zone>> = LazyLock::new(|| {
            Index::new(ALL.iter().flat_map(|zone| {
                [zone.label.en, zone.label.fr].into_iter().chain(zone.iso3).map(move |name| (name, zone))
            }))
        });
        BY_NAME.find(name)
    }

    /// The level of this zone, one of the spatial granularities.
    pub fn level(&self) -> &'static str {
        level(self.id)
    }

    /// The id that a mistyped one most probably meant.
    pub fn nearest(id: &str) -> Option<&'static str> {
        nearest(&normalize(id), ALL.iter().map(|zone| zone.id))
    }

    /// The address in the EU table `country`, for a country.
    pub fn eu_uri(&self) -> Option<String> {
        let code = self.iso3?;
        Some(format!("http://publications.europa.eu/resource/authority/country/{code}"))
    }
}

/// The level of any zone id, known or not: `fr:commune` of `fr:commune:35238`, `country-subset`
/// of `country-subset:fr:metro`; the whole text when it has no `:`.
pub fn level(id: &str) -> &str {
    let end = match id.split(':').next() {
        Some("fr" | "FR") => id.match_indices(':').nth(1).map(|(at, _)| at),
        _ => id.find(':'),
    };
    &id[..end.unwrap_or(id.len())]
}

/// Lower case, `:` between the parts, no date.
fn normalize(id: &str) -> String {
    let id = id.trim();
    let id = id.split_once('@').map_or(id, |(id, _)| id);
    id.replace('/', ":").to_ascii_lowercase()
}

/// Whether a text has the form of a zone id: a level and a code of letters, digits, `-` and `_`.
pub fn is_id(text: &str) -> bool {
    let id = normalize(text);
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    let parts = id.split(':').count();
    (2..=4).contains(&parts) && id.split(':').all(part) && !key(&id).is_empty()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::granularity::GRANULARITIES;
    use super::*;

    #[test]
    fn the_table_has_all_countries_regions_and_departments() {
        let count = |wanted: &str| ALL.iter().filter(|zone| zone.level() == wanted).count();
        assert_eq!(count("country"), 249);
        assert_eq!(count("fr:region"), 18);
        assert_eq!(count("fr:departement"), 101);
        let ids: BTreeSet<_> = ALL.iter().map(|zone| zone.id).collect();
        assert_eq!(ids.len(), ALL.len());
    }

    #[test]
    fn every_zone_is_found_by_its_id_and_has_a_known_level() {
        for zone in ALL {
            assert_eq!(Zone::find(zone.id), Some(zone));
            assert!(is_id(zone.id), "{}", zone.id);
            assert!(GRANULARITIES.find(zone.level()).is_some(), "{}", zone.id);
            let by_name = Zone::find_by_name(zone.label.fr).map(|found| found.label.fr);
            assert_eq!(by_name, Some(zone.label.fr));
        }
    }

    #[test]
    fn old_spellings_of_ids_are_forgiven() {
        let case = |id: &str, name: Option<&str>| {
            assert_eq!(Zone::find(id).map(|zone| zone.label.fr), name, "{id}");
        };
        case("fr:departement:35", Some("Ille-et-Vilaine"));
        case("fr/departement/35@1860-07-01", Some("Ille-et-Vilaine"));
        case("fr:departement:2a", Some("Corse-du-Sud"));
        case("FR:Region:53", Some("Bretagne"));
        case("country:FR", Some("France"));
        case("fr:commune:35238", None);
        case("", None);
    }

    #[test]
    fn names_are_found_in_both_languages() {
        let case = |name: &str, id: Option<&str>| {
            assert_eq!(Zone::find_by_name(name).map(|zone| zone.id), id, "{name}");
        };
        case("Germany", Some("country:de"));
        case("allemagne", Some("country:de"));
        case("Ile de France", Some("fr:region:11"));
        case("Brittany", Some("fr:region:53"));
        case("monde", Some("country-group:world"));
        case("Guadeloupe", Some("country:gp"));
        case("Atlantis", None);
    }

    #[test]
    fn the_level_of_any_id_is_what_comes_before_its_code() {
        assert_eq!(level("fr:commune:35238"), "fr:commune");
        assert_eq!(level("country-subset:fr:metro"), "country-subset");
        assert_eq!(level("country:fr"), "country");
        assert_eq!(level("poi"), "poi");
    }

    #[test]
    fn the_form_of_an_id_is_checked() {
        assert!(is_id("fr:epci:243500139"));
        assert!(!is_id("Rennes"));
        assert!(!is_id("fr::35"));
        assert!(!is_id("see http://example.org/"));
    }
}
