//! Pages as a whole: what every one of them promises, and what hostile words in a descriptor may not do to it.

use std::collections::{BTreeMap, BTreeSet};

use etal::export::Exports;
use etal::inputs::{Drafts, Inputs};
use etal::pipeline;
use etal::render::Renderer;
use etal::site::{ArtifactKind, Site, plan};
use etal::theme::Theme;

use crate::catalog::{NOW, files};

/// Every page of a site, by path, as the templates make it.
pub(crate) fn pages(site: &Site) -> BTreeMap<String, String> {
    let theme = Theme::load(&BTreeMap::new()).unwrap();
    let renderer = Renderer::new(site, &theme).with_exports(exports(site, &theme)).without_minifying();
    let artifacts = plan(site, &renderer.assets(), [], renderer.exports().paths()).into_iter();
    let pages = artifacts.filter(|artifact| matches!(artifact.kind, ArtifactKind::Page(..)));
    pages
        .map(|artifact| {
            let rendered = renderer.render(&artifact).unwrap().unwrap();
            (artifact.path, String::from_utf8(rendered.bytes).unwrap())
        })
        .collect()
}

/// Every machine form, those that sites do not have by default too.
pub(crate) fn exports<'a>(site: &'a Site, theme: &'a Theme) -> Exports<'a> {
    Exports::choosing(site, theme, |_| true)
}

/// The files of the demonstration catalogue.
pub(crate) fn demonstration() -> BTreeMap<String, Vec<u8>> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = walkdir::WalkDir::new(root.join("content")).sort_by_file_name().into_iter().filter_map(Result::ok);
    let paths = content.filter(|entry| entry.file_type().is_file()).map(|entry| entry.into_path());
    paths
        .chain([root.join("site.toml")])
        .map(|path| {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            (name, std::fs::read(&path).unwrap())
        })
        .collect()
}

pub(crate) fn site(files: &BTreeMap<String, Vec<u8>>, drafts: Drafts) -> Site {
    pipeline::site(Inputs::from_memory(files, NOW.parse().unwrap()), drafts)
}

/// Values of an attribute in a page.
pub(crate) fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    page.split(&start as &str).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What every page promises; the faults found.
fn faults(path: &str, page: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |is_kept: bool, promise: &str| {
        if !is_kept {
            faults.push(format!("{path}: {promise}"));
        }
    };
    check(page.matches("<h1").count() == 1, "one h1");
    check(page.contains("<main"), "a main landmark");
    check(values(page, "style").is_empty(), "no style attribute");
    check(!page.contains("<style"), "no inline style sheet");
    let scripts = page.matches("<script").count() - page.matches("<script type=\"application/ld+json\"").count();
    check(scripts == usize::from(path.ends_with("propose/index.html")), "no script but that of the form");
    check(!page.contains("<img src=\"http"), "no image from elsewhere");
    let ids = values(page, "id");
    check(ids.iter().collect::<BTreeSet<_>>().len() == ids.len(), "no id twice");
    check(
        values(page, "href").iter().all(|href| !href.starts_with('/') && !href.ends_with('/') || href.contains("://")),
        "links name their file",
    );
    let labels = page.matches("aria-labelledby=\"").count();
    check(labels == values(page, "aria-labelledby").iter().filter(|id| ids.contains(id)).count(), "names that exist");
    faults
}

#[test]
fn every_page_keeps_its_promises() {
    let site = site(&demonstration(), Drafts::Kept);
    let pages = pages(&site);
    let faults: Vec<String> = pages.iter().flat_map(|(path, page)| faults(path, page)).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_title_is_unique_in_its_language() {
    let site = site(&demonstration(), Drafts::Kept);
    let mut seen: BTreeMap<(bool, String), String> = BTreeMap::new();
    for (path, page) in pages(&site) {
        let title = page.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap().to_owned();
        let other = seen.insert((path.starts_with("en/"), title.clone()), path.clone());
        assert_eq!(other, None, "{title} is the title of {path} too");
    }
}

#[test]
fn every_link_leads_to_a_file_of_the_plan() {
    let site = site(&demonstration(), Drafts::Left);
    let theme = Theme::load(&BTreeMap::new()).unwrap();
    let renderer = Renderer::new(&site, &theme).with_exports(exports(&site, &theme));
    let planned = plan(&site, &renderer.assets(), [], renderer.exports().paths());
    let planned: BTreeSet<String> = planned.into_iter().map(|artifact| artifact.path).collect();
    for (path, page) in pages(&site) {
        for href in ["href", "src", "action"].into_iter().flat_map(|name| values(&page, name)) {
            let outside = href.contains("://") || href.starts_with("mailto:") || href.starts_with('#');
            let target = resolved(&path, href.split('#').next().unwrap());
            assert!(outside || planned.contains(&target), "{path} leads to {target}, which nobody makes");
        }
    }
}

/// The path that an address means on a page, percent signs decoded.
pub(crate) fn resolved(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let mut decoded = Vec::new();
    let path = parts.join("/");
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        let escaped = (byte == b'%').then(|| bytes.by_ref().take(2).map(char::from).collect::<String>());
        decoded.push(escaped.map_or(byte, |hex| u8::from_str_radix(&hex, 16).unwrap()));
    }
    String::from_utf8(decoded).unwrap()
}

