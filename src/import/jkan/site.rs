//! The settings of the new catalogue, from `_config.yml` where there is one.

use uuid::Uuid;

use super::record::Record;
use crate::import::{Reason, Source, Unplaced};
use crate::parse::json_value;
use crate::source::{Node, SourceFile, Span, Value, parse};

/// What `_config.yml` says.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) email: Option<String>,
    /// Public address of the JKAN site, without a final slash.
    pub(super) address: Option<String>,
    /// Path of the site below its host, without a final slash.
    pub(super) base: String,
    /// `owner/name` on GitHub.
    repository: Option<String>,
    /// Settings of Jekyll and JKAN, one `key: value` a line.
    others: Vec<String>,
    pub(super) unplaced: Vec<Unplaced>,
}

/// Reads `_config.yml`.
pub(super) fn settings(source: &Source) -> Settings {
    let mut settings = Settings::default();
    let Some(bytes) = source.files.get("_config.yml") else {
        return settings;
    };
    let file = SourceFile::new("_config.yml", String::from_utf8_lossy(bytes));
    let text = file.text();
    let Some(root) = parse(text, Span::new(0, text.len())).root else {
        let record = Record::read("_config.yml", "_config", bytes);
        let value = record.file.text().to_owned();
        let span = Span::new(0, 0);
        let report = super::reading::unplaced(&record, span, String::new(), value, Reason::Unreadable, None);
        settings.unplaced.push(report);
        return settings;
    };
    let text = |key: &str| root.get(key).and_then(Node::scalar).map(str::trim).filter(|text| !text.is_empty());
    settings.title = text("title").or_else(|| text("name")).or_else(|| text("greeting")).map(str::to_owned);
    settings.description = text("description").map(str::to_owned);
    settings.email = text("email").map(str::to_owned);
    settings.repository = text("repository").map(str::to_owned);
    settings.base = text("baseurl").unwrap_or("").trim_end_matches('/').to_owned();
    settings.address = text("url").map(|url| format!("{}{}", url.trim_end_matches('/'), settings.base));
    let read = ["title", "description", "email", "repository", "baseurl", "url"];
    for entry in root.entries().iter().filter(|entry| !read.contains(&entry.key.as_str())) {
        note(&mut settings, &file, &entry.key, &entry.value);
    }
    settings
}

fn note(settings: &mut Settings, file: &SourceFile, key: &str, node: &Node) {
    if matches!(node.value, Value::Null) {
        return;
    }
    let position = file.position(node.span.start);
    let value = node.scalar().map_or_else(|| json_value(node).to_string(), |text| text.trim().to_owned());
    settings.others.push(format!("{key}: {}", value.replace(['\n', '\r'], " ")));
    settings.unplaced.push(Unplaced {
        path: file.path.clone(),
        line: position.line,
        column: position.column,
        key: key.to_owned(),
        value,
        reason: Reason::Setting,
        kept: Some(String::from("site.toml")),
    });
}

/// The text of `site.toml`.
pub(super) fn site_toml(settings: &Settings, source: &Source, id: Uuid) -> String {
    let text = |value: &str| toml::Value::String(value.to_owned()).to_string();
    let title = settings.title.as_deref().unwrap_or(&source.name);
    let mut out = String::from("# Settings of the catalogue. Made by `etal import jkan`.\n\n");
    out.push_str("# Never changes: it was derived from the address or the folder of the JKAN site.\n");
    out.push_str(&format!("id = \"{id}\"\ntitle = {}\n", text(title)));
    if let Some(description) = &settings.description {
        out.push_str(&format!("description = {}\n", text(description)));
    }
    out.push_str("languages = [\"en\"]\n");
    if let Some(email) = &settings.email {
        out.push_str(&format!("email = {}\n", text(email)));
    }
    out.push_str("\n# The public address of the new site, for canonical links and exports.\n");
    let address = settings.address.as_deref().unwrap_or("https://data.example.org");
    out.push_str(&format!("# base_url = {}\n", text(&format!("{address}/"))));
    let repository = settings.repository.as_deref().unwrap_or("example/catalogue");
    out.push_str("\n# Where the descriptors are kept: makes the links “edit this page” and “report a problem”.\n");
    out.push_str("# [forge]\n# kind = \"github\"\n");
    out.push_str(&format!("# url = {}\n# branch = \"main\"\n", text(&format!("https://github.com/{repository}"))));
    if !settings.others.is_empty() {
        out.push_str("\n# Settings of the JKAN site, which have no place here:\n");
    }
    for line in &settings.others {
        out.push_str(&format!("# {line}\n"));
    }
    out
}
