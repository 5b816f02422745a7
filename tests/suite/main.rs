//! The integration tests, in one binary. Each module says in its name what it is about.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod architecture;
mod catalog;
mod descriptor;
mod findings;
mod import;
mod licenses;
mod places;
mod rules;
mod score;
mod score_of_demonstration;
mod scoreboard;
mod write;
