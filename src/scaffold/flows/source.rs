//! Where workflows take etal from: a repository at a commit. Both go into YAML and shell, so that
//! nothing is taken that could say more there than itself.

/// A repository and a commit of it, or nothing where that is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    repository: String,
    revision: String,
}

/// Why a repository or commit cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceError {
    /// The repository is no plain address of one.
    Repository,
    /// The revision is neither a whole commit nor a plain name of a tag.
    Revision,
}

const MAX_ADDRESS: usize = 300;
const MAX_TAG: usize = 100;

impl Source {
    /// Checks both. An empty repository stands for one that is not known.
    ///
    /// # Errors
    /// When one of them has a form that is not wanted.
    pub fn new(repository: &str, revision: &str) -> Result<Self, SourceError> {
        let repository = repository.trim_end_matches('/');
        if !repository.is_empty() && !is_address(repository) {
            return Err(SourceError::Repository);
        }
        if !is_revision(revision) {
            return Err(SourceError::Revision);
        }
        Ok(Self { repository: repository.to_owned(), revision: revision.to_owned() })
    }

    /// Address of the repository; empty when it is not known.
    pub fn repository(&self) -> &str {
        &self.repository
    }

    /// The commit, or a tag.
    pub fn revision(&self) -> &str {
        &self.revision
    }
}

/// An address without credentials, query and anything that a shell or YAML would read otherwise.
fn is_address(text: &str) -> bool {
    let rest = ["https://", "file:///"].iter().find_map(|scheme| text.strip_prefix(scheme));
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '~' | '/' | ':' | '+');
    rest.is_some_and(|rest| {
        !rest.is_empty() && text.len() <= MAX_ADDRESS && rest.chars().all(sign) && !rest.starts_with(['/', '-', '.'])
    })
}

fn is_revision(text: &str) -> bool {
    let is_commit = matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_tag = text.len() <= MAX_TAG
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+'));
    is_commit || is_tag
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

    #[test]
    fn a_plain_address_and_a_commit_or_tag_are_taken() {
        for address in
            ["https://forge.example/a/etal", "https://forge.example:8443/a/etal.git/", "file:///tmp/x.git", ""]
        {
            let source = Source::new(address, COMMIT).expect(address);
            assert_eq!(source.repository(), address.trim_end_matches('/'));
        }
        assert_eq!(Source::new("", "v0.1.0").map(|source| source.revision().to_owned()), Ok(String::from("v0.1.0")));
    }

    #[test]
    fn anything_that_could_say_more_is_refused() {
        for address in [
            "http://forge.example/a",
            "https://user:secret@forge.example/a",
            "https://forge.example/a b",
            "https://forge.example/$(x)",
            "https://forge.example/a\"",
            "https://forge.example/a\nb: c",
            "https://forge.example/a?b#c",
            "ext::sh -c x",
            "--upload-pack=x",
            "https://",
            "https:///x",
            "file:////x",
        ] {
            assert_eq!(Source::new(address, COMMIT), Err(SourceError::Repository), "{address}");
        }
        for revision in ["", "-x", "a b", "$(x)", "a/b", "a\nb", &"a".repeat(101)] {
            assert_eq!(Source::new("", revision), Err(SourceError::Revision), "{revision}");
        }
    }
}
