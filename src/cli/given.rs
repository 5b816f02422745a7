//! Values that a command line gives to a descriptor: options, `--set` and its like, `--from`.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value as Json, json};

use super::failure::Failure;
use super::shell::Shell;
use crate::edit::{self, Change, changes_of};
use crate::io;
use crate::model::Extras;
use crate::source::KeyPath;

/// Values of a dataset.
#[derive(Debug, Args)]
#[command(next_help_heading = "Values")]
pub(super) struct DatasetValues {
    /// The title
    #[arg(long, allow_hyphen_values = true)]
    title: Option<String>,
    /// The description, in Markdown
    #[arg(long, value_name = "MARKDOWN", allow_hyphen_values = true)]
    description: Option<String>,
    /// The licence, by its id
    #[arg(long)]
    license: Option<String>,
    /// The slug of the producer
    #[arg(long, value_name = "SLUG")]
    organization: Option<String>,
    /// How often the data is updated
    #[arg(long)]
    frequency: Option<String>,
    /// A keyword; given several times, all of them. They take the place of those that are there
    #[arg(long = "tag", value_name = "KEYWORD")]
    tags: Vec<String>,
    #[command(flatten)]
    pairs: Pairs,
}

/// Values of a resource.
#[derive(Debug, Args)]
#[command(next_help_heading = "Values")]
pub(super) struct ResourceValues {
    /// The title
    #[arg(long, allow_hyphen_values = true)]
    title: Option<String>,
    /// The description, in Markdown
    #[arg(long, value_name = "MARKDOWN", allow_hyphen_values = true)]
    description: Option<String>,
    /// What it is for: main, documentation, update, api, code, other
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    /// The format, where it is not that of the name
    #[arg(long, value_name = "FORMAT")]
    data_format: Option<String>,
    #[command(flatten)]
    pairs: Pairs,
}

/// Any values.
#[derive(Debug, Args)]
struct Pairs {
    /// Any value, such as spatial.granularity=fr:commune; what begins with [ { " or ' is read as YAML
    #[arg(long = "set", value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// A file of values in YAML or JSON, - for the standard input; options win over it
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
}

/// Values that go, and items of lists.
#[derive(Debug, Args)]
#[command(next_help_heading = "Values")]
pub(super) struct Less {
    /// A key to take out
    #[arg(long, value_name = "KEY")]
    unset: Vec<String>,
    /// An item to add to a list, unless it is there
    #[arg(long, value_name = "KEY=VALUE")]
    add: Vec<String>,
    /// An item to take out of a list
    #[arg(long, value_name = "KEY=VALUE")]
    take: Vec<String>,
}

impl DatasetValues {
    /// As changes of a descriptor: what a file says, then the options.
    pub(super) fn changes(&self, shell: &Shell) -> Result<Vec<Change>, Failure> {
        let mut changes = self.pairs.file(shell)?;
        let texts = [
            ("title", &self.title),
            ("description", &self.description),
            ("license", &self.license),
            ("organization", &self.organization),
            ("frequency", &self.frequency),
        ];
        changes.extend(texts.into_iter().filter_map(|(key, text)| option(key, text.as_deref())));
        if !self.tags.is_empty() {
            changes.push(Change::Set(KeyPath::of("tags"), json!(self.tags)));
        }
        changes.extend(self.pairs.pairs(shell)?);
        Ok(changes)
    }
}

impl ResourceValues {
    /// As changes of a resource.
    pub(super) fn changes(&self, shell: &Shell) -> Result<Vec<Change>, Failure> {
        let mut changes = self.pairs.file(shell)?;
        let texts = [
            ("title", &self.title),
            ("description", &self.description),
            ("type", &self.kind),
            ("format", &self.data_format),
        ];
        changes.extend(texts.into_iter().filter_map(|(key, text)| option(key, text.as_deref())));
        changes.extend(self.pairs.pairs(shell)?);
        Ok(changes)
    }
}

