//! From the index to files: one module for each kind of file. `docs/search-format.md` is what they promise.

mod body;
mod boot;
mod bundle;
mod cards;
mod columns;
mod cut;
mod dictionary;
mod endings;
mod facets;
mod labels;
mod orders;
mod reversed;
mod starts;
mod stop;
mod symbols;
mod tags;

use serde_json::json;

use super::index::{Ids, Index, Scorer};
use super::{Published, Shard};
use crate::model::Boosts;
use crate::render::Renderer;
use crate::site::{Site, Sort};

use boot::{Boot, InLanguage};
use bundle::{Bundle, named};
use dictionary::Dictionary;
use facets::Source;

/// Catalogues with fewer datasets have one file.
const SHARDED_FROM: usize = 100;

/// Bytes of a file of terms, lists or tags before compression: smaller files cost less to a query, and more in the
/// directory that every visit reads.
fn target(datasets: usize) -> usize {
    match datasets {
        0..4_096 => 8_000,
        4_096..32_768 => 12_000,
        _ => 18_000,
    }
}

/// All files of the search.
pub(crate) fn publish(site: &Site, renderer: &Renderer<'_>, index: Index) -> Published {
    let mut bundle = Bundle::default();
    let target = target(index.ids.datasets.len());
    let mut boot = Boot::new(&index.ids, index.lexicon.characters.iter(), site.now.to_string());
    let ids = words(site, index, &mut boot, &mut bundle, target);
    let (tags, column) = tags::write(site, renderer, &ids, &mut bundle, target);
    boot.directories.insert("tags", tags);
    boot.columns.insert("tag", column);
    let facets = facets::facets(site, renderer, &ids.datasets);
    for facet in &facets {
        let name = match &facet.of {
            Source::Sets(of) => bundle.add("columns", &columns::column(facet, of, &ids, &site.config.languages)),
            Source::Other(other, map) => bundle.add("columns", &columns::mapped(facet, other, map)),
        };
        boot.columns.insert(facet.name, name);
    }
    for sort in [Sort::Updated, Sort::Newest, Sort::Quality] {
        let order = orders::order(site, &ids, sort, "");
        boot.orders.insert(sort.name(), bundle.add("orders", &order));
    }
    for (place, code) in site.config.languages.iter().enumerate() {
        let in_language = InLanguage {
            labels: bundle.add("labels", &labels::labels(renderer, &facets, place)),
            title: bundle.add("orders", &orders::order(site, &ids, Sort::Title, code)),
            blocks: cards::write(site, renderer, &ids, place, &mut bundle),
        };
        boot.languages.insert(code.clone(), json!(in_language));
    }
    let entry = format!("boot/{}", bundle.add("boot", &boot));
    gathered(bundle, entry, ids.datasets.len())
}

/// Writes all that is about words. The index ends here: it is the largest value of all.
fn words(site: &Site, index: Index, boot: &mut Boot, bundle: &mut Bundle, target: usize) -> Ids {
    let Index { ids, lexicon, inverted } = index;
    let scorer = Scorer::new(&inverted, lexicon.stems.len(), &ids, boosts(&site.config.boosts));
    let mut dictionary = Dictionary::new(&lexicon, &scorer);
    drop(scorer);
    drop(inverted);
    boot.directories.insert("terms", dictionary.write(bundle, target));
    boot.directories.insert("reversed", reversed::write(&dictionary, bundle, target));
    boot.directories.insert("starts", starts::write(&dictionary, bundle, target / 2));
    boot.endings = bundle.add("endings", &endings::endings(&dictionary));
    drop(dictionary);
    ids
}

/// In the order of [`super::Field::ALL`].
fn boosts(boosts: &Boosts) -> [f64; 6] {
    let Boosts { title, tags, organization, description, resources, columns } = *boosts;
    [title, tags, organization, description, resources, columns]
}

/// The files as they are published: one alone when the catalogue is small.
fn gathered(bundle: Bundle, entry: String, datasets: usize) -> Published {
    if datasets >= SHARDED_FROM {
        return Published { shards: bundle.scripts(), entry: Some(entry) };
    }
    let whole = bundle.whole();
    let name = named(whole.as_bytes());
    let shard = Shard { path: format!("search/whole/{name}.js"), bytes: whole.into_bytes() };
    Published { shards: vec![shard], entry: Some(format!("whole/{name}")) }
}
