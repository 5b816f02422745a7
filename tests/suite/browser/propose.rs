//! The form of proposals in a real browser: what people write is what etal reads in the descriptor that it ends in.

use std::collections::BTreeMap;

use etal::model::Dataset;
use etal::slug::Slug;
use serde_json::{Value, json};

use super::driver::Browser;
use crate::catalog::{SITE, site_of};
use crate::demonstration;
use crate::project::Project;

/// Opens the page of the demonstration, in French or English.
fn open(browser: &Browser, folder: &str) {
    browser.open(&format!("file://{}/{folder}propose/index.html", demonstration::site().display()));
}

/// Writes into the element of a selector as a person does.
fn write(browser: &Browser, selector: &str, text: &str) {
    let script = format!(
        "const field = document.querySelector({}); field.value = {};
         for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, {{ bubbles: true }}));
         return field.value",
        json!(selector),
        json!(text)
    );
    let written = browser.run(&script);
    assert_eq!(written.as_str().unwrap().replace('\n', ""), text.replace(['\n', '\r'], ""), "{selector}");
}

fn read(browser: &Browser, expression: &str) -> Value {
    browser.run(&format!("return {expression}"))
}

/// The text that the form ended in.
fn made(browser: &Browser) -> String {
    browser.run("document.querySelector('[data-propose] > .actions button').click()");
    let fault = read(
        browser,
        "document.querySelector('[data-part=faults]').hidden ? '' : document.querySelector('[data-part=faults]').textContent",
    );
    assert_eq!(fault, "");
    read(browser, "document.querySelector('[data-part=text]').textContent").as_str().unwrap().to_owned()
}

/// The dataset that etal reads in a text, with nothing wrong in its form.
fn parsed(text: &str) -> Dataset {
    let site = site_of(&BTreeMap::from([
        (String::from("site.toml"), SITE.into()),
        (String::from("content/datasets/a/dataset.yaml"), text.as_bytes().to_vec()),
    ]));
    let dataset = site.catalog.datasets.first().unwrap_or_else(|| panic!("{text}")).clone();
    assert!(dataset.header.faults.is_empty(), "{:?}\n{text}", dataset.header.faults);
    assert!(dataset.header.unknown.is_empty(), "{text}");
    dataset
}

/// The fields without which there is no descriptor.
fn fill_required(browser: &Browser, title: &str) {
    write(browser, "#f-title", title);
    write(browser, "#f-description", "What it says.");
    write(browser, "#f-frequency", "annual");
}

