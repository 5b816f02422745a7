//! `bad-url`: an address that opens nowhere.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Described;
use crate::source::Place;
use crate::text::address::{self, AddressFault};

pub(super) static RULE: Rule = Rule {
    code: "R005",
    name: "bad-url",
    severity: Severity::Error,
    en: Words {
        checks: "Web addresses are whole: a scheme, a host, no blanks.",
        why: "A link that does not open is worse than none: readers give up, and harvesters drop the resource.",
        message: "`{found}` is not a valid web address[{prose}: these are words][{mail}: this is an e-mail \
              address][{cloud}: this is a name inside a cloud, not an address][{bare}: it lacks `https://`][: \
              nothing opens `{scheme}:`][{nohost}: it lacks a host][: `{host}` is no host][{blank}: it \
              contains a blank][: it contains {character}]",
        expected: "[`{nearest}`, or ]an address like `https://data.example.org/trees.csv`",
        action: "[{mail}move it to `email`][{prose}move the words to a text, or remove them][{bare}put the scheme \
              before it][{cloud}give the web address of the files][{other}mend the address][ by writing \
              `{nearest}`]",
    },
    fr: Words {
        checks: "Les adresses web sont entières : un protocole, un hôte, pas de blancs.",
        why: "Un lien qui ne s’ouvre pas est pire qu’aucun : on renonce, et les moissonneurs laissent tomber la \
              ressource.",
        message: "`{found}` n’est pas une adresse web valable[{prose} : ce sont des mots][{mail} : c’est une \
              adresse électronique][{cloud} : c’est un nom interne à un nuage, pas une adresse][{bare} : il \
              manque `https://`][ : rien n’ouvre `{scheme}:`][{nohost} : il manque un hôte][ : `{host}` n’est \
              pas un hôte][{blank} : elle contient un blanc][ : elle contient {character}]",
        expected: "[`{nearest}`, ou ]une adresse comme `https://data.example.org/trees.csv`",
        action: "[{mail}la mettre sous `email`][{prose}mettre ces mots dans un texte, ou les \
              retirer][{bare}écrire le protocole devant][{cloud}donner l’adresse web des \
              fichiers][{other}corriger l’adresse][ en écrivant `{nearest}`]",
    },
    example: Example {
        bad: "title: Trees of the town\nresources:\n- url: https://data.example.org/all trees.csv\n",
        good: "title: Trees of the town\nresources:\n- url: https://data.example.org/all%20trees.csv\n",
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
        let Err(fault) = address::check(url) else {
            continue;
        };
        let broken = report.fail(Place::value(spot.path())).found(url).nearest(address::repaired(url));
        match fault {
            AddressFault::Prose => broken.arg("prose", ""),
            AddressFault::Mail => broken.arg("mail", ""),
            AddressFault::CloudName => broken.arg("cloud", ""),
            AddressFault::NoScheme => broken.arg("bare", ""),
            AddressFault::Scheme(scheme) => broken.arg("scheme", scheme).arg("other", ""),
            AddressFault::NoHost => broken.arg("nohost", "").arg("other", ""),
            AddressFault::BadHost(host) => broken.arg("host", host).arg("other", ""),
            AddressFault::Character(' ') => broken.arg("blank", "").arg("other", ""),
            AddressFault::Character(character) => broken.arg("character", named(character)).arg("other", ""),
        };
    }
}

/// A character as people can see it: the same in every language.
fn named(character: char) -> String {
    if character.is_whitespace() || character.is_control() {
        return format!("U+{:04X}", u32::from(character));
    }
    format!("`{character}`")
}
