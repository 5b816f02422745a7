//! Snapshots: what they hold, and what is made of them again.

mod create;
mod diff;
mod evidence;
mod extract;
mod hostile;
mod licenses;
mod made;
mod remote;
mod replay;
mod restore;
mod tiny;
mod verify;
mod web;
