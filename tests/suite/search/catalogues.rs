//! Catalogues that the tests of the search ask.

use std::path::Path;

use etal::inputs::Drafts;
use etal::io::{self, Shape};
use etal::search::Published;
use etal::search::read::Reader;
use etal::site::Site;
use etal::theme::Theme;
use tempfile::TempDir;

use super::synthetic;
use crate::catalog::NOW;

struct Silent;

impl io::Progress for Silent {
    fn read(&self, _bytes: u64) {}
}

/// A catalogue with its search.
pub(crate) struct Searched {
    pub(crate) site: Site,
    pub(crate) published: Published,
}

/// The catalogue in a folder.
pub(crate) fn searched(folder: &Path) -> Searched {
    let mut catalogue = io::read(folder, Shape::Catalogue, NOW.parse().unwrap(), &Silent).unwrap();
    let theme = Theme::load(&std::mem::take(&mut catalogue.inputs.theme)).unwrap();
    let site = etal::pipeline::site(catalogue.inputs, Drafts::Left);
    let published = etal::search::publish(&site, &theme);
    Searched { site, published }
}

/// A made-up catalogue.
pub(crate) fn synthetic(count: usize) -> Searched {
    let folder = TempDir::new().unwrap();
    synthetic::write(&folder.path().join("catalogue"), count).unwrap();
    searched(&folder.path().join("catalogue"))
}

impl Searched {
    /// A reader of the published files.
    pub(crate) fn reader(&self) -> Reader<'_> {
        let fetch = |path: &str| {
            let at = self.published.shards.binary_search_by(|shard| shard.path.as_str().cmp(path));
            let shard = &self.published.shards[at.unwrap_or_else(|_| panic!("{path} is not published"))];
            Ok(String::from_utf8(shard.bytes.clone()).unwrap())
        };
        Reader::open(self.published.entry.as_deref().unwrap(), None, fetch).unwrap()
    }
}
