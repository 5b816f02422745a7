//! Cells, written so that no spreadsheet runs one.

use crate::date::Moment;
use crate::export::context::words::clean;
use crate::model::{Checksum, Coded, Extras};

/// The value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing: not known.
    Blank,
    /// Words, dates, lists.
    Text(String),
    /// A whole number.
    Count(u64),
    /// A share, 0 to 1, of which two digits are written.
    Share(f64),
}

impl Cell {
    /// A text; blank when it is empty.
    pub(super) fn text(text: &str) -> Self {
        let text = clean(text);
        if text.is_empty() { Self::Blank } else { Self::Text(text.into_owned()) }
    }

    /// A text that may be absent.
    pub(super) fn maybe<S: AsRef<str>>(text: Option<S>) -> Self {
        text.map_or(Self::Blank, |text| Self::text(text.as_ref()))
    }

    /// `True` or `False`, as data.gouv.fr writes them.
    pub(super) fn flag(flag: bool) -> Self {
        Self::text(if flag { "True" } else { "False" })
    }

    /// A date.
    pub(super) fn date(date: Option<Moment>) -> Self {
        date.map_or(Self::Blank, |date| Self::Text(date.to_string()))
    }

    /// When something happened that is a date, or only known to have happened; `False` when it has not.
    pub(super) fn since(date: Option<Option<Moment>>) -> Self {
        match date {
            Some(Some(date)) => Self::date(Some(date)),
            since => Self::flag(since.is_some()),
        }
    }

    /// Texts with commas between.
    pub(super) fn list<S: AsRef<str>>(texts: impl IntoIterator<Item = S>) -> Self {
        let texts: Vec<String> = texts.into_iter().map(|text| clean(text.as_ref()).into_owned()).collect();
        Self::text(&texts.join(","))
    }

    /// Ids of codes, as written where they are not known.
    pub(super) fn codes<'a, T: 'static>(
        codes: impl IntoIterator<Item = &'a Coded<T>>,
        id: impl Fn(&'static T) -> &'static str,
    ) -> Self {
        Self::list(codes.into_iter().map(|code| match code.known {
            Some(known) => id(known),
            None => code.raw.as_str(),
        }))
    }

    /// Free values as JSON; blank when there are none.
    pub(super) fn json(values: &Extras) -> Self {
        if values.is_empty() { Self::Blank } else { Self::maybe(serde_json::to_string(values).ok()) }
    }

    /// Algorithm and digits.
    pub(super) fn checksum(checksum: Option<&Checksum>) -> (Self, Self) {
        checksum.map_or((Self::Blank, Self::Blank), |one| (Self::text(&one.kind), Self::text(&one.value)))
    }
}

/// Writes cells as a line.
pub(super) fn cells(line: &mut Vec<u8>, cells: impl Iterator<Item = Cell>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            line.push(b';');
        }
        match cell {
            Cell::Blank => {}
            Cell::Text(text) => quoted(line, &text),
            Cell::Count(number) => line.extend_from_slice(number.to_string().as_bytes()),
            Cell::Share(share) => line.extend_from_slice(format!("{share:.2}").as_bytes()),
        }
    }
    line.extend_from_slice(b"\r\n");
}

fn quoted(line: &mut Vec<u8>, text: &str) {
    line.push(b'"');
    if is_formula(text) {
        line.push(b'\'');
    }
    for byte in text.bytes() {
        if byte == b'"' {
            line.push(b'"');
        }
        line.push(byte);
    }
    line.push(b'"');
}

/// Whether a spreadsheet may run a text: it begins with a sign of formulas, or has one after blanks and quotation marks.
/// Numbers with their sign, and lists of them, do no harm.
/// <https://owasp.org/www-community/attacks/CSV_Injection>
fn is_formula(text: &str) -> bool {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    if text.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let rest = text.trim_start_matches(is_blank);
    let is_number = || text.split(',').all(|number| number.parse::<f64>().is_ok_and(f64::is_finite));
    rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && !is_number()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let mut line = Vec::new();
        cells(&mut line, std::iter::once(Cell::Text(text.to_owned())));
        assert_eq!(String::from_utf8(line).expect("UTF-8"), format!("{expected}\r\n"), "{text:?}");
    }

    #[test]
    fn no_cell_is_a_formula() {
        case("=1+1", "\"'=1+1\"");
        case("@SUM(A1)", "\"'@SUM(A1)\"");
        case("+33 1 23", "\"'+33 1 23\"");
        case("-1+2", "\"'-1+2\"");
        case("\t=1", "\"'\t=1\"");
        case("\ra", "\"'\ra\"");
        case(" =1", "\"' =1\"");
        case("\"=1", "\"'\"\"=1\"");
        case("＝1", "\"'＝1\"");
    }

    #[test]
    fn words_and_numbers_are_left_alone() {
        case("eau; \"pluie\"", "\"eau; \"\"pluie\"\"\"");
        case("-12.5", "\"-12.5\"");
        case("-0,93", "\"-0,93\"");
        case("-1.05,48.12,-0.81,48.31", "\"-1.05,48.12,-0.81,48.31\"");
        case("a=b", "\"a=b\"");
        case("", "\"\"");
    }

    #[test]
    fn only_texts_have_quotation_marks() {
        let mut line = Vec::new();
        cells(&mut line, [Cell::Blank, Cell::Count(7), Cell::Share(0.5), Cell::flag(true)].into_iter());
        assert_eq!(line, b";7;0.50;\"True\"\r\n");
    }
}
