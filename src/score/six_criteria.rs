//! `six-criteria`: the score of data.gouv.fr before 2022 (udata 3 and older), two points each, with
//! its penalties.

use super::{Band, Criterion, Profile};
use crate::vocab::Label;

pub(super) const PROFILE: Profile = Profile {
    id: "six-criteria",
    label: Label::new("Six criteria", "Six critères"),
    explanation: Label::new(
        "The six questions of data.gouv.fr before 2022: is it described, can it be found, opened, trusted and reached.",
        "Les six questions de data.gouv.fr avant 2022 : le jeu est-il décrit, trouvable, ouvrable, suivi et accessible.",
    ),
    criteria: &[
        Criterion {
            id: "description",
            label: Label::new("Description", "Description"),
            explanation: Label::new(
                "The description has more than 100 characters.",
                "La description compte plus de 100 caractères.",
            ),
            points: 2,
            rules: &["missing-description", "short-description"],
            ..Criterion::BASE
        },
        Criterion {
            id: "tags",
            label: Label::new("Keywords", "Mots-clés"),
            explanation: Label::new(
                "There are more than three different keywords.",
                "Il y a plus de trois mots-clés différents.",
            ),
            points: 2,
            rules: &["missing-tags", "few-tags"],
            ..Criterion::BASE
        },
        Criterion {
            id: "open_format",
            label: Label::new("Open format", "Format ouvert"),
            explanation: Label::new(
                "At least one file has a format that is neither PDF, Word nor Excel; otherwise two points are taken off.",
                "Au moins un fichier a un autre format que PDF, Word ou Excel ; sinon deux points sont retirés.",
            ),
            points: 2,
            failed_points: -2,
            penalized: &["closed-format"],
            rules: &["missing-resource", "closed-format"],
            ..Criterion::BASE
        },
        Criterion {
            id: "discussions",
            label: Label::new("Discussions", "Discussions"),
            explanation: Label::new(
                "Every discussion has an answer of the publisher. It does not apply as long as there is none.",
                "Chaque discussion a reçu une réponse du producteur. Sans objet tant qu’il n’y en a pas.",
            ),
            points: 2,
            ..Criterion::BASE
        },
        Criterion {
            id: "up_to_date",
            label: Label::new("Up to date", "À jour"),
            explanation: Label::new(
                "The last update is no older than the announced frequency allows, with a day of grace; two points \
                 are taken off when it is late.",
                "La dernière mise à jour respecte la fréquence annoncée, à un jour près ; un retard coûte deux points.",
            ),
            points: 2,
            failed_points: -2,
            penalized: &["late-update"],
            rules: &["missing-frequency", "unknown-frequency", "late-update"],
            ..Criterion::BASE
        },
        Criterion {
            id: "available",
            label: Label::new("Files within reach", "Fichiers accessibles"),
            explanation: Label::new(
                "All files can be fetched; two points are taken off when one cannot. Unknown for links that were \
                 never checked.",
                "Tous les fichiers se téléchargent ; deux points sont retirés sinon. Inconnu pour les liens jamais \
                 vérifiés.",
            ),
            points: 2,
            failed_points: -2,
            penalized: &["missing-file", "unreachable-file"],
            rules: &["missing-resource", "missing-file", "unreachable-file"],
            ..Criterion::BASE
        },
    ],
    bands: &[
        Band::new("solid", Label::new("Solid", "Solide"), (10, 12)),
        Band::new("fair", Label::new("Fair", "Correct"), (7, 12)),
        Band::new("fragile", Label::new("Fragile", "Fragile"), (4, 12)),
        Band::new("to-mend", Label::new("To mend", "À reprendre"), (0, 1)),
    ],
};
