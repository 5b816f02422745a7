//! The OpenAPI document: the addresses of the files that this site has, and the schemas of what they hold.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::list::{LISTS, List, Paging};
use super::shape::{Schemas, Shape};
use super::view::View;
use super::{JSON, NDJSON};
use crate::export::Context;

const ABOUT: &str = "The catalogue as files, in the shapes that data.gouv.fr serves. They are written when the site is \
                     built: there is no query, filter or order but what the paths say. Every member is there in every \
                     object; what is not known is null or an empty list. Dates are as precise as they are known. \
                     Addresses are absolute, but for a site without a public address, where they are relative to the \
                     file.";

pub(super) fn write(view: &View<'_, '_>, out: &mut dyn Write) -> io::Result<()> {
    let mut schemas = Schemas::default();
    let mut paths = Map::new();
    for list in LISTS {
        let item = (list.shape)(&mut schemas);
        describe(list, &item, view.context, &mut paths);
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": view.context.title(&view.context.site.config.title), "version": "1", "description": ABOUT },
        "servers": [{ "url": server(view.context) }],
        "security": [],
        "tags": LISTS.iter().map(|list| json!({ "name": list.name, "description": list.about })).collect::<Vec<_>>(),
        "paths": paths,
        "components": { "schemas": schemas.into_value() },
    });
    let mut bytes = serde_json::to_vec(&document)?;
    bytes.push(b'\n');
    out.write_all(&bytes)
}

/// Paths begin with a slash, so that their base must not end with one.
fn server<'a>(context: &'a Context<'_>) -> &'a str {
    context.base().map_or("../..", |base| base.trim_end_matches('/'))
}

fn describe(list: &List, item: &Value, context: &Context<'_>, paths: &mut Map<String, Value>) {
    let name = list.name;
    let whole = if list.is_paged { page_shape(item) } else { json!({ "type": "array", "items": item }) };
    let mut add = |path: String, operation: Operation<'_>| {
        paths.insert(path, operation.into_value(name));
    };
    let first = Operation { id: "list", about: list.about, media_type: JSON, schema: &whole, parameter: None };
    add(format!("/api/1/{name}.json"), first);
    if list.pages(context) > 1 {
        let number = json!({ "type": "integer", "minimum": 2, "maximum": list.pages(context) });
        let parameter = Some(("page", "The number of the page; the first has the address of the list.", number));
        let about = "A further page of the list";
        let further = Operation { id: "page", about, media_type: JSON, schema: &whole, parameter };
        add(format!("/api/1/{name}/page-{{page}}.json"), further);
    }
    let about = "The whole list, a thing on each line: the schema is that of a line";
    let lines = Operation { id: "lines", about, media_type: NDJSON, schema: item, parameter: None };
    add(format!("/api/1/{name}.ndjson"), lines);
    let has_files = list.own.as_ref().is_some_and(|own| !(own.places)(context).is_empty());
    if has_files {
        let parameter = Some(("id", "The UUID.", json!({ "type": "string", "format": "uuid" })));
        let one = Operation { id: "one", about: "One of them", media_type: JSON, schema: item, parameter };
        add(format!("/api/1/{name}/{{id}}.json"), one);
    }
}

/// What is got at a path.
struct Operation<'a> {
    /// Told apart from other operations on the list.
    id: &'a str,
    about: &'a str,
    media_type: &'a str,
    schema: &'a Value,
    /// Name, description and schema of what stands in the path.
    parameter: Option<(&'a str, &'a str, Value)>,
}

impl Operation<'_> {
    fn into_value(self, list: &str) -> Value {
        let parameter = |(name, about, schema)| json!({ "name": name, "in": "path", "required": true, "description": about, "schema": schema });
        let parameters: Vec<Value> = self.parameter.map(parameter).into_iter().collect();
        json!({
            "get": {
                "operationId": format!("{list}-{}", self.id),
                "summary": self.about,
                "tags": [list],
                "parameters": parameters,
                "responses": {
                    "200": {
                        "description": self.about,
                        "content": { self.media_type: { "schema": self.schema } },
                    },
                },
            },
        })
    }
}

/// A page: the things, and where it stands.
fn page_shape(item: &Value) -> Value {
    // Its own members are needed, not a reference to them.
    let mut apart = Schemas::default();
    Paging::shape(&mut apart);
    let mut page = apart.get("Paging").clone();
    page["description"] = "A page of a list.".into();
    page["properties"]["data"] = json!({ "type": "array", "items": item, "description": "The things on this page." });
    if let Some(required) = page["required"].as_array_mut() {
        required.push("data".into());
    }
    page
}
