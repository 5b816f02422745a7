//! The shell around the pure core: everything that touches the disk.

#![allow(clippy::disallowed_methods, reason = "this is one of the doors to the outside world")]

pub mod write;
