//! Codes of the vocabularies, each a type with its list: what the schemas enumerate is what can be written.

use serde::Serialize;
use serde_json::{Value, json};

use super::shape::{Schemas, Shape};
use crate::vocab::{self, access, badge, frequency, granularity, hvd, language, license, reuse, role, theme};

macro_rules! codes {
    ($($(#[doc = $about:literal])+ $name:ident: $codes:expr;)+) => {
        $($(#[doc = $about])+
        #[derive(Clone, Copy, Debug, Serialize)]
        pub(super) struct $name(pub(super) &'static str);

        impl Shape for $name {
            fn shape(schemas: &mut Schemas) -> Value {
                schemas.named(stringify!($name), |_| listed(concat!($($about),+), $codes))
            }
        })+
    };
}

codes! {
    /// Who may use it.
    AccessType: access::TYPES.ids();
    /// An audience of restricted data.
    AccessRole: access::AUDIENCES.ids();
    /// Whether an audience has access.
    AccessCondition: access::CONDITIONS.ids();
    /// A reason to limit access: article 13(1) of the INSPIRE directive.
    AccessReason: access::REASONS.ids();
    /// A label of a dataset.
    DatasetBadge: badge::DATASET.ids();
    /// What sort of organisation.
    OrganizationType: badge::ORGANIZATION.ids();
    /// How often data is updated.
    FrequencyId: frequency::ALL.iter().map(|row| row.id);
    /// How fine the places in the data are.
    GranularityId: granularity::GRANULARITIES.ids();
    /// A category of high-value datasets, Regulation (EU) 2023/138.
    HvdCategory: hvd::CATEGORIES.ids();
    /// A language, as a BCP 47 code.
    LanguageCode: language::ALL.iter().map(|row| row.code);
    /// A licence as data.gouv.fr names it where it has a name for it, else its SPDX identifier where SPDX has one.
    LicenseId: license::ALL.iter().map(|row| row.api_id());
    /// What a resource is for.
    ResourceType: vocab::resource_type::RESOURCE_TYPES.ids();
    /// What a reuse is.
    ReuseType: reuse::TYPES.ids();
    /// What a reuse is about.
    ReuseTopic: reuse::TOPICS.ids();
    /// What somebody is to the data, ISO 19115.
    ContactRole: role::CONTACT.ids();
    /// A theme of the EU authority table data-theme.
    ThemeCode: theme::ALL.iter().map(|row| row.code);
    /// Where the file of a resource is: on this site or elsewhere.
    FileType: ["file", "remote"].into_iter();
    /// Whether a dataset is kept up, no longer kept up, or withdrawn.
    Status: ["active", "archived", "retired"].into_iter();
    /// What is referred to.
    Class: ["Dataset", "Dataservice", "Organization", "Reuse", "Topic", "User"].into_iter();
}

/// The schema of a list of codes, each once in the order of its table.
fn listed(about: &str, codes: impl Iterator<Item = &'static str>) -> Value {
    let mut each: Vec<&str> = Vec::new();
    for code in codes {
        if !each.contains(&code) {
            each.push(code);
        }
    }
    json!({ "type": "string", "description": about.trim(), "enum": each })
}
