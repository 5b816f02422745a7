//! `etal check --fix` and `--diff`: what can be mended, made or only shown.

use std::fmt::Write as _;

use rayon::prelude::*;

use super::failure::Failure;
use super::shell::Shell;
use crate::finding::Fix;
use crate::fix::{Edit, Mend, Mended, diff, mended};
use crate::io::{self, Places};
use crate::site::Site;
use crate::source::{Content, Lines, SourceFile};

/// Edits of one mend that are named; further ones are counted.
const NAMED: usize = 3;
/// Characters of a text that are shown.
const LONGEST: usize = 60;

/// What is to be mended, by file.
pub(super) struct Plan<'a>(Vec<InFile<'a>>);

/// The mends of one file, and what comes of them.
struct InFile<'a> {
    file: &'a SourceFile,
    mends: &'a [Mend],
    mended: Mended<'a>,
}

impl<'a> Plan<'a> {
    /// What comes of `mends`, of which those of one file stand together.
    pub(super) fn new(site: &'a Site, mends: &'a [Mend]) -> Self {
        let by_file: Vec<&[Mend]> = mends.chunk_by(|one, other| one.source == other.source).collect();
        let of_file = |mends: &&'a [Mend]| {
            let file = &site.sources[mends.first()?.source.0 as usize];
            Some(InFile { file, mends, mended: mended(file, *mends) })
        };
        Self(by_file.par_iter().filter_map(of_file).collect())
    }

    /// What other programs may offer, in the order of the findings: mends that were tried, and
    /// suggestions.
    pub(super) fn fixes(&self) -> Vec<Fix<'_>> {
        let suggested = |mends: &'a [Mend]| mends.iter().filter(|mend| mend.is_suggestion);
        let of_file =
            |file: &'_ InFile<'a>| file.mended.made.iter().copied().chain(suggested(file.mends)).collect::<Vec<_>>();
        let fix = |mend: &'a Mend| Fix {
            finding: mend.finding,
            source: mend.source,
            edits: mend.edits.iter().map(|edit| (edit.span, edit.replacement.as_str())).collect(),
            is_suggestion: mend.is_suggestion,
        };
        let mut fixes: Vec<Fix<'_>> = self.0.iter().flat_map(of_file).map(fix).collect();
        fixes.sort_by_key(|fix| fix.finding);
        fixes
    }

    /// Prints what would change, and changes nothing. Whether there is something.
    pub(super) fn show(&self, shell: &Shell) -> Result<bool, Failure> {
        for InFile { file, mends, mended } in &self.0 {
            let edits = mended.made.iter().flat_map(|mend| &mend.edits);
            shell.print(&diff(&file.path, file.text(), edits))?;
            let left = left(file, mends, mended, shell);
            if !left.is_empty() {
                shell.note(&format!("{}\n{}", file.path, left.trim_end()));
            }
        }
        Ok(self.0.iter().any(|file| !file.mended.made.is_empty()))
    }

    /// Writes the files that change and tells what was mended, on the standard error where the
    /// output is for programs. Gives the new contents by place in the site's sources.
    pub(super) fn make(
        &self,
        places: &Places,
        is_for_programs: bool,
        shell: &Shell,
    ) -> Result<Vec<(usize, Content)>, Failure> {
        let tell = |words: &str| {
            if is_for_programs {
                shell.note(words.trim_end());
                return Ok(());
            }
            shell.report(words)
        };
        let mut contents = Vec::new();
        for InFile { file, mends, mended } in &self.0 {
            let mut words = String::new();
            if let Some(first) = mended.made.first() {
                io::rewrite(&places.of(&file.path), file.text(), &mended.text)?;
                contents.push((first.source.0 as usize, Content::of(mended.text.as_bytes())));
            }
            let lines = Lines::of(file.text());
            mended.made.iter().for_each(|mend| tell_mend(mend, file, &lines, shell, &mut words));
            words.push_str(&left(file, mends, mended, shell));
            if !words.is_empty() {
                tell(&format!("{}\n{words}", file.path))?;
            }
        }
        let count = |of: fn(&Mended<'_>) -> usize| self.0.iter().map(|file| of(&file.mended)).sum();
        let (made, later) = (count(|mended| mended.made.len()), count(|mended| mended.later.len()));
        tell(&format!("{}\n\n", sentence(made, contents.len(), later, shell)))?;
        Ok(contents)
    }
}

