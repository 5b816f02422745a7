//! Columns of a hosted table as fields of a record set.

use serde::Serialize;

use crate::export::Context;
use crate::export::datapackage::{Field as Typed, fields};
use crate::model::{Dataset, HostedFile, Resource};
use crate::text::url::encoded_path;

#[derive(Serialize)]
pub(super) struct RecordSet {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: String,
    field: Vec<Field>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: String,
    data_type: &'static str,
    source: Source,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Source {
    file_object: Reference,
    extract: Extract,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Serialize)]
struct Extract {
    column: String,
}

/// The records of a table, when the format can read it: commas or tabs, UTF-8, columns that are told by their names.
pub(super) fn of(
    context: &Context<'_>,
    dataset: &Dataset,
    resource: &Resource,
    file: &HostedFile,
) -> Option<RecordSet> {
    let table = file.table.as_ref().filter(|table| table.encoding == "UTF-8")?;
    let expected = match file.format?.id {
        "csv" => ',',
        "tsv" => '\t',
        _ => return None,
    };
    let object = encoded_path(&file.path);
    let id = format!("{object}/records");
    let field = |(place, field): (usize, Typed)| Field {
        kind: "cr:Field",
        id: format!("{id}/{}", place + 1),
        data_type: data_type(&field),
        source: Source {
            file_object: Reference { id: object.clone() },
            extract: Extract { column: field.name.clone() },
        },
        name: field.name,
    };
    let fields = fields(table).filter(|_| table.delimiter == expected)?;
    Some(RecordSet {
        kind: "cr:RecordSet",
        name: context.resource_title(dataset, resource),
        field: fields.into_iter().enumerate().map(field).collect(),
        id,
    })
}

/// The type of schema.org. A decimal comma and a French date are texts: the format cannot say how they are written.
fn data_type(field: &Typed) -> &'static str {
    match field.kind {
        "integer" => "sc:Integer",
        "number" if field.is_plain() => "sc:Float",
        "boolean" => "sc:Boolean",
        "date" if field.is_plain() => "sc:Date",
        "datetime" if field.is_iso() => "sc:DateTime",
        _ => "sc:Text",
    }
}
