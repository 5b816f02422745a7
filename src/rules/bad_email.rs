//! `bad-email`: an e-mail address that cannot be written to.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Described;
use crate::source::{KeyPath, Place};
use crate::text::email::is_email;

pub(super) static RULE: Rule = Rule {
    code: "A004",
    name: "bad-email",
    severity: Severity::Error,
    en: Words {
        checks: "E-mail addresses are whole.",
        why: "Questions go nowhere, and the producer believes that nobody asks.",
        message: "`{found}` is not an e-mail address",
        expected: "[`{nearest}`, or ]an address like `opendata@town.example`",
        action: "[write `{nearest}`, or ]mend the address; a web page goes under `url`",
    },
    fr: Words {
        checks: "Les adresses électroniques sont entières.",
        why: "Les questions n’arrivent nulle part, et le producteur croit que personne n’en pose.",
        message: "`{found}` n’est pas une adresse électronique",
        expected: "[`{nearest}`, ou ]une adresse comme `opendata@ville.example`",
        action: "[écrire `{nearest}`, ou ]corriger l’adresse ; une page web va sous `url`",
    },
    example: Example {
        bad: "title: Trees of the town\ncontact_points:\n- name: Parks\n  email: parks[at]town.example\n",
        good: "title: Trees of the town\ncontact_points:\n- name: Parks\n  email: parks@town.example\n",
    },
};

pub(super) const CHECKS: &[Check] = &[
    Check::Dataset(check),
    Check::Organization(check),
    Check::Person(check),
    Check::Service(check),
    Check::Catalog(site),
];

fn check<T: Described>(thing: &T, _: &Context<'_>, report: &mut Report) {
    for (spot, email) in thing.emails() {
        judge(email, report, || spot.path());
    }
}

fn site(context: &Context<'_>, report: &mut Report) {
    report.about(&context.config.header);
    if let Some(email) = &context.config.email {
        judge(email, report, || KeyPath::of("email"));
    }
}

fn judge(email: &str, report: &mut Report, path: impl Fn() -> KeyPath) {
    if !is_email(email) {
        report.fail(Place::value(path())).found(email).nearest(meant(email));
    }
}

/// The address that was written so that programs do not find it, or with `mailto:`.
fn meant(text: &str) -> Option<String> {
    let mut address = text.trim().trim_start_matches("mailto:").trim_matches(['<', '>', '.', ',', ';']).to_owned();
    for (written, sign) in [("at", "@"), ("arobase", "@"), ("dot", "."), ("point", ".")] {
        for (open, close) in [("[", "]"), ("(", ")"), ("{", "}"), (" ", " ")] {
            address = address.replace(&format!("{open}{written}{close}"), sign);
        }
    }
    let address: String = address.chars().filter(|c| !c.is_whitespace()).collect();
    (is_email(&address) && address != text).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disguised_addresses_are_understood() {
        for text in ["a[at]b.fr", "a (at) b (dot) fr", "mailto:a@b.fr", "<a@b.fr>", "a at b.fr", "a @ b.fr"] {
            assert_eq!(meant(text).as_deref(), Some("a@b.fr"), "{text}");
        }
        assert_eq!(meant("the parks department"), None);
    }
}
