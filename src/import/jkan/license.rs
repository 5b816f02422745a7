//! Licences of JKAN sites: a name, whose address `_data/licenses.yml` may have.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::dataset::set;
use super::reading::Reading;
use crate::import::Reason;
use crate::model::Extras;
use crate::vocab::{self, License};

/// Writes the id of the licence; a text that names none is kept as it was written, with its
/// address under `extras.license_url`, and reported.
pub(super) fn place(reading: &mut Reading<'_>, values: &mut Extras, urls: &BTreeMap<String, String>) {
    let Some(text) = reading.text("license") else {
        return;
    };
    let url = urls.get(&vocab::key(&text));
    match recognised(&text, url.map(String::as_str)) {
        Ok(license) => {
            set(values, "license", license.id);
            // A name that only its address explained says more to people than the id.
            if License::find(&text).is_none() {
                reading.keep_quietly("license");
            }
        }
        Err(reason) => {
            set(values, "license", text);
            reading.doubt("license", reason, "license");
            if let Some(url) = url {
                reading.extra("license_url", Json::from(url.as_str()));
            }
        }
    }
}

/// The licence of a name and an address. An address with a version makes a name without one exact.
fn recognised(text: &str, url: Option<&str>) -> Result<&'static License, Reason> {
    let by_name = License::find(text).map(|found| found.license);
    let by_url = url.and_then(License::find).map(|found| found.license);
    match (by_name, by_url) {
        (None, None) => Err(Reason::UnknownLicense),
        (Some(license), None) | (None, Some(license)) => Ok(license),
        (Some(name), Some(url)) if name.id == url.id || url.slug.starts_with(&format!("{}-", name.slug)) => Ok(url),
        (Some(_), Some(_)) => Err(Reason::AmbiguousLicense),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_an_address_must_agree() {
        let case = |text: &str, url: Option<&str>, expected: Result<&str, Reason>| {
            assert_eq!(recognised(text, url).map(|license| license.id), expected, "{text}");
        };
        let by = "https://creativecommons.org/licenses/by/4.0/";
        case("CC-BY", Some(by), Ok("CC-BY-4.0"));
        case("Our licence", Some(by), Ok("CC-BY-4.0"));
        case("Creative Commons CC Zero", Some(by), Err(Reason::AmbiguousLicense));
        case("City licence", Some("https://city.example/terms"), Err(Reason::UnknownLicense));
        case("License Not Specified", None, Ok("notspecified"));
    }
}
