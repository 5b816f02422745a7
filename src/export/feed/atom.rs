//! Atom feeds (RFC 4287).

use std::io::{self, Write};

use super::{Feed, Item};
use crate::export::context::dates::timestamp;
use crate::export::xml::escaped;
use crate::export::{Context, Entry, Exporter};
use crate::vocab::Label;

const MEDIA_TYPE: &str = "application/atom+xml";

pub(in crate::export) static EXPORTER: Exporter = Exporter {
    id: "atom",
    title: Label::same("Atom"),
    about: Label::new(
        "Follow new and changed datasets in a feed reader.",
        "Suivre dans un lecteur de fils les jeux de données nouveaux et modifiés.",
    ),
    without_address: false,
    files: |context| super::files(context, "feed.xml", MEDIA_TYPE),
    write,
};

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let Some(feed) = Feed::of(context, entry) else { return Ok(()) };
    let scheme = context.address("tags/").unwrap_or_default();
    let mut text = String::with_capacity(4096);
    head(&mut text, &feed);
    for item in feed.items() {
        push(&mut text, &item, &scheme);
        out.write_all(text.as_bytes())?;
        text.clear();
    }
    text.push_str("</feed>\n");
    out.write_all(text.as_bytes())
}

fn head(text: &mut String, feed: &Feed<'_>) {
    text.push_str(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"",
    );
    text.push_str(&escaped(feed.context.language()));
    text.push_str("\">\n");
    element(text, "id", &format!("urn:uuid:{}", feed.id));
    element(text, "title", &feed.title);
    if !feed.subtitle.is_empty() {
        element(text, "subtitle", &feed.subtitle);
    }
    element(text, "updated", &timestamp(feed.updated()));
    author(text, &feed.author);
    link(text, "self", MEDIA_TYPE, &feed.address);
    link(text, "alternate", "text/html", &feed.page);
    element(text, "generator", "etal");
}

fn push(text: &mut String, item: &Item<'_>, scheme: &str) {
    text.push_str("<entry");
    if let Some(language) = item.language {
        text.push_str(&format!(" xml:lang=\"{}\"", escaped(language)));
    }
    text.push_str(">\n");
    element(text, "id", &format!("urn:uuid:{}", item.dataset.header.identity.uuid));
    element(text, "title", &item.title);
    if let Some(published) = item.published {
        element(text, "published", &timestamp(published));
    }
    element(text, "updated", &timestamp(item.updated));
    if let Some(publisher) = &item.author {
        author(text, publisher);
    }
    link(text, "alternate", "text/html", &item.page);
    for (label, tag) in item.tags() {
        let (term, scheme, label) = (escaped(tag.slug.as_str()), escaped(scheme), escaped(&label));
        text.push_str(&format!("<category term=\"{term}\" scheme=\"{scheme}\" label=\"{label}\"/>\n"));
    }
    element(text, "summary", &item.summary);
    if let Some(html) = &item.html {
        text.push_str("<content type=\"html\">");
        text.push_str(&escaped(html));
        text.push_str("</content>\n");
    }
    text.push_str("</entry>\n");
}

fn author(text: &mut String, (name, address): &(String, Option<String>)) {
    text.push_str("<author>");
    text.push_str(&format!("<name>{}</name>", escaped(name)));
    if let Some(address) = address {
        text.push_str(&format!("<uri>{}</uri>", escaped(address)));
    }
    text.push_str("</author>\n");
}

fn link(text: &mut String, relation: &str, media_type: &str, address: &str) {
    text.push_str(&format!("<link rel=\"{relation}\" type=\"{media_type}\" href=\"{}\"/>\n", escaped(address)));
}

fn element(text: &mut String, name: &str, value: &str) {
    text.push_str(&format!("<{name}>{}</{name}>\n", escaped(value)));
}
