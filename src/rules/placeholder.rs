//! `placeholder`: a value that only holds a place.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, Described, Use};
use crate::source::{KeyPath, Place};
use crate::vocab;

pub(super) static RULE: Rule = Rule {
    code: "D004",
    name: "placeholder",
    severity: Severity::Warning,
    en: Words {
        checks: "Titles, descriptions, names and tags say something.",
        why: "A text such as “none” or “to do” fills the field without helping anybody, and hides from every \
              count that the real text is missing.",
        message: "`{found}` says nothing",
        expected: "words of your own, or no value at all",
        action: "write the text, or remove the key until it can be written",
    },
    fr: Words {
        checks: "Titres, descriptions, noms et mots-clés disent quelque chose.",
        why: "Un texte comme « néant » ou « à compléter » remplit le champ sans aider personne, et cache à tous \
              les décomptes que le vrai texte manque.",
        message: "`{found}` ne dit rien",
        expected: "des mots à vous, ou aucune valeur",
        action: "écrire le texte, ou retirer la clé en attendant",
    },
    example: Example {
        bad: "title: Trees of the town\ndescription: to be completed\n",
        good: "title: Trees of the town\ndescription: Every tree that the town looks after, with its species.\n",
    },
};

pub(super) const CHECKS: &[Check] = &[
    Check::Dataset(check),
    Check::Organization(check),
    Check::Page(check),
    Check::Person(check),
    Check::Reuse(check),
    Check::Service(check),
    Check::Topic(check),
    Check::Dataset(tags),
];

/// Texts that say nothing when they are the whole value, as keys without case, accents and signs.
const WHOLE: [&str; 58] = [
    "",
    "a completer",
    "a definir",
    "a preciser",
    "a remplir",
    "a renseigner",
    "a venir",
    "aucun",
    "aucune",
    "aucune description",
    "bientot",
    "coming soon",
    "dataset",
    "description",
    "description a completer",
    "description a venir",
    "en cours",
    "en cours de redaction",
    "fixme",
    "foo",
    "foobar",
    "inconnu",
    "inconnue",
    "jeu de donnees",
    "lorem ipsum",
    "n a",
    "na",
    "name",
    "neant",
    "no description",
    "no description available",
    "no description provided",
    "no title",
    "nom",
    "non communique",
    "non disponible",
    "non renseigne",
    "none",
    "not applicable",
    "not available",
    "not specified",
    "null",
    "pas de description",
    "placeholder",
    "sans objet",
    "sans titre",
    "tba",
    "tbc",
    "tbd",
    "test",
    "titre",
    "to be completed",
    "to be defined",
    "to do",
    "todo",
    "undefined",
    "unknown",
    "untitled",
];

/// Sentences that say nothing even among others.
const SENTENCES: [&str; 13] = [
    "a completer",
    "a definir",
    "a remplir",
    "a renseigner",
    "coming soon",
    "description a completer",
    "description a venir",
    "fixme",
    "tbd",
    "texte a venir",
    "to be completed",
    "to do",
    "todo",
];

/// Bytes of the longest sentence that may say nothing.
const LONGEST_SENTENCE: usize = 60;

/// Longer values are read sentence by sentence only.
const LONGEST_WHOLE: usize = 40;

fn check<T: Described>(thing: &T, _: &Context<'_>, report: &mut Report) {
    for field in thing.fields() {
        for (spot, text) in field.each() {
            if says_nothing(text) {
                report.fail(Place::value(spot.path())).found(text);
            } else if field.usage != Use::Title {
                for sentence in empty_sentences(text) {
                    report.fail(Place::token(spot.path(), sentence)).found(sentence);
                }
            }
        }
    }
}

fn tags(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, tag) in dataset.tags.iter().enumerate() {
        // "test" and "name" may be what data is about.
        let is_subject =
            matches!(vocab::key(tag).as_str(), "test" | "name" | "nom" | "description" | "unknown" | "inconnu");
        if says_nothing(tag) && !is_subject {
            report.fail(Place::item(KeyPath::of("tags"), at, tag)).found(tag);
        }
    }
}

fn says_nothing(text: &str) -> bool {
    if text.chars().count() > LONGEST_WHOLE {
        return false;
    }
    let key = vocab::key(text);
    // A text in another script has no key, and says something all the same.
    let only_signs = !text.chars().any(char::is_alphanumeric);
    let only_x = key.len() > 2 && key.bytes().all(|byte| byte == b'x');
    only_signs || only_x || !key.is_empty() && WHOLE.binary_search(&key.as_str()).is_ok()
}

fn empty_sentences(text: &str) -> Vec<&str> {
    let sentences = text.split(['.', '\n', '!', '?', '…']).map(str::trim);
    let known = |sentence: &&str| {
        // Folding is dear, and a long sentence says something.
        if sentence.len() > LONGEST_SENTENCE {
            return sentence.get(..17).is_some_and(|start| start.eq_ignore_ascii_case("lorem ipsum dolor"));
        }
        let key = vocab::key(sentence);
        SENTENCES.binary_search(&key.as_str()).is_ok() || key.starts_with("lorem ipsum dolor")
    };
    sentences.filter(|sentence| !sentence.is_empty()).filter(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_for_their_search() {
        assert!(WHOLE.is_sorted() && SENTENCES.is_sorted());
    }

    #[test]
    fn texts_that_say_nothing_are_told_from_short_ones() {
        for empty in ["none", "N/A", "-", "?", "À compléter", "xxx", "TODO…", "  ", "(à venir)"] {
            assert!(says_nothing(empty), "{empty}");
        }
        for short in ["Eau", "日本", "NA 2024", "Test de dépistage", "x"] {
            assert!(!says_nothing(short), "{short}");
        }
        assert_eq!(
            empty_sentences("All trees. TODO. Lorem ipsum dolor sit amet."),
            ["TODO", "Lorem ipsum dolor sit amet"]
        );
        assert_eq!(empty_sentences("What to do in town. None."), [""; 0]);
    }
}
