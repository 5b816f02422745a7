//! What the search costs: making it, and the bytes a visitor's query needs.
//!
//! `cargo bench --bench search -- [FOLDER…]`; without a folder synthetic catalogues of 1,000 and 10,000
//! datasets (`--count N` for others). The machine should be quiet.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench runs programs and is read on the terminal"
)]

mod synthetic;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use etal::inputs::Drafts;
use etal::io::{self, Shape};
use etal::search::Published;
use etal::site::Site;
use etal::theme::Theme;
use flate2::Compression;
use flate2::write::GzEncoder;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

struct Silent;

impl io::Progress for Silent {
    fn read(&self, _bytes: u64) {}
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    for folder in arguments.iter().map(PathBuf::from) {
        measure(&folder);
    }
}

fn measure(folder: &Path) {
    let now = "2026-11-23".parse().expect("a date");
    let start = Instant::now();
    let mut catalogue = io::read(folder, Shape::Catalogue, now, &Silent).expect("the catalogue is read");
    let theme = Theme::load(&std::mem::take(&mut catalogue.inputs.theme)).expect("the theme loads");
    let site = etal::pipeline::site(catalogue.inputs, Drafts::Left);
    println!("{}: {} datasets, read in {:.2?}", folder.display(), site.listed.len(), start.elapsed());
    println!("peak {} MB", peak());
    let start = Instant::now();
    let published = publish(&site, &theme);
    println!("published in {:.2?}; peak {} MB", start.elapsed(), peak());
    sizes(&published);
}

fn peak() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or(0) / 1000
}

fn publish(site: &Site, theme: &Theme) -> Published {
    etal::search::publish(site, theme)
}

fn sizes(published: &Published) {
    let mut kinds: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for shard in &published.shards {
        let kind = shard.path.split('/').nth(1).unwrap_or("");
        let entry = kinds.entry(kind).or_default();
        if kind == "columns" {
            let text = String::from_utf8_lossy(&shard.bytes);
            println!(
                "   {:7.1} KB {}",
                compressed(&shard.bytes) as f64 / 1e3,
                text.chars().take(120).collect::<String>()
            );
        }
        entry.0 += 1;
        entry.1 += shard.bytes.len();
        entry.2 += compressed(&shard.bytes);
    }
    for (kind, (files, bytes, small)) in kinds {
        println!(
            "{kind:10} {files:6} files {:9.1} KB, gzip {:9.1} KB, {:6.1} KB a file",
            bytes as f64 / 1e3,
            small as f64 / 1e3,
            small as f64 / 1e3 / files as f64
        );
    }
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written").len()
}
