//! The integration tests, in one binary. Each module says in its name what it is about.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod architecture;
mod catalog;
mod cli;
mod descriptor;
mod findings;
mod git;
mod import;
mod io;
mod licenses;
mod places;
mod project;
mod rules;
mod score;
mod score_of_demonstration;
mod scoreboard;
mod words;
mod write;
