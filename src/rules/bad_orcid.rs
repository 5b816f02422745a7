//! `bad-orcid`: an ORCID identifier of nobody.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, Person};
use crate::source::{KeyPath, Place};
use crate::text::number;

pub(super) static RULE: Rule = Rule {
    code: "A006",
    name: "bad-orcid",
    severity: Severity::Error,
    en: Words {
        checks: "An ORCID identifier has sixteen signs, of which the last checks the others.",
        why: "It tells two researchers of one name apart; with a slip of the hand it names somebody else, or nobody.",
        message: "`{found}` is not an ORCID identifier",
        expected: "four groups of four, such as `0000-0002-1825-0097`",
        action: "copy it from the person's page on orcid.org",
    },
    fr: Words {
        checks: "Un identifiant ORCID a seize signes, dont le dernier contrôle les autres.",
        why: "Il distingue deux chercheurs du même nom ; une faute de frappe désigne quelqu’un d’autre, ou personne.",
        message: "`{found}` n’est pas un identifiant ORCID",
        expected: "quatre groupes de quatre, comme `0000-0002-1825-0097`",
        action: "le recopier depuis la page de la personne sur orcid.org",
    },
    example: Example {
        bad: "title: Trees of the town\ncreators:\n- name: Josiah Carberry\n  orcid: 0000-0002-1825-0098\n",
        good: "title: Trees of the town\ncreators:\n- name: Josiah Carberry\n  orcid: 0000-0002-1825-0097\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check), Check::Person(person)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, creator) in dataset.creators.iter().enumerate() {
        judge(creator.orcid.as_deref(), KeyPath::of("creators").index(at).key("orcid"), report);
    }
}

fn person(person: &Person, _: &Context<'_>, report: &mut Report) {
    judge(person.orcid.as_deref(), KeyPath::of("orcid"), report);
}

fn judge(orcid: Option<&str>, path: KeyPath, report: &mut Report) {
    if let Some(orcid) = orcid.filter(|orcid| number::orcid(orcid).is_none()) {
        report.fail(Place::value(path)).found(orcid);
    }
}
