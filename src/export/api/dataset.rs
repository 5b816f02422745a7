//! A dataset, in data.gouv.fr's shape with what its own API lacks.

use std::borrow::Cow;

use super::access::{self, AccessAudience};
use super::codes::{
    AccessReason, AccessType, DatasetBadge, FrequencyId, HvdCategory, LanguageCode, LicenseId, Status, ThemeCode,
};
use super::coverage::{SpatialCoverage, TemporalCoverage};
use super::origin::{Harvest, Transfer};
use super::parts::{
    ContactPoint, Creator, Identifier, LicenseDetail, Link, Schema, Unrecognized, keywords, known, license_id, note,
};
use super::quality::{Quality, Scores};
use super::refs::{OrganizationReference, Reference, UserReference};
use super::resource::{Resource, languages};
use super::shape::object;
use super::values::{Address, Day, Free, Id, Since, present};
use super::view::{View, line, other_languages, said};
use crate::model::{self, DatasetIndex, Kind};
use crate::site::PageKey;

object! {
    /// A dataset.
    Dataset<'a> {
        /// Its UUID.
        id: Id,
        /// Its title.
        title: Cow<'a, str>,
        /// Its acronym.
        acronym: Option<Cow<'a, str>>,
        /// Its slug: its name in addresses.
        slug: &'a str,
        /// What the data is, Markdown.
        description: Option<Cow<'a, str>>,
        /// One or two plain sentences.
        description_short: Option<Cow<'a, str>>,
        /// First publication: as declared, else at the source, else of the descriptor.
        created_at: Option<Day>,
        /// Last change of the record: at the source, else of the descriptor.
        last_modified: Option<Day>,
        /// Last change of the data; of the descriptor when nobody says.
        last_update: Option<Day>,
        /// The date of withdrawal.
        deleted: Option<Since>,
        /// Why it was withdrawn.
        deleted_reason: Option<Cow<'a, str>>,
        /// Since when it is no longer kept up.
        archived: Option<Since>,
        /// Why it is no longer kept up.
        archived_reason: Option<Cow<'a, str>>,
        /// Whether it is kept up.
        status: Status,
        /// The dataset that takes its place.
        replaced_by: Option<Reference<'a>>,
        /// Whether the home page shows it.
        featured: bool,
        /// Always false: drafts are not published.
        private: bool,
        /// Keywords.
        tags: Vec<Cow<'a, str>>,
        /// Labels.
        badges: Vec<BadgeOfDataset>,
        /// Themes of the EU authority table.
        themes: Vec<ThemeCode>,
        /// Languages of the data.
        languages: Vec<LanguageCode>,
        /// Category of high-value datasets.
        hvd_category: Option<HvdCategory>,
        /// Its resources, in the order of the descriptor.
        resources: Vec<Resource<'a>>,
        /// How often the data is updated.
        frequency: Option<FrequencyId>,
        /// Where it was harvested.
        harvest: Option<Harvest<'a>>,
        /// A transfer to another producer.
        transfer: Option<Transfer<'a>>,
        /// Free values, and keys that etal does not know.
        extras: Free<'a>,
        /// Counts that are known.
        metrics: DatasetMetrics,
        /// The organisation that publishes it.
        organization: Option<OrganizationReference<'a>>,
        /// The person that publishes it.
        owner: Option<UserReference<'a>>,
        /// Whom to ask.
        contact_points: Vec<ContactPoint<'a>>,
        /// Who made it.
        creators: Vec<Creator<'a>>,
        /// The period covered.
        temporal_coverage: Option<TemporalCoverage>,
        /// The area covered.
        spatial: Option<SpatialCoverage<'a>>,
        /// Its licence.
        license: Option<LicenseId>,
        /// Its licence in full.
        license_detail: Option<LicenseDetail<'a>>,
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
        /// The structure that its files promise.
        schema: Option<Schema<'a>>,
        /// Version of the data.
        version: Option<Cow<'a, str>>,
        /// The series it belongs to: a slug or a title.
        series: Option<Cow<'a, str>>,
        /// Where the data comes from, in words.
        provenance: Option<Cow<'a, str>>,
        /// Identifiers given by others.
        identifiers: Vec<Identifier<'a>>,
        /// Pages about it.
        links: Vec<Link<'a>>,
        /// Former slugs.
        former_slugs: Vec<Cow<'a, str>>,
        /// Its reuses.
        reuses: Vec<Reference<'a>>,
        /// The topics it belongs to.
        topics: Vec<Reference<'a>>,
        /// The APIs that serve it.
        dataservices: Vec<Reference<'a>>,
        /// The criteria of data.gouv.fr.
        quality: Quality,
        /// Scores by profile.
        scores: Scores<'a, false>,
        /// Dates of the descriptor and of the data, each as it is known.
        internal: InternalDates,
        /// Texts in other languages than the first of the site.
        translations: Vec<DatasetTranslation<'a>>,
        /// Codes that their vocabulary does not have.
        unrecognized: Vec<Unrecognized<'a>>,
        /// Its lasting IRI, the same in every form.
        iri: Address,
        /// This file.
        uri: Address,
        /// Its page.
        page: Address,
    }
}

