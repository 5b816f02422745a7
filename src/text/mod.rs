//! Texts that may exist in several languages, and what texts are looked at for.

pub mod address;
pub mod email;
pub mod number;
pub mod path;
pub mod personal;
pub mod prose;
pub mod url;
pub mod xml;

/// One string, or one for each language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(String, String)>);

impl Text {
    /// A text whose language is not said.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![(String::new(), text.into())])
    }

    /// A text by language code, in the order of the descriptor.
    pub fn by_language(texts: Vec<(String, String)>) -> Self {
        Self(texts)
    }

    /// The text for a reader of `language`: in that language, else without one, else the first;
    /// with the language it is in when that was said.
    pub fn get(&self, language: &str) -> Option<(&str, Option<&str>)> {
        let by = |wanted: &str| self.0.iter().find(|(code, _)| code == wanted);
        let (code, text) = by(language).or_else(|| by("")).or_else(|| self.0.first())?;
        Some((text, (!code.is_empty()).then_some(code.as_str())))
    }

    /// The first text, whatever its language; empty when there is none.
    pub fn first(&self) -> &str {
        self.0.first().map_or("", |(_, text)| text)
    }

    /// All texts with their languages (`""` when not said), in the order of the descriptor.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(code, text)| (code.as_str(), text.as_str()))
    }

    /// Whether no language has any character.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|(_, text)| text.trim().is_empty())
    }

    /// Characters of the longest text.
    pub fn longest(&self) -> usize {
        self.0.iter().map(|(_, text)| text.trim().chars().count()).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_nearest_language() {
        let two = Text::by_language(vec![("fr".into(), "eau".into()), ("en".into(), "water".into())]);
        assert_eq!(two.get("en"), Some(("water", Some("en"))));
        assert_eq!(two.get("de"), Some(("eau", Some("fr"))));
        assert_eq!(Text::plain("eau").get("en"), Some(("eau", None)));
        assert_eq!(Text::default().get("en"), None);
    }
}
