//! Findings as JSON, for editors and pipelines. The form has a number that grows when it changes.

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use serde_json::{Value, json as value};

use super::{Entry, Finding, Hidden, Site, Tally};
use crate::source::SourceFile;

/// Number of the form of [`json`].
pub const JSON_FORMAT: u32 = 1;

/// Findings in the order given, which is that of files and places when they come from
/// [`crate::rules::check`]. Columns count characters and bytes count from 0; both ends are
/// exclusive. Messages are in `language`. Findings that a baseline hides are counted only.
///
/// It is serialised finding by finding: a large catalogue has more than fits well in memory.
pub fn json<'a>(
    findings: &'a [&'a Finding],
    sources: &'a [SourceFile],
    language: &'a str,
    now: Date,
    hidden: Option<&'a Hidden<'a>>,
) -> impl Serialize + 'a {
    let tally = Tally::of(findings);
    Report {
        format: JSON_FORMAT,
        etal: env!("CARGO_PKG_VERSION"),
        now: now.to_string(),
        findings: List { findings, sources, language },
        summary: value!({
            "error": tally.errors,
            "warning": tally.warnings,
            "info": tally.notes,
            "silenced": tally.silenced,
            "files": tally.files,
        }),
        baseline: hidden.map(|hidden| Hiding { hidden: hidden.findings.len(), stale: &hidden.stale }),
    }
}

#[derive(Serialize)]
struct Report<'a> {
    format: u32,
    etal: &'static str,
    now: String,
    findings: List<'a>,
    summary: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<Hiding<'a>>,
}

#[derive(Serialize)]
struct Hiding<'a> {
    hidden: usize,
    stale: &'a [Entry],
}

struct List<'a> {
    findings: &'a [&'a Finding],
    sources: &'a [SourceFile],
    language: &'a str,
}

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.findings.iter().map(|finding| one(finding, self.sources, self.language)))
    }
}

fn one(finding: &Finding, sources: &[SourceFile], language: &str) -> Value {
    let mut object = serde_json::Map::new();
    object.insert("code".into(), finding.rule.code.into());
    object.insert("rule".into(), finding.rule.name.into());
    object.insert("severity".into(), finding.severity.name().into());
    place(&finding.site, sources, &mut object);
    object.insert(
        "subject".into(),
        value!({ "kind": finding.subject.kind.name(), "slug": finding.subject.slug.as_str() }),
    );
    object.insert("key".into(), finding.path.to_string().into());
    object.insert("message".into(), finding.message(language).into());
    object.insert("found".into(), finding.args.get("found").into());
    object.insert("expected".into(), finding.expected(language).into());
    object.insert("nearest".into(), finding.args.get("nearest").into());
    object.insert("action".into(), finding.action(language).into());
    let others = finding.others.iter().map(|site| {
        let mut object = serde_json::Map::new();
        place(site, sources, &mut object);
        Value::Object(object)
    });
    object.insert("others".into(), others.collect());
    object.insert("silenced".into(), finding.silenced.as_deref().into());
    Value::Object(object)
}

fn place(site: &Site, sources: &[SourceFile], object: &mut serde_json::Map<String, Value>) {
    let path = sources.get(site.source.0 as usize).map(|file| file.path.as_str());
    object.insert("path".into(), path.into());
    object.insert("line".into(), site.start.line.into());
    object.insert("column".into(), site.start.column.into());
    object.insert("end_line".into(), site.end.line.into());
    object.insert("end_column".into(), site.end.column.into());
    object.insert("start_byte".into(), site.span.start.into());
    object.insert("end_byte".into(), site.span.end.into());
}
