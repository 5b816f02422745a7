//! Edits descriptors for scripts: keys set, taken out and added, datasets made, renamed, retired.
//!
//! All of it happens in memory, on a [`Workspace`]: texts keep every byte that is not edited, and the
//! catalogue that comes of it is judged as a whole before anybody writes a file.

mod expected;
mod pieces;
mod steps;
mod text;
mod values;
mod ways;
mod written;

pub use steps::Fault;
pub use text::{Change, Changed, Text};
pub use values::{json, key_path, read, value_of};
