//! The shell around the pure core: everything that touches the disk.

pub mod write;
