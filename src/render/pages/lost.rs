//! The page for addresses that do not exist.

use super::super::context::{Page, clean};
use super::super::fill;
use super::super::views::{LinkView, LostTextView, LostView};
use crate::site::{PageKey, Sort};
use crate::text::url::encoded_path;
use crate::theme::ThemeError;

pub(super) fn html(page: &Page<'_>) -> Result<String, ThemeError> {
    let config = &page.site.config;
    let languages = config.languages.iter().enumerate().map(|(at, code)| text(page, at, code));
    let view = LostView { site: clean(config.title_in(page.code)), languages: languages.collect() };
    let words = &page.renderer.languages[page.language].words;
    page.renderer.theme.render("404.html", &fill::context(words, "lost", &view))
}

fn text(page: &Page<'_>, language: usize, code: &str) -> LostTextView {
    let messages = &page.renderer.languages[language].messages;
    let link = |key: PageKey, message: &str| {
        let base = page.site.config.base_url.as_deref()?;
        let path = page.site.page_path(language, &key);
        let path = encoded_path(path.strip_suffix("index.html").unwrap_or(&path));
        Some(LinkView { href: format!("{base}{path}"), label: messages.text(message).to_owned(), lang: None })
    };
    let ways = [link(PageKey::Home, "lost.home"), link(PageKey::Datasets(Sort::Updated, 1), "lost.datasets")];
    LostTextView {
        lang: code.to_owned(),
        heading: messages.text("lost.heading").to_owned(),
        text: messages.text("lost.text").to_owned(),
        links: ways.into_iter().flatten().collect(),
    }
}
