//! Findings as people and machines read them.

use etal::finding::{Finding, explain, human, json};
use insta::assert_snapshot;

use crate::catalog::{NOW, files, site, site_of};

/// What `etal check` prints for the findings of one rule.
fn printed(example: &str, rule: &str, language: &str) -> String {
    let site = site(example);
    let findings: Vec<&Finding> = site.findings.all().iter().filter(|finding| finding.rule.name == rule).collect();
    assert!(!findings.is_empty(), "{rule} does not fire");
    human(&findings, &site.sources, language, false)
}

#[test]
fn a_finding_shows_its_line_its_place_and_the_remedy() {
    let example = "title: Trees\nlicence: etalab-2.0\n";
    assert_snapshot!(printed(example, "unknown-key", "en"), @r"
    warning[V001 unknown-key]: unknown key `licence`; did you mean `license`?
     --> content/datasets/example.yaml:2:1
      |
    2 | licence: etalab-2.0
      | ^^^^^^^ expected `license`, or a key of the format's documentation
      |
      = help: rename it to `license`, or move it under `extras` if it is your own

    1 warning in 1 file
    ");
    assert_snapshot!(printed(example, "unknown-key", "fr"), @r"
    avertissement[V001 unknown-key]: clé inconnue `licence` ; vouliez-vous dire `license` ?
     --> content/datasets/example.yaml:2:1
      |
    2 | licence: etalab-2.0
      | ^^^^^^^ attendu : `license`, ou une clé de la documentation du format
      |
      = aide: la renommer en `license`, ou la ranger sous `extras` si elle vous est propre

    1 avertissement dans 1 fichier
    ");
}

#[test]
fn marks_stand_under_wide_characters_and_after_tabs_marks_and_returns() {
    let example = "\u{feff}# one\r\n{\"title\":\t\"日本\u{202e}\", 漢字: etalab-2.0}\r\n";
    assert_snapshot!(printed(example, "unknown-key", "en"), @r#"
    warning[V001 unknown-key]: unknown key `漢字`
     --> content/datasets/example.yaml:2:18
      |
    2 | {"title":    "日本�", 漢字: etalab-2.0}
      |                       ^^^^ expected a key of the format's documentation
      |
      = help: move it under `extras` if it is your own

    1 warning in 1 file
    "#);
}

#[test]
fn long_lines_are_cut_around_the_fault() {
    let long = "x ".repeat(300);
    assert_snapshot!(printed(&format!("{{title: {long}, licence: b, acronym: {long}}}\n"), "unknown-key", "en"), @r"
    warning[V001 unknown-key]: unknown key `licence`; did you mean `license`?
     --> content/datasets/example.yaml:1:611
      |
    1 | ...x x x x x , licence: b, acronym: x x x x x x x x x x x x x x x x x x x x x x x x x x x x x...
      |                ^^^^^^^ expected `license`, or a key of the format's documentation
      |
      = help: rename it to `license`, or move it under `extras` if it is your own

    1 warning in 1 file
    ");
    let longer = "x ".repeat(9_000);
    assert_snapshot!(printed(&format!("{{title: {longer}, licence: b}}\n"), "unknown-key", "en"), @r"
    warning[V001 unknown-key]: unknown key `licence`; did you mean `license`?
    --> content/datasets/example.yaml:1:18011
     = expected `license`, or a key of the format's documentation
     = help: rename it to `license`, or move it under `extras` if it is your own

    1 warning in 1 file
    ");
}

#[test]
fn a_long_value_is_underlined_at_its_beginning_only() {
    assert_snapshot!(printed(&format!("title: Trees\n{}: 1\n", "key".repeat(50)), "unknown-key", "en"), @r"
    warning[V001 unknown-key]: unknown key `keykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeyke…`
     --> content/datasets/example.yaml:2:1
      |
    2 | keykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykeykey...
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected a key of the format's documentation
      |
      = help: move it under `extras` if it is your own

    1 warning in 1 file
    ");
}

#[test]
fn a_silenced_finding_says_why() {
    let example = "title: Trees\nspecies: 12 # etal: allow V001: our own map \u{202e}reads it\n";
    assert_snapshot!(printed(example, "unknown-key", "en"), @r"
    warning[V001 unknown-key]: unknown key `species`; did you mean `series`?
     --> content/datasets/example.yaml:2:1
      |
    2 | species: 12 # etal: allow V001: our own map �reads it
      | ^^^^^^^ expected `series`, or a key of the format's documentation
      |
      = silenced: our own map �reads it
      = help: rename it to `series`, or move it under `extras` if it is your own

    nothing to mend
    ");
}

#[test]
fn other_places_are_shown_up_to_three() {
    let site = site("title: Trees\nlicence: etalab-2.0\n");
    let mut finding = site.findings.all().iter().find(|finding| finding.rule.name == "unknown-key").unwrap().clone();
    finding.others = vec![finding.site; 5];
    assert_snapshot!(human(&[&finding], &site.sources, "en", false), @r"
    warning[V001 unknown-key]: unknown key `licence`; did you mean `license`?
     --> content/datasets/example.yaml:2:1
      |
    2 | licence: etalab-2.0
      | ^^^^^^^ expected `license`, or a key of the format's documentation
      |
     ::: content/datasets/example.yaml:2:1
      |
    2 | licence: etalab-2.0
      | ------- see here too
      |
     ::: content/datasets/example.yaml:2:1
      |
    2 | licence: etalab-2.0
      | ------- see here too
      |
     ::: content/datasets/example.yaml:2:1
      |
    2 | licence: etalab-2.0
      | ------- see here too
      |
      = note: more places like this one: 2
      = help: rename it to `license`, or move it under `extras` if it is your own

    1 warning in 1 file
    ");
}

#[test]
fn a_place_without_text_or_outside_its_text_still_prints() {
    let mut files = files("title: Trees\nlicence: x\n");
    let site = site_of(&files);
    let mut finding = site.findings.all().iter().find(|finding| finding.rule.name == "unknown-key").unwrap().clone();
    files.insert(String::from("content/datasets/example.yaml"), vec![0xff, 0xfe]);
    let binary = site_of(&files);
    assert_snapshot!(human(&[&finding], &binary.sources, "en", false), @r"
    warning[V001 unknown-key]: unknown key `licence`; did you mean `license`?
    --> content/datasets/example.yaml
     = expected `license`, or a key of the format's documentation
     = help: rename it to `license`, or move it under `extras` if it is your own

    1 warning in 1 file
    ");
    finding.site.span = etal::source::Span::new(9_000, 9_999);
    assert!(human(&[&finding], &site.sources, "en", true).contains("\u{1b}["));
}

#[test]
fn json_has_every_part_of_a_finding() {
    let example = "title: Trees\n# etal: allow unknown-key: known to our map\nspecies: 12\nlicence: x\n";
    let site = site(example);
    let wanted = |finding: &&Finding| finding.rule.name == "unknown-key";
    let findings: Vec<&Finding> = site.findings.all().iter().filter(wanted).collect();
    let json = json(&findings, &site.sources, "en", NOW.parse().unwrap(), None);
    assert_snapshot!(serde_json::to_string_pretty(&json).unwrap(), @r#"
    {
      "format": 1,
      "etal": "0.1.0",
      "now": "2026-11-23",
      "findings": [
        {
          "code": "V001",
          "rule": "unknown-key",
          "severity": "warning",
          "path": "content/datasets/example.yaml",
          "line": 3,
          "column": 1,
          "end_line": 3,
          "end_column": 8,
          "start_byte": 57,
          "end_byte": 64,
          "subject": {
            "kind": "dataset",
            "slug": "example"
          },
          "key": "species",
          "message": "unknown key `species`; did you mean `series`?",
          "found": "species",
          "expected": "`series`, or a key of the format's documentation",
          "nearest": "series",
          "action": "rename it to `series`, or move it under `extras` if it is your own",
          "others": [],
          "silenced": "known to our map"
        },
        {
          "code": "V001",
          "rule": "unknown-key",
          "severity": "warning",
          "path": "content/datasets/example.yaml",
          "line": 4,
          "column": 1,
          "end_line": 4,
          "end_column": 8,
          "start_byte": 69,
          "end_byte": 76,
          "subject": {
            "kind": "dataset",
            "slug": "example"
          },
          "key": "licence",
          "message": "unknown key `licence`; did you mean `license`?",
          "found": "licence",
          "expected": "`license`, or a key of the format's documentation",
          "nearest": "license",
          "action": "rename it to `license`, or move it under `extras` if it is your own",
          "others": [],
          "silenced": null
        }
      ],
      "summary": {
        "error": 0,
        "warning": 1,
        "info": 0,
        "silenced": 1,
        "files": 1
      }
    }
    "#);
}

#[test]
fn a_rule_explains_itself_in_both_languages() {
    let rule = etal::rules::find("Y010").unwrap();
    assert_snapshot!(explain(rule, "en"), @r#"
    Y010 silence-without-reason (warning)

    A comment that silences a finding gives a reason.

    Whoever reads the descriptor next must know why the fault is accepted. Without a reason the finding stays.

    Bad:

        title: Trees
        # etal: allow unknown-key
        species: 12

    Good:

        title: Trees
        # etal: allow unknown-key: read by our own map
        species: 12

    To accept one finding, write on its line or on the line above:

        # etal: allow silence-without-reason: the reason

    To set its severity (off, info, warning or error), write in site.toml:

        [rules]
        silence-without-reason = "off"
    "#);
    assert_snapshot!(explain(rule, "fr"), @r#"
    Y010 silence-without-reason (warning)

    Un commentaire qui fait taire un constat donne une raison.

    Qui lira la fiche ensuite doit savoir pourquoi le défaut est accepté. Sans raison, le constat demeure.

    Mauvais :

        title: Trees
        # etal: allow unknown-key
        species: 12

    Bon :

        title: Trees
        # etal: allow unknown-key: read by our own map
        species: 12

    Pour admettre un constat, écrire sur sa ligne ou sur la précédente :

        # etal: allow silence-without-reason: la raison

    Pour régler sa gravité (off, info, warning ou error), écrire dans site.toml :

        [rules]
        silence-without-reason = "off"
    "#);
}
