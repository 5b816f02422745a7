//! From the names people give categories to the EU data themes, where that is certain.

use crate::vocab::{self, Theme};

/// What spellings of one category share: its folded words without `and` and `et`.
pub(super) fn category_key(name: &str) -> String {
    let key = vocab::key(name);
    let words: Vec<&str> = key.split(' ').filter(|word| !matches!(*word, "and" | "et")).collect();
    words.join(" ")
}

/// Category names as [`category_key`] has them, with the code of the theme that covers all they
/// can mean. “Planning”, “boundaries” or “parks” are in no one theme and are left out.
#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("agriculture alimentation", "AGRI"), ("agriculture food", "AGRI"), ("fisheries", "AGRI"), ("forestry", "AGRI"),
    ("food agriculture", "AGRI"), ("peche", "AGRI"),
    ("budget finance", "ECON"), ("business", "ECON"), ("business economy", "ECON"), ("economic development", "ECON"),
    ("economie emploi", "ECON"), ("economie finances", "ECON"), ("finance budget", "ECON"), ("finances publiques", "ECON"),
    ("public finance", "ECON"), ("commerce", "ECON"), ("budget", "ECON"),
    ("arts", "EDUC"), ("arts culture", "EDUC"), ("arts culture history", "EDUC"), ("culture history", "EDUC"),
    ("culture patrimoine", "EDUC"), ("culture sport", "EDUC"), ("education recherche", "EDUC"), ("enseignement", "EDUC"),
    ("formation", "EDUC"), ("schools", "EDUC"), ("sports", "EDUC"), ("education training", "EDUC"),
    ("energie", "ENER"), ("energy", "ENER"),
    ("air quality", "ENVI"), ("climate", "ENVI"), ("environment", "ENVI"), ("environnement", "ENVI"),
    ("eau", "ENVI"), ("water", "ENVI"), ("biodiversity", "ENVI"), ("biodiversite", "ENVI"),
    ("city government", "GOVE"), ("citoyennete", "GOVE"), ("democratie", "GOVE"), ("elections", "GOVE"),
    ("elections politics", "GOVE"), ("elections politique", "GOVE"), ("local government", "GOVE"), ("politics", "GOVE"),
    ("vie publique", "GOVE"),
    ("health", "HEAL"), ("health human services", "HEAL"), ("health wellness", "HEAL"), ("public health", "HEAL"),
    ("sante", "HEAL"), ("sante social", "HEAL"), ("sante publique", "HEAL"),
    ("crime", "JUST"), ("law justice", "JUST"), ("police", "JUST"), ("securite", "JUST"),
    ("demographics", "SOCI"), ("demographie", "SOCI"), ("demography", "SOCI"),
    ("recherche", "TECH"), ("research", "TECH"), ("sciences", "TECH"), ("sciences technologies", "TECH"),
    ("deplacements", "TRAN"), ("transport", "TRAN"), ("transport mobilite", "TRAN"), ("transports", "TRAN"),
    ("transportation", "TRAN"), ("mobilite transports", "TRAN"), ("roads", "TRAN"), ("transit", "TRAN"),
];

/// The theme that a category certainly belongs to.
pub(super) fn theme(name: &str) -> Option<&'static Theme> {
    let key = category_key(name);
    let listed = NAMES.iter().find(|(known, _)| *known == key).and_then(|(_, code)| Theme::find(code));
    listed.or_else(|| Theme::find(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_certain_categories_have_a_theme() {
        let case = |name: &str, code: Option<&str>| {
            assert_eq!(theme(name).map(|theme| theme.code), code, "{name}");
        };
        case("Health / Human Services", Some("HEAL"));
        case("Health and Human Services", Some("HEAL"));
        case("Environnement", Some("ENVI"));
        case("Population et société", Some("SOCI"));
        case("Planning / Zoning", None);
        case("", None);
    }

    #[test]
    fn every_name_is_in_its_folded_form_and_means_one_theme() {
        for (name, code) in NAMES {
            assert_eq!(category_key(name), *name);
            assert!(Theme::find(code).is_some(), "{code}");
            assert_eq!(NAMES.iter().filter(|(other, _)| other == name).count(), 1, "{name}");
        }
    }
}
