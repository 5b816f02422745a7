//! Organisations and people.

use super::Describer;
use super::terms::Table;
use crate::export::Agent;
use crate::export::context::orcid;
use crate::export::rdf::names::{dct, foaf, org, skos};
use crate::export::rdf::{Iri, Sink};
use crate::model::{Kind, Organization, Person};
use crate::vocab::badge::publisher_type;
use crate::vocab::{Term, badge};

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// The IRI of somebody.
    pub(super) fn agent_iri(&self, agent: Agent<'_>) -> String {
        self.context.iri(agent.kind(), self.context.agent_uuid(agent))
    }

    /// Writes somebody as a value, and remembers to describe them.
    pub(super) fn agent(&mut self, agent: Agent<'a>) {
        let iri = self.agent_iri(agent);
        self.sink.iri(Iri::from(&iri));
        self.agents.entry((agent.kind(), agent.slug())).or_insert(agent);
    }

    /// Describes everybody who was named.
    pub(super) fn all_agents(&mut self) {
        // People name the organisation they work for: they come first.
        let mut agents = std::mem::take(&mut self.agents);
        let people: Vec<Agent<'a>> = agents.values().copied().filter(|agent| agent.kind() == Kind::Person).collect();
        for agent in &people {
            self.described(*agent);
        }
        agents.append(&mut self.agents);
        for agent in agents.into_values().filter(|agent| agent.kind() != Kind::Person) {
            self.described(agent);
        }
    }

    fn described(&mut self, agent: Agent<'a>) {
        let iri = self.agent_iri(agent);
        let class = if agent.kind() == Kind::Person { foaf::PERSON } else { foaf::ORGANIZATION };
        // Readers without the axioms of FOAF ask for the class that both belong to.
        self.sink.begin(Iri::from(&iri), &[foaf::AGENT, class]);
        let name = match agent {
            Agent::Organization(one) => Some(&one.name),
            Agent::Person(one) => Some(&one.name),
            Agent::Named(_) => None,
        };
        match name.filter(|name| !name.is_blank()) {
            Some(name) => self.titles(foaf::NAME, name, ""),
            None => self.sink.say(foaf::NAME, agent.slug()),
        }
        let home = agent.url().and_then(super::address_of);
        if let Some(home) = &home {
            self.sink.link(foaf::HOMEPAGE, home);
        }
        self.email(foaf::MBOX, agent.email());
        match agent {
            Agent::Organization(one) => self.organization(one),
            Agent::Person(one) => self.person(one),
            Agent::Named(_) => {}
        }
        self.sink.end();
        if let Some(home) = &home {
            self.document(home);
        }
    }

    fn organization(&mut self, one: &'a Organization) {
        self.string(skos::ALT_LABEL, one.acronym.as_deref());
        self.markdown(dct::DESCRIPTION, &one.description, self.context.language());
        self.string(dct::IDENTIFIER, one.siret.as_deref());
        let kind = one.kind.as_ref().and_then(|kind| kind.known);
        let badges = one.badges.iter().map(String::as_str);
        let address = publisher_type(kind.map(|kind| kind.id).into_iter().chain(badges));
        if let Some((address, code)) = address.and_then(|address| Some((address, address.rsplit('/').next()?))) {
            let is_it = |term: &&Term| term.uri == Some(address);
            let label = badge::ORGANIZATION.terms.iter().find(is_it).map(|term| term.label);
            self.sink.property(dct::TYPE);
            self.term(Table::PublisherType, code, label);
        }
    }

    fn person(&mut self, one: &'a Person) {
        self.markdown(dct::DESCRIPTION, &one.description, self.context.language());
        if let Some(address) = one.orcid.as_deref().and_then(orcid) {
            self.sink.say(dct::IDENTIFIER, &address);
        }
        if let Some(slug) = one.organization.as_deref() {
            self.sink.property(org::MEMBER_OF);
            self.agent(self.context.organization(slug));
        }
    }
}
