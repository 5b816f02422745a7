//! What stands in for what a descriptor lacks, where a format demands it. The documentation lists the order.

use super::Context;
use super::words::line;
use crate::date::Moment;
use crate::model::{Contact, Dataset, Location, Resource, Service};
use crate::text::email::mailto;
use crate::vocab::Label;

/// The address of a dataset of which nobody says whom to ask. Nobody can have it: RFC 2606 keeps `.invalid` free.
pub const NO_EMAIL: &str = "mailto:unknown@contact.invalid";

/// Somebody who can be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// Name, never empty.
    pub name: String,
    /// Address with its `mailto:`.
    pub email: String,
}

impl<'a> Context<'a> {
    /// The contact points of a dataset or an API that can be written to, in the order of the descriptor but those whose
    /// role is to be asked first.
    pub fn mailboxes(&self, contacts: &[Contact], publisher: &str) -> Vec<Mailbox> {
        let asked = |contact: &Contact| contact.role_id() == "contact";
        let reached = |contact: &Contact| {
            let email = mailto(contact.email.as_deref()?)?;
            Some(Mailbox { name: or(self.title(&contact.name), publisher), email })
        };
        let first = contacts.iter().filter(|contact| asked(contact)).filter_map(reached);
        first.chain(contacts.iter().filter(|contact| !asked(contact)).filter_map(reached)).collect()
    }

    /// Whom to write to about a dataset: the first of [`Context::mailboxes`], else its publisher, else the first of its
    /// creators with an address, else the address in `site.toml`, else the publisher of the catalogue, else
    /// [`NO_EMAIL`].
    pub fn mailbox(&self, dataset: &'a Dataset) -> Mailbox {
        let publisher = self.publisher_name(dataset);
        if let Some(mailbox) = self.mailboxes(&dataset.contact_points, &publisher).into_iter().next() {
            return mailbox;
        }
        // A contact that has only a form still has a name.
        let named =
            dataset.contact_points.iter().map(|contact| self.title(&contact.name)).find(|name| !name.is_empty());
        let email = self.publisher(dataset).and_then(|agent| mailto(agent.email()?));
        let email = email.or_else(|| self.creator_email(dataset)).or_else(|| self.site_email());
        Mailbox { name: named.unwrap_or(publisher), email: email.unwrap_or_else(|| NO_EMAIL.to_owned()) }
    }

    /// Whom to write to about an API: as for a dataset.
    pub fn service_mailboxes(&self, service: &'a Service) -> Vec<Mailbox> {
        let agent = self.publisher_of(service.organization.as_deref(), service.owner.as_deref());
        let publisher = agent.map_or_else(|| self.site_name(), |agent| line(agent.name(self.language())));
        let mut found = self.mailboxes(&service.contact_points, &publisher);
        if found.is_empty() {
            let email = agent.and_then(|agent| mailto(agent.email()?)).or_else(|| self.site_email());
            found.push(Mailbox { name: publisher, email: email.unwrap_or_else(|| NO_EMAIL.to_owned()) });
        }
        found
    }

    fn creator_email(&self, dataset: &Dataset) -> Option<String> {
        let catalog = &self.site.catalog;
        dataset.creators.iter().find_map(|creator| {
            let person = creator.person.as_deref().and_then(|slug| catalog.person(slug)?.email.as_deref());
            let organization =
                || creator.organization.as_deref().and_then(|slug| catalog.organization(slug)?.email.as_deref());
            mailto(person.or_else(organization)?)
        })
    }

    fn site_email(&self) -> Option<String> {
        let publisher = || self.site_publisher().and_then(|agent| agent.email());
        mailto(self.site.config.email.as_deref().or_else(publisher)?)
    }

