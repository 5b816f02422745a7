//! Feeds: new and changed datasets, newest first, for whoever follows the catalogue, an organisation, a keyword or a
//! topic. Atom and JSON Feed say the same.

pub(super) mod atom;
mod item;
pub(super) mod json;

use std::cmp::Reverse;

use uuid::Uuid;

use self::item::Item;
use super::context::words::line;
use super::{Agent, Context, Entry, Scope};
use crate::date::Moment;
use crate::model::{Dataset, DatasetIndex, Kind};
use crate::pipeline::order_of;
use crate::site::{FacetKind, FacetValue, PageKey};
use crate::text::url::{external, host};

/// Longest description of a feed, in characters.
const MAX_SUBTITLE: usize = 300;

/// A feed but for its entries.
struct Feed<'a> {
    /// Stays when address, titles and slugs change.
    id: Uuid,
    title: String,
    /// One line; may be empty.
    subtitle: String,
    /// Address of the page that shows the same.
    page: String,
    /// Address of the feed itself.
    address: String,
    /// Name and address of who answers for it.
    author: (String, Option<String>),
    /// Datasets with their last update, newest first.
    recent: Vec<(DatasetIndex, Moment)>,
    /// Whether entries hold whole descriptions.
    whole: bool,
    context: &'a Context<'a>,
}

/// The files of a form whose feeds have that name.
fn files(context: &Context<'_>, name: &str, media_type: &'static str) -> Vec<Entry> {
    let entry = |path: String, scope| Entry { path, media_type, scope, part: 0 };
    let mut files = vec![entry(name.to_owned(), Scope::Catalog)];
    let mut facet = |kind: FacetKind, scope: fn(usize) -> Scope| {
        let values = context.site.facet(kind).values.iter().enumerate();
        files.extend(values.map(|(at, value)| entry(format!("{}/{}/{name}", kind.folder(), value.slug), scope(at))));
    };
    facet(FacetKind::Organization, Scope::Organization);
    facet(FacetKind::Tag, Scope::Tag);
    let topics = context.site.catalog.topics.iter().enumerate().filter(|(_, topic)| !topic.private);
    files.extend(topics.map(|(at, topic)| entry(format!("topics/{}/{name}", topic.header.slug), Scope::Topic(at))));
    files
}

impl<'a> Feed<'a> {
    /// The feed of a file; none for a scope that has none, and in a site without a public address.
    fn of(context: &'a Context<'a>, entry: &Entry) -> Option<Self> {
        let site = context.site;
        let value = |kind, at: usize| -> &'a FacetValue { &site.facet(kind).values[at] };
        let (name, own, subtitle, key, datasets, most) = match entry.scope {
            Scope::Catalog => {
                let subtitle = context.plain(&site.config.description, MAX_SUBTITLE);
                let datasets = site.listed.iter().copied().chain(retired(context, |_| true)).collect();
                (String::from("feed"), None, subtitle, PageKey::Home, datasets, 100)
            }
            Scope::Organization(at) => {
                let value = value(FacetKind::Organization, at);
                let agent = context.organization(&value.slug);
                let key = PageKey::Facet(FacetKind::Organization, at, 1);
                let name = format!("feed/organization/{}", context.agent_uuid(agent));
                let subtitle = match agent {
                    Agent::Organization(one) => context.plain(&one.description, MAX_SUBTITLE),
                    Agent::Named(_) | Agent::Person(_) => String::new(),
                };
                let of_it = |dataset: &Dataset| dataset.organization.as_deref() == Some(value.slug.as_str());
                let datasets = value.datasets.iter().copied().chain(retired(context, of_it)).collect();
                (name, Some(line(agent.name(context.language()))), subtitle, key, datasets, 50)
            }
            Scope::Tag(at) => {
                let value = value(FacetKind::Tag, at);
                let key = PageKey::Facet(FacetKind::Tag, at, 1);
                (
                    format!("feed/tag/{}", value.slug),
                    Some(line(&value.id)),
                    String::new(),
                    key,
                    value.datasets.clone(),
                    20,
                )
            }
            Scope::Topic(at) => {
                let topic = &site.catalog.topics[at];
                let found = topic.datasets.iter().filter_map(|slug| site.catalog.dataset_index(slug)).collect();
                let name = format!("feed/{}/{}", Kind::Topic.name(), topic.header.identity.uuid);
                let subtitle = context.plain(&topic.description, MAX_SUBTITLE);
                (name, Some(context.title(&topic.title)), subtitle, PageKey::Topic(at), found, 50)
            }
            Scope::Part | Scope::Reuse(_) | Scope::Dataset(_) => return None,
        };
        Some(Self {
            id: Uuid::new_v5(&site.catalog.id, name.as_bytes()),
            title: titled(context, own),
            subtitle,
            page: context.page(&key)?,
            address: context.address(&entry.path)?,
            author: author(context),
            recent: recent(context, datasets, most),
            whole: !matches!(entry.scope, Scope::Tag(_)),
            context,
        })
    }

