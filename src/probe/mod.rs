//! Looks into hosted files: size, digest, format, and the shape of tables.

use sha2::{Digest, Sha256};

use crate::model::HostedFile;
use crate::vocab::Format;

/// What the bytes of a whole file show.
pub fn probe_bytes(path: &str, bytes: &[u8]) -> HostedFile {
    HostedFile {
        path: path.to_owned(),
        size: bytes.len() as u64,
        sha256: sha256(bytes),
        format: Format::of_path(path),
        sniffed: None,
        executes: false,
        table: None,
    }
}

/// SHA-256 in lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
