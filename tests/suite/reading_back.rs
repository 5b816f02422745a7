//! A dataset written as DCAT-AP and read back equals the original, field by field, but for what
//! `docs/exports.md` lists under "Reading back".

use std::collections::{BTreeMap, BTreeSet};

use etal::export::Exports;
use etal::import::{Imported, Source, dcat};
use etal::model::{Coded, Creator, Dataset, Location, Resource};
use etal::site::Site;
use etal::text::Text;
use etal::theme::Theme;
use etal::vocab;

use crate::catalog::site_of;
use crate::demonstration::root;
use crate::export::written;
use crate::outside::{complete, site_at};

/// A loss: how the documentation calls it, and what it makes of the original.
struct Loss {
    name: &'static str,
    apply: fn(&mut Dataset, &Site),
}

/// What DCAT-AP cannot say, or says in one way for two.
const LOSSES: &[Loss] = &[
    Loss { name: "a description under 50 characters", apply: short },
    Loss { name: "`featured`", apply: |dataset, _| dataset.featured = false },
    Loss { name: "`redirects`", apply: |dataset, _| dataset.redirects.clear() },
    Loss { name: "`transfer`", apply: |dataset, _| dataset.transfer = None },
    Loss { name: "`extras`", apply: extras },
    Loss { name: "`harvest.local_fields`", apply: local_fields },
    Loss { name: "`harvest` of a resource", apply: harvest_of_resources },
    Loss { name: "a hosted file", apply: hosted_files },
    Loss { name: "format and media type that follow from the address", apply: formats },
    Loss { name: "`license` of a resource that is the dataset's", apply: licenses },
    Loss { name: "the spelling of codes", apply: spellings },
    Loss { name: "a text in one language", apply: languages },
    Loss { name: "the roles `contact` and `creator`", apply: roles },
    Loss { name: "`orcid` of a creator that the catalogue describes", apply: orcid },
    Loss { name: "`modified` that others say", apply: modified },
    Loss { name: "`created` that others say", apply: created },
    Loss { name: "`metadata_modified` and `harvest.modified` that nobody says", apply: metadata },
    Loss { name: "resources of a retired dataset", apply: retired },
    Loss { name: "a media type that IANA does not register", apply: unregistered },
    Loss { name: "the format of a compressed file", apply: compressed },
    Loss { name: "`spatial.bbox` of a geometry", apply: bounds },
    Loss { name: "the spelling of numbers", apply: numbers },
];

fn extras(dataset: &mut Dataset, _: &Site) {
    dataset.extras.clear();
    dataset.header.unknown.clear();
    dataset.resources.iter_mut().for_each(|resource| resource.extras.clear());
}

fn local_fields(dataset: &mut Dataset, _: &Site) {
    for harvest in dataset.harvest.iter_mut() {
        harvest.local_fields.clear();
    }
}

/// Only the identifiers are said.
fn harvest_of_resources(dataset: &mut Dataset, _: &Site) {
    for harvest in dataset.resources.iter_mut().filter_map(|resource| resource.harvest.as_mut()) {
        let (uri, remote_id) = (harvest.uri.clone(), harvest.remote_id.clone());
        **harvest = etal::model::Harvest { uri, remote_id, ..etal::model::Harvest::default() };
    }
}

/// The file is where the site is: its address comes back. Its size, checksum, format and media type come back as found.
fn hosted_files(dataset: &mut Dataset, site: &Site) {
    let (slug, files) = (dataset.header.slug.to_string(), std::mem::take(&mut dataset.files));
    let base = site.config.base_url.clone().unwrap();
    for resource in &mut dataset.resources {
        let Some(file) = resource.hosted(&files).cloned() else { continue };
        resource.size = Some(file.size);
        resource.checksum = Some(etal::model::Checksum { kind: String::from("sha256"), value: file.sha256.clone() });
        resource.mime = resource.media_type_among(&files).map(str::to_owned);
        let format = resource.format_among(&files);
        resource.format = format.map(|format| Coded { raw: format.id.to_owned(), known: Some(format) });
        let path = etal::text::url::encoded_path(&format!("datasets/{slug}/files/{}", file.path));
        resource.location = Location::Remote(format!("{base}{path}"));
    }
}

