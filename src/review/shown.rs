//! What a field shows, and what becomes of it.

use serde::Serialize;

use super::outline::outline;
use super::words::{LONGEST, cut};

/// Characters that are told before the first difference of two long values.
const AROUND: usize = 40;

/// What a field says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Nothing.
    Nothing,
    /// Words on one line.
    Words(String),
    /// A text of several lines.
    Long(String),
    /// Several values whose order does not matter.
    Set(Vec<String>),
}

impl From<Option<String>> for Shown {
    fn from(words: Option<String>) -> Self {
        words.filter(|words| !words.is_empty()).map_or(Self::Nothing, Self::Words)
    }
}

impl From<String> for Shown {
    fn from(words: String) -> Self {
        Some(words).into()
    }
}

impl From<Vec<String>> for Shown {
    fn from(values: Vec<String>) -> Self {
        if values.is_empty() { Self::Nothing } else { Self::Set(values) }
    }
}

/// A field that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldReview {
    /// Its key in descriptors.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// What it said; none when it said nothing, or when only some values of a list change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it says; none when it says nothing, or when only some values of a list change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Values of a list that it did not have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// Values of a list that it has no longer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
    /// Of a long text: its lines with `-` and `+` before those that change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<String>,
}

/// What becomes of a field; none when it stays.
pub(super) fn compare(key: &str, label: String, before: Shown, after: Shown) -> Option<FieldReview> {
    if before == after {
        return None;
    }
    let mut review = FieldReview {
        key: key.to_owned(),
        label,
        before: None,
        after: None,
        added: Vec::new(),
        removed: Vec::new(),
        lines: None,
    };
    match (before, after) {
        (Shown::Set(before), Shown::Set(after)) => {
            review.added = after.iter().filter(|value| !before.contains(value)).cloned().collect();
            review.removed = before.iter().filter(|value| !after.contains(value)).cloned().collect();
            // The same values in another order, or one that came twice: nothing that readers see.
            if review.added.is_empty() && review.removed.is_empty() {
                return None;
            }
        }
        (Shown::Long(before), Shown::Long(after)) => review.lines = Some(outline(&before, &after)),
        (Shown::Nothing, Shown::Long(after)) => review.lines = Some(outline("", &after)),
        (Shown::Long(before), Shown::Nothing) => review.lines = Some(outline(&before, "")),
        (Shown::Nothing, Shown::Set(after)) => review.added = after,
        (Shown::Set(before), Shown::Nothing) => review.removed = before,
        (before, after) => (review.before, review.after) = (said(before), said(after)),
    }
    shorten(&mut review);
    Some(review)
}

/// Cuts what is long, around the first difference: what is told of two values must not look the same.
fn shorten(review: &mut FieldReview) {
    let [before, after] = [&review.before, &review.after].map(|value| value.as_deref().unwrap_or_default());
    let common = before.chars().zip(after.chars()).take_while(|(one, other)| one == other).count();
    let longest = before.chars().count().max(after.chars().count());
    let from = if longest > LONGEST { common.saturating_sub(AROUND) } else { 0 };
    for value in [&mut review.before, &mut review.after].into_iter().flatten() {
        *value = cut(value, from);
    }
    for value in review.added.iter_mut().chain(&mut review.removed) {
        *value = cut(value, 0);
    }
}

fn said(shown: Shown) -> Option<String> {
    match shown {
        Shown::Nothing => None,
        Shown::Words(words) | Shown::Long(words) => Some(words),
        Shown::Set(values) => Some(values.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(values: &[&str]) -> Shown {
        Shown::Set(values.iter().map(|value| (*value).to_owned()).collect())
    }

    #[test]
    fn the_order_of_a_list_is_no_change() {
        assert_eq!(compare("tags", String::new(), set(&["a", "b"]), set(&["b", "a"])), None);
    }

    #[test]
    fn long_values_are_told_from_where_they_differ() {
        let long = |end: &str| Shown::Words(format!("{}{end}", "x".repeat(500)));
        let review = compare("url", String::new(), long("ONE"), long("TWO")).expect("a change");
        assert_eq!(review.after, Some(format!("…{}TWO", "x".repeat(AROUND))));
    }

    #[test]
    fn of_a_list_only_what_differs_is_told() {
        let review = compare("tags", String::new(), set(&["a", "b"]), set(&["b", "c"])).expect("a change");
        assert_eq!((review.added, review.removed), (vec![String::from("c")], vec![String::from("a")]));
        assert_eq!((review.before, review.after), (None, None));
    }
}
