//! A catalogue that is ready to push: settings, an example, pages, workflows.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value as Json;
use uuid::Uuid;

use super::descriptor::{Draft, text};
use super::flows::{Flows, Source, workflows};
use super::words::fill;
use crate::descriptor;
use crate::model::{Extras, ForgeKind, Form, Kind};
use crate::schema::{self, Document};
use crate::slug::Slug;

/// What a new catalogue is about.
#[derive(Clone, Debug)]
pub struct Begin<'a> {
    /// `fr`; anything else is English.
    pub language: &'a str,
    /// Title of the catalogue; a plain one when empty.
    pub title: &'a str,
    /// Name of its first producer; a plain one when empty.
    pub organization: &'a str,
    /// E-mail address for questions, if it is known.
    pub email: Option<&'a str>,
    /// Today, for the dates of the example.
    pub today: Date,
    /// UUIDs nobody has: of the catalogue, the organisation, the example and its resource.
    pub ids: [Uuid; 4],
    /// The workflows, and where etal is installed from.
    pub flows: Flows<'a>,
    /// The forges that get workflows.
    pub forges: &'a [ForgeKind],
}

/// The texts of one language.
struct Texts {
    title: &'static str,
    description: &'static str,
    organization: &'static str,
    describes: &'static str,
    email: &'static str,
    contact: &'static str,
    contact_by_email: &'static str,
    dataset: (&'static str, &'static str),
    pages: [(&'static str, &'static str); 3],
    data: (&'static str, &'static str),
    site: &'static str,
    readme: &'static str,
    clicks: &'static str,
    install: &'static str,
}

macro_rules! file {
    ($path:literal) => {
        include_str!(concat!("files/", $path))
    };
}

const FRENCH: Texts = Texts {
    title: "Catalogue de données",
    description: "Les données que nous publions, décrites clairement et libres d’emploi.",
    organization: "Notre organisation",
    describes: "Dire ici ce que fait l’organisation, en une ou deux phrases.",
    email: "donnees@exemple.fr",
    contact: "écrivez à **[adresse du service]**.",
    contact_by_email: "écrivez à",
    dataset: ("exemple-points-d-eau", file!("fr/dataset.yaml")),
    pages: [
        ("accessibilite", file!("fr/accessibility.md")),
        ("contact", file!("fr/contact.md")),
        ("mentions-legales", file!("fr/legal.md")),
    ],
    data: ("points-d-eau.csv", file!("fr/data.csv")),
    site: file!("fr/site.toml"),
    readme: file!("fr/README.md"),
    clicks: file!("fr/clicks.md"),
    install: "le construire depuis son dépôt, avec `cargo install`",
};

const ENGLISH: Texts = Texts {
    title: "Data catalogue",
    description: "The data we publish, plainly described and free to use.",
    organization: "Our organization",
    describes: "Say here what the organization does, in a sentence or two.",
    email: "data@example.org",
    contact: "write to **[address of the service]**.",
    contact_by_email: "write to",
    dataset: ("example-water-points", file!("en/dataset.yaml")),
    pages: [
        ("accessibility", file!("en/accessibility.md")),
        ("contact", file!("en/contact.md")),
        ("legal-notice", file!("en/legal.md")),
    ],
    data: ("water-points.csv", file!("en/data.csv")),
    site: file!("en/site.toml"),
    readme: file!("en/README.md"),
    clicks: file!("en/clicks.md"),
    install: "build it from its repository, with `cargo install`",
};

fn texts(language: &str) -> &'static Texts {
    if language.starts_with("fr") { &FRENCH } else { &ENGLISH }
}

/// How publication is switched on, in Markdown.
pub fn clicks(language: &str) -> &'static str {
    texts(language).clicks
}

