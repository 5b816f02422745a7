//! The thirteen themes of European data portals.
//!
//! Source: the EU authority table `data-theme` of the Publications Office; labels shortened in
//! French where the table's own are long.

use super::{Label, eu_code, key};

/// A theme of the EU table.
#[derive(Debug, PartialEq, Eq)]
pub struct Theme {
    /// Code of the EU table, four capital letters.
    pub code: &'static str,
    pub label: Label,
    /// Name of the interface's icon.
    pub icon: &'static str,
    aliases: &'static [&'static str],
}

/// The themes in alphabetical order of their codes.
#[rustfmt::skip]
pub static ALL: &[Theme] = &[
    row("AGRI", "Agriculture, fisheries, forestry and food", "Agriculture, pêche, sylviculture et alimentation", "wheat", &["agriculture", "food", "alimentation"]),
    row("ECON", "Economy and finance", "Économie et finances", "coins", &["economy", "finance", "économie", "finances"]),
    row("EDUC", "Education, culture and sport", "Éducation, culture et sport", "book", &["education", "éducation", "culture", "sport"]),
    row("ENER", "Energy", "Énergie", "bolt", &[]),
    row("ENVI", "Environment", "Environnement", "leaf", &[]),
    row("GOVE", "Government and public sector", "Gouvernement et secteur public", "landmark", &["government", "public sector", "administration", "gouvernement"]),
    row("HEAL", "Health", "Santé", "heart", &[]),
    row("INTR", "International issues", "Questions internationales", "globe", &["international"]),
    row("JUST", "Justice, legal system and public safety", "Justice, système juridique et sécurité publique", "scale", &["justice", "public safety", "sécurité publique"]),
    row("REGI", "Regions and cities", "Régions et villes", "house", &["regions", "cities", "régions", "villes"]),
    row("SOCI", "Population and society", "Population et société", "users", &["population", "society", "société"]),
    row("TECH", "Science and technology", "Science et technologie", "flask", &["science", "technology", "technologie"]),
    row("TRAN", "Transport", "Transports", "bike", &["mobility", "mobilité"]),
];

const fn row(
    code: &'static str,
    en: &'static str,
    fr: &'static str,
    icon: &'static str,
    aliases: &'static [&'static str],
) -> Theme {
    Theme { code, label: Label::new(en, fr), icon, aliases }
}

impl Theme {
    /// The theme of a code, EU address, label or usual word.
    pub fn find(text: &str) -> Option<&'static Theme> {
        let text = text.trim();
        let code = eu_code(text, "data-theme").unwrap_or(text);
        if let Some(theme) = ALL.iter().find(|theme| theme.code.eq_ignore_ascii_case(code)) {
            return Some(theme);
        }
        let wanted = key(text);
        ALL.iter()
            .find(|theme| [theme.label.en, theme.label.fr].iter().chain(theme.aliases).any(|name| key(name) == wanted))
    }

    /// Code, labels and usual words.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.code, self.label.en, self.label.fr].into_iter().chain(self.aliases.iter().copied())
    }

    /// The codes in the order of the table.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|theme| theme.code)
    }

    /// The address of the theme in the EU table.
    pub fn uri(&self) -> String {
        format!("http://publications.europa.eu/resource/authority/data-theme/{}", self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_finds_its_theme() {
        assert_eq!(ALL.len(), 13);
        for theme in ALL {
            let names = [theme.code, theme.label.en, theme.label.fr];
            for name in names.iter().chain(theme.aliases) {
                assert_eq!(Theme::find(name), Some(theme), "{name}");
            }
            assert_eq!(Theme::find(&theme.uri()), Some(theme));
            assert_eq!(Theme::find(&theme.code.to_lowercase()), Some(theme));
        }
        assert_eq!(Theme::find("Public Safety").map(|theme| theme.code), Some("JUST"));
        assert_eq!(Theme::find(""), None);
        assert_eq!(Theme::find("magic"), None);
    }
}
