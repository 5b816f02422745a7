//! Places as SARIF has them.

use serde::Serialize;

use super::super::{Report, Site};
use super::TOP;
use crate::source::{Lines, SourceId, Span, Utf16};
use crate::text::url::encoded_path;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactLocation {
    uri: String,
    uri_base_id: &'static str,
}

/// Lines and columns from 1, the end exclusive.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// Turns places into those of SARIF. Findings of one file come together: its lines are kept.
pub(super) struct Places<'a> {
    report: &'a Report<'a>,
    text: Option<(SourceId, Lines<'a>, Utf16<'a>)>,
}

impl<'a> Places<'a> {
    pub(super) fn of(report: &'a Report<'a>) -> Self {
        Self { report, text: None }
    }

    pub(super) fn physical(&mut self, site: &Site) -> PhysicalLocation {
        PhysicalLocation { artifact_location: self.artifact(site.source), region: self.region(site.source, site.span) }
    }

    pub(super) fn artifact(&self, source: SourceId) -> ArtifactLocation {
        ArtifactLocation { uri: encoded_path(&self.report.path(source)), uri_base_id: TOP }
    }

    /// None in a file that is no text.
    pub(super) fn region(&mut self, source: SourceId, span: Span) -> Option<Region> {
        let text = self.report.source(source)?.text();
        if text.is_empty() {
            return None;
        }
        if self.text.as_ref().is_none_or(|(known, ..)| *known != source) {
            self.text = Some((source, Lines::of(text), Utf16::of(text)));
        }
        let (_, lines, columns) = self.text.as_ref()?;
        let (start, end) = (lines.position(span.start), lines.position(span.end));
        Some(Region {
            start_line: start.line,
            start_column: columns.column(span.start, start),
            end_line: end.line,
            end_column: columns.column(span.end, end),
        })
    }
}
