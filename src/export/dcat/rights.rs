//! Licences and access.

use std::borrow::Cow;

use super::terms::{LICENSE, Table};
use super::{Describer, address_of, one_line};
use crate::export::rdf::names::{Name, dc, dct, foaf, rdfs};
use crate::export::rdf::{Iri, Sink};
use crate::model::{Access, Coded};
use crate::vocab::access::eu_access_right;
use crate::vocab::{License, Term};

/// How a licence is written.
enum Form<'a> {
    /// By a code or an address of the table.
    Known(&'static License),
    /// By an address that the table does not have.
    Address(String),
    /// As a part of the dataset: there is no address for it.
    Own(&'a str),
    /// Not at all: it only says that no licence was chosen.
    Unsaid(&'a str),
}

fn form(license: &Coded<License>) -> Form<'_> {
    match license.known {
        Some(known) if !known.specified => Form::Unsaid(known.id),
        Some(known) if known.eu.is_some() || !known.url.is_empty() => Form::Known(known),
        Some(_) => Form::Own(&license.raw),
        None => address_of(&license.raw).map_or(Form::Own(&license.raw), Form::Address),
    }
}

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// A licence as the value of some properties. `part` is the fragment of what it is the licence of, if not the
    /// dataset.
    pub(super) fn license(&mut self, iri: &str, names: &[Name], license: Option<&'a Coded<License>>, part: &str) {
        let Some(license) = license else { return };
        for name in names {
            self.sink.property(*name);
            match form(license) {
                Form::Known(known) => self.license_term(known),
                Form::Address(address) => self.term(Table::LicenseAddress, Cow::Owned(address), None),
                Form::Own(_) => self.sink.iri(Iri(iri, &own(part))),
                Form::Unsaid(_) => {}
            }
        }
        if let Form::Unsaid(id) = form(license) {
            self.sink.say(dc::RIGHTS, id);
        }
    }

    /// The node of a licence that has no address.
    pub(super) fn license_node(&mut self, iri: &str, license: Option<&'a Coded<License>>, part: &str) {
        let Some(license) = license else { return };
        if let Form::Own(raw) = form(license) {
            self.sink.begin(Iri(iri, &own(part)), LICENSE);
            match license.known {
                Some(known) => self.labels(rdfs::LABEL, known.title),
                None => self.sink.say(rdfs::LABEL, &one_line(raw)),
            }
            self.sink.end();
        }
    }

    /// Who may use something: the EU code, and statements of what it does not say.
    pub(super) fn access(&mut self, iri: &str, access: &'a Access) {
        if let Some(kind) = access.kind.as_ref().and_then(|kind| kind.known) {
            self.sink.property(dct::ACCESS_RIGHTS);
            self.term(Table::AccessRight, eu_access_right(kind.id), None);
        }
        self.sink.property(dct::RIGHTS);
        if has_statement(access) {
            self.sink.iri(Iri(iri, "#access"));
        }
        let reason = access.reason_category.as_ref().and_then(|reason| reason.known);
        if let Some((address, label)) = reason.and_then(|reason| Some((reason.uri?, reason.label))) {
            self.term(Table::Reason, address, Some(label));
        }
        for audience in access.audiences.iter().filter_map(|audience| audience.role.known) {
            self.sink.iri(Iri(iri, &format!("#access-{}", audience.id)));
        }
    }

    /// The nodes of those statements.
    pub(super) fn access_nodes(&mut self, iri: &str, access: &'a Access, language: &str) {
        if has_statement(access) {
            let page = access.url.as_deref().and_then(address_of);
            self.sink.begin(Iri(iri, "#access"), &[dct::RIGHTS_STATEMENT]);
            match access.kind.as_ref().and_then(|kind| kind.known) {
                Some(kind) => self.labels(rdfs::LABEL, kind.label),
                None => self.titles(rdfs::LABEL, &access.reason, language),
            }
            self.markdown(dct::DESCRIPTION, &access.reason, language);
            if let Some(page) = &page {
                self.sink.link(foaf::PAGE, page);
            }
            self.sink.end();
            if let Some(page) = &page {
                self.document(page);
            }
        }
        for audience in &access.audiences {
            let Some(role) = audience.role.known else { continue };
            self.sink.begin(Iri(iri, &format!("#access-{}", role.id)), &[dct::RIGHTS_STATEMENT]);
            self.audience(role, audience.condition.as_ref());
            self.sink.end();
        }
    }

    fn audience(&mut self, role: &'static Term, condition: Option<&Coded<Term>>) {
        match condition.and_then(|condition| condition.known) {
            Some(condition) => {
                self.sink.property(rdfs::LABEL);
                self.sink.text(&format!("{}: {}", role.label.en, condition.label.en), "en");
                self.sink.text(&format!("{}\u{a0}: {}", role.label.fr, condition.label.fr), "fr");
                self.sink.say(dc::TYPE, condition.id);
            }
            None => self.labels(rdfs::LABEL, role.label),
        }
    }
}

/// The fragment of a licence without an address.
fn own(part: &str) -> String {
    if part.is_empty() { String::from("#license") } else { format!("{part}-license") }
}

/// Whether the EU code alone does not say all.
fn has_statement(access: &Access) -> bool {
    let with_account =
        access.kind.as_ref().and_then(|kind| kind.known).is_some_and(|kind| kind.id == "open_with_account");
    with_account || !access.reason.is_blank() || access.url.as_deref().and_then(address_of).is_some()
}
