//! Writes Markdown events as HTML: the fast path of `to_html`.

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::{MarkdownOptions, escape_into, raw};
use crate::text::url::{Target, target};

pub(super) struct Writer<'a, 'o> {
    out: String,
    options: &'o MarkdownOptions<'o>,
    raw: raw::RawHtml,
    /// Lines of the raw block that is being read: a tag may go over several.
    html: String,
    image: Option<Image<'a>>,
    links: Vec<Option<Link<'a>>>,
    table: Table,
    heading_above: u8,
    open_heading: u8,
}

struct Image<'a> {
    address: CowStr<'a>,
    alt: String,
    /// An image may hold another one in its alternative text.
    depth: usize,
}

struct Link<'a> {
    address: CowStr<'a>,
    /// Length of the output when the link was opened.
    start: usize,
}

#[derive(Default)]
struct Table {
    count: usize,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
}

impl<'a, 'o> Writer<'a, 'o> {
    pub(super) fn new(options: &'o MarkdownOptions<'o>, length: usize, has_raw: bool) -> Self {
        Self {
            out: String::with_capacity(length + length / 4),
            options,
            raw: raw::RawHtml::new(has_raw),
            html: String::new(),
            image: None,
            links: Vec::new(),
            table: Table::default(),
            heading_above: options.heading_level.clamp(2, 6) - 1,
            open_heading: 0,
        }
    }

    /// The markup, safe to print.
    pub(super) fn finish(self) -> String {
        if self.raw.is_present() { self.raw.sanitize(&self.out, self.options) } else { self.out }
    }

