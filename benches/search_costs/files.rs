//! Sizes of the published files, and of what queries fetch of them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Write as _;

use etal::search::Published;
use etal::search::read::{Question, Reader};
use etal::site::Site;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::quantile;
use crate::queries::{Kind, queries};

/// The files of a search with their sizes.
pub(crate) struct Files<'p> {
    published: &'p Published,
    by_path: BTreeMap<&'p str, &'p [u8]>,
    sizes: RefCell<BTreeMap<String, usize>>,
    runtime: usize,
}

/// Kinds that answer what a query asks; the others show or count.
const INDEX: [&str; 6] = ["terms", "postings", "starts", "endings", "reversed", "tags"];

impl<'p> Files<'p> {
    pub(crate) fn of(published: &'p Published, runtime: &[u8]) -> Self {
        Self {
            published,
            by_path: published.shards.iter().map(|shard| (shard.path.as_str(), shard.bytes.as_slice())).collect(),
            sizes: RefCell::default(),
            runtime: compressed(runtime),
        }
    }

    /// Opens the search as a reader that knows nothing yet.
    pub(crate) fn reader(&self) -> Reader<'_> {
        let entry = self.published.entry.as_deref().expect("the site has a search");
        let fetch = |path: &str| {
            let bytes = self.by_path.get(path).copied().unwrap_or_default();
            Ok(String::from_utf8_lossy(bytes).into_owned())
        };
        Reader::open(entry, None, fetch).expect("the search opens")
    }

    fn size(&self, name: &str) -> usize {
        let path = format!("search/{name}.js");
        let bytes = self.by_path.get(path.as_str()).copied().unwrap_or_default();
        *self.sizes.borrow_mut().entry(path).or_insert_with(|| compressed(bytes))
    }

    /// Prints what there is of each kind.
    pub(crate) fn print(&self) {
        println!("\n| kind | files | KB | KB gzip | KB gzip a file |\n|---|---|---|---|---|");
        let mut kinds: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
        for (path, bytes) in &self.by_path {
            let name = path.trim_start_matches("search/").trim_end_matches(".js");
            let kind = name.split('/').next().unwrap_or("");
            let is_tags = kind == "columns" && bytes.windows(9).any(|window| window == b"\"lists\":[");
            let entry = kinds.entry(if is_tags { "columns: tag" } else { kind }).or_default();
            *entry = (entry.0 + 1, entry.1 + bytes.len(), entry.2 + self.size(name));
        }
        for (kind, (files, bytes, small)) in kinds {
            let [bytes, small] = [bytes, small].map(|bytes| bytes as f64 / 1e3);
            println!("| {kind} | {files} | {bytes:.1} | {small:.1} | {:.1} |", small / files as f64);
        }
        println!("| script | 1 | | {:.1} | |", self.runtime as f64 / 1e3);
    }

    /// Prints what queries fetch: the first one of a visit with its ten cards, and what a later one needs of the index.
    pub(crate) fn print_queries(&self, site: &Site) {
        println!(
            "\n| queries | first, KB gzip p50 | p95 | index only p50 | p95 | files of the index p95 |\n|---|---|---|---|---|---|"
        );
        for (kind, name) in [
            (Kind::Words, "whole words"),
            (Kind::Folded, "without accents"),
            (Kind::Begun, "last word begun"),
            (Kind::Mistyped, "mistyped"),
            (Kind::Operators, "operators"),
            (Kind::Filtered, "filters"),
        ] {
            let (mut first, mut index, mut files) = (Vec::new(), Vec::new(), Vec::new());
            for asked in queries(site, kind, 300) {
                let reader = self.reader();
                let mut question = Question { text: asked.text, page: 1, size: 10, ..Question::default() };
                for (facet, value) in asked.filters {
                    question.filters.entry(facet.to_owned()).or_default().push(value);
                }
                reader.search(&question).expect("the search answers");
                let fetched = reader.fetched();
                let of_index: Vec<&String> =
                    fetched.iter().filter(|name| INDEX.contains(&name.split('/').next().unwrap_or(""))).collect();
                index.push(of_index.iter().map(|name| self.size(name)).sum::<usize>());
                files.push(of_index.len());
                let labels = fetched.iter().filter(|name| name.starts_with("labels/")).count();
                let labels = if labels == 0 { self.labels() } else { 0 };
                first.push(self.runtime + labels + fetched.iter().map(|name| self.size(name)).sum::<usize>());
            }
            [&mut first, &mut index, &mut files].into_iter().for_each(|sizes| sizes.sort_unstable());
            let kb = |sizes: &[usize], share| quantile(sizes, share) / 1e3;
            println!(
                "| {name} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} |",
                kb(&first, 0.5),
                kb(&first, 0.95),
                kb(&index, 0.5),
                kb(&index, 0.95),
                quantile(&files, 0.95)
            );
        }
    }

    /// The labels, which the page always loads.
    fn labels(&self) -> usize {
        let labels = self.by_path.keys().find(|path| path.starts_with("search/labels/"));
        labels.map_or(0, |path| self.size(path.trim_start_matches("search/").trim_end_matches(".js")))
    }
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written").len()
}
