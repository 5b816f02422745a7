//! `orphaned-reference`: a reference to something that is not there.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Catalog, Dataset, Kind, Lookup, Organization, Person, Reuse, Service, SnapshotFile, Topic};
use crate::slug::Slug;
use crate::source::{KeyPath, Place};
use crate::vocab;

pub(super) static RULE: Rule = Rule {
    code: "I007",
    name: "orphaned-reference",
    severity: Severity::Error,
    en: Words {
        checks: "Every slug that a descriptor names has a descriptor, and every logo, image or snapshot without an address has a file in `content/static/`.",
        why: "The link leads nowhere, so it is left out: the dataset has no producer, the reuse no dataset, the page no picture.",
        message: "`{found}` is no {kind} of this catalogue[; did you mean `{nearest}`?]",
        expected: "[`{nearest}`, or ]the name of a {kind} in `content/{folder}/`",
        action: "[write `{nearest}`, or ]add it to `content/{folder}/`",
    },
    fr: Words {
        checks: "Tout nom cité par une fiche a sa fiche, et tout logo, image ou instantané sans adresse a son fichier dans `content/static/`.",
        why: "Le lien ne mène nulle part, il est donc omis : le jeu de données n’a pas de producteur, la réutilisation pas de données, la page pas d’image.",
        message: "`{found}` n’est pas {kind_fr} de ce catalogue[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "[`{nearest}`, ou ]le nom d’un élément de `content/{folder}/`",
        action: "[écrire `{nearest}`, ou ]l’ajouter dans `content/{folder}/`",
    },
    example: Example {
        bad: "title: Trees\norganization: town-hal\n==> content/organizations/town-hall.yaml <==\nname: Town hall\n",
        good: "title: Trees\norganization: town-hall\n==> content/organizations/town-hall.yaml <==\nname: Town hall\n",
    },
};

pub(super) const CHECKS: &[Check] = &[
    Check::Dataset(dataset),
    Check::Organization(organization),
    Check::Person(person),
    Check::Reuse(reuse),
    Check::Topic(topic),
    Check::Service(service),
    Check::Catalog(site),
];

fn dataset(dataset: &Dataset, context: &Context<'_>, report: &mut Report) {
    let mut look = Look { context, report };
    look.producer(dataset.organization.as_deref(), dataset.owner.as_deref());
    for (index, creator) in dataset.creators.iter().enumerate() {
        let path = KeyPath::of("creators").index(index);
        look.one(&[Kind::Person], creator.person.as_deref(), path.key("person"));
        look.one(&[Kind::Organization], creator.organization.as_deref(), path.key("organization"));
    }
    look.one(&[Kind::Dataset], dataset.replaced_by.as_deref(), KeyPath::of("replaced_by"));
    if let Some(transfer) = &dataset.transfer {
        let path = KeyPath::of("transfer");
        look.one(&[Kind::Organization, Kind::Person], transfer.from.as_deref(), path.key("from"));
        look.one(&[Kind::Organization, Kind::Person], transfer.to.as_deref(), path.key("to"));
    }
}

fn organization(organization: &Organization, context: &Context<'_>, report: &mut Report) {
    let mut look = Look { context, report };
    for (index, member) in organization.members.iter().enumerate() {
        let path = KeyPath::of("members").index(index);
        look.one(&[Kind::Person], member.person.as_deref(), path.key("person"));
    }
    look.image(organization.logo.as_deref(), "logo");
}

fn person(person: &Person, context: &Context<'_>, report: &mut Report) {
    let path = KeyPath::of("organization");
    Look { context, report }.one(&[Kind::Organization], person.organization.as_deref(), path);
}

fn reuse(reuse: &Reuse, context: &Context<'_>, report: &mut Report) {
    let mut look = Look { context, report };
    look.producer(reuse.organization.as_deref(), reuse.owner.as_deref());
    look.list(Kind::Dataset, &reuse.datasets, "datasets");
    look.list(Kind::Service, &reuse.services, "services");
    look.image(reuse.image.as_deref(), "image");
}

fn topic(topic: &Topic, context: &Context<'_>, report: &mut Report) {
    let mut look = Look { context, report };
    look.list(Kind::Dataset, &topic.datasets, "datasets");
    look.list(Kind::Reuse, &topic.reuses, "reuses");
    look.list(Kind::Service, &topic.services, "services");
}

fn service(service: &Service, context: &Context<'_>, report: &mut Report) {
    let mut look = Look { context, report };
    look.producer(service.organization.as_deref(), service.owner.as_deref());
    look.list(Kind::Dataset, &service.datasets, "datasets");
}

