//! File formats and services: names, extensions, media types, families and what portals think of
//! them.

mod family;
mod sniff;
mod table;

use std::sync::LazyLock;

use super::index::Index;
use super::{EU_AUTHORITY, Label, after_base, eu_code, key, nearest};

pub use family::Family;
pub use sniff::{executes_in_browser, has_xml_stylesheet};
pub use table::ALL;

/// The base of the addresses that DCAT-AP gives media types.
pub const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

/// A file format, or the protocol of a service.
#[derive(Debug, PartialEq, Eq)]
pub struct Format {
    /// Lower case, as data.gouv.fr writes formats: `csv`, `geojson`.
    pub id: &'static str,
    pub label: Label,
    pub family: Family,
    /// Without the dot, in lower case, the usual one first; may be double: `csv.gz`.
    pub extensions: &'static [&'static str],
    /// Media types, the canonical one first; empty for services and where none is in use.
    pub mime: &'static [&'static str],
    /// Code of the EU authority table `file-type`.
    pub eu: Option<&'static str>,
    /// A protocol that answers requests, not a file.
    pub service: bool,
    /// The media types are those of the container or dialect below, which they name.
    borrowed: bool,
    aliases: &'static [&'static str],
}

/// data.gouv.fr's closed formats (an absent format counts as closed too).
const CLOSED: [&str; 5] = ["pdf", "doc", "docx", "xls", "xlsx"];

/// EU codes of the list `edp-non-proprietary-format` of data.europa.eu's MQA.
const NON_PROPRIETARY: [&str; 30] = [
    "BMP",
    "CSV",
    "DBF",
    "GEOJSON",
    "GPKG",
    "GZIP",
    "HTML",
    "ICS",
    "JPEG2000",
    "JSON",
    "JSON_LD",
    "KML",
    "KMZ",
    "NETCDF",
    "ODS",
    "PNG",
    "RDF_N_QUADS",
    "RDF_N_TRIPLES",
    "RDF_TRIG",
    "RDF_TURTLE",
    "RDF_XML",
    "RSS",
    "RTF",
    "TAR",
    "TIFF",
    "TSV",
    "TXT",
    "WMS_SRVC",
    "XML",
    "ZIP",
];

/// EU codes of the list `edp-machine-readable-format` of data.europa.eu's MQA.
const MACHINE_READABLE: [&str; 20] = [
    "CSV",
    "GEOJSON",
    "ICS",
    "JSON",
    "JSON_LD",
    "KML",
    "KMZ",
    "NETCDF",
    "ODS",
    "RDFA",
    "RDF_N_QUADS",
    "RDF_N_TRIPLES",
    "RDF_TRIG",
    "RDF_TURTLE",
    "RDF_XML",
    "RSS",
    "SHP",
    "XLS",
    "XLSX",
    "XML",
];

