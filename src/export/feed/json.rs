//! JSON feeds (JSON Feed 1.1).

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::{Feed, Item};
use crate::export::context::dates::timestamp;
use crate::export::json::with_list;
use crate::export::{Context, Entry, Exporter};
use crate::vocab::Label;

pub(in crate::export) static EXPORTER: Exporter = Exporter {
    id: "json-feed",
    title: Label::same("JSON Feed"),
    about: Label::new(
        "The same feeds as Atom, for readers and scripts that prefer JSON.",
        "Les mêmes fils qu’Atom, pour les lecteurs et les programmes qui préfèrent JSON.",
    ),
    without_address: false,
    files: |context| super::files(context, "feed.json", "application/feed+json"),
    write,
};

#[derive(Serialize)]
struct Head<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: String,
    url: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<[Author<'a>; 1]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let Some(feed) = Feed::of(context, entry) else { return Ok(()) };
    let head = Head {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.page,
        feed_url: &feed.address,
        description: &feed.subtitle,
        language: context.language(),
        authors: [author(&feed.author)],
    };
    with_list(out, &head, "items", feed.items().map(Written))
}

/// An entry as JSON.
struct Written<'a>(Item<'a>);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        written(&self.0).serialize(serializer)
    }
}

fn written<'a>(item: &'a Item<'_>) -> JsonItem<'a> {
    let html = item.html.as_deref();
    JsonItem {
        id: format!("urn:uuid:{}", item.dataset.header.identity.uuid),
        url: &item.page,
        title: &item.title,
        content_html: html,
        content_text: html.is_none().then_some(&item.summary),
        summary: html.map(|_| item.summary.as_str()),
        date_published: item.published.map(timestamp),
        date_modified: timestamp(item.updated),
        authors: item.author.as_ref().map(|publisher| [author(publisher)]),
        tags: item.tags().map(|(keyword, _)| keyword).collect(),
        language: item.language,
    }
}

fn author((name, address): &(String, Option<String>)) -> Author<'_> {
    Author { name, url: address.as_deref() }
}
