//! `extension-mismatch`: a format that is not that of the file name.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, Location, Resource};
use crate::source::{KeyPath, Place};
use crate::text::address;
use crate::vocab::{Format, format::Family};

pub(super) static RULE: Rule = Rule {
    code: "R010",
    name: "extension-mismatch",
    severity: Severity::Warning,
    en: Words {
        checks: "The format of a resource is that of its file name.",
        why: "Readers choose a resource by its format; a spreadsheet behind the word CSV, or a web page, is a \
              wasted visit.",
        message: "the format is `{found}`, and the name ends like a file in `{nearest}`",
        expected: "`{nearest}`, the format of the file name",
        action: "write `format: {nearest}`, or mend the address",
    },
    fr: Words {
        checks: "Le format d’une ressource est celui de son nom de fichier.",
        why: "On choisit une ressource d’après son format ; un tableur derrière le mot CSV, ou une page web, est \
              une visite perdue.",
        message: "le format est `{found}`, et le nom se termine comme un fichier `{nearest}`",
        expected: "`{nearest}`, le format du nom de fichier",
        action: "écrire `format: {nearest}`, ou corriger l’adresse",
    },
    example: Example {
        bad: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees.xlsx\n  format: csv\n",
        good: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees.csv\n  format: csv\n- url: https://data.example.org/trees.zip\n  format: shp\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        let Some(declared) = resource.format.as_ref() else {
            continue;
        };
        let Some((known, named)) = declared.known.zip(by_name(resource)) else {
            continue;
        };
        if !may_be_called(known, named) {
            let place = Place::value(KeyPath::of("resources").index(at).key("format"));
            report.fail(place).found(&declared.raw).nearest(Some(named.id));
        }
    }
}

/// The format that the end of the path or of the address tells. The host of an address is no name
/// of a file, nor is a page that answers with anything.
fn by_name(resource: &Resource) -> Option<&'static Format> {
    match &resource.location {
        Location::Hosted(path) => Format::of_path(path),
        Location::Remote(url) => {
            let rest = address::split(url)?.rest;
            let path = &rest[..rest.find(['?', '#']).unwrap_or(rest.len())];
            Format::of_path(path)
        }
        Location::Absent => None,
    }
}

/// Formats that others are packed in or are a kind of.
const CARRIERS: [&str; 14] =
    ["7z", "bin", "bz2", "csv.zip", "gz", "json", "rar", "tar", "tar.gz", "txt", "url", "xml", "xz", "zip"];

/// Whether a file in `declared` may be named like one in `named`.
fn may_be_called(declared: &Format, named: &Format) -> bool {
    let carried = |carrier: &Format, other: &Format| match carrier.id {
        // Plain text and XML carry what is written in letters, not pictures or office files.
        "json" | "txt" | "xml" => !matches!(other.family, Family::Documents) && !is_binary(other),
        _ => true,
    };
    let same = declared == named || declared.service || declared.extensions.is_empty();
    let by_carrier = CARRIERS.contains(&named.id) && carried(named, declared);
    let by_content = CARRIERS.contains(&declared.id) && carried(declared, named);
    // A forge shows such files as pages.
    let is_page = declared.id == "html" && ["md", "txt", "xml"].contains(&named.id);
    let is_feed = ["rss", "atom"].contains(&declared.id) && ["rss", "atom"].contains(&named.id);
    let same_type = !declared.mime.is_empty() && declared.mime.first() == named.mime.first();
    same || by_carrier || by_content || is_page || is_feed || same_type
}

fn is_binary(format: &Format) -> bool {
    let text =
        ["csv", "tsv", "json", "xml", "text", "turtle", "triples", "quads", "trig", "yaml", "toml", "sql", "html"];
    let is_text = |mime: &str| text.iter().any(|part| mime.contains(part));
    let is_office = |mime: &str| mime.contains("officedocument") || mime.contains("opendocument");
    let letters = format.mime.iter().any(|mime| is_text(mime)) && !format.mime.iter().any(|mime| is_office(mime));
    !format.mime.is_empty() && !letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(declared: &str, path: &str, expected: bool) {
        let named = Format::of_path(path).expect(path);
        let declared = Format::find(declared).expect(declared);
        assert_eq!(may_be_called(declared, named), expected, "{} {path}", declared.id);
    }

    #[test]
    fn a_format_may_be_packed_but_not_replaced() {
        case("csv", "a.csv", true);
        case("shp", "a.zip", true);
        case("geojson", "a.json", true);
        case("kml", "a.xml", true);
        case("csv", "a.txt", true);
        case("json", "a.geojson", true);
        case("zip", "a.shp.zip", true);
        case("wms", "a.xml", true);
        case("html", "README.md", true);
        case("html", "a.xlsx", false);
        case("csv", "a.xlsx", false);
        case("csv", "a.html", false);
        case("xlsx", "a.json", false);
        case("pdf", "a.txt", false);
        case("csv", "a.geojson", false);
    }
}
