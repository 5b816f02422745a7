//! What data covers, in time and space.

use std::borrow::Cow;

use super::codes::GranularityId;
use super::parts::known;
use super::shape::object;
use super::values::{Address, Day, Geometry};
use super::view::{View, line};
use crate::model;
use crate::vocab::zone;

object! {
    /// The period that data covers.
    TemporalCoverage {
        /// Its beginning; null when it is open.
        start: Option<Day>,
        /// Its end; null when it is open.
        end: Option<Day>,
    }
}

object! {
    /// The area that data covers.
    SpatialCoverage<'a> {
        /// Identifiers of zones, as data.gouv.fr writes them: level and code.
        zones: Vec<Cow<'a, str>>,
        /// A geometry.
        geom: Option<Geometry<'a>>,
        /// How fine the places in the data are.
        granularity: Option<GranularityId>,
        /// West, south, east, north in degrees (WGS 84).
        bbox: Option<[f64; 4]>,
        /// All zones with what is known of them, those without an identifier included.
        places: Vec<Place<'a>>,
    }
}

object! {
    /// A named area.
    Place<'a> {
        /// Its identifier.
        id: Option<Cow<'a, str>>,
        /// Its name.
        name: Option<Cow<'a, str>>,
        /// Its level: what stands before its code.
        level: Option<Cow<'a, str>>,
        /// Its concept in the EU authority table of countries.
        concept: Option<Address>,
        /// Its name in other languages than the first of the site.
        translations: Vec<super::parts::NameTranslation<'a>>,
    }
}

impl TemporalCoverage {
    /// None when nothing is known.
    pub(super) fn new(coverage: &model::TemporalCoverage) -> Option<Self> {
        let end = |moment: Option<crate::date::Moment>| moment.map(Day);
        (!coverage.is_empty()).then(|| Self { start: end(coverage.start), end: end(coverage.end) })
    }
}

impl<'a> SpatialCoverage<'a> {
    /// None when nothing is known.
    pub(super) fn new(view: &View<'_, 'a>, spatial: &'a model::Spatial) -> Option<Self> {
        if spatial.is_empty() {
            return None;
        }
        let number = |text: &String| text.parse::<f64>().ok().filter(|number| number.is_finite());
        let bbox = spatial.bbox.as_ref().and_then(|[west, south, east, north]| {
            Some([number(west)?, number(south)?, number(east)?, number(north)?])
        });
        Some(Self {
            zones: spatial.zones.iter().filter_map(|zone| line(Some(&zone.id))).collect(),
            geom: spatial.geometry.as_ref().map(Geometry),
            granularity: known(spatial.granularity.as_ref()).map(|term| GranularityId(term.id)),
            bbox,
            places: spatial.zones.iter().map(|zone| Place::new(view, zone)).collect(),
        })
    }
}

impl<'a> Place<'a> {
    fn new(view: &View<'_, 'a>, place: &'a model::ZoneRef) -> Self {
        let of_table = || place.known.map(|row| Cow::Borrowed(row.label.get(view.context.language())));
        let id = line(Some(&place.id));
        Self {
            name: view.words(&place.name).or_else(of_table),
            level: id.as_ref().and_then(|_| line(Some(zone::level(&place.id)))),
            id,
            concept: place.known.and_then(|row| row.eu_uri()).map(Address),
            translations: super::parts::name_translations(view, &place.name),
        }
    }
}
