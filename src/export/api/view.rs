//! What every object of the API is made with: addresses as the file at hand writes them, and words.

use std::borrow::Cow;

use uuid::Uuid;

use super::values::{Address, present};
use crate::export::Context;
use crate::export::context::words;
use crate::model::{Dataset, Location, Resource};
use crate::site::PageKey;
use crate::text::Text;
use crate::text::url::{encoded_path, external};

/// The site as one file of the API sees it.
pub(super) struct View<'v, 'a> {
    pub(super) context: &'v Context<'a>,
    /// What stands before the path of every file: the public address, else the way up to the site's root.
    root: Cow<'v, str>,
}

impl<'v, 'a> View<'v, 'a> {
    /// The site as the file at `path` sees it.
    pub(super) fn at(context: &'v Context<'a>, path: &str) -> Self {
        let up = || Cow::Owned("../".repeat(path.matches('/').count()));
        Self { context, root: context.base().map_or_else(up, Cow::Borrowed) }
    }

    /// The address of a file of the site.
    pub(super) fn file(&self, path: &str) -> Address {
        Address(format!("{}{}", self.root, encoded_path(path)))
    }

    /// The address of a thing in the API.
    pub(super) fn own(&self, list: &str, uuid: Uuid) -> Address {
        Address(format!("{}api/1/{list}/{uuid}.json", self.root))
    }

    /// The address of a page in the first language. Without a public address a folder is no page.
    pub(super) fn page(&self, key: &PageKey) -> Address {
        let path = self.context.site.page_path(0, key);
        match self.context.base() {
            Some(_) => self.file(path.strip_suffix("index.html").unwrap_or(&path)),
            None => self.file(&path),
        }
    }

    /// An address elsewhere that programs may follow.
    pub(super) fn external(&self, address: Option<&str>) -> Option<Address> {
        external(address?).map(Address)
    }

    /// An IRI of somebody else: an address, or a URN.
    pub(super) fn iri(&self, iri: Option<&str>) -> Option<Address> {
        let urn = |iri: &&str| iri.starts_with("urn:") && iri.bytes().all(|byte| byte.is_ascii_graphic());
        self.external(iri).or_else(|| iri.filter(urn).map(|urn| Address(urn.to_owned())))
    }

    /// A file of `content/static/`, or an address elsewhere.
    pub(super) fn asset(&self, path: Option<&str>) -> Option<Address> {
        let path = path?;
        let wanted = path.strip_prefix("./").unwrap_or(path);
        let statics = &self.context.site.statics;
        match statics.binary_search_by(|file| file.path.as_str().cmp(wanted)) {
            Ok(_) => Some(self.file(wanted)),
            Err(_) => self.external(Some(path)),
        }
    }

    /// Where a resource is: its file in the site, or an address elsewhere.
    pub(super) fn location(&self, dataset: &Dataset, resource: &Resource) -> Option<Address> {
        match &resource.location {
            Location::Hosted(_) => self.context.hosted(dataset, resource).map(|path| self.file(&path)),
            Location::Remote(url) => external(url).map(Address),
            Location::Absent => None,
        }
    }

    /// A title or a name for the first language of the site.
    pub(super) fn title(&self, text: &'a Text) -> Cow<'a, str> {
        self.words(text).unwrap_or_default()
    }

    /// Words on one line for the first language of the site; none when there are none.
    pub(super) fn words(&self, text: &'a Text) -> Option<Cow<'a, str>> {
        text.get(self.context.language()).and_then(|(words, _)| line(Some(words)))
    }

    /// A Markdown text for the first language of the site, as it is written; none when there is none.
    pub(super) fn markdown(&self, text: &'a Text) -> Option<Cow<'a, str>> {
        text.get(self.context.language()).and_then(|(words, _)| present(Some(words)))
    }
}

/// A text on one line; none when there is none.
pub(super) fn line(text: Option<&str>) -> Option<Cow<'_, str>> {
    let text = present(text)?;
    let is_line = !text.contains("  ") && text.chars().all(|c| c == ' ' || !c.is_whitespace());
    Some(if is_line { text } else { Cow::Owned(words::line(&text)) })
}

/// The languages in which any of some texts is said, but for the first language of the site.
pub(super) fn other_languages<'a>(first: &str, texts: &[&'a Text]) -> Vec<&'a str> {
    let mut languages: Vec<&str> = Vec::new();
    for (language, words) in texts.iter().flat_map(|text| text.iter()) {
        let is_other = !language.is_empty() && language != first && !words.trim().is_empty();
        if is_other && !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}

/// A text in exactly this language, not in another that stands in for it.
pub(super) fn said<'a>(text: &'a Text, language: &str) -> Option<&'a str> {
    text.iter().find(|(code, _)| *code == language).map(|(_, words)| words)
}
