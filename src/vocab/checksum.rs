//! Checksum types: names, lengths and the SPDX algorithm each is.
//!
//! Source: udata's checksum types; SPDX 2.3 for the algorithms.

use super::key;

/// A way to compute a checksum.
#[derive(Debug, PartialEq, Eq)]
pub struct Checksum {
    pub id: &'static str,
    /// Number of hexadecimal digits of a value.
    pub hex_digits: usize,
    /// The SPDX term, after `http://spdx.org/rdf/terms#`; none for CRC.
    pub spdx: Option<&'static str>,
    aliases: &'static [&'static str],
}

/// All types, the strongest usual one first. udata's `sha2` is read as SHA-256.
pub static ALL: &[Checksum] = &[
    row("sha256", 64, Some("checksumAlgorithm_sha256"), &["sha2", "sha 2", "sha 2 256"]),
    row("sha1", 40, Some("checksumAlgorithm_sha1"), &["sha"]),
    row("md5", 32, Some("checksumAlgorithm_md5"), &["md 5"]),
    row("sha384", 96, Some("checksumAlgorithm_sha384"), &[]),
    row("sha512", 128, Some("checksumAlgorithm_sha512"), &[]),
    row("crc", 8, None, &["crc32"]),
];

const fn row(
    id: &'static str,
    hex_digits: usize,
    spdx: Option<&'static str>,
    aliases: &'static [&'static str],
) -> Checksum {
    Checksum { id, hex_digits, spdx, aliases }
}

impl Checksum {
    /// The type of a name: `sha256`, `SHA-256`, `md5`.
    pub fn find(text: &str) -> Option<&'static Checksum> {
        if let Some(exact) = ALL.iter().find(|row| row.id == text) {
            return Some(exact);
        }
        let wanted = key(text);
        let joined = wanted.replace(' ', "");
        ALL.iter().find(|row| row.id == joined || row.aliases.contains(&wanted.as_str()))
    }

    /// The ids in the order of the table.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|row| row.id)
    }

    /// Whether a value has the digits and the length of this type.
    pub fn accepts(&self, value: &str) -> bool {
        value.len() == self.hex_digits && value.bytes().all(|byte| byte.is_ascii_hexdigit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_their_usual_spellings() {
        let case = |text: &str, id: Option<&str>| {
            assert_eq!(Checksum::find(text).map(|row| row.id), id, "{text}");
        };
        case("sha256", Some("sha256"));
        case("SHA-256", Some("sha256"));
        case("sha2", Some("sha256"));
        case("SHA-1", Some("sha1"));
        case("MD5", Some("md5"));
        case("crc32", Some("crc"));
        case("rot13", None);
        case("", None);
    }

    #[test]
    fn a_value_has_exactly_the_digits_of_its_type() {
        let md5 = Checksum::find("md5").expect("md5 is in the table");
        assert!(md5.accepts("d41d8cd98f00b204e9800998ecf8427E"));
        assert!(!md5.accepts("d41d8cd98f00b204e9800998ecf8427"));
        assert!(!md5.accepts("g41d8cd98f00b204e9800998ecf8427e"));
    }
}
