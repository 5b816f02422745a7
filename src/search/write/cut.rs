//! Cutting a sorted list into files. Where a file ends depends on the keys near it alone, so that a change in one place
//! does not move all the ends after it.

use std::ops::Range;

/// Cuts a list of items, each with key and size in bytes, into runs of about `target` bytes, at most twice that unless
/// an item alone is larger.
pub(crate) fn cut<'a>(items: impl Iterator<Item = (&'a str, usize)>, target: usize) -> Vec<Range<usize>> {
    let (least, most) = (target / 2, 2 * target);
    let mut runs = Vec::new();
    let (mut start, mut bytes, mut end) = (0, 0, 0);
    let mut before = None;
    for (at, (key, size)) in items.enumerate() {
        // Of `least` bytes of keys, one on average ends a file.
        let chosen = digest(key) % (least as u64).max(1) < size as u64;
        // Items of one key stay together: a reader looks for a key in one file.
        let same = before == Some(key);
        if bytes > 0 && !same && (bytes + size > most || bytes >= least && chosen) {
            runs.push(start..at);
            (start, bytes) = (at, 0);
        }
        bytes += size;
        (end, before) = (at + 1, Some(key));
    }
    if end > start {
        runs.push(start..end);
    }
    runs
}

/// FNV-1a, mixed once more: nearby keys have far digests.
fn digest(key: &str) -> u64 {
    let digest = key
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (digest ^ digest >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 11
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(count: usize) -> Vec<String> {
        (0..count).map(|number| format!("key{number:06}")).collect()
    }

    fn firsts(keys: &[String]) -> Vec<String> {
        let runs = cut(keys.iter().map(|key| (key.as_str(), 50)), 10_000);
        runs.iter().map(|run| keys[run.start].clone()).collect()
    }

    #[test]
    fn runs_cover_the_list_and_have_about_the_size() {
        let keys = keys(20_000);
        let runs = cut(keys.iter().map(|key| (key.as_str(), 50)), 10_000);
        assert_eq!((runs[0].start, runs[runs.len() - 1].end), (0, keys.len()));
        assert!(runs.windows(2).all(|two| two[0].end == two[1].start && !two[0].is_empty()));
        assert!((80..130).contains(&runs.len()), "{}", runs.len());
        assert_eq!(cut([("a", 5), ("b", 900)].into_iter(), 10), [0..1, 1..2]);
        assert!(cut(std::iter::empty(), 10).is_empty());
    }

    #[test]
    fn one_key_more_moves_few_ends() {
        let all = keys(20_000);
        let mut fewer = all.clone();
        fewer.remove(7_000);
        let (one, other) = (firsts(&all), firsts(&fewer));
        let kept = one.iter().filter(|first| other.contains(first)).count();
        assert!(one.len() - kept <= 3, "{kept} of {}", one.len());
    }
}
