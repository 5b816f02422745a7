//! A very small snapshot, in every form that a snapshot may have, and in forms that it must not have.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use etal::io::unpack;
use etal::probe::sha256;
use etal::snapshot::{FORMAT, FileEntry, Heading, Quality, Verdict, judge, lines, write_manifest};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};

/// The folder at its top.
pub(super) const TOP: &str = "test-2026-11-23";

/// The files of a snapshot, by their path below the top.
#[derive(Clone)]
pub(super) struct Tiny {
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

impl Tiny {
    /// A whole one.
    pub(super) fn new() -> Self {
        let data = "a;b\n1;2\n".repeat(200);
        let files = [
            ("index.html", "<p>start</p>\n"),
            ("site/index.html", "<p>site</p>\n"),
            ("site/é à.css", "p { color: red }\n"),
            ("source/content/datasets/a/data.csv", data.as_str()),
            ("source/site.toml", "title = \"Test\"\n"),
            ("evidence.json", "{}\n"),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        Self { files: files.into() }.sealed(false)
    }

    /// A whole one that is a bag.
    pub(super) fn bag() -> Self {
        let mut files = Self::new().files;
        files.retain(|path, _| !matches!(path.as_str(), "manifest.json" | "SHA256SUMS"));
        let payload = |path: String| if path == "index.html" { path } else { format!("data/{path}") };
        let mut bag = Self { files: files.into_iter().map(|(path, bytes)| (payload(path), bytes)).collect() };
        bag.put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        bag.put("data/source/100 %.txt", "x");
        let sums = bag.sums(|path| path.starts_with("data/")).replace('%', "%25");
        bag.put("manifest-sha256.txt", sums);
        let mut bag = bag.sealed(true);
        let tags = bag.sums(|path| !path.starts_with("data/"));
        bag.put("tagmanifest-sha256.txt", tags);
        bag
    }

    /// With a manifest and sums that fit its files.
    fn sealed(mut self, bag: bool) -> Self {
        let entry = |(path, bytes): (&String, &Vec<u8>)| FileEntry {
            path: path.clone(),
            size: bytes.len() as u64,
            sha256: sha256(bytes),
        };
        let entries: Vec<FileEntry> = self.files.iter().map(entry).collect();
        let mut manifest = Vec::new();
        write_manifest(&heading(bag), &entries, &mut manifest).unwrap();
        self.put("manifest.json", manifest);
        let sums = self.sums(|_| true);
        self.put("SHA256SUMS", sums);
        self
    }

    fn sums(&self, is_wanted: impl Fn(&str) -> bool) -> String {
        let wanted = self.files.iter().filter(|(path, _)| is_wanted(path));
        let digests: Vec<(&str, String)> = wanted.map(|(path, bytes)| (path.as_str(), sha256(bytes))).collect();
        lines(digests.iter().map(|(path, digest)| (*path, digest.as_str())))
    }

    pub(super) fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), bytes.into());
    }

    /// With one file changed.
    pub(super) fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.put(path, bytes);
        self
    }

    /// Without a file.
    pub(super) fn without(mut self, path: &str) -> Self {
        self.files.remove(path).unwrap();
        self
    }

    /// With a file under another name.
    pub(super) fn moved(mut self, from: &str, to: &str) -> Self {
        let bytes = self.files.remove(from).unwrap();
        self.with(to, bytes)
    }

    /// With one byte of a file flipped.
    pub(super) fn flipped(mut self, path: &str) -> Self {
        self.files.get_mut(path).unwrap()[3] ^= 1;
        self
    }

    /// As entries of an archive.
    pub(super) fn entries(&self) -> Vec<Packed> {
        self.files.iter().map(|(path, bytes)| Packed::new(&format!("{TOP}/{path}"), bytes)).collect()
    }

    pub(super) fn zip(&self) -> Vec<u8> {
        zip(&self.entries())
    }

    pub(super) fn tar_gz(&self) -> Vec<u8> {
        gzip(&tar(&self.entries()))
    }

    /// Every form that it may have, by name. All checksums of the archives are right.
    pub(super) fn archives(&self) -> Vec<(&'static str, Vec<u8>)> {
        let tar = tar(&self.entries());
        let (first, second) = tar.split_at(tar.len() / 3);
        let stored: Vec<Packed> = self.entries().into_iter().map(Packed::stored).collect();
        vec![
            ("deflated.zip", self.zip()),
            ("stored.zip", zip(&stored)),
            ("of-the-crate.zip", self.zip_of_the_crate(false)),
            ("zip64.zip", self.zip_of_the_crate(true)),
            ("one.tar.gz", gzip(&tar)),
            ("two-members.tar.gz", [gzip(first), gzip(second)].concat()),
            ("of-the-crate.tar.gz", self.tar_of_the_crate()),
        ]
    }

    fn zip_of_the_crate(&self, large: bool) -> Vec<u8> {
        let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default().large_file(large);
        out.add_directory(format!("{TOP}/"), options).unwrap();
        for (path, bytes) in &self.files {
            out.start_file(format!("{TOP}/{path}"), options).unwrap();
            out.write_all(bytes).unwrap();
        }
        out.finish().unwrap().into_inner()
    }

    fn tar_of_the_crate(&self) -> Vec<u8> {
        let mut out = tar::Builder::new(Vec::new());
        for (path, bytes) in &self.files {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            out.append_data(&mut header, format!("{TOP}/{path}"), &bytes[..]).unwrap();
        }
        gzip(&out.into_inner().unwrap())
    }

    /// Writes it as a folder.
    pub(super) fn write(&self, folder: &Path) {
        for (path, bytes) in &self.files {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
}

fn heading(bag: bool) -> Heading {
    Heading {
        format: FORMAT,
        etal: String::from("0.1.0"),
        folder: TOP.to_owned(),
        title: [("en", "Test"), ("fr", "Essai")].map(|(code, text)| (code.to_owned(), text.to_owned())).into(),
        catalogue: String::from("5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001"),
        base_url: None,
        now: "2026-11-23".parse().unwrap(),
        commit: Some("0123456789abcdef0123456789abcdef01234567".into()),
        clean: Some(true),
        drafts: false,
        bag,
        quality: Quality {
            profile: String::from("etal"),
            datasets: 1,
            resources: 1,
            hosted_files: 1,
            hosted_bytes: 1600,
            bands: BTreeMap::new(),
            errors: 0,
            warnings: 0,
            notes: 0,
        },
        licenses: Vec::new(),
        remote: Vec::new(),
    }
}

/// What is found in the bytes of an archive.
pub(super) fn verdict(archive: &[u8]) -> Verdict {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), archive).unwrap();
    judge(&unpack::contents(file.path(), None).unwrap())
}

