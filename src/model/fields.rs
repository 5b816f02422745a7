//! Everything described, seen as texts and addresses with their key paths: for rules that judge
//! words or links wherever they stand.

use crate::source::KeyPath;
use crate::text::Text;

use super::{Access, Contact, Dataset, Organization, Page, Person, Resource, Reuse, Schema, Service, Topic};

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A title or a name.
    Title,
    /// Markdown.
    Markdown,
    /// Plain words.
    Words,
}

/// Where a value stands: a key path that costs nothing until it is asked for. Nearly all values
/// are right, and need none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spot<'a> {
    list: Option<(&'static str, usize)>,
    keys: [&'static str; 2],
    language: &'a str,
}

impl Spot<'_> {
    fn top(key: &'static str) -> Self {
        Self { keys: [key, ""], ..Self::default() }
    }

    fn below(key: &'static str, inner: &'static str) -> Self {
        Self { keys: [key, inner], ..Self::default() }
    }

    fn item(list: &'static str, at: usize, keys: [&'static str; 2]) -> Self {
        Self { list: Some((list, at)), keys, ..Self::default() }
    }

    /// The key path.
    pub fn path(&self) -> KeyPath {
        let start = self.list.map_or_else(KeyPath::root, |(list, at)| KeyPath::of(list).index(at));
        let keys = self.keys.into_iter().chain([self.language]).filter(|key| !key.is_empty());
        keys.fold(start, |path, key| path.key(key))
    }

    /// Whether this is the value of `key` at the top of the descriptor.
    pub fn is_top(&self, key: &str) -> bool {
        self.list.is_none() && self.keys == [key, ""]
    }
}

/// A text with its place.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Where it stands.
    pub spot: Spot<'a>,
    /// What it is for.
    pub usage: Use,
    /// The text.
    pub text: &'a Text,
}

/// An address or another short value, with its place.
pub type Placed<'a> = (Spot<'a>, &'a str);

/// A thing whose texts and addresses can be gone through.
pub trait Described {
    /// Its texts that are not blank, in the order of the documentation.
    fn fields(&self) -> Vec<Field<'_>>;
    /// Its web addresses, in the order of the documentation.
    fn addresses(&self) -> Vec<Placed<'_>>;
    /// Its e-mail addresses.
    fn emails(&self) -> Vec<Placed<'_>>;
}

impl<'a> Field<'a> {
    /// The text in each of its languages, with its place.
    pub fn each(&self) -> impl Iterator<Item = (Spot<'a>, &'a str)> {
        let spot = self.spot;
        self.text.iter().map(move |(language, text)| (Spot { language, ..spot }, text))
    }
}

#[derive(Default)]
struct Fields<'a>(Vec<Field<'a>>);

impl<'a> Fields<'a> {
    fn add(&mut self, spot: Spot<'a>, usage: Use, text: &'a Text) {
        if !text.is_blank() {
            self.0.push(Field { spot, usage, text });
        }
    }

    fn head(title: (&'static str, &'a Text), description: (&'static str, &'a Text)) -> Self {
        let mut fields = Self::default();
        fields.add(Spot::top(title.0), Use::Title, title.1);
        fields.add(Spot::top(description.0), Use::Markdown, description.1);
        fields
    }

    fn contacts(&mut self, contacts: &'a [Contact]) {
        for (at, contact) in contacts.iter().enumerate() {
            self.add(Spot::item("contact_points", at, ["name", ""]), Use::Title, &contact.name);
        }
    }

    fn resource(&mut self, at: usize, resource: &'a Resource) {
        self.add(Spot::item("resources", at, ["title", ""]), Use::Title, &resource.title);
        self.add(Spot::item("resources", at, ["description", ""]), Use::Markdown, &resource.description);
    }
}

#[derive(Default)]
struct Values<'a>(Vec<Placed<'a>>);

impl<'a> Values<'a> {
    fn add(&mut self, spot: Spot<'a>, value: Option<&'a str>) {
        self.0.extend(value.map(|value| (spot, value)));
    }

    fn top(&mut self, key: &'static str, value: Option<&'a String>) {
        self.add(Spot::top(key), value.map(String::as_str));
    }

    fn contacts(&mut self, contacts: &'a [Contact], value: fn(&Contact) -> Option<&str>, key: &'static str) {
        for (at, contact) in contacts.iter().enumerate() {
            self.add(Spot::item("contact_points", at, [key, ""]), value(contact));
        }
    }

    fn contact_urls(&mut self, contacts: &'a [Contact]) {
        self.contacts(contacts, |contact| contact.url.as_deref(), "url");
    }

