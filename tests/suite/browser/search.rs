//! The search page of the demonstration catalogue in a real browser, from a folder and from a host.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::driver::Browser;
use super::serve;
use crate::demonstration;

const DOWN: &str = "\u{e015}";
const UP: &str = "\u{e013}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

/// A search page that is open.
struct Search<'b> {
    browser: &'b Browser,
    /// Its address without a question.
    address: String,
}

impl<'b> Search<'b> {
    fn below(browser: &'b Browser, base: &str) -> Self {
        Self { browser, address: format!("{base}search/index.html") }
    }

    /// Opens the page with a question: `?q=eau`.
    #[track_caller]
    fn ask(&self, question: &str) {
        self.browser.open(&format!("{}{question}", self.address));
        self.wait();
    }

    /// Waits until what was asked is answered.
    #[track_caller]
    fn wait(&self) {
        self.browser.wait_for("document.querySelector('#results[aria-busy=false]')");
    }

    /// Waits until the page has this question in its address, and the answer.
    #[track_caller]
    fn wait_at(&self, question: &str) {
        let wanted = format!("(location.search || '?') === {}", json!(question));
        self.browser.wait_for(&format!("{wanted} && document.querySelector('#results[aria-busy=false]')"));
    }

    fn text(&self, selector: &str) -> String {
        let script = format!("return document.querySelector({}).innerText", json!(selector));
        self.browser.run(&script).as_str().unwrap_or_default().to_owned()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let script = format!("return [...document.querySelectorAll({})].map((e) => e.innerText)", json!(selector));
        strings(&self.browser.run(&script))
    }

    /// How many datasets the page says it has found.
    fn total(&self) -> u64 {
        number(&self.text("#results-title"))
    }

    /// The key or the id of what has the focus.
    fn focus(&self) -> String {
        let script = "const focused = document.activeElement; return focused.dataset.key || focused.id";
        self.browser.run(script).as_str().unwrap_or_default().to_owned()
    }

    fn errors(&self) -> Vec<String> {
        self.browser.console_errors()
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}

/// The digits of a text; none is 0.
fn number(text: &str) -> u64 {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
}

fn folder(site: &Path) -> String {
    format!("file://{}/", site.display())
}

/// The same from a folder and from below a path of a host.
fn everywhere(check: impl Fn(&Search<'_>)) {
    let Some(browser) = Browser::start() else { return };
    let site = demonstration::site();
    browser.resize(1280, 900);
    for base in [folder(site), serve(site)] {
        let page = Search::below(&browser, &base);
        check(&page);
        assert_eq!(page.errors(), Vec::<String>::new(), "{base}");
    }
}

/// In a folder alone.
fn in_a_folder(check: impl Fn(&Search<'_>)) {
    let Some(browser) = Browser::start() else { return };
    let base = folder(demonstration::site());
    browser.resize(1280, 900);
    check(&Search::below(&browser, &base));
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

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
        page.browser.click("[data-part=others] a");
        page.wait_at("?q=eau");
        assert!(page.total() > 0);
    });
}

#[test]
fn a_found_card_is_like_the_one_in_the_page() {
    in_a_folder(|page| {
        let cards = "return [...document.querySelectorAll('.card')].map((card) => [card.querySelector('h3 a').href, \
                     card.innerText, [...card.querySelectorAll('.valance path')].map((path) => path.getAttribute('class') + path.getAttribute('d')), \
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
    let shown = page.browser.run("return document.querySelector('noscript').getClientRects().length > 0");
    assert_eq!(shown, true);
    page.browser.click("[data-facet=format] li a");
    browser.wait_for("location.pathname.includes('/formats/')");
}
