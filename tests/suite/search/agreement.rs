//! The two readers: the script, in a real browser on `file://`, must answer every question exactly as the Rust reader.

use std::fs;
use std::path::Path;

use etal::search::Published;
use etal::search::read::{Answer, Order, Question, Reader};
use etal::theme::Theme;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::catalogues::{searched, synthetic};
use super::queries::{Asked, Kind, queries};
use crate::browser::driver::Browser;

/// A page with the script and the files, under the policy of the search page.
pub(crate) fn page(folder: &Path, published: &Published) -> String {
    for shard in &published.shards {
        let path = folder.join(&shard.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &shard.bytes).unwrap();
    }
    let theme = Theme::load(&std::collections::BTreeMap::new()).unwrap();
    fs::write(folder.join("search.js"), &theme.asset("search.js").unwrap().bytes).unwrap();
    let html = "<!DOCTYPE html><meta charset=utf-8><meta http-equiv=Content-Security-Policy \
                content=\"default-src 'none'; script-src 'self'\"><title>t</title><script src=search.js></script>";
    fs::write(folder.join("page.html"), html).unwrap();
    format!("file://{}/page.html", folder.display())
}

/// Opens the page, and the engine as `engine` in it.
pub(crate) fn open(browser: &Browser, address: &str, entry: &str, language: &str) {
    browser.open(address);
    let opened = browser.run(&format!(
        "return etal.open('search/', '{entry}', '{language}').then((engine) => {{ window.engine = engine; return 1; }})"
    ));
    assert_eq!(opened, 1);
}

const FACETS: [&str; 6] = ["format", "organization", "tag", "year", "family", "updated"];

fn question(asked: &Asked, sort: Order) -> Question {
    let mut question = Question {
        text: asked.text.clone(),
        sort,
        page: 1,
        size: 20,
        facets: FACETS.map(str::to_owned).to_vec(),
        ..Question::default()
    };
    for (facet, value) in &asked.filters {
        question.filters.entry((*facet).to_owned()).or_default().push(value.clone());
    }
    question
}

/// What is compared: all but the cards, which are copies.
fn plain(answer: &Answer) -> Value {
    let hits: Vec<Value> = answer.hits.iter().map(|hit| json!([hit.id, hit.score])).collect();
    json!({
        "total": answer.total, "unfiltered": answer.unfiltered, "sort": answer.sort, "ranked": answer.ranked,
        "hits": hits, "facets": answer.facets, "corrections": answer.corrections,
        "suggestions": answer.suggestions, "without": answer.without,
    })
}

/// The answers of the script, as [`plain`] has them.
fn asked(browser: &Browser, questions: &[Question]) -> Vec<Value> {
    let questions: Vec<Value> = questions
        .iter()
        .map(|one| {
            json!({
                "text": one.text, "filters": one.filters, "sort": one.sort, "page": one.page, "size": one.size,
                "facets": one.facets,
            })
        })
        .collect();
    let script = format!(
        "const all = []; const ask = async () => {{ for (const question of {}) {{
           const {{ hits, marks, ...answer }} = await engine.search(question);
           all.push({{ ...answer, hits: hits.map(({{ id, score }}) => [id, score]) }});
         }} return all; }}; return ask();",
        serde_json::to_string(&questions).unwrap()
    );
    browser.run(&script).as_array().unwrap_or(&Vec::new()).clone()
}

/// Asks both readers; the number of questions.
pub(crate) fn compare(browser: &Browser, reader: &Reader<'_>, questions: &[Question]) -> usize {
    for some in questions.chunks(40) {
        let theirs = asked(browser, some);
        assert_eq!(theirs.len(), some.len());
        for (question, theirs) in some.iter().zip(theirs) {
            let ours = plain(&reader.search(question).unwrap());
            assert_eq!(theirs, ours, "{question:?}");
        }
    }
    questions.len()
}

#[test]
fn both_readers_agree_on_ten_thousand_datasets() {
    let Some(browser) = Browser::start() else { return };
    let catalogue = synthetic(10_000);
    let folder = TempDir::new().unwrap();
    let address = page(folder.path(), &catalogue.published);
    open(&browser, &address, catalogue.published.entry.as_deref().unwrap(), "fr");
    let kinds = [Kind::Words, Kind::Folded, Kind::Begun, Kind::Mistyped, Kind::Filtered, Kind::Operators];
    let orders = [Order::Relevance, Order::Updated, Order::Newest, Order::Title, Order::Quality];
    let mut questions = Vec::new();
    for kind in kinds {
        for (at, asked) in queries(&catalogue.site, kind, 200).iter().enumerate() {
            let order = if at % 3 == 0 { orders[at / 3 % orders.len()] } else { Order::Relevance };
            questions.push(question(asked, order));
        }
    }
    assert!(compare(&browser, &catalogue.reader(), &questions) >= 1_000);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn both_readers_agree_on_the_demonstration() {
    let Some(browser) = Browser::start() else { return };
    let catalogue = searched(&crate::demonstration::root());
    let folder = TempDir::new().unwrap();
    let address = page(folder.path(), &catalogue.published);
    open(&browser, &address, catalogue.published.entry.as_deref().unwrap(), "fr");
    let texts = [
        "marché",
        "marche ",
        "MARCHÉS",
        "marhcé ",
        "marhces ecole ",
        "tag:eau",
        "tag:ea",
        "tag:\"qualité de l'eau\"",
        "-tag:eau",
        "org:aubrelle",
        "format:csv -format:pdf",
        "license:odbl",
        "titre:écoles",
        "\"eau potable\"",
        "eau -potable",
        "l'eau",
        "d’eau",
        "les ",
        "les écoles",
        "é",
        "e",
        "",
        "-",
        "--",
        "\"",
        "tag:",
        "title:\"\"",
        "«\u{a0}eau\u{a0}»",
        "eau\u{a0}potable",
        "école-marché",
        "data.gouv",
        "xyzzy ",
        "xyzzyq plughq ",
        "20266 ",
        "2026x marhces ",
        "comment trier les déchets",
        "eco",
        "co",
        "constructor",
        "__proto__ ",
        "toString",
        "format:constructor",
        "2026",
        "½",
        "ﬁche",
        "東京",
        "title:marché eau ",
    ];
    let questions: Vec<Question> = texts
        .iter()
        .map(|text| Question {
            text: (*text).to_owned(),
            page: 1,
            size: 20,
            facets: ["format", "organization", "tag", "license", "quality", "access"].map(str::to_owned).to_vec(),
            ..Question::default()
        })
        .collect();
    compare(&browser, &catalogue.reader(), &questions);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
