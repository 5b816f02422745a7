//! The page where a dataset is proposed: a form made from the tables of [`crate::schema`].

use super::super::context::Page;
use super::super::people::mailto;
use super::super::shell::Frame;
use super::super::views::{ChoiceView, FieldView, LinkView, NewFileView, ProposeView};
use super::{Sheet, home_crumb};
use crate::descriptor::{fields, resource_fields};
use crate::model::{Kind, Lookup};
use crate::schema::{self, Document, Fixed, Group, Key, List, Shape};
use crate::slug;
use crate::text::Text;
use crate::vocab::License;

/// Fields that are shown first, in this order; the others follow in a part that opens.
const FIRST: [&str; 9] =
    ["title", "description", "license", "frequency", "organization", "tags", "themes", "contact_points", "resources"];
/// Keys without a field: the first are written by the form, by git or by importers, those of states and drafts by
/// whoever keeps the catalogue. Free values have no form.
const LEFT_OUT: [&str; 14] = [
    "id",
    "metadata_created",
    "metadata_modified",
    "harvest",
    "transfer",
    "private",
    "featured",
    "archived",
    "retired",
    "replaced_by",
    "redirects",
    "extras",
    "bbox",
    "geometry",
];
/// Lists of mappings inside mappings, which only an editor shows well; and files, which a form cannot carry.
const FOR_EDITORS: [&str; 2] = ["audiences", "path"];
/// Fields of a resource that are shown; the others follow in a part that opens.
const RESOURCE_FIRST: [&str; 5] = ["title", "description", "type", "url", "format"];
/// Lists that begin with an item.
const BEGUN: [&str; 2] = ["contact_points", "resources"];
/// Codes that are all shown.
const MAX_CHECKS: usize = 15;
/// Things of the catalogue to choose from; when there are more, a slug is written.
const MAX_CHOICES: usize = 1000;
/// Slugs that the page carries to tell those that are taken.
const MAX_SLUGS: usize = 1000;
/// Keys whose examples make the descriptor that is written by hand.
const EXAMPLE: [&str; 6] = ["title", "description", "license", "frequency", "contact_points", "resources"];

