//! Reads a dataset.

use crate::model::{Dataset, Header};
use crate::vocab::{badge, hvd};

use super::fields::{MAX_SUMMARY, MAX_TITLE};
use super::reader::Reader;
use super::resource;

/// Reads a dataset from the top of its descriptor.
pub(super) fn read(mut reader: Reader<'_>, mut header: Header, body: Option<&str>) -> Dataset {
    header.identity = reader.identity(header.identity.uuid);
    header.declare_dates(reader.metadata_dates());
    let (organization, owner) = reader.publisher();
    let (tags, tag_ids) = reader.tags();
    let mut dataset = Dataset {
        title: reader.required_text("title", MAX_TITLE),
        acronym: reader.acronym(),
        description: reader.markdown("description", body),
        summary: reader.bounded_text("summary", MAX_SUMMARY),
        license: reader.license(),
        frequency: reader.frequency(),
        tags,
        tag_ids,
        temporal: reader.temporal(),
        spatial: reader.spatial(),
        private: reader.is_private(),
        featured: reader.boolean("featured").unwrap_or(false),
        organization,
        owner,
        contact_points: reader.contact_points(),
        creators: reader.creators(),
        access: reader.access(),
        themes: reader.themes(),
        languages: reader.languages(),
        badges: reader.terms("badges", &badge::DATASET),
        hvd_category: reader.term("hvd_category", &hvd::CATEGORIES),
        schema: reader.schema(),
        version: reader.string("version"),
        series: reader.string("series"),
        provenance: reader.text("provenance"),
        identifiers: reader.identifiers(),
        links: reader.links(),
        created: reader.moment("created"),
        modified: reader.moment("modified"),
        archived: reader.archived(),
        retired: reader.retired(),
        replaced_by: reader.string("replaced_by"),
        redirects: reader.strings("redirects"),
        harvest: reader.harvest(),
        transfer: reader.transfer(),
        extras: reader.extras("extras"),
        resources: resource::read_all(&mut reader, header.identity.uuid),
        files: Vec::new(),
        header,
    };
    dataset.header.unknown = reader.finish_own();
    dataset
}
