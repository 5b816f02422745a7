//! Slugs: the part of an address that names a thing.

use std::borrow::Borrow;
use std::fmt;

/// Longest slug, in bytes.
pub const MAX_SLUG_BYTES: usize = 100;

/// A name that is safe as a file name on every system and in every address:
/// `[a-z0-9-]{1,100}`, no device name of Windows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

impl Slug {
    /// The slug `text` when it is one.
    pub fn new(text: &str) -> Option<Self> {
        let shape = text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let right = shape && (1..=MAX_SLUG_BYTES).contains(&text.len()) && !is_device_name(text);
        right.then(|| Self(text.into()))
    }

    /// The slug nearest to any text: lower-case, accents folded, the rest as `-`. A text without a
    /// letter or digit gives `x` and a number that depends on it.
    pub fn from_text(text: &str) -> Self {
        let mut slug = String::with_capacity(text.len());
        for c in deunicode::deunicode(text).chars() {
            if c.is_ascii_alphanumeric() {
                slug.push(c.to_ascii_lowercase());
            } else if !slug.ends_with('-') && !slug.is_empty() {
                slug.push('-');
            }
        }
        slug.truncate(MAX_SLUG_BYTES);
        let slug = slug.trim_end_matches('-');
        Self::new(slug).unwrap_or_else(|| {
            let name = if slug.is_empty() { "x" } else { slug };
            let kept = &name[..name.len().min(MAX_SLUG_BYTES - 9)];
            Self(format!("{kept}-{}", suffix(text)).into())
        })
    }

    /// This slug told apart from another thing's by a suffix that depends only on `text`, the text
    /// it was made from: `c` for “C”, `c-` and eight digits for “C++”.
    #[must_use]
    pub fn told_apart(&self, text: &str) -> Self {
        let kept = &self.0[..self.0.len().min(MAX_SLUG_BYTES - 9)];
        Self(format!("{}-{}", kept.trim_end_matches('-'), suffix(text)).into())
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What characters outside ASCII become in a slug, for scripts that make one: each with its letters, nothing after it
/// where it parts words, a blank between them. The alphabets of Europe, and usual signs.
pub fn folds() -> String {
    let ranges = ['\u{a0}'..='\u{24f}', '\u{370}'..='\u{4ff}', '\u{1e00}'..='\u{1eff}', '\u{2100}'..='\u{214f}'];
    let mut folds = String::new();
    for c in ranges.into_iter().flatten() {
        let folded = deunicode::deunicode_char(c).unwrap_or_default();
        let letters = folded.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
        let letters: String = letters.collect();
        if letters.contains(|c: char| c != '-') {
            folds.push(c);
            folds.push_str(&letters);
            folds.push(' ');
        }
    }
    folds.truncate(folds.trim_end().len());
    folds
}

/// Names that Windows keeps for devices, with any extension.
fn is_device_name(text: &str) -> bool {
    let numbered = |prefix: &str| {
        text.strip_prefix(prefix)
            .is_some_and(|rest| rest.len() == 1 && rest != "0" && rest.as_bytes()[0].is_ascii_digit())
    };
    matches!(text, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Eight hexadecimal digits of FNV-1a over the text.
fn suffix(text: &str) -> String {
    let digest =
        text.bytes().fold(0x811c_9dc5_u32, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{digest:08x}")
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_names_are_slugs() {
        for good in ["a", "marches-2024", "com0", "com10", "-a-"] {
            assert!(Slug::new(good).is_some(), "{good}");
        }
        let long = "x".repeat(101);
        for bad in ["", "A", "é", "a_b", "a.b", "con", "com1", "lpt9", "nul", "a/b", long.as_str()] {
            assert!(Slug::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn any_text_gives_a_slug() {
        let slug = |text: &str| Slug::from_text(text).as_str().to_owned();
        assert_eq!(slug("Qualité de l’eau : 2024 "), "qualite-de-l-eau-2024");
        assert_eq!(slug("C"), "c");
        assert!(slug("CON").starts_with("con-"));
        assert!(slug("???").starts_with("x-"));
        for text in ["", "—", "日本", "Œuvre", &"é".repeat(300)] {
            assert!(Slug::new(&slug(text)).is_some(), "{text}");
        }
    }

    #[test]
    fn a_suffix_depends_only_on_the_text() {
        let c = Slug::from_text("C");
        assert_eq!(c.told_apart("C++"), c.told_apart("C++"));
        assert_ne!(c.told_apart("C++"), c.told_apart("C#"));
    }
}
