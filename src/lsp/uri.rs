//! Addresses of files as editors write them, and paths with `/` between names.

use std::fmt::Write as _;

use crate::text::url;

/// The path of a `file:` address; none for other addresses and for bytes that are no text.
pub(super) fn path_of(uri: &str) -> Option<String> {
    let rest = uri.get(..5).filter(|scheme| scheme.eq_ignore_ascii_case("file:")).map(|_| &uri[5..])?;
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let path = match rest.strip_prefix("//") {
        Some(rest) => match rest.find('/') {
            Some(0) => decoded(rest)?,
            Some(at) if rest[..at].eq_ignore_ascii_case("localhost") => decoded(&rest[at..])?,
            _ => format!("//{}", decoded(rest)?),
        },
        None => decoded(rest)?,
    };
    // `/c:/data` is `c:/data` on the systems that have drives.
    let is_drive = matches!(path.as_bytes(), [b'/', drive, b':', ..] if drive.is_ascii_alphabetic());
    Some(if is_drive { path[1..].to_owned() } else { path })
}

/// The address of a path. All but letters, digits and `-._~/` is escaped.
pub(super) fn uri_of(path: &str) -> String {
    let start = if path.starts_with('/') { "" } else { "/" };
    let mut uri = if path.starts_with("//") { String::from("file:") } else { format!("file://{start}") };
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}

fn decoded(text: &str) -> Option<String> {
    String::from_utf8(url::decoded(text)).ok().filter(|path| !path.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_editors_become_paths() {
        let case = |uri: &str, path: Option<&str>| assert_eq!(path_of(uri).as_deref(), path, "{uri}");
        case("file:///home/a/%C3%A9t%C3%A9%20x.yaml", Some("/home/a/été x.yaml"));
        case("file:///c%3A/data/site.toml", Some("c:/data/site.toml"));
        case("file://localhost/a", Some("/a"));
        case("file://server/share/a", Some("//server/share/a"));
        case("file:///a/100%", Some("/a/100%"));
        case("file:///a/%FF", None);
        case("file:///a/%00", None);
        case("untitled:Untitled-1", None);
        case("", None);
    }

    #[test]
    fn a_path_reads_back_from_its_address() {
        for path in ["/a b/é#?%25.yaml", "c:/x", "//server/share/y", "/"] {
            assert_eq!(path_of(&uri_of(path)).as_deref(), Some(path), "{}", uri_of(path));
        }
        assert_eq!(uri_of("/a b:c"), "file:///a%20b%3Ac");
    }
}
