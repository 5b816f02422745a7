//! The analyser: words of a text, for descriptors when the index is made and for queries when it is read. The rules are
//! those of `docs/search-format.md`, *Words*; the script of the search page has the same.

mod fold;

use std::borrow::Cow;

use fold::is_apostrophe;
pub(crate) use fold::{Fold, known_fold, listed, unlisted_fold};

/// Longest word, in characters.
pub(crate) const MAX_WORD: usize = 40;

/// Short words of French that lean on the next one with an apostrophe.
pub(crate) const ELISIONS: [&str; 14] =
    ["l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"];

/// What leans on the word before it, in English.
const LEANING: [&str; 4] = ["s", "t", "d", "m"];

/// Calls `each` for the words of a text: as written in lower case, and folded. `fold` says what a character outside
/// ASCII is, `elisions` which words lean on the next one with an apostrophe.
pub(crate) fn analyse<'f>(
    text: &str,
    fold: impl Fn(char) -> Cow<'f, Fold>,
    elisions: &[impl AsRef<str>],
    mut each: impl FnMut(&str, &str),
) {
    let is_elision = |word: &str| elisions.iter().any(|elision| elision.as_ref() == word);
    let mut run = Run::default();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_alphanumeric() {
            let lower = c.to_ascii_lowercase();
            run.push_ascii(lower, &mut each);
            continue;
        }
        if !c.is_ascii()
            && !is_apostrophe(c)
            && let Fold::As(letters) = &*fold(c)
        {
            run.push(c, letters, &mut each);
            continue;
        }
        let apostrophe = is_apostrophe(c);
        let leans = apostrophe && chars.peek().is_some_and(|next| is_letter(*next, &fold)) && is_elision(&run.folded);
        run.end(leans, &mut each);
        run.after_apostrophe = apostrophe;
    }
    run.end(false, &mut each);
}

/// Whether a character stands between words.
pub(crate) fn parts<'f>(c: char, fold: impl Fn(char) -> Cow<'f, Fold>) -> bool {
    if c.is_ascii() { !c.is_ascii_alphanumeric() } else { is_apostrophe(c) || *fold(c) == Fold::Parts }
}

fn is_letter<'f>(c: char, fold: impl Fn(char) -> Cow<'f, Fold>) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && matches!(&*fold(c), Fold::As(letters) if !letters.is_empty())
}

/// A script whose words are not parted by blanks.
pub(crate) fn is_without_blanks(c: char) -> bool {
    matches!(u32::from(c), 0x0e00..=0x0e7f | 0x3040..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// The word that is being read.
#[derive(Default)]
struct Run {
    written: String,
    folded: String,
    /// Characters of `folded`.
    length: usize,
    without_blanks: bool,
    after_apostrophe: bool,
}

impl Run {
    fn push_ascii(&mut self, lower: char, each: &mut impl FnMut(&str, &str)) {
        if self.without_blanks {
            self.end(false, each);
        }
        if self.length < MAX_WORD {
            self.written.push(lower);
            self.folded.push(lower);
            self.length += 1;
        }
    }

    fn push(&mut self, c: char, letters: &str, each: &mut impl FnMut(&str, &str)) {
        for letter in letters.chars() {
            let without_blanks = is_without_blanks(letter);
            if without_blanks != self.without_blanks && self.length > 0 {
                self.end(false, each);
            }
            self.without_blanks = without_blanks;
            if self.length < MAX_WORD || without_blanks {
                self.folded.push(letter);
                self.length += 1;
            }
        }
        if self.written.len() < 4 * MAX_WORD {
            self.written.extend(c.to_lowercase());
        }
    }

    fn end(&mut self, leans: bool, each: &mut impl FnMut(&str, &str)) {
        if self.without_blanks {
            pairs(&self.folded, each);
        } else if self.length > 0 {
            let dropped = leans || self.after_apostrophe && LEANING.contains(&self.folded.as_str());
            if !dropped {
                each(&self.written, &self.folded);
            }
        }
        self.written.clear();
        self.folded.clear();
        self.length = 0;
        self.without_blanks = false;
        self.after_apostrophe = false;
    }
}

/// Overlapping pairs of characters; one alone stays.
fn pairs(run: &str, each: &mut impl FnMut(&str, &str)) {
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    match starts.len() {
        0 | 1 => {}
        2 => each(run, run),
        _ => starts.windows(3).for_each(|window| {
            let pair = &run[window[0]..window[2]];
            each(pair, pair);
        }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> String {
        let mut all = Vec::new();
        analyse(text, known_fold, &ELISIONS, |_, folded| all.push(folded.to_owned()));
        all.join(" ")
    }

    #[test]
    fn words_are_folded_and_parted() {
        assert_eq!(words("Qualité de l’eau : ŒUVRES_n°2, m²"), "qualite de eau oeuvres n 2 m2");
        assert_eq!(words("the city's bikes; don't"), "the city bikes don");
        assert_eq!(words("l' l'- 'l rock’n’roll"), "l l l rock roll");
        assert_eq!(
            words("e\u{301}cole İstanbul Straße ﬁn ２０２６ Łódź ılık"),
            "ecole istanbul strasse fin 2026 lodz ilik"
        );
        assert_eq!(words("jusquʼici l’ʼici ½ ⒈ ͺ €5"), "ici l ici 12 1 5");
    }

    #[test]
    fn scripts_without_blanks_become_pairs() {
        assert_eq!(words("東京都 x東y 2京"), "東京 京都 x 東 y 2 京");
        assert_eq!(words("ｶﾅ・が東"), "カナ か東");
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(words(&"é".repeat(50)), "e".repeat(MAX_WORD));
    }

    proptest! {
        #[test]
        fn any_text_has_words_that_can_be_listed(text: String) {
            let all = words(&text);
            for word in all.split(' ').filter(|_| !all.is_empty()) {
                prop_assert!((1..=MAX_WORD).contains(&word.chars().count()));
                prop_assert!(word.chars().all(char::is_alphanumeric), "{:?}", word);
            }
        }
    }
}
