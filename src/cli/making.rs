//! The files of a site, made one at a time: for a folder, and for an archive.

use std::sync::Mutex;

use super::weight::{Counting, Forms};
use crate::export::{Exports, Scope};
use crate::io::Places;
use crate::io::write::{Content, Error};
use crate::render::Renderer;
use crate::search;
use crate::site::{Artifact, ArtifactKind, Site, plan};
use crate::theme::{Theme, ThemeError};

/// The files of a site. Each may be asked for once.
pub(super) struct Making<'a> {
    site: &'a Site,
    places: &'a Places,
    renderer: Renderer<'a>,
    artifacts: Vec<Artifact>,
    shards: Vec<Mutex<Vec<u8>>>,
    /// Pages that could not be minified, with the reason.
    left: Mutex<Vec<(String, String)>>,
    forms: Forms,
}

impl<'a> Making<'a> {
    /// Plans the files of a site, of which `places` knows where the copied ones are. With `minify`, pages leave minified
    /// if the settings say so.
    pub(super) fn new(site: &'a Site, theme: &'a Theme, places: &'a Places, minify: bool) -> Self {
        let search = search::publish(site, theme);
        let renderer = Renderer::new(site, theme).with_search(search.entry.as_deref());
        let renderer = if minify { renderer } else { renderer.without_minifying() };
        let renderer = renderer.with_exports(Exports::new(site, theme));
        let artifacts = plan(site, &renderer.assets(), search.paths(), renderer.exports().paths());
        // What was written need not be kept.
        let shards = search.shards.into_iter().map(|shard| Mutex::new(shard.bytes)).collect();
        Self { site, places, renderer, artifacts, shards, left: Mutex::default(), forms: Forms::new() }
    }

    /// The paths of the files below the site's root, sorted.
    pub(super) fn paths(&self) -> Vec<&str> {
        self.artifacts.iter().map(|artifact| artifact.path.as_str()).collect()
    }

    /// What makes pages.
    pub(super) fn renderer(&self) -> &Renderer<'a> {
        &self.renderer
    }

    /// The content of the file at a place of [`Making::paths`].
    ///
    /// # Errors
    /// When a template fails.
    pub(super) fn content(&self, place: usize) -> Result<Content<'_>, Error> {
        let artifact = &self.artifacts[place];
        match &artifact.kind {
            ArtifactKind::Hosted(dataset, file) => {
                let dataset = &self.site.catalog.datasets[*dataset];
                let file = &dataset.files[*file];
                let from = self.places.of_hosted(self.site, dataset, file);
                Ok(Content::CopyOf { from, size: file.size, sha256: file.sha256.clone() })
            }
            ArtifactKind::Static(place) => {
                let file = &self.site.statics[*place];
                let from = self.places.of_static(file);
                Ok(Content::CopyOf { from, size: file.size, sha256: file.sha256.clone() })
            }
            ArtifactKind::Search(shard) => {
                let mut bytes = self.shards[*shard].lock().expect("internal error: no thread panicked with the file");
                Ok(Content::Bytes(std::mem::take(&mut *bytes)))
            }
            ArtifactKind::Export(file) => Ok(self.exported(*file)),
            _ => self.rendered(artifact),
        }
    }

    /// Pages that could not be minified, with the reason; files and bytes of each machine form.
    pub(super) fn end(self) -> (Vec<(String, String)>, Forms) {
        (self.left.into_inner().expect("internal error: no thread panicked with the list"), self.forms)
    }

    /// What is about one thing is small; what is about many is written as it is made.
    fn exported(&self, place: usize) -> Content<'_> {
        let exports = self.renderer.exports();
        let file = &exports.files()[place];
        if matches!(file.entry.scope, Scope::Dataset(_)) {
            let mut bytes = Vec::new();
            exports.write(place, &mut bytes).expect("internal error: memory never refuses a byte");
            self.forms.add(file.exporter, bytes.len() as u64);
            return Content::Bytes(bytes);
        }
        Content::Stream(Box::new(move |out| {
            let mut out = Counting { out, bytes: 0 };
            exports.write(place, &mut out)?;
            self.forms.add(file.exporter, out.bytes);
            Ok(())
        }))
    }

    fn rendered(&self, artifact: &Artifact) -> Result<Content<'static>, Error> {
        let rendered = self.renderer.render(artifact);
        let rendered = rendered.map_err(|error: ThemeError| Error::Content(Box::new(error)))?;
        let rendered = rendered.expect("internal error: all but copied files are rendered");
        if let Some(kept) = rendered.kept {
            let mut left = self.left.lock().expect("internal error: no thread panicked with the list");
            left.push((artifact.path.clone(), kept.to_string()));
        }
        Ok(Content::Bytes(rendered.bytes))
    }
}
