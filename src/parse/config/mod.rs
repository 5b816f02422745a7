//! Reads `site.toml`.

mod forge;
mod look;
mod search;
mod snapshots;

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::model::{
    Boosts, Colors, Config, EXPORTS, Extras, Fault, FaultKind, Form, Header, Identity, Kind, MetadataDates, RuleSetting,
};
use crate::slug::Slug;
use crate::source::{Content, KeyPath, Place, SourceFile, SourceId, Span, Spans, YamlFaultKind, parse_toml};

use super::reader::Reader;
use forge::forge;
use look::{colors, footer, menu};
use search::search;
use snapshots::snapshots;

const DEFAULT_PAGE_SIZE: u64 = 50;

/// Reads the settings of a catalogue. Faults are in the header; what is missing gets its default.
pub fn parse_config(file: &SourceFile, source: SourceId) -> (Config, Spans) {
    let parsed = parse_toml(file.text());
    let root = parsed.root.unwrap_or_else(|| unreachable!("internal error: TOML always gives a tree"));
    let mut faults: Vec<Fault> = Vec::new();
    faults.extend(unread(file));
    for fault in parsed.faults {
        faults.push(Fault {
            kind: FaultKind::Yaml(YamlFaultKind::Syntax),
            place: Place::bytes(KeyPath::root(), fault.span),
            other: None,
            found: fault.detail,
            nearest: None,
        });
    }
    let mut nested_unknown = Extras::new();
    let mut config = read(Reader::top(&root, &mut faults, &mut nested_unknown), source);
    config.header.faults = faults;
    (config, Spans::of(&root))
}

/// That nothing of the file could be read, when it is no text or far too large.
fn unread(file: &SourceFile) -> Option<Fault> {
    let (kind, found) = match &file.content {
        Content::Text(_) => return None,
        Content::NotText(at) => (FaultKind::NotText, at.to_string()),
        Content::TooLarge(bytes) => (FaultKind::TooLarge, bytes.to_string()),
    };
    let place = Place::bytes(KeyPath::root(), Span::default());
    Some(Fault { kind, place, other: None, found, nearest: None })
}

fn read(mut reader: Reader<'_>, source: SourceId) -> Config {
    let header = header(&mut reader, source);
    let mut config = Config {
        title: reader.required_text("title", super::fields::MAX_TITLE),
        description: reader.text("description"),
        base_url: base_url(&mut reader),
        languages: languages(&mut reader),
        theme: reader.string("theme").unwrap_or_else(|| String::from("default")),
        publisher: reader.string("publisher"),
        email: reader.string("email"),
        logo: reader.string("logo"),
        favicon: reader.string("favicon"),
        forge: forge(&mut reader),
        profile: profile(&mut reader),
        rules: rules(&mut reader),
        menu: menu(&mut reader),
        footer: footer(&mut reader),
        light: Colors::new(),
        dark: Colors::new(),
        page_size: reader.count("page_size").unwrap_or(DEFAULT_PAGE_SIZE).clamp(1, 1000) as usize,
        minify: reader.boolean("minify").unwrap_or(true),
        propose: reader.boolean("propose").unwrap_or(true),
        search: true,
        boosts: Boosts::default(),
        allowed_executable: allowed_executable(&mut reader),
        examples: reader.strings("examples"),
        exports: exports(&mut reader),
        snapshots: snapshots(&mut reader),
        header,
    };
    (config.light, config.dark) = colors(&mut reader);
    (config.search, config.boosts) = search(&mut reader);
    config.header.unknown = reader.finish_own();
    config
}

fn header(reader: &mut Reader<'_>, source: SourceId) -> Header {
    Header {
        kind: Kind::Site,
        slug: Slug::from_text("site"),
        identity: identity(reader),
        source,
        form: Form::File,
        dates: MetadataDates::default(),
        declared_dates: MetadataDates::default(),
        faults: Vec::new(),
        unknown: Extras::new(),
    }
}

fn identity(reader: &mut Reader<'_>) -> Identity {
    let identity = reader.identity(Uuid::nil());
    if !identity.declared {
        reader.missing("id");
    }
    identity
}

fn base_url(reader: &mut Reader<'_>) -> Option<String> {
    let url = reader.string("base_url")?;
    let known = public_address(&url);
    if known.is_none() {
        let place = Place::value(reader.path("base_url"));
        reader.fault(FaultKind::UnknownCode("http address"), place, url, None);
    }
    known
}

/// The public address of a site, with its final slash, when `url` can be one: `http` or `https`,
/// nothing after the path.
pub fn public_address(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let is_whole = !rest.is_empty() && !rest.starts_with('/') && !rest.contains(['?', '#', ' ', '"', '<', '>']);
    is_whole.then(|| format!("{}/", url.trim_end_matches('/')))
}

fn languages(reader: &mut Reader<'_>) -> Vec<String> {
    let mut languages: Vec<String> = Vec::new();
    for (node, path) in reader.list("languages") {
        let code = node.scalar().unwrap_or("").trim().to_owned();
        let shape = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
        if !shape {
            reader.fault(FaultKind::BadLanguage, Place::value(path), code, None);
        } else if !languages.contains(&code) {
            languages.push(code);
        }
    }
    if languages.is_empty() {
        languages.push(String::from("en"));
    }
    languages
}

fn profile(reader: &mut Reader<'_>) -> String {
    let default = String::from("six-criteria");
    let Some((node, path)) = reader.mapping("score") else {
        return default;
    };
    let mut inner = reader.nested(node, path);
    let profile = inner.string("profile").unwrap_or(default);
    inner.finish();
    profile
}

fn rules(reader: &mut Reader<'_>) -> BTreeMap<String, RuleSetting> {
    let mut rules = BTreeMap::new();
    let Some((node, path)) = reader.mapping("rules") else {
        return rules;
    };
    for entry in node.entries() {
        let setting = match entry.value.scalar() {
            Some("off") => RuleSetting::Off,
            Some("info") => RuleSetting::Info,
            Some("warning") => RuleSetting::Warning,
            Some("error") => RuleSetting::Error,
            other => {
                let found = other.unwrap_or("").to_owned();
                let nearest = crate::vocab::nearest(&found, ["off", "info", "warning", "error"].into_iter());
                let place = Place::value(path.key(&entry.key));
                reader.fault(FaultKind::UnknownCode("severity"), place, found.clone(), nearest.map(str::to_owned));
                continue;
            }
        };
        rules.insert(entry.key.clone(), setting);
    }
    rules
}

fn allowed_executable(reader: &mut Reader<'_>) -> Vec<String> {
    let Some((node, path)) = reader.mapping("files") else {
        return Vec::new();
    };
    let mut inner = reader.nested(node, path);
    let allowed = inner.strings("allow_executable");
    inner.finish();
    allowed.into_iter().map(|format| format.trim_start_matches('.').to_ascii_lowercase()).collect()
}

fn exports(reader: &mut Reader<'_>) -> BTreeMap<String, bool> {
    let Some((node, path)) = reader.mapping("exports") else {
        return BTreeMap::new();
    };
    let mut inner = reader.nested(node, path);
    let switches = EXPORTS.iter().filter_map(|(id, _)| Some(((*id).to_owned(), inner.boolean(id)?)));
    let switches = switches.collect();
    inner.finish();
    switches
}
