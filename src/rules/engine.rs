//! Runs all rules over a catalogue and finds the places of what they found.

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::finding::{Args, Finding, Severity, Silence, Site, Subject, silences};
use crate::model::{Dataset, Header, Kind, Lookup, RuleSetting};
use crate::source::{KeyPath, Lines, Place, SourceFile, SourceId, Spans};

use super::report::{Draft, Outcomes, Report};
use super::{Check, Context, RULES, RuleIndex};

/// All findings, sorted by file, place and code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings(Vec<Finding>);

/// What [`check`] found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// All findings, those switched off or silenced included.
    pub findings: Findings,
    /// Outcomes by place in `Catalog::datasets`.
    pub outcomes: Vec<Outcomes>,
}

impl Findings {
    /// All of them.
    pub fn all(&self) -> &[Finding] {
        &self.0
    }

    /// Those that are shown.
    pub fn shown(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter().filter(|finding| finding.is_shown())
    }

    /// All those of one source text.
    pub fn of(&self, source: SourceId) -> &[Finding] {
        let start = self.0.partition_point(|finding| finding.site.source < source);
        let length = self.0[start..].partition_point(|finding| finding.site.source == source);
        &self.0[start..start + length]
    }
}

/// Runs all rules. `sources` is sorted by path and `spans` has one entry for each.
pub fn check(context: &Context<'_>, sources: &[SourceFile], spans: &[Spans]) -> Checked {
    let datasets: Vec<(Vec<Draft>, Outcomes)> =
        context.catalog.datasets.par_iter().map(|dataset| check_dataset(dataset, context)).collect();
    let mut drafts = Vec::new();
    let mut outcomes = Vec::with_capacity(datasets.len());
    for (found, outcome) in datasets {
        drafts.extend(found);
        outcomes.push(outcome);
    }
    drafts.extend(check_others(context));
    add_catalog_outcomes(context, &drafts, &mut outcomes);
    let findings = located(drafts, context, sources, spans);
    Checked { findings: silenced(findings, context, sources), outcomes }
}

fn check_dataset(dataset: &Dataset, context: &Context<'_>) -> (Vec<Draft>, Outcomes) {
    let mut report = Report::new();
    for (index, check) in checks() {
        report.begin(index);
        report.about(&dataset.header);
        match check {
            Check::Dataset(check) => check(dataset, context, &mut report),
            Check::Fault(check) => on_faults(check, &dataset.header, &mut report),
            _ => {}
        }
    }
    (report.drafts, report.outcomes)
}

fn check_others(context: &Context<'_>) -> Vec<Draft> {
    let catalog = context.catalog;
    let mut report = Report::new();
    for (index, check) in checks() {
        report.begin(index);
        report.about(&context.config.header);
        match check {
            Check::Fault(check) => {
                let others = catalog.headers().filter(|header| header.kind != Kind::Dataset);
                let shadowed = catalog.shadowed.iter().map(|(header, _)| header);
                let site = std::iter::once(&context.config.header);
                others.chain(&catalog.unreadable).chain(shadowed).chain(site).for_each(|header| {
                    report.about(header);
                    on_faults(check, header, &mut report);
                });
            }
            Check::Dataset(_) => {}
            Check::Organization(check) => each(&catalog.organizations, check, context, &mut report),
            Check::Page(check) => each(&catalog.pages, check, context, &mut report),
            Check::Person(check) => each(&catalog.people, check, context, &mut report),
            Check::Reuse(check) => each(&catalog.reuses, check, context, &mut report),
            Check::Topic(check) => each(&catalog.topics, check, context, &mut report),
            Check::Service(check) => each(&catalog.services, check, context, &mut report),
            Check::Catalog(check) => check(context, &mut report),
        }
    }
    report.drafts
}

fn checks() -> impl Iterator<Item = (RuleIndex, Check)> {
    let rules = RULES.iter().enumerate();
    rules.flat_map(|(index, registered)| registered.checks.iter().map(move |check| (index, *check)))
}

fn on_faults(check: fn(&crate::model::Fault, &Header, &mut Report), header: &Header, report: &mut Report) {
    for fault in &header.faults {
        check(fault, header, report);
    }
}

