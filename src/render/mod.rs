//! Pages: view structs, the theme's templates over them, and what makes their texts safe. A [`Renderer`] makes any page
//! of the plan on demand; the same site and theme give the same bytes, in whatever order pages are asked for.

mod cards;
mod context;
mod fill;
mod forge;
mod lists;
mod machines;
pub mod minify;
mod orders;
mod pages;
mod people;
mod record;
mod score;
mod shell;
mod start;
mod svg;
mod values;
pub mod views;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::export::Exports;
use crate::i18n::Messages;
use crate::site::{Artifact, ArtifactKind, PageKey, Site};
use crate::theme::{Asset, PROPOSE_SCRIPT, SEARCH_SCRIPT, Theme, ThemeError, style_sheet};

use cards::Cards;
use context::Page;
use orders::Orders;
pub(crate) use orders::better_first;
use shell::Shells;

/// Makes the pages of a site. It may be shared between threads.
pub struct Renderer<'a> {
    site: &'a Site,
    theme: &'a Theme,
    languages: Vec<Language>,
    /// The style sheet of the site's own colours.
    colors: Option<Asset>,
    shells: Shells,
    cards: Cards,
    orders: Orders,
    duplicates: OnceLock<BTreeSet<String>>,
    minify: bool,
    /// Name of the first file of the search: `boot/…`.
    search: Option<String>,
    exports: Exports<'a>,
}

/// A language of the site.
struct Language {
    messages: Messages,
    /// The messages as templates read them, `m` in every template.
    words: tera::Value,
}

/// A file that was made.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// Its content.
    pub bytes: Vec<u8>,
    /// Why it was not minified, when it should have been.
    pub kept: Option<minify::Kept>,
}

impl<'a> Renderer<'a> {
    /// Prepares what pages share. Pages leave minified if `site.toml` and the features of the program say so.
    pub fn new(site: &'a Site, theme: &'a Theme) -> Self {
        let languages: Vec<Language> = site.config.languages.iter().map(|code| Language::new(theme, code)).collect();
        let colors = style_sheet(&site.config.light, &site.config.dark);
        Self {
            site,
            theme,
            colors: colors.map(|sheet| Asset::new("colors.css", sheet.into_bytes())),
            shells: Shells::default(),
            cards: Cards::new(languages.len(), site.catalog.datasets.len()),
            orders: Orders::new(languages.len()),
            duplicates: OnceLock::new(),
            minify: site.config.minify,
            search: None,
            exports: Exports::choosing(site, theme, |_| false),
            languages,
        }
    }

    /// Leaves pages as the templates make them.
    #[must_use]
    pub fn without_minifying(mut self) -> Self {
        self.minify = false;
        self
    }

    /// Gives the search page its script and the name of the search's first file.
    #[must_use]
    pub fn with_search(mut self, entry: Option<&str>) -> Self {
        self.search = entry.map(str::to_owned);
        self
    }

    /// Lets pages lead to machine forms.
    #[must_use]
    pub fn with_exports(mut self, exports: Exports<'a>) -> Self {
        self.exports = exports;
        self
    }

    /// The machine forms that pages lead to.
    pub fn exports(&self) -> &Exports<'a> {
        &self.exports
    }

    /// Name and path of every asset: those of the theme, then the site's own colours. The script of a page is among
    /// them when the site has that page.
    pub fn assets(&self) -> Vec<(String, String)> {
        let is_used = |asset: &&Asset| match asset.name.as_str() {
            SEARCH_SCRIPT => self.search.is_some(),
            PROPOSE_SCRIPT => self.site.config.propose,
            _ => true,
        };
        let assets = self.theme.assets().iter().filter(is_used);
        assets.chain(&self.colors).map(|asset| (asset.name.clone(), asset.path.clone())).collect()
    }

    /// Makes a file of the plan; nothing for files that are copied from the disk, those of the search and the machine forms.
    ///
    /// # Errors
    /// Fails when a template does: a fault of the theme.
    pub fn render(&self, artifact: &Artifact) -> Result<Option<Rendered>, ThemeError> {
        let plain = |bytes: &[u8]| Some(Rendered { bytes: bytes.to_vec(), kept: None });
        match &artifact.kind {
            ArtifactKind::Page(language, key) => self.page(*language, key).map(Some),
            ArtifactKind::Asset(name) => Ok(self.asset(name).and_then(|asset| plain(&asset.bytes))),
            ArtifactKind::NoJekyll => Ok(plain(&[])),
            ArtifactKind::Hosted(..) | ArtifactKind::Static(_) | ArtifactKind::Search(_) | ArtifactKind::Export(_) => {
                Ok(None)
            }
        }
    }

    /// Makes a page in the language at that place of the settings.
    ///
    /// # Errors
    /// Fails when a template does: a fault of the theme.
    pub fn page(&self, language: usize, key: &PageKey) -> Result<Rendered, ThemeError> {
        let page = Page::new(self, language, key);
        let html = pages::html(&page, key)?;
        let html = self.theme.icons().insert_into(html, page.promised()?.into_iter());
        let (bytes, kept) = match self.minify.then(|| minify::minify(&html)) {
            None => (html.into_bytes(), None),
            Some(Ok(bytes)) => (bytes, None),
            Some(Err(kept)) => (html.into_bytes(), Some(kept)),
        };
        Ok(Rendered { bytes: page.with_lists(bytes)?, kept })
    }

    /// The script of the search page, when that page has one.
    fn search_script(&self) -> Option<&Asset> {
        self.search.as_ref().and_then(|_| self.theme.asset(SEARCH_SCRIPT))
    }

    /// The script of the page of proposals, when the theme has one.
    fn propose_script(&self) -> Option<&Asset> {
        self.theme.asset(PROPOSE_SCRIPT)
    }

    /// The script of a page with that frame.
    fn script(&self, frame: shell::Frame) -> Option<&Asset> {
        match frame {
            shell::Frame::Search => self.search_script(),
            shell::Frame::Propose => self.propose_script(),
            _ => None,
        }
    }

    fn asset(&self, name: &str) -> Option<&Asset> {
        let own = self.colors.as_ref().filter(|asset| asset.name == name);
        own.or_else(|| self.theme.asset(name))
    }

    /// Titles that several datasets have: their pages add the slug, so that no two pages have one title.
    fn duplicate_titles(&self) -> &BTreeSet<String> {
        self.duplicates.get_or_init(|| {
            let mut seen = BTreeSet::new();
            let titles = self.site.catalog.datasets.iter().flat_map(|dataset| dataset.title.iter());
            titles.map(|(_, title)| title.to_owned()).filter(|title| !seen.insert(title.clone())).collect()
        })
    }
}

impl Language {
    fn new(theme: &Theme, code: &str) -> Self {
        let messages = theme.messages(code);
        let words = fill::nested(&messages);
        Self { messages, words }
    }
}
