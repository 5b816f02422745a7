//! `etal search`: datasets by words and facets, from the files that the site publishes.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::select;
use super::shell::Shell;
use crate::io::{self, PublishedSearch};
use crate::search::read::{Order, Question, Reader};
use crate::search::report;

/// Search the datasets of a site that was built, as its search page does
///
/// Words must all be there, in any form; "between quotes", as written; -word must not. title:, tag:, org:, format: and
/// license: look in one place. Put a query with signs between apostrophes, and one that begins with - after --. The exit
/// code is 1 when nothing is found.
#[derive(Debug, Args)]
pub(super) struct Search {
    /// What to look for; without it, all datasets
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    /// The folder of the site; by default `public` in the catalogue
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// How to print what was found
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Keep datasets with this value, as `license=odbl-1-0`; more than one for a facet: one of them
    #[arg(long = "filter", value_name = "FACET=VALUE", value_parser = pair)]
    filters: Vec<(String, String)>,
    /// The order of what was found
    #[arg(long, value_name = "ORDER", default_value = "relevance", value_parser = orders())]
    sort: String,
    /// Which page of results
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    page: u32,
    /// How many results a page has
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    limit: u32,
    /// Count the values of this facet; may be repeated
    #[arg(long = "facet", value_name = "FACET")]
    facets: Vec<String>,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// For programs, in a form that has a version
    Json,
}

pub(super) fn run(options: &Search, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let question = question(options);
    let site = match &options.site {
        Some(site) => site.clone(),
        None => select::root(None, global)?.join("public"),
    };
    let published = PublishedSearch::find(&site).map_err(|error| match error {
        // Nobody named this folder: it is not there because nothing was built.
        io::Error::Absent(folder) if options.site.is_none() => io::Error::NoSearch(folder),
        error => error,
    })?;
    let language = shell.language();
    let reader = Reader::open(published.entry(), Some(language), |path| published.read(path).map_err(Into::into))?;
    check_facets(&reader, &question, shell)?;
    let answer = reader.search(&question)?;
    match options.format {
        Format::Human => shell.print(&report::human(&reader, &question, &answer, language, shell.colors())?)?,
        Format::Json => shell.print_json(&report::json(&reader, &question, &answer))?,
    }
    Ok(if answer.total == 0 { Exit::Nothing } else { Exit::Clean })
}

fn question(options: &Search) -> Question {
    let mut filters: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (facet, value) in &options.filters {
        filters.entry(facet.clone()).or_default().push(value.clone());
    }
    let sort = Order::ALL.into_iter().find(|order| order.name() == options.sort);
    Question {
        text: options.query.join(" "),
        filters,
        sort: sort.expect("internal error: only names of orders are taken"),
        page: options.page as usize,
        size: options.limit as usize,
        facets: options.facets.clone(),
    }
}

/// A misspelled facet would find nothing, and nobody would know why.
fn check_facets(reader: &Reader<'_>, question: &Question, shell: &Shell) -> Result<(), Failure> {
    let known = reader.facets();
    let asked = question.filters.keys().chain(&question.facets);
    let Some(unknown) = asked.into_iter().find(|facet| !known.contains(facet.as_str())) else {
        return Ok(());
    };
    let message = shell.say("there is no facet", "il n’y a pas de facette");
    let remedy = shell.say("take one of these:", "prendre l’une de celles-ci\u{a0}:");
    let known: Vec<&str> = known.into_iter().collect();
    Err(Failure::said(format!("{message} `{unknown}`"), Some(format!("{remedy} {}", known.join(", ")))))
}

fn orders() -> clap::builder::PossibleValuesParser {
    Order::ALL.map(Order::name).to_vec().into()
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (facet, value) = text.split_once('=').ok_or_else(|| String::from("not a facet and a value, as format=csv"))?;
    Ok((facet.to_owned(), value.to_owned()))
}
