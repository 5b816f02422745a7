//! Files in the shape of CKAN's action API: the list of packages, and each package.
//!
//! Shape: what CKAN 2.10 answers to `package_list` and `package_show`; names of extras are those of ckanext-dcat.

mod package;

use std::io::{self, Write};

use serde::Serialize;

use self::package::Package;
use super::{Context, Entry, Exporter, Scope};
use crate::vocab::Label;

const MEDIA_TYPE: &str = "application/json";
const HELP: &str = "A file, written when the site was built: it takes no parameters, and there is no other action.";

pub(super) static EXPORTER: Exporter = Exporter {
    id: "ckan",
    title: Label::new("CKAN packages", "Paquets CKAN"),
    about: Label::new(
        "The list of packages and each package as CKAN answers them. For people and scripts, not for harvesters: a \
         host of files does not read the parameters that they send.",
        "La liste des paquets et chaque paquet, tels que CKAN les sert. Pour les personnes et les scripts, pas pour \
         les moissonneurs : un hébergement de fichiers ne lit pas les paramètres qu’ils envoient.",
    ),
    without_address: false,
    files,
    write,
};

/// What every answer of CKAN is wrapped in.
#[derive(Serialize)]
struct Answer<T> {
    help: &'static str,
    success: bool,
    result: T,
}

fn files(context: &Context<'_>) -> Vec<Entry> {
    let entry = |path, scope| Entry { path, media_type: MEDIA_TYPE, scope, part: 0 };
    let list = entry(String::from("api/3/action/package_list.json"), Scope::Catalog);
    let packages = context.datasets().map(|(place, dataset)| {
        entry(format!("api/3/action/package_show/{}.json", dataset.slug()), Scope::Dataset(place))
    });
    std::iter::once(list).chain(packages).collect()
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let mut bytes = match entry.scope {
        Scope::Dataset(place) => answer(Package::new(context, place)),
        _ => answer(context.listed().map(|(_, dataset)| dataset.slug()).collect::<Vec<_>>()),
    }?;
    bytes.push(b'\n');
    out.write_all(&bytes)
}

fn answer(result: impl Serialize) -> io::Result<Vec<u8>> {
    Ok(serde_json::to_vec(&Answer { help: HELP, success: true, result })?)
}
