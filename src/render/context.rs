//! The page that is being made: its language, and the way from it to everything else.

use super::Renderer;
use super::cards::Lists;
use super::views::{DateView, LinkView, TextView};
use crate::date::Moment;
use crate::i18n::Messages;
use crate::markdown::{MarkdownOptions, plain_text, sanitize_inline, to_html};
use crate::model::{Coded, Dataset};
use crate::site::{PageKey, Site};
use crate::text::Text;
use crate::text::url::encoded_path;
use crate::vocab;

/// Stands for the way to the root of the language in cards, which many pages share.
pub(super) const HOME_MARK: &str = "\u{1}";

/// A page and what it links from.
pub(super) struct Page<'r> {
    pub(super) renderer: &'r Renderer<'r>,
    pub(super) site: &'r Site,
    pub(super) messages: &'r Messages,
    /// Place of its language in the settings.
    pub(super) language: usize,
    /// Its language, as a BCP 47 tag.
    pub(super) code: &'r str,
    /// Its path below the site's root.
    pub(super) path: String,
    /// Way to the site's root: `../../`.
    pub(super) root: String,
    /// Way to the root of its language.
    pub(super) home: String,
    /// The lists that stand in it.
    pub(super) lists: Lists,
}

/// A text that was found for a reader, with its language when it is not the page's.
#[derive(Default)]
pub(super) struct Said {
    pub(super) words: String,
    pub(super) lang: Option<String>,
}

impl<'r> Page<'r> {
    pub(super) fn new(renderer: &'r Renderer<'r>, language: usize, key: &PageKey) -> Self {
        let path = renderer.site.page_path(language, key);
        let root = "../".repeat(path.matches('/').count());
        let code = renderer.site.config.languages.get(language).map_or("en", String::as_str);
        let home = if language == 0 { root.clone() } else { format!("{root}{code}/") };
        Self {
            renderer,
            site: renderer.site,
            messages: &renderer.languages[language].messages,
            language,
            code,
            path,
            root,
            home,
            lists: Lists::default(),
        }
    }

    /// The same language seen from a place that is not known yet: addresses start with the mark.
    pub(super) fn anywhere(renderer: &'r Renderer<'r>, language: usize) -> Self {
        let mut page = Self::new(renderer, language, &PageKey::Home);
        page.root = String::from(HOME_MARK);
        page.home = String::from(HOME_MARK);
        page
    }

    /// The address of another page of the same language.
    pub(super) fn href(&self, key: &PageKey) -> String {
        format!("{}{}", self.home, key.path(self.site))
    }

    /// The address of a file at the site's root.
    pub(super) fn file(&self, path: &str) -> String {
        format!("{}{}", self.root, encoded_path(path))
    }

    /// The address of a file that may stand beside the page, the shortest way. Not for what several pages share.
    pub(super) fn near_file(&self, path: &str) -> String {
        let folder = self.path.rsplit_once('/').map(|(folder, _)| folder);
        match folder.and_then(|folder| path.strip_prefix(folder)?.strip_prefix('/')) {
            Some(near) => encoded_path(near),
            None => self.file(path),
        }
    }

    /// The address of a file of `content/static/`, if it is there.
    pub(super) fn static_file(&self, path: &str) -> Option<String> {
        let path = path.trim_start_matches("./");
        let found = self.site.statics.binary_search_by(|file| file.path.as_str().cmp(path)).is_ok();
        found.then(|| self.file(path))
    }

    /// A text for the page's reader. A text that does not say its language is in `own`, else in the first language of
    /// the site.
    pub(super) fn said(&self, text: &Text, own: Option<&str>) -> Said {
        let Some((words, said)) = text.get(self.code) else { return Said::default() };
        Said { words: clean(words), lang: self.other_language(said.or(own)) }
    }

    /// The words of a text alone.
    pub(super) fn words(&self, text: &Text) -> String {
        text.get(self.code).map_or_else(String::new, |(words, _)| clean(words))
    }

    /// The language for a `lang` attribute: none when it is the page's, or is no language.
    pub(super) fn other_language(&self, language: Option<&str>) -> Option<String> {
        let language = language.unwrap_or_else(|| self.site.config.language());
        (!language.eq_ignore_ascii_case(self.code) && is_tag(language)).then(|| language.to_owned())
    }

    /// A Markdown text as markup. `resolve` turns relative addresses into ones of this page.
    pub(super) fn markup(&self, text: &Text, own: Option<&str>, options: &MarkdownOptions<'_>) -> TextView {
        let Some((markdown, said)) = text.get(self.code) else { return TextView::default() };
        TextView { html: to_html(markdown, options), lang: self.other_language(said.or(own)) }
    }

    /// The first words of a Markdown text, without markup.
    pub(super) fn summary(&self, text: &Text, max_chars: usize) -> String {
        text.get(self.code).map_or_else(String::new, |(markdown, _)| plain_text(markdown, max_chars))
    }

    /// A date with its month shortened.
    pub(super) fn date(&self, moment: Moment) -> DateView {
        let iso = moment.date.to_string();
        DateView { text: self.messages.short_date(&iso), iso }
    }

    /// A date in full.
    pub(super) fn long_date(&self, moment: Moment) -> String {
        self.messages.date(&moment.date.to_string())
    }

    /// The words of a code, or the code as it is written.
    pub(super) fn term(&self, coded: &Coded<vocab::Term>) -> String {
        coded.known.map_or_else(|| clean(&coded.raw), |term| term.label.get(self.code).to_owned())
    }

    /// A link to another page of the same language.
    pub(super) fn link(&self, key: &PageKey, label: impl Into<String>) -> LinkView {
        LinkView { href: self.href(key), label: label.into(), lang: None }
    }

    /// The title of the catalogue.
    pub(super) fn site_title(&self) -> String {
        clean(self.site.config.title_in(self.code))
    }
}

/// The one language that a dataset says of itself, for texts that say none.
pub(super) fn own_language(dataset: &Dataset) -> Option<&'static str> {
    one_language(&dataset.languages)
}

/// The language of a list of one.
pub(super) fn one_language(languages: &[Coded<vocab::Language>]) -> Option<&'static str> {
    match languages {
        [one] => one.known.map(|language| language.code),
        _ => None,
    }
}

/// A text of a descriptor on one line, without the characters that must reach no output.
pub(super) fn clean(text: &str) -> String {
    let text = sanitize_inline(text.trim());
    if text.contains(['\n', '\r', '\t']) {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        text.into_owned()
    }
}

/// Whether a text has the form of a language tag.
fn is_tag(language: &str) -> bool {
    let mut parts = language.split('-');
    let first = parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()));
    first && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}
