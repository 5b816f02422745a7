//! The quality of the whole catalogue: where it stands, and what to mend first.

use std::collections::BTreeMap;

use super::super::context::{Page, Said};
use super::super::orders::better_first;
use super::super::svg;
use super::super::views::{
    BandView, CriterionRowView, FigureView, LinkView, MendView, ProducerRowView, QualityPageView, WorstView,
};
use super::{Sheet, home_crumb, verdicts::sentence};
use crate::finding::{Rule, Words};
use crate::model::DatasetIndex;
use crate::score::Verdict;
use crate::site::{FacetKind, PageKey};

const WORST: usize = 8;
const PRODUCERS: usize = 30;
const REMEDIES: usize = 8;
const DATASETS_OF_A_REMEDY: usize = 10;
/// Height of the longest column, in pixels.
const COLUMN: usize = 150;

pub(super) fn sheet(page: &Page<'_>) -> Sheet {
    let listed = page.site.listed.len() as u64;
    let view = QualityPageView {
        lead: format!("{} {}", page.site.profile().explanation.get(page.code), page.messages.text("quality.lead")),
        figures: figures(page),
        bands: bands(page),
        caption: caption(page),
        mend: remedies(page),
        judged: page.messages.count("quality.judged", listed),
        criteria: criteria(page),
        worst: worst(page),
        producers: producers(page),
        others: page.other_means(),
    };
    let site = page.site_title();
    Sheet {
        title: page.messages.text("quality.catalogue").to_owned(),
        description: page.messages.fill("quality.description", &[("site", &site)]),
        crumbs: vec![home_crumb(page)],
        ..Sheet::new("quality.html", "quality", &view)
    }
}

fn figures(page: &Page<'_>) -> Vec<FigureView> {
    let listed = &page.site.listed;
    let bands = page.site.profile().bands;
    let number = |n: usize| page.messages.number(n as u64);
    let figure =
        |value: String, key: &str| FigureView { value, small: None, label: page.messages.text(key).to_owned() };
    let mut figures = Vec::new();
    if let Some(tenths) = page.mean_tenths(listed) {
        let figure = figure(page.short_tenths(tenths), "quality.figure_mean");
        figures.push(FigureView { small: Some(page.out_of()), ..figure });
    }
    let in_band = |id: &str| count_in_band(page, id);
    if let (Some(best), Some(last)) = (bands.first(), bands.last()) {
        let of = page.messages.fill("quality.of", &[("max", &number(listed.len()))]);
        let solid = FigureView { small: Some(of), ..figure(number(in_band(best.id)), "quality.figure_solid") };
        figures.push(solid);
        figures.push(figure(number(in_band(last.id)), "quality.figure_mend"));
    }
    let unknown = listed.iter().filter(|index| page.site.score(**index).unknown > 0).count();
    figures.push(figure(number(unknown), "quality.figure_unknown"));
    figures
}

fn count_in_band(page: &Page<'_>, id: &str) -> usize {
    page.site.facet(FacetKind::Quality).value(id).map_or(0, |(_, value)| value.datasets.len())
}

/// Datasets by band, from the lowest band to the highest.
pub(super) fn bands(page: &Page<'_>) -> Vec<BandView> {
    let bands = page.site.profile().bands;
    let counts: Vec<usize> = bands.iter().map(|band| count_in_band(page, band.id)).collect();
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let view = |(band, count): (&crate::score::Band, &usize)| {
        let name = band.label.get(page.code).to_owned();
        BandView {
            count: page.messages.number(*count as u64),
            label: page.messages.count_with("quality.column", *count as u64, &[("band", &name.to_lowercase())]),
            href: page.value_href(FacetKind::Quality, band.id).filter(|_| *count > 0),
            height: u32::try_from((count * COLUMN).div_ceil(most)).unwrap_or(0),
            name,
        }
    };
    bands.iter().zip(&counts).rev().map(view).collect()
}

/// The bands as a sentence.
pub(super) fn caption(page: &Page<'_>) -> String {
    let bands = page.site.profile().bands;
    let number = |n: usize| page.messages.number(n as u64);
    let (solid, mend) = match (bands.first(), bands.last()) {
        (Some(first), Some(last)) => (count_in_band(page, first.id), count_in_band(page, last.id)),
        _ => (0, 0),
    };
    let (solid, mend, all) = (number(solid), number(mend), number(page.site.listed.len()));
    page.messages.fill("quality.caption", &[("solid", &solid), ("mend", &mend), ("n", &all)])
}

/// A rule that costs points, and the datasets where it does.
#[derive(Default)]
struct Remedy {
    gain: i64,
    datasets: Vec<DatasetIndex>,
}

fn remedies(page: &Page<'_>) -> Vec<MendView> {
    let criteria = page.site.profile().criteria;
    let mut by_rule: BTreeMap<&'static str, (&'static Rule, Remedy)> = BTreeMap::new();
    for index in &page.site.listed {
        let score = page.site.score(*index);
        for (criterion, judged) in criteria.iter().zip(&score.judged) {
            if let Some(rule) = judged.failed {
                let (_, remedy) = by_rule.entry(rule.name).or_insert_with(|| (rule, Remedy::default()));
                remedy.gain += i64::from(criterion.points - judged.points);
                remedy.datasets.push(*index);
            }
        }
    }
    let mut remedies: Vec<(&Rule, Remedy)> = by_rule.into_values().collect();
    remedies.sort_by(|(one, a), (other, b)| b.gain.cmp(&a.gain).then_with(|| one.name.cmp(other.name)));
    remedies.into_iter().take(REMEDIES).map(|(rule, remedy)| mend(page, rule, &remedy)).collect()
}

