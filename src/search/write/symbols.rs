//! Numbers as printable characters, and sorted words that share their beginnings.

/// How many symbols there are.
pub(crate) const SYMBOLS: u32 = 92;
/// Symbols that are a number alone; the others go on.
const LAST: u32 = 62;

/// Appends one symbol, `value` below [`SYMBOLS`].
pub(crate) fn push_symbol(out: &mut String, value: u32) {
    let code = b'!' + value as u8;
    // `"` and `\` would have to be escaped in a script.
    let code = code + u8::from(code >= b'"');
    out.push(char::from(code + u8::from(code >= b'\\')));
}

/// Appends a number of any size.
pub(crate) fn push_varint(out: &mut String, value: u32) {
    let mut rest = value;
    while rest >= LAST {
        rest -= LAST;
        push_symbol(out, LAST + rest % (SYMBOLS - LAST));
        rest /= SYMBOLS - LAST;
    }
    push_symbol(out, rest);
}

/// Appends a number in `width` symbols.
pub(crate) fn push_fixed(out: &mut String, width: u32, value: u32) {
    for power in (0..width).rev() {
        push_symbol(out, value / SYMBOLS.pow(power) % SYMBOLS);
    }
}

/// Symbols that numbers below `count` need.
pub(crate) fn width_for(count: usize) -> u32 {
    (1..).find(|width| count <= (SYMBOLS as usize).pow(*width)).unwrap_or(1)
}

/// Sorted words, each without the beginning that it shares with the one before.
pub(crate) fn front_coded<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    let mut before = "";
    for (at, word) in words.enumerate() {
        let mut shared = 0;
        let mut units = 0;
        for (one, other) in before.chars().zip(word.chars()) {
            if one != other || units + one.len_utf16() > SYMBOLS as usize - 1 {
                break;
            }
            shared += one.len_utf8();
            units += one.len_utf16();
        }
        if at > 0 {
            out.push(' ');
        }
        push_symbol(&mut out, units as u32);
        out.push_str(&word[shared..]);
        before = word;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_those_of_the_format() {
        let symbol = |value| {
            let mut out = String::new();
            push_symbol(&mut out, value);
            out
        };
        assert_eq!([0, 1, 57, 58, 91].map(symbol), ["!", "#", "[", "]", "~"]);
        let all: String = (0..SYMBOLS).map(symbol).collect();
        assert!(!all.contains(['"', '\\', ' ']));
    }

    #[test]
    fn numbers_take_as_many_symbols_as_they_need() {
        let written = |value| {
            let mut out = String::new();
            push_varint(&mut out, value);
            out.len()
        };
        assert_eq!([0, 61, 62, 1_921, 1_922, 57_721, 57_722].map(written), [1, 1, 2, 2, 3, 3, 4]);
        assert_eq!([1, 92, 93, 8_464, 8_465].map(width_for), [1, 1, 2, 2, 3]);
    }

    #[test]
    fn words_share_beginnings() {
        assert_eq!(front_coded(["marche", "marches", "mare"].into_iter()), "!marche (s %e");
    }
}
