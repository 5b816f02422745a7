//! Fields of an editor: the widget of each form of value.

use serde_json::{Value as Json, json};

use crate::model::{Extras, Form, Kind, Lookup};
use crate::schema::{Document, Group, Key, List, Shape, note};
use crate::site::Site;
use crate::text::Text;

/// Things that are chosen from a list; when there are more, their slugs are written.
const MAX_CHOICES: usize = 300;
/// A year, a month or a day, which no calendar widget keeps as it was written.
const DATE: &str = r"^\d{4}(-\d{2}(-\d{2}(T.+)?)?)?$";

/// What the fields of a kind depend on.
pub(super) struct Fields<'a> {
    site: &'a Site,
    /// Languages of texts; none where texts are plain.
    languages: Vec<&'a str>,
    language: &'a str,
}

impl<'a> Fields<'a> {
    /// Texts are by language where a site has several languages and most titles of that kind are.
    pub(super) fn of(site: &'a Site, kind: Kind) -> Self {
        let languages = if is_by_language(site, kind) {
            site.config.languages.iter().map(String::as_str).collect()
        } else {
            Vec::new()
        };
        Self { site, languages, language: site.config.language() }
    }

    /// The way to the words of a text in the first language.
    pub(super) fn path_of_text(&self, key: &str) -> String {
        self.languages.first().map_or_else(|| key.to_owned(), |language| format!("{key}.{language}"))
    }

    /// All fields of a descriptor of that form.
    pub(super) fn all(&self, document: Document, form: Form) -> Vec<Json> {
        let body = if document == Document::Of(Kind::Page) { "body" } else { "description" };
        let mut fields = Vec::new();
        for key in document.group().keys {
            let is_body = form.is_markdown() && key.key == body;
            let Some(mut field) = self.field(key, document, document.group().required.contains(&key.key)) else {
                continue;
            };
            if is_body {
                // The text below the front matter has this name, and one language.
                field.insert("name".into(), "body".into());
                field.insert("widget".into(), "markdown".into());
                field.remove("fields");
                field.remove("collapsed");
            }
            fields.push(Json::Object(field));
        }
        fields
    }

    /// A field; none for values that a form cannot hold: free ones, geometries.
    fn field(&self, key: &'static Key, document: Document, is_required: bool) -> Option<Extras> {
        let mut field = Extras::new();
        field.insert("name".into(), key.key.into());
        field.insert("label".into(), key.name.get(self.language).into());
        field.insert("required".into(), is_required.into());
        field.insert("hint".into(), note(document, key).get(self.language).into());
        self.widget(key.shape, document, &mut field)?;
        Some(field)
    }

    fn widget(&self, shape: Shape, document: Document, field: &mut Extras) -> Option<()> {
        let mut put = |key: &str, value: Json| field.insert(key.to_owned(), value);
        match shape {
            Shape::Free | Shape::Geometry | Shape::Rules | Shape::Exports => return None,
            Shape::Uuid | Shape::Line(_) | Shape::Fixed(_) => drop(put("widget", "string".into())),
            Shape::Text(max) => self.text(if max.is_some() { "string" } else { "text" }, field),
            Shape::Markdown => self.text("markdown", field),
            Shape::Date | Shape::Period | Shape::State => {
                put("widget", "string".into());
                let words =
                    if self.language == "fr" { "AAAA, AAAA-MM ou AAAA-MM-JJ" } else { "YYYY, YYYY-MM or YYYY-MM-DD" };
                put("pattern", json!([DATE, words]));
            }
            Shape::Boolean => drop(put("widget", "boolean".into())),
            Shape::Count => {
                put("widget", "number".into());
                put("value_type", "int".into());
                put("min", 0.into());
            }
            Shape::Number(_) => {
                put("widget", "number".into());
                put("value_type", "float".into());
            }
            // A format that nobody knows is kept as written.
            Shape::Code(List::Format) => drop(put("widget", "string".into())),
            Shape::Code(list) => {
                put("widget", "select".into());
                put("options", self.options(list));
            }
            Shape::Choice(choices) => {
                put("widget", "select".into());
                let options = choices.iter().map(|(word, label)| option(word, label.get(self.language)));
                put("options", options.collect());
            }
            Shape::Slug(kind) => match self.things(kind) {
                Some(options) => {
                    put("widget", "select".into());
                    put("options", options);
                }
                None => drop(put("widget", "string".into())),
            },
            Shape::BoundingBox => {
                put("widget", "list".into());
                put("min", 4.into());
                put("max", 4.into());
                let label = if self.language == "fr" { "Degrés" } else { "Degrees" };
                put("field", json!({ "name": "degrees", "label": label, "widget": "number", "value_type": "float" }));
            }
            Shape::Group(group) => {
                put("widget", "object".into());
                put("collapsed", true.into());
                put("fields", self.inside(group, document));
            }
            Shape::List(item) => self.list(*item, document, field),
        }
        Some(())
    }