    fn contact_emails(contacts: &'a [Contact]) -> Vec<Placed<'a>> {
        let mut values = Self::default();
        values.contacts(contacts, |contact| contact.email.as_deref(), "email");
        values.0
    }

    fn access(&mut self, access: &'a Access) {
        self.add(Spot::below("access", "url"), access.url.as_deref());
    }

    fn schema(&mut self, spot: Spot<'a>, schema: Option<&'a Schema>) {
        self.add(spot, schema.and_then(|schema| schema.url.as_deref()));
    }

    fn one(key: &'static str, value: Option<&'a String>) -> Vec<Placed<'a>> {
        let mut values = Self::default();
        values.top(key, value);
        values.0
    }
}

impl Described for Dataset {
    fn fields(&self) -> Vec<Field<'_>> {
        let mut fields = Fields::head(("title", &self.title), ("description", &self.description));
        fields.add(Spot::top("summary"), Use::Words, &self.summary);
        fields.add(Spot::top("provenance"), Use::Words, &self.provenance);
        fields.contacts(&self.contact_points);
        fields.add(Spot::below("access", "reason"), Use::Words, &self.access.reason);
        for (at, link) in self.links.iter().enumerate() {
            fields.add(Spot::item("links", at, ["title", ""]), Use::Title, &link.title);
        }
        for (at, resource) in self.resources.iter().enumerate() {
            fields.resource(at, resource);
        }
        fields.0
    }

    fn addresses(&self) -> Vec<Placed<'_>> {
        let mut values = Values::default();
        values.contact_urls(&self.contact_points);
        values.access(&self.access);
        values.schema(Spot::below("schema", "url"), self.schema.as_ref());
        for (at, link) in self.links.iter().enumerate() {
            values.add(Spot::item("links", at, ["url", ""]), Some(link.url.as_str()));
        }
        if let Some(harvest) = &self.harvest {
            values.add(Spot::below("harvest", "remote_url"), harvest.remote_url.as_deref());
        }
        for (at, resource) in self.resources.iter().enumerate() {
            values.add(Spot::item("resources", at, ["url", ""]), resource.url());
            values.schema(Spot::item("resources", at, ["schema", "url"]), resource.schema.as_ref());
        }
        values.0
    }

    fn emails(&self) -> Vec<Placed<'_>> {
        Values::contact_emails(&self.contact_points)
    }
}

impl Described for Organization {
    fn fields(&self) -> Vec<Field<'_>> {
        Fields::head(("name", &self.name), ("description", &self.description)).0
    }

    fn addresses(&self) -> Vec<Placed<'_>> {
        Values::one("url", self.url.as_ref())
    }

    fn emails(&self) -> Vec<Placed<'_>> {
        Values::one("email", self.email.as_ref())
    }
}

impl Described for Person {
    fn fields(&self) -> Vec<Field<'_>> {
        Fields::head(("name", &self.name), ("description", &self.description)).0
    }

    fn addresses(&self) -> Vec<Placed<'_>> {
        Values::one("url", self.url.as_ref())
    }

    fn emails(&self) -> Vec<Placed<'_>> {
        Values::one("email", self.email.as_ref())
    }
}

impl Described for Reuse {
    fn fields(&self) -> Vec<Field<'_>> {
        Fields::head(("title", &self.title), ("description", &self.description)).0
    }

    fn addresses(&self) -> Vec<Placed<'_>> {
        Values::one("url", self.url.as_ref())
    }

    fn emails(&self) -> Vec<Placed<'_>> {
        Vec::new()
    }
}

impl Described for Topic {
    fn fields(&self) -> Vec<Field<'_>> {
        Fields::head(("title", &self.title), ("description", &self.description)).0
    }

    fn addresses(&self) -> Vec<Placed<'_>> {
        Vec::new()
    }

    fn emails(&self) -> Vec<Placed<'_>> {
        Vec::new()
    }
}

impl Described for Page {
    fn fields(&self) -> Vec<Field<'_>> {
        Fields::head(("title", &self.title), ("body", &self.body)).0
    }

    fn addresses(&self) -> Vec<Placed<'_>> {
        Vec::new()
    }

    fn emails(&self) -> Vec<Placed<'_>> {
        Vec::new()
    }
}

impl Described for Service {
    fn fields(&self) -> Vec<Field<'_>> {
        let mut fields = Fields::head(("title", &self.title), ("description", &self.description));
        fields.add(Spot::top("rate_limiting"), Use::Words, &self.rate_limiting);
        fields.add(Spot::below("access", "reason"), Use::Words, &self.access.reason);
        fields.contacts(&self.contact_points);
        fields.0
    }

    fn addresses(&self) -> Vec<Placed<'_>> {
        let mut values = Values::default();
        values.top("url", self.url.as_ref());
        values.top("documentation", self.documentation.as_ref());
        values.top("machine_documentation", self.machine_documentation.as_ref());
        values.access(&self.access);
        values.contact_urls(&self.contact_points);
        values.0
    }

    fn emails(&self) -> Vec<Placed<'_>> {
        Values::contact_emails(&self.contact_points)
    }
}
