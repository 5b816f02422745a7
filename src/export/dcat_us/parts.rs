//! The small objects of DCAT-US: agents, contacts, concepts, places, periods.

use serde::{Serialize, Serializer};

use crate::export::Context;
use crate::export::context::Agent as Known;
use crate::export::context::words::line;
use crate::model::{self, Coded};
use crate::text::Text;
use crate::text::url::external;
use crate::vocab::Language;

/// The EU table of themes.
pub(super) const THEMES: &str = "http://publications.europa.eu/resource/authority/data-theme";

/// The EU table of access rights.
const ACCESS_RIGHTS: &str = "http://publications.europa.eu/resource/authority/access-right";

/// Somebody who publishes or makes data. The schema wants the name of an organisation twice.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Agent {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    pref_label: String,
}

impl Agent {
    pub(super) fn of(context: &Context<'_>, agent: Known<'_>) -> Self {
        let name = line(agent.name(context.language()));
        let is_person = agent.kind() == model::Kind::Person;
        Self {
            id: Some(context.iri(agent.kind(), context.agent_uuid(agent))),
            kind: if is_person { "foaf:Person" } else { "org:Organization" },
            name: name.clone(),
            pref_label: name,
        }
    }

    /// A person or an organisation of whom only the name is known.
    pub(super) fn somebody(name: String) -> Self {
        Self { kind: "foaf:Agent", ..Self::named(name) }
    }

    /// An organisation of which only the name is known.
    pub(super) fn named(name: String) -> Self {
        Self { id: None, kind: "org:Organization", name: name.clone(), pref_label: name }
    }
}

/// Whom to write to.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Kind {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "fn")]
    name: String,
    has_email: String,
}

impl Kind {
    pub(super) fn new(name: String, has_email: String) -> Self {
        Self { kind: "vcard:Kind", name, has_email }
    }
}

/// A code of a public table.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Concept {
    #[serde(rename = "@id")]
    pub(super) id: String,
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) pref_label: String,
    pub(super) in_scheme: &'static str,
}

impl Concept {
    pub(super) fn new(id: String, pref_label: String, in_scheme: &'static str) -> Self {
        Self { id, kind: "skos:Concept", pref_label, in_scheme }
    }
}

/// The code of the EU table of access rights.
pub(super) fn access_rights(access: &model::Access) -> String {
    let kind = access.kind.as_ref().and_then(|kind| kind.known).map_or("open", |kind| kind.id);
    format!("{ACCESS_RIGHTS}/{}", crate::vocab::access::eu_access_right(kind))
}

/// Why data is restricted.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Restriction {
    #[serde(rename = "@type")]
    kind: &'static str,
    restriction_status: Concept,
    #[serde(skip_serializing_if = "Option::is_none")]
    specific_restriction: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    restriction_note: Option<String>,
}

/// The restriction of an access that is not open: its reason, audiences and where to ask as a note.
pub(super) fn restriction(context: &Context<'_>, access: &model::Access) -> Option<Restriction> {
    let kind = access.kind.as_ref()?.known.filter(|kind| kind.id != "open")?;
    let label = |term: &Coded<crate::vocab::Term>| match term.known {
        Some(known) => known.label.get(context.language()).to_owned(),
        None => line(&term.raw),
    };
    let mut notes = vec![context.markdown(&access.reason)];
    notes.extend(access.audiences.iter().map(|audience| match &audience.condition {
        Some(condition) => format!("{}: {}", label(&audience.role), label(condition)),
        None => label(&audience.role),
    }));
    notes.extend(access.url.as_deref().and_then(external));
    notes.retain(|note| !note.is_empty());
    Some(Restriction {
        kind: "dcat-us:AccessRestriction",
        restriction_status: Concept::new(
            access_rights(access),
            kind.label.get(context.language()).to_owned(),
            ACCESS_RIGHTS,
        ),
        specific_restriction: access.reason_category.as_ref().and_then(|reason| reason.known?.uri),
        restriction_note: (!notes.is_empty()).then(|| notes.join("\n")),
    })
}

/// A structure that data promises.
#[derive(Serialize)]
pub(super) struct Standard {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
}

pub(super) fn standard(schema: Option<&model::Schema>) -> Option<Standard> {
    let schema = schema?;
    let id = schema.url.as_deref().and_then(external);
    let title: Vec<String> = schema.name.iter().chain(&schema.version).map(|text| line(text)).collect();
    let title = Some(title.join(" ")).filter(|title| !title.is_empty());
    (id.is_some() || title.is_some()).then_some(Standard { id, kind: "dcterms:Standard", title })
}

/// A licence: its address, else its name.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum License {
    Address(String),
    Document {
        #[serde(rename = "@type")]
        kind: &'static str,
        #[serde(rename = "licenseText")]
        text: String,
    },
}

pub(super) fn license(context: &Context<'_>, license: Option<&Coded<crate::vocab::License>>) -> Option<License> {
    let document = |text| License::Document { kind: "dcterms:LicenseDocument", text };
    context.license_url(license).map(License::Address).or_else(|| context.license_name(license).map(document))
}

/// The address of a language: the Library of Congress's where it has two letters, else the EU's.
pub(super) fn language(language: &'static Language) -> String {
    match language.code.len() {
        2 => format!("http://id.loc.gov/vocabulary/iso639-1/{}", language.code),
        _ => language.eu_uri(),
    }
}

/// Texts by language.
pub(super) struct LanguageMap<T>(pub(super) Vec<(String, T)>);

impl<T: Serialize> Serialize for LanguageMap<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(code, text)| (code, text)))
    }
}

/// A text in each of its languages, when it has more than one.
pub(super) fn translations(text: &Text, words: impl Fn(&str) -> String) -> Option<LanguageMap<String>> {
    let all: Vec<(String, String)> =
        text.iter().filter(|(code, _)| !code.is_empty()).map(|(code, text)| (code.to_owned(), words(text))).collect();
    (all.len() > 1).then_some(LanguageMap(all))
}
