//! The entities of a crate, each once in its flat graph.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::export::Context;
use crate::export::context::words::line;
use crate::export::context::{Agent, Maker, bare_email, web};
use crate::model::{Coded, Dataset, Kind, Location, Resource};
use crate::slug::Slug;
use crate::text::url::{encoded_path, external};
use crate::vocab::License;

/// Entities in the order in which they were first met.
pub(super) struct Graph {
    entities: Vec<Value>,
    ids: BTreeSet<String>,
}

/// A reference to an entity.
pub(super) fn reference(id: &str) -> Value {
    json!({ "@id": id })
}

/// An object of the members that are known: neither null nor empty.
pub(super) fn object(members: Vec<(&'static str, Value)>) -> Value {
    let is_known = |value: &Value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    let members = members.into_iter().filter(|(_, value)| is_known(value));
    Value::Object(members.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

impl Graph {
    pub(super) fn new() -> Self {
        Self { entities: Vec::new(), ids: BTreeSet::new() }
    }

    /// Adds an entity unless the graph has it; gives a reference to it.
    pub(super) fn add(&mut self, entity: Value) -> Value {
        let id = entity["@id"].as_str().unwrap_or_default().to_owned();
        let reference = reference(&id);
        if self.ids.insert(id) {
            self.entities.push(entity);
        }
        reference
    }

    /// Puts the root after the descriptor, before what it refers to.
    pub(super) fn insert_root(&mut self, root: Value) {
        self.entities.insert(1, root);
    }

    pub(super) fn into_entities(self) -> Vec<Value> {
        self.entities
    }

    /// A resource as a file: by its path below the crate, or by its address elsewhere.
    pub(super) fn file(&mut self, context: &Context<'_>, dataset: &Dataset, resource: &Resource) -> Option<Value> {
        let hosted = context.hosted(dataset, resource).zip(resource.hosted(&dataset.files));
        let folder = format!("datasets/{}/", dataset.slug());
        let id = match (&hosted, &resource.location) {
            (Some((path, _)), _) => encoded_path(path.strip_prefix(&folder).unwrap_or(path)),
            (None, Location::Remote(url)) => web(url)?,
            (None, _) => return None,
        };
        let description = context.markdown(&resource.description);
        let license = resource.license.as_ref().map(|license| self.license(context, Some(license)));
        Some(self.add(object(vec![
            ("@id", json!(id)),
            ("@type", json!("File")),
            ("name", json!(context.resource_title(dataset, resource))),
            ("description", json!(Some(description).filter(|text| !text.is_empty()))),
            ("encodingFormat", json!(context.media_type(dataset, resource))),
            ("contentSize", json!(resource.size_among(&dataset.files).map(|size| size.to_string()))),
            ("sha256", json!(hosted.map(|(_, file)| file.sha256.as_str()))),
            ("license", json!(license)),
            ("dateCreated", json!(resource.created.map(|date| date.to_string()))),
            ("dateModified", json!(resource.modified.map(|date| date.to_string()))),
        ])))
    }

    pub(super) fn license(&mut self, context: &Context<'_>, license: Option<&Coded<License>>) -> Value {
        let Some(name) = context.license_name(license) else {
            return Value::Null;
        };
        let id = context.license_url(license).unwrap_or_else(|| format!("#license-{}", Slug::from_text(&name)));
        let identifier = license.and_then(|license| license.known).map(|known| known.id);
        self.add(object(vec![
            ("@id", json!(id)),
            ("@type", json!("CreativeWork")),
            ("name", json!(name)),
            ("identifier", json!(identifier)),
        ]))
    }

    pub(super) fn publisher(&mut self, context: &Context<'_>, dataset: &Dataset) -> Value {
        match context.publisher(dataset) {
            Some(agent) => self.agent(context, agent, None),
            None => self.add(json!({
                "@id": "#publisher",
                "@type": "Organization",
                "name": context.publisher_name(dataset),
            })),
        }
    }

    fn agent(&mut self, context: &Context<'_>, agent: Agent<'_>, orcid: Option<&str>) -> Value {
        let iri = context.iri(agent.kind(), context.agent_uuid(agent));
        self.add(object(vec![
            ("@id", json!(orcid.unwrap_or(&iri))),
            ("@type", json!(if agent.kind() == Kind::Person { "Person" } else { "Organization" })),
            ("name", json!(line(agent.name(context.language())))),
            ("url", json!(agent.url().and_then(web))),
            ("email", json!(agent.email().and_then(bare_email))),
        ]))
    }

    pub(super) fn maker(&mut self, context: &Context<'_>, maker: Maker<'_>) -> Value {
        match maker.agent {
            Some(agent) => self.agent(context, agent, maker.orcid.as_deref()),
            None => {
                let id = maker.orcid.unwrap_or_else(|| format!("#person-{}", Slug::from_text(&maker.name)));
                self.add(json!({ "@id": id, "@type": "Person", "name": maker.name }))
            }
        }
    }

    pub(super) fn contacts(&mut self, context: &Context<'_>, dataset: &Dataset) -> Value {
        let contacts = dataset.contact_points.iter().enumerate().map(|(place, contact)| {
            let name = context.title(&contact.name);
            let role = contact.role.as_ref().and_then(|role| role.known);
            self.add(object(vec![
                ("@id", json!(format!("#contact-{}", place + 1))),
                ("@type", json!("ContactPoint")),
                ("name", json!(Some(name).filter(|name| !name.is_empty()))),
                ("contactType", json!(role.map(|role| role.label.get(context.language())))),
                ("email", json!(contact.email.as_deref().and_then(bare_email))),
                ("url", json!(contact.url.as_deref().and_then(external))),
            ]))
        });
        json!(contacts.collect::<Vec<_>>())
    }

    pub(super) fn places(&mut self, context: &Context<'_>, dataset: &Dataset) -> Value {
        let spatial = &dataset.spatial;
        let zones = spatial.zones.iter().map(|zone| {
            let name = context.zone_name(zone);
            let id = zone.known.and_then(crate::vocab::Zone::eu_uri);
            let id = id.unwrap_or_else(|| format!("#place-{}", Slug::from_text(&name)));
            json!({ "@id": id, "@type": "Place", "name": name })
        });
        let mut places: Vec<Value> = zones.collect();
        if let Some([west, south, east, north]) = context.bbox(spatial) {
            self.add(json!({ "@id": "#box", "@type": "GeoShape", "box": format!("{south} {west} {north} {east}") }));
            places.push(json!({ "@id": "#area", "@type": "Place", "geo": reference("#box") }));
        }
        json!(places.into_iter().map(|place| self.add(place)).collect::<Vec<_>>())
    }

    pub(super) fn series(&mut self, context: &Context<'_>, dataset: &Dataset) -> Value {
        let Some((title, index)) = context.series(dataset) else {
            return Value::Null;
        };
        let known = index.map(|index| &context.site.catalog.datasets[index]);
        let id = match known {
            Some(series) => context.iri(Kind::Dataset, series.header.identity.uuid),
            None => format!("#series-{}", Slug::from_text(&title)),
        };
        self.add(json!({ "@id": id, "@type": "CreativeWorkSeries", "name": title }))
    }
}
