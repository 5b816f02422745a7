//! The baseline: findings that a catalogue had when it adopted the rules, kept in a file. They are
//! hidden until they are mended; new ones are not.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::report::key;
use super::tally::counted;
use super::{Fingerprint, Marked};
use crate::source::SourceFile;

/// Number of the form of the file.
const FORMAT: u32 = 1;

/// Findings to be hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline(Vec<Entry>);

/// One of them. Only the fingerprint counts: the rest is for people. Values are left out, for they
/// may be what must not be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its [`Fingerprint`], as text.
    pub fingerprint: String,
    /// Code and name of the rule.
    #[serde(default)]
    pub rule: String,
    /// The file it was in, below the catalogue's root.
    #[serde(default)]
    pub path: String,
    /// The key path of the value.
    #[serde(default)]
    pub key: String,
}

/// Why a file is no baseline.
#[derive(Debug)]
pub enum BaselineFault {
    /// It has not the form of one; in English, with the line.
    Form(String),
    /// Its form has a number that this version does not know.
    Format(u32),
}

/// What is read once the form is known.
#[derive(Deserialize)]
struct File {
    findings: Vec<Entry>,
}

#[derive(Deserialize)]
struct Version {
    format: u32,
}

impl Baseline {
    /// The baseline that hides these findings, in their order.
    pub fn of(findings: &[Marked<'_>], sources: &[SourceFile]) -> Self {
        let path = |marked: &Marked<'_>| sources.get(marked.finding.site.source.0 as usize).map(|file| &file.path);
        let entry = |marked: &Marked<'_>| Entry {
            fingerprint: marked.fingerprint.to_string(),
            rule: format!("{} {}", marked.finding.rule.code, marked.finding.rule.name),
            path: path(marked).cloned().unwrap_or_default(),
            key: key(marked.finding),
        };
        Self(findings.iter().map(entry).collect())
    }

    /// Reads the file.
    ///
    /// # Errors
    /// When it is no baseline, or one of a later version.
    pub fn read(text: &str) -> Result<Self, BaselineFault> {
        let form = |error: serde_json::Error| BaselineFault::Form(error.to_string());
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let version: Version = serde_json::from_str(text).map_err(form)?;
        if version.format != FORMAT {
            return Err(BaselineFault::Format(version.format));
        }
        let file: File = serde_json::from_str(text).map_err(form)?;
        match file.findings.iter().find(|entry| Fingerprint::read(&entry.fingerprint).is_none()) {
            Some(entry) => Err(BaselineFault::Form(format!("`{:.40}` is no fingerprint", entry.fingerprint))),
            None => Ok(Self(file.findings)),
        }
    }

    /// Writes the file, one finding on each line: two branches that mend different ones merge.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\n  \"format\": {FORMAT},\n  \"findings\": [")?;
        for (at, entry) in self.0.iter().enumerate() {
            out.write_all(if at == 0 { b"\n    " } else { b",\n    " })?;
            serde_json::to_writer(&mut *out, entry)?;
        }
        out.write_all(if self.0.is_empty() { b"]\n}\n" } else { b"\n  ]\n}\n" })
    }

    /// How many findings it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it hides nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Splits the findings of a whole catalogue: those that it does not have, and what became of
    /// those that it has.
    pub fn split<'a>(&self, findings: Vec<Marked<'a>>) -> (Vec<Marked<'a>>, Hidden<'a>) {
        let read = |entry: &Entry| Fingerprint::read(&entry.fingerprint);
        let known: BTreeSet<Fingerprint> = self.0.iter().filter_map(read).collect();
        let (hidden, new): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|marked| known.contains(&marked.fingerprint));
        let met: BTreeSet<Fingerprint> = hidden.iter().map(|marked| marked.fingerprint).collect();
        let is_stale = |entry: &&Entry| read(entry).is_none_or(|fingerprint| !met.contains(&fingerprint));
        let stale = self.0.iter().filter(is_stale).cloned().collect();
        (new, Hidden { findings: hidden, stale })
    }
}

/// What a baseline did.
#[derive(Clone, Debug)]
pub struct Hidden<'a> {
    /// Findings that it hides.
    pub findings: Vec<Marked<'a>>,
    /// Its entries that no finding meets any more.
    pub stale: Vec<Entry>,
}

/// Entries of a baseline that are told one by one; further ones are counted.
const MOST_STALE: usize = 10;

impl Hidden<'_> {
    /// One line: how many findings are hidden, and how many entries hide nothing any more.
    pub fn sentence(&self, language: &str) -> String {
        const ENGLISH: [(&str, &str); 2] = [
            ("finding hidden by the baseline", "findings hidden by the baseline"),
            ("entry of it is no longer needed", "entries of it are no longer needed"),
        ];
        const FRENCH: [(&str, &str); 2] = [
            ("constat caché par l’état de référence", "constats cachés par l’état de référence"),
            ("de ses entrées ne sert plus", "de ses entrées ne servent plus"),
        ];
        let french = language.starts_with("fr");
        let [hidden, stale] = if french { FRENCH } else { ENGLISH };
        let mut out = counted(self.findings.len(), hidden);
        if !self.stale.is_empty() {
            out.push_str(if french { "\u{202f}; " } else { "; " });
            out.push_str(&counted(self.stale.len(), stale));
        }
        out
    }

    /// Lines for people: the sentence, the entries that are no longer needed and how to drop them.
    pub fn lines(&self, language: &str) -> String {
        let french = language.starts_with("fr");
        let mut out = format!("{}\n", self.sentence(language));
        for entry in self.stale.iter().take(MOST_STALE) {
            let line = format!("  {} {} {}", entry.rule, entry.path, entry.key);
            let clean = line.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c });
            out.extend(clean);
            out.truncate(out.trim_end().len());
            out.push('\n');
        }
        if self.stale.len() > MOST_STALE {
            let more = if french { "autres" } else { "more" };
            out.push_str(&format!("  … {} {more}\n", self.stale.len() - MOST_STALE));
        }
        if !self.stale.is_empty() {
            let drop = if french { "pour les ôter\u{a0}:" } else { "to drop them:" };
            out.push_str(&format!("{drop} etal check --baseline FILE --write-baseline FILE\n"));
        }
        out
    }
}
