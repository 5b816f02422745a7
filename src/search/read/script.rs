//! The files as scripts: one call, or several one after another.

use serde_json::{Deserializer, Value};

use super::error::Damage;

/// Kinds of files.
const KINDS: [&str; 13] = [
    "boot", "labels", "terms", "postings", "reversed", "starts", "endings", "columns", "orders", "tags", "blocks",
    "cards", "whole",
];

/// Characters of a hash.
pub(super) const HASH: usize = 8;

/// Whether a name is a kind of file and a hash, as `terms/k3v7x2m4`. Nothing else ever becomes a path.
pub fn is_name(name: &str) -> bool {
    name.split_once('/').is_some_and(|(kind, hash)| KINDS.contains(&kind) && is_hash(hash))
}

/// Whether a text is the hash of a file's content.
pub(super) fn is_hash(text: &str) -> bool {
    text.len() == HASH && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'2'..=b'7'))
}

/// The name and the value of each call.
pub(super) fn calls(text: &str) -> Result<Vec<(String, Value)>, Damage> {
    let mut calls = Vec::new();
    let mut rest = text.trim_ascii_start();
    while !rest.is_empty() {
        rest = rest.strip_prefix("etal(").ok_or("it is no call of `etal`")?;
        let name: String = next(&mut rest)?;
        if !is_name(&name) {
            return Err("a call has no proper name");
        }
        rest = rest.strip_prefix(',').ok_or("a call has no value")?;
        let value = next(&mut rest)?;
        rest = rest.strip_prefix(')').ok_or("a call does not end")?.trim_ascii_start();
        calls.push((name, value));
    }
    Ok(calls)
}

/// The JSON value that the text begins with; the text goes on after it.
fn next<T: serde::de::DeserializeOwned>(rest: &mut &str) -> Result<T, Damage> {
    let mut values = Deserializer::from_str(rest).into_iter();
    let value = values.next().and_then(Result::ok).ok_or("a value is no JSON")?;
    *rest = &rest[values.byte_offset()..];
    Ok(value)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn calls_are_read_one_after_another() {
        let found = calls("etal(\"boot/abcdefgh\",{\"a\":1})\netal(\"terms/23456723\",[\")\"])\n").expect("calls");
        let wanted = [(String::from("boot/abcdefgh"), json!({"a": 1})), (String::from("terms/23456723"), json!([")"]))];
        assert_eq!(found, wanted);
        assert_eq!(calls(" \n"), Ok(Vec::new()));
    }

    #[test]
    fn names_lead_nowhere_else() {
        for name in ["boot/../../etc", "other/abcdefgh", "boot/abcdefg", "boot/ABCDEFGH", "boot/abcdef1h", "boot"] {
            assert!(!is_name(name) && calls(&format!("etal(\"{name}\",[])")).is_err(), "{name}");
        }
    }

    #[test]
    fn what_is_no_call_is_refused() {
        let name = "\"boot/abcdefgh\"";
        let deep = format!("etal({name},{})", "[".repeat(100_000));
        for text in ["alert(1)", &format!("etal({name},[]"), &format!("etal({name},[])x"), "etal(", &deep] {
            assert!(calls(text).is_err(), "{text:.40}");
        }
    }
}
