//! BibTeX: an entry that LaTeX, Zotero, JabRef and Mendeley take.
//!
//! `@dataset` is an entry type of biblatex; classic styles set it as `@misc`.

use std::io::{self, Write};

use super::{Author, Citation};
use crate::export::{Context, Entry, Exporter, Scope};
use crate::model::DatasetIndex;
use crate::vocab::Label;

/// Months as every BibTeX style knows them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(in crate::export) static EXPORTER: Exporter = Exporter {
    id: "bibtex",
    title: Label::same("BibTeX"),
    about: Label::new(
        "The citation of each dataset, for LaTeX and reference managers.",
        "La citation de chaque jeu de données, pour LaTeX et les logiciels de références.",
    ),
    without_address: true,
    files,
    write,
};

fn files(context: &Context<'_>) -> Vec<Entry> {
    let entry = |index, slug: &str| Entry {
        path: format!("datasets/{slug}/citation.bib"),
        media_type: "application/x-bibtex",
        scope: Scope::Dataset(index),
        part: 0,
    };
    context.datasets().map(|(index, dataset)| entry(index, dataset.slug())).collect()
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let Scope::Dataset(index) = entry.scope else { return Ok(()) };
    out.write_all(bibtex(context, index).as_bytes())
}

/// The BibTeX entry of a dataset in the first language of the site, with its final line feed.
pub fn bibtex(context: &Context<'_>, index: DatasetIndex) -> String {
    context.citation(index, context.language()).bibtex()
}

impl Citation {
    /// The citation as a BibTeX entry, with its final line feed.
    pub fn bibtex(&self) -> String {
        let authors: Vec<String> = self.authors.iter().map(author).collect();
        let mut fields: Vec<(&str, String)> = Vec::with_capacity(10);
        if !authors.is_empty() {
            fields.push(("author", format!("{{{}}}", authors.join(" and "))));
        }
        fields.push(("title", format!("{{{}}}", whole(&self.title))));
        fields.extend(self.issued.map(|date| ("year", format!("{{{}}}", date.year()))));
        let month = self.issued.and_then(|date| MONTHS.get(usize::from(date.month()?.unsigned_abs()) - 1));
        fields.extend(month.map(|month| ("month", (*month).to_owned())));
        fields.push(("publisher", format!("{{{}}}", whole(self.publisher_or_catalog()))));
        fields.extend(self.version.as_deref().map(|version| ("version", format!("{{{}}}", escaped(version)))));
        fields.extend(self.license.map(|license| ("note", format!("{{{}}}", escaped(license)))));
        // Both are read letter by letter; neither has a brace.
        fields.extend(self.doi.as_deref().map(|doi| ("doi", format!("{{{doi}}}"))));
        let address = self.page.clone().or_else(|| self.address());
        fields.extend(address.map(|address| ("url", format!("{{{address}}}"))));
        let lines: Vec<String> = fields.iter().map(|(name, value)| format!("  {name:<9} = {value}")).collect();
        format!("@dataset{{{},\n{}\n}}\n", self.key, lines.join(",\n"))
    }
}

/// BibTeX finds the parts of a person's name by itself; every other name is whole.
fn author(author: &Author) -> String {
    let parted = author.name.contains(' ') && author.name.matches(',').count() < 2;
    let several = author.name.to_lowercase().split(' ').any(|word| word == "and");
    if author.is_person && parted && !several { escaped(&author.name) } else { whole(&author.name) }
}

/// A text in braces of its own: its letters keep their case, and it is one name, whatever it says.
fn whole(text: &str) -> String {
    format!("{{{}}}", escaped(text))
}

/// A text for LaTeX. Braces are written as commands: BibTeX counts those with a backslash too.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_latex_would_run_is_escaped() {
        assert_eq!(
            escaped(r"a & b_c 5 % {x} \y ~^ $#"),
            r"a \& b\_c 5 \% \textbraceleft{}x\textbraceright{} \textbackslash{}y \textasciitilde{}\textasciicircum{} \$\#"
        );
    }

    #[test]
    fn only_names_of_persons_are_parted() {
        let name = |name: &str, is_person| author(&Author { name: name.to_owned(), is_person });
        assert_eq!(name("Maud Querrien", true), "Maud Querrien");
        assert_eq!(name("Water and Rivers", false), "{Water and Rivers}");
        assert_eq!(name("Maud and Basile", true), "{Maud and Basile}");
        assert_eq!(name("Maud", true), "{Maud}");
    }
}
