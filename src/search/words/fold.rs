//! What characters are in words: their letters without accents, or signs that part words.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// What a character is in a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    /// It parts words.
    Parts,
    /// It is part of a word as these letters; they may be none.
    As(Box<str>),
}

/// What a character is, by Unicode: for the characters of the catalogue, which the boot file lists with the answer.
fn unicode_fold(c: char) -> Fold {
    if is_apostrophe(c) || !(c.is_alphanumeric() || is_mark(c)) {
        return Fold::Parts;
    }
    let mut letters = String::new();
    let lower = decomposed(c).chars().flat_map(char::to_lowercase).collect::<String>();
    for c in lower.chars().filter(|c| c.is_alphanumeric() && !is_mark(*c)) {
        match SPELLED.iter().find(|(letter, _)| *letter == c) {
            Some((_, spelled)) => letters.push_str(spelled),
            None => letters.push(c),
        }
    }
    Fold::As(letters.into_boxed_str())
}

/// Letters that Unicode does not take apart, in lower case.
const SPELLED: [(char, &str); 7] =
    [('œ', "oe"), ('æ', "ae"), ('ß', "ss"), ('ø', "o"), ('ł', "l"), ('đ', "d"), ('ı', "i")];

/// The characters that the boot file lists: those of the catalogue in both cases, those that Unicode does not take apart,
/// and apostrophes.
pub(crate) fn listed<'c>(characters: impl Iterator<Item = &'c char>) -> BTreeSet<char> {
    let all = characters.copied().chain(SPELLED.map(|(letter, _)| letter)).chain(['\u{2019}', '\u{2bc}']);
    let cases = all.flat_map(|c| c.to_uppercase().chain(c.to_lowercase()).chain([c]));
    cases.filter(|c| !c.is_ascii()).collect()
}

/// What a character is that the boot file does not list, so that no dataset has it. A browser may know another version of
/// Unicode: only what never changes once a character exists is asked for. `listed` says what its parts are.
pub(crate) fn unlisted_fold<'f>(c: char, listed: impl Fn(char) -> Option<&'f Fold>) -> Fold {
    if is_sign(c) {
        return Fold::Parts;
    }
    let mut letters = String::new();
    for c in decomposed(c).chars() {
        match listed(c) {
            Some(Fold::As(known)) => letters.push_str(known),
            Some(Fold::Parts) => {}
            None if is_sign(c) || is_mark(c) => {}
            None => letters.extend(c.to_lowercase()),
        }
    }
    Fold::As(letters.into_boxed_str())
}

/// Punctuation, symbols, blanks and what is no character.
fn is_sign(c: char) -> bool {
    let signs = GeneralCategoryGroup::Punctuation
        .union(GeneralCategoryGroup::Symbol)
        .union(GeneralCategoryGroup::Separator)
        .union(GeneralCategoryGroup::Other);
    signs.contains(category(c))
}

fn is_mark(c: char) -> bool {
    GeneralCategoryGroup::Mark.contains(category(c))
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

fn decomposed(c: char) -> String {
    let mut buffer = [0; 4];
    DecomposingNormalizerBorrowed::new_nfkd().normalize(c.encode_utf8(&mut buffer)).into_owned()
}

/// [`unicode_fold`], looked up: made for 256 characters at once, when the first of them is met.
pub(crate) fn known_fold(c: char) -> Cow<'static, Fold> {
    static PAGES: OnceLock<Vec<OnceLock<Box<[Fold]>>>> = OnceLock::new();
    let pages = PAGES.get_or_init(|| (0..=u32::from(char::MAX) >> 8).map(|_| OnceLock::new()).collect());
    let (page, place) = (u32::from(c) as usize >> 8, u32::from(c) as usize & 0xff);
    let folds = pages[page].get_or_init(|| {
        let first = (page as u32) << 8;
        (first..first + 256).map(|code| char::from_u32(code).map_or(Fold::Parts, unicode_fold)).collect()
    });
    Cow::Borrowed(&folds[place])
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}
