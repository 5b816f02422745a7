//! The index of a site: the boot file, and the other files when they are asked for.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::boot::Boot;
use super::cards::Card;
use super::column_files::Written;
use super::columns::Column;
use super::error::ReadError;
use super::labels::Labels;
use super::store::{Files, Store};
use super::symbols::fixed;
use super::tags::Tags;
use super::terms::{Terms, forms_of};

/// The files of a search.
pub(super) struct Index<'f> {
    pub(super) boot: Boot,
    /// The name of the file that it began with.
    pub(super) entry: String,
    /// The place of the reader's language in the boot file.
    pub(super) language: usize,
    pub(super) store: Store<'f>,
    terms: Files<Terms>,
    postings: Files<Postings>,
    reversed: Files<Reversed>,
    starts: Files<BTreeMap<String, String>>,
    endings: Files<Vec<(String, String)>>,
    columns: Files<Written>,
    orders: Files<Vec<u32>>,
    tags: Files<Tags>,
    labels: Files<Labels>,
    blocks: Files<String>,
    cards: Files<Vec<Option<Card>>>,
}

/// A file of long posting lists.
pub(super) struct Postings {
    pub(super) keys: Vec<String>,
    pub(super) bodies: Vec<String>,
}

/// A file of the dictionary backwards.
pub(super) struct Reversed {
    /// Forms with their characters in reverse order, sorted.
    pub(super) forms: Vec<String>,
    /// ⌊log2 df⌋ of each, df being that of its largest class.
    pub(super) weights: Vec<u32>,
}

impl<'f> Index<'f> {
    pub(super) fn new(boot: Boot, language: usize, store: Store<'f>, entry: &str) -> Self {
        Self {
            boot,
            entry: entry.to_owned(),
            language,
            store,
            terms: Files::new("terms"),
            postings: Files::new("postings"),
            reversed: Files::new("reversed"),
            starts: Files::new("starts"),
            endings: Files::new("endings"),
            columns: Files::new("columns"),
            orders: Files::new("orders"),
            tags: Files::new("tags"),
            labels: Files::new("labels"),
            blocks: Files::new("blocks"),
            cards: Files::new("cards"),
        }
    }

    pub(super) fn terms(&self, hash: &str) -> Result<Rc<Terms>, ReadError> {
        self.terms.get(&self.store, hash, Terms::read)
    }

    pub(super) fn postings(&self, hash: &str) -> Result<Rc<Postings>, ReadError> {
        self.postings.get(&self.store, hash, |mut texts: Vec<String>| {
            let bodies = texts.split_off(1.min(texts.len()));
            let keys: Vec<String> = texts.concat().split(' ').map(str::to_owned).collect();
            if keys.len() != bodies.len() || !keys.is_sorted() {
                return Err("it has not a key for each list");
            }
            Ok(Postings { keys, bodies })
        })
    }

    pub(super) fn reversed(&self, hash: &str) -> Result<Rc<Reversed>, ReadError> {
        self.reversed.get(&self.store, hash, |(forms, weights): (String, String)| {
            let forms = forms_of(&forms)?;
            if !forms.is_sorted() {
                return Err("the forms are not sorted");
            }
            let weights = fixed(&weights, 1, forms.len())?;
            Ok(Reversed { forms, weights })
        })
    }

    pub(super) fn starts(&self, hash: &str) -> Result<Rc<BTreeMap<String, String>>, ReadError> {
        self.starts.get(&self.store, hash, Ok)
    }

    /// The pairs of endings, in the order to be tried.
    pub(super) fn endings(&self) -> Result<Rc<Vec<(String, String)>>, ReadError> {
        match &self.boot.endings {
            Some(hash) => self.endings.get(&self.store, hash, Ok),
            None => Ok(Rc::default()),
        }
    }

    /// The column of a facet, if some dataset has a value.
    pub(super) fn column(&self, facet: &str) -> Result<Option<Rc<Column>>, ReadError> {
        let Some(hash) = self.boot.columns.get(facet) else {
            return Ok(None);
        };
        let damaged = |fault| self.columns.damaged(hash, fault);
        match &*self.written_column(hash)? {
            Written::Own(column) => Ok(Some(Rc::clone(column))),
            Written::Following(column) => {
                let other = self.boot.columns.get(&column.from);
                let other = other.ok_or_else(|| damaged("it follows from a column that is not there"))?;
                column.of(&*self.written_column(other)?).map(|column| Some(Rc::new(column))).map_err(damaged)
            }
        }
    }

    fn written_column(&self, hash: &str) -> Result<Rc<Written>, ReadError> {
        self.columns.get(&self.store, hash, |raw| Written::read(raw, self.boot.ids))
    }

    /// The rank of each id in the order of a file.
    pub(super) fn order(&self, hash: &str) -> Result<Rc<Vec<u32>>, ReadError> {
        #[derive(serde::Deserialize)]
        struct Raw {
            width: usize,
            ids: String,
        }
        self.orders.get(&self.store, hash, |raw: Raw| fixed(&raw.ids, raw.width, self.boot.ids as usize))
    }

    pub(super) fn tags(&self, hash: &str) -> Result<Rc<Tags>, ReadError> {
        self.tags.get(&self.store, hash, |raw| Tags::read(raw, self.boot.ids))
    }

    /// The words of the reader's language.
    pub(super) fn labels(&self) -> Result<Rc<Labels>, ReadError> {
        self.labels.get(&self.store, &self.boot.languages[self.language].1.labels, Ok)
    }

    pub(super) fn block(&self, hash: &str) -> Result<Rc<String>, ReadError> {
        self.blocks.get(
            &self.store,
            hash,
            |names: String| {
                if names.is_ascii() { Ok(names) } else { Err("it has a name that is none") }
            },
        )
    }

    pub(super) fn cards(&self, hash: &str) -> Result<Rc<Vec<Option<Card>>>, ReadError> {
        self.cards.get(&self.store, hash, super::cards::read)
    }

    /// What is wrong with a body of a class.
    pub(super) fn damaged_list(&self, key: &str, fault: &'static str) -> ReadError {
        let form = key.split('~').next().unwrap_or(key);
        self.terms.damaged(self.boot.terms.find(form).unwrap_or_default(), fault)
    }

    /// What is wrong with a file of cards.
    pub(super) fn damaged_cards(&self, hash: &str, fault: &'static str) -> ReadError {
        self.cards.damaged(hash, fault)
    }
}
