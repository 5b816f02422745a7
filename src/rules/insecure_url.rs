//! `insecure-url`: an address without encryption.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Described;
use crate::source::Place;
use crate::text::address;

pub(super) static RULE: Rule = Rule {
    code: "R006",
    name: "insecure-url",
    severity: Severity::Info,
    en: Words {
        checks: "Addresses of the web begin with `https`.",
        why: "Over `http` anybody on the way can read and change what is downloaded, and browsers refuse to load \
              it from a secure page.",
        message: "the address is not encrypted: `{found}`",
        expected: "`https://`, if the server has it",
        action: "try the address with `https://` and write that",
    },
    fr: Words {
        checks: "Les adresses web commencent par `https`.",
        why: "En `http`, n’importe qui sur le chemin peut lire et changer ce qui est téléchargé, et les \
              navigateurs refusent de le charger depuis une page sûre.",
        message: "l’adresse n’est pas chiffrée : `{found}`",
        expected: "`https://`, si le serveur le permet",
        action: "essayer l’adresse avec `https://` et l’écrire ainsi",
    },
    example: Example {
        bad: "title: Trees of the town\nresources:\n- url: http://data.example.org/trees.csv\n",
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
        let is_plain = |scheme: &str| ["http", "ftp"].iter().any(|plain| plain.eq_ignore_ascii_case(scheme));
        match address::check(url) {
            Ok(address) if is_plain(address.scheme) && !address::is_private(address.host) => {
                report.fail(Place::value(spot.path())).found(url);
            }
            _ => {}
        }
    }
}
