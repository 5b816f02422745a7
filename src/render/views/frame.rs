//! What stands around every page: the head, the masthead and the footer.

use super::{DateView, LinkView};
use serde::Serialize;

/// The page itself (`page` in every template).
#[derive(Debug, Clone, Default, Serialize)]
pub struct PageView {
    /// Language of the page, as a BCP 47 tag.
    pub lang: String,
    /// Title of the document, unique in the catalogue; ends in the catalogue's title.
    pub title: String,
    /// One or two sentences for search engines; plain text.
    pub description: String,
    /// Public address of the page; absent without a base address.
    pub canonical: Option<String>,
    /// Address that the page leads to by itself, for one at a former address.
    pub refresh: Option<String>,
    /// The same page in other languages; empty in a catalogue of one language.
    pub alternates: Vec<AlternateView>,
    /// Search engines are asked to leave the page out.
    pub noindex: bool,
    /// Prefix that leads to the root of the output: `../../`, or empty.
    pub root: String,
    /// Prefix that leads to the root of the page's language; the same as `root` in the first language.
    pub home: String,
    /// From the home page down to the page's parent.
    pub crumbs: Vec<LinkView>,
    /// Links of the head to machine forms, files, licence and lasting address.
    pub links: Vec<HeadLinkView>,
    /// A JSON-LD document for a data block, `<` written as `\u003c`.
    pub structured_data: Option<String>,
}

/// A `<link>` of the head.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HeadLinkView {
    /// What the other end is to the page: `alternate`, `license`, `item` …
    pub rel: &'static str,
    /// Where it leads, relative to the page or absolute.
    pub href: String,
    /// Media type of the other end, when it is known.
    pub media_type: Option<String>,
    /// Its name, where programs show one.
    pub title: Option<String>,
}

/// The page in one language of a catalogue that has several; the page's own language is among them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct AlternateView {
    /// Language, as a BCP 47 tag.
    pub lang: String,
    /// The language's own name: `Français`.
    pub name: String,
    /// Address relative to the page, naming its file.
    pub href: String,
    /// Absolute address when a base address is known, else the same as `href`.
    pub hreflang: String,
    /// It is the page's own language.
    pub current: bool,
}

/// The parts of the frame that many pages share, already rendered (`shell` in every template).
#[derive(Debug, Clone, Default, Serialize)]
pub struct ShellView {
    /// End of `<head>`: policy, colour, icon, style sheets; from `parts/head.html`.
    pub head_html: String,
    /// The masthead; from `parts/header.html`.
    pub header_html: String,
    /// The footer; from `parts/footer.html`.
    pub footer_html: String,
}

/// What `parts/head.html`, `parts/header.html` and `parts/footer.html` read (`site` in these templates only).
#[derive(Debug, Clone, Default, Serialize)]
pub struct SiteView {
    /// Title of the catalogue.
    pub title: String,
    /// Address of the logo, when there is one.
    pub logo: Option<String>,
    /// Address of the home page.
    pub home: String,
    /// Address of the search page; absent where the page has its own search box.
    pub search: Option<String>,
    /// The awning hangs at the top edge (everywhere but on the home page, where it covers the stall).
    pub awning: bool,
    /// The main menu.
    pub menu: Vec<MenuItemView>,
    /// Colour of the browser's frame, as `#rrggbb`.
    pub theme_color: String,
    /// Address of the site's icon, when there is one.
    pub icon: Option<String>,
    /// Links of the head that all pages have: feeds, search.
    pub links: Vec<HeadLinkView>,
    /// Addresses of the style sheets, in order.
    pub styles: Vec<String>,
    /// Addresses of the scripts; the policy allows scripts only when there are any.
    pub scripts: Vec<String>,
    /// The footer.
    pub footer: FooterView,
}

/// An entry of the main menu.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MenuItemView {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// Language of the words when it is not the page's.
    pub lang: Option<String>,
    /// The page belongs to this part of the catalogue.
    pub current: bool,
}

/// The footer.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FooterView {
    /// What the catalogue is; safe markup from Markdown.
    pub about_html: String,
    /// Address to write to.
    pub contact: Option<LinkView>,
    /// Titled columns of links.
    pub columns: Vec<FooterColumnView>,
    /// Date and version of the publication; on the home page only.
    pub published: Option<PublishedView>,
}

/// A column of the footer.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FooterColumnView {
    /// Part of an id, unique in the page.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its links.
    pub links: Vec<LinkView>,
}

/// When and from what the catalogue was built.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PublishedView {
    /// The build's date.
    pub date: DateView,
    /// Abbreviated commit, when known.
    pub commit: Option<String>,
}
