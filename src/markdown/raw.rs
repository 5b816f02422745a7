//! Raw HTML inside Markdown. Images are turned and headings lowered before ammonia sees the text, since it can only
//! keep or drop; then a strict list of tags and attributes applies, and tables get the region they scroll in.

use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::Event;

use super::{MarkdownOptions, escape_into, writer};
use crate::text::url::{Target, target};

/// These stand around the number of an image of the catalogue while ammonia runs, which drops every `img`.
const IMAGE_OPEN: char = '\u{e000}';
const IMAGE_CLOSE: char = '\u{e001}';

const TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "del",
    "details",
    "dfn",
    "div",
    "em",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "var",
];

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// What the writer knows of the raw HTML it has passed.
pub(super) struct RawHtml {
    present: bool,
    open_links: usize,
    /// Markup of the images of the catalogue, by number.
    images: Vec<String>,
}

/// Whether an event is raw HTML that must be sanitised. Comments and line breaks are dealt with by the writer.
pub(super) fn is_raw(event: &Event<'_>) -> bool {
    match event {
        Event::Html(html) | Event::InlineHtml(html) => !is_break(html) && !is_comment(html),
        _ => false,
    }
}

fn is_break(html: &str) -> bool {
    matches!(html.trim(), "<br>" | "<br/>" | "<br />")
}

fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") && html.ends_with("-->") && html.matches("-->").count() == 1
}

impl RawHtml {
    /// The state before a text that holds raw HTML, or none.
    pub(super) fn new(present: bool) -> Self {
        Self { present, open_links: 0, images: Vec::new() }
    }

    /// The text holds raw HTML: the whole of it is sanitised in the end.
    pub(super) fn is_present(&self) -> bool {
        self.present
    }

    /// A link is open: no other may start.
    pub(super) fn is_in_link(&self) -> bool {
        self.open_links > 0
    }

    /// A link was opened.
    pub(super) fn enter_link(&mut self) {
        self.open_links += 1;
    }

    /// A link was closed.
    pub(super) fn leave_link(&mut self) {
        self.open_links = self.open_links.saturating_sub(1);
    }

    /// Writes a piece of raw HTML.
    pub(super) fn write(&mut self, out: &mut String, html: &str, options: &MarkdownOptions<'_>) {
        if is_break(html) {
            return out.push_str("<br>");
        }
        if is_comment(html) {
            return;
        }
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            out.push_str(&rest[..start]);
            let tag = &rest[start..];
            rest = &tag[self.write_tag(out, tag, options)..];
        }
        out.push_str(rest);
    }

    /// Writes the tag at the start of `text`; returns the number of bytes that were used.
    fn write_tag(&mut self, out: &mut String, text: &str, options: &MarkdownOptions<'_>) -> usize {
        let after = if text.starts_with("</") { 2 } else { 1 };
        let name_length = text[after..].find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len() - after);
        let name = text[after..after + name_length].to_ascii_lowercase();
        match name.as_str() {
            "a" if after == 1 => {
                let (attributes, length) = attributes(&text[2..]);
                self.write_link(out, value_of(&attributes, "href"), options);
                return 2 + length;
            }
            "a" => self.leave_link(),
            "img" if after == 1 => {
                let (attributes, length) = attributes(&text[4..]);
                let (address, alt) = (value_of(&attributes, "src"), value_of(&attributes, "alt"));
                self.write_image(out, address, alt, options);
                return 4 + length;
            }
            heading if HEADINGS.contains(&heading) => {
                let level = heading.as_bytes()[1] - b'0' + options.heading_level.clamp(2, 6) - 1;
                out.push_str(&text[..after]);
                out.push_str(HEADINGS[usize::from(level.min(6)) - 1]);
                return after + name_length;
            }
            _ => {}
        }
        out.push_str(&text[..after + name_length]);
        after + name_length
    }

    /// Writes the start of a link, if its address may be followed.
    fn write_link(&mut self, out: &mut String, address: &str, options: &MarkdownOptions<'_>) {
        let href = match target(address) {
            Some(Target::External(href)) => Some(href),
            Some(Target::Relative(path)) => (options.resolve)(&path),
            None => None,
        };
        if let Some(href) = href.filter(|_| !self.is_in_link()) {
            out.push_str("<a href=\"");
            escape_into(out, &href);
            out.push_str("\">");
            self.enter_link();
        }
    }

    /// Writes an image: a file of the catalogue is shown, an image from elsewhere becomes a link, an image inside a link
    /// its alternative text.
    pub(super) fn write_image(&mut self, out: &mut String, address: &str, alt: &str, options: &MarkdownOptions<'_>) {
        let alt = alt.trim();
        let words = if alt.is_empty() { address } else { alt };
        match target(address) {
            Some(Target::External(href)) if !self.is_in_link() => write_image_link(out, &href, words),
            Some(Target::Relative(path)) => match (options.resolve)(&path) {
                Some(href) if self.present => {
                    out.push_str(&format!("{IMAGE_OPEN}{}{IMAGE_CLOSE}", self.images.len()));
                    let mut markup = String::new();
                    write_local_image(&mut markup, &href, alt);
                    self.images.push(markup);
                }
                Some(href) => write_local_image(out, &href, alt),
                None => escape_into(out, alt),
            },
            _ => escape_into(out, words),
        }
    }

    /// Sanitises the markup that was written.
    pub(super) fn sanitize(&self, html: &str, options: &MarkdownOptions<'_>) -> String {
        let cleaned = builder(options.heading_level).clean(html).to_string();
        let cleaned = without_skips(&cleaned, options.heading_level.clamp(2, 6));
        let with_images = self.put_images(&cleaned.replace("&nbsp;", "\u{a0}"));
        let mut finished = String::with_capacity(with_images.len() + 64);
        let mut tables = 0;
        let mut rest = with_images.as_str();
        while let Some(at) = rest.find("<table>") {
            tables += 1;
            push_without_empty_links(&mut finished, &rest[..at]);
            writer::write_scroll(&mut finished, options.table_label, tables);
            finished.push_str("<table>");
            rest = &rest[at + "<table>".len()..];
        }
        push_without_empty_links(&mut finished, rest);
        if tables > 0 { finished.replace("</table>", "</table></div>") } else { finished }
    }

    fn put_images(&self, html: &str) -> String {
        let mut whole = String::with_capacity(html.len());
        let mut rest = html;
        while let Some((before, after)) = rest.split_once(IMAGE_OPEN) {
            whole.push_str(before);
            rest = after;
            if let Some((number, after)) = after.split_once(IMAGE_CLOSE)
                && let Some(markup) = number.parse().ok().and_then(|n: usize| self.images.get(n))
            {
                whole.push_str(markup);
                rest = after;
            }
        }
        whole.push_str(rest);
        whole
    }
}

