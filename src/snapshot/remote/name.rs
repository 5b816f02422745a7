//! Names of remote files that every system can have.

use std::collections::{BTreeMap, BTreeSet};

use deunicode::deunicode;

use crate::snapshot::is_clutter;
use crate::text::url;
use crate::vocab::Format;

/// Longest name, in bytes.
const MAX_BYTES: usize = 100;

/// Longest end of a name that counts as an extension, in bytes: `csv`, `tar.gz`, `geojson.gz`.
const MAX_EXTENSION: usize = 16;

/// What a file is called whose address says nothing.
const UNNAMED: &str = "file";

/// The names of files of one folder, given their addresses and formats, in their order. No two are the same, capitals
/// aside: those that would be get a suffix made from their own address alone.
pub(super) fn names<'a>(files: impl Iterator<Item = (&'a str, Option<&'static Format>)>) -> Vec<String> {
    let files: Vec<(&str, String)> = files.map(|(address, format)| (address, name(address, format))).collect();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name) in &files {
        *count.entry(name.to_ascii_lowercase()).or_default() += 1;
    }
    let mut taken: BTreeSet<String> =
        count.iter().filter(|(_, count)| **count == 1).map(|(name, _)| name.clone()).collect();
    let unique = |(address, name): (&str, String)| {
        if count[&name.to_ascii_lowercase()] == 1 {
            return name;
        }
        let (stem, extension) = parts(&name);
        let told_apart = |salt: usize| {
            let salt = if salt == 0 { String::new() } else { salt.to_string() };
            joined(stem, Some(&suffix(&format!("{address}{salt}"))), extension)
        };
        let free = (0..).map(told_apart).find(|name| taken.insert(name.to_ascii_lowercase()));
        free.expect("internal error: one of all numbers makes a name that no other file has")
    };
    files.into_iter().map(unique).collect()
}

/// The name of the file at an address: the last part of its path, in ASCII, with an extension where one is known.
fn name(address: &str, format: Option<&'static Format>) -> String {
    let path = address.split(['?', '#']).next().unwrap_or("");
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let last = path.split('/').skip(1).filter(|part| !part.is_empty()).last().unwrap_or("");
    let plain = plain(&String::from_utf8_lossy(&url::decoded(last)));
    let name = if plain.is_empty() { UNNAMED } else { &plain };
    let extension = format.and_then(|format| format.extensions.first());
    let whole = match extension {
        // The extension of some format stays, even another one than what is said: a shapefile comes in a ZIP.
        Some(extension) if Format::of_path(name).is_none() => format!("{name}.{extension}"),
        _ => name.to_owned(),
    };
    let (stem, extension) = parts(&whole);
    let safe = joined(stem, None, extension);
    let first = safe.split('.').next().unwrap_or("");
    if is_device(first) || is_clutter(&safe) || is_clutter_elsewhere(&safe) { format!("_{safe}") } else { safe }
}

/// A text as letters, digits, `.`, `_` and `-` of ASCII, which begins with none of `.` and `-` and ends with neither.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in deunicode(text).chars() {
        let kept = if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c } else { '-' };
        if kept == '.' && out.ends_with('-') {
            // What stands before an extension was a sign; the extension stays one.
            out.pop();
        }
        let is_repeated = matches!(kept, '.' | '-') && out.ends_with(['.', '-']);
        if !is_repeated {
            out.push(kept);
        }
    }
    out.trim_matches(['.', '-']).to_owned()
}

/// A name without its extension, and the extension; both parts of `csv.gz` are it.
fn parts(name: &str) -> (&str, &str) {
    let Some((stem, extension)) = name.rsplit_once('.') else {
        return (name, "");
    };
    let inner = stem.rsplit_once('.').filter(|_| matches!(extension, "gz" | "bz2" | "xz" | "zst" | "zip"));
    let (stem, extension) = match inner {
        Some((stem, inner)) if inner.len() <= 8 => (stem, &name[name.len() - inner.len() - 1 - extension.len()..]),
        _ => (stem, extension),
    };
    if extension.len() > MAX_EXTENSION { (name, "") } else { (stem, extension) }
}

/// A name of at most [`MAX_BYTES`], of parts that are ASCII.
fn joined(stem: &str, suffix: Option<&str>, extension: &str) -> String {
    let suffix = suffix.map_or_else(String::new, |suffix| format!("-{suffix}"));
    let extension = if extension.is_empty() { String::new() } else { format!(".{extension}") };
    // One byte is left for what a name may get before it.
    let room = MAX_BYTES - 1 - suffix.len() - extension.len();
    let stem = stem[..stem.len().min(room)].trim_end_matches(['.', '-']);
    format!("{stem}{suffix}{extension}")
}

