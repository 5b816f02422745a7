//! The body of a posting list: which datasets have a class, with which scores, and where in the title.

use super::error::Damage;
use super::symbols::Symbols;

/// Up to so many distinct scores stand in order, and a place among them is one symbol.
const MOST_IN_ORDER: usize = 92;

/// A posting list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Body {
    /// Ids, ascending.
    pub(super) ids: Vec<u32>,
    /// The score of each.
    pub(super) scores: Vec<u32>,
    /// Places of those that have the class in the title, ascending.
    pub(super) titles: Vec<u32>,
}

impl Body {
    /// The body of a list of `df` datasets; all ids are below `limit`.
    pub(super) fn read(text: &str, df: usize, limit: u32) -> Result<Self, Damage> {
        let mut symbols = Symbols::new(text);
        let ids = symbols.ascending(df, limit)?;
        let distinct = scores(&mut symbols, df)?;
        let score = |place: usize| distinct.get(place).copied().ok_or("a score is missing");
        let scores = if distinct.len() == 1 {
            vec![distinct[0]; df]
        } else if distinct.len() <= MOST_IN_ORDER {
            (0..df).map(|_| score(symbols.symbol()? as usize)).collect::<Result<_, _>>()?
        } else {
            (0..df).map(|_| score(symbols.count()?)).collect::<Result<_, _>>()?
        };
        let count = symbols.count()?;
        let titles = symbols.ascending(count, df as u32)?;
        symbols.finish()?;
        Ok(Self { ids, scores, titles })
    }
}

/// The distinct scores.
fn scores(symbols: &mut Symbols<'_>, df: usize) -> Result<Vec<u32>, Damage> {
    let more = symbols.count()?;
    if more >= df {
        return Err("there are more scores than datasets");
    }
    let written = (0..=more).map(|_| symbols.varint()).collect::<Result<Vec<_>, _>>()?;
    if written.len() > MOST_IN_ORDER {
        return Ok(written);
    }
    let mut sum = 0u32;
    let sums = written.into_iter().map(|difference| {
        sum = sum.checked_add(difference).ok_or("a score is too large")?;
        Ok(sum)
    });
    sums.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::{body, varint};
    use super::*;

    #[test]
    fn one_score_needs_no_places() {
        let text = [3, 0, 0, 70, 1, 1].map(varint).concat();
        let wanted = Body { ids: vec![3, 4], scores: vec![70, 70], titles: vec![1] };
        assert_eq!(Body::read(&text, 2, 5), Ok(wanted));
        assert!(
            Body::read(&text, 2, 4).is_err() && Body::read(&text, 1, 5).is_err() && Body::read(&text, 3, 9).is_err()
        );
        assert!(Body::read(&(text + "!"), 2, 5).is_err());
    }

    proptest! {
        #[test]
        fn bodies_are_read_as_written(datasets in prop::collection::btree_map(0u32..2000, (1u32..400, any::<bool>()), 1..300)) {
            let ids: Vec<u32> = datasets.keys().copied().collect();
            let scores: Vec<u32> = datasets.values().map(|(score, _)| *score).collect();
            let titles = (0u32..).zip(datasets.values()).filter(|(_, (_, titled))| *titled).map(|(place, _)| place).collect();
            let wanted = Body { ids, scores, titles };
            prop_assert_eq!(Body::read(&body(&wanted), datasets.len(), 2000), Ok(wanted));
        }

        #[test]
        fn garbage_is_no_reason_to_panic(text in "[!-~]{0,60}", df in 0usize..300, limit in 0u32..1000) {
            let _ = Body::read(&text, df, limit);
        }
    }
}
