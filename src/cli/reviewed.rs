//! What two sites are to each other, in the words of a review: how it is printed, and what makes a command fail.

use clap::{Args, ValueEnum};

use super::args::{Global, Language};
use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::finding::Severity;
use crate::review::{self, Facts, Limit};
use crate::site::Site;
use crate::theme::Theme;

/// How it is told.
#[derive(Debug, Args)]
pub(super) struct Report {
    /// How to print the report
    #[arg(long, value_name = "FORMAT", default_value = "markdown")]
    format: Format,
    /// What makes the command fail: error, warning, regression or score:N. May be given several times
    #[arg(long, value_name = "LIMIT", value_parser = limit)]
    fail_on: Vec<Limit>,
}

/// How a review is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For the comment of a forge, and for people
    Markdown,
    /// For programs, in a form that has a version
    Json,
    /// A page of its own
    Html,
}

fn limit(text: &str) -> Result<Limit, String> {
    match text {
        "error" => Ok(Limit::Findings(Severity::Error)),
        "warning" => Ok(Limit::Findings(Severity::Warning)),
        "regression" => Ok(Limit::Regression),
        _ => {
            let share = text.strip_prefix("score:").and_then(|share| share.parse::<u8>().ok());
            let share = share.filter(|share| *share <= 100).map(Limit::Score);
            share.ok_or_else(|| String::from("error, warning, regression, or score:N with N from 0 to 100"))
        }
    }
}

impl Report {
    /// Prints what changes from `before` to `after`, in the words of `theme`. It is the last that a command does.
    pub(super) fn tell(
        &self,
        before: Site,
        after: Site,
        facts: &Facts,
        theme: &Theme,
        global: &Global,
        shell: &Shell,
    ) -> Result<Exit, Failure> {
        let language = language(global, after.config.language());
        let messages = theme.messages(&language);
        let review = review::review(&before, &after, facts, &messages);
        match self.format {
            Format::Json => shell.print_json(&review::json(&review))?,
            Format::Markdown => shell.print(&review::markdown(&review::report(&review, &messages)))?,
            Format::Html => {
                shell.print(&review::html(&review::report(&review, &messages), &review.title, &language))?;
            }
        }
        let fails = self.fail_on.iter().any(|limit| review.exceeds(*limit));
        // The process ends here: giving its memory back piece by piece would only take time.
        std::mem::forget((before, after));
        Ok(if fails { Exit::Findings } else { Exit::Clean })
    }
}

/// The language that was asked for, else the first of the catalogue: its readers are to understand the report.
fn language(global: &Global, of_catalogue: &str) -> String {
    match global.lang {
        Some(Language::Fr) => String::from("fr"),
        Some(Language::En) => String::from("en"),
        None => of_catalogue.to_owned(),
    }
}
