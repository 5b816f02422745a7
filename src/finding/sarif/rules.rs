//! What SARIF tells of a rule.

use serde::Serialize;

use super::super::{Report, Rule, Severity, explain};
use super::{Message, level};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Message,
    full_description: Message,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

/// What holds unless `site.toml` says another; each result has its own level.
#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

impl Descriptor {
    pub(super) fn of(rule: &'static Rule, report: &Report<'_>) -> Self {
        let words = rule.words(report.language);
        Self {
            id: rule.code,
            name: rule.name,
            short_description: Message { text: words.checks.to_owned() },
            full_description: Message { text: format!("{} {}", words.checks, words.why) },
            help: Help { text: explain(rule, report.language), markdown: markdown(rule, report) },
            default_configuration: Configuration {
                enabled: rule.severity > Severity::Off,
                level: level(rule.severity),
            },
        }
    }
}

/// What it checks, why, and two examples. The fence is longer than any in an example.
fn markdown(rule: &Rule, report: &Report<'_>) -> String {
    let words = rule.words(report.language);
    let (bad, good) = (report.say("Bad:", "Mauvais\u{a0}:"), report.say("Good:", "Bon\u{a0}:"));
    let fence = "`````";
    format!(
        "{}\n\n{}\n\n{bad}\n\n{fence}yaml\n{}\n{fence}\n\n{good}\n\n{fence}yaml\n{}\n{fence}\n",
        words.checks,
        words.why,
        rule.example.bad.trim_end(),
        rule.example.good.trim_end()
    )
}
