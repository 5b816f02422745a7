//! What a command says and how: language, colours, notes. All printing is here.

use std::io::{BufWriter, IsTerminal, Write, stderr, stdout};

use jiff::civil::Date;
use serde::Serialize;

use super::args::{Color, Global, Language};
use super::exit::Exit;
use super::failure::Failure;
use crate::io;

/// The terminal, or whatever stands for it.
#[derive(Clone, Debug)]
pub(super) struct Shell {
    language: &'static str,
    is_quiet: bool,
    color: Color,
}

impl Shell {
    pub(super) fn new(global: &Global) -> Self {
        let language = global.lang.unwrap_or_else(language_of_environment);
        let language = if language == Language::Fr { "fr" } else { "en" };
        Self { language, is_quiet: global.quiet, color: global.color }
    }

    /// `fr` or `en`.
    pub(super) fn language(&self) -> &'static str {
        self.language
    }

    /// The words for the reader.
    pub(super) fn say<'a>(&self, en: &'a str, fr: &'a str) -> &'a str {
        if self.language == "fr" { fr } else { en }
    }

    /// Whether what goes to the standard output is coloured.
    pub(super) fn colors(&self) -> bool {
        self.colors_on(stdout().is_terminal())
    }

    /// Whether progress is shown.
    pub(super) fn shows_progress(&self) -> bool {
        !self.is_quiet && stderr().is_terminal()
    }

    /// Prints a result.
    pub(super) fn print(&self, text: &str) -> Result<(), Failure> {
        let mut out = stdout().lock();
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    }

    /// Prints a result that is written piece by piece.
    pub(super) fn print_with(&self, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), Failure> {
        let mut out = BufWriter::with_capacity(1 << 16, stdout().lock());
        write(&mut out)?;
        Ok(out.flush()?)
    }

    /// Prints a result for programs.
    pub(super) fn print_json(&self, value: &impl Serialize) -> Result<(), Failure> {
        let mut out = BufWriter::with_capacity(1 << 16, stdout().lock());
        serde_json::to_writer_pretty(&mut out, value).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
        Ok(out.flush()?)
    }

    /// Prints what was done, unless silence was asked for.
    pub(super) fn report(&self, text: &str) -> Result<(), Failure> {
        if self.is_quiet { Ok(()) } else { self.print(text) }
    }

    /// Tells something beside the results, on the standard error.
    pub(super) fn note(&self, text: &str) {
        if !self.is_quiet {
            tell(text);
        }
    }

    /// Tells why the command could not run.
    pub(super) fn fail(&self, failure: &Failure) -> Exit {
        if failure.is_broken_pipe() {
            return Exit::Clean;
        }
        let colors = self.colors_on(stderr().is_terminal());
        let (red, cyan, plain) = if colors { ("\u{1b}[1;31m", "\u{1b}[1;36m", "\u{1b}[0m") } else { ("", "", "") };
        let colon = self.say(":", "\u{a0}:");
        let word = self.say("error", "erreur");
        tell(&format!("{red}{word}{plain}{colon} {}", failure.message(self.language)));
        if let Some(remedy) = failure.remedy(self.language) {
            let word = self.say("help", "aide");
            tell(&format!("{cyan}{word}{plain}{colon} {remedy}"));
        }
        Exit::Failed
    }

    /// The clock of this run, told once.
    pub(super) fn now(&self, global: &Global) -> Result<Date, Failure> {
        let now = match global.now {
            Some(now) => now,
            None => io::today()?,
        };
        self.note(&format!("{} {now}", self.say("clock:", "horloge\u{a0}:")));
        Ok(now)
    }

    fn colors_on(&self, is_terminal: bool) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }
}

/// Tells what is wrong with the arguments, or shows the help that was asked for.
pub(super) fn usage(error: &clap::Error) -> Exit {
    let is_wrong = error.use_stderr();
    // A reader that has gone needs no help.
    let _ = error.print();
    if is_wrong { Exit::Failed } else { Exit::Clean }
}

/// Nobody may be listening: that is no reason to stop.
fn tell(text: &str) {
    let _ = writeln!(stderr().lock(), "{text}");
}

fn language_of_environment() -> Language {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(std::env::var_os);
    let first = variables.map(|value| value.to_string_lossy().into_owned()).find(|value| !value.is_empty());
    match first {
        Some(value) if value.starts_with("fr") => Language::Fr,
        _ => Language::En,
    }
}
