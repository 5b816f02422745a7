//! Why an operation is not made: in the words of whoever asked, with what to do.

use super::steps::Fault;
use crate::slug::Slug;

/// Why an operation cannot be made as it was asked. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A name that is no slug.
    BadSlug(String),
    /// A dataset of this name is there; its path.
    Exists(String),
    /// No dataset has this name; the nearest, and whether it once had that name.
    NoDataset(String, Option<String>),
    /// No resource of the dataset is called so, or several are.
    NoResource(String, String),
    /// The descriptor at this path cannot be read.
    Unreadable(String),
    /// This key has no room for others below it: dataset, key.
    NoRoom(String, String),
    /// The key cannot be changed without changing something else as well: path, key.
    Entangled(String, String),
    /// A file of this path is there already.
    FileExists(String),
    /// A name that no file of a dataset may have.
    BadFileName(String),
    /// A file of another format than the one it takes the place of: new, old.
    OtherFormat(String, String),
    /// A resource needs a file or an address.
    NoLocation,
    /// An operation that is not written as it should be: which one from 1, what is wrong in English and French.
    BadOperation(usize, String, String),
    /// Two descriptors share the slug, or the folder: slug, the other one.
    Twin(String, String),
    /// A dataset that is to take its own place.
    Itself(String),
    /// A dataset is withdrawn without a reason.
    NoReason,
    /// Neither a name nor a title is given.
    NoName,
}

impl Refusal {
    /// What is wrong: lower case, no full stop.
    pub fn message(&self, language: &str) -> String {
        if language.starts_with("fr") { self.message_fr() } else { self.message_en() }
    }

    /// What to do, where something can be said.
    pub fn remedy(&self, language: &str) -> Option<String> {
        if language.starts_with("fr") { self.remedy_fr() } else { self.remedy_en() }
    }

    fn message_en(&self) -> String {
        match self {
            Self::BadSlug(text) => format!("`{text}` cannot be a name of files and addresses"),
            Self::Exists(path) => format!("`{path}` exists already"),
            Self::NoDataset(slug, _) => format!("no dataset `{slug}` in this catalogue"),
            Self::NoResource(dataset, name) => format!("not one resource `{name}` in the dataset `{dataset}`"),
            Self::Unreadable(path) => format!("`{path}` cannot be read"),
            Self::NoRoom(dataset, key) => format!("`{key}` of `{dataset}` has no room for this value"),
            Self::Entangled(path, key) => {
                format!("`{key}` cannot be changed in `{path}` without changing something else")
            }
            Self::FileExists(path) => format!("`{path}` exists already"),
            Self::BadFileName(name) => format!("no file of a dataset can be called `{name}`"),
            Self::OtherFormat(new, old) => format!("`{new}` cannot take the place of `{old}`: the formats differ"),
            Self::NoLocation => String::from("a resource needs a file or an address"),
            Self::BadOperation(number, en, _) => format!("operation {number}: {en}"),
            Self::Twin(slug, other) => {
                format!("`{other}` describes the dataset `{slug}` too, and shares its folder (`duplicate-slug`)")
            }
            Self::Itself(slug) => format!("`{slug}` cannot take its own place"),
            Self::NoReason => String::from("a dataset that is withdrawn needs a reason"),
            Self::NoName => String::from("neither a slug nor a title is given"),
        }
    }

    fn message_fr(&self) -> String {
        match self {
            Self::BadSlug(text) => format!("`{text}` ne peut pas être un nom de fichier et d’adresse"),
            Self::Exists(path) => format!("`{path}` existe déjà"),
            Self::NoDataset(slug, _) => format!("pas de jeu de données `{slug}` dans ce catalogue"),
            Self::NoResource(dataset, name) => {
                format!("pas une seule ressource `{name}` dans le jeu de données `{dataset}`")
            }
            Self::Unreadable(path) => format!("`{path}` est illisible"),
            Self::NoRoom(dataset, key) => format!("`{key}` de `{dataset}` n’a pas de place pour cette valeur"),
            Self::Entangled(path, key) => {
                format!("`{key}` ne peut être modifié dans `{path}` sans modifier autre chose")
            }
            Self::FileExists(path) => format!("`{path}` existe déjà"),
            Self::BadFileName(name) => format!("aucun fichier d’un jeu de données ne peut s’appeler `{name}`"),
            Self::OtherFormat(new, old) => {
                format!("`{new}` ne peut prendre la place de `{old}`\u{a0}: les formats diffèrent")
            }
            Self::NoLocation => String::from("il faut à une ressource un fichier ou une adresse"),
            Self::BadOperation(number, _, fr) => format!("opération {number}\u{a0}: {fr}"),
            Self::Twin(slug, other) => {
                format!("`{other}` décrit aussi le jeu de données `{slug}` et partage son dossier (`duplicate-slug`)")
            }
            Self::Itself(slug) => format!("`{slug}` ne peut prendre sa propre place"),
            Self::NoReason => String::from("il faut une raison pour retirer un jeu de données"),
            Self::NoName => String::from("ni nom ni titre ne sont donnés"),
        }
    }

