//! A Markdown file of a JKAN site: front matter read as leniently as JKAN reads it.

use crate::source::{Node, SourceFile, Span, Value, YamlFault, YamlFaultKind, parse, split};

/// A file of a collection.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// Its path and text.
    pub(super) file: SourceFile,
    /// Its path below the folder of the collection, without extension: its identifier there.
    pub(super) stem: String,
    /// Its front matter, a mapping; none when it is no YAML.
    pub(super) root: Option<Node>,
    /// Earlier values of keys that come again: the key they stand under in `root` and their own.
    pub(super) repeated: Vec<(String, String)>,
    /// YAML that descriptors do not use and that was therefore not read.
    pub(super) faults: Vec<YamlFault>,
    /// The front matter as it was written.
    pub(super) yaml: Span,
    /// The Markdown below it.
    pub(super) body: String,
}

/// How many repeated keys of one file are told apart.
const MAX_REPEATED: usize = 200;

impl Record {
    /// Reads a file. Bytes that are not UTF-8 are taken as Windows-1252, which older editors wrote.
    pub(super) fn read(path: &str, stem: &str, bytes: &[u8]) -> Self {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
        };
        let parts = split(&text);
        let body = text[parts.body.range()].to_owned();
        let file = SourceFile::new(path, text);
        let mut record = Self {
            stem: stem.to_owned(),
            root: None,
            repeated: Vec::new(),
            faults: Vec::new(),
            yaml: parts.yaml,
            body,
            file,
        };
        record.read_front_matter();
        record
    }

    /// The front matter as it was written.
    pub(super) fn raw(&self) -> &str {
        self.file.slice(self.yaml).trim_end()
    }

    /// Jekyll takes the last of two values of a key, our parser the first: earlier keys are renamed
    /// in a copy, byte for byte, until every key is there once. Spans stay those of the file.
    fn read_front_matter(&mut self) {
        let mut text = self.file.text().to_owned();
        let mut tabs_replaced = false;
        for number in 0..MAX_REPEATED {
            let parsed = parse(&text, self.yaml);
            if parsed.root.is_none() && !tabs_replaced && text[self.yaml.range()].contains('\t') {
                tabs_replaced = true;
                let plain = text[self.yaml.range()].replace('\t', " ");
                text.replace_range(self.yaml.range(), &plain);
                continue;
            }
            let is_repeated = |fault: &&YamlFault| fault.kind == YamlFaultKind::DuplicateKey;
            let first = parsed.faults.iter().find(is_repeated).and_then(|fault| fault.other);
            if let (Some(first), Some(root)) = (first, &parsed.root) {
                let Some(key) = key_at(root, first) else { break };
                let name = stand_in(number, first.range().len());
                text.replace_range(first.range(), &name);
                self.repeated.push((name, key));
                continue;
            }
            self.root = parsed.root;
            let harmless = [YamlFaultKind::TabAfterKey, YamlFaultKind::DuplicateKey];
            self.faults = parsed.faults.into_iter().filter(|fault| !harmless.contains(&fault.kind)).collect();
            break;
        }
    }
}

/// A plain key of `length` bytes that nobody writes. Where it is taken all the same, the next
/// round gives another.
fn stand_in(number: usize, length: usize) -> String {
    let name = format!("Z{number}");
    if name.len() <= length {
        return format!("{name:Z<length$}");
    }
    let letter = char::from(b'A' + (number % 26) as u8);
    letter.to_string().repeat(length)
}

/// The key whose bytes are `span`.
fn key_at(node: &Node, span: Span) -> Option<String> {
    match &node.value {
        Value::Mapping(entries) => entries.iter().find_map(|entry| {
            if entry.key_span == span { Some(entry.key.clone()) } else { key_at(&entry.value, span) }
        }),
        Value::Sequence(items) => items.iter().find_map(|item| key_at(item, span)),
        Value::Null | Value::Plain(_) | Value::Quoted(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(text: &str) -> Record {
        Record::read("_datasets/a.md", "a", text.as_bytes())
    }

    #[test]
    fn the_last_of_several_values_counts_and_the_others_are_kept() {
        let record = record("---\nusage: one\nb: 1\nusage: two\nusage: three\nr:\n- x: 1\n  x: 2\n---\nBody");
        let root = record.root.expect("a mapping");
        assert_eq!(root.get("usage").and_then(Node::scalar), Some("three"));
        let earlier: Vec<_> = record.repeated.iter().map(|(name, key)| (key.as_str(), name.len())).collect();
        assert_eq!(earlier, [("usage", 5), ("usage", 5), ("x", 1)]);
        let (name, _) = &record.repeated[0];
        assert_eq!(root.get(name).and_then(Node::scalar), Some("one"));
        assert_eq!(record.body, "Body");
    }

    #[test]
    fn tabs_are_forgiven_and_what_is_no_yaml_is_none() {
        let tabbed = record("---\na:\t1\nb:\n\t- x\n---\n");
        assert!(tabbed.root.is_some());
        let broken = record("---\na: [1\n---\nBody");
        assert!(broken.root.is_none());
        assert_eq!(broken.raw(), "a: [1");
    }

    #[test]
    fn other_encodings_are_decoded() {
        let record = Record::read("_datasets/a.md", "a", b"---\ntitle: caf\xe9\n---\n");
        assert_eq!(record.root.expect("a mapping").get("title").and_then(Node::scalar), Some("café"));
    }
}
