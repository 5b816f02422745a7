//! Where a value stands in a descriptor, by name: `resources[2].url`.

use std::fmt;

/// One step of a [`KeyPath`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// A key of a mapping.
    Key(Box<str>),
    /// A place in a sequence, from 0.
    Index(usize),
}

/// The way from the top of a descriptor to one of its values; empty for the whole descriptor.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPath(Vec<Segment>);

impl KeyPath {
    /// The whole descriptor.
    pub fn root() -> Self {
        Self::default()
    }

    /// A key at the top of the descriptor.
    pub fn of(key: &str) -> Self {
        Self::root().key(key)
    }

    /// The value of `key` below this path.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Segment::Key(key.into()))
    }

    /// The item `index` (from 0) below this path.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Segment::Index(index))
    }

    /// The path above, none at the top.
    pub fn parent(&self) -> Option<Self> {
        let (_, above) = self.0.split_last()?;
        Some(Self(above.to_vec()))
    }

    /// Steps from the top.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// Whether this is the whole descriptor.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a step in place.
    pub fn push(&mut self, segment: Segment) {
        self.0.push(segment);
    }

    /// Takes the last step off.
    pub fn pop(&mut self) {
        self.0.pop();
    }

    /// A number for look-ups that is the same in every run and on every machine (FNV-1a).
    pub(super) fn digest(&self) -> u64 {
        self.0.iter().fold(DIGEST_OF_ROOT, digest_step)
    }

    fn with(&self, segment: Segment) -> Self {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(segment);
        Self(steps)
    }
}

pub(super) const DIGEST_OF_ROOT: u64 = 0xcbf2_9ce4_8422_2325;

/// The digest of a path one step below the path whose digest is `above`. The bytes that open a
/// step never occur in UTF-8, so no key looks like two.
pub(super) fn digest_step(above: u64, step: &Segment) -> u64 {
    match step {
        Segment::Key(key) => digest_key(above, key),
        Segment::Index(index) => digest_index(above, *index),
    }
}

/// [`digest_step`] for a key, without building a segment.
pub(super) fn digest_key(above: u64, key: &str) -> u64 {
    key.bytes().fold(mix(above, 0xff), mix)
}

/// [`digest_step`] for an index, without building a segment.
pub(super) fn digest_index(above: u64, index: usize) -> u64 {
    (index as u64).to_le_bytes().into_iter().fold(mix(above, 0xfe), mix)
}

fn mix(digest: u64, byte: u8) -> u64 {
    (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(key) if at == 0 => f.write_str(key)?,
                Segment::Key(key) => write!(f, ".{key}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_prints_as_people_write_it() {
        let path = KeyPath::of("resources").index(2).key("url");
        assert_eq!(path.to_string(), "resources[2].url");
        assert_eq!(path.parent().expect("parent").to_string(), "resources[2]");
        assert_eq!(KeyPath::root().to_string(), "");
    }

    #[test]
    fn paths_that_differ_have_other_digests() {
        let one = KeyPath::of("a").key("b");
        assert_ne!(one.digest(), KeyPath::of("a.b").digest());
        assert_ne!(KeyPath::of("a").index(1).digest(), KeyPath::of("a").index(2).digest());
    }
}
