//! From a text to the one licence it names.
//!
//! All names and addresses in the text are gathered; a licence is found only when they agree.

use super::License;
use super::mention::{Mention, mention, words_are};
use super::names::{exact, whole};
use super::tokens::{Token, joined, tokens};

/// How a licence was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The text is the id, the slug or data.gouv.fr's id.
    Id,
    /// The text is another name of the licence.
    Name,
    /// The text has an address of the licence.
    Url,
    /// The text is a sentence that names the licence.
    Mention,
}

/// A recognised licence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    pub license: &'static License,
    pub by: By,
}

/// Words that make a name in the text one of several, or no statement about the data.
const HEDGES: [&str; 14] = [
    "varies",
    "various",
    "vary by",
    "most are",
    "per file",
    "similar to",
    "the code in",
    "(or ",
    "depending on",
    "not licensed under",
    "not covered by",
    "selon les",
    "variable selon",
    "sauf",
];

pub(super) fn find(text: &str) -> Option<Match> {
    let text = text.trim();
    if let Some(license) = exact(text) {
        return Some(Match { license, by: By::Id });
    }
    let tokens = tokens(text);
    let words = joined(&tokens);
    let has_address = tokens.iter().any(|token| !matches!(token, Token::Word(_) | Token::Break));
    let named = whole(&words);
    if let (Some(license), false) = (named, has_address) {
        return Some(Match { license, by: By::Name });
    }
    let lower = text.to_lowercase();
    if HEDGES.iter().any(|hedge| lower.contains(hedge)) {
        return None;
    }
    let by = match tokens.iter().any(|token| matches!(token, Token::License(_))) {
        true => By::Url,
        false => By::Mention,
    };
    let mut evidence = Evidence::gather(&tokens)?;
    evidence.licenses.extend(named.filter(|license| license.id != "other-pd"));
    let license = evidence.verdict()?;
    Some(Match { license, by })
}

/// What a text says.
#[derive(Default)]
struct Evidence {
    licenses: Vec<&'static License>,
    /// "Public domain" away from the name of a licence that means it.
    public_domain: bool,
}

impl Evidence {
    /// None when the text names a licence or version that the table lacks.
    fn gather(tokens: &[Token]) -> Option<Evidence> {
        let mut evidence = Evidence::default();
        let mut domains = Vec::new();
        let mut spans = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let found = match &tokens[at] {
                Token::License(license) => Mention::of(license, 1),
                Token::Unknown => return None,
                Token::Word(_) => mention(&tokens[at..]),
                Token::Foreign | Token::Break => Mention::Nothing,
            };
            match found {
                Mention::License(license, length) => {
                    evidence.licenses.push(license);
                    spans.push((at, at + length));
                    at += length;
                }
                Mention::Unknown => return None,
                Mention::Nothing => {
                    if words_are(&tokens[at..], &["public", "domain"]) {
                        domains.push(at);
                    }
                    at += 1;
                }
            }
        }
        let linked = |from: usize, to: usize| from <= to && tokens[from..to].iter().all(is_link);
        let beside = |domain: usize| spans.iter().any(|&(start, end)| linked(end, domain) || linked(domain + 2, start));
        evidence.public_domain = domains.into_iter().any(|domain| !beside(domain));
        Some(evidence)
    }

    /// The licence all names agree on. A name without version agrees with one of its versions.
    fn verdict(&self) -> Option<&'static License> {
        let mut verdict: Option<&'static License> = None;
        for &license in &self.licenses {
            verdict = Some(match verdict {
                None => license,
                Some(other) if other == license || is_version_of(other, license) => other,
                Some(other) if is_version_of(license, other) => license,
                Some(_) => return None,
            });
        }
        let license = verdict?;
        let says_so = ["us-pd", "CC-PDM-1.0", "PDDL-1.0"].contains(&license.id);
        (!self.public_domain || says_so).then_some(license)
    }
}

/// What may stand between "public domain" and the name of the licence that means it.
fn is_link(token: &Token) -> bool {
    match token {
        Token::Word(word) => {
            ["dedication", "licence", "mark", "under", "through", "via", "the", "a", "by", "sous", "par", "la"]
                .contains(&word.as_str())
        }
        Token::Break => true,
        _ => false,
    }
}

