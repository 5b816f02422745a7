//! The shell around the pure core: all that touches disks, git and the clock.

#![allow(clippy::disallowed_methods, reason = "this is one of the doors to the outside world")]

mod at;
mod change;
mod clock;
mod compare;
mod described;
mod error;
mod evidence;
mod fetch;
mod files;
mod frames;
mod git;
mod hold;
mod import;
mod output;
pub mod pack;
mod place;
mod places;
mod published;
mod read;
mod rewrite;
mod root;
mod seen;
mod state;
pub mod unpack;
mod walk;
pub mod write;

pub use change::{carry_out, look_into, path_within, read_given};
pub use clock::today;
pub use compare::{CompareError, Compared, changed_themes, compare};
pub use described::described;
pub use error::Error;
pub use evidence::evidence;
pub use fetch::{FetchOptions, Fetched, fetch};
pub use frames::{Frame, read_frame, write_frame};
pub use git::{Committed, Range, RevisionFault, committed};
pub use hold::{Hold, hold};
pub use import::{Placed, place as place_import, read_source};
pub use output::write_whole;
pub use place::write_new;
pub use places::Places;
pub use published::PublishedSearch;
pub use read::{Catalogue, Progress, Shape, read, replay, settings, theme_folder};
pub use rewrite::rewrite;
pub use root::{CONFIG, Target, around, find_root, folder_in_repository, is_inside_repository, root_at, target};
pub use state::FOLDER as STATE_FOLDER;
