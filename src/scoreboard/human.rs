//! Scores for people at a terminal: a line for each dataset, the bands, and what to mend first.

use std::fmt::Write as _;

use super::{remedies, scores, tally};
use crate::score::{Profile, Score, Verdict};
use crate::site::Site;
use crate::vocab::Label;

/// Remedies that are shown.
const MOST_REMEDIES: usize = 8;

const MEASURED: Label = Label::new("of {of} measured ({all} in all)", "sur {of} mesurés ({all} en tout)");
const MEND_FIRST: Label = Label::new("What to mend first:", "À reprendre d’abord\u{a0}:");
const DATASETS: Label = Label::new("({count} of {all} datasets)", "({count} sur {all} jeux)");
const LACKS: Label = Label::new("lacks:", "manque\u{a0}:");
const UNMEASURED: Label = Label::new("Not measured", "Non mesuré");

/// The scores of all datasets in one profile, in words of `language`. `color` adds ANSI styles.
pub fn human(site: &Site, profile: &'static Profile, language: &str, color: bool) -> String {
    let mut out = format!("{} ({})\n\n", profile.label.get(language), profile.id);
    lines(&mut out, site, profile, language, color);
    out.push('\n');
    for (place, (band, count)) in profile.bands.iter().zip(tally(site, profile)).enumerate() {
        let name = painted(band.label.get(language), style(profile, place), color);
        let _ = writeln!(out, "{count:>6}  {name}");
    }
    to_mend(&mut out, site, profile, language);
    out
}

fn lines(out: &mut String, site: &Site, profile: &'static Profile, language: &str, color: bool) {
    let named = |score: &Score| score.band(profile).map_or(UNMEASURED, |band| band.label).get(language);
    let widest =
        |text: &dyn Fn(&Score) -> usize| scores(site, profile).map(|(_, score)| text(score)).max().unwrap_or(0);
    let slug_width = site.catalog.datasets.iter().map(|dataset| dataset.slug().len()).max().unwrap_or(0);
    let band_width = widest(&|score| named(score).chars().count());
    let of_width = widest(&|score| measured(score, language).chars().count());
    for (index, score) in scores(site, profile) {
        let slug = site.catalog.datasets[index].slug();
        let place = score.band(profile).and_then(|band| profile.bands.iter().position(|known| known == band));
        let name = format!("{:<band_width$}", named(score));
        let name = painted(&name, place.map_or(DIM, |place| style(profile, place)), color);
        let (of, lacks) = (measured(score, language), lacking(profile, score, language));
        let _ = writeln!(out, "{}", format!("{slug:<slug_width$}  {name}  {of:>of_width$}  {lacks}").trim_end());
    }
}

/// `6 of 10 measured (12 in all)`.
fn measured(score: &Score, language: &str) -> String {
    let of = MEASURED.get(language).replace("{of}", &score.measurable.to_string());
    format!("{} {}", score.points, of.replace("{all}", &score.maximum.to_string()))
}

/// The criteria that failed, by name.
fn lacking(profile: &Profile, score: &Score, language: &str) -> String {
    let failed = profile.criteria.iter().zip(&score.judged).filter(|(_, judged)| judged.verdict == Verdict::Failed);
    let names: Vec<&str> = failed.map(|(criterion, _)| criterion.label.get(language)).collect();
    if names.is_empty() { String::new() } else { format!("{} {}", LACKS.get(language), names.join(", ")) }
}

fn to_mend(out: &mut String, site: &Site, profile: &Profile, language: &str) {
    let remedies = remedies(site, profile);
    if remedies.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", MEND_FIRST.get(language));
    for remedy in remedies.iter().take(MOST_REMEDIES) {
        let count = DATASETS.get(language).replace("{count}", &remedy.datasets.len().to_string());
        let count = count.replace("{all}", &site.scores.len().to_string());
        let _ = writeln!(out, "{:>+6}  {} {} {count}", remedy.points, remedy.rule.code, remedy.rule.name);
    }
}

const GREEN: &str = "32";
const YELLOW: &str = "33";
const RED: &str = "31";
const DIM: &str = "2";

/// The best band is green, the worst red, those between yellow; the word says it too.
fn style(profile: &Profile, place: usize) -> &'static str {
    match place {
        0 => GREEN,
        place if place + 1 == profile.bands.len() => RED,
        _ => YELLOW,
    }
}

fn painted(text: &str, style: &str, color: bool) -> String {
    if color { format!("\u{1b}[{style}m{text}\u{1b}[0m") } else { text.to_owned() }
}
