//! What data covers, in time and space.

use crate::date::Moment;
use crate::vocab;

use super::{Coded, Extras};
use crate::text::Text;

/// The period that data covers. Either end may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TemporalCoverage {
    /// Its beginning.
    pub start: Option<Moment>,
    /// Its end.
    pub end: Option<Moment>,
}

/// The area that data covers and how finely.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spatial {
    /// Named areas.
    pub zones: Vec<ZoneRef>,
    /// West, south, east, north in degrees (WGS 84), as written.
    pub bbox: Option<[String; 4]>,
    /// A GeoJSON geometry.
    pub geometry: Option<Extras>,
    /// The finest area told apart.
    pub granularity: Option<Coded<vocab::Term>>,
}

/// A named area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneRef {
    /// Its id, `level:code`; empty when only a name is given.
    pub id: String,
    /// Its name; that of the table when not said.
    pub name: Text,
    /// The row of the table.
    pub known: Option<&'static vocab::Zone>,
}

impl TemporalCoverage {
    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.start.is_none() && self.end.is_none()
    }

    /// Whether it ends before it begins.
    pub fn is_reversed(&self) -> bool {
        match (self.start, self.end) {
            (Some(start), Some(end)) => end.date.last_day() < start.date.first_day(),
            _ => false,
        }
    }
}

impl Spatial {
    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.zones.is_empty() && self.bbox.is_none() && self.geometry.is_none() && self.granularity.is_none()
    }
}
