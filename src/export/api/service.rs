//! An API that the catalogue describes.

use std::borrow::Cow;

use super::access::{self, AccessAudience};
use super::codes::{AccessReason, AccessType, LicenseId};
use super::parts::{ContactPoint, LicenseDetail, Unrecognized, keywords, license_id, note};
use super::refs::{OrganizationReference, Reference, UserReference};
use super::related::{TextTranslation, datasets, translations};
use super::shape::object;
use super::values::{Address, Day, Free, Id};
use super::view::{View, line};
use crate::model::Kind;
use crate::site::PageKey;

object! {
    /// An API.
    Dataservice<'a> {
        /// Its UUID.
        id: Id,
        /// Its title.
        title: Cow<'a, str>,
        /// Its acronym.
        acronym: Option<Cow<'a, str>>,
        /// Its slug.
        slug: &'a str,
        /// What it gives, Markdown.
        description: Option<Cow<'a, str>>,
        /// Its own address.
        base_api_url: Option<Address>,
        /// Its documentation for people.
        technical_documentation_url: Option<Address>,
        /// Its documentation for machines.
        machine_documentation_url: Option<Address>,
        /// How many calls are allowed, in words.
        rate_limiting: Option<Cow<'a, str>>,
        /// Promised availability in percent.
        availability: Option<f64>,
        /// REST, WMS and the like.
        format: Option<Cow<'a, str>>,
        /// Licence of what it gives.
        license: Option<LicenseId>,
        /// That licence in full.
        license_detail: Option<LicenseDetail<'a>>,
        /// Keywords.
        tags: Vec<Cow<'a, str>>,
        /// Who may use it; open when the descriptor does not say.
        access_type: AccessType,
        /// What each audience may do.
        access_audiences: Vec<AccessAudience>,
        /// Why access is restricted, in words.
        access_type_reason: Option<Cow<'a, str>>,
        /// Why access is restricted, as a reason of the INSPIRE directive.
        access_type_reason_category: Option<AccessReason>,
        /// Where to ask for access.
        authorization_request_url: Option<Address>,
        /// Whom to ask.
        contact_points: Vec<ContactPoint<'a>>,
        /// The datasets that it serves.
        datasets: Vec<Reference<'a>>,
        /// The organisation that runs it.
        organization: Option<OrganizationReference<'a>>,
        /// The person who runs it.
        owner: Option<UserReference<'a>>,
        /// Always false: drafts are not published.
        private: bool,
        /// When its descriptor came.
        created_at: Option<Day>,
        /// When its descriptor last changed.
        last_modified: Option<Day>,
        /// Free values, and keys that etal does not know.
        extras: Free<'a>,
        /// Title and description in other languages than the first of the site.
        translations: Vec<TextTranslation<'a>>,
        /// Codes that their vocabulary does not have.
        unrecognized: Vec<Unrecognized<'a>>,
        /// Its lasting IRI, the same in every form.
        iri: Address,
        /// Its page.
        page: Address,
    }
}

impl<'a> Dataservice<'a> {
    /// The API at a place of the catalogue.
    pub(super) fn new(view: &View<'_, 'a>, place: usize) -> Self {
        let service = &view.context.site.catalog.services[place];
        let header = &service.header;
        let access = &service.access;
        let mut unrecognized = Vec::new();
        access::unrecognized(&mut unrecognized, access);
        let roles = service.contact_points.iter().filter_map(|contact| contact.role.as_ref());
        note(&mut unrecognized, "contact_points.role", roles);
        Self {
            id: Id(header.identity.uuid),
            title: view.title(&service.title),
            acronym: line(service.acronym.as_deref()),
            slug: header.slug.as_str(),
            description: view.markdown(&service.description),
            base_api_url: view.external(service.url.as_deref()),
            technical_documentation_url: view.external(service.documentation.as_deref()),
            machine_documentation_url: view.external(service.machine_documentation.as_deref()),
            rate_limiting: view.words(&service.rate_limiting),
            availability: service.availability.as_deref().and_then(percent),
            format: line(service.format.as_deref()),
            license: license_id(service.license.as_ref()),
            license_detail: service.license.as_ref().map(|license| LicenseDetail::new(view, license)),
            tags: keywords(&service.tags),
            access_type: access::kind(access),
            access_audiences: access::audiences(access),
            access_type_reason: view.words(&access.reason),
            access_type_reason_category: access::reason(access),
            authorization_request_url: view.external(access.url.as_deref()),
            contact_points: service.contact_points.iter().map(|one| ContactPoint::new(view, one)).collect(),
            datasets: datasets(view, &service.datasets),
            organization: service.organization.as_deref().map(|slug| view.organization_reference(slug)),
            owner: service.owner.as_deref().and_then(|slug| view.user_reference(slug)),
            private: false,
            created_at: header.dates.created.map(Day),
            last_modified: header.dates.modified.map(Day),
            extras: Free::all(&service.extras, header),
            translations: translations(view, &service.title, &service.description),
            unrecognized,
            iri: Address(view.context.iri(Kind::Service, header.identity.uuid)),
            page: view.page(&PageKey::Service(place)),
        }
    }
}

fn percent(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|number| number.is_finite())
}
