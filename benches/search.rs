//! What the search costs: making it, the bytes of a visitor's queries, what one change renames, and how well mistyped
//! words are found.
//!
//! `cargo bench --bench search -- [--count N]… [--folder CATALOGUE]…`: synthetic catalogues (1,000 and 10,000 datasets
//! by default) and catalogues on disk. Sizes are those of `gzip -9`. The machine should be quiet.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench runs programs and is read on the terminal"
)]

#[path = "../tests/suite/browser/driver.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::print_stderr, reason = "the driver of the tests")]
mod driver;
mod queries;
mod search_costs;
mod synthetic;

use std::path::{Path, PathBuf};
use std::time::Instant;

use etal::inputs::Drafts;
use etal::io::{self, Shape};
use etal::theme::Theme;

use search_costs::{browser, changes, files, typos};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

struct Silent;

impl io::Progress for Silent {
    fn read(&self, _bytes: u64) {}
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let of = |name: &str| {
        let pairs = arguments.iter().zip(arguments.iter().skip(1));
        pairs.filter(|(key, _)| *key == name).map(|(_, value)| value.clone()).collect::<Vec<_>>()
    };
    let (mut counts, folders) = (of("--count"), of("--folder"));
    if counts.is_empty() && folders.is_empty() {
        counts = vec![String::from("1000"), String::from("10000")];
    }
    for count in counts.iter().filter_map(|count| count.parse().ok()) {
        let folder = std::env::temp_dir().join(format!("etal-search-bench-{count}"));
        if !folder.exists() {
            synthetic::write(&folder, count)?;
        }
        measure(&folder);
    }
    folders.iter().map(PathBuf::from).for_each(|folder| measure(&folder));
    Ok(())
}

fn measure(folder: &Path) {
    let now = "2026-11-23".parse().expect("a date");
    let mut catalogue = io::read(folder, Shape::Catalogue, now, &Silent).expect("the catalogue is read");
    let theme = Theme::load(&std::mem::take(&mut catalogue.inputs.theme)).expect("the theme loads");
    let mut site = etal::pipeline::site(catalogue.inputs, Drafts::Left);
    println!("\n## {} datasets ({})\n", site.listed.len(), folder.display());
    let (before, start) = (peak_megabytes(), Instant::now());
    let published = etal::search::publish(&site, &theme);
    let wall = start.elapsed().as_secs_f64();
    println!("published in {wall:.2} s; peak memory {} MB, {before} MB before", peak_megabytes());
    let files = files::Files::of(&published, theme.asset("search.js").map_or(&[], |asset| &asset.bytes));
    files.print();
    files.print_queries(&site);
    typos::print(&site, &files);
    browser::print(&site, &theme, &published);
    changes::print(&mut site, &theme, &published);
}

fn peak_megabytes() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or(0) / 1000
}

/// The value below which `share` of the sorted values are.
fn quantile(sorted: &[usize], share: f64) -> f64 {
    let at = ((sorted.len() as f64 * share).ceil() as usize).clamp(1, sorted.len().max(1)) - 1;
    sorted.get(at).map_or(0.0, |value| *value as f64)
}
