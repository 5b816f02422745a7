//! An organisation: described, or only named by datasets.

use std::borrow::Cow;

use super::codes::OrganizationType;
use super::parts::{Badge, Unrecognized, badges, keywords, known, note};
use super::refs::UserReference;
use super::shape::object;
use super::values::{Address, Day, Free, Id, present};
use super::view::{View, line, other_languages, said};
use crate::model::{self, Kind};
use crate::site::{FacetKind, PageKey};

object! {
    /// An organisation.
    Organization<'a> {
        /// Its UUID.
        id: Id,
        /// Its name; its slug when nobody describes it.
        name: Cow<'a, str>,
        /// Its acronym.
        acronym: Option<Cow<'a, str>>,
        /// Its slug.
        slug: Cow<'a, str>,
        /// What it does, Markdown.
        description: Option<Cow<'a, str>>,
        /// Its own site.
        url: Option<Address>,
        /// Its logo.
        logo: Option<Address>,
        /// Its SIRET number, 14 digits.
        business_number_id: Option<Cow<'a, str>>,
        /// Its e-mail address.
        email: Option<Cow<'a, str>>,
        /// What sort of organisation.
        r#type: Option<OrganizationType>,
        /// The zone that it is responsible for.
        zone: Option<Cow<'a, str>>,
        /// Labels.
        badges: Vec<Badge<'a>>,
        /// Who belongs to it.
        members: Vec<Member<'a>>,
        /// Counts that are known.
        metrics: OrganizationMetrics,
        /// Former slugs.
        former_slugs: Vec<Cow<'a, str>>,
        /// When its descriptor came.
        created_at: Option<Day>,
        /// When its descriptor last changed.
        last_modified: Option<Day>,
        /// Free values, and keys that etal does not know.
        extras: Free<'a>,
        /// Name and description in other languages than the first of the site.
        translations: Vec<OrganizationTranslation<'a>>,
        /// Codes that their vocabulary does not have.
        unrecognized: Vec<Unrecognized<'a>>,
        /// Its lasting IRI, the same in every form.
        iri: Address,
        /// Its own file.
        uri: Address,
        /// Its page.
        page: Address,
    }
}

object! {
    /// Somebody who may answer for an organisation.
    Member<'a> {
        /// The person, when the catalogue describes them.
        user: Option<UserReference<'a>>,
        /// Their name on the forge.
        forge: Option<Cow<'a, str>>,
        /// What they may do: admin, editor or partial_editor.
        role: Option<Cow<'a, str>>,
    }
}

object! {
    /// Counts that are known.
    OrganizationMetrics {
        /// Listed datasets.
        datasets: usize,
        /// Reuses that it made.
        reuses: usize,
        /// APIs that it runs.
        dataservices: usize,
        /// Members.
        members: usize,
    }
}

object! {
    /// An organisation in another language than the first of the site.
    OrganizationTranslation<'a> {
        /// The language, a BCP 47 tag.
        language: &'a str,
        /// The name.
        name: Option<Cow<'a, str>>,
        /// The description, Markdown.
        description: Option<Cow<'a, str>>,
    }
}

impl<'a> Organization<'a> {
    /// The organisation at a place of its facet.
    pub(super) fn new(view: &View<'_, 'a>, place: usize) -> Self {
        let value = &view.context.site.facet(FacetKind::Organization).values[place];
        let slug = value.id.as_str();
        let about = view.context.site.catalog.organization(slug);
        let agent = view.context.organization(slug);
        let uuid = view.context.agent_uuid(agent);
        let members: Vec<_> =
            about.map_or(&[][..], |one| &one.members).iter().map(|one| Member::new(view, one)).collect();
        Self {
            id: Id(uuid),
            name: line(Some(agent.name(view.context.language()))).unwrap_or_default(),
            acronym: about.and_then(|one| line(one.acronym.as_deref())),
            slug: line(Some(slug)).unwrap_or_default(),
            description: about.and_then(|one| view.markdown(&one.description)),
            url: view.external(agent.url()),
            logo: about.and_then(|one| view.asset(one.logo.as_deref())),
            business_number_id: about.and_then(|one| line(one.siret.as_deref())),
            email: line(agent.email()),
            r#type: about.and_then(|one| known(one.kind.as_ref())).map(|term| OrganizationType(term.id)),
            zone: about.and_then(|one| line(one.zone.as_deref())),
            badges: about.map(|one| badges(&one.badges)).unwrap_or_default(),
            metrics: OrganizationMetrics::new(view, slug, value.datasets.len(), members.len()),
            members,
            former_slugs: about.map(|one| keywords(&one.redirects)).unwrap_or_default(),
            created_at: about.and_then(|one| one.header.dates.created).map(Day),
            last_modified: about.and_then(|one| one.header.dates.modified).map(Day),
            extras: about.map(|one| Free::all(&one.extras, &one.header)).unwrap_or_default(),
            translations: about.map(|one| OrganizationTranslation::all(view, one)).unwrap_or_default(),
            unrecognized: about.map(unrecognized).unwrap_or_default(),
            iri: Address(view.context.iri(Kind::Organization, uuid)),
            uri: view.own("organizations", uuid),
            page: view.page(&PageKey::Facet(FacetKind::Organization, place, 1)),
        }
    }
}

impl<'a> Member<'a> {
    fn new(view: &View<'_, 'a>, member: &'a model::Member) -> Self {
        Self {
            user: member.person.as_deref().and_then(|slug| view.user_reference(slug)),
            forge: line(member.forge.as_deref()),
            role: line(member.role.as_deref()),
        }
    }
}

impl OrganizationMetrics {
    fn new(view: &View<'_, '_>, slug: &str, datasets: usize, members: usize) -> Self {
        let catalog = &view.context.site.catalog;
        let own = |organization: &Option<String>| organization.as_deref() == Some(slug);
        let reuses = catalog.reuses.iter().filter(|one| !one.private && own(&one.organization)).count();
        let dataservices = catalog.services.iter().filter(|one| !one.private && own(&one.organization)).count();
        Self { datasets, reuses, dataservices, members }
    }
}

impl<'a> OrganizationTranslation<'a> {
    fn all(view: &View<'_, 'a>, organization: &'a model::Organization) -> Vec<Self> {
        let (name, description) = (&organization.name, &organization.description);
        let translation = |language| Self {
            language,
            name: line(said(name, language)),
            description: present(said(description, language)),
        };
        other_languages(view.context.language(), &[name, description]).into_iter().map(translation).collect()
    }
}

fn unrecognized(organization: &model::Organization) -> Vec<Unrecognized<'_>> {
    let mut notes = Vec::new();
    note(&mut notes, "type", &organization.kind);
    notes
}
