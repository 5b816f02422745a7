//! Small parts of datasets and of others: contacts, creators, identifiers, links, schemas, licences.

use std::borrow::Cow;

use super::codes::{ContactRole, LicenseId};
use super::refs::{OrganizationReference, UserReference};
use super::shape::object;
use super::values::Address;
use super::view::{View, line, other_languages, said};
use crate::model;
use crate::text::Text;
use crate::vocab;

object! {
    /// A label.
    Badge<'a> {
        /// Its code.
        kind: Cow<'a, str>,
    }
}

object! {
    /// Whom to ask.
    ContactPoint<'a> {
        /// Name of a person or a service.
        name: Option<Cow<'a, str>>,
        /// E-mail address.
        email: Option<Cow<'a, str>>,
        /// Address of a form.
        contact_form: Option<Address>,
        /// What they are to the data; contact when the descriptor does not say.
        role: ContactRole,
        /// The name in other languages than the first of the site.
        translations: Vec<NameTranslation<'a>>,
    }
}

object! {
    /// Who made the data.
    Creator<'a> {
        /// Their name.
        name: Option<Cow<'a, str>>,
        /// What they are to the data; null when the descriptor does not say.
        role: Option<ContactRole>,
        /// Their ORCID identifier.
        orcid: Option<Cow<'a, str>>,
        /// The person, when the catalogue describes them.
        person: Option<UserReference<'a>>,
        /// The organisation, when it is one of the catalogue.
        organization: Option<OrganizationReference<'a>>,
    }
}

object! {
    /// An identifier given by somebody else.
    Identifier<'a> {
        /// Its kind in lower case: doi, ark, handle; null when it is not known.
        r#type: Option<Cow<'a, str>>,
        /// The identifier, without the address of a resolver.
        value: Cow<'a, str>,
    }
}

object! {
    /// A page about a dataset.
    Link<'a> {
        /// Its words.
        title: Option<Cow<'a, str>>,
        /// Its address.
        url: Address,
        /// The words in other languages than the first of the site.
        translations: Vec<NameTranslation<'a>>,
    }
}

object! {
    /// The structure that data promises to follow.
    Schema<'a> {
        /// Its name in a catalogue of schemas.
        name: Option<Cow<'a, str>>,
        /// Its version.
        version: Option<Cow<'a, str>>,
        /// Its address.
        url: Option<Address>,
    }
}

object! {
    /// A licence as somebody wrote it, with what is known of it.
    LicenseDetail<'a> {
        /// As it is written.
        written: Cow<'a, str>,
        /// Its SPDX identifier where SPDX has one; null when nobody knows the licence.
        id: Option<&'static str>,
        /// Its title; as it is written when nobody knows it.
        title: Cow<'a, str>,
        /// The address of its text.
        url: Option<Address>,
    }
}

object! {
    /// A code that its vocabulary does not have.
    Unrecognized<'a> {
        /// The key of the descriptor.
        key: &'static str,
        /// The value, as it is written.
        value: Cow<'a, str>,
    }
}

object! {
    /// A name or a title in another language than the first of the site.
    NameTranslation<'a> {
        /// The language, a BCP 47 tag.
        language: &'a str,
        /// The words.
        words: Cow<'a, str>,
    }
}

/// A name in the other languages that it is said in.
pub(super) fn name_translations<'a>(view: &View<'_, 'a>, text: &'a Text) -> Vec<NameTranslation<'a>> {
    let languages = other_languages(view.context.language(), &[text]).into_iter();
    let translation = |language| Some(NameTranslation { language, words: line(said(text, language))? });
    languages.filter_map(translation).collect()
}

impl<'a> ContactPoint<'a> {
    pub(super) fn new(view: &View<'_, 'a>, contact: &'a model::Contact) -> Self {
        Self {
            name: view.words(&contact.name),
            email: line(contact.email.as_deref()),
            contact_form: view.external(contact.url.as_deref()),
            role: ContactRole(contact.role_id()),
            translations: name_translations(view, &contact.name),
        }
    }
}

impl<'a> Creator<'a> {
    pub(super) fn new(view: &View<'_, 'a>, creator: &'a model::Creator) -> Self {
        let person = creator.person.as_deref().and_then(|slug| view.user_reference(slug));
        let organization = creator.organization.as_deref().map(|slug| view.organization_reference(slug));
        let written = line(creator.name.as_deref());
        let name = written.or_else(|| person.as_ref().map(|one| one.name.clone()));
        let name = name.or_else(|| organization.as_ref().map(|one| one.name.clone()));
        Self {
            name: name.or_else(|| line(creator.person.as_deref())),
            role: known(creator.role.as_ref()).map(|role| ContactRole(role.id)),
            orcid: line(creator.orcid.as_deref()).or_else(|| person.as_ref().and_then(|one| one.orcid.clone())),
            person,
            organization,
        }
    }
}

impl<'a> Identifier<'a> {
    pub(super) fn new(identifier: &'a model::Identifier) -> Self {
        Self { r#type: line(identifier.kind.as_deref()), value: line(Some(&identifier.value)).unwrap_or_default() }
    }
}

impl<'a> Link<'a> {
    pub(super) fn new(view: &View<'_, 'a>, link: &'a model::Link) -> Option<Self> {
        let url = view.external(Some(&link.url))?;
        Some(Self { title: view.words(&link.title), url, translations: name_translations(view, &link.title) })
    }
}

impl<'a> Schema<'a> {
    pub(super) fn new(view: &View<'_, 'a>, schema: &'a model::Schema) -> Self {
        Self {
            name: line(schema.name.as_deref()),
            version: line(schema.version.as_deref()),
            url: view.external(schema.url.as_deref()),
        }
    }
}

impl<'a> LicenseDetail<'a> {
    pub(super) fn new(view: &View<'_, 'a>, license: &'a model::Coded<vocab::License>) -> Self {
        let written = line(Some(&license.raw)).unwrap_or_default();
        match license.known {
            Some(row) => Self {
                written,
                id: Some(row.id),
                title: Cow::Borrowed(row.title.get(view.context.language())),
                url: view.external(Some(row.url)),
            },
            None => Self { title: written.clone(), url: view.external(Some(&written)), id: None, written },
        }
    }
}

/// The licence as clients of data.gouv.fr know it.
pub(super) fn license_id(license: Option<&model::Coded<vocab::License>>) -> Option<LicenseId> {
    known(license).map(|row| LicenseId(row.api_id()))
}

/// The row that a code means.
pub(super) fn known<T>(code: Option<&model::Coded<T>>) -> Option<&'static T> {
    code.and_then(|code| code.known)
}

/// Notes a code that its vocabulary does not have.
pub(super) fn note<'a, T: 'static>(
    notes: &mut Vec<Unrecognized<'a>>,
    key: &'static str,
    code: impl IntoIterator<Item = &'a model::Coded<T>>,
) {
    for code in code.into_iter().filter(|code| code.known.is_none()) {
        notes.push(Unrecognized { key, value: line(Some(&code.raw)).unwrap_or_default() });
    }
}

/// Labels that are written as plain words.
pub(super) fn badges(words: &[String]) -> Vec<Badge<'_>> {
    words.iter().filter_map(|word| Some(Badge { kind: line(Some(word))? })).collect()
}

/// Keywords as written.
pub(super) fn keywords(tags: &[String]) -> Vec<Cow<'_, str>> {
    tags.iter().filter_map(|tag| line(Some(tag))).collect()
}
