//! The tag files of a bag: BagIt 1.0 (RFC 8493).

use super::{FileEntry, Heading, PAYLOAD, lines};

/// The declaration.
pub const DECLARATION: &str = "bagit.txt";
/// What the bag is.
pub const INFO: &str = "bag-info.txt";
/// Digests of the payload.
pub const PAYLOAD_MANIFEST: &str = "manifest-sha256.txt";
/// Digests of the tag files.
pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";

/// The declaration.
pub fn declaration() -> String {
    String::from("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
}

/// What the bag is. `files` are those of the payload.
pub fn info(heading: &Heading, title: &str, files: &[FileEntry]) -> String {
    let bytes: u64 = files.iter().map(|file| file.size).sum();
    let mut lines = vec![
        ("Source-Organization", title.to_owned()),
        ("External-Description", format!("Snapshot of the data catalogue {title}")),
        ("External-Identifier", format!("urn:uuid:{}", heading.catalogue)),
        ("Internal-Sender-Identifier", heading.folder.clone()),
        ("Bagging-Date", heading.now.to_string()),
        ("Bag-Software-Agent", format!("etal {}", heading.etal)),
        ("Payload-Oxum", format!("{bytes}.{}", files.len())),
    ];
    if let Some(commit) = &heading.commit {
        lines.push(("Internal-Sender-Description", format!("git commit {commit}")));
    }
    lines.iter().map(|(name, value)| format!("{name}: {}\n", one_line(value))).collect()
}

/// Digests of the payload: paths below the bag, percent-encoded where RFC 8493 asks for it.
pub fn payload_manifest(files: &[FileEntry]) -> String {
    let paths: Vec<(String, &str)> = files.iter().map(|file| (encoded(&file.path), file.sha256.as_str())).collect();
    lines(paths.iter().map(|(path, digest)| (path.as_str(), *digest)))
}

/// Whether a file is part of the payload.
pub fn is_payload(path: &str) -> bool {
    path.starts_with(PAYLOAD)
}

/// A percent sign begins a code in manifests of bags. Line ends, which no file of a snapshot has, are the other signs
/// that are written so.
fn encoded(path: &str) -> String {
    path.replace('%', "%25")
}

/// A value of a tag file ends with its line.
fn one_line(value: &str) -> String {
    value.split(char::is_control).collect::<Vec<_>>().join(" ")
}
