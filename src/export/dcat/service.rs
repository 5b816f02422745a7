//! APIs as data services.

use super::terms::Table;
use super::{Describer, Selection, address_of, one_line};
use crate::export::rdf::names::{dc, dcat, dct, foaf, rdfs, skos};
use crate::export::rdf::{Iri, Sink};
use crate::model::{Kind, Service};
use crate::site::PageKey;
use crate::vocab::Format;

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// The APIs of a file.
    pub(super) fn services(&mut self, selection: &Selection) {
        for place in &selection.services {
            self.service(*place, selection);
        }
    }

    fn service(&mut self, place: usize, selection: &Selection) {
        let context = self.context;
        let service = &context.site.catalog.services[place];
        let iri = context.iri(Kind::Service, service.header.identity.uuid);
        let page = context.page(&PageKey::Service(place));
        let language = context.language();
        let documentation = service.documentation.as_deref().and_then(address_of);

        self.sink.begin(Iri::from(&iri), &[dcat::DATA_SERVICE]);
        self.sink.say(dct::IDENTIFIER, &service.header.identity.uuid.to_string());
        if let Some(page) = &page {
            self.sink.link(dcat::LANDING_PAGE, page);
        }
        if service.title.is_blank() {
            self.sink.say(dct::TITLE, service.header.slug.as_str());
        } else {
            self.titles(dct::TITLE, &service.title, language);
        }
        self.string(skos::ALT_LABEL, service.acronym.as_deref());
        self.markdown(dct::DESCRIPTION, &service.description, language);
        self.sink.property(dcat::KEYWORD);
        for tag in service.tags.iter().map(|tag| one_line(tag)).filter(|tag| !tag.is_empty()) {
            self.sink.text(&tag, language);
        }
        self.endpoint(service, &iri, page.as_deref());
        if let Some(address) = &documentation {
            self.sink.link(foaf::PAGE, address);
        }
        self.service_rights(service, &iri);
        if let Some(agent) = context.publisher_of(service.organization.as_deref(), service.owner.as_deref()) {
            self.sink.property(dct::PUBLISHER);
            self.agent(agent);
        }
        self.contact_points(&iri, &service.contact_points);
        self.sink.date(dct::ISSUED, service.header.dates.created);
        self.sink.date(dct::MODIFIED, service.header.dates.modified);
        self.sink.property(dcat::SERVES_DATASET);
        for index in service.datasets.iter().filter_map(|slug| selection.dataset(context, slug)) {
            let dataset = self.dataset_iri(index);
            self.sink.iri(Iri::from(&dataset));
        }
        self.sink.end();

        for address in [&page, &documentation].into_iter().flatten() {
            self.document(address);
        }
        self.access_nodes(&iri, &service.access, language);
        if !service.rate_limiting.is_blank() {
            self.sink.begin(Iri(&iri, "#rate-limit"), &[dct::RIGHTS_STATEMENT]);
            self.titles(rdfs::LABEL, &service.rate_limiting, language);
            self.sink.end();
        }
        self.license_node(&iri, service.license.as_ref(), "");
        self.contact_nodes(&iri, &service.contact_points, language);
    }

    /// Where it answers, mandatory: its page stands in, else the IRI.
    fn endpoint(&mut self, service: &'a Service, iri: &str, page: Option<&str>) {
        let address = service.url.as_deref().and_then(address_of);
        self.sink.link(dcat::ENDPOINT_URL, address.as_deref().or(page).unwrap_or(iri));
        self.address(dcat::ENDPOINT_DESCRIPTION, service.machine_documentation.as_deref());
        let Some(written) = service.format.as_deref() else { return };
        match Format::find(written).and_then(|format| format.eu) {
            Some(code) => {
                self.sink.property(dct::FORMAT);
                self.term(Table::FileType, code, None);
            }
            None => self.string(dc::FORMAT, Some(written)),
        }
    }

    fn service_rights(&mut self, service: &'a Service, iri: &str) {
        self.license(iri, &[dct::LICENSE], service.license.as_ref(), "");
        self.access(iri, &service.access);
        if !service.rate_limiting.is_blank() {
            self.sink.iri(Iri(iri, "#rate-limit"));
        }
    }
}
