//! A verdict in words, and for programs.

use serde_json::{Value as Json, json};

use super::{Fault, Heading, Remark, Verdict, What, shown};

/// Number of the form for programs; it changes when one that reads it would have to.
const FORMAT: u32 = 1;
/// Lines about files that people are shown.
const SHOWN: usize = 100;
/// Digits of a commit that people are shown.
const COMMIT: usize = 12;

/// A verdict for people: a line for each file that is not as listed, and a sentence.
pub fn verdict_text(verdict: &Verdict, language: &str) -> String {
    let is_french = language.starts_with("fr");
    let colon = if is_french { "\u{a0}:" } else { ":" };
    let lines = verdict.remarks.iter().take(SHOWN);
    let mut text: String = lines.map(|remark| line(remark, language, colon)).collect();
    match verdict.remarks.len().saturating_sub(SHOWN) {
        0 => {}
        rest if is_french => text.push_str(&format!("… et {rest} de plus, tous nommés avec `--format json`\n")),
        rest => text.push_str(&format!("… and {rest} more, all named with `--format json`\n")),
    }
    if let Some(fault) = &verdict.fault {
        let help = if is_french { "aide" } else { "help" };
        text.push_str(&format!("{}\n{help}{colon} {}\n", fault.message(language), fault.remedy(language)));
    }
    text.push_str(&sentence(verdict, is_french, colon));
    text.push('\n');
    text
}

fn line(remark: &Remark, language: &str, colon: &str) -> String {
    let word = word(&remark.what, language);
    let path = shown(&remark.path);
    match &remark.what {
        What::Renamed(to) => format!("{word} {path} -> {}\n", shown(to)),
        What::Damaged(damage) => format!("{word} {path}{colon} {}\n", damage.message(language)),
        _ => format!("{word} {path}\n"),
    }
}

/// The word for what became of a file.
fn word(what: &What, language: &str) -> &'static str {
    let (en, fr) = match what {
        What::Missing => ("missing", "manquant"),
        What::Changed => ("changed", "modifié"),
        What::Added => ("added", "ajouté"),
        What::Renamed(_) => ("renamed", "renommé"),
        What::Damaged(_) => ("damaged", "abîmé"),
        What::Ignored => ("ignored", "ignoré"),
    };
    if language.starts_with("fr") { fr } else { en }
}

fn sentence(verdict: &Verdict, is_french: bool, colon: &str) -> String {
    let files = |count: usize| match (count, is_french) {
        (1, false) => String::from("1 file"),
        (count, false) => format!("{count} files"),
        (0 | 1, true) => format!("{count} fichier"),
        (count, true) => format!("{count} fichiers"),
    };
    match &verdict.heading {
        Some(heading) if verdict.is_whole() => {
            let (whole, bytes) = if is_french { ("intact", "octets") } else { ("whole", "bytes") };
            let (what, files, size) = (what_it_is(heading, is_french), files(verdict.files), verdict.bytes);
            format!("{whole}{colon} {what}{colon} {files}, {size} {bytes}")
        }
        None => String::from(if is_french { "non vérifié" } else { "not verified" }),
        Some(_) => {
            let (not, fine) = if is_french { ("non intact", "conforme") } else { ("not whole", "as listed") };
            let plural = if is_french && verdict.files > 1 { "s" } else { "" };
            let (counts, files) = (counts(verdict, is_french), files(verdict.files));
            format!("{not}{colon} {counts}{files} {fine}{plural}")
        }
    }
}

/// Title, day, commit and version.
fn what_it_is(heading: &Heading, is_french: bool) -> String {
    let title = shown(title(heading, if is_french { "fr" } else { "en" }));
    let commit = match &heading.commit {
        Some(commit) => format!(", commit {}", shown(&commit.chars().take(COMMIT).collect::<String>())),
        None => String::new(),
    };
    format!("{title}, {}{commit}, etal {}", heading.now, shown(&heading.etal))
}

fn title<'a>(heading: &'a Heading, language: &str) -> &'a str {
    let title = heading.title.get(language).or_else(|| heading.title.values().next());
    title.unwrap_or(&heading.folder)
}

/// How many files of each kind, with a comma behind each.
fn counts(verdict: &Verdict, is_french: bool) -> String {
    let language = if is_french { "fr" } else { "en" };
    let kinds = ["missing", "changed", "added", "renamed", "damaged", "ignored"];
    let mut text = String::new();
    for kind in kinds {
        let of_kind: Vec<&Remark> = verdict.remarks.iter().filter(|remark| word(&remark.what, "en") == kind).collect();
        if let Some(first) = of_kind.first() {
            let plural = if is_french && of_kind.len() > 1 { "s" } else { "" };
            text.push_str(&format!("{} {}{plural}, ", of_kind.len(), word(&first.what, language)));
        }
    }
    text
}

/// A verdict for programs; nothing is left out. Reasons are in English.
pub fn verdict_json(verdict: &Verdict) -> Json {
    json!({
        "format": FORMAT,
        "whole": verdict.is_whole(),
        "fault": verdict.fault.as_ref().map(fault),
        "snapshot": verdict.heading.as_ref().map(snapshot),
        "files": verdict.files,
        "bytes": verdict.bytes,
        "remarks": verdict.remarks.iter().map(remark).collect::<Vec<Json>>(),
    })
}

fn fault(fault: &Fault) -> Json {
    json!({ "code": fault.code(), "message": fault.message("en"), "remedy": fault.remedy("en") })
}

fn snapshot(heading: &Heading) -> Json {
    json!({
        "folder": heading.folder,
        "title": heading.title,
        "catalogue": heading.catalogue,
        "date": heading.now,
        "commit": heading.commit,
        "clean": heading.clean,
        "etal": heading.etal,
        "drafts": heading.drafts,
        "bag": heading.bag,
    })
}

fn remark(remark: &Remark) -> Json {
    let mut json = json!({ "what": word(&remark.what, "en"), "path": remark.path });
    match &remark.what {
        What::Renamed(to) => json["to"] = to.as_str().into(),
        What::Damaged(damage) => json["reason"] = damage.message("en").into(),
        _ => {}
    }
    json
}
