//! Search: the index that is published as plain script files. `docs/search-format.md` is the format; the readers are the
//! script of the search page and [`read`], which must answer alike.

mod index;
pub mod read;
pub mod report;
mod words;
mod write;

pub use index::{Field, Index};

use crate::render::Renderer;
use crate::site::Site;
use crate::theme::Theme;

/// A file of the search, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Its path below the site's root: `search/terms/k3v9x2m4qa.js`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// All files of the search.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// The files, sorted by path.
    pub shards: Vec<Shard>,
    /// Name of the file to begin with: `boot/…` or `whole/…`. None when the site has no search.
    pub entry: Option<String>,
}

impl Published {
    /// The paths of the files, in their order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.shards.iter().map(|shard| shard.path.as_str())
    }
}

/// Makes the search of a site; nothing when `site.toml` leaves it out.
pub fn publish(site: &Site, theme: &Theme) -> Published {
    if !site.config.search {
        return Published::default();
    }
    write::publish(site, &Renderer::new(site, theme), Index::of(site))
}
