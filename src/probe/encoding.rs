//! The character encoding of a text, from its bytes.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// UTF-16 when a byte order mark says so.
pub(super) fn marked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (encoding, _) = Encoding::for_bom(bytes)?;
    [UTF_16LE, UTF_16BE].contains(&encoding).then_some(encoding)
}

/// The text that the bytes most probably are, without byte order mark, and its encoding. `complete`
/// tells whether the text ends where the bytes do. None for bytes that are no text.
pub(super) fn decode(bytes: &[u8], complete: bool) -> Option<(Cow<'_, str>, &'static Encoding)> {
    if let Some(encoding) = marked_utf16(bytes) {
        return Some((encoding.decode(bytes).0, encoding));
    }
    if bytes.contains(&0) {
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(text) = utf8(bytes, complete) {
        return Some((Cow::Borrowed(text), UTF_8));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, complete);
    // Central European encodings look the same in a short text; those who publish here write French.
    let encoding = detector.guess(Some(b"fr"), Utf8Detection::Deny);
    Some((encoding.decode_without_bom_handling(bytes).0, encoding))
}

/// The bytes as UTF-8; a character may be cut in two at the end of an incomplete text.
fn utf8(bytes: &[u8], complete: bool) -> Option<&str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() && !complete => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()
        }
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(bytes: &[u8], complete: bool, expected: Option<(&str, &str)>) {
        let found = decode(bytes, complete);
        assert_eq!(found.as_ref().map(|(text, encoding)| (text.as_ref(), encoding.name())), expected);
    }

    #[test]
    fn encodings_are_told_apart() {
        case("é".as_bytes(), true, Some(("é", "UTF-8")));
        case(b"\xef\xbb\xbfa", true, Some(("a", "UTF-8")));
        case(b"a\xc3", false, Some(("a", "UTF-8")));
        case(b"\xff\xfea\0;\0", true, Some(("a;", "UTF-16LE")));
        case(b"\xfe\xff\0a", true, Some(("a", "UTF-16BE")));
        case(b"commune;d\xe9partement\nRennes;\xcele", true, Some(("commune;département\nRennes;Île", "windows-1252")));
        case(b"a\0b", true, None);
    }
}
