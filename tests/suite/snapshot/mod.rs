//! Snapshots: what they hold, what is made of them again, and the list of those that were published.

mod create;
mod diff;
mod evidence;
mod extract;
mod hostile;
mod licenses;
mod list;
mod made;
mod remote;
mod replay;
mod restore;
mod tiny;
mod verify;
mod web;
