//! Where in a descriptor the cursor is, and what has been typed there.

use super::outline::{Long, Outline, Parts, parts, value_of};
use crate::source::{KeyPath, Span, split};

/// The place of a cursor.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cursor {
    /// What can be written here.
    pub(super) at: At,
    /// The bytes that a choice replaces. They begin before the cursor and end at it or after it.
    pub(super) replaced: Span,
    /// What of them stands before the cursor.
    pub(super) typed: String,
    /// Whether they stand between quotes.
    pub(super) is_quoted: bool,
    /// Whether it is between brackets or braces.
    pub(super) is_flow: bool,
    /// Bytes before `replaced` on its line.
    pub(super) column: usize,
    /// Blanks at the start of the line.
    pub(super) indent: usize,
}

/// What can be written at a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum At {
    /// A key of the mapping at this path.
    Key {
        /// The mapping.
        path: KeyPath,
        /// Its keys, that of the cursor left out.
        present: Vec<String>,
        /// Whether a colon follows already.
        has_colon: bool,
    },
    /// The value at this path.
    Value(KeyPath),
    /// The item at this path: a value, or a key of a mapping that has these already.
    Item(KeyPath, Vec<String>),
    /// Whatever the key at this path takes, on a line of its own.
    Below(KeyPath, Vec<String>),
}

/// The part of a descriptor that is YAML: none of a Markdown text without front matter.
pub(super) fn yaml_of(path: &str, text: &str) -> Option<Span> {
    if !path.ends_with(".md") {
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        return Some(Span::new(start, text.len()));
    }
    let parts = split(text);
    (parts.yaml.end > parts.yaml.start || parts.unclosed).then_some(parts.yaml)
}

/// Where byte `at` of a descriptor is; none in a Markdown body, a comment or a long text.
pub(super) fn cursor(path: &str, text: &str, at: usize) -> Option<Cursor> {
    let yaml = yaml_of(path, text)?;
    let (start, end) = (yaml.start as usize, yaml.end as usize);
    // The place before the closing fence is the start of its line.
    if at < start || at > end || at == end && end < text.len() {
        return None;
    }
    let line_start = text[start..at].rfind(['\n', '\r']).map_or(start, |before| start + before + 1);
    let line_end = text[at..end].find(['\n', '\r']).map_or(end, |length| at + length);
    let before = Outline::of(text, Span::new(start, line_start));
    let line = Line { text, start: line_start, line: &text[line_start..line_end], at: at - line_start };
    let mut found = line.cursor(before)?;
    if let At::Key { path, present, .. } | At::Item(path, present) | At::Below(path, present) = &mut found.at {
        let whole = Outline::of(text, yaml);
        let others = whole
            .keys(path)
            .filter(|(_, start)| start.span.end < found.replaced.start || start.span.start > found.replaced.end);
        present.extend(others.map(|(key, _)| key.to_owned()));
    }
    Some(found)
}

/// The line of the cursor.
struct Line<'a> {
    text: &'a str,
    start: usize,
    line: &'a str,
    at: usize,
}

