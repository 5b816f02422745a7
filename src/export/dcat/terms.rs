//! Values of public vocabularies: harvesters that do not fetch them must find in the file what each of them is.
//!
//! Classes are those that the range shapes of DCAT-AP 3.0.1 ask for. Only what udata and CKAN read as a name has an
//! `rdfs:label`; for formats and access rights they want the address.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Describer;
use crate::export::rdf::names::{Name, dcat, dct, eli, rdfs, skos, spdx};
use crate::export::rdf::{Iri, Sink};
use crate::vocab::format::MEDIA_TYPES;
use crate::vocab::{Label, License};

/// A public vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Table {
    AccessRight,
    Algorithm,
    Country,
    DatasetStatus,
    DistributionStatus,
    FileType,
    Frequency,
    HvdCategory,
    Language,
    Legislation,
    License,
    LicenseAddress,
    MediaType,
    PublisherType,
    PublisherTypes,
    Reason,
    Role,
    Theme,
    Themes,
}

/// What all values of a vocabulary share.
struct Kind {
    /// What an address begins with, before the code; empty where the code is the address.
    head: &'static str,
    classes: &'static [Name],
    /// The property of its words.
    label: Name,
    /// The scheme its concepts are in.
    scheme: Option<&'static str>,
}

/// What is known of one value.
#[derive(Clone, Copy, Debug, Default)]
struct Facts {
    label: Option<Label>,
    /// Its address elsewhere.
    same: Option<&'static str>,
}

/// The values that a file uses.
#[derive(Debug, Default)]
pub(super) struct Terms<'a>(BTreeMap<(Table, Cow<'a, str>), Facts>);

macro_rules! eu {
    ($table:literal, $classes:expr) => {
        Kind {
            head: concat!("http://publications.europa.eu/resource/authority/", $table, "/"),
            classes: $classes,
            label: skos::PREF_LABEL,
            scheme: Some(concat!("http://publications.europa.eu/resource/authority/", $table)),
        }
    };
}

const CONCEPT: &[Name] = &[skos::CONCEPT];
/// A licence is a statement of rights too, and stands where one is asked for.
pub(super) const LICENSE: &[Name] = &[dct::LICENSE_DOCUMENT, dct::RIGHTS_STATEMENT];
const PUBLISHER_TYPE: &str = "http://purl.org/adms/publishertype/";
const PUBLISHER_TYPES: &str = "http://purl.org/adms/publishertype/1.0";

const fn whole(classes: &'static [Name], label: Name) -> Kind {
    Kind { head: "", classes, label, scheme: None }
}

impl Table {
    fn kind(self) -> Kind {
        match self {
            Self::AccessRight => eu!("access-right", &[dct::RIGHTS_STATEMENT]),
            Self::Algorithm => Kind {
                head: "http://spdx.org/rdf/terms#",
                classes: &[spdx::CHECKSUM_ALGORITHM],
                label: rdfs::LABEL,
                scheme: None,
            },
            Self::Country => eu!("country", &[dct::LOCATION]),
            Self::DatasetStatus => eu!("dataset-status", CONCEPT),
            Self::DistributionStatus => eu!("distribution-status", CONCEPT),
            Self::FileType => eu!("file-type", &[dct::MEDIA_TYPE_OR_EXTENT]),
            Self::Frequency => eu!("frequency", &[dct::FREQUENCY]),
            Self::HvdCategory => whole(CONCEPT, skos::PREF_LABEL),
            Self::Language => eu!("language", &[dct::LINGUISTIC_SYSTEM]),
            Self::Legislation => whole(&[eli::LEGAL_RESOURCE], rdfs::LABEL),
            Self::License => Kind { label: rdfs::LABEL, ..eu!("licence", LICENSE) },
            Self::LicenseAddress => whole(LICENSE, rdfs::LABEL),
            Self::MediaType => Kind {
                head: MEDIA_TYPES,
                classes: &[dct::MEDIA_TYPE, dct::MEDIA_TYPE_OR_EXTENT],
                label: rdfs::LABEL,
                scheme: None,
            },
            Self::PublisherType => {
                Kind { head: PUBLISHER_TYPE, classes: CONCEPT, label: skos::PREF_LABEL, scheme: Some(PUBLISHER_TYPES) }
            }
            Self::PublisherTypes | Self::Themes => whole(&[skos::CONCEPT_SCHEME], dct::TITLE),
            Self::Reason => whole(&[dct::RIGHTS_STATEMENT], skos::PREF_LABEL),
            Self::Role => whole(&[dcat::ROLE], skos::PREF_LABEL),
            Self::Theme => eu!("data-theme", CONCEPT),
        }
    }
}

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// Writes a value of a vocabulary by its code there, and remembers to say what it is.
    pub(super) fn term(&mut self, table: Table, code: impl Into<Cow<'a, str>>, label: Option<Label>) {
        let code = code.into();
        self.sink.iri(Iri(table.kind().head, &code));
        self.note(table, code, Facts { label, same: None });
    }

    /// Writes a licence of the table: by its EU code, else by its address.
    pub(super) fn license_term(&mut self, license: &'static License) {
        let (table, code) = license.eu.map_or((Table::LicenseAddress, license.url), |code| (Table::License, code));
        self.sink.iri(Iri(table.kind().head, code));
        let same = Some(license.url).filter(|url| license.eu.is_some() && !url.is_empty());
        self.note(table, Cow::Borrowed(code), Facts { label: Some(license.title), same });
    }

    fn note(&mut self, table: Table, code: Cow<'a, str>, facts: Facts) {
        self.terms.0.entry((table, code)).or_insert(facts);
    }

    /// Says what the used values are.
    pub(super) fn terms(&mut self) {
        let publisher_types = Label::new("Publisher type", "Type de producteur");
        if self.terms.0.keys().any(|(table, _)| *table == Table::PublisherType) {
            let facts = Facts { label: Some(publisher_types), same: None };
            self.note(Table::PublisherTypes, Cow::Borrowed(PUBLISHER_TYPES), facts);
        }
        for ((table, code), facts) in std::mem::take(&mut self.terms.0) {
            let kind = table.kind();
            self.sink.begin(Iri(kind.head, &code), kind.classes);
            if let Some(label) = facts.label {
                self.labels(kind.label, label);
            }
            if let Some(scheme) = kind.scheme {
                self.sink.link(skos::IN_SCHEME, scheme);
            }
            if let Some(same) = facts.same {
                self.sink.link(skos::EXACT_MATCH, same);
            }
            self.sink.end();
        }
    }

    /// The words of a code, in both languages of the tables.
    pub(super) fn labels(&mut self, name: Name, label: Label) {
        self.sink.property(name);
        self.sink.text(label.en, "en");
        self.sink.text(label.fr, "fr");
    }
}
