//! The roles of a contact point and of people in an organization.
//!
//! Source: udata's contact roles, which are ISO 19115's `CI_RoleCode` in Dublin Core's words; the
//! addresses are those of the INSPIRE registry.

use super::{Term, Vocabulary};

/// What a contact point is to the dataset.
pub static CONTACT: Vocabulary = Vocabulary {
    name: "contact role",
    terms: &[
        Term::new("contact", "Contact", "Contact")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/pointOfContact")
            .also(&["point of contact", "pointOfContact"]),
        Term::new("creator", "Creator", "Créateur")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/author")
            .also(&["author", "auteur"]),
        Term::new("publisher", "Publisher", "Éditeur")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/publisher"),
        Term::new("rightsHolder", "Rights holder", "Titulaire des droits")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/owner")
            .also(&["owner", "propriétaire"]),
        Term::new("custodian", "Custodian", "Gestionnaire")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/custodian")
            .also(&["maintainer"]),
        Term::new("distributor", "Distributor", "Diffuseur")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/distributor")
            .also(&["distributeur"]),
        Term::new("originator", "Originator", "Commanditaire")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/originator"),
        Term::new("principalInvestigator", "Principal investigator", "Chercheur principal")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/principalInvestigator"),
        Term::new("processor", "Processor", "Exécutant")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/processor")
            .also(&["intégrateur"]),
        Term::new("resourceProvider", "Resource provider", "Fournisseur de la ressource")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/resourceProvider")
            .also(&["provider", "fournisseur"]),
        Term::new("user", "User", "Utilisateur")
            .uri("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/user"),
    ],
};

/// What a person may do in an organization.
pub static MEMBER: Vocabulary = Vocabulary {
    name: "member role",
    terms: &[
        Term::new("admin", "Administrator", "Administrateur").also(&["owner"]),
        Term::new("editor", "Editor", "Éditeur"),
        Term::new("partial_editor", "Partial editor", "Éditeur partiel"),
    ],
};

#[cfg(test)]
mod tests {
    use super::super::term::checks::sound;
    use super::*;

    #[test]
    fn every_name_finds_its_role() {
        sound(&CONTACT, 11);
        sound(&MEMBER, 3);
        assert!(CONTACT.terms.iter().all(|role| role.uri.is_some()));
        assert_eq!(CONTACT.find("Rights-Holder").map(|role| role.id), Some("rightsHolder"));
    }

    #[test]
    fn a_mistyped_role_has_a_nearest() {
        assert_eq!(CONTACT.nearest("custodien"), Some("custodian"));
    }
}
