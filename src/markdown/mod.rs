//! Markdown to markup that is safe to print. Text without raw HTML takes the fast path, where every tag is written here;
//! text with raw HTML goes through ammonia as well. The result has no id, no `h1`, no style, no remote image, and no link
//! but to the web, to an address to write to, or to a file of the catalogue.

mod plain;
mod raw;
mod writer;

pub use plain::{plain_text, sanitize_inline};

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser, TextMergeStream};

/// How a text is set.
pub struct MarkdownOptions<'a> {
    /// Level of its highest heading, from 2 to 6: one below the heading it stands under.
    pub heading_level: u8,
    /// Name of the regions in which wide tables scroll; a number is added from the second table on.
    pub table_label: &'a str,
    /// Turns a relative address into an `href` of the page, or refuses it; a refused link is left as its words.
    pub resolve: &'a dyn Fn(&str) -> Option<String>,
}

impl Default for MarkdownOptions<'_> {
    fn default() -> Self {
        Self { heading_level: 2, table_label: "", resolve: &|_| None }
    }
}

/// Renders a text. The same text and options give the same bytes.
pub fn to_html(markdown: &str, options: &MarkdownOptions<'_>) -> String {
    let clean = sanitize_inline(markdown);
    let has_raw = clean.contains('<') && events(&clean).any(|event| raw::is_raw(&event));
    let mut writer = writer::Writer::new(options, clean.len(), has_raw);
    for event in events(&clean) {
        writer.event(event);
    }
    let html = writer.finish();
    // Once more: a character reference may have brought back what was removed.
    match sanitize_inline(&html) {
        Cow::Borrowed(_) => html,
        Cow::Owned(clean) => clean,
    }
}

fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let extensions = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    TextMergeStream::new(Parser::new_ext(markdown, extensions))
}

/// Appends text with the five characters escaped that matter in text and in attributes.
pub(crate) fn escape_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests;
