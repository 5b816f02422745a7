//! The JSON API: files in the shapes that data.gouv.fr serves, with what its own API lacks, and the OpenAPI document that
//! describes exactly these files.
//!
//! A dataset's file, the pages of the list and the NDJSON share one struct, and the schemas are made of the same
//! declarations as the structs: see [`shape`].

mod access;
mod codes;
mod coverage;
mod dataset;
mod list;
mod openapi;
mod organization;
mod origin;
mod parts;
mod quality;
mod refs;
mod related;
mod resource;
mod reuse;
mod service;
mod shape;
mod tables;
mod topic;
mod values;
mod view;

use std::io::{self, Write};

use self::list::{LISTS, List, Own};
use self::view::View;
use super::{Context, Entry, Exporter, Scope};
use crate::vocab::Label;

const JSON: &str = "application/json";
const NDJSON: &str = "application/x-ndjson";
const OPENAPI: &str = "application/openapi+json";

/// The part that is the OpenAPI document. Any other is a list and a page of it.
const DOCUMENT: usize = usize::MAX;
/// The page that is the whole list as NDJSON.
const LINES: usize = 0;

pub(super) static EXPORTER: Exporter = Exporter {
    id: "api",
    title: Label::new("JSON API", "API JSON"),
    about: Label::new(
        "Files in the shapes that data.gouv.fr serves, lists in pages and as NDJSON, described by an OpenAPI document. \
         For scripts and for clients written for data.gouv.fr.",
        "Des fichiers aux formes que sert data.gouv.fr, des listes en pages et en NDJSON, décrits par un document \
         OpenAPI. Pour les scripts et les clients écrits pour data.gouv.fr.",
    ),
    without_address: true,
    files,
    write,
};

fn files(context: &Context<'_>) -> Vec<Entry> {
    let entry = |path, media_type, scope, part| Entry { path, media_type, scope, part };
    let mut entries = vec![entry(String::from("api/1/openapi.json"), OPENAPI, Scope::Catalog, DOCUMENT)];
    for (number, list) in LISTS.iter().enumerate() {
        for page in 1..=list.pages(context) {
            let scope = if page == 1 { Scope::Catalog } else { Scope::Part };
            entries.push(entry(list.path(page), JSON, scope, part(number, page)));
        }
        let lines = format!("api/1/{}.ndjson", list.name);
        entries.push(entry(lines, NDJSON, Scope::Catalog, part(number, LINES)));
        if let Some(own) = &list.own {
            entries.extend((own.places)(context).iter().map(|place| own_file(context, list, own, *place, number)));
        }
    }
    entries
}

fn own_file(context: &Context<'_>, list: &List, own: &Own, place: usize, number: usize) -> Entry {
    let path = format!("api/1/{}/{}.json", list.name, (own.uuid)(context, place));
    Entry { path, media_type: JSON, scope: (own.scope)(place), part: part(number, 1) }
}

fn part(list: usize, page: usize) -> usize {
    page * LISTS.len() + list
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let view = View::at(context, &entry.path);
    if entry.part == DOCUMENT {
        return openapi::write(&view, out);
    }
    let (list, page) = (&LISTS[entry.part % LISTS.len()], entry.part / LISTS.len());
    match entry.scope {
        Scope::Catalog | Scope::Part if page == LINES => list.write_lines(&view, out),
        Scope::Catalog | Scope::Part => list.write_page(&view, page, out),
        Scope::Dataset(place)
        | Scope::Organization(place)
        | Scope::Reuse(place)
        | Scope::Topic(place)
        | Scope::Tag(place) => {
            let mut bytes = Vec::with_capacity(1 << 13);
            (list.append)(&view, place, &mut bytes);
            bytes.push(b'\n');
            out.write_all(&bytes)
        }
    }
}
