//! The page of snapshots (`snapshots` in `snapshots.html`).

use super::{ActionView, DateView};
use serde::Serialize;

/// The snapshots of the catalogue that were published, and how to verify one.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SnapshotsView {
    /// What a snapshot is.
    pub lead: String,
    /// The newest one, where its file can be fetched.
    pub actions: Vec<ActionView>,
    /// All of them, newest first.
    pub rows: Vec<SnapshotRowView>,
    /// Ways to verify one, the newest for example.
    pub checks: Vec<SnapshotCheckView>,
}

/// A snapshot.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SnapshotRowView {
    /// The day that it shows.
    pub date: DateView,
    /// Name of its archive.
    pub file: String,
    /// Where the archive is; none when it is not where the settings say.
    pub href: Option<String>,
    /// The archive is a file of this site: the link has `download`.
    pub download: bool,
    /// Size in words.
    pub size: String,
    /// SHA-256 of the archive in hexadecimal digits.
    pub sha256: String,
}

/// A way to verify a snapshot.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SnapshotCheckView {
    /// On which system, or with which program.
    pub title: String,
    /// What it finds, or what it must print.
    pub text: String,
    /// The command.
    pub command: String,
}
