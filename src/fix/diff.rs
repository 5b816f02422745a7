//! Edits as a unified diff, as `patch` and `git apply` read it.

use std::fmt::Write as _;
use std::ops::Range;

use super::edit::{Edit, edited};

/// Lines shown before and after what changes.
const CONTEXT: usize = 3;

/// Lines of the old text that become others.
struct Replaced {
    old: Range<usize>,
    new: Vec<String>,
}

/// What edits that overlap nowhere change in the file at `path`; empty when they change nothing.
pub fn diff<'a>(path: &str, text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let replaced = replaced(text, &lines, edits);
    if replaced.is_empty() {
        return String::new();
    }
    let mut out = format!("--- a/{path}\n+++ b/{path}\n");
    let mut shift = 0;
    for hunk in replaced.chunk_by(|one, next| next.old.start <= one.old.end + 2 * CONTEXT) {
        shift = write_hunk(&lines, hunk, shift, &mut out);
    }
    out
}

/// Writes one hunk; `shift` is how many lines more the new text has before it. Gives that after it.
fn write_hunk(lines: &[&str], hunk: &[Replaced], shift: isize, out: &mut String) -> isize {
    let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else {
        return shift;
    };
    let start = first.old.start.saturating_sub(CONTEXT);
    let end = (last.old.end + CONTEXT).min(lines.len());
    let grown: isize = hunk.iter().map(|part| part.new.len() as isize - part.old.len() as isize).sum();
    let (old_count, new_count) = (end - start, (end - start).saturating_add_signed(grown));
    let (old_start, new_start) =
        (start + usize::from(old_count > 0), start.saturating_add_signed(shift) + usize::from(new_count > 0));
    let _ = writeln!(out, "@@ -{old_start},{old_count} +{new_start},{new_count} @@");
    let mut at = start;
    for part in hunk {
        lines[at..part.old.start].iter().for_each(|line| write_line(' ', line, out));
        lines[part.old.clone()].iter().for_each(|line| write_line('-', line, out));
        part.new.iter().for_each(|line| write_line('+', line, out));
        at = part.old.end;
    }
    lines[at..end].iter().for_each(|line| write_line(' ', line, out));
    shift + grown
}

fn write_line(mark: char, line: &str, out: &mut String) {
    out.push(mark);
    out.push_str(line);
    if !line.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

fn replaced<'a>(text: &str, lines: &[&str], edits: impl IntoIterator<Item = &'a Edit>) -> Vec<Replaced> {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort();
    let starts: Vec<usize> = lines.iter().scan(0, |at, line| Some(std::mem::replace(at, *at + line.len()))).collect();
    let line_of = |at: usize| starts.partition_point(|start| *start <= at).saturating_sub(1);
    let touched = |edit: &Edit| {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let first = line_of(start);
        // The line break that goes joins the next line, unless whole lines go.
        let joins = end > start && text[..end].ends_with('\n') && starts.get(first) != Some(&start);
        let last = if end > start && !joins { line_of(end - 1) } else { line_of(end) };
        first..(last + 1).min(lines.len())
    };
    let mut groups: Vec<(Range<usize>, Vec<&Edit>)> = Vec::new();
    for edit in edits {
        let range = touched(edit);
        match groups.last_mut() {
            Some((group, within)) if range.start <= group.end => {
                group.end = group.end.max(range.end);
                within.push(edit);
            }
            _ => groups.push((range, vec![edit])),
        }
    }
    groups.into_iter().filter_map(|(range, edits)| trimmed(text, lines, &starts, range, &edits)).collect()
}

/// A group of edits as lines, without those that are the same at both ends.
fn trimmed(text: &str, lines: &[&str], starts: &[usize], range: Range<usize>, edits: &[&Edit]) -> Option<Replaced> {
    let from = starts.get(range.start).copied().unwrap_or(text.len());
    let to = starts.get(range.end).copied().unwrap_or(text.len());
    let moved = |edit: &&Edit| {
        let (start, end) = (edit.span.start as usize - from, edit.span.end as usize - from);
        Edit::new(crate::source::Span::new(start, end), edit.replacement.clone())
    };
    let moved: Vec<Edit> = edits.iter().map(moved).collect();
    let after = edited(&text[from..to], &moved);
    let mut new: Vec<&str> = after.split_inclusive('\n').collect();
    let Range { mut start, mut end } = range;
    while end > start && new.last() == Some(&lines[end - 1]) {
        new.pop();
        end -= 1;
    }
    let same = lines[start..end].iter().zip(&new).take_while(|(old, new)| old == new).count();
    start += same;
    let new: Vec<String> = new.into_iter().skip(same).map(str::to_owned).collect();
    (start < end || !new.is_empty()).then_some(Replaced { old: start..end, new })
}
