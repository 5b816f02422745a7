//! A snapshot on its way to the disk: the archive, the list of its files, the tag files of a bag.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::contents::{Contents, Part};
use super::create::{Create, Form};
use crate::cli::failure::Failure;
use crate::cli::out;
use crate::cli::progress::Bar;
use crate::cli::shell::Shell;
use crate::io::Error;
use crate::io::pack::{Format, Options, Pack, Packed};
use crate::io::write::Content;
use crate::layout::is_portable;
use crate::snapshot::{self, FileEntry, Heading, MANIFEST, SUMS, bag};

/// From here on quick is better than small: compressing would take longer than making.
const MANY_DATASETS: usize = 2000;
/// How hard small catalogues are compressed.
const SMALL: u32 = 6;
/// How hard large ones are.
const QUICK: u32 = 1;

/// A snapshot that is being written.
pub(super) struct Writing {
    out: PathBuf,
    pack: Pack,
    files: Vec<FileEntry>,
}

/// A snapshot that is written.
pub(super) struct Written {
    /// Where it is.
    pub(super) out: PathBuf,
    /// Its size and digest.
    pub(super) archive: Packed,
    /// How many files are in it.
    pub(super) files: usize,
    /// Their bytes.
    pub(super) bytes: u64,
}

impl Writing {
    /// Opens the archive where the options say.
    pub(super) fn begin(options: &Create, root: &Path, heading: &Heading, shell: &Shell) -> Result<Self, Failure> {
        out::not_standard("--out", options.out.as_deref(), shell)?;
        let (out, format) = target(options, &heading.folder);
        fit(&out, root, options.force, shell)?;
        if !options.force && out.symlink_metadata().is_ok() {
            let (en, fr) = (format!("`{}` exists already", out.display()), format!("`{}` existe déjà", out.display()));
            let remedy = shell.say(
                "name another file with `-o FILE`, or write over it with `--force`",
                "nommer un autre fichier avec `-o FICHIER`, ou le remplacer avec `--force`",
            );
            return Err(Failure::said(shell.say(&en, &fr), Some(remedy.to_owned())));
        }
        let usual = if heading.quality.datasets < MANY_DATASETS { SMALL } else { QUICK };
        let strength = options.level.unwrap_or(usual);
        let options = Options { format, day: heading.now, strength, replace: options.force };
        let pack = Pack::begin(&out, &heading.folder, options)?;
        Ok(Self { out, pack, files: Vec::new() })
    }

    /// The folder that the archive will be in.
    pub(super) fn beside(&self) -> &Path {
        self.out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    /// Writes the parts, which are sorted by path, then the lists of them.
    pub(super) fn write(
        mut self,
        heading: &Heading,
        parts: Vec<(String, Part)>,
        contents: &Contents<'_>,
        shell: &Shell,
    ) -> Result<Written, Failure> {
        let paths: Vec<&str> = parts.iter().map(|(path, _)| path.as_str()).collect();
        Pack::check(&paths)?;
        portable(&paths, shell)?;
        let bar = Bar::making(shell, paths.len());
        let packed = self.pack.add(&paths, |place| {
            bar.advance();
            contents.content(&parts[place].1)
        })?;
        drop(bar);
        let entry = |((path, _), packed): ((String, Part), Packed)| entry(path, packed);
        self.files = parts.into_iter().zip(packed).map(entry).collect();
        if heading.bag {
            self.bag(heading, contents.site.config.title_in(contents.site.config.language()))?;
        }
        self.lists(heading)?;
        let bytes = self.files.iter().map(|file| file.size).sum();
        Ok(Written { archive: self.pack.finish()?, out: self.out, files: self.files.len(), bytes })
    }

    /// Adds the tag files of a bag that say what the payload is.
    fn bag(&mut self, heading: &Heading, title: &str) -> Result<(), Failure> {
        let payload: Vec<FileEntry> = self.files.iter().filter(|file| bag::is_payload(&file.path)).cloned().collect();
        self.add(bag::DECLARATION, bag::declaration())?;
        self.add(bag::INFO, bag::info(heading, title, &payload))?;
        self.add(bag::PAYLOAD_MANIFEST, bag::payload_manifest(&payload))?;
        self.files.sort();
        Ok(())
    }

    /// Adds the lists of all files.
    fn lists(&mut self, heading: &Heading) -> Result<(), Failure> {
        let Self { pack, files, .. } = self;
        let manifest = |out: &mut dyn Write| snapshot::write_manifest(heading, files, out);
        let packed = pack.add(&[MANIFEST], |_| Ok(Content::Stream(Box::new(manifest))))?;
        self.extend(MANIFEST, packed);
        self.files.sort();
        self.add(SUMS, lines(self.files.iter()))?;
        if heading.bag {
            self.files.sort();
            self.add(bag::TAG_MANIFEST, lines(self.files.iter().filter(|file| !bag::is_payload(&file.path))))?;
        }
        Ok(())
    }

    fn add(&mut self, path: &str, text: String) -> Result<(), Failure> {
        let packed = self.pack.add(&[path], |_| Ok(Content::Bytes(text.clone().into_bytes())))?;
        self.extend(path, packed);
        Ok(())
    }

    fn extend(&mut self, path: &str, packed: Vec<Packed>) {
        self.files.extend(packed.into_iter().map(|packed| entry(path.to_owned(), packed)));
    }
}

/// Refuses a name that some system cannot have: only files of a theme get here with one.
fn portable(paths: &[&str], shell: &Shell) -> Result<(), Failure> {
    let refused = paths.iter().find(|path| !path.split('/').all(is_portable));
    let Some(path) = refused else { return Ok(()) };
    let (en, fr) = (
        format!("some systems cannot have a file called `{path}`"),
        format!("certains systèmes ne peuvent avoir de fichier nommé `{path}`"),
    );
    Err(Failure::said(shell.say(&en, &fr), Some(shell.say("rename it", "le renommer").to_owned())))
}

fn entry(path: String, packed: Packed) -> FileEntry {
    FileEntry { path, size: packed.size, sha256: packed.sha256 }
}

fn lines<'a>(files: impl Iterator<Item = &'a FileEntry>) -> String {
    snapshot::lines(files.map(|file| (file.path.as_str(), file.sha256.as_str())))
}

