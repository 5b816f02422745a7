//! The sidebar of a dataset.

use jiff::ToSpan;

use super::super::context::{Page, clean};
use super::super::svg;
use super::super::views::{
    DateRowView, FactsView, LicenseView, LinkView, PeriodView, PlacesView, PropertyView, SpanView,
};
use crate::date::{Moment, PartialDate};
use crate::model::{Dataset, DatasetIndex, Identifier, Schema, TemporalCoverage};
use crate::site::{FacetKind, PageKey, address};
use crate::text::url::external;
use crate::vocab;

const DAY_MINUTES: u32 = 24 * 60;

pub(super) fn facts(page: &Page<'_>, index: DatasetIndex, dataset: &Dataset) -> FactsView {
    FactsView {
        producer: page.producer(dataset),
        contacts: dataset.contact_points.iter().filter_map(|contact| page.contact(contact)).collect(),
        creators: dataset.creators.iter().filter_map(|creator| page.creator(creator)).collect(),
        license: license(page, dataset),
        dates: dates(page, dataset),
        frequency: frequency(page, dataset),
        frequency_note: expected(page, dataset),
        period: period(page, dataset.temporal),
        places: places(page, dataset),
        themes: themes(page, dataset),
        topics: topics(page, index),
        tags: page.tag_links(&dataset.tags),
        more: more(page, dataset),
        links: links(page, dataset),
        identifiers: identifiers(page, dataset),
    }
}

fn license(page: &Page<'_>, dataset: &Dataset) -> LicenseView {
    let Some(license) = &dataset.license else {
        return LicenseView {
            name: page.messages.text("facts.license_missing").to_owned(),
            note: page.messages.text("facts.license_missing_note").to_owned(),
            missing: true,
            ..LicenseView::default()
        };
    };
    let Some(known) = license.known else {
        let text_href = external(&license.raw);
        return LicenseView { name: clean(&license.raw), text_href, ..LicenseView::default() };
    };
    LicenseView {
        name: known.short.get(page.code).to_owned(),
        href: page.value_href(FacetKind::License, known.slug),
        text_href: external(known.url),
        note: known.summary.get(page.code).to_owned(),
        missing: !known.specified,
    }
}

fn dates(page: &Page<'_>, dataset: &Dataset) -> Vec<DateRowView> {
    let row = |key: &str, date: Option<Moment>, main| DateRowView {
        label: page.messages.text(key).to_owned(),
        text: if date.is_none() { page.messages.text("facts.unknown_date").to_owned() } else { String::new() },
        date: date.map(|moment| page.date(moment)),
        main,
    };
    let mut rows = vec![row("facts.data_modified", dataset.data_modified(), true)];
    rows.extend(dataset.created.map(|date| row("facts.data_created", Some(date), false)));
    rows.push(row("facts.metadata_modified", dataset.header.dates.modified, false));
    rows.extend(dataset.header.dates.created.map(|date| row("facts.metadata_created", Some(date), false)));
    let harvested = dataset.harvest.as_ref().and_then(|harvest| harvest.last_update);
    rows.extend(harvested.map(|date| row("dataset.harvested_on", Some(date), false)));
    rows
}

fn frequency(page: &Page<'_>, dataset: &Dataset) -> LinkView {
    let Some(frequency) = &dataset.frequency else {
        return LinkView { label: page.messages.text("facts.frequency_missing").to_owned(), ..LinkView::default() };
    };
    match frequency.known {
        None => LinkView { label: clean(&frequency.raw), ..LinkView::default() },
        Some(known) => LinkView {
            href: page.value_href(FacetKind::Frequency, &address(known.id)).unwrap_or_default(),
            label: known.label.get(page.code).to_owned(),
            lang: None,
        },
    }
}