    pub(super) fn event(&mut self, event: Event<'a>) {
        if self.image.is_some() && self.image_event(&event) {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.wrapped("code", &code),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) => self.raw.write(&mut self.out, &html, self.options),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::TaskListMarker(done) => self.out.push_str(if done { "☑ " } else { "☐ " }),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::FootnoteReference(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !self.raw.is_in_link() && text.contains("://") {
            self.text_with_addresses(text);
        } else {
            escape_into(&mut self.out, text);
        }
    }

    /// Text in which bare web addresses become links.
    fn text_with_addresses(&mut self, text: &str) {
        let mut rest = text;
        while let Some(start) = next_address(rest) {
            escape_into(&mut self.out, &rest[..start]);
            let tail = &rest[start..];
            let address = &tail[..address_length(tail)];
            match target(address) {
                Some(Target::External(href)) => {
                    self.open_external(&href, None);
                    escape_into(&mut self.out, address);
                    self.out.push_str("</a>");
                }
                _ => escape_into(&mut self.out, address),
            }
            rest = &tail[address.len()..];
        }
        escape_into(&mut self.out, rest);
    }

    fn wrapped(&mut self, tag: &str, text: &str) {
        self.open(tag);
        escape_into(&mut self.out, text);
        self.close(tag);
    }

    fn open(&mut self, tag: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
    }

    fn close(&mut self, tag: &str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    fn close_block(&mut self, tag: &str) {
        self.close(tag);
        self.out.push('\n');
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Paragraph => self.open("p"),
            Tag::Heading { level, .. } => self.open_heading(level as u8),
            Tag::BlockQuote(_) => self.open("blockquote"),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => self.out.push_str("<pre><code>"),
            Tag::List(None) => self.open("ul"),
            Tag::List(Some(1)) => self.open("ol"),
            Tag::List(Some(start)) => self.out.push_str(&format!("<ol start=\"{start}\">")),
            Tag::Item => self.open("li"),
            Tag::Emphasis => self.open("em"),
            Tag::Strong => self.open("strong"),
            Tag::Strikethrough => self.open("s"),
            Tag::Link { dest_url, title, .. } => self.open_link(dest_url, &title),
            Tag::Image { dest_url, .. } => {
                self.image = Some(Image { address: dest_url, alt: String::new(), depth: 0 });
            }
            Tag::Table(alignments) => self.open_table(alignments),
            Tag::TableHead => self.open_head(),
            Tag::TableRow => self.open_row(),
            Tag::TableCell => self.open_cell(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.close_block("p"),
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                self.raw.write(&mut self.out, &html, self.options);
            }
            TagEnd::Heading(_) => {
                let tag = heading_tag(self.open_heading);
                self.close_block(tag);
            }
            TagEnd::BlockQuote(_) => self.close_block("blockquote"),
            TagEnd::CodeBlock => self.out.push_str("</code></pre>\n"),
            TagEnd::List(ordered) => self.close_block(if ordered { "ol" } else { "ul" }),
            TagEnd::Item => self.close_block("li"),
            TagEnd::Emphasis => self.close("em"),
            TagEnd::Strong => self.close("strong"),
            TagEnd::Strikethrough => self.close("s"),
            TagEnd::Link => self.close_link(),
            TagEnd::Table => self.close_table(),
            TagEnd::TableHead => self.out.push_str("</tr></thead>\n"),
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => self.close_cell(),
            _ => {}
        }
    }

    /// Headings keep their order but never skip a level, whatever the text starts with.
    fn open_heading(&mut self, level: u8) {
        let wanted = self.options.heading_level.clamp(2, 6) - 1 + level;
        self.open_heading = wanted.min(self.heading_above + 1).min(6);
        self.heading_above = self.open_heading;
        let tag = heading_tag(self.open_heading);
        self.open(tag);
    }

    fn open_link(&mut self, address: CowStr<'a>, title: &str) {
        let title = (!title.is_empty()).then_some(title);
        let opened = match target(&address) {
            _ if self.raw.is_in_link() => false,
            Some(Target::External(href)) => {
                self.open_external(&href, title);
                true
            }
            Some(Target::Relative(path)) => (self.options.resolve)(&path).is_some_and(|href| {
                self.out.push_str("<a href=\"");
                escape_into(&mut self.out, &href);
                self.out.push_str("\">");
                true
            }),
            None => false,
        };
        if opened {
            self.raw.enter_link();
        }
        let start = self.out.len();
        self.links.push(opened.then_some(Link { address, start }));
    }

    fn open_external(&mut self, href: &str, title: Option<&str>) {
        self.out.push_str("<a href=\"");
        escape_into(&mut self.out, href);
        if let Some(title) = title {
            self.out.push_str("\" title=\"");
            escape_into(&mut self.out, title);
        }
        self.out.push_str("\" rel=\"nofollow noopener\">");
    }

    fn close_link(&mut self) {
        let Some(Some(link)) = self.links.pop() else {
            return;
        };
        self.raw.leave_link();
        // A link without words could not be read out: its address takes their place.
        if self.out[link.start..].trim().is_empty() {
            escape_into(&mut self.out, &link.address);
        }
        self.out.push_str("</a>");
    }

    /// Gathers the alternative text of an image; false for events that are not part of it.
    fn image_event(&mut self, event: &Event<'a>) -> bool {
        let Some(image) = &mut self.image else {
            return false;
        };
        match event {
            Event::Start(Tag::Image { .. }) => image.depth += 1,
            Event::End(TagEnd::Image) if image.depth > 0 => image.depth -= 1,
            Event::End(TagEnd::Image) => self.close_image(),
            Event::Text(text) | Event::Code(text) => image.alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
        true
    }

    /// A file of the catalogue is shown; an image from elsewhere would be a third-party request: it becomes a link.
    fn close_image(&mut self) {
        let Some(image) = self.image.take() else {
            return;
        };
        self.raw.write_image(&mut self.out, &image.address, &image.alt, self.options);
    }

    fn open_table(&mut self, alignments: Vec<Alignment>) {
        self.table.count += 1;
        self.table = Table { count: self.table.count, alignments, ..Table::default() };
        if !self.raw.is_present() {
            write_scroll(&mut self.out, self.options.table_label, self.table.count);
        }
        self.out.push_str("<table>");
    }

    fn open_head(&mut self) {
        self.table.in_head = true;
        self.table.column = 0;
        self.out.push_str("<thead><tr>");
    }

    fn open_row(&mut self) {
        if self.table.in_head {
            self.table.in_head = false;
            self.table.has_body = true;
            self.out.push_str("<tbody>\n");
        }
        self.table.column = 0;
        self.out.push_str("<tr>");
    }

    fn cell_tag(&self) -> &'static str {
        if self.table.in_head { "th" } else { "td" }
    }

    fn open_cell(&mut self) {
        let tag = self.cell_tag();
        self.out.push('<');
        self.out.push_str(tag);
        if self.table.in_head {
            self.out.push_str(" scope=\"col\"");
        }
        if self.table.alignments.get(self.table.column) == Some(&Alignment::Right) {
            self.out.push_str(" class=\"right\"");
        }
        self.out.push('>');
    }

    fn close_cell(&mut self) {
        let tag = self.cell_tag();
        self.close(tag);
        self.table.column += 1;
    }

    fn close_table(&mut self) {
        if self.table.has_body {
            self.out.push_str("</tbody>");
        }
        self.out.push_str("</table>");
        if !self.raw.is_present() {
            self.out.push_str("</div>");
        }
        self.out.push('\n');
    }
}

/// Opens the region in which a wide table scrolls.
pub(super) fn write_scroll(out: &mut String, label: &str, number: usize) {
    out.push_str("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    escape_into(out, label);
    if number > 1 {
        out.push_str(&format!(" {number}"));
    }
    out.push_str("\">");
}

fn heading_tag(level: u8) -> &'static str {
    match level {
        ..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

fn next_address(text: &str) -> Option<usize> {
    let starts = |at: usize| {
        let before = text[..at].chars().next_back();
        (text[at..].starts_with("http://") || text[at..].starts_with("https://"))
            && before.is_none_or(|c| !c.is_alphanumeric())
    };
    text.match_indices("http").map(|(at, _)| at).find(|&at| starts(at))
}

/// Length of a bare address: up to a blank or a quote, without the punctuation of the sentence around it.
fn address_length(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || "<>\"»“”’".contains(c)).unwrap_or(text.len());
    let mut address = &text[..end];
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
        let unbalanced = shorter.ends_with(')') && shorter.matches(')').count() > shorter.matches('(').count();
        let next = if unbalanced { &shorter[..shorter.len() - 1] } else { shorter };
        if next.len() == address.len() {
            return address.len();
        }
        address = next;
    }
}