fn each<T: Lookup>(things: &[T], check: fn(&T, &Context<'_>, &mut Report), context: &Context<'_>, report: &mut Report) {
    for thing in things {
        report.about(thing.header());
        check(thing, context, report);
    }
}

/// A rule over the whole catalogue may fail for one dataset: its outcome is that dataset's too.
fn add_catalog_outcomes(context: &Context<'_>, drafts: &[Draft], outcomes: &mut [Outcomes]) {
    for draft in drafts {
        let whole = RULES[draft.rule].checks.iter().any(|check| matches!(check, Check::Catalog(_)));
        if whole
            && draft.subject.kind == Kind::Dataset
            && let Some(index) = context.catalog.dataset_index(draft.subject.slug.as_str())
        {
            outcomes[index].add(draft.rule, super::Outcome::Fail);
        }
    }
}

fn located(drafts: Vec<Draft>, context: &Context<'_>, sources: &[SourceFile], spans: &[Spans]) -> Vec<Finding> {
    let severities: Vec<Severity> = RULES.iter().map(|registered| severity(registered.rule, context)).collect();
    let lines: Vec<OnceLock<Lines<'_>>> = sources.iter().map(|_| OnceLock::new()).collect();
    let site = |source: SourceId, place: &Place| site(source, place, sources, spans, &lines);
    let mut findings: Vec<Finding> = drafts
        .into_par_iter()
        .map(|draft| Finding {
            rule: RULES[draft.rule].rule,
            severity: severities[draft.rule],
            subject: draft.subject,
            site: site(draft.source, &draft.place),
            path: draft.place.path,
            args: draft.args,
            others: draft.others.iter().map(|(source, place)| site(*source, place)).collect(),
            silenced: None,
        })
        .collect();
    sort(&mut findings);
    findings
}

fn sort(findings: &mut [Finding]) {
    findings.sort_by(|one, other| {
        let by_place = one.site.cmp(&other.site).then_with(|| one.rule.code.cmp(other.rule.code));
        by_place.then_with(|| one.args.iter().cmp(other.args.iter()))
    });
}

fn site<'a>(
    source: SourceId,
    place: &Place,
    sources: &'a [SourceFile],
    spans: &[Spans],
    lines: &[OnceLock<Lines<'a>>],
) -> Site {
    let at = source.0 as usize;
    let (Some(file), Some(spans)) = (sources.get(at), spans.get(at)) else {
        unreachable!("internal error: every source has its spans");
    };
    let span = spans.locate(file, place);
    let lines = lines[at].get_or_init(|| Lines::of(file.text()));
    Site { source, span, start: lines.position(span.start), end: lines.position(span.end) }
}

fn severity(rule: &crate::finding::Rule, context: &Context<'_>) -> Severity {
    let settings = &context.config.rules;
    match settings.get(rule.name).or_else(|| settings.get(rule.code)) {
        Some(RuleSetting::Off) => Severity::Off,
        Some(RuleSetting::Info) => Severity::Info,
        Some(RuleSetting::Warning) => Severity::Warning,
        Some(RuleSetting::Error) => Severity::Error,
        None => rule.severity,
    }
}

/// Applies silencing comments, and adds findings for those that silence nothing.
fn silenced(mut findings: Vec<Finding>, context: &Context<'_>, sources: &[SourceFile]) -> Findings {
    let mut about_comments = Vec::new();
    for (index, file) in sources.iter().enumerate() {
        let source = SourceId(index as u32);
        for silence in silences(file) {
            let used = apply(&silence, source, &mut findings);
            about_comments.extend(fault_of(&silence, used, source, file, context));
        }
    }
    findings.extend(about_comments);
    sort(&mut findings);
    Findings(findings)
}

fn apply(silence: &Silence, source: SourceId, findings: &mut [Finding]) -> bool {
    let mut used = false;
    let start = findings.partition_point(|finding| finding.site.source < source);
    for finding in findings[start..].iter_mut().take_while(|finding| finding.site.source == source) {
        let named = finding.rule.name == silence.rule || finding.rule.code.eq_ignore_ascii_case(&silence.rule);
        let (first, last) = silence.lines;
        if named && (finding.site.start.line == first || finding.site.start.line == last) {
            used = true;
            if !silence.reason.is_empty() {
                finding.silenced = Some(silence.reason.clone());
            }
        }
    }
    used
}

fn fault_of(
    silence: &Silence,
    used: bool,
    source: SourceId,
    file: &SourceFile,
    context: &Context<'_>,
) -> Option<Finding> {
    let rule = match (used, silence.reason.is_empty()) {
        (true, false) => return None,
        (true, true) => &super::silence_without_reason::RULE,
        (false, _) => &super::useless_silence::RULE,
    };
    let mut args = Args::default();
    args.set("found", silence.rule.clone());
    if super::find(&silence.rule).is_none() {
        let names = RULES.iter().map(|registered| registered.rule.name);
        if let Some(nearest) = crate::vocab::nearest(&silence.rule, names) {
            args.set("nearest", nearest);
        }
    }
    let shadowed = context.catalog.shadowed.iter().map(|(header, _)| header);
    let mut headers = context.catalog.headers().chain(&context.catalog.unreadable).chain(shadowed);
    let header = headers.find(|header| header.source == source).unwrap_or(&context.config.header);
    let span = silence.span;
    Some(Finding {
        rule,
        severity: severity(rule, context),
        subject: Subject { kind: header.kind, slug: header.slug.clone() },
        site: Site { source, span, start: file.position(span.start), end: file.position(span.end) },
        path: KeyPath::root(),
        args,
        others: Vec::new(),
        silenced: None,
    })
}
