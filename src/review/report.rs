//! From a review to a report: what a reviewer reads first comes first.

use super::breaks::Breakage;
use super::document::{Block, Document, Item, Line, Part, Span, code, filled, prose, words};
use super::{Break, Consent, DatasetReview, Fate, FieldReview, FindingsReview, Note, Outsider, ResourceFate};
use super::{ResourceReview, Review, ThingReview};
use crate::finding::Severity;
use crate::i18n::Messages;

/// Findings that are told of one thing; further ones are counted.
const NOTES: usize = 15;
/// Things that break or wait for somebody that are told one by one.
const ITEMS: usize = 60;

/// Characters of a slug or path that are told.
const SUBJECT: usize = 120;

/// The report of a review in the words of its language.
pub fn report(review: &Review, messages: &Messages) -> Document {
    let report = Reporter { messages };
    let mut head = vec![Block::Heading(2, report.line("review.title", &[("title", words(&review.title))]))];
    head.push(Block::Paragraph(report.totals(review)));
    if !review.is_first {
        head.push(Block::Paragraph(report.line("review.compared", &[("base", code(&review.base))])));
    }
    let mut parts = Vec::new();
    parts.extend(report.breaks(&review.breaks));
    parts.extend(report.outsiders(&review.outsiders, review.actor.as_deref()));
    parts.extend(review.datasets.iter().map(|one| report.dataset(one)));
    parts.extend(report.drafts(review));
    parts.extend(review.others.iter().map(|one| report.other(one)));
    parts.extend(report.elsewhere(&review.findings));
    parts.extend(report.consent(&review.consent));
    Document { head, parts, more: messages.text("review.more").to_owned() }
}

struct Reporter<'a> {
    messages: &'a Messages,
}

