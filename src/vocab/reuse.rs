//! What a reuse is and what it is about.
//!
//! Source: udata's reuse types and reuse topics.

use super::{Term, Vocabulary};

/// Reuse types.
pub static TYPES: Vocabulary = Vocabulary {
    name: "reuse type",
    terms: &[
        Term::new("api", "API", "API"),
        Term::new("application", "Application", "Application").also(&["app"]),
        Term::new("idea", "Idea", "Idée"),
        Term::new("news_article", "News article", "Article de presse").also(&["article", "presse"]),
        Term::new("paper", "Paper", "Publication scientifique").also(&["publication"]),
        Term::new("post", "Post", "Billet").also(&["blog", "blog post"]),
        Term::new("visualization", "Visualization", "Visualisation").also(&[
            "dataviz",
            "visualisation",
            "map",
            "carte",
        ]),
        Term::new("hardware", "Connected device", "Objet connecté").also(&["device"]),
    ],
};

/// Reuse topics.
pub static TOPICS: Vocabulary = Vocabulary {
    name: "reuse topic",
    terms: &[
        Term::new("health", "Health", "Santé"),
        Term::new("transport_and_mobility", "Transport and mobility", "Transports et mobilité").also(&[
            "transport",
            "transports",
            "mobility",
            "mobilité",
        ]),
        Term::new("housing_and_development", "Housing and development", "Logement et urbanisme").also(&[
            "housing",
            "logement",
            "urbanisme",
        ]),
        Term::new("food_and_agriculture", "Food and agriculture", "Alimentation et agriculture").also(&[
            "food",
            "agriculture",
            "alimentation",
        ]),
        Term::new("culture_and_recreation", "Culture and recreation", "Culture et loisirs").also(&["culture"]),
        Term::new("economy_and_business", "Economy and business", "Économie et entreprises")
            .also(&["economy", "économie"]),
        Term::new("environment_and_energy", "Environment and energy", "Environnement et énergie").also(&[
            "environment",
            "environnement",
            "energy",
            "énergie",
        ]),
        Term::new("work_and_training", "Work and training", "Emploi et formation").also(&["work", "emploi"]),
        Term::new("politics_and_public_life", "Politics and public life", "Politique et vie publique")
            .also(&["politics", "politique"]),
        Term::new("safety_and_security", "Safety and security", "Sûreté et sécurité").also(&["security", "sécurité"]),
        Term::new("education_and_research", "Education and research", "Éducation et recherche")
            .also(&["education", "éducation"]),
        Term::new("society_and_demography", "Society and demography", "Société et démographie")
            .also(&["society", "société"]),
        Term::new("law_and_justice", "Law and justice", "Droit et justice").also(&["justice", "law"]),
        Term::new("open_data_tools", "Open data tools", "Outils de l’open data"),
        Term::new("others", "Others", "Autres").also(&["other", "autre"]),
    ],
};

#[cfg(test)]
mod tests {
    use super::super::term::checks::sound;
    use super::*;

    #[test]
    fn every_name_finds_its_term() {
        sound(&TYPES, 8);
        sound(&TOPICS, 15);
    }
}
