//! Words that no dataset has, and the endings with which they may be known.

use etal::search::read::Question;
use tempfile::TempDir;

use super::catalogues::searched;

/// How many datasets a catalogue with these descriptions finds.
fn found(descriptions: &[&str], text: &str) -> usize {
    let folder = TempDir::new().unwrap();
    let datasets = folder.path().join("content/datasets");
    std::fs::create_dir_all(&datasets).unwrap();
    let site = "id = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Test\"\nlanguages = [\"en\"]\n";
    std::fs::write(folder.path().join("site.toml"), site).unwrap();
    for (at, description) in descriptions.iter().enumerate() {
        let dataset = format!("title: Dataset\ndescription: {description}\n");
        std::fs::write(datasets.join(format!("d{at}.yaml")), dataset).unwrap();
    }
    let question = Question { text: text.to_owned(), page: 1, size: 10, ..Question::default() };
    searched(folder.path()).reader().search(&question).unwrap().total
}

#[test]
fn endings_are_learnt_from_the_words_of_the_catalogue() {
    assert_eq!(found(&["quick quickly", "soft"], "softly "), 0);
    assert_eq!(found(&["quick quickly bad badly", "soft"], "softly "), 1);
}

#[test]
fn endings_that_make_other_words_too_are_not_learnt() {
    assert_eq!(found(&["quick quickly bad badly", "soft", "ear early"], "softly "), 0);
}
