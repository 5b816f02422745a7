//! Numbers, sizes, dates and lists, written the way of a language. The way is data: see `[format]` in `i18n/fr.toml`.

use super::Messages;

impl Messages {
    /// A whole number with its thousands set apart: `8 214`.
    pub fn number(&self, n: u64) -> String {
        let digits = n.to_string();
        if digits.len() < 4 {
            return digits;
        }
        let separator = self.find("format.thousands").unwrap_or(" ");
        let mut written = String::with_capacity(digits.len() + 8);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                written.push_str(separator);
            }
            written.push(digit);
        }
        written
    }

    /// A whole number with its sign; the minus is a true one.
    pub fn signed(&self, n: i64) -> String {
        match n {
            0 => self.number(0),
            1.. => format!("+{}", self.number(n.unsigned_abs())),
            _ => format!("{}{}", self.find("format.minus").unwrap_or("−"), self.number(n.unsigned_abs())),
        }
    }

    /// A number of tenths with one decimal: 83 is `8,3`.
    pub fn tenths(&self, tenths: u64) -> String {
        let mark = self.find("format.decimal").unwrap_or(".");
        format!("{}{mark}{}", self.number(tenths / 10), tenths % 10)
    }

    /// A size in powers of a thousand, with one decimal under ten: `1,3 Mo`, `486 Ko`, `812 octets`.
    pub fn size(&self, bytes: u64) -> String {
        let units: Vec<&str> = self.find("format.sizes").unwrap_or("B|kB|MB|GB|TB").split('|').collect();
        let (mut scale, mut unit) = (1, 0);
        // Rounding must not give 1,000 of a unit: 999,950 bytes are 1 MB.
        while unit + 1 < units.len() && rounded(bytes, scale) >= 1000 {
            scale *= 1000;
            unit += 1;
        }
        let tenths = u64::try_from((u128::from(bytes) * 10 + scale / 2) / scale).unwrap_or(u64::MAX);
        let value = if unit == 0 || tenths >= 100 || tenths.is_multiple_of(10) {
            self.number(u64::try_from(rounded(bytes, scale)).unwrap_or(u64::MAX))
        } else {
            self.tenths(tenths)
        };
        format!("{value}\u{a0}{}", units[unit])
    }

    /// A date in full: `5 mai 2024`, `mai 2024`, `2024`. What is not a date is given back as it is.
    pub fn date(&self, iso: &str) -> String {
        self.written_date(iso, "format.months")
    }

    /// A date with a shortened month: `22 nov. 2026`.
    pub fn short_date(&self, iso: &str) -> String {
        self.written_date(iso, "format.short_months")
    }

    fn written_date(&self, iso: &str, months: &str) -> String {
        let Some((year, month, day)) = date_parts(iso) else {
            return iso.to_owned();
        };
        let Some(month) = month else {
            return year.to_owned();
        };
        let Some(month) = self.text(months).split('|').nth(usize::from(month) - 1) else {
            return iso.to_owned();
        };
        match day {
            None => self.fill("format.month", &[("month", month), ("year", year)]),
            Some(day) => {
                let number = day.to_string();
                let day = if day == 1 { self.find("format.first_day").unwrap_or("1") } else { &number };
                self.fill("format.date", &[("day", day), ("month", month), ("year", year)])
            }
        }
    }

    /// Items joined into a phrase: `a, b et c`.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let (mark, last) = (self.find("format.list").unwrap_or(", "), self.find("format.list_last").unwrap_or(", "));
        let mut phrase = String::new();
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                phrase.push_str(if index + 1 == items.len() { last } else { mark });
            }
            phrase.push_str(item.as_ref());
        }
        phrase
    }
}

fn rounded(bytes: u64, scale: u128) -> u128 {
    (u128::from(bytes) + scale / 2) / scale
}

/// Year, month and day of `2024`, `2024-05`, `2024-05-31` or a date with a time.
fn date_parts(iso: &str) -> Option<(&str, Option<u8>, Option<u8>)> {
    let date = iso.split(['T', ' ']).next()?;
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))?;
    let mut number = |largest: u8| match parts.next() {
        None => Some(None),
        Some(text) => text.parse::<u8>().ok().filter(|n| (1..=largest).contains(n)).map(Some),
    };
    let month = number(12)?;
    let day = number(31)?;
    parts.next().is_none().then_some((year, month, day))
}

/// Key that sorts texts for people: without accents or case, digits and letters before anything else.
pub fn sort_key(text: &str) -> String {
    let plain = deunicode::deunicode(text).to_lowercase();
    plain.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(language: &str) -> Messages {
        let text = match language {
            "fr" => include_str!("../../themes/default/i18n/fr.toml"),
            _ => include_str!("../../themes/default/i18n/en.toml"),
        };
        Messages::parse(language, text).expect("the texts are TOML")
    }

    #[test]
    fn thousands_are_set_apart_by_the_language() {
        assert_eq!(messages("fr").number(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(messages("en").number(1_234_567), "1,234,567");
        assert_eq!(messages("en").number(999), "999");
    }

    #[test]
    fn sizes_have_one_decimal_under_ten() {
        #[track_caller]
        fn case(bytes: u64, expected: &str) {
            assert_eq!(messages("fr").size(bytes).replace('\u{a0}', " "), expected);
        }
        case(0, "0 octets");
        case(999, "999 octets");
        case(1000, "1 Ko");
        case(1260, "1,3 Ko");
        case(9_949, "9,9 Ko");
        case(9_951, "10 Ko");
        case(486_000, "486 Ko");
        case(999_400, "999 Ko");
        case(999_500, "1 Mo");
        case(1_300_000, "1,3 Mo");
        case(u64::MAX, "18\u{202f}446\u{202f}744 To");
    }

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        let french = messages("fr");
        let written = ["2024", "2024-05", "2024-05-31", "2024-05-01", "2026-11-22T10:00:00Z"].map(|d| french.date(d));
        assert_eq!(written, ["2024", "mai 2024", "31 mai 2024", "1er mai 2024", "22 novembre 2026"]);
        assert_eq!(french.short_date("2026-11-22"), "22 nov. 2026");
        assert_eq!(messages("en").date("2024-05-01"), "1 May 2024");
        assert_eq!(messages("en").short_date("2026-11-22"), "22 Nov 2026");
    }

    #[test]
    fn what_is_not_a_date_is_left_alone() {
        let french = messages("fr");
        for text in ["soon", "2024-13", "2024-05-31-1", "24-05-01", "", "2024-00"] {
            assert_eq!(french.date(text), text);
        }
    }

    #[test]
    fn a_list_ends_in_the_last_word() {
        assert_eq!(messages("fr").list(&["a", "b", "c"]), "a, b et c");
        assert_eq!(messages("en").list(&["a", "b"]), "a and b");
        assert_eq!(messages("en").list::<&str>(&[]), "");
    }

    #[test]
    fn signs_are_written() {
        let french = messages("fr");
        assert_eq!([2, 0, -2].map(|n| french.signed(n)), ["+2", "0", "−2"]);
    }

    #[test]
    fn accents_and_case_do_not_sort() {
        assert_eq!(sort_key("Écoles"), "ecoles");
        assert_eq!(sort_key("« Œuvres »"), "oeuvres >>");
    }
}
