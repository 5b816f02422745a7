//! Findings as a JUnit report: a suite for each descriptor, a case for each finding.

use std::collections::HashMap;
use std::io::{self, Write};

use super::report::key;
use super::{Finding, Marked, Report, Severity};
use crate::source::SourceId;
use crate::text::xml::escaped;

/// Writes the report. A finding that reaches `fails` is a failure, a lesser one is skipped with its
/// message; a descriptor of `judged` without findings has one case that passes. A descriptor is a
/// suite, in the order of `judged`.
///
/// # Errors
/// When the output refuses.
pub fn junit(report: &Report<'_>, judged: &[SourceId], fails: Option<Severity>, out: &mut dyn Write) -> io::Result<()> {
    let fails = |marked: &Marked<'_>| fails.is_some_and(|least| marked.finding.severity >= least);
    let suites: Vec<Suite<'_>> = judged.iter().map(|source| Suite::of(report, *source, &fails)).collect();
    let mut all = Counts { cases: usize::from(report.hidden.is_some()), ..Counts::default() };
    suites.iter().for_each(|suite| all.add(suite.counts));
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<testsuites name="etal" {}>"#, all.attributes())?;
    for suite in &suites {
        suite.write(report, &fails, out)?;
    }
    if let Some(baseline) = report.about_baseline() {
        let counts = Counts { cases: 1, ..Counts::default() }.attributes();
        writeln!(out, r#"  <testsuite name="baseline" {counts}>"#)?;
        writeln!(out, r#"    <testcase classname="baseline" name="baseline" time="0">"#)?;
        writeln!(out, "      <system-out>{}</system-out>", escaped(&baseline))?;
        writeln!(out, "    </testcase>\n  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

#[derive(Clone, Copy, Default)]
struct Counts {
    cases: usize,
    failures: usize,
    skipped: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.cases += other.cases;
        self.failures += other.failures;
        self.skipped += other.skipped;
    }

    fn attributes(self) -> String {
        let Self { cases, failures, skipped } = self;
        format!(r#"tests="{cases}" failures="{failures}" errors="0" skipped="{skipped}" time="0""#)
    }
}

/// A descriptor with its findings.
struct Suite<'a> {
    path: String,
    findings: &'a [Marked<'a>],
    counts: Counts,
}

impl<'a> Suite<'a> {
    fn of(report: &Report<'a>, source: SourceId, fails: &impl Fn(&Marked<'_>) -> bool) -> Self {
        let at = |marked: &Marked<'_>| marked.finding.site.source;
        let start = report.findings.partition_point(|marked| at(marked) < source);
        let end = report.findings.partition_point(|marked| at(marked) <= source);
        let findings = &report.findings[start..end];
        let failures = findings.iter().filter(|marked| fails(marked)).count();
        let counts = Counts { cases: findings.len().max(1), failures, skipped: findings.len() - failures };
        Self { path: report.path(source), findings, counts }
    }

    fn write(&self, report: &Report<'_>, fails: &impl Fn(&Marked<'_>) -> bool, out: &mut dyn Write) -> io::Result<()> {
        let path = escaped(&self.path);
        writeln!(out, r#"  <testsuite name="{path}" {}>"#, self.counts.attributes())?;
        if self.findings.is_empty() {
            let name = report.count([]);
            writeln!(out, r#"    <testcase classname="{path}" name="{}" file="{path}" time="0"/>"#, escaped(&name))?;
        }
        let mut seen = HashMap::new();
        for marked in self.findings {
            let finding = marked.finding;
            let name = name(finding, &mut seen);
            let line = finding.site.start.line;
            write!(out, r#"    <testcase classname="{path}" name="{}" "#, escaped(&name))?;
            writeln!(out, r#"file="{path}" line="{line}" time="0">"#)?;
            let message = finding.message(report.language);
            let message = escaped(&message);
            if fails(marked) {
                let severity = finding.severity.name();
                writeln!(out, r#"      <failure type="{severity}" message="{message}">{path}:{line}"#)?;
                writeln!(out, "{}</failure>", escaped(&report.sentences(finding)))?;
            } else {
                writeln!(out, r#"      <skipped message="{message}"/>"#)?;
            }
            writeln!(out, "    </testcase>")?;
        }
        writeln!(out, "  </testsuite>")
    }
}

/// The rule and the key: the same in the next run, and unlike any other of the suite.
fn name(finding: &Finding, seen: &mut HashMap<String, usize>) -> String {
    let mut name = format!("{} {}", finding.rule.code, finding.rule.name);
    if !finding.path.is_root() {
        name = format!("{name}: {}", key(finding));
    }
    let count = seen.entry(name.clone()).or_default();
    *count += 1;
    if *count > 1 {
        name = format!("{name} ({count})");
    }
    name
}