object! {
    /// A label of a dataset.
    BadgeOfDataset {
        /// Its code.
        kind: DatasetBadge,
    }
}

object! {
    /// Counts that are known. Views, downloads and followers are not: no server counts them.
    DatasetMetrics {
        /// Reuses in this catalogue.
        reuses: usize,
        /// APIs in this catalogue.
        dataservices: usize,
    }
}

object! {
    /// Dates, each as it is known.
    InternalDates {
        /// When the descriptor came.
        created_at_internal: Option<Day>,
        /// When the descriptor last changed.
        last_modified_internal: Option<Day>,
        /// When the data first came, as the descriptor says.
        data_created: Option<Day>,
        /// When the data last changed, as the descriptor says.
        data_modified: Option<Day>,
    }
}

object! {
    /// A dataset in another language than the first of the site.
    DatasetTranslation<'a> {
        /// The language, a BCP 47 tag.
        language: &'a str,
        /// The title.
        title: Option<Cow<'a, str>>,
        /// The description, Markdown.
        description: Option<Cow<'a, str>>,
        /// One or two plain sentences.
        description_short: Option<Cow<'a, str>>,
        /// Where the data comes from.
        provenance: Option<Cow<'a, str>>,
        /// Why access is restricted.
        access_type_reason: Option<Cow<'a, str>>,
        /// Why it is no longer kept up.
        archived_reason: Option<Cow<'a, str>>,
        /// Why it was withdrawn.
        deleted_reason: Option<Cow<'a, str>>,
    }
}

impl<'a> Dataset<'a> {
    pub(super) fn new(view: &View<'_, 'a>, index: DatasetIndex) -> Self {
        let site = view.context.site;
        let dataset = &site.catalog.datasets[index];
        let relations = &site.relations;
        let uuid = dataset.header.identity.uuid;
        let access = &dataset.access;
        let harvest = dataset.harvest.as_deref();
        let reuses: Vec<_> = relations.reuses[index].iter().filter_map(|at| view.reuse_reference(*at)).collect();
        let services: Vec<_> = relations.services[index].iter().filter_map(|at| view.service_reference(*at)).collect();
        let dates = dataset.header.dates;
        let published = dataset.created.or_else(|| harvest?.issued).or_else(|| harvest?.created).or(dates.created);
        Self {
            id: Id(uuid),
            title: view.title(&dataset.title),
            acronym: line(dataset.acronym.as_deref()),
            slug: dataset.slug(),
            description: view.markdown(&dataset.description),
            description_short: view.words(&dataset.summary),
            created_at: published.map(Day),
            last_modified: harvest.and_then(|harvest| harvest.modified).or(dates.modified).map(Day),
            last_update: dataset.last_update().map(Day),
            deleted: dataset.retired.as_ref().map(|retired| Since(retired.date)),
            deleted_reason: dataset.retired.as_ref().and_then(|retired| view.words(&retired.reason)),
            archived: dataset.archived.as_ref().map(|archived| Since(archived.date)),
            archived_reason: dataset.archived.as_ref().and_then(|archived| view.words(&archived.reason)),
            status: status(dataset),
            replaced_by: dataset.replaced_by.as_deref().and_then(|slug| view.dataset_reference(slug)),
            featured: dataset.featured,
            private: false,
            tags: keywords(&dataset.tags),
            badges: dataset.badges.iter().filter_map(BadgeOfDataset::new).collect(),
            themes: dataset.themes.iter().filter_map(|theme| Some(ThemeCode(theme.known?.code))).collect(),
            languages: languages(&dataset.languages),
            hvd_category: known(dataset.hvd_category.as_ref()).map(|term| HvdCategory(term.id)),
            resources: dataset.resources.iter().map(|resource| Resource::new(view, dataset, resource)).collect(),
            frequency: known(dataset.frequency.as_ref()).map(|row| FrequencyId(row.id)),
            harvest: harvest.map(|harvest| Harvest::new(view, harvest)),
            transfer: dataset.transfer.as_deref().map(|transfer| Transfer::new(view, transfer)),
            extras: Free::all(&dataset.extras, &dataset.header),
            metrics: DatasetMetrics { reuses: reuses.len(), dataservices: services.len() },
            organization: dataset.organization.as_deref().map(|slug| view.organization_reference(slug)),
            owner: dataset.owner.as_deref().and_then(|slug| view.user_reference(slug)),
            contact_points: dataset.contact_points.iter().map(|one| ContactPoint::new(view, one)).collect(),
            creators: dataset.creators.iter().map(|creator| Creator::new(view, creator)).collect(),
            temporal_coverage: TemporalCoverage::new(&dataset.temporal),
            spatial: SpatialCoverage::new(view, &dataset.spatial),
            license: license_id(dataset.license.as_ref()),
            license_detail: dataset.license.as_ref().map(|license| LicenseDetail::new(view, license)),
            access_type: access::kind(access),
            access_audiences: access::audiences(access),
            access_type_reason: view.words(&access.reason),
            access_type_reason_category: access::reason(access),
            authorization_request_url: view.external(access.url.as_deref()),
            schema: dataset.schema.as_ref().map(|schema| Schema::new(view, schema)),
            version: line(dataset.version.as_deref()),
            series: line(dataset.series.as_deref()),
            provenance: view.markdown(&dataset.provenance),
            identifiers: dataset.identifiers.iter().map(Identifier::new).collect(),
            links: dataset.links.iter().filter_map(|link| Link::new(view, link)).collect(),
            former_slugs: keywords(&dataset.redirects),
            reuses,
            topics: relations.topics[index].iter().filter_map(|at| view.topic_reference(*at)).collect(),
            dataservices: services,
            quality: Quality::new(view, index),
            scores: Scores(&site.scores[index]),
            internal: InternalDates {
                created_at_internal: dates.created.map(Day),
                last_modified_internal: dates.modified.map(Day),
                data_created: dataset.created.map(Day),
                data_modified: dataset.modified.map(Day),
            },
            translations: DatasetTranslation::all(view, dataset),
            unrecognized: unrecognized(dataset),
            iri: Address(view.context.iri(Kind::Dataset, uuid)),
            uri: view.own("datasets", uuid),
            page: view.page(&PageKey::Dataset(index)),
        }
    }
}

