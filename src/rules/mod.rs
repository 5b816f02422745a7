//! Rules, one file each, named by the fault they find.
//!
//! To add one: write `src/rules/<fault>.rs` with a `RULE` and a `CHECKS`, and add its name to the
//! list below. Its examples then run as tests and `docs/rules.md` is made anew.

mod engine;
mod report;

pub use engine::{Checked, Findings, check};
pub use report::{Outcome, Outcomes, Report};

use jiff::civil::Date;

use crate::evidence::EvidenceError;
use crate::finding::Rule;
use crate::model::{Catalog, Config, Dataset, Fault, Header, Organization, Page, Person, Reuse, Service, Topic};

/// What a rule may look at besides the thing it judges.
pub struct Context<'a> {
    /// Everything described.
    pub catalog: &'a Catalog,
    /// The settings.
    pub config: &'a Config,
    /// The clock.
    pub now: Date,
    /// What is known of the history.
    pub history: History,
    /// Files of the catalogue that are no descriptor and belong to nothing, sorted.
    pub strays: &'a [Stray],
    /// Paths below `content/static/`, sorted.
    pub statics: &'a [String],
    /// What is wrong with the `evidence.json` at the root.
    pub evidence_fault: Option<&'a EvidenceError>,
    /// Ids of the score profiles.
    pub profiles: &'a [&'static str],
}

/// What is known of the history of the descriptors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum History {
    /// There is none: no git, or no repository.
    #[default]
    None,
    /// A clone without its history: dates of git would be wrong and are not used.
    Shallow,
    /// All of it.
    Full,
}

/// A file in `content/` that is not what its place says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stray {
    /// Path below the catalogue's root.
    pub path: String,
    /// Why it is one.
    pub kind: StrayKind,
}

/// Why a file is a [`Stray`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StrayKind {
    /// A symbolic link: never followed.
    Link,
    /// A folder of `content/` that etal does not know.
    UnknownFolder,
    /// A file that is neither a descriptor nor in the folder of one.
    Unclaimed,
    /// A name that is not UTF-8 or that some systems refuse.
    BadName,
}

