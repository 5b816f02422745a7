//! A build from plan to output: look, stage, decide, commit.

use std::collections::BTreeSet;

use super::error::Error;
use super::journal::Journal;
use super::location::{Location, StageFolder};
use super::lock::Lock;
use super::manifest::{Known, Manifest};
use super::notice::Notice;
use super::record::Digest16;
use super::stage::{Layout, Made, Present, Stage};
use super::walk::Found;
use super::{Content, Options, Step, Strangers, Summary};
use super::{is_left_alone, paths, recover, settle, strangers, walk};

/// Makes every file of the plan and reconciles the output with them. `plan` is sorted and has each
/// path once; `render` makes the content of the path at a place of the plan, in any order and on
/// several threads, and fails with [`Error::Content`].
///
/// Until everything is made and staged, nothing in the output is touched. Fails when the output
/// holds files of others, is being written by another build, or the disk refuses.
pub fn commit<'a, R>(options: &Options<'_>, plan: &[&str], render: R) -> Result<Summary, Error>
where
    R: Fn(usize) -> Result<Content<'a>, Error> + Sync,
{
    paths::check(plan)?;
    let location = Location::of(options.root, options.out)?;
    let _lock = Lock::take(&location)?;
    let mut notices: Vec<Notice> = recover::resume(&location, options.before)?.into_iter().collect();
    let known = known(&location, &mut notices)?;
    let manifest = known.as_ref().map(|(manifest, _)| manifest);
    let found = walk::walk(&location.out, &|name| is_left_alone(name, manifest, plan))?;
    let layout = if found.is_none() { Layout::Tree } else { Layout::Numbers };
    let found = found.unwrap_or_default();
    let strangers = strangers::strangers(&found, manifest, plan);
    permit_outside(&location, &strangers, options.foreign)?;

    let folder = location.nearest_stage();
    let stage = Stage { folder: location.stage(folder), layout };
    let present = Present { manifest, found: &found, out: &location.out };
    let begun = stage.open().and_then(|()| {
        let files = stage.fill(plan, &present, options.before, render)?;
        let adopted = adopted(&location, strangers, plan, &files, options.foreign)?;
        let journal = journal(folder, layout, files, plan, &found);
        begin(&location, &journal, options)?;
        Ok((journal, adopted))
    });
    // The first error is the one to tell; what stays of the stage goes with the next command.
    let (journal, adopted) = begun.inspect_err(|_| drop(stage.discard()))?;
    let mut summary = summary(&journal, adopted, notices);
    summary.receipt = if journal.changes() {
        settle::settle(&location, journal, options.before)?
    } else {
        keep(&location, journal, known, &stage)?
    };
    Ok(summary)
}

/// Writes the journal of a build that changes something: from here on it will be completed.
fn begin(location: &Location, journal: &Journal, options: &Options<'_>) -> Result<(), Error> {
    (options.before)(Step::Journal)?;
    let path = location.state("journal");
    if journal.changes() { journal.save(&path).map_err(Error::disk(&path)) } else { Ok(()) }
}

/// What the last build left, as far as it can be read.
fn known(location: &Location, notices: &mut Vec<Notice>) -> Result<Option<(Manifest, Digest16)>, Error> {
    let path = location.state("manifest");
    Ok(match Manifest::load(&path).map_err(Error::disk(&path))? {
        Known::Files(manifest, seal) => Some((manifest, seal)),
        Known::Nothing => None,
        Known::Damaged => {
            notices.push(Notice::ManifestDamaged(location.out.clone()));
            None
        }
    })
}

/// Stops before anything is made when there are files that nothing would be written over. All
/// strangers are named then, so that nobody has to ask three times.
fn permit_outside(location: &Location, strangers: &strangers::Strangers<'_>, foreign: Strangers) -> Result<(), Error> {
    if strangers.outside.is_empty() {
        return Ok(());
    }
    let mut all = [&strangers.outside[..], &strangers.inside[..]].concat();
    all.sort_unstable();
    strangers::permit(location, &all, foreign == Strangers::Adopt)
}

/// The strangers that will be gone, once they may go. One that holds what would be written there
/// stays and is ours from now on.
fn adopted(
    location: &Location,
    strangers: strangers::Strangers<'_>,
    plan: &[&str],
    files: &[Made],
    foreign: Strangers,
) -> Result<Vec<String>, Error> {
    let is_replaced = |path: &&str| plan.binary_search(path).is_ok_and(|index| files[index].staged);
    let mut gone = strangers.outside;
    gone.extend(strangers.inside.into_iter().filter(is_replaced));
    gone.sort_unstable();
    strangers::permit(location, &gone, foreign == Strangers::Adopt)?;
    Ok(gone.into_iter().map(str::to_owned).collect())
}

/// What is to be done. Whatever was found and is not planned goes: strangers have been permitted.
fn journal(folder: StageFolder, layout: Layout, files: Vec<Made>, plan: &[&str], found: &[Found]) -> Journal {
    // Only a name that is not Unicode can be no path; its file stays, and is named by the next build.
    let is_old = |path: &&str| plan.binary_search(path).is_err() && paths::is_below(path);
    let old: Vec<String> = found.iter().map(|found| found.path.as_str()).filter(is_old).map(str::to_owned).collect();
    let names: BTreeSet<String> =
        if old.is_empty() { BTreeSet::new() } else { plan.iter().map(|path| paths::folded(path)).collect() };
    // Removed after the new files came, a name that differs in capitals only would take the new file
    // with it where capitals do not count.
    let is_obstacle = |path: &String| {
        strangers::has_folder(plan, path)
            || path.match_indices('/').any(|(end, _)| plan.binary_search(&&path[..end]).is_ok())
            || names.contains(&paths::folded(path))
    };
    let (obstacles, leftovers) = old.into_iter().partition(is_obstacle);
    Journal { folder, layout, files, obstacles, leftovers }
}

fn summary(journal: &Journal, adopted: Vec<String>, notices: Vec<Notice>) -> Summary {
    let written = journal.staged().count();
    Summary {
        written,
        unchanged: journal.files.len() - written,
        removed: journal.obstacles.len() + journal.leftovers.len(),
        bytes_written: journal.staged().map(|(_, entry)| entry.size).sum(),
        bytes: journal.files.iter().map(|made| made.entry.size).sum(),
        adopted,
        notices,
        receipt: Digest16::default(),
    }
}

/// Ends a build that has nothing to change. The manifest is replaced when times on disk are not
/// those it has, or files are listed that are gone.
fn keep(
    location: &Location,
    journal: Journal,
    known: Option<(Manifest, Digest16)>,
    stage: &Stage,
) -> Result<Digest16, Error> {
    let manifest = Manifest { entries: journal.files.into_iter().map(|made| made.entry).collect() };
    let receipt = match known {
        Some((old, seal)) if old == manifest => seal,
        _ => settle::save_manifest(location, &manifest)?,
    };
    settle::end(location, stage)?;
    Ok(receipt)
}
