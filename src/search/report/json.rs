//! Results as JSON.

use serde_json::{Value, json};

use crate::search::read::{Answer, Hit, Question, Reader};

/// Changes when a reader of the JSON would have to.
const FORMAT: u32 = 1;

/// An answer with its question.
pub fn json(reader: &Reader<'_>, question: &Question, answer: &Answer) -> Value {
    let first = question.page.saturating_sub(1).saturating_mul(question.size);
    let hit = |(place, hit): (usize, &Hit)| {
        json!({
            "rank": first + place + 1,
            "id": hit.id,
            "slug": hit.card.slug,
            "title": hit.card.title,
            "producer": hit.card.producer,
            "date": hit.card.date,
            "formats": hit.card.formats,
            "license": hit.card.license,
            "path": reader.page(&hit.card),
            "score": hit.score,
        })
    };
    json!({
        "format": FORMAT,
        "query": question.text,
        "filters": question.filters,
        "language": reader.language(),
        "built": reader.built(),
        "unit": reader.unit(),
        "sort": answer.sort,
        "total": answer.total,
        "unfiltered": answer.unfiltered,
        "hits": answer.hits.iter().enumerate().map(hit).collect::<Vec<_>>(),
        "facets": answer.facets,
        "corrections": answer.corrections,
        "suggestions": answer.suggestions,
        "without": answer.without,
    })
}
