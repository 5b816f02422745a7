//! What `etal score` prints: whole outputs for a small catalogue.

use serde_json::json as value;

use etal::score::find;
use etal::scoreboard::{below, csv, human, json, remedies};
use etal::site::Site;

use crate::catalog::site;

/// A dataset that keeps its promises and one that does not.
fn two() -> Site {
    site(
        "==> content/datasets/lanes.yaml <==\n\
         title: =Lanes\n\
         frequency: monthly\n\
         modified: 2026-01-31\n\
         resources:\n  - url: https://data.example/lanes.pdf\n\
         ==> content/datasets/trees.yaml <==\n\
         title: Trees\n\
         description: Every tree of the avenues and parks, with its species, its girth in centimetres and the year it \
         was planted.\n\
         frequency: irregular\n\
         tags: [trees, parks, nature, gardens]\n\
         resources:\n  - path: trees.csv\n\
         ==> content/datasets/trees/trees.csv <==\n\
         species,girth\nlime,120\n",
    )
}

const SIX_CRITERIA: &str = "\
Six criteria (six-criteria)

lanes  To mend  0 of 8 measured (12 in all)  lacks: Description, Keywords, Open format, Up to date
trees  Solid    8 of 8 measured (12 in all)

     1  Solid
     0  Fair
     0  Fragile
     1  To mend

What to mend first:
    +4  R021 closed-format (1 of 2 datasets)
    +4  T011 late-update (1 of 2 datasets)
    +2  D002 missing-description (1 of 2 datasets)
    +2  V010 missing-tags (1 of 2 datasets)
";

const DATA_GOUV: &str = "\
data.gouv.fr (data-gouv)

lanes  À améliorer  2 sur 9 mesurés (9 en tout)  manque\u{a0}: Licence, Période couverte, Zone couverte, \
    Fréquence respectée, Description, Formats de fichiers standards, Fichiers documentés
trees  À améliorer  5 sur 9 mesurés (9 en tout)  manque\u{a0}: Licence, Période couverte, Zone couverte, Fichiers \
    documentés

     0  Bon
     2  À améliorer

À reprendre d’abord\u{a0}:
    +2  G001 missing-temporal-coverage (2 sur 2 jeux)
    +2  G002 missing-spatial (2 sur 2 jeux)
    +2  L001 missing-license (2 sur 2 jeux)
    +2  R020 undocumented (2 sur 2 jeux)
    +1  D002 missing-description (1 sur 2 jeux)
    +1  R021 closed-format (1 sur 2 jeux)
    +1  T011 late-update (1 sur 2 jeux)
";

const CSV: &str = "\
dataset,title,profile,points,measurable,unknown,not_applicable,maximum,ratio,band
lanes,'=Lanes,six-criteria,0,8,2,2,12,0.0000,to-mend
lanes,'=Lanes,data-gouv,2,9,0,0,9,0.2222,to-improve
lanes,'=Lanes,mqa,65,325,80,0,405,0.2000,bad
trees,Trees,six-criteria,8,8,0,4,12,1.0000,solid
trees,Trees,data-gouv,5,9,0,0,9,0.5556,to-improve
trees,Trees,mqa,165,325,80,0,405,0.5077,sufficient
";

#[test]
fn people_read_a_line_for_each_dataset_then_what_to_mend() {
    let printed = human(&two(), find("six-criteria").unwrap().1, "en", false);
    assert_eq!(printed, SIX_CRITERIA);
    let french = human(&two(), find("data-gouv").unwrap().1, "fr", false);
    assert_eq!(french, DATA_GOUV);
}

#[test]
fn colours_change_no_word() {
    let (_, profile) = find("mqa").unwrap();
    let painted = human(&two(), profile, "fr", true);
    let mut plain = String::new();
    for (at, part) in painted.split('\u{1b}').enumerate() {
        plain.push_str(if at == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(plain, human(&two(), profile, "fr", false));
    assert!(painted.len() > plain.len());
}

#[test]
fn a_spreadsheet_takes_no_title_for_a_formula() {
    assert_eq!(csv(&two(), "en"), CSV);
}

#[test]
fn programs_read_each_lost_point_with_its_place_and_remedy() {
    let scores = json(&two(), "en");
    assert_eq!(
        (&scores["format"], &scores["now"], &scores["profile"]),
        (&1.into(), &"2026-11-23".into(), &"six-criteria".into())
    );
    let score = &scores["datasets"][0]["scores"][0];
    let figures = ["profile", "points", "measurable", "unknown", "not_applicable", "maximum", "ratio", "band"];
    let figures = figures.map(|key| score[key].to_string()).join(" ");
    assert_eq!(figures, r#""six-criteria" 0 8 2 2 12 0.0 "to-mend""#);
    let expected = value!({
        "id": "up_to_date",
        "verdict": "failed",
        "points": -2,
        "maximum": 2,
        "assumed": false,
        "note": null,
        "evidence": {
            "code": "T011",
            "rule": "late-update",
            "place": "content/datasets/lanes.yaml:3:11",
            "message": "no update since `2026-01-31`: one was due by `2026-03-03`",
            "action": "publish the update and set `modified`, or set `frequency` to what is really kept",
        },
    });
    assert_eq!(score["criteria"][4], expected);
    let expected = value!({
        "id": "all_resources_available",
        "verdict": "passed",
        "points": 1,
        "maximum": 1,
        "assumed": true,
        "note": "links never checked: count as passed there",
        "evidence": null,
    });
    assert_eq!(scores["datasets"][0]["scores"][1]["criteria"][7], expected);
    let expected = value!([
        { "id": "good", "label": "Good", "from": [2, 3], "datasets": 0 },
        { "id": "to-improve", "label": "To improve", "from": [0, 1], "datasets": 2 },
    ]);
    assert_eq!(scores["profiles"][1]["bands"], expected);
}

#[test]
fn a_threshold_finds_the_datasets_below_it() {
    let site = two();
    let (_, profile) = find("six-criteria").unwrap();
    assert_eq!(below(&site, profile, 100), [0]);
    assert_eq!(below(&site, profile, 1), [0]);
    assert_eq!(below(&site, profile, 0), [0; 0]);
}

#[test]
fn remedies_are_sorted_by_what_they_gain() {
    let remedies = remedies(&two(), find("six-criteria").unwrap().1);
    let short: Vec<_> = remedies.iter().map(|one| (one.rule.name, one.points, one.datasets.as_slice())).collect();
    let (four, two) = (4, 2);
    let expected: [(&str, i32, &[usize]); 4] = [
        ("closed-format", four, &[0]),
        ("late-update", four, &[0]),
        ("missing-description", two, &[0]),
        ("missing-tags", two, &[0]),
    ];
    assert_eq!(short, expected);
}
