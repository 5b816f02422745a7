//! Web addresses as people write them: what is wrong with one, where it leads, how to mend it.
//!
//! Not a URL parser: it asks only what a reader's browser and a harvester would stumble over.

// Only the forms of addresses: nothing here reaches a network.
use core::net::{Ipv4Addr, Ipv6Addr};

/// Why a text is not an address that can be opened from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault<'a> {
    /// Words, not an address.
    Prose,
    /// An e-mail address.
    Mail,
    /// The name of something in a cloud (`arn:…`): not an address.
    CloudName,
    /// No `https://` before the host.
    NoScheme,
    /// Another scheme than http, https, ftp and ftps.
    Scheme(&'a str),
    /// No host after the scheme.
    NoHost,
    /// A host that no resolver knows: no dot, or signs that names cannot have.
    BadHost(&'a str),
    /// A character that has to be escaped.
    Character(char),
}

/// Scheme and host of an address that has both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address<'a> {
    /// What stands before `://`, as written.
    pub scheme: &'a str,
    /// The host without user and port, as written; brackets stay around an IPv6 address.
    pub host: &'a str,
    /// What follows the host: port, path, query, fragment.
    pub rest: &'a str,
}

const SCHEMES: [&str; 4] = ["http", "https", "ftp", "ftps"];

/// Splits an address; none without `://`.
pub fn split(text: &str) -> Option<Address<'_>> {
    let (scheme, after) = text.split_once("://")?;
    let authority_end = after.find(['/', '?', '#']).unwrap_or(after.len());
    let (authority, rest) = after.split_at(authority_end);
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host_end = match host_and_port.find(']') {
        Some(bracket) => bracket + 1,
        None => host_and_port.find(':').unwrap_or(host_and_port.len()),
    };
    let port_and_rest = host_and_port.len() - host_end + rest.len();
    Some(Address { scheme, host: &host_and_port[..host_end], rest: &text[text.len() - port_and_rest..] })
}

/// What is wrong with an address, blanks around it aside.
///
/// # Errors
/// Gives the first fault a reader would meet.
pub fn check(text: &str) -> Result<Address<'_>, AddressFault<'_>> {
    let text = text.trim();
    let Some(address) = split(text) else {
        return Err(without_scheme(text));
    };
    let plain_scheme = address.scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte));
    if !plain_scheme || address.scheme.is_empty() {
        return Err(AddressFault::Prose);
    }
    if !SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(address.scheme)) {
        return Err(AddressFault::Scheme(address.scheme));
    }
    if address.host.is_empty() {
        return Err(AddressFault::NoHost);
    }
    if let Some(bad) = text.chars().find(|c| must_be_escaped(*c)) {
        return Err(AddressFault::Character(bad));
    }
    if !is_host(address.host) {
        return Err(AddressFault::BadHost(address.host));
    }
    if stray_percent(address.rest).is_some() {
        return Err(AddressFault::Character('%'));
    }
    Ok(address)
}

fn without_scheme(text: &str) -> AddressFault<'_> {
    let words = text.contains(char::is_whitespace);
    match text.split_once(':') {
        Some(("arn", _)) => AddressFault::CloudName,
        Some(("mailto", _)) => AddressFault::Mail,
        Some((scheme @ ("data" | "file" | "javascript" | "urn" | "doi" | "tel"), _)) => AddressFault::Scheme(scheme),
        _ if !words && text.contains('@') && !text.contains('/') => AddressFault::Mail,
        _ if words || !text.contains(['.', '/', ':']) => AddressFault::Prose,
        _ => AddressFault::NoScheme,
    }
}

/// Braces stay: templates of tile services have them.
fn must_be_escaped(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '|')
}

/// Letters of any script, digits, `-` and `_` between dots; `localhost`; an address in brackets.
fn is_host(host: &str) -> bool {
    if let Some(inner) = host.strip_prefix('[') {
        return inner.strip_suffix(']').is_some_and(|inner| inner.parse::<Ipv6Addr>().is_ok());
    }
    let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let host = host.strip_suffix('.').unwrap_or(host);
    host.eq_ignore_ascii_case("localhost") || host.contains('.') && host.split('.').all(label)
}

/// Where a `%` is not followed by two hexadecimal digits.
fn stray_percent(text: &str) -> Option<usize> {
    let hex = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_hexdigit);
    text.match_indices('%').map(|(at, _)| at).find(|at| !(hex(at + 1) && hex(at + 2)))
}

/// The address that was meant, when only one can have been.
pub fn repaired(text: &str) -> Option<String> {
    let text = text.trim();
    if check(text).is_ok() {
        return None;
    }
    let fixed = with_scheme(text).or_else(|| only_address_in(text))?;
    if fixed.matches("://").count() != 1 {
        return None;
    }
    let escaped = escaped(&fixed);
    check(&escaped).is_ok().then_some(escaped)
}

/// The one address among other signs: `(https://example.org)`, `see https://example.org/a.`
fn only_address_in(text: &str) -> Option<String> {
    let start = text.find("http")?;
    let rest = &text[start..];
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '>' | '"')).unwrap_or(rest.len());
    let is_only = text.matches("http").count() == 1 && text.matches("www.").count() <= 1;
    is_only.then(|| rest[..end].trim_end_matches(['.', ',', ';']).to_owned())
}

