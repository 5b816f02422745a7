//! `mqa`: the metadata quality assessment of data.europa.eu, 405 points in five dimensions.
//!
//! Offline, 325 of them can be judged: whether addresses answer stays unknown. Of several
//! distributions the best one counts ([`crate::model::Dataset::best_distribution`]).

use super::{Band, Criterion, Profile};
use crate::vocab::Label;

const FINDABILITY: Label = Label::new("Findability", "Facilité à trouver");
const ACCESSIBILITY: Label = Label::new("Accessibility", "Accessibilité");
const INTEROPERABILITY: Label = Label::new("Interoperability", "Interopérabilité");
const REUSABILITY: Label = Label::new("Reusability", "Réutilisabilité");
const CONTEXTUALITY: Label = Label::new("Contextuality", "Contexte");

const fn metric(
    dimension: Label,
    id: &'static str,
    points: i32,
    rules: &'static [&'static str],
    label: Label,
    explanation: Label,
) -> Criterion {
    Criterion { id, label, explanation, dimension: Some(dimension), points, rules, ..Criterion::BASE }
}

#[rustfmt::skip]
const CRITERIA: &[Criterion] = &[
    metric(FINDABILITY, "keyword", 30, &["missing-tags"],
        Label::new("Keywords", "Mots-clés"),
        Label::new("There is a keyword.", "Il y a un mot-clé.")),
    metric(FINDABILITY, "theme", 30, &["missing-theme"],
        Label::new("Theme", "Thème"),
        Label::new("There is a theme of European data portals.", "Il y a un thème des portails européens.")),
    metric(FINDABILITY, "spatial", 20, &["missing-spatial", "missing-area"],
        Label::new("Area covered", "Zone couverte"),
        Label::new("The area covered is given.", "La zone couverte est indiquée.")),
    metric(FINDABILITY, "temporal", 20, &["missing-temporal-coverage"],
        Label::new("Period covered", "Période couverte"),
        Label::new("The period covered is given.", "La période couverte est indiquée.")),

    metric(ACCESSIBILITY, "access_url_reachable", 50, &["unreachable-distribution"],
        Label::new("Address answers", "L’adresse répond"),
        Label::new("The address of the best file answers; unknown until it was requested.", "L’adresse du meilleur fichier répond ; inconnu tant qu’elle n’a pas été demandée.")),
    metric(ACCESSIBILITY, "download_url", 20, &["missing-resource", "missing-download"],
        Label::new("Direct download", "Téléchargement direct"),
        Label::new("The best file has an address to download it.", "Le meilleur fichier a une adresse de téléchargement.")),
    metric(ACCESSIBILITY, "download_url_reachable", 30, &["unreachable-distribution"],
        Label::new("Download answers", "Le téléchargement répond"),
        Label::new("The download of the best file answers; unknown until it was requested.", "Le téléchargement du meilleur fichier répond ; inconnu tant qu’il n’a pas été demandé.")),

    metric(INTEROPERABILITY, "format", 20, &["missing-resource", "missing-format"],
        Label::new("Format", "Format"),
        Label::new("The format of the best file is known.", "Le format du meilleur fichier est connu.")),
    metric(INTEROPERABILITY, "media_type", 10, &["missing-resource", "missing-media-type"],
        Label::new("Media type", "Type de média"),
        Label::new("The media type of the best file is known.", "Le type de média du meilleur fichier est connu.")),
    metric(INTEROPERABILITY, "format_vocabulary", 10, &["missing-resource", "unlisted-format"],
        Label::new("Listed format", "Format répertorié"),
        Label::new("The format is in the EU table of file types, or the media type is registered.", "Le format est dans la table européenne des types de fichiers, ou le type de média est enregistré.")),
    metric(INTEROPERABILITY, "non_proprietary", 20, &["missing-resource", "proprietary-format"],
        Label::new("Non-proprietary format", "Format non propriétaire"),
        Label::new("The format is in data.europa.eu’s list of non-proprietary ones.", "Le format est dans la liste des formats non propriétaires de data.europa.eu.")),
    metric(INTEROPERABILITY, "machine_readable", 20, &["missing-resource", "unreadable-by-machines"],
        Label::new("Machine-readable format", "Format lisible par machine"),
        Label::new("The format is in data.europa.eu’s list of machine-readable ones.", "Le format est dans la liste des formats lisibles par machine de data.europa.eu.")),
    metric(INTEROPERABILITY, "dcat_ap", 30, &["missing-title", "missing-description", "missing-field"],
        Label::new("DCAT-AP", "DCAT-AP"),
        Label::new("What DCAT-AP makes mandatory is there.", "Ce que DCAT-AP rend obligatoire est présent.")),

    metric(REUSABILITY, "license", 20, &["missing-license"],
        Label::new("Licence", "Licence"),
        Label::new("A licence is given.", "Une licence est indiquée.")),
    metric(REUSABILITY, "license_vocabulary", 10, &["missing-license", "unknown-license", "unlisted-license"],
        Label::new("Listed licence", "Licence répertoriée"),
        Label::new("The licence is in the EU table of licences.", "La licence est dans la table européenne des licences.")),
    metric(REUSABILITY, "access_rights", 10, &["missing-access-rights"],
        Label::new("Access rights", "Droits d’accès"),
        Label::new("The descriptor says who may use the data.", "La fiche dit qui peut utiliser les données.")),
    metric(REUSABILITY, "access_rights_vocabulary", 5, &["missing-access-rights"],
        Label::new("Listed access rights", "Droits d’accès répertoriés"),
        Label::new("It says so with a code that has its match in the EU table.", "Elle le dit par un code qui a son équivalent dans la table européenne.")),
    metric(REUSABILITY, "contact_point", 20, &["missing-contact"],
        Label::new("Contact", "Contact"),
        Label::new("There is somebody to ask.", "Il y a quelqu’un à qui s’adresser.")),
    metric(REUSABILITY, "publisher", 10, &["missing-publisher"],
        Label::new("Publisher", "Producteur"),
        Label::new("A publisher is named.", "Un producteur est nommé.")),

    metric(CONTEXTUALITY, "rights", 5, &["missing-license"],
        Label::new("Rights", "Droits"),
        Label::new("Rights are stated; the licence states them.", "Les droits sont énoncés ; la licence les énonce.")),
    metric(CONTEXTUALITY, "byte_size", 5, &["missing-resource", "missing-size"],
        Label::new("File size", "Taille du fichier"),
        Label::new("The size of the best file is known.", "La taille du meilleur fichier est connue.")),
    metric(CONTEXTUALITY, "issued", 5, &["missing-issued"],
        Label::new("Date of publication", "Date de publication"),
        Label::new("The date of publication is known.", "La date de publication est connue.")),
    metric(CONTEXTUALITY, "modified", 5, &["missing-modified"],
        Label::new("Date of the data", "Date des données"),
        Label::new("The date when the data last changed is known.", "La date de la dernière modification des données est connue.")),
];

pub(super) const PROFILE: Profile = Profile {
    id: "mqa",
    label: Label::new("MQA (data.europa.eu)", "MQA (data.europa.eu)"),
    explanation: Label::new(
        "The metadata quality assessment of data.europa.eu: what portals that harvest the catalogue can do with it.",
        "L’évaluation des métadonnées de data.europa.eu : ce que peuvent en faire les portails qui moissonnent le catalogue.",
    ),
    criteria: CRITERIA,
    bands: &[
        Band::new("excellent", Label::new("Excellent", "Excellent"), (351, 405)),
        Band::new("good", Label::new("Good", "Bon"), (221, 405)),
        Band::new("sufficient", Label::new("Sufficient", "Suffisant"), (121, 405)),
        Band::new("bad", Label::new("Bad", "Mauvais"), (0, 1)),
    ],
};
