//! The catalogue itself, whole or of one producer, and the pages it is read by.

use super::terms::Table;
use super::{Describer, Selection};
use crate::date::Moment;
use crate::export::rdf::names::{dcat, dct, foaf, hydra, skos, xsd};
use crate::export::rdf::{Iri, Sink};
use crate::export::{Agent, Entry, Scope};
use crate::model::{Dataset, Kind};
use crate::site::{FacetKind, PageKey};
use crate::slug::Slug;
use crate::vocab::{Label, Language};

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// The IRI of the catalogue.
    pub(super) fn site_iri(&self) -> String {
        self.context.iri(Kind::Site, self.context.site.catalog.id)
    }

    /// The catalogue with what it lists.
    pub(super) fn catalog(&mut self, entry: &Entry, selection: &Selection) {
        let site_iri = self.site_iri();
        let producer = match entry.scope {
            Scope::Organization(place) => Some((place, self.producer(place))),
            _ => None,
        };
        let iri = producer.map_or_else(|| site_iri.clone(), |(_, agent)| format!("{}#catalog", self.agent_iri(agent)));
        let publisher = producer.map(|(_, agent)| agent).or_else(|| self.context.site_publisher());
        let home = producer.map_or(PageKey::Home, |(place, _)| PageKey::Facet(FacetKind::Organization, place, 1));
        let home = self.context.page(&home);
        let classes: &[_] =
            if entry.scope == Scope::Part { &[dcat::CATALOG, hydra::COLLECTION] } else { &[dcat::CATALOG] };

        self.sink.begin(Iri::from(&iri), classes);
        self.names(producer.map(|(_, agent)| agent));
        match publisher {
            Some(agent) => {
                self.sink.property(dct::PUBLISHER);
                self.agent(agent);
            }
            None => {
                self.sink.property(dct::PUBLISHER);
                self.sink.iri(Iri(&site_iri, "#publisher"));
            }
        }
        self.site_languages();
        let themes = Label::new("Data theme", "Thème de données");
        self.sink.property(dcat::THEME_TAXONOMY);
        self.term(Table::Themes, "http://publications.europa.eu/resource/authority/data-theme", Some(themes));
        if let Some(home) = &home {
            self.sink.link(foaf::HOMEPAGE, home);
        }
        self.dates(selection);
        if entry.scope == Scope::Part {
            let view = self.context.address(&entry.path).unwrap_or_default();
            self.sink.link(hydra::VIEW, &view);
            let total = self.context.datasets().count().to_string();
            self.sink.property(hydra::TOTAL_ITEMS);
            self.sink.typed(&total, xsd::NON_NEGATIVE_INTEGER);
        }
        self.lists(selection);
        self.snapshots(entry);
        self.sink.end();
        self.snapshot_nodes(entry);

        if let Some(home) = &home {
            self.document(home);
        }
        if publisher.is_none() {
            self.sink.begin(Iri(&site_iri, "#publisher"), &[foaf::AGENT]);
            self.titles(foaf::NAME, &self.context.site.config.title, "");
            self.email(foaf::MBOX, self.context.site.config.email.as_deref());
            self.sink.end();
        }
    }

    /// The producer of a file.
    fn producer(&self, place: usize) -> Agent<'a> {
        let site = self.context.site;
        self.context.organization(&site.facet(FacetKind::Organization).values[place].slug)
    }

    /// Title and description. A catalogue of a producer has the name of both in its title.
    fn names(&mut self, producer: Option<Agent<'a>>) {
        let config = &self.context.site.config;
        let first = self.context.language();
        match producer {
            None => {
                self.titles(dct::TITLE, &config.title, first);
                let described = !config.description.is_blank();
                self.markdown(dct::DESCRIPTION, if described { &config.description } else { &config.title }, first);
            }
            Some(agent) => {
                let names: Vec<(&str, String)> = config
                    .languages
                    .iter()
                    .map(|code| (code.as_str(), format!("{} – {}", agent.name(code), config.title_in(code))))
                    .collect();
                for name in [dct::TITLE, dct::DESCRIPTION] {
                    self.sink.property(name);
                    for (code, words) in &names {
                        self.sink.text(&super::one_line(words), code);
                    }
                }
            }
        }
    }

    fn site_languages(&mut self) {
        self.sink.property(dct::LANGUAGE);
        for language in self.context.site.config.languages.iter().filter_map(|code| Language::find(code)) {
            self.term(Table::Language, language.iso3.to_ascii_uppercase(), None);
        }
    }

    /// Earliest and latest date of what it lists.
    fn dates(&mut self, selection: &Selection) {
        let datasets = || selection.datasets.iter().map(|index| &self.context.site.catalog.datasets[*index]);
        let modified = |dataset: &Dataset| dataset.header.dates.modified.max(dataset.last_update());
        let issued: Option<Moment> = datasets().filter_map(Dataset::first_published).min();
        let modified: Option<Moment> = datasets().filter_map(modified).max();
        self.sink.date(dct::ISSUED, issued);
        self.sink.date(dct::MODIFIED, modified);
    }

    fn lists(&mut self, selection: &Selection) {
        let context = self.context;
        let catalog = &context.site.catalog;
        let iris: Vec<String> = selection.datasets.iter().map(|index| self.dataset_iri(*index)).collect();
        self.sink.property(dcat::DATASET);
        iris.iter().for_each(|iri| self.sink.iri(Iri::from(iri)));
        self.sink.property(dcat::RECORD);
        for (index, iri) in selection.datasets.iter().zip(&iris) {
            if Self::has_record(&catalog.datasets[*index]) {
                self.sink.iri(Iri(iri, "#record"));
            }
        }
        self.sink.property(dcat::SERVICE);
        for place in &selection.services {
            let iri = context.iri(Kind::Service, catalog.services[*place].header.identity.uuid);
            self.sink.iri(Iri::from(&iri));
        }
    }

    /// Which page of the catalogue this is, of how many. The one node of its class: udata takes the first.
    pub(super) fn view(&mut self, page: usize, pages: usize, extension: &str) {
        let address = |page: usize| self.context.address(&format!("catalog/{page}.{extension}")).unwrap_or_default();
        let (this, first, last) = (address(page), address(1), address(pages));
        let previous = (page > 1).then(|| address(page - 1));
        let next = (page < pages).then(|| address(page + 1));
        self.sink.begin(Iri::from(&this), &[hydra::PARTIAL_COLLECTION_VIEW]);
        self.sink.link(hydra::FIRST, &first);
        for (name, page) in [(hydra::PREVIOUS, previous), (hydra::NEXT, next)] {
            if let Some(page) = page {
                self.sink.link(name, &page);
            }
        }
        self.sink.link(hydra::LAST, &last);
        self.sink.end();
    }

    /// The series of a dataset as a value, remembered to be described.
    pub(super) fn series(&mut self, dataset: &'a Dataset) {
        let Some((title, place)) = self.context.series(dataset) else { return };
        let name = dataset.series.as_deref().unwrap_or_default();
        let slug = Slug::from_text(name).to_string();
        let site = self.site_iri();
        self.sink.property(dcat::IN_SERIES);
        self.sink.iri(Iri(&site, &format!("#series-{slug}")));
        self.series.entry(slug).or_insert((title, place.map(|_| name)));
    }

    /// Describes the used series.
    pub(super) fn all_series(&mut self) {
        let site = self.site_iri();
        for (slug, (title, dataset)) in std::mem::take(&mut self.series) {
            let about = self.context.messages().fill("export.series", &[("title", &title)]);
            self.sink.begin(Iri(&site, &format!("#series-{slug}")), &[dcat::DATASET_SERIES]);
            self.sink.say(dct::TITLE, &title);
            self.sink.property(dct::DESCRIPTION);
            self.sink.text(&about, self.context.language());
            self.string(skos::NOTATION, dataset);
            self.sink.end();
        }
    }

    /// A page on the web.
    pub(super) fn document(&mut self, address: &str) {
        self.sink.begin(Iri::from(address), &[foaf::DOCUMENT]);
        self.sink.end();
    }
}
