//! Quick fixes: mends of findings, all of them at once, and the comment that accepts a finding.

use serde_json::{Value, json};

use super::diagnostics::Telling;
use super::place::tree;
use super::view::View;
use crate::descriptor::is_plain;
use crate::finding::{Finding, silences};
use crate::fix::{Edit, Mend, edited, mended, mends};
use crate::site::Site;
use crate::source::{MAX_DESCRIPTOR_BYTES, Node, SourceFile, Span, Value as Shape, split};

/// Findings for which fixes are offered at once.
const MOST: usize = 25;

/// The kind of what mends a whole file.
pub(super) const FIX_ALL: &str = "source.fixAll.etal";

/// The actions for the range and the kinds that a request asks for.
pub(super) fn actions(view: &View<'_>, parameters: &Value) -> Vec<Value> {
    let Some((site, source)) = view.judged() else { return Vec::new() };
    let only = parameters.pointer("/context/only").and_then(Value::as_array);
    let wants = |kind: &str| {
        let is_asked = |asked: &str| asked.is_empty() || kind == asked || kind.starts_with(&format!("{asked}."));
        only.is_none_or(|only| only.iter().filter_map(Value::as_str).any(is_asked))
    };
    let findings = view.findings();
    let file = &site.sources[source.0 as usize];
    let writer = Writer { view, site, file };
    let mut actions = Vec::new();
    if wants("quickfix")
        && let Some(range) = parameters.get("range").and_then(|range| view.places().span(range))
    {
        let touches =
            |finding: &&&Finding| finding.site.span.start <= range.end && range.start <= finding.site.span.end;
        let asked: Vec<&Finding> = findings.iter().filter(touches).take(MOST).copied().collect();
        let mended = writer.mends(&asked);
        let is_mended = |at: &usize| mended.iter().any(|(mended, _)| mended == at);
        let others = (0..asked.len()).filter(|at| !is_mended(at));
        let nearest: Vec<Value> = others.filter_map(|at| writer.nearest(asked[at])).collect();
        actions.extend(mended.into_iter().map(|(_, action)| action));
        actions.extend(nearest);
        actions.extend(asked.iter().filter_map(|finding| writer.silence(finding)));
    }
    if wants(FIX_ALL) {
        actions.extend(writer.all(&findings));
    }
    actions
}

struct Writer<'a> {
    view: &'a View<'a>,
    site: &'a Site,
    file: &'a SourceFile,
}

