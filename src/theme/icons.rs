//! The sprite. A browser refuses `<use>` of another file on `file://`, so that every page carries the symbols it uses,
//! and only these: they are found in the rendered page.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use super::ICON_MARK;

const USE: &str = "#i-";

/// The symbols of a theme, by name.
#[derive(Debug, Clone, Default)]
pub struct Icons {
    symbols: BTreeMap<String, String>,
}

impl Icons {
    /// Reads `<symbol id="i-name" …>…</symbol>` elements; comments between them are left out.
    pub fn parse(sprite: &str) -> Result<Self, String> {
        let mut symbols = BTreeMap::new();
        let mut rest = sprite;
        while let Some(start) = rest.find("<symbol ") {
            let end = rest[start..].find("</symbol>").ok_or("a symbol has no end")? + start + "</symbol>".len();
            let symbol = &rest[start..end];
            let name = symbol
                .split_once("id=\"i-")
                .and_then(|(_, after)| after.split_once('"'))
                .ok_or("a symbol has no id that starts with `i-`")?
                .0;
            symbols.insert(name.to_owned(), symbol.to_owned());
            rest = &rest[end..];
        }
        Ok(Self { symbols })
    }

    /// The names of the symbols, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.symbols.keys().map(String::as_str)
    }

    /// Puts the symbols that the page and the `parts` that will be put into it use in the place of the mark; a page
    /// without the mark stays as it is.
    pub fn insert_into<'p>(&self, page: String, parts: impl Iterator<Item = &'p str>) -> String {
        let Some(mark) = memmem::rfind(page.as_bytes(), ICON_MARK.as_bytes()) else {
            return page;
        };
        let mut used = BTreeSet::new();
        add_used(&page, &mut used);
        parts.for_each(|part| add_used(part, &mut used));
        let mut whole = String::with_capacity(page.len() + 4096);
        whole.push_str(&page[..mark]);
        self.write(&used, &mut whole);
        whole.push_str(&page[mark + ICON_MARK.len()..]);
        whole
    }

    fn write(&self, used: &BTreeSet<&str>, sprite: &mut String) {
        let mut symbols = used.iter().filter_map(|name| self.symbols.get(*name)).peekable();
        if symbols.peek().is_none() {
            return;
        }
        sprite.push_str("<svg class=\"sprite\" aria-hidden=\"true\" focusable=\"false\">");
        symbols.for_each(|symbol| sprite.push_str(symbol));
        sprite.push_str("</svg>");
    }
}

/// Adds the names of the symbols that some markup uses.
fn add_used<'p>(markup: &'p str, used: &mut BTreeSet<&'p str>) {
    for at in memmem::find_iter(markup.as_bytes(), USE.as_bytes()) {
        let name = &markup[at + USE.len()..];
        // A minifier may have taken the quotes.
        used.extend(name.split(['"', '>', '/', ' ']).next());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_carries_the_symbols_it_uses_once() {
        let sprite = "<!-- c --><symbol id=\"i-a\"><path/></symbol>\n<symbol id=\"i-b\"><g/></symbol>";
        let icons = Icons::parse(sprite).expect("the sprite is well formed");
        let page = "<use href=\"#i-b\"/><use href=\"#i-b\"/><use href=\"#i-none\"/><!--icons--></body>";
        assert_eq!(
            icons.insert_into(page.to_owned(), std::iter::empty()),
            "<use href=\"#i-b\"/><use href=\"#i-b\"/><use href=\"#i-none\"/>\
             <svg class=\"sprite\" aria-hidden=\"true\" focusable=\"false\"><symbol id=\"i-b\"><g/></symbol></svg></body>"
        );
    }

    #[test]
    fn a_page_without_icons_has_no_sprite() {
        assert_eq!(Icons::default().insert_into("a<!--icons-->b".to_owned(), std::iter::empty()), "ab");
    }

    #[test]
    fn a_symbol_without_an_end_is_refused() {
        assert!(Icons::parse("<symbol id=\"i-a\"><path/>").is_err());
    }
}
