//! Scores against cases computed by hand, and what holds for all profiles.

use etal::finding::Severity;
use etal::inputs::{Drafts, Inputs};
use etal::model::INTEROPERABILITY_POINTS;
use etal::pipeline;
use etal::rules::{self, History, RULES};
use etal::score::{PROFILES, Profile, Score, Verdict, find};
use etal::site::Site;

use crate::catalog::{NOW, files, site};

/// A descriptor that loses nothing, part by part.
const PARTS: &[(&str, &str)] = &[
    ("title", "title: Trees of the town\n"),
    (
        "description",
        "description: Every tree of the avenues and parks, with its species, its girth in centimetres and the year \
         it was planted. Counted each winter by the gardeners.\n",
    ),
    ("license", "license: etalab-2.0\n"),
    ("frequency", "frequency: annual\n"),
    ("tags", "tags: [trees, parks, nature, gardens]\n"),
    ("temporal_coverage", "temporal_coverage: \"2019/..\"\n"),
    ("spatial", "spatial: { zones: [\"fr:departement:35\"], granularity: poi }\n"),
    ("themes", "themes: [ENVI]\n"),
    ("organization", "organization: town\n"),
    ("contact", "contact_points: [{ name: Gardens, email: gardens@town.example }]\n"),
    ("access", "access: open\n"),
    ("created", "created: 2019-03-05\n"),
    ("modified", "modified: 2026-10-31\n"),
    ("archived", ""),
    ("resources", HOSTED),
];

const HOSTED: &str = "resources:\n  - { path: trees.csv, description: One line for each tree. }\n";
const REMOTE: &str =
    "resources:\n  - { url: https://data.example/trees.csv, size: 9, description: One line for each tree. }\n";
const BROKEN: &str = "resources:\n  - url: https://data.example/trees.csv\n    size: 9\n    description: One line for \
                      each tree.\n    extras: { \"check:available\": false }\n";
const ANSWERED: &str = "resources:\n  - url: https://data.example/trees.csv\n    size: 9\n    description: One line \
                        for each tree.\n    extras: { \"check:available\": true }\n";
const NONE: &str = "";

/// The catalogue of [`PARTS`] with some of them replaced.
fn but(changes: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (part, usual) in PARTS {
        let change = changes.iter().find(|(changed, _)| changed == part);
        text.push_str(change.map_or(usual, |(_, change)| change));
    }
    assert!(changes.iter().all(|(changed, _)| PARTS.iter().any(|(part, _)| part == changed)));
    text + "==> content/datasets/example/trees.csv <==\nspecies,girth\nlime,120\n==> content/organizations/town.yaml \
            <==\nname: Town\n"
}

fn profile(id: &str) -> &'static Profile {
    find(id).unwrap().1
}

fn score<'a>(site: &'a Site, id: &str) -> &'a Score {
    let dataset = site.catalog.dataset_index("example").unwrap();
    &site.scores[dataset][find(id).unwrap().0]
}

/// A sign for each criterion (`+` passed, `-` failed, `?` unknown, `.` not applicable) with a blank
/// between dimensions, points over measurable points, and the band.
fn summary(site: &Site, id: &str) -> String {
    let score = score(site, id);
    let sign = |verdict| match verdict {
        Verdict::Passed => '+',
        Verdict::Failed => '-',
        Verdict::Unknown => '?',
        Verdict::NotApplicable => '.',
    };
    let profile = profile(id);
    let mut signs = String::new();
    for (at, judged) in score.judged.iter().enumerate() {
        if at > 0 && profile.criteria[at].dimension != profile.criteria[at - 1].dimension {
            signs.push(' ');
        }
        signs.push(sign(judged.verdict));
    }
    let band = score.band(profile).map_or("none", |band| band.id);
    format!("{signs} {}/{} {band}", score.points, score.measurable)
}

#[track_caller]
fn case(id: &str, changes: &[(&str, &str)], expected: &str) {
    assert_eq!(summary(&site(&but(changes)), id), expected);
}

/// The site of an example on another day.
fn site_on(example: &str, now: &str) -> Site {
    pipeline::site(Inputs::from_memory(&files(example), now.parse().unwrap()), Drafts::Kept)
}

// Signs: description, keywords, open format, discussions, up to date, files within reach.

