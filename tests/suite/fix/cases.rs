//! Mends one by one, as people write descriptors.

use super::fixed;
use crate::catalog::files;

/// An id, so that a case is about something else.
const ID: &str = "id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001";

#[track_caller]
fn case(text: &str, expected: &str) {
    case_at("content/datasets/example.yaml", text, expected);
}

#[track_caller]
fn case_at(path: &str, text: &str, expected: &str) {
    let mut files = files("");
    files.insert(path.to_owned(), text.as_bytes().to_vec());
    let fixed = fixed(&files);
    assert_eq!(std::str::from_utf8(&fixed.files[path]).unwrap(), expected);
    assert!(fixed.dropped.is_empty(), "{:?}", fixed.dropped);
    assert_eq!(super::fixed(&fixed.files).made, 0, "a second time changes nothing more");
}

/// A case below [`ID`].
#[track_caller]
fn below_id(text: &str, expected: &str) {
    case(&format!("{ID}\n{text}"), &format!("{ID}\n{expected}"));
}

#[test]
fn a_value_keeps_its_quotes_and_its_comment() {
    below_id("license: Licence Ouverte 2.0 # ours\n", "license: etalab-2.0 # ours\n");
    below_id("license: 'Licence Ouverte 2.0'\n", "license: 'etalab-2.0'\n");
    below_id("license:   \"Licence Ouverte 2.0\"   # ours\n", "license:   \"etalab-2.0\"   # ours\n");
    below_id("license: |\n    Licence Ouverte 2.0\ntitle: a\n", "license: |\n    etalab-2.0\ntitle: a\n");
    below_id("license: >-\n  Licence Ouverte 2.0", "license: >-\n  etalab-2.0");
    below_id("license:\n  Licence\n  Ouverte 2.0\n", "license:\n  etalab-2.0\n");
    below_id("license: &l Licence Ouverte 2.0\n", "license: &l etalab-2.0\n");
}

#[test]
fn dates_get_their_form_where_they_mean_one_day() {
    below_id(
        "modified: 31/05/2024 # last\ncreated: '2024.5.3'\n",
        "modified: 2024-05-31 # last\ncreated: '2024-05-03'\n",
    );
    below_id("temporal_coverage: 31.12.2018/31.12.2018\n", "temporal_coverage: 2018-12-31/2018-12-31\n");
    below_id(
        "temporal_coverage: { start: 2018/12/31, end: 2019 }\n",
        "temporal_coverage: { start: 2018-12-31, end: 2019 }\n",
    );
    below_id("modified: 05/04/2024\n", "modified: 05/04/2024\n");
    below_id("modified: 2024-02-30\n", "modified: 2024-02-30\n");
}

#[test]
fn blanks_of_an_address_are_escaped_and_words_are_left() {
    below_id("links:\n- url: https://a.example/all trees.csv\n", "links:\n- url: https://a.example/all%20trees.csv\n");
    below_id("links: ['https://a.example/a b.csv']\n", "links: ['https://a.example/a%20b.csv']\n");
    below_id("links: [https://a.example/x see there]\n", "links: [https://a.example/x see there]\n");
    below_id("links: [www.example.org/x]\n", "links: [www.example.org/x]\n");
}

#[test]
fn a_keyword_that_comes_twice_goes_with_its_line_or_its_comma() {
    below_id(
        "tags:\n  - trees\n  # in capitals\n  - Trees # gone\n  - parks\n",
        "tags:\n  - trees\n  # in capitals\n  - parks\n",
    );
    below_id("tags:\n- trees\n- TREES", "tags:\n- trees");
    below_id("tags: [trees, Trees, parks, PARKS, trees]\n", "tags: [trees, parks]\n");
    below_id("tags: [trees,\n  Trees,\n  parks,\n]\n", "tags: [trees,\n  parks,\n]\n");
    below_id("tags: [\"trees\", # first\n  'Trees']\n", "tags: [\"trees\", # first\n  'Trees']\n");
    below_id("tags:\n- trees\n- &t Trees\n", "tags:\n- trees\n- &t Trees\n");
}

#[test]
fn keywords_in_one_become_several_and_signs_go() {
    let long =
        "street trees, avenue trees; shade trees, old trees, young trees, planted trees, watered trees, felled trees";
    let words: Vec<&str> = long.split([',', ';']).map(str::trim).collect();
    let lines: String = words.iter().map(|word| format!("  - \"{word}\"\n")).collect();
    below_id(&format!("tags:\n  - \"{long}\"\n  - parks\n"), &format!("tags:\n{lines}  - parks\n"));
    below_id("tags: [\"-\", parks, \"..\"]\n", "tags: [parks]\n");
    below_id("tags: [\"-\"]\n", "tags: [\"-\"]\n");
    below_id("tags: [eau, \"à\"]\n", "tags: [eau, \"à\"]\n");
}

#[test]
fn a_tab_after_a_key_becomes_one_blank() {
    below_id("title:\t\tTrees # a\tb\n", "title: Trees # a\tb\n");
    below_id("tags:\t\n- trees\n", "tags:\n- trees\n");
    below_id("extras: {\"a\":\t1}\n", "extras: {\"a\": 1}\n");
}

