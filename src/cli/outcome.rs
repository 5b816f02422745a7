//! What a build tells at its end, and keeps for the next one that has nothing to do.

use std::fmt::Write as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::failure::Failure;
use super::shell::Shell;
use super::weight::Forms;
use crate::finding::{Finding, Severity, Tally};
use crate::io::write::Summary;
use crate::site::Site;

/// Errors, unreadable descriptors and pages that are named one by one; further ones are counted.
const SHOWN: usize = 20;

/// Bytes and files that common static hosts take (GitHub Pages: 1 GB; others: some 150,000 files), with some room.
const MANY_BYTES: u64 = 800_000_000;
const MANY_FILES: usize = 150_000;
/// Machine forms that are named when a site is too large.
const NAMED_FORMS: usize = 4;

/// How a build ended.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Outcome {
    files: usize,
    bytes: u64,
    written: usize,
    removed: usize,
    adopted: Vec<String>,
    /// Errors: place and code, and the message in English and French.
    errors: Vec<(String, String, String)>,
    counts: [usize; 4],
    /// Descriptors without a page.
    unreadable: Vec<String>,
    /// Pages that were not minified, and why.
    left: Vec<(String, String)>,
    has_address: bool,
    /// Files and bytes of each machine form.
    forms: Vec<(String, usize, u64)>,
}

impl Outcome {
    pub(super) fn new(site: &Site, summary: &Summary, mut left: Vec<(String, String)>, forms: Forms) -> Self {
        left.sort();
        let shown: Vec<&Finding> = site.findings.shown().collect();
        let tally = Tally::of(&shown);
        let errors = shown.iter().filter(|finding| finding.severity == Severity::Error);
        let unreadable = site.catalog.unreadable.iter().map(|header| source(site, header.source.0));
        let mut unreadable: Vec<String> = unreadable.collect();
        unreadable.sort();
        Self {
            files: summary.written + summary.unchanged,
            bytes: summary.bytes,
            written: summary.written,
            removed: summary.removed,
            adopted: summary.adopted.clone(),
            errors: errors.map(|finding| error(site, finding)).collect(),
            counts: [tally.errors, tally.warnings, tally.notes, tally.files],
            unreadable,
            left,
            has_address: site.config.base_url.is_some(),
            forms: forms.counts(),
        }
    }

    /// The same of a build that changed nothing.
    pub(super) fn again(self) -> Self {
        Self { written: 0, removed: 0, adopted: Vec::new(), ..self }
    }

    pub(super) fn has_errors(&self) -> bool {
        self.counts[0] > 0
    }

    /// As the writer keeps it.
    pub(super) fn to_note(&self) -> String {
        serde_json::to_string(self).expect("internal error: texts and numbers make JSON")
    }

    /// From what the writer kept; none when an older etal wrote it.
    pub(super) fn from_note(note: &str) -> Option<Self> {
        serde_json::from_str(note).ok()
    }

    /// Tells the end of the build to `out`.
    pub(super) fn tell(&self, out: &Path, shell: &Shell) -> Result<(), Failure> {
        let mut text = String::new();
        self.warnings(&mut text, shell);
        self.faults(&mut text, shell);
        self.numbers(&mut text, out, shell);
        shell.report(&text)
    }

    fn warnings(&self, text: &mut String, shell: &Shell) {
        let warning = shell.say("warning:", "attention\u{a0}:");
        if !self.has_address {
            let words = shell.say(
                "no public address, so pages have no canonical one; give `base_url` in site.toml or `--base-url`",
                "pas d’adresse publique, donc pas d’adresse canonique\u{a0}; donner `base_url` dans site.toml ou `--base-url`",
            );
            let _ = writeln!(text, "{warning} {words}");
        }
        self.too_large(text, warning, shell);
        let words = shell.say("left as it was:", "laissée telle quelle\u{a0}:");
        let lines = self.left.iter().map(|(page, why)| format!("{warning} {page} {words} {why}"));
        list(text, lines.collect(), shell);
        let words = shell.say("removed, etal had not written it:", "supprimé, etal ne l’avait pas écrit\u{a0}:");
        list(text, self.adopted.iter().map(|path| format!("{words} {path}")).collect(), shell);
    }

