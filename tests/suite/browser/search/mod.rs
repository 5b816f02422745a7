//! The search page of the demonstration catalogue in a real browser, from a folder and from a host.

mod asking;
mod filters;
mod page;

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
