//! The plan: every file the site will have, before any is made.

use super::{FacetKind, Site};
use crate::model::{DatasetIndex, Lookup};

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Artifact {
    /// Its path below the site's root, `/` between names.
    pub path: String,
    /// What it is.
    pub kind: ArtifactKind,
}

/// What a file of the site is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArtifactKind {
    /// A page in the language at this place of `config.languages`.
    Page(usize, PageKey),
    /// A file of a dataset: its place, and the file's place in the dataset's list.
    Hosted(DatasetIndex, usize),
    /// A file of `content/static/`, by its place.
    Static(usize),
    /// A file of the theme, by its name there; the path has its digest.
    Asset(String),
    /// A file of the search, by its place.
    Search(usize),
    /// A file that machines read, by its place.
    Export(usize),
    /// The empty file that keeps GitHub Pages from running Jekyll.
    NoJekyll,
}

/// Which page. Numbers of pages in lists count from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKey {
    /// The home page.
    Home,
    /// A page of the list of all datasets.
    Datasets(Sort, usize),
    /// All values of a facet.
    Facets(FacetKind),
    /// A page of the datasets of one value, by its place in the facet. For organisations the first
    /// page is the producer's own page.
    Facet(FacetKind, usize, usize),
    /// A dataset.
    Dataset(DatasetIndex),
    /// A person, by place.
    Person(usize),
    /// All reuses.
    Reuses,
    /// A reuse, by place.
    Reuse(usize),
    /// All topics.
    Topics,
    /// A topic, by place.
    Topic(usize),
    /// All APIs.
    Services,
    /// An API, by place.
    Service(usize),
    /// Quality of the whole catalogue.
    Quality,
    /// A free page, by place.
    Page(usize),
    /// A former address, by place in the site's relations.
    Former(usize),
    /// Every machine form, for developers.
    Developers,
    /// The snapshots of the catalogue that were published.
    Snapshots,
    /// A form for proposing a dataset.
    Propose,
    /// Search.
    Search,
    /// What a host shows for an address that does not exist. Only in the first language.
    NotFound,
}

/// Orders of the list of all datasets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Last update, newest first. The order of every other list.
    Updated,
    /// First publication, newest first.
    Newest,
    /// Title, in the order of the alphabet.
    Title,
    /// Score, best first.
    Quality,
}

impl Sort {
    /// All orders, the first being the default.
    pub const ALL: [Self; 4] = [Self::Updated, Self::Newest, Self::Title, Self::Quality];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Updated => "updated",
            Self::Newest => "newest",
            Self::Title => "title",
            Self::Quality => "quality",
        }
    }
}

impl PageKey {
    /// The path of its page below the root of its language.
    pub fn path(&self, site: &Site) -> String {
        let catalog = &site.catalog;
        let own = |folder: &str, slug: &str| format!("{folder}/{slug}/index.html");
        match self {
            Self::Home => String::from("index.html"),
            Self::Datasets(Sort::Updated, 1) => String::from("datasets/index.html"),
            Self::Datasets(sort, page) => {
                format!("list/datasets/{}/{page}/index.html", sort.name())
            }
            Self::Facets(FacetKind::Quality) => String::from("list/quality/index.html"),
            Self::Facets(kind) => format!("{}/index.html", kind.folder()),
            Self::Facet(kind, value, page) => {
                let slug = &site.facet(*kind).values[*value].slug;
                if *page == 1 {
                    own(kind.folder(), slug)
                } else {
                    format!("list/{}/{slug}/{page}/index.html", kind.folder())
                }
            }
            Self::Dataset(index) => own("datasets", catalog.datasets[*index].slug()),
            Self::Person(index) => own("people", catalog.people[*index].header().slug.as_str()),
            Self::Reuses => String::from("reuses/index.html"),
            Self::Reuse(index) => own("reuses", catalog.reuses[*index].header().slug.as_str()),
            Self::Topics => String::from("topics/index.html"),
            Self::Topic(index) => own("topics", catalog.topics[*index].header().slug.as_str()),
            Self::Services => String::from("services/index.html"),
            Self::Service(index) => own("services", catalog.services[*index].header().slug.as_str()),
            Self::Quality => String::from("quality/index.html"),
            Self::Page(index) => own("pages", catalog.pages[*index].header().slug.as_str()),
            Self::Former(at) => site.relations.former[*at].path(),
            Self::Developers => String::from("developers/index.html"),
            Self::Snapshots => String::from("snapshots/index.html"),
            Self::Propose => String::from("propose/index.html"),
            Self::Search => String::from("search/index.html"),
            Self::NotFound => String::from("404.html"),
        }
    }
}

impl Site {
    /// The path of a page in the language at `language` of the settings, below the site's root.
    pub fn page_path(&self, language: usize, key: &PageKey) -> String {
        let path = key.path(self);
        match self.config.languages.get(language) {
            Some(code) if language > 0 => format!("{code}/{path}"),
            _ => path,
        }
    }

    /// How many pages a list of `count` datasets has; one at least.
    pub fn page_count(&self, count: usize) -> usize {
        count.div_ceil(self.config.page_size).max(1)
    }

