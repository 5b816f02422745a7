//! YAML as a tree in which every key and value knows its bytes.
//!
//! One pass over the events of `granit-parser`. What YAML allows and a descriptor has no use for
//! (aliases, merge keys, several documents) is a fault with a place, never an expansion: a small
//! text can therefore not grow into a large one.

use std::collections::BTreeMap;

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle};

use super::Span;

/// Deeper values are dropped with a fault. The deepest legitimate one is a GeoJSON geometry in
/// `extras`, seven levels down.
const MAX_DEPTH: usize = 64;

/// Beyond this depth a descriptor is not read at all.
const MAX_READ_DEPTH: usize = 2_000;

/// A value and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Bytes of the value as written, quotes included.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// The four shapes of YAML. Numbers, dates and booleans are plain scalars until a field says what
/// it wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A scalar without quotes: `12`, `true`, `2024-05-31`, `some words`.
    Plain(String),
    /// A scalar with quotes or in a block (`|`, `>`): always text.
    Quoted(String),
    /// A list, in its order.
    Sequence(Vec<Node>),
    /// Keys and values in their order; a key that comes twice is kept once, the first.
    Mapping(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key's text.
    pub key: String,
    /// The key's bytes.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

/// Something in the YAML itself that is wrong or that descriptors do not use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlFault {
    /// What.
    pub kind: YamlFaultKind,
    /// Where.
    pub span: Span,
    /// The other place, for a key that comes twice: the first one.
    pub other: Option<Span>,
    /// The parser's words for a syntax error, the key or alias otherwise.
    pub detail: String,
}

/// The kinds of [`YamlFault`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum YamlFaultKind {
    /// Not YAML. The descriptor cannot be read.
    Syntax,
    /// The top of the descriptor is not a mapping. It cannot be read.
    NotAMapping,
    /// A key that comes twice in one mapping. The second is ignored.
    DuplicateKey,
    /// An alias (`*name`) or a merge key (`<<`). It is read as nothing.
    Alias,
    /// A key that is not a scalar. It is ignored with its value.
    ComplexKey,
    /// A tab between a key and its value.
    TabAfterKey,
    /// A value nested too deep. It is read as nothing.
    TooDeep,
    /// A second document in the same file. It is ignored.
    SeveralDocuments,
}

/// What [`parse`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedYaml {
    /// The tree; none after a syntax error.
    pub root: Option<Node>,
    /// What is wrong, in the order of the text.
    pub faults: Vec<YamlFault>,
}

/// Reads the part `range` of `text` as one YAML document. Spans count from the start of `text`.
/// An empty document is an empty mapping.
pub fn parse(text: &str, range: Span) -> ParsedYaml {
    let part = text.get(range.range()).unwrap_or("");
    let mut builder = Builder { text, base: range.start as usize, ..Builder::default() };
    let mut options = Options::default();
    options.set_emit_comments(false);
    options.emit_unresolved_aliases = true;
    options.flow_nesting_limit = MAX_READ_DEPTH;
    options.block_nesting_limit = MAX_READ_DEPTH;
    for event in Parser::new_from_str_with_options(part, options) {
        match event {
            Ok((event, span)) => {
                if !builder.take(event, span.byte_range().unwrap_or_default()) {
                    break;
                }
            }
            Err(error) => {
                let at = builder.base + error.marker().byte_offset().unwrap_or(0).min(part.len());
                let kind = match error.kind() {
                    ErrorKind::RecursionLimitExceeded => YamlFaultKind::TooDeep,
                    _ => YamlFaultKind::Syntax,
                };
                builder.fault(kind, syntax_span(text, at), error.info());
                return ParsedYaml { root: None, faults: builder.faults };
            }
        }
    }
    builder.finish(range)
}

