//! A digest over everything that a build depends on.

use std::env;
use std::fmt::{self, Debug, Write};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::walk;
use crate::inputs::Inputs;
use crate::source::{Content, SourceFile};

/// Equal when a build would make the same, byte by byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint(pub(super) [u8; 32]);

impl Fingerprint {
    /// The fingerprint of some inputs, this etal, and whatever else the caller was told (options,
    /// addresses), in its `Debug` form.
    pub fn of(inputs: &Inputs, told: &impl Debug) -> Self {
        // Taken apart in full, so that nothing that is added is forgotten here.
        let Inputs {
            sources,
            config,
            descriptors,
            files,
            statics,
            strays,
            theme,
            dates,
            history,
            commit,
            now,
            base_url,
            forge,
            evidence_fault,
        } = inputs;
        let mut hash = Hash(Sha256::new());
        hash.part("etal", &engine());
        hash.part("told", told);
        let texts: Vec<[u8; 32]> = sources.par_iter().map(digest_of).collect();
        texts.iter().for_each(|text| hash.0.update(text));
        hash.part("config", config);
        hash.part("descriptors", descriptors);
        hash.part("files", files);
        hash.part("statics", statics);
        hash.part("strays", strays);
        for (path, bytes) in theme {
            hash.part(path, &bytes.len());
            hash.0.update(bytes);
        }
        hash.part("dates", dates);
        hash.part("rest", &(history, commit, now, base_url, forge, evidence_fault));
        Self(hash.0.finalize().into())
    }
}

/// Takes the `Debug` form of values without holding it.
struct Hash(Sha256);

impl Hash {
    fn part(&mut self, name: &str, value: &impl Debug) {
        write!(self, "\n{name:?}: {value:?}\n").expect("internal error: a digest takes any text");
    }
}

impl Write for Hash {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

fn digest_of(source: &SourceFile) -> [u8; 32] {
    let mut hash = Hash(Sha256::new());
    hash.part("path", &source.path);
    match &source.content {
        Content::Text(text) => hash.0.update(text.as_bytes()),
        other => hash.part("no text", other),
    }
    hash.0.finalize().into()
}

/// This etal: its version, and the program on disk, for one that was built anew makes other pages.
fn engine() -> impl Debug {
    let program = env::current_exe().and_then(|path| path.metadata()).ok();
    let program = program.map(|metadata| (metadata.len(), walk::modified(&metadata).ok()));
    (env!("CARGO_PKG_VERSION"), program)
}
