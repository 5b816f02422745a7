//! People, reuses, topics and APIs.

use super::super::context::{Page, clean, one_language};
use super::super::people::{mailto, monogram, orcid_href};
use super::super::views::{
    ActionView, BadgeView, ContactView, NoteView, PersonView, PropertyView, ReuseView, ServiceView, TextView,
    TopicView, UseView,
};
use super::{DESCRIPTION_CHARS, Sheet, home_crumb};
use crate::markdown::MarkdownOptions;
use crate::model::{DatasetIndex, Reuse};
use crate::site::{FacetKind, PageKey};
use crate::text::Text;
use crate::text::url::external;
use crate::theme::ThemeError;

pub(super) fn person(page: &Page<'_>, at: usize) -> Result<Sheet, ThemeError> {
    let person = &page.site.catalog.people[at];
    let name = page.person_name(person);
    let slug = person.header.slug.as_str();
    let datasets = page.site.relations.of_person.get(slug).map_or(&[][..], Vec::as_slice);
    let contact = |name: String, href: Option<String>| {
        href.map(|href| ContactView { name, href: Some(href), ..ContactView::default() })
    };
    let url = person.url.as_deref();
    let site =
        url.and_then(|url| contact(super::dataset::host_of(url), external(url))).filter(|site| !site.name.is_empty());
    let email = person.email.as_deref().and_then(|email| contact(clean(email), mailto(email)));
    let orcid = person.orcid.as_deref().and_then(|orcid| contact(String::from("ORCID"), orcid_href(orcid)));
    let list = page.short_list(datasets)?;
    let site_title = page.site_title();
    let holes = [("name", name.as_str()), ("site", &site_title), ("count", &list.count)];
    let description = page.messages.fill("person.description", &holes);
    let view = PersonView {
        monogram: monogram(&name),
        description: text(page, &person.description, None, &name),
        contacts: site.into_iter().chain(email).chain(orcid).collect(),
        organization: person.organization.as_deref().and_then(|slug| page.organization_link(slug)),
        list,
        name,
    };
    Ok(Sheet {
        title: view.name.clone(),
        description,
        crumbs: vec![home_crumb(page)],
        ..Sheet::new("person.html", "person", &view)
    })
}

pub(super) fn reuse(page: &Page<'_>, at: usize) -> Result<Sheet, ThemeError> {
    let reuse = &page.site.catalog.reuses[at];
    let own = one_language(&reuse.languages);
    let said = page.said(&reuse.title, own);
    let title = if said.words.is_empty() { reuse.header.slug.to_string() } else { said.words };
    let visit = reuse.url.as_deref().and_then(external).map(|href| ActionView {
        href,
        label: page.messages.text("action.visit").to_owned(),
        icon: "out",
        main: true,
        download: false,
    });
    let (badges, notes) = states(page, reuse.private, reuse.archived);
    let services = indexes(&reuse.services, |slug| {
        page.site.catalog.services.iter().position(|service| service.header.slug.as_str() == slug)
    });
    let view = ReuseView {
        lang: said.lang,
        badges,
        notes,
        actions: visit.into_iter().chain(page.forge_actions(&reuse.header, &title)).collect(),
        image: reuse.image.as_deref().and_then(|image| page.static_file(image)),
        description: text(page, &reuse.description, own, &title),
        properties: reuse_properties(page, reuse),
        tags: page.tag_links(&reuse.tags),
        list: page.short_list(&datasets(page, &reuse.datasets))?,
        services: services.into_iter().map(|at| page.service_use(at)).collect(),
        machine: page.machine_files(&PageKey::Reuse(at)),
        title,
    };
    let kicker = page.messages.text("reuse.kicker");
    Ok(Sheet {
        title: page.messages.fill("facet.title", &[("kind", kicker), ("value", &view.title)]),
        description: described(page, &reuse.description, "reuse.description", &view.title, ""),
        crumbs: vec![home_crumb(page), page.link(&PageKey::Reuses, page.messages.text("menu.reuses"))],
        ..Sheet::new("reuse.html", "reuse", &view)
    })
}

