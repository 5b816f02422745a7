//! `unlawful-license`: a licence that a French administration may not choose.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Coded, Dataset, Organization};
use crate::source::{KeyPath, Place};
use crate::vocab::License;

pub(super) static RULE: Rule = Rule {
    code: "L005",
    name: "unlawful-license",
    severity: Severity::Warning,
    en: Words {
        checks: "A French administration publishes under a licence that the law lists.",
        why: "Article D. 323-2-1 of the code of relations between the public and the administration lists them: \
              for data the Licence Ouverte and the ODbL. Any other needs the approval of the State first.",
        message: "a French administration may not choose the licence `{found}`",
        expected: "`etalab-2.0` or `ODbL-1.0`",
        action: "write `etalab-2.0`, which asks no more than attribution, or `ODbL-1.0`",
    },
    fr: Words {
        checks: "Une administration française publie sous une licence prévue par la loi.",
        why: "L’article D. 323-2-1 du code des relations entre le public et l’administration en donne la liste : \
              pour des données, la Licence Ouverte et l’ODbL. Toute autre demande d’abord l’homologation de \
              l’État.",
        message: "une administration française ne peut pas choisir la licence `{found}`",
        expected: "`etalab-2.0` ou `ODbL-1.0`",
        action: "écrire `etalab-2.0`, qui ne demande que la mention de la source, ou `ODbL-1.0`",
    },
    example: Example {
        bad: "title: Arbres de la ville\nlicense: CC-BY-4.0\norganization: mairie\n==> content/organizations/mairie.yaml <==\nname: Mairie\ntype: local-authority\nsiret: \"99900010200015\"\n",
        good: "title: Arbres de la ville\nlicense: etalab-2.0\norganization: mairie\n==> content/organizations/mairie.yaml <==\nname: Mairie\ntype: local-authority\nsiret: \"99900010200015\"\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, context: &Context<'_>, report: &mut Report) {
    let organization = dataset.organization.as_deref().and_then(|slug| context.catalog.organization(slug));
    if !organization.is_some_and(|organization| is_french_administration(organization, dataset, context)) {
        return;
    }
    judge(dataset.license.as_ref(), KeyPath::of("license"), report);
    for (at, resource) in dataset.resources.iter().enumerate().filter(|(_, resource)| resource.type_id() != "code") {
        judge(resource.license.as_ref(), KeyPath::of("resources").index(at).key("license"), report);
    }
}

fn judge(license: Option<&Coded<License>>, path: KeyPath, report: &mut Report) {
    let Some((raw, known)) = license.and_then(|license| Some((&license.raw, license.known?))) else {
        return;
    };
    let is_lawful = known.french_law && !known.software;
    if known.specified && !is_lawful {
        report.fail(Place::value(path)).found(raw);
    }
}

/// A SIRET or a French zone says France; so does the language, unless a zone says another country.
fn is_french_administration(organization: &Organization, dataset: &Dataset, context: &Context<'_>) -> bool {
    let kind = organization.kind.as_ref().and_then(|kind| kind.known).map_or("", |kind| kind.id);
    if !matches!(kind, "public-service" | "local-authority") {
        return false;
    }
    let zones = dataset.spatial.zones.iter().map(|zone| zone.id.as_str()).chain(organization.zone.as_deref());
    let zones: Vec<&str> = zones.filter(|zone| !zone.is_empty()).collect();
    let is_french = |zone: &&str| zone.starts_with("fr:") || matches!(*zone, "country:fr" | "country-subset:fr:metro");
    let speaks_french = dataset.languages.iter().any(|language| language.known.is_some_and(|known| known.code == "fr"))
        || context.config.language() == "fr";
    organization.siret.is_some() || zones.iter().any(is_french) || zones.is_empty() && speaks_french
}
