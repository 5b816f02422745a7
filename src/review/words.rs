//! Values of the model in the words of a language, on one line each.

use crate::date::Moment;
use crate::i18n::Messages;
use crate::markdown::sanitize_inline;
use crate::model::{Coded, Dataset, HostedFile, Resource, TemporalCoverage};
use crate::score::Profile;
use crate::text::Text;
use crate::vocab::{Label, Term};

/// Characters of a value that are told.
pub(super) const LONGEST: usize = 300;

/// A text from a character on, with `…` for what is left out on either side.
pub(super) fn cut(text: &str, from: usize) -> String {
    let start = text.char_indices().nth(from).map_or(text.len(), |(start, _)| start);
    let rest = &text[start..];
    let end = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(end, _)| end);
    let [before, after] = [start > 0, end < rest.len()].map(|is_cut| if is_cut { "…" } else { "" });
    format!("{before}{}{after}", &rest[..end])
}

/// The language of a report.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) messages: &'a Messages,
    /// By which datasets are scored.
    pub(super) profile: &'static Profile,
}

impl Words<'_> {
    pub(super) fn label(&self, label: Label) -> String {
        label.get(self.messages.language()).to_owned()
    }

    /// A text on one line, without characters that must reach no output.
    pub(super) fn one_line(&self, text: &str) -> String {
        sanitize_inline(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The same, cut when it is long.
    pub(super) fn short(&self, text: &str) -> String {
        cut(&self.one_line(text), 0)
    }

    /// The text of the language of the report where there is one.
    pub(super) fn title(&self, text: &Text) -> String {
        self.short(text.get(self.messages.language()).map_or("", |(words, _)| words))
    }

    /// Every language of a text, each with its code when there are several.
    pub(super) fn texts(&self, text: &Text) -> Vec<String> {
        let texts: Vec<(&str, &str)> = text.iter().filter(|(_, words)| !words.trim().is_empty()).collect();
        let with_code = texts.iter().any(|(code, _)| !code.is_empty());
        let told = |(code, words): &(&str, &str)| match with_code && !code.is_empty() {
            true => format!("{code}: {}", self.one_line(words)),
            false => self.one_line(words),
        };
        texts.iter().map(told).collect()
    }

    /// A code of a vocabulary by its label; what nobody knows as it is written.
    pub(super) fn coded<T>(&self, code: &Coded<T>, label: impl FnOnce(&'static T) -> Label) -> String {
        code.known.map_or_else(|| self.one_line(&code.raw), |row| self.label(label(row)))
    }

    pub(super) fn term(&self, code: &Coded<Term>) -> String {
        self.coded(code, |term| term.label)
    }

    pub(super) fn moment(&self, moment: Moment) -> String {
        let written = moment.to_string();
        match moment.second_of_day {
            // The time of day matters to those who look at it closely.
            Some(_) => written,
            None => self.messages.date(&written),
        }
    }

    pub(super) fn period(&self, period: &TemporalCoverage) -> Option<String> {
        let day = |moment: Moment| self.messages.date(&moment.date.to_string());
        match (period.start.map(day), period.end.map(day)) {
            (Some(start), Some(end)) => Some(self.messages.fill("facts.from_to", &[("start", &start), ("end", &end)])),
            (Some(start), None) => Some(self.messages.fill("facts.since", &[("start", &start)])),
            (None, Some(end)) => Some(self.messages.fill("facts.until", &[("end", &end)])),
            (None, None) => None,
        }
    }

    pub(super) fn yes(&self, is_so: bool) -> Option<String> {
        is_so.then(|| self.messages.text("review.yes").to_owned())
    }

    /// What a resource is called: its title, else its file, address or place.
    pub(super) fn resource(&self, resource: &Resource) -> String {
        let title = self.title(&resource.title);
        let named = || resource.path().or_else(|| resource.url()).map(|named| self.short(named));
        match title.is_empty() {
            false => title,
            true => named().unwrap_or_else(|| format!("{}", resource.index + 1)),
        }
    }

    /// Format and size of a resource: `CSV, 12 KB`.
    pub(super) fn format_and_size(&self, resource: &Resource, files: &[HostedFile]) -> String {
        let format = resource.format_among(files).map(|format| self.label(format.label));
        let size = resource.hosted(files).map(|file| file.size).or(resource.size);
        let parts: Vec<String> = format.into_iter().chain(size.map(|size| self.messages.size(size))).collect();
        parts.join(", ")
    }

    /// The name of the producer of a dataset; none when it has none.
    pub(super) fn producer(&self, site: &crate::site::Site, dataset: &Dataset) -> Option<String> {
        let organization = dataset.organization.as_deref().map(|slug| {
            site.catalog.organization(slug).map_or_else(|| self.one_line(slug), |found| self.title(&found.name))
        });
        let person = || {
            let slug = dataset.owner.as_deref()?;
            Some(site.catalog.person(slug).map_or_else(|| self.one_line(slug), |found| self.title(&found.name)))
        };
        organization.or_else(person)
    }
}
