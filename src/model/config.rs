//! The settings of a catalogue: what `site.toml` says.

use std::collections::BTreeMap;

use super::{Header, ListedSnapshot};
use crate::text::Text;

/// The settings of a catalogue. Absent keys have the default named here.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Identity (the catalogue's UUID, `id`), source and faults.
    pub header: Header,
    /// Title of the catalogue.
    pub title: Text,
    /// One or two sentences about it.
    pub description: Text,
    /// Public address of the site, with a final slash; none when it is not known.
    pub base_url: Option<String>,
    /// Languages of the site, the first at the root. French and English are complete; default `["en"]`.
    pub languages: Vec<String>,
    /// Name of the theme; default `default`.
    pub theme: String,
    /// Slug of the organisation that publishes the catalogue.
    pub publisher: Option<String>,
    /// Address to write to about the catalogue.
    pub email: Option<String>,
    /// Path of a logo below `content/static/`.
    pub logo: Option<String>,
    /// Path of an icon for browser tabs below `content/static/`.
    pub favicon: Option<String>,
    /// Where the descriptors are kept and edited.
    pub forge: Option<Forge>,
    /// Score profile that pages show; default `six-criteria`.
    pub profile: String,
    /// Rules whose severity is set, by name or code.
    pub rules: BTreeMap<String, RuleSetting>,
    /// Links of the menu; a default menu when empty.
    pub menu: Vec<MenuLink>,
    /// Text of the footer, Markdown.
    pub footer: Text,
    /// Colours of the light scheme.
    pub light: Colors,
    /// Colours of the dark scheme.
    pub dark: Colors,
    /// Datasets on a page of a list; default 50.
    pub page_size: usize,
    /// Whether pages leave minified; default true.
    pub minify: bool,
    /// Whether there is a page where a dataset can be proposed; default true.
    pub propose: bool,
    /// Whether there is a search page; `search = "none"` leaves it out.
    pub search: bool,
    /// How much a word counts in each part of a dataset.
    pub boosts: Boosts,
    /// Hosted formats that a browser would run and that are published all the same.
    pub allowed_executable: Vec<String>,
    /// Example searches on the home page.
    pub examples: Vec<String>,
    /// Machine forms that are switched on or off, by name; the others are as [`EXPORTS`] has them.
    pub exports: BTreeMap<String, bool>,
    /// Its snapshots, newest first.
    pub snapshots: Vec<ListedSnapshot>,
}

/// The machine forms by name, and whether a site has them unless it says otherwise. On its own a dataset gets at most
/// four files: Turtle, JSON-LD, JSON of the API, and a data package where files are hosted.
pub const EXPORTS: [(&str, bool); 20] = [
    ("turtle", true),
    ("rdf-xml", true),
    ("json-ld", true),
    ("data-json", true),
    ("dcat-us", true),
    ("datapackage", true),
    ("croissant", false),
    ("ro-crate", false),
    ("api", true),
    ("ckan", false),
    ("csv", true),
    ("atom", true),
    ("json-feed", true),
    ("bibtex", false),
    ("csl-json", false),
    ("sitemap", true),
    ("robots", true),
    ("opensearch", true),
    ("llms", true),
    ("json-schema", true),
];

/// How much a word counts for the order of search results, by the part of a dataset that has it; 0 to 100, 0 being not
/// at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boosts {
    /// Title and acronym; default 4.
    pub title: f64,
    /// Keywords; default 3.
    pub tags: f64,
    /// Name of the organisation; default 2.
    pub organization: f64,
    /// Summary and description; default 1.
    pub description: f64,
    /// Titles and formats of resources; default 1.
    pub resources: f64,
    /// Names of columns of hosted tables; default 1.
    pub columns: f64,
}

impl Default for Boosts {
    fn default() -> Self {
        Self { title: 4.0, tags: 3.0, organization: 2.0, description: 1.0, resources: 1.0, columns: 1.0 }
    }
}

/// A forge: where people propose changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forge {
    /// Its software.
    pub kind: ForgeKind,
    /// Address of the repository, without a final slash.
    pub url: String,
    /// Branch that is published; default `main`.
    pub branch: String,
    /// Folder of the catalogue in the repository; empty for its top.
    pub folder: String,
    /// Names on the forge of those who answer for the catalogue, without `@`.
    pub owners: Vec<String>,
}

/// Software of a forge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForgeKind {
    /// GitHub.
    GitHub,
    /// GitLab.
    GitLab,
    /// Gitea or Forgejo.
    Forgejo,
}

/// The severity set for a rule in `[rules]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleSetting {
    /// Not shown. It still counts for the score.
    Off,
    /// Worth knowing.
    Info,
    /// Worth mending.
    Warning,
    /// To be mended.
    Error,
}

/// A link of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuLink {
    /// Its words.
    pub label: Text,
    /// The path of a page of the site such as `datasets/`, or a whole address.
    pub path: String,
}

/// Colours of one scheme by token (`accent`, `fill`, …), as `#rrggbb`.
pub type Colors = BTreeMap<String, String>;

impl Config {
    /// The language of the pages at the root.
    pub fn language(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// The title for a reader of `language`.
    pub fn title_in(&self, language: &str) -> &str {
        self.title.get(language).map_or("", |(title, _)| title)
    }
}
