//! What the page shows whatever is asked: the same cards with and without a script, faults, narrow windows.

use std::fs;

use serde_json::{Value, json};

use super::{Search, folder, in_a_folder};
use crate::browser::driver::Browser;
use crate::demonstration;

#[test]
fn a_found_card_is_like_the_one_in_the_page() {
    in_a_folder(|page| {
        let cards = "return [...document.querySelectorAll('.card')].map((card) => [card.querySelector('h3 a').href, \
                     card.innerText, [...card.querySelectorAll('.valance path:not([d=\"\"])')].map((path) => path.getAttribute('class') + path.getAttribute('d')), \
                     card.querySelector('h3 a').lang])";
        page.ask("");
        let still = page.browser.run(cards);
        page.ask("?updated=3-years&sort=updated");
        let found = page.browser.run(cards);
        let known: Vec<&Value> =
            still.as_array().unwrap().iter().filter(|card| found.as_array().unwrap().contains(card)).collect();
        assert!(known.len() > 5, "{found:#}\n{still:#}");
        let same = |card: &Value| {
            still.as_array().unwrap().iter().find(|other| other[0] == card[0]).is_none_or(|other| other == card)
        };
        let other: Vec<&Value> = found.as_array().unwrap().iter().filter(|card| !same(card)).collect();
        assert!(other.is_empty(), "{other:#?}");
    });
}

#[test]
fn what_is_unknown_is_named() {
    in_a_folder(|page| {
        page.ask("?frequency=unknown");
        let found = page.text(".card .side");
        assert!(found.contains("Fréquence inconnue"), "{found}");
        let still = "return [...document.querySelectorAll('.card .side')].map((side) => side.innerText).join()";
        page.browser.open(&page.address.replace("search/", "datasets/"));
        let still = page.browser.run(still);
        assert!(still.as_str().unwrap().contains("Fréquence inconnue"), "{still}");
    });
}

#[test]
fn hostile_words_in_an_address_are_words() {
    in_a_folder(|page| {
        page.ask("?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&format=%3Cb%3Ex&tag=a%22b%27%5D&organization=__proto__");
        assert_eq!(page.total(), 0);
        assert!(page.text("[data-part=advice] h3").contains("<img src=x onerror=alert(1)>"));
        assert_eq!(page.browser.run("return document.querySelectorAll('main img, .chip b').length"), 0);
        assert_eq!(page.texts(".chip").len(), 3);
    });
}

#[test]
fn a_missing_file_leaves_the_list_and_can_be_asked_for_again() {
    let Some(browser) = Browser::start() else { return };
    let site = tempfile::TempDir::new().unwrap();
    demonstration::copy_tree(demonstration::site(), site.path());
    let (search, away) = (site.path().join("search"), site.path().join("away"));
    let hide = |folder: &str| fs::rename(search.join(folder), away.join(folder));
    fs::create_dir(&away).unwrap();
    let folders = ["whole", "boot"].into_iter().filter(|folder| search.join(folder).exists());
    let hidden: Vec<&str> = folders.inspect(|folder| hide(folder).unwrap()).collect();
    assert_eq!(hidden.len(), 1);
    let page = Search::below(&browser, &folder(site.path()));
    page.ask("?q=eau");
    assert_eq!((page.texts("[role=alert] button").len(), page.texts(".card").len()), (1, 10));
    fs::rename(away.join(hidden[0]), search.join(hidden[0])).unwrap();
    page.browser.click("[data-part=retry]");
    browser.wait_for("document.querySelector('[role=alert]').hidden");
    assert!(page.texts(".cards mark").iter().any(|word| word.to_lowercase().starts_with("eau")));
}

#[test]
fn a_narrow_window_shows_everything() {
    let Some(browser) = Browser::start() else { return };
    let page = Search::below(&browser, &folder(demonstration::site()));
    let phone = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
    browser.command("Emulation.setDeviceMetricsOverride", &phone);
    let wide = "return [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > 321 && \
                !e.closest('.sr') && e.getClientRects().length).map((e) => e.className)";
    for question in
        ["", "?q=march%C3%A9&format=csv&organization=ville-aubrelle&updated=3-years", "?q=zzzzqqqq", "?q=de&page=2"]
    {
        page.ask(question);
        assert_eq!(page.browser.run(wide), json!([]), "{question}");
        let sideways =
            page.browser.run("const root = document.documentElement; return root.scrollWidth - root.clientWidth");
        assert_eq!(sideways, 0, "{question}");
    }
    page.browser.click(".open-filters");
    page.browser.click("[data-facet=format] a[data-key]");
    page.browser.wait_for("location.search.includes('format=')");
    page.wait();
    assert_eq!(page.browser.run("return getComputedStyle(document.querySelector('#filters')).display"), "block");
    // The way to the results is in view wherever one is among the facets.
    let see = page
        .browser
        .run("return document.querySelector('[data-part=see]').getBoundingClientRect().bottom <= innerHeight");
    assert_eq!(see, true);
    page.browser.click("[data-part=see]");
    browser.wait_for("getComputedStyle(document.querySelector('#filters')).display === 'none'");
}

#[test]
fn without_a_script_the_page_lists_and_leads_on() {
    let Some(browser) = Browser::start() else { return };
    let page = Search::below(&browser, &folder(demonstration::site()));
    browser.resize(1280, 900);
    browser.command("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    browser.open(&format!("{}?q=eau", page.address));
    assert_eq!(page.texts(".card").len(), 10);
    let width = page.browser.run("return document.querySelector('noscript p').getBoundingClientRect().width");
    assert!(width.as_f64().unwrap() > 600.0, "{width}");
    page.browser.click("[data-facet=format] li a");
    browser.wait_for("location.pathname.includes('/formats/')");
}
