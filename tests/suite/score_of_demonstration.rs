//! The scores of the demonstration catalogue: every band is there to be seen.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use etal::inputs::{Drafts, Inputs};
use etal::pipeline;
use etal::score::{Verdict, find};
use etal::site::Site;

use crate::catalog::NOW;

/// The demonstration catalogue without its draft, as of the clock of the tests.
fn demonstration() -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = BTreeMap::from([(String::from("site.toml"), fs::read(root.join("site.toml")).unwrap())]);
    let mut folders = vec![root.join("content")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
    }
    pipeline::site(Inputs::from_memory(&files, NOW.parse().unwrap()), Drafts::Left)
}

/// How many datasets are in each band of a profile.
fn bands(site: &Site, id: &str) -> BTreeMap<&'static str, usize> {
    let (place, profile) = find(id).unwrap();
    let mut bands = BTreeMap::new();
    for scores in &site.scores {
        *bands.entry(scores[place].band(profile).unwrap().id).or_default() += 1;
    }
    bands
}

#[test]
fn every_band_of_the_six_criteria_is_there_to_be_seen() {
    let site = demonstration();
    let expected = [("solid", 22), ("fair", 4), ("fragile", 4), ("to-mend", 6)];
    assert_eq!(bands(&site, "six-criteria"), BTreeMap::from(expected));
    assert_eq!(bands(&site, "data-gouv"), BTreeMap::from([("good", 32), ("to-improve", 4)]));
}

#[test]
fn every_lost_point_of_the_demonstration_has_evidence() {
    let site = demonstration();
    for (dataset, scores) in site.scores.iter().enumerate() {
        for judged in scores.iter().flat_map(|score| &score.judged).filter(|judged| judged.verdict == Verdict::Failed) {
            let finding = site.evidence(dataset, judged);
            assert!(finding.is_some_and(|finding| !finding.action("fr").is_empty()), "{judged:?}");
        }
    }
}
