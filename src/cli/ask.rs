//! Questions on a terminal. Nobody is asked where nobody can answer.

use std::io::{IsTerminal, Write, stderr, stdin};

use super::failure::Failure;

/// Whether somebody sits at the terminal.
pub(super) fn can_ask() -> bool {
    stdin().is_terminal() && stderr().is_terminal()
}

/// Asks on the terminal until the answer is accepted; an empty answer is `default`. `accept` gives
/// the value that an answer means, or says what is wrong with it.
pub(super) fn ask<T>(question: &str, default: &str, accept: impl Fn(&str) -> Result<T, String>) -> Result<T, Failure> {
    loop {
        let shown = if default.is_empty() { String::new() } else { format!(" [{default}]") };
        let mut terminal = stderr().lock();
        write!(terminal, "{question}{shown} ")?;
        terminal.flush()?;
        let mut line = String::new();
        let is_over = stdin().read_line(&mut line)? == 0;
        let answer = if line.trim().is_empty() { default } else { line.trim() };
        match accept(answer) {
            Ok(value) => return Ok(value),
            // The end of the input will not answer any better.
            Err(fault) if is_over => return Err(Failure::said(fault, None)),
            Err(fault) => writeln!(terminal, "  {fault}")?,
        }
    }
}

/// Asks for any text.
pub(super) fn ask_text(question: &str, default: &str) -> Result<String, Failure> {
    ask(question, default, |answer| Ok(answer.to_owned()))
}
