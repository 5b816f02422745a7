//! `etal export`: a machine form of the catalogue, without building the site.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use uuid::Uuid;

use super::args::Global;
use super::build::address;
use super::exit::Exit;
use super::failure::Failure;
use super::load::load;
use super::out;
use super::select;
use super::shell::Shell;
use crate::export::{EXPORTERS, Exporter, Exports, File, Scope, is_on};
use crate::inputs::Drafts;
use crate::io::{Shape, write_whole};
use crate::model::Lookup;
use crate::pipeline;
use crate::site::Site;
use crate::theme::Theme;
use crate::vocab::nearest;

/// Write a machine form of the catalogue, or of one dataset, without building the site
///
/// FORMAT is a form (`turtle`, `csv`, ...) or the path that a file has in the site (`csv/tags.csv`,
/// `organizations/my-town/catalog.ttl`). Without it, the forms are listed. Forms that `site.toml` leaves out can be
/// written too; drafts never are.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// A form, or the path of a file in the site
    #[arg(value_name = "FORMAT")]
    format: Option<String>,
    /// The slug or the UUID of a dataset: its own file
    #[arg(long, value_name = "ID")]
    dataset: Option<String>,
    /// The file to write, instead of the standard output; a folder, or a name that ends with a slash, gets all files
    /// of the form at their paths
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The public address of the site, instead of that of `site.toml`
    #[arg(long, value_name = "URL", value_parser = address)]
    base_url: Option<String>,
}

pub(super) fn run(options: &Export, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let root = select::root(None, global)?;
    let now = shell.now(global)?;
    let mut catalogue = load(&root, Shape::Catalogue, now, shell)?;
    catalogue.inputs.base_url.clone_from(&options.base_url);
    let theme = Theme::load(&std::mem::take(&mut catalogue.inputs.theme))?;
    let site = pipeline::site(catalogue.inputs, Drafts::Left);
    let Some(format) = &options.format else {
        shell.print(&list(&site, shell))?;
        return Ok(Exit::Clean);
    };
    let format = Format::read(format, &site, shell)?;
    let exports = match format {
        Format::Form(form) => Exports::choosing(&site, &theme, |one| one.id == form.id),
        Format::Path(_) => Exports::choosing(&site, &theme, |_| true),
    };
    let scope = options.dataset.as_deref().map(|id| dataset(&site, id, shell)).transpose()?;
    write(&exports, &wanted(&exports, &format, scope, options, shell)?, out::file(options.out.as_deref()), shell)?;
    Ok(Exit::Clean)
}

