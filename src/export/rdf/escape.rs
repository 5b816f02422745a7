//! Texts with what a syntax does not take as it is written otherwise. Only ASCII is looked at, byte by byte.

/// Adds a text to `out`; `replaced` gives what stands for a byte, which must be ASCII.
pub(super) fn push(out: &mut String, text: &str, replaced: impl Fn(u8) -> Option<&'static str>) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(instead) = replaced(byte) {
            out.push_str(&text[done..at]);
            out.push_str(instead);
            done = at + 1;
        }
    }
    out.push_str(&text[done..]);
}

/// Adds a text between double quotes, as Turtle and JSON both take it.
pub(super) fn quoted(out: &mut String, text: &str) {
    out.push('"');
    push(out, text, |byte| match byte {
        b'"' => Some("\\\""),
        b'\\' => Some("\\\\"),
        b'\n' => Some("\\n"),
        b'\r' => Some("\\r"),
        b'\t' => Some("\\t"),
        _ => None,
    });
    out.push('"');
}
