//! Organisations and people.

use serde::Serialize;

use super::{Property, web};
use crate::export::context::words::line;
use crate::export::{Agent, Context};
use crate::model::{Contact, Creator, Dataset};
use crate::text::url::encoded_path;

/// Roles of those who made the data; somebody with another role contributed to it.
const MAKERS: [&str; 3] = ["creator", "originator", "principalInvestigator"];

/// A `Person`, an `Organization` or one of its kinds.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Node {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternate_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<Property>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact_point: Option<Point>,
}

/// Whom to ask.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Point {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// Those who made a dataset, then those who contributed to it. Who publishes it made it when nobody is said to have.
pub(super) fn makers(context: &Context<'_>, dataset: &Dataset, language: &str) -> (Vec<Node>, Vec<Node>) {
    let is_maker = |creator: &Creator| {
        creator.role.as_ref().is_none_or(|role| role.known.is_none_or(|role| MAKERS.contains(&role.id)))
    };
    let (makers, others): (Vec<&Creator>, Vec<&Creator>) = dataset.creators.iter().partition(|one| is_maker(one));
    let nodes = |creators: Vec<&Creator>| -> Vec<Node> {
        creators.into_iter().filter_map(|one| creator(context, one, language)).collect()
    };
    let mut makers = nodes(makers);
    if makers.is_empty() {
        makers.extend(context.publisher(dataset).map(|one| node(context, one, language)));
    }
    (makers, nodes(others))
}

/// Who publishes a dataset, else the catalogue, with whom to ask.
pub(super) fn publisher(context: &Context<'_>, dataset: &Dataset, language: &str) -> Option<Node> {
    let agent = context.publisher(dataset).or_else(|| context.site_publisher())?;
    let contact_point = context.contact(dataset).and_then(|contact| point(contact, language));
    Some(Node { contact_point, ..node(context, agent, language) })
}

/// Anybody.
pub(super) fn node(context: &Context<'_>, agent: Agent<'_>, language: &str) -> Node {
    let mut node = Node {
        kind: "Organization",
        id: Some(context.iri(agent.kind(), context.agent_uuid(agent))),
        name: line(agent.name(language)),
        alternate_name: None,
        url: agent.url().and_then(web),
        same_as: None,
        logo: None,
        identifier: None,
        contact_point: None,
    };
    match agent {
        Agent::Named(_) => {}
        Agent::Person(one) => {
            node.kind = "Person";
            node.same_as = one.orcid.as_deref().and_then(orcid);
        }
        Agent::Organization(one) => {
            node.kind = match one.kind.as_ref().and_then(|kind| kind.known).map(|kind| kind.id) {
                Some("public-service" | "local-authority") => "GovernmentOrganization",
                _ => "Organization",
            };
            node.alternate_name = one.acronym.as_deref().map(line).filter(|acronym| !acronym.is_empty());
            node.logo = one.logo.as_deref().and_then(|logo| static_file(context, logo));
            node.identifier = one.siret.as_deref().map(|siret| Property::new("SIRET", &line(siret), None));
        }
    }
    node
}

fn creator(context: &Context<'_>, creator: &Creator, language: &str) -> Option<Node> {
    let person = creator.person.as_deref().and_then(|slug| context.site.catalog.person(slug)).map(Agent::Person);
    let described = person.or_else(|| Some(context.organization(creator.organization.as_deref()?)));
    let own = creator.orcid.as_deref().and_then(orcid);
    if let Some(agent) = described {
        let node = node(context, agent, language);
        let same_as = own.filter(|_| node.kind == "Person").or(node.same_as);
        return Some(Node { same_as, ..node });
    }
    let name = line(creator.name.as_deref().or(creator.person.as_deref())?);
    (!name.is_empty()).then_some(Node {
        kind: "Person",
        id: None,
        name,
        alternate_name: None,
        url: None,
        same_as: own,
        logo: None,
        identifier: None,
        contact_point: None,
    })
}

fn point(contact: &Contact, language: &str) -> Option<Point> {
    let name = contact.name.get(language).map_or_else(String::new, |(name, _)| line(name));
    let email = contact.email.as_deref().map(line).filter(|email| email.contains('@'));
    let url = contact.url.as_deref().and_then(web);
    (email.is_some() || url.is_some()).then_some(Point { kind: "ContactPoint", name, email, url })
}

/// The address of an ORCID identifier, written with or without its resolver.
fn orcid(orcid: &str) -> Option<String> {
    let id = orcid.trim().rsplit('/').next()?;
    let is_id = id.len() == 19 && id.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'X'));
    is_id.then(|| format!("https://orcid.org/{id}"))
}

fn static_file(context: &Context<'_>, path: &str) -> Option<String> {
    let path = path.trim_start_matches("./");
    let is_there = context.site.statics.binary_search_by(|file| file.path.as_str().cmp(path)).is_ok();
    let base = context.base().filter(|_| is_there)?;
    Some(format!("{base}{}", encoded_path(path)))
}
