//! `llms.txt`: what a language model should know of the catalogue, in one Markdown file.
//!
//! Form: <https://llmstxt.org/>: a title, a quoted summary, words, then sections of links.

use std::cmp::Reverse;
use std::io::{self, Write};

use super::context::words::line;
use super::{Context, EXPORTERS, Entry, Exporter, Scope, is_on};
use crate::site::{FacetKind, PageKey};
use crate::vocab::Label;

/// Organisations that are named, those with the most datasets first.
const MAX_ORGANIZATIONS: usize = 200;
/// Datasets that are named, the most recently updated first.
const MAX_DATASETS: usize = 200;
/// Characters of a summary.
const MAX_SUMMARY: usize = 160;
/// Forms that say how to find things, and nothing of the data.
const SIGNPOSTS: [&str; 3] = ["robots", "opensearch", "llms"];
/// Files that name every dataset, the one that programs read most easily first.
const WHOLE: [&str; 4] = ["datasets.ndjson", "csv/datasets.csv", "data.json", "sitemap.xml"];

pub(super) static EXPORTER: Exporter = Exporter {
    id: "llms",
    title: Label::same("llms.txt"),
    about: Label::new(
        "Introduces the catalogue to language models: its machine forms, publishers, topics and recent datasets.",
        "Présente le catalogue aux modèles de langue : formes pour les machines, producteurs, thématiques, jeux récents.",
    ),
    without_address: false,
    files: |_| {
        let path = String::from("llms.txt");
        vec![Entry { path, media_type: "text/plain; charset=utf-8", scope: Scope::Catalog, part: 0 }]
    },
    write,
};

fn write(context: &Context<'_>, _: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let mut text = String::with_capacity(8192);
    text.push_str(&format!("# {}\n", context.title(&context.site.config.title)));
    let about = context.plain(&context.site.config.description, 1000);
    if !about.is_empty() {
        text.push_str(&format!("\n> {about}\n"));
    }
    let forms = forms(context);
    let count = context.listed().count();
    text.push_str(&format!("\n{}\n", context.messages().count("export.llms_count", count as u64)));
    if let Some(sentence) = whole(context, &forms) {
        text.push_str(&format!("{sentence}\n"));
    }
    section(&mut text, context.messages().text("export.llms_forms"), machine_forms(context, &forms));
    section(&mut text, context.messages().text("snapshots.heading"), snapshots(context));
    section(&mut text, context.messages().text("menu.organizations"), organizations(context));
    section(&mut text, context.messages().text("menu.topics"), topics(context));
    out.write_all(text.as_bytes())?;
    text.clear();
    section(&mut text, context.messages().text("export.llms_recent"), datasets(context));
    out.write_all(text.as_bytes())
}

fn section(text: &mut String, heading: &str, items: impl IntoIterator<Item = String>) {
    for (at, item) in items.into_iter().enumerate() {
        if at == 0 {
            text.push_str(&format!("\n## {heading}\n\n"));
        }
        text.push_str(&format!("- {item}\n"));
    }
}

/// A link in Markdown with what is said of it.
fn link(words: &str, address: &str, about: &str) -> String {
    let mut item = String::from("[");
    for c in words.chars() {
        if matches!(c, '[' | ']' | '\\') {
            item.push('\\');
        }
        item.push(c);
    }
    item.push_str(&format!("]({address})"));
    if !about.is_empty() {
        item.push_str(&format!(": {about}"));
    }
    item
}

/// The forms that the site has, each with its files.
fn forms(context: &Context<'_>) -> Vec<(&'static Exporter, Vec<Entry>)> {
    let wanted = |one: &&&'static Exporter| !SIGNPOSTS.contains(&one.id) && is_on(context.site, one);
    EXPORTERS.iter().filter(wanted).map(|exporter| (*exporter, (exporter.files)(context))).collect()
}

