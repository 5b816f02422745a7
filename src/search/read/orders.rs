//! Orders of hits.

use super::error::ReadError;
use super::index::Index;
use super::store::damaged;

/// An order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// The best match first; without words the last update.
    #[default]
    Relevance,
    /// Last update, newest first.
    Updated,
    /// First publication, newest first.
    Newest,
    /// Title, in the order of the alphabet.
    Title,
    /// Quality, best first.
    Quality,
}

impl Order {
    /// All orders.
    pub const ALL: [Self; 5] = [Self::Relevance, Self::Updated, Self::Newest, Self::Title, Self::Quality];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Updated => "updated",
            Self::Newest => "newest",
            Self::Title => "title",
            Self::Quality => "quality",
        }
    }
}

/// Puts hits, given as ids and scores in order of ids, into an order. Equals stay in order of ids.
pub(super) fn sort(index: &Index<'_>, hits: &mut [(u32, u64)], order: Order) -> Result<(), ReadError> {
    if order == Order::Relevance {
        hits.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        return Ok(());
    }
    let hash = match order {
        Order::Title => Some(&index.boot.languages[index.language].1.title),
        _ => index.boot.orders.get(order.name()),
    };
    let hash = hash.ok_or_else(|| damaged(&index.entry, "an order is missing"))?;
    let ranks = index.order(hash)?;
    hits.sort_by_key(|(id, _)| ranks[*id as usize]);
    Ok(())
}
