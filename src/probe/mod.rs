//! Looks into hosted files: size, digest, format, and the shape of tables. Any bytes have an answer.

mod content;
mod delimiter;
mod encoding;
mod executes;
mod table;
mod values;

use sha2::{Digest, Sha256};

use crate::model::HostedFile;

pub use content::agrees;

/// How much of a file is looked at for its format and its table, in bytes.
pub const HEAD_BYTES: usize = 1_000_000;

/// Changes whenever the same bytes may be judged otherwise: what was kept of earlier looks is then
/// of no use.
pub const VERSION: u32 = 2;

/// What the bytes of a whole file show.
pub fn probe_bytes(path: &str, bytes: &[u8]) -> HostedFile {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    probe_head(path, head, bytes.len() as u64, sha256(bytes))
}

/// What the first [`HEAD_BYTES`] of a file show, its size and digest being known.
pub fn probe_head(path: &str, head: &[u8], size: u64, sha256: String) -> HostedFile {
    let complete = head.len() as u64 >= size;
    let content = content::look(path, head);
    HostedFile {
        path: path.to_owned(),
        size,
        sha256,
        format: content.format,
        sniffed: content.sniffed,
        executes: executes::executes(path, head),
        table: content.is_table().then(|| table::read(head, complete)).flatten(),
    }
}

/// SHA-256 in lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pieces that readers of tables and markup stumble upon.
    fn piece() -> impl Strategy<Value = Vec<u8>> {
        let known: [&[u8]; 16] = [
            b"\"",
            b",",
            b";",
            b"\t",
            b"\n",
            b"\r\n",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"<",
            b"<?xml ",
            b" on",
            b"\xc3",
            b"\0",
            b"31/05/2024",
            b"1e",
            b"{",
        ];
        prop_oneof![
            prop::sample::select(known.to_vec()).prop_map(<[u8]>::to_vec),
            prop::collection::vec(any::<u8>(), 0..8),
            "[a-zé0-9/:.-]{0,12}".prop_map(String::into_bytes),
        ]
    }

    proptest! {
        #[test]
        fn any_bytes_under_any_name_have_an_answer(
            pieces in prop::collection::vec(piece(), 0..60),
            name in prop::sample::select(vec!["a.csv", "a.tsv", "a.xml", "a", "a.json"]),
            cut in any::<bool>(),
        ) {
            let bytes = pieces.concat();
            let size = bytes.len() as u64 + u64::from(cut);
            let file = probe_head(name, &bytes, size, String::new());
            prop_assert_eq!(file.size, size);
            prop_assert!(file.table.is_none_or(|table| table.complete != cut && !table.columns.is_empty()));
        }
    }
}
