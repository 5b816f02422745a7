//! Paths of files as descriptors write them, below a folder.

/// Why a path is not one below its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFault {
    /// A web address.
    Address,
    /// `\` between names.
    Backslash,
    /// It begins at the root, a drive or a home folder.
    Absolute,
    /// It goes above the folder with `..`.
    Above,
}

/// What is wrong with a path, be the file there or not.
pub fn fault(path: &str) -> Option<PathFault> {
    let drive = path.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) && path.as_bytes().get(1) == Some(&b':');
    if path.contains("://") {
        Some(PathFault::Address)
    } else if path.starts_with(['/', '~', '\\']) || drive {
        Some(PathFault::Absolute)
    } else if path.split(['/', '\\']).any(|name| name == "..") {
        Some(PathFault::Above)
    } else if path.contains('\\') {
        Some(PathFault::Backslash)
    } else {
        None
    }
}

/// The path without `./` before it.
pub fn plain(path: &str) -> &str {
    path.strip_prefix("./").unwrap_or(path)
}

/// The last name of a path.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether two paths differ in capitals, accents or the way accents are composed only.
pub fn same_but_for_case(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    one != other && folded(one) == folded(other)
}

fn folded(path: &str) -> String {
    // Combining accents fold to nothing, composed ones to their letter.
    let letters = path.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect::<String>();
    deunicode::deunicode(&letters).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leaves_its_folder_is_told() {
        let case = |path: &str, expected: Option<PathFault>| assert_eq!(fault(path), expected, "{path}");
        case("a/b.csv", None);
        case("./a..b.csv", None);
        case("../a.csv", Some(PathFault::Above));
        case("a/../../b", Some(PathFault::Above));
        case("a\\..\\b", Some(PathFault::Above));
        case("/etc/passwd", Some(PathFault::Absolute));
        case("~/a.csv", Some(PathFault::Absolute));
        case("C:\\a.csv", Some(PathFault::Absolute));
        case("a\\b.csv", Some(PathFault::Backslash));
        case("https://example.org/a.csv", Some(PathFault::Address));
    }

    #[test]
    fn case_and_accents_are_told_from_other_names() {
        assert!(same_but_for_case("Été.CSV", "été.csv"));
        assert!(same_but_for_case("e\u{301}te\u{301}.csv", "été.csv"));
        assert!(!same_but_for_case("./a.csv", "a.csv"));
        assert!(!same_but_for_case("a.csv", "b.csv"));
    }
}