fn value_of<'a>(attributes: &'a [(String, String)], name: &str) -> &'a str {
    attributes.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
}

fn write_image_link(out: &mut String, href: &str, words: &str) {
    out.push_str("<a href=\"");
    escape_into(out, href);
    out.push_str("\" rel=\"nofollow noopener\">");
    escape_into(out, words);
    out.push_str("</a>");
}

/// A link without words cannot be read out.
fn push_without_empty_links(out: &mut String, html: &str) {
    let mut rest = html;
    while let Some(end) = rest.find("></a>") {
        let start = rest[..end].rfind('<').unwrap_or(0);
        let is_link = rest[start..].starts_with("<a ") || rest[start..end] == *"<a";
        out.push_str(if is_link { &rest[..start] } else { &rest[..end + 5] });
        rest = &rest[end + 5..];
    }
    out.push_str(rest);
}

fn write_local_image(out: &mut String, href: &str, alt: &str) {
    out.push_str("<img src=\"");
    escape_into(out, href);
    out.push_str("\" alt=\"");
    escape_into(out, alt);
    out.push_str("\" loading=\"lazy\">");
}

/// The attributes after a tag's name, and the number of bytes up to and with its `>`.
fn attributes(text: &str) -> (Vec<(String, String)>, usize) {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at] != b'>' {
        let start = at;
        while at < bytes.len() && !matches!(bytes[at], b'=' | b'>' | b' ' | b'\t' | b'\n' | b'\r') {
            at += 1;
        }
        let name = text[start..at].to_ascii_lowercase();
        let blanks = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_whitespace()).count();
        let equals = at + blanks(at);
        if bytes.get(equals) == Some(&b'=') && !name.is_empty() {
            let (value, end) = attribute_value(text, equals + 1 + blanks(equals + 1));
            found.push((name, value.to_owned()));
            at = end;
        } else {
            at = equals.max(at);
            if at == start {
                at += 1;
            }
        }
    }
    (found, (at + 1).min(bytes.len()))
}

fn attribute_value(text: &str, start: usize) -> (&str, usize) {
    let rest = &text[start.min(text.len())..];
    match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let length = rest[1..].find(quote).unwrap_or(rest.len() - 1);
            (&rest[1..=length], (start + length + 2).min(text.len()))
        }
        _ => {
            let length = rest.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(rest.len());
            (&rest[..length], start + length)
        }
    }
}

/// Whether any text may lead to this tag.
#[cfg(test)]
pub(super) fn is_known_tag(name: &str) -> bool {
    name == "img" || TAGS.contains(&name) || HEADINGS.contains(&name)
}

/// Sanitised markup whose headings keep their order and skip no level, the highest being `first`.
fn without_skips(html: &str, first: u8) -> String {
    let mut out = String::with_capacity(html.len());
    let (mut above, mut open) = (first - 1, first);
    let mut rest = html;
    while let Some(at) = rest.find("<h").into_iter().chain(rest.find("</h")).min() {
        let digit = at + if rest[at..].starts_with("</") { 3 } else { 2 };
        out.push_str(&rest[..digit]);
        let level =
            rest.as_bytes().get(digit).copied().filter(|byte| (b'1'..=b'6').contains(byte)).map(|byte| byte - b'0');
        rest = &rest[digit..];
        let Some(level) = level else { continue };
        if digit == at + 2 {
            open = level.min(above + 1);
            above = open;
        }
        out.push(char::from(b'0' + open));
        rest = &rest[1..];
    }
    out.push_str(rest);
    out
}

fn builder(heading_level: u8) -> Builder<'static> {
    let lowest = usize::from(heading_level.clamp(2, 6)) - 1;
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.iter().chain(&HEADINGS[lowest..]).copied().collect())
        .clean_content_tags(["script", "style", "title", "textarea", "noscript", "template"].into())
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("abbr", HashSet::from(["title"])),
            ("ol", HashSet::from(["start"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan", "scope"])),
        ]))
        .allowed_classes(HashMap::from([("td", HashSet::from(["right"])), ("th", HashSet::from(["right"]))]))
        .url_schemes(["http", "https", "mailto", "ftp"].into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("nofollow noopener"))
        .attribute_filter(|_, attribute, value| is_valid(attribute, value).then_some(value.into()));
    builder
}

/// Values that a checker would refuse are dropped.
fn is_valid(attribute: &str, value: &str) -> bool {
    match attribute {
        "colspan" | "rowspan" => value.parse::<u8>().is_ok_and(|n| n > 0),
        "start" => value.parse::<u32>().is_ok(),
        "scope" => matches!(value, "row" | "col"),
        _ => true,
    }
}
