//! Facets, orders, pages of results, and the address that says what is chosen.

use serde_json::json;

use super::{ENTER, everywhere, in_a_folder, number, strings};

#[test]
fn every_facet_finds_as_many_as_it_says_and_keeps_the_focus() {
    everywhere(|page| {
        page.ask("");
        let all = page.total();
        let names = page
            .browser
            .run("return [...document.querySelectorAll('[data-facet]:not([hidden])')].map((e) => e.dataset.facet)");
        let names = strings(&names);
        assert_eq!(names.len(), 12, "{names:?}");
        for name in names {
            page.ask("");
            page.browser.run(&format!("document.querySelector('[data-facet={name}]').open = true"));
            let value = format!("[data-facet={name}] a[data-key]");
            page.browser.wait_for(&format!("document.querySelector({})", json!(value)));
            page.wait();
            let count = number(&page.text(&format!("{value} .count")));
            let script = format!("return document.querySelector({}).dataset.key", json!(value));
            let key = page.browser.run(&script).as_str().unwrap().to_owned();
            page.browser.click(&value);
            page.browser.wait_for("document.querySelector('.chip')");
            page.wait();
            assert_eq!((page.total(), page.focus()), (count, key.clone()), "{name}");
            let chosen = format!("document.querySelector('[data-facet={name}] [aria-current]')");
            page.browser.wait_for(&chosen);
            page.browser.press(ENTER);
            page.wait_at("?");
            assert_eq!((page.total(), page.focus()), (all, key), "{name}");
        }
    });
}

#[test]
fn a_value_that_is_chosen_stays_in_its_place() {
    in_a_folder(|page| {
        let values = || page.texts("[data-facet=format] .label");
        let top = || {
            let top =
                "return Math.floor(document.querySelector('[data-key=\"format:zip\"]').getBoundingClientRect().top)";
            page.browser.run(top)
        };
        page.ask("");
        page.browser.run("document.querySelector('[data-key=\"format:zip\"]').focus()");
        let before = (values(), top());
        page.browser.press(ENTER);
        page.wait_at("?format=zip");
        assert_eq!((values(), top()), before);
        // One that is not among the first is shown after them.
        page.ask("?format=ics");
        assert_eq!((values().len(), values().last().map(String::as_str)), (9, Some("iCalendar")));
    });
}

#[test]
fn values_are_chosen_faster_than_they_are_answered() {
    in_a_folder(|page| {
        page.ask("");
        // Both before any answer: one task of the browser.
        page.browser
            .run("for (const value of ['csv', 'json']) document.querySelector(`[data-key='format:${value}']`).click()");
        let chosen = "return [...document.querySelectorAll('.facet [aria-current] .label')].map((e) => e.innerText)";
        page.wait_at("?format=csv&format=json");
        assert_eq!(strings(&page.browser.run(chosen)), ["CSV", "JSON"]);
        page.browser.run("history.go(-2)");
        page.wait_at("?");
        assert_eq!(page.browser.run(chosen), json!([]));
        assert!(page.texts("[data-facet=format] li").last().unwrap().starts_with("Tout afficher"));
    });
}

#[test]
fn several_filters_are_removed_one_by_one_or_at_once() {
    in_a_folder(|page| {
        page.ask("?q=de&format=csv&format=json&quality=solid");
        assert_eq!(page.texts(".chip").len(), 3);
        page.browser.click("[data-key='chip:format:csv']");
        page.wait_at("?q=de&format=json&quality=solid");
        assert_eq!(page.texts(".chip").len(), 2);
        assert!(page.focus().starts_with("chip:"), "{}", page.focus());
        page.browser.click("[data-part=clear]");
        page.wait_at("?q=de");
        assert_eq!((page.texts(".chip").len(), page.focus().as_str()), (0, "results-title"));
    });
}

#[test]
fn going_back_and_forward_brings_the_questions_back() {
    everywhere(|page| {
        page.ask("");
        let all = page.total();
        page.browser.press(&format!("/eau{ENTER}"));
        page.wait_at("?q=eau");
        let water = page.total();
        page.browser.click("[data-sort=title]");
        page.wait_at("?q=eau&sort=title");
        page.browser.click("[data-facet=format] a[data-key]");
        page.browser.wait_for("location.search.includes('format=')");
        page.wait();
        page.browser.run("history.go(-2)");
        page.wait_at("?q=eau");
        assert_eq!((page.total(), page.text(".sort [aria-current]").as_str()), (water, "Pertinence"));
        page.browser.run("history.back()");
        page.wait_at("?");
        assert_eq!(page.total(), all);
        assert_eq!(page.browser.run("return document.querySelector('#q').value"), "");
        page.browser.run("history.go(2)");
        page.wait_at("?q=eau&sort=title");
        assert_eq!(page.browser.run("return document.querySelector('#q').value"), "eau");
    });
}

#[test]
fn orders_and_pages_are_links_with_a_state() {
    in_a_folder(|page| {
        page.ask("?sort=title");
        let first = page.texts(".card h3 a");
        assert_eq!(first.len(), 10);
        page.browser.click(".pages li:last-child a");
        page.wait_at("?sort=title&page=2");
        assert_eq!(page.focus(), "results-title");
        let second = page.texts(".card h3 a");
        assert!(second.iter().all(|title| !first.contains(title)));
        page.ask("?sort=title&page=999");
        let last = page.browser.run("return new URLSearchParams(location.search).get('page')");
        assert_eq!(last, page.text(".pages [aria-current]"));
    });
}
