//! Any text, through both analysers and both readers.

use etal::search::read::Question;
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use tempfile::TempDir;

use super::agreement::{compare, open, page};
use super::catalogues::searched;
use crate::browser::driver::Browser;

/// Words of texts as the script finds them.
fn words(browser: &Browser, texts: &[String]) -> Vec<Value> {
    let texts = serde_json::to_string(texts).unwrap();
    let found = browser.run(&format!("return {texts}.map((text) => engine.words(text))"));
    found.as_array().unwrap().clone()
}

/// Every character that both the browser and this program know, between two letters. The version of Unicode differs; a
/// character that one of them does not know may have a decomposition in the other.
fn known(browser: &Browser) -> Vec<String> {
    let assigned = browser.run(
        "const all = []; for (let code = 1; code < 0x30000; code++) {
           if (!/[\\p{Cn}\\p{Cs}]/u.test(String.fromCodePoint(code))) all.push(code);
         } return all;",
    );
    let categories = CodePointMapData::<GeneralCategory>::new();
    let characters =
        assigned.as_array().unwrap().iter().filter_map(|code| char::from_u32(code.as_u64().unwrap() as u32));
    let characters = characters.filter(|character| categories.get(*character) != GeneralCategory::Unassigned);
    characters.map(|character| format!("a{character}b")).collect()
}

/// Texts of any characters, and of those that queries are made of.
fn texts(count: usize) -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let signs = prop::sample::select(vec![
        "-",
        "\"",
        "«",
        "»",
        "“",
        ":",
        "tag:",
        "title:",
        "org:",
        " ",
        "\u{a0}",
        "'",
        "’",
        "é",
        "e\u{301}",
        "Œ",
        "ß",
        "東",
        "京",
        "marché",
        "eau",
        "\u{202e}",
        "\u{feff}",
        "\u{2028}",
        "</script>",
        "\\",
        "\u{0}",
        "𝒜",
        "½",
        "l'",
        "s",
    ]);
    let made = prop::collection::vec(signs, 0..8).prop_map(|parts| parts.concat());
    let any = prop_oneof![any::<String>(), made];
    (0..count).map(|_| any.new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn both_analysers_and_readers_take_any_text_alike() {
    let Some(browser) = Browser::start() else { return };
    let catalogue = searched(&crate::demonstration::root());
    let reader = catalogue.reader();
    let folder = TempDir::new().unwrap();
    open(&browser, &page(folder.path(), &catalogue.published), catalogue.published.entry.as_deref().unwrap(), "fr");
    let characters = known(&browser);
    assert!(characters.len() > 100_000);
    for some in characters.chunks(8_192).map(<[String]>::to_vec).chain([texts(2_000)]) {
        for (text, theirs) in some.iter().zip(words(&browser, &some)) {
            assert_eq!(theirs, Value::from(reader.words(text)), "{text:?}");
        }
    }
    let question = |text| Question { text, page: 1, size: 5, facets: vec![String::from("tag")], ..Question::default() };
    let questions: Vec<Question> = texts(600).into_iter().map(question).collect();
    assert_eq!(compare(&browser, &reader, &questions), 600);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
