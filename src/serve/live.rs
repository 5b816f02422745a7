//! Generations of the site, and what a page needs to follow them.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How long a request is held before the browser asks again: less than any proxy's patience.
const PATIENCE: Duration = Duration::from_secs(20);

/// The number of the site that is served now.
#[derive(Default)]
pub(super) struct Generations {
    number: Mutex<u64>,
    changed: Condvar,
}

impl Generations {
    /// Tells everybody who waits that there is a new site.
    pub(super) fn next(&self) {
        *self.number.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    /// The present number.
    pub(super) fn now(&self) -> u64 {
        *self.number.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the number is no longer `seen`, for a while; gives the number then.
    pub(super) fn wait(&self, seen: u64) -> u64 {
        let number = self.number.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(number, PATIENCE, |number| *number == seen);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// The script that pages get: reloads when the site changes, shows the findings of the page.
pub(super) const SCRIPT: &str = include_str!("live.js");
/// The look of the overlay.
pub(super) const STYLE: &str = include_str!("live.css");

/// A page with the script, and with a policy that lets it run. The site's own files have neither.
pub(super) fn with_script(page: &str, path: &str, generation: u64) -> String {
    let script = format!(
        "<script src=\"/__etal/live.js\" data-page=\"{}\" data-generation=\"{generation}\" defer></script>",
        escaped(path)
    );
    let head = &page[..page.find("<body").unwrap_or(page.len())];
    // The search page has a script already; browsers complain of what is said twice.
    let scripts = if head.contains("script-src") { "" } else { "script-src 'self'; " };
    let policy = format!("connect-src 'self'; {scripts}default-src 'none';");
    let page = page.replacen("default-src 'none';", &policy, 1);
    match page.rfind("</body>") {
        Some(at) => format!("{}{script}{}", &page[..at], &page[at..]),
        None => page + &script,
    }
}

/// A text in an attribute or between tags.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_the_script_and_a_policy_for_it() {
        let page = "<meta content=\"default-src 'none'; style-src 'self'\"><body>x</body>";
        let live = with_script(page, "a\"b/index.html", 3);
        assert!(
            live.contains("content=\"connect-src 'self'; script-src 'self'; default-src 'none'; style-src 'self'\"")
        );
        assert!(live.contains("data-page=\"a&quot;b/index.html\" data-generation=\"3\" defer></script></body>"));
    }

    #[test]
    fn a_page_with_scripts_of_its_own_says_so_once() {
        let page = "<meta content=\"default-src 'none'; script-src 'self'\"><body>script-src</body>";
        let live = with_script(page, "search/index.html", 3);
        assert!(live.contains("content=\"connect-src 'self'; default-src 'none'; script-src 'self'\""), "{live}");
    }

    #[test]
    fn whoever_has_not_seen_the_present_number_does_not_wait() {
        let generations = Generations::default();
        generations.next();
        assert_eq!(generations.wait(0), 1);
    }
}
