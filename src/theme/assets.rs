//! Static files, named by their content so that a browser may keep them for ever.

use sha2::{Digest, Sha256};

/// A static file of the output.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its name in the theme: `etal.css`.
    pub name: String,
    /// Its path in the output: `assets/etal.1a2b3c4d.css`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// Names a file by its content. Folders of its name are kept.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        let digest = Sha256::digest(&bytes);
        let hash: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        let path = match name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty() && !stem.ends_with('/')) {
            Some((stem, extension)) => format!("assets/{stem}.{hash}.{extension}"),
            None => format!("assets/{name}.{hash}"),
        };
        Self { name: name.to_owned(), path, bytes }
    }
}
