//! Dates as descriptors write them: a year, a month, a day, or a moment with a time.

use std::fmt;

use jiff::civil::Date;

/// A date known to the year, the month or the day (EDTF level 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PartialDate {
    /// A full date.
    pub fn from_day(date: Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// The year, 1000 to 9999.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, when known.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month, 1 to 31, when known.
    pub fn day(self) -> Option<i8> {
        self.day
    }

    /// The first day it can mean.
    pub fn first_day(self) -> Date {
        let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        Date::new(self.year, month, day).expect("internal error: a checked date")
    }

    /// The last day it can mean.
    pub fn last_day(self) -> Date {
        match (self.month, self.day) {
            (None, _) => Date::new(self.year, 12, 31).expect("internal error: a checked year"),
            (Some(_), None) => self.first_day().last_of_month(),
            (Some(_), Some(_)) => self.first_day(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// A date, with the time of day in UTC when it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The date, in UTC when there is a time.
    pub date: PartialDate,
    /// Seconds since midnight UTC, when a time was given.
    pub second_of_day: Option<u32>,
}

impl Moment {
    /// The moment of a day without a time.
    pub fn from_day(date: Date) -> Self {
        Self { date: PartialDate::from_day(date), second_of_day: None }
    }

    /// The moment of a Unix time, in seconds; none outside the years 1000 to 9999.
    pub fn from_unix(seconds: i64) -> Option<Self> {
        let timestamp = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Self::from_datetime(jiff::tz::Offset::UTC.to_datetime(timestamp)))
    }

    fn from_datetime(datetime: jiff::civil::DateTime) -> Self {
        let time = datetime.time();
        let second =
            u32::from(time.hour() as u8) * 3600 + u32::from(time.minute() as u8) * 60 + u32::from(time.second() as u8);
        Self { date: PartialDate::from_day(datetime.date()), second_of_day: Some(second) }
    }
}

impl fmt::Display for Moment {
    /// RFC 3339 with a time, the bare date without one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        if let Some(second) = self.second_of_day {
            write!(f, "T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)?;
        }
        Ok(())
    }
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// An interval (`2019/2024`) or a repetition (`R/P1Y`) where one date belongs.
    Interval,
    /// A date that no calendar has: 31 February, month 13, a time of 25 hours.
    Impossible,
    /// Something else. When it can only mean one date, that date.
    NotADate(Option<PartialDate>),
}

impl DateFault {
    /// The one date that the text can only mean, as it should be written.
    pub fn meant(&self) -> Option<String> {
        match self {
            Self::NotADate(date) => date.map(|date| date.to_string()),
            Self::Interval | Self::Impossible => None,
        }
    }
}

/// Reads `2024`, `2024-05`, `2024-05-31` or `2024-05-31T10:00:00+02:00` (a blank for the `T`, and
/// no zone, are taken as UTC).
///
/// # Errors
/// Says why the text is none of these.
pub fn parse(text: &str) -> Result<Moment, DateFault> {
    let text = text.trim();
    if text.contains('/') && (text.starts_with('R') || text.matches('/').count() == 1) {
        return Err(DateFault::Interval);
    }
    if text.len() > 10 && text.as_bytes()[4] == b'-' && text.is_char_boundary(10) {
        return parse_with_time(text);
    }
    parse_partial(text).map(|date| Moment { date, second_of_day: None })
}

fn parse_with_time(text: &str) -> Result<Moment, DateFault> {
    let looks_right = matches!(text.as_bytes()[10], b'T' | b't' | b' ') && is_iso_day(&text[..10]);
    if !looks_right {
        return Err(DateFault::NotADate(None));
    }
    let joined = format!("{}T{}", &text[..10], text[11..].trim());
    if let Ok(timestamp) = joined.parse::<jiff::Timestamp>() {
        return Ok(Moment::from_datetime(jiff::tz::Offset::UTC.to_datetime(timestamp)));
    }
    let civil = joined.parse::<jiff::civil::DateTime>();
    civil.map(Moment::from_datetime).map_err(|_| DateFault::Impossible)
}

fn is_iso_day(text: &str) -> bool {
    let shape: Vec<bool> = text.bytes().map(|byte| byte.is_ascii_digit()).collect();
    shape == [true, true, true, true, false, true, true, false, true, true]
}

fn parse_partial(text: &str) -> Result<PartialDate, DateFault> {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, width| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
    let well_formed = match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2),
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    };
    if !well_formed {
        return Err(DateFault::NotADate(meant(text)));
    }
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<i16>().ok());
    checked(number(0), number(1), number(2)).ok_or(DateFault::Impossible)
}

