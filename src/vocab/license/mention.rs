//! The name of a licence at one place of a text: the names of the table, and the grammar of
//! Creative Commons' names.

use super::License;
use super::names::{exact, starting_with};
use super::tokens::Token;

/// What the words at one place name.
pub(super) enum Mention {
    /// A licence, and the number of tokens of its name.
    License(&'static License, usize),
    Unknown,
    Nothing,
}

impl Mention {
    pub(super) fn of(license: &'static License, length: usize) -> Mention {
        Mention::License(license, length)
    }
}

/// Reads the name that starts at the first token.
pub(super) fn mention(tokens: &[Token]) -> Mention {
    let Some(first) = tokens.first().and_then(Token::word) else {
        return Mention::Nothing;
    };
    for name in starting_with(first) {
        let words: Vec<&str> = name.words.iter().map(String::as_str).collect();
        if words_are(tokens, &words) {
            return with_version(name.license, &words, &tokens[words.len()..]);
        }
    }
    if first == "cc" {
        return creative_commons(tokens);
    }
    Mention::Nothing
}

/// A name followed by another version than its licence's is not that licence.
fn with_version(license: &'static License, words: &[&str], rest: &[Token]) -> Mention {
    let length = words.len();
    let said = words.iter().any(|word| version(word).is_some());
    match rest.first().and_then(Token::word).and_then(version) {
        Some(next) if !said && version_of(license) == Some(next) => Mention::of(license, length + 1),
        Some(_) if !said => Mention::Unknown,
        _ => Mention::of(license, length),
    }
}

/// The version in an id, without its trailing `.0`.
fn version_of(license: &License) -> Option<&'static str> {
    license
        .id
        .split('-')
        .find(|part| part.starts_with(|c: char| c.is_ascii_digit()))
        .map(|part| part.strip_suffix(".0").unwrap_or(part))
}

/// A number that can be a licence's version: years and counts cannot.
fn version(word: &str) -> Option<&str> {
    let whole = word.split('.').next()?;
    (whole.len() == 1 && whole.bytes().all(|byte| byte.is_ascii_digit())).then_some(word)
}

/// The elements of Creative Commons' names, in the words of English and French.
const ELEMENTS: [(&str, &[&str]); 20] = [
    ("by", &["by"]),
    ("nc", &["nc"]),
    ("nc", &["noncommercial"]),
    ("nc", &["non", "commercial"]),
    ("nc", &["non", "commerciale"]),
    ("nc", &["pas", "d", "utilisation", "commerciale"]),
    ("sa", &["sa"]),
    ("sa", &["sharealike"]),
    ("sa", &["share", "alike"]),
    ("sa", &["partage", "dans", "les", "memes", "conditions"]),
    ("sa", &["partage", "a", "l", "identique"]),
    ("sa", &["partage", "des", "conditions", "initiales", "a", "l", "identique"]),
    ("nd", &["nd"]),
    ("nd", &["noderivatives"]),
    ("nd", &["noderivs"]),
    ("nd", &["no", "derivatives"]),
    ("nd", &["no", "derivs"]),
    ("nd", &["no", "derivative", "works"]),
    ("nd", &["pas", "de", "modification"]),
    ("nd", &["sans", "modification"]),
];

/// Reads `cc by nc sa 4 igo` and what may stand between these words.
fn creative_commons(tokens: &[Token]) -> Mention {
    let mut at = 1;
    let mut kind: Vec<&str> = Vec::new();
    let mut number: Option<&str> = None;
    while let Some(word) = tokens.get(at).and_then(Token::word) {
        let element = ELEMENTS.iter().find(|(_, words)| words_are(&tokens[at..], words));
        if let Some((element, words)) = element {
            kind.push(element);
            at += words.len();
        } else if word == "0" && kind.is_empty() {
            return zero(&tokens[at + 1..], at + 1);
        } else if let (Some(found), None) = (version(word), number) {
            number = Some(found);
            at += 1;
        } else if ["licence", "level", "international", "unported", "generic"].contains(&word) {
            at += 1;
        } else {
            break;
        }
    }
    if !kind.contains(&"by") {
        return Mention::Nothing;
    }
    let igo = words_are(&tokens[at..], &["igo"]);
    match licence_of(&kind, number, igo) {
        Some(license) => Mention::of(license, at + usize::from(igo)),
        None => Mention::Unknown,
    }
}

fn licence_of(kind: &[&str], number: Option<&str>, igo: bool) -> Option<&'static License> {
    let mut id = String::from("cc");
    for element in ["by", "nc", "sa", "nd"] {
        if kind.contains(&element) {
            id.push('-');
            id.push_str(element);
        }
    }
    if let Some(number) = number {
        let minor = if number.contains('.') { "" } else { ".0" };
        id = format!("{id}-{number}{minor}");
    }
    if igo {
        id.push_str("-igo");
    }
    exact(&id.replace('.', "-"))
}

/// After `cc 0`: only version 1.0 exists.
fn zero(rest: &[Token], length: usize) -> Mention {
    let Some(license) = exact("CC0-1.0") else {
        return Mention::Nothing;
    };
    match rest.first().and_then(Token::word).and_then(version) {
        Some("1") => Mention::of(license, length + 1),
        Some(_) => Mention::Unknown,
        None => Mention::of(license, length),
    }
}

/// Whether the tokens start with these words.
pub(super) fn words_are(tokens: &[Token], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.word() == Some(*word))
}
