//! `--with-data`: the remote files of a catalogue go into its snapshot, within limits.

use std::fmt::Write as _;
use std::path::Path;

use clap::Args;

use super::size;
use crate::cli::failure::Failure;
use crate::cli::progress::Bar;
use crate::cli::shell::Shell;
use crate::io::{self, FetchOptions, Fetched};
use crate::site::Site;
use crate::snapshot::remote::{Limits, wanted};

/// Lines of files that are not held which are printed; the manifest has all.
const SHOWN: usize = 20;

/// Remote files.
#[derive(Debug, Args)]
#[command(next_help_heading = "Remote files")]
pub(super) struct WithData {
    /// Fetch the remote files that datasets name too; what fails is listed
    #[arg(long)]
    with_data: bool,
    /// How many remote files are asked for at most
    #[arg(long, value_name = "N", default_value_t = 1000, requires = "with_data")]
    max_files: usize,
    /// The size of a remote file at most, such as 500kB, 100MB or 2GiB
    #[arg(long, value_name = "SIZE", default_value = "100MB", value_parser = size::parse, requires = "with_data")]
    max_file: u64,
    /// The size of all remote files together at most
    #[arg(long, value_name = "SIZE", default_value = "1GB", value_parser = size::parse, requires = "with_data")]
    max_total: u64,
    /// Ask hosts without a public address too, such as those of an intranet
    #[arg(long, requires = "with_data")]
    private_hosts: bool,
}

impl WithData {
    /// The remote files of a site when they were asked for, else none. They stand below `folder` until they are dropped.
    pub(super) fn fetch(&self, site: &Site, folder: &Path, shell: &Shell) -> Result<Vec<Fetched>, Failure> {
        if !self.with_data {
            return Ok(Vec::new());
        }
        let wanted = wanted(site);
        let limits = Limits { count: self.max_files, file: self.max_file, total: self.max_total };
        let options = FetchOptions { private_hosts: self.private_hosts, ..FetchOptions::new(folder) };
        let bar = Bar::making(shell, wanted.len().min(limits.count));
        Ok(io::fetch(&wanted, &limits, &options, &|| bar.advance())?)
    }
}

/// What is to be told of remote files: how many are held, and which are not and why. Empty when there are none.
pub(super) fn told(fetched: &[Fetched], shell: &Shell) -> String {
    if fetched.is_empty() {
        return String::new();
    }
    let (held, missing): (Vec<&Fetched>, Vec<&Fetched>) = fetched.iter().partition(|one| one.file().is_some());
    let (count, all) = (held.len(), fetched.len());
    let mut out = match shell.language() {
        "fr" => format!("fichiers distants {all}, dont {count} dans l’instantané\n"),
        _ => format!("remote files {all}, of which {count} are in the snapshot\n"),
    };
    for one in missing.iter().take(SHOWN) {
        let reason = one.reason.as_ref().map_or_else(String::new, |reason| reason.text(shell.language()));
        let _ = writeln!(out, "  {} {}{} {reason}", one.record.dataset, one.record.url, shell.say(":", "\u{a0}:"));
    }
    if missing.len() > SHOWN {
        let more = missing.len() - SHOWN;
        let _ = match shell.language() {
            "fr" => writeln!(out, "  et {more} autres, dans `manifest.json`"),
            _ => writeln!(out, "  and {more} others, in `manifest.json`"),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        data: WithData,
    }

    #[test]
    fn limits_have_usual_values_and_need_what_they_limit() {
        let read = |arguments: &[&str]| Line::try_parse_from(["x"].iter().chain(arguments)).map(|line| line.data);
        let data = read(&[]).expect("nothing is required");
        assert_eq!((data.with_data, data.max_files, data.max_file), (false, 1000, 100_000_000));
        assert_eq!((data.max_total, data.private_hosts), (1_000_000_000, false));
        let data = read(&["--with-data", "--max-files", "3", "--max-total", "2GiB"]).expect("all of it is right");
        assert_eq!((data.with_data, data.max_files, data.max_total), (true, 3, 2 << 30));
        for wrong in
            [["--max-files", "3"], ["--max-file", "1MB"], ["--max-total", "1MB"], ["--with-data", "--max-file=x"]]
        {
            assert!(read(&wrong).is_err(), "{wrong:?}");
        }
        assert!(read(&["--private-hosts"]).is_err());
    }
}
