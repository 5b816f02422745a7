//! JSON whose keys come once: of two equal ones a reader drops one and nobody hears of it.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

/// Reads a value in which no mapping has a key twice.
///
/// # Errors
/// When it is no JSON, or a key comes twice: in the words of the parser, with the place.
pub fn json_once(text: &str) -> Result<Json, serde_json::Error> {
    let value = serde_json::from_str(text)?;
    serde_json::from_str::<Once>(text)?;
    Ok(value)
}

/// Any value, of which only the keys are looked at.
struct Once;

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Once {
    type Value = Self;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self, A::Error> {
        let mut known = HashSet::new();
        while let Some(key) = entries.next_key::<String>()? {
            if known.contains(&key) {
                return Err(A::Error::custom(format!("DuplicateKey {key}")));
            }
            entries.next_value::<Self>()?;
            known.insert(key);
        }
        Ok(self)
    }
}

/// The place and the words of an error, `lines` further down than the text that was read.
pub fn in_words(error: &serde_json::Error, lines: usize) -> String {
    let (line, column) = (error.line() + lines, error.column());
    let words = error.to_string();
    let words = words.rsplit_once(" at line ").map_or(words.as_str(), |(words, _)| words);
    format!("line {line}, column {column}: {words}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_comes_twice_is_an_error_with_its_place() {
        for (text, place) in [
            (r#"{"a": 1, "a": 2}"#, "line 1, column 12: DuplicateKey a"),
            ("[{\"b\": {\"a\": null,\n\"\\u0061\": []}}]", "line 2, column 8: DuplicateKey a"),
            ("[1,", "line 1, column 3: EOF while parsing a value"),
        ] {
            assert_eq!(in_words(&json_once(text).expect_err(text), 0), place, "{text}");
        }
        let text = r#"[{"a": 1.5, "b": -1}, {"a": 18446744073709551615, "b": ["x", true, null]}]"#;
        assert_eq!(json_once(text).ok(), serde_json::from_str::<Json>(text).ok());
    }
}
