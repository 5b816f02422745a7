//! etal turns dataset descriptors kept in a git repository into a static data catalogue.

pub mod date;
pub mod slug;
pub mod source;
pub mod text;
pub mod vocab;
