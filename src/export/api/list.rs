//! The lists of the API: what each holds, and how a page of one or all of it is written.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::dataset::Dataset;
use super::organization::Organization;
use super::quality::{DatasetScores, Scores};
use super::reuse::Reuse;
use super::service::Dataservice;
use super::shape::{Schemas, Shape, object};
use super::tables::{self, Frequency, Granularity, License, Tag};
use super::topic::Topic;
use super::values::Address;
use super::view::View;
use crate::export::{Context, Scope};
use crate::site::FacetKind;
use crate::vocab::{frequency, granularity};

/// Things on a page of a list.
pub(super) const PAGE_SIZE: usize = 100;

/// Bytes that are kept before they are written.
const BUFFER: usize = 1 << 16;

/// A list of the API.
pub(super) struct List {
    /// Its name in addresses.
    pub(super) name: &'static str,
    /// What it holds.
    pub(super) about: &'static str,
    /// Whether it is cut into pages; the others are arrays, as those of data.gouv.fr are.
    pub(super) is_paged: bool,
    /// The places of its things, in its order.
    pub(super) places: for<'c> fn(&'c Context<'_>) -> Cow<'c, [usize]>,
    /// Where its things have a file each.
    pub(super) own: Option<Own>,
    /// Appends the JSON of a thing.
    pub(super) append: fn(&View<'_, '_>, usize, &mut Vec<u8>),
    /// The schema of a thing.
    pub(super) shape: fn(&mut Schemas) -> Value,
}

/// The files of the things of a list.
pub(super) struct Own {
    /// The places of the things that have one.
    pub(super) places: for<'c> fn(&'c Context<'_>) -> Cow<'c, [usize]>,
    /// The UUID of a thing, which names its file.
    pub(super) uuid: fn(&Context<'_>, usize) -> Uuid,
    /// What the file is about.
    pub(super) scope: fn(usize) -> Scope,
}

/// All lists.
pub(super) static LISTS: &[List] = &[
    List {
        name: "datasets",
        about: "Datasets that are neither archived nor retired, by slug",
        is_paged: true,
        places: |context| Cow::Borrowed(context.listed_places()),
        own: Some(Own {
            places: |context| Cow::Borrowed(context.published_places()),
            uuid: |context, place| context.site.catalog.datasets[place].header.identity.uuid,
            scope: Scope::Dataset,
        }),
        append: |view, place, out| append(&Dataset::new(view, place), out),
        shape: Dataset::shape,
    },
    List {
        name: "organizations",
        about: "Organisations, by slug",
        is_paged: true,
        places: |context| up_to(context.site.facet(FacetKind::Organization).values.len()),
        own: Some(Own {
            places: |context| up_to(context.site.facet(FacetKind::Organization).values.len()),
            uuid: |context, place| {
                context.organization_uuid(&context.site.facet(FacetKind::Organization).values[place].id)
            },
            scope: Scope::Organization,
        }),
        append: |view, place, out| append(&Organization::new(view, place), out),
        shape: Organization::shape,
    },
    List {
        name: "reuses",
        about: "Reuses, by slug",
        is_paged: true,
        places: reuses,
        own: Some(Own {
            places: reuses,
            uuid: |context, place| context.site.catalog.reuses[place].header.identity.uuid,
            scope: Scope::Reuse,
        }),
        append: |view, place, out| append(&Reuse::new(view, place), out),
        shape: Reuse::shape,
    },
    List {
        name: "topics",
        about: "Topics, by slug",
        is_paged: true,
        places: topics,
        own: Some(Own {
            places: topics,
            uuid: |context, place| context.site.catalog.topics[place].header.identity.uuid,
            scope: Scope::Topic,
        }),
        append: |view, place, out| append(&Topic::new(view, place), out),
        shape: Topic::shape,
    },
    List {
        name: "services",
        about: "APIs, by slug",
        is_paged: true,
        places: |context| {
            let services = context.site.catalog.services.iter().enumerate();
            services.filter(|(_, service)| !service.private).map(|(place, _)| place).collect()
        },
        own: None,
        append: |view, place, out| append(&Dataservice::new(view, place), out),
        shape: Dataservice::shape,
    },
    List {
        name: "tags",
        about: "Keywords of the listed datasets, by slug",
        is_paged: true,
        places: |context| up_to(context.site.facet(FacetKind::Tag).values.len()),
        own: None,
        append: |view, place, out| append(&Tag::new(view, place), out),
        shape: Tag::shape,
    },
    List {
        name: "quality",
        about: "Scores of every dataset in every profile, archived and retired ones included, by slug",
        is_paged: true,
        places: |context| Cow::Borrowed(context.published_places()),
        own: None,
        append: |view, place, out| {
            let slug = view.context.site.catalog.datasets[place].slug();
            let scores = Scores(&view.context.site.scores[place]);
            if let Some(dataset) = view.dataset_reference(slug) {
                append(&DatasetScores { dataset, scores }, out);
            }
        },
        shape: DatasetScores::shape,
    },
    List {
        name: "licenses",
        about: "Licences that are understood",
        is_paged: false,
        places: |_| up_to(tables::licenses()),
        own: None,
        append: |view, place, out| append(&License::new(view, place), out),
        shape: License::shape,
    },
    List {
        name: "frequencies",
        about: "Frequencies of updates, from the shortest to the longest",
        is_paged: false,
        places: |_| up_to(frequency::ALL.len()),
        own: None,
        append: |view, place, out| append(&Frequency::new(view, place), out),
        shape: Frequency::shape,
    },
    List {
        name: "granularities",
        about: "Spatial granularities, from the widest to the finest",
        is_paged: false,
        places: |_| up_to(granularity::GRANULARITIES.terms.len()),
        own: None,
        append: |view, place, out| append(&Granularity::new(view, place), out),
        shape: Granularity::shape,
    },
];

object! {
    /// Where a page stands in its list.
    Paging {
        /// The number of this page, from 1.
        page: usize,
        /// Things on a page, but for the last.
        page_size: usize,
        /// Things in the list.
        total: usize,
        /// The next page; null on the last.
        next_page: Option<Address>,
        /// The page before; null on the first.
        previous_page: Option<Address>,
    }
}

fn up_to<'c>(count: usize) -> Cow<'c, [usize]> {
    (0..count).collect()
}

fn reuses<'c>(context: &'c Context<'_>) -> Cow<'c, [usize]> {
    let reuses = context.site.catalog.reuses.iter().enumerate();
    reuses.filter(|(_, reuse)| !reuse.private).map(|(place, _)| place).collect()
}

fn topics<'c>(context: &'c Context<'_>) -> Cow<'c, [usize]> {
    let topics = context.site.catalog.topics.iter().enumerate();
    topics.filter(|(_, topic)| !topic.private).map(|(place, _)| place).collect()
}

fn append(thing: &impl Serialize, out: &mut Vec<u8>) {
    serde_json::to_writer(out, thing).expect("internal error: memory takes all bytes");
}

impl List {
    /// How many pages it has; one at least.
    pub(super) fn pages(&self, context: &Context<'_>) -> usize {
        if self.is_paged { (self.places)(context).len().div_ceil(PAGE_SIZE).max(1) } else { 1 }
    }

