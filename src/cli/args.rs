//! What all commands take. The comments here are the manual.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::{
    apply, build, check, cms, codeowners, completions, dataset, explain, export, import, init, lsp, man, new, resource,
    review, schema, score, search, serve, snapshot, theme,
};

/// Dataset descriptors kept in a git repository become a static, searchable data catalogue
#[derive(Debug, Parser)]
#[command(name = "etal", version, max_term_width = 100, propagate_version = false)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) global: Global,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Check(check::Check),
    Build(build::Build),
    Export(export::Export),
    Explain(explain::Explain),
    Score(score::Score),
    Review(review::Review),
    Search(search::Search),
    Serve(serve::Serve),
    Init(init::Init),
    New(new::New),
    Dataset(dataset::Dataset),
    Resource(resource::Resource),
    Apply(apply::Apply),
    Import(import::Import),
    Codeowners(codeowners::Codeowners),
    Snapshot(snapshot::Snapshot),
    Theme(theme::Theme),
    Schema(schema::Schema),
    Cms(cms::Cms),
    Completions(completions::Completions),
    Lsp(lsp::Lsp),
    Man(man::Man),
}

/// Options of all commands.
#[derive(Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// The catalogue's folder; by default the nearest one upwards that has a `site.toml`
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// The day to take for today, as 2026-11-23; by default SOURCE_DATE_EPOCH, else today in UTC
    #[arg(long, global = true, value_name = "DATE")]
    pub(super) now: Option<Date>,
    /// Print nothing but results and errors
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
    /// When to use colours; NO_COLOR is respected
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    /// The language of messages; by default that of LC_ALL, LC_MESSAGES or LANG
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub(super) lang: Option<Language>,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Languages of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    /// French
    Fr,
    /// English
    En,
}
