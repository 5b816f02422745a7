//! Resources as portals see them: distributions with a format, a media type, a size and an address.
//!
//! What a descriptor leaves out is taken from the hosted file or from the format, as the exports do.

use super::{Dataset, HostedFile, Location, Resource};
use crate::vocab::Format;

/// What data.europa.eu's metadata quality assessment (MQA) asks of the form of a distribution, with
/// the points it gives: a format, a media type, one of them in a public list, a format that nobody
/// owns, a format that machines read.
pub const INTEROPERABILITY_POINTS: [u32; 5] = [20, 10, 10, 20, 20];

impl Resource {
    /// Whether it holds the data, rather than words or code about it.
    pub fn is_distribution(&self) -> bool {
        !matches!(self.type_id(), "documentation" | "code")
    }

    /// Its format: as [`Resource::known_format`] has it, else that of its hosted file.
    pub fn format_among(&self, files: &[HostedFile]) -> Option<&'static Format> {
        self.known_format().or_else(|| self.hosted(files)?.format)
    }

    /// Its media type: as declared, else that of its format.
    pub fn media_type_among(&self, files: &[HostedFile]) -> Option<&str> {
        self.mime.as_deref().or_else(|| self.format_among(files)?.media_type())
    }

    /// Its size in bytes: that of its hosted file, else as declared.
    pub fn size_among(&self, files: &[HostedFile]) -> Option<u64> {
        self.hosted(files).map(|file| file.size).or(self.size)
    }

    /// Whether its address gives the file itself: a hosted file, or an address that is neither an
    /// API nor a page.
    pub fn is_download(&self) -> bool {
        match &self.location {
            Location::Hosted(_) => true,
            Location::Remote(_) => {
                let asks = |format: &Format| format.service || matches!(format.id, "html" | "xhtml");
                self.type_id() != "api" && self.known_format().is_some_and(|format| !asks(format))
            }
            Location::Absent => false,
        }
    }

    /// Whether its format or its media type is in a public list: the EU table of file types, or the
    /// IANA registry (whose names never begin with `x-`).
    pub fn is_listed(&self, files: &[HostedFile]) -> bool {
        self.is_listed_as(self.format_among(files))
    }

    fn is_listed_as(&self, format: Option<&Format>) -> bool {
        let registered = |media_type: &str| media_type.split_once('/').is_some_and(|(_, name)| !name.starts_with("x-"));
        if format.is_some_and(|format| format.eu.is_some()) {
            return true;
        }
        match &self.mime {
            Some(mime) => Format::find(mime).is_some() && registered(mime),
            None => format.and_then(Format::media_type).is_some_and(registered),
        }
    }

    fn interoperability(&self, files: &[HostedFile]) -> u32 {
        let format = self.format_among(files);
        let met = [
            self.format.is_some() || format.is_some(),
            self.mime.is_some() || format.and_then(Format::media_type).is_some(),
            self.is_listed_as(format),
            format.is_some_and(Format::non_proprietary),
            format.is_some_and(Format::machine_readable),
        ];
        met.iter().zip(INTEROPERABILITY_POINTS).filter(|(met, _)| **met).map(|(_, points)| points).sum()
    }
}

impl Dataset {
    /// The distribution that the MQA judges, with its place among the resources: the one with most
    /// points for its form; among equals one to download, then one whose size is known, then the
    /// first. Documentation and code count only when there is nothing else.
    pub fn best_distribution(&self) -> Option<(usize, &Resource)> {
        let rank = |resource: &Resource| {
            let form = resource.interoperability(&self.files);
            (resource.is_distribution(), form, resource.is_download(), resource.size_among(&self.files).is_some())
        };
        if let [only] = self.resources.as_slice() {
            return Some((0, only));
        }
        // `max_by_key` gives the last of equals.
        self.resources.iter().enumerate().rev().max_by_key(|(_, resource)| rank(resource))
    }

    /// Whether nobody keeps it up any more: archived or withdrawn.
    pub fn is_ended(&self) -> bool {
        self.archived.is_some() || self.retired.is_some()
    }
}
