//! `etal cms`: the configuration of a content editor in the browser.

use std::path::PathBuf;

use clap::Args;

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::load::load;
use super::out;
use super::select;
use super::shell::Shell;
use crate::cms::{configuration, unheld};
use crate::descriptor::yaml;
use crate::inputs::Drafts;
use crate::io::{Shape, write_whole};
use crate::pipeline;

/// Where the editor is fetched from when nothing else is said.
const SCRIPT: &str = "https://unpkg.com/@sveltia/cms/dist/sveltia-cms.js";
/// What the configuration begins with: by it a later run knows the file.
const MARK: &str = "# etal cms";
/// The page that loads the editor, without its language, its title and the address of its script.
const PAGE: [&str; 4] = [
    "<!DOCTYPE html>\n<html lang=\"",
    "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n<title>",
    "</title>\n</head>\n<body>\n<script src=\"",
    "\"></script>\n</body>\n</html>\n",
];
/// Descriptors that are named when the editor does not hold all their values.
const NAMED: usize = 5;

/// Print a configuration of Decap CMS and Sveltia CMS, which edit descriptors in the browser
///
/// It has the publishers and people of the catalogue as choices: write it again when they change.
#[derive(Debug, Args)]
pub(super) struct Cms {
    /// The file to write, instead of the standard output, such as content/static/admin/config.yml
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write the page that loads the editor, index.html, beside the file of --out
    #[arg(long, requires = "out")]
    page: bool,
    /// The script of the editor that this page loads
    #[arg(long, value_name = "ADDRESS", default_value = SCRIPT)]
    script: String,
    /// The id that the forge gave to the editor, where it asks for one
    #[arg(long, value_name = "ID")]
    app_id: Option<String>,
}

pub(super) fn run(options: &Cms, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    if options.page {
        out::not_standard("--out", options.out.as_deref(), shell)?;
    }
    let root = select::root(None, global)?;
    let now = shell.now(global)?;
    let catalogue = load(&root, Shape::Catalogue, now, shell)?;
    let site = pipeline::site(catalogue.inputs, Drafts::Kept);
    let Some(values) = configuration(&site, options.app_id.as_deref()) else {
        let message = shell.say(
            "`site.toml` does not say where the descriptors are kept",
            "`site.toml` ne dit pas où les fiches sont gardées",
        );
        let remedy = shell.say("give `url` in `[forge]`", "donner `url` dans `[forge]`");
        return Err(Failure::said(message, Some(remedy.to_owned())));
    };
    let text = format!("{MARK} {}\n{}", shell.say("writes this file anew", "réécrit ce fichier"), yaml(&values));
    match out::file(options.out.as_deref()) {
        None => shell.print(&text)?,
        Some(file) => {
            let beside = file.with_file_name("index.html");
            out::only_over_ours(file, "--out", |text| text.starts_with(MARK), shell)?;
            if options.page {
                out::only_over_ours(&beside, "--out", is_our_page, shell)?;
            }
            write(file, &text, shell)?;
            if options.page {
                let page = page(site.config.language(), site.config.title_in(site.config.language()), &options.script);
                write(&beside, &page, shell)?;
            }
        }
    }
    tell_unheld(&unheld(&site), shell);
    Ok(Exit::Clean)
}

fn write(file: &std::path::Path, text: &str, shell: &Shell) -> Result<(), Failure> {
    write_whole(file, |out| std::io::Write::write_all(out, text.as_bytes()))?;
    shell.report(&format!("{}\n", file.display()))
}

/// The page that loads the editor, which finds its configuration beside it.
fn page(language: &str, title: &str, script: &str) -> String {
    let mut escaped = [String::new(), String::new()];
    crate::markdown::escape_into(&mut escaped[0], title);
    crate::markdown::escape_into(&mut escaped[1], script);
    let [title, script] = escaped;
    let [start, to_title, to_script, end] = PAGE;
    [start, language, to_title, &title, to_script, &script, end].concat()
}

/// Whether nobody changed a page that was written before, for whatever title and script.
fn is_our_page(text: &str) -> bool {
    let text = text.replace("\r\n", "\n");
    let Some(mut rest) = text.strip_prefix(PAGE[0]) else { return false };
    for part in &PAGE[1..] {
        match rest.split_once(part) {
            Some((value, after)) if !value.contains(['<', '\n']) => rest = after,
            _ => return false,
        }
    }
    rest.is_empty()
}

/// Names the values that the editor would show empty.
fn tell_unheld(unheld: &[(&str, &str)], shell: &Shell) {
    if unheld.is_empty() {
        return;
    }
    let count = unheld.len();
    shell.note(&match shell.language() {
        "fr" => {
            format!("{count} valeurs ont une forme que l’éditeur ne montre pas\u{a0}; les modifier à la main\u{a0}:")
        }
        _ => format!("{count} values have a form that the editor does not show; edit them by hand:"),
    });
    for (path, key) in unheld.iter().take(NAMED) {
        shell.note(&format!("  {path}: {key}"));
    }
    if count > NAMED {
        shell.note("  …");
    }
}
