//! Queries as people type them.

use std::collections::BTreeMap;

use super::super::samples::boot;
use super::*;

fn shown(text: &str) -> String {
    let query = parse(&boot(), text);
    let word = |word: &Word| {
        let quote = if word.is_quoted { "\"" } else { "" };
        let field = if word.field == Field::Title { "title:" } else { "" };
        format!("{field}{quote}{}{}", word.form, if word.is_open { "…" } else { "" })
    };
    let words = query.words.iter().map(word);
    let excluded =
        query.excluded.iter().map(|words| format!("-{}", words.iter().map(word).collect::<Vec<_>>().join("+")));
    let choices = query.choices.iter().map(|choice| {
        let sign = if choice.is_excluded { "-" } else { "" };
        format!("{sign}{}={}", choice.facet, choice.value)
    });
    words.chain(excluded).chain(choices).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn are_understood(cases: &[(&str, &str)]) {
    let found: BTreeMap<&str, String> = cases.iter().map(|(text, _)| (*text, shown(text))).collect();
    let wanted: BTreeMap<&str, String> = cases.iter().map(|(text, wanted)| (*text, (*wanted).to_owned())).collect();
    assert_eq!(found, wanted);
}

#[test]
fn clauses_are_parted_by_blanks_and_quotes() {
    are_understood(&[
        ("", ""),
        ("  \u{a0} ", ""),
        ("Market stalls ", "market stalls"),
        ("\"market stalls\"fees ", "\"market \"stalls fees"),
        ("“a b” «\u{a0}c\u{a0}» d\"ef", "\"a \"b \"c d ef…"),
        ("\"market st", "\"market \"st"),
        ("\"\" «» -\"\" \"-\"", ""),
        ("l'eau-potable ", "eau potable"),
    ]);
}

#[test]
fn operators_are_known_in_any_case() {
    are_understood(&[
        ("TITRE:Eau title:\"open data\" ", "title:eau title:\"open title:\"data"),
        ("Org:\"Ville d’Aubrelle\" FORMAT:csv -licence:odbl", "organization=Ville d’Aubrelle format=csv -license=odbl"),
        ("MOT-CLÉ:C++ mot:a tag:b", "tag=C++ tag=a tag=b"),
        ("http://x.org:80 :y ", "http x org 80 y"),
        ("format: csv format:\"\" -tag: ", "csv"),
        ("licence :odbl ", "licence odbl"),
        ("\"format:csv\" ", "\"format \"csv"),
    ]);
}

#[test]
fn a_minus_excludes_its_clause() {
    are_understood(&[
        ("tree -ancient -\"open data\" -title:oak", "tree -ancient -\"open+\"data -title:oak"),
        ("- tree --oak a-b ", "tree a b -oak"),
        ("-the", "-the"),
        ("-l'eau -+ x ", "x -eau"),
    ]);
}

#[test]
fn the_last_word_is_open_while_it_is_written() {
    are_understood(&[
        ("open da", "open da…"),
        ("open da ", "open da"),
        ("open da-", "open da"),
        ("open l'", "open l"),
        ("open d’éc", "open ec…"),
        ("title:da", "title:da…"),
        ("-da", "-da"),
        ("da format:csv", "da format=csv"),
        ("a b x", "a b"),
        ("x", "x…"),
        ("東京都 東", "東京 京都 東…"),
        ("city's", "city…"),
        ("e\u{301}", "e…"),
        ("open \u{301}", "open"),
    ]);
}

#[test]
fn stop_words_stay_when_there_is_nothing_else() {
    are_understood(&[
        ("the market of ", "market"),
        ("the of ", "the of"),
        ("\"the\" of ", "\"the of"),
        ("\"the\" market ", "\"the market"),
        ("the -market", "the -market"),
        ("the x", "x…"),
        ("of", "of…"),
    ]);
}
