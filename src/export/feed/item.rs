//! An entry of a feed: a dataset.

use crate::date::Moment;
use crate::export::Context;
use crate::export::context::words::line;
use crate::markdown::{MarkdownOptions, to_html};
use crate::model::{Dataset, DatasetIndex};
use crate::pipeline::order_of;
use crate::site::{PageKey, hosted_path, is_published};
use crate::tag::Tag;
use crate::text::url::external;

/// Longest summary, in characters.
const MAX_SUMMARY: usize = 300;

/// Longest description that a feed repeats, in bytes of Markdown; of a longer one it has the summary.
const MAX_CONTENT: usize = 20_000;

/// An entry of a feed.
pub(super) struct Item<'a> {
    /// Its identity and keywords.
    pub dataset: &'a Dataset,
    /// The title; the slug when there is none.
    pub title: String,
    /// Language of the title, when it is not that of the feed.
    pub language: Option<&'a str>,
    /// Address of its page.
    pub page: String,
    /// Last update.
    pub updated: Moment,
    /// First publication, unless after the last update.
    pub published: Option<Moment>,
    /// Name and address of who publishes it.
    pub author: Option<(String, Option<String>)>,
    /// Plain words on one line, never empty.
    pub summary: String,
    /// The description as markup.
    pub html: Option<String>,
}

impl<'a> Item<'a> {
    pub(super) fn of(context: &'a Context<'a>, index: DatasetIndex, updated: Moment, whole: bool) -> Option<Self> {
        let dataset = &context.site.catalog.datasets[index];
        let (title, said) = dataset.title.get(context.language()).unwrap_or_default();
        let title = Some(line(title)).filter(|title| !title.is_empty()).unwrap_or_else(|| dataset.slug().to_owned());
        let agent = context.publisher(dataset);
        let ended = dataset.retired.as_ref().map(|_| withdrawn(context, dataset));
        let title =
            if ended.is_some() { format!("{title} ({})", context.messages().text("badge.retired")) } else { title };
        let whole = whole && ended.is_none();
        let published = context.past(dataset.first_published());
        Some(Self {
            dataset,
            language: said.filter(|code| *code != context.language()),
            page: context.page(&PageKey::Dataset(index))?,
            updated,
            published: published.filter(|first| order_of(*first) <= order_of(updated)),
            author: agent.map(|agent| (line(agent.name(context.language())), agent.url().and_then(external))),
            summary: ended.unwrap_or_else(|| summary(context, dataset)),
            html: if whole { html(context, dataset, &title) } else { None },
            title,
        })
    }

    /// Keywords with what they mean, each meaning once.
    pub(super) fn tags(&self) -> impl Iterator<Item = (String, &'a Tag)> + use<'a> {
        self.dataset.tagged().map(|(keyword, tag)| (line(keyword), tag))
    }
}

/// That a dataset was withdrawn, when, why, and what takes its place.
fn withdrawn(context: &Context<'_>, dataset: &Dataset) -> String {
    let messages = context.messages();
    let retired = dataset.retired.as_ref();
    let mut said = match retired.and_then(|retired| retired.date) {
        Some(date) => messages.fill("note.retired_on", &[("date", &messages.date(&date.date.to_string()))]),
        None => messages.text("note.retired_text").to_owned(),
    };
    let reason = retired.map(|retired| context.plain(&retired.reason, MAX_SUMMARY)).unwrap_or_default();
    if !reason.is_empty() {
        said.push(' ');
        said.push_str(&messages.fill("note.reason", &[("reason", reason.trim_end_matches('.'))]));
    }
    if let Some(page) = context.successor(dataset).and_then(|next| context.page(&PageKey::Dataset(next))) {
        said.push_str(&format!(" {} {page}", messages.text("facts.replaced_by")));
    }
    said
}

fn summary(context: &Context<'_>, dataset: &Dataset) -> String {
    let written = [&dataset.summary, &dataset.description];
    let mut plain = written.into_iter().map(|text| context.plain(text, MAX_SUMMARY));
    plain.find(|text| !text.is_empty()).unwrap_or_else(|| context.sentence(dataset, context.language()))
}

/// The description as it is written, its relative links leading to the site.
fn html(context: &Context<'_>, dataset: &Dataset, title: &str) -> Option<String> {
    let (markdown, _) = dataset.description.get(context.language())?;
    if markdown.len() > MAX_CONTENT {
        return None;
    }
    let resolve = |path: &str| {
        let path = path.trim_start_matches("./");
        let file = dataset.files.iter().find(|file| file.path == path)?;
        is_published(context.site, dataset, file).then(|| context.address(&hosted_path(dataset.slug(), path)))?
    };
    let options = MarkdownOptions { heading_level: 2, table_label: title, resolve: &resolve };
    Some(to_html(markdown, &options)).filter(|html| !html.trim().is_empty())
}
