//! What the last build was made from: when that and the output are the same, there is nothing to do.

use super::error::Error;
use super::fingerprint::Fingerprint;
use super::location::Location;
use super::manifest::{Known, Manifest};
use super::record::{self, Decoder, Encoder, Loaded};
use super::walk::{self, Kind};
use super::{Options, Summary, is_left_alone};

const MAGIC: &[u8; 16] = b"etal latest   1\n";

/// The note of the last build, when it was made from the same and every file of the output is still
/// as it was left: then a build has nothing to do. Nothing is written, and no lock is taken: what is
/// seen here was true of one finished build.
pub fn unchanged(options: &Options<'_>, fingerprint: Fingerprint) -> Result<Option<String>, Error> {
    let location = Location::of(options.root, options.out)?;
    if location.state("journal").exists() {
        return Ok(None);
    }
    let path = location.state("latest");
    let Loaded::Sound(body, _) = record::load(&path, MAGIC).map_err(Error::disk(&path))? else { return Ok(None) };
    let mut decoder = Decoder(&body);
    let (Some(made_from), Some(receipt)) = (decoder.bytes::<32>(), decoder.bytes()) else { return Ok(None) };
    if made_from != fingerprint.0 {
        return Ok(None);
    }
    let path = location.state("manifest");
    match Manifest::load(&path).map_err(Error::disk(&path))? {
        Known::Files(manifest, seal) if seal == receipt && is_as_left(&location, &manifest)? => {
            Ok(decoder.text().map(str::to_owned))
        }
        _ => Ok(None),
    }
}

/// Keeps what a build was made from and a note for the next time, after it was committed.
pub fn remember(options: &Options<'_>, summary: &Summary, fingerprint: Fingerprint, note: &str) -> Result<(), Error> {
    let location = Location::of(options.root, options.out)?;
    let mut encoder = Encoder::default();
    encoder.bytes(&fingerprint.0);
    encoder.bytes(&summary.receipt);
    encoder.text(note);
    let path = location.state("latest");
    record::save(&path, MAGIC, &encoder.0).map_err(Error::disk(&path))?;
    Ok(())
}

fn is_as_left(location: &Location, manifest: &Manifest) -> Result<bool, Error> {
    let skip = |name: &str| is_left_alone(name, Some(manifest), &[]);
    let Some(found) = walk::walk(&location.out, &skip)? else { return Ok(false) };
    let pairs = || found.iter().zip(&manifest.entries);
    Ok(found.len() == manifest.entries.len()
        && pairs().all(|(found, entry)| {
            found.kind == Kind::File
                && found.path == *entry.path
                && (found.size, found.modified) == (entry.size, entry.modified)
        }))
}