/// When the next update should come, for delays of a day or more. It follows from the data's date alone: the page does
/// not change with the clock.
fn expected(page: &Page<'_>, dataset: &Dataset) -> String {
    let minutes = dataset.frequency.as_ref().and_then(|frequency| frequency.known?.delay_minutes);
    let date = || {
        let days = minutes.filter(|minutes| *minutes >= DAY_MINUTES)? / DAY_MINUTES;
        let modified = dataset.data_modified().filter(|_| dataset.is_listed())?.date;
        modified.day()?;
        modified.first_day().checked_add(i64::from(days).days()).ok()
    };
    date().map_or_else(String::new, |date| {
        page.messages.fill("facts.expected", &[("date", &page.messages.date(&date.to_string()))])
    })
}

pub(super) fn period(page: &Page<'_>, temporal: TemporalCoverage) -> Option<PeriodView> {
    if temporal.is_empty() {
        return None;
    }
    let written = |moment: Moment| page.long_date(moment);
    let text = match (temporal.start, temporal.end) {
        (Some(start), Some(end)) if start.date == end.date => written(start),
        (Some(start), Some(end)) => {
            page.messages.fill("facts.from_to", &[("start", &written(start)), ("end", &written(end))])
        }
        (Some(start), None) => page.messages.fill("facts.since", &[("start", &written(start))]),
        (None, Some(end)) => page.messages.fill("facts.until", &[("end", &written(end))]),
        (None, None) => return None,
    };
    Some(PeriodView { text, span: None })
}

/// A period on a scale of whole years.
pub(super) fn span(temporal: TemporalCoverage, first: i16, last: i16) -> SpanView {
    let years = f64::from(last - first + 1).max(1.0);
    let place = |date: PartialDate, day: jiff::civil::Date| {
        let into = f64::from(day.day_of_year()) / 366.0;
        ((f64::from(date.year() - first) + into) / years * 100.0).clamp(0.0, 100.0)
    };
    let start = temporal.start.map_or(0.0, |start| place(start.date, start.date.first_day()));
    let end = temporal.end.map_or(97.0, |end| place(end.date, end.date.last_day()));
    let open = temporal.end.is_none();
    SpanView {
        x: format!("{start:.1}"),
        width: format!("{:.1}", (end - start).max(1.0)),
        open_x: open.then(|| String::from("97")),
        open_width: String::from("3"),
        years: Vec::new(),
    }
}

fn places(page: &Page<'_>, dataset: &Dataset) -> Option<PlacesView> {
    let spatial = &dataset.spatial;
    if spatial.is_empty() {
        return None;
    }
    let zones = spatial.zones.iter().map(|zone| {
        let said = page.words(&zone.name);
        let known = || zone.known.map_or_else(|| clean(&zone.id), |known| known.label.get(page.code).to_owned());
        LinkView { label: if said.is_empty() { known() } else { said }, ..LinkView::default() }
    });
    let granularity = spatial.granularity.as_ref().and_then(|granularity| {
        let known = granularity.known?;
        let href = page.value_href(FacetKind::Granularity, &address(known.id))?;
        Some(LinkView { href, label: known.label.get(page.code).to_owned(), lang: None })
    });
    let label = page.messages.text("facts.map");
    Some(PlacesView {
        zones: zones.collect(),
        bounds: spatial.bbox.as_ref().map_or_else(String::new, |bbox| bounds(page, bbox)),
        map_html: spatial.geometry.as_ref().and_then(|geometry| svg::outline(geometry, label)).unwrap_or_default(),
        granularity,
    })
}

fn bounds(page: &Page<'_>, [west, south, east, north]: &[String; 4]) -> String {
    let holes = [("west", west), ("south", south), ("east", east), ("north", north)];
    let clean: Vec<(&str, String)> = holes.into_iter().map(|(name, value)| (name, clean(value))).collect();
    let holes: Vec<(&str, &str)> = clean.iter().map(|(name, value)| (*name, value.as_str())).collect();
    page.messages.fill("facts.bounds", &holes)
}