/// How a rule looks at the catalogue. A rule may have several.
#[derive(Clone, Copy)]
pub enum Check {
    /// Every fault of every descriptor, unreadable ones and `site.toml` included.
    Fault(fn(&Fault, &Header, &mut Report)),
    /// Every readable dataset, drafts included.
    Dataset(fn(&Dataset, &Context<'_>, &mut Report)),
    /// Every organisation.
    Organization(fn(&Organization, &Context<'_>, &mut Report)),
    /// Every free page, drafts included.
    Page(fn(&Page, &Context<'_>, &mut Report)),
    /// Every person.
    Person(fn(&Person, &Context<'_>, &mut Report)),
    /// Every reuse.
    Reuse(fn(&Reuse, &Context<'_>, &mut Report)),
    /// Every topic.
    Topic(fn(&Topic, &Context<'_>, &mut Report)),
    /// Every API.
    Service(fn(&Service, &Context<'_>, &mut Report)),
    /// The catalogue as a whole, once. The report needs to be told about whom it speaks
    /// ([`Report::about`]); it begins with the site.
    Catalog(fn(&Context<'_>, &mut Report)),
}

/// A rule with its checks.
pub struct Registered {
    /// What it says of itself.
    pub rule: &'static Rule,
    /// How it looks.
    pub checks: &'static [Check],
}

macro_rules! rules {
    ($($name:ident),+ $(,)?) => {
        /// All rules, in the order of their names.
        pub static RULES: &[Registered] =
            &[$(Registered { rule: &$name::RULE, checks: $name::CHECKS }),+];
    };
}

mod bad_bbox;
mod bad_checksum;
mod bad_date;
mod bad_email;
mod bad_id;
mod bad_identifier;
mod bad_language;
mod bad_orcid;
mod bad_siret;
mod bad_slug;
mod bad_snapshot;
mod bad_tag;
mod bad_url;
mod broken_table;
mod case_mismatch;
mod changed_id;
mod closed_format;
mod complex_key;
mod conflicting_redirect;
mod content_mismatch;
mod descriptor_too_large;
mod duplicate_id;
mod duplicate_key;
mod duplicate_slug;
mod duplicate_tag;
mod duplicate_title;
mod duplicate_url;
mod echoed_title;
mod empty_file;
mod evidence_unreadable;
mod exclusive_keys;
mod executable_file;
mod extension_mismatch;
mod few_tags;
mod future_date;
mod impossible_date;
mod insecure_url;
mod interval_for_date;
mod late_update;
mod license_alias;
mod low_contrast;
mod missing_access_rights;
mod missing_area;
mod missing_base_url;
mod missing_catalog_contact;
mod missing_catalog_id;
mod missing_contact;
mod missing_description;
mod missing_download;
mod missing_field;
mod missing_file;
mod missing_format;
mod missing_frequency;
mod missing_granularity;
mod missing_id;
mod missing_issued;
mod missing_license;
mod missing_media_type;
mod missing_modified;
mod missing_publisher;
mod missing_resource;
mod missing_resource_title;
mod missing_size;
mod missing_spatial;
mod missing_tags;
mod missing_temporal_coverage;
mod missing_theme;
mod missing_title;
mod missing_translation;
mod nested_too_deep;
mod not_a_mapping;
mod not_text;
mod orphaned_reference;
mod path_outside;
mod personal_data;
mod placeholder;
mod private_address;
mod proprietary_format;
mod raw_html;
mod remote_image;
mod restricted_without_reason;
mod reversed_coverage;
mod reversed_dates;
mod several_documents;
mod shallow_history;
mod short_description;
mod shouting_title;
mod silence_without_reason;
mod stray_file;
mod tab_after_key;
mod thin_title;
mod too_long;
mod unclosed_front_matter;
mod undocumented;
mod unknown_code;
mod unknown_format;
mod unknown_frequency;
mod unknown_key;
mod unknown_license;
mod unknown_setting;
mod unknown_zone;
mod unlawful_license;
mod unlikely_year;
mod unlisted_format;
mod unlisted_license;
mod unnamed_file;
mod unreachable_distribution;
mod unreachable_file;
mod unreadable_by_machines;
mod unspecified_license;
mod useless_silence;
mod wrong_checksum;
mod wrong_size;
mod wrong_type;
mod yaml_alias;
mod yaml_syntax;

rules![
    bad_bbox,
    bad_checksum,
    bad_date,
    bad_email,
    bad_id,
    bad_identifier,
    bad_language,
    bad_orcid,
    bad_siret,
    bad_slug,
    bad_snapshot,
    bad_tag,
    bad_url,
    broken_table,
    case_mismatch,
    changed_id,
    closed_format,
    complex_key,
    conflicting_redirect,
    content_mismatch,
    descriptor_too_large,
    duplicate_id,
    duplicate_key,
    duplicate_slug,
    duplicate_tag,
    duplicate_title,
    duplicate_url,
    echoed_title,
    empty_file,
    evidence_unreadable,
    exclusive_keys,
    executable_file,
    extension_mismatch,
    few_tags,
    future_date,
    impossible_date,
    insecure_url,
    interval_for_date,
    late_update,
    license_alias,
    low_contrast,
    missing_access_rights,
    missing_area,
    missing_base_url,
    missing_catalog_contact,
    missing_catalog_id,
    missing_contact,
    missing_description,
    missing_download,
    missing_field,
    missing_file,
    missing_format,
    missing_frequency,
    missing_granularity,
    missing_id,
    missing_issued,
    missing_license,
    missing_media_type,
    missing_modified,
    missing_publisher,
    missing_resource,
    missing_resource_title,
    missing_size,
    missing_spatial,
    missing_tags,
    missing_temporal_coverage,
    missing_theme,
    missing_title,
    missing_translation,
    nested_too_deep,
    not_a_mapping,
    not_text,
    orphaned_reference,
    path_outside,
    personal_data,
    placeholder,
    private_address,
    proprietary_format,
    raw_html,
    remote_image,
    restricted_without_reason,
    reversed_coverage,
    reversed_dates,
    several_documents,
    shallow_history,
    short_description,
    shouting_title,
    silence_without_reason,
    stray_file,
    tab_after_key,
    thin_title,
    too_long,
    unclosed_front_matter,
    undocumented,
    unknown_code,
    unknown_format,
    unknown_frequency,
    unknown_key,
    unknown_license,
    unknown_setting,
    unknown_zone,
    unlawful_license,
    unlikely_year,
    unlisted_format,
    unlisted_license,
    unnamed_file,
    unreachable_distribution,
    unreachable_file,
    unreadable_by_machines,
    unspecified_license,
    useless_silence,
    wrong_checksum,
    wrong_size,
    wrong_type,
    yaml_alias,
    yaml_syntax,
];

/// The place of a rule in [`RULES`].
pub(crate) type RuleIndex = usize;

/// The rule with this name or code.
pub fn find(name_or_code: &str) -> Option<&'static Rule> {
    let wanted = |rule: &Rule| rule.name == name_or_code || rule.code.eq_ignore_ascii_case(name_or_code);
    RULES.iter().map(|registered| registered.rule).find(|rule| wanted(rule))
}
