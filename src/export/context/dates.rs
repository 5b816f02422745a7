//! Dates that forms can trust: none that is still to come.

use super::Context;
use crate::date::Moment;
use crate::model::Dataset;

impl Context<'_> {
    /// A date that the clock has reached.
    pub fn past(&self, moment: Option<Moment>) -> Option<Moment> {
        moment.filter(|moment| moment.date.first_day() <= self.site.now)
    }

    /// When a dataset last changed: the data, else the descriptor. A date to come says nothing, and the next one counts.
    pub fn last_update(&self, dataset: &Dataset) -> Option<Moment> {
        self.past(dataset.data_modified()).or_else(|| self.past(dataset.header.dates.modified))
    }
}

/// A moment as RFC 3339 wants it: the first second that it can mean, in UTC.
pub fn timestamp(moment: Moment) -> String {
    let second = moment.second_of_day.unwrap_or(0);
    let (hour, minute) = (second / 3600, second / 60 % 60);
    format!("{}T{hour:02}:{minute:02}:{:02}Z", moment.date.first_day(), second % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_its_first_second() {
        let stamp = |text: &str| timestamp(crate::date::parse(text).expect(text));
        assert_eq!(stamp("2024"), "2024-01-01T00:00:00Z");
        assert_eq!(stamp("2024-05"), "2024-05-01T00:00:00Z");
        assert_eq!(stamp("2024-05-31T01:30:05+02:00"), "2024-05-30T23:30:05Z");
    }
}
