//! The Creative Commons licences: six kinds, without version and in versions 2.0 to 4.0, and
//! those of version 3.0 for intergovernmental organizations.
//!
//! Sources: SPDX for the ids, creativecommons.org for addresses and titles, the EU authority table
//! `licence` for its codes.

use super::{BASE, License};
use crate::vocab::Label;

/// What a kind allows and asks, and how it is named.
struct Kind {
    en: &'static str,
    fr: &'static str,
    data_gouv: Option<&'static str>,
    sa: bool,
    nc: bool,
    nd: bool,
}

const BY: Kind = Kind {
    en: "Reuse for any purpose, adapted or not, provided the author is credited.",
    fr: "Réutilisation à toutes fins, avec ou sans modification, à condition de citer l’auteur.",
    data_gouv: Some("cc-by"),
    sa: false,
    nc: false,
    nd: false,
};
const BY_SA: Kind = Kind {
    en: "Reuse for any purpose, provided the author is credited and adaptations carry the same licence.",
    fr: "Réutilisation à toutes fins, à condition de citer l’auteur et de diffuser les adaptations sous la même licence.",
    data_gouv: Some("cc-by-sa"),
    sa: true,
    ..BY
};
const BY_NC: Kind = Kind {
    en: "Reuse that is not commercial, provided the author is credited.",
    fr: "Réutilisation non commerciale, à condition de citer l’auteur.",
    data_gouv: None,
    nc: true,
    ..BY
};
const BY_ND: Kind = Kind {
    en: "Sharing for any purpose without changes, provided the author is credited.",
    fr: "Partage à toutes fins sans modification, à condition de citer l’auteur.",
    data_gouv: None,
    nd: true,
    ..BY
};
const BY_NC_SA: Kind = Kind {
    en: "Reuse that is not commercial, provided the author is credited and adaptations carry the same licence.",
    fr: "Réutilisation non commerciale, à condition de citer l’auteur et de diffuser les adaptations sous la même licence.",
    data_gouv: None,
    sa: true,
    nc: true,
    ..BY
};
const BY_NC_ND: Kind = Kind {
    en: "Sharing that is not commercial, without changes, provided the author is credited.",
    fr: "Partage non commercial et sans modification, à condition de citer l’auteur.",
    data_gouv: None,
    nc: true,
    nd: true,
    ..BY
};

const fn row(base: License, kind: &Kind, eu: Option<&'static str>) -> License {
    License {
        summary: Label::new(kind.en, kind.fr),
        data_gouv: kind.data_gouv,
        eu,
        open: !kind.nc && !kind.nd,
        share_alike: kind.sa,
        non_commercial: kind.nc,
        no_derivatives: kind.nd,
        ..base
    }
}

/// A row without version: `generic!("by-sa", "BY-SA", BY_SA, "CC_BYSA", english, french)`.
macro_rules! generic {
    ($low:literal, $up:literal, $kind:ident, $eu:literal, $en:literal, $fr:literal) => {
        row(
            License {
                id: concat!("cc-", $low),
                slug: concat!("cc-", $low),
                title: Label::new(concat!("Creative Commons ", $en), concat!("Creative Commons ", $fr)),
                short: Label::same(concat!("CC ", $up)),
                url: concat!("https://creativecommons.org/licenses/", $low, "/4.0/"),
                urls: &[concat!("http://www.opendefinition.org/licenses/cc-", $low)],
                ..BASE
            },
            &$kind,
            Some($eu),
        )
    };
}

/// A row of a version: `version!("by-sa", "BY-SA", BY_SA, "4.0", "4-0", eu, english, french, suffix)`.
macro_rules! version {
    ($low:literal, $up:literal, $kind:ident, $v:literal, $vs:literal, $eu:literal, $en:literal, $fr:literal, $suffix:literal) => {
        row(
            License {
                id: concat!("CC-", $up, "-", $v),
                slug: concat!("cc-", $low, "-", $vs),
                title: Label::new(
                    concat!("Creative Commons ", $en, " ", $v, $suffix),
                    concat!("Creative Commons ", $fr, " ", $v, $suffix),
                ),
                short: Label::same(concat!("CC ", $up, " ", $v)),
                url: concat!("https://creativecommons.org/licenses/", $low, "/", $v, "/"),
                ..BASE
            },
            &$kind,
            Some($eu),
        )
    };
}