impl Line<'_> {
    fn cursor(&self, mut outline: Outline) -> Option<Cursor> {
        let before = &self.line[..self.at];
        let indent = self.line.len() - self.line.trim_start_matches(' ').len();
        match outline.above(indent.min(self.at).max(usize::from(before.trim().is_empty()) * self.at)) {
            (_, Some(Long::Text)) => return None,
            (Some(start), Some(Long::Flow)) => {
                return self.in_flow(start.value.start as usize, start.path.clone(), indent);
            }
            _ => {}
        }
        if before.trim_start().starts_with('#')
            || value_of(before, 0) < before.trim_end().len() && before.contains(" #")
        {
            return None;
        }
        let Parts { dashes, content, key } = parts(self.line, indent);
        // A dash needs a blank after it, and what stands after the cursor is not written yet.
        if dashes.iter().any(|dash| dash + 1 == self.at) {
            return None;
        }
        let dashes: Vec<usize> = dashes.into_iter().filter(|dash| dash + 1 < self.at).collect();
        let mut item = None;
        for dash in &dashes {
            item = Some(outline.push(*dash, None, self.span(*dash, dash + 1), self.span(self.at, self.at)));
        }
        let content = if content <= self.at { content } else { self.at };
        if let Some(key) = key.filter(|key| self.at > key.span.end as usize) {
            let colon_end = key.span.end as usize + self.line[key.span.end as usize..].find(':')? + 1;
            if self.at <= colon_end {
                return None;
            }
            let path = outline.push(content, Some(&key.name), self.span(content, content), self.span(self.at, self.at));
            return self.value(key.value.min(self.at).max(colon_end), path, indent);
        }
        let has_dashes = !dashes.is_empty();
        let typed = before.get(content..)?;
        if has_dashes && typed.starts_with(['[', '{']) {
            return self.in_flow(self.start + content, item?, indent);
        }
        let at = match item {
            Some(path) => At::Item(path, Vec::new()),
            None => match outline.above(content) {
                (None, _) => At::Key { path: KeyPath::root(), present: Vec::new(), has_colon: false },
                (Some(start), _) if start.is_item() => {
                    At::Key { path: start.path.clone(), present: Vec::new(), has_colon: false }
                }
                (Some(start), _) if start.value.start == start.value.end => At::Below(start.path.clone(), Vec::new()),
                // The text of the line above goes on.
                (Some(_), _) => return None,
            },
        };
        self.word(content, at, indent)
    }

    /// A key, or a scalar in the place of an item.
    fn word(&self, content: usize, at: At, indent: usize) -> Option<Cursor> {
        let key = parts(self.line, indent).key.filter(|key| key.span.start as usize <= self.at);
        let has_colon = key.is_some();
        let (start, end, is_quoted) = match key {
            Some(key) => (key.span.start as usize, key.span.end as usize, false),
            None => self.scalar(content),
        };
        let at = match at {
            At::Key { path, present, .. } => At::Key { path, present, has_colon },
            At::Item(path, _) | At::Below(path, _) if has_colon => At::Key { path, present: Vec::new(), has_colon },
            other => other,
        };
        self.found(start, end.max(self.at), is_quoted, at, indent)
    }

    fn value(&self, start: usize, path: KeyPath, indent: usize) -> Option<Cursor> {
        let blanks = self.line[start..self.at].len() - self.line[start..self.at].trim_start().len();
        let start = start + blanks;
        let rest = &self.line[start..];
        if rest.starts_with(['[', '{']) && start < self.at {
            return self.in_flow(self.start + start, path, indent);
        }
        if rest.starts_with(['|', '>', '&', '*', '!']) && start < self.at {
            return None;
        }
        let (start, end, is_quoted) = self.scalar(start);
        self.found(start, end.max(self.at), is_quoted, At::Value(path), indent)
    }

    /// The bytes of the scalar that begins at byte `start` of the line, without quotes.
    fn scalar(&self, start: usize) -> (usize, usize, bool) {
        let rest = &self.line[start..];
        match rest.chars().next().filter(|c| matches!(c, '"' | '\'') && start < self.at) {
            Some(quote) => {
                let end = rest[1..].find(quote).map_or(self.line.trim_end().len(), |at| start + 1 + at);
                (start + 1, end, true)
            }
            None => (start, value_of(self.line, start), false),
        }
    }

    fn found(&self, start: usize, end: usize, is_quoted: bool, at: At, indent: usize) -> Option<Cursor> {
        if start > self.at {
            return None;
        }
        let typed = self.line[start..self.at].to_owned();
        let replaced = self.span(start, end);
        Some(Cursor { at, replaced, typed, is_quoted, is_flow: false, column: start, indent })
    }

    /// A place between brackets or braces that open at byte `open` of the text.
    fn in_flow(&self, open: usize, path: KeyPath, indent: usize) -> Option<Cursor> {
        let end = self.start + self.at;
        let flow = Flow::of(self.text.get(open..end)?, &path);
        let (container, start) = (flow.open.last()?, open + flow.token);
        let quote = self.text[start..end].chars().next().filter(|c| matches!(c, '"' | '\''));
        let start = if quote.is_some() { start + 1 } else { start };
        // A token that began on an earlier line cannot be replaced.
        let start = start.checked_sub(self.start)?;
        let rest = &self.line[self.at..];
        let ends = |c: char| quote.map_or(matches!(c, ',' | ']' | '}' | ':' | '#'), |quote| c == quote);
        let length = rest.find(ends).map_or(rest.len(), |length| length);
        let end = self.at + rest[..length].trim_end().len();
        let has_colon = rest[length..].trim_start_matches(['"', '\'']).starts_with(':');
        let at = match container {
            Container::List(path, index) => At::Item(path.index(*index), Vec::new()),
            Container::Mapping(path, Some(key), _) => At::Value(path.key(key)),
            Container::Mapping(path, None, seen) => At::Key { path: path.clone(), present: seen.clone(), has_colon },
        };
        Some(Cursor { is_flow: true, ..self.found(start, end, quote.is_some(), at, indent)? })
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.start + start, self.start + end)
    }
}

