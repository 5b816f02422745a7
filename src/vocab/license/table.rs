//! The licences that are not Creative Commons' family of six.
//!
//! Sources: the twelve of data.gouv.fr and their alternates; the SPDX list for ids and addresses;
//! the EU authority table `licence` for its codes; article D. 323-2-1 of the French code of
//! relations between the public and the administration (with the decree of 1 December 2021) for
//! `french_law`. Summaries are ours.

use super::{BASE, License};
use crate::vocab::Label;

/// Licences for data and public domain statements.
#[rustfmt::skip]
pub(super) static DATA: &[License] = &[
    License {
        id: "etalab-2.0", slug: "etalab-2-0",
        title: Label::new("Etalab Open Licence 2.0", "Licence Ouverte / Open Licence version 2.0"),
        short: Label::new("Open Licence 2.0", "Licence Ouverte 2.0"),
        url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
        summary: Label::new(
            "Reuse for any purpose, provided the producer and the date of last update are named.",
            "Réutilisation à toutes fins, à condition de mentionner le producteur et la date de dernière mise à jour."),
        data_gouv: Some("lov2"), eu: Some("ETALAB_2_0"), french_law: true,
        aliases: &["etalab", "=licence ouverte", "licence etalab", "etalab open licence", "licence ouverte etalab", "licence ouverte 2.0", "licence ouverte 2.0 etalab", "licence ouverte d etalab", "licence ouverte open licence 2.0", "licence ouverte open licence etalab 2.0", "licence ouverte open licence 2.0 etalab", "open licence 2.0", "open licence etalab", "open licence 2.0 etalab", "=lo 2.0", "=lo v2", "=lov2", "=lo ol 2.0", "=lo/ol v2"],
        urls: &["https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf", "https://www.etalab.gouv.fr/wp-content/uploads/2018/11/open-licence.pdf", "https://github.com/etalab/Licence-Ouverte/blob/master/LO.md", "https://github.com/etalab/licence-ouverte", "https://github.com/DISIC/politique-de-contribution-open-source/blob/master/LICENSE.pdf", "https://raw.githubusercontent.com/DISIC/politique-de-contribution-open-source/master/LICENSE", "https://spdx.org/licenses/etalab-2.0", "https://www.data.gouv.fr/licences/etalab-2.0", "https://alliance.numerique.gouv.fr/licence-ouverte-open-licence"],
        ..BASE
    },
    License {
        id: "fr-lo", slug: "fr-lo",
        title: Label::new("Etalab Open Licence 1.0", "Licence Ouverte / Open Licence"),
        short: Label::new("Open Licence 1.0", "Licence Ouverte 1.0"),
        url: "https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf",
        summary: Label::new(
            "Reuse for any purpose, provided the producer and the date of last update are named; version 2.0 replaces it.",
            "Réutilisation à toutes fins, à condition de mentionner le producteur et la date de dernière mise à jour ; la version 2.0 la remplace."),
        data_gouv: Some("fr-lo"), french_law: true,
        aliases: &["etalab 1.0", "etalab-1.0", "licence ouverte 1.0", "licence ouverte etalab 1.0", "licence ouverte open licence", "licence ouverte open licence 1.0", "open licence 1.0", "=lo/ol", "=lo 1.0", "=lo ol"],
        urls: &["https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Open_Licence.pdf", "http://www.data.gouv.fr/Licence-Ouverte-Open-Licence"],
        ..BASE
    },
    License {
        id: "ODbL-1.0", slug: "odbl-1-0",
        title: Label::new("Open Data Commons Open Database License 1.0", "Open Data Commons Open Database License 1.0"),
        short: Label::same("ODbL 1.0"),
        url: "https://opendatacommons.org/licenses/odbl/1-0/",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named and derived databases carry the same licence.",
            "Réutilisation à toutes fins, à condition de citer la source et de diffuser les bases dérivées sous la même licence."),
        data_gouv: Some("odc-odbl"), eu: Some("ODC_BL"), french_law: true, share_alike: true,
        aliases: &["odbl", "odc odbl", "open database licence", "open database licence odbl", "open database licence odbl 1.0", "odc open database licence odbl", "open data base licence"],
        urls: &["http://opendatacommons.org/licenses/odbl/summary/", "http://opendatacommons.org/licenses/odbl", "http://opendatacommons.org/licenses/odbl/1.0", "https://opendefinition.org/licenses/odc-odbl", "https://opendefinition.org/licenses/odbl", "https://www.openstreetmap.org/copyright", "http://vvlibri.org/fr/licence/odbl-10/legalcode/unofficial", "http://vvlibri.org/fr/licence/odbl-10", "https://spdx.org/licenses/ODbL-1.0"],
        ..BASE
    },
    License {
        id: "ODC-By-1.0", slug: "odc-by-1-0",
        title: Label::same("Open Data Commons Attribution License 1.0"),
        short: Label::same("ODC-By 1.0"),
        url: "https://opendatacommons.org/licenses/by/1-0/",
        summary: Label::new(
            "Reuse for any purpose, provided the source of the database is named.",
            "Réutilisation à toutes fins, à condition de citer la source de la base de données."),
        data_gouv: Some("odc-by"), eu: Some("ODC_BY"),
        aliases: &["odc by", "odc attribution licence", "open data commons attribution licence odc by"],
        urls: &["http://opendatacommons.org/licenses/by/summary/", "http://opendatacommons.org/licenses/by", "http://opendatacommons.org/licenses/by/1.0", "http://opendefinition.org/licenses/odc-by"],
        ..BASE
    },
    License {
        id: "PDDL-1.0", slug: "pddl-1-0",
        title: Label::same("Open Data Commons Public Domain Dedication & License 1.0"),
        short: Label::same("PDDL 1.0"),
        url: "https://opendatacommons.org/licenses/pddl/1-0/",
        summary: Label::new(
            "Rights on the database are waived: reuse for any purpose without conditions.",
            "Renonciation aux droits sur la base de données : réutilisation à toutes fins, sans condition."),
        data_gouv: Some("odc-pddl"), eu: Some("ODC_PDDL"), requires_attribution: false,
        aliases: &["pddl", "odc pddl", "odc public domain dedication licence", "odc public domain dedication and licence", "odc public domain dedication and licence pddl", "public domain dedication and licence", "public domain dedication licence"],
        urls: &["http://opendatacommons.org/licenses/pddl/summary/", "http://opendatacommons.org/licenses/pddl", "http://opendatacommons.org/licenses/pddl/1.0", "http://www.opendefinition.org/licenses/odc-pddl"],
        ..BASE
    },
    License {
        id: "CC0-1.0", slug: "cc0-1-0",
        title: Label::new("Creative Commons Zero 1.0 Universal", "Creative Commons Zéro 1.0 Universel"),
        short: Label::same("CC0 1.0"),
        url: "https://creativecommons.org/publicdomain/zero/1.0/",
        summary: Label::new(
            "All rights are waived as far as the law allows: reuse for any purpose without conditions.",
            "Renonciation à tous les droits autant que la loi le permet : réutilisation à toutes fins, sans condition."),
        data_gouv: Some("cc-zero"), eu: Some("CC0"), requires_attribution: false,
        aliases: &["cczero", "creative commons cczero", "creative commons cc zero"],
        urls: &["http://creativecommons.org/publicdomain/zero", "http://creativecommons.org/licenses/zero/1.0", "http://creativecommons.org/licenses/cc0", "https://creativecommons.org/cc0", "http://www.opendefinition.org/licenses/cc-zero", "https://creativecommons.org/public-domain/cc0"],
        ..BASE
    },
    License {
        id: "CC-PDM-1.0", slug: "cc-pdm-1-0",
        title: Label::new("Public Domain Mark 1.0", "Marque du domaine public 1.0"),
        short: Label::new("Public Domain Mark 1.0", "Marque du domaine public 1.0"),
        url: "https://creativecommons.org/publicdomain/mark/1.0/",
        summary: Label::new(
            "States that no copyright is known: reuse for any purpose without conditions.",
            "Constate qu’aucun droit d’auteur n’est connu : réutilisation à toutes fins, sans condition."),
        eu: Some("CC_PDM_1_0"), requires_attribution: false,
        aliases: &["public domain mark", "creative commons public domain mark", "=pdm", "marque du domaine public", "cc pdm", "cc pdm 1.0"],
        urls: &["http://creativecommons.org/publicdomain/mark", "http://creativecommons.org/licenses/publicdomain"],
        ..BASE
    },
    License {
        id: "us-pd", slug: "us-pd",
        title: Label::new("U.S. Government work (public domain)", "Œuvre du gouvernement des États-Unis (domaine public)"),
        short: Label::new("U.S. Government work", "Gouvernement des États-Unis"),
        url: "https://www.usa.gov/government-copyright",
        summary: Label::new(
            "Made by the federal government of the United States, so without copyright there.",
            "Produite par le gouvernement fédéral des États-Unis, donc sans droit d’auteur dans ce pays."),
        requires_attribution: false,
        aliases: &["us government work", "u s government work", "us government works", "u s government works", "us public domain licence", "u s public domain licence", "united states government work", "=us public domain", "=u.s. public domain", "=us pd"],
        urls: &["http://www.usa.gov/publicdomain/label/1.0/", "https://www.usa.gov/government-works", "https://www.usa.gov/copyright.shtml"],
        ..BASE
    },
    License {
        id: "OGL-UK-3.0", slug: "ogl-uk-3-0",
        title: Label::same("Open Government Licence v3.0 (United Kingdom)"),
        short: Label::same("OGL UK 3.0"),
        url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named; personal data and logos are left out.",
            "Réutilisation à toutes fins, à condition de citer la source ; données personnelles et logos sont exclus."),
        eu: Some("OGL_3_0"),
        aliases: &["ogl 3.0", "ogl uk", "=uk ogl", "uk ogl 3.0", "open government licence 3.0", "uk open government licence", "uk open government licence ogl", "open government licence 3.0 united kingdom"],
        urls: &["http://www.nationalarchives.gov.uk/doc/open-government-licence", "http://reference.data.gov.uk/id/open-government-licence", "http://www.opendefinition.org/licenses/uk-ogl"],
        ..BASE
    },
    License {
        id: "OGL-UK-2.0", slug: "ogl-uk-2-0",
        title: Label::same("Open Government Licence v2.0 (United Kingdom)"),
        short: Label::same("OGL UK 2.0"),
        url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named; version 3.0 replaces it.",
            "Réutilisation à toutes fins, à condition de citer la source ; la version 3.0 la remplace."),
        eu: Some("OGL_2_0"),
        aliases: &["ogl 2.0", "ogl uk 2.0", "uk ogl 2.0", "open government licence 2.0", "uk open government licence 2.0"],
        ..BASE
    },
    License {
        id: "OGL-UK-1.0", slug: "ogl-uk-1-0",
        title: Label::same("Open Government Licence v1.0 (United Kingdom)"),
        short: Label::same("OGL UK 1.0"),
        url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/1/",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named; version 3.0 replaces it.",
            "Réutilisation à toutes fins, à condition de citer la source ; la version 3.0 la remplace."),
        eu: Some("OGL_1_0"),
        aliases: &["ogl 1.0", "ogl uk 1.0", "uk ogl 1.0", "open government licence 1.0", "uk open government licence 1.0"],
        ..BASE
    },
    License {
        id: "OGL-Canada-2.0", slug: "ogl-canada-2-0",
        title: Label::new("Open Government Licence – Canada 2.0", "Licence du gouvernement ouvert – Canada 2.0"),
        short: Label::new("OGL Canada 2.0", "LGO Canada 2.0"),
        url: "https://open.canada.ca/en/open-government-licence-canada",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named.",
            "Réutilisation à toutes fins, à condition de citer la source."),
        aliases: &["ogl canada", "open government licence canada", "licence du gouvernement ouvert canada", "licence du gouvernement ouvert", "=ca-ogl-lgo", "canada open government licence"],
        urls: &["https://ouvert.canada.ca/fr/licence-du-gouvernement-ouvert-canada", "http://data.gc.ca/eng/open-government-licence-canada", "https://open.canada.ca/fr/licence-du-gouvernement-ouvert-canada"],
        ..BASE
    },
    License {
        id: "NLOD-2.0", slug: "nlod-2-0",
        title: Label::new("Norwegian Licence for Open Government Data 2.0", "Licence norvégienne de données publiques ouvertes 2.0"),
        short: Label::same("NLOD 2.0"),
        url: "https://data.norge.no/nlod/en/2.0",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named.",
            "Réutilisation à toutes fins, à condition de citer la source."),
        eu: Some("NLOD_2_0"),
        aliases: &["nlod", "norwegian licence for open government data"],
        urls: &["https://data.norge.no/nlod/no/2.0", "https://data.norge.no/nlod"],
        ..BASE
    },
    License {
        id: "NLOD-1.0", slug: "nlod-1-0",
        title: Label::new("Norwegian Licence for Open Government Data 1.0", "Licence norvégienne de données publiques ouvertes 1.0"),
        short: Label::same("NLOD 1.0"),
        url: "https://data.norge.no/nlod/en/1.0",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named; version 2.0 replaces it.",
            "Réutilisation à toutes fins, à condition de citer la source ; la version 2.0 la remplace."),
        eu: Some("NLOD_1_0"),
        aliases: &["nlod 1.0", "norwegian licence for open government data 1.0"],
        urls: &["https://data.norge.no/nlod/no/1.0"],
        ..BASE
    },
    License {
        id: "DL-DE-BY-2.0", slug: "dl-de-by-2-0",
        title: Label::new("Data licence Germany – attribution – 2.0", "Licence de données Allemagne – attribution – 2.0"),
        short: Label::same("DL-DE BY 2.0"),
        url: "https://www.govdata.de/dl-de/by-2-0",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named and changes are stated.",
            "Réutilisation à toutes fins, à condition de citer la source et de signaler les modifications."),
        eu: Some("DLDE_BY_2_0"),
        aliases: &["dl de by", "dl by de", "dl by de 2.0", "datenlizenz deutschland namensnennung", "datenlizenz deutschland namensnennung 2.0", "data licence germany attribution", "dl-de/by-2-0", "dl-de-by-2-0"],
        urls: &["http://dcat-ap.de/def/licenses/dl-by-de/2.0"],
        ..BASE
    },
    License {
        id: "DL-DE-ZERO-2.0", slug: "dl-de-zero-2-0",
        title: Label::new("Data licence Germany – zero – 2.0", "Licence de données Allemagne – zéro – 2.0"),
        short: Label::same("DL-DE Zero 2.0"),
        url: "https://www.govdata.de/dl-de/zero-2-0",
        summary: Label::new(
            "Reuse for any purpose without conditions.",
            "Réutilisation à toutes fins, sans condition."),
        eu: Some("DLDE_ZERO_2_0"), requires_attribution: false,
        aliases: &["dl de zero", "dl zero de", "dl zero de 2.0", "datenlizenz deutschland zero", "datenlizenz deutschland zero 2.0", "data licence germany zero", "dl-de/zero-2-0"],
        urls: &["http://dcat-ap.de/def/licenses/dl-zero-de/2.0"],
        ..BASE
    },
    License {
        id: "DL-DE-BY-1.0", slug: "dl-de-by-1-0",
        title: Label::new("Data licence Germany – attribution – 1.0", "Licence de données Allemagne – attribution – 1.0"),
        short: Label::same("DL-DE BY 1.0"),
        url: "https://www.govdata.de/dl-de/by-1-0",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named; version 2.0 replaces it.",
            "Réutilisation à toutes fins, à condition de citer la source ; la version 2.0 la remplace."),
        eu: Some("DLDE_BY_1_0"),
        aliases: &["dl de by 1.0", "dl by de 1.0", "datenlizenz deutschland namensnennung 1.0", "dl-de/by-1-0"],
        urls: &["http://dcat-ap.de/def/licenses/dl-by-de/1.0"],
        ..BASE
    },
    License {
        id: "IODL-2.0", slug: "iodl-2-0",
        title: Label::new("Italian Open Data License 2.0", "Licence italienne de données ouvertes 2.0"),
        short: Label::same("IODL 2.0"),
        url: "https://www.dati.gov.it/iodl/2.0/",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named.",
            "Réutilisation à toutes fins, à condition de citer la source."),
        eu: Some("IODL_2_0"),
        aliases: &["iodl", "italian open data licence"],
        ..BASE
    },
    License {
        id: "IODL-1.0", slug: "iodl-1-0",
        title: Label::new("Italian Open Data License 1.0", "Licence italienne de données ouvertes 1.0"),
        short: Label::same("IODL 1.0"),
        url: "https://www.formez.it/iodl/",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named and derived data carry the same licence.",
            "Réutilisation à toutes fins, à condition de citer la source et de diffuser les données dérivées sous la même licence."),
        eu: Some("IODL_1_0"), share_alike: true,
        aliases: &["iodl 1.0", "italian open data licence 1.0"],
        ..BASE
    },
    License {
        id: "CDLA-Permissive-2.0", slug: "cdla-permissive-2-0",
        title: Label::same("Community Data License Agreement Permissive 2.0"),
        short: Label::same("CDLA Permissive 2.0"),
        url: "https://cdla.dev/permissive-2-0/",
        summary: Label::new(
            "Reuse for any purpose, provided the text of the agreement goes with the data.",
            "Réutilisation à toutes fins, à condition de joindre le texte du contrat aux données."),
        requires_attribution: false,
        aliases: &["community data licence agreement permissive 2.0", "cdla permissive 2.0"],
        urls: &["https://cdla.io/permissive-2-0/"],
        ..BASE
    },
    License {
        id: "CDLA-Permissive-1.0", slug: "cdla-permissive-1-0",
        title: Label::same("Community Data License Agreement Permissive 1.0"),
        short: Label::same("CDLA Permissive 1.0"),
        url: "https://cdla.dev/permissive-1-0/",
        summary: Label::new(
            "Reuse for any purpose, provided notices are kept and the text of the agreement goes with the data.",
            "Réutilisation à toutes fins, à condition de conserver les mentions et de joindre le texte du contrat aux données."),
        aliases: &["community data licence agreement permissive 1.0", "cdla permissive 1.0"],
        urls: &["https://cdla.io/permissive-1-0/"],
        ..BASE
    },
    License {
        id: "CDLA-Sharing-1.0", slug: "cdla-sharing-1-0",
        title: Label::same("Community Data License Agreement Sharing 1.0"),
        short: Label::same("CDLA Sharing 1.0"),
        url: "https://cdla.dev/sharing-1-0/",
        summary: Label::new(
            "Reuse for any purpose, provided data that are passed on carry the same agreement.",
            "Réutilisation à toutes fins, à condition de transmettre les données sous le même contrat."),
        share_alike: true,
        aliases: &["community data licence agreement sharing", "cdla sharing"],
        urls: &["https://cdla.io/sharing-1-0/"],
        ..BASE
    },
    License {
        id: "OGDL-Taiwan-1.0", slug: "ogdl-taiwan-1-0",
        title: Label::new("Open Government Data License, Taiwan 1.0", "Licence de données publiques ouvertes de Taïwan 1.0"),
        short: Label::same("OGDL Taiwan 1.0"),
        url: "https://data.gov.tw/license",
        summary: Label::new(
            "Reuse for any purpose, provided the source is named.",
            "Réutilisation à toutes fins, à condition de citer la source."),
        aliases: &["ogdl taiwan", "open government data licence taiwan"],
        urls: &["https://data.gov.tw/en/license"],
        ..BASE
    },
    License {
        id: "eu-com-reuse", slug: "eu-com-reuse",
        title: Label::new("European Commission reuse notice", "Politique de réutilisation de la Commission européenne"),
        short: Label::new("EU reuse notice", "Réutilisation Commission européenne"),
        url: "https://eur-lex.europa.eu/eli/dec/2011/833/oj",
        summary: Label::new(
            "Reuse for any purpose under Decision 2011/833/EU, provided the source is named.",
            "Réutilisation à toutes fins selon la décision 2011/833/UE, à condition de citer la source."),
        eu: Some("COM_REUSE"),
        aliases: &["com reuse", "commission reuse notice", "european commission reuse notice", "=european union public data", "commission decision 2011 833 eu", "decision 2011 833 eu"],
        urls: &["https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32011D0833", "https://ec.europa.eu/info/legal-notice_en", "https://commission.europa.eu/legal-notice_en"],
        ..BASE
    },
    License {
        id: "copernicus-sentinel", slug: "copernicus-sentinel",
        title: Label::new("Copernicus Sentinel data legal notice", "Notice légale des données Copernicus Sentinel"),
        short: Label::same("Copernicus Sentinel"),
        url: "https://sentinels.copernicus.eu/documents/247904/690755/Sentinel_Data_Legal_Notice",
        summary: Label::new(
            "Free, full and open access for any purpose, provided Copernicus Sentinel data are named as the source.",
            "Accès libre, complet et gratuit à toutes fins, à condition de citer les données Copernicus Sentinel."),
        aliases: &["sentinel data legal notice", "copernicus sentinel data legal notice"],
        urls: &["https://sentinel.esa.int/documents/247904/690755/Sentinel_Data_Legal_Notice", "https://scihub.copernicus.eu/twiki/pub/SciHubWebPortal/TermsConditions/Sentinel_Data_Terms_and_Conditions.pdf"],
        ..BASE
    },
    License {
        id: "copernicus-products", slug: "copernicus-products",
        title: Label::new("Licence to use Copernicus products", "Licence d’utilisation des produits Copernicus"),
        short: Label::new("Copernicus products", "Produits Copernicus"),
        url: "https://cds.climate.copernicus.eu/api/v2/terms/static/licence-to-use-copernicus-products.pdf",
        summary: Label::new(
            "Reuse for any purpose, provided the Copernicus service is named as the source.",
            "Réutilisation à toutes fins, à condition de citer le service Copernicus."),
        aliases: &["licence to use copernicus products", "=copernicus licence"],
        urls: &["http://apps.ecmwf.int/datasets/licences/copernicus/", "https://cds.climate.copernicus.eu/licences/licence-to-use-copernicus-products", "https://object-store.os-api.cci2.ecmwf.int/cci2-prod-catalogue/licences/licence-to-use-copernicus-products"],
        ..BASE
    },
    License {
        id: "GFDL-1.3-or-later", slug: "gfdl-1-3-or-later",
        title: Label::same("GNU Free Documentation License 1.3 or later"),
        short: Label::same("GFDL 1.3+"),
        url: "https://www.gnu.org/licenses/fdl-1.3.html",
        summary: Label::new(
            "Reuse for any purpose, provided the authors are credited and copies carry the same licence.",
            "Réutilisation à toutes fins, à condition de citer les auteurs et de diffuser les copies sous la même licence."),
        eu: Some("GNU_FDL_1_3"), share_alike: true,
        aliases: &["gfdl", "gnu free documentation licence", "gfdl 1.3", "gnu fdl", "gnu free documentation licence 1.3"],
        urls: &["http://www.opendefinition.org/licenses/gfdl", "https://www.gnu.org/copyleft/fdl", "https://www.gnu.org/licenses/fdl"],
        ..BASE
    },
];

