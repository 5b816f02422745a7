//! What a path of the site answers: a page made now, or a file of the catalogue.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::json;

use super::{Loaded, live};
use crate::export::Exports;
use crate::finding::{Finding, Severity, Tally};
use crate::model::Lookup;
use crate::render::Renderer;
use crate::search::{Published, publish};
use crate::site::{Artifact, ArtifactKind, PageKey, plan};
use crate::vocab::Format;

/// An answer to a request.
pub(super) enum Answer {
    /// Bytes with their media type and status.
    Bytes { status: u16, mime: &'static str, bytes: Vec<u8> },
    /// A file of the catalogue with its media type.
    File { path: PathBuf, mime: &'static str },
    /// Another path below the site's root.
    Elsewhere(String),
}

impl Answer {
    pub(super) fn text(mime: &'static str, text: String) -> Self {
        Self::Bytes { status: 200, mime, bytes: text.into_bytes() }
    }

    /// A page that says why there is no site.
    pub(super) fn failure(words: &str, generation: u64) -> Self {
        let page = format!(
            "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>etal</title><body><h1>etal</h1><pre>{}</pre></body></html>",
            live::escaped(words)
        );
        let page = live::with_script(&page, "", generation);
        Self::Bytes { status: 500, mime: HTML, bytes: page.into_bytes() }
    }
}

const HTML: &str = "text/html; charset=utf-8";

/// A site and the plan of its files.
pub(super) struct Book<'a> {
    loaded: &'a Loaded,
    renderer: Renderer<'a>,
    search: Published,
    plan: BTreeMap<String, Artifact>,
}

impl<'a> Book<'a> {
    pub(super) fn new(loaded: &'a Loaded) -> Self {
        let search = publish(&loaded.site, &loaded.theme);
        let renderer = Renderer::new(&loaded.site, &loaded.theme).with_search(search.entry.as_deref());
        let renderer = renderer.with_exports(Exports::new(&loaded.site, &loaded.theme)).without_minifying();
        let plan = plan(&loaded.site, &renderer.assets(), search.paths(), renderer.exports().paths());
        let plan = plan.into_iter().map(|artifact| (artifact.path.clone(), artifact)).collect();
        Self { loaded, renderer, search, plan }
    }

    /// The answer for a decoded path without its first slash.
    pub(super) fn answer(&self, path: &str, generation: u64) -> Answer {
        if let Some(page) = path.strip_prefix("__etal/findings/") {
            return self.findings(page);
        }
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        if let Some(artifact) = self.plan.get(&file) {
            return self.made(artifact, 200, generation);
        }
        if self.plan.contains_key(&format!("{path}/index.html")) {
            return Answer::Elsewhere(format!("{path}/"));
        }
        match self.plan.get("404.html") {
            Some(artifact) => self.made(artifact, 404, generation),
            None => Answer::Bytes { status: 404, mime: "text/plain; charset=utf-8", bytes: b"404".to_vec() },
        }
    }

    fn made(&self, artifact: &Artifact, status: u16, generation: u64) -> Answer {
        let mime = mime(&artifact.path);
        match &artifact.kind {
            ArtifactKind::Hosted(dataset, file) => self.hosted(*dataset, *file),
            ArtifactKind::Static(index) => {
                Answer::File { path: self.loaded.places.of_static(&self.loaded.site.statics[*index]), mime }
            }
            ArtifactKind::Export(place) => {
                let exports = self.renderer.exports();
                let mut bytes = Vec::new();
                match exports.write(*place, &mut bytes) {
                    Ok(()) => Answer::Bytes { status, mime: exports.files()[*place].entry.media_type, bytes },
                    Err(error) => Answer::failure(&error.to_string(), generation),
                }
            }
            ArtifactKind::Search(shard) => {
                Answer::Bytes { status, mime, bytes: self.search.shards[*shard].bytes.clone() }
            }
            _ => match self.renderer.render(artifact) {
                Err(error) => Answer::failure(&error.to_string(), generation),
                Ok(None) => Answer::Bytes { status: 404, mime, bytes: Vec::new() },
                Ok(Some(rendered)) if mime != HTML => Answer::Bytes { status, mime, bytes: rendered.bytes },
                Ok(Some(rendered)) => {
                    let page = String::from_utf8_lossy(&rendered.bytes);
                    let bytes = live::with_script(&page, &artifact.path, generation).into_bytes();
                    Answer::Bytes { status, mime, bytes }
                }
            },
        }
    }

    fn hosted(&self, dataset: usize, file: usize) -> Answer {
        let dataset = &self.loaded.site.catalog.datasets[dataset];
        let file = &dataset.files[file];
        let path = self.loaded.places.of_hosted(&self.loaded.site, dataset, file);
        Answer::File { path, mime: file.format.and_then(Format::media_type).unwrap_or("application/octet-stream") }
    }

    /// The findings that concern a page, in the site's language.
    fn findings(&self, page: &str) -> Answer {
        let site = &self.loaded.site;
        let language = site.config.language();
        let source = match self.plan.get(page).map(|artifact| &artifact.kind) {
            Some(ArtifactKind::Page(_, PageKey::Dataset(index))) => Some(site.catalog.datasets[*index].header.source),
            Some(ArtifactKind::Page(_, PageKey::Reuse(index))) => Some(site.catalog.reuses[*index].header().source),
            Some(ArtifactKind::Page(_, PageKey::Topic(index))) => Some(site.catalog.topics[*index].header().source),
            Some(ArtifactKind::Page(_, PageKey::Service(index))) => Some(site.catalog.services[*index].header().source),
            Some(ArtifactKind::Page(_, PageKey::Page(index))) => Some(site.catalog.pages[*index].header().source),
            _ => None,
        };
        let of_page = |finding: &&Finding| source.is_none_or(|source| finding.site.source == source);
        let worst = |finding: &&Finding| source.is_some() || finding.severity == Severity::Error;
        let shown: Vec<&Finding> = site.findings.shown().filter(of_page).filter(worst).take(50).collect();
        let list: Vec<_> = shown.iter().map(|finding| self.finding(finding, language)).collect();
        let summary = if list.is_empty() { String::new() } else { Tally::of(&shown).sentence(language) };
        Answer::text("application/json", json!({ "summary": summary, "findings": list }).to_string())
    }

    fn finding(&self, finding: &Finding, language: &str) -> serde_json::Value {
        let source = &self.loaded.site.sources[finding.site.source.0 as usize];
        let start = finding.site.start;
        json!({
            "severity": finding.severity.name(),
            "rule": finding.rule.name,
            "message": finding.message(language),
            "action": finding.action(language),
            "place": format!("{}:{}:{}", source.path, start.line, start.column),
        })
    }
}

/// The media type by the end of a path, for the few that a browser must know.
fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or("") {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
