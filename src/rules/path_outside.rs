//! `path-outside`: a path that leaves the folder of the dataset.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};
use crate::text::path::{PathFault, fault};

pub(super) static RULE: Rule = Rule {
    code: "R004",
    name: "path-outside",
    severity: Severity::Error,
    en: Words {
        checks: "A path stays in the folder of its descriptor.",
        why: "Nothing outside the catalogue is read or published: a path that leaves it could publish the \
              password file of the machine that builds the site.",
        message: "the path `{found}` [{address}is an address][{backslash}has a backslash][{absolute}does not \
              begin at the folder of the dataset][{above}leaves the folder]",
        expected: "a path below the folder, with `/` between names[: `{nearest}`]",
        action: "[{address}name it with `url` instead of `path`][{inside}put the file beside the descriptor and \
              write its name][write `{nearest}`]",
    },
    fr: Words {
        checks: "Un chemin reste dans le dossier de sa fiche.",
        why: "Rien hors du catalogue n’est lu ni publié : un chemin qui en sort pourrait publier le fichier de \
              mots de passe de la machine qui construit le site.",
        message: "le chemin `{found}` [{address}est une adresse][{backslash}contient une barre oblique \
              inverse][{absolute}ne part pas du dossier du jeu de données][{above}sort du dossier]",
        expected: "un chemin sous le dossier, avec `/` entre les noms[ : `{nearest}`]",
        action: "[{address}le nommer par `url` au lieu de `path`][{inside}mettre le fichier à côté de la fiche et \
              écrire son nom][écrire `{nearest}`]",
    },
    example: Example {
        bad: "title: Trees of the town\nresources:\n- path: ../../secrets.csv\n",
        good: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: 2024/trees.csv\n==> content/datasets/trees/2024/trees.csv <==\nspecies\noak\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        judge(resource.path(), KeyPath::of("resources").index(at).key("path"), report);
    }
}

fn judge(path: Option<&str>, at: KeyPath, report: &mut Report) {
    let Some((path, fault)) = path.and_then(|path| Some((path, fault(path)?))) else {
        return;
    };
    let broken = report.fail(Place::value(at)).found(path);
    let slashed = path.replace('\\', "/");
    match fault {
        PathFault::Address => broken.arg("address", ""),
        PathFault::Backslash if crate::text::path::fault(&slashed).is_none() => {
            broken.arg("backslash", "").nearest(Some(slashed))
        }
        PathFault::Backslash => broken.arg("backslash", "").arg("inside", ""),
        PathFault::Absolute => broken.arg("absolute", "").arg("inside", ""),
        PathFault::Above => broken.arg("above", "").arg("inside", ""),
    };
}