/// `CC-BY-4.0` is a version of `cc-by`.
fn is_version_of(version: &License, generic: &License) -> bool {
    let Some(kind) = generic.id.strip_prefix("cc-") else {
        return false;
    };
    version
        .slug
        .strip_prefix("cc-")
        .and_then(|slug| slug.strip_prefix(kind))
        .and_then(|rest| rest.strip_prefix('-'))
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::super::{ALL, names};
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(find(text).map(|found| found.license.id), expected, "{text}");
    }

    #[test]
    fn every_name_of_a_row_finds_it() {
        for license in ALL.iter() {
            for name in names::own_names(license) {
                case(name, Some(license.id));
                case(&format!(" {} ", name.to_uppercase()), Some(license.id));
            }
            if let Some(uri) = license.eu_uri() {
                case(&uri, Some(license.id));
            }
        }
    }

    #[test]
    fn whole_names_are_found_in_many_spellings() {
        case("CC-BY", Some("cc-by"));
        case("Creative Commons Attribution", Some("cc-by"));
        case("cc by sa 3", Some("CC-BY-SA-3.0"));
        case("CC BY-SA 3.0 IGO", Some("CC-BY-SA-3.0-IGO"));
        case("Creative Commons Attribution - Pas d'Utilisation Commerciale 4.0", Some("CC-BY-NC-4.0"));
        case("Licence ouverte", Some("etalab-2.0"));
        case("Licence Ouverte (Etalab)", Some("etalab-2.0"));
        case("Licence ouverte / Open Licence", Some("fr-lo"));
        case("License Etalab v2.0", Some("etalab-2.0"));
        case("Open Database License (ODbL) v1.0", Some("ODbL-1.0"));
        case("GPLv3", Some("GPL-3.0-only"));
        case("Public Domain", Some("other-pd"));
    }

    #[test]
    fn sentences_with_one_licence_name_it() {
        case("This data is licensed under CC BY 4.0 unless stated otherwise.", Some("CC-BY-4.0"));
        case("Données sous Licence Ouverte version 2.0.", Some("etalab-2.0"));
        case("[CC BY](https://creativecommons.org/licenses/by/4.0)", Some("CC-BY-4.0"));
        case("Dedicated to the public domain under CC0", Some("CC0-1.0"));
        case("© OpenStreetMap contributors, ODbL", Some("ODbL-1.0"));
    }

    #[test]
    fn two_licences_or_a_contradiction_are_none() {
        case("CC0, CC-BY", None);
        case("[CC-BY-SA 4.0](https://creativecommons.org/licenses/by/4.0/)", None);
        case("Various. Most are under the CC-BY license.", None);
        case("A is Public Domain, B is CC0", None);
        case("CC BY 3.0 until 2014, then CC BY 4.0", None);
    }

    #[test]
    fn versions_are_never_guessed() {
        case("Creative Commons 4.0", None);
        case("CC BY 1.0", None);
        case("ODbL 2.0", None);
        case("CDLA Permissive", None);
        case("under CC BY. 4 files follow.", Some("cc-by"));
        case("CC BY 2019", Some("cc-by"));
        case("BSD", None);
    }

    #[test]
    fn prose_without_a_licence_is_none() {
        case("", None);
        case("There are no restrictions on the use of this data.", None);
        case("See https://example.org/terms", None);
        case("Public domain. Attribution required for refereed papers.", None);
        case("City of Philadelphia License", None);
        case("Diffusé sous une licence ouverte à définir", None);
        case("Copyright MIT and Harvard", None);
    }

    #[test]
    fn a_match_says_how_it_was_made() {
        let by = |text: &str| find(text).map(|found| found.by);
        assert_eq!(by("ODbL-1.0"), Some(By::Id));
        assert_eq!(by("lov2"), Some(By::Id));
        assert_eq!(by("odbl"), Some(By::Name));
        assert_eq!(by("https://creativecommons.org/licenses/by/4.0/"), Some(By::Url));
        assert_eq!(by("released under CC BY 4.0"), Some(By::Mention));
    }
}