impl BadgeOfDataset {
    fn new(badge: &model::Coded<crate::vocab::Term>) -> Option<Self> {
        Some(Self { kind: DatasetBadge(badge.known?.id) })
    }
}

fn status(dataset: &model::Dataset) -> Status {
    Status(match (&dataset.retired, &dataset.archived) {
        (Some(_), _) => "retired",
        (None, Some(_)) => "archived",
        (None, None) => "active",
    })
}

fn unrecognized(dataset: &model::Dataset) -> Vec<Unrecognized<'_>> {
    let mut notes = Vec::new();
    note(&mut notes, "frequency", &dataset.frequency);
    note(&mut notes, "spatial.granularity", &dataset.spatial.granularity);
    note(&mut notes, "contact_points.role", dataset.contact_points.iter().filter_map(|one| one.role.as_ref()));
    note(&mut notes, "creators.role", dataset.creators.iter().filter_map(|one| one.role.as_ref()));
    access::unrecognized(&mut notes, &dataset.access);
    note(&mut notes, "themes", &dataset.themes);
    note(&mut notes, "language", &dataset.languages);
    note(&mut notes, "badges", &dataset.badges);
    note(&mut notes, "hvd_category", &dataset.hvd_category);
    notes
}

impl<'a> DatasetTranslation<'a> {
    fn all(view: &View<'_, 'a>, dataset: &'a model::Dataset) -> Vec<Self> {
        let archived = dataset.archived.as_ref().map(|archived| &archived.reason);
        let retired = dataset.retired.as_ref().map(|retired| &retired.reason);
        let mut texts = vec![&dataset.title, &dataset.description, &dataset.summary, &dataset.provenance];
        texts.push(&dataset.access.reason);
        texts.extend(archived.into_iter().chain(retired));
        let translation = |language| Self {
            language,
            title: line(said(&dataset.title, language)),
            description: present(said(&dataset.description, language)),
            description_short: line(said(&dataset.summary, language)),
            provenance: present(said(&dataset.provenance, language)),
            access_type_reason: line(said(&dataset.access.reason, language)),
            archived_reason: archived.and_then(|reason| line(said(reason, language))),
            deleted_reason: retired.and_then(|reason| line(said(reason, language))),
        };
        other_languages(view.context.language(), &texts).into_iter().map(translation).collect()
    }
}
