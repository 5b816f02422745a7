//! Organisations, people and contacts.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::graph::{Graph, Term, is_blank};
use super::reading::Reading;
use super::{number_of, slugs, uuid, uuid_of};
use crate::import::values::set;
use crate::model::{Extras, Kind};
use crate::slug::Slug;
use crate::vocab::{badge, role};

/// Organisations and people by what [`same`] has of them: kind, slug and the thing that describes them.
pub(super) type Agents<'a> = BTreeMap<&'a str, (Kind, Slug, &'a str)>;

/// Who publishes or makes something, with slugs. A maker is among them when it has an IRI of its
/// own, rather than one of a part. Those without IRI are one for each name.
pub(super) fn agents(graph: &Graph) -> Agents<'_> {
    let (mut people, mut organizations) = (Vec::new(), Vec::new());
    let mut seen = std::collections::BTreeSet::new();
    for thing in graph.things() {
        let published = graph.peek(thing, "dct:publisher").filter_map(Term::node);
        let made = graph.peek(thing, "dct:creator").filter_map(Term::iri).filter(|iri| number_of(iri).is_none());
        for agent in published.chain(made).filter(|agent| graph.describes(agent) && !is_contact(graph, agent)) {
            if seen.insert(same(graph, agent)) {
                let list = if graph.is_a(agent, "foaf:Person") { &mut people } else { &mut organizations };
                list.push(agent);
            }
        }
    }
    let pages = ["foaf:page"];
    let people = slugs(graph, people, &pages, &["people"]).into_iter();
    let organizations = slugs(graph, organizations, &pages, &["organizations", "organization"]).into_iter();
    let people = people.map(|(agent, slug)| (same(graph, agent), (Kind::Person, slug, agent)));
    organizations.map(|(agent, slug)| (same(graph, agent), (Kind::Organization, slug, agent))).chain(people).collect()
}

/// What two statements about one agent share: its IRI, else its name.
pub(super) fn same<'a>(graph: &'a Graph, agent: &'a str) -> &'a str {
    let name = graph.peek(agent, "foaf:name").next().map(Term::as_str);
    name.filter(|_| is_blank(agent)).unwrap_or(agent)
}

fn is_contact(graph: &Graph, thing: &str) -> bool {
    ["vcard:Kind", "vcard:Organization", "vcard:Individual"].iter().any(|class| graph.is_a(thing, class))
}

/// An organisation or a person.
pub(super) fn convert(reading: &mut Reading<'_>, kind: Kind) -> Extras {
    let mut values = Extras::new();
    let id = uuid(reading.graph(), reading.catalog.id, kind, reading.thing);
    set(&mut values, "id", id.to_string());
    set(&mut values, "name", reading.text("foaf:name"));
    set(&mut values, "acronym", reading.one("skos:altLabel"));
    set(&mut values, "description", reading.text("dct:description"));
    set(&mut values, "url", reading.one("foaf:homepage"));
    set(&mut values, "email", reading.one("foaf:mbox").map(without_mailto));
    let number = reading.codes("dct:identifier", |text| uuid_of(text).is_none().then(|| text.to_owned())).pop();
    reading.take("dct:identifier");
    if kind == Kind::Organization {
        let kind =
            reading.codes("dct:type", organization_type).into_iter().chain(reading.codes("dc:type", organization_type));
        set(&mut values, "type", kind.last());
        set(&mut values, "siret", number);
    } else {
        set(&mut values, "orcid", number.as_deref().map(orcid));
        let organization = reading.placed("org:memberOf", |term| reading.catalog.agent(term.node()?));
        set(&mut values, "organization", organization.first().map(|(_, slug)| slug.as_str()));
    }
    reading.finish(&mut values);
    values
}

/// A type of organisation by its name, or by its code in the ADMS list of publisher types.
fn organization_type(text: &str) -> Option<&'static str> {
    let code = match text.rsplit('/').next().unwrap_or(text) {
        "NationalAuthority" | "RegionalAuthority" | "SupraNationalAuthority" => "public-service",
        "LocalAuthority" => "local-authority",
        "Company" => "company",
        "NonProfitOrganisation" | "NonGovernmentalOrganisation" => "association",
        name => name,
    };
    badge::ORGANIZATION.find(code).map(|term| term.id)
}

