//! The words of the interface: complete in every language, and none that nobody reads.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use etal::i18n::Messages;
use etal::site::FacetKind;
use etal::theme::Theme;

fn languages() -> Vec<Messages> {
    let files = Theme::files().filter_map(|(path, bytes)| {
        let language = path.strip_prefix("i18n/")?.strip_suffix(".toml")?;
        Some(Messages::parse(language, std::str::from_utf8(bytes).expect("UTF-8")).expect("TOML"))
    });
    files.collect()
}

/// All texts below a folder of the project, by path.
fn texts(folder: &str, extension: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
    files
        .filter(|file| file.path().extension().is_some_and(|found| found == extension))
        .map(|file| (file.path().display().to_string(), std::fs::read_to_string(file.path()).expect("a text")))
        .collect()
}

/// The names that follow `start` in a text, where no letter stands before it.
fn names_after<'t>(text: &'t str, start: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(start).filter_map(move |(at, _)| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
        let whole = !text[..at].ends_with(is_name);
        let rest = &text[at + start.len()..];
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        whole.then_some(&rest[..end])
    })
}

fn in_templates() -> BTreeSet<String> {
    let templates = texts("themes/default/templates", "html");
    let names = templates.values().flat_map(|text| names_after(text, "m."));
    // A script chooses between the forms that a template gives it.
    let base = |name: &str| name.strip_suffix(".one").or(name.strip_suffix(".other")).unwrap_or(name).to_owned();
    names.map(base).collect()
}

/// Keys in the script of the search page: the first argument of `say` and of `tally`.
fn in_scripts() -> BTreeSet<String> {
    let scripts = texts("themes/default/scripts/search", "js");
    let calls = |text| ["say(\"", "tally(\""].into_iter().flat_map(move |call| names_after(text, call));
    scripts.values().flat_map(|text| calls(text)).map(|name| format!("search.{name}")).collect()
}

/// Keys in code are plain string literals `"section.name"`.
fn in_code(sections: &BTreeSet<String>) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let files = ["render", "i18n", "search", "export", "review", "snapshot"]
        .map(|module| texts(&format!("src/{module}"), "rs"));
    // Columns of CSV files are named as keys are, and are none.
    for (_, text) in files.into_iter().flatten().filter(|(path, _)| !path.contains("src/export/tables")) {
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for section in sections {
            keys.extend(names_after(text, &format!("\"{section}.")).map(|name| format!("{section}.{name}")));
        }
    }
    keys
}

/// Keys that code puts together.
fn composed() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for kind in FacetKind::ALL {
        let name = if kind == FacetKind::Quality { "bands" } else { kind.folder() };
        keys.extend([format!("facet.{name}"), format!("facet.all_{name}")]);
    }
    let types = etal::vocab::resource_type::RESOURCE_TYPES.terms.iter();
    keys.extend(types.map(|term| format!("resource.{}", term.id)));
    for kind in ["organization", "reuse", "topic", "service"] {
        keys.extend(["heading", "lead", "empty"].map(|name| format!("{kind}.{name}")));
    }
    keys.extend(
        etal::review::Fate::ALL
            .iter()
            .flat_map(|fate| ["count", "fate"].map(|section| format!("review.{section}.{}", fate.name()))),
    );
    keys.extend(etal::review::ResourceFate::ALL.iter().map(|fate| format!("review.resource.{}", fate.name())));
    keys.extend(
        etal::review::Breakage::ALL
            .iter()
            .flat_map(|what| ["break", "advice"].map(|section| format!("review.{section}.{}", what.name()))),
    );
    keys.extend(etal::review::field_keys().map(|key| format!("review.field.{key}")));
    let kinds = etal::model::Kind::ALL.iter().chain([&etal::model::Kind::Site]);
    keys.extend(kinds.map(|kind| format!("review.kind.{}", kind.name())));
    for state in ["archived", "retired"] {
        keys.extend(["on", "text"].map(|name| format!("note.{state}_{name}")));
    }
    keys
}

fn used(sections: &BTreeSet<String>) -> BTreeSet<String> {
    in_templates().into_iter().chain(in_scripts()).chain(in_code(sections)).chain(composed()).collect()
}

/// The keys of a language, plural forms under their common name.
fn keys(messages: &Messages) -> BTreeSet<String> {
    let all: BTreeSet<&str> = messages.iter().map(|(key, _)| key).collect();
    let base = |key: &str| {
        let stem = key.strip_suffix(".one").or_else(|| key.strip_suffix(".other"))?;
        let is_plural = ["one", "other"].iter().all(|form| all.contains(format!("{stem}.{form}").as_str()));
        is_plural.then(|| stem.to_owned())
    };
    all.iter().map(|key| base(key).unwrap_or_else(|| (*key).to_owned())).collect()
}

fn sections(keys: &BTreeSet<String>) -> BTreeSet<String> {
    keys.iter().filter_map(|key| key.split('.').next()).map(str::to_owned).collect()
}

fn holes(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

#[test]
fn every_language_has_the_same_keys_and_holes() {
    let languages = languages();
    assert!(languages.len() >= 2);
    let shape = |messages: &Messages| -> BTreeMap<String, Vec<String>> {
        let keys = messages.iter().map(|(key, text)| (key, holes(text).into_iter().map(str::to_owned).collect()));
        keys.map(|(key, holes)| (key.to_owned(), holes)).collect()
    };
    let first = shape(&languages[0]);
    for other in &languages[1..] {
        assert_eq!(first, shape(other), "{} and {}", languages[0].language(), other.language());
    }
}

#[test]
fn every_key_that_is_read_exists() {
    let keys = keys(&languages()[0]);
    let used = used(&sections(&keys)).into_iter();
    let is_key = |key: &String| !key.ends_with(".html") && !key.ends_with(['.', '_']);
    let missing: Vec<String> = used.filter(is_key).filter(|key| !keys.contains(key)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_key_is_read() {
    let keys = keys(&languages()[0]);
    let used = used(&sections(&keys));
    let unused: Vec<&String> = keys.iter().filter(|key| !used.contains(*key)).collect();
    assert_eq!(unused, Vec::<&String>::new());
}

#[test]
fn french_has_its_own_spaces() {
    let french = languages().into_iter().find(|messages| messages.language() == "fr").expect("French");
    for (key, text) in french.iter() {
        let wrong = [" ;", " !", " ?", " :", "« ", " »", "'", "..."].into_iter().find(|wrong| text.contains(wrong));
        assert_eq!(wrong, None, "{key}: {text}");
    }
}

#[test]
fn every_icon_exists() {
    let theme = Theme::load(&BTreeMap::new()).expect("the theme loads");
    let names: BTreeSet<&str> = theme.icons().names().collect();
    let themes = etal::vocab::theme::ALL.iter().map(|theme| theme.icon.to_owned());
    let code = texts("src/render", "rs").into_values().flat_map(|text| {
        let literals = text.split("icon: \"").skip(1).filter_map(|rest| rest.split('"').next());
        literals.map(str::to_owned).collect::<Vec<_>>()
    });
    let templates = texts("themes/default/templates", "html").into_values().flat_map(|text| {
        let uses = text.split("href=\"#i-").skip(1).filter_map(|rest| rest.split('"').next());
        uses.filter(|name| !name.contains('{')).map(str::to_owned).collect::<Vec<_>>()
    });
    for name in themes.chain(code).chain(templates).filter(|name| !name.is_empty()) {
        assert!(names.contains(name.as_str()), "no icon `{name}`");
    }
}