/// The token at byte `at`: what an editor would underline.
fn syntax_span(text: &str, at: usize) -> Span {
    let mut start = at.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let rest = &text[start..];
    let length = rest.find(|c: char| c.is_whitespace()).unwrap_or(rest.len());
    let one = rest.chars().next().map_or(0, char::len_utf8);
    Span::new(start, start + length.max(one))
}

#[derive(Default)]
struct Builder<'a> {
    text: &'a str,
    base: usize,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    skipping: usize,
    faults: Vec<YamlFault>,
}

struct Open {
    span: Span,
    shape: Shape,
}

enum Shape {
    Sequence(Vec<Node>),
    Mapping { entries: Vec<Entry>, known: KnownKeys, key: Option<(String, Span)>, ignore_value: bool },
}

impl Builder<'_> {
    /// Takes one event; false when the rest of the text is of no interest.
    fn take(&mut self, event: Event<'_>, range: std::ops::Range<usize>) -> bool {
        let span = Span::new(range.start, range.end).shifted(self.base);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.fault(YamlFaultKind::SeveralDocuments, span, String::new());
                    return false;
                }
            }
            Event::Scalar(text, style, _, tag) => {
                let forced = tag.is_some_and(|tag| tag.is_yaml_core_schema_tag("str"));
                let value = scalar(text.into_owned(), style, forced);
                self.value(Node { span: self.block_span(span, style), value });
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let name = self.text.get(span.range()).unwrap_or("*").to_owned();
                self.fault(YamlFaultKind::Alias, span, name);
                self.value(Node { span, value: Value::Null });
            }
            Event::SequenceStart(..) => self.open(span, Shape::Sequence(Vec::new())),
            Event::MappingStart(..) => {
                let known = KnownKeys::default();
                self.open(span, Shape::Mapping { entries: Vec::new(), known, key: None, ignore_value: false });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            _ => {}
        }
        true
    }

    /// The content of a block scalar without the line break and blanks after it.
    fn block_span(&self, span: Span, style: ScalarStyle) -> Span {
        if !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            return span;
        }
        let written = self.text.get(span.range()).unwrap_or("");
        Span::new(span.start as usize, span.start as usize + written.trim_end().len())
    }

    fn open(&mut self, span: Span, shape: Shape) {
        if self.skipping > 0 || self.open.len() >= MAX_DEPTH {
            if self.skipping == 0 {
                self.fault(YamlFaultKind::TooDeep, span, MAX_DEPTH.to_string());
            }
            self.skipping += 1;
        } else {
            self.open.push(Open { span, shape });
        }
    }

    fn close(&mut self, end: Span) {
        if self.skipping > 0 {
            self.skipping -= 1;
            if self.skipping == 0 {
                self.value(Node { span: end, value: Value::Null });
            }
            return;
        }
        let Some(open) = self.open.pop() else { return };
        let value = match open.shape {
            Shape::Sequence(items) => Value::Sequence(items),
            Shape::Mapping { entries, .. } => Value::Mapping(entries),
        };
        let written = self.text.get(open.span.start as usize..end.end as usize).unwrap_or("");
        let span = Span::new(open.span.start as usize, open.span.start as usize + written.trim_end().len());
        self.value(Node { span, value });
    }

    fn value(&mut self, node: Node) {
        if self.skipping > 0 {
            return;
        }
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        match &mut open.shape {
            Shape::Sequence(items) => items.push(node),
            Shape::Mapping { entries, known, key: key @ None, ignore_value } => {
                *key = Some(key_of(node, entries, known, ignore_value, &mut self.faults));
            }
            Shape::Mapping { entries, key, ignore_value, .. } => {
                let (key, key_span) = key.take().unwrap_or_default();
                if let Some(tab) = tab_between(self.text, key_span, node.span) {
                    let kind = YamlFaultKind::TabAfterKey;
                    self.faults.push(YamlFault { kind, span: tab, other: None, detail: key.clone() });
                }
                if !std::mem::take(ignore_value) {
                    entries.push(Entry { key, key_span, value: node });
                }
            }
        }
    }

    fn fault(&mut self, kind: YamlFaultKind, span: Span, detail: String) {
        self.faults.push(YamlFault { kind, span, other: None, detail });
    }

    fn finish(mut self, range: Span) -> ParsedYaml {
        let start = Span::new(range.start as usize, range.start as usize);
        let root = self.root.take().unwrap_or(Node { span: start, value: Value::Null });
        let root = match root.value {
            Value::Mapping(_) => Some(root),
            Value::Null => Some(Node { span: root.span, value: Value::Mapping(Vec::new()) }),
            Value::Plain(_) | Value::Quoted(_) | Value::Sequence(_) => {
                self.fault(YamlFaultKind::NotAMapping, first_line(self.text, root.span), String::new());
                None
            }
        };
        self.faults.sort_by_key(|fault| fault.span);
        ParsedYaml { root, faults: self.faults }
    }
}