/// The file to write, and its form.
fn target(options: &Create, folder: &str) -> (PathBuf, Format) {
    let asked = options.format.map(|form| match form {
        Form::Zip => Format::Zip,
        Form::TarGz => Format::TarGz,
    });
    let is_folder = |out: &Path| out.is_dir() || out.as_os_str().as_encoded_bytes().ends_with(b"/");
    let named = options.out.as_deref().filter(|out| !is_folder(out));
    let format = asked.or_else(|| named.and_then(of_name)).unwrap_or(Format::Zip);
    let name = || format!("{folder}.{}", format.extension());
    let out = match (&options.out, named) {
        (_, Some(file)) => file.to_owned(),
        (Some(into), None) => into.join(name()),
        (None, None) => PathBuf::from(name()),
    };
    (out, format)
}

/// Refuses a place that is no place for a snapshot: among the files it is made from, or something else than a file.
fn fit(out: &Path, root: &Path, force: bool, shell: &Shell) -> Result<(), Failure> {
    if force && out.symlink_metadata().is_ok_and(|known| !known.is_file()) {
        return Err(Error::NoFile(out.to_owned()).into());
    }
    let mut above = out.ancestors().skip(1).map(|one| if one.as_os_str().is_empty() { Path::new(".") } else { one });
    let folder = above.find_map(|folder| folder.canonicalize().ok());
    let sources = ["content", "themes"].map(|name| root.join(name).canonicalize().ok());
    let is_inside = |source: &PathBuf| folder.as_ref().is_some_and(|folder| folder.starts_with(source));
    if !sources.iter().flatten().any(is_inside) {
        return Ok(());
    }
    let (en, fr) = (
        format!("`{}` is among the files that the catalogue is made from", out.display()),
        format!("`{}` est parmi les fichiers dont le catalogue est fait", out.display()),
    );
    let remedy = shell.say(
        "name a file elsewhere: each snapshot would hold all earlier ones",
        "nommer un fichier ailleurs\u{a0}: chaque instantané contiendrait tous les précédents",
    );
    Err(Failure::said(shell.say(&en, &fr), Some(remedy.to_owned())))
}

/// The form that the name of a file says.
fn of_name(file: &Path) -> Option<Format> {
    let name = file.file_name()?.to_str()?.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    match () {
        () if ends(&[".zip"]) => Some(Format::Zip),
        () if ends(&[".tar.gz", ".tgz"]) => Some(Format::TarGz),
        () => None,
    }
}