/// Licences for source code, which descriptors give to scripts and services.
#[rustfmt::skip]
pub(super) static SOFTWARE: &[License] = &[
    License {
        id: "MIT", slug: "mit",
        title: Label::new("MIT License", "Licence MIT"), short: Label::same("MIT"),
        url: "https://opensource.org/license/mit",
        summary: Label::new("Use for any purpose, provided the notice is kept.", "Utilisation à toutes fins, à condition de conserver la mention de licence."),
        eu: Some("MIT"), french_law: true, software: true,
        aliases: &["the mit licence", "mit licence", "licence mit", "=expat"],
        urls: &["http://www.opensource.org/licenses/MIT", "https://mit-license.org", "https://opensource.org/licenses/mit-license"],
        ..BASE
    },
    License {
        id: "Apache-2.0", slug: "apache-2-0",
        title: Label::new("Apache License 2.0", "Licence Apache 2.0"), short: Label::same("Apache 2.0"),
        url: "https://www.apache.org/licenses/LICENSE-2.0",
        summary: Label::new("Use for any purpose, provided notices are kept and changes are stated; patents are granted.", "Utilisation à toutes fins, à condition de conserver les mentions et de signaler les modifications ; les brevets sont concédés."),
        eu: Some("APACHE_2_0"), french_law: true, software: true,
        aliases: &["apache 2.0", "apache licence 2.0", "apache software licence 2.0", "licence apache 2.0"],
        urls: &["https://opensource.org/license/apache-2-0"],
        ..BASE
    },
    License {
        id: "BSD-3-Clause", slug: "bsd-3-clause",
        title: Label::new("BSD 3-Clause License", "Licence BSD à trois clauses"), short: Label::same("BSD 3-Clause"),
        url: "https://opensource.org/license/bsd-3-clause",
        summary: Label::new("Use for any purpose, provided notices are kept and names are not used for promotion.", "Utilisation à toutes fins, à condition de conserver les mentions et de ne pas se prévaloir des auteurs."),
        eu: Some("BSD_3_CLAUSE"), french_law: true, software: true,
        aliases: &["bsd 3 clause", "3 clause bsd", "new bsd licence", "modified bsd licence"],
        ..BASE
    },
    License {
        id: "BSD-2-Clause", slug: "bsd-2-clause",
        title: Label::new("BSD 2-Clause License", "Licence BSD à deux clauses"), short: Label::same("BSD 2-Clause"),
        url: "https://opensource.org/license/bsd-2-clause",
        summary: Label::new("Use for any purpose, provided notices are kept.", "Utilisation à toutes fins, à condition de conserver les mentions."),
        eu: Some("BSD_2_CLAUSE"), french_law: true, software: true,
        aliases: &["bsd 2 clause", "2 clause bsd", "simplified bsd licence"],
        ..BASE
    },
    License {
        id: "CECILL-2.1", slug: "cecill-2-1",
        title: Label::new("CeCILL Free Software License 2.1", "Licence libre CeCILL 2.1"), short: Label::same("CeCILL 2.1"),
        url: "https://cecill.info/licences/Licence_CeCILL_V2.1-fr.html",
        summary: Label::new("Use for any purpose, provided derived code carries the same licence or the GPL; written for French law.", "Utilisation à toutes fins, à condition de diffuser le code dérivé sous la même licence ou la GPL ; écrite pour le droit français."),
        eu: Some("CECILL_2_1"), french_law: true, software: true, share_alike: true,
        aliases: &["cecill 2.1", "=cecill"],
        urls: &["http://www.cecill.info/licences/Licence_CeCILL_V2.1-en.html"],
        ..BASE
    },
    License {
        id: "CECILL-B", slug: "cecill-b",
        title: Label::new("CeCILL-B Free Software License", "Licence libre CeCILL-B"), short: Label::same("CeCILL-B"),
        url: "https://cecill.info/licences/Licence_CeCILL-B_V1-fr.html",
        summary: Label::new("Use for any purpose, provided the authors are credited; written for French law.", "Utilisation à toutes fins, à condition de citer les auteurs ; écrite pour le droit français."),
        french_law: true, software: true,
        aliases: &["cecill b"],
        urls: &["http://www.cecill.info/licences/Licence_CeCILL-B_V1-en.html"],
        ..BASE
    },
    License {
        id: "CECILL-C", slug: "cecill-c",
        title: Label::new("CeCILL-C Free Software License", "Licence libre CeCILL-C"), short: Label::same("CeCILL-C"),
        url: "https://cecill.info/licences/Licence_CeCILL-C_V1-fr.html",
        summary: Label::new("Use for any purpose, provided changes to the code itself carry the same licence; written for French law.", "Utilisation à toutes fins, à condition de diffuser les modifications du code lui-même sous la même licence ; écrite pour le droit français."),
        french_law: true, software: true, share_alike: true,
        aliases: &["cecill c"],
        urls: &["http://www.cecill.info/licences/Licence_CeCILL-C_V1-en.html"],
        ..BASE
    },
    License {
        id: "GPL-3.0-or-later", slug: "gpl-3-0-or-later",
        title: Label::same("GNU General Public License 3.0 or later"), short: Label::same("GPL 3.0+"),
        url: "https://www.gnu.org/licenses/gpl-3.0.html",
        summary: Label::new("Use for any purpose, provided derived code carries the same licence and its source is given.", "Utilisation à toutes fins, à condition de diffuser le code dérivé et sa source sous la même licence."),
        french_law: true, software: true, share_alike: true,
        aliases: &["gpl 3.0 or later", "gpl 3.0+", "gplv3+", "gnu gpl 3.0 or later", "gnu general public licence 3.0 or later"],
        ..BASE
    },
    License {
        id: "GPL-3.0-only", slug: "gpl-3-0-only",
        title: Label::same("GNU General Public License 3.0 only"), short: Label::same("GPL 3.0"),
        url: "https://spdx.org/licenses/GPL-3.0-only.html",
        summary: Label::new("Use for any purpose, provided derived code carries this version of the licence and its source is given.", "Utilisation à toutes fins, à condition de diffuser le code dérivé et sa source sous cette version de la licence."),
        eu: Some("GPL_3_0"), french_law: true, software: true, share_alike: true,
        aliases: &["gpl 3.0", "gplv3", "gnu gpl 3.0", "gnu gplv3", "gnu general public licence 3.0"],
        urls: &["https://opensource.org/license/gpl-3-0"],
        ..BASE
    },
    License {
        id: "GPL-2.0-or-later", slug: "gpl-2-0-or-later",
        title: Label::same("GNU General Public License 2.0 or later"), short: Label::same("GPL 2.0+"),
        url: "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html",
        summary: Label::new("Use for any purpose, provided derived code carries the same licence and its source is given.", "Utilisation à toutes fins, à condition de diffuser le code dérivé et sa source sous la même licence."),
        french_law: true, software: true, share_alike: true,
        aliases: &["gpl 2.0 or later", "gpl 2.0+", "gplv2+", "gnu gpl 2.0 or later", "gnu general public licence 2.0 or later"],
        ..BASE
    },
    License {
        id: "LGPL-3.0-or-later", slug: "lgpl-3-0-or-later",
        title: Label::same("GNU Lesser General Public License 3.0 or later"), short: Label::same("LGPL 3.0+"),
        url: "https://www.gnu.org/licenses/lgpl-3.0.html",
        summary: Label::new("Use for any purpose, provided changes to the library carry the same licence.", "Utilisation à toutes fins, à condition de diffuser les modifications de la bibliothèque sous la même licence."),
        french_law: true, software: true, share_alike: true,
        aliases: &["lgpl 3.0 or later", "lgpl 3.0+", "lgplv3+", "gnu lesser general public licence 3.0 or later"],
        ..BASE
    },
    License {
        id: "AGPL-3.0-or-later", slug: "agpl-3-0-or-later",
        title: Label::same("GNU Affero General Public License 3.0 or later"), short: Label::same("AGPL 3.0+"),
        url: "https://www.gnu.org/licenses/agpl-3.0.html",
        summary: Label::new("Use for any purpose, provided derived code, even offered as a service, carries the same licence.", "Utilisation à toutes fins, à condition de diffuser le code dérivé, même offert en service, sous la même licence."),
        french_law: true, software: true, share_alike: true,
        aliases: &["agpl 3.0 or later", "agpl 3.0+", "agplv3+", "gnu affero general public licence 3.0 or later"],
        ..BASE
    },
    License {
        id: "MPL-2.0", slug: "mpl-2-0",
        title: Label::same("Mozilla Public License 2.0"), short: Label::same("MPL 2.0"),
        url: "https://www.mozilla.org/en-US/MPL/2.0/",
        summary: Label::new("Use for any purpose, provided changed files carry the same licence.", "Utilisation à toutes fins, à condition de diffuser les fichiers modifiés sous la même licence."),
        eu: Some("MPL_2_0"), french_law: true, software: true, share_alike: true,
        aliases: &["mpl 2.0", "mozilla public licence 2.0"],
        urls: &["https://mozilla.org/MPL/2.0/"],
        ..BASE
    },
    License {
        id: "EPL-2.0", slug: "epl-2-0",
        title: Label::same("Eclipse Public License 2.0"), short: Label::same("EPL 2.0"),
        url: "https://www.eclipse.org/legal/epl-2.0/",
        summary: Label::new("Use for any purpose, provided changes to the code carry the same licence.", "Utilisation à toutes fins, à condition de diffuser les modifications du code sous la même licence."),
        eu: Some("EPL_2_0"), french_law: true, software: true, share_alike: true,
        aliases: &["epl 2.0", "eclipse public licence 2.0"],
        ..BASE
    },
    License {
        id: "EUPL-1.2", slug: "eupl-1-2",
        title: Label::new("European Union Public Licence 1.2", "Licence publique de l’Union européenne 1.2"), short: Label::same("EUPL 1.2"),
        url: "https://eur-lex.europa.eu/eli/dec_impl/2017/863/oj",
        summary: Label::new("Use for any purpose, provided derived code carries the same or a compatible licence.", "Utilisation à toutes fins, à condition de diffuser le code dérivé sous la même licence ou une licence compatible."),
        eu: Some("EUPL_1_2"), french_law: true, software: true, share_alike: true,
        aliases: &["eupl 1.2", "european union public licence 1.2"],
        urls: &["https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12", "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12"],
        ..BASE
    },
    License {
        id: "Unlicense", slug: "unlicense",
        title: Label::same("The Unlicense"), short: Label::same("Unlicense"),
        url: "https://unlicense.org/",
        summary: Label::new("Dedicated to the public domain: use for any purpose without conditions.", "Versé au domaine public : utilisation à toutes fins, sans condition."),
        software: true, requires_attribution: false,
        aliases: &["the unlicense"],
        ..BASE
    },
];

