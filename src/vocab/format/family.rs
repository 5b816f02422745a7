//! The families of formats that people filter by.

use crate::vocab::Label;

/// What a format is good for, as data.gouv.fr groups formats in its search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    Tabular,
    MachineReadable,
    Geographical,
    Documents,
    Other,
}

impl Family {
    /// All families in the order in which they are shown.
    pub const ALL: [Family; 5] =
        [Family::Tabular, Family::MachineReadable, Family::Geographical, Family::Documents, Family::Other];

    /// data.gouv.fr's id of the family.
    pub fn id(self) -> &'static str {
        match self {
            Family::Tabular => "tabular",
            Family::MachineReadable => "machine_readable",
            Family::Geographical => "geographical",
            Family::Documents => "documents",
            Family::Other => "other",
        }
    }

    pub fn label(self) -> Label {
        match self {
            Family::Tabular => Label::new("Tabular", "Tabulaire"),
            Family::MachineReadable => Label::new("Machine-readable", "Lisible par machine"),
            Family::Geographical => Label::new("Geographical", "Géographique"),
            Family::Documents => Label::new("Documents", "Documents"),
            Family::Other => Label::new("Other", "Autres"),
        }
    }
}
