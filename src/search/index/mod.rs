//! From datasets to posting lists: words, their classes, tantivy's index, and whole-number scores.

mod lexicon;
mod order;
mod scores;
mod stems;
mod texts;
mod tokens;

pub(crate) use lexicon::{Class, Lexicon};
pub(crate) use order::Ids;
pub(crate) use scores::{Posting, Scorer, UNIT};
pub use texts::Field;

use rayon::prelude::*;
use tantivy::Index as Inverted;
use tantivy::directory::RamDirectory;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

use crate::site::Site;
use tokens::Batch;

/// Datasets whose words are found together: the words of a batch are told apart once.
const BATCH: usize = 256;
/// Bytes that tantivy's writer may take for the hash tables it begins with.
const WRITER_BYTES: usize = 16 << 20;

/// The index of a site's listed datasets. Words are numbered classes: what tantivy stores as terms.
pub struct Index {
    pub(crate) ids: Ids,
    pub(crate) lexicon: Lexicon,
    pub(crate) inverted: Inverted,
}

impl Index {
    /// Indexes the listed datasets. The same site gives the same index, whatever the number of threads.
    pub fn of(site: &Site) -> Self {
        let ids = Ids::of(&site.catalog, &site.listed);
        let mut lexicon = Lexicon::default();
        let mut writer = writer();
        let batches: Vec<&[usize]> = ids.datasets.chunks(BATCH).collect();
        // While one thread writes a round of batches, the others find the words of the next.
        let analyse =
            |round: &[&[usize]]| -> Vec<Batch> { round.par_iter().map(|part| Batch::of(site, part)).collect() };
        let mut rounds = batches.chunks(2 * rayon::current_num_threads());
        let mut ready = rounds.next().map(analyse);
        while let Some(round) = ready {
            let next = rounds.next();
            let (_, found) = rayon::join(
                || round.into_iter().for_each(|batch| add(batch, &mut lexicon, &mut writer)),
                || next.map(analyse),
            );
            ready = found;
        }
        lexicon.finish();
        let inverted = writer.finalize().expect("internal error: an index in memory can be finished");
        Self { ids, lexicon, inverted }
    }

    /// The index as tantivy sees it: a text field for each [`Field`], whose terms are [`term`]s.
    pub fn inverted(&self) -> &Inverted {
        &self.inverted
    }

    /// The terms, in the inverted index, of the classes that a word as it is written in a query has.
    pub fn terms_of(&self, word: &str) -> Vec<String> {
        self.lexicon.classes_of(word).into_iter().map(term).collect()
    }

    /// The ids of the datasets, in the order in which tantivy numbers them.
    pub fn dataset_ids(&self) -> &[u32] {
        &self.ids.ids
    }
}

fn writer() -> SingleSegmentIndexWriter {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("whitespace")
        .set_fieldnorms(true)
        .set_index_option(IndexRecordOption::WithFreqs);
    let mut schema = Schema::builder();
    for field in Field::ALL {
        schema.add_text_field(field.name(), TextOptions::default().set_indexing_options(indexing.clone()));
    }
    let builder = Inverted::builder().schema(schema.build());
    let writer = builder.single_segment_index_writer(RamDirectory::create(), WRITER_BYTES);
    writer.expect("internal error: an index in memory can be begun")
}

/// Gives the words of a batch to tantivy, as terms parted by blanks.
fn add(batch: Batch, lexicon: &mut Lexicon, writer: &mut SingleSegmentIndexWriter) {
    let classes = lexicon.add(&batch);
    let schema: Vec<_> = (0..Field::ALL.len() as u32).map(tantivy::schema::Field::from_field_id).collect();
    for fields in batch.datasets() {
        let mut document = tantivy::TantivyDocument::new();
        for (field, words) in schema.iter().zip(fields).filter(|(_, words)| !words.is_empty()) {
            let mut text = String::with_capacity(words.len() * 5);
            for word in words {
                text.push_str(&term(classes[*word as usize]));
                text.push(' ');
            }
            document.add_text(*field, text);
        }
        writer.add_document(document).expect("internal error: an index in memory takes a document");
    }
}

/// The term of a class: four letters or digits, sorted like the number.
fn term(class: u32) -> String {
    const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let digit = |power: u32| char::from(DIGITS[(class / power % 62) as usize]);
    [238_328, 3_844, 62, 1].map(digit).iter().collect()
}
