//! Mends tried in memory: kept when the text that comes of them says what they meant.

use std::collections::BTreeSet;

use super::descriptor::Descriptor;
use super::edit::{Edit, Mend, edited};
use super::tree::Tree;
use crate::source::{MAX_DESCRIPTOR_BYTES, SourceFile, YamlFaultKind};

/// How often one text is read anew to find out which of its mends are at fault.
const MOST_TRIALS: usize = 64;

/// A text with what could be mended.
#[derive(Clone, Debug, PartialEq)]
pub struct Mended<'a> {
    /// The new text; the same when nothing could be mended.
    pub text: String,
    /// Mends that were made, by place.
    pub made: Vec<&'a Mend>,
    /// Mends whose edits touch those of an earlier one: the next run makes them.
    pub later: Vec<&'a Mend>,
    /// Mends that would have changed something else as well, so they were not made.
    pub dropped: Vec<&'a Mend>,
}

/// Makes the mends of one text that are no suggestions. Every byte outside of their edits stays.
pub fn mended<'a>(file: &SourceFile, mends: impl IntoIterator<Item = &'a Mend>) -> Mended<'a> {
    let mut done = Mended { text: file.text().to_owned(), made: Vec::new(), later: Vec::new(), dropped: Vec::new() };
    let mut mends: Vec<&Mend> =
        mends.into_iter().filter(|mend| !mend.is_suggestion && !mend.edits.is_empty()).collect();
    mends.sort_by(|one, other| (&one.edits, one.finding).cmp(&(&other.edits, other.finding)));
    let mut apart: Vec<&Mend> = Vec::with_capacity(mends.len());
    let mut taken: BTreeSet<&Edit> = BTreeSet::new();
    for mend in mends {
        // Edits that overlap nowhere: only the neighbours can touch another one.
        let touches = |edit: &Edit| {
            let before = taken.range::<&Edit, _>(..=edit).next_back();
            let after = taken.range::<&Edit, _>(edit..).next();
            before.into_iter().chain(after).any(|other| edit.overlaps(other))
        };
        if mend.edits.iter().any(touches) {
            done.later.push(mend);
        } else {
            taken.extend(&mend.edits);
            apart.push(mend);
        }
    }
    let Some(before) = Descriptor::read(file) else {
        done.dropped = apart;
        return done;
    };
    let mut trial = Trial { before: &before, made: Vec::new(), dropped: Vec::new(), left: MOST_TRIALS };
    trial.add(&apart);
    done.text = edited(file.text(), trial.made.iter().flat_map(|mend| &mend.edits));
    (done.made, done.dropped) = (trial.made, trial.dropped);
    done
}

struct Trial<'a, 'd> {
    before: &'d Descriptor<'d>,
    made: Vec<&'a Mend>,
    dropped: Vec<&'a Mend>,
    left: usize,
}

impl<'a> Trial<'a, '_> {
    /// Makes all of `mends`, or those halves, quarters… of them that can be made.
    fn add(&mut self, mends: &[&'a Mend]) {
        if mends.is_empty() {
            return;
        }
        let can_try = self.left > 0;
        self.left = self.left.saturating_sub(1);
        let all: Vec<&Mend> = self.made.iter().chain(mends).copied().collect();
        if can_try && is_as_meant(self.before, &all) {
            self.made = all;
        } else if mends.len() == 1 || !can_try {
            self.dropped.extend(mends);
        } else {
            let (first, second) = mends.split_at(mends.len() / 2);
            self.add(first);
            self.add(second);
        }
    }
}

/// Whether the text with these mends differs from the one before in what they mean to change, and
/// in nothing else.
fn is_as_meant(before: &Descriptor<'_>, mends: &[&Mend]) -> bool {
    let text = edited(before.text, mends.iter().flat_map(|mend| &mend.edits));
    if text.len() as u64 > MAX_DESCRIPTOR_BYTES {
        return false;
    }
    let file = SourceFile::new(before.file.path.clone(), text);
    let Some(after) = Descriptor::read(&file) else {
        return false;
    };
    let mut expected = Tree::of(&before.root);
    expected.change(mends.iter().flat_map(|mend| &mend.changes))
        && expected == Tree::of(&after.root)
        && before.body == after.body
        && without_tabs(&before.faults).eq(without_tabs(&after.faults))
        && after.faults.len() <= before.faults.len()
}

fn without_tabs(faults: &[YamlFaultKind]) -> impl Iterator<Item = &YamlFaultKind> {
    faults.iter().filter(|kind| **kind != YamlFaultKind::TabAfterKey)
}
