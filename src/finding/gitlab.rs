//! Findings as a Code Quality report of GitLab: the part of Code Climate's form that GitLab reads.

use serde::Serialize;

use super::{Fingerprint, Marked, Report, Severity};

/// The list of findings, in the order given. What a baseline did is an entry of its own, whose
/// fingerprint never changes: a comparison does not show it again.
pub fn gitlab<'a>(report: &'a Report<'a>) -> impl Serialize + 'a {
    List(report)
}

struct List<'a>(&'a Report<'a>);

impl Serialize for List<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let findings = self.0.findings.iter().map(|marked| of_finding(self.0, marked));
        serializer.collect_seq(findings.chain(of_baseline(self.0)))
    }
}

#[derive(Serialize)]
struct Issue {
    r#type: &'static str,
    check_name: &'static str,
    description: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

/// Counted from 1, the end included.
#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

fn of_finding(report: &Report<'_>, marked: &Marked<'_>) -> Issue {
    let finding = marked.finding;
    let severity = match finding.severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info | Severity::Off => "info",
    };
    let lines = Lines { begin: finding.site.start.line, end: finding.site.end.line };
    Issue {
        r#type: "issue",
        check_name: finding.rule.name,
        description: report.sentences(finding),
        fingerprint: marked.fingerprint.to_string(),
        severity,
        location: Location { path: report.path(finding.site.source), lines },
    }
}

fn of_baseline(report: &Report<'_>) -> Option<Issue> {
    let description = report.about_baseline()?;
    let location = Location { path: report.below("site.toml"), lines: Lines { begin: 1, end: 1 } };
    Some(Issue {
        r#type: "issue",
        check_name: "baseline",
        description,
        fingerprint: Fingerprint::of([b"baseline".as_slice()]).to_string(),
        severity: "info",
        location,
    })
}
