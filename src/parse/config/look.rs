//! What `site.toml` says of the look of pages: menu, footer and colours.

use super::super::reader::Reader;
use crate::model::{Colors, FaultKind, MenuLink};
use crate::source::Place;
use crate::text::Text;

/// The colours that a site may set: the tokens of the style sheet that carry no verdict.
const COLOR_TOKENS: [&str; 6] = ["accent", "fill", "fill-strong", "tint", "stripe", "soft"];

pub(super) fn menu(reader: &mut Reader<'_>) -> Vec<MenuLink> {
    let mut menu = Vec::new();
    for (node, path) in reader.list("menu") {
        let mut inner = reader.nested(node, path);
        let (label, path) = (inner.required_text("label", super::super::fields::MAX_TITLE), inner.string("path"));
        if path.is_none() {
            inner.missing("path");
        }
        inner.finish();
        menu.extend(path.map(|path| MenuLink { label, path }));
    }
    menu
}

pub(super) fn footer(reader: &mut Reader<'_>) -> Text {
    let Some((node, path)) = reader.mapping("footer") else {
        return Text::default();
    };
    let mut inner = reader.nested(node, path);
    let text = inner.text("text");
    inner.finish();
    text
}

pub(super) fn colors(reader: &mut Reader<'_>) -> (Colors, Colors) {
    let Some((node, path)) = reader.mapping("colors") else {
        return Default::default();
    };
    let mut inner = reader.nested(node, path);
    let both = (scheme(&mut inner, "light"), scheme(&mut inner, "dark"));
    inner.finish();
    both
}

fn scheme(reader: &mut Reader<'_>, name: &'static str) -> Colors {
    let Some((node, path)) = reader.mapping(name) else {
        return Colors::new();
    };
    let mut inner = reader.nested(node, path);
    let mut colors = Colors::new();
    for token in COLOR_TOKENS {
        let Some(value) = inner.string(token) else {
            continue;
        };
        let digits = value.strip_prefix('#').unwrap_or("");
        if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            colors.insert(token.to_owned(), value.to_ascii_lowercase());
        } else {
            let place = Place::value(inner.path(token));
            inner.fault(FaultKind::UnknownCode("colour"), place, value, None);
        }
    }
    inner.finish();
    colors
}
