//! Edits descriptors for scripts: keys set, taken out and added, datasets made, renamed, retired.
//!
//! All of it happens in memory, on a [`Workspace`]: texts keep every byte that is not edited, and the
//! catalogue that comes of it is judged as a whole before anybody writes a file.

mod expected;
mod judge;
mod make;
mod once;
mod operation;
mod pieces;
mod references;
mod refusal;
mod resource;
mod steps;
mod text;
mod values;
mod ways;
mod workspace;
mod written;

pub use judge::news;
pub use make::Done;
pub use once::{in_words, json_once};
pub use operation::{Given, Leftover, Operation, Task, changes_of, operations};
pub use references::{Dependants, Reference};
pub use refusal::Refusal;
pub use resource::safe_name;
pub use steps::Fault;
pub use text::{Change, Changed, Text};
pub use values::{json, key_path, place, read, value_of, without_nulls};
pub use workspace::{Action, Outcome, Workspace, Written};
