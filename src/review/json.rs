//! A review for programs.

use serde::Serialize;

use super::Review;

/// Number of the form; it changes when a program that reads it would have to.
pub const JSON_FORMAT: u32 = 1;

#[derive(Serialize)]
struct Versioned<'a> {
    format: u32,
    #[serde(flatten)]
    review: &'a Review,
}

/// A review as an object.
pub fn json(review: &Review) -> impl Serialize + '_ {
    Versioned { format: JSON_FORMAT, review }
}
