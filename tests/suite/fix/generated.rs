//! Descriptors in all the ways they can be written.

use proptest::prelude::*;

use super::fixed;
use crate::catalog::files;

/// A scalar with a fault, in one of the ways to write it.
fn written(text: &'static str) -> impl Strategy<Value = String> {
    let ways: Vec<String> = vec![
        format!(" {text}"),
        format!(" '{text}'"),
        format!("   \"{text}\""),
        format!("\t{text}"),
        format!(" &a {text}"),
        format!(" !!str {text}"),
        format!(" |\n    {text}"),
        format!(" >-\n    {text}\n"),
        format!("\n    {text}"),
        format!(" {text} # comment, with 'quotes\" and: signs"),
        format!(" \"{}\"", text.replace('e', "\\x65")),
    ];
    proptest::sample::select(ways)
}

fn tags() -> impl Strategy<Value = String> {
    let words =
        proptest::sample::select(vec!["trees", "Trees", "\"TREES\"", "'parks'", "parks", "\"-\"", "été", "Ete"]);
    // A list of signs alone keeps its last one, as `cases` has it.
    let words = proptest::collection::vec(words, 1..7)
        .prop_filter("a word among them", |words| words.iter().any(|word| *word != "\"-\""));
    (words, 0..5_usize).prop_map(|(words, way)| match way {
        0 => format!("tags: [{}]", words.join(", ")),
        1 => format!("tags: [ {} , ]", words.join(" , ")),
        2 => format!("tags: [{}]", words.join(",\n  # between\n  ")),
        3 => format!("tags:\n{}", words.iter().map(|word| format!("- {word}\n")).collect::<String>().trim_end()),
        _ => format!(
            "tags:\n{}",
            words.iter().map(|word| format!("  # about it\n  -   {word} # so\n")).collect::<String>().trim_end()
        ),
    })
}

fn resource() -> impl Strategy<Value = String> {
    let url = written("https://a.example/all trees.csv");
    (url, 0..4_usize).prop_map(|(url, way)| match way {
        0 => format!("- title: a\n  url:{url}"),
        1 => format!("-\n  # its title\n  title: a\n  url:{url}"),
        2 => String::from("- {url: https://a.example/b c.csv, title: a}"),
        _ => format!("- # note\n  url:{url}\n  id: {}", "0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be009"),
    })
}

fn descriptor() -> impl Strategy<Value = Vec<String>> {
    let fields = (
        written("Trees of the town"),
        written("Licence Ouverte 2.0"),
        written("31/05/2024"),
        tags(),
        proptest::collection::vec(resource(), 0..3),
        any::<[bool; 3]>(),
    );
    fields.prop_map(|(title, license, date, tags, resources, [id, note, blank])| {
        let mut lines = Vec::new();
        if id {
            lines.push(String::from("id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001"));
        }
        if note {
            lines.push(String::from("# a note"));
        }
        if blank {
            lines.push(String::new());
        }
        lines.push(format!("title:{title}"));
        lines.push(format!("license:{license}"));
        lines.push(tags);
        lines.push(format!("modified:{date}"));
        if !resources.is_empty() {
            lines.push(format!("resources:\n{}", resources.join("\n")));
        }
        lines
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_style_only_what_is_meant_changes(
        lines in descriptor(),
        [windows, mark, markdown, ends] in any::<[bool; 4]>(),
    ) {
        let mut text = lines.join("\n");
        if markdown {
            text = format!("---\n{text}\n---\n\nLicence Ouverte 2.0, 31/05/2024");
        }
        if ends {
            text.push('\n');
        }
        if windows {
            text = text.replace('\n', "\r\n");
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        let name = if markdown { "content/datasets/example.md" } else { "content/datasets/example.yaml" };
        let mut all = files("");
        all.insert(name.to_owned(), text.clone().into_bytes());
        let once = fixed(&all);
        prop_assert!(once.dropped.is_empty(), "{:?} in {text}", once.dropped);
        let again = fixed(&once.files);
        prop_assert!(again.made <= once.later, "{} of {} in {}", again.made, once.later, text);
        let after = String::from_utf8(once.files[name].clone()).unwrap();
        prop_assert_eq!(after.ends_with('\n'), text.ends_with('\n'), "{}", text);
        let alone = after.replace("\r\n", "").contains('\n');
        prop_assert!(!windows || !alone, "{}", after);
    }
}
