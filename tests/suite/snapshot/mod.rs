//! Snapshots: what they hold, and what is made of them again.

mod create;
mod evidence;
mod extract;
mod hostile;
mod licenses;
mod remote;
mod tiny;
mod verify;
mod web;
