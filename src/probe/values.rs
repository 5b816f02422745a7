//! What a value of a table is: a number, a date, a text.

use crate::date;
use crate::model::{ColumnForm, ColumnType, TIME_PATTERNS};

/// What one value is and how it is written.
pub(super) type Look = (ColumnType, ColumnForm);

/// What one value is.
pub(super) fn look(text: &str) -> Look {
    let value = text.trim();
    let is_short = value.len() <= 40;
    let (kind, form) = match value.bytes().next() {
        None => (ColumnType::Empty, ColumnForm::Plain),
        Some(first) if is_short && (first.is_ascii_digit() || b"+-.,".contains(&first)) => numeric(value),
        Some(_) if is_short => boolean(value).unwrap_or(TEXT),
        Some(_) => TEXT,
    };
    let is_padded = value.len() != text.len() && kind != ColumnType::Text;
    (kind, if is_padded { ColumnForm::Mixed } else { form })
}

const TEXT: Look = (ColumnType::Text, ColumnForm::Plain);

/// The narrowest type that holds values of both, and the form they share.
pub(super) fn join(one: Look, other: Look) -> Look {
    use ColumnType::{Date, DateTime, Empty, Integer, Number};
    let mixed = |kind, form| {
        (kind, if one.1 == ColumnForm::Mixed || other.1 == ColumnForm::Mixed { ColumnForm::Mixed } else { form })
    };
    match (one.0, other.0) {
        (Empty, kind) => mixed(kind, other.1),
        (kind, Empty) => mixed(kind, one.1),
        // A whole number has no decimal sign.
        (Integer, Number) => mixed(Number, other.1),
        (Number, Integer) => mixed(Number, one.1),
        (Date, DateTime) | (DateTime, Date) => (DateTime, ColumnForm::Mixed),
        (kind, same) if kind == same => (kind, if one.1 == other.1 { one.1 } else { ColumnForm::Mixed }),
        _ => TEXT,
    }
}

/// `true`, `false`, `vrai`, `faux`; in small letters, capitals or with a capital they are plain.
fn boolean(value: &str) -> Option<Look> {
    let word = ["true", "false", "vrai", "faux"].into_iter().find(|word| value.eq_ignore_ascii_case(word))?;
    let is_usual = value[1..] == word[1..] || value.bytes().all(|byte| byte.is_ascii_uppercase());
    Some((ColumnType::Boolean, if is_usual { ColumnForm::Plain } else { ColumnForm::Mixed }))
}

fn numeric(value: &str) -> Look {
    if let Some(kind) = number(value) {
        return (kind, if value.contains(',') { ColumnForm::Comma } else { ColumnForm::Plain });
    }
    let (day, time) = match value.split_once(['T', 't', ' ']) {
        Some((day, time)) => (day, Some(time)),
        None => (value, None),
    };
    match time {
        None if is_iso_day(day) => (ColumnType::Date, ColumnForm::Plain),
        None if is_french_day(day) => (ColumnType::Date, ColumnForm::Time(TIME_PATTERNS[0])),
        Some(time) if is_iso_day(day) && date::parse(value).is_ok() => {
            (ColumnType::DateTime, iso_form(value.as_bytes()[day.len()], time))
        }
        Some(time) if is_french_day(day) && is_time(time) => {
            let place =
                separator(value.as_bytes()[day.len()]).map(|place| 19 + place * 2 + usize::from(time.len() > 5));
            (ColumnType::DateTime, time_form(place))
        }
        _ => TEXT,
    }
}

fn time_form(place: Option<usize>) -> ColumnForm {
    let pattern = place.and_then(|place| TIME_PATTERNS.get(place));
    pattern.map_or(ColumnForm::Mixed, |pattern| ColumnForm::Time(pattern))
}

/// The place of the sign between day and time in [`TIME_PATTERNS`].
fn separator(sign: u8) -> Option<usize> {
    b"T ".iter().position(|known| *known == sign)
}

