//! `executable-file`: a hosted file that a browser would run.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, HostedFile};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R015",
    name: "executable-file",
    severity: Severity::Error,
    en: Words {
        checks: "No hosted file is one that a browser runs as a page of the site, unless `site.toml` allows its \
              format.",
        why: "HTML, SVG and JavaScript run with the rights of the site: a file from elsewhere could show anything \
              under the catalogue's name.",
        message: "a browser would run the file `{found}`",
        expected: "a file of data, or the format allowed in `site.toml`",
        action: "publish another format or an archive, or write `allow_executable = [\"{format}\"]` under \
              `[files]` if you wrote the file yourself",
    },
    fr: Words {
        checks: "Aucun fichier hébergé n’est exécuté par le navigateur comme une page du site, sauf si \
              `site.toml` en admet le format.",
        why: "HTML, SVG et JavaScript s’exécutent avec les droits du site : un fichier venu d’ailleurs pourrait \
              montrer n’importe quoi sous le nom du catalogue.",
        message: "un navigateur exécuterait le fichier `{found}`",
        expected: "un fichier de données, ou le format admis dans `site.toml`",
        action: "publier un autre format ou une archive, ou écrire `allow_executable = [\"{format}\"]` sous \
              `[files]` si vous avez écrit le fichier vous-même",
    },
    example: Example {
        bad: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: map.html\n==> content/datasets/trees/map.html <==\n<script>alert(1)</script>\n",
        good: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees.csv\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, context: &Context<'_>, report: &mut Report) {
    let allowed = &context.config.allowed_executable;
    for file in dataset.files.iter().filter(|file| file.executes) {
        let format = format_of(file);
        if allowed.contains(&format) {
            continue;
        }
        let names_it = |path: &str| crate::text::path::plain(path) == file.path;
        let place = match dataset.resources.iter().position(|resource| resource.path().is_some_and(names_it)) {
            Some(at) => Place::value(KeyPath::of("resources").index(at).key("path")),
            None => Place::key(KeyPath::of("resources")),
        };
        report.fail(place).found(&file.path).arg("format", format);
    }
}

/// The word that allows it: the end of its name, else its format.
fn format_of(file: &HostedFile) -> String {
    let extension = file.path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension);
    let extension = extension.filter(|extension| extension.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    match (extension, file.format) {
        (Some(extension), _) => extension.to_ascii_lowercase(),
        (None, Some(format)) => format.id.to_owned(),
        (None, None) => String::from("html"),
    }
}
