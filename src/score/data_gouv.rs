//! `data-gouv`: the nine criteria of data.gouv.fr since 2022, a point each.
//!
//! What its `compute_quality` takes as true is true here: links that were never checked, and
//! frequencies that promise no delay. Both are noted.

use super::{Band, Criterion, Profile, Verdict};
use crate::vocab::Label;

pub(super) const PROFILE: Profile = Profile {
    id: "data-gouv",
    label: Label::same("data.gouv.fr"),
    explanation: Label::new(
        "The nine criteria that data.gouv.fr uses today, counted as it counts them.",
        "Les neuf critères actuels de data.gouv.fr, comptés comme il les compte.",
    ),
    criteria: &[
        Criterion {
            id: "license",
            label: Label::new("Licence", "Licence"),
            explanation: Label::new(
                "A licence is given; “not specified” counts as one there.",
                "Une licence est indiquée ; « non spécifiée » y compte pour une.",
            ),
            points: 1,
            rules: &["missing-license"],
            ..Criterion::BASE
        },
        Criterion {
            id: "temporal_coverage",
            label: Label::new("Period covered", "Période couverte"),
            explanation: Label::new("The period covered is given.", "La période couverte est indiquée."),
            points: 1,
            rules: &["missing-temporal-coverage"],
            ..Criterion::BASE
        },
        Criterion {
            id: "spatial",
            label: Label::new("Area covered", "Zone couverte"),
            explanation: Label::new(
                "The area covered or its granularity is given.",
                "La zone couverte ou sa granularité est indiquée.",
            ),
            points: 1,
            rules: &["missing-spatial"],
            ..Criterion::BASE
        },
        Criterion {
            id: "update_frequency",
            label: Label::new("Update frequency", "Fréquence de mise à jour"),
            explanation: Label::new(
                "The update frequency is given and is not “unknown”.",
                "La fréquence de mise à jour est indiquée et n’est pas « inconnue ».",
            ),
            points: 1,
            rules: &["missing-frequency", "unknown-frequency"],
            ..Criterion::BASE
        },
        Criterion {
            id: "update_fulfilled_in_time",
            label: Label::new("Updated in time", "Fréquence respectée"),
            explanation: Label::new(
                "The last update is no older than the frequency allows, with a day of grace.",
                "La dernière mise à jour respecte la fréquence, à un jour près.",
            ),
            note: Some(Label::new(
                "no delay is promised: counts as passed there",
                "aucun délai promis : y compte comme réussi",
            )),
            points: 1,
            rules: &["missing-frequency", "unknown-frequency", "late-update"],
            not_applicable: Verdict::Passed,
            ..Criterion::BASE
        },
        Criterion {
            id: "dataset_description_quality",
            label: Label::new("Description", "Description"),
            explanation: Label::new(
                "The description has more than 100 characters.",
                "La description compte plus de 100 caractères.",
            ),
            points: 1,
            rules: &["missing-description", "short-description"],
            ..Criterion::BASE
        },
        Criterion {
            id: "has_open_format",
            label: Label::new("Standard formats", "Formats de fichiers standards"),
            explanation: Label::new(
                "At least one file has a format that is neither PDF, Word nor Excel.",
                "Au moins un fichier a un autre format que PDF, Word ou Excel.",
            ),
            points: 1,
            rules: &["missing-resource", "closed-format"],
            ..Criterion::BASE
        },
        Criterion {
            id: "all_resources_available",
            label: Label::new("All files available", "Tous les fichiers disponibles"),
            explanation: Label::new(
                "No link was found broken; links that were never checked count as working there.",
                "Aucun lien n’a été trouvé rompu ; un lien jamais vérifié y compte comme valide.",
            ),
            note: Some(Label::new(
                "links never checked: count as passed there",
                "liens jamais vérifiés : y comptent comme réussis",
            )),
            points: 1,
            rules: &["missing-resource", "unreachable-file"],
            unknown: Verdict::Passed,
            ..Criterion::BASE
        },
        Criterion {
            id: "resources_documentation",
            label: Label::new("Documented files", "Fichiers documentés"),
            explanation: Label::new(
                "There is a file of documentation, or a file that has a description.",
                "Il y a un fichier de documentation, ou un fichier décrit.",
            ),
            points: 1,
            rules: &["missing-resource", "undocumented"],
            ..Criterion::BASE
        },
    ],
    bands: &[
        Band::new("good", Label::new("Good", "Bon"), (2, 3)),
        Band::new("to-improve", Label::new("To improve", "À améliorer"), (0, 1)),
    ],
};
