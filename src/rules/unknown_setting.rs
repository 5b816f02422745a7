//! `unknown-setting`: a setting that names nothing etal has.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::source::{KeyPath, Place};
use crate::vocab;

pub(super) static RULE: Rule = Rule {
    code: "S002",
    name: "unknown-setting",
    severity: Severity::Warning,
    en: Words {
        checks: "Rules, the score profile and the languages named in `site.toml` are ones that etal has.",
        why: "A misspelt rule stays as strict as it was, a misspelt profile shows another score, and pages in a language without an interface are in English around the texts.",
        message: "`{found}` is no {what} of etal[; did you mean `{nearest}`?]",
        expected: "[`{nearest}`, or ]a {what} of etal",
        action: "[write `{nearest}`, or ]see `etal explain` and the documentation of `site.toml`",
    },
    fr: Words {
        checks: "Les règles, le profil de score et les langues que nomme `site.toml` sont connus d’étal.",
        why: "Une règle mal orthographiée reste aussi sévère, un profil mal orthographié montre un autre score, et dans une langue sans interface les pages sont en anglais autour des textes.",
        message: "`{found}` n’est pas {what_fr} d’étal[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "[`{nearest}`, ou ]{what_fr} d’étal",
        action: "[écrire `{nearest}`, ou ]consulter `etal explain` et la documentation de `site.toml`",
    },
    example: Example {
        bad: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\n[rules]\nunknown-kye = \"error\"\n",
        good: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\n[rules]\nunknown-key = \"error\"\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

/// Languages whose interface is complete.
const LANGUAGES: [&str; 2] = ["fr", "en"];

fn check(context: &Context<'_>, report: &mut Report) {
    let config = context.config;
    let rules = || super::RULES.iter().map(|registered| registered.rule);
    for name in config.rules.keys().filter(|name| rules().all(|rule| rule.name != *name && rule.code != *name)) {
        let names = rules().flat_map(|rule| [rule.name, rule.code]);
        let broken = report.fail(Place::key(KeyPath::of("rules").key(name))).found(name);
        broken.nearest(vocab::nearest(name, names)).arg("what", "rule").arg("what_fr", "une règle");
    }
    let profile = config.profile.as_str();
    if !context.profiles.contains(&profile) {
        let broken = report.fail(Place::value(KeyPath::of("score").key("profile"))).found(profile);
        broken
            .nearest(vocab::nearest(profile, context.profiles.iter().copied()))
            .arg("what", "score profile")
            .arg("what_fr", "un profil");
    }
    for (index, language) in config.languages.iter().enumerate() {
        if !LANGUAGES.contains(&language.as_str()) {
            let broken = report.fail(Place::item(KeyPath::of("languages"), index, language)).found(language);
            broken.arg("what", "interface language").arg("what_fr", "une langue d’interface");
        }
    }
}
