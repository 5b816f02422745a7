//! The keys of descriptors in the order of the documentation.

use crate::model::Kind;

/// The keys of a descriptor of `kind`, in the order in which they are written; none for the site,
/// whose settings are TOML.
pub fn keys(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Dataset => DATASET,
        Kind::Organization => ORGANIZATION,
        Kind::Page => PAGE,
        Kind::Person => PERSON,
        Kind::Reuse => REUSE,
        Kind::Service => SERVICE,
        Kind::Site => &[],
        Kind::Topic => TOPIC,
    }
}

#[rustfmt::skip]
const DATASET: &[&str] = &[
    "id", "title", "acronym", "description", "summary", "license", "frequency", "tags",
    "temporal_coverage", "spatial", "private", "featured", "organization", "owner",
    "contact_points", "creators", "access", "themes", "language", "badges", "hvd_category",
    "schema", "version", "series", "provenance", "identifiers", "links", "created", "modified",
    "metadata_created", "metadata_modified", "archived", "retired", "replaced_by", "redirects",
    "harvest", "transfer", "extras", "resources",
];

/// The keys of a resource.
#[rustfmt::skip]
pub const RESOURCE: &[&str] = &[
    "id", "title", "description", "type", "path", "url", "format", "mime", "size", "checksum",
    "created", "modified", "license", "schema", "language", "harvest", "extras",
];

#[rustfmt::skip]
const ORGANIZATION: &[&str] = &[
    "id", "name", "acronym", "description", "url", "logo", "type", "siret", "email", "members",
    "zone", "badges", "metadata_created", "metadata_modified", "redirects", "extras",
];

#[rustfmt::skip]
const PERSON: &[&str] = &[
    "id", "name", "email", "url", "orcid", "organization", "description", "metadata_created",
    "metadata_modified", "extras",
];

#[rustfmt::skip]
const REUSE: &[&str] = &[
    "id", "title", "description", "type", "url", "image", "datasets", "services", "tags", "topic",
    "language", "organization", "owner", "private", "archived", "created", "metadata_created",
    "metadata_modified", "extras",
];

#[rustfmt::skip]
const TOPIC: &[&str] = &[
    "id", "title", "description", "tags", "datasets", "reuses", "services", "featured", "private",
    "metadata_created", "metadata_modified", "extras",
];

#[rustfmt::skip]
const SERVICE: &[&str] = &[
    "id", "title", "acronym", "description", "url", "documentation", "machine_documentation",
    "rate_limiting", "availability", "format", "license", "tags", "access", "contact_points",
    "datasets", "organization", "owner", "private", "metadata_created", "metadata_modified",
    "extras",
];

const PAGE: &[&str] = &["id", "title", "order", "menu", "private", "metadata_created", "metadata_modified", "body"];
