//! Snapshots: what they hold, and what is made of them again.

mod create;
mod evidence;
mod licenses;
mod remote;
mod web;
