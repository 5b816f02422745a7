//! The head, masthead and footer, rendered once for each language, depth and part of the site.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use super::context::{Page, Said, clean};
use super::people::mailto;
use super::views::{
    DateView, FooterColumnView, FooterView, LinkView, MenuItemView, PublishedView, ShellView, SiteView,
};
use super::{Renderer, fill};
use crate::markdown;
use crate::markdown::{MarkdownOptions, to_html};
use crate::site::{FacetKind, PageKey};
use crate::text::url::{Target, target};
use crate::theme::{Asset, ThemeError};

/// What is special about the frame of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Frame {
    /// The home page: own search box, no awning at the edge, date of the publication.
    Home,
    /// A page with its own search box.
    OwnSearch,
    /// The search page: its own search box, and a script when the site has search files.
    Search,
    /// The page of proposals: a script, and the search box of the masthead.
    Propose,
    /// Any other page.
    Plain,
}

/// Rendered frames, and the facets beside lists by language and depth.
#[derive(Default)]
pub(super) struct Shells {
    frames: Mutex<BTreeMap<Key, tera::Value>>,
    facets: Mutex<BTreeMap<(usize, usize), String>>,
}

type Key = (usize, usize, Frame, Option<usize>);

/// A link of the main menu and the beginning of the paths it stands for.
struct Entry {
    href: String,
    label: Said,
    path: Option<String>,
}

