//! The start page of a snapshot (`start` in `start.html`).

use super::LinkView;
use serde::Serialize;

/// The page at the top of a snapshot: it stands outside the site, and says everything in each language of the site.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StartView {
    /// Language of the page: that of its first section.
    pub lang: String,
    /// Title of the page.
    pub title: String,
    /// The title of the catalogue.
    pub heading: String,
    /// Names of the languages.
    pub languages: String,
    /// Style sheets of the site.
    pub styles: Vec<String>,
    /// One for each language of the site.
    pub sections: Vec<StartSectionView>,
}

/// What a start page says in one language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StartSectionView {
    /// The language.
    pub lang: String,
    /// Its own name.
    pub language: String,
    /// What this is, in a few words.
    pub heading: String,
    /// What this is.
    pub lead: String,
    /// The home page of the site.
    pub open: LinkView,
    /// The search page, when the site has one.
    pub search: Option<LinkView>,
    /// That drafts are in it; empty otherwise.
    pub drafts: String,
    /// When, from what, how much: names and values.
    pub facts: Vec<StartFactView>,
    /// How to verify it.
    pub verify: StartPartView,
    /// Commands that verify it, each with the system that has it.
    pub commands: Vec<StartFactView>,
    /// What is in it.
    pub inside: StartPartView,
    /// Its files and folders, each with what it is for.
    pub files: Vec<StartFileView>,
    /// Licences of the datasets; none when they name none.
    pub licenses: Option<StartPartView>,
    /// The licences.
    pub license_list: Vec<StartFileView>,
    /// Remote files; none when none were asked for.
    pub remote: Option<StartPartView>,
    /// The remote files.
    pub remote_list: Vec<StartFileView>,
    /// How to go on from here.
    pub restore: StartPartView,
    /// The command that does.
    pub restore_command: String,
}

/// A heading and a sentence or two.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StartPartView {
    /// The heading.
    pub heading: String,
    /// The sentences.
    pub text: String,
}

/// A name and its value.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StartFactView {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub value: String,
    /// Whether the value is for machines.
    pub code: bool,
}

/// A file, or what stands for one.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StartFileView {
    /// What it is called.
    pub name: String,
    /// Where it leads; nothing for what is not there.
    pub href: Option<String>,
    /// What it is for, or what became of it.
    pub text: String,
}
