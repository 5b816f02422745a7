//! `private-address`: an address that only the own network can reach.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Described;
use crate::source::Place;
use crate::text::address;

pub(super) static RULE: Rule = Rule {
    code: "R007",
    name: "private-address",
    severity: Severity::Error,
    en: Words {
        checks: "Addresses can be reached from anywhere.",
        why: "The address of one's own machine or network opens for nobody else, and tells strangers how the \
              network is built.",
        message: "nobody outside can reach `{found}`",
        expected: "an address on the public internet",
        action: "publish the file beside the descriptor or on a public server, and write that address",
    },
    fr: Words {
        checks: "Les adresses s’atteignent de partout.",
        why: "L’adresse de sa propre machine ou de son réseau ne s’ouvre pour personne d’autre, et dit à des \
              inconnus comment le réseau est fait.",
        message: "personne d’extérieur ne peut atteindre `{found}`",
        expected: "une adresse de l’internet public",
        action: "publier le fichier à côté de la fiche ou sur un serveur public, et écrire cette adresse",
    },
    example: Example {
        bad: "title: Trees of the town\nresources:\n- url: http://192.168.1.20/trees.csv\n",
        good: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees.csv\n",
    },
};

pub(super) const CHECKS: &[Check] = &[
    Check::Dataset(check),
    Check::Organization(check),
    Check::Person(check),
    Check::Reuse(check),
    Check::Service(check),
];

fn check<T: Described>(thing: &T, _: &Context<'_>, report: &mut Report) {
    for (spot, url) in thing.addresses() {
        if address::split(url).is_some_and(|address| address::is_private(address.host)) {
            report.fail(Place::value(spot.path())).found(url);
        }
    }
}