/// Each form with its file of the whole catalogue, else with the form of the addresses of its files.
fn machine_forms(context: &Context<'_>, forms: &[(&'static Exporter, Vec<Entry>)]) -> Vec<String> {
    let mut items = Vec::new();
    for (exporter, files) in forms {
        let title = exporter.title.get(context.language());
        let mut about = exporter.about.get(context.language()).to_owned();
        if let Some(path) = files.iter().find_map(|file| of_each_dataset(context, file)) {
            about.push(' ');
            about.push_str(&context.messages().fill("export.llms_each", &[("path", &path)]));
        }
        let mut of_catalog = files.iter().filter(|file| file.scope == Scope::Catalog);
        match of_catalog.next().and_then(|file| context.address(&file.path)) {
            Some(address) => items.push(link(title, &address, &about)),
            None if files.is_empty() => {}
            None => items.push(format!("{title}: {about}")),
        }
        let others = of_catalog.filter_map(|file| Some((file, context.address(&file.path)?)));
        items.extend(others.map(|(file, address)| link(&file.path, &address, "")));
    }
    items
}

/// The path of the file of a dataset with `<slug>` for its slug; in backticks, for it is no address.
fn of_each_dataset(context: &Context<'_>, file: &Entry) -> Option<String> {
    let Scope::Dataset(index) = file.scope else { return None };
    let slug = context.site.catalog.datasets[index].slug();
    let path = file.path.strip_prefix(&format!("datasets/{slug}/"))?;
    Some(format!("`{}datasets/<slug>/{path}`", context.base()?))
}

/// Where all datasets are.
fn whole(context: &Context<'_>, forms: &[(&'static Exporter, Vec<Entry>)]) -> Option<String> {
    let files = || forms.iter().flat_map(|(_, files)| files);
    let path = WHOLE.iter().find_map(|end| files().find(|file| file.path.ends_with(end)))?.path.as_str();
    let key = if path.ends_with(".ndjson") { "export.llms_lines" } else { "export.llms_whole" };
    Some(context.messages().fill(key, &[("link", &link(path, &context.address(path)?, ""))]))
}

/// The page of snapshots, when there are any.
fn snapshots(context: &Context<'_>) -> Option<String> {
    let newest = context.site.config.snapshots.first()?;
    let date = context.messages().date(&newest.date.date.to_string());
    let about = context.messages().fill("export.llms_snapshots", &[("date", &date)]);
    Some(link(context.messages().text("snapshots.heading"), &context.page(&PageKey::Snapshots)?, &about))
}

fn organizations(context: &Context<'_>) -> Vec<String> {
    let values = &context.site.facet(FacetKind::Organization).values;
    let mut places: Vec<usize> = (0..values.len()).filter(|at| !values[*at].datasets.is_empty()).collect();
    places.sort_by_key(|at| Reverse(values[*at].datasets.len()));
    places.truncate(MAX_ORGANIZATIONS);
    let item = |at: usize| {
        let count = context.messages().count("count.datasets", values[at].datasets.len() as u64);
        let address = context.page(&PageKey::Facet(FacetKind::Organization, at, 1))?;
        Some(link(&line(context.organization(&values[at].slug).name(context.language())), &address, &count))
    };
    places.into_iter().filter_map(item).collect()
}

fn topics(context: &Context<'_>) -> Vec<String> {
    let topics = context.site.catalog.topics.iter().enumerate().filter(|(_, topic)| !topic.private);
    let item = |(at, topic): (usize, &crate::model::Topic)| {
        let about = context.plain(&topic.description, MAX_SUMMARY);
        Some(link(&context.title(&topic.title), &context.page(&PageKey::Topic(at))?, &about))
    };
    topics.filter_map(item).collect()
}

fn datasets<'a>(context: &'a Context<'_>) -> impl Iterator<Item = String> + 'a {
    let listed = context.site.listed.iter().take(MAX_DATASETS);
    listed.filter_map(|index| {
        let dataset = &context.site.catalog.datasets[*index];
        let title = Some(context.title(&dataset.title)).filter(|title| !title.is_empty());
        let written = [&dataset.summary, &dataset.description].map(|text| context.plain(text, MAX_SUMMARY));
        let about = written.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        let title = title.unwrap_or_else(|| dataset.slug().to_owned());
        Some(link(&title, &context.page(&PageKey::Dataset(*index))?, &about))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_link_do_not_end_it() {
        assert_eq!(link("a] [b\\", "https://a.example/", "c"), "[a\\] \\[b\\\\](https://a.example/): c");
    }
}
