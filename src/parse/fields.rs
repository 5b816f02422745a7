//! Fields that several kinds of things have, each with its vocabulary.

use std::collections::BTreeMap;

use crate::model::{Coded, Fault, FaultKind, Identifier, Identity, Link, MetadataDates, Schema};
use crate::source::{KeyPath, Place, Span};
use crate::tag::{Tag, tag_of};
use crate::vocab::{self, Frequency, Language, License, Theme};

use super::reader::Reader;

/// Longest title, in characters (data.gouv.fr's form).
pub(super) const MAX_TITLE: usize = 350;
/// Longest acronym, in characters (data.gouv.fr's model).
pub(super) const MAX_ACRONYM: usize = 128;
/// Longest description, in characters (data.gouv.fr's form).
pub(super) const MAX_DESCRIPTION: usize = 100_000;
/// Longest summary, in characters (data.gouv.fr's form).
pub(super) const MAX_SUMMARY: usize = 200;

/// Shortest and longest keyword, in characters (data.gouv.fr’s form).
const TAG_LENGTHS: std::ops::RangeInclusive<usize> = 3..=96;

impl Reader<'_> {
    /// `id`: a UUID, else the derived one.
    pub(super) fn identity(&mut self, derived: uuid::Uuid) -> Identity {
        let Some(text) = self.string("id") else {
            return Identity { uuid: derived, declared: false };
        };
        match uuid::Uuid::try_parse(&text) {
            Ok(uuid) => Identity { uuid, declared: true },
            Err(_) => {
                let place = Place::value(self.path("id"));
                self.fault(FaultKind::BadUuid, place, text, None);
                Identity { uuid: derived, declared: false }
            }
        }
    }

    /// A text that may not be longer than `max` characters.
    pub(super) fn bounded_text(&mut self, key: &'static str, max: usize) -> crate::text::Text {
        let text = self.text(key);
        if text.longest() > max {
            let place = Place::key(self.path(key));
            self.fault(FaultKind::TooLong(max), place, text.longest().to_string(), None);
        }
        text
    }

    /// A mandatory text.
    pub(super) fn required_text(&mut self, key: &'static str, max: usize) -> crate::text::Text {
        let text = self.bounded_text(key, max);
        if text.is_blank() {
            self.missing(key);
        }
        text
    }

    /// Markdown that is the body of the file when the key is absent.
    pub(super) fn markdown(&mut self, key: &'static str, body: Option<&str>) -> crate::text::Text {
        let text = self.bounded_text(key, MAX_DESCRIPTION);
        match body {
            Some(body) if text.is_blank() => crate::text::Text::plain(body),
            _ => text,
        }
    }

    pub(super) fn acronym(&mut self) -> Option<String> {
        let acronym = self.string("acronym")?;
        if acronym.chars().count() > MAX_ACRONYM {
            let place = Place::value(self.path("acronym"));
            self.fault(FaultKind::TooLong(MAX_ACRONYM), place, acronym.chars().count().to_string(), None);
        }
        Some(acronym)
    }

    pub(super) fn license(&mut self) -> Option<Coded<License>> {
        // An unknown licence has a rule of its own: a text of licence terms is no mistyped code.
        let raw = self.string("license")?;
        let known = License::find(&raw).map(|found| found.license);
        Some(Coded { raw, known })
    }

    pub(super) fn frequency(&mut self) -> Option<Coded<Frequency>> {
        self.code("frequency", "frequency", Frequency::find, Frequency::nearest)
    }

    /// Dates of the descriptor itself.
    pub(super) fn metadata_dates(&mut self) -> MetadataDates {
        MetadataDates { created: self.moment("metadata_created"), modified: self.moment("metadata_modified") }
    }

    /// Keywords as written, those that no page can have or that come twice included.
    pub(super) fn tags(&mut self) -> (Vec<String>, Vec<Option<Tag>>) {
        let (mut tags, mut meant) = (Vec::new(), Vec::new());
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        for (text, span, path) in self.scalars("tags") {
            let tag = tag_of(text);
            let fits = tag.as_ref().filter(|_| TAG_LENGTHS.contains(&text.chars().count()));
            match fits.map(|tag| tag.key.clone()) {
                None => self.fault(FaultKind::BadTag, Place::value(path), text.to_owned(), None),
                Some(key) => match seen.get(&key) {
                    Some(first) => {
                        let (place, other, found) = (Place::value(path), Some(*first), text.to_owned());
                        self.faults.push(Fault { kind: FaultKind::DuplicateTag, place, other, found, nearest: None });
                    }
                    None => {
                        seen.insert(key, span);
                    }
                },
            }
            tags.push(text.to_owned());
            meant.push(tag);
        }
        (tags, meant)
    }

    pub(super) fn themes(&mut self) -> Vec<Coded<Theme>> {
        let nearest = |text: &str| vocab::nearest(text, Theme::codes());
        let items = self.scalars("themes").into_iter();
        items.map(|(raw, _, path)| self.code_of(raw.to_owned(), path, "theme", Theme::find, nearest)).collect()
    }

    pub(super) fn languages(&mut self) -> Vec<Coded<Language>> {
        let items = self.scalars("language").into_iter();
        let coded = |(raw, _, path): (&str, Span, KeyPath)| {
            self.code_of(raw.to_owned(), path, "language", Language::find, Language::nearest)
        };
        items.map(coded).collect()
    }

    pub(super) fn terms(
        &mut self,
        key: &'static str,
        vocabulary: &'static vocab::Vocabulary,
    ) -> Vec<Coded<vocab::Term>> {
        let items = self.scalars(key).into_iter();
        let coded = |(raw, _, path): (&str, Span, KeyPath)| {
            let find = |text: &str| vocabulary.find(text);
            let nearest = |text: &str| vocabulary.nearest(text);
            self.code_of(raw.to_owned(), path, vocabulary.name, find, nearest)
        };
        items.map(coded).collect()
    }

    /// `organization` xor `owner`; of both, the organisation is kept.
    pub(super) fn publisher(&mut self) -> (Option<String>, Option<String>) {
        let (organization, owner) = (self.string("organization"), self.string("owner"));
        if organization.is_some() && owner.is_some() {
            let place = Place::key(self.path("owner"));
            self.fault(FaultKind::Exclusive, place, String::from("owner"), Some(String::from("organization")));
            return (organization, None);
        }
        (organization, owner)
    }

    /// A schema: a mapping, or its address or name alone.
    pub(super) fn schema(&mut self) -> Option<Schema> {
        let node = self.get("schema")?;
        if let Some(text) = node.scalar() {
            let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty())?;
            let is_url = text.contains("://");
            let (name, url) = if is_url { (None, Some(text)) } else { (Some(text), None) };
            return Some(Schema { name, url, version: None });
        }
        let (node, path) = self.mapping("schema")?;
        let mut inner = self.nested(node, path);
        let schema = Schema { name: inner.string("name"), url: inner.string("url"), version: inner.string("version") };
        if schema.name.is_none() && schema.url.is_none() {
            inner.missing("name");
        }
        inner.finish();
        Some(schema)
    }

    pub(super) fn identifiers(&mut self) -> Vec<Identifier> {
        let mut identifiers = Vec::new();
        for (node, path) in self.list("identifiers") {
            let (kind, value) = if let Some(text) = node.scalar() {
                (None, Some(text.trim().to_owned()))
            } else {
                let mut inner = self.nested(node, path);
                let found = (inner.string("type"), inner.string("value"));
                if found.1.is_none() {
                    inner.missing("value");
                }
                inner.finish();
                found
            };
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                identifiers.push(identifier(kind, &value));
            }
        }
        identifiers
    }

    pub(super) fn links(&mut self) -> Vec<Link> {
        let mut links = Vec::new();
        for (node, path) in self.list("links") {
            if let Some(url) = node.scalar() {
                links.push(Link { title: crate::text::Text::default(), url: url.trim().to_owned() });
                continue;
            }
            let mut inner = self.nested(node, path);
            let (title, url) = (inner.text("title"), inner.string("url"));
            if url.is_none() {
                inner.missing("url");
            }
            inner.finish();
            links.extend(url.map(|url| Link { title, url }));
        }
        links
    }
}

/// Tells a DOI by its form (`10.` and a prefix) whatever stands before it.
fn identifier(kind: Option<String>, text: &str) -> Identifier {
    let bare = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:"]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .map(str::trim);
    let is_doi = bare.is_some() || text.starts_with("10.") && text.contains('/');
    let kind = kind.map(|kind| kind.to_ascii_lowercase()).or_else(|| is_doi.then(|| String::from("doi")));
    Identifier { kind, value: bare.unwrap_or(text).to_owned() }
}