    /// That hosts may refuse the site, and what would make it smaller.
    fn too_large(&self, text: &mut String, warning: &str, shell: &Shell) {
        if self.bytes <= MANY_BYTES && self.files <= MANY_FILES {
            return;
        }
        let by_files = self.bytes <= MANY_BYTES;
        let (files, megabytes) = (self.files, self.bytes / 1_000_000);
        let _ = match shell.language() {
            "fr" => writeln!(
                text,
                "{warning} {files} fichiers et {megabytes} Mo\u{a0}: beaucoup d’hébergeurs s’arrêtent à 150 000 fichiers et 1 Go\u{a0}; mettre à `false` sous `[exports]` de site.toml ce dont personne n’a besoin"
            ),
            _ => writeln!(
                text,
                "{warning} {files} files and {megabytes} MB: many hosts stop at 150,000 files and 1 GB; set to `false` under `[exports]` of site.toml what nobody needs"
            ),
        };
        let mut forms: Vec<&(String, usize, u64)> = self.forms.iter().collect();
        forms.sort_by_key(|(_, files, bytes)| std::cmp::Reverse(if by_files { *files as u64 } else { *bytes }));
        for (form, files, bytes) in forms.into_iter().take(NAMED_FORMS) {
            let (megabytes, word, unit) = (bytes / 1_000_000, shell.say("files", "fichiers"), shell.say("MB", "Mo"));
            let _ = writeln!(text, "  {form}: {files} {word}, {megabytes} {unit}");
        }
    }

    fn faults(&self, text: &mut String, shell: &Shell) {
        let french = shell.language() == "fr";
        let error = shell.say("error:", "erreur\u{a0}:");
        let lines =
            self.errors.iter().map(|(place, en, fr)| format!("{place} {error} {}", if french { fr } else { en }));
        list(text, lines.collect(), shell);
        let words = shell.say("cannot be read and has no page", "est illisible et n’a pas de page");
        list(text, self.unreadable.iter().map(|path| format!("{path} {words}")).collect(), shell);
    }

    fn numbers(&self, text: &mut String, out: &Path, shell: &Shell) {
        let [errors, warnings, notes, files] = self.counts;
        let tally = Tally { errors, warnings, notes, silenced: 0, files };
        let _ = writeln!(text, "{}", tally.sentence(shell.language()));
        let (out, megabytes) = (out.display(), self.bytes as f64 / 1e6);
        let (all, written, removed) = (self.files, self.written, self.removed);
        let _ = match shell.language() {
            "fr" => {
                writeln!(text, "{out}\u{a0}: {all} fichiers, {megabytes:.1} Mo, écrits {written}, supprimés {removed}")
            }
            _ => writeln!(text, "{out}: {all} files, {megabytes:.1} MB, {written} written, {removed} removed"),
        };
    }
}

/// The first lines, and how many more there are.
fn list(text: &mut String, lines: Vec<String>, shell: &Shell) {
    for line in lines.iter().take(SHOWN) {
        let _ = writeln!(text, "{line}");
    }
    if lines.len() > SHOWN {
        let more = lines.len() - SHOWN;
        let _ = writeln!(text, "… {} {more}", shell.say("and more:", "et d’autres\u{a0}:"));
    }
}

fn error(site: &Site, finding: &Finding) -> (String, String, String) {
    let start = finding.site.start;
    let path = source(site, finding.site.source.0);
    let place = format!("{path}:{}:{} {}", start.line, start.column, finding.rule.code);
    (place, finding.message("en"), finding.message("fr"))
}

fn source(site: &Site, source: u32) -> String {
    site.sources.get(source as usize).map_or_else(String::new, |file| file.path.clone())
}
