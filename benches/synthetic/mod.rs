//! Deterministic synthetic catalogues: the same count gives the same bytes on every machine.
//!
//! A dataset is about 3 KB of YAML with texts whose words follow Zipf's law, two thirds in French:
//! some hundred words of the field, then made-up ones with their forms, so that a larger catalogue has
//! more different words, as real ones do (about 40,000 in 10,000 datasets, 120,000 in 100,000). There
//! are 200 organisations and 2,000 tags.

mod words;

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

const ORGANIZATIONS: usize = 200;
const TAGS: usize = 2_000;
const FREQUENCIES: [&str; 8] =
    ["daily", "weekly", "monthly", "quarterly", "annual", "unknown", "irregular", "continuous"];
const LICENSES: [&str; 6] = ["etalab-2.0", "ODbL-1.0", "CC-BY-4.0", "lov2", "CC0-1.0", "notspecified"];
const FORMATS: [&str; 8] = ["csv", "json", "geojson", "xlsx", "pdf", "shp", "xml", "parquet"];
const THEMES: [&str; 13] =
    ["AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN"];

/// Writes a catalogue of `count` datasets into `folder`, which must not exist.
pub(crate) fn write(folder: &Path, count: usize) -> io::Result<()> {
    let french: Vec<&str> = words::FRENCH.split_whitespace().collect();
    let english: Vec<&str> = words::ENGLISH.split_whitespace().collect();
    fs::create_dir_all(folder.join("content/organizations"))?;
    fs::create_dir_all(folder.join("content/datasets"))?;
    fs::write(folder.join("site.toml"), SITE)?;
    for number in 0..ORGANIZATIONS {
        let path = folder.join(format!("content/organizations/org-{number}.yaml"));
        let text = format!("id: {}\nname: Organisation {number}\ntype: local-authority\n", uuid(1, number));
        fs::write(path, text)?;
    }
    for number in 0..count {
        let words = if number % 3 == 2 { &english } else { &french };
        let mut random = Random::new(number as u64);
        let (slug, text) = dataset(&mut random, number, words, number % 3 == 2);
        fs::write(folder.join(format!("content/datasets/{slug}.yaml")), text)?;
    }
    Ok(())
}

const SITE: &str = "id = \"0b7e2f9e-58f4-4a3c-9c35-6a1f9a4c2d10\"\ntitle = \"Synthetic catalogue\"\n\
description = \"Made for measuring.\"\nbase_url = \"https://data.example/\"\nlanguages = [\"fr\"]\n\
[forge]\nkind = \"github\"\nurl = \"https://github.com/example/catalogue\"\n";

fn dataset(random: &mut Random, number: usize, words: &[&str], english: bool) -> (String, String) {
    let title = random.sentence(words, 6);
    let slug: String = title.chars().filter(char::is_ascii_alphanumeric).take(24).collect();
    let slug = format!("{}-{number}", slug.to_ascii_lowercase());
    let mut out = String::with_capacity(3_500);
    let _ = writeln!(out, "id: {}", uuid(2, number));
    let _ = writeln!(out, "title: \"{title} {number}\"");
    let _ = writeln!(out, "organization: org-{}", random.zipf(ORGANIZATIONS));
    let _ = writeln!(out, "license: {}", LICENSES[random.zipf(LICENSES.len())]);
    let _ = writeln!(out, "frequency: {}", FREQUENCIES[random.below(FREQUENCIES.len())]);
    let _ = writeln!(out, "language: {}", if english { "en" } else { "fr" });
    let _ = writeln!(out, "themes: [{}]", THEMES[random.zipf(THEMES.len())]);
    let _ = writeln!(out, "created: {}", random.date(2015, 8));
    let _ = writeln!(out, "modified: {}", random.date(2024, 2));
    let _ = writeln!(out, "temporal_coverage:\n  start: {}\n  end: 2026", 2000 + random.below(25));
    let _ = writeln!(out, "spatial:\n  zones: [\"fr:departement:{:02}\"]", 1 + random.below(19));
    let _ = writeln!(out, "  granularity: fr:commune\ncontact_points:");
    let _ = writeln!(out, "  - name: Service {}\n    email: service{}@data.example", number % 40, number % 40);
    out.push_str("tags:\n");
    for _ in 0..2 + random.below(6) {
        let tag = random.zipf(TAGS);
        let _ = writeln!(out, "  - {} {tag}", words[(tag * 7 + 40) % words.len()].to_lowercase());
    }
    out.push_str("description: |\n");
    for paragraph in 0..3 {
        let _ = writeln!(out, "  {}", random.text(words, 420));
        if paragraph == 0 {
            let _ = writeln!(out, "\n  - {}\n  - {}", random.sentence(words, 7), random.sentence(words, 9));
        }
        out.push('\n');
    }
    resources(&mut out, random, number, words);
    (slug, out)
}

fn resources(out: &mut String, random: &mut Random, number: usize, words: &[&str]) {
    out.push_str("resources:\n");
    for resource in 0..2 + random.below(4) {
        let format = FORMATS[random.zipf(FORMATS.len())];
        let _ = writeln!(out, "  - id: {}", uuid(3 + resource, number));
        let _ = writeln!(out, "    title: \"{}\"", random.sentence(words, 5));
        let _ = writeln!(out, "    url: https://files.data.example/{number}/{resource}.{format}");
        let _ = writeln!(out, "    format: {format}\n    size: {}", 1_000 + random.below(9_000_000));
        let _ = writeln!(out, "    modified: {}", random.date(2024, 2));
    }
}

fn uuid(kind: usize, number: usize) -> String {
    format!("{kind:08x}-0000-4000-8000-{number:012x}")
}

/// SplitMix64: small, fast and the same everywhere.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(0x1234_5678))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// A number below `count`, small ones more often: about 1/(k+1), like ranks of words.
    fn zipf(&mut self, count: usize) -> usize {
        let uniform = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        let rank = ((count as f64 + 1.0).powf(uniform) - 1.0) as usize;
        rank.min(count - 1)
    }

    fn sentence(&mut self, words: &[&str], length: usize) -> String {
        let mut out = String::new();
        for at in 0..length {
            let word = words::of_rank(words, self.zipf(words::VOCABULARY));
            if at == 0 {
                let mut letters = word.chars();
                out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                out.push_str(letters.as_str());
            } else {
                out.push(' ');
                out.push_str(&word);
            }
        }
        out
    }

    fn text(&mut self, words: &[&str], bytes: usize) -> String {
        let mut out = String::new();
        while out.len() < bytes {
            let length = 8 + self.below(12);
            out.push_str(&self.sentence(words, length));
            out.push_str(". ");
        }
        out.trim_end().to_owned()
    }

    fn date(&mut self, from: usize, years: usize) -> String {
        format!("{}-{:02}-{:02}", from + self.below(years), 1 + self.below(12), 1 + self.below(28))
    }
}
