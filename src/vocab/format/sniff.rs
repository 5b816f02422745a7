//! Formats told from the bytes of a file, and the files a browser would execute.

use super::Format;

/// Magic numbers at the start of a file. Sources: the formats' own specifications.
const MAGIC: [(&[u8], &str); 33] = [
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x28\xb5\x2f\xfd", "zst"),
    (b"PAR1", "parquet"),
    (b"ARROW1", "arrow"),
    (b"Obj\x01", "avro"),
    (b"\x89HDF\r\n\x1a\n", "hdf"),
    (b"CDF\x01", "netcdf"),
    (b"CDF\x02", "netcdf"),
    (b"GRIB", "grib"),
    (b"\x00\x00\x27\x0a", "shp"),
    (b"PMTiles", "pmtiles"),
    (b"fgb\x03fgb", "fgb"),
    (b"LASF", "las"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"{\\rtf", "rtf"),
    (b"%!PS", "ps"),
    (b"OggS", "ogg"),
    (b"ID3", "mp3"),
    (b"\x1a\x45\xdf\xa3", "webm"),
    (b"BEGIN:VCALENDAR", "ics"),
    (b"MZ\x90\x00", "exe"),
];

/// The id of the format of the first bytes of a file.
pub(super) fn id(bytes: &[u8]) -> Option<&'static str> {
    if let Some((_, id)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(id);
    }
    inner_magic(bytes).or_else(|| text(bytes))
}

/// Formats whose mark is not at the start, or not alone there.
fn inner_magic(bytes: &[u8]) -> Option<&'static str> {
    let at = |offset: usize, mark: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(mark));
    if at(0, b"SQLite format 3\x00") {
        // The application id of SQLite's header tells its users apart.
        return Some(match bytes.get(68..72) {
            Some(b"GPKG" | b"GP10" | b"GP11") => "gpkg",
            Some(b"MPBX") => "mbtiles",
            _ => "sqlite",
        });
    }
    [
        (0, &b"RIFF"[..], 8, &b"WEBP"[..], "webp"),
        (0, b"RIFF", 8, b"WAVE", "wav"),
        (4, b"ftyp", 4, b"ftyp", "mp4"),
        (4, b"jP  ", 4, b"jP  ", "jp2"),
        (257, b"ustar", 257, b"ustar", "tar"),
        (8, b"DUCK", 8, b"DUCK", "duckdb"),
    ]
    .into_iter()
    .find(|&(first, mark, second, other, _)| at(first, mark) && at(second, other))
    .map(|(.., id)| id)
}

/// How far into a text the first element or keys are looked for.
const WINDOW: usize = 4096;

fn text(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let window = &bytes[..bytes.len().min(WINDOW)];
    match window.first()? {
        b'<' => xml(window),
        b'{' => Some(json(window)),
        b'[' => window
            .get(1..)
            .and_then(|rest| rest.trim_ascii_start().first())
            .filter(|next| b"{[\"]-0123456789tfn".contains(next))
            .map(|_| "json"),
        _ => None,
    }
}

/// Documents by their first element.
fn xml(window: &[u8]) -> Option<&'static str> {
    let lower = window.to_ascii_lowercase();
    let has = |mark: &str| find(&lower, mark.as_bytes()).is_some();
    if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") {
        return Some("html");
    }
    let element = first_element(&lower)?;
    let id = match element {
        "svg" | "svg:svg" => "svg",
        "kml" | "kml:kml" => "kml",
        "gpx" => "gpx",
        "rdf:rdf" => "rdf",
        "rss" => "rss",
        "feed" => "atom",
        "html" => "html",
        "osm" => "osm",
        "xs:schema" | "xsd:schema" => "xsd",
        "xsl:stylesheet" | "xsl:transform" => "xslt",
        _ if lower.starts_with(b"<?xml") || has("xmlns") => "xml",
        "head" | "body" | "script" | "div" | "p" | "table" => "html",
        _ => return None,
    };
    Some(id)
}

/// The name of the first element, after declarations and comments.
fn first_element(lower: &[u8]) -> Option<&str> {
    let mut rest = lower;
    loop {
        rest = rest.trim_ascii_start();
        let end: &[u8] = match rest {
            [b'<', b'?', ..] => b"?>",
            [b'<', b'!', b'-', b'-', ..] => b"-->",
            [b'<', b'!', ..] => b">",
            [b'<', name @ ..] => {
                let length = name.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b":_-.".contains(byte)))?;
                return std::str::from_utf8(&name[..length]).ok().filter(|name| !name.is_empty());
            }
            _ => return None,
        };
        let at = find(rest, end)?;
        rest = &rest[at + end.len()..];
    }
}

