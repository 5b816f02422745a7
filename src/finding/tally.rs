//! How many findings there are: numbers, and the line that closes a list of them.

use std::collections::BTreeSet;

use super::{Finding, Severity};

/// Numbers of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Findings to be mended.
    pub errors: usize,
    /// Findings worth mending.
    pub warnings: usize,
    /// Findings worth knowing.
    pub notes: usize,
    /// Findings that a comment silences; none of the others.
    pub silenced: usize,
    /// Files with findings that are shown.
    pub files: usize,
}

impl Tally {
    /// Counts findings. Those that are switched off count nowhere.
    pub fn of(findings: &[&Finding]) -> Self {
        let count = |severity| findings.iter().filter(|one| one.is_shown() && one.severity == severity).count();
        let shown = findings.iter().filter(|finding| finding.is_shown());
        let files: BTreeSet<_> = shown.map(|finding| finding.site.source).collect();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Info),
            silenced: findings.iter().filter(|one| one.silenced.is_some() && one.severity > Severity::Off).count(),
            files: files.len(),
        }
    }

    /// One line: `3 errors, 5 warnings, 2 notes in 4 files`. What there is none of is left out.
    pub fn sentence(&self, language: &str) -> String {
        let french = language.starts_with("fr");
        let words = if french { &FRENCH } else { &ENGLISH };
        let counts = [(self.errors, words.error), (self.warnings, words.warning), (self.notes, words.note)];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counted: Vec<String> = counts.map(|(count, word)| counted(count, word)).collect();
        if counted.is_empty() {
            return words.nothing.to_owned();
        }
        format!("{} {} {}", counted.join(", "), words.within, self::counted(self.files, words.file))
    }
}

struct TallyWords {
    error: (&'static str, &'static str),
    warning: (&'static str, &'static str),
    note: (&'static str, &'static str),
    file: (&'static str, &'static str),
    within: &'static str,
    nothing: &'static str,
}

const ENGLISH: TallyWords = TallyWords {
    error: ("error", "errors"),
    warning: ("warning", "warnings"),
    note: ("note", "notes"),
    file: ("file", "files"),
    within: "in",
    nothing: "nothing to mend",
};

const FRENCH: TallyWords = TallyWords {
    error: ("erreur", "erreurs"),
    warning: ("avertissement", "avertissements"),
    note: ("remarque", "remarques"),
    file: ("fichier", "fichiers"),
    within: "dans",
    nothing: "rien à corriger",
};

/// A number and the word for it.
pub(super) fn counted(count: usize, (one, many): (&str, &str)) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_counts_in_both_languages() {
        let tally = Tally { errors: 3, warnings: 1, notes: 2, silenced: 4, files: 4 };
        assert_eq!(tally.sentence("en"), "3 errors, 1 warning, 2 notes in 4 files");
        assert_eq!(tally.sentence("fr"), "3 erreurs, 1 avertissement, 2 remarques dans 4 fichiers");
        assert_eq!(Tally { notes: 1, files: 1, ..Tally::default() }.sentence("en"), "1 note in 1 file");
        assert_eq!(Tally::default().sentence("fr"), "rien à corriger");
    }
}
