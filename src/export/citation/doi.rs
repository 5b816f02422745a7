//! Digital object identifiers.

use crate::model::Dataset;

pub use crate::model::doi_address;

/// The first DOI of a dataset that has the form of one, without a resolver's address.
pub fn doi(dataset: &Dataset) -> Option<&str> {
    let declared = dataset.identifiers.iter().filter(|one| one.kind.as_deref() == Some("doi"));
    declared.map(|one| one.value.as_str()).find(|value| is_doi(value))
}

fn is_doi(value: &str) -> bool {
    let parts = value.strip_prefix("10.").and_then(|rest| rest.split_once('/'));
    let refused = |c: char| c.is_whitespace() || c.is_control() || "{}\\\"<>".contains(c);
    parts.is_some_and(|(registrant, name)| {
        let digits = registrant.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        digits && !registrant.is_empty() && !name.is_empty() && !name.contains(refused)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doi_has_its_form_and_its_address() {
        assert!(["10.5555/a.b", "10.1000.10/123", "10.1002/(sici)1:2#x"].into_iter().all(is_doi));
        assert!(!["10.5555/", "10.x/y", "doi:10.5555/a", "10.5555/a b", "10.5555/{"].into_iter().any(is_doi));
        assert_eq!(doi_address("10.1002/a#b?c").as_deref(), Some("https://doi.org/10.1002/a%23b%3Fc"));
    }
}
