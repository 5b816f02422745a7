//! Numbers written in symbols: 92 characters that JSON need not escape.

use super::error::Damage;

/// How many symbols there are.
const BASE: u32 = 92;

/// Symbols from here on say that more follow.
const LAST: u32 = 62;

/// Numbers that are read from a text, one after another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbols<'a> {
    rest: &'a [u8],
}

impl<'a> Symbols<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.as_bytes() }
    }

    /// The value of the next symbol.
    pub(super) fn symbol(&mut self) -> Result<u32, Damage> {
        let (first, rest) = self.rest.split_first().ok_or("a number is missing")?;
        let value = value(*first).ok_or("a character is no symbol")?;
        self.rest = rest;
        Ok(value)
    }

    /// The next varint, below 2³².
    pub(super) fn varint(&mut self) -> Result<u32, Damage> {
        let mut sum = 0u64;
        let mut scale = 1u64;
        loop {
            let symbol = self.symbol()?;
            sum += u64::from(symbol) * scale;
            if sum > u64::from(u32::MAX) {
                return Err("a number is too large");
            }
            if symbol < LAST {
                return Ok(sum as u32);
            }
            scale *= u64::from(BASE - LAST);
        }
    }

    /// The next varint as a count or a place.
    pub(super) fn count(&mut self) -> Result<usize, Damage> {
        self.varint().map(|count| count as usize)
    }

    /// `count` numbers that grow: the first, then each less the one before less one. All are below `limit`.
    pub(super) fn ascending(&mut self, count: usize, limit: u32) -> Result<Vec<u32>, Damage> {
        if count > limit as usize {
            return Err("a list is longer than it can be");
        }
        let mut numbers = Vec::with_capacity(count);
        let mut least = 0u64;
        for _ in 0..count {
            let number = least + u64::from(self.varint()?);
            if number >= u64::from(limit) {
                return Err("a list leads beyond its end");
            }
            numbers.push(number as u32);
            least = number + 1;
        }
        Ok(numbers)
    }

    /// All that was not read yet.
    pub(super) fn rest(self) -> &'a str {
        std::str::from_utf8(self.rest).expect("internal error: symbols are ASCII, so this is where a character begins")
    }

    /// Nothing may be left.
    pub(super) fn finish(self) -> Result<(), Damage> {
        if self.rest.is_empty() { Ok(()) } else { Err("there is more than there should be") }
    }
}

/// `count` numbers of `width` symbols each, and nothing else.
pub(super) fn fixed(text: &str, width: usize, count: usize) -> Result<Vec<u32>, Damage> {
    // Four symbols are more than any catalogue has datasets.
    if !(1..=4).contains(&width) || Some(text.len()) != width.checked_mul(count) {
        return Err("a table has not the length it should have");
    }
    let mut symbols = Symbols::new(text);
    let number = |symbols: &mut Symbols<'_>| (0..width).try_fold(0, |sum, _| Ok(sum * BASE + symbols.symbol()?));
    (0..count).map(|_| number(&mut symbols)).collect()
}

/// The value of a symbol.
pub(super) fn value(byte: u8) -> Option<u32> {
    match byte {
        b'!' => Some(0),
        b'#'..=b'[' => Some(u32::from(byte) - 34),
        b']'..=b'~' => Some(u32::from(byte) - 35),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::varint;
    use super::*;

    #[test]
    fn symbols_are_in_the_order_of_their_code_points() {
        let symbols: Vec<u8> = (0..=u8::MAX).filter(|byte| value(*byte).is_some()).collect();
        assert!(symbols.iter().enumerate().all(|(place, byte)| value(*byte) == Some(place as u32)));
        assert_eq!((symbols.len(), value(b'['), value(b']'), value(b'~')), (92, Some(57), Some(58), Some(91)));
    }

    #[test]
    fn numbers_have_the_width_that_is_said() {
        assert_eq!(fixed("!##!", 2, 2), Ok(vec![1, 92]));
        assert!(fixed("!##", 2, 2).is_err() && fixed("", 0, 0).is_err() && fixed("é", 1, 2).is_err());
    }

    #[test]
    fn what_is_beyond_the_end_is_refused() {
        assert_eq!(Symbols::new("!!#").ascending(3, 10), Ok(vec![0, 1, 3]));
        assert!(Symbols::new("!!#").ascending(3, 3).is_err());
        assert!(Symbols::new("~~~~~~~~~~").varint().is_err());
        assert!(Symbols::new("~").varint().is_err());
    }

    proptest! {
        #[test]
        fn varints_are_read_as_written(number in any::<u32>()) {
            let text = varint(number);
            let mut symbols = Symbols::new(&text);
            prop_assert_eq!(symbols.varint(), Ok(number));
            prop_assert_eq!(symbols.finish(), Ok(()));
        }
    }
}
