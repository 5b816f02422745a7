//! `etal new`: a descriptor that explains itself.

use std::collections::BTreeMap;
use std::path::Path;

use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::args::Global;
use super::ask::{ask, ask_text, can_ask};
use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::descriptor;
use crate::io::{self, find_root, root_at};
use crate::model::{Extras, Form, Kind};
use crate::scaffold::{self, Draft, ValueError, humanized};
use crate::schema::{self, Document};
use crate::slug::Slug;
use crate::vocab::{Frequency, License};

/// Write a new descriptor, every key of it explained
///
/// On a terminal, what is not given is asked. Nothing that exists is overwritten.
#[derive(Debug, Args)]
pub(super) struct New {
    /// What is described
    kind: NewKind,
    /// Its name in addresses and files, of a-z, 0-9 and -; by default made from the title
    slug: Option<String>,
    /// Its title (of an organization, its name)
    #[arg(long, allow_hyphen_values = true)]
    title: Option<String>,
    /// A value to fill in, such as license=etalab-2.0; commas part the items of a list
    #[arg(long = "set", value_name = "KEY=VALUE")]
    values: Vec<String>,
    /// How the descriptor is kept
    #[arg(long, value_name = "FORM")]
    form: Option<NewForm>,
    /// Ask nothing
    #[arg(long, short)]
    yes: bool,
}

/// Kinds of descriptors that can be begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum NewKind {
    /// A dataset
    Dataset,
    /// A producer
    Organization,
    /// A use made of datasets
    Reuse,
    /// A choice of datasets around a subject
    Topic,
    /// An API
    Service,
}

/// Forms of a descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum NewForm {
    /// A folder that also holds the files
    Folder,
    /// One YAML file
    File,
    /// One Markdown file, whose body is the description
    Markdown,
}

impl NewKind {
    fn kind(self) -> Kind {
        match self {
            Self::Dataset => Kind::Dataset,
            Self::Organization => Kind::Organization,
            Self::Reuse => Kind::Reuse,
            Self::Topic => Kind::Topic,
            Self::Service => Kind::Service,
        }
    }
}

pub(super) fn run(options: &New, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let kind = options.kind.kind();
    let root = match &global.root {
        Some(root) => root_at(root)?,
        None => find_root(Path::new("."))?,
    };
    let mut values = given(options, kind, shell)?;
    let asks = can_ask() && !options.yes;
    let slug = name(options, kind, &mut values, asks, shell)?;
    // Names that differ in case are one on many disks, and both would want the address.
    let described = io::described(&root, kind)?;
    if let Some((_, path)) = described.iter().find(|(name, _)| name.to_lowercase() == slug.as_str()) {
        return Err(io::Error::Exists(path.into()).into());
    }
    fill(kind, &mut values, &root, asks, shell)?;
    values.insert(String::from("id"), json!(Uuid::new_v4().to_string()));
    let form = form(options, kind);
    let path = descriptor::path(kind, form, slug.as_str());
    let mut files = BTreeMap::new();
    let schema = schema(&root, kind, &path, shell, &mut files)?;
    let draft = Draft { kind, form, language: shell.language(), values: &values, schema: &schema };
    files.insert(path.clone(), scaffold::text(&draft).into_bytes());
    io::write_new(&root, &files)?;
    shell.print(&format!("{path}\n"))?;
    for schema in files.keys().filter(|written| **written != path) {
        shell.note(&format!("{schema}{} {}", shell.say(":", "\u{a0}:"), shell.say("for editors", "pour les éditeurs")));
    }
    shell.note(&next(kind, form, &path, shell));
    Ok(Exit::Clean)
}