fn reuse_properties(page: &Page<'_>, reuse: &Reuse) -> Vec<PropertyView> {
    let author = page.producer_link(reuse.organization.as_deref(), reuse.owner.as_deref());
    let (author, href) = author.map_or((String::new(), None), |link| (link.label, Some(link.href)));
    let url = reuse.url.as_deref();
    let mut properties = vec![
        property(page, "reuse.type", reuse.kind.as_ref().map(|kind| page.term(kind)).unwrap_or_default(), None),
        property(page, "reuse.topic", reuse.topic.as_ref().map(|topic| page.term(topic)).unwrap_or_default(), None),
        property(page, "reuse.author", author, href),
        property(page, "reuse.created", reuse.created.map(|date| page.long_date(date)).unwrap_or_default(), None),
        property(page, "reuse.url", url.map(clean).unwrap_or_default(), url.and_then(external)),
    ];
    properties.retain(|property| !property.value.is_empty());
    properties
}

pub(super) fn topic(page: &Page<'_>, at: usize) -> Result<Sheet, ThemeError> {
    let topic = &page.site.catalog.topics[at];
    let said = page.said(&topic.title, None);
    let title = if said.words.is_empty() { topic.header.slug.to_string() } else { said.words };
    let reuses = indexes(&topic.reuses, |slug| {
        page.site.catalog.reuses.iter().position(|reuse| reuse.header.slug.as_str() == slug)
    });
    let services = indexes(&topic.services, |slug| {
        page.site.catalog.services.iter().position(|service| service.header.slug.as_str() == slug)
    });
    let uses = reuses.into_iter().map(|at| page.reuse_use(at));
    let view = TopicView {
        lang: said.lang,
        badges: states(page, topic.private, false).0,
        actions: page.forge_actions(&topic.header, &title),
        description: text(page, &topic.description, None, &title),
        tags: page.tag_links(&topic.tags),
        list: page.short_list(&datasets(page, &topic.datasets))?,
        uses: uses.chain(services.into_iter().map(|at| page.service_use(at))).collect(),
        machine: page.machine_files(&PageKey::Topic(at)),
        title,
    };
    let kicker = page.messages.text("topic.kicker");
    Ok(Sheet {
        title: page.messages.fill("facet.title", &[("kind", kicker), ("value", &view.title)]),
        description: described(page, &topic.description, "topic.description", &view.title, &view.list.count),
        crumbs: vec![home_crumb(page), page.link(&PageKey::Topics, page.messages.text("menu.topics"))],
        ..Sheet::new("topic.html", "topic", &view)
    })
}

pub(super) fn service(page: &Page<'_>, at: usize) -> Result<Sheet, ThemeError> {
    let service = &page.site.catalog.services[at];
    let said = page.said(&service.title, None);
    let title = if said.words.is_empty() { service.header.slug.to_string() } else { said.words };
    let action = |key: &str, icon, href: Option<String>, main| {
        href.map(|href| ActionView { href, label: page.messages.text(key).to_owned(), icon, main, download: false })
    };
    let documentation =
        action("action.documentation", "text", service.documentation.as_deref().and_then(external), true);
    let call = action("action.call", "out", service.url.as_deref().and_then(external), documentation.is_none());
    let view = ServiceView {
        lang: said.lang,
        acronym: service.acronym.as_deref().map(clean),
        badges: states(page, service.private, false).0,
        notes: states(page, service.private, false).1,
        actions: documentation.into_iter().chain(call).chain(page.forge_actions(&service.header, &title)).collect(),
        description: text(page, &service.description, None, &title),
        properties: service_properties(page, service),
        contacts: service.contact_points.iter().filter_map(|contact| page.contact(contact)).collect(),
        tags: page.tag_links(&service.tags),
        list: page.short_list(&datasets(page, &service.datasets))?,
        title,
    };
    let kicker = page.messages.text("service.kicker");
    Ok(Sheet {
        title: page.messages.fill("facet.title", &[("kind", kicker), ("value", &view.title)]),
        description: described(page, &service.description, "service.description", &view.title, ""),
        crumbs: vec![home_crumb(page), page.link(&PageKey::Services, page.messages.text("menu.services"))],
        ..Sheet::new("service.html", "service", &view)
    })
}

