//! Tags: spellings of one keyword share a page, different keywords never do.

use crate::slug::Slug;

/// A keyword, whatever its spelling.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    /// Its part of addresses.
    pub slug: Slug,
    /// What its spellings share: lower case, accents folded, one blank between words.
    pub key: String,
}

/// The tag that a keyword means; none for a keyword without any letter, digit or sign.
///
/// A keyword with signs that a slug cannot show (`C++`) always gets a suffix, so that its address
/// does not depend on what else the catalogue holds.
pub fn tag_of(keyword: &str) -> Option<Tag> {
    let folded = deunicode::deunicode(keyword).to_lowercase();
    let words: Vec<&str> = folded.split(is_separator).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return None;
    }
    let key = words.join(" ");
    let slug = Slug::from_text(&key);
    let shown = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ');
    let slug = if shown && key.len() == slug.as_str().len() { slug } else { slug.told_apart(&key) };
    Some(Tag { slug, key })
}

/// Signs that only part words.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '\'' | '"' | '.' | ',' | ';' | ':' | '(' | ')' | '/' | '!' | '?')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_a_tag_and_signs_tell_tags_apart() {
        let slug = |keyword: &str| tag_of(keyword).map(|tag| tag.slug.as_str().to_owned());
        assert_eq!(slug("Qualité de l'eau"), slug("qualite-de-l-eau"));
        assert_eq!(slug("C").as_deref(), Some("c"));
        assert_ne!(slug("C++"), slug("C#"));
        assert!(slug("C++").expect("tag").starts_with("c-"));
        assert_eq!(slug(" - "), None);
        assert_ne!(slug(&"x".repeat(120)), slug(&"x".repeat(121)));
    }
}
