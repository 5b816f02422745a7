//! What changes in a text of several lines, with a few lines around it.

use similar::{ChangeTag, TextDiff};

/// Lines that are shown around a change.
const CONTEXT: usize = 1;
/// Lines that are shown in all; further ones are counted.
const MOST: usize = 120;

/// Lines that are compared between what both texts begin and end with: the work grows with their square.
const COMPARED: usize = 1_000;

/// Lines of both texts: ` ` before those that stay, `-` and `+` before those that go and come, `…` for what is left out.
pub(super) fn outline(before: &str, after: &str) -> String {
    let (before, after) = (bounded(before, after), bounded(after, before));
    let diff = TextDiff::from_lines(before, after);
    let mut lines = Vec::new();
    let mut shown = 0;
    for group in diff.grouped_ops(CONTEXT) {
        let first = group.first().map_or(0, |operation| operation.old_range().start);
        if first > shown {
            lines.push(String::from("…"));
        }
        for change in group.iter().flat_map(|operation| diff.iter_changes(operation)) {
            let mark = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            lines.push(format!("{mark}{}", change.value().trim_end_matches(['\n', '\r'])));
        }
        shown = group.last().map_or(shown, |operation| operation.old_range().end);
    }
    if shown < before.lines().count() || lines.len() > MOST {
        lines.truncate(MOST);
        lines.push(String::from("…"));
    }
    lines.join("\n") + "\n"
}

/// A text up to some lines beyond those that another one begins with as well.
fn bounded<'t>(text: &'t str, other: &str) -> &'t str {
    let common = text.lines().zip(other.lines()).take_while(|(one, other)| one == other).count();
    match text.match_indices('\n').nth(common + COMPARED) {
        Some((end, _)) => &text[..=end],
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::outline;

    #[test]
    fn lines_that_stay_are_left_out_but_their_neighbours() {
        assert_eq!(outline("a\nb\nc\nd\ne\n", "a\nb\nC\nd\ne\n"), "…\n b\n-c\n+C\n d\n…\n");
        assert_eq!(outline("", "x\ny"), "+x\n+y\n");
        assert_eq!(outline("x", ""), "-x\n");
    }

    #[test]
    fn texts_that_have_nothing_in_common_are_compared_in_part() {
        let text = |seed: usize| (0..100_000).map(|line| format!("{}\n", line * seed % 4093)).collect::<String>();
        assert_eq!(outline(&text(17), &text(19)).lines().count(), 121);
    }

    #[test]
    fn a_long_text_is_cut() {
        let long = "x\n".repeat(1_000);
        assert_eq!(outline("", &long).lines().count(), 121);
    }
}
