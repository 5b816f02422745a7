//! The score of a dataset, criterion by criterion, with its evidence and its remedies.

use super::super::context::Page;
use super::super::views::{CriterionView, QualityView, RemedyView};
use crate::date;
use crate::finding::Finding;
use crate::markdown::escape_into;
use crate::model::{Dataset, DatasetIndex};
use crate::score::{Criterion, Judged, Verdict};

/// Places shown for one lost point.
const REMEDIES: usize = 3;

pub(super) fn quality(page: &Page<'_>, index: DatasetIndex, dataset: &Dataset) -> QualityView {
    let profile = page.site.profile();
    let score = page.site.score(index);
    let missing = u64::try_from(score.maximum - score.not_applicable - score.points).unwrap_or(0);
    let sentence = match (score.measurable, missing) {
        (0, _) => page.messages.text("quality.nothing_measured").to_owned(),
        (_, 0) => page.messages.text("quality.sentence_full").to_owned(),
        (_, missing) => page.messages.count("quality.sentence", missing),
    };
    let findings = page.site.findings_of(dataset);
    let pairs = profile.criteria.iter().zip(&score.judged);
    QualityView {
        score: page.score(index),
        sentence,
        profile: page.messages.fill("quality.profile", &[("name", profile.label.get(page.code))]),
        criteria: pairs.map(|(criterion, judged)| view(page, criterion, judged, findings)).collect(),
        others: page.other_scores(index),
    }
}

fn view(page: &Page<'_>, criterion: &Criterion, judged: &Judged, findings: &[Finding]) -> CriterionView {
    let (state, icon, verdict) = match judged.verdict {
        Verdict::Passed => ("ok", "check", "quality.passed"),
        Verdict::Failed => ("fail", "cross", "quality.failed"),
        Verdict::Unknown => ("unknown", "ask", "quality.unknown"),
        Verdict::NotApplicable => ("none", "dash", "quality.not_applicable"),
    };
    let failed: Vec<&Finding> =
        findings.iter().filter(|finding| judged.failed.is_some_and(|rule| rule == finding.rule)).collect();
    let gain = i64::from(criterion.points - judged.points);
    CriterionView {
        state,
        icon,
        name: criterion.label.get(page.code).to_owned(),
        verdict: page.messages.text(verdict).to_owned(),
        points: page.messages.signed(i64::from(judged.points)),
        evidence_html: evidence(page, criterion, judged, &failed),
        remedies: failed.iter().take(REMEDIES).map(|finding| remedy(page, finding, gain)).collect(),
    }
}

/// What was found, else what is asked, with the reason why a point may have been taken for granted.
fn evidence(page: &Page<'_>, criterion: &Criterion, judged: &Judged, failed: &[&Finding]) -> String {
    if let Some(finding) = failed.first() {
        return sentence(page, &finding.message(page.code));
    }
    let asked = criterion.explanation.get(page.code);
    match criterion.note.as_ref().filter(|_| judged.assumed) {
        Some(note) => format!("{} {}", sentence(page, asked), sentence(page, note.get(page.code))),
        None => sentence(page, asked),
    }
}

fn remedy(page: &Page<'_>, finding: &Finding, gain: i64) -> RemedyView {
    let position = finding.site.start;
    let source = page.site.sources.get(finding.site.source.0 as usize);
    let path = source.map(|source| source.path.as_str());
    let count = page.messages.count("count.points", gain.unsigned_abs());
    RemedyView {
        gain: format!("+{count}"),
        text_html: sentence(page, &finding.action(page.code)),
        rule: finding.rule.name.to_owned(),
        place: path.map(|path| format!("{path}:{}:{}", position.line, position.column)),
        edit: path.and_then(|path| page.line_href(path, position)),
    }
}

/// Words of a finding as a sentence, as markup: a capital letter, a full stop, what stands in backticks as code and a
/// day there as people write it.
pub(super) fn sentence(page: &Page<'_>, words: &str) -> String {
    let mut html = String::with_capacity(words.len() + 24);
    for (at, piece) in words.split('`').enumerate() {
        if at % 2 == 0 {
            escape_into(&mut html, &if at == 0 { capitalised(piece) } else { piece.to_owned() });
        } else if let Some(day) = date::parse(piece).ok().filter(|moment| moment.date.day().is_some()) {
            escape_into(&mut html, &page.long_date(day));
        } else {
            html.push_str("<code>");
            escape_into(&mut html, piece);
            html.push_str("</code>");
        }
    }
    if !words.is_empty() && !words.ends_with(['.', '!', '?', '…']) {
        html.push('.');
    }
    html
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
