//! Operations on a catalogue, for `dataset`, `resource` and `apply`: read, made in memory, judged,
//! told, and only then written.

use std::path::Path;

use clap::{Args, ValueEnum};
use uuid::Uuid;

use super::answer::{self, Told};
use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::load::load;
use super::select;
use super::shell::Shell;
use crate::edit::{Done, Operation, Refusal, Task, Workspace, news};
use crate::finding::{Finding, Severity};
use crate::inputs::Drafts;
use crate::io::{self, Shape};
use crate::pipeline;

/// How a command answers, and whether it writes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Answer")]
pub(super) struct Answer {
    /// How to answer
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
    /// Show what would change, as a unified diff, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Forms of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Human,
    /// For programs, in a form that has a version
    Json,
}

/// Whether datasets may be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Consent {
    Given,
    Missing,
}

impl Consent {
    pub(super) fn of(is_given: bool) -> Self {
        if is_given { Self::Given } else { Self::Missing }
    }
}

/// Makes operations, all of them or none.
pub(super) fn run(
    mut operations: Vec<Operation>,
    consent: Consent,
    answer: &Answer,
    global: &Global,
    shell: &Shell,
) -> Result<Exit, Failure> {
    let root = select::root(None, global)?;
    let now = shell.now(global)?;
    // Nobody else may edit what is judged until it is written.
    let _hold = if answer.dry_run { None } else { Some(io::hold(&root)?) };
    let catalogue = load(&root, Shape::Catalogue, now, shell)?;
    look(&mut operations, &root)?;
    let kept = catalogue.inputs.clone();
    let mut new_id = Uuid::new_v4;
    let mut workspace = Workspace::new(catalogue.inputs, &mut new_id);
    let is_batch = operations.len() > 1;
    let mut done = Vec::with_capacity(operations.len());
    for (at, operation) in operations.iter().enumerate() {
        let number = is_batch.then_some(at + 1);
        if operation.task == Task::Delete && consent == Consent::Missing {
            let slug = operation.slug.as_deref().unwrap_or("");
            let dependants = workspace.dependants(slug).map_err(|error| refused(&error, number, shell))?;
            return answer::unconfirmed(slug, &dependants, answer, shell);
        }
        done.push(workspace.make(operation).map_err(|error| refused(&error, number, shell))?);
    }
    let outcome = workspace.finish();
    let (before, after) =
        rayon::join(|| pipeline::site(kept, Drafts::Kept), || pipeline::site(outcome.inputs.clone(), Drafts::Kept));
    let news = news(&before, &after, &outcome.renamed);
    let (errors, rest): (Vec<&Finding>, Vec<&Finding>) =
        news.into_iter().partition(|finding| finding.severity == Severity::Error);
    let told = Told { done: &done, outcome: &outcome, site: &after, errors: &errors, rest: &rest, now };
    if !errors.is_empty() {
        answer::refused(&told, answer, shell)?;
        return Ok(Exit::Findings);
    }
    if !answer.dry_run {
        io::carry_out(&root, &catalogue.places, &outcome)?;
    }
    answer::told(&told, answer, shell)?;
    // The process ends here: giving its memory back piece by piece would only take time.
    std::mem::forget((before, outcome));
    Ok(Exit::Clean)
}

/// Looks into the files that are given.
fn look(operations: &mut [Operation], root: &Path) -> Result<(), Failure> {
    for given in operations.iter_mut().filter_map(Operation::given_mut) {
        given.file = Some(io::look_into(&given.origin)?);
        given.within = io::path_within(root, &given.origin);
    }
    Ok(())
}

/// A refusal as a failure, with the number of the operation where there are several.
pub(super) fn refused(refusal: &Refusal, number: Option<usize>, shell: &Shell) -> Failure {
    let language = shell.language();
    let message = refusal.message(language);
    let message = match (number, refusal) {
        (Some(number), refusal) if !matches!(refusal, Refusal::BadOperation(..)) => {
            format!("{} {number}{} {message}", shell.say("operation", "opération"), shell.say(":", "\u{a0}:"))
        }
        _ => message,
    };
    Failure::said(message, refusal.remedy(language))
}

/// Whether an operation changed nothing.
pub(super) fn is_idle(done: &Done) -> bool {
    !done.is_new && done.changes.is_empty() && done.others.is_empty()
}
