//! Snapshots of the catalogue, which are distributions of the catalogue itself.

use super::graph::Graph;

/// What `[[snapshots]]` of `site.toml` says of one.
pub(super) struct Snapshot {
    file: String,
    date: String,
    size: u64,
    sha256: String,
}

/// The distributions of a catalogue that have all that a snapshot needs, in the order of the file.
pub(super) fn read(graph: &Graph, catalog: &str) -> Vec<Snapshot> {
    let distributions = graph.peek(catalog, "dcat:distribution").filter_map(|term| term.node());
    distributions.filter_map(|thing| snapshot(graph, thing)).collect()
}

fn snapshot(graph: &Graph, thing: &str) -> Option<Snapshot> {
    let one = |thing: &str, property: &str| graph.peek(thing, property).next().map(|term| term.as_str().to_owned());
    let checksum = graph.peek(thing, "spdx:checksum").find_map(|term| term.node())?;
    one(checksum, "spdx:algorithm").filter(|algorithm| algorithm.ends_with("sha256"))?;
    Some(Snapshot {
        file: one(thing, "dcat:downloadURL")?,
        date: one(thing, "dct:issued")?,
        size: one(thing, "dcat:byteSize")?.parse().ok()?,
        sha256: one(checksum, "spdx:checksumValue")?,
    })
}

impl Snapshot {
    /// Its entry of `site.toml`.
    pub(super) fn toml(&self) -> String {
        let [file, date, sha256] = [&self.file, &self.date, &self.sha256].map(|text| super::site::quoted(text));
        format!("\n[[snapshots]]\nfile = {file}\ndate = {date}\nsize = {}\nsha256 = {sha256}\n", self.size)
    }
}
