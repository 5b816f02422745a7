//! `search` of `site.toml`: whether there is a search page, and how much a word counts.

use super::super::reader::Reader;
use crate::model::{Boosts, FaultKind};
use crate::source::Place;

const MAX_BOOST: f64 = 100.0;

/// `search`: `none` leaves the page out; a table has the boosts.
pub(super) fn search(reader: &mut Reader<'_>) -> (bool, Boosts) {
    if reader.get("search").is_some_and(|node| node.scalar().is_none()) {
        return (true, boosts(reader));
    }
    let wanted = match reader.string("search").as_deref() {
        None | Some("full" | "true") => true,
        Some("none" | "false" | "off") => false,
        Some(other) => {
            let place = Place::value(reader.path("search"));
            reader.fault(FaultKind::UnknownCode("search"), place, other.to_owned(), Some(String::from("none")));
            true
        }
    };
    (wanted, Boosts::default())
}

fn boosts(reader: &mut Reader<'_>) -> Boosts {
    let mut boosts = Boosts::default();
    let Some((node, path)) = reader.mapping("search") else { return boosts };
    let mut search = reader.nested(node, path);
    if let Some((node, path)) = search.mapping("boosts") {
        let mut inner = search.nested(node, path);
        let all: [(&'static str, &mut f64); 6] = [
            ("title", &mut boosts.title),
            ("tags", &mut boosts.tags),
            ("organization", &mut boosts.organization),
            ("description", &mut boosts.description),
            ("resources", &mut boosts.resources),
            ("columns", &mut boosts.columns),
        ];
        for (key, boost) in all {
            let Some(written) = inner.string(key) else { continue };
            match written.parse::<f64>() {
                Ok(number) if (0.0..=MAX_BOOST).contains(&number) => *boost = number,
                _ => {
                    let place = Place::value(inner.path(key));
                    inner.fault(FaultKind::UnknownCode("boost"), place, written, None);
                }
            }
        }
        inner.finish();
    }
    search.finish();
    boosts
}
