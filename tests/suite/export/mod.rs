//! What machines read.

mod command;
