//! How fine the places in a dataset are.
//!
//! Source: the two base levels of udata and the levels data.gouv.fr serves.

use super::{Term, Vocabulary};

/// Levels from the widest to the finest, then `other`.
pub static GRANULARITIES: Vocabulary = Vocabulary {
    name: "spatial granularity",
    terms: &[
        Term::new("country-group", "Group of countries", "Groupement de pays").also(&["world", "monde"]),
        Term::new("country", "Country", "Pays").also(&["national"]),
        Term::new("country-subset", "Part of a country", "Partie d’un pays"),
        Term::new("fr:region", "French region", "Région française").also(&["region", "région", "régional"]),
        Term::new("fr:departement", "French department", "Département français").also(&[
            "department",
            "departement",
            "départemental",
        ]),
        Term::new("fr:arrondissement", "French district", "Arrondissement français")
            .also(&["arrondissement", "district"]),
        Term::new("fr:epci", "French intermunicipality", "Intercommunalité française (EPCI)").also(&[
            "epci",
            "intercommunalité",
            "intermunicipality",
        ]),
        Term::new("fr:canton", "French canton", "Canton français").also(&["canton"]),
        Term::new("fr:collectivite", "French overseas collectivity", "Collectivité d’outre-mer française")
            .also(&["collectivite", "collectivité"]),
        Term::new("fr:commune", "French municipality", "Commune française").also(&[
            "commune",
            "municipality",
            "city",
            "communal",
        ]),
        Term::new("fr:iris", "French IRIS (INSEE districts)", "IRIS (quartiers INSEE)").also(&["iris"]),
        Term::new("poi", "Point of interest", "Point d’intérêt").also(&[
            "point",
            "points of interest",
            "points d’intérêt",
        ]),
        Term::new("other", "Other", "Autre").also(&["autres"]),
    ],
};

#[cfg(test)]
mod tests {
    use super::super::term::checks::sound;
    use super::*;

    #[test]
    fn every_name_finds_its_level() {
        sound(&GRANULARITIES, 13);
        assert_eq!(GRANULARITIES.find("fr/commune").map(|level| level.id), Some("fr:commune"));
    }
}
