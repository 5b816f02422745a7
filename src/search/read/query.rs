//! What a query says: its clauses, and the words of them that count.

use super::analyser::Analyser;
use super::boot::Boot;
use crate::search::words::is_without_blanks;

/// Operators and the facet they choose by; none for `title`.
const OPERATORS: [(&str, Option<&str>); 12] = [
    ("title", None),
    ("titre", None),
    ("tag", Some("tag")),
    ("mot", Some("tag")),
    ("mot-clé", Some("tag")),
    ("org", Some("organization")),
    ("organization", Some("organization")),
    ("organisation", Some("organization")),
    ("producteur", Some("organization")),
    ("format", Some("format")),
    ("license", Some("license")),
    ("licence", Some("license")),
];

/// Where a word is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// Anywhere.
    Any,
    /// In the title alone.
    Title,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) form: String,
    pub(super) field: Field,
    /// It stands between quotes: only its own classes count.
    pub(super) is_quoted: bool,
    /// It may be the beginning of a longer one.
    pub(super) is_open: bool,
}

/// A clause that chooses by a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) facet: &'static str,
    pub(super) value: String,
    pub(super) is_excluded: bool,
}

/// A query that was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// Words that must match, in their order.
    pub(super) words: Vec<Word>,
    /// Words of each excluded clause.
    pub(super) excluded: Vec<Vec<Word>>,
    pub(super) choices: Vec<Choice>,
}

/// Understands a query.
pub(super) fn parse(boot: &Boot, text: &str) -> Query {
    let mut query = Query::default();
    let clauses = clauses(text);
    let last = clauses.len().saturating_sub(1);
    let is_open = text.chars().next_back().is_some_and(|c| !boot.analyser.parts(c));
    for (place, clause) in clauses.into_iter().enumerate() {
        if let Some(facet) = clause.facet {
            query.choices.push(Choice { facet, value: clause.value.to_owned(), is_excluded: clause.is_excluded });
            continue;
        }
        let mut words = clause.words(&boot.analyser);
        match words.last_mut() {
            None => {}
            Some(_) if clause.is_excluded => query.excluded.push(words),
            Some(word) => {
                word.is_open = is_open && place == last && !clause.is_quoted;
                query.words.append(&mut words);
            }
        }
    }
    leave_out(boot, &mut query.words);
    query
}

/// Leaves out words that say nothing beside others.
fn leave_out(boot: &Boot, words: &mut Vec<Word>) {
    let says = |word: &Word| !boot.stop.contains(&word.form);
    let telling = words.iter().filter(|word| says(word)).count();
    words.retain(|word| {
        let others = telling - usize::from(says(word));
        let is_stop = !says(word) && !word.is_quoted;
        others == 0 || !(is_stop || word.is_open && is_letter(&word.form))
    });
}

/// Whether a word is one character, of a script with blanks between words.
fn is_letter(form: &str) -> bool {
    let mut characters = form.chars();
    characters.next().is_some_and(|first| !is_without_blanks(first)) && characters.next().is_none()
}

/// A clause as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Clause<'a> {
    is_excluded: bool,
    field: Option<Field>,
    facet: Option<&'static str>,
    value: &'a str,
    is_quoted: bool,
}

impl Clause<'_> {
    fn words(&self, analyser: &Analyser) -> Vec<Word> {
        let field = self.field.unwrap_or(Field::Any);
        let word = |form| Word { form, field, is_quoted: self.is_quoted, is_open: false };
        analyser.words(self.value).into_iter().map(word).collect()
    }
}

fn clauses(text: &str) -> Vec<Clause<'_>> {
    let mut found = Vec::new();
    let mut rest = text.trim_start_matches(is_blank);
    while !rest.is_empty() {
        let (clause, after) = clause(rest);
        found.extend((!clause.value.is_empty()).then_some(clause));
        rest = after.trim_start_matches(is_blank);
    }
    found
}

/// The clause that a text begins with, and what follows it.
fn clause(text: &str) -> (Clause<'_>, &str) {
    let mut clause = Clause::default();
    let mut rest = text;
    if let Some(after) = rest.strip_prefix('-') {
        clause.is_excluded = true;
        rest = after;
    }
    if let Some((facet, after)) = operator(rest) {
        (clause.facet, rest) = (facet, after);
        clause.field = facet.is_none().then_some(Field::Title);
    }
    let quote = rest.chars().next().filter(|c| is_quote(*c));
    clause.is_quoted = quote.is_some();
    let begin = quote.map_or(0, char::len_utf8);
    let ends = |c: char| if quote.is_some() { is_quote(c) } else { is_blank(c) };
    let end = rest[begin..].find(ends).map_or(rest.len(), |end| begin + end);
    clause.value = rest[begin..end].trim_matches(is_blank);
    let after = &rest[end..];
    (clause, if quote.is_some() { after.strip_prefix(is_quote).unwrap_or(after) } else { after })
}

/// The facet of the operator that a text begins with, and what follows its colon.
fn operator(text: &str) -> Option<(Option<&'static str>, &str)> {
    let token = text.split(is_blank).next()?;
    let (name, _) = token.split_once(':')?;
    let lower = name.to_lowercase();
    let (_, facet) = OPERATORS.iter().find(|(known, _)| *known == lower)?;
    Some((*facet, &text[name.len() + 1..]))
}

/// What JavaScript takes for a blank.
fn is_blank(character: char) -> bool {
    character.is_whitespace() && character != '\u{85}' || character == '\u{feff}'
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '«' | '»')
}

#[cfg(test)]
mod tests;
