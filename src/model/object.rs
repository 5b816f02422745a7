//! What every described thing has: a kind, a slug, an identity, a source, faults.

use uuid::Uuid;

use super::Extras;
use crate::date::{DateFault, Moment};
use crate::slug::Slug;
use crate::source::{KeyPath, Place, SourceId, Span, YamlFaultKind};

/// The kinds of things a catalogue describes, in the order of its folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A dataset, in `content/datasets/`.
    Dataset,
    /// A producer, in `content/organizations/`.
    Organization,
    /// A free page, in `content/pages/`.
    Page,
    /// A person, in `content/people/`.
    Person,
    /// A use made of datasets, in `content/reuses/`.
    Reuse,
    /// An API, in `content/services/`.
    Service,
    /// The site itself, in `site.toml`.
    Site,
    /// A choice of datasets around a subject, in `content/topics/`.
    Topic,
}

impl Kind {
    /// The kinds that have a folder, sorted.
    pub const ALL: [Self; 7] =
        [Self::Dataset, Self::Organization, Self::Page, Self::Person, Self::Reuse, Self::Service, Self::Topic];

    /// Its folder below `content/`, which is also its part of addresses; empty for the site.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Dataset => "datasets",
            Self::Organization => "organizations",
            Self::Page => "pages",
            Self::Person => "people",
            Self::Reuse => "reuses",
            Self::Service => "services",
            Self::Site => "",
            Self::Topic => "topics",
        }
    }

    /// Its name in code, command line and JSON, singular.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dataset => "dataset",
            Self::Organization => "organization",
            Self::Page => "page",
            Self::Person => "person",
            Self::Reuse => "reuse",
            Self::Service => "service",
            Self::Site => "site",
            Self::Topic => "topic",
        }
    }

    /// The kind whose folder is `folder`.
    pub fn of_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }
}

/// How a descriptor is kept. `<kind>` is `dataset`, `organization`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `<slug>/<kind>.yaml`
    Folder,
    /// `<slug>/<kind>.md`
    FolderMarkdown,
    /// `<slug>.yaml`
    File,
    /// `<slug>.md`
    Markdown,
}

impl Form {
    /// Whether the description is the body of a Markdown file.
    pub fn is_markdown(self) -> bool {
        matches!(self, Self::Markdown | Self::FolderMarkdown)
    }
}

/// The identity of a thing, which no rename changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The UUID that everybody uses.
    pub uuid: Uuid,
    /// Whether the descriptor says it; otherwise it is derived (UUIDv5) and a rename would change it.
    pub declared: bool,
}

/// When a descriptor came and when it last changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MetadataDates {
    /// First publication of the descriptor.
    pub created: Option<Moment>,
    /// Last change of the descriptor.
    pub modified: Option<Moment>,
}

/// What every descriptor has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// What it describes.
    pub kind: Kind,
    /// Its name in addresses.
    pub slug: Slug,
    /// Its UUID.
    pub identity: Identity,
    /// Its text.
    pub source: SourceId,
    /// How it is kept.
    pub form: Form,
    /// Declared dates of the metadata, else those of git, else none.
    pub dates: MetadataDates,
    /// The dates of the metadata that the descriptor says itself.
    pub declared_dates: MetadataDates,
    /// What could not be read as it stands, in the order of the text.
    pub faults: Vec<Fault>,
    /// Keys that etal does not know, with their values.
    pub unknown: Extras,
}

impl Header {
    /// The dates of the metadata that the descriptor says, with their places.
    pub fn dated(&self) -> impl Iterator<Item = (KeyPath, Moment)> {
        let created = self.declared_dates.created.map(|date| (KeyPath::of("metadata_created"), date));
        let modified = self.declared_dates.modified.map(|date| (KeyPath::of("metadata_modified"), date));
        created.into_iter().chain(modified)
    }

    /// Takes the dates of the metadata that the descriptor says itself.
    pub fn declare_dates(&mut self, dates: MetadataDates) {
        self.dates = dates;
        self.declared_dates = dates;
    }

    /// Whether something at `path` could not be read as it stands.
    pub fn has_fault_at(&self, path: &KeyPath) -> bool {
        self.faults.iter().any(|fault| fault.place.path == *path)
    }
}

/// Something in a descriptor that could not be read as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where.
    pub place: Place,
    /// The other place, when two places are at odds.
    pub other: Option<Span>,
    /// The value as written.
    pub found: String,
    /// The nearest value that would be right.
    pub nearest: Option<String>,
}

/// What a field wants when its value has another type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// A text.
    Text,
    /// A text, or texts by language.
    Translated,
    /// A list.
    List,
    /// A mapping.
    Mapping,
    /// `true` or `false`.
    Boolean,
    /// A whole number that is not negative.
    Count,
    /// A number.
    Number,
    /// Four numbers: west, south, east, north in degrees.
    BoundingBox,
    /// A GeoJSON geometry.
    Geometry,
}

/// The kinds of [`Fault`]. Each has its rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The YAML itself; `found` holds the parser's words for a syntax error.
    Yaml(YamlFaultKind),
    /// Front matter without its closing `---`.
    UnclosedFrontMatter,
    /// Not UTF-8; `found` is the number of the first bad byte.
    NotText,
    /// Too large to be a descriptor; `found` is its size in bytes.
    TooLarge,
    /// A file name that is no slug; `nearest` is one.
    BadSlug,
    /// A key that etal does not know.
    UnknownKey,
    /// A value of another type than the field wants.
    WrongType(Wanted),
    /// A mandatory key that is absent or empty; the place's path names it.
    Missing,
    /// Not a date.
    Date(DateFault),
    /// A code that its vocabulary does not have; the vocabulary's name.
    UnknownCode(&'static str),
    /// Not a UUID.
    BadUuid,
    /// Two keys of which only one may be there; the second is ignored. `nearest` is the first.
    Exclusive,
    /// A text longer than its limit, in characters.
    TooLong(usize),
    /// A language code that is none.
    BadLanguage,
    /// A period that ends, as `found`, before it starts. `other` is its start where that stands apart.
    ReversedCoverage {
        /// Its start.
        start: Moment,
    },
    /// A keyword whose page an earlier one of the list already has.
    DuplicateTag,
    /// A keyword that is too short, too long, or has neither letter nor digit.
    BadTag,
    /// The file of a snapshot that cannot be listed.
    BadSnapshot(SnapshotFault),
}

/// Why the file of a snapshot cannot be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotFault {
    /// Neither an `http` address nor a path.
    NoPlace,
    /// A path that leads out of the site.
    Outside,
    /// An earlier entry has it already.
    Twice,
    /// Its checksum is not one of 64 hexadecimal digits.
    NoDigest,
}
