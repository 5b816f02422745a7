//! The view structs: all that a template can read, and so the template API. Every field is ready to print: words are in
//! the page's language, dates are written out, addresses are relative to the page. A field whose name ends in `_html`
//! is safe markup made by `render` and is printed with `| safe`; every other field is plain text that Tera escapes.

mod dataset;
mod developers;
mod frame;
mod home;
mod list;
mod objects;
mod propose;
mod quality;
mod resource;
mod snapshots;
mod start;

pub use dataset::*;
pub use developers::*;
pub use frame::*;
pub use home::*;
pub use list::*;
pub use objects::*;
pub use propose::*;
pub use quality::*;
pub use resource::*;
pub use snapshots::*;
pub use start::*;

use serde::Serialize;

/// A link with its words.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LinkView {
    /// Where it leads, relative to the page, or an absolute address for another site.
    pub href: String,
    /// The words of the link.
    pub label: String,
    /// Language of the words when it is not the page's.
    pub lang: Option<String>,
}

/// A date, for machines and for people.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DateView {
    /// `2026-11-22`, `2026-11` or `2026`: what `<time datetime>` takes.
    pub iso: String,
    /// The date in words: `22 nov. 2026`.
    pub text: String,
}

/// A state of the whole object: an icon and a word.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BadgeView {
    /// Colour class: `is-ok`, `is-late`, `is-fail`, `is-unknown`, `is-house`, or empty.
    pub class: &'static str,
    /// Name of a symbol of `parts/icons.html`, without `i-`.
    pub icon: &'static str,
    /// The word.
    pub label: String,
}

/// A boxed remark under the title: restricted, archived, draft, harvested.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NoteView {
    /// Colour class: `n-ok`, `n-late`, `n-fail`, `n-unknown`, or empty.
    pub class: &'static str,
    /// Name of a symbol of `parts/icons.html`, without `i-`.
    pub icon: &'static str,
    /// Its first line, in bold.
    pub title: String,
    /// What it means for the reader.
    pub text: String,
    /// Where to read on.
    pub links: Vec<LinkView>,
}

/// A button.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ActionView {
    /// Where it leads.
    pub href: String,
    /// A verb, and the size when it matters.
    pub label: String,
    /// Name of a symbol of `parts/icons.html`, without `i-`.
    pub icon: &'static str,
    /// The main action of its group; at most one.
    pub main: bool,
    /// A hosted file: the link has `download`.
    pub download: bool,
}

/// Sanitised markup with the language it is written in.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TextView {
    /// Safe markup made from Markdown.
    pub html: String,
    /// Language of the text when it is not the page's.
    pub lang: Option<String>,
}

/// A name and its value in a definition list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PropertyView {
    /// The name.
    pub label: String,
    /// The value as plain text.
    pub value: String,
    /// Where the value leads, if anywhere.
    pub href: Option<String>,
    /// The value is a name for machines, shown in the fixed-width face.
    pub code: bool,
}

/// A figure in large type with its explanation.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FigureView {
    /// The figure: `34`.
    pub value: String,
    /// What follows it in small type: `sur 12`.
    pub small: Option<String>,
    /// What it counts.
    pub label: String,
}

/// A line of a small bar chart.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BarView {
    /// What is counted.
    pub label: String,
    /// Language of the label when it is not the page's.
    pub lang: Option<String>,
    /// Where it leads, if anywhere.
    pub href: Option<String>,
    /// Name of a symbol of `parts/icons.html`, or empty.
    pub icon: &'static str,
    /// Length of the bar in hundredths of the longest, with at most one decimal: `66.7`.
    pub width: String,
    /// The count in words: `1 204`.
    pub count: String,
}
