//! Why a search could not be answered.

use std::error::Error;

/// What a fetcher has to say about a file it could not give.
pub type Cause = Box<dyn Error + Send + Sync>;

/// What is wrong with a text that should be in the format; in English, for whoever mends the builder.
pub(super) type Damage = &'static str;

/// Why a search could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A file could not be had.
    #[error("cannot read `{path}`: {cause}")]
    Fetch {
        /// Its path below the site's root.
        path: String,
        /// Why.
        #[source]
        cause: Cause,
    },
    /// A file is not in the format.
    #[error("`{path}` is damaged: {fault}")]
    Damaged {
        /// Its path below the site's root.
        path: String,
        /// What is wrong with it.
        fault: &'static str,
    },
    /// The files are of a format that is not known here.
    #[error("`{path}` is of version {found} of the format, and only version 1 is known")]
    Version {
        /// The path of the file to begin with, below the site's root.
        path: String,
        /// The version it names; 0 when it names none.
        found: u64,
    },
}
