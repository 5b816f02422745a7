//! A small encoder of the format, for tests.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::body::Body;
use super::boot::Boot;

const SYMBOLS: &str = r"!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

pub(super) fn symbol(value: u32) -> char {
    char::from(SYMBOLS.as_bytes()[value as usize])
}

pub(super) fn varint(value: u32) -> String {
    if value < 62 {
        return symbol(value).to_string();
    }
    format!("{}{}", symbol(62 + (value - 62) % 30), varint((value - 62) / 30))
}

pub(super) fn fixed(width: u32, value: u32) -> String {
    (0..width).rev().map(|place| symbol(value / 92u32.pow(place) % 92)).collect()
}

pub(super) fn ascending(numbers: &[u32]) -> String {
    let before = [None].into_iter().chain(numbers.iter().map(Some));
    numbers.iter().zip(before).map(|(number, before)| varint(number - before.map_or(0, |before| before + 1))).collect()
}

pub(super) fn body(body: &Body) -> String {
    let mut distinct = body.scores.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let mut out = ascending(&body.ids) + &varint(distinct.len() as u32 - 1);
    let is_short = distinct.len() <= 92;
    let before = [0].iter().chain(&distinct);
    out.extend(
        distinct.iter().zip(before).map(|(score, before)| varint(if is_short { score - before } else { *score })),
    );
    if distinct.len() > 1 {
        let places = body.scores.iter().map(|score| distinct.binary_search(score).expect("score") as u32);
        out.extend(places.map(|place| if is_short { symbol(place).to_string() } else { varint(place) }));
    }
    out + &varint(body.titles.len() as u32) + &ascending(&body.titles)
}

/// A boot file with some words of its own and no others.
pub(super) fn boot() -> Boot {
    let value = json!({
        "version": 1, "datasets": 0, "ids": 0, "unit": 1, "built": "", "groups": "", "fold": {},
        "stop": ["of", "the"], "elisions": ["d", "l"],
        "terms": ["", ""],  "reversed": ["", ""], "starts": ["", ""], "tags": ["", ""],
        "endings": "", "columns": {}, "orders": {},
        "languages": {"en": {"labels": "", "title": "", "blocks": []}},
    });
    Boot::read("boot/aaaaaaaa", value).expect("boot")
}

/// A search of three datasets and a free id, written by hand: files by path.
pub(super) fn site() -> BTreeMap<String, String> {
    let list = |postings: &[(u32, u32)], titles: &[u32]| {
        let (ids, scores): (Vec<u32>, Vec<u32>) = postings.iter().copied().unzip();
        varint(ids.len() as u32) + &body(&Body { ids, scores, titles: titles.to_vec() })
    };
    let links = |links: &[u32]| links.iter().map(|link| varint(*link)).collect::<String>();
    let of_ids = |width, numbers: [u32; 4]| numbers.map(|number| fixed(width, number)).concat();
    let card = |slug: &str| json!([slug, slug, "", "", "Ville", "", "", ["csv"], 1, "", "2026", "", [], "p", 1, 1, 2]);
    let tag = |ids: &[u32]| varint(ids.len() as u32) + &ascending(ids);
    let eau = list(&[(0, 100), (1, 40)], &[0]);
    let files = [
        (
            "terms/aaaaaaaa",
            json!([
                "!eau %x !marche",
                links(&[0, 0, 1, 2, 0, 0, 0]),
                [eau, list(&[(2, 31)], &[]), list(&[(1, 50), (2, 20)], &[0])],
                ""
            ]),
        ),
        ("terms/bbbbbbbb", json!(["!marches !potable", links(&[0, 1, 0, 0]), [list(&[(0, 10)], &[])], "marche"])),
        ("starts/aaaaaaaa", json!({"ea": "eau eaux", "eau": "eau eaux"})),
        ("reversed/aaaaaaaa", json!(["!ehcram !elbatop !sehcram !xuae", "#!##"])),
        ("endings/aaaaaaaa", json!([["es", ""], ["s", ""]])),
        ("columns/aaaaaaaa", json!({"values": ["csv", "json"], "sets": ["0", "0-1", ""], "each": 4, "ids": "n"})),
        ("columns/bbbbbbbb", json!({"values": ["eau"], "labels": {"": ["Eau"]}, "lists": [tag(&[0, 1])]})),
        (
            "tags/aaaaaaaa",
            json!(["c c eau", ["C", "C++", "eau"], ["C", "C++", "Eau"], [tag(&[0]), tag(&[1]), tag(&[0, 1])]]),
        ),
        ("orders/aaaaaaaa", json!({"width": 2, "ids": of_ids(2, [1, 0, 100, 0])})),
        ("labels/aaaaaaaa", json!({"facets": {"format": "Format"}, "values": {"format": {"csv": "CSV"}}})),
        ("blocks/aaaaaaaa", json!("aaaaaaaa")),
        ("cards/aaaaaaaa", json!([card("a"), card("b"), card("c"), 0])),
        (
            "boot/aaaaaaaa",
            json!({
                "version": 1, "datasets": 3, "ids": 4, "unit": 10, "built": "2026-11-23", "groups": links(&[3, 1]), "fold": {},
                "stop": ["le"], "elisions": ["l"], "terms": ["eau marches", "aaaaaaaabbbbbbbb"],
                "reversed": ["ehcram", "aaaaaaaa"], "starts": ["ea", "aaaaaaaa"], "tags": ["c", "aaaaaaaa"],
                "endings": "aaaaaaaa", "columns": {"format": "aaaaaaaa", "tag": "bbbbbbbb"},
                "orders": {"updated": "aaaaaaaa"},
                "languages": {"fr": {"labels": "aaaaaaaa", "title": "aaaaaaaa", "blocks": ["aaaaaaaa"]}},
            }),
        ),
    ];
    let call = |(name, value): (&str, Value)| (format!("search/{name}.js"), format!("etal(\"{name}\",{value})\n"));
    files.into_iter().map(call).collect()
}
