//! The files of columns: which values each dataset has, in one of three ways.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::rc::Rc;

use serde::Deserialize;

use super::columns::{Column, Datasets, Labels, Set};
use super::error::Damage;
use super::symbols::Symbols;

/// Values of all combinations that are gone through one by one.
const MOST_PLACES: usize = 1 << 22;

/// A file of a column.
pub(super) enum Written {
    /// With the values of each dataset.
    Own(Rc<Column>),
    /// With the values that follow from those of another column.
    Following(Following),
}

/// A column that follows from another one.
pub(super) struct Following {
    values: Vec<String>,
    labels: Labels,
    /// The name of the other one.
    pub(super) from: String,
    /// The place here of each value there.
    map: Vec<usize>,
}

/// A column as it is written.
#[derive(Deserialize)]
pub(super) struct Raw {
    values: Vec<String>,
    #[serde(default)]
    labels: Labels,
    #[serde(flatten)]
    datasets: RawDatasets,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawDatasets {
    Sets { sets: Vec<String>, each: u32, ids: String },
    Lists { lists: Vec<String> },
    Of { from: String, map: Vec<usize> },
}

impl Written {
    /// A column of a catalogue with so many ids.
    pub(super) fn read(raw: Raw, ids: u32) -> Result<Self, Damage> {
        let Raw { values, labels, datasets } = raw;
        let count = values.len();
        if labels.values().any(|labels| labels.len() != count) {
            return Err("there is not a label for each value");
        }
        let datasets = match datasets {
            RawDatasets::Sets { sets, each, ids: text } => {
                let sets: Vec<Set> = sets.iter().map(|set| ranges(set, count)).collect::<Result<_, _>>()?;
                let of_ids = sets_of(&text, each, sets.len(), ids as usize)?;
                Datasets::Sets(sets, of_ids.into())
            }
            RawDatasets::Lists { lists } if lists.len() == count => {
                Datasets::Lists(lists.iter().map(|list| ids_of(list, ids)).collect::<Result<_, _>>()?)
            }
            RawDatasets::Of { from, map } if map.iter().all(|place| *place < count) => {
                return Ok(Self::Following(Following { values, labels, from, map }));
            }
            _ => return Err("it has not as many lists or places as values"),
        };
        Ok(Self::Own(Rc::new(Column { values, labels, datasets })))
    }
}

impl Following {
    /// The column, made from the one that it follows from.
    pub(super) fn of(&self, other: &Written) -> Result<Column, Damage> {
        let Written::Own(other) = other else {
            return Err("it follows from a column that follows from another one");
        };
        let Datasets::Sets(sets, of_ids) = &other.datasets else {
            return Err("it follows from a column that has no combinations");
        };
        if self.map.len() != other.values.len() {
            return Err("it has not a place for each value of the column that it follows from");
        }
        let places = |range: &RangeInclusive<usize>| range.end() - range.start() + 1;
        if sets.iter().flatten().map(places).fold(0, usize::saturating_add) > MOST_PLACES {
            return Err("it follows from too many combinations");
        }
        let set = |set: &Set| {
            let places: BTreeSet<usize> = set.iter().cloned().flatten().map(|place| self.map[place]).collect();
            places.into_iter().map(|place| place..=place).collect()
        };
        let datasets = Datasets::Sets(sets.iter().map(set).collect(), Rc::clone(of_ids));
        Ok(Column { values: self.values.clone(), labels: self.labels.clone(), datasets })
    }
}

/// The combination of each id, below `count`: `each` of them in a symbol, or none and a varint for each.
fn sets_of(text: &str, each: u32, count: usize, ids: usize) -> Result<Vec<u32>, Damage> {
    let mut symbols = Symbols::new(text);
    let base = u32::try_from(count.max(2)).map_err(|_| "there are more combinations than can be")?;
    let mut sets = Vec::with_capacity(ids);
    while sets.len() < ids {
        if each == 0 {
            sets.push(symbols.varint()?);
            continue;
        }
        let mut symbol = symbols.symbol()?;
        for _ in 0..each.min((ids - sets.len()) as u32) {
            sets.push(symbol % base);
            symbol /= base;
        }
    }
    symbols.finish()?;
    if sets.iter().any(|set| *set as usize >= count) {
        return Err("a combination of values is missing");
    }
    Ok(sets)
}

/// `0-1,4` as ranges of places below `count`.
fn ranges(set: &str, count: usize) -> Result<Set, Damage> {
    let mut least = 0;
    let range = |text: &str| {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
        let is_next = least <= first && first <= last && last < count;
        least = last.saturating_add(1);
        is_next.then_some(first..=last)
    };
    let ranges = set.split(',').filter(|text| !text.is_empty()).map(range);
    ranges.collect::<Option<_>>().ok_or("a combination is of values that are not there")
}

/// The ids of a list: how many, then each.
pub(super) fn ids_of(list: &str, limit: u32) -> Result<Vec<u32>, Damage> {
    let mut symbols = Symbols::new(list);
    let count = symbols.count()?;
    let ids = symbols.ascending(count, limit)?;
    symbols.finish()?;
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn written(value: Value, ids: u32) -> Result<Written, Damage> {
        Written::read(serde_json::from_value(value).map_err(|_| "shape")?, ids)
    }

    fn of_sets(sets: &[&str], ids: &str) -> Result<Rc<Column>, Damage> {
        let value = json!({"values": ["csv", "json", "xml"], "sets": sets, "each": 1, "ids": ids});
        match written(value, ids.len() as u32)? {
            Written::Own(column) => Ok(column),
            Written::Following(_) => Err("it follows"),
        }
    }

    #[test]
    fn combinations_are_counted_and_chosen() {
        let column = of_sets(&["", "0-1", "0,2"], "!##$$").expect("column");
        assert_eq!(column.counts(&[true; 5]), [4, 2, 2]);
        assert_eq!(column.counts(&[true, true, false, false, true]), [2, 1, 1]);
        let mut marks = [false; 5];
        column.mark(&[1, 9], &mut marks);
        assert_eq!(marks, [false, true, true, false, false]);
        assert_eq!(column.ids(2), [3, 4]);
    }

    #[test]
    fn several_combinations_may_share_a_symbol() {
        // 1 + 3 · 2 + 9 · 0 + 27 · 1 = 34, then 2.
        assert_eq!(sets_of("D$", 4, 3, 5), Ok(vec![1, 2, 0, 1, 2]));
        assert_eq!(sets_of("!!", 3, 1, 4), Ok(vec![0; 4]));
        assert_eq!(sets_of("#!", 0, 2, 2), Ok(vec![1, 0]));
        for (text, each, count, ids) in
            [("D", 4, 3, 5), ("D$!", 4, 3, 5), ("#", 3, 1, 1), ("", 0, 0, 1), ("$", 0, 2, 1)]
        {
            assert!(sets_of(text, each, count, ids).is_err(), "{text} {each} {count}");
        }
        assert_eq!(sets_of("!", u32::MAX, 1, 300), Ok(vec![0; 300]));
    }

    #[test]
    fn a_column_may_follow_from_another() {
        let other = Written::Own(of_sets(&["", "0-1", "0,2"], "!##$$").expect("column"));
        let following = |map: &[usize]| {
            let value = json!({"values": ["text", "table"], "from": "format", "map": map});
            match written(value, 5)? {
                Written::Following(following) => following.of(&other).map(|column| column.counts(&[true; 5])),
                Written::Own(_) => Err("it stands for itself"),
            }
        };
        assert_eq!(following(&[1, 1, 0]), Ok(vec![2, 4]));
        assert!(following(&[1, 1, 2]).is_err() && following(&[1, 1]).is_err());
    }

    #[test]
    fn combinations_of_nothing_are_refused() {
        for set in ["3", "0-3", "1-0", "0,0", "1,0", "-", "a", "0-", "0-18446744073709551615"] {
            assert!(of_sets(&[set], "!").is_err(), "{set}");
        }
        assert!(of_sets(&[""], "#").is_err() && of_sets(&[""], "\"").is_err());
    }
}
