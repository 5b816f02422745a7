//! What codes and references of a dataset stand for: licences, languages, areas, series.

use super::Context;
use super::words::line;
use crate::date::Moment;
use crate::model::{Coded, Dataset, DatasetIndex, Kind, Reuse, Service, Spatial, TemporalCoverage, ZoneRef};
use crate::text::url::external;
use crate::vocab::{Language, License};

impl<'a> Context<'a> {
    /// The address of a licence: that of the table, else the one the descriptor has in its place.
    pub fn license_url(&self, license: Option<&Coded<License>>) -> Option<String> {
        let license = license?;
        match license.known {
            Some(known) => Some(known.url).filter(|url| !url.is_empty()).map(str::to_owned),
            None => external(&license.raw),
        }
    }

    /// The title of a licence in the first language of the site, else what the descriptor has; none when it says that
    /// there is none.
    pub fn license_name(&self, license: Option<&Coded<License>>) -> Option<String> {
        let license = license?;
        match license.known {
            Some(known) => known.specified.then(|| known.title.get(self.language()).to_owned()),
            None => Some(line(&license.raw)).filter(|name| !name.is_empty()),
        }
    }

    /// The languages that are known, each once.
    pub fn languages(&self, languages: &[Coded<Language>]) -> impl Iterator<Item = &'static Language> + use<> {
        let mut found: Vec<&'static Language> = Vec::new();
        for language in languages.iter().filter_map(|language| language.known) {
            if !found.contains(&language) {
                found.push(language);
            }
        }
        found.into_iter()
    }

    /// A period as schema.org has it: `start/end`, `..` for an end that is open; none when nothing is known.
    pub fn interval(&self, temporal: &TemporalCoverage) -> Option<String> {
        let date = |moment: Option<Moment>| moment.map_or_else(|| String::from(".."), |moment| moment.to_string());
        (!temporal.is_empty()).then(|| format!("{}/{}", date(temporal.start), date(temporal.end)))
    }

    /// West, south, east, north, when all four are numbers.
    pub fn bbox<'t>(&self, spatial: &'t Spatial) -> Option<&'t [String; 4]> {
        let is_number = |text: &String| text.parse::<f64>().is_ok_and(f64::is_finite);
        spatial.bbox.as_ref().filter(|bbox| bbox.iter().all(is_number))
    }

    /// The name of an area in the first language of the site; its id when it has no name.
    pub fn zone_name(&self, zone: &ZoneRef) -> String {
        let said = self.title(&zone.name);
        if !said.is_empty() {
            return said;
        }
        zone.known.map_or_else(|| line(&zone.id), |zone| zone.label.get(self.language()).to_owned())
    }

    /// The title of the series of a dataset, with its place when the catalogue has a dataset of it. None when that is a
    /// draft.
    pub fn series(&self, dataset: &Dataset) -> Option<(String, Option<DatasetIndex>)> {
        let series = dataset.series.as_deref()?;
        let catalog = &self.site.catalog;
        if let Some(index) = catalog.dataset_index(series) {
            let other = &catalog.datasets[index];
            return (!other.private).then(|| (self.dataset_title(other), Some(index)));
        }
        let is_draft = catalog.drafts.iter().any(|(kind, slug)| *kind == Kind::Dataset && slug.as_str() == series);
        let title = line(series);
        (!is_draft && !title.is_empty()).then_some((title, None))
    }

    /// The dataset that takes the place of another, unless it is a draft.
    pub fn successor(&self, dataset: &Dataset) -> Option<DatasetIndex> {
        let catalog = &self.site.catalog;
        let index = catalog.dataset_index(dataset.replaced_by.as_deref()?)?;
        (!catalog.datasets[index].private).then_some(index)
    }

    /// The reuses of a dataset that have a page.
    pub fn reuses(&self, index: DatasetIndex) -> impl Iterator<Item = (usize, &'a Reuse)> + use<'a> {
        let site = self.site;
        let places = site.relations.reuses.get(index).map_or(&[][..], Vec::as_slice);
        places.iter().map(move |place| (*place, &site.catalog.reuses[*place])).filter(|(_, reuse)| !reuse.private)
    }

    /// The datasets of a list of slugs that have a page, in the order of the list.
    pub fn datasets_of(&self, slugs: &'a [String]) -> impl Iterator<Item = (DatasetIndex, &'a Dataset)> + use<'a> {
        let catalog = &self.site.catalog;
        let found = slugs.iter().filter_map(|slug| catalog.dataset_index(slug));
        found.map(|index| (index, &catalog.datasets[index])).filter(|(_, dataset)| !dataset.private)
    }

    /// The APIs that serve a dataset and have a page.
    pub fn services(&self, index: DatasetIndex) -> impl Iterator<Item = (usize, &'a Service)> + use<'a> {
        let site = self.site;
        let places = site.relations.services.get(index).map_or(&[][..], Vec::as_slice);
        places.iter().map(move |place| (*place, &site.catalog.services[*place])).filter(|(_, service)| !service.private)
    }
}
