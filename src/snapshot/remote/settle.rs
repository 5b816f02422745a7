//! Which of the files that came are kept: decided in their order, so that the same answers give the same set however
//! many were asked for at once.

/// How much is fetched at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Files that are asked for.
    pub count: usize,
    /// Bytes of one file.
    pub file: u64,
    /// Bytes of all files that are held.
    pub total: u64,
}

/// How asking for a file ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It came whole.
    Whole,
    /// It came whole and its checksum is another one.
    Mismatch,
    /// It did not come.
    Failed,
    /// The server said beforehand that it is larger than a file may be.
    Announced,
    /// More came than a file may have.
    TooLarge,
    /// Nobody asked, or what came was stopped: with the files before it, it would be more than all may have.
    Stopped,
}

/// How asking for a file ended, and how much came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// How it ended.
    pub ending: Ending,
    /// The bytes that came; those that the server announced when it was to be more, unless that was [`Ending::Announced`].
    pub bytes: u64,
}

/// What becomes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the snapshot.
    Held,
    /// It did not come.
    Failed,
    /// Its checksum is another one than the descriptor says.
    Mismatch,
    /// It is larger than a file may be.
    TooLarge,
    /// It is beyond the number of files or the bytes of all.
    BeyondLimit,
}

impl Outcome {
    /// Its name in the manifest.
    pub fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Failed => "failed",
            Self::Mismatch => "mismatch",
            Self::TooLarge => "too-large",
            Self::BeyondLimit => "beyond-limit",
        }
    }
}

/// What becomes of files, in their order: as if one had been asked for after the other, and none after the first that
/// was more than all may have.
pub fn settle(attempts: &[Attempt], limits: &Limits) -> Vec<Outcome> {
    let mut room = Some(limits.total);
    let mut outcomes = Vec::with_capacity(attempts.len());
    for attempt in attempts {
        let outcome = room.map_or(Outcome::BeyondLimit, |room| outcome(attempt, room, limits));
        room = match outcome {
            Outcome::BeyondLimit => None,
            Outcome::Held => room.map(|room| room - attempt.bytes),
            _ => room,
        };
        outcomes.push(outcome);
    }
    outcomes
}

fn outcome(attempt: &Attempt, room: u64, limits: &Limits) -> Outcome {
    let is_over = attempt.bytes > room;
    match attempt.ending {
        Ending::Announced => Outcome::TooLarge,
        Ending::TooLarge if room >= limits.file => Outcome::TooLarge,
        Ending::Stopped => Outcome::BeyondLimit,
        _ if is_over => Outcome::BeyondLimit,
        Ending::TooLarge => Outcome::TooLarge,
        Ending::Whole => Outcome::Held,
        Ending::Mismatch => Outcome::Mismatch,
        Ending::Failed => Outcome::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(attempts: &[(Ending, u64)], expected: &[Outcome]) {
        let attempts: Vec<Attempt> = attempts.iter().map(|&(ending, bytes)| Attempt { ending, bytes }).collect();
        assert_eq!(settle(&attempts, &Limits { count: 9, file: 60, total: 100 }), expected);
    }

    #[test]
    fn files_are_held_until_one_does_not_fit() {
        use Ending::{Failed, Mismatch, Whole};
        use Outcome::{BeyondLimit, Held};
        case(&[(Whole, 60), (Whole, 40), (Whole, 0)], &[Held, Held, Held]);
        case(&[(Whole, 60), (Whole, 41), (Whole, 1)], &[Held, BeyondLimit, BeyondLimit]);
        let failed = [(Failed, 60), (Mismatch, 60), (Whole, 60), (Failed, 40)];
        case(&failed, &[Outcome::Failed, Outcome::Mismatch, Held, Outcome::Failed]);
        // It would have been stopped before it could fail.
        case(&[(Whole, 60), (Failed, 41), (Whole, 1)], &[Held, BeyondLimit, BeyondLimit]);
        case(&[(Whole, 60), (Mismatch, 41), (Whole, 1)], &[Held, BeyondLimit, BeyondLimit]);
    }

    #[test]
    fn a_file_that_is_too_large_takes_no_room() {
        use Ending::{Announced, TooLarge, Whole};
        use Outcome::{BeyondLimit, Held};
        case(&[(TooLarge, 61), (Announced, 0), (Whole, 60)], &[Outcome::TooLarge, Outcome::TooLarge, Held]);
        case(&[(Whole, 50), (Announced, 0), (Whole, 50)], &[Held, Outcome::TooLarge, Held]);
        case(&[(Whole, 50), (TooLarge, 61), (Whole, 50)], &[Held, BeyondLimit, BeyondLimit]);
    }

    #[test]
    fn nothing_is_held_after_what_was_stopped() {
        use Ending::{Stopped, Whole};
        use Outcome::{BeyondLimit, Held};
        case(&[(Whole, 1), (Stopped, 0), (Whole, 1)], &[Held, BeyondLimit, BeyondLimit]);
    }
}