fn formats(dataset: &mut Dataset, _: &Site) {
    for resource in &mut dataset.resources {
        let format = resource.known_format();
        resource.mime = resource.mime.take().or_else(|| format?.media_type().map(str::to_owned));
        if resource.format.is_none() {
            resource.format = format.map(|format| Coded { raw: format.id.to_owned(), known: Some(format) });
        }
    }
}

fn licenses(dataset: &mut Dataset, _: &Site) {
    let own = |license: &Option<Coded<vocab::License>>| license.as_ref().and_then(|license| license.known);
    let datasets = own(&dataset.license);
    for resource in dataset.resources.iter_mut().filter(|resource| own(&resource.license) == datasets) {
        resource.license = None;
    }
}

fn code<T>(coded: &mut Coded<T>, id: fn(&T) -> &str) {
    if let Some(known) = coded.known {
        coded.raw = id(known).to_owned();
    }
}

fn spellings(dataset: &mut Dataset, _: &Site) {
    dataset.license.iter_mut().for_each(|license| code(license, |one| one.id));
    dataset.frequency.iter_mut().for_each(|frequency| code(frequency, |one| one.id));
    dataset.themes.iter_mut().for_each(|theme| code(theme, |one| one.code));
    dataset.languages.iter_mut().for_each(|language| code(language, |one| one.code));
    dataset.badges.iter_mut().for_each(|badge| code(badge, |one| one.id));
    dataset.hvd_category.iter_mut().for_each(|category| code(category, |one| one.id));
    dataset.spatial.granularity.iter_mut().for_each(|one| code(one, |one| one.id));
    dataset.contact_points.iter_mut().filter_map(|one| one.role.as_mut()).for_each(|role| code(role, |one| one.id));
    dataset.creators.iter_mut().filter_map(|one| one.role.as_mut()).for_each(|role| code(role, |one| one.id));
    let access = &mut dataset.access;
    access.kind.iter_mut().chain(&mut access.reason_category).for_each(|one| code(one, |one| one.id));
    for audience in &mut access.audiences {
        code(&mut audience.role, |one| one.id);
        audience.condition.iter_mut().for_each(|one| code(one, |one| one.id));
    }
    for resource in &mut dataset.resources {
        resource.license.iter_mut().for_each(|license| code(license, |one| one.id));
        resource.format.iter_mut().for_each(|format| code(format, |one| one.id));
        resource.kind.iter_mut().for_each(|kind| code(kind, |one| one.id));
        resource.languages.iter_mut().for_each(|language| code(language, |one| one.code));
        if resource.type_id() == "main" {
            resource.kind = None;
        }
    }
}

/// A text in the one language that needs no word has none; one without a language beside others has that.
fn languages(dataset: &mut Dataset, site: &Site) {
    let language = match dataset.languages.as_slice() {
        [Coded { known: Some(only), .. }] => only.code.to_owned(),
        _ => site.config.language().to_owned(),
    };
    let plain = |text: &mut Text| {
        let texts: Vec<(String, String)> =
            text.iter().map(|(code, text)| (code.to_owned(), text.trim().to_owned())).collect();
        *text = match texts.as_slice() {
            [(code, only)] if *code == language || code.is_empty() => Text::plain(only.clone()),
            _ => Text::by_language(texts),
        };
    };
    plain(&mut dataset.title);
    plain(&mut dataset.description);
    plain(&mut dataset.summary);
    plain(&mut dataset.provenance);
    plain(&mut dataset.access.reason);
    dataset.contact_points.iter_mut().for_each(|contact| plain(&mut contact.name));
    dataset.links.iter_mut().for_each(|link| plain(&mut link.title));
    dataset.spatial.zones.iter_mut().for_each(|zone| plain(&mut zone.name));
    dataset.archived.iter_mut().for_each(|state| plain(&mut state.reason));
    dataset.retired.iter_mut().for_each(|state| plain(&mut state.reason));
    for resource in &mut dataset.resources {
        plain(&mut resource.title);
        plain(&mut resource.description);
    }
}