pub(super) fn sheet(page: &Page<'_>) -> Sheet {
    let text = |key: &str| page.messages.text(key).to_owned();
    let document = Document::Of(Kind::Dataset);
    let keys = document.group().keys;
    let own = |key: &'static Key| field(page, key, document, "f");
    let first = FIRST.iter().filter_map(|name| keys.iter().find(|key| key.key == *name)).filter_map(own);
    let mut first: Vec<FieldView> = first.collect();
    first.insert(1, slug_field(page));
    let datasets = &page.site.catalog.datasets;
    let carries_slugs = datasets.len() <= MAX_SLUGS;
    let view = ProposeView {
        lead: page.messages.fill("propose.lead", &[("site", &page.site_title())]),
        script: page.renderer.propose_script().is_some(),
        keys: keys.iter().map(|key| key.key).collect::<Vec<_>>().join(" "),
        slugs: if carries_slugs { joined(datasets.iter().map(|dataset| dataset.slug())) } else { String::new() },
        folds: slug::folds(),
        language: if page.language == 0 { String::new() } else { page.code.to_owned() },
        modeline: modeline(page),
        first,
        more: keys.iter().filter(|key| !FIRST.contains(&key.key)).filter_map(own).collect(),
        formats: choices(page, List::Format),
        forge: new_file(page),
        r#where: text("propose.where"),
        example: example(page),
        links: links(page),
    };
    Sheet {
        title: text("propose.heading"),
        description: page.messages.fill("propose.description", &[("site", &page.site_title())]),
        crumbs: vec![home_crumb(page)],
        frame: Frame::Propose,
        ..Sheet::new("propose.html", "propose", &view)
    }
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// The line that leads editors to the schema that this site serves.
fn modeline(page: &Page<'_>) -> String {
    let path = schema::path(Document::Of(Kind::Dataset));
    let is_served = page.renderer.exports.paths().any(|served| served == path);
    let base = page.site.config.base_url.as_deref().filter(|_| is_served);
    base.map(|base| schema::modeline(&format!("{base}{path}")).trim_end().to_owned()).unwrap_or_default()
}

/// The name of the file, which is no key.
fn slug_field(page: &Page<'_>) -> FieldView {
    FieldView {
        key: "slug",
        label: page.messages.text("propose.slug").to_owned(),
        hint: page.messages.text("propose.slug_hint").to_owned(),
        widget: "line",
        shape: "scalar",
        kind: "text",
        required: true,
        ..begun(page, "f-slug")
    }
}

fn begun(page: &Page<'_>, id: &str) -> FieldView {
    FieldView {
        id: id.to_owned(),
        described: format!("{id}-hint {id}-fault"),
        name: id.strip_prefix("f-").unwrap_or(id).to_owned(),
        needed: page.messages.text("propose.needed").to_owned(),
        ..FieldView::default()
    }
}

/// The field of a key; none for what a proposal does not say.
fn field(page: &Page<'_>, key: &'static Key, document: Document, parent: &str) -> Option<FieldView> {
    if LEFT_OUT.contains(&key.key) || FOR_EDITORS.contains(&key.key) {
        return None;
    }
    let is_top = parent == "f";
    let described = if document == Document::Resource { resource_fields() } else { fields(Kind::Dataset) };
    let is_required = is_top && described.iter().any(|field| field.key == key.key && field.is_required);
    let mut view = FieldView {
        key: key.key,
        label: key.name.get(page.code).to_owned(),
        hint: schema::note(document, key).get(page.code).to_owned(),
        required: is_required,
        begins: BEGUN.contains(&key.key),
        ..begun(page, &format!("{parent}-{}", key.key.replace('_', "-")))
    };
    if is_top {
        view.name = key.key.to_owned();
    }
    fill(page, key, document, &mut view);
    let own_hint = match key.key {
        "license" if is_top => Some("propose.hint_license"),
        "resources" => Some("propose.hint_resources"),
        "url" if document == Document::Resource && view.id.ends_with("resources-url") => Some("propose.hint_url"),
        "zones" => Some("propose.hint_zones"),
        _ => None,
    };
    if let Some(hint) = own_hint {
        page.messages.text(hint).clone_into(&mut view.hint);
    } else if matches!(view.widget, "select" | "checks") || matches!(key.key, "access" | "spatial") {
        // Notes name codes and slugs, which are chosen here by their labels.
        view.hint.clear();
    }
    Some(view)
}

fn fill(page: &Page<'_>, key: &'static Key, document: Document, view: &mut FieldView) {
    (view.widget, view.shape, view.kind) = ("line", "scalar", "text");
    match key.shape {
        Shape::Line(max) => view.max = max,
        Shape::Text(max) => {
            (view.shape, view.max) = ("text", max);
            // A sentence or more, where no title is meant.
            if max.is_none_or(|max| max == 200) && key.key != "name" && key.key != "title" {
                (view.widget, view.rows) = ("area", 3);
            }
        }
        Shape::Markdown => (view.widget, view.shape, view.rows) = ("area", "text", if view.required { 8 } else { 3 }),
        Shape::Date | Shape::Period => view.shape = "date",
        Shape::Count => view.shape = "count",
        Shape::Fixed(Fixed::Url) => (view.shape, view.kind) = ("url", "url"),
        Shape::Fixed(Fixed::Email) => (view.shape, view.kind) = ("email", "email"),
        Shape::Code(List::Format) => view.formats = true,
        Shape::Code(list) => (view.widget, view.options) = ("select", choices(page, list)),
        Shape::Slug(kind) => {
            let things = things(page, kind);
            if (1..=MAX_CHOICES).contains(&things.len()) {
                (view.widget, view.options) = ("select", things);
            }
        }
        Shape::Group(group) => mapping(page, group, document, "group", view),
        Shape::List(Shape::Code(list)) => {
            view.options = choices(page, *list);
            (view.widget, view.shape) =
                if view.options.len() <= MAX_CHECKS { ("checks", "codes") } else { ("select", "scalar") };
        }
        Shape::List(Shape::Group(group)) if key.key == "zones" => {
            debug_assert_eq!(group.id, "zone", "zones are written one a line");
            (view.widget, view.shape, view.rows) = ("area", "zones", 2);
        }
        Shape::List(Shape::Group(group)) => mapping(page, group, document, "items", view),
        Shape::List(_) => {
            view.shape = "words";
            view.hint = format!("{} {}", view.hint, page.messages.text("propose.commas"));
        }
        // Forms that no field of a dataset has, or only among those left out.
        _ => {}
    }
}

fn mapping(page: &Page<'_>, group: &'static Group, document: Document, widget: &'static str, view: &mut FieldView) {
    let inner = if group.id == "resource" { Document::Resource } else { document };
    view.widget = widget;
    view.one_of = group.one_of.join(" ").replace("path url", "url");
    let parts = group.keys.iter().filter_map(|key| field(page, key, inner, &view.id));
    (view.parts, view.folded) = parts.partition(|part| group.id != "resource" || RESOURCE_FIRST.contains(&part.key));
    view.item = page.messages.text(item_words(group.id)).to_owned();
    view.add = page.messages.fill("propose.add", &[("what", &view.item.to_lowercase())]);
    page.messages.text("propose.more_of_file").clone_into(&mut view.more);
    view.remove = page.messages.text("propose.remove").to_owned();
}

/// What one item of a list is called.
fn item_words(group: &str) -> &'static str {
    match group {
        "resource" => "propose.item_resource",
        "contact" => "propose.item_contact",
        "creator" => "propose.item_creator",
        "link" => "propose.item_link",
        _ => "propose.item_identifier",
    }
}

