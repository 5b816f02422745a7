//! The page of snapshots: what each is, where it is, and how to verify it.

use super::super::context::{Page, clean};
use super::super::views::{ActionView, SnapshotCheckView, SnapshotRowView, SnapshotsView};
use super::{Sheet, home_crumb};
use crate::model::{ListedSnapshot, SnapshotFile};
use crate::site::PageKey;

pub(super) fn sheet(page: &Page<'_>) -> Sheet {
    let rows: Vec<SnapshotRowView> = page.site.config.snapshots.iter().map(|one| row(page, one)).collect();
    let view = SnapshotsView {
        lead: page.messages.fill("snapshots.lead", &[("site", &page.site_title())]),
        actions: rows.first().and_then(|newest| latest(page, newest)).into_iter().collect(),
        checks: checks(page, rows.first().map_or("", |newest| &newest.file)),
        rows,
    };
    Sheet {
        title: page.messages.text("snapshots.heading").to_owned(),
        description: page.messages.fill("snapshots.description", &[("site", &page.site_title())]),
        crumbs: vec![home_crumb(page), page.link(&PageKey::Developers, page.messages.text("developers.heading"))],
        ..Sheet::new("snapshots.html", "snapshots", &view)
    }
}

fn row(page: &Page<'_>, snapshot: &ListedSnapshot) -> SnapshotRowView {
    let (href, download) = match &snapshot.file {
        SnapshotFile::Address(address) => (Some(address.clone()), false),
        SnapshotFile::Path(path) => (page.static_file(path), true),
    };
    let name = clean(snapshot.file.name());
    SnapshotRowView {
        date: page.date(snapshot.date),
        file: if name.is_empty() { clean(snapshot.file.as_str()) } else { name },
        href,
        download,
        size: page.messages.size(snapshot.size_bytes),
        sha256: snapshot.sha256.clone(),
    }
}

fn latest(page: &Page<'_>, newest: &SnapshotRowView) -> Option<ActionView> {
    let label = page.messages.fill("snapshots.latest", &[("date", &newest.date.text), ("size", &newest.size)]);
    let href = newest.href.clone()?;
    Some(ActionView { href, label, icon: "down", main: true, download: newest.download })
}

/// The ways to verify a file, each a command that people copy.
fn checks(page: &Page<'_>, name: &str) -> Vec<SnapshotCheckView> {
    let text = |key: &str| page.messages.text(key).to_owned();
    // A name with other signs could say more to a shell than itself.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let name = if !name.is_empty() && !name.starts_with(['-', '.']) && name.chars().all(is_plain) {
        name.to_owned()
    } else {
        text("snapshots.any_file")
    };
    let check = |title: String, text: String, command: String| SnapshotCheckView { title, text, command };
    let compare = || text("snapshots.compare");
    vec![
        check(text("snapshots.with_etal"), text("snapshots.with_etal_text"), format!("etal snapshot verify {name}")),
        check(text("snapshots.on_linux"), compare(), format!("sha256sum {name}")),
        check(text("snapshots.on_macos"), compare(), format!("shasum -a 256 {name}")),
        check(text("snapshots.on_windows"), compare(), format!("certutil -hashfile {name} SHA256")),
    ]
}

impl Page<'_> {
    /// The page of snapshots, where there are any.
    pub(in super::super) fn snapshots_link(&self) -> Option<super::super::views::LinkView> {
        let has = !self.site.config.snapshots.is_empty();
        has.then(|| self.link(&PageKey::Snapshots, self.messages.text("snapshots.heading")))
    }
}
