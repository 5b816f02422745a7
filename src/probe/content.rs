//! The format of a file by its name and by its content, and whether the two agree.

use crate::vocab::Format;

/// What name and first bytes tell of a file.
pub(super) struct Look {
    /// Format by content where name and content are at odds, else by name.
    pub(super) format: Option<&'static Format>,
    /// Format that the content shows.
    pub(super) sniffed: Option<&'static Format>,
}

impl Look {
    /// Whether rows and columns are to be expected.
    pub(super) fn is_table(&self) -> bool {
        self.format.is_some_and(|format| ["csv", "tsv"].contains(&format.id))
    }
}

pub(super) fn look(path: &str, head: &[u8]) -> Look {
    let named = Format::of_path(path);
    let sniffed = Format::sniff(head);
    let format = match (named, sniffed) {
        (Some(named), Some(sniffed)) if !agrees(named, sniffed) => Some(sniffed),
        (Some(named), _) => Some(named),
        (None, sniffed) => sniffed,
    };
    Look { format, sniffed }
}

/// Whether a file of the format `named` may begin like `sniffed`: a spreadsheet is a ZIP archive.
/// Formats of which nothing certain is known agree with everything.
pub fn agrees(named: &Format, sniffed: &Format) -> bool {
    named == sniffed || beginnings(named).is_none_or(|ids| ids.contains(&sniffed.id))
}

/// What else files of a format may begin like, by id; none when nobody can say.
fn beginnings(named: &Format) -> Option<&'static [&'static str]> {
    const XML: &[&str] = &["xml", "kml", "gpx", "rdf", "rss", "atom", "osm", "xsd", "xslt"];
    const PAGE: &[&str] = &["html", "xhtml", "xml"];
    const JSON: &[&str] = &["json", "geojson", "topojson", "jsonld", "ndjson"];
    let double = |ending: &str| named.extensions.iter().any(|extension| extension.ends_with(ending));
    Some(match named.id {
        "json" | "jsonl" | "ndjson" | "jsonld" | "geojson" | "topojson" | "datapackage" => JSON,
        "xml" | "xsd" | "xslt" | "rdf" | "rss" | "atom" | "kml" | "gml" | "gpx" | "osm" => XML,
        "html" | "xhtml" => PAGE,
        "svg" => &["xml", "gz"],
        "sqlite" | "gpkg" | "mbtiles" => &["sqlite", "gpkg", "mbtiles"],
        "tiff" | "geotiff" => &["tiff", "geotiff"],
        "netcdf" | "hdf" => &["netcdf", "hdf"],
        "las" | "laz" => &["las"],
        "geoparquet" => &["parquet"],
        "xlsx" | "xlsm" | "xlsb" | "ods" | "docx" | "odt" | "pptx" | "odp" | "odg" | "kmz" | "epub" | "gtfs" => {
            &["zip"]
        }
        "shp" => &["zip"],
        "csv" | "tsv" | "pdf" | "parquet" | "arrow" | "avro" | "png" | "jpeg" | "gif" | "webp" | "bmp" | "mp3"
        | "mp4" | "ogg" | "webm" | "wav" | "jp2" | "zip" | "gz" | "tar" | "7z" | "rar" | "bz2" | "xz" | "zst"
        | "rtf" | "xls" | "doc" | "ppt" | "ics" | "fgb" | "pmtiles" | "grib" | "duckdb" => &[],
        _ if double(".zip") => &["zip"],
        _ if double("gz") => &["gz"],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(path: &str, head: &[u8], expected: Option<&str>) {
        assert_eq!(look(path, head).format.map(|format| format.id), expected, "{path}");
    }

    #[test]
    fn a_name_is_believed_unless_the_content_says_otherwise() {
        case("a.csv", b"a,b\n", Some("csv"));
        case("a.csv", b"%PDF-1.7", Some("pdf"));
        case("a.csv", b"<!doctype html><title>404</title>", Some("html"));
        case("a.xlsx", b"PK\x03\x04", Some("xlsx"));
        case("a.shp.zip", b"PK\x03\x04", Some("shp"));
        case("a.json", b"{\"type\":\"FeatureCollection\"}", Some("json"));
        case("a.geojson", b"{\"a\": 1}", Some("geojson"));
        case("a.csv.gz", b"\x1f\x8b", Some("csv.gz"));
        case("a.tar.gz", b"\x1f\x8b", Some("tar.gz"));
        case("a.md", b"<p align=center>", Some("md"));
        case("a.gml", b"<?xml version='1.0'?><g/>", Some("gml"));
        case("a.png", b"\xff\xd8\xff", Some("jpeg"));
        case("README", b"read me", None);
        case("data", b"PAR1", Some("parquet"));
    }
}