fn choices(page: &Page<'_>, list: List) -> Vec<ChoiceView> {
    let is_offered = |code: &str| !matches!(list, List::License) || License::get(code).is_some_and(is_for_data);
    let rows = list.rows().into_iter().filter(|(code, _)| is_offered(code));
    rows.map(|(code, label)| ChoiceView { value: code.to_owned(), label: label.get(page.code).to_owned() }).collect()
}

/// Licences that somebody should choose today: for data, by a name, of Creative Commons the last version.
fn is_for_data(license: &'static License) -> bool {
    let is_old = license.id.to_ascii_lowercase().starts_with("cc-by") && !license.id.ends_with("-4.0");
    !license.software && license.specified && !is_old
}

fn things(page: &Page<'_>, kind: Kind) -> Vec<ChoiceView> {
    let catalog = &page.site.catalog;
    let choice = |slug: &str, name: &Text| ChoiceView { value: slug.to_owned(), label: page.words(name) };
    let mut things: Vec<ChoiceView> = match kind {
        Kind::Organization => {
            catalog.organizations.iter().map(|one| choice(one.header().slug.as_str(), &one.name)).collect()
        }
        Kind::Person => catalog.people.iter().map(|one| choice(one.header().slug.as_str(), &one.name)).collect(),
        _ => Vec::new(),
    };
    things.sort_by(|one, other| (slug_key(&one.label), &one.value).cmp(&(slug_key(&other.label), &other.value)));
    things
}

/// Names in the order of the alphabet, accents aside.
fn slug_key(name: &str) -> String {
    slug::Slug::from_text(name).as_str().to_owned()
}

fn new_file(page: &Page<'_>) -> Option<NewFileView> {
    let file = page.new_file()?;
    Some(NewFileView { label: page.messages.text("propose.open_forge").to_owned(), ..file })
}

/// A small descriptor, made of the examples of the fields.
fn example(page: &Page<'_>) -> String {
    let described = fields(Kind::Dataset).iter().filter(|field| EXAMPLE.contains(&field.key));
    described.map(|field| field.example.get(page.code)).collect::<Vec<_>>().join("\n")
}

fn links(page: &Page<'_>) -> Vec<LinkView> {
    let forge = page.new_file().map(|file| LinkView {
        href: file.href,
        label: page.messages.text("propose.open_forge").to_owned(),
        lang: None,
    });
    let email = page.site.config.email.as_deref();
    let mail = email.and_then(|email| Some(LinkView { href: mailto(email)?, label: email.to_owned(), lang: None }));
    forge.into_iter().chain(mail).collect()
}
