//! A descriptor that is to be mended: its text, its tree, its lines.

use crate::source::{Entry, KeyPath, Node, Segment, SourceFile, Span, YamlFaultKind, parse, split};

/// A descriptor that could be read.
pub(crate) struct Descriptor<'a> {
    /// The file it is.
    pub(crate) file: &'a SourceFile,
    /// All of its text.
    pub(crate) text: &'a str,
    /// The Markdown below the front matter, or nothing.
    pub(crate) body: &'a str,
    /// The values.
    pub(crate) root: Node,
    /// What is wrong with the YAML itself, in order.
    pub(crate) faults: Vec<YamlFaultKind>,
}

impl<'a> Descriptor<'a> {
    /// Reads a descriptor; none when it cannot be read.
    pub(crate) fn read(file: &'a SourceFile) -> Option<Self> {
        let text = file.text();
        let (yaml, body) = if file.path.ends_with(".md") {
            let parts = split(text);
            (parts.yaml, &text[parts.body.range()])
        } else {
            (Span::new(0, text.len()), "")
        };
        let parsed = parse(text, yaml);
        let faults = parsed.faults.iter().map(|fault| fault.kind).collect();
        Some(Self { file, text, body, root: parsed.root?, faults })
    }

    /// The value at a path.
    pub(crate) fn node(&self, path: &KeyPath) -> Option<&Node> {
        path.segments().iter().try_fold(&self.root, |node, segment| match segment {
            Segment::Key(key) => node.get(key),
            Segment::Index(index) => node.items().get(*index),
        })
    }

    /// The key and the value at a path that ends with a key.
    pub(crate) fn entry(&self, path: &KeyPath) -> Option<&Entry> {
        let Some(Segment::Key(key)) = path.segments().last() else {
            return None;
        };
        self.node(&path.parent()?)?.entries().iter().find(|entry| entry.key == **key)
    }

    /// Whether the value at a path stands between brackets or braces, its own aside.
    pub(crate) fn is_in_flow(&self, path: &KeyPath) -> bool {
        let mut above = path.parent();
        while let Some(path) = above {
            if self.node(&path).is_some_and(|node| is_flow(self.slice(node.span))) {
                return true;
            }
            above = path.parent();
        }
        false
    }

    /// The text of some bytes.
    pub(crate) fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// Where the line of byte `at` begins.
    pub(crate) fn line_start(&self, at: usize) -> usize {
        let start = self.text[..at].rfind(['\n', '\r']).map_or(0, |before| before + 1);
        if start == 0 && self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8().min(at) } else { start }
    }

    /// Where the line of byte `at` ends, before its line break.
    pub(crate) fn line_end(&self, at: usize) -> usize {
        self.text[at..].find(['\n', '\r']).map_or(self.text.len(), |length| at + length)
    }

    /// Where the line after that of byte `at` begins; the end of the text for the last one.
    pub(crate) fn next_line(&self, at: usize) -> usize {
        let end = self.line_end(at);
        end + self.break_at(end).len()
    }

    /// The line break that this text uses, by its first one.
    pub(crate) fn line_break(&self) -> &'a str {
        match self.break_at(self.line_end(0)) {
            "" => "\n",
            found => found,
        }
    }

    fn break_at(&self, at: usize) -> &'a str {
        let rest = &self.text[at..];
        let length = if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with(['\n', '\r'])) };
        &rest[..length]
    }
}

/// Whether a collection is written between brackets or braces.
pub(crate) fn is_flow(written: &str) -> bool {
    written.starts_with(['[', '{'])
}
