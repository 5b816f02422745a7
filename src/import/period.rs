//! Periods as people write them, read only when they can mean one thing.

use crate::date::{self, DateFault, PartialDate};
use crate::vocab::key;

/// A period; an open end is one that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its beginning.
    pub start: PartialDate,
    /// Its end.
    pub end: Option<PartialDate>,
}

/// The period that `text` certainly states: a year, a month (`March 2024`), a day, or two of them
/// with a dash, `to` or `/` between; the second may be `present`. Days and months that could be
/// swapped are certain only when the other date of the range settles the order.
pub fn period(text: &str) -> Option<Period> {
    let text = text.trim();
    if let Some(date) = one(text, None) {
        return Some(Period { start: date, end: Some(date) });
    }
    splits(text).find_map(|(start, end)| range(start.trim(), end.trim()))
}

/// Every way of cutting the text in two at something that can mean “to”.
fn splits(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let words = [" – ", " — ", " - ", " to ", " au ", " à ", " until ", "–", "—", "/", "-"];
    words
        .into_iter()
        .flat_map(move |word| text.match_indices(word).map(move |(at, _)| (&text[..at], &text[at + word.len()..])))
}

fn range(start: &str, end: &str) -> Option<Period> {
    let start = start.strip_prefix("from ").or_else(|| start.strip_prefix("From ")).unwrap_or(start);
    if goes_on(end) {
        return Some(Period { start: one(start, None)?, end: None });
    }
    let order = order(end).or_else(|| order(start));
    Some(Period { start: one(start, order)?, end: Some(one(end, order)?) })
}

fn goes_on(text: &str) -> bool {
    let text = key(text);
    let words = ["present", "current", "now", "today", "ongoing", "to date", "aujourd hui", "a ce jour", "en cours"];
    words.contains(&text.as_str())
}

/// Which of the first two numbers of `12/31/2004` is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
}

fn numbers(text: &str) -> Option<[i16; 3]> {
    let parts: Vec<i16> = text.split('/').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// The order of day and month in a date that can have only one.
fn order(text: &str) -> Option<Order> {
    match numbers(text)? {
        [first, 1..=12, year] if first > 12 && year > 999 => Some(Order::DayFirst),
        [1..=12, second, year] if second > 12 && year > 999 => Some(Order::MonthFirst),
        _ => None,
    }
}

fn one(text: &str, order: Option<Order>) -> Option<PartialDate> {
    match date::parse(text) {
        Ok(moment) => return Some(moment.date),
        Err(DateFault::NotADate(Some(date))) => return Some(date),
        Err(_) => {}
    }
    month_and_year(text).or_else(|| {
        let [first, second, year] = numbers(text)?;
        let (month, day) = if order? == Order::DayFirst { (second, first) } else { (first, second) };
        date::parse(&format!("{year:04}-{month:02}-{day:02}")).ok().map(|moment| moment.date)
    })
}

const MONTHS: [[&str; 4]; 12] = [
    ["january", "jan", "janvier", "janv"],
    ["february", "feb", "fevrier", "fevr"],
    ["march", "mar", "mars", "mars"],
    ["april", "apr", "avril", "avr"],
    ["may", "may", "mai", "mai"],
    ["june", "jun", "juin", "juin"],
    ["july", "jul", "juillet", "juil"],
    ["august", "aug", "aout", "aout"],
    ["september", "sep", "septembre", "sept"],
    ["october", "oct", "octobre", "oct"],
    ["november", "nov", "novembre", "nov"],
    ["december", "dec", "decembre", "dec"],
];

/// `March 2024`, `mars 2024`, `5 March 2024`, `March 5 2024`.
fn month_and_year(text: &str) -> Option<PartialDate> {
    let folded = key(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let month_of = |word: &str| MONTHS.iter().position(|names| names.contains(&word)).map(|at| at + 1);
    let (month, year, day) = match words.as_slice() {
        [month, year] => (month_of(month)?, year, None),
        [first, second, year] => match month_of(first) {
            Some(month) => (month, year, Some(second)),
            None => (month_of(second)?, year, Some(first)),
        },
        _ => return None,
    };
    let day = day.map(|day| day.parse::<u8>()).transpose().ok()?;
    let written = day.map_or(format!("{year}-{month:02}"), |day| format!("{year}-{month:02}-{day:02}"));
    date::parse(&written).ok().map(|moment| moment.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let found = period(text).map_or(String::from("-"), |period| {
            format!("{}/{}", period.start, period.end.map_or(String::from(".."), |end| end.to_string()))
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn certain_periods_are_read() {
        case("2020", "2020/2020");
        case(" March 2024", "2024-03/2024-03");
        case("5 août 2023", "2023-08-05/2023-08-05");
        case("2009 - 2012", "2009/2012");
        case("1901-2000", "1901/2000");
        case("1901–2000", "1901/2000");
        case("2019-05", "2019-05/2019-05");
        case("2019-01-01/2020-06", "2019-01-01/2020-06");
        case("2011 - present", "2011/..");
        case("2015-Present", "2015/..");
        case("from 1974 to today", "1974/..");
        case("January 2014 - Present", "2014-01/..");
        case("mars 2020 à juin 2021", "2020-03/2021-06");
        case("01/01/1950 - 12/31/2004", "1950-01-01/2004-12-31");
        case("05/06/1950 - 12/31/2004", "1950-05-06/2004-12-31");
        case("31/12/2004", "2004-12-31/2004-12-31");
    }

    #[test]
    fn what_could_mean_two_things_is_no_period() {
        for text in [
            "",
            "Current",
            "Real-time",
            "FY2016",
            "2000 and 2012",
            "06/02/2005",
            "12/10/2009 - Present",
            "Varies",
            "present",
            "2019-2021-2023",
            "March",
            "10-12",
            "since last year",
        ] {
            case(text, "-");
        }
    }
}
