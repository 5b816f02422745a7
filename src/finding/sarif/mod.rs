//! Findings as SARIF 2.1.0, the form in which forges and editors take the results of checks.
//!
//! Silenced findings, and those that a baseline hides, are left out: most readers show suppressed
//! results like others.

mod place;
mod result;
mod rules;

use serde::Serialize;

use super::{Fix, Report, Rule};
use result::Results;
use rules::Descriptor;

/// The name that GitHub gives to the top of a repository.
const TOP: &str = "%SRCROOT%";

/// The log of one run: all `rules`, in their order, then the findings in the order given, with their
/// `fixes`, which are in that order too.
///
/// It is serialised finding by finding: a large catalogue has more than fits well in memory.
pub fn sarif<'a>(report: &'a Report<'a>, rules: &'a [&'static Rule], fixes: &'a [Fix<'a>]) -> impl Serialize + 'a {
    let descriptors = rules.iter().map(|rule| Descriptor::of(rule, report)).collect();
    let said = report.about_baseline().map(|text| Notification { level: "note", message: Message { text } });
    let description = report.say("the top of the repository", "le haut du dépôt").to_owned();
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "etal",
                    version: env!("CARGO_PKG_VERSION"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    language: report.language,
                    rules: descriptors,
                },
            },
            language: report.language,
            column_kind: "utf16CodeUnits",
            newline_sequences: ["\r\n", "\n", "\r"],
            original_uri_base_ids: Bases { top: Base { description: Message { text: description } } },
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: said.into_iter().collect(),
            }],
            results: Results { report, rules, fixes },
            properties: report.hidden.map(|hidden| Properties {
                baseline: Hiding { hidden: hidden.findings.len(), stale: hidden.stale.len() },
            }),
        }],
    }
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    language: &'a str,
    column_kind: &'static str,
    newline_sequences: [&'static str; 3],
    original_uri_base_ids: Bases,
    invocations: [Invocation; 1],
    results: Results<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<Properties>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    language: &'a str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
struct Bases {
    #[serde(rename = "%SRCROOT%")]
    top: Base,
}

#[derive(Serialize)]
struct Base {
    description: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
struct Properties {
    baseline: Hiding,
}

#[derive(Serialize)]
struct Hiding {
    hidden: usize,
    stale: usize,
}

/// The words of SARIF for a severity.
fn level(severity: super::Severity) -> &'static str {
    match severity {
        super::Severity::Error => "error",
        super::Severity::Warning => "warning",
        super::Severity::Info => "note",
        super::Severity::Off => "none",
    }
}
