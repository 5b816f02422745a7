//! From addresses to licences, whatever their scheme, file name and language.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{ALL, License, names};
use crate::vocab::eu_code;

/// What an address says about the licence.
pub(super) enum Address {
    Of(&'static License),
    /// A version or kind that the table lacks.
    Unknown,
    /// Not an address of a licence we know.
    Foreign,
}

/// Catalogues of licences whose addresses end with an id.
const CATALOGUES: [&str; 6] = [
    "spdx.org/licenses/",
    "opendefinition.org/licenses/",
    "licenses.opendefinition.org/licenses/",
    "choosealicense.com/licenses/",
    "opensource.org/licenses/",
    "opensource.org/license/",
];

/// Reads an address, with its scheme or starting with `www.`.
pub(super) fn read(address: &str) -> Address {
    static BY_URL: LazyLock<HashMap<String, &'static License>> = LazyLock::new(|| {
        let mut by_url = HashMap::new();
        for license in ALL.iter() {
            for url in license.urls.iter().chain([&license.url]) {
                if !url.is_empty() {
                    by_url.entry(bare(url)).or_insert(*license);
                }
            }
        }
        by_url
    });
    if let Some(code) = eu_code(address, "licence") {
        return names::eu(code).map_or(Address::Unknown, Address::Of);
    }
    let bare = bare(address);
    if let Some(rest) = bare.strip_prefix("creativecommons.org/licenses/")
        && let Some(found) = creative_commons(rest)
    {
        return found;
    }
    if let Some(license) = BY_URL.get(&bare) {
        return Address::Of(license);
    }
    CATALOGUES
        .iter()
        .find_map(|catalogue| bare.strip_prefix(catalogue))
        .and_then(names::whole_text)
        .map_or(Address::Foreign, Address::Of)
}

/// `by-sa/4.0/fr` to the row of that kind and version; none when it is no kind.
fn creative_commons(path: &str) -> Option<Address> {
    let mut parts = path.split('/');
    let mut kind: Vec<&str> = parts.next()?.split('-').collect();
    if !kind.iter().all(|part| ["by", "nc", "sa", "nd"].contains(part)) {
        return None;
    }
    // Version 1.0 wrote `by-nd-nc`.
    kind.sort_by_key(|part| ["by", "nc", "sa", "nd"].iter().position(|known| known == part));
    let mut id = format!("cc-{}", kind.join("-"));
    let version = parts.next().filter(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    if let Some(version) = version {
        id = format!("{id}-{version}");
        if parts.next() == Some("igo") {
            id.push_str("-igo");
        }
    }
    Some(names::whole_text(&id).map_or(Address::Unknown, Address::Of))
}

/// Lower case without scheme, `www.`, query, file extension, language and final slash.
fn bare(url: &str) -> String {
    let url = url.trim().to_ascii_lowercase();
    let url = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    let url = url.strip_prefix("www.").unwrap_or(url);
    // EUR-Lex names its documents in the query; nothing else of the table does.
    let end = match url.contains("?uri=celex") {
        true => url.len(),
        false => url.find(['?', '#']).unwrap_or(url.len()),
    };
    let mut url = &url[..end];
    for mark in ["/legalcode", "/deed"] {
        if let Some((before, _)) = url.split_once(mark) {
            url = before;
        }
    }
    url = url.trim_end_matches('/');
    for ending in [".html", ".htm", ".txt", ".php", ".json", ".rdf", "/index"] {
        url = url.strip_suffix(ending).unwrap_or(url);
    }
    url.trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(address: &str, expected: Option<&str>) {
        let found = match read(address) {
            Address::Of(license) => Some(license.id),
            Address::Unknown => Some("unknown"),
            Address::Foreign => None,
        };
        assert_eq!(found, expected, "{address}");
    }

    #[test]
    fn addresses_of_one_licence_are_one() {
        case("http://creativecommons.org/licenses/by/4.0", Some("CC-BY-4.0"));
        case("https://creativecommons.org/licenses/by/4.0/deed.fr", Some("CC-BY-4.0"));
        case("https://creativecommons.org/licenses/by-nc/4.0/legalcode.txt", Some("CC-BY-NC-4.0"));
        case("https://creativecommons.org/licenses/by/2.5/ar", Some("CC-BY-2.5"));
        case("https://creativecommons.org/licenses/by/3.0/igo/", Some("CC-BY-3.0-IGO"));
        case("https://creativecommons.org/licenses/by-sa", Some("cc-by-sa"));
        case("www.opendefinition.org/licenses/cc-zero", Some("CC0-1.0"));
        case("https://spdx.org/licenses/PDDL-1.0.html", Some("PDDL-1.0"));
        case("https://choosealicense.com/licenses/mit/", Some("MIT"));
        case("http://publications.europa.eu/resource/authority/licence/CC_BYSA_4_0", Some("CC-BY-SA-4.0"));
        case("https://opendatacommons.org/licenses/odbl/summary/index.html", Some("ODbL-1.0"));
        case("https://www.apache.org/licenses/LICENSE-2.0.txt", Some("Apache-2.0"));
    }

    #[test]
    fn versions_the_table_lacks_are_unknown_and_other_addresses_foreign() {
        case("https://creativecommons.org/licenses/by-nd-nc/1.0/", Some("unknown"));
        case("http://publications.europa.eu/resource/authority/licence/OSL_3_0", Some("unknown"));
        case("https://example.org/terms", None);
        case("https://creativecommons.org/about/", None);
    }

    #[test]
    fn every_address_of_the_table_gives_its_row() {
        for license in ALL.iter().filter(|license| !license.id.starts_with("cc-")) {
            for url in license.urls.iter().chain([&license.url]) {
                if !url.is_empty() {
                    case(url, Some(license.id));
                }
            }
        }
    }
}
