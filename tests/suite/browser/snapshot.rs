//! A snapshot of the demonstration catalogue, unpacked, in a browser without a network: from its start page to a file.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;

use super::driver::Browser;
use crate::project::Project;

/// Keeps a browser from reaching anything, and lets it write downloads into a folder.
fn cut_off(browser: &Browser, downloads: &Path) {
    browser.command("Network.enable", &json!({}));
    let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    browser.command("Network.emulateNetworkConditions", &offline);
    let behavior = json!({ "behavior": "allow", "downloadPath": downloads.to_str().unwrap() });
    browser.command("Browser.setDownloadBehavior", &behavior);
}

/// Follows a link as a reader does.
fn follow(browser: &Browser, selector: &str, condition: &str) {
    browser.click(selector);
    browser.wait_for(condition);
}

#[test]
fn the_demonstration_is_searched_and_read_from_a_folder_without_a_network() {
    let Some(browser) = Browser::start() else { return };
    let project = Project::empty();
    let ran = project.run(&["snapshot", "create", env!("CARGO_MANIFEST_DIR"), "-o", "s.zip"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = project.run(&["snapshot", "extract", "s.zip", "on a stick é"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    let top = project.path("on a stick é/donnees-d-aubrelle-2026-11-23");
    let downloads = project.path("downloads");
    std::fs::create_dir(&downloads).unwrap();
    browser.resize(1280, 900);
    cut_off(&browser, &downloads);

    browser.open(&format!("file://{}/index.html", top.display()));
    assert_eq!(browser.run("return document.querySelectorAll('h1').length"), 1);
    let styled =
        "return getComputedStyle(document.querySelector('.button-main')).backgroundColor !== 'rgba(0, 0, 0, 0)'";
    assert_eq!(browser.run(styled), true, "the start page has the clothes of the site");
    follow(&browser, ".actions .button:not(.button-main)", "location.pathname.endsWith('/site/search/index.html')");

    let answered = "document.querySelector('#results[aria-busy=false]')";
    browser.wait_for(answered);
    browser.run("document.querySelector('main input[type=search]').focus()");
    browser.press("eau");
    browser.wait_for(&format!("location.search === '?q=eau' && {answered}"));
    let total = "return parseInt(document.querySelector('#results-title').innerText)";
    let found = browser.run(total).as_u64().unwrap();
    browser.run("document.querySelector('[data-facet=format]').open = true");
    let value = "[data-facet=format] a[data-key]";
    browser.wait_for(&format!("document.querySelector('{value}')"));
    browser.click(value);
    browser.wait_for(&format!("location.search.includes('&format=') && document.querySelector('.chip') && {answered}"));
    let fewer = browser.run(total).as_u64().unwrap();
    assert!(0 < fewer && fewer < found, "{found} datasets, then {fewer}");

    follow(&browser, "#results h3 a, #results .card a", "location.pathname.includes('/site/datasets/')");
    browser.open(&format!("file://{}/site/datasets/comptages-velo/index.html", top.display()));
    let link = "document.querySelector('a[href*=\"files/\"]')";
    let name = browser.run(&format!("return {link}.getAttribute('href').split('/').pop()"));
    browser.run(&format!("{link}.setAttribute('download', ''); {link}.click()"));
    let name = name.as_str().unwrap();
    let end = Instant::now() + Duration::from_secs(10);
    while !downloads.join(name).is_file() {
        assert!(Instant::now() < end, "{name} was not downloaded");
        std::thread::sleep(Duration::from_millis(50));
    }
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/datasets/comptages-velo").join(name);
    assert_eq!(std::fs::read(downloads.join(name)).unwrap(), std::fs::read(original).unwrap());
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
