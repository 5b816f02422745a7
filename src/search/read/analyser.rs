//! The analyser with the tables of the boot file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;

use super::error::Damage;
use crate::search::words::{self, Fold, analyse, unlisted_fold};

/// What characters and words before apostrophes are in this catalogue.
#[derive(Clone, Debug, Default)]
pub(super) struct Analyser {
    fold: BTreeMap<char, Fold>,
    elisions: Vec<String>,
}

impl Analyser {
    /// The analyser of `fold` and `elisions` of a boot file.
    pub(super) fn read(fold: &BTreeMap<String, Value>, elisions: Vec<String>) -> Result<Self, Damage> {
        let entry = |(key, value): (&String, &Value)| {
            let mut characters = key.chars();
            let (Some(character), None) = (characters.next(), characters.next()) else {
                return Err("a folding is not of one character");
            };
            match value {
                Value::String(folded) => Ok((character, Fold::As(folded.as_str().into()))),
                Value::Number(number) if number.as_u64() == Some(0) => Ok((character, Fold::Parts)),
                _ => Err("a folding is neither a text nor 0"),
            }
        };
        Ok(Self { fold: fold.iter().map(entry).collect::<Result<_, _>>()?, elisions })
    }

    /// The words of a text.
    pub(super) fn words(&self, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        analyse(text, |character| self.fold(character), &self.elisions, |_, word| found.push(word.to_owned()));
        found
    }

    /// Whether a character stands between words.
    pub(super) fn parts(&self, character: char) -> bool {
        words::parts(character, |character| self.fold(character))
    }

    fn fold(&self, character: char) -> Cow<'_, Fold> {
        match self.fold.get(&character) {
            Some(fold) => Cow::Borrowed(fold),
            None => Cow::Owned(unlisted_fold(character, |part| self.fold.get(&part))),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn analyser(fold: &Value) -> Result<Analyser, Damage> {
        let fold = serde_json::from_value(fold.clone()).expect("object");
        Analyser::read(&fold, vec![String::from("l")])
    }

    #[test]
    fn the_table_goes_before_unicode() {
        let analyser = analyser(&json!({"é": "i", "ö": "", "ü": 0})).expect("analyser");
        assert_eq!(analyser.words("l'été döner müde À"), ["iti", "dner", "m", "de", "a"]);
        assert_eq!(
            ['é', 'ö', 'ü', '’', 'ʼ', ' ', 'A', '-'].map(|c| analyser.parts(c)),
            [false, false, true, true, true, true, false, true]
        );
    }

    #[test]
    fn damaged_tables_are_refused() {
        for fold in [json!({"ab": "a"}), json!({"": "a"}), json!({"é": 1}), json!({"é": null})] {
            assert!(analyser(&fold).is_err(), "{fold}");
        }
    }

    proptest! {
        #[test]
        fn any_table_and_text_have_words(fold: BTreeMap<char, Option<String>>, text: String) {
            let folded = |text: Option<String>| text.map_or(Fold::Parts, |text| Fold::As(text.into()));
            let fold = fold.into_iter().map(|(character, text)| (character, folded(text))).collect();
            let analyser = Analyser { fold, elisions: Vec::new() };
            prop_assert_eq!(analyser.words(&text), analyser.words(&text));
            prop_assert!(analyser.words(&text).iter().all(|word| !word.is_empty()));
        }
    }
}
