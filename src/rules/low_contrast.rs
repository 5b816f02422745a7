//! `low-contrast`: a colour of `site.toml` that is hard to read.

use super::{Check, Context, Report};
use crate::contrast::{self, Scheme};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Colors;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "S003",
    name: "low-contrast",
    severity: Severity::Warning,
    en: Words {
        checks: "The colours set in `site.toml` keep the contrasts of WCAG 2.2 against what they stand on: 4.5 for text, 3 for bars.",
        why: "Below that, people with low sight, or a screen in the sun, cannot read links and buttons.",
        message: "`{found}` as `{token}` has a contrast of {ratio} with `{against}`; {least} is needed",
        expected: "a contrast of {least}[, as `{nearest}` has]",
        action: "[use `{nearest}`, or ]choose a colour further from `{against}`",
    },
    fr: Words {
        checks: "Les couleurs réglées dans `site.toml` gardent les contrastes de WCAG 2.2 avec leur fond : 4,5 pour le texte, 3 pour les barres.",
        why: "En deçà, qui voit mal, ou lit au soleil, ne distingue plus les liens ni les boutons.",
        message: "`{found}` pour `{token}` a un contraste de {ratio} avec `{against}` ; il faut {least}",
        expected: "un contraste de {least}[, celui de `{nearest}`]",
        action: "[prendre `{nearest}`, ou ]choisir une couleur plus éloignée de `{against}`",
    },
    example: Example {
        bad: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\n[colors.light]\naccent = \"#f0a0c0\"\n",
        good: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\n[colors.light]\naccent = \"#701040\"\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

fn check(context: &Context<'_>, report: &mut Report) {
    scheme("light", Scheme::Light, &context.config.light, report);
    scheme("dark", Scheme::Dark, &context.config.dark, report);
}

fn scheme(name: &str, scheme: Scheme, colors: &Colors, report: &mut Report) {
    for weak in contrast::weak(scheme, colors) {
        let place = Place::value(KeyPath::of("colors").key(name).key(weak.token));
        let broken = report.fail(place).found(weak.color).arg("token", weak.token).nearest(weak.better);
        let ratio = format!("{:.1}", weak.ratio);
        broken.arg("ratio", ratio).arg("least", weak.least.to_string()).arg("against", weak.against);
    }
}
