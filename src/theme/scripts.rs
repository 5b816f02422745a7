//! The script of the search page: the files of `scripts/search/`, in the order of their names, as one classic script
//! whose parts share a scope.

use super::{Asset, Files, ThemeError, utf8};

const FOLDER: &str = "scripts/search/";
/// The name of the asset that is the script of the search page.
pub const SEARCH_SCRIPT: &str = "search.js";

/// The script; none when the theme has no file for it, or a static file of its name in its place.
pub(super) fn search(files: &Files<'_>) -> Result<Option<Asset>, ThemeError> {
    let mut script = String::from("(function () {\n\"use strict\";\n");
    let start = script.len();
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with(FOLDER) && path.ends_with(".js")) {
        write_code(utf8(path, bytes)?, &mut script);
    }
    if script.len() == start || files.contains_key(format!("static/{SEARCH_SCRIPT}").as_str()) {
        return Ok(None);
    }
    script.push_str("})();\n");
    Ok(Some(Asset::new(SEARCH_SCRIPT, script.into_bytes())))
}

/// Writes the lines of a file without what only its readers need: indents, empty lines, lines of comments.
fn write_code(source: &str, script: &mut String) {
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.for_each(|line| {
        script.push_str(line);
        script.push('\n');
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(files: &[(&'static str, &'static str)]) -> Option<String> {
        let files: Files<'_> = files.iter().map(|(path, text)| (*path, text.as_bytes().into())).collect();
        let asset = search(&files).expect("the files are text")?;
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
            Some("(function () {\n\"use strict\";\nconst a = 1;\nfunction b() {\nreturn a; // kept\n}\n})();\n")
        );
    }

    #[test]
    fn a_theme_without_files_or_with_its_own_script_has_none() {
        assert_eq!(script(&[("static/etal.css", "")]), None);
        assert_eq!(script(&[("scripts/search/10-a.js", "a"), ("static/search.js", "b")]), None);
    }

    #[test]
    fn a_file_that_is_no_text_is_named() {
        let files: Files<'_> = [("scripts/search/10-a.js", vec![0xff].into())].into_iter().collect();
        let error = search(&files).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("theme file `scripts/search/10-a.js` is not UTF-8 text"));
    }
}