impl Format {
    /// The format of an id, label, extension (with or without its dot), media type (with or
    /// without parameters), IANA or EU address, or of the words people write. None when the text
    /// names two formats.
    pub fn find(text: &str) -> Option<&'static Format> {
        static INDEX: LazyLock<Index<Format>> = LazyLock::new(|| Index::new(ALL.iter().flat_map(names)));
        let text = text.trim();
        if let Some(code) = eu_code(text, "file-type") {
            // Compressed CSV has the code of its container, which comes later in the table.
            return ALL.iter().rev().find(|row| row.eu == Some(code));
        }
        if after_base(text, EU_AUTHORITY).is_some() {
            return None;
        }
        let text = after_base(text, "iana.org/assignments/media-types/").unwrap_or(text);
        let bare = match text.split_once(';') {
            Some((media_type, _)) if media_type.contains('/') => media_type,
            _ => text,
        };
        INDEX.find(text).or_else(|| INDEX.find(bare)).or_else(|| INDEX.find(&without_noise(text)?))
    }

    /// The format of a path or file name, by its extension; `data.csv.gz` is `csv.gz`.
    pub fn of_path(path: &str) -> Option<&'static Format> {
        static BY_EXTENSION: LazyLock<Index<Format>> = LazyLock::new(|| {
            Index::new(ALL.iter().flat_map(|row| row.extensions.iter().map(move |extension| (*extension, row))))
        });
        let name = path.rsplit(['/', '\\']).next()?.to_ascii_lowercase();
        let (stem, extension) = name.rsplit_once('.')?;
        let double = stem.rsplit_once('.').and_then(|(_, inner)| BY_EXTENSION.find(&format!("{inner}.{extension}")));
        double.or_else(|| BY_EXTENSION.find(extension))
    }

    /// The format of the first bytes of a file (a few kilobytes are enough), by magic numbers and
    /// the first element of XML. Office documents are `zip`; CSV and plain text are none.
    pub fn sniff(bytes: &[u8]) -> Option<&'static Format> {
        sniff::id(bytes).and_then(Format::get)
    }

    /// The format of exactly this id.
    pub fn get(id: &str) -> Option<&'static Format> {
        Format::find(id).filter(|row| row.id == id)
    }

    /// The ids in the order of the table.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|row| row.id)
    }

    /// The id that a mistyped one most probably meant.
    pub fn nearest(text: &str) -> Option<&'static str> {
        nearest(text.trim_start_matches('.'), Format::ids())
    }

    /// Closed for data.gouv.fr: PDF, Word, Excel.
    pub fn closed(&self) -> bool {
        CLOSED.contains(&self.id)
    }

    /// In the MQA's list of non-proprietary formats.
    pub fn non_proprietary(&self) -> bool {
        self.eu.is_some_and(|code| NON_PROPRIETARY.contains(&code))
    }

    /// In the MQA's list of machine-readable formats.
    pub fn machine_readable(&self) -> bool {
        self.eu.is_some_and(|code| MACHINE_READABLE.contains(&code))
    }

    /// The canonical media type, if there is one.
    pub fn media_type(&self) -> Option<&'static str> {
        self.mime.first().copied()
    }

    /// The address in the EU authority table `file-type`.
    pub fn eu_uri(&self) -> Option<String> {
        let code = self.eu?;
        Some(format!("http://publications.europa.eu/resource/authority/file-type/{code}"))
    }

    const fn eu(mut self, code: &'static str) -> Format {
        self.eu = Some(code);
        self
    }

    const fn also(mut self, aliases: &'static [&'static str]) -> Format {
        self.aliases = aliases;
        self
    }

    const fn borrowed(mut self) -> Format {
        self.borrowed = true;
        self
    }

    const fn service(mut self) -> Format {
        self.service = true;
        self
    }
}

/// Words around a format's name that add nothing.
const NOISE: [&str; 12] =
    ["file", "files", "fichier", "fichiers", "format", "au", "data", "document", "utf", "8", "the", "download"];

/// The text without such words; none when it had none of them or nothing else.
fn without_noise(text: &str) -> Option<String> {
    if text.len() > 60 {
        return None;
    }
    let key = key(text);
    let words: Vec<&str> = key.split(' ').filter(|word| !NOISE.contains(word)).collect();
    let rest = words.join(" ");
    (!rest.is_empty() && rest != key).then_some(rest)
}

