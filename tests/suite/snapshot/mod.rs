//! Snapshots: what they hold, and what is made of them again.

mod evidence;
