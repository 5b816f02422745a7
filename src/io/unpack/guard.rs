//! Which entries may become files: names that every system can have, below one folder, each once.

use std::collections::HashMap;

use super::entry::{Entry, Kind, LONGEST_PATH};
use super::error::Refusal;
use crate::io::write::paths::folded;
use crate::layout::is_portable;

/// The paths that were let in so far.
#[derive(Default)]
pub(super) struct Guard {
    /// The folder at the top.
    top: Option<String>,
    /// By the path without capitals: as it is written, and whether it is a folder. Looked up, never gone through.
    known: HashMap<String, (String, bool)>,
}

impl Guard {
    /// Lets an entry in, or says why it must not become a file.
    pub(super) fn admit(&mut self, entry: &Entry) -> Result<(), Refusal> {
        let path = entry.path.as_str();
        check(path)?;
        match &entry.kind {
            Kind::Link => return Err(Refusal::Link),
            Kind::Unusable(damage) => return Err(Refusal::Unusable(damage.clone())),
            Kind::File | Kind::Folder => {}
        }
        let is_folder = entry.kind == Kind::Folder;
        let top = match path.split_once('/') {
            Some((top, _)) => top,
            None if is_folder => path,
            None => return Err(Refusal::NoFolder),
        };
        match &self.top {
            Some(known) if known != top => return Err(Refusal::Outside(known.clone())),
            Some(_) => {}
            None => self.top = Some(top.to_owned()),
        }
        for (end, _) in path.match_indices('/') {
            self.note(&path[..end], true)?;
        }
        if self.note(path, is_folder)? || is_folder { Ok(()) } else { Err(Refusal::Twice) }
    }

    /// The folder at the top.
    pub(super) fn top(&self) -> Option<&str> {
        self.top.as_deref()
    }

    /// Notes a path; whether it is new.
    fn note(&mut self, path: &str, is_folder: bool) -> Result<bool, Refusal> {
        match self.known.get(&folded(path)) {
            None => {
                self.known.insert(folded(path), (path.to_owned(), is_folder));
                Ok(true)
            }
            Some((known, _)) if known != path => Err(Refusal::Capitals(known.clone())),
            Some((known, was_folder)) if *was_folder != is_folder => Err(Refusal::FileAndFolder(known.clone())),
            Some(_) => Ok(false),
        }
    }
}

/// Refuses a path that leads out of its folder, or that some system could not have.
fn check(path: &str) -> Result<(), Refusal> {
    let leads_out = |name: &str| matches!(name, "" | "." | "..");
    // On Windows a colon after one letter is a drive, and backslashes are slashes.
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.split(['/', '\\']).any(leads_out) || drive {
        return Err(Refusal::LeadsOut);
    }
    if path.len() > LONGEST_PATH || !path.split('/').all(is_portable) {
        return Err(Refusal::Name);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Damage;

    fn last(entries: &[(&str, Kind)]) -> Result<(), Refusal> {
        let mut guard = Guard::default();
        let entries = entries.iter().map(|(path, kind)| Entry::new(path, kind.clone(), 0));
        entries.map(|entry| guard.admit(&entry)).last().expect("an entry")
    }

    #[test]
    fn a_path_stays_below_its_folder_in_names_of_every_system() {
        for path in ["/s/a", "s//a", "s/../a", "s/./a", "", "C:/a", "C:a", "s\\..\\a", "..", "s/a/"] {
            assert_eq!(last(&[(path, Kind::File)]), Err(Refusal::LeadsOut), "{path}");
        }
        let long = format!("s/{}", "é".repeat(101));
        for path in ["s/nul", "s/aux.txt", "s/a:b", "s/a\0", "s/a.", "s/a ", "s/a\\b", "s/a?", "s/a\n", &long] {
            assert_eq!(last(&[(path, Kind::File)]), Err(Refusal::Name), "{path}");
        }
        for path in ["s/é b/.c", "s/..a", "s/console.csv"] {
            assert_eq!(last(&[(path, Kind::File)]), Ok(()), "{path}");
        }
    }

    #[test]
    fn a_path_is_one_file_in_one_folder() {
        let file = |path| (path, Kind::File);
        assert_eq!(last(&[file("s/a"), file("s/a")]), Err(Refusal::Twice));
        assert_eq!(last(&[file("s/É"), file("s/e\u{301}")]), Err(Refusal::Capitals("s/É".into())));
        assert_eq!(last(&[file("s/A/a"), file("s/a/b")]), Err(Refusal::Capitals("s/A".into())));
        assert_eq!(last(&[file("s/a"), file("s/a/b")]), Err(Refusal::FileAndFolder("s/a".into())));
        assert_eq!(last(&[file("s/a/b"), file("s/a")]), Err(Refusal::FileAndFolder("s/a".into())));
        assert_eq!(last(&[("s/a/", Kind::Folder), file("s/a/b"), ("s/a/", Kind::Folder)]), Ok(()));
        assert_eq!(last(&[file("s/a"), file("t/a")]), Err(Refusal::Outside("s".into())));
        assert_eq!(last(&[file("a")]), Err(Refusal::NoFolder));
    }

    #[test]
    fn only_plain_files_are_let_in() {
        assert_eq!(last(&[("s/a", Kind::Link)]), Err(Refusal::Link));
        let encrypted = Kind::Unusable(Damage::Encrypted);
        assert_eq!(last(&[("s/a", encrypted)]), Err(Refusal::Unusable(Damage::Encrypted)));
    }
}
