//! Snapshots of the catalogue as its own distributions: a `dcat:Catalog` is a `dcat:Dataset`.

use uuid::Uuid;

use super::distribution::registered;
use super::terms::Table;
use super::{Describer, is_iri};
use crate::export::rdf::names::{dcat, dct, spdx, xsd};
use crate::export::rdf::{Iri, Sink};
use crate::export::{Entry, Scope};
use crate::model::{ListedSnapshot, SnapshotFile};
use crate::site::PageKey;
use crate::vocab::Format;

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// The snapshots that a file tells of, newest first: the whole catalogue has them, and of its pages the first.
    fn snapshots_of(&self, entry: &Entry) -> &'a [ListedSnapshot] {
        let site = self.context.site;
        match entry.scope {
            Scope::Catalog => &site.config.snapshots,
            Scope::Part if entry.part == 1 => &site.config.snapshots,
            _ => &[],
        }
    }

    /// The snapshots as values of the catalogue.
    pub(super) fn snapshots(&mut self, entry: &Entry) {
        let site_iri = self.site_iri();
        self.sink.property(dcat::DISTRIBUTION);
        for snapshot in self.snapshots_of(entry) {
            self.sink.iri(Iri(&site_iri, &self.fragment(snapshot)));
        }
    }

    /// Their nodes.
    pub(super) fn snapshot_nodes(&mut self, entry: &Entry) {
        let site_iri = self.site_iri();
        for snapshot in self.snapshots_of(entry) {
            let fragment = self.fragment(snapshot);
            self.snapshot(&site_iri, &fragment, snapshot);
        }
    }

    /// The fragment of a snapshot: of its file alone, so that other entries change nothing.
    fn fragment(&self, snapshot: &ListedSnapshot) -> String {
        let name = format!("snapshot/{}", snapshot.file.as_str());
        format!("#snapshot-{}", Uuid::new_v5(&self.context.site.catalog.id, name.as_bytes()))
    }

    fn snapshot(&mut self, site_iri: &str, fragment: &str, snapshot: &'a ListedSnapshot) {
        let context = self.context;
        let checksum = format!("{fragment}-checksum");
        let date = context.messages().date(&snapshot.date.date.to_string());
        let title = context.messages().fill("export.snapshot", &[("date", &date)]);

        self.sink.begin(Iri(site_iri, fragment), &[dcat::DISTRIBUTION_CLASS]);
        self.sink.property(dct::TITLE);
        self.sink.text(&title, context.language());
        self.sink.property(dct::DESCRIPTION);
        self.sink.text(context.messages().text("export.snapshot_about"), context.language());
        self.snapshot_addresses(site_iri, fragment, snapshot);
        self.snapshot_form(snapshot);
        self.sink.property(dcat::BYTE_SIZE);
        self.sink.typed(&snapshot.size_bytes.to_string(), xsd::NON_NEGATIVE_INTEGER);
        self.sink.link(spdx::CHECKSUM, Iri(site_iri, &checksum));
        self.sink.date(dct::ISSUED, Some(snapshot.date));
        self.sink.end();

        self.sink.begin(Iri(site_iri, &checksum), &[spdx::CHECKSUM_CLASS]);
        self.sink.property(spdx::ALGORITHM);
        self.term(Table::Algorithm, "checksumAlgorithm_sha256", None);
        self.sink.property(spdx::CHECKSUM_VALUE);
        self.sink.typed(&snapshot.sha256, xsd::HEX_BINARY);
        self.sink.end();
    }

    /// Where it is. DCAT-AP asks for an address: the page of snapshots stands in, else the IRI.
    fn snapshot_addresses(&mut self, site_iri: &str, fragment: &str, snapshot: &ListedSnapshot) {
        let location = match &snapshot.file {
            SnapshotFile::Address(address) => Some(address.clone()),
            SnapshotFile::Path(path) => self.context.static_address(path),
        };
        let location = location.filter(|address| is_iri(address));
        self.sink.property(dcat::ACCESS_URL);
        match location.clone().or_else(|| self.context.page(&PageKey::Snapshots)) {
            Some(address) => self.sink.iri(Iri::from(&address)),
            None => self.sink.iri(Iri(site_iri, fragment)),
        }
        if let Some(address) = location {
            self.sink.link(dcat::DOWNLOAD_URL, &address);
        }
    }

    /// Format and media type by the name of the file.
    fn snapshot_form(&mut self, snapshot: &ListedSnapshot) {
        let Some(format) = Format::of_path(snapshot.file.name()) else { return };
        if let Some(code) = format.eu {
            self.sink.property(dct::FORMAT);
            self.term(Table::FileType, code, None);
        }
        // The registry has no type for an archive in gzip, only that of gzip.
        let media_type = if format.id == "tar.gz" { Some("application/gzip") } else { format.media_type() };
        if let Some(media_type) = media_type.and_then(registered) {
            self.sink.property(dcat::MEDIA_TYPE);
            self.term(Table::MediaType, media_type, None);
        }
    }
}
