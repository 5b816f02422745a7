//! Texts with names in braces to be filled in.

/// The template with every `{name}` of `values` replaced. Other braces stay as they are.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 256);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let known =
            values.iter().find(|(name, _)| rest[1..].strip_prefix(name).is_some_and(|after| after.starts_with('}')));
        let taken = match known {
            Some((name, value)) => {
                out.push_str(value);
                name.len() + 2
            }
            None => {
                out.push('{');
                1
            }
        };
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

/// Comment lines of a text, broken at blanks after 96 columns.
pub(super) fn comment(text: &str) -> String {
    let mut out = String::new();
    let mut line = String::from("#");
    for word in text.split(' ') {
        if line.chars().count() + 1 + word.chars().count() > 98 && line.len() > 1 {
            out.push_str(&line);
            out.push('\n');
            line = String::from("#");
        }
        line.push(' ');
        line.push_str(word);
    }
    out.push_str(&line);
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_names_are_filled_in_and_once() {
        let values = [("a", "{b}"), ("b", "x")];
        assert_eq!(fill("{a} {b} ${{ c }} {d} {", &values), "{b} x ${{ c }} {d} {");
    }

    #[test]
    fn comments_are_broken_at_blanks() {
        let text = comment(&"word ".repeat(40));
        assert!(text.lines().count() > 1 && text.lines().all(|line| line.starts_with("# word") && line.len() < 100));
    }
}