fn mend(page: &Page<'_>, rule: &Rule, remedy: &Remedy) -> MendView {
    let words = rule.words(page.code);
    let count = remedy.datasets.len();
    let concerned = page.messages.count("quality.mend_text", count as u64);
    let shown = remedy.datasets.iter().take(DATASETS_OF_A_REMEDY);
    let more = count.saturating_sub(DATASETS_OF_A_REMEDY);
    MendView {
        gain: page.messages.signed(remedy.gain),
        unit: page.messages.count("count.point_word", remedy.gain.unsigned_abs()),
        title_html: remedy_title(page, words),
        text_html: format!("{} {concerned}", sentence(page, words.why)),
        rule: rule.name.to_owned(),
        datasets: shown.map(|index| dataset_link(page, *index)).collect(),
        more: if more > 0 { page.messages.count("count.more", more as u64) } else { String::new() },
        who: who(page, &remedy.datasets),
    }
}

/// The action of a rule, where it does not depend on what was found; else what the rule asks.
fn remedy_title(page: &Page<'_>, words: &Words) -> String {
    let asked = if words.action.contains(['{', '[']) { words.checks } else { words.action };
    sentence(page, asked).trim_end_matches('.').to_owned()
}

fn dataset_link(page: &Page<'_>, index: DatasetIndex) -> LinkView {
    let title = page.dataset_title(&page.site.catalog.datasets[index]);
    LinkView { href: page.href(&PageKey::Dataset(index)), label: title.words, lang: title.lang }
}

/// The producers concerned, most datasets first: `Ville (3), Eaux (1)`.
fn who(page: &Page<'_>, datasets: &[DatasetIndex]) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for index in datasets {
        let name = page.producer_name(&page.site.catalog.datasets[*index]);
        if !name.is_empty() {
            *counts.entry(name).or_default() += 1;
        }
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let written = counts.iter().take(4).map(|(name, count)| {
        page.messages.fill("quality.who", &[("name", name), ("n", &page.messages.number(*count as u64))])
    });
    let more = counts.len().saturating_sub(4);
    let more = (more > 0).then(|| page.messages.count("count.more", more as u64));
    written.chain(more).collect::<Vec<_>>().join(page.messages.text("format.list"))
}

fn criteria(page: &Page<'_>) -> Vec<CriterionRowView> {
    let criteria = page.site.profile().criteria.iter().enumerate();
    let row = |(at, criterion): (usize, &crate::score::Criterion)| {
        let mut counts = [0; 4];
        for index in &page.site.listed {
            let place = match page.site.score(*index).judged[at].verdict {
                Verdict::Passed => 0,
                Verdict::Failed => 1,
                Verdict::Unknown => 2,
                Verdict::NotApplicable => 3,
            };
            counts[place] += 1;
        }
        let [passed, failed, unknown, not_applicable] = counts.map(|count: usize| page.messages.number(count as u64));
        CriterionRowView {
            name: criterion.label.get(page.code).to_owned(),
            bar_html: svg::stacked(counts),
            passed,
            failed,
            unknown,
            not_applicable,
        }
    };
    criteria.map(row).collect()
}

/// The datasets with the lowest scores, those in the best band left out.
fn worst(page: &Page<'_>) -> Vec<WorstView> {
    let profile = page.site.profile();
    let best = profile.bands.first();
    let mut lowest: Vec<DatasetIndex> = page
        .site
        .listed
        .iter()
        .copied()
        .filter(|index| {
            let band = page.site.score(*index).band(profile);
            band.is_some() && band != best
        })
        .collect();
    lowest.sort_by(|one, other| better_first(page.site.score(*other), page.site.score(*one)));
    lowest.truncate(WORST);
    let view = |index: DatasetIndex| {
        let judged = profile.criteria.iter().zip(&page.site.score(index).judged);
        let failed = judged.filter(|(_, judged)| judged.verdict == Verdict::Failed);
        let lacks: Vec<String> = failed.map(|(criterion, _)| criterion.label.get(page.code).to_lowercase()).collect();
        WorstView {
            dataset: dataset_link(page, index),
            producer: page.producer_name(&page.site.catalog.datasets[index]),
            lacks: lacks.join(page.messages.text("format.list")),
            score: page.score(index),
        }
    };
    lowest.into_iter().map(view).collect()
}

fn producers(page: &Page<'_>) -> Vec<ProducerRowView> {
    let values = page.ordered_values(FacetKind::Organization).into_iter();
    let measured = values.filter_map(|(at, value, label)| Some((at, value, label, page.mean_tenths(&value.datasets)?)));
    let maximum: i32 = page.site.profile().criteria.iter().map(|criterion| criterion.points).sum();
    let full = usize::try_from(maximum * 10).unwrap_or(1).max(1);
    let row = |(at, value, label, tenths): (usize, &crate::site::FacetValue, Said, u64)| ProducerRowView {
        bar: super::super::views::BarView {
            label: label.words,
            lang: label.lang,
            href: Some(page.href(&PageKey::Facet(FacetKind::Organization, at, 1))),
            icon: "",
            width: svg::hundredths(usize::try_from(tenths).unwrap_or(0), full),
            count: page.messages.number(value.datasets.len() as u64),
        },
        mean: page.messages.tenths(tenths),
        median: page.median(&value.datasets).unwrap_or_default(),
    };
    measured.take(PRODUCERS).map(row).collect()
}