#[test]
fn six_criteria_give_two_points_each() {
    case("six-criteria", &[], "+++.++ 10/10 solid");
    case("six-criteria", &[("description", "description: Trees.\n")], "-++.++ 8/10 fair");
    case("six-criteria", &[("description", NONE), ("tags", "tags: [a1, b1, c1]\n")], "--+.++ 6/10 fair");
    let pdf = "resources:\n  - { path: trees.csv, format: pdf }\n";
    case("six-criteria", &[("resources", pdf)], "++-.++ 6/10 fair");
}

#[test]
fn six_criteria_leave_out_what_was_never_measured() {
    case("six-criteria", &[("resources", REMOTE)], "+++.+? 8/8 solid");
    case("six-criteria", &[("modified", NONE)], "+++.?+ 8/8 solid");
    case("six-criteria", &[("resources", REMOTE), ("tags", NONE)], "+-+.+? 6/8 fair");
    assert_eq!(score(&site(&but(&[("resources", REMOTE)])), "six-criteria").unknown, 2);
}

#[test]
fn six_criteria_take_points_off_for_closed_late_and_broken() {
    case("six-criteria", &[("resources", BROKEN)], "+++.+- 6/10 fair");
    case("six-criteria", &[("resources", "resources:\n  - { path: absent.csv }\n")], "+++.+- 6/10 fair");
    case("six-criteria", &[("modified", "modified: 2024-01-31\n")], "+++.-+ 6/10 fair");
    let late_and_broken = [("modified", "modified: 2024-01-31\n"), ("resources", BROKEN)];
    case("six-criteria", &late_and_broken, "+++.-- 2/10 to-mend");
    let closed = BROKEN.replace("trees.csv", "trees.pdf");
    let worst = [
        ("description", NONE),
        ("tags", "tags: [trees]\n"),
        ("modified", "modified: 2024\n"),
        ("resources", closed.as_str()),
    ];
    case("six-criteria", &worst, "---.-- 0/10 to-mend");
}

#[test]
fn six_criteria_take_nothing_off_for_what_is_absent() {
    case("six-criteria", &[("frequency", NONE)], "+++.-+ 8/10 fair");
    case("six-criteria", &[("frequency", "frequency: unknown\n")], "+++.-+ 8/10 fair");
    case("six-criteria", &[("resources", NONE)], "++-.+- 6/10 fair");
}

#[test]
fn six_criteria_judge_only_what_applies() {
    case("six-criteria", &[("frequency", "frequency: irregular\n")], "+++..+ 8/8 solid");
    let archived = [("archived", "archived: 2026-01-01\n"), ("modified", "modified: 2020\n")];
    case("six-criteria", &archived, "+++..+ 8/8 solid");
    let restricted = [("access", "access: restricted\n"), ("license", NONE), ("resources", NONE)];
    case("six-criteria", &restricted, "++..+. 6/6 solid");
    assert_eq!(score(&site(&but(&restricted)), "six-criteria").not_applicable, 6);
}

#[test]
fn a_day_of_grace_follows_the_announced_delay() {
    let example = but(&[("frequency", "frequency: monthly\n"), ("modified", "modified: 2026-10-22\n")]);
    let on = |now| summary(&site_on(&example, now), "six-criteria");
    assert_eq!(on("2026-11-22"), "+++.++ 10/10 solid", "31 days");
    assert_eq!(on("2026-11-23"), "+++.++ 10/10 solid", "the day of grace");
    assert_eq!(on("2026-11-24"), "+++.-+ 6/10 fair");
    let month = example.replace("2026-10-22", "2026-10");
    assert_eq!(summary(&site_on(&month, "2026-12-02"), "six-criteria"), "+++.++ 10/10 solid", "31 October and 32 days");
    assert_eq!(summary(&site_on(&month, "2026-12-03"), "six-criteria"), "+++.-+ 6/10 fair");
    let hourly = but(&[("frequency", "frequency: hourly\n"), ("modified", "modified: 2026-11-22T23:30:00Z\n")]);
    assert_eq!(summary(&site_on(&hourly, "2026-11-24"), "six-criteria"), "+++.++ 10/10 solid", "23 hours past 0.30");
    let earlier = hourly.replace("23:30", "22:30");
    assert_eq!(summary(&site_on(&earlier, "2026-11-24"), "six-criteria"), "+++.-+ 6/10 fair", "24 hours past 23.30");
}

// Signs: licence, period, area, frequency, in time, description, formats, links, documentation.

