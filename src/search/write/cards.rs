//! Cards: what results show of each dataset, in files of sixteen, and the blocks that name the files.

use rayon::prelude::*;
use serde_json::{Value, json};

use super::super::index::Ids;
use super::bundle::Bundle;
use crate::render::Renderer;
use crate::site::Site;

/// Ids whose cards are in one file.
const CARDS: usize = 16;
/// Files that one block names.
const FILES: usize = 256;

/// Writes the cards for readers of the language at that place of the settings; the names of the blocks.
pub(crate) fn write(
    site: &Site,
    renderer: &Renderer<'_>,
    ids: &Ids,
    language: usize,
    bundle: &mut Bundle,
) -> Vec<String> {
    let mut datasets: Vec<Option<usize>> = vec![None; ids.size as usize];
    for (index, id) in ids.datasets.iter().zip(&ids.ids) {
        datasets[*id as usize] = Some(*index);
    }
    let card = |index: &Option<usize>| index.map_or(json!(0), |index| card(site, renderer, language, index));
    let files: Vec<Value> =
        datasets.par_chunks(CARDS).map(|chunk| Value::Array(chunk.iter().map(card).collect())).collect();
    let names: Vec<String> = files.iter().map(|file| bundle.add("cards", file)).collect();
    names.chunks(FILES).map(|block| bundle.add("blocks", &block.concat())).collect()
}

fn card(site: &Site, renderer: &Renderer<'_>, language: usize, index: usize) -> Value {
    let record = renderer.record(language, index);
    json!([
        site.catalog.datasets[index].slug(),
        record.title,
        record.lang,
        record.acronym,
        record.producer,
        record.producer_path,
        record.summary,
        record.formats,
        record.files,
        record.license,
        record.date,
        record.frequency,
        record.badges,
        record.verdicts,
        record.points,
        record.measurable,
        record.maximum
    ])
}
