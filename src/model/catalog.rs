//! The catalogue: everything described, found by slug.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Dataset, Fault, Header, Kind, Organization, Page, Person, Reuse, Service, Topic};
use crate::slug::Slug;
use crate::source::SourceId;

/// Place of a dataset in [`Catalog::datasets`].
pub type DatasetIndex = usize;

/// Everything described. Each list is sorted by slug and has no slug twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    /// The catalogue's own UUID, from `site.toml`; nil when it has none.
    pub id: Uuid,
    /// Datasets, drafts included.
    pub datasets: Vec<Dataset>,
    /// Producers.
    pub organizations: Vec<Organization>,
    /// People.
    pub people: Vec<Person>,
    /// Reuses, drafts included.
    pub reuses: Vec<Reuse>,
    /// Topics, drafts included.
    pub topics: Vec<Topic>,
    /// APIs, drafts included.
    pub services: Vec<Service>,
    /// Free pages, drafts included.
    pub pages: Vec<Page>,
    /// Descriptors that could not be read: they have no page.
    pub unreadable: Vec<Header>,
    /// Descriptors whose slug another one has, with the source of that one. They have no page.
    pub shadowed: Vec<(Header, SourceId)>,
    /// Drafts that were left out: a reference to one of them is no mistake, and leads nowhere.
    pub drafts: BTreeSet<(Kind, Slug)>,
}

/// A described thing that is found by its slug.
pub trait Lookup {
    /// What every descriptor has.
    fn header(&self) -> &Header;
}

/// Any described thing.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A dataset.
    Dataset(Box<Dataset>),
    /// A producer.
    Organization(Box<Organization>),
    /// A person.
    Person(Box<Person>),
    /// A reuse.
    Reuse(Box<Reuse>),
    /// A topic.
    Topic(Box<Topic>),
    /// An API.
    Service(Box<Service>),
    /// A free page.
    Page(Box<Page>),
    /// A descriptor that could not be read.
    Unreadable(Box<Header>),
}

macro_rules! lookups {
    ($($kind:ident, $list:ident, $one:ident: $thing:ty;)+) => {
        $(impl Lookup for $thing {
            fn header(&self) -> &Header {
                &self.header
            }
        })+

        impl Catalog {
            $(/// The one with this slug.
            pub fn $one(&self, slug: &str) -> Option<&$thing> {
                find(&self.$list, slug).map(|at| &self.$list[at])
            })+

            /// Headers of everything readable that has a page, kind by kind, sorted by slug.
            pub fn headers(&self) -> impl Iterator<Item = &Header> {
                std::iter::empty()$(.chain(self.$list.iter().map(Lookup::header)))+
            }

            /// Puts everything in its list and settles which of two descriptors of a slug gets the
            /// page: the folder's before the file's, YAML before Markdown.
            pub fn assemble(id: Uuid, entries: Vec<Entry>) -> Self {
                let mut catalog = Self { id, ..Self::default() };
                // Datasets are large: lists that grew by doubling would have room for as many again.
                $(catalog.$list.reserve_exact(entries.iter().filter(|entry| matches!(entry, Entry::$kind(_))).count());)+
                for entry in entries {
                    match entry {
                        $(Entry::$kind(thing) => catalog.$list.push(*thing),)+
                        Entry::Unreadable(header) => catalog.unreadable.push(*header),
                    }
                }
                $(settle(&mut catalog.$list, &mut catalog.shadowed);)+
                catalog.unreadable.sort_by_key(|header| header.source);
                catalog.shadowed.sort_by_key(|(header, _)| header.source);
                catalog
            }
        }
    };
}

lookups! {
    Dataset, datasets, dataset: Dataset;
    Organization, organizations, organization: Organization;
    Page, pages, page: Page;
    Person, people, person: Person;
    Reuse, reuses, reuse: Reuse;
    Service, services, service: Service;
    Topic, topics, topic: Topic;
}

fn find<T: Lookup>(list: &[T], slug: &str) -> Option<usize> {
    list.binary_search_by(|thing| thing.header().slug.as_str().cmp(slug)).ok()
}

fn settle<T: Lookup>(list: &mut Vec<T>, shadowed: &mut Vec<(Header, SourceId)>) {
    let order = |thing: &T| (thing.header().slug.clone(), thing.header().form, thing.header().source);
    list.sort_by_cached_key(order);
    list.dedup_by(|thing, first| {
        let is_shadowed = first.header().slug == thing.header().slug;
        if is_shadowed {
            shadowed.push((thing.header().clone(), first.header().source));
        }
        is_shadowed
    });
}

impl Catalog {
    /// Where a dataset stands in [`Self::datasets`].
    pub fn dataset_index(&self, slug: &str) -> Option<DatasetIndex> {
        find(&self.datasets, slug)
    }

    /// Whether something readable of `kind` has this slug.
    pub fn has(&self, kind: Kind, slug: &str) -> bool {
        match kind {
            Kind::Dataset => self.dataset(slug).is_some(),
            Kind::Organization => self.organization(slug).is_some(),
            Kind::Page => self.page(slug).is_some(),
            Kind::Person => self.person(slug).is_some(),
            Kind::Reuse => self.reuse(slug).is_some(),
            Kind::Service => self.service(slug).is_some(),
            Kind::Site => false,
            Kind::Topic => self.topic(slug).is_some(),
        }
    }

    /// Faults of everything, with the header they belong to.
    pub fn faults(&self) -> impl Iterator<Item = (&Header, &Fault)> {
        let shadowed = self.shadowed.iter().map(|(header, _)| header);
        let all = self.headers().chain(&self.unreadable).chain(shadowed);
        all.flat_map(|header| header.faults.iter().map(move |fault| (header, fault)))
    }
}

impl Entry {
    /// What every descriptor has, to be changed.
    pub fn header_mut(&mut self) -> &mut Header {
        match self {
            Self::Dataset(thing) => &mut thing.header,
            Self::Organization(thing) => &mut thing.header,
            Self::Person(thing) => &mut thing.header,
            Self::Reuse(thing) => &mut thing.header,
            Self::Topic(thing) => &mut thing.header,
            Self::Service(thing) => &mut thing.header,
            Self::Page(thing) => &mut thing.header,
            Self::Unreadable(header) => header,
        }
    }
}