#[test]
fn data_gouv_gives_a_point_for_each_of_nine() {
    case("data-gouv", &[], "+++++++++ 9/9 good");
    case("data-gouv", &[("license", NONE), ("temporal_coverage", NONE)], "--+++++++ 7/9 good");
    case("data-gouv", &[("spatial", NONE), ("description", "description: Trees.\n")], "++-++-+++ 7/9 good");
    case("data-gouv", &[("modified", "modified: 2020\n")], "++++-++++ 8/9 good");
    case("data-gouv", &[("frequency", "frequency: unknown\n")], "+++--++++ 7/9 good");
    case("data-gouv", &[("resources", BROKEN)], "+++++++-+ 8/9 good");
    case("data-gouv", &[("resources", "resources:\n  - { path: trees.csv, format: pdf }\n")], "++++++-+- 7/9 good");
}

#[test]
fn data_gouv_takes_as_given_what_it_does_not_check() {
    case("data-gouv", &[("license", "license: notspecified\n")], "+++++++++ 9/9 good");
    case("data-gouv", &[("spatial", "spatial: { granularity: poi }\n")], "+++++++++ 9/9 good");
    let assumed = |changes: &[(&str, &str)]| {
        let site = site(&but(changes));
        let judged = profile("data-gouv").criteria.iter().zip(&score(&site, "data-gouv").judged);
        let assumed = judged.filter(|(criterion, judged)| judged.assumed && criterion.note.is_some());
        assumed.map(|(criterion, _)| criterion.id).collect::<Vec<_>>()
    };
    case("data-gouv", &[("resources", REMOTE)], "+++++++++ 9/9 good");
    assert_eq!(assumed(&[("resources", REMOTE)]), ["all_resources_available"]);
    case("data-gouv", &[("frequency", "frequency: punctual\n")], "+++++++++ 9/9 good");
    assert_eq!(assumed(&[("frequency", "frequency: punctual\n")]), ["update_fulfilled_in_time"]);
    assert_eq!(assumed(&[("resources", ANSWERED)]), [""; 0]);
}

#[test]
fn data_gouv_without_files_has_six_of_nine_at_most() {
    case("data-gouv", &[("resources", NONE)], "++++++--- 6/9 good");
    case("data-gouv", &[("resources", NONE), ("license", NONE)], "-+++++--- 5/9 to-improve");
}

#[test]
fn data_gouv_leaves_out_what_nobody_can_know() {
    case("data-gouv", &[("modified", NONE)], "++++?++++ 8/8 good");
    let restricted = [("access", "access: restricted\n"), ("license", NONE), ("resources", NONE)];
    case("data-gouv", &restricted, ".+++++... 5/5 good");
    let archived = [("archived", "archived: true\n"), ("modified", "modified: 2020\n")];
    case("data-gouv", &archived, "+++++++++ 9/9 good");
}

// Signs by dimension: findability 4, accessibility 3, interoperability 6, reusability 6, context 4.

// Signs: keyword, theme, area, period | address answers, download, download answers | format, media
// type, listed, non-proprietary, machine-readable, DCAT-AP | licence, listed, access, listed, contact,
// publisher | rights, size, issued, modified.

#[test]
fn mqa_measures_325_points_offline() {
    case("mqa", &[], "++++ ?+? ++++++ ++++++ ++++ 325/325 excellent");
    let site = site(&but(&[]));
    assert_eq!((score(&site, "mqa").unknown, score(&site, "mqa").maximum), (80, 405));
    case("mqa", &[("resources", REMOTE)], "++++ ?+? ++++++ ++++++ ++++ 325/325 excellent");
}

#[test]
fn mqa_counts_addresses_that_were_requested() {
    case("mqa", &[("resources", ANSWERED)], "++++ +++ ++++++ ++++++ ++++ 405/405 excellent");
    case("mqa", &[("resources", BROKEN)], "++++ -+- ++++++ ++++++ ++++ 325/405 good");
}

