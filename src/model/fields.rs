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

/// A text with its place.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    /// Where it stands.
    pub path: KeyPath,
    /// What it is for.
    pub usage: Use,
    /// The text.
    pub text: &'a Text,
}

/// An address or another short value, with its place.
pub type Placed<'a> = (KeyPath, &'a str);

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
    pub fn each(&self) -> impl Iterator<Item = (KeyPath, &'a str)> {
        let path = self.path.clone();
        let place = move |code: &str| if code.is_empty() { path.clone() } else { path.key(code) };
        self.text.iter().map(move |(code, text)| (place(code), text))
    }
}

#[derive(Default)]
struct Fields<'a>(Vec<Field<'a>>);

impl<'a> Fields<'a> {
    fn add(&mut self, path: KeyPath, usage: Use, text: &'a Text) {
        if !text.is_blank() {
            self.0.push(Field { path, usage, text });
        }
    }

    fn head(title: (&str, &'a Text), description: (&str, &'a Text)) -> Self {
        let mut fields = Self::default();
        fields.add(KeyPath::of(title.0), Use::Title, title.1);
        fields.add(KeyPath::of(description.0), Use::Markdown, description.1);
        fields
    }

    fn contacts(&mut self, contacts: &'a [Contact]) {
        for (at, contact) in contacts.iter().enumerate() {
            self.add(KeyPath::of("contact_points").index(at).key("name"), Use::Title, &contact.name);
        }
    }

    fn resource(&mut self, at: usize, resource: &'a Resource) {
        let path = KeyPath::of("resources").index(at);
        self.add(path.key("title"), Use::Title, &resource.title);
        self.add(path.key("description"), Use::Markdown, &resource.description);
    }
}

#[derive(Default)]
struct Values<'a>(Vec<Placed<'a>>);

impl<'a> Values<'a> {
    fn add(&mut self, path: KeyPath, value: Option<&'a str>) {
        self.0.extend(value.map(|value| (path, value)));
    }

    fn top(&mut self, key: &str, value: Option<&'a String>) {
        self.add(KeyPath::of(key), value.map(String::as_str));
    }

    fn contacts(&mut self, contacts: &'a [Contact], value: fn(&Contact) -> Option<&str>, key: &str) {
        for (at, contact) in contacts.iter().enumerate() {
            self.add(KeyPath::of("contact_points").index(at).key(key), value(contact));
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
        self.add(KeyPath::of("access").key("url"), access.url.as_deref());
    }

    fn schema(&mut self, path: KeyPath, schema: Option<&'a Schema>) {
        self.add(path.key("schema").key("url"), schema.and_then(|schema| schema.url.as_deref()));
    }

    fn one(key: &str, value: Option<&'a String>) -> Vec<Placed<'a>> {
        let mut values = Self::default();
        values.top(key, value);
        values.0
    }
}

impl Described for Dataset {
    fn fields(&self) -> Vec<Field<'_>> {
        let mut fields = Fields::head(("title", &self.title), ("description", &self.description));
        fields.add(KeyPath::of("summary"), Use::Words, &self.summary);
        fields.add(KeyPath::of("provenance"), Use::Words, &self.provenance);
        fields.contacts(&self.contact_points);
        fields.add(KeyPath::of("access").key("reason"), Use::Words, &self.access.reason);
        for (at, link) in self.links.iter().enumerate() {
            fields.add(KeyPath::of("links").index(at).key("title"), Use::Title, &link.title);
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
        values.schema(KeyPath::root(), self.schema.as_ref());
        for (at, link) in self.links.iter().enumerate() {
            values.add(KeyPath::of("links").index(at).key("url"), Some(link.url.as_str()));
        }
        if let Some(harvest) = &self.harvest {
            values.add(KeyPath::of("harvest").key("remote_url"), harvest.remote_url.as_deref());
        }
        for (at, resource) in self.resources.iter().enumerate() {
            let path = KeyPath::of("resources").index(at);
            values.add(path.key("url"), resource.url());
            values.schema(path, resource.schema.as_ref());
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
        fields.add(KeyPath::of("rate_limiting"), Use::Words, &self.rate_limiting);
        fields.add(KeyPath::of("access").key("reason"), Use::Words, &self.access.reason);
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
