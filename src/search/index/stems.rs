//! Stems by language, through tantivy's pipeline. A language without a stemmer keeps its words whole.

use std::collections::BTreeMap;

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer};

/// Languages with a stemmer, by ISO 639-1 code.
const LANGUAGES: [(&str, Language); 18] = [
    ("ar", Language::Arabic),
    ("da", Language::Danish),
    ("de", Language::German),
    ("el", Language::Greek),
    ("en", Language::English),
    ("es", Language::Spanish),
    ("fi", Language::Finnish),
    ("fr", Language::French),
    ("hu", Language::Hungarian),
    ("it", Language::Italian),
    ("nl", Language::Dutch),
    ("no", Language::Norwegian),
    ("pt", Language::Portuguese),
    ("ro", Language::Romanian),
    ("ru", Language::Russian),
    ("sv", Language::Swedish),
    ("ta", Language::Tamil),
    ("tr", Language::Turkish),
];

/// The place of a language among those with a stemmer; [`NONE`] for any other.
pub(crate) fn place(code: &str) -> u8 {
    let base = code.split('-').next().unwrap_or(code);
    let base = if matches!(base, "nb" | "nn") { "no" } else { base };
    LANGUAGES.iter().position(|(known, _)| known.eq_ignore_ascii_case(base)).map_or(NONE, |place| place as u8)
}

/// No stemmer.
pub(crate) const NONE: u8 = u8::MAX;

/// Stemmers, made when a language is first met.
#[derive(Default)]
pub(crate) struct Stems(BTreeMap<u8, TextAnalyzer>);

impl Stems {
    /// The stem of a word in lower case.
    pub(crate) fn stem(&mut self, language: u8, word: &str) -> String {
        let Some((_, known)) = LANGUAGES.get(usize::from(language)) else { return word.to_owned() };
        let analyzer = self
            .0
            .entry(language)
            .or_insert_with(|| TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(*known)).build());
        let mut stream = analyzer.token_stream(word);
        if stream.advance() { stream.token().text.clone() } else { word.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let mut stems = Stems::default();
        let fr = place("fr-CA");
        assert_eq!(stems.stem(fr, "écoles"), stems.stem(fr, "école"));
        assert_eq!(stems.stem(place("en"), "markets"), stems.stem(place("en"), "market"));
        assert_eq!(stems.stem(place("eu"), "etxeak"), "etxeak");
    }
}
