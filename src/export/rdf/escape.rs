//! Texts with what a syntax does not take as it is written otherwise. Only ASCII is replaced.

/// Bytes of a text that are looked at together.
const BLOCK: usize = 64;

/// Adds a text to `out`; `replaced` gives what stands for a byte, which must be one of [`may_be_replaced`].
pub(super) fn push(out: &mut String, text: &str, replaced: impl Fn(u8) -> Option<&'static str>) {
    let mut done = 0;
    for (start, block) in (0..).step_by(BLOCK).zip(text.as_bytes().chunks(BLOCK)) {
        // Without a branch for each byte the processor takes many at once; most blocks have none to replace.
        if !block.iter().fold(false, |found, byte| found | may_be_replaced(*byte)) {
            continue;
        }
        for (at, byte) in (start..).zip(block) {
            if let Some(instead) = replaced(*byte) {
                out.push_str(&text[done..at]);
                out.push_str(instead);
                done = at + 1;
            }
        }
    }
    out.push_str(&text[done..]);
}

/// Whether a syntax may write a byte otherwise: controls, quotes, and what begins or ends markup.
fn may_be_replaced(byte: u8) -> bool {
    byte < b' ' || matches!(byte, b'"' | b'\\' | b'&' | b'<' | b'>')
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