/// What was asked for.
enum Format<'a> {
    /// A form by its name.
    Form(&'static Exporter),
    /// A file by its path.
    Path(&'a str),
}

impl<'a> Format<'a> {
    fn read(text: &'a str, site: &Site, shell: &Shell) -> Result<Self, Failure> {
        if text.contains(['/', '.']) {
            return Ok(Self::Path(text));
        }
        let Some(form) = EXPORTERS.iter().find(|exporter| exporter.id == text) else {
            let near = nearest(text, EXPORTERS.iter().map(|exporter| exporter.id));
            let remedy = near.map(|near| format!("etal export {near}"));
            let french = format!("pas de forme «\u{a0}{text}\u{a0}»\u{a0}; `etal export` les liste");
            let message = if shell.language() == "fr" {
                french
            } else {
                format!("there is no form `{text}`; `etal export` lists them")
            };
            return Err(Failure::said(message, remedy));
        };
        if !form.without_address && site.config.base_url.is_none() {
            let message = shell.say(
                "this form is made of public addresses, and the site has none",
                "cette forme est faite d’adresses publiques, et le site n’en a pas",
            );
            let remedy = shell
                .say("give `base_url` in site.toml or --base-url", "donner `base_url` dans site.toml ou --base-url");
            return Err(Failure::said(message, Some(remedy.to_owned())));
        }
        Ok(Self::Form(form))
    }
}

/// The forms: name, whether the site has it, what it is.
fn list(site: &Site, shell: &Shell) -> String {
    let mut text = String::new();
    for exporter in EXPORTERS {
        let on = if is_on(site, exporter) { shell.say("on ", "oui") } else { shell.say("off", "non") };
        let language = shell.language();
        let (title, about) = (exporter.title.get(language), exporter.about.get(language));
        let colon = shell.say(":", "\u{a0}:");
        text.push_str(&format!("{:<12} {on}  {title}{colon} {about}\n", exporter.id));
    }
    text
}

/// The dataset of a slug or a UUID.
fn dataset(site: &Site, id: &str, shell: &Shell) -> Result<Scope, Failure> {
    let catalog = &site.catalog;
    let by_uuid = || {
        let uuid = Uuid::try_parse(id).ok()?;
        catalog.datasets.iter().position(|dataset| dataset.header.identity.uuid == uuid)
    };
    if let Some(index) = catalog.dataset_index(id).or_else(by_uuid) {
        return Ok(Scope::Dataset(index));
    }
    let near = nearest(id, catalog.datasets.iter().map(|dataset| dataset.header().slug.as_str()));
    let message = match shell.language() {
        "fr" => format!("pas de jeu de données «\u{a0}{id}\u{a0}» (les brouillons n’en sont pas)"),
        _ => format!("there is no dataset `{id}` (drafts are none)"),
    };
    Err(Failure::said(message, near.map(|near| format!("--dataset {near}"))))
}

/// The files to write, by their places.
fn wanted(
    exports: &Exports<'_>,
    format: &Format<'_>,
    scope: Option<Scope>,
    options: &Export,
    shell: &Shell,
) -> Result<Vec<usize>, Failure> {
    let all = || exports.files().iter().enumerate();
    let places = |chosen: &dyn Fn(&File) -> bool| -> Vec<usize> {
        all().filter(|(_, file)| chosen(file)).map(|(place, _)| place).collect()
    };
    let found = match format {
        Format::Path(path) => places(&|file| file.entry.path == *path),
        Format::Form(_) if scope.is_none() && is_folder(out::file(options.out.as_deref())) => places(&|_| true),
        Format::Form(_) => places(&|file| file.entry.scope == scope.unwrap_or(Scope::Catalog)),
    };
    match found.len() {
        0 => Err(nothing(exports, format, scope, shell)),
        2.. if !is_folder(out::file(options.out.as_deref())) => {
            let message = shell.say("this form has several files", "cette forme a plusieurs fichiers");
            let paths: Vec<&str> = found.iter().map(|place| exports.files()[*place].entry.path.as_str()).collect();
            let words = shell.say("name one, or a folder with --out:", "en nommer un, ou un dossier avec --out\u{a0}:");
            Err(Failure::said(message, Some(format!("{words} {}", paths.join(", ")))))
        }
        _ => Ok(found),
    }
}

fn nothing(exports: &Exports<'_>, format: &Format<'_>, scope: Option<Scope>, shell: &Shell) -> Failure {
    if let Format::Path(path) = format {
        let near = nearest(path, exports.paths());
        let message = shell.say("the site has no such machine file", "le site n’a pas ce fichier pour les machines");
        return Failure::said(format!("{message}: {path}"), near.map(|near| format!("etal export {near}")));
    }
    let is_of_datasets = exports.files().iter().any(|file| matches!(file.entry.scope, Scope::Dataset(_)));
    match scope {
        Some(_) if is_of_datasets => Failure::said(
            shell.say("this dataset has nothing in this form", "ce jeu de données n’a rien dans cette forme"),
            None,
        ),
        Some(_) => Failure::said(
            shell.say("this form is one of the whole catalogue", "cette forme est celle du catalogue entier"),
            Some(shell.say("leave out --dataset", "enlever --dataset").to_owned()),
        ),
        None => Failure::said(
            shell.say("this form is one of a single dataset", "cette forme est celle d’un seul jeu de données"),
            Some(
                shell
                    .say("add --dataset ID, or a folder with --out", "ajouter --dataset ID, ou un dossier avec --out")
                    .to_owned(),
            ),
        ),
    }
}

/// Whether a folder was named to write to.
fn is_folder(out: Option<&Path>) -> bool {
    out.is_some_and(|out| out.is_dir() || out.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]))
}

fn write(exports: &Exports<'_>, places: &[usize], out: Option<&Path>, shell: &Shell) -> Result<(), Failure> {
    let Some(out) = out else {
        return shell.print_with(|out| places.iter().try_for_each(|place| exports.write(*place, out)));
    };
    let is_folder = is_folder(Some(out));
    for place in places {
        let path = &exports.files()[*place].entry.path;
        let to = if is_folder { out.join(path) } else { out.to_owned() };
        write_whole(&to, |out: &mut dyn Write| exports.write(*place, out))?;
    }
    Ok(())
}