/// The generic answers of CKAN and data.gouv.fr, which name no licence.
#[rustfmt::skip]
pub(super) static GENERIC: &[License] = &[
    License {
        id: "other-open", slug: "other-open",
        title: Label::new("Other (Open)", "Autre (ouverte)"), short: Label::new("Other (open)", "Autre (ouverte)"),
        summary: Label::new("An open licence that is not in the list.", "Une licence ouverte absente de la liste."),
        data_gouv: Some("other-open"),
        aliases: &["=other open", "=outra aberta", "=otra abierta"],
        urls: &["http://www.opendefinition.org/licenses/other-open"],
        requires_attribution: false, ..BASE
    },
    License {
        id: "other-at", slug: "other-at",
        title: Label::new("Other (Attribution)", "Autre (attribution)"), short: Label::new("Other (attribution)", "Autre (attribution)"),
        summary: Label::new("An open licence, not in the list, that asks for attribution.", "Une licence ouverte absente de la liste, qui demande de citer la source."),
        data_gouv: Some("other-at"),
        aliases: &["=other attribution", "=outra atribuição"],
        urls: &["http://www.opendefinition.org/licenses/other-at"],
        ..BASE
    },
    License {
        id: "other-pd", slug: "other-pd",
        title: Label::new("Other (Public Domain)", "Autre (domaine public)"), short: Label::new("Public domain", "Domaine public"),
        summary: Label::new("In the public domain: reuse for any purpose without conditions.", "Dans le domaine public : réutilisation à toutes fins, sans condition."),
        data_gouv: Some("other-pd"), requires_attribution: false,
        aliases: &["=public domain", "=domaine public", "=outra domínio público", "=dominio publico", "=other public domain", "=the public domain", "=in the public domain"],
        urls: &["http://www.opendefinition.org/licenses/other-pd"],
        ..BASE
    },
    License {
        id: "other-nc", slug: "other-nc",
        title: Label::new("Other (Non-Commercial)", "Autre (non commerciale)"), short: Label::new("Other (non-commercial)", "Autre (non commerciale)"),
        summary: Label::new("A licence, not in the list, that forbids commercial use.", "Une licence absente de la liste, qui interdit l’usage commercial."),
        open: false, non_commercial: true, requires_attribution: false,
        aliases: &["=other non commercial", "=non commercial", "=non-commercial use only"],
        ..BASE
    },
    License {
        id: "other-closed", slug: "other-closed",
        title: Label::new("Other (Not Open)", "Autre (non ouverte)"), short: Label::new("Other (not open)", "Autre (non ouverte)"),
        summary: Label::new("A licence, not in the list, that is not open.", "Une licence absente de la liste, qui n’est pas ouverte."),
        open: false, requires_attribution: false,
        aliases: &["=other not open", "=other closed", "=all rights reserved", "=tous droits réservés"],
        ..BASE
    },
    License {
        id: "notspecified", slug: "notspecified",
        title: Label::new("License not specified", "Licence non spécifiée"), short: Label::new("Not specified", "Non spécifiée"),
        summary: Label::new("No licence is stated, so nothing is known about what is allowed.", "Aucune licence n’est indiquée : on ne sait pas ce qui est permis."),
        data_gouv: Some("notspecified"), open: false, specified: false, requires_attribution: false,
        aliases: &["=licence not specified", "=not specified", "=no licence specified", "=unspecified", "=unknown", "=unknown licence", "=licence unknown", "=none", "=no licence", "=non spécifié", "=licence non spécifié", "=non renseignée", "=inconnue", "=licence inconnue", "=n/a"],
        urls: &["https://project-open-data.cio.gov/unknown-license"],
        ..BASE
    },
];
