//! `bad-siret`: a SIRET that belongs to nobody.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Organization;
use crate::source::{KeyPath, Place};
use crate::text::number::is_siret;

pub(super) static RULE: Rule = Rule {
    code: "A005",
    name: "bad-siret",
    severity: Severity::Error,
    en: Words {
        checks: "A SIRET has 14 digits that check each other.",
        why: "Registers and portals join organisations by this number; a wrong one joins them to nobody, or to \
              somebody else.",
        message: "`{found}` is not a SIRET[{siren}: these are the nine digits of a SIREN][{sum}: its digits do \
              not check]",
        expected: "14 digits: the nine of the SIREN and five of the establishment",
        action: "copy the number from the register of companies (annuaire-entreprises.data.gouv.fr), between quotes",
    },
    fr: Words {
        checks: "Un SIRET a 14 chiffres qui se contrôlent entre eux.",
        why: "Répertoires et portails rapprochent les organisations par ce numéro ; un faux numéro les rapproche \
              de personne, ou d’une autre.",
        message: "`{found}` n’est pas un SIRET[{siren} : ce sont les neuf chiffres d’un SIREN][{sum} : ses \
              chiffres ne se contrôlent pas]",
        expected: "14 chiffres : les neuf du SIREN et cinq pour l’établissement",
        action: "recopier le numéro depuis l’annuaire des entreprises (annuaire-entreprises.data.gouv.fr), entre \
              guillemets",
    },
    example: Example {
        bad: "==> content/organizations/town.yaml <==\nname: Town hall\nsiret: \"99900010200016\"\n",
        good: "==> content/organizations/town.yaml <==\nname: Town hall\nsiret: \"99900010200015\"\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Organization(check)];

fn check(organization: &Organization, _: &Context<'_>, report: &mut Report) {
    let Some(siret) = organization.siret.as_deref().filter(|siret| !is_siret(siret)) else {
        return;
    };
    let digits = siret.chars().filter(char::is_ascii_digit).count();
    let broken = report.fail(Place::value(KeyPath::of("siret"))).found(siret);
    match digits {
        9 => broken.arg("siren", ""),
        14 => broken.arg("sum", ""),
        _ => broken,
    };
}
