//! High-value datasets: the six thematic categories.
//!
//! Source: Directive (EU) 2019/1024, annex I, and Implementing Regulation (EU) 2023/138; the
//! addresses are those of the EU vocabulary of HVD categories.

use super::{Term, Vocabulary};

/// The regulation a high-value dataset falls under, as DCAT-AP cites it.
pub const LEGISLATION: &str = "http://data.europa.eu/eli/reg_impl/2023/138/oj";

/// The INSPIRE directive, as DCAT-AP cites the law that a dataset falls under.
pub const INSPIRE: &str = "http://data.europa.eu/eli/dir/2007/2/oj";

/// The six categories.
pub static CATEGORIES: Vocabulary = Vocabulary {
    name: "high-value category",
    terms: &[
        Term::new("geospatial", "Geospatial", "Géospatial").uri("http://data.europa.eu/bna/c_ac64a52d").also(&[
            "données géospatiales",
            "géographique",
            "c_ac64a52d",
        ]),
        Term::new(
            "earth-observation-and-environment",
            "Earth observation and environment",
            "Observation de la Terre et environnement",
        )
        .uri("http://data.europa.eu/bna/c_dd313021")
        .also(&["environment", "environnement", "c_dd313021"]),
        Term::new("meteorological", "Meteorological", "Météorologie")
            .uri("http://data.europa.eu/bna/c_164e0bf5")
            .also(&["meteorology", "météorologique", "c_164e0bf5"]),
        Term::new("statistics", "Statistics", "Statistiques")
            .uri("http://data.europa.eu/bna/c_e1da4e07")
            .also(&["statistical", "c_e1da4e07"]),
        Term::new(
            "companies-and-company-ownership",
            "Companies and company ownership",
            "Entreprises et propriété d’entreprises",
        )
        .uri("http://data.europa.eu/bna/c_a9135398")
        .also(&["companies", "entreprises", "c_a9135398"]),
        Term::new("mobility", "Mobility", "Mobilité").uri("http://data.europa.eu/bna/c_b79e35eb").also(&["c_b79e35eb"]),
    ],
};

#[cfg(test)]
mod tests {
    use super::super::term::checks::sound;
    use super::*;

    #[test]
    fn every_name_finds_its_category_and_each_has_an_address() {
        sound(&CATEGORIES, 6);
        assert!(CATEGORIES.terms.iter().all(|term| term.uri.is_some()));
    }
}
