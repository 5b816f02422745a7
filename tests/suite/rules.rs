//! The examples of every rule, and what all rules have in common.

use std::collections::BTreeSet;

use etal::rules::RULES;

use crate::catalog::site;

/// How often a rule is broken in an example, silenced findings left out.
fn broken(example: &str, name: &str) -> usize {
    site(example)
        .findings
        .all()
        .iter()
        .filter(|finding| finding.rule.name == name && finding.silenced.is_none())
        .count()
}

#[test]
fn bad_examples_break_their_rule_and_good_ones_keep_it() {
    let mut wrong = Vec::new();
    for registered in RULES {
        let rule = registered.rule;
        if broken(rule.example.bad, rule.name) == 0 {
            wrong.push(format!("{}: the bad example keeps it", rule.name));
        }
        if broken(rule.example.good, rule.name) > 0 {
            wrong.push(format!("{}: the good example breaks it", rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_file_is_registered_in_order_with_its_own_code() {
    let names: Vec<&str> = RULES.iter().map(|registered| registered.rule.name).collect();
    assert!(names.is_sorted(), "{names:?}");
    let codes: BTreeSet<&str> = RULES.iter().map(|registered| registered.rule.code).collect();
    assert_eq!(codes.len(), RULES.len(), "a code is used twice");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> =
        files.filter(|file| file.ends_with(".rs")).map(|file| file.replace(".rs", "")).collect();
    let machinery = ["mod", "engine", "report"].map(String::from);
    let rules: BTreeSet<String> = names.iter().map(|name| name.replace('-', "_")).collect();
    let files: BTreeSet<String> = files.into_iter().filter(|file| !machinery.contains(file)).collect();
    assert_eq!(files, rules);
}

#[test]
fn messages_of_examples_name_no_empty_value() {
    for registered in RULES {
        let rule = registered.rule;
        let site = site(rule.example.bad);
        for finding in site.findings.all().iter().filter(|finding| finding.rule.name == rule.name) {
            for language in ["en", "fr"] {
                for text in [finding.message(language), finding.expected(language), finding.action(language)] {
                    let odd = text.is_empty() || text.contains("``") || text.contains("  ") || text.contains('{');
                    assert!(!odd, "{} in {language}: {text:?}", rule.name);
                }
            }
        }
    }
}

#[test]
fn words_follow_the_house_style() {
    for registered in RULES {
        let rule = registered.rule;
        for words in [&rule.en, &rule.fr] {
            for template in [words.message, words.expected, words.action] {
                assert!(!template.ends_with('.'), "{}: {template}", rule.name);
                let first = template.trim_start_matches(['[', '`']).chars().next().unwrap();
                assert!(!first.is_uppercase() || template.starts_with('`'), "{}: {template}", rule.name);
            }
            for sentence in [words.checks, words.why] {
                assert!(sentence.ends_with('.') && !sentence.contains('!'), "{}: {sentence}", rule.name);
            }
        }
        assert!(!rule.fr.checks.contains('\''), "{}: typographic apostrophes in French", rule.name);
    }
}
