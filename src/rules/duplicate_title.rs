//! `duplicate-title`: two things of one title.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Header, Lookup};
use crate::source::{KeyPath, Place};
use crate::text::Text;
use crate::vocab;

pub(super) static RULE: Rule = Rule {
    code: "I006",
    name: "duplicate-title",
    severity: Severity::Warning,
    en: Words {
        checks: "No two datasets have the same title, nor two organizations, reuses, topics or services; capitals, accents and punctuation do not count.",
        why: "In a list, two entries of the same name cannot be told apart, and a reader opens the wrong one.",
        message: "`{found}` is the title of another one too",
        expected: "a title that nothing else of its kind has",
        action: "say what sets them apart: the year, the place, the producer",
    },
    fr: Words {
        checks: "Deux jeux de données n’ont pas le même titre, ni deux organisations, réutilisations, dossiers ou API ; capitales, accents et ponctuation ne comptent pas.",
        why: "Dans une liste, deux entrées de même nom ne se distinguent pas : on ouvre la mauvaise.",
        message: "`{found}` est aussi le titre d’un autre",
        expected: "un titre que rien d’autre du même genre ne porte",
        action: "dire ce qui les distingue : l’année, le lieu, le producteur",
    },
    example: Example {
        bad: "title: Trees of the town\n==> content/datasets/trees-2.yaml <==\ntitle: Trees of the Town.\n",
        good: "title: Trees of the town, 2023\n==> content/datasets/trees-2.yaml <==\ntitle: Trees of the town, 2024\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

fn check(context: &Context<'_>, report: &mut Report) {
    let catalog = context.catalog;
    among(&catalog.datasets, "title", |dataset| &dataset.title, report);
    among(&catalog.organizations, "name", |organization| &organization.name, report);
    among(&catalog.reuses, "title", |reuse| &reuse.title, report);
    among(&catalog.topics, "title", |topic| &topic.title, report);
    among(&catalog.services, "title", |service| &service.title, report);
}

/// A title in one language: what its spellings share, and where it stands.
struct Title<'a> {
    key: String,
    header: &'a Header,
    path: KeyPath,
    text: &'a str,
}

fn among<T: Lookup>(things: &[T], key: &str, title_of: fn(&T) -> &Text, report: &mut Report) {
    let mut titles: Vec<Title<'_>> = Vec::with_capacity(things.len());
    for thing in things {
        for (language, text) in title_of(thing).iter() {
            let path = KeyPath::of(key);
            let path = if language.is_empty() { path } else { path.key(language) };
            titles.push(Title { key: vocab::key(text), header: thing.header(), path, text });
        }
    }
    titles.retain(|title| !title.key.is_empty());
    // The sort is stable: of equal titles, the one whose slug comes first is the first.
    titles.sort_by(|one, other| one.key.cmp(&other.key));
    for same in titles.chunk_by(|one, other| one.key == other.key) {
        let mut last = same[0].header.source;
        for title in same {
            if title.header.source != last {
                let broken = report.about(title.header).fail(Place::value(title.path.clone())).found(title.text);
                broken.other(same[0].header.source, Place::value(same[0].path.clone()));
            }
            last = title.header.source;
        }
    }
}