    fn remedy_en(&self) -> Option<String> {
        Some(match self {
            Self::BadSlug(text) => format!("use `{}`", Slug::from_text(text)),
            Self::Exists(_) => String::from("choose another name, or change it with `etal dataset update`"),
            Self::NoDataset(_, nearest) => format!("did you mean `{}`?", nearest.as_ref()?),
            Self::NoResource(dataset, _) => {
                format!(
                    "name it by its id, its path, its address or its place from 0; `etal dataset show {dataset}` has them"
                )
            }
            Self::Unreadable(_) => String::from("mend it first; `etal check` says what is wrong"),
            Self::NoRoom(..) => String::from("set the key above it as a whole"),
            Self::Entangled(..) => String::from("change it by hand"),
            Self::FileExists(_) => {
                String::from("give it another name with `--as`, or replace the file with `etal resource update --file`")
            }
            Self::BadFileName(_) => String::from("give it another name with `--as`"),
            Self::OtherFormat(..) => String::from("give the new name with `--as`, or add it as a resource of its own"),
            Self::Twin(..) => String::from(
                "delete by hand the descriptor that is one too many, or give it another name, then run the command again",
            ),
            Self::Itself(_) => String::from("name another dataset with `--replaced-by`, or leave it out"),
            Self::NoReason => String::from("say why with `--reason`"),
            Self::NoName => String::from("`etal dataset create SLUG --title …`"),
            Self::NoLocation | Self::BadOperation(..) => return None,
        })
    }

    fn remedy_fr(&self) -> Option<String> {
        Some(match self {
            Self::BadSlug(text) => format!("employer `{}`", Slug::from_text(text)),
            Self::Exists(_) => String::from("choisir un autre nom, ou le modifier avec `etal dataset update`"),
            Self::NoDataset(_, nearest) => format!("vouliez-vous dire `{}`\u{202f}?", nearest.as_ref()?),
            Self::NoResource(dataset, _) => {
                format!(
                    "la nommer par son identifiant, son chemin, son adresse ou son rang à partir de 0\u{202f}; `etal dataset show {dataset}` les donne"
                )
            }
            Self::Unreadable(_) => String::from("la corriger d’abord\u{202f}; `etal check` dit ce qui ne va pas"),
            Self::NoRoom(..) => String::from("donner d’un bloc la clé au-dessus"),
            Self::Entangled(..) => String::from("le modifier à la main"),
            Self::FileExists(_) => String::from(
                "lui donner un autre nom avec `--as`, ou remplacer le fichier avec `etal resource update --file`",
            ),
            Self::BadFileName(_) => String::from("lui donner un autre nom avec `--as`"),
            Self::OtherFormat(..) => String::from("donner le nouveau nom avec `--as`, ou en faire une autre ressource"),
            Self::Twin(..) => String::from(
                "supprimer à la main la fiche qui est de trop, ou lui donner un autre nom, puis relancer la commande",
            ),
            Self::Itself(_) => String::from("nommer un autre jeu de données avec `--replaced-by`, ou ne pas le donner"),
            Self::NoReason => String::from("dire pourquoi avec `--reason`"),
            Self::NoName => String::from("`etal dataset create NOM --title …`"),
            Self::NoLocation | Self::BadOperation(..) => return None,
        })
    }

    pub(super) fn of(fault: Fault, path: &str, slug: &str) -> Self {
        match fault {
            Fault::NoRoom(key) => Self::NoRoom(slug.to_owned(), key.to_string()),
            Fault::Unreadable => Self::Unreadable(path.to_owned()),
            Fault::Entangled(key) => Self::Entangled(path.to_owned(), key.to_string()),
        }
    }
}
