//! A report as blocks of words, before any markup.

/// A report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What it begins with: never left out.
    pub head: Vec<Block>,
    /// Parts, the most important first. Those that do not fit are shortened, then left out.
    pub parts: Vec<Part>,
    /// What is said when parts are left out; `{n}` is how many.
    pub more: String,
}

/// A part of a report, whole and in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// All of it.
    pub whole: Vec<Block>,
    /// The least to be said.
    pub brief: Vec<Block>,
}

/// A block.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of a level from 2.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Line),
    /// A list.
    List(Vec<Item>),
    /// Lines of a text with `-`, `+` or a blank before each.
    Lines(String),
    /// Blocks behind a line that opens them.
    Fold(Line, Vec<Block>),
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Its words.
    pub line: Line,
    /// Blocks below it.
    pub below: Vec<Block>,
}

/// Words on one line.
pub type Line = Vec<Span>;

/// Some of the words of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Words as they are.
    Words(String),
    /// Words that matter.
    Strong(String),
    /// Text of a machine: paths, slugs, addresses.
    Code(String),
}

impl Item {
    /// An item without anything below.
    pub fn of(line: Line) -> Self {
        Self { line, below: Vec::new() }
    }
}

impl From<Span> for Line {
    fn from(span: Span) -> Self {
        vec![span]
    }
}

/// Some words.
pub(super) fn words(text: impl Into<String>) -> Span {
    Span::Words(text.into())
}

/// Text of a machine.
pub(super) fn code(text: impl Into<String>) -> Span {
    Span::Code(text.into())
}

/// Words in which backticks enclose text of a machine, as findings have them. Where they do not come in pairs, a value
/// has some of its own: then all is words.
pub(super) fn prose(text: &str) -> Line {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return vec![words(text)];
    }
    let spans = parts.iter().enumerate().filter(|(_, part)| !part.is_empty());
    spans.map(|(at, part)| if at % 2 == 0 { words(*part) } else { code(*part) }).collect()
}

/// The words of a template with what stands for its holes `{name}`.
pub(super) fn filled(template: &str, values: &[(&str, Line)]) -> Line {
    let mut line = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(length) = rest[open..].find('}') else { break };
        if open > 0 {
            line.extend(prose(&rest[..open]));
        }
        let name = &rest[open + 1..open + length];
        line.extend(values.iter().find(|(known, _)| *known == name).into_iter().flat_map(|(_, value)| value.clone()));
        rest = &rest[open + length + 1..];
    }
    if !rest.is_empty() {
        line.extend(prose(rest));
    }
    line
}
