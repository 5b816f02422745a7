//! Reads organisations, people, reuses, topics, services and pages.

use crate::model::{Header, Member, Organization, Page, Person, Reuse, Service, Topic};
use crate::vocab::{badge, reuse};

use super::fields::MAX_TITLE;
use super::reader::Reader;

/// What every descriptor begins with.
fn begin(reader: &mut Reader<'_>, header: &mut Header) {
    header.identity = reader.identity(header.identity.uuid);
    header.declare_dates(reader.metadata_dates());
}

pub(super) fn organization(mut reader: Reader<'_>, mut header: Header, body: Option<&str>) -> Organization {
    begin(&mut reader, &mut header);
    let mut organization = Organization {
        name: reader.required_text("name", MAX_TITLE),
        acronym: reader.acronym(),
        description: reader.markdown("description", body),
        url: reader.string("url"),
        logo: reader.string("logo"),
        kind: reader.term("type", &badge::ORGANIZATION),
        siret: reader.string("siret"),
        email: reader.string("email"),
        members: members(&mut reader),
        zone: reader.string("zone"),
        badges: reader.strings("badges"),
        redirects: reader.strings("redirects"),
        extras: reader.extras("extras"),
        header,
    };
    organization.header.unknown = reader.finish_own();
    organization
}

fn members(reader: &mut Reader<'_>) -> Vec<Member> {
    let mut members = Vec::new();
    for (node, path) in reader.list("members") {
        if let Some(text) = node.scalar() {
            members.push(Member { person: Some(text.trim().to_owned()), ..Member::default() });
            continue;
        }
        let mut inner = reader.nested(node, path);
        let forge = inner.string("forge").map(|name| name.trim_start_matches('@').to_owned());
        let member = Member { person: inner.string("person"), forge, role: inner.string("role") };
        if member.person.is_none() && member.forge.is_none() {
            inner.missing("person");
        }
        inner.finish();
        members.push(member);
    }
    members
}

pub(super) fn person(mut reader: Reader<'_>, mut header: Header, body: Option<&str>) -> Person {
    begin(&mut reader, &mut header);
    let mut person = Person {
        name: reader.required_text("name", MAX_TITLE),
        email: reader.string("email"),
        url: reader.string("url"),
        orcid: reader.string("orcid"),
        organization: reader.string("organization"),
        description: reader.markdown("description", body),
        extras: reader.extras("extras"),
        header,
    };
    person.header.unknown = reader.finish_own();
    person
}

pub(super) fn reuse(mut reader: Reader<'_>, mut header: Header, body: Option<&str>) -> Reuse {
    begin(&mut reader, &mut header);
    let (organization, owner) = reader.publisher();
    let mut reuse = Reuse {
        title: reader.required_text("title", MAX_TITLE),
        description: reader.markdown("description", body),
        kind: reader.term("type", &reuse::TYPES),
        url: reader.string("url"),
        image: reader.string("image"),
        datasets: reader.strings("datasets"),
        services: reader.strings("services"),
        tags: reader.tags().0,
        topic: reader.term("topic", &reuse::TOPICS),
        languages: reader.languages(),
        organization,
        owner,
        private: reader.is_private(),
        archived: reader.archived().is_some(),
        created: reader.moment("created"),
        extras: reader.extras("extras"),
        header,
    };
    for (key, absent) in
        [("description", reuse.description.is_blank()), ("type", reuse.kind.is_none()), ("url", reuse.url.is_none())]
    {
        if absent && reader.get(key).is_none() {
            reader.missing(key);
        }
    }
    reuse.header.unknown = reader.finish_own();
    reuse
}

pub(super) fn topic(mut reader: Reader<'_>, mut header: Header, body: Option<&str>) -> Topic {
    begin(&mut reader, &mut header);
    let mut topic = Topic {
        title: reader.required_text("title", MAX_TITLE),
        description: reader.markdown("description", body),
        tags: reader.tags().0,
        datasets: reader.strings("datasets"),
        reuses: reader.strings("reuses"),
        services: reader.strings("services"),
        featured: reader.boolean("featured").unwrap_or(false),
        private: reader.is_private(),
        extras: reader.extras("extras"),
        header,
    };
    topic.header.unknown = reader.finish_own();
    topic
}

pub(super) fn service(mut reader: Reader<'_>, mut header: Header, body: Option<&str>) -> Service {
    begin(&mut reader, &mut header);
    let (organization, owner) = reader.publisher();
    let mut service = Service {
        title: reader.required_text("title", MAX_TITLE),
        acronym: reader.acronym(),
        description: reader.markdown("description", body),
        url: reader.string("url"),
        documentation: reader.string("documentation"),
        machine_documentation: reader.string("machine_documentation"),
        rate_limiting: reader.text("rate_limiting"),
        availability: reader.string("availability"),
        format: reader.string("format"),
        license: reader.license(),
        tags: reader.tags().0,
        access: reader.access(),
        contact_points: reader.contact_points(),
        datasets: reader.strings("datasets"),
        organization,
        owner,
        private: reader.is_private(),
        extras: reader.extras("extras"),
        header,
    };
    service.header.unknown = reader.finish_own();
    service
}

pub(super) fn page(mut reader: Reader<'_>, mut header: Header, body: Option<&str>) -> Page {
    begin(&mut reader, &mut header);
    let mut page = Page {
        title: reader.required_text("title", MAX_TITLE),
        body: reader.markdown("body", body),
        order: reader.count("order"),
        menu: reader.boolean("menu").unwrap_or(false),
        private: reader.is_private(),
        header,
    };
    page.header.unknown = reader.finish_own();
    page
}
