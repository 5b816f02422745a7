//! Scores as JSON: all profiles, criterion by criterion, with the evidence and the remedy of each
//! lost point.

use serde_json::{Value, json};

use super::tally;
use crate::model::DatasetIndex;
use crate::score::{Criterion, Judged, PROFILES, Profile, Score};
use crate::site::Site;

/// Changes when a reader of the JSON would have to.
const FORMAT: u32 = 1;

/// All scores of all datasets, with the profiles that explain them. Words are in `language`; `now`
/// is the clock by which updates are late.
pub fn json(site: &Site, language: &str) -> Value {
    let profiles: Vec<Value> = PROFILES.iter().map(|profile| profile_json(site, profile, language)).collect();
    let datasets: Vec<Value> =
        (0..site.catalog.datasets.len()).map(|dataset| dataset_json(site, dataset, language)).collect();
    json!({
        "format": FORMAT,
        "now": site.now.to_string(),
        "profile": site.profile().id,
        "profiles": profiles,
        "datasets": datasets,
    })
}

fn profile_json(site: &Site, profile: &'static Profile, language: &str) -> Value {
    let bands = profile.bands.iter().zip(tally(site, profile));
    let bands: Vec<Value> = bands
        .map(|(band, datasets)| {
            let from = [band.from.0, band.from.1];
            json!({ "id": band.id, "label": band.label.get(language), "from": from, "datasets": datasets })
        })
        .collect();
    let criteria = profile.criteria.iter();
    json!({
        "id": profile.id,
        "label": profile.label.get(language),
        "explanation": profile.explanation.get(language),
        "maximum": criteria.clone().map(|criterion| criterion.points).sum::<i32>(),
        "criteria": criteria.map(|criterion| criterion_json(criterion, language)).collect::<Vec<_>>(),
        "bands": bands,
    })
}

fn criterion_json(criterion: &Criterion, language: &str) -> Value {
    json!({
        "id": criterion.id,
        "label": criterion.label.get(language),
        "explanation": criterion.explanation.get(language),
        "dimension": criterion.dimension.map(|dimension| dimension.get(language)),
        "points": criterion.points,
        "failed_points": criterion.failed_points,
        "rules": criterion.rules,
    })
}

fn dataset_json(site: &Site, index: DatasetIndex, language: &str) -> Value {
    let dataset = &site.catalog.datasets[index];
    let scores = PROFILES.iter().zip(&site.scores[index]);
    json!({
        "dataset": dataset.slug(),
        "id": dataset.header.identity.uuid.to_string(),
        "title": dataset.title.get(language).map(|(title, _)| title),
        "scores": scores.map(|(profile, score)| score_json(site, index, profile, score, language)).collect::<Vec<_>>(),
    })
}

fn score_json(site: &Site, dataset: DatasetIndex, profile: &Profile, score: &Score, language: &str) -> Value {
    let criteria = profile.criteria.iter().zip(&score.judged);
    let criteria: Vec<Value> =
        criteria.map(|(criterion, judged)| judged_json(site, dataset, criterion, judged, language)).collect();
    json!({
        "profile": profile.id,
        "points": score.points,
        "measurable": score.measurable,
        "unknown": score.unknown,
        "not_applicable": score.not_applicable,
        "maximum": score.maximum,
        "ratio": score.ratio().map(|ratio| (ratio * 10_000.0).round() / 10_000.0),
        "band": score.band(profile).map(|band| band.id),
        "criteria": criteria,
    })
}

fn judged_json(site: &Site, dataset: DatasetIndex, criterion: &Criterion, judged: &Judged, language: &str) -> Value {
    let note = criterion.note.filter(|_| judged.assumed).map(|note| note.get(language));
    let mut value = json!({
        "id": criterion.id,
        "verdict": judged.verdict.name(),
        "points": judged.points,
        "maximum": criterion.points,
        "assumed": judged.assumed,
        "note": note,
        "evidence": null,
    });
    if let Some(finding) = site.evidence(dataset, judged) {
        let file = &site.sources[finding.site.source.0 as usize].path;
        let start = finding.site.start;
        value["evidence"] = json!({
            "code": finding.rule.code,
            "rule": finding.rule.name,
            "place": format!("{file}:{}:{}", start.line, start.column),
            "message": finding.message(language),
            "action": finding.action(language),
        });
    }
    value
}