impl Less {
    pub(super) fn changes(&self, shell: &Shell) -> Result<Vec<Change>, Failure> {
        let mut changes = Vec::new();
        for key in &self.unset {
            changes.push(Change::Unset(path(key, shell)?));
        }
        for text in &self.add {
            let (path, value) = pair("--add", text, shell)?;
            changes.push(Change::Add(path, value));
        }
        for text in &self.take {
            let (path, value) = pair("--take", text, shell)?;
            changes.push(Change::Take(path, value));
        }
        Ok(changes)
    }
}

impl Pairs {
    fn file(&self, shell: &Shell) -> Result<Vec<Change>, Failure> {
        let Some(file) = &self.from else { return Ok(Vec::new()) };
        let text = io::read_given(file)?;
        match edit::read(&text) {
            Ok(Json::Object(values)) => Ok(changes_of(values)),
            Ok(Json::Null) => Ok(Vec::new()),
            Ok(_) => Err(unreadable(file, shell.say("it is no mapping", "ce n’est pas un ensemble de clés"), shell)),
            Err(words) => Err(unreadable(file, &words, shell)),
        }
    }

    fn pairs(&self, shell: &Shell) -> Result<Vec<Change>, Failure> {
        let change = |text: &String| pair("--set", text, shell).map(|(path, value)| Change::Set(path, value));
        self.set.iter().map(change).collect()
    }
}

/// A file of values or operations that cannot be read.
pub(super) fn unreadable(file: &std::path::Path, words: &str, shell: &Shell) -> Failure {
    let message = format!("`{}`{} {words}", file.display(), shell.say(":", "\u{a0}:"));
    let remedy = shell.say("write it as JSON, or as YAML without aliases", "l’écrire en JSON, ou en YAML sans alias");
    Failure::said(message, Some(remedy.to_owned()))
}

fn option(key: &str, text: Option<&str>) -> Option<Change> {
    let text = text?.trim();
    let value = if text.is_empty() { Json::Null } else { json!(text) };
    Some(Change::Set(KeyPath::of(key), value))
}

fn path(key: &str, shell: &Shell) -> Result<KeyPath, Failure> {
    edit::key_path(key).ok_or_else(|| {
        let message = format!("`{key}` {}", shell.say("is no key", "n’est pas une clé"));
        Failure::said(message, Some(String::from("`license`, `spatial.granularity`, `resources[0].title`…")))
    })
}

fn pair(option: &str, text: &str, shell: &Shell) -> Result<(KeyPath, Json), Failure> {
    let Some((key, value)) = text.split_once('=') else {
        let message = match shell.language() {
            "fr" => format!("`{option} {text}` n’a pas la forme CLÉ=VALEUR"),
            _ => format!("`{option} {text}` has not the form KEY=VALUE"),
        };
        return Err(Failure::said(message, None));
    };
    let value = edit::value_of(value.trim()).map_err(|words| {
        let message = format!("`{option} {key}`{} {words}", shell.say(":", "\u{a0}:"));
        let remedy = shell.say(
            "put a text that begins with [ { \" or ' in quotes of YAML",
            "mettre entre guillemets de YAML un texte qui commence par [ { \" ou '",
        );
        Failure::said(message, Some(remedy.to_owned()))
    })?;
    Ok((path(key, shell)?, value))
}

/// The values that changes give to something new.
pub(super) fn values(changes: Vec<Change>, shell: &Shell) -> Result<Extras, Failure> {
    let mut values = Extras::new();
    for change in changes {
        let Change::Set(path, value) = change else { continue };
        if !edit::place(&mut values, &path, value) {
            let message =
                format!("`{path}` {}", shell.say("has no room for a value", "n’a pas de place pour une valeur"));
            return Err(Failure::said(message, None));
        }
    }
    match edit::without_nulls(Json::Object(values)) {
        Json::Object(values) => Ok(values),
        _ => Ok(Extras::new()),
    }
}
