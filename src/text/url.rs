//! Addresses that come from descriptors. Nothing becomes a link before it has passed here.

/// An address that may stand in `href`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An absolute address of another site, or `mailto:`; percent-encoded where it must be.
    External(String),
    /// A path inside the catalogue, or a fragment, as it was written.
    Relative(String),
}

/// Sorts an address out. Nothing for schemes that run code or open programs, and for hosts no browser would accept.
pub fn target(address: &str) -> Option<Target> {
    let address = address.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    // Browsers drop line breaks inside an address, so that `java\nscript:` would run.
    if address.is_empty() || address.contains(|c: char| c.is_control()) {
        return None;
    }
    if let Some(rest) = address.strip_prefix("//") {
        return web("https", rest).map(Target::External);
    }
    let Some(scheme) = scheme(address) else {
        return Some(Target::Relative(address.to_owned()));
    };
    let rest = &address[scheme.len() + 1..];
    match scheme.to_ascii_lowercase().as_str() {
        name @ ("http" | "https" | "ftp") => web(name, rest.strip_prefix("//")?).map(Target::External),
        "mailto" if rest.contains('@') => Some(Target::External(format!("mailto:{}", encoded(rest)))),
        _ => None,
    }
}

/// The address as an `href` to another site, if it is one.
pub fn external(address: &str) -> Option<String> {
    match target(address)? {
        Target::External(href) => Some(href),
        Target::Relative(_) => None,
    }
}

/// The address as one of ASCII characters alone (RFC 3986), for formats that take no other; percent-encoded where it
/// has others.
pub fn ascii(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            let mut buffer = [0; 4];
            c.encode_utf8(&mut buffer).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        }
    }
    out
}

/// The host of a web address, without `www.`; for showing where a link leads.
pub fn host(address: &str) -> Option<&str> {
    let rest = address.split_once("://")?.1;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

fn scheme(address: &str) -> Option<&str> {
    let (before, _) = address.split_once(':')?;
    let mut bytes = before.bytes();
    let starts = bytes.next()?.is_ascii_alphabetic();
    let is_scheme = starts && bytes.all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    is_scheme.then_some(before)
}

fn web(scheme: &str, rest: &str) -> Option<String> {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = authority.rsplit('@').next()?;
    let is_host = !host.is_empty()
        && !host.starts_with(':')
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']'));
    let is_user =
        authority.len() == host.len() || !authority.contains(|c: char| c.is_whitespace() || "\"<>\\".contains(c));
    (is_host && is_user).then(|| format!("{scheme}://{authority}{}", encoded(path)))
}

/// Encodes what may not stand in a path or a query; what is encoded already stays.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let bytes = path.as_bytes();
    let mut fragment = false;
    for (at, c) in path.char_indices() {
        let is_escape = || bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        let refused = match c {
            '%' => !is_escape(),
            '#' => std::mem::replace(&mut fragment, true),
            c if c.is_ascii() => c.is_ascii_control() || " \"<>\\^`{|}[]".contains(c),
            c => c.is_whitespace() || c.is_control(),
        };
        if refused {
            let mut buffer = [0; 4];
            c.encode_utf8(&mut buffer).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// The bytes of a path with its escapes (`%C3`) decoded; a `%` without two digits stays.
pub fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|digits| *first == b'%' && digits.iter().all(u8::is_ascii_hexdigit));
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

/// A path of the output as part of a relative address: each segment percent-encoded.
pub fn encoded_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn external_case(address: &str, expected: Option<&str>) {
        assert_eq!(external(address).as_deref(), expected, "{address}");
    }

    #[test]
    fn web_addresses_pass() {
        external_case("https://a.example/x?y=1#z", Some("https://a.example/x?y=1#z"));
        external_case(" HTTP://a.example ", Some("http://a.example"));
        external_case("//a.example/x", Some("https://a.example/x"));
        external_case("https://é.example/à b", Some("https://é.example/à%20b"));
        external_case("https://a.example/100%/%20/[x]|y", Some("https://a.example/100%25/%20/%5Bx%5D%7Cy"));
        external_case("mailto:a@b.example", Some("mailto:a@b.example"));
        external_case("ftp://a.example/x", Some("ftp://a.example/x"));
    }

    #[test]
    fn what_runs_code_does_not_pass() {
        for address in
            ["javascript:alert(1)", "JAVASCRIPT:x", "java\nscript:x", "\u{1}javascript:x", "data:text/html,x"]
        {
            assert_eq!(target(address), None, "{address:?}");
        }
    }

    #[test]
    fn addresses_no_browser_accepts_do_not_pass() {
        for address in ["http://", "https:///x", "http:a", "http://a b/", "http://\"x\"/", "mailto:x", "tel:1", ""] {
            assert_eq!(target(address), None, "{address:?}");
        }
    }

    #[test]
    fn paths_are_relative() {
        for address in ["a/b.csv", "#part", "/root", "../x", "a b"] {
            assert_eq!(target(address), Some(Target::Relative(address.to_owned())));
        }
    }

    #[test]
    fn an_address_has_a_form_of_ascii_alone() {
        assert_eq!(ascii("https://a.example/été?x=1"), "https://a.example/%C3%A9t%C3%A9?x=1");
    }

    #[test]
    fn paths_are_encoded_by_segment() {
        assert_eq!(encoded_path("données/a b#1.csv"), "donn%C3%A9es/a%20b%231.csv");
    }
}