/// The key that `node` is, with faults for one that is no scalar, comes twice or merges.
fn key_of(
    node: Node,
    entries: &[Entry],
    known: &mut KnownKeys,
    ignore: &mut bool,
    faults: &mut Vec<YamlFault>,
) -> (String, Span) {
    let span = node.span;
    let mut fault = |kind, other, detail: &str| {
        faults.push(YamlFault { kind, span, other, detail: detail.to_owned() });
        *ignore = true;
    };
    let text = match node.value {
        Value::Plain(text) | Value::Quoted(text) => text,
        Value::Null => String::new(),
        Value::Sequence(_) | Value::Mapping(_) => {
            fault(YamlFaultKind::ComplexKey, None, "");
            String::new()
        }
    };
    if text == "<<" {
        fault(YamlFaultKind::Alias, None, "<<");
    } else if let Some(first) = known.first(entries, &text) {
        fault(YamlFaultKind::DuplicateKey, Some(first), &text);
    }
    (text, span)
}

/// The keys of a mapping once it has many: a hostile one has a hundred thousand.
#[derive(Default)]
struct KnownKeys(BTreeMap<String, Span>);

impl KnownKeys {
    /// Where `key` stands among `entries`, which only ever grow.
    fn first(&mut self, entries: &[Entry], key: &str) -> Option<Span> {
        const FEW: usize = 64;
        if entries.len() < FEW {
            return entries.iter().find(|entry| entry.key == key).map(|entry| entry.key_span);
        }
        let new = entries.iter().skip(self.0.len());
        self.0.extend(new.map(|entry| (entry.key.clone(), entry.key_span)));
        self.0.get(key).copied()
    }
}

fn scalar(text: String, style: ScalarStyle, forced_text: bool) -> Value {
    if style != ScalarStyle::Plain || forced_text {
        return Value::Quoted(text);
    }
    match text.as_str() {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        _ => Value::Plain(text),
    }
}

/// The first tab between the colon after a key and its value on the same line.
fn tab_between(text: &str, key: Span, value: Span) -> Option<Span> {
    if value.start <= key.end {
        return None;
    }
    let between = text.get(key.end as usize..value.start as usize)?;
    let between = between.split('\n').next().unwrap_or(between);
    let at = key.end as usize + between.find('\t')?;
    Some(Span::new(at, at + 1))
}

fn first_line(text: &str, span: Span) -> Span {
    let line = text.get(span.range()).unwrap_or("").lines().next().unwrap_or("");
    Span::new(span.start as usize, span.start as usize + line.len())
}

