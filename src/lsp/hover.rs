//! What is said about the place that a reader points at.

use serde_json::{Value, json};

use super::choices;
use super::client::escaped;
use super::cursor::{At, cursor};
use super::place::{Found, found_at};
use super::slots::{Known, Scalar, known, slot};
use super::view::View;
use crate::finding::Finding;
use crate::model::Kind;
use crate::source::{KeyPath, Span};

/// Findings that are explained at one place; further ones are counted.
const MOST: usize = 3;

/// The words for byte `at`; null when there is nothing to say.
pub(super) fn hover(view: &View<'_>, at: usize) -> Value {
    let mut findings = view.findings();
    findings.retain(|finding| {
        let span = finding.site.span;
        span.start as usize <= at && at <= span.end as usize
    });
    // What is missing in a descriptor is found at its first key.
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let left = findings.len().saturating_sub(MOST);
    findings.truncate(MOST);
    let mut parts: Vec<String> = Vec::new();
    let mut span: Option<Span> = None;
    for finding in findings {
        span = Some(span.map_or(finding.site.span, |span| narrower(span, finding.site.span)));
        parts.push(of_finding(view, finding));
    }
    if left > 0 {
        parts.push(format!("{left} {}", view.say("more findings here", "autres constats ici")));
    }
    if let Some((words, at)) = view.kind().and_then(|kind| of_place(view, kind, at)) {
        parts.insert(0, words);
        span = Some(at);
    }
    match span {
        Some(span) => json!({
            "contents": view.client.hover_words(&parts.join("\n\n---\n\n")),
            "range": view.places().range(span),
        }),
        None => Value::Null,
    }
}

fn narrower(one: Span, other: Span) -> Span {
    if other.end - other.start < one.end - one.start { other } else { one }
}

/// What a rule says: the fault, why it matters, what to do.
fn of_finding(view: &View<'_>, finding: &Finding) -> String {
    let (language, rule) = (view.language, finding.rule);
    let severity = match (finding.severity.name(), language) {
        ("error", "fr") => "erreur",
        ("warning", "fr") => "avertissement",
        ("info", "fr") => "information",
        (name, _) => name,
    };
    format!(
        "**{} {}** ({severity})\n\n{}\n\n{}\n\n{} {}",
        rule.code,
        rule.name,
        escaped(&finding.message(language)),
        rule.words(language).why,
        view.say("To do:", "À faire\u{a0}:"),
        escaped(&finding.action(language)),
    )
}

/// What a key or a value means, and its bytes.
fn of_place(view: &View<'_>, kind: Kind, at: usize) -> Option<(String, Span)> {
    match found_at(view.path, view.text, at) {
        Some(Found { path, span, value: None }) => Some((of_key(view, &known(kind, &path)?), span)),
        Some(Found { path, span, value: Some(value) }) => Some((of_value(view, kind, &path, &value)?, span)),
        // A text that cannot be read has keys all the same.
        None => {
            let cursor = cursor(view.path, view.text, at)?;
            let At::Key { path, has_colon: true, .. } = &cursor.at else { return None };
            let key = view.text.get(cursor.replaced.range())?;
            Some((of_key(view, &known(kind, &path.key(key))?), cursor.replaced))
        }
    }
}

fn of_key(view: &View<'_>, known: &Known) -> String {
    let language = view.language;
    let required = if known.is_required { view.say(" (required)", " (obligatoire)") } else { "" };
    let words = format!("**`{}`**{required}\n\n{}", known.key, known.note.get(language));
    match known.example {
        Some(example) => format!("{words}\n\n```yaml\n{}\n```", example.get(language)),
        None => words,
    }
}

fn of_value(view: &View<'_>, kind: Kind, path: &KeyPath, value: &str) -> Option<String> {
    let choice = match slot(kind, path)?.scalar {
        Scalar::Code(codes) => choices::code(codes, value, view.language)?,
        Scalar::Slug(kinds) => {
            let catalog = &view.site?.catalog;
            let kind = kinds.iter().find(|kind| catalog.has(**kind, value))?;
            choices::things(catalog, *kind, view.language).into_iter().find(|thing| thing.value == value)?
        }
        _ => return None,
    };
    let name = format!("**{}** – `{}`", escaped(&choice.name), choice.value);
    let more = view.about(&choice);
    Some(if more.is_empty() { name } else { format!("{name}\n\n{more}") })
}
