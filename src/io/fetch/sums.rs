//! Checksums of what comes, computed on the way.

use sha2::digest::Digest;

use crate::probe::hexadecimal;
use crate::vocab::checksum::Checksum;

/// A checksum that grows.
trait Sum {
    fn add(&mut self, bytes: &[u8]);
    fn digits(self: Box<Self>) -> String;
}

struct Hashed<D>(D);

impl<D: Digest> Sum for Hashed<D> {
    fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn digits(self: Box<Self>) -> String {
        hexadecimal(&self.0.finalize())
    }
}

impl Sum for crc32fast::Hasher {
    fn add(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }

    fn digits(self: Box<Self>) -> String {
        format!("{:08x}", self.finalize())
    }
}

/// The SHA-256 of a file, and the checksum that its descriptor says when that is another.
pub(super) struct Sums {
    sha256: Hashed<sha2::Sha256>,
    other: Option<Box<dyn Sum>>,
}

impl Sums {
    /// Those of an empty file.
    pub(super) fn new(kind: Option<&Checksum>) -> Self {
        Self { sha256: Hashed(sha2::Sha256::new()), other: kind.and_then(other) }
    }

    /// Some more bytes.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.sha256.add(bytes);
        if let Some(other) = &mut self.other {
            other.add(bytes);
        }
    }

    /// SHA-256 and the checksum that was asked for, in lower-case hexadecimal digits.
    pub(super) fn finish(self) -> (String, String) {
        let sha256 = Box::new(self.sha256).digits();
        let asked = self.other.map_or_else(|| sha256.clone(), Sum::digits);
        (sha256, asked)
    }
}

fn other(kind: &Checksum) -> Option<Box<dyn Sum>> {
    match kind.id {
        "sha1" => Some(Box::new(Hashed(sha1::Sha1::new()))),
        "md5" => Some(Box::new(Hashed(md5::Md5::new()))),
        "sha384" => Some(Box::new(Hashed(sha2::Sha384::new()))),
        "sha512" => Some(Box::new(Hashed(sha2::Sha512::new()))),
        "crc" => Some(Box::new(crc32fast::Hasher::new())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::checksum::ALL;

    #[test]
    fn every_type_of_the_table_is_computed() {
        for kind in ALL {
            let mut sums = Sums::new(Some(kind));
            sums.add(b"123");
            sums.add(b"456789");
            let (sha256, asked) = sums.finish();
            assert_eq!(sha256, "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225");
            assert!(kind.accepts(&asked), "{}", kind.id);
            assert_eq!(asked == sha256, kind.id == "sha256", "{}", kind.id);
        }
    }

    #[test]
    fn the_check_value_of_crc_32_is_that_of_its_catalogue() {
        let mut sums = Sums::new(Checksum::find("crc32"));
        sums.add(b"123456789");
        assert_eq!(sums.finish().1, "cbf43926");
    }
}
