//! `unknown-zone`: a zone that nobody can place.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, Organization};
use crate::source::{KeyPath, Place};
use crate::vocab::{Zone, zone};

pub(super) static RULE: Rule = Rule {
    code: "G004",
    name: "unknown-zone",
    severity: Severity::Info,
    en: Words {
        checks: "A zone has an id that is known, or a name.",
        why: "Lists by territory and portals go by the id; a zone without a known id or a name is on no map and \
              in no list.",
        message: "unknown zone `{found}`[; did you mean `{nearest}`?]",
        expected: "[`{nearest}`, or ]an id such as `fr:departement:35` or `country:fr`, or an id and a name",
        action: "[write `{nearest}`, or ]write the zone as `id: …` and `name: …`",
    },
    fr: Words {
        checks: "Une zone a un identifiant connu, ou un nom.",
        why: "Les listes par territoire et les portails vont par identifiant ; une zone sans identifiant connu ni \
              nom n’est sur aucune carte ni dans aucune liste.",
        message: "zone inconnue `{found}`[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "[`{nearest}`, ou ]un identifiant comme `fr:departement:35` ou `country:fr`, ou un identifiant \
              et un nom",
        action: "[écrire `{nearest}`, ou ]écrire la zone sous la forme `id: …` et `name: …`",
    },
    example: Example {
        bad: "title: Trees of the town\nspatial:\n  zones: [\"fr:departement:99\"]\n",
        good: "title: Trees of the town\nspatial:\n  zones: [\"fr:departement:35\", {id: \"fr:commune:99999\", name: Aubrelle}]\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check), Check::Organization(organization)];

/// Levels of which all zones are known: another code is a mistake.
const COMPLETE: [&str; 3] = ["country", "fr:region", "fr:departement"];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let zones = KeyPath::of("spatial").key("zones");
    for (at, zone) in dataset.spatial.zones.iter().enumerate() {
        let is_named = !zone.name.is_blank();
        if zone.known.is_none() && !zone.id.is_empty() && !may_be(&zone.id, is_named) {
            let place = Place::value(zones.index(at).key("id"));
            report.fail(place).found(&zone.id).nearest(nearest(&zone.id));
        }
    }
}

fn organization(organization: &Organization, _: &Context<'_>, report: &mut Report) {
    if let Some(id) = organization.zone.as_deref().filter(|id| Zone::find(id).is_none() && !may_be(id, true)) {
        report.fail(Place::value(KeyPath::of("zone"))).found(id).nearest(nearest(id));
    }
}

/// Whether an id that the table lacks may be right: communes and the like, with a name.
fn may_be(id: &str, is_named: bool) -> bool {
    is_named && zone::is_id(id) && !COMPLETE.contains(&zone::level(id))
}

fn nearest(id: &str) -> Option<&'static str> {
    Zone::find_by_name(id).map(|zone| zone.id).or_else(|| Zone::nearest(id))
}