/// The files of a new catalogue, by path below its root.
pub fn files(begin: &Begin<'_>) -> BTreeMap<String, Vec<u8>> {
    let texts = texts(begin.language);
    let title = or(begin.title, texts.title);
    let organization = or(begin.organization, texts.organization);
    let slug = Slug::from_text(organization);
    let [catalog, organization_id, dataset, resource] = begin.ids.map(|id| id.to_string());
    let toml = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let email = match begin.email {
        Some(email) => format!("email = {}", toml(email)),
        None => format!("# email = {}", toml(texts.email)),
    };
    let contact = match begin.email {
        Some(email) => format!("{} <{email}>.", texts.contact_by_email),
        None => texts.contact.to_owned(),
    };
    let (today, year) = (begin.today.to_string(), begin.today.year().to_string());
    let values = [
        ("id", catalog.as_str()),
        ("title", &toml(title)),
        ("heading", title),
        ("description", &toml(texts.description)),
        ("organization", slug.as_str()),
        ("organization_name", organization),
        ("email", &email),
        ("contact", &contact),
        ("contact_point", &contact_point(organization, begin.email)),
        ("dataset", texts.dataset.0),
        ("dataset_id", &dataset),
        ("resource_id", &resource),
        ("today", &today),
        ("year", &year),
        ("tool", &tool(begin.flows.source)),
        ("install", &installation(begin.flows.source, texts)),
        ("clicks", texts.clicks.trim_end()),
    ];
    let mut files = BTreeMap::new();
    let mut put = |path: String, text: String| files.insert(path, text.into_bytes());
    put(String::from("site.toml"), fill(texts.site, &values));
    put(String::from("README.md"), fill(texts.readme, &values));
    put(String::from(".gitignore"), String::from("/public/\n/.etal/\n"));
    for kind in [Kind::Dataset, Kind::Organization, Kind::Page] {
        let document = Document::Of(kind);
        put(schema::path(document), schema::text(document, begin.language));
    }
    let (name, dataset) = texts.dataset;
    let path = descriptor::path(Kind::Dataset, Form::Folder, name);
    let first = line(Kind::Dataset, &path);
    put(path, first + &fill(dataset, &values));
    put(format!("content/datasets/{name}/{}", texts.data.0), texts.data.1.to_owned());
    for (name, page) in texts.pages {
        let path = descriptor::path(Kind::Page, Form::Markdown, name);
        let first = format!("---\n{}", line(Kind::Page, &path));
        put(path, fill(page, &values).replacen("---\n", &first, 1));
    }
    let path = descriptor::path(Kind::Organization, Form::File, slug.as_str());
    let described = described_organization(begin, texts, organization, organization_id, &path);
    put(path, described);
    for kind in begin.forges {
        files.extend(workflows(*kind, &begin.flows));
    }
    files
}

/// The line that leads editors from a descriptor to its schema, which the catalogue keeps.
fn line(kind: Kind, path: &str) -> String {
    schema::modeline(&schema::way(path, Document::Of(kind)))
}

/// The tool's name, with its address where that is known.
fn tool(source: &Source) -> String {
    match source.repository() {
        "" => String::from("etal"),
        repository => format!("[etal]({repository})"),
    }
}

/// How the tool is installed, in Markdown.
fn installation(source: &Source, texts: &Texts) -> String {
    match (source.repository(), source.revision()) {
        ("", _) => texts.install.to_owned(),
        (repository, revision) => format!("`cargo install --locked --git {repository} --rev {revision} etal`"),
    }
}

fn or<'a>(text: &'a str, default: &'a str) -> &'a str {
    if text.trim().is_empty() { default } else { text.trim() }
}

/// The one contact of the example, as an item of a list.
fn contact_point(organization: &str, email: Option<&str>) -> String {
    let mut values = Extras::new();
    values.insert(String::from("name"), Json::from(organization));
    if let Some(email) = email {
        values.insert(String::from("email"), Json::from(email));
    }
    let lines = descriptor::yaml(&values);
    let lines: Vec<String> = lines
        .lines()
        .enumerate()
        .map(|(at, line)| format!("{}{line}", if at == 0 { "  - " } else { "    " }))
        .collect();
    lines.join("\n")
}

fn described_organization(begin: &Begin<'_>, texts: &Texts, name: &str, id: String, path: &str) -> String {
    let mut values = Extras::new();
    values.insert(String::from("id"), Json::from(id));
    values.insert(String::from("name"), Json::from(name));
    values.insert(String::from("description"), Json::from(texts.describes));
    if let Some(email) = begin.email {
        values.insert(String::from("email"), Json::from(email));
    }
    let schema = schema::way(path, Document::Of(Kind::Organization));
    let (kind, form) = (Kind::Organization, Form::File);
    text(&Draft { kind, form, language: begin.language, values: &values, schema: &schema })
}
