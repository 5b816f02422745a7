//! `bad-identifier`: an identifier that does not have the form of its kind.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};
use crate::text::number::is_issn;

pub(super) static RULE: Rule = Rule {
    code: "A008",
    name: "bad-identifier",
    severity: Severity::Error,
    en: Words {
        checks: "DOI, ARK, Handle and ISSN identifiers have the form of their kind.",
        why: "An identifier is there to be resolved and counted for years; one that is cut or mistyped leads nowhere.",
        message: "`{found}` is not [a {kind}]",
        expected: "[a {kind} such as `{model}`]",
        action: "copy it whole from where it was given",
    },
    fr: Words {
        checks: "Les identifiants DOI, ARK, Handle et ISSN ont la forme de leur genre.",
        why: "Un identifiant est là pour être résolu et compté pendant des années ; tronqué ou mal tapé, il ne \
              mène nulle part.",
        message: "`{found}` n’est pas [un {kind}]",
        expected: "[un {kind} comme `{model}`]",
        action: "le recopier en entier là où il a été donné",
    },
    example: Example {
        bad: "title: Trees of the town\nidentifiers:\n- {type: doi, value: 10.5072/}\n",
        good: "title: Trees of the town\nidentifiers:\n- 10.5072/trees-2024\n- {type: ark, value: \"ark:/99999/fk4trees\"}\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, identifier) in dataset.identifiers.iter().enumerate() {
        let Some((kind, model)) = fault(identifier.kind.as_deref(), &identifier.value) else {
            continue;
        };
        let place = Place::value(KeyPath::of("identifiers").index(at).key("value"));
        report.fail(place).found(&identifier.value).arg("kind", kind).arg("model", model);
    }
}

/// The kind that a value should have the form of, with a model, when it has not.
fn fault(kind: Option<&str>, value: &str) -> Option<(&'static str, &'static str)> {
    let lower = value.to_ascii_lowercase();
    let looks_like = |start: &str| lower.starts_with(start);
    let (name, model, right) = match kind {
        Some("doi") => ("DOI", "10.5072/trees-2024", is_doi(value)),
        Some("ark") => ("ARK", "ark:/99999/fk4trees", is_ark(value)),
        Some("handle" | "hdl") => ("Handle", "20.500.12345/678", is_handle(value)),
        Some("issn") => ("ISSN", "0317-8471", is_issn(value)),
        Some(_) => return None,
        None if looks_like("doi") || lower.contains("doi.org/") => ("DOI", "10.5072/trees-2024", false),
        None if looks_like("ark:") => ("ARK", "ark:/99999/fk4trees", is_ark(value)),
        None => return None,
    };
    (!right).then_some((name, model))
}

/// `10.`, four to nine digits (sub-prefixes after a dot), a slash and something without blanks.
fn is_doi(value: &str) -> bool {
    let Some((prefix, suffix)) = value.strip_prefix("10.").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let mut parts = prefix.split('.');
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let registrant = parts.next().is_some_and(|part| digits(part) && (4..=9).contains(&part.len()));
    registrant && parts.all(digits) && is_name(suffix)
}

/// `ark:`, with or without a slash, five signs or more of who names, a slash and a name.
fn is_ark(value: &str) -> bool {
    let bare = value.find("ark:").map(|at| value[at + 4..].trim_start_matches('/'));
    let parts = bare.and_then(|bare| bare.split_once('/'));
    parts.is_some_and(|(authority, name)| {
        authority.len() >= 5 && authority.bytes().all(|byte| byte.is_ascii_alphanumeric()) && is_name(name)
    })
}

/// Numbers with dots, a slash and a name, after any resolver's address.
fn is_handle(value: &str) -> bool {
    let bare = value.trim_start_matches("https://hdl.handle.net/").trim_start_matches("http://hdl.handle.net/");
    bare.split_once('/').is_some_and(|(prefix, name)| {
        prefix.starts_with(|c: char| c.is_ascii_digit()) && !prefix.contains(':') && is_name(name)
    })
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(kind: Option<&str>, value: &str, expected: Option<&str>) {
        assert_eq!(fault(kind, value).map(|(kind, _)| kind), expected, "{value}");
    }

    #[test]
    fn identifiers_have_the_form_of_their_kind() {
        case(Some("doi"), "10.5072/a(b)/c", None);
        case(Some("doi"), "10.1000.10/123", None);
        case(Some("doi"), "10.507/x", Some("DOI"));
        case(Some("doi"), "10.5072/a b", Some("DOI"));
        case(None, "https://www.doi.org/10.5072/x", Some("DOI"));
        case(Some("ark"), "https://n2t.net/ark:99999/x9", None);
        case(None, "ark:/99/x", Some("ARK"));
        case(Some("handle"), "20.500.12345/678", None);
        case(Some("handle"), "678", Some("Handle"));
        case(Some("issn"), "0317-8472", Some("ISSN"));
        case(None, "inventory no. 12", None);
        case(Some("isbn"), "anything", None);
    }
}
