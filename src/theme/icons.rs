//! The sprite. A browser refuses `<use>` of another file on `file://`, so that every page carries the symbols it uses,
//! and only these: they are found in the rendered page.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::ICON_MARK;

const USE: &str = "href=\"#i-";

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

    /// Puts the symbols that the page uses in the place of the mark; a page without the mark stays as it is.
    pub fn insert_into(&self, page: String) -> String {
        let Some(mark) = page.rfind(ICON_MARK) else {
            return page;
        };
        let mut whole = String::with_capacity(page.len() + 4096);
        whole.push_str(&page[..mark]);
        self.write_used(&page, &mut whole);
        whole.push_str(&page[mark + ICON_MARK.len()..]);
        whole
    }

    fn write_used(&self, page: &str, sprite: &mut String) {
        let used: BTreeSet<&str> =
            page.match_indices(USE).filter_map(|(at, _)| page[at + USE.len()..].split('"').next()).collect();
        let mut symbols = used.iter().filter_map(|name| self.symbols.get(*name)).peekable();
        if symbols.peek().is_none() {
            return;
        }
        sprite.push_str("<svg class=\"sprite\" aria-hidden=\"true\" focusable=\"false\">");
        symbols.for_each(|symbol| sprite.push_str(symbol));
        sprite.push_str("</svg>");
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
            icons.insert_into(page.to_owned()),
            "<use href=\"#i-b\"/><use href=\"#i-b\"/><use href=\"#i-none\"/>\
             <svg class=\"sprite\" aria-hidden=\"true\" focusable=\"false\"><symbol id=\"i-b\"><g/></symbol></svg></body>"
        );
    }

    #[test]
    fn a_page_without_icons_has_no_sprite() {
        assert_eq!(Icons::default().insert_into("a<!--icons-->b".to_owned()), "ab");
    }

    #[test]
    fn a_symbol_without_an_end_is_refused() {
        assert!(Icons::parse("<symbol id=\"i-a\"><path/>").is_err());
    }
}
