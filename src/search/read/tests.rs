//! A search written by hand, asked and damaged.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

fn reader(files: BTreeMap<String, String>) -> Result<Reader<'static>, ReadError> {
    let fetch = move |path: &str| files.get(path).cloned().ok_or_else(|| Cause::from("no such file"));
    Reader::open("boot/aaaaaaaa", None, fetch)
}

fn question(text: &str) -> Question {
    Question { text: text.to_owned(), page: 1, size: 10, ..Question::default() }
}

fn ask(question: &Question) -> Answer {
    reader(samples::site()).and_then(|reader| reader.search(question)).expect("answer")
}

/// The hits as slugs with their scores.
fn hits(text: &str) -> Vec<(String, u64)> {
    ask(&question(text)).hits.into_iter().map(|hit| (hit.card.slug, hit.score)).collect()
}

#[track_caller]
fn found(text: &str, wanted: &[(&str, u64)]) {
    let wanted: Vec<(String, u64)> = wanted.iter().map(|(slug, score)| ((*slug).to_owned(), *score)).collect();
    assert_eq!(hits(text), wanted, "{text}");
}

#[test]
fn words_match_their_classes() {
    found("eau ", &[("a", 100), ("b", 40)]);
    found("eaux ", &[("a", 100), ("b", 40), ("c", 31)]);
    found("marches ", &[("b", 50), ("c", 20)]);
    found("eau marches ", &[("b", 90)]);
    found("title:marche ", &[("b", 50)]);
    found("titre:eau titre:marche ", &[]);
}

#[test]
fn the_open_word_matches_what_it_may_become() {
    found("ea", &[("a", 50), ("b", 20), ("c", 15)]);
    found("eau", &[("a", 100), ("b", 40), ("c", 15)]);
    found("marc", &[("b", 25), ("c", 10)]);
    found("title:marc", &[("b", 25)]);
    found("marc ", &[]);
    found("e", &[]);
}

#[test]
fn unknown_words_are_tried_with_other_endings() {
    found("potables ", &[("a", 10)]);
    found("marchees ", &[("b", 50), ("c", 20)]);
    assert_eq!(ask(&question("potables ")).corrections, []);
}

#[test]
fn excluded_clauses_take_away_what_has_all_of_them() {
    found("marche -eau ", &[("c", 20)]);
    found("marche -\"eau potable\" ", &[("b", 50), ("c", 20)]);
    found("marche -\"eau marche\" ", &[("c", 20)]);
    found("marche -eaus -inconnu ", &[("b", 50), ("c", 20)]);
    found("-eau ", &[("c", 0)]);
}

#[test]
fn without_words_hits_are_in_the_order_of_updates() {
    let answer = ask(&question("format:csv"));
    let slugs: Vec<&str> = answer.hits.iter().map(|hit| hit.card.slug.as_str()).collect();
    assert_eq!((slugs, answer.sort, answer.ranked), (vec!["b", "a"], Order::Updated, false));
    found("", &[("b", 0), ("a", 0), ("c", 0)]);
}

#[test]
fn clauses_choose_by_value_label_and_tag() {
    found("format:JSON", &[("b", 0)]);
    found("format:js", &[("b", 0)]);
    found("-format:cs", &[("c", 0)]);
    found("format:xml", &[]);
    found("license:odbl", &[]);
    found("tag:C++", &[("b", 0)]);
    found("tag:c", &[("b", 0), ("a", 0)]);
    found("tag:ea", &[("b", 0), ("a", 0)]);
    found("-tag:C", &[("b", 0), ("c", 0)]);
}

#[test]
fn mistyped_words_are_replaced_or_suggested() {
    let answer = ask(&question("\"potabel\" "));
    let correction = |from: &str, to: &str| Correction { from: from.to_owned(), to: to.to_owned() };
    assert_eq!(answer.corrections, [correction("potabel", "potable")]);
    assert_eq!((answer.total, answer.suggestions), (1, Vec::new()));
    let answer = ask(&question("eaxu "));
    let suggestion = Suggestion { word: String::from("eaxu"), forms: ["eau", "eaux"].map(String::from).to_vec() };
    assert_eq!((answer.total, answer.corrections, answer.suggestions), (0, Vec::new(), vec![suggestion]));
    let answer = ask(&question("potab1e "));
    let suggestion = Suggestion { word: String::from("potab1e"), forms: vec![String::from("potable")] };
    assert_eq!((answer.total, answer.corrections, answer.suggestions), (0, Vec::new(), vec![suggestion]));
    let answer = ask(&question("narchr zzzzz "));
    assert_eq!((answer.corrections, answer.suggestions), (Vec::new(), Vec::new()));
}

#[test]
fn what_each_word_stands_in_the_way_of_is_said() {
    let without = |word: &str, total| Without { word: word.to_owned(), total };
    let answer = ask(&question("potable marche "));
    assert_eq!(answer.without, [without("potable", 2), without("marche", 1)]);
    assert_eq!(ask(&question("potable inconnu ")).without, []);
    let filters = BTreeMap::from([(String::from("format"), vec![String::from("json")])]);
    let answer = ask(&Question { filters, ..question("eau potable ") });
    assert_eq!((answer.unfiltered, answer.without), (1, vec![without("eau", 0), without("potable", 1)]));
}

