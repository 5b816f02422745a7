//! What is known when an editor asks about a place: its document, and the catalogue around it.

use serde_json::Value;

use super::choices::Choice;
use super::client::{Client, escaped};
use super::overlay::descriptor_of;
use super::text::{Document, Places};
use crate::finding::Finding;
use crate::inputs::Inputs;
use crate::model::Kind;
use crate::site::Site;
use crate::source::SourceId;

/// A document with its catalogue.
pub(super) struct View<'a> {
    /// The document.
    pub(super) document: &'a Document,
    /// Its text.
    pub(super) text: &'a str,
    /// Its path in the catalogue.
    pub(super) path: &'a str,
    /// The inputs as they are on the disk.
    pub(super) inputs: Option<&'a Inputs>,
    /// The catalogue as it was last judged.
    pub(super) site: Option<&'a Site>,
    /// Whether another judgement is still to come.
    pub(super) is_awaited: bool,
    /// The language of the words.
    pub(super) language: &'a str,
    /// The editor.
    pub(super) client: Client,
    /// The address of a path of the catalogue.
    pub(super) uri: &'a dyn Fn(&str) -> String,
    /// Whether a finding is told.
    pub(super) is_told: fn(&Finding) -> bool,
}

impl<'a> View<'a> {
    /// What the document describes; none for the settings.
    pub(super) fn kind(&self) -> Option<Kind> {
        descriptor_of(self.path).map(|(kind, _, _)| kind)
    }

    /// The places of the text.
    pub(super) fn places(&self) -> Places<'a> {
        Places::of(self.text, self.client.encoding)
    }

    /// The byte at the `position` of a request.
    pub(super) fn byte(&self, parameters: &Value) -> Option<usize> {
        self.places().byte(parameters.get("position")?)
    }

    /// The words for the reader.
    pub(super) fn say<'w>(&self, en: &'w str, fr: &'w str) -> &'w str {
        if self.language == "fr" { fr } else { en }
    }

    /// The document's text among the sources of the site, when it was judged as it is now.
    pub(super) fn judged(&self) -> Option<(&'a Site, SourceId)> {
        let site = self.site?;
        let at = site.sources.iter().position(|source| source.path == self.path)?;
        (site.sources[at].content == self.document.content()).then_some((site, SourceId(at as u32)))
    }

    /// The findings of the text as it is now.
    pub(super) fn findings(&self) -> Vec<&'a Finding> {
        let Some((site, source)) = self.judged() else { return Vec::new() };
        let all = site.findings.of(source).iter();
        all.filter(|finding| finding.is_shown() && (self.is_told)(finding)).collect()
    }

    /// The files of the dataset's folder.
    pub(super) fn hosted(&self) -> impl Iterator<Item = &'a str> {
        let name = descriptor_of(self.path).map(|(_, name, _)| name);
        let files = name.and_then(|name| self.inputs?.files.get(&name));
        files.into_iter().flatten().map(|file| file.path.as_str())
    }

    /// The files of `content/static/`.
    pub(super) fn statics(&self) -> impl Iterator<Item = &'a str> {
        self.inputs.into_iter().flat_map(|inputs| &inputs.statics).map(|file| file.path.as_str())
    }

    /// What is to be said about a choice, as Markdown.
    pub(super) fn about(&self, choice: &Choice) -> String {
        let mut lines: Vec<String> = choice.more.iter().map(|line| escaped(line)).collect();
        lines.extend(choice.url.iter().map(|url| format!("<{url}>")));
        lines.join("\n\n")
    }
}
