//! Who may use data, under data.gouv.fr's names.

use super::codes::{AccessCondition, AccessReason, AccessRole, AccessType};
use super::parts::{Unrecognized, known, note};
use super::shape::object;
use crate::model::{Access, Audience};

object! {
    /// What an audience of restricted data may do.
    AccessAudience {
        /// Who.
        role: AccessRole,
        /// Whether they have access; null when the descriptor does not say.
        condition: Option<AccessCondition>,
    }
}

/// The type of access; open when the descriptor does not say, as for data.gouv.fr.
pub(super) fn kind(access: &Access) -> AccessType {
    known(access.kind.as_ref()).map_or(AccessType("open"), |term| AccessType(term.id))
}

/// The audiences whose role is known.
pub(super) fn audiences(access: &Access) -> Vec<AccessAudience> {
    let audience = |audience: &Audience| {
        let condition = known(audience.condition.as_ref()).map(|term| AccessCondition(term.id));
        Some(AccessAudience { role: AccessRole(audience.role.known?.id), condition })
    };
    access.audiences.iter().filter_map(audience).collect()
}

/// The category of the reason.
pub(super) fn reason(access: &Access) -> Option<AccessReason> {
    known(access.reason_category.as_ref()).map(|term| AccessReason(term.id))
}

/// Notes the codes of access that nobody knows.
pub(super) fn unrecognized<'a>(notes: &mut Vec<Unrecognized<'a>>, access: &'a Access) {
    note(notes, "access.type", &access.kind);
    note(notes, "access.audiences.role", access.audiences.iter().map(|audience| &audience.role));
    note(notes, "access.audiences.condition", access.audiences.iter().filter_map(|one| one.condition.as_ref()));
    note(notes, "access.reason_category", &access.reason_category);
}
