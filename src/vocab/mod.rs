//! The controlled vocabularies of the field: static tables, and look-ups that forgive spelling.
//!
//! Every table names its source. Nothing here depends on the rest of the crate, reads a file or
//! guesses: a text that could be two codes is none.

pub mod access;
pub mod badge;
pub mod checksum;
pub mod format;
pub mod frequency;
pub mod granularity;
pub mod hvd;
mod index;
pub mod language;
pub mod license;
pub mod resource_type;
pub mod reuse;
pub mod role;
pub mod status;
mod term;
pub mod theme;
pub mod zone;

pub use format::Format;
pub use frequency::Frequency;
pub use language::Language;
pub use license::License;
pub use term::{Term, Vocabulary};
pub use theme::Theme;
pub use zone::Zone;

/// What people read for a code, in the two languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    pub en: &'static str,
    pub fr: &'static str,
}

impl Label {
    pub const fn new(en: &'static str, fr: &'static str) -> Label {
        Label { en, fr }
    }

    /// The same words in both languages: proper names, abbreviations.
    pub const fn same(text: &'static str) -> Label {
        Label { en: text, fr: text }
    }

    /// The label in a language (`fr`, `fr-CA`, …); English for any language but French.
    pub fn get(&self, lang: &str) -> &'static str {
        let primary = lang.split(['-', '_']).next().unwrap_or(lang);
        if primary.eq_ignore_ascii_case("fr") { self.fr } else { self.en }
    }
}

/// The candidate a mistyped word most probably meant, for "did you mean".
///
/// Distances are counted after folding case and accents; at most one change is forgiven for each
/// three letters (one at least). Of two candidates equally near, the first.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word);
    let limit = (word.chars().count() / 3).max(1);
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        // The difference of lengths is a lower bound of the distance.
        if candidate.is_ascii() && candidate.len().abs_diff(word.len()) > limit {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&word, &fold(candidate));
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Lower case without accents, trimmed; punctuation stays.
pub(crate) fn fold(text: &str) -> String {
    let text = text.trim();
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    deunicode::deunicode(text).to_lowercase()
}

/// What two spellings of one name share: words of letters and digits, folded, one space between.
pub(crate) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut is_apart = false;
    // One pass: every text of a catalogue comes through here.
    let mut add = |byte: u8| {
        if byte.is_ascii_alphanumeric() {
            if is_apart && !key.is_empty() {
                key.push(' ');
            }
            is_apart = false;
            key.push(char::from(byte.to_ascii_lowercase()));
        } else {
            is_apart = true;
        }
    };
    for c in text.chars() {
        match u8::try_from(c).ok().filter(u8::is_ascii) {
            Some(byte) => add(byte),
            None => deunicode::deunicode_char(c).unwrap_or("?").bytes().for_each(&mut add),
        }
    }
    key
}

/// What follows `base` in an address, whatever its scheme: `DAILY` of
/// `https://publications.europa.eu/resource/authority/frequency/DAILY`.
/// `base` is written without scheme, in lower case, and ends with its separator.
pub(crate) fn after_base<'a>(text: &'a str, base: &str) -> Option<&'a str> {
    let text = text.trim();
    let rest = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"))?;
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let head = rest.get(..base.len())?;
    head.eq_ignore_ascii_case(base).then(|| rest[base.len()..].trim_end_matches('/')).filter(|code| !code.is_empty())
}

/// The base, without scheme, of the authority tables of the EU Publications Office.
pub(crate) const EU_AUTHORITY: &str = "publications.europa.eu/resource/authority/";

/// The code of an EU authority table that an address names: `DAILY` for the table `frequency`.
pub(crate) fn eu_code<'a>(text: &'a str, table: &str) -> Option<&'a str> {
    after_base(text, EU_AUTHORITY)?.strip_prefix(table)?.strip_prefix('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_falls_back_to_english() {
        let label = Label::new("Daily", "Quotidienne");
        assert_eq!(label.get("fr"), "Quotidienne");
        assert_eq!(label.get("fr-CA"), "Quotidienne");
        assert_eq!(label.get("en"), "Daily");
        assert_eq!(label.get("br"), "Daily");
    }

    #[test]
    fn the_nearest_word_is_at_most_a_third_away_and_the_first_of_equals() {
        let words = ["annual", "monthly", "mensual", "cat", "car"];
        let case = |word: &str, expected: Option<&str>| {
            assert_eq!(nearest(word, words.into_iter()), expected, "{word}");
        };
        case("anual", Some("annual"));
        case("Mnothly", Some("monthly"));
        case("Ménsual", Some("mensual"));
        case("cab", Some("cat"));
        case("dog", None);
        case("hebdomadaire", None);
    }

    #[test]
    fn keys_ignore_case_accents_and_punctuation() {
        assert_eq!(key("  Données_Géo (v2) "), "donnees geo v2");
        assert_eq!(key("…"), "");
        assert_eq!(key("北亰 œuvre № 5 \u{e000}x"), "bei jing oeuvre no 5 x");
    }

    #[test]
    fn an_authority_address_gives_its_code_with_either_scheme() {
        let uri = "http://publications.europa.eu/resource/authority/frequency/DAILY_2";
        assert_eq!(eu_code(uri, "frequency"), Some("DAILY_2"));
        assert_eq!(eu_code(&uri.replace("http:", "https:"), "frequency"), Some("DAILY_2"));
        assert_eq!(eu_code(uri, "language"), None);
        assert_eq!(eu_code("daily", "frequency"), None);
    }
}