/// The address with its scheme mended: `https//`, `http:/`, `http:`, `htps://`, none before `www.`.
fn with_scheme(text: &str) -> Option<String> {
    let lower = text.get(..12.min(text.len())).unwrap_or("").to_ascii_lowercase();
    if lower.starts_with("www.") && !text.contains(char::is_whitespace) {
        return Some(format!("https://{text}"));
    }
    let mistyped = [
        ("https:// ", "https"),
        ("http:// ", "http"),
        ("https://", "https"),
        ("http://", "http"),
        ("https//", "https"),
        ("http//", "http"),
        ("https:/", "https"),
        ("http:/", "http"),
        ("https;//", "https"),
        ("http;//", "http"),
        ("htps://", "https"),
        ("htpps://", "https"),
        ("hhttps://", "https"),
        ("hhttp://", "http"),
        ("ttps://", "https"),
        ("htttps://", "https"),
        ("htttp://", "http"),
        ("httpss://", "https"),
        ("htp://", "http"),
        ("ftp://", "ftp"),
    ];
    let (written, scheme) = mistyped.into_iter().find(|(written, _)| lower.starts_with(written))?;
    Some(format!("{scheme}://{}", &text[written.len()..]))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let stray = c == '%' && stray_percent(&text[at..]) == Some(0);
        // A backslash may stand for a slash: nobody knows.
        if c != '\\' && must_be_escaped(c) || stray {
            for byte in c.to_string().bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether a host is of this machine or of a private network: nobody else can reach it.
pub fn is_private(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return address.is_private() || address.is_loopback() || address.is_link_local() || address.is_unspecified();
    }
    let inner = host.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    if let Some(Ok(address)) = inner.map(str::parse::<Ipv6Addr>) {
        let first = address.segments()[0];
        let local = first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80;
        return address.is_loopback() || address.is_unspecified() || local;
    }
    const ENDINGS: [&str; 8] =
        [".local", ".localhost", ".internal", ".intranet", ".lan", ".corp", ".home.arpa", ".localdomain"];
    host == "localhost" || ENDINGS.iter().any(|ending| host.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn good(text: &str) {
        assert!(check(text).is_ok(), "{text}: {:?}", check(text));
        assert_eq!(repaired(text), None);
    }

    #[track_caller]
    fn bad(text: &str, fault: AddressFault<'_>, repair: Option<&str>) {
        assert_eq!(check(text), Err(fault), "{text}");
        assert_eq!(repaired(text).as_deref(), repair, "{text}");
    }

    #[test]
    fn addresses_that_open_are_left_alone() {
        good("https://data.example.org/a/b.csv?x=1&y=a%20b#c");
        good("HTTP://user@data.example.org:8080");
        good("ftp://ftp.example.org/pub");
        good("https://tiles.example.org/{z}/{x}/{y}.png");
        good("https://données.example.fr/été.csv");
        good("http://localhost:8000/");
        good("https://[2001:db8::1]/x");
        good("https://203.0.113.7/x");
    }

    #[test]
    fn what_does_not_open_says_why_and_what_was_meant() {
        use AddressFault::*;
        bad("see the town hall", Prose, None);
        bad("none", Prose, None);
        bad("[here](https://example.org/a).", Prose, Some("https://example.org/a"));
        bad("-https://example.org/a", Scheme("-https"), Some("https://example.org/a"));
        bad("see https://a.example and https://b.example", Prose, None);
        bad("jean@example.org", Mail, None);
        bad("mailto:jean@example.org", Mail, None);
        bad("arn:aws:s3:::bucket", CloudName, None);
        bad("s3://bucket/key", Scheme("s3"), None);
        bad("javascript:alert(1)", Scheme("javascript"), None);
        bad("www.example.org/x", NoScheme, Some("https://www.example.org/x"));
        bad("example.org/x", NoScheme, None);
        bad("https//example.org/x", NoScheme, Some("https://example.org/x"));
        bad("http:/example.org/x", NoScheme, Some("http://example.org/x"));
        bad("htps://example.org/", Scheme("htps"), Some("https://example.org/"));
        bad("https:///x", NoHost, None);
        bad("https://", NoHost, None);
        bad("https://intranet/x", BadHost("intranet"), None);
        bad("https://exa..mple.org/x", BadHost("exa..mple.org"), None);
        bad("https://example.org/a b.csv", Character(' '), Some("https://example.org/a%20b.csv"));
        bad("https://example.org/a\u{a0}b", Character('\u{a0}'), Some("https://example.org/a%C2%A0b"));
        bad("https://example.org/100%", Character('%'), Some("https://example.org/100%25"));
        bad("https://example.org/a\\b", Character('\\'), None);
        bad("https://a.example https://b.example", Character(' '), None);
    }

    #[test]
    fn private_hosts_are_told_from_public_ones() {
        let private = ["localhost", "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.9.9", "192.168.1.1", "[::1]"];
        for host in private.into_iter().chain(["nas.local", "db.internal", "169.254.1.1", "[fd00::1]", "0.0.0.0"]) {
            assert!(is_private(host), "{host}");
        }
        for host in ["example.org", "172.32.0.1", "8.8.8.8", "local.example.org", "[2001:db8::1]"] {
            assert!(!is_private(host), "{host}");
        }
    }

    #[test]
    fn the_host_is_told_from_user_port_and_path() {
        let address = split("https://me:secret@example.org:8080/a?b#c").expect("address");
        assert_eq!((address.scheme, address.host, address.rest), ("https", "example.org", ":8080/a?b#c"));
        assert_eq!(split("https://[::1]:80/x").map(|address| address.host), Some("[::1]"));
    }
}
