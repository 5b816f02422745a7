//! `bad-snapshot`: an entry of the list of snapshots that cannot be shown.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header, SnapshotFault};

pub(super) static RULE: Rule = Rule {
    code: "S006",
    name: "bad-snapshot",
    severity: Severity::Error,
    en: Words {
        checks: "The file of a listed snapshot is a web address or a path of the site, each once, and its SHA-256 has 64 hexadecimal digits.",
        why: "Who fetches a snapshot must find it and be able to verify it: an entry where one of the two cannot be is left out of the list.",
        message: "`{found}` [{place}is neither a web address nor the path of a file of the site][{outside}leads out of the site][{twice}is listed already][{digest}is no SHA-256]",
        expected: "[{place}an address that begins with `https://`, or a path below `content/static/`][{outside}a path below `content/static/`, with `/` between names][{twice}each file once][{digest}64 hexadecimal digits]",
        action: "[{place}write the whole address, or the path][{outside}put the file into `content/static/` and write its path from there][{twice}remove one of the two entries][{digest}compute it with `sha256sum FILE`]",
    },
    fr: Words {
        checks: "Le fichier d’un instantané listé est une adresse web ou un chemin du site, une seule fois, et son SHA-256 a 64 chiffres hexadécimaux.",
        why: "Qui prend un instantané doit le trouver et pouvoir le vérifier : une entrée où l’un des deux est impossible est omise de la liste.",
        message: "`{found}` [{place}n’est ni une adresse web ni le chemin d’un fichier du site][{outside}sort du site][{twice}figure déjà dans la liste][{digest}n’est pas un SHA-256]",
        expected: "[{place}une adresse qui commence par `https://`, ou un chemin sous `content/static/`][{outside}un chemin sous `content/static/`, avec `/` entre les noms][{twice}chaque fichier une fois][{digest}64 chiffres hexadécimaux]",
        action: "[{place}écrire l’adresse entière, ou le chemin][{outside}mettre le fichier dans `content/static/` et écrire son chemin à partir de là][{twice}retirer l’une des deux entrées][{digest}le calculer par `sha256sum FICHIER`]",
    },
    example: Example {
        bad: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\n[[snapshots]]\nfile = \"../data-2026-11-01.zip\"\ndate = \"2026-11-01\"\nsize = 12\nsha256 = \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"\n",
        good: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\n[[snapshots]]\nfile = \"https://forge.example/town/data/releases/download/snapshot-2026-11-01/data-2026-11-01.zip\"\ndate = \"2026-11-01\"\nsize = 12\nsha256 = \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if let FaultKind::BadSnapshot(kind) = fault.kind {
        let part = match kind {
            SnapshotFault::NoPlace => "place",
            SnapshotFault::Outside => "outside",
            SnapshotFault::Twice => "twice",
            SnapshotFault::NoDigest => "digest",
        };
        report.fail(fault.place.clone()).found(&fault.found).arg(part, "");
    }
}
