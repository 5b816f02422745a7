//! `etal dataset`: datasets made, shown, changed, renamed, retired and deleted by scripts.

use clap::{Args, Subcommand, ValueEnum};

use super::args::Global;
use super::change::{Answer, Consent, Format, run as make};
use super::exit::Exit;
use super::failure::Failure;
use super::given::{DatasetValues, Less, values};
use super::shell::Shell;
use super::shown;
use crate::edit::{Operation, Task};
use crate::model::Form;

/// Make, show, change, rename, retire or delete a dataset
///
/// Every change is checked with the whole catalogue first: one that would bring an error is refused
/// and writes nothing. The exit code is 0 when it is done, 1 when it is refused, 2 when the command
/// could not run.
#[derive(Debug, Args)]
pub(super) struct Dataset {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Create(Create),
    Show(Show),
    Update(Update),
    Rename(Rename),
    Archive(Archive),
    Retire(Retire),
    Delete(Delete),
}

/// Make a dataset from values
///
/// It gets an id. Without a slug, the title makes one. Nothing that exists is overwritten.
#[derive(Debug, Args)]
struct Create {
    /// Its name in addresses and files, of a-z, 0-9 and -
    slug: Option<String>,
    #[command(flatten)]
    values: DatasetValues,
    /// How the descriptor is kept
    #[arg(long, value_name = "FORM", default_value = "folder")]
    form: NewForm,
    #[command(flatten)]
    answer: Answer,
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

/// Show the values of a dataset, its files, its score and what is found in it
#[derive(Debug, Args)]
struct Show {
    /// The dataset
    slug: String,
    /// How to answer
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// Change values of a dataset
///
/// Comments, the order of keys and every byte that is not changed stay as they are.
#[derive(Debug, Args)]
struct Update {
    /// The dataset
    slug: String,
    #[command(flatten)]
    values: DatasetValues,
    #[command(flatten)]
    less: Less,
    #[command(flatten)]
    answer: Answer,
}

/// Give a dataset another slug; the old one leads to it
///
/// What names it in other descriptors is changed too. It keeps its id.
#[derive(Debug, Args)]
struct Rename {
    /// The dataset
    slug: String,
    /// Its new name, of a-z, 0-9 and -
    new: String,
    #[command(flatten)]
    answer: Answer,
}

/// Say that a dataset is no longer kept up; undone with `etal dataset update SLUG --unset archived`
#[derive(Debug, Args)]
struct Archive {
    /// The dataset
    slug: String,
    /// Why
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: Option<String>,
    /// Since when; by default today
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    #[command(flatten)]
    answer: Answer,
}

/// Withdraw a dataset: its page stays and says why; undone with `etal dataset update SLUG --unset retired`
#[derive(Debug, Args)]
struct Retire {
    /// The dataset
    slug: String,
    /// Why
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: String,
    /// Since when; by default today
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// The slug of the dataset that takes its place
    #[arg(long, value_name = "SLUG")]
    replaced_by: Option<String>,
    #[command(flatten)]
    answer: Answer,
}

/// Delete a dataset with its folder; says what depends on it, and does it with --yes only
#[derive(Debug, Args)]
struct Delete {
    /// The dataset
    slug: String,
    /// Delete it, and take it out of the lists that name it
    #[arg(long, short)]
    yes: bool,
    #[command(flatten)]
    answer: Answer,
}

pub(super) fn run(options: &Dataset, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let one = |slug: &str, task| vec![Operation { slug: Some(slug.to_owned()), task }];
    let (operations, consent, answer) = match &options.action {
        Action::Show(show) => return shown::dataset(&show.slug, show.format, global, shell),
        Action::Create(create) => {
            let values = values(create.values.changes(shell)?, shell)?;
            let task = Task::Create { values, form: create.form.form() };
            (vec![Operation { slug: create.slug.clone(), task }], Consent::Missing, &create.answer)
        }
        Action::Update(update) => {
            let mut changes = update.values.changes(shell)?;
            changes.extend(update.less.changes(shell)?);
            (one(&update.slug, Task::Update(changes)), Consent::Missing, &update.answer)
        }
        Action::Rename(rename) => {
            (one(&rename.slug, Task::Rename { to: rename.new.clone() }), Consent::Missing, &rename.answer)
        }
        Action::Archive(archive) => {
            let task = Task::Archive { date: archive.date.clone(), reason: archive.reason.clone() };
            (one(&archive.slug, task), Consent::Missing, &archive.answer)
        }
        Action::Retire(retire) => {
            let task = Task::Retire {
                date: retire.date.clone(),
                reason: Some(retire.reason.clone()),
                replaced_by: retire.replaced_by.clone(),
            };
            (one(&retire.slug, task), Consent::Missing, &retire.answer)
        }
        Action::Delete(delete) => (one(&delete.slug, Task::Delete), Consent::of(delete.yes), &delete.answer),
    };
    make(operations, consent, answer, global, shell)
}

impl NewForm {
    fn form(self) -> Form {
        match self {
            Self::Folder => Form::Folder,
            Self::File => Form::File,
            Self::Markdown => Form::Markdown,
        }
    }
}