fn roles(dataset: &mut Dataset, _: &Site) {
    let is = |role: &Option<Coded<vocab::Term>>, id: &str| {
        role.as_ref().and_then(|role| role.known).is_some_and(|role| role.id == id)
    };
    dataset.contact_points.iter_mut().filter(|one| is(&one.role, "contact")).for_each(|one| one.role = None);
    dataset.creators.iter_mut().filter(|one| is(&one.role, "creator")).for_each(|one| one.role = None);
}

fn orcid(dataset: &mut Dataset, _: &Site) {
    let described = |creator: &&mut Creator| creator.person.is_some() || creator.organization.is_some();
    dataset.creators.iter_mut().filter(described).for_each(|creator| creator.orcid = None);
}

fn modified(dataset: &mut Dataset, _: &Site) {
    dataset.modified = dataset.data_modified();
}

fn created(dataset: &mut Dataset, _: &Site) {
    let harvested = dataset.harvest.as_ref().and_then(|harvest| harvest.issued.or(harvest.created));
    dataset.created = dataset.created.or(harvested).or(dataset.header.dates.created);
}

/// Records must have a date: the latest other one, else the clock. A dataset whose description has no date and that
/// was not harvested has no record.
fn metadata(dataset: &mut Dataset, site: &Site) {
    let harvest = dataset.harvest.as_deref();
    let harvested = harvest.and_then(|one| one.last_update.max(one.modified).max(one.issued).max(one.created));
    let dates = dataset.header.dates;
    let known = harvested.max(dates.created).max(dataset.data_modified()).max(dataset.created);
    let latest = known.or_else(|| Some(etal::date::Moment::from_day(site.now)));
    if dates.created.is_some() || harvest.is_some() {
        dataset.header.dates.modified = dates.modified.or(latest);
    }
    for one in dataset.harvest.iter_mut() {
        one.modified = one.modified.or(one.last_update).or(one.issued).or(one.created).or(latest);
    }
}

fn retired(dataset: &mut Dataset, _: &Site) {
    if dataset.retired.is_some() {
        dataset.resources.clear();
    }
}

fn unregistered(dataset: &mut Dataset, _: &Site) {
    let is_private = |mime: &mut String| mime.split_once('/').is_some_and(|(_, name)| name.starts_with("x-"));
    dataset.resources.iter_mut().for_each(|resource| drop(resource.mime.take_if(is_private)));
}

/// `csv.gz` and `gz` have one code in the EU table of file types.
fn compressed(dataset: &mut Dataset, _: &Site) {
    for format in dataset.resources.iter_mut().filter_map(|resource| resource.format.as_mut()) {
        let known = format.known.filter(|known| known.id.ends_with(".gz"));
        if known.is_some() {
            let container = vocab::Format::find("gz");
            *format = Coded { raw: String::from("gz"), known: container };
        }
    }
}

