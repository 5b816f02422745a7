//! Queries that visitors might make of a catalogue: words of its titles, as they are typed, mistyped, filtered.

use etal::site::{FacetKind, Site};

use super::synthetic::Random;

/// A query.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// As typed.
    pub(crate) text: String,
    /// Filters: facet and value.
    pub(crate) filters: Vec<(&'static str, String)>,
    /// The word that was meant, when one is mistyped.
    pub(crate) meant: Option<String>,
}

/// What a query tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Whole words of a title.
    Words,
    /// The same without accents, in capitals.
    Folded,
    /// The last word is half typed.
    Begun,
    /// One letter is wrong.
    Mistyped,
    /// Words and filters.
    Filtered,
    /// Operators, quotes, exclusions.
    Operators,
}

/// `count` queries of a kind; the same number gives the same ones.
pub(crate) fn queries(site: &Site, kind: Kind, count: usize) -> Vec<Asked> {
    let mut random = Random::new(kind as u64 * 1_000_003 + 17);
    (0..count).map(|_| query(site, kind, &mut random)).collect()
}

fn query(site: &Site, kind: Kind, random: &mut Random) -> Asked {
    let dataset = &site.catalog.datasets[site.listed[random.below(site.listed.len())]];
    let words: Vec<&str> = dataset.title.first().split(|c: char| !c.is_alphanumeric()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| word.chars().count() > 3).collect();
    let mut chosen: Vec<String> = Vec::new();
    for _ in 0..1 + random.below(3) {
        if let Some(word) =
            words.get(random.below(words.len().max(1))).filter(|word| !chosen.contains(&(**word).to_owned()))
        {
            chosen.push((*word).to_owned());
        }
    }
    let mut asked = Asked { text: String::new(), filters: Vec::new(), meant: None };
    let last = chosen.last().cloned().unwrap_or_else(|| String::from("commune"));
    // A blank at the end: whole words are asked for.
    asked.text = match kind {
        Kind::Words => chosen.join(" ") + " ",
        Kind::Folded => deunicode(&chosen.join(" ")).to_uppercase() + " ",
        Kind::Begun => {
            let kept = 2 + random.below(last.chars().count() - 1);
            chosen.pop();
            chosen.push(last.chars().take(kept).collect());
            chosen.join(" ")
        }
        Kind::Mistyped => {
            let long = words.iter().filter(|word| word.chars().count() >= 5).max_by_key(|word| word.len());
            let meant = long.map_or("commune", |word| word).to_owned();
            let text = mistyped(&deunicode(&meant).to_lowercase(), random);
            asked.meant = Some(meant);
            text + " "
        }
        Kind::Filtered => {
            filters(site, random, &mut asked.filters);
            if random.below(4) == 0 { String::new() } else { last + " " }
        }
        Kind::Operators => operators(site, &chosen, random),
    };
    asked
}

fn deunicode(text: &str) -> String {
    let accents = [("é", "e"), ("è", "e"), ("ê", "e"), ("ô", "o"), ("â", "a"), ("î", "i"), ("à", "a"), ("É", "E")];
    accents.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn mistyped(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.below(letters.len() - 1);
    let letter = char::from(b'a' + random.below(26) as u8);
    match random.below(4) {
        0 => letters.insert(at, letter),
        1 => drop(letters.remove(at)),
        2 => letters[at] = letter,
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

const FACETS: [(&str, FacetKind); 6] = [
    ("organization", FacetKind::Organization),
    ("license", FacetKind::License),
    ("format", FacetKind::Format),
    ("frequency", FacetKind::Frequency),
    ("theme", FacetKind::Theme),
    ("quality", FacetKind::Quality),
];

fn filters(site: &Site, random: &mut Random, filters: &mut Vec<(&'static str, String)>) {
    for _ in 0..1 + random.below(3) {
        let (name, kind) = FACETS[random.below(FACETS.len())];
        let values = &site.facet(kind).values;
        if !values.is_empty() {
            filters.push((name, values[random.below(values.len())].slug.clone()));
        }
    }
    match random.below(4) {
        0 => filters.push(("year", (2000 + random.below(27)).to_string())),
        1 => filters.push(("updated", ["30-days", "12-months", "3-years"][random.below(3)].to_owned())),
        2 => filters.push(("family", ["tabular", "machine-readable"][random.below(2)].to_owned())),
        _ => {}
    }
}

fn operators(site: &Site, words: &[String], random: &mut Random) -> String {
    let word = words.first().map_or("eau", String::as_str);
    let other = words.last().map_or("air", String::as_str);
    let tags = &site.facet(FacetKind::Tag).values;
    let tag = tags.get(random.below(tags.len().max(1))).map_or("eau", |tag| tag.id.as_str());
    match random.below(9) {
        0 => format!("title:{word}"),
        1 => format!("title:{word} {other} "),
        2 => format!("tag:\"{tag}\""),
        3 => format!("{word} -tag:\"{tag}\" "),
        4 => format!("{word} format:csv "),
        5 => format!("org:organisation {word}"),
        6 => format!("\"{word}\" -{other}"),
        7 => format!("license:odbl -format:json {word}"),
        _ => format!("\"{word} {other}\""),
    }
}