/// A row of version 3.0 for intergovernmental organizations.
macro_rules! igo {
    ($low:literal, $up:literal, $kind:ident, $en:literal, $fr:literal) => {
        row(
            License {
                id: concat!("CC-", $up, "-3.0-IGO"),
                slug: concat!("cc-", $low, "-3-0-igo"),
                title: Label::new(
                    concat!("Creative Commons ", $en, " 3.0 IGO"),
                    concat!("Creative Commons ", $fr, " 3.0 OIG"),
                ),
                short: Label::same(concat!("CC ", $up, " 3.0 IGO")),
                url: concat!("https://creativecommons.org/licenses/", $low, "/3.0/igo/"),
                ..BASE
            },
            &$kind,
            None,
        )
    };
}

/// By kind, newest version first, each kind opening with its row without version.
#[rustfmt::skip]
pub(super) static ROWS: &[License] = &[
    generic!("by", "BY", BY, "CC_BY", "Attribution", "Attribution"),
    version!("by", "BY", BY, "4.0", "4-0", "CC_BY_4_0", "Attribution", "Attribution", " International"),
    version!("by", "BY", BY, "3.0", "3-0", "CC_BY_3_0", "Attribution", "Attribution", " Unported"),
    version!("by", "BY", BY, "2.5", "2-5", "CC_BY_2_5", "Attribution", "Attribution", " Generic"),
    version!("by", "BY", BY, "2.0", "2-0", "CC_BY_2_0", "Attribution", "Attribution", " Generic"),
    igo!("by", "BY", BY, "Attribution", "Attribution"),
    generic!("by-sa", "BY-SA", BY_SA, "CC_BYSA", "Attribution-ShareAlike", "Attribution – Partage dans les mêmes conditions"),
    version!("by-sa", "BY-SA", BY_SA, "4.0", "4-0", "CC_BYSA_4_0", "Attribution-ShareAlike", "Attribution – Partage dans les mêmes conditions", " International"),
    version!("by-sa", "BY-SA", BY_SA, "3.0", "3-0", "CC_BYSA_3_0", "Attribution-ShareAlike", "Attribution – Partage dans les mêmes conditions", " Unported"),
    version!("by-sa", "BY-SA", BY_SA, "2.5", "2-5", "CC_BYSA_2_5", "Attribution-ShareAlike", "Attribution – Partage dans les mêmes conditions", " Generic"),
    version!("by-sa", "BY-SA", BY_SA, "2.0", "2-0", "CC_BYSA_2_0", "Attribution-ShareAlike", "Attribution – Partage dans les mêmes conditions", " Generic"),
    igo!("by-sa", "BY-SA", BY_SA, "Attribution-ShareAlike", "Attribution – Partage dans les mêmes conditions"),
    generic!("by-nc", "BY-NC", BY_NC, "CC_BYNC", "Attribution-NonCommercial", "Attribution – Pas d’utilisation commerciale"),
    version!("by-nc", "BY-NC", BY_NC, "4.0", "4-0", "CC_BYNC_4_0", "Attribution-NonCommercial", "Attribution – Pas d’utilisation commerciale", " International"),
    version!("by-nc", "BY-NC", BY_NC, "3.0", "3-0", "CC_BYNC_3_0", "Attribution-NonCommercial", "Attribution – Pas d’utilisation commerciale", " Unported"),
    version!("by-nc", "BY-NC", BY_NC, "2.5", "2-5", "CC_BYNC_2_5", "Attribution-NonCommercial", "Attribution – Pas d’utilisation commerciale", " Generic"),
    version!("by-nc", "BY-NC", BY_NC, "2.0", "2-0", "CC_BYNC_2_0", "Attribution-NonCommercial", "Attribution – Pas d’utilisation commerciale", " Generic"),
    generic!("by-nd", "BY-ND", BY_ND, "CC_BYND", "Attribution-NoDerivatives", "Attribution – Pas de modification"),
    version!("by-nd", "BY-ND", BY_ND, "4.0", "4-0", "CC_BYND_4_0", "Attribution-NoDerivatives", "Attribution – Pas de modification", " International"),
    version!("by-nd", "BY-ND", BY_ND, "3.0", "3-0", "CC_BYND_3_0", "Attribution-NoDerivatives", "Attribution – Pas de modification", " Unported"),
    version!("by-nd", "BY-ND", BY_ND, "2.5", "2-5", "CC_BYND_2_5", "Attribution-NoDerivatives", "Attribution – Pas de modification", " Generic"),
    version!("by-nd", "BY-ND", BY_ND, "2.0", "2-0", "CC_BYND_2_0", "Attribution-NoDerivatives", "Attribution – Pas de modification", " Generic"),
    generic!("by-nc-sa", "BY-NC-SA", BY_NC_SA, "CC_BYNCSA", "Attribution-NonCommercial-ShareAlike", "Attribution – Pas d’utilisation commerciale – Partage dans les mêmes conditions"),
    version!("by-nc-sa", "BY-NC-SA", BY_NC_SA, "4.0", "4-0", "CC_BYNCSA_4_0", "Attribution-NonCommercial-ShareAlike", "Attribution – Pas d’utilisation commerciale – Partage dans les mêmes conditions", " International"),
    version!("by-nc-sa", "BY-NC-SA", BY_NC_SA, "3.0", "3-0", "CC_BYNCSA_3_0", "Attribution-NonCommercial-ShareAlike", "Attribution – Pas d’utilisation commerciale – Partage dans les mêmes conditions", " Unported"),
    version!("by-nc-sa", "BY-NC-SA", BY_NC_SA, "2.5", "2-5", "CC_BYNCSA_2_5", "Attribution-NonCommercial-ShareAlike", "Attribution – Pas d’utilisation commerciale – Partage dans les mêmes conditions", " Generic"),
    version!("by-nc-sa", "BY-NC-SA", BY_NC_SA, "2.0", "2-0", "CC_BYNCSA_2_0", "Attribution-NonCommercial-ShareAlike", "Attribution – Pas d’utilisation commerciale – Partage dans les mêmes conditions", " Generic"),
    igo!("by-nc-sa", "BY-NC-SA", BY_NC_SA, "Attribution-NonCommercial-ShareAlike", "Attribution – Pas d’utilisation commerciale – Partage dans les mêmes conditions"),
    generic!("by-nc-nd", "BY-NC-ND", BY_NC_ND, "CC_BYNCND", "Attribution-NonCommercial-NoDerivatives", "Attribution – Pas d’utilisation commerciale – Pas de modification"),
    version!("by-nc-nd", "BY-NC-ND", BY_NC_ND, "4.0", "4-0", "CC_BYNCND_4_0", "Attribution-NonCommercial-NoDerivatives", "Attribution – Pas d’utilisation commerciale – Pas de modification", " International"),
    version!("by-nc-nd", "BY-NC-ND", BY_NC_ND, "3.0", "3-0", "CC_BYNCND_3_0", "Attribution-NonCommercial-NoDerivatives", "Attribution – Pas d’utilisation commerciale – Pas de modification", " Unported"),
    version!("by-nc-nd", "BY-NC-ND", BY_NC_ND, "2.5", "2-5", "CC_BYNCND_2_5", "Attribution-NonCommercial-NoDerivatives", "Attribution – Pas d’utilisation commerciale – Pas de modification", " Generic"),
    version!("by-nc-nd", "BY-NC-ND", BY_NC_ND, "2.0", "2-0", "CC_BYNCND_2_0", "Attribution-NonCommercial-NoDerivatives", "Attribution – Pas d’utilisation commerciale – Pas de modification", " Generic"),
    igo!("by-nc-nd", "BY-NC-ND", BY_NC_ND, "Attribution-NonCommercial-NoDerivatives", "Attribution – Pas d’utilisation commerciale – Pas de modification"),
];
