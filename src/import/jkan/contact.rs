//! Whom to ask: JKAN's `maintainer`, `maintainer_email`, `maintainer_link`, `maintainer_phone`.

use serde_json::{Map, Value as Json};

use super::dataset::set;
use super::reading::Reading;
use crate::import::Reason;
use crate::model::Extras;

/// Makes one contact point of what there is, more when several addresses are given.
pub(super) fn place(reading: &mut Reading<'_>, values: &mut Extras) {
    let (mut emails, mut urls, mut name) = (Vec::new(), Vec::new(), None);
    if let Some(maintainer) = reading.first_text(&["maintainer", "contact_name"]) {
        if is_email(&maintainer) { emails.push(maintainer) } else { name = Some(maintainer) }
    }
    for key in ["maintainer_email", "contact_email"] {
        let Some(text) = reading.text(key) else { continue };
        let text = text.trim_start_matches("mailto:").trim();
        let parts: Vec<&str> = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.iter().all(|part| is_email(part)) {
            emails.splice(0..0, parts.into_iter().map(str::to_owned));
        } else if text.contains("://") && !text.contains(char::is_whitespace) {
            urls.push(text.to_owned());
        } else {
            reading.keep(key, Reason::NotAnEmail);
        }
    }
    urls.splice(0..0, reading.text("maintainer_link"));
    let mut seen = Vec::new();
    emails.retain(|email: &String| {
        let folded = email.to_ascii_lowercase();
        let is_new = !seen.contains(&folded);
        seen.push(folded);
        is_new
    });
    set(values, "contact_points", contacts(name, emails, urls));
    if reading.text("maintainer_phone").is_some() {
        reading.keep("maintainer_phone", Reason::NoField);
    }
}

fn contacts(name: Option<String>, emails: Vec<String>, urls: Vec<String>) -> Vec<Json> {
    let (mut emails, mut urls) = (emails.into_iter(), urls.into_iter());
    let mut first = Map::new();
    set(&mut first, "name", name);
    set(&mut first, "email", emails.next());
    set(&mut first, "url", urls.next());
    let other = |key: &str, value: String| {
        let mut contact = Map::new();
        set(&mut contact, key, value);
        contact
    };
    let emails: Vec<_> = emails.map(|email| other("email", email)).collect();
    let urls: Vec<_> = urls.map(|url| other("url", url)).collect();
    let all = std::iter::once(first).chain(emails).chain(urls);
    all.filter(|contact| !contact.is_empty()).map(Json::Object).collect()
}

/// Whether a text has the form `name@host`.
fn is_email(text: &str) -> bool {
    let parts: Vec<&str> = text.split('@').collect();
    parts.len() == 2 && parts.iter().all(|part| !part.is_empty()) && !text.contains([' ', '\t', '/', ','])
}