/// Brackets and braces that stand open.
struct Flow {
    open: Vec<Container>,
    /// Where the last token begins.
    token: usize,
}

enum Container {
    List(KeyPath, usize),
    Mapping(KeyPath, Option<String>, Vec<String>),
}

/// Containers in each other that are looked into.
const DEEPEST: usize = 16;

impl Flow {
    fn of(text: &str, path: &KeyPath) -> Self {
        let mut flow = Self { open: Vec::new(), token: 0 };
        let mut quote = None;
        for (at, c) in text.char_indices() {
            match (quote, c) {
                (Some(open), c) if open == c => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') if text[flow.token..at].trim().is_empty() => {
                    (quote, flow.token) = (Some(c), at);
                }
                (None, '[' | '{') if flow.open.len() < DEEPEST => {
                    let place = flow.place(path);
                    let list = Container::List(place.clone(), 0);
                    flow.open.push(if c == '[' { list } else { Container::Mapping(place, None, Vec::new()) });
                    flow.token = at + 1;
                }
                (None, ']' | '}') => {
                    flow.open.pop();
                    flow.token = at + 1;
                }
                (None, ',') => flow.next(at + 1),
                (None, ':') => flow.colon(text, at),
                (None, _) => {}
            }
        }
        let rest = &text[flow.token..];
        flow.token += rest.len() - rest.trim_start().len();
        flow
    }

    /// The path of a value that begins here.
    fn place(&self, outer: &KeyPath) -> KeyPath {
        match self.open.last() {
            None => outer.clone(),
            Some(Container::List(path, index)) => path.index(*index),
            Some(Container::Mapping(path, key, _)) => path.key(key.as_deref().unwrap_or("")),
        }
    }

    fn next(&mut self, at: usize) {
        match self.open.last_mut() {
            Some(Container::List(_, index)) => *index += 1,
            Some(Container::Mapping(_, key, _)) => *key = None,
            None => {}
        }
        self.token = at;
    }

    fn colon(&mut self, text: &str, at: usize) {
        let is_end = text[at + 1..].chars().next().is_none_or(char::is_whitespace) || text[..at].ends_with(['"', '\'']);
        if let Some(Container::Mapping(_, key @ None, seen)) = self.open.last_mut()
            && is_end
        {
            let name = text[self.token..at].trim().trim_matches(['"', '\'']).to_owned();
            seen.push(name.clone());
            *key = Some(name);
            self.token = at + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::ProptestConfig;

    use super::*;

    /// The place of the bar in a text, in short.
    fn place(path: &str, text: &str) -> String {
        let at = text.find('¦').expect("a bar");
        let text = text.replace('¦', "");
        let Some(found) = cursor(path, &text, at) else { return String::from("none") };
        let replaced = text.get(found.replaced.range()).expect("whole");
        let what = match &found.at {
            At::Key { path, present, has_colon } => {
                format!("key {path} [{}]{}", present.join(" "), if *has_colon { " :" } else { "" })
            }
            At::Value(path) => format!("value {path}"),
            At::Item(path, _) => format!("item {path}"),
            At::Below(path, present) => format!("below {path} [{}]", present.join(" ")),
        };
        format!("{what} <{}|{replaced}>", found.typed)
    }

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(place("a.yaml", text), expected, "{text:?}");
    }

    #[test]
    fn keys_are_told_from_values() {
        case("¦", "key  [] <|>");
        case("title: a\nli¦", "key  [title] <li|li>");
        case("title: a\nli¦c: x\nend: 1\n", "key  [title end] : <li|lic>");
        case("license: ¦", "value license <|>");
        case("license: ¦\ntitle: x", "value license <|>");
        case("license: et¦alab # why", "value license <et|etalab>");
        case("license: \"et¦alab\"", "value license <et|etalab>");
        case("license:¦", "none");
        case("license: x # et¦", "none");
        case("# li¦", "none");
        case("title: été 🌳\r\nfreq¦\r\n", "key  [title] <freq|freq>");
    }

    #[test]
    fn lists_and_their_mappings() {
        case("themes:\n  - ¦", "item themes[0] <|>");
        case("themes:\n- AGRI\n- ¦\ntitle: x", "item themes[1] <|>");
        case("themes:\n  ¦", "below themes [] <|>");
        case("themes:\n  -¦", "none");
        case("contact_points:\n  - na¦", "item contact_points[0] <na|na>");
        case("contact_points:\n  - name: a\n    ¦", "key contact_points[0] [name] <|>");
        case("contact_points:\n  - name: a\n    ¦\n    email: b", "key contact_points[0] [name email] <|>");
        case("contact_points:\n  - name: a\n    role: c¦", "value contact_points[0].role <c|c>");
        case("contact_points:\n  - role: ¦", "value contact_points[0].role <|>");
        case("contact_points:\n  - name: a\n¦", "key  [contact_points] <|>");
        case("access:\n  ty¦pe: open\n", "key access [] : <ty|type>");
    }

    #[test]
    fn brackets_and_braces() {
        case("themes: [¦", "item themes[0] <|>");
        case("themes: [AGRI, E¦CON]", "item themes[1] <E|ECON>");
        case("themes: [AGRI,\n  ¦\n]\nend: 1", "item themes[1] <|>");
        case("themes: [\"A¦\"]", "item themes[0] <A|A>");
        case("access: {ty¦", "key access [] <ty|ty>");
        case("access: {reason: x, ¦}", "key access [reason] <|>");
        case("access: {type: o¦}", "value access.type <o|o>");
        case("contact_points: [{name: a, role: ¦}]", "value contact_points[0].role <|>");
        case("contact_points:\n  - {role: ¦}", "value contact_points[0].role <|>");
        case("themes: [AGRI] ¦", "none");
    }

    proptest::proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_place_of_any_text_is_on_its_line(
            text in "([-:a'\"\\[\\]{},#|>&? \t]|- |: |\n  |\n|\r|---\n|🌳|\u{feff}){0,30}",
        ) {
            for path in ["a.yaml", "a.md"] {
                for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                    let Some(found) = cursor(path, &text, at) else { continue };
                    let replaced = found.replaced.range();
                    proptest::prop_assert!(replaced.start <= at && at <= replaced.end, "{:?}", found);
                    let written = text.get(replaced.clone());
                    let is_one_line = written.is_some_and(|written| !written.contains(['\n', '\r']));
                    proptest::prop_assert!(is_one_line, "{:?}", found);
                    proptest::prop_assert_eq!(text.get(replaced.start..at), Some(found.typed.as_str()));
                }
            }
        }
    }

    #[test]
    fn nothing_in_long_texts_and_bodies() {
        case("description: |\n  te¦xt\n", "none");
        case("description: |\n  text\n¦", "key  [description] <|>");
        case("title: a\n  go¦es on", "none");
        assert_eq!(place("a.md", "---\nli¦\n---\nBody"), "key  [] <li|li>");
        assert_eq!(place("a.md", "---\nlicense: ¦\n---\nBody"), "value license <|>");
        assert_eq!(place("a.md", "---\ntitle: a\n¦---\nBody"), "none");
        assert_eq!(place("a.md", "---\ntitle: a\n---\nlicense: ¦"), "none");
        assert_eq!(place("a.md", "license: ¦"), "none");
        assert_eq!(place("a.md", "---\nlicense: ¦"), "value license <|>");
        assert_eq!(place("a.md", "\u{feff}---\r\nlicense: ¦\r\n---\r\n"), "value license <|>");
    }
}
