//! All words of the catalogue: forms, as they are looked up, and the classes of one stem that they stand in.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::words::{ELISIONS, analyse, known_fold};
use super::stems::Stems;
use super::tokens::{Batch, Word};

/// Number of a class, in the order in which classes are first met.
pub(crate) type Class = u32;

/// A form of a word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    /// Its classes, ascending by stem.
    pub(crate) classes: Vec<Class>,
    /// How often it stands in the catalogue.
    pub(crate) count: u64,
}

/// The words of a catalogue.
#[derive(Default)]
#[allow(clippy::disallowed_types, reason = "maps of hashes are looked up, never walked")]
pub(crate) struct Lexicon {
    /// All forms, sorted.
    pub(crate) forms: BTreeMap<Box<str>, Form>,
    /// The stem of each class, without accents.
    pub(crate) stems: Vec<Box<str>>,
    /// Characters outside ASCII.
    pub(crate) characters: BTreeSet<char>,
    known: HashMap<u8, HashMap<Box<str>, (u32, Class)>>,
    by_stem: HashMap<Box<str>, Class>,
    by_form: HashMap<Box<str>, u32>,
    found: Vec<Form>,
    stemmers: Stems,
}

impl Lexicon {
    /// Adds the words of a batch; the class of each.
    pub(super) fn add(&mut self, batch: &Batch) -> Vec<Class> {
        self.characters.extend(&batch.characters);
        batch.words.iter().map(|word| self.class_of(word)).collect()
    }

    fn class_of(&mut self, word: &Word) -> Class {
        if let Some((form, class)) = self.known.get(&word.language).and_then(|words| words.get(&word.written)) {
            self.found[*form as usize].count += u64::from(word.count);
            return *class;
        }
        let stem = folded(&self.stemmers.stem(word.language, &word.written), &word.folded);
        let class = *self.by_stem.entry(stem.clone()).or_insert_with(|| {
            self.stems.push(stem);
            self.stems.len() as Class - 1
        });
        let form = *self.by_form.entry(word.folded.clone()).or_insert_with(|| {
            self.found.push(Form::default());
            self.found.len() as u32 - 1
        });
        let found = &mut self.found[form as usize];
        found.count += u64::from(word.count);
        if !found.classes.contains(&class) {
            found.classes.push(class);
        }
        self.known.entry(word.language).or_default().insert(word.written.clone(), (form, class));
        class
    }

    /// Puts the forms in order, once all batches are there.
    pub(super) fn finish(&mut self) {
        self.known = HashMap::new();
        self.by_stem = HashMap::new();
        let mut found = std::mem::take(&mut self.found);
        for form in &mut found {
            form.classes.sort_by(|one, other| self.stems[*one as usize].cmp(&self.stems[*other as usize]));
        }
        let numbers = std::mem::take(&mut self.by_form);
        self.forms = numbers.into_iter().map(|(text, at)| (text, std::mem::take(&mut found[at as usize]))).collect();
    }

    /// The classes of a word as it is written in a query.
    pub(super) fn classes_of(&self, word: &str) -> Vec<Class> {
        let mut classes = Vec::new();
        analyse(word, known_fold, &ELISIONS, |_, folded| {
            classes.extend(self.forms.get(folded).into_iter().flat_map(|form| &form.classes));
        });
        classes
    }
}

/// A stem without accents; `whole` if nothing is left of it.
fn folded(stem: &str, whole: &str) -> Box<str> {
    if stem.is_ascii() {
        return stem.into();
    }
    let mut out = String::with_capacity(stem.len());
    analyse(stem, known_fold, &ELISIONS, |_, folded| out.push_str(folded));
    if out.is_empty() { whole.into() } else { out.into_boxed_str() }
}
