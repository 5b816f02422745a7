//! Snapshots: what they hold, what is made of them again, and the list of those that were published.

mod evidence;
mod licenses;
mod list;
mod remote;
mod web;