fn names(row: &'static Format) -> impl Iterator<Item = (&'static str, &'static Format)> {
    [row.id, row.label.en, row.label.fr]
        .into_iter()
        .chain(row.extensions.iter().copied())
        .chain(row.mime.iter().copied().filter(|_| !row.borrowed))
        .chain(row.aliases.iter().copied())
        .map(move |name| (name, row))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::index::conflicts;
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(Format::find(text).map(|row| row.id), expected, "{text}");
    }

    #[test]
    fn there_are_eighty_formats_with_unique_ids() {
        assert!(ALL.len() >= 80, "{}", ALL.len());
        let ids: BTreeSet<_> = Format::ids().collect();
        assert_eq!(ids.len(), ALL.len());
    }

    #[test]
    fn every_name_belongs_to_one_format_only() {
        assert_eq!(conflicts(ALL.iter().flat_map(names), |row| row.id), [""; 0]);
        for row in ALL {
            for (name, _) in names(row) {
                case(name, Some(row.id));
                case(&name.to_uppercase(), Some(row.id));
            }
            for extension in row.extensions {
                assert_eq!(Format::of_path(&format!("a/b.{extension}")), Some(row));
                case(&format!(".{extension}"), Some(row.id));
            }
            assert!(!row.service || row.mime.is_empty(), "{}", row.id);
        }
    }

    #[test]
    fn every_code_of_the_quality_lists_is_in_the_table() {
        for code in NON_PROPRIETARY.iter().chain(&MACHINE_READABLE) {
            let known = ALL.iter().any(|row| row.eu == Some(*code));
            assert!(known, "{code}");
        }
        for id in CLOSED {
            assert!(Format::get(id).is_some_and(Format::closed), "{id}");
        }
        let csv = Format::get("csv").expect("csv is in the table");
        assert!(csv.non_proprietary() && csv.machine_readable() && !csv.closed());
        let shp = Format::get("shp").expect("shp is in the table");
        assert!(!shp.non_proprietary() && shp.machine_readable());
    }

    #[test]
    fn words_people_write_are_understood() {
        case("CSV (zip)", Some("csv.zip"));
        case("ZIP+CSV", Some("csv.zip"));
        case("Shapefile", Some("shp"));
        case("ESRI Shapefile", Some("shp"));
        case("ESRI REST", Some("esri-rest"));
        case("OGC WMS", Some("wms"));
        case("ogc:wfs", Some("wfs"));
        case("application/vnd.ms-excel", Some("xls"));
        case("text/csv; charset=utf-8", Some("csv"));
        case("https://www.iana.org/assignments/media-types/text/csv", Some("csv"));
        case("http://publications.europa.eu/resource/authority/file-type/GEOJSON", Some("geojson"));
        case("http://publications.europa.eu/resource/authority/file-type/ZIP", Some("zip"));
        case("application/gzip", Some("gz"));
        case("Fichier CSV", Some("csv"));
        case("Web page", Some("html"));
        case("GTFS-RT", Some("gtfs-rt"));
        case("Excel", Some("xls"));
    }

    #[test]
    fn two_formats_or_none_are_none() {
        case("CSV, JSON", None);
        case("", None);
        case("default", None);
        case("file", None);
        case("XSLX", None);
        case("http://publications.europa.eu/resource/authority/file-type/WHAT", None);
        assert_eq!(Format::nearest("XSLX"), Some("xlsx"));
    }

    #[test]
    fn paths_are_judged_by_their_extension() {
        let case = |path: &str, id: Option<&str>| {
            assert_eq!(Format::of_path(path).map(|row| row.id), id, "{path}");
        };
        case("data/arbres.CSV", Some("csv"));
        case("data/arbres.csv.gz", Some("csv.gz"));
        case("v1.2/arbres.2024.json", Some("json"));
        case("a.tar.gz", Some("tar.gz"));
        case("C:\\files\\a.xlsx", Some("xlsx"));
        case("README", None);
        case("a.b/c", None);
        case("a.unknown", None);
    }

    #[test]
    fn families_have_the_ids_of_data_gouv_fr() {
        let family = |id: &str| Format::get(id).map(|row| row.family.id());
        assert_eq!(family("ods"), Some("tabular"));
        assert_eq!(family("ndjson"), Some("machine_readable"));
        assert_eq!(family("gpkg"), Some("geographical"));
        assert_eq!(family("odt"), Some("documents"));
        assert_eq!(family("zip"), Some("other"));
    }
}