/// The pattern of a time after a day of ISO 8601.
fn iso_form(sign: u8, time: &str) -> ColumnForm {
    let (zone, time) = match time.strip_suffix('Z') {
        Some(time) => (1, time),
        None => match time.split_at_checked(time.len().saturating_sub(6)) {
            Some((before, offset)) if offset.starts_with(['+', '-']) && is_time(&offset[1..]) => (2, before),
            _ => (0, time),
        },
    };
    let (whole, fraction) = time.split_once('.').map_or((time, None), |(whole, fraction)| (whole, Some(fraction)));
    let is_fraction =
        |digits: &str| (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let precision = match (whole.len(), fraction) {
        _ if !is_time(whole) => None,
        (5, None) => Some(0),
        (8, None) => Some(1),
        (8, Some(digits)) if is_fraction(digits) => Some(2),
        _ => None,
    };
    time_form(separator(sign).zip(precision).map(|(sign, precision)| 1 + (sign * 3 + precision) * 3 + zone))
}

/// A whole number or one with a decimal point or comma. A number that begins with a needless zero is
/// a code, and one of more than 18 digits an identifier: a spreadsheet would spoil both.
fn number(value: &str) -> Option<ColumnType> {
    let bare = value.strip_prefix(['+', '-']).unwrap_or(value);
    let (mantissa, exponent) = match bare.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (bare, None),
    };
    let (whole, fraction) = match mantissa.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let right =
        digits(whole) && fraction.is_none_or(digits) && exponent.is_none_or(|text| !text.is_empty() && digits(text));
    if !right || (whole.is_empty() && fraction.is_none_or(str::is_empty)) {
        return None;
    }
    let is_code = (whole.len() > 1 && whole.starts_with('0')) || whole.len() > 18;
    match (is_code, fraction, exponent) {
        (true, _, _) => Some(ColumnType::Text),
        (false, None, None) => Some(ColumnType::Integer),
        (false, _, _) => Some(ColumnType::Number),
    }
}

/// `2024-05-31`; the calendar must have it.
fn is_iso_day(text: &str) -> bool {
    text.len() == 10 && text.as_bytes()[4] == b'-' && date::parse(text).is_ok()
}

/// `31/05/2024`; the calendar must have it.
fn is_french_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    let [day, month, year] = parts.as_slice() else {
        return false;
    };
    let is_shaped = (1..=2).contains(&day.len()) && (1..=2).contains(&month.len()) && year.len() == 4;
    is_shaped && is_iso_day(&format!("{year}-{month:0>2}-{day:0>2}"))
}

/// `10:00` or `10:00:00`.
fn is_time(text: &str) -> bool {
    let parts: Vec<Option<u32>> = text.split(':').map(|part| part.parse().ok().filter(|_| part.len() == 2)).collect();
    let below = |part: &Option<u32>, limit: u32| part.is_some_and(|number| number < limit);
    matches!(parts.len(), 2 | 3) && below(&parts[0], 24) && parts[1..].iter().all(|part| below(part, 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(values: &[&str], expected: &str) {
        assert_eq!(joined(values).0.name(), expected, "{values:?}");
    }

    fn joined(values: &[&str]) -> Look {
        let nothing = (ColumnType::Empty, ColumnForm::Plain);
        values.iter().fold(nothing, |known, value| join(known, look(value)))
    }

    #[test]
    fn values_have_the_narrowest_type() {
        case(&["1", "", "-20", "+3"], "integer");
        case(&["1", "1.5", "2,5", "1e-3", ".5"], "number");
        case(&["0", "0.5"], "number");
        case(&["01000", "35000"], "string");
        case(&["12345678901234567890"], "string");
        case(&["2024-05-31", "01/06/2024"], "date");
        case(&["2024-05-31", "2024-05-31T10:00:00Z", "31/05/2024 10:00"], "datetime");
        case(&["2024-02-30"], "string");
        case(&["vrai", "FALSE"], "boolean");
        case(&["1", "x"], "string");
        case(&["", " "], "any");
        case(&["-", "."], "string");
        case(&["10:00"], "string");
    }

    #[test]
    fn the_form_that_all_values_share_is_known() {
        let case = |values: &[&str], expected: &str| assert_eq!(joined(values).1.name(), expected, "{values:?}");
        case(&["1", "", "-20"], "plain");
        case(&["1", "1.5", "1e3"], "plain");
        case(&["1,5", "2", ",5", ""], "comma");
        case(&["1,5", "2.5"], "mixed");
        case(&["1", " 2"], "mixed");
        case(&["1", " ", "2"], "mixed");
        case(&["2024-05-31", ""], "plain");
        case(&["", "31/05/2024", "1/6/2024"], "%d/%m/%Y");
        case(&["2024-05-31", "01/06/2024"], "mixed");
        case(&["2024-05-31", "2024-05-31 10:00"], "mixed");
        case(&["2024-05-31T10:00Z"], "%Y-%m-%dT%H:%MZ");
        case(&["2024-05-31T10:00:00+02:00", "2024-05-31T10:00:00-01:00"], "%Y-%m-%dT%H:%M:%S%z");
        case(&["2024-05-31 10:00:00.25"], "%Y-%m-%d %H:%M:%S.%f");
        case(&["2024-05-31t10:00"], "mixed");
        case(&["31/05/2024 10:00"], "%d/%m/%Y %H:%M");
        case(&["31/05/2024T10:00:00"], "%d/%m/%YT%H:%M:%S");
        case(&["vrai", "FAUX", "Vrai"], "plain");
        case(&["vrai", "fAUX"], "mixed");
        case(&[" a", "1,5"], "plain");
    }

    #[test]
    fn every_pattern_is_found_by_its_name() {
        for pattern in TIME_PATTERNS {
            assert_eq!(ColumnForm::of_name(pattern), Some(ColumnForm::Time(pattern)));
        }
    }
}
