//! The shape of YAML by its indentation alone, for texts that are being typed and that no parser takes.

use crate::source::{KeyPath, Segment, Span};

/// A key or the dash of an item.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Start {
    /// Bytes before it on its line.
    pub(super) column: usize,
    /// The path of what it begins.
    pub(super) path: KeyPath,
    /// Its bytes: of a key without quotes, of a dash.
    pub(super) span: Span,
    /// The rest of its line without blanks and comment.
    pub(super) value: Span,
}

impl Start {
    /// Whether it is the dash of an item.
    pub(super) fn is_item(&self) -> bool {
        matches!(self.path.segments().last(), Some(Segment::Index(_)))
    }
}

/// A value that goes on over several lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Long {
    /// A block of text, or text in quotes: nothing in it is a key.
    Text,
    /// Brackets or braces.
    Flow,
}

/// What stands open at some line.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    /// All keys and dashes so far.
    pub(super) starts: Vec<Start>,
    /// Those that the next line may belong to, from the top down: places in `starts` with the number
    /// of items below.
    open: Vec<(usize, usize)>,
    /// A value that has not ended yet.
    long: Option<Long>,
}

impl Outline {
    /// Reads whole lines: the part `range` of a text.
    pub(super) fn of(text: &str, range: Span) -> Self {
        let mut outline = Self::default();
        let mut at = range.start as usize;
        for line in lines(text.get(range.range()).unwrap_or("")) {
            outline.take(text, at, line);
            at += line.len();
        }
        outline
    }

    /// The keys of the mapping at a path.
    pub(super) fn keys<'a>(&'a self, path: &'a KeyPath) -> impl Iterator<Item = (&'a str, &'a Start)> {
        let depth = path.segments().len();
        let is_below = move |start: &&Start| {
            let segments = start.path.segments();
            segments.len() == depth + 1 && segments[..depth] == *path.segments()
        };
        self.starts.iter().filter(is_below).filter_map(|start| match start.path.segments().last() {
            Some(Segment::Key(key)) => Some((&**key, start)),
            _ => None,
        })
    }

    /// The innermost thing that a node at this column belongs to, and the value that goes on there.
    pub(super) fn above(&self, column: usize) -> (Option<&Start>, Option<Long>) {
        let long = self.long.filter(|_| self.is_inside_long(column));
        let mut open = self.open.iter().rev().map(|(at, _)| &self.starts[*at]);
        let parent = if long.is_some() { open.next() } else { open.find(|start| start.column < column) };
        (parent, long)
    }

    /// Adds an item or a key that begins at a column. Gives its path.
    pub(super) fn push(&mut self, column: usize, key: Option<&str>, span: Span, value: Span) -> KeyPath {
        while let Some((at, _)) = self.open.last() {
            let top = &self.starts[*at];
            // The items of a list may stand right below the key that has them.
            let stays = top.column < column || top.column == column && !top.is_item() && key.is_none();
            if stays {
                break;
            }
            self.open.pop();
        }
        let above = self.open.last_mut();
        let path = match (above, key) {
            (Some((at, _)), Some(key)) => self.starts[*at].path.key(key),
            (Some((at, items)), None) => {
                *items += 1;
                self.starts[*at].path.index(*items - 1)
            }
            (None, Some(key)) => KeyPath::of(key),
            (None, None) => KeyPath::root().index(0),
        };
        self.open.push((self.starts.len(), 0));
        self.starts.push(Start { column, path: path.clone(), span, value });
        path
    }

    /// Reads one line, which begins at byte `at`.
    fn take(&mut self, text: &str, at: usize, line: &str) {
        let content = line.trim_end();
        let indent = content.len() - content.trim_start_matches([' ', '\u{feff}']).len();
        if content[indent..].is_empty() || self.long.is_some() && self.is_inside_long_line(&content[indent..], indent) {
            self.end_long(text, at + content.len());
            return;
        }
        self.long = None;
        if content[indent..].starts_with('#') || content.starts_with("---") {
            return;
        }
        let Parts { dashes, content: rest, key } = parts(content, indent);
        for (number, dash) in dashes.iter().enumerate() {
            let next = dashes.get(number + 1).copied().unwrap_or(rest);
            let value = value_of(content, next);
            self.push(*dash, None, Span::new(at + dash, at + dash + 1), Span::new(at + next, at + value));
        }
        if let Some(Key { name, span, value }) = key {
            let end = value_of(content, value);
            self.push(rest, Some(&name), span.shifted(at), Span::new(at + value, at + end));
        }
        self.begin_long(text);
    }

    fn is_inside_long(&self, column: usize) -> bool {
        self.open.last().is_some_and(|(at, _)| self.starts[*at].column < column)
    }

    fn is_inside_long_line(&self, content: &str, indent: usize) -> bool {
        let closes = self.long == Some(Long::Flow) && content.starts_with([']', '}']);
        closes || self.is_inside_long(indent)
    }

    fn begin_long(&mut self, text: &str) {
        let Some(start) = self.open.last().map(|(at, _)| &self.starts[*at]) else { return };
        let value = text.get(start.value.range()).unwrap_or("");
        let ends = |quote: char| value.len() > 1 && value[1..].trim_end().ends_with(quote);
        self.long = match value.chars().next() {
            Some('|' | '>') => Some(Long::Text),
            Some(quote @ ('"' | '\'')) if !ends(quote) => Some(Long::Text),
            Some('[' | '{') if depth(value) > 0 => Some(Long::Flow),
            _ => None,
        };
    }

    /// Ends brackets that are closed before byte `end`.
    fn end_long(&mut self, text: &str, end: usize) {
        let start = self.open.last().map(|(at, _)| self.starts[*at].value.start as usize);
        let value = start.and_then(|start| text.get(start..end)).unwrap_or("");
        if self.long == Some(Long::Flow) && depth(value) == 0 {
            self.long = None;
        }
    }
}

