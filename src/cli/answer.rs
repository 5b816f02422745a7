//! What operations on a catalogue answer: to people and to programs.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::change::{Answer, Format, is_idle};
use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::edit::{Action, Changed, Dependants, Done, Outcome, Written};
use crate::finding::{self, Finding, Severity};
use crate::fix::{Edit, diff};
use crate::site::Site;
use crate::source::Span;

/// Changes when a reader of the JSON would have to.
pub(super) const FORMAT: u32 = 1;
/// Findings and lists that are named one by one; further ones are counted.
const SHOWN: usize = 10;
/// Characters of a value that are shown.
const LONGEST: usize = 60;

/// What is told of some operations.
pub(super) struct Told<'a> {
    pub(super) done: &'a [Done],
    pub(super) outcome: &'a Outcome,
    /// The catalogue after them.
    pub(super) site: &'a Site,
    /// Errors that they bring.
    pub(super) errors: &'a [&'a Finding],
    /// What else they bring to be mended.
    pub(super) rest: &'a [&'a Finding],
    pub(super) now: Date,
}

/// Tells that errors stand in the way.
pub(super) fn refused(told: &Told<'_>, answer: &Answer, shell: &Shell) -> Result<(), Failure> {
    if answer.format == Format::Json {
        return shell.print_json(&told.json(Some("findings"), answer, shell));
    }
    let language = shell.language();
    shell.print(&finding::human(told.errors, &told.site.sources, language, shell.colors()))?;
    shell.note(shell.say(
        "nothing was written: these errors would be new",
        "rien n’a été écrit\u{a0}: ces erreurs seraient nouvelles",
    ));
    Ok(())
}

/// Tells what was done, or would be.
pub(super) fn told(told: &Told<'_>, answer: &Answer, shell: &Shell) -> Result<(), Failure> {
    if answer.format == Format::Json {
        return shell.print_json(&told.json(None, answer, shell));
    }
    if answer.dry_run {
        shell.print(&told.diff())?;
    } else {
        told.done.iter().try_for_each(|done| shell.print(&words(done, shell)))?;
    }
    told.warn(shell);
    Ok(())
}

/// Tells what depends on a dataset that is not deleted without consent.
pub(super) fn unconfirmed(
    slug: &str,
    dependants: &Dependants,
    answer: &Answer,
    shell: &Shell,
) -> Result<Exit, Failure> {
    let Dependants { references, files, former } = dependants;
    if answer.format == Format::Json {
        let references = references.iter().map(
            |one| json!({ "kind": one.kind.name(), "slug": one.name, "path": one.path, "key": one.key.to_string() }),
        );
        let files = files.iter().map(|(path, size)| json!({ "path": path, "size": size }));
        shell.print_json(&json!({
            "format": FORMAT,
            "etal": env!("CARGO_PKG_VERSION"),
            "done": false,
            "dry_run": answer.dry_run,
            "refused": "confirmation",
            "dataset": slug,
            "dependants": references.collect::<Vec<_>>(),
            "files": files.collect::<Vec<_>>(),
            "redirects": former,
        }))?;
        return Ok(Exit::Findings);
    }
    let mut lines: Vec<String> = Vec::new();
    lines.extend(references.iter().map(|one| format!("{}: {}", one.path, one.key)));
    lines.extend(former.iter().map(|old| format!("{} {old}", shell.say("former address:", "ancienne adresse\u{a0}:"))));
    lines.extend(files.iter().map(|(path, size)| {
        format!("{} {path} ({size} {})", shell.say("file:", "fichier\u{a0}:"), shell.say("bytes", "octets"))
    }));
    let mut text = format!(
        "{slug}{}\n",
        shell.say(": depends on it, or goes with it", "\u{a0}: en dépend, ou disparaît avec lui")
    );
    if lines.is_empty() {
        let _ = writeln!(text, "  {}", shell.say("nothing", "rien"));
    }
    list(&mut text, &lines, SHOWN, shell);
    shell.print(&text)?;
    shell.note(shell.say(
        "nothing was deleted: people may still use this data, so `etal dataset retire` is better; to delete all the same, add `--yes`",
        "rien n’a été supprimé\u{a0}: ces données servent peut-être encore, mieux vaut `etal dataset retire`\u{202f}; pour supprimer malgré tout, ajouter `--yes`",
    ));
    Ok(Exit::Findings)
}

fn list(text: &mut String, lines: &[String], most: usize, shell: &Shell) {
    for line in lines.iter().take(most) {
        let _ = writeln!(text, "  {line}");
    }
    if lines.len() > most {
        let _ = writeln!(text, "  … {} {}", shell.say("and more:", "et d’autres\u{a0}:"), lines.len() - most);
    }
}

/// What an operation did, in lines.
fn words(done: &Done, shell: &Shell) -> String {
    let mut text = String::new();
    if done.is_new {
        let _ = writeln!(text, "{}", done.path);
        return text;
    }
    if is_idle(done) && !matches!(done.name, "delete") {
        let _ = writeln!(text, "{}: {}", done.path, shell.say("nothing to change", "rien à modifier"));
        return text;
    }
    let _ = match done.name {
        "delete" => writeln!(text, "{} {}", shell.say("deleted:", "supprimé\u{a0}:"), done.path),
        _ => match &done.moved_from {
            Some(old) => writeln!(text, "{old} → {}", done.path),
            None => writeln!(text, "{}", done.path),
        },
    };
    done.changes.iter().for_each(|changed| line(&mut text, changed));
    for (path, changes) in &done.others {
        let _ = writeln!(text, "{path}");
        changes.iter().for_each(|changed| line(&mut text, changed));
    }
    text
}