#[test]
fn a_draft_is_on_no_page() {
    let site = site(&demonstration(), Drafts::Left);
    for (path, page) in pages(&site) {
        assert!(!page.to_lowercase().contains("zanzibar"), "{path}");
    }
}

#[test]
fn hostile_words_are_words() {
    let evil = r#""><script>alert(1)</script><img src=x onerror=alert(2)>'{{ 7 * 7 }}{% raw %}</title></textarea>"#;
    let turned = format!("{evil}\u{202e}\u{0}");
    let quoted = serde_json::to_string(&turned).unwrap();
    let dataset = format!(
        "title: {quoted}\nacronym: {quoted}\ndescription: {quoted}\nsummary: {quoted}\nlicense: {quoted}\nfrequency: {quoted}\n\
         tags: [{quoted}, a]\norganization: evil\nprovenance: {quoted}\nversion: {quoted}\nseries: {quoted}\n\
         contact_points: [{{ name: {quoted}, email: {quoted}, url: {quoted} }}]\ncreators: [{{ name: {quoted}, orcid: {quoted} }}]\n\
         spatial: {{ zones: [{{ id: x, name: {quoted} }}], bbox: [1, 2, 3, 4] }}\nidentifiers: [{quoted}]\n\
         links: [{{ title: {quoted}, url: \"javascript:alert(1)\" }}, {{ title: {quoted}, url: \"https://x.example/\\\"onx=\" }}]\n\
         archived: {{ reason: {quoted} }}\nextras: {{ {quoted}: {quoted} }}\nschema: {{ name: {quoted}, url: {quoted} }}\n\
         resources:\n- {{ title: {quoted}, description: {quoted}, url: \"javascript:alert(1)\", format: {quoted}, mime: {quoted} }}\n\
         - {{ title: {quoted}, path: {quoted}, checksum: {{ type: {quoted}, value: {quoted} }} }}\n"
    );
    let organization = format!(
        "name: {quoted}\ndescription: {quoted}\nurl: {quoted}\nemail: {quoted}\nlogo: {quoted}\nsiret: {quoted}\n"
    );
    let listed = dataset.replace("archived:", "x_archived:");
    let example = format!(
        "{dataset}==> content/datasets/listed.yaml <==\n{listed}==> content/organizations/evil.yaml <==\n{organization}\
         ==> content/reuses/evil.yaml <==\ntitle: {quoted}\nurl: {quoted}\ndescription: {quoted}\ntype: {quoted}\ndatasets: [listed]\n\
         ==> content/pages/evil.md <==\n---\ntitle: {quoted}\nmenu: true\n---\n{evil}\n\
         ==> site.toml <==\ntitle = {quoted}\ndescription = {quoted}\nemail = {quoted}\n[footer]\ntext = {quoted}\n"
    );
    let pages = pages(&site(&files(&example), Drafts::Left));
    assert!(pages["datasets/listed/index.html"].contains("&lt;script&gt;alert(1)"));
    for (path, page) in pages {
        assert!(!page.contains("<script>alert"), "{path}");
        assert!(!page.contains("<img src=x"), "{path}");
        assert!(!page.contains('\u{202e}') && !page.contains('\u{0}'), "{path}");
        assert!(!page.contains("href=\"javascript:"), "{path}");
        assert!(!page.contains(">49<") && !page.contains("'49"), "{path}");
        assert_eq!(faults(&path, &page), Vec::<String>::new());
    }
}

#[test]
fn a_title_in_another_language_says_so() {
    let example = "title: { fr: Eau, en: Water }\n==> content/datasets/only.yaml <==\ntitle: River\nlanguage: en\n\
                   ==> site.toml <==\ntitle = \"Test\"\nlanguages = [\"fr\", \"en\"]\n";
    let pages = pages(&site(&files(example), Drafts::Left));
    let heading = |path: &str| pages[path].split("<h1").nth(1).unwrap().split("</h1>").next().unwrap().to_owned();
    assert_eq!(heading("datasets/example/index.html"), ">Eau");
    assert_eq!(heading("en/datasets/example/index.html"), ">Water");
    assert_eq!(heading("datasets/only/index.html"), " lang=\"en\">River");
    assert_eq!(heading("en/datasets/only/index.html"), ">River");
}

#[test]
fn the_script_of_the_search_is_small_and_stays_within_the_policy() {
    let theme = Theme::load(&BTreeMap::new()).unwrap();
    let script = &theme.asset(etal::theme::SEARCH_SCRIPT).unwrap().bytes;
    // By gzip itself: compressors differ by some bytes, and hosts have this one.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("search.js");
    std::fs::write(&path, script).unwrap();
    let small = std::process::Command::new("gzip").args(["-9", "--no-name", "--stdout"]).arg(&path).output().unwrap();
    let size = small.stdout.len();
    assert!(0 < size && size <= 12 * 1024, "{size} bytes");
    let text = std::str::from_utf8(script).unwrap();
    // From a disk, or by the policy, none of these works; markup made of texts could be made by a descriptor.
    let refused = [
        "eval(",
        "Function(",
        "fetch(",
        "import(",
        "Worker",
        "XMLHttp",
        "innerHTML",
        "outerHTML",
        "insertAdj",
        "document.write",
    ];
    assert_eq!(refused.into_iter().filter(|word| text.contains(word)).collect::<Vec<_>>(), Vec::<&str>::new());
}
