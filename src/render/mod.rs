//! Pages: view structs, the theme's templates over them, and what makes their texts safe.

pub mod markdown;
pub mod url;
pub mod views;
