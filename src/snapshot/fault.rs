//! Why a snapshot as a whole cannot be read or judged, in French and English, with the remedy.

use super::ManifestError;

/// Why a snapshot as a whole cannot be read or judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is empty.
    Empty,
    /// Its first bytes are those of no archive that is known.
    NoArchive,
    /// A tar.gz ends early; after which file.
    CutOff(Option<String>),
    /// A tar.gz cannot be unpacked further; after which file.
    Broken(Option<String>),
    /// A zip has no list of its files at its end.
    NoDirectory,
    /// The list of a zip is damaged; after which file.
    Directory(Option<String>),
    /// What it holds is more than may be unpacked: how many bytes may be.
    Bomb(u64),
    /// It holds more files, or longer names, than an archive of its size can have honestly.
    Crowd,
    /// It has no manifest.
    NoManifest,
    /// Several of its folders have a manifest.
    SeveralFolders,
    /// Its manifest is there, but its bytes cannot be had, or are far too many.
    LostManifest,
    /// Its manifest cannot be read.
    Manifest(ManifestError),
}

impl Fault {
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoArchive => "no-archive",
            Self::CutOff(_) | Self::NoDirectory => "cut-off",
            Self::Broken(_) | Self::Directory(_) => "damaged",
            Self::Bomb(_) | Self::Crowd => "too-large",
            Self::NoManifest => "no-manifest",
            Self::SeveralFolders => "several-folders",
            Self::LostManifest | Self::Manifest(ManifestError::Malformed(_) | ManifestError::Path(_)) => "bad-manifest",
            Self::Manifest(ManifestError::Version(_)) => "later-version",
        }
    }

    /// What is wrong: lower case, no full stop.
    pub fn message(&self, language: &str) -> String {
        if language.starts_with("fr") { self.message_fr() } else { self.message_en() }
    }

    /// What to do: a phrase that begins with a verb.
    pub fn remedy(&self, language: &str) -> &'static str {
        if language.starts_with("fr") { self.remedy_fr() } else { self.remedy_en() }
    }

    fn message_en(&self) -> String {
        let after = |file: &Option<String>| {
            file.as_ref()
                .map_or_else(|| String::from("before its first file"), |file| format!("after `{}`", shown(file)))
        };
        match self {
            Self::Empty => String::from("the file is empty"),
            Self::NoArchive => String::from("the file is neither a zip nor a tar.gz"),
            Self::CutOff(file) => format!("the archive is cut off: it ends early, {}", after(file)),
            Self::Broken(file) => format!("the archive is damaged and cannot be unpacked further, {}", after(file)),
            Self::NoDirectory => {
                String::from("the archive is cut off, or damaged at its end: the list of its files is missing")
            }
            Self::Directory(file) => format!("the list of the archive’s files is damaged {}", after(file)),
            Self::Bomb(allowed) => format!("the archive would unpack to more than {allowed} bytes"),
            Self::Crowd => String::from("the archive has more files or longer names than its size allows"),
            Self::NoManifest => String::from("it has no `manifest.json`, so nothing says what it should hold"),
            Self::SeveralFolders => String::from("several of its folders have a `manifest.json`"),
            Self::LostManifest => String::from("the bytes of its `manifest.json` cannot be had"),
            Self::Manifest(ManifestError::Malformed(cause)) => {
                format!("its `manifest.json` is damaged: {}", shown(cause))
            }
            Self::Manifest(ManifestError::Version(found)) => {
                format!("its `manifest.json` is of form {found}, and this version of etal knows form {}", super::FORMAT)
            }
            Self::Manifest(ManifestError::Path(path)) => {
                format!("its `manifest.json` has a path twice, or one that leads out of it: `{}`", shown(path))
            }
        }
    }

    fn message_fr(&self) -> String {
        let after = |file: &Option<String>| {
            file.as_ref()
                .map_or_else(|| String::from("avant son premier fichier"), |file| format!("après `{}`", shown(file)))
        };
        match self {
            Self::Empty => String::from("le fichier est vide"),
            Self::NoArchive => String::from("le fichier n’est ni un zip ni un tar.gz"),
            Self::CutOff(file) => format!("l’archive est tronquée\u{a0}: elle s’arrête trop tôt, {}", after(file)),
            Self::Broken(file) => format!("l’archive est abîmée, et illisible {}", after(file)),
            Self::NoDirectory => {
                String::from("l’archive est tronquée, ou abîmée à la fin\u{a0}: la liste de ses fichiers manque")
            }
            Self::Directory(file) => format!("la liste des fichiers de l’archive est abîmée {}", after(file)),
            Self::Bomb(allowed) => format!("l’archive déballée dépasserait {allowed} octets"),
            Self::Crowd => {
                String::from("l’archive a plus de fichiers, ou des noms plus longs, que sa taille ne le permet")
            }
            Self::NoManifest => {
                String::from("il n’y a pas de `manifest.json`, et rien ne dit ce qu’elle devrait contenir")
            }
            Self::SeveralFolders => String::from("plusieurs de ses dossiers ont un `manifest.json`"),
            Self::LostManifest => String::from("les octets de son `manifest.json` sont perdus"),
            Self::Manifest(ManifestError::Malformed(cause)) => {
                format!("son `manifest.json` est abîmé\u{a0}: {}", shown(cause))
            }
            Self::Manifest(ManifestError::Version(found)) => {
                let known = super::FORMAT;
                format!("son `manifest.json` est de la forme {found}, et cette version d’etal connaît la forme {known}")
            }
            Self::Manifest(ManifestError::Path(path)) => {
                format!("son `manifest.json` a deux fois un chemin, ou un qui mène dehors\u{a0}: `{}`", shown(path))
            }
        }
    }

    fn remedy_en(&self) -> &'static str {
        match self {
            Self::Empty | Self::CutOff(_) | Self::Broken(_) | Self::NoDirectory | Self::Directory(_) => {
                "copy or download it again, and compare its size with that of the original"
            }
            Self::NoArchive => "name a snapshot: a file that `etal snapshot create` made, or the folder that was in it",
            Self::Bomb(_) => "allow more with `--max-size SIZE` when you know where it comes from",
            Self::Crowd => "unpack it with other tools, and name the folder, when you know where it comes from",
            Self::NoManifest => "name the folder or the archive of a snapshot; `sha256sum -c SHA256SUMS` may tell more",
            Self::SeveralFolders => "name one of them",
            Self::LostManifest | Self::Manifest(ManifestError::Malformed(_) | ManifestError::Path(_)) => {
                "take another copy; `sha256sum -c SHA256SUMS` tells which other files are whole"
            }
            Self::Manifest(ManifestError::Version(_)) => {
                "install a later version of etal, or run `sha256sum -c SHA256SUMS` in the unpacked folder"
            }
        }
    }

    fn remedy_fr(&self) -> &'static str {
        match self {
            Self::Empty | Self::CutOff(_) | Self::Broken(_) | Self::NoDirectory | Self::Directory(_) => {
                "la copier ou la télécharger à nouveau, et comparer sa taille à celle de l’original"
            }
            Self::NoArchive => {
                "nommer un instantané\u{a0}: un fichier fait par `etal snapshot create`, ou le dossier qu’il contenait"
            }
            Self::Bomb(_) => "permettre plus avec `--max-size TAILLE`, si vous savez d’où elle vient",
            Self::Crowd => "la déballer avec d’autres outils, et nommer le dossier, si vous savez d’où elle vient",
            Self::NoManifest => {
                "nommer le dossier ou l’archive d’un instantané\u{202f}; `sha256sum -c SHA256SUMS` peut en dire plus"
            }
            Self::SeveralFolders => "nommer l’un d’eux",
            Self::LostManifest | Self::Manifest(ManifestError::Malformed(_) | ManifestError::Path(_)) => {
                "prendre une autre copie\u{202f}; `sha256sum -c SHA256SUMS` dit quels autres fichiers sont intacts"
            }
            Self::Manifest(ManifestError::Version(_)) => {
                "installer une version plus récente d’etal, ou lancer `sha256sum -c SHA256SUMS` dans le dossier déballé"
            }
        }
    }
}

/// A text of unknown origin, without what could steer a terminal.
pub fn shown(text: &str) -> String {
    let is_hidden = |sign: char| {
        sign.is_control() || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(is_hidden) {
        return text.to_owned();
    }
    let escaped = |sign: char| if is_hidden(sign) { sign.escape_unicode().to_string() } else { sign.to_string() };
    text.chars().map(escaped).collect()
}
