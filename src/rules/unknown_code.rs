//! `unknown-code`: a code that its vocabulary does not have.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "V003",
    name: "unknown-code",
    severity: Severity::Error,
    en: Words {
        checks: "A value from a closed list is one of that list, whatever its spelling.",
        why: "An unknown code puts the dataset in no facet and means nothing to other catalogues; a frequency that is not understood makes lateness unknown.",
        message: "`{found}` is no {list}[; did you mean `{nearest}`?]",
        expected: "[`{nearest}`, or ]a code of the list in the format's documentation",
        action: "[write `{nearest}`, or ]choose a code of the list",
    },
    fr: Words {
        checks: "Une valeur tirée d’une liste fermée est de cette liste, quelle que soit sa graphie.",
        why: "Un code inconnu ne range le jeu de données dans aucune facette et ne dit rien aux autres catalogues ; une fréquence incomprise rend le retard inconnu.",
        message: "`{found}` n’est pas {list_fr}[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "[`{nearest}`, ou ]un code de la liste donnée par la documentation du format",
        action: "[écrire `{nearest}`, ou ]choisir un code de la liste",
    },
    example: Example { bad: "title: Trees\nfrequency: anual\n", good: "title: Trees\nfrequency: annual\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if let FaultKind::UnknownCode(list) = &fault.kind {
        let broken = report.fail(fault.place.clone()).found(&fault.found).nearest(fault.nearest.as_deref());
        broken.arg("list", *list).arg("list_fr", in_french(list));
    }
}

/// The lists of [`crate::vocab`] and of `site.toml`, by the names they have there.
fn in_french(list: &str) -> &str {
    match list {
        "access reason" => "un motif de restriction",
        "access type" => "un type d’accès",
        "audience condition" => "une condition d’accès",
        "audience role" => "un public",
        "colour" => "une couleur de la forme #rrggbb",
        "contact role" => "un rôle de contact",
        "dataset badge" => "un label de jeu de données",
        "forge" => "une forge",
        "frequency" => "une fréquence",
        "high-value category" => "une catégorie de données de forte valeur",
        "http address" => "une adresse http",
        "language" => "une langue",
        "member role" => "un rôle de membre",
        "organization type" => "un type d’organisation",
        "resource type" => "un type de fichier",
        "reuse topic" => "un sujet de réutilisation",
        "reuse type" => "un type de réutilisation",
        "severity" => "une gravité",
        "spatial granularity" => "une granularité",
        "theme" => "un thème européen",
        other => other,
    }
}
