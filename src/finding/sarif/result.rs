//! Findings as results of SARIF.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::super::report::key;
use super::super::{Finding, Fix, Marked, Report, Rule};
use super::place::{ArtifactLocation, PhysicalLocation, Places, Region};
use super::{Message, level};

/// The name of etal's fingerprints. Its number grows when they are made in another way.
const FINGERPRINT: &str = "etal/v1";

pub(super) struct Results<'a> {
    pub(super) report: &'a Report<'a>,
    pub(super) rules: &'a [&'static Rule],
    pub(super) fixes: &'a [Fix<'a>],
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut places = Places::of(self.report);
        let findings = self.report.findings.iter().enumerate();
        serializer.collect_seq(findings.map(|(at, marked)| self.result(at, marked, &mut places)))
    }
}

impl<'a> Results<'a> {
    fn result(&self, at: usize, marked: &Marked<'a>, places: &mut Places<'a>) -> ResultObject<'a> {
        let finding = marked.finding;
        let others = finding.others.iter().enumerate();
        ResultObject {
            rule_id: finding.rule.code,
            rule_index: self.rules.iter().position(|rule| *rule == finding.rule),
            level: level(finding.severity),
            message: Message { text: unlinked(&self.report.sentences(finding)) },
            locations: [Location {
                id: None,
                physical_location: places.physical(&finding.site),
                logical_locations: vec![LogicalLocation::of(finding)],
            }],
            related_locations: others
                .map(|(at, site)| Location {
                    id: Some(at + 1),
                    physical_location: places.physical(site),
                    logical_locations: Vec::new(),
                })
                .collect(),
            partial_fingerprints: BTreeMap::from([(FINGERPRINT, marked.fingerprint.to_string())]),
            fixes: self.fixes(at, places),
        }
    }

    fn fixes(&self, finding: usize, places: &mut Places<'a>) -> Vec<FixObject<'a>> {
        let start = self.fixes.partition_point(|fix| fix.finding < finding);
        let of_finding = self.fixes[start..].iter().take_while(|fix| fix.finding == finding);
        of_finding.map(|fix| self.fix(fix, places)).collect()
    }

    fn fix(&self, fix: &Fix<'a>, places: &mut Places<'a>) -> FixObject<'a> {
        let (sure, perhaps) = (self.report.say("Mend it", "Corriger"), self.report.say("Perhaps", "Peut-être"));
        let text = if fix.is_suggestion { perhaps } else { sure }.to_owned();
        let replacements = fix.edits.iter().filter_map(|(span, text)| {
            let inserted_content = (!text.is_empty()).then_some(Content { text });
            Some(Replacement { deleted_region: places.region(fix.source, *span)?, inserted_content })
        });
        let replacements = replacements.collect();
        let change = ArtifactChange { artifact_location: places.artifact(fix.source), replacements };
        FixObject { description: Message { text }, artifact_changes: [change] }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultObject<'a> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<FixObject<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixObject<'a> {
    description: Message,
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement<'a>>,
}

/// A region without length is a place where something is put in.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    #[serde(skip_serializing_if = "Option::is_none")]
    inserted_content: Option<Content<'a>>,
}

#[derive(Serialize)]
struct Content<'a> {
    text: &'a str,
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

/// A text without links: `[words](address)` would be one.
fn unlinked(text: &str) -> String {
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text.to_owned() }
}