fn service_properties(page: &Page<'_>, service: &crate::model::Service) -> Vec<PropertyView> {
    let producer = page.producer_link(service.organization.as_deref(), service.owner.as_deref());
    let (producer, producer_href) = producer.map_or((String::new(), None), |link| (link.label, Some(link.href)));
    let known = service.license.as_ref().and_then(|license| license.known);
    let raw = || service.license.as_ref().map(|license| clean(&license.raw)).unwrap_or_default();
    let license = known.map_or_else(raw, |known| known.short.get(page.code).to_owned());
    let license_href = known.and_then(|known| page.value_href(FacetKind::License, known.slug));
    let machine = service.machine_documentation.as_deref();
    let url = service.url.as_deref();
    let percent = service.availability.as_deref().map(|availability| format!("{} %", clean(availability)));
    let mut properties = vec![
        property(page, "service.url", url.map(clean).unwrap_or_default(), url.and_then(external)),
        property(page, "service.format", service.format.as_deref().map(clean).unwrap_or_default(), None),
        property(page, "service.rate_limiting", page.words(&service.rate_limiting), None),
        property(page, "service.availability", percent.unwrap_or_default(), None),
        property(page, "service.license", license, license_href),
        property(page, "service.producer", producer, producer_href),
        property(
            page,
            "service.machine_documentation",
            machine.map(clean).unwrap_or_default(),
            machine.and_then(external),
        ),
    ];
    properties.retain(|property| !property.value.is_empty());
    properties
}

impl Page<'_> {
    /// A reuse in a list of uses.
    pub(in super::super) fn reuse_use(&self, at: usize) -> UseView {
        let reuse = &self.site.catalog.reuses[at];
        let title = self.said(&reuse.title, one_language(&reuse.languages));
        let kind = reuse.kind.as_ref().map(|kind| self.term(kind));
        let author = self.producer_link(reuse.organization.as_deref(), reuse.owner.as_deref()).map(|link| link.label);
        let date = reuse.created.map(|moment| self.date(moment).text);
        let parts: Vec<String> = kind.into_iter().chain(author).chain(date).collect();
        UseView {
            href: self.href(&PageKey::Reuse(at)),
            title: if title.words.is_empty() { reuse.header.slug.to_string() } else { title.words },
            lang: title.lang,
            text: parts.join(self.messages.text("format.list")),
            icon: "chart",
        }
    }

    /// An API in a list of uses.
    pub(in super::super) fn service_use(&self, at: usize) -> UseView {
        let service = &self.site.catalog.services[at];
        let title = self.said(&service.title, None);
        let author =
            self.producer_link(service.organization.as_deref(), service.owner.as_deref()).map(|link| link.label);
        let kind = self.messages.text("service.kicker").to_owned();
        let parts: Vec<String> = [kind].into_iter().chain(author).collect();
        UseView {
            href: self.href(&PageKey::Service(at)),
            title: if title.words.is_empty() { service.header.slug.to_string() } else { title.words },
            lang: title.lang,
            text: parts.join(self.messages.text("format.list")),
            icon: "code",
        }
    }
}

fn property(page: &Page<'_>, key: &str, value: String, href: Option<String>) -> PropertyView {
    PropertyView { label: page.messages.text(key).to_owned(), value, href, code: false }
}

fn text(page: &Page<'_>, text: &Text, own: Option<&str>, label: &str) -> TextView {
    let resolve = |path: &str| page.static_file(path);
    page.markup(text, own, &MarkdownOptions { heading_level: 3, table_label: label, resolve: &resolve })
}

/// First words of a text, else a sentence that names the page.
fn described(page: &Page<'_>, text: &Text, key: &str, title: &str, count: &str) -> String {
    let said = page.summary(text, DESCRIPTION_CHARS);
    if said.is_empty() {
        let site = page.site_title();
        return page.messages.fill(key, &[("title", title), ("site", &site), ("count", count)]);
    }
    said
}

/// Badges and notes of a draft or of something archived.
fn states(page: &Page<'_>, private: bool, archived: bool) -> (Vec<BadgeView>, Vec<NoteView>) {
    let mut badges = Vec::new();
    let mut notes = Vec::new();
    let text = |key: &str| page.messages.text(key).to_owned();
    if private {
        badges.push(BadgeView { class: "is-unknown", icon: "edit", label: text("badge.draft") });
        let (title, text) = (text("note.draft"), text("note.draft_text"));
        notes.push(NoteView { class: "n-unknown", icon: "edit", title, text, links: Vec::new() });
    }
    if archived {
        badges.push(BadgeView { class: "", icon: "archive", label: text("badge.archived") });
    }
    (badges, notes)
}

fn datasets(page: &Page<'_>, slugs: &[String]) -> Vec<DatasetIndex> {
    indexes(slugs, |slug| page.site.catalog.dataset_index(slug))
}

/// The places of some slugs, each once, in their order; those that lead nowhere are left out.
fn indexes(slugs: &[String], find: impl Fn(&str) -> Option<usize>) -> Vec<usize> {
    let mut found = Vec::with_capacity(slugs.len());
    for at in slugs.iter().filter_map(|slug| find(slug)) {
        if !found.contains(&at) {
            found.push(at);
        }
    }
    found
}