#[test]
fn what_is_written_is_what_etal_reads() {
    let Some(browser) = Browser::start() else { return };
    open(&browser, "");
    write(&browser, "#f-title", "Éclairage : \"public\" #1");
    assert_eq!(read(&browser, "document.querySelector('#f-slug').value"), "eclairage-public-1");
    write(&browser, "#f-description", "First line.\n\n- a list: of\n- things\n\n# A heading\n</script> 🚲");
    write(&browser, "#f-license", "etalab-2.0");
    write(&browser, "#f-frequency", "monthly");
    write(&browser, "#f-organization", "ville-aubrelle");
    write(&browser, "#f-tags", "lampe, éclairage public, no comment");
    browser.run("document.querySelector('[data-field=themes] [value=ENER]').click()");
    write(&browser, "[data-field=contact_points] [data-field=name] input", "Service: éclairage");
    write(&browser, "[data-field=contact_points] [data-field=email] input", "lampes@aubrelle.example");
    write(&browser, "[data-field=temporal_coverage] [data-field=start] input", "2019");
    write(&browser, "[data-field=spatial] textarea", "fr:commune:35238\nAubrelle: centre");
    write(&browser, "[data-field=links] template, #f-version", "2.0");
    write(&browser, "#f-modified", "2024-05-31");
    browser.run("document.querySelector('[data-field=resources] [data-action=add]').click()");
    write(
        &browser,
        "[data-item]:nth-child(1) [data-field=url] input[id^=f-resources-url]",
        "https://a.example/x?y=1#z",
    );
    write(&browser, "[data-item]:nth-child(2) [data-field=url] input[id^=f-resources-url]", "https://a.example/b.csv");
    write(&browser, "[data-item]:nth-child(2) input[id^=f-resources-size]", "1024");
    let text = made(&browser);
    let dataset = parsed(&text);
    assert!(dataset.header.identity.declared);
    assert_eq!(dataset.title.first(), "Éclairage : \"public\" #1");
    assert_eq!(dataset.description.first(), "First line.\n\n- a list: of\n- things\n\n# A heading\n</script> 🚲");
    assert_eq!(dataset.license.unwrap().raw, "etalab-2.0");
    assert_eq!(dataset.frequency.unwrap().raw, "monthly");
    assert_eq!(dataset.organization.as_deref(), Some("ville-aubrelle"));
    assert_eq!(dataset.tags, ["lampe", "éclairage public", "no comment"]);
    assert_eq!(dataset.themes[0].raw, "ENER");
    assert_eq!(dataset.contact_points[0].name.first(), "Service: éclairage");
    assert_eq!(dataset.contact_points[0].email.as_deref(), Some("lampes@aubrelle.example"));
    assert_eq!(dataset.temporal.start.unwrap().to_string(), "2019");
    assert_eq!(dataset.spatial.zones[0].id, "fr:commune:35238");
    assert_eq!(dataset.spatial.zones[1].name.first(), "Aubrelle: centre");
    assert_eq!(dataset.version.as_deref(), Some("2.0"));
    assert_eq!(dataset.modified.unwrap().to_string(), "2024-05-31");
    assert_eq!(dataset.resources.len(), 2);
    assert_eq!(dataset.resources[1].size, Some(1024));
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn hostile_words_read_back_as_they_are() {
    let Some(browser) = Browser::start() else { return };
    open(&browser, "");
    for words in [
        "- a",
        "a: b",
        "a #b",
        "#a",
        "\"a\"",
        "'a'",
        "{a: b}",
        "[a]",
        "yes",
        "No",
        "null",
        "~",
        "1e3",
        "2024-05-31",
        "0x1f",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a`",
        "</script><script>alert(1)</script>",
        "a\\nb",
        "🚲",
        "a\u{a0}b",
        "\u{feff}a",
        "a\u{2028}b",
        "a\u{85}b",
        "..",
        "---",
        "a:",
        "? a",
        "日本",
        "a, b",
        "l’eau d'Aubrelle",
        "e\u{301}te",
    ] {
        fill_required(&browser, words);
        write(&browser, "#f-slug", "name");
        write(&browser, "#f-acronym", words);
        write(&browser, "#f-provenance", &format!("{words}\n{words}\n\n  {words}"));
        write(&browser, "#f-series", words);
        let dataset = parsed(&made(&browser));
        let bare = words.trim_matches('\u{feff}');
        assert_eq!(dataset.title.first().trim_matches('\u{feff}'), bare);
        assert_eq!(dataset.acronym.as_deref().map(|text| text.trim_matches('\u{feff}')), Some(bare));
        let lines = dataset.provenance.first().to_owned();
        assert!(lines.trim_matches('\u{feff}').starts_with(bare) && lines.ends_with(words), "{words}: {lines}");
        assert_eq!(lines.matches('\n').count(), 3, "{words}: {lines}");
    }
}

#[test]
fn names_are_made_as_etal_makes_them() {
    let Some(browser) = Browser::start() else { return };
    open(&browser, "");
    for title in [
        "Qualité de l’eau : 2024 ",
        "Œuvre & cœur",
        "Straße №5",
        "Ĳsselmeer",
        "Αθήνα",
        "Москва",
        "a_b.c",
        "C++",
        "ÉTÉ – hiver",
        "½ prix",
    ] {
        write(&browser, "#f-title", title);
        let made = read(&browser, "document.querySelector('#f-slug').value");
        assert_eq!(made, Slug::from_text(title).as_str(), "{title}");
    }
    write(&browser, "#f-slug", "mine");
    write(&browser, "#f-title", "Something else");
    assert_eq!(read(&browser, "document.querySelector('#f-slug').value"), "mine", "a name of one's own stays");
}

#[test]
fn faults_are_listed_and_lead_to_their_fields() {
    let Some(browser) = Browser::start() else { return };
    open(&browser, "");
    let submit = || browser.run("document.querySelector('[data-propose] > .actions button').click()");
    let wrong = || read(&browser, "[...document.querySelectorAll('[aria-invalid]')].map((field) => field.id)");
    submit();
    assert_eq!(wrong(), json!(["f-title", "f-slug", "f-description", "f-frequency"]));
    assert_eq!(read(&browser, "document.activeElement.dataset.part"), "faults");
    assert_eq!(read(&browser, "document.querySelector('[data-part=result]').hidden"), true);
    let described = read(
        &browser,
        "document.querySelector('#f-title').getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent)[1]",
    );
    assert!(!described.as_str().unwrap().is_empty());
    fill_required(&browser, &"x".repeat(351));
    write(&browser, "#f-slug", "comptages-velo");
    write(&browser, "#f-tags", "ab");
    write(&browser, "#f-created", "2023-02-29");
    write(&browser, "[data-field=contact_points] [data-field=email] input", "nobody");
    write(&browser, "[data-field=resources] [data-field=title] input", "A file");
    write(&browser, "input[id^=f-resources-size]", "1.5");
    submit();
    let ids = wrong();
    for id in [
        "f-title",
        "f-slug",
        "f-tags",
        "f-created",
        "f-contact-points-email-1",
        "f-resources-url-2",
        "f-resources-size-2",
    ] {
        assert!(ids.as_array().unwrap().contains(&json!(id)), "{id} of {ids}");
    }
    browser.run("document.querySelector('[data-part=faults] a[href=\"#f-created\"]').click()");
    assert_eq!(read(&browser, "document.activeElement.id"), "f-created", "a folded field is opened");
}

#[test]
fn the_descriptor_is_downloaded_copied_and_sent_to_the_forge() {
    let Some(browser) = Browser::start() else { return };
    open(&browser, "en/");
    fill_required(&browser, "Street lamps");
    let text = made(&browser);
    assert_eq!(parsed(&text).title.iter().next(), Some(("en", "Street lamps")), "English is not the site's first");
    let href = read(&browser, "document.querySelector('[data-part=forge]').href");
    let (address, value) = href.as_str().unwrap().split_once("&value=").unwrap();
    assert_eq!(
        address,
        "https://github.com/aubrelle/donnees/new/main?filename=content%2Fdatasets%2Fstreet-lamps%2Fdataset.yaml"
    );
    assert_eq!(read(&browser, &format!("decodeURIComponent({})", json!(value))), json!(text));
    assert_eq!(read(&browser, "document.querySelector('[data-part=paste]').hidden"), true);
    browser.run(
        "const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => window.kept = text); return make(blob) };
         document.querySelector('[data-part=download]').click()",
    );
    browser.wait_for("window.kept");
    assert_eq!(read(&browser, "window.kept"), json!(text));
    browser.click("[data-part=copy]");
    browser.wait_for("document.querySelector('[data-part=said]').textContent.includes('copied') || document.querySelector('[data-part=said]').textContent.includes('select')");
    write(&browser, "#f-description", &"Long. ".repeat(2000));
    made(&browser);
    assert!(!read(&browser, "document.querySelector('[data-part=forge]').href").as_str().unwrap().contains("value="));
    assert_eq!(read(&browser, "document.querySelector('[data-part=paste]').hidden"), false);
    let outside = read(
        &browser,
        "performance.getEntriesByType('resource').filter((entry) => !entry.name.startsWith('file:') && !entry.name.startsWith('blob:')).length",
    );
    assert_eq!(outside, 0);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn a_forge_that_takes_no_text_gets_the_name_alone() {
    let Some(browser) = Browser::start() else { return };
    let forge = "[forge]\nurl = \"https://gitlab.example/a/b\"\nfolder = \"data\"\n";
    let project = Project::empty().file("site.toml", format!("{SITE}{forge}"));
    assert_eq!(project.run(&["build", "--quiet"]).code, Some(0));
    browser.open(&format!("file://{}", project.path("public/propose/index.html").display()));
    fill_required(&browser, "Street lamps");
    let text = made(&browser);
    assert!(
        text.starts_with("# yaml-language-server: $schema=https://data.example/schema/dataset.json\nid: "),
        "{text}"
    );
    parsed(&text);
    assert_eq!(
        read(&browser, "document.querySelector('[data-part=forge]').href"),
        "https://gitlab.example/a/b/-/new/main?file_name=data%2Fcontent%2Fdatasets%2Fstreet-lamps%2Fdataset.yaml"
    );
    assert_eq!(read(&browser, "document.querySelector('[data-part=paste]').hidden"), false);
}

/// All patterns of a schema.
fn patterns(schema: &Value, into: &mut Vec<String>) {
    match schema {
        Value::Object(map) => {
            into.extend(map.get("pattern").and_then(Value::as_str).map(str::to_owned));
            into.extend(
                map.get("patternProperties").and_then(Value::as_object).into_iter().flat_map(|map| map.keys().cloned()),
            );
            map.values().for_each(|value| patterns(value, into));
        }
        Value::Array(items) => items.iter().for_each(|item| patterns(item, into)),
        _ => {}
    }
}

#[test]
fn patterns_of_schemas_are_regular_expressions_of_editors() {
    let Some(browser) = Browser::start() else { return };
    browser.open("about:blank");
    let mut all = Vec::new();
    for document in etal::schema::Document::ALL {
        patterns(&etal::schema::schema(document, "en"), &mut all);
    }
    assert!(all.len() > 50, "{}", all.len());
    let script = format!(
        "return {}.filter((pattern) => {{ try {{ new RegExp(pattern, 'u'); return false }} catch {{ return true }} }})",
        json!(all)
    );
    assert_eq!(browser.run(&script), json!([]));
    let frequency = etal::schema::List::Frequency.pattern();
    let script = format!(
        "const pattern = new RegExp({}, 'u'); return ['annual', 'Every  month.', 'anual', 'month', 'chaque année'].map((text) => pattern.test(text))",
        json!(frequency)
    );
    assert_eq!(browser.run(&script), json!([true, true, false, false, true]));
}