#[test]
fn mqa_weighs_each_metric_as_data_europa_does() {
    case("mqa", &[("tags", NONE), ("themes", NONE)], "--++ ?+? ++++++ ++++++ ++++ 265/325 good");
    case("mqa", &[("spatial", "spatial: { granularity: poi }\n")], "++-+ ?+? ++++++ ++++++ ++++ 305/325 excellent");
    case("mqa", &[("description", NONE)], "++++ ?+? +++++- ++++++ ++++ 295/325 excellent");
    let nowhere = "resources:\n  - { path: trees.csv }\n  - { title: Elsewhere }\n";
    case("mqa", &[("resources", nowhere)], "++++ ?+? +++++- ++++++ ++++ 295/325 excellent");
    case("mqa", &[("license", NONE)], "++++ ?+? ++++++ --++++ -+++ 290/325 excellent");
    case("mqa", &[("license", "license: ask us\n")], "++++ ?+? ++++++ +-++++ ++++ 315/325 excellent");
    case("mqa", &[("license", "license: other-open\n")], "++++ ?+? ++++++ +-++++ ++++ 315/325 excellent");
    case("mqa", &[("access", NONE), ("contact", NONE)], "++++ ?+? ++++++ ++---+ ++++ 290/325 excellent");
    case("mqa", &[("organization", NONE), ("modified", NONE)], "++++ ?+? ++++++ +++++- +++- 310/325 excellent");
    case("mqa", &[("temporal_coverage", NONE), ("created", NONE)], "+++- ?+? ++++++ ++++++ ++-+ 300/325 excellent");
}

#[test]
fn mqa_judges_the_best_file() {
    let pdf = "resources:\n  - { path: trees.csv, format: pdf }\n";
    case("mqa", &[("resources", pdf)], "++++ ?+? +++--+ ++++++ ++++ 285/325 excellent");
    let beside = format!("{pdf}  - {{ url: https://data.example/trees.json }}\n");
    case("mqa", &[("resources", &beside)], "++++ ?+? ++++++ ++++++ +-++ 320/325 excellent");
    let api = "resources:\n  - { url: https://data.example/api, type: api, format: json }\n";
    case("mqa", &[("resources", api)], "++++ ?-? ++++++ ++++++ +-++ 300/325 excellent");
    let equal = format!("{api}  - {{ path: trees.csv }}\n");
    case("mqa", &[("resources", &equal)], "++++ ?+? ++++++ ++++++ ++++ 325/325 excellent");
    let page = "resources:\n  - { url: https://data.example/trees }\n";
    case("mqa", &[("resources", page)], "++++ ?-? -----+ ++++++ +-++ 220/325 good");
    let wms = "resources:\n  - { url: https://data.example/wms, format: treebank }\n";
    case("mqa", &[("resources", wms)], "++++ ?-? +----+ ++++++ +-++ 240/325 good");
}

#[test]
fn mqa_without_files_judges_the_rest() {
    case("mqa", &[("resources", NONE)], "++++ .-. -----+ ++++++ +-++ 220/325 good");
    let restricted = [("access", "access: restricted\n"), ("resources", NONE)];
    case("mqa", &restricted, "++++ ... .....+ ++++++ +.++ 220/220 excellent");
    assert_eq!(summary(&site("title: Trees\n"), "mqa"), "---- .-. ------ ------ ---- 0/325 bad");
}

#[test]
fn a_clone_without_history_costs_no_points() {
    let mut inputs = Inputs::from_memory(&files(&but(&[("created", NONE)])), NOW.parse().unwrap());
    inputs.history = History::Shallow;
    let site = pipeline::site(inputs, Drafts::Kept);
    assert_eq!(summary(&site, "mqa"), "++++ ?+? ++++++ ++++++ ++?+ 320/320 excellent");
}

#[test]
fn bands_begin_at_their_ratio() {
    let band = |id, points, measurable| {
        let score = Score { judged: Vec::new(), points, measurable, unknown: 0, not_applicable: 0, maximum: 405 };
        score.band(profile(id)).map(|band| band.id)
    };
    let edges = [(10, 12), (9, 12), (7, 12), (6, 12), (4, 12), (3, 12), (0, 12), (9, 10), (8, 10), (6, 10), (3, 10)];
    let six: Vec<_> =
        edges.iter().filter_map(|(points, measurable)| band("six-criteria", *points, *measurable)).collect();
    let expected =
        ["solid", "fair", "fair", "fragile", "fragile", "to-mend", "to-mend", "solid", "fair", "fair", "to-mend"];
    assert_eq!(six, expected);
    let nine = [(6, 9), (5, 9), (4, 6), (3, 6)].map(|(points, measurable)| band("data-gouv", points, measurable));
    assert_eq!(nine.map(Option::unwrap), ["good", "to-improve", "good", "to-improve"]);
    let of_405 = [351, 350, 221, 220, 121, 120, 0].map(|points| band("mqa", points, 405).unwrap());
    assert_eq!(of_405, ["excellent", "good", "good", "sufficient", "sufficient", "bad", "bad"]);
    let of_325 = [282, 281, 178, 177, 98, 97].map(|points| band("mqa", points, 325).unwrap());
    assert_eq!(of_325, ["excellent", "good", "good", "sufficient", "sufficient", "bad"]);
    assert_eq!(band("six-criteria", 0, 0), None);
}

