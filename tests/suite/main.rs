//! The integration tests, in one binary. Each module says in its name what it is about.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests look at what the shell did to the outside world"
)]

mod architecture;
mod baseline;
mod browser;
mod catalog;
mod cli;
mod cms;
mod codeowners;
mod corpora;
mod demonstration;
mod descriptor;
mod determinism;
mod docs;
mod edit;
mod export;
mod findings;
mod fix;
mod formats;
mod git;
mod hostile;
mod import;
mod import_dcat;
mod io;
mod licenses;
mod lsp;
mod outputs;
mod outside;
mod pages;
mod places;
mod project;
mod propose;
mod reading_back;
mod reference;
mod review;
mod rules;
mod samples;
mod scaffold;
mod schema;
mod score;
mod score_of_demonstration;
mod scoreboard;
mod search;
mod serve;
mod snapshot;
mod spans;
mod words;
mod workflows;
mod write;
mod yaml;
