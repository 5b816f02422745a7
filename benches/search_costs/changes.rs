//! How many files one changed dataset renames.

use std::collections::BTreeSet;

use etal::search::Published;
use etal::site::Site;
use etal::text::Text;
use etal::theme::Theme;

/// Prints how many files get another name when one dataset changes. The site is left changed.
pub(crate) fn print(site: &mut Site, theme: &Theme, before: &Published) {
    let names: BTreeSet<&str> = before.paths().collect();
    let changed = |site: &Site| {
        let after = etal::search::publish(site, theme);
        let new: Vec<String> = after.paths().filter(|path| !names.contains(path)).map(str::to_owned).collect();
        let of = |kind: &str| new.iter().filter(|path| path.starts_with(&format!("search/{kind}/"))).count();
        let kinds = ["terms", "postings", "reversed", "starts", "cards", "columns", "orders", "tags"];
        let parts: Vec<String> = kinds.iter().map(|kind| format!("{} {kind}", of(kind))).collect();
        println!("| {} | {} |", new.len(), parts.join(", "));
    };
    let index = site.listed[site.listed.len() / 2];
    println!("\none dataset changes, of {} files:\n\n| change | new files | of them |\n|---|---|---|", names.len());
    let modified = site.catalog.datasets[index].modified;
    print!("| its date ");
    site.catalog.datasets[index].modified = site.catalog.datasets[site.listed[0]].modified;
    changed(site);
    site.catalog.datasets[index].modified = modified;
    print!("| one sentence of eight words ");
    let description = site.catalog.datasets[index].description.first().to_owned();
    let longer = format!("{description}\n\nLe marché de la ville change de place.");
    site.catalog.datasets[index].description = Text::plain(longer);
    changed(site);
    site.catalog.datasets[index].description = Text::plain(description);
    print!("| it is new ");
    let published =
        |index: &usize| site.catalog.datasets[*index].first_published().map(|moment| moment.date.first_day());
    let index = site.listed.iter().copied().max_by_key(published).unwrap_or(index);
    site.listed.retain(|listed| *listed != index);
    for value in site.facets.iter_mut().flat_map(|facet| &mut facet.values) {
        value.datasets.retain(|listed| *listed != index);
    }
    changed(site);
}
