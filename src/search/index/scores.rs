//! Scores: BM25 of every class in every dataset, summed over the fields and rounded to whole numbers, so that readers
//! only add.
//!
//! The formula is that of tantivy (Robertson and Zaragoza, 2009: k1 = 1.2, b = 0.75, a field's length in tantivy's 256
//! steps), in double precision. Number of datasets and mean lengths are rounded to a few digits first: a dataset more
//! would otherwise change every score of the catalogue, and with it every file of the search.

use tantivy::Index;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::index::InvertedIndexReader;
use tantivy::postings::{Postings, TermInfo};
use tantivy::schema::{Field as Column, IndexRecordOption};
use tantivy::{DocSet, TERMINATED};

use super::{Class, Field, Ids};

/// What one point of BM25 is in scores.
pub(crate) const UNIT: f64 = 1000.0;

const K1: f64 = 1.2;
const B: f64 = 0.75;
/// Binary digits that are kept of the number of datasets and of mean lengths.
const COUNT_DIGITS: i32 = 8;
const LENGTH_DIGITS: i32 = 9;

/// A class in a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    /// Id of the dataset.
    pub(crate) id: u32,
    /// In thousandths of a point.
    pub(crate) score: u32,
    /// Whether the title has the class.
    pub(crate) in_title: bool,
}

/// What is asked for scores, by field.
struct Part {
    boost: f64,
    reader: std::sync::Arc<InvertedIndexReader>,
    lengths: FieldNormReader,
    /// `k1 · (1 − b + b · length / mean length)` for each of tantivy's steps of length.
    penalties: [f64; 256],
}

/// The posting lists of an index, made one by one.
pub(crate) struct Scorer<'i> {
    ids: &'i Ids,
    parts: Vec<Part>,
    /// Where each class stands in each field.
    terms: Vec<[Option<TermInfo>; Field::ALL.len()]>,
    datasets: f64,
}

impl<'i> Scorer<'i> {
    /// Prepares the scores of an index; a boost for each field.
    pub(crate) fn new(inverted: &Index, classes: usize, ids: &'i Ids, boosts: [f64; Field::ALL.len()]) -> Self {
        let datasets = rounded(ids.ids.len() as f64, COUNT_DIGITS);
        let mut terms: Vec<[Option<TermInfo>; Field::ALL.len()]> = Vec::new();
        terms.resize_with(classes, Default::default);
        let searcher = inverted.reader().expect("internal error: the index can be read").searcher();
        let mut parts = Vec::new();
        for segment in searcher.segment_readers().iter().take(1) {
            for (place, field) in Field::ALL.into_iter().enumerate() {
                let column = Column::from_field_id(field as u32);
                let reader = segment.inverted_index(column).expect("internal error: the field is indexed");
                let lengths = segment.get_fieldnorms_reader(column).expect("internal error: lengths are kept");
                let mut stream = reader.terms().stream().expect("internal error: terms can be walked");
                while let Some((term, info)) = stream.next() {
                    terms[class_of(term) as usize][place] = Some(info.clone());
                }
                let mean = reader.total_num_tokens() as f64 / ids.ids.len() as f64;
                parts.push(Part {
                    boost: boosts[place],
                    penalties: penalties(rounded(mean.max(1.0), LENGTH_DIGITS)),
                    reader,
                    lengths,
                });
            }
        }
        Self { ids, parts, terms, datasets }
    }

    /// The posting list of a class, by id.
    pub(crate) fn postings(&self, class: Class) -> Vec<Posting> {
        let mut found: Vec<(u32, f64, bool)> = Vec::new();
        for (place, part) in self.parts.iter().enumerate() {
            if let Some(info) = &self.terms[class as usize][place] {
                self.add(part, info, place == Field::Title as usize, &mut found);
            }
        }
        // Stable: the scores of one dataset stay in the order of the fields, in which they are added.
        found.sort_by_key(|(document, ..)| *document);
        found
            .chunk_by(|one, other| one.0 == other.0)
            .map(|same| {
                let score: f64 = same.iter().map(|(_, score, _)| score).sum();
                Posting {
                    id: self.ids.ids[same[0].0 as usize],
                    score: ((score * UNIT).round() as u32).max(1),
                    in_title: same[0].2,
                }
            })
            .collect()
    }

    fn add(&self, part: &Part, info: &TermInfo, in_title: bool, found: &mut Vec<(u32, f64, bool)>) {
        let df = f64::from(info.doc_freq);
        let rarity = (1.0 + ((self.datasets - df).max(0.0) + 0.5) / (df + 0.5)).ln();
        let weight = part.boost * rarity * (1.0 + K1);
        let postings = part.reader.read_postings_from_terminfo(info, IndexRecordOption::WithFreqs);
        let mut postings = postings.expect("internal error: postings can be read");
        let mut document = postings.doc();
        while document != TERMINATED {
            let count = f64::from(postings.term_freq());
            let penalty = part.penalties[usize::from(part.lengths.fieldnorm_id(document))];
            found.push((document, weight * count / (count + penalty), in_title));
            document = postings.advance();
        }
    }
}

fn penalties(mean: f64) -> [f64; 256] {
    std::array::from_fn(|step| {
        let length = f64::from(FieldNormReader::id_to_fieldnorm(step as u8));
        K1 * (1.0 - B + B * length / mean)
    })
}

/// A number to so many binary digits; 0, for a catalogue without datasets, stays.
fn rounded(number: f64, digits: i32) -> f64 {
    if number <= 0.0 {
        return 0.0;
    }
    let step = 2f64.powi((number.log2().floor() as i32 - digits + 1).max(-20));
    (number / step).round() * step
}

/// The class of a term.
fn class_of(term: &[u8]) -> Class {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'Z' => u32::from(byte - b'A') + 10,
        _ => u32::from(byte - b'a') + 36,
    };
    term.iter().fold(0, |class, byte| class * 62 + digit(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_to_binary_digits() {
        assert_eq!(rounded(200.0, 8), 200.0);
        assert_eq!(rounded(0.0, 8), 0.0);
        assert_eq!(rounded(10_001.0, 8), 9_984.0);
        assert_eq!(rounded(10_100.0, 8), 10_112.0);
        assert!((rounded(127.31, 9) - 127.25).abs() < 0.01);
    }

    #[test]
    fn terms_and_classes_are_two_names_of_one_number() {
        for class in [0, 61, 62, 4_000, 14_000_000] {
            assert_eq!(class_of(super::super::term(class).as_bytes()), class);
        }
    }
}
