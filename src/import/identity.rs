//! Identifiers that a second import finds again.
//!
//! The catalogue's UUID is UUIDv5 (name space “URL”) of `<importer>:<key>`, where the key is the
//! public address of the source, else the name of its folder. Everything else is UUIDv5 of its
//! owner's: a dataset of the catalogue's with `dataset/<remote id>`, a resource of its dataset's
//! with its address.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::model::Kind;

/// The UUID of a catalogue.
pub(super) fn catalog(importer: &str, key: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{importer}:{key}").as_bytes())
}

/// The UUID of a thing in it.
pub(super) fn thing(catalog: Uuid, kind: Kind, remote_id: &str) -> Uuid {
    Uuid::new_v5(&catalog, format!("{}/{remote_id}", kind.name()).as_bytes())
}

/// The UUIDs of the resources of one dataset. Those of one address are told apart by title, those
/// of one title too by how many came before, which makes no difference between equals.
#[derive(Debug)]
pub(super) struct Resources {
    dataset: Uuid,
    seen: BTreeMap<Uuid, usize>,
}

impl Resources {
    pub(super) fn of(dataset: Uuid) -> Self {
        Self { dataset, seen: BTreeMap::new() }
    }

    /// The UUID of the next resource.
    pub(super) fn next(&mut self, address: &str, title: &str) -> Uuid {
        let by_address = Uuid::new_v5(&self.dataset, address.as_bytes());
        if self.is_new(by_address) {
            return by_address;
        }
        let by_title = Uuid::new_v5(&by_address, title.as_bytes());
        if self.is_new(by_title) {
            return by_title;
        }
        let before = self.seen[&by_title];
        Uuid::new_v5(&by_title, before.to_string().as_bytes())
    }

    fn is_new(&mut self, uuid: Uuid) -> bool {
        let seen = self.seen.entry(uuid).or_insert(0);
        *seen += 1;
        *seen == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resources_of_one_address_have_different_identifiers_whatever_their_order() {
        let dataset = catalog("jkan", "https://data.example");
        let mut resources = Resources::of(dataset);
        let ids =
            [resources.next("u", "a"), resources.next("u", "b"), resources.next("u", "b"), resources.next("v", "b")];
        let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(distinct.len(), 4);
        assert_eq!(Resources::of(dataset).next("v", "z"), ids[3]);
    }
}
