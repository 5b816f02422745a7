//! `raw-html`: HTML in a Markdown text.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Described, Use};
use crate::source::Place;
use crate::text::prose;

pub(super) static RULE: Rule = Rule {
    code: "D005",
    name: "raw-html",
    severity: Severity::Warning,
    en: Words {
        checks: "Descriptions are written in Markdown, without HTML.",
        why: "Tags that could carry a script or a style are taken out when the page is made, and portals that \
              harvest the description show the others as they are written.",
        message: "the text has the HTML tag `{found}`",
        expected: "words with the signs of Markdown[: {instead}]",
        action: "[write {instead} instead, or ]remove the tag",
    },
    fr: Words {
        checks: "Les descriptions s’écrivent en Markdown, sans HTML.",
        why: "Les balises qui pourraient porter un script ou un style sont retirées de la page, et les portails \
              qui moissonnent la description montrent les autres telles quelles.",
        message: "le texte contient la balise HTML `{found}`",
        expected: "des mots avec les signes de Markdown[ : {instead}]",
        action: "[écrire {instead} à la place, ou ]retirer la balise",
    },
    example: Example {
        bad: "title: Trees of the town\ndescription: <p>Every tree <b>of the town</b>.</p>\n",
        good: "title: Trees of the town\ndescription: |\n  Every tree **of the town**, in m<sup>2</sup> of crown.\n",
    },
};

pub(super) const CHECKS: &[Check] = &[
    Check::Dataset(check),
    Check::Organization(check),
    Check::Page(check),
    Check::Person(check),
    Check::Reuse(check),
    Check::Service(check),
    Check::Topic(check),
];

/// Tags that Markdown has no signs for and that every page keeps.
const KEPT: [&str; 14] =
    ["abbr", "dd", "details", "dfn", "dl", "dt", "ins", "kbd", "mark", "q", "small", "sub", "summary", "sup"];

fn check<T: Described>(thing: &T, _: &Context<'_>, report: &mut Report) {
    for field in thing.fields().into_iter().filter(|field| field.usage == Use::Markdown) {
        for (spot, text) in field.each() {
            let tags = prose::html_tags(text);
            let Some(tag) = tags.iter().find(|tag| !is_kept(tag)) else {
                continue;
            };
            let broken = report.fail(Place::token(spot.path(), tag)).found(tag);
            if let Some(instead) = instead_of(&prose::tag_name(tag)) {
                broken.arg("instead", instead);
            }
        }
    }
}

/// A tag that stays as it is: a known one without attributes.
fn is_kept(tag: &str) -> bool {
    let name = prose::tag_name(tag);
    KEPT.contains(&name.as_str()) && !tag.contains(char::is_whitespace)
}

/// How Markdown says it; the same in every language.
fn instead_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "b" | "strong" => "`**…**`",
        "i" | "em" => "`*…*`",
        "a" => "`[…](https://…)`",
        "ul" | "li" => "`- …`",
        "ol" => "`1. …`",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "`## …`",
        "blockquote" => "`> …`",
        "hr" => "`---`",
        "img" => "`![…](…)`",
        "table" | "tr" | "td" | "th" | "thead" | "tbody" => "`| … | … |`",
        "s" | "strike" | "del" => "`~~…~~`",
        _ => return None,
    })
}
