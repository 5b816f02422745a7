//! `etal snapshot diff`: what changed between two snapshots, in the words of a review.

use std::path::{Path, PathBuf};

use clap::Args;
use tempfile::TempDir;

use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::load::{evidence, load};
use crate::cli::progress::Bar;
use crate::cli::reviewed::Report;
use crate::cli::shell::Shell;
use crate::inputs::Inputs;
use crate::io::unpack::Opened;
use crate::io::{self, CONFIG, Error, Shape};
use crate::pipeline;
use crate::review::Facts;
use crate::snapshot::MANIFEST;
use crate::theme::Theme;

/// Say what changed between two snapshots, in the words of `etal review`
///
/// What they were made from is compared, drafts included where a snapshot has them, as of the day of the later one. A
/// catalogue may stand for either, as it is on the disk. The exit code is 0, 1 when something is beyond --fail-on, 2
/// when the command could not run.
#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The snapshot of before: an archive, or the folder that was in it
    #[arg(value_name = "A")]
    before: PathBuf,
    /// The snapshot of after
    #[arg(value_name = "B")]
    after: PathBuf,
    #[command(flatten)]
    report: Report,
}

pub(super) fn run(options: &Diff, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let [mut before, mut after] = [read(&options.before, global, shell)?, read(&options.after, global, shell)?];
    // What is late is late for both: only what was written down differs.
    let now = global.now.unwrap_or(before.now.max(after.now));
    (before.now, after.now) = (now, now);
    let elsewhere = io::changed_themes(&before, &after);
    // A theme of unknown origin may say anything: words are our own.
    let theme = Theme::load(&std::collections::BTreeMap::new())?;
    let (before, after) = pipeline::both(before, after);
    let facts = Facts { elsewhere, base: name(&options.before), head: Some(name(&options.after)), ..Facts::default() };
    options.report.tell(before, after, &facts, &theme, global, shell)
}

/// The inputs of a snapshot, or of a catalogue.
fn read(path: &Path, global: &Global, shell: &Shell) -> Result<Inputs, Failure> {
    let is_there = |name: &str| path.join(name).symlink_metadata().is_ok();
    if is_there(CONFIG) && !is_there(MANIFEST) {
        let now = shell.now(global)?;
        return Ok(load(path, Shape::Catalogue, now, shell)?.inputs);
    }
    let unpacked = TempDir::with_prefix("etal-").map_err(|cause| Error::Write(std::env::temp_dir(), cause))?;
    let opened = Opened::open(path, unpacked.path()).map_err(|error| super::unopened(error, shell))?;
    let evidence = evidence(&opened.evidence(), shell)?;
    let Some(source) = opened.source() else {
        return Err(Error::NotACatalog(opened.evidence()).into());
    };
    let mut inputs = io::replay(&io::root_at(&source)?, &evidence, &Bar::reading(shell))?.inputs;
    // What was given for one build is no change of the catalogue.
    (inputs.base_url, inputs.forge) = (None, None);
    Ok(inputs)
}

/// What a side is called: the name of its file or folder.
fn name(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    whole.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