/// What a line is made of, as bytes of it.
pub(super) struct Parts {
    /// The dashes at its start.
    pub(super) dashes: Vec<usize>,
    /// Where what follows them begins.
    pub(super) content: usize,
    /// The key there.
    pub(super) key: Option<Key>,
}

/// A key of a line.
pub(super) struct Key {
    /// Without quotes.
    pub(super) name: String,
    /// Its bytes without quotes.
    pub(super) span: Span,
    /// Where its value begins; after the colon when there is none.
    pub(super) value: usize,
}

/// Takes a line apart.
pub(super) fn parts(line: &str, indent: usize) -> Parts {
    let mut dashes = Vec::new();
    let mut at = indent;
    while line[at..].starts_with("- ") || &line[at..] == "-" {
        dashes.push(at);
        let rest = &line[at + 1..];
        at += 1 + (rest.len() - rest.trim_start_matches(' ').len());
    }
    Parts { dashes, content: at, key: key_of(line, at) }
}

fn key_of(line: &str, at: usize) -> Option<Key> {
    let rest = &line[at..];
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (start, end, colon) = match quote {
        Some(quote) => {
            let end = at + 1 + rest[1..].find(quote)?;
            let gap = line[end + 1..].len() - line[end + 1..].trim_start_matches(' ').len();
            (at + 1, end, end + 1 + gap)
        }
        None => {
            let is_end = |(place, _): &(usize, &str)| {
                let after = rest[place + 1..].chars().next();
                after.is_none_or(|c| matches!(c, ' ' | '\t'))
            };
            let colon = at + rest.match_indices(':').find(is_end)?.0;
            (at, at + line[at..colon].trim_end().len(), colon)
        }
    };
    let after = line.get(colon..)?.strip_prefix(':')?;
    let is_key = after.chars().next().is_none_or(|c| matches!(c, ' ' | '\t'))
        && !rest.starts_with(['[', '{', '|', '>', '&', '*', '!', '%', '@', '`', '#'])
        && !line[start..end].contains(" #");
    let value = after.trim_start_matches([' ', '\t']);
    let value = if value.is_empty() { colon + 1 } else { line.len() - value.len() };
    is_key.then(|| Key { name: line[start..end].to_owned(), span: Span::new(start, end), value })
}

/// Where the value that begins at byte `start` of a line ends: before a comment and blanks.
pub(super) fn value_of(line: &str, start: usize) -> usize {
    let rest = &line[start..];
    if rest.starts_with('#') {
        return start;
    }
    let quoted = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let from = quoted.and_then(|quote| rest[1..].rfind(quote)).map_or(0, |at| at + 2);
    let end = rest[from..].find(" #").map_or(rest.len(), |at| from + at);
    start + rest[..end].trim_end().len()
}

/// How many brackets and braces stand open at the end of a text.
fn depth(text: &str) -> usize {
    let (mut depth, mut quote) = (0_usize, None);
    for c in text.chars() {
        match (quote, c) {
            (Some(open), c) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.saturating_sub(1),
            (None, _) => {}
        }
    }
    depth
}

/// The lines of a text with their ends: `\n`, `\r\n` or a lone `\r`.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end =
            rest.find(['\n', '\r']).map_or(rest.len(), |at| at + if rest[at..].starts_with("\r\n") { 2 } else { 1 });
        let (line, after) = rest.split_at(end);
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let outline = Outline::of(text, Span::new(0, text.len()));
        let starts: Vec<String> = outline
            .starts
            .iter()
            .map(|start| format!("{}={}", start.path, text.get(start.value.range()).expect("whole")))
            .collect();
        assert_eq!(starts, expected);
    }

    #[test]
    fn indentation_tells_what_belongs_to_what() {
        case("tags:\n- a\n- b # c\ntitle: x\n", &["tags=", "tags[0]=a", "tags[1]=b", "title=x"]);
        case(
            "resources:\r\n  - title: a: b\r\n    checksum:\r\n      type: md5\r\n  - url: http://x/\r\nlicense:\r\n",
            &[
                "resources=",
                "resources[0]=title: a: b",
                "resources[0].title=a: b",
                "resources[0].checksum=",
                "resources[0].checksum.type=md5",
                "resources[1]=url: http://x/",
                "resources[1].url=http://x/",
                "license=",
            ],
        );
    }

    #[test]
    fn long_texts_have_no_keys() {
        case("description: |\n  a: b\n\n  - c\nend: 1\n", &["description=|", "end=1"]);
        case("title: \"a\n  b: c\"\nend: 1\n", &["title=\"a", "end=1"]);
        case("tags: [a,\n  b: c\n]\nend: 1\n", &["tags=[a,", "end=1"]);
        case("title: 'a\nend: 1\n", &["title='a", "end=1"]);
        case("links:\n  - 'a'\n  - \"b\" \nend: 1\n", &["links=", "links[0]='a'", "links[1]=\"b\"", "end=1"]);
        case("tags: [a\nend: 1\n", &["tags=[a", "end=1"]);
    }
}
