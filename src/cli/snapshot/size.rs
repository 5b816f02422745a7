//! Sizes on the command line: `500kB`, `100MB`, `2GiB`, `1.5GB`, or bytes.

/// Units in lower case, the longer spelling of an end first. `Mo` is French for `MB`.
const UNITS: [(&str, u64); 16] = [
    ("kib", 1 << 10),
    ("mib", 1 << 20),
    ("gib", 1 << 30),
    ("tib", 1 << 40),
    ("kio", 1 << 10),
    ("mio", 1 << 20),
    ("gio", 1 << 30),
    ("tio", 1 << 40),
    ("kb", 1_000),
    ("mb", 1_000_000),
    ("gb", 1_000_000_000),
    ("tb", 1_000_000_000_000),
    ("ko", 1_000),
    ("mo", 1_000_000),
    ("go", 1_000_000_000),
    ("to", 1_000_000_000_000),
];

/// The bytes that a text means.
///
/// # Errors
/// When it is no size; says how one is written.
pub(super) fn parse(text: &str) -> Result<u64, String> {
    bytes(text).ok_or_else(|| String::from("write a number of bytes, or one with a unit: 500kB, 100MB, 2GiB"))
}

fn bytes(text: &str) -> Option<u64> {
    let lower = text.trim().to_ascii_lowercase();
    let (number, scale) = UNITS
        .iter()
        .find_map(|(unit, scale)| Some((lower.strip_suffix(unit)?, *scale)))
        .unwrap_or_else(|| (lower.strip_suffix('b').unwrap_or(&lower), 1));
    let (whole, decimals) = number.trim_end().split_once('.').unwrap_or((number.trim_end(), ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let has_decimals = number.contains('.');
    let is_right = !whole.is_empty() && is_number(whole) && is_number(decimals) && decimals.len() <= 3;
    if !is_right || has_decimals && (decimals.is_empty() || scale == 1) {
        return None;
    }
    let parts = 10_u128.pow(decimals.len() as u32);
    let below = u128::from(decimals.parse::<u64>().unwrap_or(0)) * u128::from(scale) / parts;
    whole.parse::<u64>().ok()?.checked_mul(scale)?.checked_add(u64::try_from(below).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_with_their_units() {
        let case = |text: &str, expected: u64| assert_eq!(parse(text), Ok(expected), "{text}");
        case("0", 0);
        case("1234", 1234);
        case("12B", 12);
        case("500kB", 500_000);
        case("500 KB", 500_000);
        case("100MB", 100_000_000);
        case("100Mo", 100_000_000);
        case("2GiB", 2 << 30);
        case("2Gio", 2 << 30);
        case("1.5GB", 1_500_000_000);
        case("0.25mb", 250_000);
        case("1.5KiB", 1536);
        case("3TB", 3_000_000_000_000);
        case("18446744073709551615", u64::MAX);
    }

    #[test]
    fn what_is_no_size_is_refused() {
        for text in
            ["", "MB", "-1", "+1", "1e3", "1,5MB", "1.MB", ".5MB", "1.5", "1.5B", "1.2345MB", "10XB", "1 000", "0x10"]
        {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse("18446744073709551616").is_err());
        assert!(parse("20000000TB").is_err());
    }
}
