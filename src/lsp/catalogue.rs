//! One catalogue that an editor works on: what the disk says, what was judged last, what was told.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::{Value, json};

use super::diagnostics::Telling;
use super::overlay::{alone, is_source, laid_over, path_of_alone};
use super::text::{Document, Encoding, Places};
use super::uri::uri_of;
use super::{Effect, Loaded};
use crate::finding::Finding;
use crate::inputs::Inputs;
use crate::site::Site;
use crate::source::SourceId;

/// Files whose findings are told while they are not open.
const MOST_FILES: usize = 1_000;

/// Rules that a file alone cannot be judged by: they look at what is around it.
const LOOK_AROUND: [&str; 3] = ["missing-file", "orphaned-reference", "shallow-history"];

/// A catalogue, or a file that is in none.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    is_alone: bool,
    base: Option<Inputs>,
    spelled: BTreeMap<String, String>,
    site: Option<Box<Site>>,
    wants_reading: bool,
    wants_judging: bool,
    /// Whether the world is reading or judging it.
    is_busy: bool,
    /// Whether the next judgement is told for all files, not only for those that are open.
    tells_all: bool,
    was_told_of_more: bool,
    /// Whether reading or judging failed and succeeded not since.
    has_failed: bool,
    /// What was told last, by address: the version and the findings.
    told: BTreeMap<String, (Option<i64>, Value)>,
}

impl Catalogue {
    /// A catalogue that is to be read.
    pub(super) fn whole() -> Self {
        Self { wants_reading: true, ..Self::default() }
    }

    /// A file that is in none.
    pub(super) fn alone() -> Self {
        Self { is_alone: true, wants_judging: true, ..Self::default() }
    }

    pub(super) fn is_alone(&self) -> bool {
        self.is_alone
    }

    /// The disk may have changed.
    pub(super) fn read_again(&mut self) {
        self.wants_reading = !self.is_alone;
    }

    /// A document has changed.
    pub(super) fn judge_again(&mut self) {
        self.wants_judging = true;
    }

    /// Whether a judgement is still to come.
    pub(super) fn is_awaited(&self) -> bool {
        self.is_busy || self.wants_judging || self.wants_reading
    }

    pub(super) fn inputs(&self) -> Option<&Inputs> {
        self.base.as_ref()
    }

    pub(super) fn site(&self) -> Option<&Site> {
        self.site.as_deref()
    }

    /// Which findings are told.
    pub(super) fn is_told(&self) -> fn(&Finding) -> bool {
        is_told(self.is_alone)
    }

    /// The path of a document in the inputs; none when it is no part of them.
    pub(super) fn path_of(&self, document: &Document) -> Option<String> {
        if self.is_alone {
            return path_of_alone(&document.path, &document.text);
        }
        is_source(&document.path).then(|| document.path.clone())
    }