    /// The name of the publisher of a dataset: its organisation's or owner's, else that of the catalogue's publisher,
    /// else the catalogue's title.
    pub fn publisher_name(&self, dataset: &'a Dataset) -> String {
        let name = self.publisher(dataset).map(|agent| line(agent.name(self.language())));
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| self.site_name())
    }

    /// The name of who answers for the catalogue; its title when nobody does.
    pub fn site_name(&self) -> String {
        let name = self.site_publisher().map(|agent| line(agent.name(self.language()))).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| or(self.title(&self.site.config.title), "—"))
    }

    /// At least one keyword: the dataset's, else its themes, else the formats of its resources, else its publisher.
    pub fn keywords(&self, dataset: &'a Dataset) -> Vec<String> {
        let said: Vec<String> = dataset.tagged().map(|(tag, _)| line(tag)).filter(|tag| !tag.is_empty()).collect();
        if !said.is_empty() {
            return said;
        }
        let known = self.labels(dataset.themes.iter().filter_map(|theme| Some(theme.known?.label)));
        if !known.is_empty() {
            return known;
        }
        let formats = dataset.resources.iter().filter_map(|one| Some(one.format_among(&dataset.files)?.label));
        let known = self.labels(formats);
        if known.is_empty() { vec![self.publisher_name(dataset)] } else { known }
    }

    /// Labels in the first language of the site, each once.
    pub fn labels(&self, labels: impl Iterator<Item = Label>) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for label in labels.map(|label| label.get(self.language())) {
            if !found.iter().any(|known| known == label) {
                found.push(label.to_owned());
            }
        }
        found
    }

    /// When a dataset last changed: the date of its data, else of its descriptor, else of its publication, else the
    /// clock's.
    pub fn modified(&self, dataset: &Dataset) -> Moment {
        let said = dataset.last_update().or_else(|| dataset.first_published());
        said.unwrap_or_else(|| Moment::from_day(self.site.now))
    }

    /// The media type of a resource, without parameters; none when it is not formed as those that IANA
    /// registers: words with dots between, and one suffix after `+`.
    pub fn media_type(&self, dataset: &Dataset, resource: &Resource) -> Option<String> {
        let text = resource.media_type_among(&dataset.files)?.split(';').next()?.trim().to_ascii_lowercase();
        let is_word = |word: &str| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        let is_name = |name: &str| match name.split_once('+') {
            Some((name, suffix)) => name.split('.').all(is_word) && is_word(suffix),
            None => name.split('.').all(is_word),
        };
        text.split_once('/').is_some_and(|(kind, name)| is_word(kind) && is_name(name)).then_some(text)
    }

    /// The name of the format of a resource, in the first language of the site; as written when nobody knows it.
    pub fn format_name(&self, dataset: &Dataset, resource: &Resource) -> Option<String> {
        match resource.format_among(&dataset.files) {
            Some(format) => Some(format.label.get(self.language()).to_owned()),
            None => Some(line(&resource.format.as_ref()?.raw)).filter(|name| !name.is_empty()),
        }
    }

    /// The title of a dataset; its slug when it has none.
    pub fn dataset_title(&self, dataset: &Dataset) -> String {
        or(self.title(&dataset.title), dataset.slug())
    }

    /// The title of a resource; the name of its file, the end of its address or the dataset's title when it has none.
    pub fn resource_title(&self, dataset: &Dataset, resource: &Resource) -> String {
        let title = self.title(&resource.title);
        if !title.is_empty() {
            return title;
        }
        let place = match &resource.location {
            Location::Hosted(path) => path.rsplit('/').next(),
            Location::Remote(url) => {
                url.split(['?', '#']).next().and_then(|url| url.trim_end_matches('/').rsplit('/').next())
            }
            Location::Absent => None,
        };
        let name = line(place.unwrap_or(""));
        if name.is_empty() { self.dataset_title(dataset) } else { name }
    }
}

/// The first text, or the second when there is no first.
pub(in crate::export) fn or(text: String, other: &str) -> String {
    if text.is_empty() { other.to_owned() } else { text }
}
