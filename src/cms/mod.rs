//! The configuration of a content editor in the browser (Decap CMS, Sveltia CMS): a collection for each kind and form of
//! descriptor that the catalogue has, with fields from the tables of [`crate::schema`].

mod backend;
mod unheld;
mod widget;

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::model::{Extras, Form, Kind};
use crate::schema::Document;
use crate::site::Site;
use crate::vocab::Label;

pub use unheld::unheld;
use widget::Fields;

/// Kinds in the order of the editor's menu.
const KINDS: [(Kind, Label, Label); 7] = [
    (Kind::Dataset, Label::new("Datasets", "Jeux de données"), Label::new("Dataset", "Jeu de données")),
    (Kind::Organization, Label::new("Publishers", "Producteurs"), Label::new("Publisher", "Producteur")),
    (Kind::Reuse, Label::new("Reuses", "Réutilisations"), Label::new("Reuse", "Réutilisation")),
    (Kind::Topic, Label::new("Topics", "Thèmes"), Label::new("Topic", "Thème")),
    (Kind::Service, Label::new("APIs", "API"), Label::new("API", "API")),
    (Kind::Person, Label::new("People", "Personnes"), Label::new("Person", "Personne")),
    (Kind::Page, Label::new("Pages", "Pages"), Label::new("Page", "Page")),
];

/// The configuration; none when `site.toml` names no forge. `app_id` is what the forge calls this editor, where it asks
/// for it.
pub fn configuration(site: &Site, app_id: Option<&str>) -> Option<Extras> {
    let config = &site.config;
    let forge = config.forge.as_ref()?;
    let mut out = Extras::new();
    out.insert("backend".into(), Json::Object(backend::backend(forge, app_id)));
    if backend::has_reviews(forge) {
        // Each change becomes a pull request instead of going to the branch that is published.
        out.insert("publish_mode".into(), "editorial_workflow".into());
    }
    if let Some(base) = &config.base_url {
        out.insert("site_url".into(), base.as_str().into());
    }
    out.insert("media_folder".into(), backend::in_repository(forge, "content/static").into());
    out.insert("public_folder".into(), "/".into());
    out.insert("slug".into(), json!({ "encoding": "ascii", "clean_accents": true, "sanitize_replacement": "-" }));
    let collections: Vec<Json> = KINDS.iter().flat_map(|kind| collections(site, kind)).collect();
    out.insert("collections".into(), collections.into());
    Some(out)
}

/// A collection for each form in which the things of a kind are kept; that of `etal new` when there are none.
fn collections(site: &Site, (kind, plural, singular): &(Kind, Label, Label)) -> Vec<Json> {
    let mut forms: BTreeMap<Form, usize> = BTreeMap::new();
    for header in site.catalog.headers().filter(|header| header.kind == *kind) {
        *forms.entry(header.form).or_default() += 1;
    }
    let usual = match kind {
        Kind::Dataset => Form::Folder,
        Kind::Page => Form::Markdown,
        _ => Form::File,
    };
    forms.entry(usual).or_default();
    let language = site.config.language();
    let several = forms.len() > 1;
    let collection = |form: Form| {
        let suffix = match form {
            Form::Folder => Label::new("folders", "dossiers"),
            Form::FolderMarkdown => Label::new("folders, Markdown", "dossiers, Markdown"),
            Form::File => Label::new("files", "fichiers"),
            Form::Markdown => Label::new("Markdown", "Markdown"),
        };
        let label = |name: &Label| name.get(language).to_owned();
        let title = if several { format!("{} ({})", label(plural), suffix.get(language)) } else { label(plural) };
        Json::Object(collection(site, *kind, form, form == usual, [title, label(singular)]))
    };
    // The form of new things first.
    let others = forms.keys().copied().filter(|form| *form != usual);
    std::iter::once(usual).chain(others).map(collection).collect()
}

fn collection(site: &Site, kind: Kind, form: Form, is_usual: bool, [label, singular]: [String; 2]) -> Extras {
    let forge = site.config.forge.as_ref();
    let folder = format!("content/{}", kind.folder());
    let folder = forge.map_or_else(|| folder.clone(), |forge| backend::in_repository(forge, &folder));
    let fields = Fields::of(site, kind);
    let identifier = if matches!(kind, Kind::Organization | Kind::Person) { "name" } else { "title" };
    let identifier = fields.path_of_text(identifier);
    let ending = match form {
        Form::Folder | Form::FolderMarkdown => {
            format!("-{}", if form.is_markdown() { "folders-md" } else { "folders" })
        }
        Form::File => String::from("-files"),
        Form::Markdown => String::from("-md"),
    };
    let name = if is_usual { kind.folder().to_owned() } else { format!("{}{ending}", kind.folder()) };
    let mut out = Extras::new();
    out.insert("name".into(), name.into());
    out.insert("label".into(), label.into());
    out.insert("label_singular".into(), singular.into());
    out.insert("folder".into(), folder.into());
    if matches!(form, Form::Folder | Form::FolderMarkdown) {
        out.insert("path".into(), format!("{{{{slug}}}}/{}", kind.name()).into());
    }
    out.insert("create".into(), is_usual.into());
    out.insert("extension".into(), if form.is_markdown() { "md" } else { "yaml" }.into());
    out.insert("format".into(), if form.is_markdown() { "yaml-frontmatter" } else { "yaml" }.into());
    out.insert("identifier_field".into(), identifier.as_str().into());
    out.insert("summary".into(), format!("{{{{{identifier}}}}}").into());
    out.insert("fields".into(), fields.all(Document::Of(kind), form).into());
    out
}