#[test]
fn profiles_add_up_and_speak_two_languages() {
    let maxima = PROFILES.iter().map(|profile| profile.criteria.iter().map(|criterion| criterion.points).sum::<i32>());
    assert_eq!(maxima.collect::<Vec<_>>(), [12, 9, 405]);
    let mqa = profile("mqa").criteria;
    let of = |name| mqa.iter().filter(|one| one.dimension.unwrap().en == name).map(|one| one.points).sum::<i32>();
    let dimensions = ["Findability", "Accessibility", "Interoperability", "Reusability", "Contextuality"];
    assert_eq!(dimensions.map(of), [100, 100, 110, 75, 20]);
    for criterion in PROFILES.iter().flat_map(|profile| profile.criteria) {
        for text in [criterion.explanation.en, criterion.explanation.fr] {
            assert!(text.ends_with('.') && !text.contains('\''), "{}: {text}", criterion.id);
        }
        let labelled = [criterion.label.en, criterion.label.fr].iter().all(|label| !label.is_empty());
        assert!(labelled && criterion.points > 0 && criterion.failed_points <= 0, "{}", criterion.id);
    }
}

#[test]
fn criteria_ask_existing_rules() {
    for criterion in PROFILES.iter().flat_map(|profile| profile.criteria) {
        for rule in criterion.rules {
            assert!(rules::find(rule).is_some(), "{} asks {rule}", criterion.id);
        }
        assert!(criterion.penalized.iter().all(|rule| criterion.rules.contains(rule)), "{}", criterion.id);
        assert!(criterion.penalized.is_empty() == (criterion.failed_points == 0), "{}", criterion.id);
    }
}

#[test]
fn the_best_file_is_found_by_the_weights_of_the_profile() {
    let metrics = ["format", "media_type", "format_vocabulary", "non_proprietary", "machine_readable"];
    let mqa = profile("mqa").criteria;
    let points = metrics.map(|id| mqa.iter().find(|criterion| criterion.id == id).unwrap().points);
    assert_eq!(points, INTEROPERABILITY_POINTS.map(|points| i32::try_from(points).unwrap()));
}

/// A failed criterion without evidence, as text.
fn unproven(site: &Site) -> Vec<String> {
    let mut wrong = Vec::new();
    for (dataset, scores) in site.scores.iter().enumerate() {
        for (profile, score) in PROFILES.iter().zip(scores) {
            for (criterion, judged) in profile.criteria.iter().zip(&score.judged) {
                let finding = site.evidence(dataset, judged);
                let proven = finding.is_some_and(|finding| {
                    let acts = ["en", "fr"].iter().all(|language| !finding.action(language).is_empty());
                    acts && finding.site.start.line > 0 && finding.site.start.column > 0
                });
                if (judged.verdict == Verdict::Failed) != proven {
                    wrong.push(format!("{} {}", profile.id, criterion.id));
                }
            }
        }
    }
    wrong
}

#[test]
fn every_lost_point_has_a_place_and_an_action() {
    for registered in RULES {
        let site = site(registered.rule.example.bad);
        assert_eq!(unproven(&site), [""; 0], "{}", registered.rule.name);
    }
    let markdown = "==> content/datasets/example.md <==\n---\ntitle: Trees\n---\nAll the trees.\n";
    assert_eq!(unproven(&site(markdown)), [""; 0]);
    assert_eq!(unproven(&site(&but(&[("resources", BROKEN), ("description", NONE)]))), [""; 0]);
}

#[test]
fn a_rule_that_is_off_or_silenced_still_costs_its_points() {
    let few = "# etal: allow few-tags: the subject is narrow\ntags: [trees]\n";
    case("six-criteria", &[("tags", few)], "+-+.++ 8/10 fair");
    let id = "id = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\n";
    let off = format!("==> site.toml <==\n{id}title = \"Test\"\n[rules]\nfew-tags = \"off\"\n");
    let site = site(&(but(&[("tags", "tags: [trees]\n")]) + &off));
    assert_eq!(summary(&site, "six-criteria"), "+-+.++ 8/10 fair");
    let finding = site.findings.all().iter().find(|finding| finding.rule.name == "few-tags").unwrap();
    assert_eq!(finding.severity, Severity::Off);
}
