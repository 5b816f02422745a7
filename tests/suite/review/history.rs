//! A history of some hundred commits with everything that happens to datasets, each commit reviewed.

use std::collections::{BTreeMap, BTreeSet};

use etal::review::{Breakage, Fate};

use super::reviewed;
use crate::catalog::SITE;
use crate::project::Project;

/// Commits on the main line; some of them merge others.
const COMMITS: usize = 240;

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Listed,
    Draft,
    Archived,
    Retired,
}

/// A dataset as it should be.
#[derive(Clone)]
struct Known {
    /// Its file's name.
    name: String,
    has_id: bool,
    state: State,
    version: usize,
    redirects: Vec<String>,
}

/// What a review should tell.
#[derive(Debug, Default, PartialEq)]
struct Expected {
    /// By number of the dataset.
    fates: BTreeMap<usize, Fate>,
    drafts: usize,
    pages: usize,
    identities: usize,
}

struct History {
    project: Project,
    chance: Chance,
    datasets: BTreeMap<usize, Known>,
    next: usize,
    time: i64,
}

impl History {
    fn path(name: &str) -> String {
        format!("content/datasets/{name}.yaml")
    }

    fn write(&self, number: usize) {
        let one = &self.datasets[&number];
        let mut text = String::new();
        if one.has_id {
            text.push_str(&format!("id: 3f1f0c1e-0b43-4d0a-9d3f-{number:012x}\n"));
        }
        text.push_str(&format!("title: D{number} in its version {}\n", one.version));
        for line in 0..12 {
            text.push_str(&format!("extras_{number}_{line}: value {} of {number}\n", line * number));
        }
        text.push_str(match one.state {
            State::Listed => "",
            State::Draft => "private: true\n",
            State::Archived => "archived: 2026-01-02\n",
            State::Retired => "retired: { date: 2026-01-02, reason: old }\n",
        });
        if !one.redirects.is_empty() {
            text.push_str(&format!("redirects: [{}]\n", one.redirects.join(", ")));
        }
        self.project.write(&Self::path(&one.name), text);
    }

    fn add(&mut self, expected: &mut Expected) {
        let number = self.next;
        self.next += 1;
        let name = match number % 4 {
            0 => format!("données-{number}-été"),
            1 => format!("d {number}"),
            _ => format!("d{number}"),
        };
        let (state, fate) = match self.chance.below(6) {
            0 => (State::Draft, None),
            _ => (State::Listed, Some(Fate::Added)),
        };
        let has_id = self.chance.below(4) > 0;
        self.datasets.insert(number, Known { name, has_id, state, version: 0, redirects: Vec::new() });
        self.write(number);
        match fate {
            Some(fate) => drop(expected.fates.insert(number, fate)),
            None => expected.drafts += 1,
        }
    }

    /// Changes one dataset of `free`, which loses it.
    fn change(&mut self, free: &mut BTreeSet<usize>, expected: &mut Expected, may_delete: bool) {
        let all: Vec<usize> = free.iter().copied().collect();
        let Some(number) = (!all.is_empty()).then(|| all[self.chance.below(all.len())]) else { return };
        free.remove(&number);
        let mut one = self.datasets[&number].clone();
        let was = one.state;
        let old = one.name.clone();
        let fate = match self.chance.below(8) {
            0 if may_delete => return self.delete(number, expected),
            1 => {
                // Files that take each other's name are another story than this one tells.
                one.name = format!("r{}-{number}", self.time);
                let says = self.chance.below(2) == 0;
                if says {
                    one.redirects.push(etal::slug::Slug::from_text(&old).as_str().to_owned());
                }
                expected.identities += usize::from(was != State::Draft && !one.has_id);
                expected.pages += usize::from(was != State::Draft && !says);
                std::fs::remove_file(self.project.path(&Self::path(&old))).unwrap();
                Fate::Renamed
            }
            2 if was == State::Listed => {
                one.state = State::Draft;
                expected.pages += 1;
                Fate::Hidden
            }
            3 if was == State::Listed => {
                one.state = State::Archived;
                Fate::Archived
            }
            4 if was == State::Listed => {
                one.state = State::Retired;
                Fate::Retired
            }
            5 if was == State::Draft => {
                one.state = State::Listed;
                Fate::Added
            }
            6 if matches!(was, State::Archived | State::Retired) => {
                one.state = State::Listed;
                Fate::Restored
            }
            _ => {
                one.version += 1;
                Fate::Changed
            }
        };
        let state = one.state;
        self.datasets.insert(number, one);
        self.write(number);
        match (was, state) {
            (State::Draft, State::Draft) => expected.drafts += 1,
            _ => drop(expected.fates.insert(number, fate)),
        }
    }

