//! OpenSearch description: how a browser adds the catalogue to its search engines.
//!
//! Format: OpenSearch 1.1 (draft 6): a short name has at most 16 characters, a long one 48, a
//! description 1,024.

use std::io::{self, Write};

use super::xml::escaped;
use super::{Context, Entry, Exporter, Scope};
use crate::site::PageKey;
use crate::vocab::Label;

const MAX_NAME: usize = 16;
const MAX_LONG_NAME: usize = 48;
const MAX_DESCRIPTION: usize = 1024;
const PATH: &str = "opensearch.xml";
const MEDIA_TYPE: &str = "application/opensearchdescription+xml";

pub(super) static EXPORTER: Exporter = Exporter {
    id: "opensearch",
    title: Label::same("OpenSearch"),
    about: Label::new(
        "Lets browsers search the catalogue from their address bar.",
        "Permet aux navigateurs de chercher dans le catalogue depuis leur barre d’adresse.",
    ),
    without_address: false,
    files,
    write,
};

fn files(context: &Context<'_>) -> Vec<Entry> {
    let entry = Entry { path: PATH.to_owned(), media_type: MEDIA_TYPE, scope: Scope::Catalog, part: 0 };
    if context.site.config.search { vec![entry] } else { Vec::new() }
}

fn write(context: &Context<'_>, _: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let title = context.title(&context.site.config.title);
    let description = context.plain(&context.site.config.description, MAX_DESCRIPTION - 1);
    let description = if description.is_empty() { title.clone() } else { description };
    let page = context.page(&PageKey::Search).unwrap_or_default();
    write!(
        out,
        r#"<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{}</ShortName>
<Description>{}</Description>
<LongName>{}</LongName>
<Language>{}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" method="get" template="{}?q={{searchTerms}}"/>
<Url type="{MEDIA_TYPE}" rel="self" template="{}"/>
</OpenSearchDescription>
"#,
        escaped(&short(&title, MAX_NAME)),
        escaped(&description),
        escaped(&short(&title, MAX_LONG_NAME)),
        escaped(context.language()),
        escaped(&page),
        escaped(&context.address(PATH).unwrap_or_default()),
    )
}

/// A title in at most `most` characters: as many of its words as there is room for, without those at the end that only
/// lead to the next one (`de la`, `of`). A first word that is longer is cut.
fn short(title: &str, most: usize) -> String {
    if title.chars().count() <= most {
        return title.to_owned();
    }
    let mut words = Vec::new();
    let mut room = most + 1;
    for word in title.split(' ') {
        let taken = word.chars().count() + 1;
        if taken > room {
            break;
        }
        room -= taken;
        words.push(word);
    }
    let leads = |word: &str| word.chars().count() <= 3 && !word.chars().any(|c| c.is_uppercase() || c.is_numeric());
    while words.len() > 1 && words.last().is_some_and(|word| leads(word)) {
        words.pop();
    }
    if words.is_empty() { title.chars().take(most).collect() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_ends_with_a_word_that_says_something() {
        let case = |title: &str, expected: &str| assert_eq!(short(title, MAX_NAME), expected, "{title}");
        case("Aubrelle data", "Aubrelle data");
        case("Données d’Aubrelle", "Données");
        case("Portail de la Ville d’Aubrelle", "Portail");
        case("Open data of 75 towns", "Open data of 75");
        case("Anticonstitutionnellement", "Anticonstitution");
        case("Le Extraordinairement", "Le");
    }
}
