//! `etal review`: a change as its readers see it.

mod command;
mod history;
mod hostile;
mod leaks;
mod scenarios;

use etal::i18n::Messages;
use etal::io::{Compared, Progress, compare};
use etal::review::{Facts, Review, markdown, report, review};
use etal::theme::Theme;

use crate::catalog::NOW;
use crate::project::Project;

struct Silent;

impl Progress for Silent {
    fn read(&self, _: u64) {}
}

/// The words of a language.
fn messages(language: &str) -> Messages {
    Theme::load(&std::collections::BTreeMap::new()).unwrap().messages(language)
}

/// The review of a commit against another one; of the files on the disk without `head`.
fn reviewed(project: &Project, base: &str, head: Option<&str>, actor: Option<&str>, language: &str) -> Review {
    let Compared { base, had_catalogue, head, renames, elsewhere, .. } =
        compare(&project.path("."), base, head, NOW.parse().unwrap(), &Silent).unwrap();
    let (before, after) = etal::pipeline::both(base, head);
    let facts = Facts {
        renames,
        elsewhere,
        actor: actor.map(str::to_owned),
        base: String::from("main"),
        head: None,
        is_first: !had_catalogue,
    };
    review(&before, &after, &facts, &messages(language))
}

/// The comment of a review.
fn comment(review: &Review) -> String {
    markdown(&report(review, &messages(&review.language)))
}