/// Whether Windows keeps a name for a device, with any extension.
fn is_device(first: &str) -> bool {
    let first = first.to_ascii_lowercase();
    let is_numbered = first.len() == 4 && (first.starts_with("com") || first.starts_with("lpt"));
    matches!(first.as_str(), "con" | "prn" | "aux" | "nul")
        || is_numbered && first.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a name is clutter where capitals do not count.
fn is_clutter_elsewhere(name: &str) -> bool {
    ["Thumbs.db", "desktop.ini", "ehthumbs.db"].iter().any(|clutter| clutter.eq_ignore_ascii_case(name))
}

/// Eight hexadecimal digits of FNV-1a over a text.
fn suffix(text: &str) -> String {
    let digest =
        text.bytes().fold(0x811c_9dc5_u32, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{digest:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(address: &str, format: Option<&str>, expected: &str) {
        let format = format.map(|format| Format::find(format).expect("a format of the table"));
        assert_eq!(name(address, format), expected, "{address}");
    }

    #[test]
    fn a_name_is_the_end_of_the_address() {
        case("https://a.example/x/trees.csv?v=2#top", None, "trees.csv");
        case("https://a.example/x/Trees%20of%20Lyon.CSV", Some("csv"), "Trees-of-Lyon.CSV");
        case("https://a.example/x/été.csv", Some("csv"), "ete.csv");
        case("https://a.example/x/%C3%A9t%C3%A9.csv", Some("csv"), "ete.csv");
        case("https://a.example/x/trees.csv.gz", Some("csv"), "trees.csv.gz");
        case("https://a.example/export/csv/", Some("csv"), "csv.csv");
        case("https://a.example/x/communes.zip", Some("shp"), "communes.zip");
    }

    #[test]
    fn the_format_gives_the_extension_that_the_address_has_not() {
        case("https://a.example/r/5d13a8b6", Some("csv"), "5d13a8b6.csv");
        case("https://a.example/export.php?format=csv", Some("csv"), "export.php.csv");
        case("https://a.example/export", None, "export");
        case("https://a.example", Some("json"), "file.json");
        case("https://a.example/", None, "file");
        case("https://a.example.csv", None, "file");
        case("https://a.example?x=/trees.csv", None, "file");
    }

    #[test]
    fn no_name_leaves_its_folder_or_is_refused_by_a_system() {
        case("https://a.example/../../x", None, "x");
        case("https://a.example/..", None, "file");
        case("https://a.example/%2e%2e", None, "file");
        case("https://a.example/a%2fb", None, "a-b");
        case("https://a.example/..%2f..%2fetc%2fpasswd", None, "etc-passwd");
        case("https://a.example/a%5Cb%00c%0A.csv", None, "a-b-c.csv");
        case("https://a.example/con.csv", None, "_con.csv");
        case("https://a.example/COM1", None, "_COM1");
        case("https://a.example/lpt9.tar.gz", None, "_lpt9.tar.gz");
        case("https://a.example/a:b*c?", None, "a-b-c");
        case("https://a.example/a.csv.", None, "a.csv");
        case("https://a.example/.DS_Store", None, "DS_Store");
        case("https://a.example/thumbs.DB", None, "_thumbs.DB");
        case("https://a.example/%FF%FE.csv", None, "csv");
        case("https://a.example/日本.csv", None, "Ri-Ben.csv");
    }

    #[test]
    fn long_names_keep_their_extension() {
        let long = name(&format!("https://a.example/{}.tar.gz", "é".repeat(500)), None);
        assert_eq!((long.len(), long.ends_with("e.tar.gz")), (MAX_BYTES - 1, true), "{long}");
        let long = name(&format!("https://a.example/a.{}", "x".repeat(500)), None);
        assert_eq!(long.len(), MAX_BYTES - 1);
    }

    #[test]
    fn names_that_differ_in_capitals_alone_are_told_apart_by_their_addresses() {
        let of = |addresses: &[&str]| names(addresses.iter().map(|address| (*address, None)));
        let (one, other) = ("https://a.example/1/x.csv", "https://a.example/2/X.csv");
        let both = of(&[one, other]);
        assert_eq!(both, [format!("x-{}.csv", suffix(one)), format!("X-{}.csv", suffix(other))]);
        assert_eq!(of(&[other, "https://a.example/y.csv", one]), [both[1].as_str(), "y.csv", &both[0]]);
        // A file that has such a name by itself keeps it.
        let third = format!("https://a.example/{}", both[0].to_uppercase());
        let three = of(&[one, other, &third]);
        assert_eq!(three[2], both[0].to_uppercase());
        let distinct: BTreeSet<String> = three.iter().map(|name| name.to_ascii_lowercase()).collect();
        assert_eq!(distinct.len(), 3);
    }
}
