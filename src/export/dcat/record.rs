//! Catalogue records: what is known of the description rather than of the data, here and where it was harvested.

use super::Describer;
use super::dataset::Subject;
use crate::date::Moment;
use crate::export::rdf::names::{adms, dcat, dct, foaf};
use crate::export::rdf::{Iri, Sink};
use crate::model::{Dataset, Harvest};

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// Whether a dataset has a record: when its description has a date or was harvested.
    pub(super) fn has_record(dataset: &Dataset) -> bool {
        let dates = dataset.header.dates;
        dates.created.is_some() || dates.modified.is_some() || dataset.harvest.is_some()
    }

    /// The record of a dataset and, when it was harvested, that at the source.
    pub(super) fn record(&mut self, one: &Subject<'a>) {
        let dataset = one.dataset;
        if !Self::has_record(dataset) {
            return;
        }
        let dates = dataset.header.dates;
        let harvest = dataset.harvest.as_deref();
        self.sink.begin(one.part("#record"), &[dcat::CATALOG_RECORD]);
        self.sink.link(foaf::PRIMARY_TOPIC, &one.iri);
        self.sink.date(dct::ISSUED, dates.created);
        let modified = dates.modified.or_else(|| self.latest(dataset));
        self.sink.date(dct::MODIFIED, modified);
        if let Some(harvest) = harvest {
            self.sink.date(dct::DATE_ACCEPTED, harvest.last_update);
            self.sink.link(dct::SOURCE, one.part("#source"));
        }
        self.sink.end();
        if let Some(harvest) = harvest {
            self.source(one, harvest);
        }
    }

    /// The latest other date, since a record must have one; the clock when there is none at all.
    fn latest(&self, dataset: &Dataset) -> Option<Moment> {
        let harvest = dataset.harvest.as_deref();
        let harvested = harvest.and_then(|one| one.last_update.max(one.modified).max(one.issued).max(one.created));
        let known = harvested.max(dataset.header.dates.created).max(dataset.data_modified()).max(dataset.created);
        known.or_else(|| Some(Moment::from_day(self.context.site.now)))
    }

    fn source(&mut self, one: &Subject<'a>, harvest: &'a Harvest) {
        self.sink.begin(one.part("#source"), &[dcat::CATALOG_RECORD]);
        self.sink.link(foaf::PRIMARY_TOPIC, &one.iri);
        self.string(dct::TITLE, harvest.source.as_deref());
        self.sink.date(dct::CREATED, harvest.created);
        self.sink.date(dct::ISSUED, harvest.issued);
        let modified = harvest.modified.or(harvest.last_update).or(harvest.issued).or(harvest.created);
        self.sink.date(dct::MODIFIED, modified.or_else(|| self.latest(one.dataset)));
        let page = harvest.remote_url.as_deref().and_then(super::address_of);
        if let Some(page) = &page {
            self.sink.link(foaf::PAGE, page);
        }
        if harvest.remote_id.is_some() {
            self.sink.link(adms::IDENTIFIER, one.part("#remote-id"));
        }
        self.sink.end();
        if let Some(page) = &page {
            self.document(page);
        }
        if let Some(id) = &harvest.remote_id {
            self.identifier(one.part("#remote-id"), id, None);
        }
    }

    /// What a harvested file or link is called at its source.
    pub(super) fn remote_id(&mut self, iri: Iri<'_>, harvest: Option<&Harvest>) {
        if let Some(id) = harvest.and_then(|harvest| harvest.remote_id.as_deref()) {
            self.identifier(iri, id, None);
        }
    }
}
