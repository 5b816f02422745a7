//! A dataset: its own node, then those of its parts.

use super::terms::Table;
use super::{Describer, address_of, one_line};
use crate::export::rdf::names::{Name, adms, dc, dcat, dcatap, dct, foaf, geodcat, owl, prov, rdfs, skos};
use crate::export::rdf::{Iri, Sink};
use crate::model::{Coded, Dataset, DatasetIndex, Identifier, Kind, Resource, Schema};
use crate::site::PageKey;
use crate::text::Text;
use crate::vocab::{Language, hvd, status};

/// A dataset while it is described.
pub(super) struct Subject<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) iri: String,
    /// The address of its page.
    pub(super) page: Option<String>,
    /// The language of texts that do not say theirs.
    pub(super) language: &'a str,
}

impl Subject<'_> {
    /// The IRI of one of its parts.
    pub(super) fn part<'t>(&'t self, fragment: &'t str) -> Iri<'t> {
        Iri(&self.iri, fragment)
    }

    /// The resources that are published: a withdrawn dataset has none.
    fn resources(&self) -> &[Resource] {
        if self.dataset.retired.is_some() { &[] } else { &self.dataset.resources }
    }
}

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// The IRI of a dataset.
    pub(super) fn dataset_iri(&self, index: DatasetIndex) -> String {
        self.context.iri(Kind::Dataset, self.context.site.catalog.datasets[index].header.identity.uuid)
    }

    /// A dataset with its parts and its record.
    pub(super) fn dataset(&mut self, index: DatasetIndex) {
        let dataset = &self.context.site.catalog.datasets[index];
        let one = Subject {
            dataset,
            iri: self.dataset_iri(index),
            page: self.context.page(&PageKey::Dataset(index)),
            language: match dataset.languages.as_slice() {
                [Coded { known: Some(only), .. }] => only.code,
                _ => self.context.language(),
            },
        };
        self.sink.begin(Iri::from(&one.iri), &[dcat::DATASET_CLASS, dcat::RESOURCE]);
        self.words(&one);
        self.subjects(&one);
        self.references(&one);
        self.license(&one.iri, &[dct::LICENSE], dataset.license.as_ref(), "");
        self.access(&one.iri, &dataset.access);
        self.people(&one);
        self.coverage(&one);
        self.state(&one);
        self.sink.property(dcat::DISTRIBUTION);
        for resource in one.resources() {
            self.sink.iri(one.part(&format!("#resource-{}", resource.identity.uuid)));
        }
        self.sink.end();

        self.own_parts(&one);
        self.record(&one);
        for resource in dataset.resources.iter().filter(|_| dataset.retired.is_none()) {
            self.distribution(&one, resource);
        }
    }

    fn words(&mut self, one: &Subject<'a>) {
        let dataset = one.dataset;
        self.sink.say(dct::IDENTIFIER, &dataset.header.identity.uuid.to_string());
        if let Some(page) = &one.page {
            self.sink.link(dcat::LANDING_PAGE, page);
        }
        if dataset.title.is_blank() {
            self.sink.say(dct::TITLE, dataset.slug());
        } else {
            self.titles(dct::TITLE, &dataset.title, one.language);
        }
        self.string(skos::ALT_LABEL, dataset.acronym.as_deref());
        self.description(one);
        self.titles(dct::ABSTRACT, &dataset.summary, one.language);
        self.sink.property(dcat::KEYWORD);
        for tag in dataset.tags.iter().map(|tag| one_line(tag)).filter(|tag| !tag.is_empty()) {
            self.sink.text(&tag, one.language);
        }
    }

    /// The description, with the sentence of known facts where it is short, in languages that the site can speak.
    fn description(&mut self, one: &Subject<'a>) {
        let (context, dataset) = (self.context, one.dataset);
        let spoken = |language: &str| context.site.config.languages.iter().any(|code| code == language);
        let tagged = |text: &'a Text| text.iter().filter(|(_, words)| !words.trim().is_empty());
        self.sink.property(dct::DESCRIPTION);
        if dataset.description.is_blank() {
            let titled = tagged(&dataset.title).map(|(code, _)| if code.is_empty() { one.language } else { code });
            let mut languages: Vec<&str> = titled.filter(|language| spoken(language)).collect();
            if languages.is_empty() {
                languages.push(context.language());
            }
            for language in languages {
                self.sink.text(&context.sentence(dataset, language), language);
            }
            return;
        }
        for (code, words) in tagged(&dataset.description) {
            let language = if code.is_empty() { one.language } else { code };
            if spoken(language) {
                self.sink.text(&context.description(dataset, language), language);
            } else {
                self.sink.text(&crate::export::context::words::clean(words), language);
            }
        }
    }

    /// What it is about and what sort of dataset it is.
    fn subjects(&mut self, one: &Subject<'a>) {
        let dataset = one.dataset;
        self.sink.property(dcat::THEME);
        for theme in dataset.themes.iter().filter_map(|theme| theme.known) {
            self.term(Table::Theme, theme.code, Some(theme.label));
        }
        self.unknown(dc::SUBJECT, &dataset.themes);
        self.languages(&dataset.languages);
        self.sink.property(dc::TYPE);
        for badge in &dataset.badges {
            self.sink.text(&one_line(badge.known.map_or(badge.raw.as_str(), |badge| badge.id)), "");
        }
        let has = |id: &str| dataset.badges.iter().any(|badge| badge.known.is_some_and(|badge| badge.id == id));
        let category = dataset.hvd_category.as_ref().and_then(|category| category.known);
        self.sink.property(dcatap::APPLICABLE_LEGISLATION);
        if category.is_some() || has("hvd") {
            self.term(Table::Legislation, hvd::LEGISLATION, None);
        }
        if has("inspire") {
            self.term(Table::Legislation, hvd::INSPIRE, None);
        }
        if let Some((address, label)) = category.and_then(|category| Some((category.uri?, category.label))) {
            self.sink.property(dcatap::HVD_CATEGORY);
            self.term(Table::HvdCategory, address, Some(label));
        }
    }

    /// The languages of a dataset or a resource.
    pub(super) fn languages(&mut self, languages: &'a [Coded<Language>]) {
        self.sink.property(dct::LANGUAGE);
        for language in languages.iter().filter_map(|language| language.known) {
            self.term(Table::Language, language.iso3.to_ascii_uppercase(), None);
        }
        self.unknown(dc::LANGUAGE, languages);
    }

    /// Codes that their vocabulary does not have, as they were written.
    fn unknown<T>(&mut self, name: Name, codes: &[Coded<T>]) {
        self.sink.property(name);
        for code in codes.iter().filter(|code| code.known.is_none()) {
            self.sink.text(&one_line(&code.raw), "");
        }
    }

    /// What it names: a schema, a series, identifiers, pages.
    fn references(&mut self, one: &Subject<'a>) {
        let dataset = one.dataset;
        self.schema(one, dataset.schema.as_ref(), "#schema");
        self.string(dcat::VERSION, dataset.version.as_deref());
        self.series(dataset);
        if !dataset.provenance.is_blank() {
            self.sink.link(dct::PROVENANCE, one.part("#provenance"));
        }
        self.sink.property(adms::IDENTIFIER);
        for number in 1..=dataset.identifiers.len() {
            self.sink.iri(one.part(&format!("#identifier-{number}")));
        }
        let harvest = dataset.harvest.as_deref();
        if harvest.is_some_and(|harvest| harvest.remote_id.is_some()) {
            self.sink.iri(one.part("#remote-id"));
        }
        self.address(owl::SAME_AS, harvest.and_then(|harvest| harvest.uri.as_deref()));
        self.sink.property(foaf::PAGE);
        for (address, _) in self.pages(one) {
            self.sink.iri(Iri::from(&address));
        }
    }

    /// Pages about the dataset, with their titles: its links and its documentation.
    fn pages(&self, one: &Subject<'a>) -> Vec<(String, &'a Text)> {
        let dataset = one.dataset;
        let links = dataset.links.iter().filter_map(|link| Some((address_of(&link.url)?, &link.title)));
        let documents = dataset.resources.iter().filter(|resource| resource.type_id() == "documentation");
        let documents = documents.filter(|_| dataset.retired.is_none());
        let located = |resource: &'a Resource| {
            Some((self.context.location(dataset, resource).filter(|address| super::is_iri(address))?, &resource.title))
        };
        links.chain(documents.filter_map(located)).collect()
    }

    /// The structure that data promises: an address, else a part of the dataset.
    pub(super) fn schema(&mut self, one: &Subject<'a>, schema: Option<&Schema>, fragment: &str) {
        if let Some(schema) = schema.filter(|schema| schema.name.is_some() || schema.url.is_some()) {
            self.sink.property(dct::CONFORMS_TO);
            match schema.url.as_deref().and_then(address_of) {
                Some(address) => self.sink.iri(Iri::from(&address)),
                None => self.sink.iri(one.part(fragment)),
            }
        }
    }

    /// The node of that structure.
    pub(super) fn schema_node(&mut self, one: &Subject<'a>, schema: Option<&Schema>, fragment: &str) {
        if let Some(schema) = schema.filter(|schema| schema.name.is_some() || schema.url.is_some()) {
            match schema.url.as_deref().and_then(address_of) {
                Some(address) => self.sink.begin(Iri::from(&address), &[dct::STANDARD]),
                None => self.sink.begin(one.part(fragment), &[dct::STANDARD]),
            }
            self.string(dct::TITLE, schema.name.as_deref());
            self.string(owl::VERSION_INFO, schema.version.as_deref());
            self.sink.end();
        }
    }

    fn state(&mut self, one: &Subject<'a>) {
        let dataset = one.dataset;
        let frequency = dataset.frequency.as_ref().and_then(|frequency| frequency.known);
        if let Some(frequency) = frequency {
            self.sink.property(dct::ACCRUAL_PERIODICITY);
            self.term(Table::Frequency, frequency.eu, None);
        }
        let harvested = dataset.harvest.as_deref().and_then(|harvest| harvest.issued.or(harvest.created));
        self.sink.date(dct::ISSUED, dataset.created.or(harvested).or(dataset.header.dates.created));
        self.sink.date(dct::MODIFIED, dataset.data_modified());
        let ended = match (&dataset.archived, &dataset.retired) {
            (_, Some(retired)) => Some((&status::WITHDRAWN, retired.date, &retired.reason)),
            (Some(archived), None) => Some((&status::DISCONTINUED, archived.date, &archived.reason)),
            (None, None) => None,
        };
        if let Some((state, date, reason)) = ended {
            self.sink.property(adms::STATUS);
            self.term(Table::DatasetStatus, state.code, Some(state.label));
            self.sink.date(prov::INVALIDATED_AT_TIME, date);
            self.titles(skos::CHANGE_NOTE, reason, one.language);
        }
        if let Some(next) = self.context.successor(dataset) {
            let iri = self.dataset_iri(next);
            self.sink.link(dct::IS_REPLACED_BY, &iri);
        }
        let granularity = dataset.spatial.granularity.as_ref();
        match granularity.map(|level| (level.known, level.raw.as_str())) {
            Some((Some(level), _)) => self.labels(geodcat::SPATIAL_RESOLUTION_AS_TEXT, level.label),
            Some((None, raw)) => self.string(geodcat::SPATIAL_RESOLUTION_AS_TEXT, Some(raw)),
            None => {}
        }
    }

    /// The nodes that belong to the dataset alone.
    fn own_parts(&mut self, one: &Subject<'a>) {
        let dataset = one.dataset;
        if let Some(page) = &one.page {
            self.document(page);
        }
        for (address, title) in self.pages(one) {
            self.sink.begin(Iri::from(&address), &[foaf::DOCUMENT]);
            self.titles(dct::TITLE, title, one.language);
            self.sink.end();
        }
        self.schema_node(one, dataset.schema.as_ref(), "#schema");
        if !dataset.provenance.is_blank() {
            self.sink.begin(one.part("#provenance"), &[dct::PROVENANCE_STATEMENT]);
            self.markdown(rdfs::LABEL, &dataset.provenance, one.language);
            self.sink.end();
        }
        for (number, Identifier { kind, value }) in (1..).zip(&dataset.identifiers) {
            let fragment = format!("#identifier-{number}");
            self.identifier(one.part(&fragment), value, kind.as_deref());
        }
        self.license_node(&one.iri, dataset.license.as_ref(), "");
        self.access_nodes(&one.iri, &dataset.access, one.language);
        self.people_nodes(one);
        self.coverage_nodes(one);
    }

    /// An identifier that somebody else gave.
    pub(super) fn identifier(&mut self, iri: Iri<'_>, value: &str, kind: Option<&str>) {
        self.sink.begin(iri, &[adms::IDENTIFIER_CLASS]);
        self.sink.say(skos::NOTATION, &one_line(value));
        self.string(dc::TYPE, kind);
        self.sink.end();
    }
}
