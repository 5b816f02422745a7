//! Tells when a file of the catalogue changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Message;
use super::http::ServeError;

/// Editors write a file in several steps: what changes within this time is one change.
const SETTLE: Duration = Duration::from_millis(120);

/// Watches what a site is made from. It lasts as long as the value that is given back.
pub(super) fn watch(root: &Path, sender: Sender<Message>) -> Result<RecommendedWatcher, ServeError> {
    let (changed, changes) = channel();
    let fault = |source| ServeError::Watch { path: root.to_owned(), source };
    // Events name whole paths, whatever the watch was given.
    let root = &root.canonicalize().map_err(|error| fault(notify::Error::io(error)))?;
    let own_root = root.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| concerns(&own_root, &event)) {
            let _ = changed.send(());
        }
    })
    .map_err(fault)?;
    watcher.watch(root, RecursiveMode::NonRecursive).map_err(fault)?;
    for folder in ["content", "themes"].map(|name| root.join(name)) {
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive).map_err(fault)?;
        }
    }
    thread::spawn(move || settle(&changes, &sender));
    Ok(watcher)
}

fn settle(changes: &Receiver<()>, sender: &Sender<Message>) {
    while changes.recv().is_ok() {
        while changes.recv_timeout(SETTLE).is_ok() {}
        if sender.send(Message::Reload).is_err() {
            return;
        }
    }
}

/// Reading is no change, and neither is what etal, git or an editor's swap file does.
fn concerns(root: &Path, event: &Event) -> bool {
    let hidden = |path: &PathBuf| {
        let below = path.strip_prefix(root).unwrap_or(path);
        below.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
    };
    let top = |path: &PathBuf| {
        let below = path.strip_prefix(root).unwrap_or(path);
        ["content", "themes", "site.toml", "evidence.json"].iter().any(|name| below.starts_with(name))
    };
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| top(path) && !hidden(path))
}