fn line(text: &mut String, changed: &Changed) {
    let path = changed.path.to_string();
    let _ = match (&changed.before, &changed.after) {
        // A key that said nothing went.
        (Json::Null, Json::Null) => writeln!(text, "  − {path}"),
        (Json::Null, after) => writeln!(text, "  + {path}: {}", shortened(after)),
        (before, Json::Null) => writeln!(text, "  − {path}: {}", shortened(before)),
        (before, after) => writeln!(text, "  {path}: {} → {}", shortened(before), shortened(after)),
    };
}

/// A value on one line, without control and direction characters.
pub(super) fn shortened(value: &Json) -> String {
    let written = match value {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let clean = |c: char| match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => '\u{fffd}',
        c if c.is_control() => ' ',
        c => c,
    };
    let mut out: String = written.chars().take(LONGEST).map(clean).collect();
    if written.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

impl Told<'_> {
    fn json(&self, refused: Option<&str>, answer: &Answer, shell: &Shell) -> Json {
        let language = shell.language();
        let mut all: Vec<&Finding> = self.errors.iter().chain(self.rest).copied().collect();
        all.sort_by_key(|finding| (finding.site.source, finding.site.span));
        let report = finding::json(&all, &self.site.sources, language, self.now, None);
        let mut report = serde_json::to_value(report).unwrap_or_default();
        let findings = report.get_mut("findings").map(Json::take).unwrap_or_default();
        let mut value = json!({
            "format": FORMAT,
            "etal": env!("CARGO_PKG_VERSION"),
            "now": self.now.to_string(),
            "done": refused.is_none() && !answer.dry_run,
            "dry_run": answer.dry_run,
            "refused": refused,
            "operations": self.done.iter().map(operation).collect::<Vec<_>>(),
            "files": self.files(),
            "findings": findings,
        });
        if answer.dry_run {
            value["diff"] = Json::from(self.diff());
        }
        value
    }

    /// What happens to files, in order.
    fn files(&self) -> Vec<Json> {
        let actions = self.outcome.actions.iter().map(|action| match action {
            Action::Move { from, to } => json!({ "action": "move", "path": from, "to": to }),
            Action::Copy { origin, to, .. } => {
                json!({ "action": "copy", "path": to, "from": origin.display().to_string() })
            }
            Action::Remove { path } => json!({ "action": "remove", "path": path }),
        });
        let written = self.outcome.written.iter().map(|written| json!({ "action": "write", "path": written.path }));
        actions.chain(written).collect()
    }

    /// All that changes as one diff, in the form of git's.
    fn diff(&self) -> String {
        let mut out = String::new();
        for action in &self.outcome.actions {
            let _ = match action {
                Action::Move { from, to } => writeln!(out, "rename {from} => {to}"),
                Action::Copy { origin, to, .. } => writeln!(out, "copy {} => {to}", origin.display()),
                Action::Remove { path } => writeln!(out, "delete {path}"),
            };
        }
        for Written { path, before, after, edits } in &self.outcome.written {
            match before {
                None => {
                    let text = diff(path, "", &[Edit::new(Span::new(0, 0), after.clone())]);
                    out.push_str(&text.replacen(&format!("--- a/{path}\n"), "--- /dev/null\n", 1));
                }
                Some((old, before)) => {
                    let text = diff(path, before, edits);
                    out.push_str(&text.replacen(&format!("--- a/{path}\n"), &format!("--- a/{old}\n"), 1));
                }
            }
        }
        out
    }

    /// Names the warnings that are new, beside the answer.
    fn warn(&self, shell: &Shell) {
        let warnings = self.rest.iter().filter(|finding| finding.severity == Severity::Warning);
        let lines: Vec<String> = warnings.map(|finding| self.warning(finding, shell)).collect();
        if lines.is_empty() {
            return;
        }
        let mut text = format!("{}\n", shell.say("warnings that are new:", "nouveaux avertissements\u{a0}:"));
        list(&mut text, &lines, SHOWN, shell);
        shell.note(text.trim_end());
    }

    fn warning(&self, finding: &Finding, shell: &Shell) -> String {
        let path = self.site.sources.get(finding.site.source.0 as usize).map_or("", |file| file.path.as_str());
        let start = finding.site.start;
        format!("{path}:{}:{} {} {}", start.line, start.column, finding.rule.code, finding.message(shell.language()))
    }
}

fn operation(done: &Done) -> Json {
    let others = done.others.iter().map(|(path, changes)| json!({ "path": path, "changes": changes_json(changes) }));
    json!({
        "op": done.name,
        "slug": done.slug,
        "id": done.id.map(|id| id.to_string()),
        "path": done.path,
        "moved_from": done.moved_from,
        "new": done.is_new,
        "changes": changes_json(&done.changes),
        "others": others.collect::<Vec<_>>(),
    })
}

fn changes_json(changes: &[Changed]) -> Vec<Json> {
    let one = |changed: &Changed| json!({ "key": changed.path.to_string(), "before": changed.before, "after": changed.after });
    changes.iter().map(one).collect()
}