    /// The path of a page, from 1.
    pub(super) fn path(&self, page: usize) -> String {
        let name = self.name;
        if page == 1 { format!("api/1/{name}.json") } else { format!("api/1/{name}/page-{page}.json") }
    }

    /// Writes a page, from 1.
    pub(super) fn write_page(&self, view: &View<'_, '_>, page: usize, out: &mut dyn Write) -> io::Result<()> {
        let places = (self.places)(view.context);
        if !self.is_paged {
            out.write_all(b"[")?;
            self.write_things(view, &places, b",", out)?;
            return out.write_all(b"]\n");
        }
        let shown = places.chunks(PAGE_SIZE).nth(page - 1).unwrap_or_default();
        out.write_all(b"{\"data\":[")?;
        self.write_things(view, shown, b",", out)?;
        let mut rest = Vec::new();
        append(&self.paging(view, page, places.len()), &mut rest);
        rest[0] = b',';
        out.write_all(b"]")?;
        out.write_all(&rest)?;
        out.write_all(b"\n")
    }

    fn paging(&self, view: &View<'_, '_>, page: usize, total: usize) -> Paging {
        let next = (page * PAGE_SIZE < total).then(|| view.file(&self.path(page + 1)));
        let previous = (page > 1).then(|| view.file(&self.path(page - 1)));
        Paging { page, page_size: PAGE_SIZE, total, next_page: next, previous_page: previous }
    }

    /// Writes all of it, a thing on each line.
    pub(super) fn write_lines(&self, view: &View<'_, '_>, out: &mut dyn Write) -> io::Result<()> {
        let places = (self.places)(view.context);
        self.write_things(view, &places, b"\n", out)?;
        if places.is_empty() { Ok(()) } else { out.write_all(b"\n") }
    }

    fn write_things(
        &self,
        view: &View<'_, '_>,
        places: &[usize],
        separator: &[u8],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut buffer = Vec::with_capacity(BUFFER * 2);
        for (at, place) in places.iter().enumerate() {
            if at > 0 {
                buffer.extend_from_slice(separator);
            }
            (self.append)(view, *place, &mut buffer);
            if buffer.len() >= BUFFER {
                out.write_all(&buffer)?;
                buffer.clear();
            }
        }
        out.write_all(&buffer)
    }
}
