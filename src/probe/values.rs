//! What a value of a table is: a number, a date, a text.

use crate::date;
use crate::model::ColumnType;

/// What one value is.
pub(super) fn kind(value: &str) -> ColumnType {
    let value = value.trim();
    let is_short = value.len() <= 40;
    match value.bytes().next() {
        None => ColumnType::Empty,
        Some(first) if is_short && (first.is_ascii_digit() || b"+-.,".contains(&first)) => numeric(value),
        Some(_) if is_short && is_boolean(value) => ColumnType::Boolean,
        Some(_) => ColumnType::Text,
    }
}

/// The narrowest type that holds values of both.
pub(super) fn join(one: ColumnType, other: ColumnType) -> ColumnType {
    use ColumnType::{Date, DateTime, Empty, Integer, Number, Text};
    match (one, other) {
        (Empty, kind) | (kind, Empty) => kind,
        (one, other) if one == other => one,
        (Integer, Number) | (Number, Integer) => Number,
        (Date, DateTime) | (DateTime, Date) => DateTime,
        _ => Text,
    }
}

fn is_boolean(value: &str) -> bool {
    ["true", "false", "vrai", "faux"].iter().any(|word| value.eq_ignore_ascii_case(word))
}

fn numeric(value: &str) -> ColumnType {
    if let Some(kind) = number(value) {
        return kind;
    }
    let (day, time) = match value.split_once(['T', 't', ' ']) {
        Some((day, time)) => (day, Some(time)),
        None => (value, None),
    };
    match time {
        None if is_iso_day(day) || is_french_day(day) => ColumnType::Date,
        Some(_) if is_iso_day(day) && date::parse(value).is_ok() => ColumnType::DateTime,
        Some(time) if is_french_day(day) && is_time(time) => ColumnType::DateTime,
        _ => ColumnType::Text,
    }
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
        let kind = values.iter().fold(ColumnType::Empty, |known, value| join(known, kind(value)));
        assert_eq!(kind.name(), expected, "{values:?}");
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
}
