//! Who may use a dataset, on what condition, and why not everybody.
//!
//! Source: udata's `access_type`, audiences and reasons; the reasons are those of the INSPIRE
//! directive, article 13(1), with their addresses in the INSPIRE registry.

use super::{Term, Vocabulary};

/// Access types. `open` is what an absent value means.
pub static TYPES: Vocabulary = Vocabulary {
    name: "access type",
    terms: &[
        Term::new("open", "Open", "Ouvert").also(&["public", "open access", "accès ouvert"]),
        Term::new("open_with_account", "Open with an account", "Ouvert avec un compte").also(&[
            "account",
            "registration",
            "compte requis",
        ]),
        Term::new("restricted", "Restricted", "Restreint").also(&[
            "restricted public",
            "non-public",
            "restricted access",
            "accès restreint",
            "closed",
        ]),
    ],
};

/// The groups of users a condition of access is stated for.
pub static AUDIENCES: Vocabulary = Vocabulary {
    name: "audience role",
    terms: &[
        Term::new(
            "local_authority_and_administration",
            "Local authorities and administrations",
            "Collectivités et administrations",
        )
        .also(&["administration", "administrations"]),
        Term::new("company_and_association", "Companies and associations", "Entreprises et associations").also(&[
            "company",
            "association",
            "entreprise",
        ]),
        Term::new("private", "Private individuals", "Particuliers").also(&["individual", "individuals", "particulier"]),
    ],
};

/// Whether an audience has access.
pub static CONDITIONS: Vocabulary = Vocabulary {
    name: "audience condition",
    terms: &[
        Term::new("yes", "Yes", "Oui").also(&["true"]),
        Term::new("no", "No", "Non").also(&["false"]),
        Term::new("under_condition", "Under condition", "Sous condition").also(&[
            "under conditions",
            "conditional",
            "sous conditions",
        ]),
    ],
};

/// Reasons for which access may be limited: INSPIRE directive, article 13(1), a to h.
pub static REASONS: Vocabulary = Vocabulary {
    name: "access reason",
    terms: &[
        Term::new(
            "confidentiality_of_proceedings_of_public_authorities",
            "Confidentiality of the proceedings of public authorities",
            "Confidentialité des travaux des autorités publiques",
        )
        .uri("http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1a"),
        Term::new(
            "international_relations_public_security_or_national_defence",
            "International relations, public security or national defence",
            "Relations internationales, sécurité publique ou défense nationale",
        )
        .uri("http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1b"),
        Term::new(
            "course_of_justice_or_fair_trial",
            "Course of justice or right to a fair trial",
            "Bonne marche de la justice ou droit à un procès équitable",
        )
        .uri("http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1c"),
        Term::new(
            "confidentiality_of_commercial_or_industrial_information",
            "Confidentiality of commercial or industrial information",
            "Confidentialité d’informations commerciales ou industrielles",
        )
        .uri("http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1d"),
        Term::new(
            "intellectual_property_rights",
            "Intellectual property rights",
            "Droits de propriété intellectuelle",
        )
        .uri("http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1e"),
        Term::new(
            "confidentiality_of_personal_data",
            "Confidentiality of personal data",
            "Confidentialité de données personnelles",
        )
        .uri("http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1f")
        .also(&["personal data", "données personnelles", "gdpr", "rgpd"]),
        Term::new(
            "protection_of_voluntary_information_suppliers",
            "Protection of people who supplied the information voluntarily",
            "Protection des personnes ayant fourni les informations volontairement",
        )
        .uri("http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1g"),
        Term::new(
            "protection_of_environment",
            "Protection of the environment",
            "Protection de l’environnement",
        )
        .uri("http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1h"),
    ],
};

/// The EU access-right code of an access type: `PUBLIC` unless `restricted`.
pub fn eu_access_right(access_type: &str) -> &'static str {
    if access_type == "restricted" { "NON_PUBLIC" } else { "PUBLIC" }
}

#[cfg(test)]
mod tests {
    use super::super::term::checks::sound;
    use super::*;

    #[test]
    fn every_name_finds_its_term() {
        sound(&TYPES, 3);
        sound(&AUDIENCES, 3);
        sound(&CONDITIONS, 3);
        sound(&REASONS, 8);
    }

    #[test]
    fn only_restricted_access_is_not_public() {
        let codes: Vec<_> = TYPES.ids().map(eu_access_right).collect();
        assert_eq!(codes, ["PUBLIC", "PUBLIC", "NON_PUBLIC"]);
    }
}
