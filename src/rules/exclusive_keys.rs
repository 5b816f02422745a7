//! `exclusive-keys`: two keys of which only one may be there.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "I009",
    name: "exclusive-keys",
    severity: Severity::Error,
    en: Words {
        checks: "Only one of `organization` and `owner`, of a resource's `path` and `url`, and of a description and a Markdown body is given.",
        why: "They answer the same question. Two answers leave open which one holds, so the second is not used.",
        message: "`{found}` cannot stand beside `{nearest}`; it is ignored",
        expected: "`{nearest}` or `{found}`, not both",
        action: "remove one of the two",
    },
    fr: Words {
        checks: "Une seule des clés `organization` et `owner` est donnée, comme de `path` et `url` pour un fichier, et comme de la description et du corps en Markdown.",
        why: "Elles répondent à la même question. Avec deux réponses, on ne sait laquelle vaut : la seconde ne sert pas.",
        message: "`{found}` ne va pas avec `{nearest}` ; sa valeur est ignorée",
        expected: "`{nearest}` ou `{found}`, pas les deux",
        action: "retirer l’une des deux",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - title: Trees\n    path: trees.csv\n    url: https://data.example/trees.csv\n==> content/datasets/example/trees.csv <==\na,b\n1,2\n",
        good: "title: Trees\nresources:\n  - title: Trees\n    url: https://data.example/trees.csv\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Exclusive {
        report.fail(fault.place.clone()).found(&fault.found).nearest(fault.nearest.as_deref());
    }
}
