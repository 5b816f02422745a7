//! The theme: templates, style sheet, icons and words. A site's own `themes/<name>/` lies over the theme that is built
//! into the binary and replaces it file by file; message files are merged key by key. Nothing here reads the disk.

mod assets;
mod colors;
mod embedded;
mod icons;
mod scripts;

use std::borrow::Cow;
use std::collections::BTreeMap;

use tera::Tera;
use thiserror::Error;

use crate::i18n::{MessageError, Messages};

pub use assets::Asset;
pub use colors::style_sheet;
pub use icons::Icons;
pub use scripts::{PROPOSE_SCRIPT, SEARCH_SCRIPT};

/// The marker in `base.html` that is replaced by the symbols a page uses.
pub const ICON_MARK: &str = "<!--icons-->";

/// A theme that is ready to render.
pub struct Theme {
    tera: Tera,
    messages: BTreeMap<String, Messages>,
    assets: Vec<Asset>,
    icons: Icons,
    color: String,
}

/// A theme that cannot be used. The message names the file, and for templates the line and the column.
#[derive(Debug, Error)]
pub enum ThemeError {
    /// A file that must be text is not UTF-8.
    #[error("theme file `{0}` is not UTF-8 text")]
    NotText(String),
    /// A template is wrong, or names something that does not exist.
    #[error("theme template: {0}")]
    Template(#[source] Box<tera::Error>),
    /// A message file is wrong.
    #[error("theme file `{path}`: {source}")]
    Messages {
        /// Path inside the theme.
        path: String,
        /// What is wrong.
        source: MessageError,
    },
    /// The icons of `parts/icons.html` cannot be told apart.
    #[error("theme template `parts/icons.html`: {0}")]
    Icons(String),
}

impl Theme {
    /// Loads the theme whose own files (path inside the theme → bytes) lie over the built-in ones.
    pub fn load(own_files: &BTreeMap<String, Vec<u8>>) -> Result<Self, ThemeError> {
        let files = layered(own_files);
        let icons = Icons::parse(text(&files, "templates/parts/icons.html")?).map_err(ThemeError::Icons)?;
        let statics = files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("static/")?, bytes)));
        let statics = statics.map(|(name, bytes)| Asset::new(name, bytes.to_vec()));
        let assets = statics.chain(scripts::all(&files)?).collect();
        let color = colors::token(text(&files, "static/etal.css")?, "fill").unwrap_or_default().to_owned();
        Ok(Self { tera: templates(&files)?, messages: messages(own_files)?, assets, icons, color })
    }

    /// The files of the built-in theme, by path: what `etal theme eject` writes.
    pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
        embedded::DEFAULT_THEME.iter().copied()
    }

    /// The texts of a language: its own, those of its base language (`fr` for `fr-CA`), then English.
    pub fn messages(&self, language: &str) -> Messages {
        let base = language.split('-').next().unwrap_or(language);
        let chain = [language, base, "en"].into_iter().filter_map(|name| self.messages.get(name));
        let empty = Messages::parse(language, "").unwrap_or_default();
        chain.fold(empty, |messages, next| messages.or_else(next))
    }

    /// The languages that the theme has words for.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// The theme's static files, by name, and last the scripts of pages: `propose.js`, `search.js`.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The static file of that name.
    pub fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.name == name)
    }

    /// The symbols of `parts/icons.html`.
    pub fn icons(&self) -> &Icons {
        &self.icons
    }

    /// The main colour of the theme's style sheet, as `#rrggbb`; empty when it has none.
    pub fn color(&self) -> &str {
        &self.color
    }

    /// Renders a template. A failure is a fault of the theme, never of the data.
    pub fn render(&self, template: &str, context: &tera::Context) -> Result<String, ThemeError> {
        self.tera.render(template, context).map_err(|error| ThemeError::Template(Box::new(error)))
    }
}

type Files<'a> = BTreeMap<&'a str, Cow<'a, [u8]>>;

