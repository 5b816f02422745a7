//! `bad-slug`: a file or folder name that is no slug.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "I002",
    name: "bad-slug",
    severity: Severity::Warning,
    en: Words {
        checks: "The name of a descriptor's file or folder is made of `a`–`z`, `0`–`9` and `-`, at most 100 characters, and is no device name of Windows.",
        why: "The name is the address of the page. Capitals, blanks and accents are written differently by every system: links break, and two names may collide.",
        message: "the name `{found}` is no slug; the page is at `{nearest}`",
        expected: "lower-case letters without accents, digits and `-`",
        action: "rename the file or folder to `{nearest}`",
    },
    fr: Words {
        checks: "Le nom du fichier ou du dossier d’une fiche se compose de `a`–`z`, `0`–`9` et `-`, 100 caractères au plus, et n’est pas un nom réservé de Windows.",
        why: "Ce nom est l’adresse de la page. Capitales, espaces et accents s’écrivent autrement selon les systèmes : des liens se cassent, et deux noms peuvent se confondre.",
        message: "le nom `{found}` ne convient pas à une adresse ; la page est à `{nearest}`",
        expected: "des minuscules sans accents, des chiffres et `-`",
        action: "renommer le fichier ou le dossier en `{nearest}`",
    },
    example: Example {
        bad: "==> content/datasets/Arbres de la Ville.yaml <==\ntitle: Trees\n",
        good: "==> content/datasets/arbres-de-la-ville.yaml <==\ntitle: Trees\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::BadSlug {
        report.fail(fault.place.clone()).found(&fault.found).nearest(fault.nearest.as_deref());
    }
}
