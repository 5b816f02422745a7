//! `SHA256SUMS` and the manifests of bags: a digest and a path on each line.

use std::fmt::Write as _;

/// The lines of `files`, each a path and its digest, as `sha256sum -c` reads them.
pub fn lines<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::new();
    for (path, digest) in files {
        let _ = writeln!(text, "{digest}  {path}");
    }
    text
}

/// The paths and digests of such lines, in their order; `None` when a line is not of this form.
pub fn parse_lines(text: &str) -> Option<Vec<(&str, &str)>> {
    text.lines().map(parse_line).collect()
}

fn parse_line(line: &str) -> Option<(&str, &str)> {
    let (digest, path) = line.split_at_checked(64)?;
    let path = path.strip_prefix("  ").or_else(|| path.strip_prefix(" *"))?;
    let is_digest = digest.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    (is_digest && !path.is_empty()).then_some((path, digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_they_are_written() {
        let digest = "0123456789abcdef".repeat(4);
        let files = [("a b/é.csv", digest.as_str()), ("x", &digest)];
        let text = lines(files.into_iter());
        assert_eq!(text, format!("{digest}  a b/é.csv\n{digest}  x\n"));
        assert_eq!(parse_lines(&text).expect("well formed"), files);
        for wrong in ["abc  x\n", &format!("{digest} x\n"), &format!("{digest}  \n")] {
            assert!(parse_lines(wrong).is_none(), "{wrong}");
        }
    }
}
