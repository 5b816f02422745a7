//! Badges of datasets, and what an organization is.
//!
//! Source: udata's badges of datasets and organizations; the addresses of organization types are
//! the ADMS publisher types that DCAT-AP asks for.

use super::{Term, Vocabulary};

/// Labels a dataset may carry.
pub static DATASET: Vocabulary = Vocabulary {
    name: "dataset badge",
    terms: &[
        Term::new("spd", "Reference data public service", "Service public de la donnée")
            .also(&["reference data", "données de référence"]),
        Term::new("hvd", "High-value dataset", "Données de forte valeur").also(&["high value", "forte valeur"]),
        Term::new("inspire", "INSPIRE", "INSPIRE"),
        Term::new("sl", "Certified statistic series", "Série statistique labellisée"),
        Term::new("sr", "Statistic series of general interest", "Série statistique d’intérêt général"),
        Term::new("pivotal-data", "Pivotal data", "Données pivots").also(&["données pivot"]),
    ],
};

/// What an organization is. `certified` says that somebody checked it.
pub static ORGANIZATION: Vocabulary = Vocabulary {
    name: "organization type",
    terms: &[
        Term::new("public-service", "Public service", "Service public")
            .uri("http://purl.org/adms/publishertype/NationalAuthority")
            .also(&["administration", "public body", "national authority", "état"]),
        Term::new("local-authority", "Local authority", "Collectivité territoriale")
            .uri("http://purl.org/adms/publishertype/LocalAuthority")
            .also(&["municipality", "collectivité", "commune"]),
        Term::new("company", "Company", "Entreprise")
            .uri("http://purl.org/adms/publishertype/Company")
            .also(&["business", "société"]),
        Term::new("association", "Association", "Association")
            .uri("http://purl.org/adms/publishertype/NonProfitOrganisation")
            .also(&["non-profit", "ngo", "nonprofit"]),
        Term::new("certified", "Certified", "Certifiée").also(&["certifié"]),
    ],
};

/// The ADMS publisher type of an organization's types: of the first that has one.
pub fn publisher_type<'a>(types: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    types.filter_map(|id| ORGANIZATION.find(id)).find_map(|term| term.uri)
}

#[cfg(test)]
mod tests {
    use super::super::term::checks::sound;
    use super::*;

    #[test]
    fn every_name_finds_its_badge() {
        sound(&DATASET, 6);
        sound(&ORGANIZATION, 5);
    }

    #[test]
    fn certified_says_nothing_of_the_publisher_type() {
        let types = ["certified", "local-authority"];
        assert_eq!(publisher_type(types.into_iter()), Some("http://purl.org/adms/publishertype/LocalAuthority"));
        assert_eq!(publisher_type(["certified"].into_iter()), None);
    }
}
