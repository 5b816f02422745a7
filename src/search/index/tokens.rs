//! The words of some datasets, each different one once.

use std::collections::{BTreeSet, HashMap};

use icu_normalizer::ComposingNormalizerBorrowed;

use super::super::words::{ELISIONS, analyse, known_fold};
use super::stems;
use super::texts::{Field, texts};
use crate::model::DatasetIndex;
use crate::site::Site;

/// A word of a batch.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Place of the language of its text.
    pub(super) language: u8,
    /// In lower case.
    pub(super) written: Box<str>,
    /// Without accents: what is looked up.
    pub(super) folded: Box<str>,
    /// How often it stands in the batch.
    pub(super) count: u32,
}

/// The words of a batch of datasets.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Different words.
    pub(super) words: Vec<Word>,
    /// Characters outside ASCII.
    pub(super) characters: BTreeSet<char>,
    /// Places of words, dataset after dataset, field after field.
    tokens: Vec<u32>,
    /// Ends in `tokens`, one for each field of each dataset.
    ends: Vec<usize>,
    #[allow(clippy::disallowed_types, reason = "looked up, never walked")]
    known: HashMap<u8, HashMap<Box<str>, u32>>,
}

impl Batch {
    pub(super) fn of(site: &Site, datasets: &[DatasetIndex]) -> Self {
        let mut batch = Self::default();
        let mut fields: [Vec<u32>; Field::ALL.len()] = Default::default();
        for index in datasets {
            texts(site, &site.catalog.datasets[*index], |field, language, text| {
                batch.add(stems::place(language), text, &mut fields[field as usize]);
            });
            for field in &mut fields {
                batch.tokens.append(field);
                batch.ends.push(batch.tokens.len());
            }
        }
        batch.known = HashMap::new();
        batch
    }

    fn add(&mut self, language: u8, text: &str, tokens: &mut Vec<u32>) {
        // Stemmers know letters with their accents, not letters and accents.
        let composed = text.contains(|c| ('\u{300}'..'\u{370}').contains(&c));
        let composed = composed.then(|| ComposingNormalizerBorrowed::new_nfc().normalize(text));
        let text = composed.as_deref().unwrap_or(text);
        if !text.is_ascii() {
            self.characters.extend(text.chars().filter(|c| !c.is_ascii()));
        }
        let known = self.known.entry(language).or_default();
        let words = &mut self.words;
        analyse(text, known_fold, &ELISIONS, |written, folded| {
            let place = match known.get(written) {
                Some(place) => *place,
                None => {
                    let place = words.len() as u32;
                    known.insert(written.into(), place);
                    words.push(Word { language, written: written.into(), folded: folded.into(), count: 0 });
                    place
                }
            };
            words[place as usize].count += 1;
            tokens.push(place);
        });
    }

    /// For each dataset, the words of each field.
    pub(super) fn datasets(&self) -> impl Iterator<Item = [&[u32]; Field::ALL.len()]> {
        let mut start = 0;
        self.ends.chunks_exact(Field::ALL.len()).map(move |ends| {
            std::array::from_fn(|field| {
                let words = &self.tokens[start..ends[field]];
                start = ends[field];
                words
            })
        })
    }
}
