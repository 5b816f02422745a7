//! The scripts of pages: the files of a folder of `scripts/`, in the order of their names, as one classic script whose
//! parts share a scope.

use super::{Asset, Files, ThemeError, utf8};

/// The name of the asset that is the script of the page of proposals.
pub const PROPOSE_SCRIPT: &str = "propose.js";
/// The name of the asset that is the script of the search page.
pub const SEARCH_SCRIPT: &str = "search.js";

/// All scripts. One is missing when the theme has no file for it, or a static file of its name in its place.
pub(super) fn all(files: &Files<'_>) -> Result<Vec<Asset>, ThemeError> {
    let scripts = [("scripts/propose/", PROPOSE_SCRIPT), ("scripts/search/", SEARCH_SCRIPT)];
    scripts.into_iter().filter_map(|(folder, name)| joined(files, folder, name).transpose()).collect()
}

fn joined(files: &Files<'_>, folder: &str, name: &str) -> Result<Option<Asset>, ThemeError> {
    let mut script = String::from("(function () {\n\"use strict\";\n");
    let start = script.len();
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with(folder) && path.ends_with(".js")) {
        write_code(utf8(path, bytes)?, &mut script);
    }
    if script.len() == start || files.contains_key(format!("static/{name}").as_str()) {
        return Ok(None);
    }
    script.push_str("})();\n");
    Ok(Some(Asset::new(name, script.into_bytes())))
}

/// Writes the lines of a file without what only its readers need: lines of comments, empty lines, blanks beside signs.
/// Lines stay apart, so that no rule of the language about their ends matters, but after a sign that goes on.
fn write_code(source: &str, script: &mut String) {
    for line in source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        let small = squeezed(line);
        script.push_str(small.as_deref().unwrap_or(line));
        if !small.is_some_and(|small| small.ends_with(['{', '(', '[', ',', ';'])) {
            script.push('\n');
        }
    }
}

/// A line without the blanks beside signs outside quotes; nothing when a `/` or a template stands in it, because blanks
/// count in a regular expression, which only a parser knows from a division.
fn squeezed(line: &str) -> Option<String> {
    let mut small = String::with_capacity(line.len());
    let mut quote = None;
    let mut characters = line.chars();
    let mut follows_blank = false;
    while let Some(c) = characters.next() {
        if quote.is_none() {
            match c {
                ' ' => {
                    follows_blank = true;
                    continue;
                }
                '/' | '`' => return None,
                _ if follows_blank && small.chars().next_back().is_some_and(|before| must_part(before, c)) => {
                    small.push(' ');
                }
                _ => {}
            }
            follows_blank = false;
        }
        small.push(c);
        if quote.is_some() && c == '\\' {
            small.extend(characters.next());
        } else if quote == Some(c) {
            quote = None;
        } else if quote.is_none() && matches!(c, '"' | '\'') {
            quote = Some(c);
        }
    }
    Some(small)
}

/// Whether two characters would mean something else without the blank between them: words, `+ +`, and `<!`, which
/// begins an old comment.
fn must_part(before: char, after: char) -> bool {
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
    (in_word(before) && in_word(after))
        || (before == after && matches!(after, '+' | '-'))
        || (before, after) == ('<', '!')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(files: &[(&'static str, &'static str)]) -> Option<String> {
        let files: Files<'_> = files.iter().map(|(path, text)| (*path, text.as_bytes().into())).collect();
        let asset = all(&files).expect("the files are text").pop()?;
        Some(String::from_utf8(asset.bytes).expect("the script is text"))
    }

    #[test]
    fn files_are_joined_by_name_without_comments_and_indents() {
        let files = [
            ("scripts/search/20-b.js", "// Why.\nfunction b() {\n  return a; // kept\n}\n"),
            ("scripts/search/10-a.js", "const a = 1;\r\n\n"),
            ("scripts/search/notes.md", "no script"),
        ];
        assert_eq!(
            script(&files).as_deref(),
            Some("(function () {\n\"use strict\";\nconst a=1;function b(){return a; // kept\n}\n})();\n")
        );
    }

    #[test]
    fn only_blanks_that_say_nothing_are_dropped() {
        #[track_caller]
        fn case(line: &str, expected: &str) {
            assert_eq!(squeezed(line).as_deref().unwrap_or("left"), expected);
        }
        case("const a = b ? [1, 2] : { c: d };", "const a=b?[1,2]:{c:d};");
        case(r#"say("a, b", 'c "d', "e \" f", g);"#, r#"say("a, b",'c "d',"e \" f",g);"#);
        case("return typeof a === \"b\" && !c;", "return typeof a===\"b\"&&!c;");
        case("a = b + +c - -d < !--e;", "a=b+ +c- -d< !--e;");
        case("[1 .a, ...b]", "[1 .a,...b]");
        case("a.replace(/ b/g, c)", "left");
        case("`${a} b`", "left");
        case("address(\"../ a\" , b)", "address(\"../ a\",b)");
    }

    #[test]
    fn a_theme_without_files_or_with_its_own_script_has_none() {
        assert_eq!(script(&[("static/etal.css", "")]), None);
        assert_eq!(script(&[("scripts/search/10-a.js", "a"), ("static/search.js", "b")]), None);
    }

    #[test]
    fn a_file_that_is_no_text_is_named() {
        let files: Files<'_> = [("scripts/search/10-a.js", vec![0xff].into())].into_iter().collect();
        let error = all(&files).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("theme file `scripts/search/10-a.js` is not UTF-8 text"));
    }
}
