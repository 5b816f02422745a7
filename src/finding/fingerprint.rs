//! Fingerprints: what tells a finding from all others, today and after edits elsewhere.

use std::collections::HashMap;
use std::fmt;

use sha2::{Digest, Sha256};

use super::Finding;
use crate::source::Segment;

/// A number for a finding that no other finding of the catalogue has.
///
/// It is made from the rule, from the kind and the slug of what is described, from the keys of the
/// value and from the value as written: neither from lines nor from the places of items in their
/// lists. Findings that are equal in all this are counted in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; LENGTH]);

/// Bytes that are kept of the digest.
const LENGTH: usize = 16;

impl Fingerprint {
    /// The fingerprint that is written so.
    pub fn read(text: &str) -> Option<Self> {
        let mut bytes = [0; LENGTH];
        let is_right = text.len() == LENGTH * 2 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
        }
        is_right.then_some(Self(bytes))
    }

    pub(super) fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
        let mut bytes = [0; LENGTH];
        bytes.copy_from_slice(&digest.finalize()[..LENGTH]);
        Self(bytes)
    }
}

/// 32 hexadecimal digits in lower case.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A finding and its fingerprint.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Its fingerprint among those that were marked together.
    pub fingerprint: Fingerprint,
}

/// Marks the findings of a whole catalogue that are shown, in the order given. A part of them would
/// count equal ones otherwise.
pub fn marked<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Vec<Marked<'a>> {
    let mut seen: HashMap<Fingerprint, u32> = HashMap::new();
    let shown = findings.into_iter().filter(|finding| finding.is_shown());
    shown
        .map(|finding| {
            let common = common(finding);
            let earlier = seen.entry(common).or_default();
            let number = std::mem::replace(earlier, *earlier + 1);
            let own = || Fingerprint::of([common.0.as_slice(), &number.to_le_bytes()]);
            Marked { finding, fingerprint: if number == 0 { common } else { own() } }
        })
        .collect()
}

/// What equal findings have in common.
fn common(finding: &Finding) -> Fingerprint {
    let what = [
        finding.rule.code.as_bytes(),
        finding.subject.kind.name().as_bytes(),
        finding.subject.slug.as_str().as_bytes(),
        finding.args.get("found").unwrap_or("").as_bytes(),
    ];
    let keys = finding.path.segments().iter().map(|segment| match segment {
        Segment::Key(key) => key.as_bytes(),
        Segment::Index(_) => b"[]",
    });
    Fingerprint::of(what.into_iter().chain(keys))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_reads_as_it_is_written() {
        let one = Fingerprint::of([b"a".as_slice(), b"b"]);
        assert_eq!(Fingerprint::read(&one.to_string()), Some(one));
        assert_ne!(Fingerprint::of([b"ab".as_slice(), b""]), one);
        for wrong in ["", "abc", "é", &"é".repeat(16), &"+1".repeat(16), &"00".repeat(17)] {
            assert_eq!(Fingerprint::read(wrong), None, "{wrong}");
        }
    }
}