/// The least box around a geometry.
fn bounds(dataset: &mut Dataset, _: &Site) {
    fn corners(value: &serde_json::Value, found: &mut Vec<(f64, f64)>) {
        let list = value.as_array().map_or(&[][..], Vec::as_slice);
        match list {
            [x, y, ..] if x.is_number() => found.push((x.as_f64().unwrap(), y.as_f64().unwrap())),
            _ => list.iter().for_each(|inner| corners(inner, found)),
        }
    }
    let spatial = &mut dataset.spatial;
    if let (None, Some(geometry)) = (&spatial.bbox, &spatial.geometry) {
        let mut found = Vec::new();
        corners(&geometry["coordinates"], &mut found);
        let (x, y): (Vec<f64>, Vec<f64>) = found.into_iter().unzip();
        let edge = |all: &[f64], pick: fn(f64, f64) -> f64| all.iter().copied().reduce(pick).unwrap().to_string();
        spatial.bbox = Some([edge(&x, f64::min), edge(&y, f64::min), edge(&x, f64::max), edge(&y, f64::max)]);
    }
}

fn numbers(dataset: &mut Dataset, _: &Site) {
    for number in dataset.spatial.bbox.iter_mut().flatten() {
        *number = number.parse::<f64>().unwrap().to_string();
    }
}

/// The sentence that is written below, or in the place of, a short description stays.
fn short(dataset: &mut Dataset, site: &Site) {
    if dataset.description.iter().all(|(_, text)| text.trim().chars().count() >= 50) && !dataset.description.is_blank()
    {
        return;
    }
    let theme = Theme::load(&BTreeMap::new()).unwrap();
    let exports = Exports::choosing(site, &theme, |_| false);
    let own = match dataset.languages.as_slice() {
        [Coded { known: Some(only), .. }] => only.code,
        _ => site.config.language(),
    };
    let said = if dataset.description.is_blank() { &dataset.title } else { &dataset.description };
    let texts = said.iter().map(|(code, _)| {
        let language = if code.is_empty() { own } else { code };
        (code.to_owned(), exports.context().description(dataset, language))
    });
    dataset.description = Text::by_language(texts.collect());
}

/// The names of all fields in which two values differ. Every field of the type must be named.
macro_rules! differences {
    ($kind:ident, $one:expr, $other:expr; $($field:ident)+) => {{
        let (one, other): (&$kind, &$kind) = ($one, $other);
        let $kind { $($field: _),+ } = one;
        let mut differences: Vec<String> = Vec::new();
        $(if one.$field != other.$field {
            let (one, other) = (&one.$field, &other.$field);
            differences.push(format!("{}: {one:?} became {other:?}", stringify!($field)));
        })+
        differences
    }};
}

fn compare(one: &Dataset, other: &Dataset) -> Vec<String> {
    let mut found = differences!(Dataset, one, other;
        header title acronym description summary license frequency tags tag_ids temporal spatial private featured
        organization owner contact_points creators access themes languages badges hvd_category schema version series
        provenance identifiers links created modified archived retired replaced_by redirects harvest transfer extras
        resources files);
    if let Some(at) = found.iter().position(|difference| difference.starts_with("resources: ")) {
        let pairs = one.resources.iter().zip(&other.resources);
        let inner = pairs.flat_map(|(one, other)| {
            let found = differences!(Resource, one, other;
                identity title description kind location format mime size checksum created modified license schema
                languages harvest extras index);
            found.into_iter().map(|difference| format!("resource {}: {difference}", one.title.first()))
        });
        let inner: Vec<String> = inner.collect();
        if !inner.is_empty() {
            found.splice(at..=at, inner);
        }
    }
    found
}

/// What a descriptor is made of rather than what it says, and references by UUID.
fn bare(dataset: &mut Dataset, site: &Site) {
    let theme = Theme::load(&BTreeMap::new()).unwrap();
    let exports = Exports::choosing(site, &theme, |_| false);
    let organization = |slug: &mut Option<String>| {
        *slug = slug.take().map(|slug| exports.context().organization_uuid(&slug).to_string());
    };
    organization(&mut dataset.organization);
    dataset.creators.iter_mut().for_each(|creator| organization(&mut creator.organization));
    let uuid = |slug: &mut Option<String>| {
        *slug = slug.take().and_then(|slug| Some(site.catalog.person(&slug)?.header.identity.uuid.to_string()));
    };
    uuid(&mut dataset.owner);
    dataset.creators.iter_mut().for_each(|creator| uuid(&mut creator.person));
    let header = &mut dataset.header;
    header.form = etal::model::Form::Folder;
    header.faults.clear();
    header.source = site.catalog.datasets[0].header.source;
    header.declared_dates = header.dates;
    header.identity.declared = true;
    dataset.resources.iter_mut().for_each(|resource| resource.identity.declared = true);
}