impl Reporter<'_> {
    fn say(&self, key: &str) -> String {
        self.messages.text(key).to_owned()
    }

    fn line(&self, key: &str, values: &[(&str, Span)]) -> Line {
        self.with(key, &values.iter().map(|(name, span)| (*name, vec![span.clone()])).collect::<Vec<_>>())
    }

    /// The same with several spans for a hole.
    fn with(&self, key: &str, values: &[(&str, Line)]) -> Line {
        filled(self.messages.text(key), values)
    }

    fn heading(&self, key: &str) -> Block {
        Block::Heading(3, vec![words(self.say(key))])
    }

    /// What a review comes to, in one sentence.
    fn totals(&self, review: &Review) -> Line {
        if review.is_empty() {
            return vec![words(self.say("review.nothing"))];
        }
        let mut counts = Vec::new();
        for fate in Fate::ALL {
            let count = review.datasets.iter().filter(|one| one.fate == fate).count();
            if count > 0 {
                counts.push(self.messages.count(&format!("review.count.{}", fate.name()), count as u64));
            }
        }
        for (key, count) in [
            ("review.count.others", review.others.len()),
            ("review.count.drafts", review.drafts.len()),
            ("review.count.breaks", review.breaks.len()),
        ] {
            if count > 0 {
                counts.push(self.messages.count(key, count as u64));
            }
        }
        let all: Vec<&FindingsReview> = review.all_findings().collect();
        let new = all.iter().flat_map(|findings| &findings.new);
        counts.extend(self.new_findings(new));
        let mended: usize = all.iter().map(|findings| findings.mended.len()).sum();
        if mended > 0 {
            counts.push(self.messages.count("review.findings_mended", mended as u64));
        }
        if counts.is_empty() {
            return vec![words(self.say("review.unseen"))];
        }
        let mut line = Vec::new();
        if review.is_first {
            line.push(words(format!("{} ", self.say("review.first"))));
        }
        line.push(Span::Strong(counts.join(", ")));
        line.push(words("."));
        line
    }

    /// How many of the new findings are errors, warnings and remarks.
    fn new_findings<'n>(&self, notes: impl Iterator<Item = &'n Note>) -> Vec<String> {
        let mut counts = [
            (Severity::Error, "review.new_error", 0),
            (Severity::Warning, "review.new_warning", 0),
            (Severity::Info, "review.new_info", 0),
        ];
        for note in notes {
            counts.iter_mut().filter(|(severity, ..)| *severity == note.severity).for_each(|(.., count)| *count += 1);
        }
        let told = counts.iter().filter(|(.., count)| *count > 0);
        told.map(|(_, key, count)| self.messages.count(key, *count)).collect()
    }

    fn breaks(&self, breaks: &[Break]) -> Option<Part> {
        if breaks.is_empty() {
            return None;
        }
        let mut whole = vec![self.heading("review.breaks")];
        for group in breaks.chunk_by(|one, other| one.what == other.what) {
            let items = group.iter().take(ITEMS).map(|one| Item::of(self.breakage(one)));
            let mut items: Vec<Item> = items.collect();
            items.extend(self.further(group.len()));
            whole.push(Block::List(items));
            whole.push(Block::Paragraph(self.line(&format!("review.advice.{}", group[0].what.name()), &[])));
        }
        let count = self.messages.count("review.count.breaks", breaks.len() as u64);
        Some(Part { whole, brief: vec![self.heading("review.breaks"), Block::Paragraph(vec![words(count)])] })
    }

    fn breakage(&self, one: &Break) -> Line {
        let value = match one.what {
            Breakage::Page | Breakage::Redirect | Breakage::File | Breakage::Identity => code(&one.value),
            _ => words(&one.value),
        };
        self.line(&format!("review.break.{}", one.what.name()), &[("title", words(&one.title)), ("value", value)])
    }

    /// That there are more items than are told.
    fn further(&self, count: usize) -> Option<Item> {
        let more = count.checked_sub(ITEMS).filter(|more| *more > 0)?;
        Some(Item::of(vec![words(self.messages.count("review.findings_more", more as u64))]))
    }

    fn outsiders(&self, outsiders: &[Outsider], actor: Option<&str>) -> Option<Part> {
        let items = outsiders.iter().map(|one| {
            let key = if one.organization.is_empty() { "review.outsider_keepers" } else { "review.outsider" };
            let actor = vec![code(actor.unwrap_or_default())];
            let values =
                [("actor", actor), ("name", vec![words(&one.name)]), ("subjects", self.subjects(&one.subjects))];
            Item::of(self.with(key, &values))
        });
        let whole = vec![self.heading("review.outsiders"), Block::List(items.collect())];
        let names = outsiders.iter().take(ITEMS).map(|one| Item::of(vec![words(&one.name)]));
        let brief = vec![self.heading("review.outsiders"), Block::List(names.collect())];
        (!outsiders.is_empty()).then_some(Part { whole, brief })
    }

    fn consent(&self, consent: &[Consent]) -> Option<Part> {
        let items = consent.iter().map(|one| {
            let key = if one.members.is_empty() { "review.agree" } else { "review.agree_members" };
            // As text of a machine a name calls nobody.
            let members = vec![code(one.members.join(", "))];
            let values =
                [("name", vec![words(&one.name)]), ("members", members), ("subjects", self.subjects(&one.subjects))];
            Item::of(self.with(key, &values))
        });
        let whole = vec![self.heading("review.consent"), Block::List(items.take(ITEMS).collect())];
        let names = consent.iter().take(ITEMS).map(|one| Item::of(vec![words(&one.name)]));
        let brief = vec![self.heading("review.consent"), Block::List(names.collect())];
        (!consent.is_empty()).then_some(Part { whole, brief })
    }

    /// Slugs or paths one after the other.
    fn subjects(&self, subjects: &[String]) -> Line {
        let mut line = Vec::new();
        for (at, subject) in subjects.iter().take(ITEMS).enumerate() {
            line.extend((at > 0).then(|| words(", ")));
            let short: String = subject.chars().take(SUBJECT).collect();
            line.push(code(if short.len() < subject.len() { short + "…" } else { short }));
        }
        line.extend((subjects.len() > ITEMS).then(|| words(", …")));
        line
    }

    fn drafts(&self, review: &Review) -> Option<Part> {
        if review.drafts.is_empty() {
            return None;
        }
        let line = self.subjects(&review.drafts.iter().map(|draft| draft.slug.clone()).collect::<Vec<_>>());
        let about = Block::Paragraph(vec![words(self.say("review.drafts_text"))]);
        let whole = vec![self.heading("review.drafts"), Block::Paragraph(line.clone()), about];
        Some(Part { whole, brief: vec![self.heading("review.drafts"), Block::Paragraph(line)] })
    }

    fn dataset(&self, one: &DatasetReview) -> Part {
        let title = if one.title.is_empty() { code(&one.slug) } else { words(&one.title) };
        let fate = self.line(&format!("review.fate.{}", one.fate.name()), &[("title", title)]);
        let mut whole = vec![Block::Heading(3, fate.clone()), Block::Paragraph(self.about(one))];
        let is_new = one.fate == Fate::Added;
        let (short, long): (Vec<&FieldReview>, Vec<&FieldReview>) = one
            .fields
            .iter()
            .filter(|field| !(is_new && field.key == "title"))
            .partition(|field| field.lines.is_none());
        let mut items: Vec<Item> = short.iter().map(|field| Item::of(self.field(field, is_new))).collect();
        items.extend(one.resources.iter().map(|resource| self.resource(resource)));
        if !items.is_empty() {
            whole.push(Block::List(items));
        }
        whole.extend(long.iter().map(|field| self.long(field, is_new)));
        whole.extend(self.findings(&one.findings));
        Part { whole, brief: vec![Block::List(vec![Item::of(self.brief(one, fate))])] }
    }

    /// Slug, producer and score.
    fn about(&self, one: &DatasetReview) -> Line {
        let mut line = vec![code(&one.slug)];
        if let Some(former) = &one.former_slug {
            line.push(words(", "));
            line.extend(self.line("review.formerly", &[("slug", code(former))]));
        }
        if let Some(producer) = &one.producer {
            line.push(words(", "));
            line.extend(self.line("review.by", &[("producer", words(producer))]));
        }
        line.push(words("."));
        let score = self.score(one);
        line.extend((!score.is_empty()).then(|| words(" ")));
        line.extend(score);
        line
    }

    fn score(&self, one: &DatasetReview) -> Line {
        let number = |share: u8| words(share.to_string());
        let mut line = match (one.score.before, one.score.after) {
            (Some(before), Some(after)) if before != after => {
                self.line("review.score", &[("before", number(before)), ("after", number(after))])
            }
            (_, Some(after)) => self.line("review.score_now", &[("after", number(after))]),
            _ => return Vec::new(),
        };
        for (key, criteria) in [("review.won", &one.score.won), ("review.lost", &one.score.lost)] {
            if !criteria.is_empty() {
                let labels: Vec<&str> = criteria.iter().map(|criterion| criterion.label.as_str()).collect();
                line.push(words(", "));
                line.extend(self.line(key, &[("criteria", words(self.messages.list(&labels)))]));
            }
        }
        line.push(words("."));
        line
    }

    fn brief(&self, one: &DatasetReview, fate: Line) -> Line {
        let mut line = fate;
        line.extend([words(" ("), code(&one.slug), words(")")]);
        let mut facts = Vec::new();
        if one.fate != Fate::Added && !one.fields.is_empty() {
            facts.push(self.messages.count("review.fields_changed", one.fields.len() as u64));
        }
        if !one.resources.is_empty() {
            facts.push(self.messages.count("review.resources_changed", one.resources.len() as u64));
        }
        facts.extend(self.new_findings(one.findings.new.iter()));
        if !facts.is_empty() {
            line.push(words(format!(" – {}", facts.join(", "))));
        }
        line
    }

    fn field(&self, field: &FieldReview, is_new: bool) -> Line {
        let label = || words(&field.label);
        let nothing = || Span::Words(format!("({})", self.say("review.none")));
        if is_new {
            let value = field.after.clone().unwrap_or_else(|| field.added.join(", "));
            return self.line("review.value", &[("label", label()), ("value", words(value))]);
        }
        if field.before.is_some() || field.after.is_some() {
            let value = |value: &Option<String>| value.as_ref().map_or_else(nothing, words);
            let values = [("label", label()), ("before", value(&field.before)), ("after", value(&field.after))];
            return self.line("review.change", &values);
        }
        let mut changes: Line = Vec::new();
        for (key, values) in [("review.added", &field.added), ("review.removed", &field.removed)] {
            if !values.is_empty() {
                changes.extend((!changes.is_empty()).then(|| words(", ")));
                changes.extend(self.line(key, &[("values", words(values.join(", ")))]));
            }
        }
        let mut line = self.line("review.value", &[("label", label()), ("value", words(""))]);
        line.extend(changes);
        line
    }

    fn long(&self, field: &FieldReview, is_new: bool) -> Block {
        let label = words(&field.label);
        let summary = if is_new { vec![label] } else { self.line("review.long", &[("label", label)]) };
        Block::Fold(summary, vec![Block::Lines(field.lines.clone().unwrap_or_default())])
    }

    fn resource(&self, resource: &ResourceReview) -> Item {
        let key = format!("review.resource.{}", resource.fate.name());
        let mut line = self.line(&key, &[("title", words(&resource.title))]);
        if !resource.what.is_empty() && !matches!(resource.fate, ResourceFate::Changed) {
            line.push(words(format!(" ({})", resource.what)));
        }
        let is_told = |address: &&String| resource.fields.is_empty() && **address != resource.title;
        if let Some(address) = resource.address.as_ref().filter(is_told) {
            line.extend([words(" "), code(address)]);
        }
        let (short, long): (Vec<&FieldReview>, Vec<&FieldReview>) =
            resource.fields.iter().partition(|field| field.lines.is_none());
        let mut below = Vec::new();
        if !short.is_empty() {
            below.push(Block::List(short.iter().map(|field| Item::of(self.field(field, false))).collect()));
        }
        below.extend(long.iter().map(|field| self.long(field, false)));
        Item { line, below }
    }

    fn findings(&self, findings: &FindingsReview) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !findings.new.is_empty() {
            blocks.push(Block::Paragraph(vec![Span::Strong(self.say("review.findings_new"))]));
            let mut items: Vec<Item> =
                findings.new.iter().take(NOTES).map(|note| Item::of(self.finding(note))).collect();
            if let Some(more) = findings.new.len().checked_sub(NOTES).filter(|more| *more > 0) {
                items.push(Item::of(vec![words(self.messages.count("review.findings_more", more as u64))]));
            }
            blocks.push(Block::List(items));
        }
        let mut counts = Vec::new();
        if findings.new.is_empty() && (!findings.mended.is_empty() || findings.left > 0) {
            counts.push(self.say("review.findings_none"));
        }
        for (key, count) in [("review.findings_mended", findings.mended.len()), ("review.findings_left", findings.left)]
        {
            if count > 0 {
                counts.push(format!("{}.", self.messages.count(key, count as u64)));
            }
        }
        if !counts.is_empty() {
            blocks.push(Block::Paragraph(vec![words(counts.join(" "))]));
        }
        blocks
    }

    fn finding(&self, note: &Note) -> Line {
        let severity = match note.severity {
            Severity::Error => "review.error",
            Severity::Warning => "review.warning",
            Severity::Info | Severity::Off => "review.info",
        };
        let mut action: String = note.action.clone();
        if let Some(first) = action.chars().next() {
            action.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
        }
        let values = [
            ("severity", vec![Span::Strong(self.say(severity))]),
            ("message", prose(&note.message)),
            ("place", vec![code(format!("{}:{}", note.path, note.line))]),
            ("action", prose(&action)),
        ];
        self.with("review.finding", &values)
    }

    fn other(&self, one: &ThingReview) -> Part {
        let kind = words(self.say(&format!("review.kind.{}", one.kind)));
        let title = self.line("review.thing", &[("kind", kind), ("title", words(&one.title))]);
        let fate = self.with(&format!("review.fate.{}", one.fate.name()), &[("title", title)]);
        let mut about = vec![code(&one.path)];
        if let Some(former) = &one.former_slug {
            about.push(words(", "));
            about.extend(self.line("review.formerly", &[("slug", code(former))]));
        }
        let mut whole = vec![Block::Heading(3, fate.clone()), Block::Paragraph(about)];
        let (short, long): (Vec<&FieldReview>, Vec<&FieldReview>) =
            one.fields.iter().partition(|field| field.lines.is_none());
        if !short.is_empty() {
            let is_new = one.fate == Fate::Added;
            whole.push(Block::List(short.iter().map(|field| Item::of(self.field(field, is_new))).collect()));
        }
        whole.extend(long.iter().map(|field| self.long(field, false)));
        whole.extend(self.findings(&one.findings));
        let mut brief = fate;
        brief.extend([words(" ("), code(&one.path), words(")")]);
        Part { whole, brief: vec![Block::List(vec![Item::of(brief)])] }
    }

    /// Findings of things whose own text did not change.
    fn elsewhere(&self, findings: &FindingsReview) -> Option<Part> {
        if findings.new.is_empty() && findings.mended.is_empty() {
            return None;
        }
        let told = FindingsReview { left: 0, ..findings.clone() };
        let mut whole = vec![self.heading("review.elsewhere")];
        whole.extend(self.findings(&told));
        let count = self.new_findings(findings.new.iter()).join(", ");
        Some(Part { whole, brief: vec![self.heading("review.elsewhere"), Block::Paragraph(vec![words(count)])] })
    }
}
