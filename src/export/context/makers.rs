//! Who made a dataset, and identifiers that others gave, as machines follow them.

use super::words::line;
use super::{Agent, Context};
use crate::model::{Creator, Dataset, Identifier};
use crate::text::email::mailto;
use crate::text::url::external;

/// Somebody who made a dataset.
#[derive(Clone, Debug)]
pub struct Maker<'a> {
    /// Name, never empty.
    pub name: String,
    /// The one that the catalogue describes or names.
    pub agent: Option<Agent<'a>>,
    /// Id of the role, of [`crate::vocab::role::CONTACT`]; `creator` when not said.
    pub role: &'static str,
    /// Address of the ORCID record.
    pub orcid: Option<String>,
}

impl<'a> Context<'a> {
    /// The creators of a dataset that have a name, in the order of the descriptor.
    pub fn makers(&self, dataset: &'a Dataset) -> impl Iterator<Item = Maker<'a>> {
        dataset.creators.iter().filter_map(|creator| self.maker(creator))
    }

    fn maker(&self, creator: &'a Creator) -> Option<Maker<'a>> {
        let person = creator.person.as_deref().and_then(|slug| self.site.catalog.person(slug));
        let organization = || creator.organization.as_deref().map(|slug| self.organization(slug));
        let agent = person.map(Agent::Person).or_else(organization);
        let described = agent.map(|agent| line(agent.name(self.language())));
        let name = described.or_else(|| creator.name.as_deref().map(line)).filter(|name| !name.is_empty());
        let orcid = creator.orcid.as_deref().or_else(|| person?.orcid.as_deref()).and_then(orcid);
        let role = creator.role.as_ref().and_then(|role| role.known).map_or("creator", |role| role.id);
        Some(Maker { name: name.or_else(|| creator.person.as_deref().map(line))?, agent, role, orcid })
    }
}

impl Maker<'_> {
    /// Address of their own site, else of their ORCID record.
    pub fn url(&self) -> Option<String> {
        self.agent.and_then(|agent| web(agent.url()?)).or_else(|| self.orcid.clone())
    }

    /// E-mail address, without `mailto:`.
    pub fn email(&self) -> Option<String> {
        bare_email(self.agent?.email()?)
    }
}

/// The address of an ORCID identifier, written with or without its resolver.
pub fn orcid(text: &str) -> Option<String> {
    let id = text.trim().rsplit('/').next()?;
    let well_formed = id.len() == 19 && id.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'X');
    well_formed.then(|| format!("https://orcid.org/{id}"))
}

/// The address at which an identifier is resolved.
pub fn resolved(identifier: &Identifier) -> Option<String> {
    let value = line(&identifier.value);
    match identifier.kind.as_deref() {
        Some("doi") => external(&format!("https://doi.org/{value}")),
        Some("ark") => external(&format!("https://n2t.net/{value}")),
        Some("handle") => external(&format!("https://hdl.handle.net/{value}")),
        _ => external(&value),
    }
}

/// An address of the web; no `mailto:`.
pub fn web(address: &str) -> Option<String> {
    external(address).filter(|url| !url.starts_with("mailto:"))
}

/// An e-mail address that mail can be sent to, without `mailto:`.
pub fn bare_email(text: &str) -> Option<String> {
    mailto(text).map(|address| address.trim_start_matches("mailto:").to_owned())
}