/// What is said of the files, one a line.
pub(super) fn remarks(verdict: &Verdict) -> Vec<String> {
    let text = etal::snapshot::verdict_text(verdict, "en");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.truncate(verdict.remarks.len());
    lines
}

/// An entry of an archive, each of whose numbers may be a lie.
#[derive(Clone)]
pub(super) struct Packed {
    pub(super) name: Vec<u8>,
    pub(super) bytes: Vec<u8>,
    /// Size that is declared.
    pub(super) size: u64,
    pub(super) crc: u32,
    pub(super) method: u16,
    pub(super) flags: u16,
    /// Mode in a zip.
    pub(super) mode: u32,
    /// Kind in a tar.
    pub(super) kind: u8,
}

impl Packed {
    pub(super) fn new(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            bytes: bytes.to_vec(),
            size: bytes.len() as u64,
            crc: crc32fast::hash(bytes),
            method: 8,
            flags: 0x800,
            mode: 0o100_644,
            kind: b'0',
        }
    }

    fn stored(mut self) -> Self {
        self.method = 0;
        self
    }

    fn packed(&self) -> Vec<u8> {
        if self.method != 8 {
            return self.bytes.clone();
        }
        let mut out = DeflateEncoder::new(Vec::new(), Compression::default());
        out.write_all(&self.bytes).unwrap();
        out.finish().unwrap()
    }
}

/// A zip of some entries, as they say.
pub(super) fn zip(entries: &[Packed]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for entry in entries {
        let (start, packed) = (out.len() as u32, entry.packed());
        let short = |out: &mut Vec<u8>, numbers: &[u16]| {
            numbers.iter().for_each(|number| out.extend(number.to_le_bytes()));
        };
        let facts = |out: &mut Vec<u8>| {
            short(out, &[20, entry.flags, entry.method, 0, 0x21]);
            for number in [entry.crc, packed.len() as u32, entry.size as u32] {
                out.extend(number.to_le_bytes());
            }
            short(out, &[entry.name.len() as u16, 0]);
        };
        out.extend(b"PK\x03\x04");
        facts(&mut out);
        out.extend(&entry.name);
        out.extend(&packed);
        list.extend(b"PK\x01\x02");
        short(&mut list, &[0x031e]);
        facts(&mut list);
        short(&mut list, &[0, 0, 0]);
        list.extend((entry.mode << 16).to_le_bytes());
        list.extend(start.to_le_bytes());
        list.extend(&entry.name);
    }
    let start = out.len() as u32;
    let count = entries.len() as u16;
    out.extend(&list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend([(list.len() as u32).to_le_bytes(), start.to_le_bytes()].concat());
    out.extend([0, 0]);
    out
}

/// A tar of some entries, as they say.
pub(super) fn tar(entries: &[Packed]) -> Vec<u8> {
    let mut out = Vec::new();
    for entry in entries {
        let mut header = tar::Header::new_ustar();
        header.as_old_mut().name[..entry.name.len()].copy_from_slice(&entry.name);
        header.set_size(entry.size);
        header.set_mode(0o644);
        header.set_entry_type(tar::EntryType::new(entry.kind));
        header.set_cksum();
        out.extend(header.as_bytes());
        out.extend(&entry.bytes);
        out.resize(out.len().next_multiple_of(512), 0);
    }
    out.resize(out.len() + 1024, 0);
    out
}

pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}
