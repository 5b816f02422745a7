//! The parts of the bench of the search.

pub(crate) mod browser;
pub(crate) mod changes;
pub(crate) mod files;
pub(crate) mod typos;