impl Node {
    /// The value of `key` when this is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The entries of a mapping, none for anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list, none for anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::Sequence(items) => items,
            _ => &[],
        }
    }

    /// The text of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Plain(text) | Value::Quoted(text) => Some(text),
            _ => None,
        }
    }

    /// Whether there is nothing here.
    pub fn is_null(&self) -> bool {
        self.value == Value::Null
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> ParsedYaml {
        parse(text, Span::new(0, text.len()))
    }

    #[track_caller]
    fn faults(text: &str, expected: &[(YamlFaultKind, &str)]) {
        let parsed = read(text);
        let found: Vec<_> = parsed.faults.iter().map(|fault| (fault.kind, &text[fault.span.range()])).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_value_knows_its_bytes() {
        let text = "\u{feff}title: \"a: b\"\r\ntags:\r\n- été\r\n- {x: [1, 'z']}\r\nbody: |\r\n  two\r\n  lines\r\n\r\nend: 1\r\n";
        let root = read(text).root.expect("root");
        let slice = |node: &Node| text[node.span.range()].to_owned();
        assert_eq!(slice(root.get("title").expect("title")), "\"a: b\"");
        let tags = root.get("tags").expect("tags");
        assert_eq!(slice(&tags.items()[0]), "été");
        assert_eq!(slice(&tags.items()[1].get("x").expect("x").items()[1]), "'z'");
        let body = root.get("body").expect("body");
        assert_eq!(body.scalar(), Some("two\nlines\n"));
        assert!(slice(body).ends_with("lines"), "{:?}", slice(body));
        assert_eq!(slice(root.get("end").expect("end")), "1");
    }

    #[test]
    fn what_descriptors_do_not_use_is_a_fault_with_a_place() {
        use YamlFaultKind::*;
        faults("a: 1\nb: 2\na: 3\n", &[(DuplicateKey, "a")]);
        faults("a: &x 1\nb: *x\nc: *y\n", &[(Alias, "*x"), (Alias, "*y")]);
        faults("a: {<<: {b: 1}}\n", &[(Alias, "<<")]);
        faults("a:\t1\n", &[(TabAfterKey, "\t")]);
        faults("? [a, b]\n: 1\nc: 2\n", &[(ComplexKey, "[a, b]")]);
        faults("- a\n- b\n", &[(NotAMapping, "- a")]);
        assert_eq!(read("a: 1\n---\nb: 2\n").faults[0].kind, SeveralDocuments);
    }

    #[test]
    fn a_syntax_error_has_a_place_and_no_tree() {
        for text in ["a: 'b", "a: [1, 2", "a: b: c", "a: }", "a: \"\\q\""] {
            let parsed = read(text);
            assert!(parsed.root.is_none(), "{text}");
            assert_eq!(parsed.faults[0].kind, YamlFaultKind::Syntax, "{text}");
        }
    }

    #[test]
    fn the_first_of_two_keys_is_kept() {
        let root = read("a: 1\na: 2\n").root.expect("root");
        assert_eq!(root.entries().len(), 1);
        assert_eq!(root.get("a").and_then(Node::scalar), Some("1"));
    }

    #[test]
    fn deep_values_are_dropped_and_the_rest_is_read() {
        for depth in [70, 500, 1_900] {
            let text = format!("deep: {}{}\nafter: 1\n", "[".repeat(depth), "]".repeat(depth));
            let parsed = read(&text);
            assert_eq!(parsed.faults.len(), 1, "{depth}");
            assert_eq!(parsed.faults[0].kind, YamlFaultKind::TooDeep);
            assert_eq!(parsed.root.expect("root").get("after").and_then(Node::scalar), Some("1"));
        }
        let text = format!("deep: {}", "[".repeat(100_000));
        assert!(read(&text).root.is_none());
    }

    #[test]
    fn an_alias_bomb_stays_small() {
        let mut text = String::from("a0: &a0 [x, x]\n");
        for level in 1..40 {
            let above = level - 1;
            text.push_str(&format!("a{level}: &a{level} [*a{above}, *a{above}]\n"));
        }
        let parsed = read(&text);
        assert_eq!(parsed.faults.len(), 78);
    }

    #[test]
    fn an_empty_descriptor_is_an_empty_mapping() {
        for text in ["", "\n", "# only a comment\n", "---\n", "~"] {
            assert_eq!(read(text).root.expect("root").entries().len(), 0, "{text:?}");
        }
    }
}
