//! The catalogue's data: what descriptors say, once read. Nothing here knows YAML, HTML or disks.

mod catalog;
mod config;
mod coverage;
mod dataset;
mod dated;
mod distribution;
mod fields;
mod hosted;
mod listed;
mod object;
mod organization;
mod parts;
mod resource;

pub use catalog::{Catalog, DatasetIndex, Entry, Lookup};
pub use config::{Boosts, Colors, Config, EXPORTS, Forge, ForgeKind, MenuLink, RuleSetting};
pub use coverage::{Spatial, TemporalCoverage, ZoneRef};
pub use dataset::{Archived, Dataset, Harvest, Retired, Transfer};
pub use dated::dated;
pub use distribution::INTEROPERABILITY_POINTS;
pub use fields::{Described, Field, Placed, Spot, Use};
pub use hosted::{Column, ColumnForm, ColumnType, HostedFile, TIME_PATTERNS, Table};
pub use listed::{ListedSnapshot, SnapshotFile};
pub use object::{Fault, FaultKind, Form, Header, Identity, Kind, MetadataDates, SnapshotFault, Wanted};
pub use organization::{Member, Organization, Person};
pub use parts::{
    Access, Audience, Coded, Contact, Creator, Identifier, Link, Page, Reuse, Schema, Service, Topic, doi_address,
};
pub use resource::{Checksum, Location, Resource};

/// A map of free values: `extras`, and keys that nobody knows. Order is the descriptor's.
pub type Extras = serde_json::Map<String, serde_json::Value>;