/// The contacts of a dataset: the property that leads to one says its role.
pub(super) fn contacts(reading: &mut Reading<'_>) -> Vec<Json> {
    let mut found: BTreeMap<(usize, String), (&str, Option<&str>)> = BTreeMap::new();
    let roles =
        role::CONTACT.ids().filter(|role| !matches!(*role, "contact" | "creator" | "publisher" | "rightsHolder"));
    let others = roles.map(|role| (format!("geodcat:{role}"), Some(role)));
    let known =
        [("dcat:contactPoint", None), ("dct:creator", Some("creator")), ("dct:rightsHolder", Some("rightsHolder"))];
    for (property, role) in known.map(|(name, role)| (name.to_owned(), role)).into_iter().chain(others) {
        for (at, term) in reading.graph().peek(reading.thing, &property).enumerate() {
            let Some(node) = term.node().filter(|node| reading.graph().describes(node)) else { continue };
            if property == "dcat:contactPoint" || is_contact(reading.graph(), node) {
                reading.graph().cross_off(reading.thing, &property, term);
                found.insert((number_of(node).unwrap_or(at), node.to_owned()), (node, role));
            }
        }
    }
    let attributions: Vec<&str> =
        reading.graph().peek(reading.thing, "prov:qualifiedAttribution").filter_map(Term::node).collect();
    for attribution in attributions {
        let agent = reading.graph().peek(attribution, "prov:agent").find_map(Term::node);
        if let Some(agent) = agent.filter(|agent| is_contact(reading.graph(), agent)) {
            let role = reading.codes_of(attribution, "dcat:hadRole", role_of).pop();
            reading.graph().cross_off(reading.thing, "prov:qualifiedAttribution", &Term::Node(attribution.to_owned()));
            found.insert((number_of(agent).unwrap_or(usize::MAX), agent.to_owned()), (agent, role));
        }
    }
    let mut contacts = Vec::new();
    for (part, role) in found.into_values() {
        contacts.extend(contact(reading, part, role));
        reading.part("dcat:contactPoint", part);
    }
    contacts
}

fn contact(reading: &Reading<'_>, part: &str, role: Option<&str>) -> Option<Json> {
    let mut values = Map::new();
    let names = ["vcard:fn", "vcard:organization-name"].map(|name| reading.text_of(part, name));
    set(&mut values, "name", names.into_iter().find(|name| !name.is_null()));
    set(&mut values, "email", reading.one_of(part, "vcard:hasEmail").map(without_mailto));
    set(&mut values, "url", reading.one_of(part, "vcard:hasURL"));
    // A name is asked for: where there is none, it is the address again.
    if ["email", "url"].iter().any(|key| values.contains_key(*key) && values.get(*key) == values.get("name")) {
        values.shift_remove("name");
    }
    if values.is_empty() {
        return None;
    }
    // A contact that plays another part too is an agent of the same name and address.
    for (same, as_agent) in [("vcard:fn", "foaf:name"), ("vcard:hasEmail", "foaf:mbox")] {
        for term in reading.graph().peek(part, same) {
            reading.graph().cross_off(part, as_agent, term);
        }
    }
    set(&mut values, "role", role);
    Some(Json::Object(values))
}

/// Who made a dataset: of the catalogue when they have an IRI of their own, else a name.
pub(super) fn creators(reading: &mut Reading<'_>) -> Vec<Json> {
    let roles = roles(reading);
    let mut creators = Vec::new();
    for term in reading.graph().left_of(reading.thing, "dct:creator") {
        let mut values = Map::new();
        match term {
            Term::Literal { value, .. } => set(&mut values, "name", value.as_str()),
            Term::Node(node) => {
                match reading.catalog.agent(node) {
                    Some((Kind::Person, slug)) => set(&mut values, "person", slug.as_str()),
                    Some((_, slug)) => set(&mut values, "organization", slug.as_str()),
                    None => {
                        set(&mut values, "name", reading.one_of(node, "foaf:name"));
                        set(&mut values, "orcid", reading.one_of(node, "dct:identifier").map(orcid));
                        reading.part("dct:creator", node);
                    }
                }
                set(&mut values, "role", roles.get(node.as_str()).copied());
            }
        }
        if !values.is_empty() {
            reading.graph().cross_off(reading.thing, "dct:creator", term);
            creators.push(Json::Object(values));
        }
    }
    creators
}

/// Roles of those who made a dataset, by IRI.
fn roles<'a>(reading: &mut Reading<'a>) -> BTreeMap<&'a str, &'static str> {
    let mut roles = BTreeMap::new();
    for part in reading.parts("prov:qualifiedAttribution") {
        let role = reading.codes_of(part, "dcat:hadRole", role_of).pop();
        if let (Some(agent), Some(role)) = (reading.one_of(part, "prov:agent"), role) {
            roles.insert(agent, role);
        }
    }
    roles
}

/// An ISO 19115 role by its name or its address in a registry.
fn role_of(text: &str) -> Option<&'static str> {
    role::CONTACT.find(text.rsplit(['/', '#']).next().unwrap_or(text)).map(|term| term.id)
}

fn orcid(text: &str) -> &str {
    text.rsplit("orcid.org/").next().unwrap_or(text)
}

fn without_mailto(address: &str) -> &str {
    address.strip_prefix("mailto:").unwrap_or(address)
}
