//! `thin-title`: a title too short or too general to tell one dataset from another.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};
use crate::vocab::{self, Format};

pub(super) static RULE: Rule = Rule {
    code: "D007",
    name: "thin-title",
    severity: Severity::Warning,
    en: Words {
        checks: "A title says what the data is about: it is more than a file name or a general word.",
        why: "In a list of thousands the title is all that readers see; portals and search engines rank by it.",
        message: "the title `{found}` does not say what the data is about",
        expected: "what is counted or described, where, and when if it matters",
        action: "write a title in the words of the people who will look for it",
    },
    fr: Words {
        checks: "Un titre dit de quoi parlent les données : c’est plus qu’un nom de fichier ou un mot général.",
        why: "Dans une liste de milliers de jeux, on ne voit que le titre ; portails et moteurs de recherche \
              classent d’après lui.",
        message: "le titre `{found}` ne dit pas de quoi parlent les données",
        expected: "ce qui est compté ou décrit, où, et quand si cela compte",
        action: "écrire un titre dans les mots de ceux qui le chercheront",
    },
    example: Example { bad: "title: export_v2.csv\n", good: "title: Trees of the town\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

/// Characters below which a title hardly names anything.
const SHORTEST: usize = 8;

/// Words that are in no way about the data.
const GENERAL: [&str; 22] = [
    "base",
    "csv",
    "data",
    "dataset",
    "document",
    "donnee",
    "donnees",
    "excel",
    "export",
    "fichier",
    "file",
    "final",
    "liste",
    "new",
    "nouveau",
    "open",
    "ouvertes",
    "resource",
    "ressource",
    "table",
    "tableau",
    "version",
];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (code, text) in dataset.title.iter() {
        if is_thin(text, dataset.slug()) {
            let title = KeyPath::of("title");
            let path = if code.is_empty() { title } else { title.key(code) };
            report.fail(Place::value(path)).found(text);
        }
    }
}

fn is_thin(title: &str, slug: &str) -> bool {
    // Scripts such as Chinese say in four signs what others say in fifteen.
    let latin = title.is_ascii() || vocab::key(title).len() <= title.chars().count() * 2;
    let is_short = latin && title.chars().count() < SHORTEST;
    let is_slug = title == slug && title.contains('-');
    let is_file = !title.contains(' ') && title.contains('.') && Format::of_path(title).is_some();
    let key = vocab::key(title);
    let is_general = !key.is_empty() && key.split(' ').all(|word| GENERAL.binary_search(&word).is_ok());
    is_short || is_slug || is_file || is_general
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_for_its_search() {
        assert!(GENERAL.is_sorted());
    }

    #[test]
    fn thin_titles_are_told_from_short_ones_that_name_something() {
        for thin in ["Arbres", "export_v2.csv", "Données ouvertes", "arbres-ville", "New dataset"] {
            assert!(is_thin(thin, "arbres-ville"), "{thin}");
        }
        for good in ["Arbres de la ville", "Données de comptage", "公共自行车站"] {
            assert!(!is_thin(good, "arbres-ville"), "{good}");
        }
    }
}
