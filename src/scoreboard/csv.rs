//! Scores as CSV: a line for each dataset and profile.

use crate::score::PROFILES;
use crate::site::Site;

const HEADER: [&str; 10] =
    ["dataset", "title", "profile", "points", "measurable", "unknown", "not_applicable", "maximum", "ratio", "band"];

/// All scores, a line for each dataset and profile, with a header; UTF-8, commas. Titles are in
/// `language` where they can be.
pub fn csv(site: &Site, language: &str) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut write = |cells: &[String]| writer.write_record(cells).expect("internal error: memory takes all bytes");
    write(&HEADER.map(String::from));
    for (dataset, scores) in site.catalog.datasets.iter().zip(&site.scores) {
        for (profile, score) in PROFILES.iter().zip(scores) {
            write(&[
                dataset.slug().to_owned(),
                plain(dataset.title.get(language).map_or("", |(title, _)| title)),
                profile.id.to_owned(),
                score.points.to_string(),
                score.measurable.to_string(),
                score.unknown.to_string(),
                score.not_applicable.to_string(),
                score.maximum.to_string(),
                score.ratio().map_or_else(String::new, |ratio| format!("{ratio:.4}")),
                score.band(profile).map_or("", |band| band.id).to_owned(),
            ]);
        }
    }
    let bytes = writer.into_inner().expect("internal error: memory takes all bytes");
    String::from_utf8(bytes).expect("internal error: only text was written")
}

/// A text that no spreadsheet takes for a formula
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn plain(text: &str) -> String {
    let quote = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("{quote}{text}")
}
