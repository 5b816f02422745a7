//! Large JSON objects, written piece by piece.

use std::io::{self, Write};

use serde::Serialize;

/// Writes an object whose last member is a list: the members of `head`, then `member` with its items, one a line. Only
/// one item at a time is in memory. `head` must have a member.
pub(super) fn with_list<T: Serialize>(
    out: &mut dyn Write,
    head: &impl Serialize,
    member: &str,
    items: impl Iterator<Item = T>,
) -> io::Result<()> {
    let mut buffer = serde_json::to_vec(head)?;
    // The brace that ends the object comes after the list.
    buffer.pop();
    write!(buffer, ",\"{member}\":[")?;
    for (place, item) in items.enumerate() {
        buffer.extend_from_slice(if place == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut buffer, &item)?;
        out.write_all(&buffer)?;
        buffer.clear();
    }
    buffer.extend_from_slice(b"]}\n");
    out.write_all(&buffer)
}

/// Writes an object for people to read too.
pub(super) fn pretty(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut text = serde_json::to_vec_pretty(value)?;
    text.push(b'\n');
    out.write_all(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_any_length_ends_its_object() {
        let case = |items: &[u8], expected: &str| {
            let mut out = Vec::new();
            let head = std::collections::BTreeMap::from([("a", 1)]);
            with_list(&mut out, &head, "list", items.iter()).expect("memory takes all");
            assert_eq!(String::from_utf8_lossy(&out), expected);
        };
        case(&[], "{\"a\":1,\"list\":[]}\n");
        case(&[1, 2], "{\"a\":1,\"list\":[\n1,\n2]}\n");
    }
}