/// Suggestions for a file, and mends of it that could not be made.
fn left(file: &SourceFile, mends: &[Mend], mended: &Mended<'_>, shell: &Shell) -> String {
    let lines = Lines::of(file.text());
    let mut words = String::new();
    for mend in mends.iter().filter(|mend| mend.is_suggestion) {
        let note = shell.say("not changed, perhaps ", "non modifié, peut-être ");
        let edits: Vec<String> = mend.edits.iter().map(|edit| in_words(edit, file)).collect();
        let _ = writeln!(words, "  {} {}: {note}{}", place(mend, &lines), mend.rule.name, edits.join(", "));
    }
    for mend in &mended.dropped {
        let note = shell.say(
            "left as it is: the edit would change something else as well",
            "laissé tel quel\u{a0}: la correction changerait aussi autre chose",
        );
        let _ = writeln!(words, "  {} {}: {note}", place(mend, &lines), mend.rule.name);
    }
    words
}

fn tell_mend(mend: &Mend, file: &SourceFile, lines: &Lines<'_>, shell: &Shell, words: &mut String) {
    let mut edits: Vec<String> = mend.edits.iter().take(NAMED).map(|edit| in_words(edit, file)).collect();
    if let Some(more) = mend.edits.len().checked_sub(NAMED).filter(|more| *more > 0) {
        edits.push(format!("{} {more} {}", shell.say("and", "et"), shell.say("more", "de plus")));
    }
    let _ = writeln!(words, "  {} {}: {}", place(mend, lines), mend.rule.name, edits.join(", "));
}

/// Line and column of the first edit.
fn place(mend: &Mend, lines: &Lines<'_>) -> String {
    let at = lines.position(mend.edits.first().map_or(0, |edit| edit.span.start));
    format!("{}:{}", at.line, at.column)
}

fn in_words(edit: &Edit, file: &SourceFile) -> String {
    let signs = [',', ' ', '\t', '\n', '\r'];
    let (old, new) = (file.slice(edit.span).trim_matches(signs), edit.replacement.trim_matches(signs));
    match (old, new) {
        ("", "") => String::from("`\\t` → ` `"),
        ("", new) => format!("+ `{}`", shortened(new)),
        (old, "") => format!("− `{}`", shortened(old)),
        (old, new) => {
            let (old, new) = without_start(old, new);
            format!("`{}` → `{}`", shortened(&old), shortened(&new))
        }
    }
}

/// Two long texts from a little before where they part.
fn without_start(old: &str, new: &str) -> (String, String) {
    const KEPT: usize = 20;
    let same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
    let is_long = old.chars().nth(LONGEST).is_some() || new.chars().nth(LONGEST).is_some();
    if !is_long || same <= KEPT {
        return (old.to_owned(), new.to_owned());
    }
    let rest = |text: &str| std::iter::once('…').chain(text.chars().skip(same - KEPT)).collect();
    (rest(old), rest(new))
}

/// A text on one line, without its control and direction characters.
fn shortened(text: &str) -> String {
    let clean = |c: char| match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => '\u{fffd}',
        c if c.is_control() => ' ',
        c => c,
    };
    let mut out: String = text.chars().take(LONGEST).map(clean).collect();
    if text.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

fn sentence(count: usize, files: usize, later: usize, shell: &Shell) -> String {
    let french = shell.language() == "fr";
    let mut words = match (count, french) {
        (0, true) => String::from("rien qui se corrige tout seul"),
        (0, false) => String::from("nothing that mends itself"),
        (_, true) => {
            let plural = if count > 1 { "s" } else { "" };
            let files = format!("{files} fichier{}", if files > 1 { "s" } else { "" });
            format!("{count} constat{plural} corrigé{plural} dans {files}")
        }
        (_, false) => {
            let finding = if count == 1 { "finding" } else { "findings" };
            format!("{count} {finding} mended in {files} {}", if files == 1 { "file" } else { "files" })
        }
    };
    if later > 0 {
        let more = shell.say("more by running it again", "de plus en relançant la commande");
        let joint = shell.say("; ", "\u{202f}; ");
        let _ = write!(words, "{joint}{later} {more}");
    }
    words
}
