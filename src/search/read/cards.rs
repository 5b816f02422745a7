//! Cards: what results show of a dataset.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::{Damage, ReadError};
use super::index::Index;
use super::script::HASH;

/// Datasets of a file of cards.
const CARDS: u32 = 16;

/// Datasets of a block of such files.
const BLOCK: u32 = 4096;

/// What results show of a dataset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Its part of addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language of its texts; empty when it is the reader's.
    pub language: String,
    /// Its acronym, or empty.
    pub acronym: String,
    /// The name of who publishes it.
    pub producer: String,
    /// The producer's folder below the root of the language, or empty.
    pub path: String,
    /// The beginning of its description.
    pub summary: String,
    /// Values of the facet `format`.
    pub formats: Vec<String>,
    /// How many files it has.
    pub files: u32,
    /// A value of the facet `license`, or empty.
    pub license: String,
    /// Of the last update, as exact as it is known, or empty.
    pub date: String,
    /// A value of the facet `frequency`, or empty.
    pub frequency: String,
    /// `draft`, `retired`, `archived`, `restricted`, `account`.
    pub badges: Vec<String>,
    /// A character for each criterion: `p` passed, `f` failed, `u` unknown, `n` does not apply.
    pub verdicts: String,
    /// Points of quality.
    pub points: i32,
    /// Points that could be measured.
    pub measurable: i32,
    /// Points in all.
    pub maximum: i32,
}

/// The cards of a file; none for a free id.
pub(super) fn read(items: Vec<Value>) -> Result<Vec<Option<Card>>, Damage> {
    let card = |item: Value| match item {
        Value::Number(_) => Ok(None),
        item => serde_json::from_value(item).map(Some).map_err(|_| "a card is incomplete"),
    };
    items.into_iter().map(card).collect()
}

/// The card of a dataset.
pub(super) fn card(index: &Index<'_>, id: u32) -> Result<Card, ReadError> {
    let language = &index.boot.languages[index.language].1;
    let lost = || super::store::damaged(&index.entry, "the cards of a dataset are missing");
    let names = index.block(language.blocks.get((id / BLOCK) as usize).ok_or_else(lost)?)?;
    let first = (id % BLOCK / CARDS) as usize * HASH;
    let hash = names.get(first..first + HASH).ok_or_else(lost)?;
    let cards: Rc<Vec<Option<Card>>> = index.cards(hash)?;
    let card = cards.get((id % CARDS) as usize).cloned().flatten();
    card.ok_or_else(|| index.damaged_cards(hash, "a dataset has no card"))
}