/// GeoJSON, JSON Lines or plain JSON.
fn json(window: &[u8]) -> &'static str {
    let mut lines = window.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let closed = |line: &[u8]| line.starts_with(b"{") && line.ends_with(b"}");
    let first_closes = lines.next().is_some_and(closed);
    if first_closes && lines.next().is_some_and(|line| line.starts_with(b"{")) {
        return "ndjson";
    }
    let bare: Vec<u8> = window.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let has = |mark: &str| find(&bare, mark.as_bytes()).is_some();
    if has("\"type\":\"FeatureCollection\"") || bare.starts_with(b"{\"type\":\"Feature\"") {
        return "geojson";
    }
    if has("\"type\":\"Topology\"") {
        return "topojson";
    }
    if has("\"@context\":") { "jsonld" } else { "json" }
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}

/// Formats a browser runs scripts of when it opens them, by id, extension, media type or path.
pub fn executes_in_browser(name: &str) -> bool {
    let format = Format::find(name).or_else(|| Format::of_path(name));
    format.is_some_and(|row| ["html", "xhtml", "mhtml", "svg", "js", "xslt", "rdfa"].contains(&row.id))
        || [".hta", ".htc", ".swf", ".xbl"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending))
}

/// Whether an XML file names a style sheet, which a browser would execute.
pub fn has_xml_stylesheet(bytes: &[u8]) -> bool {
    find(bytes, b"<?xml-stylesheet").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(bytes: &[u8], expected: Option<&str>) {
        let found = Format::sniff(bytes).map(|row| row.id);
        assert_eq!(found, expected, "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn every_magic_number_gives_a_format_of_the_table() {
        for (magic, id) in MAGIC {
            case(magic, Some(id));
        }
    }

    #[test]
    fn databases_are_told_apart_by_their_application_id() {
        let mut header = b"SQLite format 3\x00".to_vec();
        header.resize(100, 0);
        case(&header, Some("sqlite"));
        header[68..72].copy_from_slice(b"GPKG");
        case(&header, Some("gpkg"));
        case(b"RIFF\x00\x00\x00\x00WEBPVP8 ", Some("webp"));
    }

    #[test]
    fn documents_are_told_apart_by_their_first_element() {
        case(b"<!DOCTYPE html><title>a</title>", Some("html"));
        case(b"<?xml version='1.0'?>\n<!-- note --><svg xmlns='http://www.w3.org/2000/svg'>", Some("svg"));
        case(b"\xef\xbb\xbf<?xml version='1.0'?><kml xmlns='x'>", Some("kml"));
        case(b"<?xml version='1.0'?><liste><a/></liste>", Some("xml"));
        case(b"<rdf:RDF xmlns:rdf='x'>", Some("rdf"));
        case(b"<3 apples", None);
        case(b"<", None);
    }

    #[test]
    fn json_is_told_from_its_dialects() {
        case(b"{\"a\": 1}", Some("json"));
        case(b" [1, 2]", Some("json"));
        case(b"{ \"type\": \"FeatureCollection\", \"features\": [] }", Some("geojson"));
        case(b"{\"a\": 1}\n{\"a\": 2}\n", Some("ndjson"));
        case(b"{\"@context\": \"https://schema.org\"}", Some("jsonld"));
        case(b"[section]\nkey = 1", None);
    }

    #[test]
    fn plain_text_and_nothing_are_none() {
        case(b"", None);
        case(b"nom;age\nAnne;30\n", None);
    }

    #[test]
    fn what_a_browser_executes_is_known_by_id_extension_and_type() {
        for name in ["html", "page.HTM", "a.shtml", "x.xht", "image/svg+xml", "a/b.mjs", "x.mht", "a.swf"] {
            assert!(executes_in_browser(name), "{name}");
        }
        for name in ["csv", "a.json", "application/pdf", "xml", "png", "README"] {
            assert!(!executes_in_browser(name), "{name}");
        }
        assert!(has_xml_stylesheet(b"<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?><a/>"));
        assert!(!has_xml_stylesheet(b"<?xml version='1.0'?><a/>"));
    }
}
