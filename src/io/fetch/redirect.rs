//! Where a redirect leads.

use crate::snapshot::remote::askable;

/// The address that `location`, in the answer of `base`, names; none when http does not serve it.
pub(super) fn target(base: &str, location: &str) -> Option<String> {
    let location = location.trim();
    let origin_end = base.find("://").map(|at| at + 3)?;
    let authority = base[origin_end..].find(['/', '?']).map_or(base.len(), |at| origin_end + at);
    let (origin, path) = base.split_at(authority);
    let path = path.split('?').next().unwrap_or("");
    let has_scheme = location.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    let whole = if has_scheme {
        location.to_owned()
    } else if location.starts_with("//") {
        format!("{}{location}", &base[..origin_end - 2])
    } else if location.starts_with('/') {
        format!("{origin}{}", without_dots(location))
    } else if location.starts_with(['?', '#']) || location.is_empty() {
        format!("{origin}{path}{location}")
    } else {
        let folder = path.rfind('/').map_or("/", |at| &path[..=at]);
        format!("{origin}{}", without_dots(&format!("{folder}{location}")))
    };
    askable(&whole)
}

/// A path, with or without a query, without `.` and `..` (RFC 3986, 5.2.4).
fn without_dots(path: &str) -> String {
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (path, query) = path.split_at(end);
    let mut names: Vec<&str> = Vec::new();
    for name in path.split('/').skip(1) {
        match name {
            "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    let is_folder = path.ends_with("/.") || path.ends_with("/..");
    let slash = if is_folder && !names.is_empty() { "/" } else { "" };
    format!("/{}{slash}{query}", names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_read_from_where_it_was_said() {
        let case = |location: &str, expected: Option<&str>| {
            assert_eq!(target("https://a.example:8080/x/y.csv?z=/1", location).as_deref(), expected, "{location}");
        };
        case("https://b.example/é#top", Some("https://b.example/%C3%A9"));
        case("HTTP://b.example/x", Some("http://b.example/x"));
        case("//b.example/x", Some("https://b.example/x"));
        case("/v", Some("https://a.example:8080/v"));
        case("v?w=../u", Some("https://a.example:8080/x/v?w=../u"));
        case("../v", Some("https://a.example:8080/v"));
        case("../../../v/", Some("https://a.example:8080/v/"));
        case("./v/..", Some("https://a.example:8080/x/"));
        case("?w", Some("https://a.example:8080/x/y.csv?w"));
        case("", Some("https://a.example:8080/x/y.csv"));
        case("file:///etc/passwd", None);
        case("ftp://b.example/x", None);
        case("javascript:alert(1)", None);
        assert_eq!(target("http://a.example", "v").as_deref(), Some("http://a.example/v"));
        assert_eq!(target("http://a.example?x", "/v").as_deref(), Some("http://a.example/v"));
    }
}
