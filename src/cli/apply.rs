//! `etal apply`: many operations from one file, all of them or none.

use std::path::PathBuf;

use clap::Args;
use serde_json::Value as Json;

use super::args::Global;
use super::change::{Answer, Consent, refused, run as make};
use super::exit::Exit;
use super::failure::Failure;
use super::given::unreadable;
use super::shell::Shell;
use crate::edit::{self, operations};
use crate::io;

/// Make many changes of datasets at once, all of them or none
///
/// The file has one operation or a list of them, in YAML or JSON, or one JSON object a line. The
/// catalogue is read and checked once. Paths of files are those of the current folder.
#[derive(Debug, Args)]
pub(super) struct Apply {
    /// The file, - for the standard input
    file: PathBuf,
    /// Allow operations that delete datasets
    #[arg(long, short)]
    yes: bool,
    #[command(flatten)]
    answer: Answer,
}

pub(super) fn run(options: &Apply, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let text = io::read_given(&options.file)?;
    let value = lines(&text).unwrap_or_else(|| edit::read(&text));
    let value = value.map_err(|words| unreadable(&options.file, &words, shell))?;
    let operations = operations(value).map_err(|error| refused(&error, None, shell))?;
    make(operations, Consent::of(options.yes), &options.answer, global, shell)
}

/// The values of a text that has a JSON object on each line, of several: its first or its second one is a whole
/// object. Then a line that is none is named.
fn lines(text: &str) -> Option<Result<Json, String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let lines: Vec<(usize, &str)> = lines.collect();
    let is_whole = |(_, line): &(usize, &str)| serde_json::from_str::<Json>(line).is_ok_and(|value| value.is_object());
    if lines.len() < 2 || !lines[0].1.trim_start().starts_with('{') || !lines[..2].iter().any(is_whole) {
        return None;
    }
    let value = |(at, line)| edit::json_once(line).map_err(|error| edit::in_words(&error, at));
    Some(lines.into_iter().map(value).collect::<Result<Vec<Json>, String>>().map(Json::Array))
}
