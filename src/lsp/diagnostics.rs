//! Findings as an editor shows them.

use serde_json::{Value, json};

use super::text::{Encoding, Places};
use crate::finding::{Finding, Severity};
use crate::site::Site;
use crate::source::{SourceFile, SourceId};

/// Findings of one file that are told; further ones are left out.
pub(super) const MOST_OF_A_FILE: usize = 1_000;

/// How findings are told.
pub(super) struct Telling<'a> {
    /// The site they are of.
    pub(super) site: &'a Site,
    /// In what columns are counted.
    pub(super) encoding: Encoding,
    /// The language of the messages.
    pub(super) language: &'a str,
    /// The address of a source, by its path.
    pub(super) uri: &'a dyn Fn(&str) -> String,
}

impl Telling<'_> {
    /// The findings of a text, in its order. `is_told` leaves some out.
    pub(super) fn all(&self, source: SourceId, places: &Places<'_>, is_told: impl Fn(&Finding) -> bool) -> Vec<Value> {
        let shown = self.site.findings.of(source).iter().filter(|finding| finding.is_shown() && is_told(finding));
        shown.take(MOST_OF_A_FILE).map(|finding| self.one(finding, places)).collect()
    }

    /// One finding, whose text has these places.
    pub(super) fn one(&self, finding: &Finding, places: &Places<'_>) -> Value {
        let help = if self.language == "fr" { "aide\u{a0}:" } else { "help:" };
        let message = format!("{}\n{help} {}", finding.message(self.language), finding.action(self.language));
        let mut diagnostic = json!({
            "range": places.range(finding.site.span),
            "severity": severity(finding.severity),
            "code": finding.rule.code,
            "source": "etal",
            "message": message,
            "data": { "rule": finding.rule.name },
        });
        let others: Vec<Value> = finding.others.iter().filter_map(|other| self.other(other)).collect();
        if !others.is_empty() {
            diagnostic["relatedInformation"] = Value::Array(others);
        }
        diagnostic
    }

    fn other(&self, site: &crate::finding::Site) -> Option<Value> {
        let file: &SourceFile = self.site.sources.get(site.source.0 as usize)?;
        let range = Places::on_disk(file.text(), self.encoding).range(site.span);
        let message = if self.language == "fr" { "l’autre endroit" } else { "the other place" };
        Some(json!({ "location": { "uri": (self.uri)(&file.path), "range": range }, "message": message }))
    }
}

fn severity(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 1,
        Severity::Warning => 2,
        Severity::Info | Severity::Off => 3,
    }
}
