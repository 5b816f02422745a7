//! Findings as results of SARIF.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::super::report::key;
use super::super::{Finding, Marked, Report, Rule, Site};
use super::{Message, TOP, level};
use crate::source::{SourceId, Utf16};
use crate::text::url::encoded_path;

/// The name of etal's fingerprints. Its number grows when they are made in another way.
const FINGERPRINT: &str = "etal/v1";

pub(super) struct Results<'a> {
    pub(super) report: &'a Report<'a>,
    pub(super) rules: &'a [&'static Rule],
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut places = Places { report: self.report, columns: None };
        serializer.collect_seq(self.report.findings.iter().map(|marked| self.result(marked, &mut places)))
    }
}

impl<'a> Results<'a> {
    fn result(&self, marked: &Marked<'a>, places: &mut Places<'a>) -> ResultObject {
        let finding = marked.finding;
        let others = finding.others.iter().enumerate();
        ResultObject {
            rule_id: finding.rule.code,
            rule_index: self.rules.iter().position(|rule| *rule == finding.rule),
            level: level(finding.severity),
            message: Message { text: unlinked(&self.report.sentences(finding)) },
            locations: [Location {
                id: None,
                physical_location: places.of(&finding.site),
                logical_locations: vec![LogicalLocation::of(finding)],
            }],
            related_locations: others
                .map(|(at, site)| Location {
                    id: Some(at + 1),
                    physical_location: places.of(site),
                    logical_locations: Vec::new(),
                })
                .collect(),
            partial_fingerprints: BTreeMap::from([(FINGERPRINT, marked.fingerprint.to_string())]),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultObject {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
}

/// The value, by the kind and the slug of what is described and by its key.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    fully_qualified_name: String,
}

impl LogicalLocation {
    fn of(finding: &Finding) -> Self {
        let (kind, slug) = (finding.subject.kind.name(), finding.subject.slug.as_str());
        let key = key(finding);
        let colon = if key.is_empty() { "" } else { ":" };
        Self { fully_qualified_name: format!("{kind}/{slug}{colon}{key}") }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    uri_base_id: &'static str,
}

/// Lines and columns from 1, the end exclusive.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// Turns places into those of SARIF. Findings of one file come together: its columns are kept.
struct Places<'a> {
    report: &'a Report<'a>,
    columns: Option<(SourceId, Utf16<'a>)>,
}

impl<'a> Places<'a> {
    fn of(&mut self, site: &Site) -> PhysicalLocation {
        let location = ArtifactLocation { uri: encoded_path(&self.report.path(site)), uri_base_id: TOP };
        PhysicalLocation { artifact_location: location, region: self.region(site) }
    }

    /// None in a file that is no text.
    fn region(&mut self, site: &Site) -> Option<Region> {
        let text = self.report.source(site)?.text();
        if text.is_empty() {
            return None;
        }
        if self.columns.as_ref().is_none_or(|(source, _)| *source != site.source) {
            self.columns = Some((site.source, Utf16::of(text)));
        }
        let (_, columns) = self.columns.as_ref()?;
        Some(Region {
            start_line: site.start.line,
            start_column: columns.column(site.span.start, site.start),
            end_line: site.end.line,
            end_column: columns.column(site.span.end, site.end),
        })
    }
}

/// A text without links: `[words](address)` would be one.
fn unlinked(text: &str) -> String {
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text.to_owned() }
}