    /// The pages of the language at `language` of the settings.
    pub fn pages(&self, language: usize) -> Vec<PageKey> {
        let catalog = &self.catalog;
        let mut keys = vec![PageKey::Home, PageKey::Reuses, PageKey::Topics, PageKey::Services];
        keys.extend([PageKey::Quality, PageKey::Developers]);
        for sort in Sort::ALL {
            keys.extend((1..=self.page_count(self.listed.len())).map(|page| PageKey::Datasets(sort, page)));
        }
        for facet in &self.facets {
            keys.push(PageKey::Facets(facet.kind));
            for (value, entry) in facet.values.iter().enumerate() {
                let pages = self.page_count(entry.datasets.len());
                keys.extend((1..=pages).map(|page| PageKey::Facet(facet.kind, value, page)));
            }
        }
        keys.extend((0..catalog.datasets.len()).map(PageKey::Dataset));
        keys.extend((0..catalog.people.len()).map(PageKey::Person));
        keys.extend((0..catalog.reuses.len()).map(PageKey::Reuse));
        keys.extend((0..catalog.topics.len()).map(PageKey::Topic));
        keys.extend((0..catalog.services.len()).map(PageKey::Service));
        keys.extend((0..catalog.pages.len()).map(PageKey::Page));
        if self.config.propose {
            keys.push(PageKey::Propose);
        }
        if !self.config.snapshots.is_empty() {
            keys.push(PageKey::Snapshots);
        }
        let former = self.relations.former.iter().enumerate();
        keys.extend(former.filter(|(_, former)| former.has_page(self)).map(|(at, _)| PageKey::Former(at)));
        if self.config.search {
            keys.push(PageKey::Search);
        }
        if language == 0 {
            keys.push(PageKey::NotFound);
        }
        keys
    }

    /// Whether search engines may list a page: not one of a draft, of what is no longer kept up, or of an address that
    /// something had or that does not exist.
    pub fn is_indexed(&self, key: &PageKey) -> bool {
        let catalog = &self.catalog;
        match key {
            PageKey::Dataset(at) => catalog.datasets[*at].is_listed(),
            PageKey::Reuse(at) => !catalog.reuses[*at].private && !catalog.reuses[*at].archived,
            PageKey::Topic(at) => !catalog.topics[*at].private,
            PageKey::Service(at) => !catalog.services[*at].private,
            PageKey::Page(at) => !catalog.pages[*at].private,
            PageKey::Former(_) | PageKey::NotFound => false,
            _ => true,
        }
    }
}

/// Every file of the site, sorted by path. `assets` are the theme's files, name and path; `search` and
/// `exports` the paths of the search's files and of those that machines read.
pub fn plan<'a>(
    site: &Site,
    assets: &[(String, String)],
    search: impl IntoIterator<Item = &'a str>,
    exports: impl IntoIterator<Item = &'a str>,
) -> Vec<Artifact> {
    let mut artifacts = Vec::new();
    for language in 0..site.config.languages.len() {
        for key in site.pages(language) {
            artifacts.push(Artifact { path: site.page_path(language, &key), kind: ArtifactKind::Page(language, key) });
        }
    }
    for (index, dataset) in site.catalog.datasets.iter().enumerate().filter(|(_, dataset)| dataset.retired.is_none()) {
        for (file, hosted) in dataset.files.iter().enumerate().filter(|(_, file)| is_published(site, dataset, file)) {
            let path = hosted_path(dataset.slug(), &hosted.path);
            artifacts.push(Artifact { path, kind: ArtifactKind::Hosted(index, file) });
        }
    }
    for (index, file) in site.statics.iter().enumerate() {
        artifacts.push(Artifact { path: file.path.clone(), kind: ArtifactKind::Static(index) });
    }
    for (name, path) in assets {
        artifacts.push(Artifact { path: path.clone(), kind: ArtifactKind::Asset(name.clone()) });
    }
    for (place, path) in search.into_iter().enumerate() {
        artifacts.push(Artifact { path: path.to_owned(), kind: ArtifactKind::Search(place) });
    }
    for (place, path) in exports.into_iter().enumerate() {
        artifacts.push(Artifact { path: path.to_owned(), kind: ArtifactKind::Export(place) });
    }
    artifacts.push(Artifact { path: String::from(".nojekyll"), kind: ArtifactKind::NoJekyll });
    artifacts.sort();
    artifacts
}

/// Where a hosted file is published.
pub fn hosted_path(slug: &str, path: &str) -> String {
    format!("datasets/{slug}/files/{path}")
}

/// Whether a file of a dataset's folder is published: named by a resource, and nothing that a browser would run.
pub(crate) fn is_published(site: &Site, dataset: &crate::model::Dataset, file: &crate::model::HostedFile) -> bool {
    let named = dataset.resources.iter().any(|resource| resource.hosted(std::slice::from_ref(file)).is_some());
    let format = file.format.map_or("", |format| format.id);
    let allowed = site.config.allowed_executable.iter().any(|allowed| allowed == format);
    named && (!file.executes || allowed)
}