impl Writer<'_> {
    /// One action for each finding that can be mended, with the finding's place in the list: those that
    /// have one right answer, once tried, and those where a person must choose.
    fn mends(&self, findings: &[&Finding]) -> Vec<(usize, Value)> {
        let all = mends(self.site, findings);
        let can_be_made = |mend: &&Mend| mend.is_suggestion || !mended(self.file, [*mend]).made.is_empty();
        let action = |mend: &Mend| {
            let mut action = self.action(&self.title(mend), "quickfix", &mend.edits);
            action["diagnostics"] = json!([self.diagnostic(findings[mend.finding])]);
            if !mend.is_suggestion {
                action["isPreferred"] = true.into();
            }
            (mend.finding, action)
        };
        all.iter().filter(can_be_made).map(action).collect()
    }

    /// The word that a mistyped one most probably meant, in its place, where that changes nothing else.
    fn nearest(&self, finding: &Finding) -> Option<Value> {
        let (found, nearest) = (finding.args.get("found")?, finding.args.get("nearest")?);
        let span = finding.site.span;
        let written = self.view.text.get(span.range())?;
        let quotes = usize::from(written.starts_with(['"', '\'']) && written.len() > 1);
        let word = Span::new(span.start as usize + quotes, (span.end as usize).saturating_sub(quotes));
        if self.view.text.get(word.range())? != found || !is_plain(nearest) {
            return None;
        }
        let edit = Edit::new(word, nearest);
        let after = edited(self.view.text, [&edit]);
        let path = self.view.path;
        let changes = differences(&tree(path, self.view.text)?, &tree(path, &after)?);
        let title = self.of_edit(&edit, self.view.language == "fr");
        let mut action = self.action(&title, "quickfix", &[edit]);
        action["diagnostics"] = json!([self.diagnostic(finding)]);
        (changes == 1).then_some(action)
    }

    /// Everything in the file that has one right answer.
    fn all(&self, findings: &[&Finding]) -> Option<Value> {
        let all = mends(self.site, findings);
        let done = mended(self.file, &all);
        let edits: Vec<Edit> = done.made.iter().flat_map(|mend| mend.edits.iter().cloned()).collect();
        let title =
            self.view.say("Mend all that has one right answer", "Corriger tout ce qui n’a qu’une bonne réponse");
        (!edits.is_empty()).then(|| self.action(title, FIX_ALL, &edits))
    }

    /// The comment that accepts a finding. Its reason is left for a person to write: without one the
    /// comment accepts nothing.
    fn silence(&self, finding: &Finding) -> Option<Value> {
        let edit = self.comment(finding)?;
        let name = finding.rule.name;
        let title = match self.view.language {
            "fr" => format!("Admettre ce constat ({name}) par un commentaire, et en écrire la raison"),
            _ => format!("Accept this finding ({name}) with a comment, and write the reason"),
        };
        let mut action = self.action(&title, "quickfix", &[edit]);
        action["diagnostics"] = json!([self.diagnostic(finding)]);
        Some(action)
    }

    /// Where the comment changes nothing that the file says: on the line above, or after a line of a
    /// Markdown body.
    fn comment(&self, finding: &Finding) -> Option<Edit> {
        let (text, at) = (self.view.text, finding.site.span.start as usize);
        let name = finding.rule.name;
        let body = self.view.path.ends_with(".md").then(|| split(text).body);
        let is_in_body = body.is_some_and(|body| body.start < body.end && (body.start as usize) <= at);
        let edit = if is_in_body {
            let end = text[at..].find(['\n', '\r']).map_or(text.len(), |length| at + length);
            Edit::insert(end, format!(" <!-- etal: allow {name}:  -->"))
        } else {
            let start = text[..at].rfind(['\n', '\r']).map_or(0, |before| before + 1);
            let start = if text[start..].starts_with('\u{feff}') { start + '\u{feff}'.len_utf8() } else { start };
            let line = &text[start..];
            let indent = &line[..line.len() - line.trim_start_matches(' ').len()];
            let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
            Edit::insert(start, format!("{indent}# etal: allow {name}: {line_break}"))
        };
        let after = edited(text, [&edit]);
        let line = finding.site.start.line + u32::from(!is_in_body);
        self.accepts(&after, name, line, is_in_body).then_some(edit)
    }

    /// Whether a text says the same as this one and has a comment for a rule that speaks for a line.
    fn accepts(&self, after: &str, rule: &str, line: u32, is_in_body: bool) -> bool {
        if after.len() as u64 > MAX_DESCRIPTOR_BYTES {
            return false;
        }
        let file = SourceFile::new(self.view.path, after);
        let speaks = silences(&file)
            .iter()
            .any(|silence| silence.rule == rule && [silence.lines.0, silence.lines.1].contains(&line));
        let says_the_same = || match (tree(self.view.path, self.view.text), tree(self.view.path, after)) {
            _ if self.view.kind().is_none() => true,
            (Some(before), Some(after)) => differences(&before, &after) == 0,
            (before, after) => before.is_none() && after.is_none(),
        };
        let has_same_body = is_in_body || body_of(self.view.path, self.view.text) == body_of(self.view.path, after);
        speaks && has_same_body && says_the_same()
    }

    fn diagnostic(&self, finding: &Finding) -> Value {
        let View { client, language, uri, .. } = *self.view;
        let telling = Telling { site: self.site, encoding: client.encoding, language, uri };
        telling.one(finding, &self.view.places())
    }

    fn action(&self, title: &str, kind: &str, edits: &[Edit]) -> Value {
        let places = self.view.places();
        let edits = edits.iter().map(|edit| json!({ "range": places.range(edit.span), "newText": edit.replacement }));
        let edits: Value = edits.collect();
        let document = self.view.document;
        let change = if self.view.client.versioned_edits {
            let id = json!({ "uri": document.uri, "version": document.version });
            json!({ "documentChanges": [{ "textDocument": id, "edits": edits }] })
        } else {
            json!({ "changes": { document.uri.as_str(): edits } })
        };
        json!({ "title": title, "kind": kind, "edit": change })
    }

    fn title(&self, mend: &Mend) -> String {
        let french = self.view.language == "fr";
        let words = match mend.edits.as_slice() {
            [edit] => self.of_edit(edit, french),
            _ if french => format!("Corriger ({})", mend.rule.name),
            _ => format!("Mend ({})", mend.rule.name),
        };
        match (mend.is_suggestion, french) {
            (false, _) => words,
            (true, true) => format!("Peut-être\u{a0}: {}", lowered(&words)),
            (true, false) => format!("Perhaps: {}", lowered(&words)),
        }
    }

    fn of_edit(&self, edit: &Edit, french: bool) -> String {
        let old = short(self.view.text.get(edit.span.range()).unwrap_or(""));
        let new = short(&edit.replacement);
        match (old.as_str(), new.as_str(), french) {
            ("", "", false) => String::from("Replace the tab by a space"),
            ("", "", true) => String::from("Remplacer la tabulation par une espace"),
            ("", new, false) => format!("Add `{new}`"),
            ("", new, true) => format!("Ajouter `{new}`"),
            (old, "", false) => format!("Remove `{old}`"),
            (old, "", true) => format!("Ôter `{old}`"),
            (old, new, false) => format!("Replace `{old}` by `{new}`"),
            (old, new, true) => format!("Remplacer `{old}` par `{new}`"),
        }
    }
}

fn lowered(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// A text on one line, without its control characters.
fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.trim_matches([',', ' ', '\t', '\n', '\r']);
    let clean = |c: char| if c.is_control() { ' ' } else { c };
    let mut out: String = text.chars().take(LONGEST).map(clean).collect();
    if text.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

fn body_of<'a>(path: &str, text: &'a str) -> &'a str {
    let body = if path.ends_with(".md") { split(text).body } else { Span::default() };
    text.get(body.range()).unwrap_or("")
}

/// How many keys and scalars of two trees differ, wherever they stand; of parts that have not the same
/// shape, all counts as two.
fn differences(one: &Node, other: &Node) -> usize {
    match (&one.value, &other.value) {
        (Shape::Mapping(some), Shape::Mapping(others)) if some.len() == others.len() => {
            let pairs = some.iter().zip(others);
            pairs.map(|(one, other)| usize::from(one.key != other.key) + differences(&one.value, &other.value)).sum()
        }
        (Shape::Sequence(some), Shape::Sequence(others)) if some.len() == others.len() => {
            some.iter().zip(others).map(|(one, other)| differences(one, other)).sum()
        }
        (Shape::Plain(_) | Shape::Quoted(_) | Shape::Null, Shape::Plain(_) | Shape::Quoted(_) | Shape::Null) => {
            usize::from(one.value != other.value)
        }
        _ => 2,
    }
}
