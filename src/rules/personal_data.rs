//! `personal-data`: personal data in a text that everybody reads.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Described, Organization, Use};
use crate::source::Place;
use crate::text::personal::{self, Personal};

pub(super) static RULE: Rule = Rule {
    code: "A003",
    name: "personal-data",
    severity: Severity::Warning,
    en: Words {
        checks: "Descriptions hold no e-mail address of a person, telephone, bank account or social security number.",
        why: "What a page shows is copied within days by programs that look for addresses; who left the service \
              cannot take theirs back, and the law asks for a reason to publish it.",
        message: "`{found}` looks like [{mail}the e-mail address of a person][{phone}a telephone number][{iban}a \
              bank account][{social}a social security number]",
        expected: "[{mail}a shared mailbox in `contact_points`][{phone}a service to write to in \
              `contact_points`][{iban}nothing of the kind in a public text][{social}nothing of the kind in a \
              public text]",
        action: "[{mail}name a shared mailbox under `contact_points` and take the address out of the \
              text][{phone}take it out of the text, or name a service under `contact_points`][{iban}take it \
              out of the text, and out of the history of the repository][{social}take it out of the text, and \
              out of the history of the repository]",
    },
    fr: Words {
        checks: "Les descriptions ne contiennent ni adresse électronique d’une personne, ni téléphone, ni compte \
              bancaire, ni numéro de sécurité sociale.",
        why: "Ce qu’une page montre est copié en quelques jours par des programmes qui cherchent des adresses ; \
              qui a quitté le service ne peut pas reprendre la sienne, et la loi demande une raison de la \
              publier.",
        message: "`{found}` ressemble à [{mail}l’adresse électronique d’une personne][{phone}un numéro de \
              téléphone][{iban}un compte bancaire][{social}un numéro de sécurité sociale]",
        expected: "[{mail}une boîte partagée dans `contact_points`][{phone}un service à qui écrire dans \
              `contact_points`][{iban}rien de tel dans un texte public][{social}rien de tel dans un texte \
              public]",
        action: "[{mail}nommer une boîte partagée sous `contact_points` et retirer l’adresse du texte][{phone}le \
              retirer du texte, ou nommer un service sous `contact_points`][{iban}le retirer du texte, et de \
              l’historique du dépôt][{social}le retirer du texte, et de l’historique du dépôt]",
    },
    example: Example {
        bad: "title: Trees of the town\ndescription: Ask jeanne.martin@town.example or call 06 12 34 56 78.\n",
        good: "title: Trees of the town\ndescription: Ask opendata@town.example.\n",
    },
};

pub(super) const CHECKS: &[Check] = &[
    Check::Dataset(check),
    Check::Organization(organization),
    Check::Reuse(check),
    Check::Service(check),
    Check::Topic(check),
];

fn check<T: Described>(thing: &T, _: &Context<'_>, report: &mut Report) {
    judge(thing, report, |_| true);
}

/// The telephone of an organisation is nobody's own.
fn organization(organization: &Organization, _: &Context<'_>, report: &mut Report) {
    judge(organization, report, |kind| kind != Personal::Phone);
}

fn judge<T: Described>(thing: &T, report: &mut Report, counts: fn(Personal) -> bool) {
    for field in thing.fields().into_iter().filter(|field| field.usage != Use::Title) {
        for (spot, text) in field.each() {
            for (kind, found) in personal::find(text).into_iter().filter(|(kind, _)| counts(*kind)) {
                let key = match kind {
                    Personal::Mail => "mail",
                    Personal::Phone => "phone",
                    Personal::Iban => "iban",
                    Personal::SocialSecurity => "social",
                };
                report.fail(Place::token(spot.path(), found)).found(found).arg(key, "");
            }
        }
    }
}
