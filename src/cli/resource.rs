//! `etal resource`: files and links of a dataset added, changed and taken out by scripts.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use super::args::Global;
use super::change::{Answer, Consent, run as make};
use super::exit::Exit;
use super::failure::Failure;
use super::given::{Less, ResourceValues, values};
use super::shell::Shell;
use crate::edit::{Given, Leftover, Operation, Task};

/// Add, change or take out a file or a link of a dataset
#[derive(Debug, Args)]
pub(super) struct Resource {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Add(Add),
    Update(Update),
    Remove(Remove),
}

/// Add a file or a link to a dataset
///
/// A local file is copied into the dataset's folder. Its size, checksum and format are found when the
/// catalogue is read.
#[derive(Debug, Args)]
struct Add {
    /// The dataset
    dataset: String,
    /// A local file, or an address
    #[arg(value_name = "FILE|URL")]
    what: String,
    /// The path that the copy is to have below the dataset's folder
    #[arg(long = "as", value_name = "PATH")]
    name: Option<String>,
    #[command(flatten)]
    values: ResourceValues,
    #[command(flatten)]
    answer: Answer,
}

/// Change values of a resource, or replace its file
///
/// A resource is named by its id, its path, its address or its place from 0.
#[derive(Debug, Args)]
struct Update {
    /// The dataset
    dataset: String,
    /// The resource
    resource: String,
    /// A file that takes the place of the one that is there, under the same address
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Another path for the file below the dataset's folder; the old file stays there
    #[arg(long = "as", value_name = "PATH", requires = "file")]
    name: Option<String>,
    #[command(flatten)]
    values: ResourceValues,
    #[command(flatten)]
    less: Less,
    #[command(flatten)]
    answer: Answer,
}

/// Take a resource out of a dataset
///
/// It is better to keep old resources: somebody may still use them.
#[derive(Debug, Args)]
struct Remove {
    /// The dataset
    dataset: String,
    /// The resource
    resource: String,
    /// Delete its file too
    #[arg(long)]
    delete_file: bool,
    #[command(flatten)]
    answer: Answer,
}

pub(super) fn run(options: &Resource, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let (slug, task, answer) = match &options.action {
        Action::Add(add) => (&add.dataset, add.task(shell)?, &add.answer),
        Action::Update(update) => {
            let mut changes = update.values.changes(shell)?;
            changes.extend(update.less.changes(shell)?);
            let file = update.file.as_ref().map(|file| Given::new(file, update.name.clone()));
            let task = Task::ResourceUpdate { resource: update.resource.clone(), changes, file };
            (&update.dataset, task, &update.answer)
        }
        Action::Remove(remove) => {
            let file = if remove.delete_file { Leftover::Removed } else { Leftover::Kept };
            let advice = shell.say(
                "advice: keep old resources where you can, services may rely on them",
                "conseil\u{a0}: garder les anciennes ressources autant que possible, des services s’y appuient peut-être",
            );
            shell.note(advice);
            let task = Task::ResourceRemove { resource: remove.resource.clone(), file };
            (&remove.dataset, task, &remove.answer)
        }
    };
    make(vec![Operation { slug: Some(slug.clone()), task }], Consent::Missing, answer, global, shell)
}

impl Add {
    fn task(&self, shell: &Shell) -> Result<Task, Failure> {
        let mut values = values(self.values.changes(shell)?, shell)?;
        if self.what.contains("://") {
            values.insert(String::from("url"), json!(self.what));
            return Ok(Task::ResourceAdd { values, file: None });
        }
        Ok(Task::ResourceAdd { values, file: Some(Given::new(&self.what, self.name.clone())) })
    }
}
