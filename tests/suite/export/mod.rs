//! What machines read, form by form.

mod api;
mod api_values;
mod citations;
mod ckan;
mod command;
mod croissant;
mod csv;
mod data_json;
mod datapackage;
mod dcat_us;
mod feeds;
mod in_pages;
mod rdf;
mod ro_crate;
mod schema_org;
mod signposts;

use std::collections::BTreeMap;

use etal::export::Exports;
use etal::site::Site;
use etal::theme::Theme;

/// The files of a form by path, as text.
pub(crate) fn written(site: &Site, form: &str) -> BTreeMap<String, String> {
    let theme = Theme::load(&BTreeMap::new()).unwrap();
    let exports = Exports::choosing(site, &theme, |exporter| exporter.id == form);
    let files = exports.files().iter().enumerate().map(|(place, file)| {
        let mut bytes = Vec::new();
        exports.write(place, &mut bytes).unwrap();
        (file.entry.path.clone(), String::from_utf8(bytes).unwrap())
    });
    files.collect()
}
