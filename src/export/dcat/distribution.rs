//! A resource as a distribution.

use std::borrow::Cow;

use super::dataset::Subject;
use super::terms::Table;
use super::{Describer, is_iri, one_line};
use crate::export::rdf::names::{adms, dc, dcat, dct, owl, spdx, xsd};
use crate::export::rdf::{Iri, Sink};
use crate::model::Resource;
use crate::vocab::checksum::Checksum;
use crate::vocab::{Format, status};

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// A distribution with its parts.
    pub(super) fn distribution(&mut self, one: &Subject<'a>, resource: &'a Resource) {
        let fragment = format!("#resource-{}", resource.identity.uuid);
        let location = self.context.location(one.dataset, resource).filter(|address| is_iri(address));
        let license = resource.license.as_ref().map(|license| (license, fragment.as_str()));
        let license = license.or_else(|| Some((one.dataset.license.as_ref()?, "")));
        let has_service = self.is_service(one, resource);

        self.sink.begin(one.part(&fragment), &[dcat::DISTRIBUTION_CLASS]);
        self.sink.say(dct::IDENTIFIER, &resource.identity.uuid.to_string());
        self.titles(dct::TITLE, &resource.title, one.language);
        self.markdown(dct::DESCRIPTION, &resource.description, one.language);
        self.resource_type(resource);
        self.addresses(one, resource, &fragment, location.as_deref());
        self.form(one, resource);
        if checksum(one, resource).is_some() {
            self.sink.link(spdx::CHECKSUM, one.part(&format!("{fragment}-checksum")));
        }
        self.sink.date(dct::ISSUED, resource.created);
        self.sink.date(dct::MODIFIED, resource.modified);
        if let Some((license, part)) = license {
            self.license(&one.iri, &[dct::LICENSE, dct::RIGHTS], Some(license), part);
        }
        self.schema(one, resource.schema.as_ref(), &format!("{fragment}-schema"));
        self.languages(&resource.languages);
        let harvest = resource.harvest.as_deref();
        self.address(owl::SAME_AS, harvest.and_then(|harvest| harvest.uri.as_deref()));
        let remote_id = format!("{fragment}-remote-id");
        if harvest.is_some_and(|harvest| harvest.remote_id.is_some()) {
            self.sink.link(adms::IDENTIFIER, one.part(&remote_id));
        }
        if has_service {
            self.sink.link(dcat::ACCESS_SERVICE, one.part(&format!("{fragment}-service")));
        }
        if one.dataset.archived.is_some() {
            self.sink.property(adms::STATUS);
            self.term(Table::DistributionStatus, status::DISCONTINUED.code, Some(status::DISCONTINUED.label));
        }
        self.sink.end();

        self.checksum(one, resource, &fragment);
        self.license_node(&one.iri, resource.license.as_ref(), &fragment);
        self.schema_node(one, resource.schema.as_ref(), &format!("{fragment}-schema"));
        self.remote_id(one.part(&remote_id), harvest);
        if let Some(address) = location.filter(|_| has_service) {
            self.access_service(one, resource, &fragment, &address);
        }
    }

    /// Whether it is an API rather than a file.
    fn is_service(&self, one: &Subject<'a>, resource: &Resource) -> bool {
        let asks = resource.type_id() == "api" || resource.known_format().is_some_and(|format| format.service);
        asks && self.context.location(one.dataset, resource).is_some_and(|address| is_iri(&address))
    }

    fn resource_type(&mut self, resource: &Resource) {
        if let Some(kind) = &resource.kind {
            let id = kind.known.map_or(kind.raw.as_str(), |kind| kind.id);
            if id != "main" {
                self.string(dc::TYPE, Some(id));
            }
        }
    }

    /// Where it is. DCAT-AP asks for an address: the page of the dataset stands in, else the IRI.
    fn addresses(&mut self, one: &Subject<'a>, resource: &Resource, fragment: &str, location: Option<&str>) {
        self.sink.property(dcat::ACCESS_URL);
        match location.or(one.page.as_deref()) {
            Some(address) => self.sink.iri(Iri::from(address)),
            None => self.sink.iri(one.part(fragment)),
        }
        if let Some(address) = location.filter(|_| resource.is_download()) {
            self.sink.link(dcat::DOWNLOAD_URL, address);
        }
    }

    /// Format, media type and size. What no public list has is kept in words.
    fn form(&mut self, one: &Subject<'a>, resource: &'a Resource) {
        let files = &one.dataset.files;
        let format = resource.format_among(files);
        let mime = resource.mime.as_deref().map(essence).filter(|mime| !mime.is_empty());
        let registered = match mime {
            Some(mime) => registered(mime),
            None => format.and_then(Format::media_type).and_then(registered),
        };
        if let Some(code) = format.and_then(|format| format.eu) {
            self.sink.property(dct::FORMAT);
            self.term(Table::FileType, code, None);
        }
        self.sink.property(dc::FORMAT);
        if format.is_none_or(|format| format.eu.is_none()) {
            let written = resource.format.as_ref().map(|format| format.raw.as_str());
            if let Some(name) = format.map(|format| format.id).or(written) {
                self.sink.text(&one_line(name), "");
            }
        }
        if let Some(mime) = mime.filter(|_| registered.is_none()) {
            self.sink.text(&one_line(mime), "");
        }
        if let Some(media_type) = registered {
            self.sink.property(dcat::MEDIA_TYPE);
            self.term(Table::MediaType, media_type, None);
        }
        if let Some(size) = resource.size_among(files) {
            self.sink.property(dcat::BYTE_SIZE);
            self.sink.typed(&size.to_string(), xsd::NON_NEGATIVE_INTEGER);
        }
    }

    fn checksum(&mut self, one: &Subject<'a>, resource: &'a Resource, fragment: &str) {
        if let Some((algorithm, value)) = checksum(one, resource) {
            self.sink.begin(one.part(&format!("{fragment}-checksum")), &[spdx::CHECKSUM_CLASS]);
            self.sink.property(spdx::ALGORITHM);
            self.term(Table::Algorithm, algorithm, None);
            self.sink.property(spdx::CHECKSUM_VALUE);
            self.sink.typed(value, xsd::HEX_BINARY);
            self.sink.end();
        }
    }

    fn access_service(&mut self, one: &Subject<'a>, resource: &Resource, fragment: &str, address: &str) {
        self.sink.begin(one.part(&format!("{fragment}-service")), &[dcat::DATA_SERVICE]);
        let title = if resource.title.is_blank() { &one.dataset.title } else { &resource.title };
        if title.is_blank() {
            self.sink.say(dct::TITLE, one.dataset.slug());
        } else {
            self.titles(dct::TITLE, title, one.language);
        }
        self.sink.link(dcat::ENDPOINT_URL, address);
        self.sink.link(dcat::SERVES_DATASET, &one.iri);
        self.sink.end();
    }
}

/// The SPDX algorithm and the digits of a checksum: of the hosted file, else as declared where they are right.
fn checksum<'s>(one: &Subject<'s>, resource: &'s Resource) -> Option<(&'static str, &'s str)> {
    if let Some(file) = resource.hosted(&one.dataset.files) {
        return Some(("checksumAlgorithm_sha256", &file.sha256));
    }
    let declared = resource.checksum.as_ref()?;
    let kind = Checksum::find(&declared.kind)?;
    let value = declared.value.trim();
    Some((kind.spdx?, value)).filter(|_| kind.accepts(value))
}

/// A media type without its parameters.
fn essence(mime: &str) -> &str {
    mime.split(';').next().unwrap_or(mime).trim()
}

/// A media type as the IANA registry has it: one of the table whose name does not begin with `x-`.
pub(super) fn registered(mime: &str) -> Option<Cow<'static, str>> {
    let known = Format::find(mime)?;
    let listed = known.mime.iter().find(|listed| listed.eq_ignore_ascii_case(mime))?;
    listed.split_once('/').filter(|(_, name)| !name.starts_with("x-")).map(|_| Cow::Borrowed(*listed))
}