fn layered(own_files: &BTreeMap<String, Vec<u8>>) -> Files<'_> {
    let mut files: Files<'_> = Theme::files().map(|(path, bytes)| (path, Cow::Borrowed(bytes))).collect();
    files.extend(own_files.iter().map(|(path, bytes)| (path.as_str(), Cow::Borrowed(bytes.as_slice()))));
    files
}

fn text<'a>(files: &'a Files<'_>, path: &str) -> Result<&'a str, ThemeError> {
    let bytes = files.get(path).map_or(&[][..], |bytes| bytes.as_ref());
    utf8(path, bytes)
}

fn utf8<'a>(path: &str, bytes: &'a [u8]) -> Result<&'a str, ThemeError> {
    std::str::from_utf8(bytes).map_err(|_| ThemeError::NotText(path.to_owned()))
}

fn templates(files: &Files<'_>) -> Result<Tera, ThemeError> {
    let mut named = Vec::new();
    for (path, bytes) in files {
        if let Some(name) = path.strip_prefix("templates/") {
            named.push((name, utf8(path, bytes)?));
        }
    }
    let mut tera = Tera::new();
    tera.add_raw_templates(named).map_err(|error| ThemeError::Template(Box::new(error)))?;
    Ok(tera)
}

/// Reads the message files. The site's own texts of a language lie over the built-in ones.
fn messages(own_files: &BTreeMap<String, Vec<u8>>) -> Result<BTreeMap<String, Messages>, ThemeError> {
    let mut languages: BTreeMap<String, Messages> = BTreeMap::new();
    let own = own_files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    for (path, bytes) in own.chain(embedded::DEFAULT_THEME.iter().map(|&(path, bytes)| (path, bytes))) {
        let Some(language) = path.strip_prefix("i18n/").and_then(|name| name.strip_suffix(".toml")) else {
            continue;
        };
        let parsed = Messages::parse(language, utf8(path, bytes)?)
            .map_err(|source| ThemeError::Messages { path: path.to_owned(), source })?;
        let merged = match languages.remove(language) {
            Some(over) => over.or_else(&parsed),
            None => parsed,
        };
        languages.insert(language.to_owned(), merged);
    }
    Ok(languages)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_site_replaces_one_template() {
        let theme = Theme::load(&own(&[("templates/page.html", "own {{ x }}")])).expect("the theme loads");
        let mut context = tera::Context::new();
        context.insert("x", "<b>");
        assert_eq!(theme.render("page.html", &context).expect("it renders"), "own &lt;b&gt;");
        assert!(theme.tera.contains_template("dataset.html"));
    }

    #[test]
    fn a_wrong_template_is_named_with_its_line() {
        let error = Theme::load(&own(&[("templates/page.html", "one\n{{ x |  }}")])).err().expect("it fails");
        let message = error.to_string();
        assert!(message.contains("page.html:2"), "{message}");
    }

    #[test]
    fn a_site_replaces_one_word() {
        let theme = Theme::load(&own(&[("i18n/fr.toml", "[frame]\nsearch = \"Trouver\"")])).expect("the theme loads");
        let french = theme.messages("fr-CA");
        assert_eq!((french.text("frame.search"), french.text("frame.home")), ("Trouver", "Accueil"));
    }

    #[test]
    fn a_language_without_words_speaks_english() {
        let theme = Theme::load(&BTreeMap::new()).expect("the theme loads");
        assert_eq!(theme.messages("eo").text("frame.home"), "Home");
        assert_eq!(theme.messages("eo").language(), "eo");
    }

    #[test]
    fn assets_are_named_by_their_content() {
        let one = Theme::load(&own(&[("static/x.css", "a")])).expect("the theme loads");
        let two = Theme::load(&own(&[("static/x.css", "b")])).expect("the theme loads");
        let path = |theme: &Theme| theme.asset("x.css").map(|asset| asset.path.clone());
        assert_eq!(path(&one).as_deref(), Some("assets/x.ca978112.css"));
        assert_ne!(path(&one), path(&two));
    }
}
