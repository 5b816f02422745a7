//! `conflicting-redirect`: a former slug that something else has.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use std::collections::BTreeMap;

use crate::model::Lookup;
use crate::slug::Slug;
use crate::source::{KeyPath, Place, SourceId};

pub(super) static RULE: Rule = Rule {
    code: "I008",
    name: "conflicting-redirect",
    severity: Severity::Error,
    en: Words {
        checks: "A former slug under `redirects` is a slug, and belongs to nothing else: to no present thing of the same kind, and to no other one's past.",
        why: "One address can lead to one page. A redirect to a taken address is not written, and old links end at the wrong page.",
        message: "`{found}` cannot lead here: {reason}",
        expected: "a former slug that nothing else has or had",
        action: "remove it here, or rename the other one",
    },
    fr: Words {
        checks: "Un ancien nom sous `redirects` convient à une adresse et n’est à rien d’autre : ni le nom présent d’un élément du même genre, ni le passé d’un autre.",
        why: "Une adresse mène à une seule page. Le renvoi d’une adresse déjà prise n’est pas écrit, et les anciens liens aboutissent à la mauvaise page.",
        message: "`{found}` ne peut mener ici : {reason_fr}",
        expected: "un ancien nom que rien d’autre ne porte ni n’a porté",
        action: "le retirer ici, ou renommer l’autre",
    },
    example: Example {
        bad: "title: Trees\nredirects: [benches]\nid: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\n==> content/datasets/benches.yaml <==\ntitle: Benches\n",
        good: "title: Trees\nredirects: [old-trees]\nid: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\n==> content/datasets/benches.yaml <==\ntitle: Benches\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

fn check(context: &Context<'_>, report: &mut Report) {
    among(&context.catalog.datasets, |dataset| &dataset.redirects, report);
    among(&context.catalog.organizations, |organization| &organization.redirects, report);
}

fn among<T: Lookup>(things: &[T], redirects_of: fn(&T) -> &[String], report: &mut Report) {
    let mut claimed: BTreeMap<&str, (SourceId, Place)> = BTreeMap::new();
    let present: BTreeMap<&str, SourceId> =
        things.iter().map(|thing| (thing.header().slug.as_str(), thing.header().source)).collect();
    for thing in things {
        let header = thing.header();
        for (index, old) in redirects_of(thing).iter().enumerate() {
            let place = Place::item(KeyPath::of("redirects"), index, old);
            let holder = present.get(old.as_str()).map(|source| (*source, Place::key(KeyPath::root())));
            let other = holder.or_else(|| claimed.get(old.as_str()).cloned());
            if let Some((en, fr)) =
                reason(old, header.slug.as_str(), present.contains_key(old.as_str()), other.is_some())
            {
                let broken = report.about(header).fail(place).found(old).arg("reason", en).arg("reason_fr", fr);
                if let Some((source, place)) = other {
                    broken.other(source, place);
                }
            } else {
                claimed.insert(old, (header.source, place));
            }
        }
    }
}

fn reason(old: &str, own: &str, present: bool, taken: bool) -> Option<(&'static str, &'static str)> {
    if Slug::new(old).is_none() {
        Some(("it is no slug", "il ne convient pas à une adresse"))
    } else if old == own {
        Some(("it is its present name", "c’est son nom présent"))
    } else if present {
        Some(("something else has that name", "autre chose porte ce nom"))
    } else {
        taken.then_some(("it is listed once more", "il figure une autre fois"))
    }
}
