//! Files that a browser would run as a page of the site when it opens them.

use std::borrow::Cow;

use super::encoding;
use crate::vocab::Format;
use crate::vocab::format::{executes_in_browser, has_xml_stylesheet};

/// Whether a browser would run the file, by its name or by what it holds.
pub(super) fn executes(path: &str, head: &[u8]) -> bool {
    executes_in_browser(path) || (!is_plain_text(path) && runs(&utf8(head)))
}

/// Plain text and Markdown are served as plain text: they may begin with an element of HTML.
fn is_plain_text(path: &str) -> bool {
    Format::of_path(path).is_some_and(|format| ["txt", "md"].contains(&format.id))
}

/// The bytes as a browser would decode them: it believes the mark of UTF-16.
fn utf8(head: &[u8]) -> Cow<'_, [u8]> {
    match encoding::marked_utf16(head) {
        Some(encoding) => Cow::Owned(encoding.decode(head).0.into_owned().into_bytes()),
        None => Cow::Borrowed(head),
    }
}

fn runs(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if start.first() != Some(&b'<') {
        return false;
    }
    is_page(start) || matches!(Format::sniff(start).map(|format| format.id), Some("svg")) || is_active_xml(start)
}

/// Beginnings that make browsers take a file of unknown type for HTML.
/// <https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type>
fn is_page(start: &[u8]) -> bool {
    const TAGS: [&str; 16] = [
        "!doctype html",
        "html",
        "head",
        "script",
        "iframe",
        "h1",
        "div",
        "font",
        "table",
        "a",
        "style",
        "title",
        "b",
        "body",
        "br",
        "p",
    ];
    let lower = start[..start.len().min(64)].to_ascii_lowercase();
    TAGS.into_iter().any(|tag| {
        let rest = lower[1..].strip_prefix(tag.as_bytes());
        rest.is_some_and(|rest| rest.first().is_none_or(|next| b" \t\r\n>/".contains(next)))
    })
}

/// XML that names a style sheet, or that has elements of HTML or SVG and something to run in them.
fn is_active_xml(start: &[u8]) -> bool {
    let has = |mark: &[u8]| contains(start, mark);
    let is_markup = has(b"1999/xhtml") || has(b"2000/svg");
    has_xml_stylesheet(start) || (is_markup && (has(b"script") || has_handler(start)))
}

/// An attribute such as `onload=`.
fn has_handler(bytes: &[u8]) -> bool {
    bytes.windows(4).enumerate().any(|(at, window)| {
        let opens = window[0].is_ascii_whitespace() && window[1..3].eq_ignore_ascii_case(b"on");
        opens && {
            let name = bytes[at + 3..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            name > 0 && bytes[at + 3 + name..].trim_ascii_start().first() == Some(&b'=')
        }
    })
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(path: &str, head: &[u8], expected: bool) {
        assert_eq!(executes(path, head), expected, "{path}: {}", String::from_utf8_lossy(head));
    }

    #[test]
    fn names_and_contents_that_run_are_known() {
        case("a.html", b"", true);
        case("a.JS", b"", true);
        case("a.svg", b"", true);
        case("data", b"\n<!DOCTYPE html><title>a</title>", true);
        case("a.csv", b"<script>alert(1)</script>", true);
        case("a.dat", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", true);
        case("a.xml", b"<?xml-stylesheet href='a.xsl'?><a/>", true);
        case("a.xml", b"<a><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script></a>", true);
        case("a.xml", b"<a xmlns:h='http://www.w3.org/1999/xhtml'><h:body onload = 'x()'/></a>", true);
        case("a.dat", b"\xff\xfe<\0h\0t\0m\0l\0>\0", true);
    }

    #[test]
    fn data_does_not_run() {
        case("a.csv", b"name,script\n<b>,x\n", false);
        case("a.xml", b"<?xml version='1.0'?><list><onload/></list>", false);
        case("a.atom", b"<feed><div xmlns='http://www.w3.org/1999/xhtml'>text</div></feed>", false);
        case("README.md", b"<p align=center>etal</p>", false);
        case("a.txt", b"<script>", false);
        case("a.json", b"{\"html\": \"<script>\"}", false);
        case("a.pdf", b"%PDF-1.7", false);
    }
}
