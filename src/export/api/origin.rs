//! Where a record comes from, and to whom it goes.

use std::borrow::Cow;

use super::shape::object;
use super::values::{Address, Day};
use super::view::{View, line};
use crate::model;

object! {
    /// Where a record was harvested.
    Harvest<'a> {
        /// Name of the source.
        source: Option<Cow<'a, str>>,
        /// Identifier at the source.
        remote_id: Option<Cow<'a, str>>,
        /// Page at the source.
        remote_url: Option<Address>,
        /// IRI at the source.
        uri: Option<Address>,
        /// First seen at the source.
        created_at: Option<Day>,
        /// Issued, by the source.
        issued_at: Option<Day>,
        /// Modified, by the source.
        modified_at: Option<Day>,
        /// Last harvest.
        last_update: Option<Day>,
        /// Keys kept by hand that a harvest does not touch.
        local_fields: Vec<Cow<'a, str>>,
    }
}

object! {
    /// A transfer to another producer.
    Transfer<'a> {
        /// Slug of the former producer.
        from: Option<Cow<'a, str>>,
        /// Slug of the producer to be.
        to: Option<Cow<'a, str>>,
        /// When it was asked.
        date: Option<Day>,
        /// Where it stands: pending, accepted or refused.
        status: Option<Cow<'a, str>>,
        /// Why.
        comment: Option<Cow<'a, str>>,
        /// The comment in other languages than the first of the site.
        translations: Vec<super::parts::NameTranslation<'a>>,
    }
}

impl<'a> Harvest<'a> {
    pub(super) fn new(view: &View<'_, 'a>, harvest: &'a model::Harvest) -> Self {
        Self {
            source: line(harvest.source.as_deref()),
            remote_id: line(harvest.remote_id.as_deref()),
            remote_url: view.external(harvest.remote_url.as_deref()),
            uri: view.iri(harvest.uri.as_deref()),
            created_at: harvest.created.map(Day),
            issued_at: harvest.issued.map(Day),
            modified_at: harvest.modified.map(Day),
            last_update: harvest.last_update.map(Day),
            local_fields: harvest.local_fields.iter().filter_map(|field| line(Some(field))).collect(),
        }
    }
}

impl<'a> Transfer<'a> {
    pub(super) fn new(view: &View<'_, 'a>, transfer: &'a model::Transfer) -> Self {
        Self {
            from: line(transfer.from.as_deref()),
            to: line(transfer.to.as_deref()),
            date: transfer.date.map(Day),
            status: line(transfer.status.as_deref()),
            comment: view.words(&transfer.comment),
            translations: super::parts::name_translations(view, &transfer.comment),
        }
    }
}