#[test]
fn a_missing_id_stands_first_and_is_the_derived_one() {
    let own = "id: 83d9ac30-32f3-5af3-85f3-fae4aeb3a4cd";
    let got = {
        let fixed = fixed(&files("title: Trees\n"));
        String::from_utf8(fixed.files["content/datasets/example.yaml"].clone()).unwrap()
    };
    let own = got.lines().next().filter(|line| line.len() == own.len()).expect("the id comes first").to_owned();
    case("title: Trees\n", &format!("{own}\ntitle: Trees\n"));
    case("title: Trees", &format!("{own}\ntitle: Trees"));
    case("\u{feff}title: Trees\r\n", &format!("\u{feff}{own}\r\ntitle: Trees\r\n"));
    case("id:\ntitle: Trees\n", &format!("{own}\ntitle: Trees\n"));
    case("title: Trees\nid: ''  # later\n", &format!("title: Trees\n{}'  # later\n", own.replace("id: ", "id: '")));
    case("# Licence of this file\n\ntitle: Trees\n", &format!("# Licence of this file\n\n{own}\ntitle: Trees\n"));
    case("# Its title\ntitle: Trees\ntags: [oak]\n", &format!("# Its title\ntitle: Trees\n{own}\ntags: [oak]\n"));
    case("# t\ndescription: |\n  a\n\n  b\ntitle: c\n", &format!("# t\ndescription: |\n  a\n\n  b\n{own}\ntitle: c\n"));
    let server = "# yaml-language-server: $schema=x.json";
    case(&format!("{server}\ntitle: Trees\n"), &format!("{server}\n{own}\ntitle: Trees\n"));
    case("%YAML 1.2\n---\ntitle: Trees\n", &format!("%YAML 1.2\n---\n{own}\ntitle: Trees\n"));
    case("{title: Trees}", &format!("{{{own}, title: Trees}}"));
    let json = format!("\"{}\"", own.replace(": ", "\": \""));
    case("{\n\t\"title\": \"Trees\"\n}\n", &format!("{{\n\t{json},\n\t\"title\": \"Trees\"\n}}\n"));
    let markdown = "content/datasets/example.md";
    case_at(markdown, "---\r\ntitle: Trees\r\n---\r\nText", &format!("---\r\n{own}\r\ntitle: Trees\r\n---\r\nText"));
    case_at(markdown, "Only text\n", "Only text\n");
}

#[test]
fn an_accepted_finding_is_left_and_stays_accepted() {
    below_id(
        "license: Licence Ouverte 2.0 # etal: allow license-alias: as in the contract\n",
        "license: Licence Ouverte 2.0 # etal: allow license-alias: as in the contract\n",
    );
    let accepted = "title: Trees # etal: allow missing-license: asked for\ntags: [oak]\n";
    let after = fixed(&files(accepted)).files.remove("content/datasets/example.yaml").unwrap();
    assert!(
        String::from_utf8(after).unwrap().starts_with("title: Trees # etal: allow missing-license: asked for\nid: ")
    );
}

#[test]
fn resources_get_the_ids_that_their_old_addresses_gave() {
    let text = format!(
        "{ID}\nresources:\n  - title: a\n    url: https://a.example/x y.csv\n  # b\n  -\n    url: https://a.example/z.csv\n  - {{url: https://a.example/z.csv, title: c}}\n"
    );
    let fixed = fixed(&files(&text));
    let after = String::from_utf8(fixed.files["content/datasets/example.yaml"].clone()).unwrap();
    assert_eq!(after.matches("id: ").count(), 4);
    assert!(after.contains("x%20y.csv"));
    assert!(after.contains("\n  # b\n  -\n    id: "), "{after}");
}

#[test]
fn without_an_id_of_the_catalogue_no_id_is_written() {
    let files = files("title: Trees\n==> site.toml <==\ntitle = \"Test\"\n");
    assert_eq!(fixed(&files).made, 0);
}

#[test]
fn a_reversed_period_is_only_suggested() {
    use etal::finding::Finding;
    use etal::fix::{edited, mends};
    for (text, expected) in [
        ("temporal_coverage: 2024/2019 # x\n", "temporal_coverage: 2019/2024 # x\n"),
        ("temporal_coverage:\n  start: '2024'\n  end: 2019\n", "temporal_coverage:\n  start: 2019\n  end: '2024'\n"),
    ] {
        below_id(text, text);
        let site = crate::catalog::site(&format!("{ID}\n{text}"));
        let findings: Vec<&Finding> = site.findings.shown().collect();
        let mends = mends(&site, &findings);
        assert!(mends.len() == 1 && mends[0].is_suggestion);
        let file = site.sources.iter().find(|file| file.path.ends_with("example.yaml")).unwrap();
        assert_eq!(edited(file.text(), &mends[0].edits), format!("{ID}\n{expected}"));
    }
}

#[test]
fn every_mended_rule_is_one_and_its_example_is_mended() {
    for name in etal::fix::rules() {
        let rule = etal::rules::find(name).expect(name);
        let fixed = fixed(&files(rule.example.bad));
        let only_suggested = name == "reversed-coverage";
        // `#` may be a mistyped word: people decide.
        assert!(fixed.made > 0, "{name}");
        let site = crate::catalog::site_of(&fixed.files);
        let is_left = site.findings.shown().any(|finding| finding.rule.name == name);
        assert_eq!(is_left, only_suggested || name == "bad-tag", "{name}");
    }
}

#[test]
fn a_list_of_signs_alone_keeps_one_for_people_to_judge() {
    let path = "content/datasets/example.yaml";
    let mut files = files("");
    files.insert(path.to_owned(), format!("{ID}\ntags:\n- '-'\n- '!'\n").into_bytes());
    let fixed = fixed(&files);
    assert_eq!(std::str::from_utf8(&fixed.files[path]).unwrap(), format!("{ID}\ntags:\n- '!'\n"));
    assert_eq!(fixed.dropped, ["bad-tag"]);
}
