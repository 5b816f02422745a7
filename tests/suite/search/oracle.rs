//! The published scores against tantivy's own: the same hits, nearly always in the same order.

use std::collections::BTreeSet;

use etal::search::read::Question;
use etal::search::{Field, Index};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};

use super::catalogues::synthetic;
use super::queries::{Kind, queries};

/// Boosts that `site.toml` has when it says none, in the order of the fields.
const BOOSTS: [f32; 6] = [4.0, 3.0, 2.0, 1.0, 1.0, 1.0];
/// Words of the queries that are left out beside other words.
const STOP: [&str; 8] = ["dans", "pour", "avec", "from", "with", "that", "this", "have"];

/// Each word in any field: what the published scores stand for.
fn query(index: &Index, words: &[&str]) -> BooleanQuery {
    let word = |word: &&str| -> (Occur, Box<dyn Query>) {
        let mut fields: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for term in index.terms_of(word) {
            for (field, boost) in Field::ALL.into_iter().zip(BOOSTS) {
                let term = Term::from_field_text(tantivy::schema::Field::from_field_id(field as u32), &term);
                let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                fields.push((Occur::Should, Box::new(BoostQuery::new(Box::new(query), boost))));
            }
        }
        (Occur::Must, Box::new(BooleanQuery::new(fields)))
    };
    BooleanQuery::new(words.iter().map(word).collect())
}

fn answer(index: &Index, searcher: &Searcher, words: &[&str]) -> (Vec<u32>, usize) {
    let query = query(index, words);
    let (top, count) = searcher.search(&query, &(TopDocs::with_limit(10).order_by_score(), Count)).unwrap();
    (top.iter().map(|(_, address)| index.dataset_ids()[address.doc_id as usize]).collect(), count)
}

#[test]
fn scores_order_hits_as_tantivy_does() {
    let catalogue = synthetic(10_000);
    let index = Index::of(&catalogue.site);
    let searcher = index.inverted().reader().unwrap().searcher();
    let reader = catalogue.reader();
    let (mut asked, mut same, mut overlap) = (0, 0, 0.0);
    for kind in [Kind::Words, Kind::Folded] {
        for query in queries(&catalogue.site, kind, 300) {
            let words: Vec<&str> = query.text.split_whitespace().collect();
            if words.iter().any(|word| STOP.contains(&word.to_lowercase().as_str())) {
                continue;
            }
            let question = Question { text: query.text.clone(), page: 1, size: 10, ..Question::default() };
            let ours = reader.search(&question).unwrap();
            let ids: Vec<u32> = ours.hits.iter().map(|hit| hit.id).collect();
            let (theirs, count) = answer(&index, &searcher, &words);
            assert_eq!(ours.total, count, "{}", query.text);
            let common = ids.iter().collect::<BTreeSet<_>>().intersection(&theirs.iter().collect()).count();
            overlap += common as f64 / theirs.len().max(1) as f64;
            same += usize::from(ids == theirs);
            asked += 1;
        }
    }
    let (overlap, same) = (overlap / f64::from(asked), same as f64 / f64::from(asked));
    eprintln!("{asked} queries: overlap@10 {overlap:.4}, same order {same:.4}");
    assert!(asked > 400 && overlap >= 0.995 && same >= 0.98, "overlap@10 {overlap:.4}, same order {same:.4}");
}
