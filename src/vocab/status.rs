//! The state of a dataset or of one of its files: in preparation, kept up, ended.
//!
//! Source: the EU authority tables `dataset-status` and `distribution-status` of the Publications Office, which have the
//! same codes.

use super::Label;

/// A code of both tables.
#[derive(Debug, PartialEq, Eq)]
pub struct Status {
    /// Code of the EU tables.
    pub code: &'static str,
    pub label: Label,
}

/// The data is not finished.
pub static DEVELOP: Status = status("DEVELOP", "Under development", "En préparation");
/// The data is finished.
pub static COMPLETED: Status = status("COMPLETED", "Completed", "Achevé");
/// The data should no longer be used.
pub static DEPRECATED: Status = status("DEPRECATED", "Deprecated", "Obsolète");
/// The data is no longer kept up.
pub static DISCONTINUED: Status = status("DISCONT", "Discontinued", "Abandonné");
/// The data is no longer published.
pub static WITHDRAWN: Status = status("WITHDRAWN", "Withdrawn", "Retiré");

/// All codes, from the first state to the last.
pub static ALL: [&Status; 5] = [&DEVELOP, &COMPLETED, &DEPRECATED, &DISCONTINUED, &WITHDRAWN];

const fn status(code: &'static str, en: &'static str, fr: &'static str) -> Status {
    Status { code, label: Label::new(en, fr) }
}

impl Status {
    /// The state of a code.
    pub fn find(code: &str) -> Option<&'static Status> {
        ALL.into_iter().find(|status| status.code == code.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found() {
        for status in ALL {
            assert_eq!(Status::find(status.code), Some(status));
        }
        assert_eq!(Status::find("ACTIVE"), None);
    }
}
