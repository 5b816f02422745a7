//! Snapshots: what they hold.

mod licenses;
mod remote;
mod web;