fn site(context: &Context<'_>, report: &mut Report) {
    let config = context.config;
    let mut look = Look { context, report };
    look.one(&[Kind::Organization], config.publisher.as_deref(), KeyPath::of("publisher"));
    look.image(config.logo.as_deref(), "logo");
    look.image(config.favicon.as_deref(), "favicon");
    for snapshot in &config.snapshots {
        if let SnapshotFile::Path(path) = &snapshot.file {
            look.file(path, KeyPath::of("snapshots").index(snapshot.place).key("file"));
        }
    }
}

struct Look<'a, 'b> {
    context: &'a Context<'b>,
    report: &'a mut Report,
}

impl Look<'_, '_> {
    fn producer(&mut self, organization: Option<&str>, owner: Option<&str>) {
        self.one(&[Kind::Organization], organization, KeyPath::of("organization"));
        self.one(&[Kind::Person], owner, KeyPath::of("owner"));
    }

    fn one(&mut self, kinds: &[Kind], slug: Option<&str>, path: KeyPath) {
        if let Some(slug) = slug {
            self.reference(kinds, slug, Place::value(path));
        }
    }

    fn list(&mut self, kind: Kind, slugs: &[String], key: &str) {
        for (index, slug) in slugs.iter().enumerate() {
            self.reference(&[kind], slug, Place::item(KeyPath::of(key), index, slug));
        }
    }

    /// `slug` names something of one of `kinds`.
    fn reference(&mut self, kinds: &[Kind], slug: &str, place: Place) {
        let catalog = self.context.catalog;
        if kinds.iter().any(|kind| is_described(catalog, *kind, slug)) {
            return;
        }
        let nearest = kinds.iter().find_map(|kind| nearest(catalog, *kind, slug));
        let (en, fr) = words(kinds[0]);
        let broken = self.report.fail(place).found(slug).nearest(nearest);
        broken.arg("kind", en).arg("kind_fr", fr).arg("folder", kinds[0].folder());
    }

    fn image(&mut self, path: Option<&str>, key: &str) {
        if let Some(path) = path {
            self.file(path, KeyPath::of(key));
        }
    }

    /// `path` is that of a file of `content/static/`.
    fn file(&mut self, path: &str, place: KeyPath) {
        let statics = self.context.statics;
        let has = |path: &str| statics.binary_search_by(|known| known.as_str().cmp(path)).is_ok();
        if has(path) {
            return;
        }
        let bare = path.trim_start_matches(['.', '/']);
        let bare = bare.strip_prefix("content/").unwrap_or(bare);
        let bare = bare.strip_prefix("static/").unwrap_or(bare);
        let nearest = if has(bare) { Some(bare) } else { vocab::nearest(path, statics.iter().map(String::as_str)) };
        let broken = self.report.fail(Place::value(place)).found(path).nearest(nearest);
        broken.arg("kind", "file").arg("kind_fr", "un fichier").arg("folder", "static");
    }
}

/// A draft that was left out and a descriptor that cannot be read are there, though without a page.
fn is_described(catalog: &Catalog, kind: Kind, slug: &str) -> bool {
    let unreadable = || catalog.unreadable.iter().any(|header| header.kind == kind && header.slug.as_str() == slug);
    let draft = || Slug::new(slug).is_some_and(|slug| catalog.drafts.contains(&(kind, slug)));
    catalog.has(kind, slug) || draft() || unreadable()
}

/// The thing that had this slug, else the one whose slug is nearest among those of the same initial.
fn nearest(catalog: &Catalog, kind: Kind, slug: &str) -> Option<String> {
    if let Some(renamed) = renamed(catalog, kind, slug) {
        return Some(renamed.to_owned());
    }
    let initial = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let slugs = catalog.headers().filter(|header| header.kind == kind).map(|header| header.slug.as_str());
    vocab::nearest(slug, slugs.filter(|known| initial(known) == initial(slug))).map(str::to_owned)
}

fn renamed<'a>(catalog: &'a Catalog, kind: Kind, slug: &str) -> Option<&'a str> {
    fn holder<'a, T: Lookup>(things: &'a [T], redirects: fn(&T) -> &[String], slug: &str) -> Option<&'a str> {
        let holder = things.iter().find(|thing| redirects(thing).iter().any(|old| old == slug))?;
        Some(holder.header().slug.as_str())
    }
    match kind {
        Kind::Dataset => holder(&catalog.datasets, |dataset| &dataset.redirects, slug),
        Kind::Organization => holder(&catalog.organizations, |organization| &organization.redirects, slug),
        _ => None,
    }
}

fn words(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Dataset => ("dataset", "un jeu de données"),
        Kind::Organization => ("organization", "une organisation"),
        Kind::Page => ("page", "une page"),
        Kind::Person => ("person", "une personne"),
        Kind::Reuse => ("reuse", "une réutilisation"),
        Kind::Service => ("service", "une API"),
        Kind::Site => ("site", "un site"),
        Kind::Topic => ("topic", "un dossier thématique"),
    }
}
