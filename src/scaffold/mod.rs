//! What a new catalogue begins with, and new descriptors: texts that explain themselves, in French
//! or English. Nothing here reads a disk, a clock or chance: dates and UUIDs are given.

mod catalog;
mod descriptor;
mod flows;
mod words;

pub use catalog::{Begin, clicks, files};
pub use descriptor::{Draft, ValueError, humanized, text, value};
pub use flows::{Flows, Source, SourceError, is_plain, workflows};
