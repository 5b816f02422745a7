//! What changes in a text of several lines, with a few lines around it.

use similar::{ChangeTag, TextDiff};

/// Lines that are shown around a change.
const CONTEXT: usize = 1;
/// Lines that are shown in all; further ones are counted.
const MOST: usize = 120;

/// Lines of both texts: ` ` before those that stay, `-` and `+` before those that go and come, `…` for what is left out.
pub(super) fn outline(before: &str, after: &str) -> String {
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
    fn a_long_text_is_cut() {
        let long = "x\n".repeat(1_000);
        assert_eq!(outline("", &long).lines().count(), 121);
    }
}
