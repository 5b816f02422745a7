//! Remote files of a snapshot: which there are to fetch, how much of them is kept, and what is said of each.

mod name;
mod reason;
mod settle;

use std::collections::BTreeSet;

use super::REMOTE;
use crate::model::{Dataset, Resource};
use crate::site::Site;
use crate::text::url;
use crate::vocab;

use name::names;
pub use reason::Reason;
pub use settle::{Attempt, Ending, Limits, Outcome, settle};

/// A remote file to fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Slug of the dataset.
    pub dataset: String,
    /// UUID of the resource.
    pub resource: String,
    /// Its title in the first language of the site.
    pub title: String,
    /// Where it is: `http` or `https`, without a fragment.
    pub url: String,
    /// Where it goes, below the payload of the snapshot: `remote/<dataset>/<name>`.
    pub path: String,
    /// The checksum that its descriptor says, when it is one that can be compared.
    pub checksum: Option<Declared>,
    /// The size in bytes that its descriptor says.
    pub size: Option<u64>,
}

/// A checksum that can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Its type.
    pub kind: &'static vocab::checksum::Checksum,
    /// Its lower-case hexadecimal digits.
    pub value: String,
}

/// The remote files of a site, in the order of datasets (by slug) and of their resources; each address once.
///
/// Drafts and retired datasets have none; nor has a resource that is an API.
pub fn wanted(site: &Site) -> Vec<Wanted> {
    let language = site.config.language();
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for dataset in site.catalog.datasets.iter().filter(|dataset| is_public(dataset)) {
        let mut found: Vec<(&Resource, String)> = Vec::new();
        for resource in dataset.resources.iter().filter(|resource| !is_api(resource)) {
            let url = resource.url().and_then(askable).filter(|url| seen.insert(url.clone()));
            found.extend(url.map(|url| (resource, url)));
        }
        let names = names(found.iter().map(|(resource, url)| (url.as_str(), resource.known_format())));
        let files = found.into_iter().zip(names);
        all.extend(files.map(|((resource, url), name)| one(dataset, resource, url, &name, language)));
    }
    all
}

fn one(dataset: &Dataset, resource: &Resource, url: String, name: &str, language: &str) -> Wanted {
    Wanted {
        dataset: dataset.slug().to_owned(),
        resource: resource.identity.uuid.to_string(),
        title: resource.title.get(language).map_or("", |(title, _)| title).to_owned(),
        url,
        path: format!("{REMOTE}/{}/{name}", dataset.slug()),
        checksum: resource.checksum.as_ref().and_then(declared),
        size: resource.size,
    }
}

fn is_public(dataset: &Dataset) -> bool {
    !dataset.private && dataset.retired.is_none()
}

/// Whether it answers questions instead of giving a file.
fn is_api(resource: &Resource) -> bool {
    resource.type_id() == "api" || resource.known_format().is_some_and(|format| format.service)
}

/// An address as a program can ask for it, without its fragment; none when it is neither `http` nor `https`.
pub fn askable(address: &str) -> Option<String> {
    let address = url::external(address)?;
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let start = address.len() - rest.len();
    let end = address.find('#').unwrap_or(address.len());
    // Names of hosts have an ASCII form of their own, which is not made of percent signs.
    let path = rest.find(['/', '?', '#']).map_or(end, |at| start + at);
    Some(format!("{}{}", &address[..path], url::ascii(&address[path..end])))
}

fn declared(checksum: &crate::model::Checksum) -> Option<Declared> {
    let kind = vocab::checksum::Checksum::find(&checksum.kind)?;
    let value = checksum.value.trim();
    kind.accepts(value).then(|| Declared { kind, value: value.to_ascii_lowercase() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_asked_for_without_what_no_server_gets() {
        let case =
            |address: &str, expected: Option<&str>| assert_eq!(askable(address).as_deref(), expected, "{address}");
        case(" HTTPS://a.example/x?y=1#z ", Some("https://a.example/x?y=1"));
        case("https://a.example#z", Some("https://a.example"));
        case("http://a.example/été à.csv?é", Some("http://a.example/%C3%A9t%C3%A9%20%C3%A0.csv?%C3%A9"));
        case("https://données.example/x", Some("https://données.example/x"));
        case("https://a.example?x=/y", Some("https://a.example?x=/y"));
        case("ftp://a.example/x", None);
        case("file:///etc/passwd", None);
        case("gopher://a.example/x", None);
        case("trees.csv", None);
    }
}
