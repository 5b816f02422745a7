//! What is searched of a dataset: its texts by field, each with its language.

use crate::markdown::plain_text;
use crate::model::Dataset;
use crate::site::Site;
use crate::text::Text;

use super::order::producer;

/// A part of a dataset that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(usize)]
pub enum Field {
    /// Title and acronym.
    Title,
    /// Keywords.
    Tags,
    /// Name of whoever publishes it.
    Organization,
    /// Summary and description.
    Description,
    /// Titles and formats of resources.
    Resources,
    /// Names of the columns of hosted tables.
    Columns,
}

impl Field {
    /// All fields, in the order in which scores are added.
    pub const ALL: [Self; 6] =
        [Self::Title, Self::Tags, Self::Organization, Self::Description, Self::Resources, Self::Columns];

    /// Its name in `site.toml` and in the index.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Tags => "tags",
            Self::Organization => "organization",
            Self::Description => "description",
            Self::Resources => "resources",
            Self::Columns => "columns",
        }
    }
}

/// Characters of a description that are searched.
const MAX_DESCRIPTION: usize = 20_000;

/// Calls `each` with the texts of a dataset: field, language, words.
pub(crate) fn texts(site: &Site, dataset: &Dataset, mut each: impl FnMut(Field, &str, &str)) {
    let own = own_language(site, dataset);
    let mut all = |field, text: &Text| {
        for (language, words) in text.iter() {
            each(field, if language.is_empty() { own } else { language }, words);
        }
    };
    all(Field::Title, &dataset.title);
    all(Field::Description, &dataset.summary);
    for resource in &dataset.resources {
        all(Field::Resources, &resource.title);
    }
    if let Some(organization) = dataset.organization.as_deref().and_then(|slug| site.catalog.organization(slug)) {
        all(Field::Organization, &organization.name);
    } else if let Some(person) = dataset.owner.as_deref().and_then(|slug| site.catalog.person(slug)) {
        all(Field::Organization, &person.name);
    } else {
        each(Field::Organization, own, producer(dataset));
    }
    for (language, markdown) in dataset.description.iter() {
        let language = if language.is_empty() { own } else { language };
        each(Field::Description, language, &plain_text(markdown, MAX_DESCRIPTION));
    }
    if let Some(acronym) = &dataset.acronym {
        each(Field::Title, own, acronym);
    }
    for tag in &dataset.tags {
        each(Field::Tags, own, tag);
    }
    formats(dataset, own, &mut each);
    for column in dataset.files.iter().filter_map(|file| file.table.as_ref()).flat_map(|table| &table.columns) {
        each(Field::Columns, own, &column.name);
    }
}

fn formats(dataset: &Dataset, own: &str, each: &mut impl FnMut(Field, &str, &str)) {
    let mut seen: Vec<&str> = Vec::new();
    for format in dataset.resources.iter().filter_map(|resource| resource.known_format()) {
        if !seen.contains(&format.id) {
            seen.push(format.id);
            each(Field::Resources, own, format.id);
            if !format.label.en.eq_ignore_ascii_case(format.id) {
                each(Field::Resources, own, format.label.en);
            }
        }
    }
}

/// The language of texts that say none: the dataset's only one, else the site's.
fn own_language<'a>(site: &'a Site, dataset: &Dataset) -> &'a str {
    match dataset.languages.as_slice() {
        [one] => one.known.map_or(site.config.language(), |language| language.code),
        _ => site.config.language(),
    }
}