fn read_back(name: &str, text: &str) -> Imported {
    let mut source = Source { name: String::from("back"), ..Source::default() };
    source.files.insert(name.to_owned(), text.as_bytes().to_vec());
    dcat::convert(&source)
}

/// The datasets of a site without its drafts, as bare as they come back.
fn published(site: &Site) -> Vec<Dataset> {
    let mut datasets: Vec<Dataset> = site.catalog.datasets.iter().filter(|one| !one.private).cloned().collect();
    datasets.iter_mut().for_each(|dataset| bare(dataset, site));
    datasets
}

/// Names of the losses that change a dataset of a catalogue, and what differs after them all.
fn judge(catalogue: &std::path::Path, form: &str, file: &str) -> (BTreeSet<&'static str>, Vec<String>) {
    let site = site_at(catalogue);
    let imported = read_back(file, &written(&site, form)[file]);
    let back = published(&site_of(&imported.files));
    let mut originals: Vec<Dataset> = site.catalog.datasets.iter().filter(|one| !one.private).cloned().collect();
    let (mut used, mut wrong) = (BTreeSet::new(), Vec::new());
    wrong.extend(imported.unplaced.iter().map(|one| format!("no place for {} {}", one.key, one.value)));
    assert_eq!(originals.len(), back.len(), "{file}");
    for original in &mut originals {
        for loss in LOSSES {
            let before = original.clone();
            (loss.apply)(original, &site);
            if *original != before {
                used.insert(loss.name);
            }
        }
        bare(original, &site);
        original.files.clear();
        let other = back.iter().find(|one| one.header.identity.uuid == original.header.identity.uuid);
        match other {
            Some(other) => {
                wrong.extend(compare(original, other).into_iter().map(|found| format!("{} {found}", original.slug())))
            }
            None => wrong.push(format!("{} did not come back", original.slug())),
        }
    }
    (used, wrong)
}

#[test]
fn datasets_come_back_field_by_field() {
    let mut used = BTreeSet::new();
    for catalogue in [complete(), root()] {
        for (form, file) in [("turtle", "catalog.ttl"), ("json-ld", "catalog.jsonld")] {
            let (losses, wrong) = judge(&catalogue, form, file);
            assert!(
                wrong.is_empty(),
                "{} {file}: {} differences\n{}",
                catalogue.display(),
                wrong.len(),
                wrong.join("\n")
            );
            used.extend(losses);
        }
    }
    let named: BTreeSet<&str> = LOSSES.iter().map(|loss| loss.name).collect();
    assert_eq!(used, named, "a loss that nothing shows is none");
}

#[test]
fn the_documentation_lists_every_loss() {
    let rows = |page: &str, heading: &str| {
        let text = std::fs::read_to_string(root().join("docs").join(page)).unwrap();
        let (_, section) = text.split_once(heading).unwrap_or_else(|| panic!("{page} lacks {heading}"));
        let section = section.split("\n## ").next().unwrap();
        let rows = section.lines().filter(|line| line.starts_with("| ")).skip(1);
        rows.map(|row| row.split('|').nth(1).unwrap().trim().to_owned()).collect::<Vec<_>>()
    };
    let listed = rows("exports.md", "\n## Reading back\n");
    let losses: Vec<&str> = LOSSES.iter().map(|loss| loss.name).collect();
    assert_eq!(listed, losses);
    assert_eq!(rows("exports.fr.md", "\n## Relecture\n").len(), losses.len());
}
