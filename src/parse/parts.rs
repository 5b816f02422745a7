//! Reads contacts, creators, access, harvest and the states of a dataset.

use crate::model::{Access, Archived, Audience, Contact, Creator, Harvest, Retired, Transfer};
use crate::source::Value;
use crate::text::Text;
use crate::vocab::{access, role};

use super::reader::Reader;

impl Reader<'_> {
    pub(super) fn contact_points(&mut self) -> Vec<Contact> {
        let mut contacts = Vec::new();
        for (node, path) in self.list("contact_points") {
            if let Some(text) = node.scalar() {
                contacts.push(bare_contact(text.trim()));
                continue;
            }
            let mut inner = self.nested(node, path);
            let contact = Contact {
                name: inner.text("name"),
                email: inner.string("email"),
                url: inner.string("url"),
                role: inner.term("role", &role::CONTACT),
            };
            if contact.name.is_blank() && contact.email.is_none() && contact.url.is_none() {
                inner.missing("name");
            }
            inner.finish();
            contacts.push(contact);
        }
        contacts
    }

    pub(super) fn creators(&mut self) -> Vec<Creator> {
        let mut creators = Vec::new();
        for (node, path) in self.list("creators") {
            if let Some(text) = node.scalar() {
                creators.push(Creator { name: Some(text.trim().to_owned()), ..Creator::default() });
                continue;
            }
            let mut inner = self.nested(node, path);
            let creator = Creator {
                person: inner.string("person"),
                organization: inner.string("organization"),
                name: inner.string("name"),
                role: inner.term("role", &role::CONTACT),
                orcid: inner.string("orcid"),
            };
            if creator.person.is_none() && creator.organization.is_none() && creator.name.is_none() {
                inner.missing("name");
            }
            inner.finish();
            creators.push(creator);
        }
        creators
    }

    /// `access`: a type alone, or a mapping.
    pub(super) fn access(&mut self) -> Access {
        let Some(node) = self.get("access") else {
            return Access::default();
        };
        if node.scalar().is_some() {
            return Access { kind: self.term("access", &access::TYPES), ..Access::default() };
        }
        let Some((node, path)) = self.mapping("access") else {
            return Access::default();
        };
        let mut inner = self.nested(node, path);
        let access = Access {
            kind: inner.term("type", &access::TYPES),
            audiences: inner.audiences(),
            reason: inner.text("reason"),
            reason_category: inner.term("reason_category", &access::REASONS),
            url: inner.string("url"),
        };
        inner.finish();
        access
    }

    fn audiences(&mut self) -> Vec<Audience> {
        let mut audiences = Vec::new();
        for (node, path) in self.list("audiences") {
            let mut inner = self.nested(node, path);
            let who = inner.term("role", &access::AUDIENCES);
            let condition = inner.term("condition", &access::CONDITIONS);
            if who.is_none() {
                inner.missing("role");
            }
            inner.finish();
            audiences.extend(who.map(|role| Audience { role, condition }));
        }
        audiences
    }

    pub(super) fn archived(&mut self) -> Option<Archived> {
        self.state("archived").map(|(date, reason)| Archived { date, reason })
    }

    pub(super) fn retired(&mut self) -> Option<Retired> {
        self.state("retired").map(|(date, reason)| Retired { date, reason })
    }

    /// A state that has a date and a reason: `true`, a date, or a mapping; none for `false`.
    fn state(&mut self, key: &'static str) -> Option<(Option<crate::date::Moment>, Text)> {
        let node = self.get(key)?;
        match &node.value {
            Value::Mapping(_) => Some(self.dated_reason(key)),
            Value::Plain(text) | Value::Quoted(text) => match text.trim().to_ascii_lowercase().as_str() {
                "false" | "no" | "non" => None,
                "true" | "yes" | "oui" => Some((None, Text::default())),
                _ => Some((self.moment(key), Text::default())),
            },
            Value::Null | Value::Sequence(_) => {
                self.wrong(key, node, crate::model::Wanted::Boolean);
                None
            }
        }
    }

    fn dated_reason(&mut self, key: &'static str) -> (Option<crate::date::Moment>, Text) {
        let Some((node, path)) = self.mapping(key) else {
            return (None, Text::default());
        };
        let mut inner = self.nested(node, path);
        let found = (inner.moment("date"), inner.text("reason"));
        inner.finish();
        found
    }

    pub(super) fn harvest(&mut self) -> Option<Box<Harvest>> {
        let (node, path) = self.mapping("harvest")?;
        let mut inner = self.nested(node, path);
        let harvest = Harvest {
            source: inner.string("source"),
            remote_id: inner.string("remote_id"),
            remote_url: inner.string("remote_url"),
            uri: inner.string("uri"),
            created: inner.moment("created"),
            issued: inner.moment("issued"),
            modified: inner.moment("modified"),
            last_update: inner.moment("last_update"),
            local_fields: inner.strings("local_fields"),
        };
        inner.finish();
        Some(Box::new(harvest))
    }

    pub(super) fn transfer(&mut self) -> Option<Box<Transfer>> {
        let (node, path) = self.mapping("transfer")?;
        let mut inner = self.nested(node, path);
        let transfer = Transfer {
            from: inner.string("from"),
            to: inner.string("to"),
            date: inner.moment("date"),
            status: inner.string("status"),
            comment: inner.text("comment"),
        };
        inner.finish();
        Some(Box::new(transfer))
    }
}

fn bare_contact(text: &str) -> Contact {
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    if text.contains("://") {
        Contact { url: Some(text.to_owned()), ..Contact::default() }
    } else if text.contains('@') && !text.contains(char::is_whitespace) {
        Contact { email: Some(text.to_owned()), ..Contact::default() }
    } else {
        Contact { name: Text::plain(text), ..Contact::default() }
    }
}
