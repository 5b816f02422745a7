//! `docs/rules.md`: every rule, with how often real descriptors break it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::{Rule, Severity};
use crate::rules::RULES;

/// How often rules are broken in a corpus of real descriptors.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CorpusCounts {
    /// Datasets that were read.
    pub datasets: usize,
    /// Findings by name of the rule.
    pub findings: BTreeMap<String, usize>,
}

struct Text {
    title: &'static str,
    lead: &'static str,
    head: &'static str,
    corpora: &'static str,
    severity: &'static str,
    why: &'static str,
    action: &'static str,
    bad: &'static str,
    good: &'static str,
    fires: &'static str,
    never: &'static str,
    severities: [&'static str; 4],
}

const ENGLISH: Text = Text {
    title: "Rules",
    lead: "This page is made from the code: `UPDATE_DOCS=1 cargo test --test suite reference`. A rule is named in \
           `[rules]` of `site.toml` to set its severity, and in a comment `# etal: allow NAME: reason` to accept one \
           finding. `etal explain NAME` prints the same words.",
    head: "| code | name | severity | checks |",
    corpora: "How often real descriptors break a rule was counted over these corpora, their keys renamed to ours \
              where they have others:",
    severity: "Severity",
    why: "Why",
    action: "Next action",
    bad: "Breaks it",
    good: "Keeps it",
    fires: "In the corpora",
    never: "never",
    severities: ["off", "info", "warning", "error"],
};

const FRENCH: Text = Text {
    title: "Règles",
    lead: "Cette page est faite à partir du code : `UPDATE_DOCS=1 cargo test --test suite reference`. Une règle se \
           nomme dans `[rules]` de `site.toml` pour régler sa gravité, et dans un commentaire \
           `# etal: allow NOM: raison` pour accepter un constat. `etal explain NOM` imprime les mêmes mots.",
    head: "| code | nom | gravité | vérifie |",
    corpora: "Combien de fois de vraies fiches enfreignent une règle a été compté sur ces corpus, leurs clés \
              renommées quand elles sont autres :",
    severity: "Gravité",
    why: "Pourquoi",
    action: "Que faire",
    bad: "L’enfreint",
    good: "La respecte",
    fires: "Dans les corpus",
    never: "jamais",
    severities: ["éteinte (off)", "note (info)", "avertissement (warning)", "erreur (error)"],
};

/// Counts by name of the corpus.
type Corpora = BTreeMap<String, CorpusCounts>;

/// The page in a language. `corpora` are counts by name of the corpus.
pub fn rules_page(language: &str, corpora: &Corpora) -> String {
    let text = if language == "fr" { &FRENCH } else { &ENGLISH };
    let mut page = format!("# {}\n\n{}\n\n{}\n\n", text.title, text.lead, text.corpora);
    for (name, counts) in corpora {
        let _ = writeln!(page, "- {name}: {} datasets", counts.datasets);
    }
    let _ = writeln!(page, "\n{}\n|---|---|---|---|", text.head);
    let mut rules: Vec<&Rule> = RULES.iter().map(|registered| registered.rule).collect();
    rules.sort_by_key(|rule| rule.code);
    for rule in &rules {
        let severity = severity(rule, text);
        let checks = rule.words(language).checks;
        let _ = writeln!(page, "| {} | [`{}`](#{}) | {severity} | {checks} |", rule.code, rule.name, rule.name);
    }
    for rule in &rules {
        section(&mut page, rule, language, text, Some(corpora));
    }
    page
}

/// The section of one rule in a language, without what the corpora showed.
pub fn rule_page(rule: &Rule, language: &str) -> String {
    let mut page = String::new();
    section(&mut page, rule, language, if language == "fr" { &FRENCH } else { &ENGLISH }, None);
    page.trim_start().to_owned()
}

fn section(page: &mut String, rule: &Rule, language: &str, text: &Text, corpora: Option<&Corpora>) {
    let words = rule.words(language);
    let _ = writeln!(page, "\n## {}\n\n{} {}\n", rule.name, rule.code, words.checks);
    let _ = writeln!(page, "- {}: {}", text.severity, severity(rule, text));
    let _ = writeln!(page, "- {}: {}", text.why, words.why);
    let _ = writeln!(page, "- {}: {}", text.action, plain(words.action));
    if let Some(corpora) = corpora {
        let _ = writeln!(page, "- {}: {}", text.fires, counts(rule, text, corpora));
    }
    for (name, example) in [(text.bad, rule.example.bad), (text.good, rule.example.good)] {
        let _ = writeln!(page, "\n{name}:\n\n```yaml\n{}\n```", shown(example).trim_end());
    }
}

fn severity(rule: &Rule, text: &Text) -> &'static str {
    text.severities[match rule.severity {
        Severity::Off => 0,
        Severity::Info => 1,
        Severity::Warning => 2,
        Severity::Error => 3,
    }]
}

fn counts(rule: &Rule, text: &Text, corpora: &Corpora) -> String {
    let found = corpora.iter().filter_map(|(name, counts)| Some((name, counts.findings.get(rule.name)?)));
    let found: Vec<String> = found.map(|(name, count)| format!("{name} {count}")).collect();
    if found.is_empty() { text.never.to_owned() } else { found.join(", ") }
}

/// A template without the marks of its optional parts.
fn plain(template: &str) -> String {
    template.replace(['[', ']'], "")
}

/// An example as a text that Markdown shows: control characters named, long lines kept.
fn shown(example: &str) -> String {
    example.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { '\u{fffd}' } else { c }).collect()
}
