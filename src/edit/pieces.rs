//! A text that is edited again and again, and still knows which bytes are the old ones.

use crate::fix::Edit;
use crate::source::Span;

/// A run of a text: old bytes, or new characters.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Old(Span),
    New(String),
}

/// A text as runs of old bytes with new characters between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pieces(Vec<Piece>);

impl Pieces {
    /// The text of so many bytes as it is.
    pub(super) fn whole(length: usize) -> Self {
        Self(vec![Piece::Old(Span::new(0, length))])
    }

    /// Makes one edit, whose bytes are those of the text as it is now.
    pub(super) fn edit(&mut self, edit: &Edit) {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let mut out = Vec::with_capacity(self.0.len() + 2);
        let mut at = 0;
        let mut is_put = false;
        for piece in std::mem::take(&mut self.0) {
            let length = piece.length();
            let (before, after) = (start.saturating_sub(at).min(length), end.saturating_sub(at).min(length));
            push(&mut out, piece.part(0, before));
            if !is_put && start <= at + length && !(start == at + length && end > start) {
                push(&mut out, Piece::New(edit.replacement.clone()));
                is_put = true;
            }
            push(&mut out, piece.part(after, length));
            at += length;
        }
        if !is_put {
            push(&mut out, Piece::New(edit.replacement.clone()));
        }
        self.0 = out;
    }

    /// The edits that make the text as it is now from the old one of `length` bytes, by place.
    pub(super) fn edits(&self, length: usize) -> Vec<Edit> {
        let mut edits = Vec::new();
        let (mut done, mut new) = (0, String::new());
        let end = Piece::Old(Span::new(length, length));
        for piece in self.0.iter().chain(std::iter::once(&end)) {
            match piece {
                Piece::New(text) => new.push_str(text),
                Piece::Old(span) => {
                    let start = span.start as usize;
                    if start > done || !new.is_empty() {
                        edits.push(Edit::new(Span::new(done, start), std::mem::take(&mut new)));
                    }
                    done = span.end as usize;
                }
            }
        }
        edits
    }
}

fn push(out: &mut Vec<Piece>, piece: Piece) {
    match (out.last_mut(), piece) {
        (_, piece) if piece.length() == 0 => {}
        (Some(Piece::Old(last)), Piece::Old(span)) if last.end == span.start => last.end = span.end,
        (_, piece) => out.push(piece),
    }
}

impl Piece {
    fn length(&self) -> usize {
        match self {
            Self::Old(span) => (span.end - span.start) as usize,
            Self::New(text) => text.len(),
        }
    }

    fn part(&self, from: usize, to: usize) -> Self {
        let (from, to) = (from.min(to), to);
        match self {
            Self::Old(span) => Self::Old(Span::new(span.start as usize + from, span.start as usize + to)),
            Self::New(text) => Self::New(text.get(from..to).unwrap_or("").to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fix::edited;

    proptest! {
        #[test]
        fn edits_on_edits_are_edits_of_the_first_text(
            text in "[a-z]{0,20}",
            changes in prop::collection::vec((0_usize..30, 0_usize..5, "[A-Z]{0,4}"), 0..8),
        ) {
            let mut now = text.clone();
            let mut pieces = Pieces::whole(text.len());
            for (start, length, new) in changes {
                let start = start.min(now.len());
                let edit = Edit::new(Span::new(start, (start + length).min(now.len())), new);
                now = edited(&now, [&edit]);
                pieces.edit(&edit);
            }
            prop_assert_eq!(edited(&text, &pieces.edits(text.len())), now);
        }
    }
}