    fn list(&self, item: Shape, document: Document, field: &mut Extras) {
        let mut put = |key: &str, value: Json| field.insert(key.to_owned(), value);
        let options = match item {
            Shape::Code(list) => Some(self.options(list)),
            Shape::Slug(kind) => self.things(kind),
            _ => None,
        };
        match (item, options) {
            (_, Some(options)) => {
                put("widget", "select".into());
                put("multiple", true.into());
                put("options", options);
            }
            (Shape::Group(group), None) => {
                put("widget", "list".into());
                put("collapsed", true.into());
                put("fields", self.inside(group, document));
            }
            (_, None) => {
                let label = field.get("label").cloned().unwrap_or_default();
                field.insert("widget".into(), "list".into());
                field.insert("field".into(), json!({ "name": "value", "label": label, "widget": "string" }));
            }
        }
    }

    /// Fields of a mapping inside a descriptor: none is asked for, since the mapping itself may be absent.
    fn inside(&self, group: &'static Group, document: Document) -> Json {
        let own = if std::ptr::eq(group, Document::Resource.group()) { Document::Resource } else { document };
        group.keys.iter().filter_map(|key| self.field(key, own, false).map(Json::Object)).collect()
    }

    fn text(&self, widget: &str, field: &mut Extras) {
        if self.languages.is_empty() {
            field.insert("widget".into(), widget.into());
            return;
        }
        field.insert("widget".into(), "object".into());
        let of = |(at, language): (usize, &&str)| {
            let is_required = at == 0 && field.get("required") == Some(&Json::Bool(true));
            json!({ "name": language, "label": language, "widget": widget, "required": is_required })
        };
        let fields: Vec<Json> = self.languages.iter().enumerate().map(of).collect();
        field.insert("fields".into(), fields.into());
    }

    fn options(&self, list: List) -> Json {
        list.rows().into_iter().map(|(code, label)| option(code, label.get(self.language))).collect()
    }

    /// The things of a kind by slug and name; none when there are none, or too many to choose from.
    fn things(&self, kind: Kind) -> Option<Json> {
        let catalog = &self.site.catalog;
        let named = |slug: &str, name: &Text| {
            let name = name.get(self.language).map_or(slug, |(name, _)| name);
            option(slug, name)
        };
        let options: Vec<Json> = match kind {
            Kind::Dataset => catalog.datasets.iter().map(|one| named(one.slug(), &one.title)).collect(),
            Kind::Organization => {
                catalog.organizations.iter().map(|one| named(one.header().slug.as_str(), &one.name)).collect()
            }
            Kind::Person => catalog.people.iter().map(|one| named(one.header().slug.as_str(), &one.name)).collect(),
            Kind::Reuse => catalog.reuses.iter().map(|one| named(one.header().slug.as_str(), &one.title)).collect(),
            Kind::Service => catalog.services.iter().map(|one| named(one.header().slug.as_str(), &one.title)).collect(),
            Kind::Topic => catalog.topics.iter().map(|one| named(one.header().slug.as_str(), &one.title)).collect(),
            Kind::Page | Kind::Site => Vec::new(),
        };
        (1..=MAX_CHOICES).contains(&options.len()).then(|| options.into())
    }
}

fn option(value: &str, label: &str) -> Json {
    json!({ "label": label, "value": value })
}

/// Whether most titles of a kind say their language.
pub(super) fn is_by_language(site: &Site, kind: Kind) -> bool {
    if site.config.languages.len() < 2 {
        return false;
    }
    let catalog = &site.catalog;
    let titles: Vec<&Text> = match kind {
        Kind::Dataset => catalog.datasets.iter().map(|one| &one.title).collect(),
        Kind::Organization => catalog.organizations.iter().map(|one| &one.name).collect(),
        Kind::Page => catalog.pages.iter().map(|one| &one.title).collect(),
        Kind::Person => catalog.people.iter().map(|one| &one.name).collect(),
        Kind::Reuse => catalog.reuses.iter().map(|one| &one.title).collect(),
        Kind::Service => catalog.services.iter().map(|one| &one.title).collect(),
        Kind::Topic => catalog.topics.iter().map(|one| &one.title).collect(),
        Kind::Site => Vec::new(),
    };
    let said = titles.iter().filter(|title| title.iter().any(|(language, _)| !language.is_empty())).count();
    said * 2 > titles.len() || titles.is_empty()
}
