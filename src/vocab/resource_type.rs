//! What a resource is in its dataset.
//!
//! Source: udata's resource types, in the order in which data.gouv.fr groups them.

use super::{Term, Vocabulary};

/// Resource types; `main` is what an absent value means.
pub static RESOURCE_TYPES: Vocabulary = Vocabulary {
    name: "resource type",
    terms: &[
        Term::new("main", "Main file", "Fichier principal").also(&["data", "données", "principal"]),
        Term::new("documentation", "Documentation", "Documentation").also(&["doc", "docs"]),
        Term::new("update", "Update", "Mise à jour"),
        Term::new("api", "API", "API").also(&["service"]),
        Term::new("code", "Code repository", "Dépôt de code").also(&["source code", "code source"]),
        Term::new("other", "Other", "Autre"),
    ],
};

#[cfg(test)]
mod tests {
    use super::super::term::checks::sound;
    use super::*;

    #[test]
    fn every_name_finds_its_type() {
        sound(&RESOURCE_TYPES, 6);
    }
}
