//! Snapshots: what they hold, and what is made of them again.

mod diff;
mod evidence;
mod made;
mod replay;
mod restore;
