//! Over whole catalogues: the demonstration's, and those that ETAL_CORPORA names.

use super::fixed;
use crate::{corpora, samples};

#[test]
fn the_demonstration_is_mended_once_and_for_all() {
    let once = fixed(&samples::demonstration());
    assert_eq!(fixed(&once.files).made, 0);
}

#[test]
fn corpora_are_mended_and_nothing_else_is_touched() {
    let Some(folder) = corpora::folder() else { return };
    let mut made = 0;
    for (name, files) in corpora::catalogues(&folder) {
        let once = fixed(&files);
        eprintln!("{name}: {} mended, dropped {:?}", once.made, once.dropped);
        assert_eq!(fixed(&once.files).made, 0, "{name}");
        made += once.made;
    }
    assert!(made > 100, "{made}");
}

/// Corpora have comments, folded lines and Windows line ends of their own; with these they have all.
#[test]
fn corpora_with_windows_line_ends_are_mended_too() {
    let Some(folder) = corpora::folder() else { return };
    for (name, mut files) in corpora::catalogues(&folder) {
        for bytes in files.iter_mut().filter(|(path, _)| path.starts_with("content/datasets/")).map(|(_, bytes)| bytes)
        {
            let text = String::from_utf8(std::mem::take(bytes)).unwrap_or_default();
            *bytes = text.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes();
        }
        let once = fixed(&files);
        let texts = once.files.iter().filter(|(path, _)| path.starts_with("content/datasets/"));
        for (path, bytes) in texts {
            let alone = bytes.windows(2).filter(|pair| pair[1] == b'\n' && pair[0] != b'\r').count();
            assert_eq!(alone, 0, "{name}: {path}");
        }
    }
}
