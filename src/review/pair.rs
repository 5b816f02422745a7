//! Which thing of before is which thing of now: by identity, by slug, by what a descriptor or git says of a rename.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Header, Kind, Lookup};
use crate::site::Site;

/// A thing by its places in the lists of before and of now. One of them at least is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paired {
    pub(super) before: Option<usize>,
    pub(super) after: Option<usize>,
}

/// The headers of a kind, in the order of its list.
pub(super) fn headers(site: &Site, kind: Kind) -> Vec<&Header> {
    fn all<T: Lookup>(list: &[T]) -> Vec<&Header> {
        list.iter().map(Lookup::header).collect()
    }
    let catalog = &site.catalog;
    match kind {
        Kind::Dataset => all(&catalog.datasets),
        Kind::Organization => all(&catalog.organizations),
        Kind::Page => all(&catalog.pages),
        Kind::Person => all(&catalog.people),
        Kind::Reuse => all(&catalog.reuses),
        Kind::Service => all(&catalog.services),
        Kind::Site => Vec::new(),
        Kind::Topic => all(&catalog.topics),
    }
}

/// Former slugs that a thing says it had.
fn redirects(site: &Site, kind: Kind, at: usize) -> &[String] {
    match kind {
        Kind::Dataset => &site.catalog.datasets[at].redirects,
        Kind::Organization => &site.catalog.organizations[at].redirects,
        _ => &[],
    }
}

/// Pairs the things of a kind, those of now first, in the order of their slugs.
pub(super) fn pair(kind: Kind, before: &Site, after: &Site, renames: &[(String, String)]) -> Vec<Paired> {
    let mut matching = Matching {
        old: headers(before, kind),
        new: headers(after, kind),
        of_new: BTreeMap::new(),
        taken: BTreeSet::new(),
    };
    matching.by_slug(true);
    matching.by_identity();
    for new in matching.open() {
        let said = redirects(after, kind, new).iter();
        let found = said.filter_map(|slug| matching.old_of_slug(slug)).find(|old| matching.is_free(*old));
        matching.take(found, new);
    }
    matching.by_rename(before, after, renames);
    matching.by_slug(false);
    matching.by_text(before, after);
    let Matching { old, new, of_new, taken } = matching;
    let now = (0..new.len()).map(|at| Paired { before: of_new.get(&at).copied(), after: Some(at) });
    let gone = (0..old.len()).filter(|at| !taken.contains(at)).map(|at| Paired { before: Some(at), after: None });
    now.chain(gone).collect()
}

struct Matching<'a> {
    old: Vec<&'a Header>,
    new: Vec<&'a Header>,
    of_new: BTreeMap<usize, usize>,
    taken: BTreeSet<usize>,
}

impl Matching<'_> {
    /// Those of now that have no partner yet.
    fn open(&self) -> Vec<usize> {
        (0..self.new.len()).filter(|at| !self.of_new.contains_key(at)).collect()
    }

    fn is_free(&self, old: usize) -> bool {
        !self.taken.contains(&old)
    }

    fn take(&mut self, old: Option<usize>, new: usize) {
        if let Some(old) = old.filter(|old| self.is_free(*old)) {
            self.of_new.insert(new, old);
            self.taken.insert(old);
        }
    }

    fn old_of_slug(&self, slug: &str) -> Option<usize> {
        self.old.binary_search_by(|header| header.slug.as_str().cmp(slug)).ok()
    }

    /// Things that kept their slug; at first only those whose identities do not contradict it.
    fn by_slug(&mut self, is_careful: bool) {
        for new in self.open() {
            let header = self.new[new];
            let same = |old: &usize| {
                let was = self.old[*old].identity;
                let both = was.declared && header.identity.declared;
                !is_careful || !both || was.uuid == header.identity.uuid
            };
            self.take(self.old_of_slug(header.slug.as_str()).filter(same), new);
        }
    }

    fn by_identity(&mut self) {
        let known: BTreeMap<_, usize> = (0..self.old.len())
            .filter(|at| self.is_free(*at) && self.old[*at].identity.declared)
            .map(|at| (self.old[at].identity.uuid, at))
            .collect();
        for new in self.open() {
            let identity = self.new[new].identity;
            self.take(known.get(&identity.uuid).copied().filter(|_| identity.declared), new);
        }
    }

    fn by_rename(&mut self, before: &Site, after: &Site, renames: &[(String, String)]) {
        let path = |site: &Site, header: &Header| site.sources[header.source.0 as usize].path.clone();
        let old: BTreeMap<String, usize> =
            self.old.iter().enumerate().map(|(at, header)| (path(before, header), at)).collect();
        let was: BTreeMap<&str, &str> = renames.iter().map(|(old, new)| (new.as_str(), old.as_str())).collect();
        for new in self.open() {
            let former = was.get(path(after, self.new[new]).as_str()).and_then(|former| old.get(*former));
            // Two identities that are both said are two things, however alike their texts.
            let differ = |old: &usize| self.old[*old].identity.declared && self.new[new].identity.declared;
            self.take(former.copied().filter(|old| !differ(old)), new);
        }
    }

    /// Descriptors that were moved without a word: git is not asked about files that are in no commit.
    fn by_text(&mut self, before: &Site, after: &Site) {
        let text = |site: &'_ Site, header: &Header| site.sources[header.source.0 as usize].text().to_owned();
        let free = (0..self.old.len()).filter(|at| self.is_free(*at));
        let old: BTreeMap<String, usize> = free.map(|at| (text(before, self.old[at]), at)).collect();
        for new in self.open() {
            self.take(old.get(&text(after, self.new[new])).copied(), new);
        }
    }
}
