//! Words are typed, and results come.

use serde_json::json;

use super::{DOWN, ENTER, ESCAPE, Search, UP, everywhere, folder, in_a_folder, number, strings};
use crate::browser::driver::Browser;
use crate::demonstration;

#[test]
fn results_come_while_one_types_and_say_why() {
    everywhere(|page| {
        page.ask("");
        let all = page.total();
        page.browser.press("/");
        assert_eq!(page.focus(), "q");
        page.browser.press("marches");
        page.wait_at("?q=marches");
        assert!((1..all).contains(&page.total()), "{}", page.total());
        assert_eq!(page.focus(), "q");
        assert!(page.texts(".cards mark").iter().any(|word| word.to_lowercase().starts_with("marché")));
        let status =
            page.browser.run("return document.querySelector('#results-title').closest('[role=status]') !== null");
        assert_eq!(status, true);
    });
}

#[test]
fn a_single_letter_waits_for_the_enter_key() {
    in_a_folder(|page| {
        page.ask("");
        page.browser.press("/e");
        std::thread::sleep(std::time::Duration::from_millis(400));
        assert_eq!(page.browser.run("return location.search"), "");
        page.browser.press(ENTER);
        page.wait_at("?q=e");
    });
}

#[test]
fn a_touch_screen_shows_the_results_that_were_asked_for() {
    let Some(browser) = Browser::start() else { return };
    let page = Search::below(&browser, &folder(demonstration::site()));
    for (has_touch, focus) in [(false, "q"), (true, "results-title")] {
        browser.command("Emulation.setTouchEmulationEnabled", &json!({ "enabled": has_touch }));
        page.ask("");
        page.browser.press(&format!("/eau{ENTER}"));
        page.wait_at("?q=eau");
        // Its keyboard would cover them.
        assert_eq!(page.focus(), focus);
    }
}

#[test]
fn operators_agree_with_the_lists_of_the_facets() {
    in_a_folder(|page| {
        page.ask("");
        let script = "return ['organization', 'format', 'license', 'tag'].map((name) => {
            const link = document.querySelector(`[data-facet=${name}] li a`);
            return [name, link.querySelector('.label').textContent, link.querySelector('.count').textContent];
        })";
        let values = page.browser.run(script);
        assert_eq!(values.as_array().unwrap().len(), 4);
        for value in values.as_array().unwrap() {
            let value = strings(value);
            let operator = if value[0] == "organization" { "org" } else { value[0].as_str() };
            page.ask("");
            let asked = format!("{operator}:\"{}\"", value[1]);
            page.browser.press(&format!("/{asked}{ENTER}"));
            page.browser.wait_for("location.search !== ''");
            page.wait();
            // Words of a clause may begin other values too; a tag is one value.
            let count = number(&value[2]);
            assert!(page.total() >= count, "{asked}: {} and not {count}", page.total());
            if operator == "tag" {
                assert_eq!(page.total(), count, "{asked}");
            }
        }
    });
}

#[test]
fn title_minus_and_quotes_narrow() {
    in_a_folder(|page| {
        let total = |question: &str| {
            page.ask(question);
            page.total()
        };
        let all = total("?q=march%C3%A9");
        let in_title = total("?q=title%3Amarch%C3%A9");
        assert!(in_title > 0 && in_title < all, "{in_title} of {all}");
        assert!(page.texts(".card h3").iter().all(|title| title.to_lowercase().contains("march")));
        let without = total("?q=march%C3%A9+-navette");
        assert!(without > 0 && without < all, "{without} of {all}");
        assert_eq!(total("?q=march%C3%A9+navette") + without, all);
        assert!(total("?q=%22qualit%C3%A9+de+l%E2%80%99eau%22") > 0);
    });
}

#[test]
fn keys_lead_through_the_results() {
    in_a_folder(|page| {
        page.ask("?q=eau");
        let titles = page.browser.run("return [...document.querySelectorAll('.card h3 a')].map((a) => a.href)");
        let focused = || page.browser.run("return document.activeElement.href || document.activeElement.id");
        page.browser.press("/");
        page.browser.press(DOWN);
        assert_eq!(focused(), titles[0]);
        page.browser.press(DOWN);
        assert_eq!(focused(), titles[1]);
        page.browser.press(&format!("{UP}{UP}"));
        assert_eq!(focused(), "q");
        page.browser.press(ESCAPE);
        page.wait_at("?");
        assert_eq!(page.browser.run("return document.querySelector('#q').value"), "");
        page.browser.press("a/b");
        assert_eq!(page.browser.run("return document.querySelector('#q').value"), "a/b");
        page.ask("?q=eau");
        page.browser.press(&format!("/{DOWN}{ENTER}"));
        page.browser.wait_for("location.pathname.includes('/datasets/')");
    });
}

#[test]
fn a_mistyped_word_is_mended_and_a_question_without_answer_explained() {
    in_a_folder(|page| {
        page.ask("?q=march%C3%A9");
        let right = page.total();
        page.ask("?q=marhc%C3%A9");
        assert_eq!(page.total(), right);
        assert!(page.text("[data-part=advice]").contains("marche"), "{}", page.text("[data-part=advice]"));
        page.ask("?q=zzzzqqqq");
        assert_eq!(page.total(), 0);
        assert!(page.text("[data-part=advice] h3").contains("zzzzqqqq"));
        assert!(page.text("[data-part=every] a").starts_with("Tous les jeux"));
        page.ask("?q=eau&format=ics&year=1900");
        assert_eq!(page.total(), 0);
        // Something answers without them.
        assert!(page.text("[data-part=advice] h3").starts_with("Avec ces filtres, aucun jeu"));
        assert_eq!(page.text("[data-facet=theme] li"), "Aucune valeur");
        page.browser.click("[data-part=others] a");
        page.wait_at("?q=eau");
        assert!(page.total() > 0);
    });
}

#[test]
fn other_languages_answer_in_their_words() {
    let Some(browser) = Browser::start() else { return };
    let page = Search::below(&browser, &format!("{}en/", folder(demonstration::site())));
    page.ask("?q=water&format=csv");
    assert!(page.text("#results-title").contains("dataset"));
    assert!(page.text(".chip").contains("Format: CSV"));
    page.browser.click(".card h3 a");
    browser.wait_for("location.pathname.includes('/en/datasets/') && document.querySelector('h1')");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