/// Where editors find the schema of a descriptor at `path`: in the catalogue when it keeps schemas, else on the site
/// when that has a public address and serves them. When there is neither, the schema is put into the catalogue: a line
/// that leads nowhere would be a warning at every opening.
fn schema(
    root: &Path,
    kind: Kind,
    path: &str,
    shell: &Shell,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<String, Failure> {
    let document = Document::Of(kind);
    let file = schema::path(document);
    let is_kept = root.join(&file).symlink_metadata().is_ok();
    let settings = io::settings(root)?;
    let is_served = settings.exports.get("json-schema").copied().unwrap_or(true);
    if let Some(base) = settings.base_url.filter(|_| is_served && !is_kept) {
        return Ok(format!("{base}{file}"));
    }
    if !is_kept {
        files.insert(file, schema::text(document, shell.language()).into_bytes());
    }
    Ok(schema::way(path, document))
}

/// The values of the command line.
fn given(options: &New, kind: Kind, shell: &Shell) -> Result<Extras, Failure> {
    let mut values = Extras::new();
    for pair in &options.values {
        let Some((key, text)) = pair.split_once('=') else {
            let message = match shell.language() {
                "fr" => format!("`--set {pair}` n’a pas la forme CLÉ=VALEUR"),
                _ => format!("`--set {pair}` has not the form KEY=VALUE"),
            };
            return Err(Failure::said(message, None));
        };
        let key = key.trim();
        let value = scaffold::value(kind, key, text.trim()).map_err(|error| refused(kind, key, &error, shell))?;
        values.insert(key.to_owned(), value);
    }
    if let Some(title) = &options.title {
        values.insert(String::from(title_key(kind)), json!(title.trim()));
    }
    Ok(values)
}

fn refused(kind: Kind, key: &str, error: &ValueError, shell: &Shell) -> Failure {
    let kind = kind.name();
    let french = shell.language() == "fr";
    match (error, french) {
        (ValueError::UnknownKey(nearest), _) => {
            let has_no = if french { "n’a pas de clé" } else { "has no key" };
            let message = format!("`{kind}` {has_no} `{key}`");
            let remedy = nearest.map(|nearest| format!("{} `{nearest}`", shell.say("use", "employer")));
            Failure::said(message, remedy)
        }
        (ValueError::NotPlain, true) => Failure::said(
            format!("`{key}` tient plus d’une valeur"),
            Some(String::from("l’écrire dans la fiche, où un exemple l’explique")),
        ),
        (ValueError::NotPlain, false) => Failure::said(
            format!("`{key}` holds more than one value"),
            Some(String::from("write it in the descriptor, where an example explains it")),
        ),
    }
}

fn title_key(kind: Kind) -> &'static str {
    if kind == Kind::Organization { "name" } else { "title" }
}

/// The slug and the title, each made from the other when only one is known.
fn name(options: &New, kind: Kind, values: &mut Extras, asks: bool, shell: &Shell) -> Result<Slug, Failure> {
    let key = title_key(kind);
    let mut title = values.get(key).and_then(Json::as_str).unwrap_or("").to_owned();
    if title.is_empty() && asks {
        let default = options.slug.as_deref().map(humanized).unwrap_or_default();
        let question = match kind {
            Kind::Organization => shell.say("Name?", "Nom\u{202f}?"),
            _ => shell.say("Title?", "Titre\u{202f}?"),
        };
        title = ask(question, &default, |answer| match answer {
            "" => Err(shell.say("a title is needed", "il faut un titre").to_owned()),
            answer => Ok(answer.to_owned()),
        })?;
    }
    let slug = match &options.slug {
        Some(text) => Slug::new(text).ok_or_else(|| bad_slug(text, shell))?,
        None if title.is_empty() => {
            let message = shell.say("neither a slug nor a title is given", "ni nom ni titre ne sont donnés");
            let remedy = format!("`etal new {} --title …`", kind.name());
            return Err(Failure::said(message, Some(remedy)));
        }
        None => Slug::from_text(&title),
    };
    let title = if title.is_empty() { humanized(slug.as_str()) } else { title };
    values.insert(key.to_owned(), json!(title));
    Ok(slug)
}

fn bad_slug(text: &str, shell: &Shell) -> Failure {
    let message = match shell.language() {
        "fr" => format!("`{text}` ne peut pas être un nom de fichier et d’adresse"),
        _ => format!("`{text}` cannot be a name of files and addresses"),
    };
    Failure::said(message, Some(format!("{} `{}`", shell.say("use", "employer"), Slug::from_text(text))))
}

