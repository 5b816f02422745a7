//! A snapshot: the whole catalogue in one folder, packed into one file. What it holds and how it is told to be whole.
//!
//! ```text
//! <site>-<date>/
//!   index.html      what this is, when, from which commit, how to verify it
//!   site/           the site, as it opens from file://
//!   source/         what it was made from: site.toml, content/, themes/
//!   licenses/       texts of the licences that datasets name
//!   remote/         remote files, when they were asked for
//!   evidence.json   what was taken from outside the descriptors
//!   manifest.json   every other file with its size and SHA-256
//!   SHA256SUMS      the same for sha256sum -c
//! ```
//!
//! In a bag (RFC 8493) `site/`, `source/`, `licenses/`, `remote/` and `evidence.json` stand below `data/`.

pub mod bag;
mod contents;
mod drafts;
mod fault;
mod heading;
mod licenses;
mod manifest;
mod mentions;
mod misfit;
pub mod remote;
mod sources;
mod start;
mod sums;
mod told;
mod verify;

pub use contents::{Contents, Damage, Found, State, is_left_behind, is_list};
pub use drafts::{Reduced, without_drafts};
pub use fault::{Fault, shown};
pub use heading::Made;
pub use licenses::{license_files, licenses};
pub use manifest::{FORMAT, FileEntry, Heading, LicenseText, Manifest, ManifestError, Quality, Remote, write_manifest};
pub use mentions::Mention;
pub use misfit::Misfit;
pub use sources::{Origin, SourceEntry, sources};
pub use start::start_page;
pub use sums::{lines, parse_lines};
pub use told::{verdict_json, verdict_text};
pub use verify::{Remark, Verdict, What, judge};

/// The start page.
pub const START: &str = "index.html";
/// The list of all files.
pub const MANIFEST: &str = "manifest.json";
/// The same for `sha256sum -c`.
pub const SUMS: &str = "SHA256SUMS";
/// What a bag has before its payload.
pub const PAYLOAD: &str = "data/";
/// Folder of the site.
pub const SITE: &str = "site";
/// Folder of what it was made from.
pub const SOURCE: &str = "source";
/// Folder of the texts of licences.
pub const LICENSES: &str = "licenses";
/// Folder of remote files.
pub const REMOTE: &str = "remote";

/// Names of files that systems put into folders without asking: told, never held against a snapshot.
pub fn is_clutter(name: &str) -> bool {
    matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini" | "ehthumbs.db") || name.starts_with("._")
}