    fn delete(&mut self, number: usize, expected: &mut Expected) {
        let one = self.datasets.remove(&number).unwrap();
        std::fs::remove_file(self.project.path(&Self::path(&one.name))).unwrap();
        match one.state {
            State::Draft => expected.drafts += 1,
            _ => {
                expected.pages += 1;
                expected.fates.insert(number, Fate::Deleted);
            }
        }
    }

    /// Something on the line that is checked out; gives what the review of it should tell.
    fn step(&mut self, free: &mut BTreeSet<usize>, expected: &mut Expected) {
        self.time += 60;
        // Something else always changes too, which is no business of readers.
        self.project.write(&format!("notes/{}.txt", self.time), "x\n");
        match self.chance.below(5) {
            // A descriptor without an identity that goes while another comes: git may take it for renamed.
            0 => self.change(free, expected, true),
            1 | 2 => self.add(expected),
            _ => (0..3).for_each(|_| self.change(free, expected, false)),
        }
        self.project.commit(self.time);
    }
}

#[track_caller]
fn judge(history: &History, base: &str, head: &str, expected: &Expected) {
    let review = reviewed(&history.project, base, Some(head), None, "en");
    let number = |title: &str| title[1..].split(' ').next().unwrap().parse::<usize>().unwrap();
    let breaks = |what| review.breaks.iter().filter(|one| one.what == what).count();
    let found = Expected {
        fates: review.datasets.iter().map(|one| (number(&one.title), one.fate)).collect(),
        drafts: review.drafts.len(),
        pages: breaks(Breakage::Page),
        identities: breaks(Breakage::Identity),
    };
    assert_eq!(found, *expected, "{base}..{head}: {:?}", review.breaks);
    assert!(review.others.is_empty());
}

#[test]
fn every_commit_of_a_long_history_is_told_as_it_was_made() {
    let project = Project::empty()
        .file("site.toml", SITE)
        .file("content/datasets/first.yaml", "title: D0 first\nprivate: true\n");
    project.git(0, &["init", "--quiet"]).commit(100);
    let mut history = History { project, chance: Chance(20_261_126), datasets: BTreeMap::new(), next: 1, time: 1000 };
    let (mut fates, mut merges) = (BTreeSet::new(), 0);
    for commit in 0..COMMITS {
        let mut free: BTreeSet<usize> = history.datasets.keys().copied().collect();
        let mut expected = Expected::default();
        if commit % 10 == 9 {
            // Two lines change different datasets; the merge brings what the other line did.
            history.project.git(history.time, &["checkout", "--quiet", "-b", &format!("branche-{commit}-é")]);
            history.step(&mut free, &mut expected);
            history.project.git(history.time, &["checkout", "--quiet", "main"]);
            history.project.write("README.md", format!("{commit}\n"));
            history.project.commit(history.time + 1);
            let merge = ["merge", "--quiet", "--no-ff", "--message", "m", &format!("branche-{commit}-é")];
            history.project.git(history.time + 2, &merge);
            judge(&history, "main^1", &format!("branche-{commit}-é"), &expected);
            merges += 1;
        } else {
            history.step(&mut free, &mut expected);
        }
        judge(&history, "HEAD^1", "HEAD", &expected);
        fates.extend(expected.fates.into_values());
    }
    assert!(merges == COMMITS / 10 && fates.len() == 8, "{fates:?}");
    shallow(&history);
}

/// A clone that lacks the base says so; one that has it tells the same as the whole repository.
fn shallow(history: &History) {
    let source = format!("file://{}", history.project.path(".").canonicalize().unwrap().display());
    let clone = Project::empty();
    clone.git(0, &["clone", "--quiet", "--depth", "5", &source, "."]);
    let told = clone.run(&["review", "--base", "HEAD~2", "--format", "json", "--quiet"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    let whole = history.project.run(&["review", "--base", "HEAD~2", "--format", "json", "--quiet"]);
    let fates = |text: &str| {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        value["datasets"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["slug"].to_string(), one["fate"].to_string()))
            .collect::<Vec<_>>()
    };
    assert_eq!(fates(&told.out), fates(&whole.out));
    let old = clone.run(&["review", "--base", "HEAD~50", "--lang", "en"]);
    assert_eq!(old.code, Some(2));
    assert!(old.err.contains("no commit is called `HEAD~50` here") && old.err.contains("--unshallow"), "{}", old.err);
}
