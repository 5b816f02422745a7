//! Words for machines: plain texts in one language, and the sentence that stands where a description is too short.

use std::borrow::Cow;

use super::Context;
use crate::i18n::Messages;
use crate::markdown::{plain_text, sanitize_inline};
use crate::model::{Dataset, TemporalCoverage};
use crate::text::Text;

/// Characters that a description must have for search engines of datasets; Google ignores shorter ones.
pub const SHORT_DESCRIPTION: usize = 50;

/// A text as it is written, without the characters that must reach no output.
pub fn clean(text: &str) -> Cow<'_, str> {
    sanitize_inline(text.trim())
}

/// A text on one line, without the characters that must reach no output. Blanks that keep words together stay: French
/// has one before `:`.
pub fn line(text: &str) -> String {
    let parts = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let clean = clean(text);
    if !clean.contains("  ") && !clean.contains(|c| c != ' ' && parts(c)) {
        return clean.into_owned();
    }
    clean.split(parts).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Context<'_> {
    /// A title or a name on one line, in the first language of the site where it has one.
    pub fn title(&self, text: &Text) -> String {
        text.get(self.language()).map_or_else(String::new, |(words, _)| line(words))
    }

    /// A Markdown text as it is written, in the first language of the site where it has one.
    pub fn markdown(&self, text: &Text) -> String {
        text.get(self.language()).map_or_else(String::new, |(words, _)| clean(words).into_owned())
    }

    /// A Markdown text as plain words on one line, cut at a word after `max` characters.
    pub fn plain(&self, text: &Text, max: usize) -> String {
        text.get(self.language()).map_or_else(String::new, |(words, _)| plain_text(words, max))
    }

    /// The languages in which a dataset speaks of itself: those of its title; the first of the site when it does not
    /// say.
    pub fn languages_of<'t>(&'t self, text: &'t Text) -> Vec<&'t str> {
        let said: Vec<&str> = text.iter().map(|(code, _)| code).filter(|code| !code.is_empty()).collect();
        if said.is_empty() { vec![self.language()] } else { said }
    }

    /// The description of a dataset in a language, as it is written; followed by [`Context::sentence`] when it has fewer
    /// characters than [`SHORT_DESCRIPTION`], and that sentence alone when there is none.
    pub fn description(&self, dataset: &Dataset, language: &str) -> String {
        let written = dataset.description.get(language).map_or("", |(words, _)| words);
        let written = clean(written);
        match written.chars().count() {
            0 => self.sentence(dataset, language),
            SHORT_DESCRIPTION.. => written.into_owned(),
            _ => format!("{written}\n\n{}", self.sentence(dataset, language)),
        }
    }

    /// One sentence of what is known of a dataset: title, catalogue, producer, formats, period. It is longer than
    /// [`SHORT_DESCRIPTION`], and stands where somebody's description is missing or shorter.
    pub fn sentence(&self, dataset: &Dataset, language: &str) -> String {
        let messages = self.messages_for(language);
        let title = dataset.title.get(language).map_or_else(|| dataset.slug().to_owned(), |(title, _)| line(title));
        let mut parts =
            vec![messages.fill(
                "export.sentence",
                &[("title", &title), ("catalog", &line(self.site.config.title_in(language)))],
            )];
        if let Some(publisher) = self.publisher(dataset) {
            parts.push(messages.fill("export.sentence_publisher", &[("publisher", &line(publisher.name(language)))]));
        }
        let formats = formats(dataset, language);
        if !formats.is_empty() {
            parts.push(messages.fill("export.sentence_formats", &[("formats", &messages.list(&formats))]));
        }
        parts.extend(period(messages, &dataset.temporal));
        messages.fill("export.sentence_end", &[("parts", &parts.join(messages.text("export.sentence_separator")))])
    }

    /// The words of a language of the site; of the first when it is none of them.
    pub fn messages_for(&self, language: &str) -> &Messages {
        self.messages.iter().find(|messages| messages.language() == language).unwrap_or(&self.messages[0])
    }
}

/// Names of the formats of a dataset, each once, in the order of its resources.
fn formats(dataset: &Dataset, language: &str) -> Vec<&'static str> {
    let mut names = Vec::new();
    for format in dataset.resources.iter().filter_map(|resource| resource.format_among(&dataset.files)) {
        let name = format.label.get(language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn period(messages: &Messages, temporal: &TemporalCoverage) -> Option<String> {
    let date = |moment: crate::date::Moment| messages.date(&moment.date.to_string());
    Some(match (temporal.start.map(date), temporal.end.map(date)) {
        (Some(start), Some(end)) => messages.fill("export.sentence_period", &[("start", &start), ("end", &end)]),
        (Some(start), None) => messages.fill("export.sentence_since", &[("start", &start)]),
        (None, Some(end)) => messages.fill("export.sentence_until", &[("end", &end)]),
        (None, None) => return None,
    })
}