fn checked(year: Option<i16>, month: Option<i16>, day: Option<i16>) -> Option<PartialDate> {
    let year = year.filter(|year| (1000..=9999).contains(year))?;
    let month = month.map(i8::try_from).transpose().ok()?;
    let day = day.map(i8::try_from).transpose().ok()?;
    Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    Some(PartialDate { year, month, day })
}

/// The one date that another form means: `31/05/2024`, `2024/5/31`, `20240531`, `31.05.2024`,
/// `2024-5-3`. Day and month that could be swapped mean nothing.
fn meant(text: &str) -> Option<PartialDate> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = |from: usize, to: usize| text[from..to].parse().ok();
        return checked(number(0, 4), number(4, 6), number(6, 8));
    }
    let parts: Vec<i16> = text.split(['/', '.', '-', ' ']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts.as_slice() {
        [year, month] if *year > 999 => checked(Some(*year), Some(*month), None),
        [month, year] if *year > 999 => checked(Some(*year), Some(*month), None),
        [year, month, day] if *year > 999 => checked(Some(*year), Some(*month), Some(*day)),
        [day, month, year] if *year > 999 && (*day > 12 || day == month) => {
            checked(Some(*year), Some(*month), Some(*day))
        }
        [month, day, year] if *year > 999 && *day > 12 => checked(Some(*year), Some(*month), Some(*day)),
        _ => None,
    }
}

/// Whole days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_secs().div_euclid(86_400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_to_the_precision_they_have() {
        for text in ["2024", "2024-05", "2024-05-31", "2024-05-31T08:30:00Z"] {
            assert_eq!(parse(text).expect(text).to_string(), text);
        }
        let zoned = parse("2024-05-31 01:30:00+02:00").expect("zoned");
        assert_eq!(zoned.to_string(), "2024-05-30T23:30:00Z");
        assert_eq!(parse("2024-05-31T10:00").expect("local").to_string(), "2024-05-31T10:00:00Z");
    }

    #[test]
    fn what_is_no_date_says_why() {
        assert_eq!(parse("2019/2024"), Err(DateFault::Interval));
        assert_eq!(parse("R/P1Y"), Err(DateFault::Interval));
        assert_eq!(parse("R/2019-01-01/P1Y"), Err(DateFault::Interval));
        for text in ["2024-02-30", "2024-13", "2024-05-31T25:00:00Z", "0200"] {
            assert_eq!(parse(text), Err(DateFault::Impossible), "{text}");
        }
        for text in ["soon", "", "05/06/2024", "12024", "2024-05-311"] {
            assert_eq!(parse(text), Err(DateFault::NotADate(None)), "{text}");
        }
    }

    #[test]
    fn another_form_of_one_date_is_recognised() {
        for text in ["31/05/2024", "2024/05/31", "20240531", "31.05.2024", "2024-5-31", "05/31/2024"] {
            let Err(DateFault::NotADate(Some(date))) = parse(text) else { panic!("{text}") };
            assert_eq!(date.to_string(), "2024-05-31", "{text}");
        }
    }

    #[test]
    fn a_partial_date_spans_days() {
        let february = parse("2024-02").expect("month").date;
        assert_eq!(february.last_day().to_string(), "2024-02-29");
        assert_eq!(days_between(february.first_day(), february.last_day()), 28);
        assert_eq!(days_between(february.last_day(), february.first_day()), -28);
    }
}
