//! What reuses, topics and APIs have alike: the things they point at, and texts in other languages.

use std::borrow::Cow;

use super::refs::Reference;
use super::shape::object;
use super::values::present;
use super::view::{View, line, other_languages, said};
use crate::text::Text;

object! {
    /// Texts in another language than the first of the site.
    TextTranslation<'a> {
        /// The language, a BCP 47 tag.
        language: &'a str,
        /// The title.
        title: Option<Cow<'a, str>>,
        /// The description, Markdown.
        description: Option<Cow<'a, str>>,
    }
}

/// The datasets of some slugs that are published.
pub(super) fn datasets<'a>(view: &View<'_, 'a>, slugs: &[String]) -> Vec<Reference<'a>> {
    slugs.iter().filter_map(|slug| view.dataset_reference(slug)).collect()
}

/// The APIs of some slugs that are published.
pub(super) fn services<'a>(view: &View<'_, 'a>, slugs: &[String]) -> Vec<Reference<'a>> {
    let services = &view.context.site.catalog.services;
    let place = |slug: &String| services.binary_search_by(|service| service.header.slug.as_str().cmp(slug)).ok();
    slugs.iter().filter_map(|slug| view.service_reference(place(slug)?)).collect()
}

/// Title and description in the other languages that they are said in.
pub(super) fn translations<'a>(
    view: &View<'_, 'a>,
    title: &'a Text,
    description: &'a Text,
) -> Vec<TextTranslation<'a>> {
    let translation = |language| TextTranslation {
        language,
        title: line(said(title, language)),
        description: present(said(description, language)),
    };
    other_languages(view.context.language(), &[title, description]).into_iter().map(translation).collect()
}