impl Page<'_> {
    /// The frame of this page, as templates read it.
    pub(super) fn shell(&self, frame: Frame) -> Result<tera::Value, ThemeError> {
        let menu = self.menu();
        let current = self.current_entry(&menu);
        let key = (self.language, self.path.matches('/').count(), frame, current);
        let lock = || self.renderer.shells.frames.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(shell) = lock().get(&key) {
            return Ok(shell.clone());
        }
        let site = self.site_view(frame, menu, current);
        let part = |template: &str| {
            let words = &self.renderer.languages[self.language].words;
            self.renderer.theme.render(template, &fill::context(words, "site", &site))
        };
        let shell = ShellView {
            head_html: part("parts/head.html")?.trim_end().to_owned(),
            header_html: part("parts/header.html")?.trim_end().to_owned(),
            footer_html: part("parts/footer.html")?.trim_end().to_owned(),
        };
        let shell = tera::Value::from_serializable(&shell);
        lock().insert(key, shell.clone());
        Ok(shell)
    }

    fn site_view(&self, frame: Frame, menu: Vec<Entry>, current: Option<usize>) -> SiteView {
        let config = &self.site.config;
        let items = menu.into_iter().enumerate();
        let asset = |asset: &Asset| format!("{}{}", self.root, asset.path);
        let styles = self.renderer.theme.asset("etal.css").into_iter().chain(&self.renderer.colors);
        let theme_color = config.light.get("fill").map_or(self.renderer.theme.color(), String::as_str);
        SiteView {
            title: self.site_title(),
            logo: config.logo.as_deref().and_then(|logo| self.static_file(logo)),
            home: self.href(&PageKey::Home),
            search: self.search_href().filter(|_| matches!(frame, Frame::Plain | Frame::Propose)),
            awning: frame != Frame::Home,
            menu: items
                .map(|(at, entry)| MenuItemView {
                    href: entry.href,
                    label: entry.label.words,
                    lang: entry.label.lang,
                    current: current == Some(at),
                })
                .collect(),
            theme_color: theme_color.to_owned(),
            icon: config.favicon.as_deref().and_then(|icon| self.static_file(icon)),
            links: self.site_links(),
            styles: styles.map(asset).collect(),
            scripts: self.renderer.script(frame).map(asset).into_iter().collect(),
            footer: self.footer(frame),
        }
    }

    /// The page where a dataset is proposed, where there is one.
    pub(super) fn propose_link(&self) -> Option<LinkView> {
        self.site.config.propose.then(|| self.link(&PageKey::Propose, self.messages.text("propose.heading")))
    }

    /// The address of the search page, where there is one.
    pub(super) fn search_href(&self) -> Option<String> {
        self.site.config.search.then(|| self.href(&PageKey::Search))
    }

    fn menu(&self) -> Vec<Entry> {
        let config = &self.site.config;
        let mut entries: Vec<Entry> = if config.menu.is_empty() {
            self.default_menu()
        } else {
            config.menu.iter().filter_map(|link| self.menu_entry(self.said(&link.label, None), &link.path)).collect()
        };
        for (at, page) in self.free_pages().filter(|(_, page)| page.menu) {
            let key = PageKey::Page(at);
            let path = key.path(self.site).trim_end_matches("index.html").to_owned();
            let known = entries.iter().any(|entry| entry.path.as_ref() == Some(&path));
            if !known {
                entries.push(Entry { href: self.href(&key), label: self.said(&page.title, None), path: Some(path) });
            }
        }
        entries
    }

    fn default_menu(&self) -> Vec<Entry> {
        let catalog = &self.site.catalog;
        let all = [
            ("menu.datasets", "datasets/", true),
            ("menu.organizations", "organizations/", !catalog.organizations.is_empty()),
            ("menu.topics", "topics/", !catalog.topics.is_empty()),
            ("menu.reuses", "reuses/", !catalog.reuses.is_empty()),
            ("menu.quality", "quality/", true),
        ];
        let shown = all.into_iter().filter(|(_, _, shown)| *shown);
        shown
            .filter_map(|(key, path, _)| {
                self.menu_entry(Said { words: self.messages.text(key).to_owned(), lang: None }, path)
            })
            .collect()
    }

    /// An entry for a path of the site (`datasets/`) or a whole address; none for anything else.
    fn menu_entry(&self, label: Said, path: &str) -> Option<Entry> {
        match target(path)? {
            Target::External(href) => Some(Entry { href, label, path: None }),
            Target::Relative(path) => {
                let path = path.trim_start_matches('/').to_owned();
                let folder = path.is_empty() || path.ends_with('/');
                let file = if folder { "index.html" } else { "" };
                Some(Entry { href: format!("{}{path}{file}", self.home), label, path: Some(path) })
            }
        }
    }

    /// The entry whose path this page's path begins with, the longest first.
    fn current_entry(&self, menu: &[Entry]) -> Option<usize> {
        let below = match self.language {
            0 => self.path.as_str(),
            _ => self.path.split_once('/').map_or("", |(_, below)| below),
        };
        let below = below.strip_prefix("list/").unwrap_or(below);
        let matching = menu.iter().enumerate().filter_map(|(at, entry)| {
            let path = entry.path.as_deref().filter(|path| !path.is_empty() && below.starts_with(path))?;
            Some((path.len(), at))
        });
        matching.max().map(|(_, at)| at)
    }

    fn free_pages(&self) -> impl Iterator<Item = (usize, &crate::model::Page)> {
        let mut pages: Vec<_> = self.site.catalog.pages.iter().enumerate().collect();
        pages.sort_by_key(|(at, page)| (page.order.unwrap_or(u64::MAX), *at));
        pages.into_iter()
    }

    fn footer(&self, frame: Frame) -> FooterView {
        let config = &self.site.config;
        // The site's own words may have said it already.
        let said = |email: &str| config.footer.get(self.code).is_some_and(|(text, _)| text.contains(email));
        let email = config.email.as_deref().filter(|email| !said(email)).map(clean);
        let contact = email.and_then(|email| Some(LinkView { href: mailto(&email)?, label: email, lang: None }));
        let published = || PublishedView {
            date: DateView { iso: self.site.now.to_string(), text: self.messages.date(&self.site.now.to_string()) },
            commit: self.site.commit.clone(),
        };
        FooterView {
            about_html: self.about(),
            contact,
            columns: vec![
                FooterColumnView {
                    key: String::from("browse"),
                    title: self.messages.text("frame.browse").to_owned(),
                    links: self.browse_links(),
                },
                FooterColumnView {
                    key: String::from("understand"),
                    title: self.messages.text("frame.understand").to_owned(),
                    links: self.understand_links(),
                },
                FooterColumnView {
                    key: String::from("machines"),
                    title: self.messages.text("frame.machines").to_owned(),
                    links: self.machine_links(),
                },
            ],
            published: (frame == Frame::Home).then(published),
        }
    }

    fn about(&self) -> String {
        let config = &self.site.config;
        let options = MarkdownOptions { heading_level: 3, ..MarkdownOptions::default() };
        match config.footer.get(self.code) {
            Some((text, _)) => to_html(text, &options),
            None => {
                let mut html = String::from("<p>");
                markdown::escape_into(&mut html, &self.words(&config.description));
                html + "</p>"
            }
        }
    }

    fn browse_links(&self) -> Vec<LinkView> {
        let catalog = &self.site.catalog;
        let mut links =
            vec![self.link(&PageKey::Datasets(crate::site::Sort::Updated, 1), self.messages.text("menu.datasets"))];
        let facets = [
            (FacetKind::Organization, "menu.organizations"),
            (FacetKind::Theme, "menu.themes"),
            (FacetKind::Tag, "menu.tags"),
        ];
        for (kind, key) in facets {
            if !self.site.facet(kind).values.is_empty() {
                links.push(self.link(&PageKey::Facets(kind), self.messages.text(key)));
            }
        }
        let indexes = [
            (PageKey::Topics, "menu.topics", catalog.topics.len()),
            (PageKey::Reuses, "menu.reuses", catalog.reuses.len()),
            (PageKey::Services, "menu.services", catalog.services.len()),
        ];
        for (key, message, count) in indexes {
            if count > 0 {
                links.push(self.link(&key, self.messages.text(message)));
            }
        }
        links
    }

    fn understand_links(&self) -> Vec<LinkView> {
        let mut links = vec![self.link(&PageKey::Quality, self.messages.text("quality.catalogue"))];
        links.extend(self.propose_link());
        links.extend(self.free_pages().map(|(at, page)| {
            let title = self.said(&page.title, None);
            LinkView { href: self.href(&PageKey::Page(at)), label: title.words, lang: title.lang }
        }));
        links
    }
}

impl Renderer<'_> {
    /// The facets beside a list, made by `render` the first time a page of that language and depth asks.
    pub(super) fn facets(
        &self,
        page: &Page<'_>,
        render: impl FnOnce() -> Result<String, ThemeError>,
    ) -> Result<String, ThemeError> {
        let key = (page.language, page.path.matches('/').count());
        let lock = || self.shells.facets.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(html) = lock().get(&key) {
            return Ok(html.clone());
        }
        let html = render()?;
        lock().insert(key, html.clone());
        Ok(html)
    }
}

/// Puts the frame around a page: fills the context of its template.
pub(super) fn frame(context: &mut tera::Context, shell: tera::Value, page: &impl Serialize) {
    context.insert_value("shell", shell);
    context.insert("page", page);
}
