//! Files in the output that etal did not write: a build stops before them, and removes them only
//! when it was told to after having named them.

use std::collections::BTreeSet;

use super::error::{Error, Foreign};
use super::location::Location;
use super::manifest::{Manifest, below};
use super::record::{self, Decoder, Encoder, Loaded};
use super::walk::{Found, Kind};

const MAGIC: &[u8; 16] = b"etal strangers1\n";

/// Files in the output that the last build did not write, sorted.
#[derive(Debug, Default)]
pub(super) struct Strangers<'a> {
    /// Nothing will be written there.
    pub(super) outside: Vec<&'a str>,
    /// A file of the plan will stand there. Only another content makes them strangers.
    pub(super) inside: Vec<&'a str>,
}

/// Tells strangers from files of the last build. `plan` is sorted.
pub(super) fn strangers<'a>(found: &'a [Found], manifest: Option<&Manifest>, plan: &[&str]) -> Strangers<'a> {
    let mut strangers = Strangers::default();
    for one in found {
        let path = one.path.as_str();
        if manifest.is_some_and(|manifest| is_ours(one, manifest, plan)) {
            continue;
        }
        match plan.binary_search(&path) {
            Ok(_) => strangers.inside.push(path),
            Err(_) => strangers.outside.push(path),
        }
    }
    strangers
}

/// Listed, or a link that took the place of one of our files or folders: a link holds nothing that
/// could be lost.
fn is_ours(found: &Found, manifest: &Manifest, plan: &[&str]) -> bool {
    let path = found.path.as_str();
    let is_link = found.kind == Kind::Link;
    manifest.get(path).is_some()
        || is_link && (manifest.has_folder(path) || plan.binary_search(&path).is_ok() || has_folder(plan, path))
}

/// Whether sorted paths have some below a folder.
pub(super) fn has_folder(plan: &[&str], folder: &str) -> bool {
    let from = plan.partition_point(|path| below(path, folder).is_lt());
    plan.get(from).is_some_and(|path| below(path, folder).is_eq())
}

/// Whether what must go may go: there is nothing, or it was named before and its removal is asked.
/// Else names it, for next time.
pub(super) fn permit(location: &Location, strangers: &[&str], adopt: bool) -> Result<(), Error> {
    if strangers.is_empty() || adopt && is_named(location, strangers)? {
        return Ok(());
    }
    let path = location.state("strangers");
    let mut encoder = Encoder::default();
    encoder.texts(strangers);
    record::save(&path, MAGIC, &encoder.0).map_err(Error::disk(&path))?;
    let paths = strangers.iter().map(|&path| path.to_owned()).collect();
    Err(Error::Foreign(Foreign { out: location.out.clone(), paths, adopt }))
}

fn is_named(location: &Location, strangers: &[&str]) -> Result<bool, Error> {
    let path = location.state("strangers");
    let Loaded::Sound(body, _) = record::load(&path, MAGIC).map_err(Error::disk(&path))? else { return Ok(false) };
    let named: BTreeSet<String> = Decoder(&body).texts().unwrap_or_default().into_iter().collect();
    Ok(strangers.iter().all(|stranger| named.contains(*stranger)))
}
