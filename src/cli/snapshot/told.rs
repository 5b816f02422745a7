//! What is told of a snapshot that was made.

use clap::ValueEnum;
use serde_json::json;

use super::with_data;
use super::written::Written;
use crate::cli::failure::Failure;
use crate::cli::shell::Shell;
use crate::io::Fetched;
use crate::snapshot::{Heading, Mention};

/// Changes when a reader of the JSON would have to.
const FORMAT: u32 = 1;
/// Places that are named one by one; further ones are counted.
const SHOWN: usize = 10;

/// How to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Human,
    /// For programs, in a form that has a version
    Json,
}

/// What was done so that no draft is named, and where one still is.
pub(super) struct Traces {
    /// Descriptors that are packed otherwise than they are on the disk.
    pub(super) edited: Vec<String>,
    /// Descriptors that are left out, for they may be drafts.
    pub(super) unreadable: Vec<String>,
    /// Where a draft is still named.
    pub(super) mentions: Vec<Mention>,
}

/// Tells that the catalogue has errors: what cannot be read is in a snapshot as little as on the site.
pub(super) fn of_findings(heading: &Heading, shell: &Shell) {
    let errors = heading.quality.errors;
    if errors > 0 {
        let (en, fr) = (
            format!("the catalogue has {errors} errors; `etal check` names them"),
            format!("le catalogue a {errors} erreurs\u{202f}; `etal check` les nomme"),
        );
        shell.note(shell.say(&en, &fr));
    }
}

impl Traces {
    /// Tells all of it.
    pub(super) fn tell(&self, shell: &Shell) {
        let Self { edited, unreadable, mentions } = self;
        if !edited.is_empty() {
            let words = shell.say(
                "references to drafts and comments on them were left out of:",
                "les renvois à des brouillons et les commentaires sur eux ont été omis de\u{a0}:",
            );
            shell.note(&format!("{words} {}", listed(edited, shell)));
        }
        if !unreadable.is_empty() {
            let words = shell.say(
                "left out, for they cannot be read and may be drafts:",
                "omis, car ils sont illisibles et pourraient être des brouillons\u{a0}:",
            );
            shell.note(&format!("{words} {}", listed(unreadable, shell)));
        }
        if !mentions.is_empty() {
            let words = shell
                .say("a draft is still named, in words:", "un brouillon est encore nommé, dans des phrases\u{a0}:");
            let places: Vec<String> = mentions.iter().map(place).collect();
            shell.note(&format!("{words} {}", listed(&places, shell)));
        }
    }
}

fn place(mention: &Mention) -> String {
    format!("{}:{}", mention.path, mention.line)
}

fn listed(paths: &[String], shell: &Shell) -> String {
    let mut text = paths.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    if paths.len() > SHOWN {
        text += &format!(" {} {}", shell.say("and", "et"), paths.len() - SHOWN);
        text += shell.say(" more", " autres");
    }
    text
}

/// Tells what was made.
pub(super) fn of_snapshot(
    heading: &Heading,
    written: &Written,
    traces: &Traces,
    fetched: &[Fetched],
    answer: Format,
    shell: &Shell,
) -> Result<(), Failure> {
    let (out, archive) = (written.out.display().to_string(), &written.archive);
    if answer == Format::Json {
        return shell.print_json(&json!({
            "format": FORMAT,
            "etal": heading.etal,
            "file": out,
            "size": archive.size,
            "sha256": archive.sha256,
            "folder": heading.folder,
            "now": heading.now.to_string(),
            "commit": heading.commit,
            "clean": heading.clean,
            "files": written.files,
            "bytes": written.bytes,
            "remote": heading.remote,
            "edited": traces.edited,
            "left_out": traces.unreadable,
            "drafts_named": traces.mentions.iter().map(place).collect::<Vec<_>>(),
            "errors": heading.quality.errors,
        }));
    }
    let (en, fr) = (
        format!(
            "{out}: {} files, {}, packed in {}\n",
            written.files,
            megabytes(written.bytes),
            megabytes(archive.size)
        ),
        format!(
            "{out}\u{a0}: {} fichiers, {}, dans {}\n",
            written.files,
            megabytes(written.bytes).replace('.', ",").replace("MB", "Mo").replace("kB", "ko"),
            megabytes(archive.size).replace('.', ",").replace("MB", "Mo").replace("kB", "ko"),
        ),
    );
    shell.report(shell.say(&en, &fr))?;
    shell.report(&format!("sha256 {}\n", archive.sha256))?;
    shell.report(&with_data::told(fetched, shell))
}

fn megabytes(bytes: u64) -> String {
    if bytes < 1_000_000 { format!("{} kB", bytes.div_ceil(1000)) } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}
