//! What a search found, written for people and for programs: what `etal search` prints.

mod human;
mod json;

pub use human::human;
pub use json::json;
