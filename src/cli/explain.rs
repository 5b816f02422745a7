//! `etal explain`: what a rule checks, why, and what to write instead.

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::finding;
use crate::reference;
use crate::rules::{self, RULES};
use crate::vocab;

/// Explain a rule: what it checks, why it matters, a bad and a good example
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// Code or name of the rule; without it, all rules are listed
    #[arg(value_name = "CODE|NAME")]
    rule: Option<String>,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// How a rule is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// As in the documentation
    Markdown,
}

pub(super) fn run(options: &Explain, shell: &Shell) -> Result<Exit, Failure> {
    let Some(wanted) = &options.rule else {
        shell.print(&list(shell))?;
        return Ok(Exit::Clean);
    };
    let rule = rules::find(&wanted.to_ascii_lowercase()).ok_or_else(|| unknown(wanted, shell))?;
    shell.print(&match options.format {
        Format::Human => finding::explain(rule, shell.language()),
        Format::Markdown => reference::rule_page(rule, shell.language()),
    })?;
    Ok(Exit::Clean)
}

/// All rules by their codes: code, severity, name, what it checks.
fn list(shell: &Shell) -> String {
    let mut lines: Vec<String> = RULES
        .iter()
        .map(|registered| {
            let rule = registered.rule;
            let checks = rule.words(shell.language()).checks;
            format!("{} {:7} {:24} {checks}\n", rule.code, rule.severity.name(), rule.name)
        })
        .collect();
    lines.sort();
    lines.concat()
}

fn unknown(wanted: &str, shell: &Shell) -> Failure {
    let names = RULES.iter().flat_map(|registered| [registered.rule.name, registered.rule.code]);
    let nearest = vocab::nearest(wanted, names);
    let message = match shell.language() {
        "fr" => format!("aucune règle ne s’appelle `{wanted}`"),
        _ => format!("no rule is called `{wanted}`"),
    };
    let remedy = match (nearest, shell.language()) {
        (Some(nearest), "fr") => format!("essayer `etal explain {nearest}`"),
        (Some(nearest), _) => format!("try `etal explain {nearest}`"),
        (None, "fr") => String::from("`etal explain` donne la liste des règles"),
        (None, _) => String::from("`etal explain` lists all rules"),
    };
    Failure::said(message, Some(remedy))
}