    /// The address of a path: as the editor writes it, where it has the file open.
    pub(super) fn uri_of<'d>(&self, root: &str, path: &str, mut open: impl Iterator<Item = &'d Document>) -> String {
        let is_it = |document: &&Document| document.root == root && (self.is_alone || document.path == path);
        if let Some(document) = open.find(is_it) {
            return document.uri.clone();
        }
        let below = self.spelled.get(path).map_or(path, String::as_str);
        uri_of(&format!("{}/{below}", root.trim_end_matches('/')))
    }

    /// What is to be done next, when nothing is being done.
    pub(super) fn next<'d>(
        &mut self,
        root: &str,
        mut documents: impl Iterator<Item = &'d Document>,
        today: Date,
    ) -> Option<Effect> {
        if self.is_busy || !self.is_awaited() {
            return None;
        }
        if std::mem::take(&mut self.wants_reading) {
            self.is_busy = true;
            return Some(Effect::Load(root.to_owned()));
        }
        self.wants_judging = false;
        let inputs = if self.is_alone {
            let document = documents.next()?;
            alone(&document.path, &document.text, today)
        } else {
            self.base.as_ref().map(|base| laid_over(base, documents))
        };
        let inputs = inputs.or_else(|| {
            // What described something no longer does.
            self.site = None;
            let all: Vec<String> = self.told.keys().cloned().collect();
            (!all.is_empty()).then(|| Inputs::from_memory(&BTreeMap::new(), today))
        })?;
        self.is_busy = true;
        Some(Effect::Judge(root.to_owned(), Box::new(inputs)))
    }

    /// Takes what was read.
    pub(super) fn loaded(&mut self, loaded: Loaded) {
        let Loaded { mut inputs, spelled } = loaded;
        // No rule looks at it, and it would be copied with every change.
        inputs.theme.clear();
        (self.base, self.spelled) = (Some(inputs), spelled);
        (self.is_busy, self.wants_judging, self.tells_all) = (false, true, true);
    }

    /// Reading or judging failed: the next change tries again. Whether that is news.
    pub(super) fn failed(&mut self) -> bool {
        self.is_busy = false;
        !std::mem::replace(&mut self.has_failed, true)
    }

    /// Takes a judgement. Gives the messages that tell of it, and how many files are left out for the
    /// first time.
    pub(super) fn judged(
        &mut self,
        root: &str,
        site: Box<Site>,
        documents: &[&Document],
        encoding: Encoding,
        language: &str,
    ) -> (Vec<Effect>, usize) {
        (self.is_busy, self.has_failed) = (false, false);
        let site = &*self.site.insert(site);
        let mut now: BTreeMap<String, (Option<i64>, Value)> = BTreeMap::new();
        let uri = |path: &str| {
            let spelled = self.spelled.get(path).map_or(path, String::as_str);
            let open = documents.iter().find(|document| self.is_alone || document.path == path);
            open.map_or_else(|| uri_of(&format!("{}/{spelled}", root.trim_end_matches('/'))), |one| one.uri.clone())
        };
        let is_told = is_told(self.is_alone);
        let telling = Telling { site, encoding, language, uri: &uri };
        let mut stale = BTreeSet::new();
        let mut left = 0;
        for (at, source) in site.sources.iter().enumerate() {
            let open = documents.iter().find(|document| self.is_alone || document.path == source.path);
            if self.is_alone && at == site.config.header.source.0 as usize {
                continue;
            }
            let address = uri(&source.path);
            let id = SourceId(at as u32);
            if let Some(document) = open {
                if document.content() == source.content {
                    let places = Places::of(&document.text, encoding);
                    now.insert(address, (document.version, telling.all(id, &places, is_told).into()));
                } else {
                    // A judgement of what it holds now is to come.
                    stale.insert(address);
                }
                continue;
            }
            let is_asked = self.tells_all || self.told.contains_key(&address);
            if !is_asked || site.findings.of(id).is_empty() {
                continue;
            }
            if now.len() >= MOST_FILES + documents.len() {
                left += 1;
                continue;
            }
            let places = Places::on_disk(source.text(), encoding);
            let findings = telling.all(id, &places, is_told);
            if !findings.is_empty() {
                now.insert(address, (None, findings.into()));
            }
        }
        self.tells_all = false;
        let left = if self.was_told_of_more { 0 } else { left };
        self.was_told_of_more |= left > 0;
        (self.tell(now, &stale), left)
    }

    /// The messages by which an editor learns what changed.
    fn tell(&mut self, now: BTreeMap<String, (Option<i64>, Value)>, stale: &BTreeSet<String>) -> Vec<Effect> {
        let mut messages = Vec::new();
        let gone: Vec<String> =
            self.told.keys().filter(|uri| !now.contains_key(*uri) && !stale.contains(*uri)).cloned().collect();
        for uri in gone {
            self.told.remove(&uri);
            messages.push(told(&uri, None, &json!([])));
        }
        for (uri, (version, findings)) in now {
            let known = self.told.get(&uri);
            if known.is_none_or(|(old, known)| *old != version || *known != findings) {
                messages.push(told(&uri, version, &findings));
                self.told.insert(uri, (version, findings));
            }
        }
        messages
    }

    /// The messages by which an editor forgets all that it was told.
    pub(super) fn forgotten(self) -> Vec<Effect> {
        let told_of = self.told.into_iter().filter(|(_, (_, findings))| findings != &json!([]));
        told_of.map(|(uri, _)| told(&uri, None, &json!([]))).collect()
    }
}

/// Which findings are told.
fn is_told(is_alone: bool) -> fn(&Finding) -> bool {
    if is_alone { |finding| !LOOK_AROUND.contains(&finding.rule.name) } else { |_| true }
}

fn told(uri: &str, version: Option<i64>, findings: &Value) -> Effect {
    let mut parameters = json!({ "uri": uri, "diagnostics": findings });
    if let Some(version) = version {
        parameters["version"] = version.into();
    }
    let method = "textDocument/publishDiagnostics";
    Effect::Send(json!({ "jsonrpc": "2.0", "method": method, "params": parameters }))
}
