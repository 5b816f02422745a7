//! Producers, contacts and creators as pages show them.

use super::context::{Page, Said, clean, own_language};
use super::views::{ContactView, LinkView, ProducerView};
use crate::model::{Contact, Creator, Dataset, Lookup, Organization, Person};
use crate::site::{FacetKind, PageKey};
use crate::text::url::external;

impl Page<'_> {
    /// The page of an organisation.
    pub(super) fn organization_key(&self, slug: &str) -> Option<PageKey> {
        let (value, _) = self.site.facet(FacetKind::Organization).value(slug)?;
        Some(PageKey::Facet(FacetKind::Organization, value, 1))
    }

    /// The page of a person.
    fn person_key(&self, slug: &str) -> Option<PageKey> {
        let people = &self.site.catalog.people;
        people.binary_search_by(|person| person.header().slug.as_str().cmp(slug)).ok().map(PageKey::Person)
    }

    /// A link to an organisation that the catalogue describes.
    pub(super) fn organization_link(&self, slug: &str) -> Option<LinkView> {
        let key = self.organization_key(slug)?;
        let organization = self.site.catalog.organization(slug)?;
        let name = self.organization_name(organization);
        Some(LinkView { href: self.href(&key), label: name.words, lang: name.lang })
    }

    /// A link to a person that the catalogue describes.
    pub(super) fn person_link(&self, slug: &str) -> Option<LinkView> {
        let key = self.person_key(slug)?;
        let person = self.site.catalog.person(slug)?;
        Some(LinkView { href: self.href(&key), label: self.person_name(person), lang: None })
    }

    /// Whoever publishes something: an organisation, else a person.
    pub(super) fn producer_link(&self, organization: Option<&str>, owner: Option<&str>) -> Option<LinkView> {
        let organization = organization.and_then(|slug| self.organization_link(slug));
        organization.or_else(|| owner.and_then(|slug| self.person_link(slug)))
    }

    /// The name of whoever publishes a dataset; empty when nobody does.
    pub(super) fn producer_name(&self, dataset: &Dataset) -> String {
        let link = self.producer_link(dataset.organization.as_deref(), dataset.owner.as_deref());
        link.map_or_else(String::new, |link| link.label)
    }

    /// The name of an organisation, its slug when it has none.
    pub(super) fn organization_name(&self, organization: &Organization) -> Said {
        let name = self.said(&organization.name, None);
        if name.words.is_empty() { slug_name(organization) } else { name }
    }

    /// The name of a person, the slug when there is none.
    pub(super) fn person_name(&self, person: &Person) -> String {
        let name = self.words(&person.name);
        if name.is_empty() { person.header.slug.to_string() } else { name }
    }

    /// The producer of a dataset with logo or monogram.
    pub(super) fn producer(&self, dataset: &Dataset) -> Option<ProducerView> {
        let by_organization = dataset.organization.as_deref().and_then(|slug| self.organization_producer(slug));
        by_organization.or_else(|| {
            let link = self.person_link(dataset.owner.as_deref()?)?;
            let monogram = monogram(&link.label);
            Some(ProducerView { href: link.href, name: link.label, monogram, ..ProducerView::default() })
        })
    }

    /// An organisation with logo or monogram.
    pub(super) fn organization_producer(&self, slug: &str) -> Option<ProducerView> {
        let key = self.organization_key(slug)?;
        let organization = self.site.catalog.organization(slug)?;
        let name = self.organization_name(organization);
        Some(ProducerView {
            href: self.href(&key),
            monogram: monogram(&name.words),
            name: name.words,
            lang: name.lang,
            logo: organization.logo.as_deref().and_then(|logo| self.static_file(logo)),
            kind: organization.kind.as_ref().map(|kind| self.term(kind)).unwrap_or_default(),
            figures: String::new(),
        })
    }

    pub(super) fn contact(&self, contact: &Contact) -> Option<ContactView> {
        let email = contact.email.as_deref().map(clean).filter(|email| !email.is_empty());
        let href = email.as_deref().and_then(mailto).or_else(|| contact.url.as_deref().and_then(external));
        let name = self.words(&contact.name);
        let name = if name.is_empty() { email.or_else(|| contact.url.as_deref().map(clean))? } else { name };
        let role = contact.role.as_ref().filter(|role| role.known.is_none_or(|term| term.id != "contact"));
        Some(ContactView { name, href, role: role.map(|role| self.term(role)).unwrap_or_default(), orcid: None })
    }

    pub(super) fn creator(&self, creator: &Creator) -> Option<ContactView> {
        let person = creator.person.as_deref();
        let link = person.and_then(|slug| self.person_link(slug));
        let link = link.or_else(|| creator.organization.as_deref().and_then(|slug| self.organization_link(slug)));
        let described = person.and_then(|slug| self.site.catalog.person(slug));
        let orcid = creator.orcid.as_deref().or_else(|| described?.orcid.as_deref()).and_then(orcid_href);
        let name = link.as_ref().map(|link| link.label.clone());
        let name = name.or_else(|| creator.name.as_deref().map(clean)).or_else(|| person.map(clean))?;
        let role = creator.role.as_ref().map(|role| self.term(role)).unwrap_or_default();
        Some(ContactView { name, href: link.map(|link| link.href), role, orcid })
    }

    /// The title of a dataset, its slug when it has none.
    pub(super) fn dataset_title(&self, dataset: &Dataset) -> Said {
        let title = self.said(&dataset.title, own_language(dataset));
        if title.words.is_empty() { Said { words: dataset.slug().to_owned(), lang: None } } else { title }
    }
}

fn slug_name(organization: &Organization) -> Said {
    Said { words: organization.header.slug.to_string(), lang: None }
}

/// Two letters that stand for a name: the initials of its first and last words.
pub(super) fn monogram(name: &str) -> String {
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2).collect();
    let initial = |word: &&str| word.chars().next().map(|c| c.to_uppercase().to_string());
    let first = words.first().and_then(initial).or_else(|| initial(&name)).unwrap_or_default();
    let last = words.iter().skip(1).next_back().and_then(initial).unwrap_or_default();
    format!("{first}{}", last.to_lowercase())
}

/// The address that opens a message, if the text is an e-mail address.
pub(super) fn mailto(email: &str) -> Option<String> {
    let (user, host) = email.split_once('@')?;
    let plain = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "<>\"@,;:?".contains(c));
    (plain(user) && plain(host)).then(|| external(&format!("mailto:{email}"))).flatten()
}

/// The address of an ORCID identifier, written with or without its resolver.
pub(super) fn orcid_href(orcid: &str) -> Option<String> {
    let id = orcid.trim().rsplit('/').next()?;
    let well_formed = id.len() == 19 && id.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b'X');
    well_formed.then(|| format!("https://orcid.org/{id}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_monogram_has_the_initials_of_the_long_words() {
        assert_eq!(monogram("Ville d’Aubrelle"), "Va");
        assert_eq!(monogram("Communauté de communes du Val de Lize"), "Cl");
        assert_eq!(monogram("eau"), "E");
        assert_eq!(monogram("é"), "É");
        assert_eq!(monogram(""), "");
    }

    #[test]
    fn only_addresses_open_a_message() {
        assert_eq!(mailto("a.b+c@d.example").as_deref(), Some("mailto:a.b+c@d.example"));
        for text in ["a", "a@", "a@b?subject=x", "a b@c", "a@b@c", "a@b\"onx"] {
            assert_eq!(mailto(text), None, "{text}");
        }
    }
}
