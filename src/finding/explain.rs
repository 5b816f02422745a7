//! What `etal explain` says of a rule.

use std::fmt::Write as _;

use super::Rule;

/// The rule at length, as plain text: what it checks, why, two examples, how to set or silence it.
pub fn explain(rule: &Rule, language: &str) -> String {
    let french = language.starts_with("fr");
    let pick = |en: &'static str, fr: &'static str| if french { fr } else { en };
    let words = rule.words(language);
    let mut out = format!("{} {} ({})\n\n", rule.code, rule.name, rule.severity.name());
    let _ = write!(out, "{}\n\n{}\n\n", words.checks, words.why);
    let _ = write!(out, "{}\n\n{}\n", pick("Bad:", "Mauvais\u{a0}:"), indented(rule.example.bad));
    let _ = write!(out, "{}\n\n{}\n", pick("Good:", "Bon\u{a0}:"), indented(rule.example.good));
    let silence = pick(
        "To accept one finding, write on its line or on the line above:",
        "Pour admettre un constat, écrire sur sa ligne ou sur la précédente\u{a0}:",
    );
    let reason = pick("the reason", "la raison");
    let _ = write!(out, "{silence}\n\n    # etal: allow {}: {reason}\n\n", rule.name);
    let set = pick(
        "To set its severity (off, info, warning or error), write in site.toml:",
        "Pour régler sa gravité (off, info, warning ou error), écrire dans site.toml\u{a0}:",
    );
    let other = if rule.severity == super::Severity::Warning { "off" } else { "warning" };
    let _ = write!(out, "{set}\n\n    [rules]\n    {} = \"{other}\"\n", rule.name);
    out
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| if line.is_empty() { String::from("\n") } else { format!("    {line}\n") });
    lines.collect()
}
