//! `broken-table`: a table that programs stumble over.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use std::collections::BTreeSet;

use crate::model::{Dataset, HostedFile, Table};
use crate::source::{KeyPath, Place};
use crate::vocab::Format;

pub(super) static RULE: Rule = Rule {
    code: "R026",
    name: "broken-table",
    severity: Severity::Warning,
    en: Words {
        checks: "A hosted CSV or TSV has one header with a different name for each column, and rows below it.",
        why: "Programs take the first row for names: without one, or with a name that comes twice, columns are \
              lost or mixed up.",
        message: "the table `{found}` [{headless}has no header: its first row holds values][has two columns \
              called `{twice}`][{nameless}has a column without a name][{rowless}has no row below its \
              header][has `{delimiter}` between its values]",
        expected: "[{header}a first row with a different name for each column][{rows}a row for each thing \
              described][{separator}the sign that the end of its name promises]",
        action: "[{header}mend the first row of the file][{rows}export the file again][{separator}export the file \
              again, or name it `.csv` or `.tsv` after its content]",
    },
    fr: Words {
        checks: "Un CSV ou TSV hébergé a un en-tête avec un nom différent par colonne, et des lignes en dessous.",
        why: "Les programmes prennent la première ligne pour les noms : sans elle, ou avec un nom en double, des \
              colonnes se perdent ou se mélangent.",
        message: "la table `{found}` [{headless}n’a pas d’en-tête : sa première ligne contient des valeurs][a \
              deux colonnes nommées `{twice}`][{nameless}a une colonne sans nom][{rowless}n’a aucune ligne \
              sous son en-tête][a `{delimiter}` entre ses valeurs]",
        expected: "[{header}une première ligne avec un nom différent par colonne][{rows}une ligne par chose \
              décrite][{separator}le signe que promet la fin de son nom]",
        action: "[{header}corriger la première ligne du fichier][{rows}exporter à nouveau le \
              fichier][{separator}exporter à nouveau le fichier, ou le nommer `.csv` ou `.tsv` d’après son \
              contenu]",
    },
    example: Example {
        bad: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n==> content/datasets/trees/trees.csv <==\nspecies,height,height\noak,12,13\n",
        good: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n==> content/datasets/trees/trees.csv <==\nspecies,height,girth\noak,12,3\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

/// What is wrong with a table.
#[derive(Debug, PartialEq, Eq)]
enum Fault<'a> {
    Headless,
    Nameless,
    Twice(&'a str),
    Rowless,
    Delimiter(&'static str),
}

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        let Some((file, table)) = resource.hosted(&dataset.files).and_then(|file| Some((file, file.table.as_ref()?)))
        else {
            continue;
        };
        let Some(fault) = fault(file, table) else {
            continue;
        };
        let place = Place::value(KeyPath::of("resources").index(at).key("path"));
        let broken = report.fail(place).found(&file.path);
        match fault {
            Fault::Headless => broken.arg("headless", "").arg("header", ""),
            Fault::Nameless => broken.arg("nameless", "").arg("header", ""),
            Fault::Twice(name) => broken.arg("twice", name).arg("header", ""),
            Fault::Rowless => broken.arg("rowless", "").arg("rows", ""),
            Fault::Delimiter(sign) => broken.arg("delimiter", sign).arg("separator", ""),
        };
    }
}

fn fault<'a>(file: &HostedFile, table: &'a Table) -> Option<Fault<'a>> {
    if let Some(sign) = unlike_its_name(file, table) {
        return Some(Fault::Delimiter(sign));
    }
    if table.columns.iter().any(|column| is_value(&column.name)) {
        return Some(Fault::Headless);
    }
    if table.columns.iter().any(|column| column.name.is_empty()) {
        return Some(Fault::Nameless);
    }
    let mut seen = BTreeSet::new();
    if let Some(column) = table.columns.iter().find(|column| !seen.insert(column.name.as_str())) {
        return Some(Fault::Twice(&column.name));
    }
    (table.complete && table.rows_read == 0).then_some(Fault::Rowless)
}

/// A tab in a file called `.csv`, or another sign in one called `.tsv`.
fn unlike_its_name(file: &HostedFile, table: &Table) -> Option<&'static str> {
    let named = Format::of_path(&file.path).map_or("", |format| format.id);
    match (named, table.delimiter) {
        _ if table.columns.len() < 2 => None,
        ("csv", '\t') => Some("\\t"),
        ("tsv", ',') => Some(","),
        ("tsv", ';') => Some(";"),
        ("tsv", '|') => Some("|"),
        _ => None,
    }
}

/// Whether a name is a number with a fraction, a sign or many digits, or a whole date: years are
/// names of columns, and so are small numbers.
fn is_value(name: &str) -> bool {
    let number = name.replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite);
    let looks_measured = name.starts_with(['-', '+']) || name.contains(['.', ',']) || name.len() > 4;
    let is_day = name.len() >= 10 && crate::date::parse(name).is_ok_and(|moment| moment.date.day().is_some());
    number && looks_measured || is_day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_from_names() {
        for value in ["48.11", "-1,68", "35238", "2024-05-31", "2024-05-31T10:00:00Z"] {
            assert!(is_value(value), "{value}");
        }
        for name in ["", "2024", "1", "code insee", "2024-05", "nan", "inf", "T1"] {
            assert!(!is_value(name), "{name}");
        }
    }
}