/// Values that are asked for or known: the producer, a licence, a frequency, what a reuse is.
fn fill(kind: Kind, values: &mut Extras, root: &Path, asks: bool, shell: &Shell) -> Result<(), Failure> {
    if matches!(kind, Kind::Dataset | Kind::Reuse | Kind::Service) && !values.contains_key("owner") {
        fill_organization(kind, values, root, asks, shell)?;
    }
    if kind == Kind::Dataset {
        fill_license(values, asks, shell)?;
        fill_frequency(values, asks, shell)?;
    }
    if matches!(kind, Kind::Reuse | Kind::Service | Kind::Organization) && asks && !values.contains_key("url") {
        let url = ask_text(shell.say("Address? (may be empty)", "Adresse\u{202f}? (peut rester vide)"), "")?;
        put(values, "url", &url);
    }
    Ok(())
}

fn put(values: &mut Extras, key: &str, text: &str) {
    if !text.is_empty() {
        values.insert(key.to_owned(), json!(text));
    }
}

fn fill_organization(kind: Kind, values: &mut Extras, root: &Path, asks: bool, shell: &Shell) -> Result<(), Failure> {
    if values.contains_key("organization") {
        return Ok(());
    }
    let described = io::described(root, Kind::Organization)?;
    let slugs: Vec<&str> = described.iter().map(|(name, _)| name.as_str()).collect();
    let only = match slugs.as_slice() {
        [only] => *only,
        _ => "",
    };
    // A reuse is most often made by others.
    if kind != Kind::Reuse && !asks {
        put(values, "organization", only);
    } else if asks && !slugs.is_empty() {
        let question = shell.say(
            "Organization? (its slug, may be empty)",
            "Organisation\u{202f}? (son nom de fichier, peut rester vide)",
        );
        let default = if kind == Kind::Reuse { "" } else { only };
        let slug = ask(question, default, |answer| match slugs.contains(&answer) || answer.is_empty() {
            true => Ok(answer.to_owned()),
            false => Err(format!("{} {}", shell.say("one of:", "au choix\u{a0}:"), slugs.join(", "))),
        })?;
        put(values, "organization", &slug);
    }
    Ok(())
}

fn fill_license(values: &mut Extras, asks: bool, shell: &Shell) -> Result<(), Failure> {
    if values.contains_key("license") || !asks {
        return Ok(());
    }
    let default = shell.say("CC-BY-4.0", "etalab-2.0");
    let question = shell.say("Licence?", "Licence\u{202f}?");
    let license = ask(question, default, |answer| match License::find(answer) {
        Some(found) => Ok(found.license.id),
        None => Err(match License::nearest(answer) {
            Some(nearest) => format!("{} {}", shell.say("did you mean", "peut-être"), nearest.id),
            None => String::from("etalab-2.0, ODbL-1.0, CC-BY-4.0, CC0-1.0…"),
        }),
    })?;
    put(values, "license", license);
    Ok(())
}

fn fill_frequency(values: &mut Extras, asks: bool, shell: &Shell) -> Result<(), Failure> {
    if values.contains_key("frequency") {
        return Ok(());
    }
    if !asks {
        put(values, "frequency", "unknown");
        return Ok(());
    }
    let question = shell.say("How often is it updated?", "Fréquence de mise à jour\u{202f}?");
    let frequency = ask(question, "unknown", |answer| match Frequency::find(answer) {
        Some(frequency) => Ok(frequency.id),
        None => Err(match Frequency::nearest(answer) {
            Some(nearest) => format!("{} {nearest}", shell.say("did you mean", "peut-être")),
            None => String::from("daily, weekly, monthly, quarterly, annual, irregular, never, unknown…"),
        }),
    })?;
    put(values, "frequency", frequency);
    Ok(())
}

/// A dataset gets a folder, for its files; the others one file.
fn form(options: &New, kind: Kind) -> Form {
    match options.form {
        Some(NewForm::Folder) => Form::Folder,
        Some(NewForm::File) => Form::File,
        Some(NewForm::Markdown) => Form::Markdown,
        None if kind == Kind::Dataset => Form::Folder,
        None => Form::File,
    }
}

fn next(kind: Kind, form: Form, path: &str, shell: &Shell) -> String {
    let check = format!("`etal check {path}`");
    match (kind == Kind::Dataset && form == Form::Folder, shell.language()) {
        (true, "fr") => format!("ensuite\u{a0}: compléter la fiche, poser les fichiers à côté, puis {check}"),
        (true, _) => format!("next: complete it, put the files beside it, then {check}"),
        (false, "fr") => format!("ensuite\u{a0}: compléter la fiche, puis {check}"),
        (false, _) => format!("next: complete it, then {check}"),
    }
}