fn themes(page: &Page<'_>, dataset: &Dataset) -> Vec<LinkView> {
    let known = dataset.themes.iter().filter_map(|theme| theme.known);
    let link = |theme: &'static vocab::Theme| LinkView {
        href: page
            .value_href(FacetKind::Theme, &address(theme.code))
            .unwrap_or_else(|| page.href(&PageKey::Facets(FacetKind::Theme))),
        label: theme.label.get(page.code).to_owned(),
        lang: None,
    };
    known.map(link).collect()
}

fn topics(page: &Page<'_>, index: DatasetIndex) -> Vec<LinkView> {
    let topics = page.site.relations.topics.get(index).into_iter().flatten();
    let link = |at: &usize| {
        let title = page.said(&page.site.catalog.topics[*at].title, None);
        LinkView { href: page.href(&PageKey::Topic(*at)), label: title.words, lang: title.lang }
    };
    topics.map(link).collect()
}

fn links(page: &Page<'_>, dataset: &Dataset) -> Vec<LinkView> {
    let link = |link: &crate::model::Link| {
        let href = external(&link.url)?;
        let title = page.said(&link.title, super::super::context::own_language(dataset));
        let label = if title.words.is_empty() { clean(&link.url) } else { title.words };
        Some(LinkView { href, label, lang: title.lang })
    };
    dataset.links.iter().filter_map(link).collect()
}

fn more(page: &Page<'_>, dataset: &Dataset) -> Vec<PropertyView> {
    let property = |key: &str, value: String| PropertyView {
        label: page.messages.text(key).to_owned(),
        value,
        ..PropertyView::default()
    };
    let mut more = Vec::new();
    let hvd = dataset.hvd_category.as_ref().map(|category| page.term(category));
    more.extend(hvd.map(|category| property("facts.high_value", category)));
    more.extend(dataset.version.as_deref().map(|version| property("facts.version", clean(version))));
    more.extend(dataset.series.as_deref().map(|series| property("facts.series", clean(series))));
    let languages: Vec<String> = dataset
        .languages
        .iter()
        .map(|language| {
            language.known.map_or_else(|| clean(&language.raw), |known| known.label.get(page.code).to_owned())
        })
        .collect();
    if !languages.is_empty() {
        more.push(property("facts.languages", page.messages.list(&languages)));
    }
    more.extend(dataset.schema.as_ref().and_then(|schema| schema_property(page, schema)));
    let provenance = page.words(&dataset.provenance);
    more.extend((!provenance.is_empty()).then(|| property("facts.provenance", provenance)));
    more
}

/// A schema by its name and version, linked to its address.
pub(super) fn schema_property(page: &Page<'_>, schema: &Schema) -> Option<PropertyView> {
    let name = schema.name.as_deref().or(schema.url.as_deref()).map(clean)?;
    let version = schema.version.as_deref().map(clean).unwrap_or_default();
    Some(PropertyView {
        label: page.messages.text("facts.schema").to_owned(),
        value: format!("{name} {version}").trim().to_owned(),
        href: schema.url.as_deref().and_then(external),
        code: false,
    })
}

fn identifiers(page: &Page<'_>, dataset: &Dataset) -> Vec<PropertyView> {
    let mut identifiers: Vec<PropertyView> =
        dataset.identifiers.iter().map(|identifier| identifier_property(page, identifier)).collect();
    identifiers.push(PropertyView {
        label: page.messages.text("dataset.slug").to_owned(),
        value: dataset.slug().to_owned(),
        code: true,
        ..PropertyView::default()
    });
    identifiers
}

fn identifier_property(page: &Page<'_>, identifier: &Identifier) -> PropertyView {
    let value = clean(&identifier.value);
    let kind = identifier.kind.as_deref();
    let href = identifier.address();
    let label = kind.map_or_else(|| page.messages.text("dataset.id").to_owned(), |kind| clean(kind).to_uppercase());
    PropertyView { label, value, href, code: true }
}
