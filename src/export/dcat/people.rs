//! Whom to ask, who made the data, who answers for it: each by the property of its role.

use super::Describer;
use super::dataset::Subject;
use super::one_line;
use super::terms::Table;
use crate::export::Agent;
use crate::export::context::orcid;
use crate::export::rdf::names::{Name, dcat, dct, foaf, geodcat, prov, vcard};
use crate::export::rdf::{Iri, Sink};
use crate::model::{Contact, Creator};
use crate::text::url::host;
use crate::vocab::Term;

/// Properties of the roles that have one of their own; those of GeoDCAT-AP are read by udata.
const ROLES: [(&str, Name); 8] = [
    ("rightsHolder", dct::RIGHTS_HOLDER),
    ("custodian", geodcat::CUSTODIAN),
    ("distributor", geodcat::DISTRIBUTOR),
    ("originator", geodcat::ORIGINATOR),
    ("principalInvestigator", geodcat::PRINCIPAL_INVESTIGATOR),
    ("processor", geodcat::PROCESSOR),
    ("resourceProvider", geodcat::RESOURCE_PROVIDER),
    ("user", geodcat::USER),
];

/// Somebody who made data.
enum Maker<'a> {
    Known(Agent<'a>),
    /// Somebody the catalogue does not describe, by name.
    Unknown(&'a str),
}

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// The people of a dataset, by property.
    pub(super) fn people(&mut self, one: &Subject<'a>) {
        let dataset = one.dataset;
        if let Some(publisher) = self.context.publisher(dataset) {
            self.sink.property(dct::PUBLISHER);
            self.agent(publisher);
        }
        self.contact_points(&one.iri, &dataset.contact_points);
        self.sink.property(dct::CREATOR);
        for (number, creator) in (1..).zip(&dataset.creators) {
            match self.maker(creator) {
                Some(Maker::Known(agent)) => self.agent(agent),
                Some(Maker::Unknown(_)) => self.sink.iri(one.part(&format!("#creator-{number}"))),
                None => {}
            }
        }
        self.contacts_of("creator", &one.iri, &dataset.contact_points);
        if !dataset.contact_points.is_empty() {
            for (id, name) in ROLES {
                self.sink.property(name);
                self.contacts_of(id, &one.iri, &dataset.contact_points);
            }
        }
        self.sink.property(prov::QUALIFIED_ATTRIBUTION);
        for (number, contact) in (1..).zip(&dataset.contact_points) {
            if contact.role_id() == "publisher" {
                self.sink.iri(one.part(&format!("#contact-{number}-attribution")));
            }
        }
        for (number, creator) in (1..).zip(&dataset.creators) {
            if other_role(creator).is_some() && self.maker(creator).is_some() {
                self.sink.iri(one.part(&format!("#attribution-{number}")));
            }
        }
    }

    /// Contacts to be asked: those of that role, else the first that can be reached, else the first.
    pub(super) fn contact_points(&mut self, iri: &str, contacts: &[Contact]) {
        self.sink.property(dcat::CONTACT_POINT);
        if contacts.iter().any(|contact| contact.role_id() == "contact") {
            self.contacts_of("contact", iri, contacts);
            return;
        }
        let reached = contacts.iter().position(|contact| contact.email.is_some() || contact.url.is_some());
        if let Some(at) = reached.or((!contacts.is_empty()).then_some(0)) {
            self.sink.iri(Iri(iri, &format!("#contact-{}", at + 1)));
        }
    }

    /// The contacts of a role, as values.
    fn contacts_of(&mut self, role: &str, iri: &str, contacts: &[Contact]) {
        for (number, contact) in (1..).zip(contacts) {
            if contact.role_id() == role {
                self.sink.iri(Iri(iri, &format!("#contact-{number}")));
            }
        }
    }

    fn maker(&self, creator: &'a Creator) -> Option<Maker<'a>> {
        if let Some(slug) = creator.person.as_deref() {
            let person = self.context.site.catalog.person(slug).map(Agent::Person);
            return Some(person.map_or(Maker::Unknown(slug), Maker::Known));
        }
        let organization = creator.organization.as_deref().map(|slug| Maker::Known(self.context.organization(slug)));
        organization.or_else(|| creator.name.as_deref().map(Maker::Unknown))
    }

    /// The nodes of contacts and creators that belong to the dataset alone.
    pub(super) fn people_nodes(&mut self, one: &Subject<'a>) {
        self.contact_nodes(&one.iri, &one.dataset.contact_points, one.language);
        for (number, contact) in (1..).zip(&one.dataset.contact_points) {
            if let Some(role) = contact.role.as_ref().and_then(|role| role.known).filter(|role| role.id == "publisher")
            {
                let agent = format!("#contact-{number}");
                self.sink.begin(one.part(&format!("{agent}-attribution")), &[prov::ATTRIBUTION]);
                self.sink.link(prov::AGENT, one.part(&agent));
                self.had_role(role);
                self.sink.end();
            }
        }
        for (number, creator) in (1..).zip(&one.dataset.creators) {
            let Some(maker) = self.maker(creator) else { continue };
            let fragment = format!("#creator-{number}");
            if let Maker::Unknown(name) = maker {
                self.sink.begin(one.part(&fragment), &[foaf::AGENT]);
                self.sink.say(foaf::NAME, &one_line(name));
                if let Some(address) = creator.orcid.as_deref().and_then(orcid) {
                    self.sink.say(dct::IDENTIFIER, &address);
                }
                self.sink.end();
            }
            if let Some(role) = other_role(creator) {
                self.sink.begin(one.part(&format!("#attribution-{number}")), &[prov::ATTRIBUTION]);
                self.sink.property(prov::AGENT);
                match maker {
                    Maker::Known(agent) => self.agent(agent),
                    Maker::Unknown(_) => self.sink.iri(one.part(&fragment)),
                }
                self.had_role(role);
                self.sink.end();
            }
        }
    }

    fn had_role(&mut self, role: &'static Term) {
        if let Some(address) = role.uri {
            self.sink.property(dcat::HAD_ROLE);
            self.term(Table::Role, address, Some(role.label));
        }
    }

    /// The nodes of contacts. One that has a role is an agent besides.
    pub(super) fn contact_nodes(&mut self, iri: &str, contacts: &[Contact], language: &str) {
        for (number, contact) in (1..).zip(contacts) {
            let is_agent = contact.role_id() != "contact";
            let classes: &[Name] = if is_agent { &[vcard::KIND, foaf::AGENT] } else { &[vcard::KIND] };
            let url = contact.url.as_deref().and_then(super::address_of);
            let fallback = contact.email.as_deref().or_else(|| url.as_deref().and_then(host));
            self.sink.begin(Iri(iri, &format!("#contact-{number}")), classes);
            for name in if is_agent { &[vcard::FN, foaf::NAME][..] } else { &[vcard::FN] } {
                if contact.name.is_blank() {
                    self.sink.say(*name, &one_line(fallback.unwrap_or("?")));
                } else {
                    self.titles(*name, &contact.name, language);
                }
            }
            self.email(vcard::HAS_EMAIL, contact.email.as_deref());
            if is_agent {
                self.email(foaf::MBOX, contact.email.as_deref());
            }
            if let Some(url) = &url {
                self.sink.link(vcard::HAS_URL, url);
            }
            self.sink.end();
        }
    }
}

/// The role of somebody who made the data, when it is another than that.
fn other_role(creator: &Creator) -> Option<&'static Term> {
    creator.role.as_ref().and_then(|role| role.known).filter(|role| role.id != "creator")
}
