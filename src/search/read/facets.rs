//! Filters by facet values, and how many datasets each value would leave.

use std::collections::BTreeMap;

use super::answer::FacetCount;
use super::columns::{label, named};
use super::error::ReadError;
use super::index::Index;
use super::tags;

/// The filters of a question.
pub(super) struct Filters {
    by_facet: BTreeMap<String, Filter>,
}

/// The filter of a facet.
struct Filter {
    chosen: Vec<Chosen>,
    /// Whether each id has one of them.
    passes: Vec<bool>,
}

/// A chosen value.
struct Chosen {
    value: String,
    label: String,
    ids: Vec<u32>,
}

impl Filters {
    /// The filters of the chosen values; a facet without any chooses nothing.
    pub(super) fn of(index: &Index<'_>, chosen: &BTreeMap<String, Vec<String>>) -> Result<Self, ReadError> {
        let chosen = chosen.iter().filter(|(_, values)| !values.is_empty());
        let filters = chosen.map(|(facet, values)| {
            let filter = if facet == "tag" { by_tag(index, values) } else { by_column(index, facet, values) };
            Ok((facet.clone(), filter?))
        });
        Ok(Self { by_facet: filters.collect::<Result<_, _>>()? })
    }

    /// Takes the ids away that do not pass, but for the filter of one facet.
    pub(super) fn keep(&self, hits: &mut [bool], but: Option<&str>) {
        for (_, filter) in self.by_facet.iter().filter(|(facet, _)| Some(facet.as_str()) != but) {
            hits.iter_mut().zip(&filter.passes).for_each(|(hit, passes)| *hit &= passes);
        }
    }

    /// The values of a facet that some hit has or that are chosen, with their counts, over the hits before filters.
    pub(super) fn counts(&self, index: &Index<'_>, facet: &str, hits: &[bool]) -> Result<Vec<FacetCount>, ReadError> {
        let mut hits = hits.to_vec();
        self.keep(&mut hits, Some(facet));
        let chosen = self.by_facet.get(facet).map_or(&[][..], |filter| filter.chosen.as_slice());
        let mut found: BTreeMap<String, FacetCount> = BTreeMap::new();
        for Chosen { value, label, ids } in chosen {
            let count = ids.iter().filter(|id| hits[**id as usize]).count();
            let row = FacetCount { value: value.clone(), label: label.clone(), count, chosen: true };
            found.insert(value.clone(), row);
        }
        if let Some(column) = index.column(facet)? {
            let counts = column.counts(&hits).into_iter().enumerate().filter(|(_, count)| *count > 0);
            for (place, count) in counts {
                let value = &column.values[place];
                if !found.contains_key(value) {
                    let label = label(index, facet, &column, place)?;
                    found.insert(value.clone(), FacetCount { value: value.clone(), label, count, chosen: false });
                }
            }
        }
        let mut found: Vec<FacetCount> = found.into_values().collect();
        found.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.label.cmp(&other.label)));
        Ok(found)
    }
}

fn by_column(index: &Index<'_>, facet: &str, values: &[String]) -> Result<Filter, ReadError> {
    let column = index.column(facet)?;
    let mut filter = Filter::none(index);
    for value in values {
        let place = column.as_ref().and_then(|column| Some((column, column.place(value)?)));
        let (label, ids) = match place {
            Some((column, place)) => (label(index, facet, column, place)?, column.ids(place)),
            None => (named(index, facet, value)?, Vec::new()),
        };
        filter.add(Chosen { value: value.clone(), label, ids });
    }
    Ok(filter)
}

/// Tags are chosen by text, so that an address stays right when another tag comes to share its words.
fn by_tag(index: &Index<'_>, texts: &[String]) -> Result<Filter, ReadError> {
    let mut filter = Filter::none(index);
    for text in texts {
        let found = tags::of_text(index, text)?;
        if found.is_empty() {
            filter.add(Chosen { value: text.clone(), label: text.clone(), ids: Vec::new() });
        }
        found.into_iter().for_each(|tag| filter.add(Chosen { value: tag.value, label: tag.label, ids: tag.ids }));
    }
    Ok(filter)
}

impl Filter {
    fn none(index: &Index<'_>) -> Self {
        Self { chosen: Vec::new(), passes: vec![false; index.boot.ids as usize] }
    }

    fn add(&mut self, chosen: Chosen) {
        chosen.ids.iter().for_each(|id| self.passes[*id as usize] = true);
        self.chosen.push(chosen);
    }
}