    /// When the newest entry changed; the clock when there is none.
    fn updated(&self) -> Moment {
        self.recent.first().map_or_else(|| Moment::from_day(self.context.site.now), |(_, moment)| *moment)
    }

    fn items(&self) -> impl Iterator<Item = Item<'a>> {
        let (context, whole) = (self.context, self.whole);
        self.recent.iter().filter_map(move |(index, updated)| Item::of(context, *index, *updated, whole))
    }
}

/// Withdrawn datasets: whoever follows a feed learns that they are gone, once.
fn retired<'a>(
    context: &'a Context<'_>,
    is_wanted: impl Fn(&Dataset) -> bool + 'a,
) -> impl Iterator<Item = DatasetIndex> + 'a {
    let all = context.site.catalog.datasets.iter().enumerate();
    let gone = all.filter(move |(_, one)| one.retired.is_some() && !one.private && is_wanted(one));
    gone.map(|(index, _)| index)
}

/// When a feed tells of a dataset: its last update, or the day it was withdrawn.
fn told(context: &Context<'_>, dataset: &Dataset) -> Option<Moment> {
    match &dataset.retired {
        Some(retired) => context.past(retired.date).or_else(|| context.past(dataset.header.dates.modified)),
        None => context.last_update(dataset),
    }
}

/// The listed or withdrawn ones among some datasets that have a date, newest first and each once; at most `most`.
fn recent(context: &Context<'_>, datasets: Vec<DatasetIndex>, most: usize) -> Vec<(DatasetIndex, Moment)> {
    let all = &context.site.catalog.datasets;
    let is_told = |one: &Dataset| one.is_listed() || one.retired.is_some() && !one.private;
    let told_of = datasets.into_iter().filter(|index| is_told(&all[*index]));
    let mut dated: Vec<_> = told_of.filter_map(|index| Some((index, told(context, &all[index])?))).collect();
    // Places are in the order of slugs, which settles equal dates.
    dated.sort_by_key(|(index, moment)| (Reverse(order_of(*moment)), *index));
    dated.dedup_by_key(|(index, _)| *index);
    dated.truncate(most);
    dated
}

fn titled(context: &Context<'_>, own: Option<String>) -> String {
    let catalog = catalog(context);
    match own.filter(|own| !own.is_empty()) {
        Some(own) => format!("{own}{}{catalog}", context.messages().text("format.title_separator")),
        None => catalog,
    }
}

/// The title of the catalogue; the name of its host when it has none, for a feed must have a title.
fn catalog(context: &Context<'_>) -> String {
    let title = context.title(&context.site.config.title);
    if title.is_empty() { context.base().and_then(host).unwrap_or("etal").to_owned() } else { title }
}

/// Who answers for the catalogue, else the catalogue itself.
fn author(context: &Context<'_>) -> (String, Option<String>) {
    match context.site_publisher() {
        Some(agent) => (line(agent.name(context.language())), agent.url().and_then(external)),
        None => (catalog(context), None),
    }
}
