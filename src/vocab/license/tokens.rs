//! A text about a licence as words with one spelling each, and addresses with the licence they
//! name.

use super::License;
use super::urls::{Address, read};
use crate::vocab::fold;

/// A piece of the text.
#[derive(Debug, PartialEq)]
pub(super) enum Token {
    /// A folded word or a number without its trailing `.0`.
    Word(String),
    /// An address of a licence of the table.
    License(&'static License),
    /// An address of a licence that the table lacks, in a family that it has.
    Unknown,
    /// Any other address.
    Foreign,
    /// The end of a sentence or clause, which no name runs across.
    Break,
}

impl Token {
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// The tokens of a text, in its order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some((start, end)) = next_address(rest) {
        words(&rest[..start], &mut tokens);
        tokens.push(match read(&rest[start..end]) {
            Address::Of(license) => Token::License(license),
            Address::Unknown => Token::Unknown,
            Address::Foreign => Token::Foreign,
        });
        rest = &rest[end..];
    }
    words(rest, &mut tokens);
    tokens
}

/// The words alone, one space between: what two spellings of a name share.
pub(super) fn name_key(text: &str) -> String {
    let mut found = Vec::new();
    words(text, &mut found);
    joined(&found)
}

/// The words of tokens, one space between.
pub(super) fn joined(tokens: &[Token]) -> String {
    let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
    words.join(" ")
}

/// Where the next address starts and ends.
fn next_address(text: &str) -> Option<(usize, usize)> {
    let start =
        ["http://", "https://", "HTTP://", "HTTPS://", "www."].iter().filter_map(|scheme| text.find(scheme)).min()?;
    let closes = |c: char| c.is_whitespace() || "()[]<>\"'{}|“”«»’`".contains(c);
    let length = text[start..].find(closes).unwrap_or(text.len() - start);
    let address = text[start..start + length].trim_end_matches(['.', ',', ';', ':', '*']);
    Some((start, start + address.len()))
}

fn words(text: &str, tokens: &mut Vec<Token>) {
    let folded = fold(text);
    let mut chars = folded.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_ascii_alphabetic() {
            let end = folded[at..].find(|c: char| !c.is_ascii_alphabetic()).map_or(folded.len(), |length| at + length);
            while chars.next_if(|&(next, _)| next < end).is_some() {}
            push_word(&folded[at..end], tokens);
        } else if c.is_ascii_digit() {
            let end = number_end(&folded, at);
            while chars.next_if(|&(next, _)| next < end).is_some() {}
            push_number(&folded[at..end], tokens);
        } else if c == '+' && ends_with_number(tokens) {
            tokens.push(Token::Word("+".to_owned()));
        } else if ends_clause(c, &folded[at + c.len_utf8()..]) && !version_follows(tokens) {
            tokens.push(Token::Break);
        }
    }
}

/// `1.0.2` is one number; `4.0.` ends before its last point.
fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while digit(end) || (bytes.get(end) == Some(&b'.') && digit(end + 1)) {
        end += 1;
    }
    end
}

fn ends_clause(c: char, rest: &str) -> bool {
    c == ';' || (c == '.' && rest.starts_with(char::is_whitespace))
}

fn ends_with_number(tokens: &[Token]) -> bool {
    let starts_with_digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    tokens.last().and_then(Token::word).is_some_and(starts_with_digit)
}

fn version_follows(tokens: &[Token]) -> bool {
    let last = tokens.last().and_then(Token::word);
    matches!(last, Some("v" | "version" | "ver" | "vers" | "no"))
}

fn push_number(number: &str, tokens: &mut Vec<Token>) {
    let mut number = number;
    while let Some(shorter) = number.strip_suffix(".0") {
        number = shorter;
    }
    if version_follows(tokens) {
        tokens.pop();
    }
    tokens.push(Token::Word(number.to_owned()));
}

/// One word for each of the spellings of several languages; words that are one name become one.
fn push_word(word: &str, tokens: &mut Vec<Token>) {
    let previous = |back: usize| {
        let at = tokens.len().checked_sub(back)?;
        tokens.get(at).and_then(Token::word)
    };
    let word = match word {
        "license" | "lizenz" | "licencia" | "licenca" | "licenza" => "licence",
        "attribution" | "attribute" | "atribuicao" | "atribucion" | "attribuzione" | "namensnennung" | "paternite" => {
            "by"
        }
        "commons" | "common" if previous(1) == Some("creative") => {
            tokens.pop();
            "cc"
        }
        "commons" if previous(1) == Some("data") && previous(2) == Some("open") => {
            tokens.truncate(tokens.len() - 2);
            "odc"
        }
        "ccby" => {
            tokens.push(Token::Word("cc".to_owned()));
            "by"
        }
        "zero" | "cczero" => {
            if word == "cczero" {
                tokens.push(Token::Word("cc".to_owned()));
            }
            "0"
        }
        other => other,
    };
    tokens.push(Token::Word(word.to_owned()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        let case = |text: &str, key: &str| assert_eq!(name_key(text), key, "{text}");
        case("CC-BY-4.0", "cc by 4");
        case("Creative Commons Attribution v4.0", "cc by 4");
        case("ccby 4", "cc by 4");
        case("Licence Ouverte, version 2.0", "licence ouverte 2");
        case("Open Data Commons Attribution License", "odc by licence");
        case("CC0 1.0", "cc 0 1");
        case("GPL-3.0+", "gpl 3 +");
        case("CC BY 2.5", "cc by 2.5");
    }

    #[test]
    fn addresses_end_before_brackets_and_final_points() {
        let found = tokens("see [this](https://example.org/a_b/?c=1). Then www.example.net, end");
        let foreign = found.iter().filter(|token| **token == Token::Foreign).count();
        assert_eq!(foreign, 2);
        assert_eq!(joined(&found), "see this then end");
    }

    #[test]
    fn a_sentence_ends_a_name_but_not_an_abbreviated_version() {
        let breaks = |text: &str| tokens(text).contains(&Token::Break);
        assert!(breaks("under CC BY. 4 files"));
        assert!(!breaks("under CC BY v. 4.0"));
    }
}