#[test]
fn facets_count_what_other_filters_leave() {
    let filter = |facet: &str, values: &[&str]| (facet.to_owned(), values.iter().map(|v| (*v).to_owned()).collect());
    let filters = BTreeMap::from([filter("format", &["json", "xml"]), filter("tag", &["C++", "absent"])]);
    let facets = ["format", "tag", "year"].map(String::from).to_vec();
    let answer = ask(&Question { filters, facets, ..question("") });
    let shown = |facet: &str| {
        let row = |row: &FacetCount| format!("{}={}:{}:{}", row.value, row.label, row.count, row.chosen);
        answer.facets[facet].iter().map(row).collect::<Vec<_>>()
    };
    assert_eq!((answer.total, answer.unfiltered), (1, 3));
    assert_eq!(shown("format"), ["csv=CSV:1:false", "json=json:1:true", "xml=xml:0:true"]);
    assert_eq!(shown("tag"), ["C++=C++:1:true", "eau=Eau:1:false", "absent=absent:0:true"]);
    assert!(shown("year").is_empty());
}

#[test]
fn pages_are_parts_of_the_order() {
    let at = |page, size| {
        let answer = ask(&Question { page, size, sort: Order::Title, ..question("") });
        answer.hits.into_iter().map(|hit| hit.card.slug).collect::<String>()
    };
    assert_eq!([at(1, 2), at(2, 2), at(3, 2), at(usize::MAX, usize::MAX), at(1, 0)], ["ba", "c", "", "", ""]);
}

#[test]
fn files_are_fetched_once_and_only_when_needed() {
    let files = samples::site();
    let asked = RefCell::new(Vec::new());
    let fetch = |path: &str| {
        asked.borrow_mut().push(path.to_owned());
        Ok(files[path].clone())
    };
    let reader = Reader::open("boot/aaaaaaaa", Some("de"), fetch).expect("reader");
    for _ in 0..2 {
        reader.search(&question("potable ")).expect("answer");
    }
    let wanted = ["boot/aaaaaaaa", "terms/bbbbbbbb", "blocks/aaaaaaaa", "cards/aaaaaaaa"];
    assert_eq!(reader.fetched(), wanted);
    assert_eq!(*asked.borrow(), wanted.map(|name| format!("search/{name}.js")));
    assert_eq!((reader.language(), reader.built(), reader.unit()), ("fr", "2026-11-23", 10));
}

#[test]
fn one_file_may_have_all_the_others() {
    let whole: String = samples::site().into_values().collect();
    let fetch = |path: &str| {
        assert_eq!(path, "search/whole/zzzzzzzz.js");
        Ok(whole.clone())
    };
    let reader = Reader::open("whole/zzzzzzzz", None, fetch).expect("reader");
    assert_eq!(reader.search(&question("eau marc")).ok(), Some(ask(&question("eau marc"))));
    assert_eq!(reader.fetched(), ["whole/zzzzzzzz"]);
}

#[test]
fn what_cannot_be_read_is_named() {
    let mut files = samples::site();
    files.remove("search/cards/aaaaaaaa.js");
    files.insert(String::from("search/terms/bbbbbbbb.js"), String::from("etal(\"terms/aaaaaaaa\",[])"));
    let reader = reader(files).expect("reader");
    let error = |text: &str| reader.search(&question(text)).expect_err("error").to_string();
    assert_eq!(error("eau "), "cannot read `search/cards/aaaaaaaa.js`: no such file");
    assert_eq!(error("potable "), "`search/terms/bbbbbbbb.js` is damaged: it is not the file of this name");
    let other = samples::site().into_iter().map(|(path, text)| (path, text.replace("\"version\":1", "\"version\":2")));
    assert!(matches!(super::tests::reader(other.collect()), Err(ReadError::Version { found: 2, .. })));
    assert!(matches!(Reader::open("../x", None, |_| Ok(String::new())), Err(ReadError::Damaged { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_query_has_an_answer(text: String, noise in "[ \\-\":éa-e“»'東]{0,20}") {
        for text in [text, noise] {
            let answer = ask(&question(&text));
            prop_assert!(answer.total <= answer.unfiltered && answer.unfiltered <= 3);
            prop_assert_eq!(answer, ask(&question(&text)));
        }
    }

    #[test]
    fn damaged_files_are_errors(
        file in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        removed in 0usize..4,
        text in "[!-~é ]{0,3}",
    ) {
        let mut files = samples::site();
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        let script = files.get_mut(&path).expect("file");
        let characters: Vec<char> = script.chars().collect();
        let at = place.index(characters.len());
        let end = (at + removed).min(characters.len());
        *script = characters[..at].iter().copied().chain(text.chars()).chain(characters[end..].iter().copied()).collect();
        if let Ok(reader) = reader(files) {
            for text in ["eaux marc", "marches -eau", "potabels ", "format:c tag:C", "title:eau ea"] {
                let filters = BTreeMap::from([(String::from("tag"), vec![String::from("eau")])]);
                let facets = vec![String::from("format"), String::from("tag")];
                let _ = reader.search(&Question { filters, facets, ..question(text) });
            }
        }
    }
}
