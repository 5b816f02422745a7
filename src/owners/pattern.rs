//! A path in the pattern language of a forge: gitignore's on GitHub and GitLab, regular expressions
//! on Forgejo and Gitea.

use crate::model::ForgeKind;

/// What a pattern is to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// One file.
    File,
    /// Everything in a folder, on any level.
    Folder,
}

/// The pattern that fits `path` (below the top of the repository) and nothing else. None when the
/// forge's language cannot say it: a wider pattern would give away what belongs to others.
pub(super) fn pattern(kind: ForgeKind, path: &str, subject: Subject) -> Option<String> {
    let is_sayable = |c: char| !c.is_control() && (c == ' ' || !c.is_whitespace()) && c != '\\';
    if path.is_empty() || path.starts_with(['/', '!']) || !path.chars().all(is_sayable) {
        return None;
    }
    match kind {
        ForgeKind::GitHub | ForgeKind::GitLab => glob(path, subject),
        ForgeKind::Forgejo => Some(expression(path, subject)),
    }
}

/// Anchored by the slash it begins with; a final slash means all that lies below.
fn glob(path: &str, subject: Subject) -> Option<String> {
    // What these stand for differs between the forges, and none has a way to escape them all.
    if path.contains(['*', '?', '[', ']', '{', '}', '#']) {
        return None;
    }
    let end = if subject == Subject::Folder { "/" } else { "" };
    Some(format!("/{}{end}", path.replace(' ', "\\ ")))
}

/// The forge anchors it at both ends. A line is parted into words before the expression is read,
/// and a backslash counts in both: what is escaped for the expression takes two.
fn expression(path: &str, subject: Subject) -> String {
    let mut out = String::with_capacity(path.len() + 8);
    for c in path.chars() {
        match c {
            '.' | '+' | '*' | '?' | '(' | ')' | '|' | '[' | ']' | '{' | '}' | '^' | '$' => out.push_str("\\\\"),
            ' ' | '#' => out.push('\\'),
            _ => {}
        }
        out.push(c);
    }
    out + if subject == Subject::Folder { "/.*" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(path: &str, glob: Option<&str>, expression: Option<&str>) {
        let found = [ForgeKind::GitHub, ForgeKind::GitLab, ForgeKind::Forgejo];
        let found = found.map(|kind| pattern(kind, path, Subject::Folder));
        assert_eq!(found.each_ref().map(Option::as_deref), [glob, glob, expression], "{path:?}");
    }

    #[test]
    fn a_path_is_said_whole_or_not_at_all() {
        case("content/datasets/a", Some("/content/datasets/a/"), Some("content/datasets/a/.*"));
        case("my data/a.b", Some("/my\\ data/a.b/"), Some("my\\ data/a\\\\.b/.*"));
        case("a/[b]", None, Some("a/\\\\[b\\\\]/.*"));
        case("a/#b", None, Some("a/\\#b/.*"));
        case("a/*", None, Some("a/\\\\*/.*"));
        case("été", Some("/été/"), Some("été/.*"));
        for never in ["", "/a", "!a", "a\nb", "a\tb", "a\\b", "a\u{a0}b", "a\u{2028}b"] {
            case(never, None, None);
        }
        assert_eq!(pattern(ForgeKind::GitHub, "a b.yaml", Subject::File).as_deref(), Some("/a\\ b.yaml"));
        assert_eq!(pattern(ForgeKind::Forgejo, "a.yaml", Subject::File).as_deref(), Some("a\\\\.yaml"));
    }
}
