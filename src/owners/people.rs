//! Who is who on the forge: members, producers, maintainers. A name that is none is refused: it
//! comes from a text file, and goes into a file that decides about approval.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ForgeKind, Header, Member, Organization};
use crate::site::Site;
use crate::vocab::role;

/// Longest name that is believed.
const MAX_NAME: usize = 255;

/// The people of a catalogue on a forge.
#[derive(Debug)]
pub struct People<'a> {
    site: &'a Site,
    kind: ForgeKind,
    /// Names on the forge by slug of a person, from every membership.
    persons: BTreeMap<&'a str, Vec<String>>,
    /// Owners by slug of an organization, once they were looked for.
    producers: BTreeMap<&'a str, Vec<String>>,
    refused: BTreeSet<(String, String)>,
}

impl<'a> People<'a> {
    /// Looks for names among the members of all organizations.
    pub fn of(site: &'a Site, kind: ForgeKind) -> Self {
        let (mut persons, mut refused) = (BTreeMap::<&str, Vec<String>>::new(), BTreeSet::new());
        for organization in &site.catalog.organizations {
            let path = path(site, &organization.header);
            for member in &organization.members {
                let Some(name) = &member.forge else { continue };
                if !is_name(kind, name) {
                    refused.insert((path.to_owned(), name.clone()));
                } else if let Some(person) = &member.person {
                    add(persons.entry(person).or_default(), name);
                }
            }
        }
        Self { site, kind, persons, producers: BTreeMap::new(), refused }
    }

    /// `[forge] owners` of the settings; else the administrators of the catalogue's publisher, or all
    /// who may edit for it when it has none.
    pub fn maintainers(&mut self) -> Vec<String> {
        let site = self.site;
        let mut names = Vec::new();
        for name in site.config.forge.iter().flat_map(|forge| &forge.owners) {
            if is_name(self.kind, name) {
                add(&mut names, name);
            } else {
                self.refused.insert((String::from("site.toml"), name.clone()));
            }
        }
        let publisher = site.config.publisher.as_deref().and_then(|slug| site.catalog.organization(slug));
        let Some(publisher) = publisher.filter(|_| names.is_empty()) else { return names };
        let admins = self.members(publisher, |role| role == "admin");
        if admins.is_empty() { self.members(publisher, may_edit) } else { admins }
    }

    /// Who answers for a thing of this organization or person.
    pub fn producers(&mut self, organization: Option<&str>, owner: Option<&str>) -> Vec<String> {
        let site = self.site;
        if let Some(found) = organization.and_then(|slug| site.catalog.organization(slug)) {
            let slug = found.header.slug.as_str();
            if !self.producers.contains_key(slug) {
                let members = self.members(found, may_edit);
                self.producers.insert(slug, members);
            }
            return self.producers[slug].clone();
        }
        owner.and_then(|person| self.persons.get(person)).cloned().unwrap_or_default()
    }

    /// Names that were refused, with the path of the file that gives them.
    pub(super) fn refused(&self) -> Vec<(String, String)> {
        self.refused.iter().cloned().collect()
    }

    /// Everybody in an organization, whatever they may do for it.
    pub fn everybody(&self, organization: &Organization) -> Vec<String> {
        self.members(organization, |_| true)
    }

    fn members(&self, organization: &Organization, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let mut names = Vec::new();
        for member in organization.members.iter().filter(|member| wanted(role_of(member))) {
            match (&member.forge, &member.person) {
                (Some(name), _) if is_name(self.kind, name) => add(&mut names, name),
                (None, Some(person)) => {
                    self.persons.get(person.as_str()).into_iter().flatten().for_each(|name| add(&mut names, name));
                }
                _ => {}
            }
        }
        names
    }
}

/// The path of a descriptor below the catalogue's root.
pub(super) fn path<'a>(site: &'a Site, header: &Header) -> &'a str {
    site.sources.get(header.source.0 as usize).map_or("", |source| source.path.as_str())
}

/// Forges do not tell names apart by case.
pub fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Whether both lists have the same names, in whatever order. Neither has one twice.
pub(super) fn are_same(some: &[String], others: &[String]) -> bool {
    some.len() == others.len() && some.iter().all(|name| others.iter().any(|other| is_same(name, other)))
}

fn add(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| is_same(known, name)) {
        names.push(name.to_owned());
    }
}

/// The role of a member; `editor` when it does not say. A role that nobody knows stays what it is.
fn role_of(member: &Member) -> &str {
    let role = member.role.as_deref().unwrap_or("editor");
    role::MEMBER.find(role).map_or(role, |known| known.id)
}

/// A partial editor may edit some things only, and no descriptor says which.
fn may_edit(role: &str) -> bool {
    matches!(role, "admin" | "editor")
}

/// Whether a forge can have a user, team or group of this name.
fn is_name(kind: ForgeKind, name: &str) -> bool {
    let parts: Vec<&str> = name.split('/').collect();
    let most = if kind == ForgeKind::GitLab { 20 } else { 2 };
    let sign = |c: char| match kind {
        ForgeKind::GitHub => matches!(c, '-' | '_'),
        ForgeKind::GitLab | ForgeKind::Forgejo => matches!(c, '-' | '_' | '.'),
    };
    let is_part = |part: &&str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || sign(c))
    };
    name.len() <= MAX_NAME && parts.len() <= most && parts.iter().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(name: &str, expected: [bool; 3]) {
        let found = [ForgeKind::GitHub, ForgeKind::GitLab, ForgeKind::Forgejo].map(|kind| is_name(kind, name));
        assert_eq!(found, expected, "{name:?}");
    }

    #[test]
    fn only_names_are_names() {
        case("ada-m", [true; 3]);
        case("Ada_M", [true; 3]);
        case("town/data-team", [true; 3]);
        case("ada.m", [false, true, true]);
        case("town/data/team", [false, true, false]);
        for wrong in ["", "-ada", "ada @eve", "ada\neve", "ada\u{a0}eve", "a/", "/a", "é", "a#b", "@ada", "a\\b", "*"]
        {
            case(wrong, [false; 3]);
        }
        case(&"a".repeat(256), [false; 3]);
    }
}
