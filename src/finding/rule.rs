//! What a rule says of itself. Its code is never used again for another rule.

use super::Severity;

/// A rule: what it checks, why, and in what words it speaks.
#[derive(Debug)]
pub struct Rule {
    /// Stable code: a letter for what is at fault and three digits. `Y` the text itself, `I`
    /// identity and references, `D` words of the description, `T` dates, `L` licences, `R` resources
    /// and links, `V` vocabularies and fields, `G` coverage, `A` access and people, `S` the site.
    pub code: &'static str,
    /// Name of the fault, for settings and silencing comments: reads after “allow”.
    pub name: &'static str,
    /// Severity unless `site.toml` says another.
    pub severity: Severity,
    /// English words.
    pub en: Words,
    /// French words.
    pub fr: Words,
    /// Descriptors that break it and that keep it. They run as tests.
    pub example: Example,
}

/// The words of a rule in one language. Templates take `{name}` from the finding, and leave out a
/// part in `[…]` whose names it does not have.
#[derive(Debug)]
pub struct Words {
    /// What the rule checks: a sentence.
    pub checks: &'static str,
    /// Why it matters: a sentence or two.
    pub why: &'static str,
    /// Template: the fault with its value; lower case, no full stop.
    pub message: &'static str,
    /// Template: what was expected there; lower case, no full stop.
    pub expected: &'static str,
    /// Template: the next action; begins with a verb, lower case, no full stop.
    pub action: &'static str,
}

/// Two small catalogues, as files. A text without a `==> path <==` line is the descriptor
/// `content/datasets/example.yaml`; such lines begin further files. `(Latin-1)` after a path means
/// another encoding than UTF-8, `(2 MB)` that the file goes on to that size.
#[derive(Debug)]
pub struct Example {
    /// Breaks the rule at least once.
    pub bad: &'static str,
    /// Keeps it.
    pub good: &'static str,
}

impl Rule {
    /// Its words in a language; English for those it does not have.
    pub fn words(&self, language: &str) -> &Words {
        if language.starts_with("fr") { &self.fr } else { &self.en }
    }
}

/// Rules are told apart by their code alone.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}
