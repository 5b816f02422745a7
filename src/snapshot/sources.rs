//! What a site was made from, as files: the folder `source/` of a snapshot.

use crate::inputs::Inputs;
use crate::source::Content;

/// A file of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceEntry {
    /// Path below the catalogue's root, `/` between names.
    pub path: String,
    /// Where its bytes are.
    pub origin: Origin,
}

/// Where the bytes of a file of the catalogue are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A text, by its place in [`Inputs::sources`].
    Text(usize),
    /// A file of the theme, by its path there.
    Theme(String),
    /// A file that was looked into: size in bytes and SHA-256.
    Seen(u64, String),
    /// A file of which only the name is known.
    Disk,
}

/// Every file that a catalogue is made from, sorted by path. `reserved` are the paths of files that belong to datasets
/// and are not read; `theme` is the name of the theme.
pub fn sources(inputs: &Inputs, theme: &str, reserved: &[String]) -> Vec<SourceEntry> {
    let texts = inputs.sources.iter().enumerate().map(|(at, file)| {
        let origin = if matches!(file.content, Content::Text(_)) { Origin::Text(at) } else { Origin::Disk };
        SourceEntry { path: file.path.clone(), origin }
    });
    let hosted = inputs.files.iter().flat_map(|(folder, files)| {
        files.iter().map(move |file| SourceEntry {
            path: format!("content/datasets/{folder}/{}", file.path),
            origin: Origin::Seen(file.size, file.sha256.clone()),
        })
    });
    let statics = inputs.statics.iter().map(|file| SourceEntry {
        path: format!("content/static/{}", file.path),
        origin: Origin::Seen(file.size, file.sha256.clone()),
    });
    let themes = inputs
        .theme
        .keys()
        .map(|below| SourceEntry { path: format!("themes/{theme}/{below}"), origin: Origin::Theme(below.clone()) });
    let reserved = reserved.iter().map(|path| SourceEntry { path: path.clone(), origin: Origin::Disk });
    let mut all: Vec<SourceEntry> = texts.chain(hosted).chain(statics).chain(themes).chain(reserved).collect();
    all.sort();
    all
}
