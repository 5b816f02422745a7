//! The one place where the time is read.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use super::Error;

/// The day by `SOURCE_DATE_EPOCH` when it is set, else today, both in UTC.
///
/// # Errors
/// When the variable holds no number of seconds that a calendar has.
pub fn today() -> Result<Date, Error> {
    let Some(text) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(day_of(Timestamp::now()));
    };
    let text = text.to_string_lossy().into_owned();
    let seconds = text.trim().parse().ok();
    let timestamp = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    timestamp.map(day_of).ok_or(Error::Epoch(text))
}

fn day_of(timestamp: Timestamp) -> Date {
    Offset::UTC.to_datetime(timestamp).date()
}
