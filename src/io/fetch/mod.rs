//! Remote files over http and https: a few at once, within limits, onto the disk.
//!
//! What fails is said of the file it happened to; only the disk's refusal stops the work.

mod fault;
mod get;
mod guard;
mod queue;
mod redirect;
mod sums;

use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use tempfile::TempPath;

use super::Error;
use crate::snapshot::Remote;
use crate::snapshot::remote::{Attempt, Ending, Limits, Outcome, Reason, Wanted, settle};
use get::Got;
use queue::Queue;

/// Files that are fetched at once.
const THREADS: usize = 4;

/// How files are fetched.
#[derive(Clone, Copy, Debug)]
pub struct FetchOptions<'a> {
    /// Where files are written until they are taken: on the disk that has room for all of them.
    pub folder: &'a Path,
    /// Whether hosts without a public address are asked too.
    pub private_hosts: bool,
    /// Whether a proxy that the environment names is used.
    pub proxy: bool,
    /// The longest time to find and reach a server.
    pub connect: Duration,
    /// The longest time in which nothing comes.
    pub silence: Duration,
    /// The longest time for one file with all its redirects.
    pub whole: Duration,
    /// The time before a second try.
    pub pause: Duration,
}

/// What became of a remote file.
#[derive(Debug)]
pub struct Fetched {
    /// What the manifest says of it.
    pub record: Remote,
    /// Why it is not held, or what is to be said of it: the same as in the record, for other languages.
    pub reason: Option<Reason>,
    file: Option<TempPath>,
}

impl<'a> FetchOptions<'a> {
    /// The usual times; public hosts alone; with the proxy of the environment.
    pub fn new(folder: &'a Path) -> Self {
        Self {
            folder,
            private_hosts: false,
            proxy: true,
            connect: Duration::from_secs(10),
            silence: Duration::from_secs(30),
            whole: Duration::from_secs(600),
            pause: Duration::from_secs(1),
        }
    }
}

impl Fetched {
    /// The file, when it is held: it is removed when this value is dropped.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }
}

/// Fetches files within limits; the answer has what became of each, in the order of `wanted`. `told` is called once for
/// each file that is done.
///
/// # Errors
/// When the disk refuses.
pub fn fetch(
    wanted: &[Wanted],
    limits: &Limits,
    options: &FetchOptions<'_>,
    told: &(dyn Fn() + Sync),
) -> Result<Vec<Fetched>, Error> {
    let (asked, beyond) = wanted.split_at(limits.count.min(wanted.len()));
    let got = fetch_all(asked, limits, options, told)?;
    let attempts: Vec<Attempt> = got.iter().map(attempt).collect();
    let outcomes = settle(&attempts, limits);
    let mut fetched: Vec<Fetched> = asked
        .iter()
        .zip(got)
        .zip(outcomes)
        .map(|((wanted, got), outcome)| match (outcome, got) {
            (Outcome::BeyondLimit, _) | (_, None) => Fetched::left_out(wanted, Reason::Total(limits.total)),
            (outcome, Some(got)) => Fetched::of(wanted, outcome, got),
        })
        .collect();
    fetched.extend(beyond.iter().map(|wanted| Fetched::left_out(wanted, Reason::Count(limits.count))));
    Ok(fetched)
}

fn attempt(got: &Option<Got>) -> Attempt {
    got.as_ref().map_or(Attempt { ending: Ending::Stopped, bytes: 0 }, |got| got.attempt)
}

/// Asks for each file that may be held, with some threads. None for those that nobody asked for.
fn fetch_all(
    wanted: &[Wanted],
    limits: &Limits,
    options: &FetchOptions<'_>,
    told: &(dyn Fn() + Sync),
) -> Result<Vec<Option<Got>>, Error> {
    let agent = get::agent(options);
    let queue =
        Queue::new(wanted.iter().map(|wanted| fault::bare_host(&wanted.url).to_ascii_lowercase()), limits.total);
    let done: Mutex<Vec<Option<Result<Got, Error>>>> = Mutex::new(wanted.iter().map(|_| None).collect());
    let work = || {
        while let Some((place, host)) = queue.take() {
            let got = get::get(&agent, &wanted[place], limits.file, &|| queue.room(place), options);
            let size = got.as_ref().ok().filter(|got| got.attempt.ending == Ending::Whole);
            let size = size.map(|got| got.attempt.bytes);
            if got.is_err() {
                queue.stop();
            }
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner)[place] = Some(got);
            queue.give_back(place, &host, size);
            told();
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..THREADS.min(wanted.len()) {
            scope.spawn(work);
        }
    });
    let done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.into_iter().map(Option::transpose).collect()
}

impl Fetched {
    fn left_out(wanted: &Wanted, reason: Reason) -> Self {
        Self { record: record(wanted, Outcome::BeyondLimit, Some(&reason)), reason: Some(reason), file: None }
    }

    fn of(wanted: &Wanted, outcome: Outcome, got: Got) -> Self {
        let mut record = record(wanted, outcome, got.reason.as_ref());
        if outcome == Outcome::Held {
            record.path = Some(wanted.path.clone());
            record.size = Some(got.attempt.bytes);
            record.sha256 = got.sha256;
        }
        if matches!(outcome, Outcome::Held | Outcome::Mismatch) {
            record.checked = wanted.checksum.as_ref().map(|declared| declared.kind.id.to_owned());
        }
        Self { record, reason: got.reason, file: got.file.filter(|_| outcome == Outcome::Held) }
    }
}

fn record(wanted: &Wanted, outcome: Outcome, reason: Option<&Reason>) -> Remote {
    Remote {
        dataset: wanted.dataset.clone(),
        resource: wanted.resource.clone(),
        title: wanted.title.clone(),
        url: wanted.url.clone(),
        outcome: outcome.name().to_owned(),
        reason: reason.map(|reason| reason.text("en")),
        path: None,
        size: None,
        sha256: None,
        checked: None,
    }
}
