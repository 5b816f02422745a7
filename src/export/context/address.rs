//! Addresses that machines follow and IRIs that they keep.
//!
//! An IRI is made of the UUID alone, so that a rename changes nothing for a harvester: `<base>id/<kind>/<uuid>`, or
//! `urn:uuid:<uuid>` in a site without a public address. Parts of a thing have the IRI of the thing and a fragment.

use uuid::Uuid;

use super::Context;
use crate::model::{Dataset, Kind, Location, Resource};
use crate::parse::derived_uuid;
use crate::site::{PageKey, hosted_path, is_published};
use crate::slug::Slug;
use crate::text::url::{encoded_path, external};

impl Context<'_> {
    /// The public address of the site, with its final slash.
    pub fn base(&self) -> Option<&str> {
        self.site.config.base_url.as_deref()
    }

    /// The public address of a file of the site, by its path; none without a public address.
    pub fn address(&self, path: &str) -> Option<String> {
        self.base().map(|base| format!("{base}{}", encoded_path(path)))
    }

    /// The public address of a file of `content/static/`, by its path there; none when there is no such file.
    pub fn static_address(&self, path: &str) -> Option<String> {
        let path = path.trim_start_matches("./");
        let found = self.site.statics.binary_search_by(|file| file.path.as_str().cmp(path)).is_ok();
        if found { self.address(path) } else { None }
    }

    /// The public address of a page in the first language, as its canonical link has it.
    pub fn page(&self, key: &PageKey) -> Option<String> {
        self.page_in(0, key)
    }

    /// The public address of a page in the language at that place of the settings.
    pub fn page_in(&self, language: usize, key: &PageKey) -> Option<String> {
        let path = self.site.page_path(language, key);
        self.address(path.strip_suffix("index.html").unwrap_or(&path))
    }

    /// The IRI of a thing.
    pub fn iri(&self, kind: Kind, uuid: Uuid) -> String {
        match self.base() {
            Some(base) => format!("{base}id/{}/{uuid}", kind.name()),
            None => format!("urn:uuid:{uuid}"),
        }
    }

    /// The UUID of an organisation by its slug, described or only named.
    pub fn organization_uuid(&self, slug: &str) -> Uuid {
        let catalog = &self.site.catalog;
        let described = catalog.organization(slug).map(|one| one.header.identity.uuid);
        described.unwrap_or_else(|| derived_uuid(catalog.id, Kind::Organization, &Slug::from_text(slug)))
    }

    /// The address of what a resource is: of its file in the site, or elsewhere. None for a resource that is nowhere, a
    /// file that is not published, an address that no program should follow, and a hosted file in a site without a
    /// public address.
    pub fn location(&self, dataset: &Dataset, resource: &Resource) -> Option<String> {
        match &resource.location {
            Location::Hosted(_) => self.address(&self.hosted(dataset, resource)?),
            Location::Remote(url) => external(url),
            Location::Absent => None,
        }
    }

    /// Whether a dataset has a hosted resource that is published.
    pub fn hosts(&self, dataset: &Dataset) -> bool {
        dataset.resources.iter().any(|resource| self.hosted(dataset, resource).is_some())
    }

    /// The path in the site of a hosted resource that is published.
    pub fn hosted(&self, dataset: &Dataset, resource: &Resource) -> Option<String> {
        let file = resource.hosted(&dataset.files)?;
        let published = dataset.retired.is_none() && is_published(self.site, dataset, file);
        published.then(|| hosted_path(dataset.slug(), &file.path))
    }
}
