//! References to drafts, and words about them, in what is no draft.

use serde_json::Value as Json;

use crate::edit::{Change, Text};
use crate::inputs::Inputs;
use crate::model::{Header, Kind};
use crate::parse::parse_config;
use crate::source::{Content, KeyPath, SourceFile, SourceId, split};

/// Titles of fewer characters may be anything.
const TITLE: usize = 10;

/// A draft that was taken out.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    kind: Kind,
    /// Its slugs, that of today first, and its identity.
    names: Vec<String>,
    /// Words that stand for it alone, in small letters.
    words: Vec<String>,
}

/// A place where a draft is still named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// Path below the catalogue's root.
    pub path: String,
    /// Its line, from 1.
    pub line: usize,
}

impl Draft {
    pub(super) fn new(kind: Kind, header: &Header, file: &SourceFile) -> Self {
        let values = Text::new(kind, file);
        let mut names = vec![header.slug.as_str().to_owned()];
        if let Json::Array(former) = values.value(&KeyPath::of("redirects")) {
            names.extend(former.iter().filter_map(Json::as_str).map(|slug| slug.trim().to_owned()));
        }
        let mut words: Vec<String> = names.iter().map(|slug| format!("{}/{slug}", kind.folder())).collect();
        // A slug of one word may be any word.
        let is_telling = |slug: &&String| slug.contains('-') || slug.contains(|c: char| c.is_ascii_digit());
        words.extend(names.iter().filter(is_telling).cloned());
        if header.identity.declared {
            names.push(header.identity.uuid.to_string());
            words.push(header.identity.uuid.to_string());
        }
        let title = values.value(&KeyPath::of("title"));
        let titles = match &title {
            Json::String(title) => vec![title.as_str()],
            Json::Object(titles) => titles.values().filter_map(Json::as_str).collect(),
            _ => Vec::new(),
        };
        words.extend(
            titles.iter().map(|title| title.trim()).filter(|title| title.chars().count() >= TITLE).map(str::to_owned),
        );
        let words = words.into_iter().map(|word| word.to_lowercase()).collect();
        Self { kind, names, words }
    }

    /// Keys of a descriptor that may refer to it.
    fn keys(&self, of: Kind) -> &'static [&'static str] {
        match (self.kind, of) {
            (Kind::Dataset, Kind::Dataset) => &["replaced_by", "series"],
            (Kind::Dataset, Kind::Reuse | Kind::Service | Kind::Topic) => &["datasets"],
            (Kind::Reuse, Kind::Topic) => &["reuses"],
            (Kind::Service, Kind::Reuse | Kind::Topic) => &["services"],
            _ => &[],
        }
    }

    fn is_named(&self, text: &str) -> bool {
        let text = &text.to_lowercase();
        self.words.iter().any(|word| has_word(text, word))
    }
}

/// Takes references to drafts and comments on them out of all texts. Gives the paths of those that changed, and where
/// drafts are still named.
pub(super) fn forget(inputs: &mut Inputs, drafts: &[Draft]) -> (Vec<String>, Vec<Mention>) {
    let kinds: Vec<Option<Kind>> = {
        let mut kinds = vec![None; inputs.sources.len()];
        inputs.descriptors.iter().for_each(|one| kinds[one.source.0 as usize] = Some(one.kind));
        kinds
    };
    let (mut edited, mut left) = (Vec::new(), Vec::new());
    for (file, kind) in inputs.sources.iter_mut().zip(kinds) {
        let speaks_of =
            |draft: &&Draft| draft.names.iter().any(|name| file.text().contains(name)) || draft.is_named(file.text());
        let drafts: Vec<&Draft> = drafts.iter().filter(speaks_of).collect();
        if drafts.is_empty() {
            continue;
        }
        let before = file.text().to_owned();
        if let Some(kind) = kind {
            *file = without_references(kind, file, &drafts);
        }
        *file = without_comments(kind, file, &drafts);
        if file.text() != before {
            edited.push(file.path.clone());
        }
        left.extend(named_in(file, &before, &drafts));
    }
    (edited, left)
}

/// The lines of a text that name a draft, by their numbers in the text as it was.
fn named_in(file: &SourceFile, before: &str, drafts: &[&Draft]) -> Vec<Mention> {
    let mut original = before.lines().enumerate();
    let mut found = Vec::new();
    for line in file.text().lines() {
        // Lines were taken out or changed, never moved.
        let mut ahead = original.clone();
        let at = ahead.find(|(_, other)| *other == line).map(|(at, _)| at);
        if at.is_some() {
            original = ahead;
        }
        if drafts.iter().any(|draft| draft.is_named(line)) {
            let at = at.or_else(|| original.clone().next().map(|(at, _)| at)).unwrap_or_default();
            found.push(Mention { path: file.path.clone(), line: at + 1 });
        }
    }
    found
}

fn without_references(kind: Kind, file: &SourceFile, drafts: &[&Draft]) -> SourceFile {
    let mut text = Text::new(kind, file);
    for draft in drafts {
        for key in draft.keys(kind) {
            let key = KeyPath::of(key);
            let is_it =
                |value: &Json| value.as_str().is_some_and(|value| draft.names.iter().any(|name| name == value.trim()));
            let changes: Vec<Change> = match text.value(&key) {
                value @ Json::String(_) if is_it(&value) => vec![Change::Unset(key)],
                Json::Array(items) => {
                    items.into_iter().filter(|item| is_it(item)).map(|item| Change::Take(key.clone(), item)).collect()
                }
                _ => continue,
            };
            // What cannot be taken out is told as a mention.
            changes.iter().for_each(|change| drop(text.change(change)));
        }
    }
    text.file().clone()
}

/// Takes out whole lines of comments that name a draft. A line is a comment when nothing that is said changes without
/// it.
fn without_comments(kind: Option<Kind>, file: &SourceFile, drafts: &[&Draft]) -> SourceFile {
    let end = if file.path.ends_with(".md") { split(file.text()).body.start as usize } else { usize::MAX };
    let mut at = 0;
    let mut kept = String::with_capacity(file.text().len());
    for line in file.text().split_inclusive('\n') {
        let is_comment = at < end && line.trim_start().starts_with('#');
        at += line.len();
        if !(is_comment && drafts.iter().any(|draft| draft.is_named(line))) {
            kept.push_str(line);
        }
    }
    let reduced = SourceFile { path: file.path.clone(), content: Content::Text(kept) };
    if says_the_same(kind, file, &reduced) { reduced } else { file.clone() }
}

fn says_the_same(kind: Option<Kind>, one: &SourceFile, other: &SourceFile) -> bool {
    match kind {
        Some(kind) => Text::new(kind, one).values() == Text::new(kind, other).values(),
        None => {
            let config = |file: &SourceFile| parse_config(file, SourceId(0)).0;
            config(one) == config(other)
        }
    }
}

/// Whether `word` stands in `text` by itself.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_by_itself() {
        assert!(has_word("see a-b.", "a-b") && has_word("a-b", "a-b") && has_word("x/a-b/", "a-b"));
        assert!(!has_word("xa-b", "a-b") && !has_word("a-b-c a-bc", "a-b"));
    }
}
