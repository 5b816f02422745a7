//! Results for people at a terminal.

use std::fmt::Write as _;

use crate::search::read::{Answer, FacetCount, Hit, Question, ReadError, Reader};
use crate::vocab::Label;

const NONE: Label = Label::new("No dataset found", "Aucun jeu de données trouvé");
const ONE: Label = Label::new("1 dataset", "1 jeu de données");
const SEVERAL: Label = Label::new("{n} datasets", "{n} jeux de données");
const UNFILTERED: Label = Label::new(", {n} without filters", ", {n} sans les filtres");
const SHOWN: Label = Label::new(", {first} to {last} shown", ", de {first} à {last} ci-dessous");
const BEYOND: Label = Label::new(", none on this page", ", aucun sur cette page");
const CORRECTED: Label = Label::new(
    "“{to}” was searched instead of “{from}”.",
    "«\u{a0}{to}\u{a0}» a été cherché au lieu de «\u{a0}{from}\u{a0}».",
);
const UNKNOWN: Label =
    Label::new("“{word}” is unknown. Near it: {forms}.", "«\u{a0}{word}\u{a0}» est inconnu. Proches\u{a0}: {forms}.");
const OTHERS: Label =
    Label::new("“{word}” may also have been: {forms}.", "«\u{a0}{word}\u{a0}» a pu vouloir dire aussi\u{a0}: {forms}.");
const WITHOUT: Label = Label::new("Without “{word}”: {n}.", "Sans «\u{a0}{word}\u{a0}»\u{a0}: {n}.");
const POINTS: Label = Label::new("{n} points", "{n} points");

/// An answer in words of `language`. `color` adds ANSI styles.
///
/// # Errors
/// When a file with names cannot be read.
pub fn human(
    reader: &Reader<'_>,
    question: &Question,
    answer: &Answer,
    language: &str,
    color: bool,
) -> Result<String, ReadError> {
    let first = question.page.saturating_sub(1).saturating_mul(question.size);
    let mut out = summary(question, answer, first, language) + "\n";
    advice(&mut out, answer, language);
    for (place, hit) in answer.hits.iter().enumerate() {
        let _ = writeln!(out, "\n{:>3}. {}", first + place + 1, painted(&plain(&hit.card.title), BOLD, color));
        let _ = writeln!(out, "     {}", details(reader, hit, answer, language)?);
        let _ = writeln!(out, "     {}", painted(&plain(&reader.page(&hit.card)), DIM, color));
    }
    for (facet, rows) in &answer.facets {
        let name = plain(&reader.facet_label(facet)?);
        let _ = writeln!(out, "\n{} ({facet})", painted(&name, BOLD, color));
        counts(&mut out, rows, color);
    }
    Ok(out)
}

/// `34 datasets, 120 without filters, 11 to 20 shown`.
fn summary(question: &Question, answer: &Answer, first: usize, language: &str) -> String {
    let mut out = match answer.total {
        0 => NONE.get(language).to_owned(),
        total => count(total, language),
    };
    if answer.unfiltered != answer.total {
        out += &UNFILTERED.get(language).replace("{n}", &answer.unfiltered.to_string());
    }
    if answer.hits.len() < answer.total && !answer.hits.is_empty() {
        let shown = SHOWN.get(language).replace("{first}", &(first + 1).to_string());
        out += &shown.replace("{last}", &(first + answer.hits.len()).to_string());
    }
    if answer.hits.is_empty() && answer.total > 0 && question.size > 0 {
        out += BEYOND.get(language);
    }
    out
}

fn count(number: usize, language: &str) -> String {
    let label = if number == 1 { ONE } else { SEVERAL };
    label.get(language).replace("{n}", &number.to_string())
}

/// What was done about words that are unknown, and what can be done.
fn advice(out: &mut String, answer: &Answer, language: &str) {
    for correction in &answer.corrections {
        let line = CORRECTED.get(language).replace("{from}", &plain(&correction.from));
        let _ = writeln!(out, "{}", line.replace("{to}", &plain(&correction.to)));
    }
    for suggestion in &answer.suggestions {
        let is_corrected = answer.corrections.iter().any(|correction| correction.from == suggestion.word);
        let label = if is_corrected { OTHERS } else { UNKNOWN };
        let line = label.get(language).replace("{word}", &plain(&suggestion.word));
        let _ = writeln!(out, "{}", line.replace("{forms}", &plain(&suggestion.forms.join(", "))));
    }
    for without in answer.without.iter().filter(|without| without.total > 0) {
        let line = WITHOUT.get(language).replace("{word}", &plain(&without.word));
        let _ = writeln!(out, "{}", line.replace("{n}", &count(without.total, language)));
    }
}

/// `Ville d’Aubrelle · 2026-11-02 · CSV, JSON · 12.3 points`.
fn details(reader: &Reader<'_>, hit: &Hit, answer: &Answer, language: &str) -> Result<String, ReadError> {
    let card = &hit.card;
    let formats = card.formats.iter().map(|format| reader.label("format", format)).collect::<Result<Vec<_>, _>>()?;
    let score = if answer.ranked { points(hit.score, reader.unit(), language) } else { String::new() };
    let parts = [plain(&card.producer), plain(&card.date), plain(&formats.join(", ")), score];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(parts.join(" · "))
}

/// A score with one decimal.
fn points(score: u64, unit: u32, language: &str) -> String {
    let unit = u64::from(unit.max(1));
    let tenths = (u128::from(score) * 10 + u128::from(unit / 2)) / u128::from(unit);
    let mark = if language == "fr" { ',' } else { '.' };
    POINTS.get(language).replace("{n}", &format!("{}{mark}{}", tenths / 10, tenths % 10))
}

fn counts(out: &mut String, rows: &[FacetCount], color: bool) {
    for row in rows {
        let label = plain(&row.label);
        let name = if row.label == row.value { label } else { format!("{label} ({})", plain(&row.value)) };
        let name = if row.chosen { painted(&format!("{name} ✓"), BOLD, color) } else { name };
        let _ = writeln!(out, "{:>7}  {name}", row.count);
    }
}

/// A text without what could command a terminal.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

const BOLD: &str = "1";
const DIM: &str = "2";

fn painted(text: &str, style: &str, color: bool) -> String {
    if color { format!("\u{1b}[{style}m{text}\u{1b}[0m") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_rounded_to_a_tenth() {
        let shown = [0, 49, 50, 950, 12_345].map(|score| points(score, 1000, "fr"));
        assert_eq!(shown, ["0,0 points", "0,0 points", "0,1 points", "1,0 points", "12,3 points"]);
        assert_eq!(points(u64::MAX, 0, "en"), "18446744073709551615.0 points");
    }

    #[test]
    fn texts_cannot_command_a_terminal() {
        assert_eq!(plain("a\u{1b}[2Jb\u{9b}c\r\n"), "a[2Jbc");
    }
}
