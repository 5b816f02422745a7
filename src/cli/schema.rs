//! `etal schema`: JSON Schema of descriptors, for editors.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::failure::Failure;
use super::out;
use super::shell::Shell;
use crate::io::write_whole;
use crate::model::Kind;
use crate::schema::{Document, schema};

/// Print the JSON Schema of a kind of descriptor, or of site.toml, for editors
///
/// Titles and descriptions are in the language of --lang; the other language stands beside them.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// What is described
    #[arg(required_unless_present = "all")]
    kind: Option<SchemaKind>,
    /// Write the schemas of everything into the folder of --out
    #[arg(long, requires = "out", conflicts_with = "kind")]
    all: bool,
    /// The file to write, instead of the standard output; with --all, the folder
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SchemaKind {
    /// A dataset, its resources included
    Dataset,
    /// A resource of a dataset
    Resource,
    /// A producer
    Organization,
    /// A person
    Person,
    /// A use made of datasets
    Reuse,
    /// A choice of datasets around a subject
    Topic,
    /// An API
    Service,
    /// A free page
    Page,
    /// The settings in site.toml
    Site,
}

impl SchemaKind {
    fn document(self) -> Document {
        match self {
            Self::Dataset => Document::Of(Kind::Dataset),
            Self::Resource => Document::Resource,
            Self::Organization => Document::Of(Kind::Organization),
            Self::Person => Document::Of(Kind::Person),
            Self::Reuse => Document::Of(Kind::Reuse),
            Self::Topic => Document::Of(Kind::Topic),
            Self::Service => Document::Of(Kind::Service),
            Self::Page => Document::Of(Kind::Page),
            Self::Site => Document::Of(Kind::Site),
        }
    }
}

pub(super) fn run(options: &Schema, shell: &Shell) -> Result<Exit, Failure> {
    let text = |document| {
        let schema = serde_json::to_string_pretty(&schema(document, shell.language()));
        schema.expect("internal error: a schema is plain JSON") + "\n"
    };
    let wanted = options.kind.map(SchemaKind::document);
    if options.all {
        out::not_standard("--out", options.out.as_deref(), shell)?;
    }
    match (wanted, out::file(options.out.as_deref())) {
        (Some(document), None) => shell.print(&text(document))?,
        (Some(document), Some(file)) => {
            out::only_over_ours(file, "--out", is_ours, shell)?;
            write_whole(file, |out| std::io::Write::write_all(out, text(document).as_bytes()))?;
        }
        (None, folder) => {
            let folder = folder.unwrap_or_else(|| std::path::Path::new("."));
            for document in Document::ALL {
                out::only_over_ours(&folder.join(document.file()), "--out", is_ours, shell)?;
            }
            for document in Document::ALL {
                let path = folder.join(document.file());
                write_whole(&path, |out| std::io::Write::write_all(out, text(document).as_bytes()))?;
                shell.report(&format!("{}\n", path.display()))?;
            }
        }
    }
    Ok(Exit::Clean)
}

/// Whether a file is a schema of etal's.
fn is_ours(text: &str) -> bool {
    let value: Option<serde_json::Value> = serde_json::from_str(text).ok();
    value.is_some_and(|value| value["$id"].as_str().is_some_and(|id| id.starts_with("urn:etal:schema:")))
}
