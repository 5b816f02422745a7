//! Numbers that check themselves: SIRET, ORCID, IBAN, French social security numbers, ISSN.

/// Digits of a text, blanks and the usual separators left out; none when it holds anything else.
fn digits(text: &str) -> Option<Vec<u32>> {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-'));
    kept.map(|c| c.to_digit(10)).collect()
}

/// Luhn's sum, modulo 10: 0 for a right number.
fn luhn(digits: &[u32]) -> u32 {
    let doubled = |(place, digit): (usize, &u32)| match (place % 2, digit * 2) {
        (0, _) => *digit,
        (_, twice @ 10..) => twice - 9,
        (_, twice) => twice,
    };
    digits.iter().rev().enumerate().map(doubled).sum::<u32>() % 10
}

/// La Poste numbers its establishments without Luhn.
const LA_POSTE: [u32; 9] = [3, 5, 6, 0, 0, 0, 0, 0, 0];

/// Whether a text is a SIRET: 14 digits, right by Luhn as a whole and in the first nine (the SIREN).
/// Establishments of La Poste may have a sum of digits that 5 divides instead.
pub fn is_siret(text: &str) -> bool {
    let Some(digits) = digits(text).filter(|digits| digits.len() == 14) else {
        return false;
    };
    let whole = luhn(&digits) == 0;
    let la_poste = digits.starts_with(&LA_POSTE) && digits.iter().sum::<u32>() % 5 == 0;
    luhn(&digits[..9]) == 0 && (whole || la_poste)
}

/// The sixteen signs of an ORCID in groups of four when they are right (ISO 7064 mod 11-2), whatever
/// stands around and between them: an address, blanks.
pub fn orcid(text: &str) -> Option<String> {
    let bare = text.trim().trim_end_matches('/');
    let bare = bare.rsplit('/').next()?;
    let signs: Vec<char> = bare.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '–')).collect();
    let (last, first) = signs.split_last().filter(|(_, first)| first.len() == 15)?;
    let total = first.iter().try_fold(0, |total, sign| Some((total + sign.to_digit(10)?) * 2))?;
    let wanted = match (12 - total % 11) % 11 {
        10 => 'X',
        digit => char::from_digit(digit, 10)?,
    };
    let groups: Vec<String> = signs.chunks(4).map(|group| group.iter().collect::<String>().to_uppercase()).collect();
    (last.to_ascii_uppercase() == wanted).then(|| groups.join("-"))
}

/// Whether a text, blanks left out, is an IBAN with right check digits (ISO 13616).
pub fn is_iban(text: &str) -> bool {
    let signs: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let shape = (15..=34).contains(&signs.len())
        && signs[..2].iter().all(char::is_ascii_uppercase)
        && signs[2..4].iter().all(char::is_ascii_digit)
        && signs.iter().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    if !shape {
        return false;
    }
    let turned = signs[4..].iter().chain(&signs[..4]);
    let step = |rest: u32, sign: &char| match sign.to_digit(36) {
        Some(value @ 10..) => (rest * 100 + value) % 97,
        Some(value) => (rest * 10 + value) % 97,
        None => rest,
    };
    turned.fold(0, step) == 1
}

/// Whether a text, blanks left out, is a French social security number with its right key.
pub fn is_social_security(text: &str) -> bool {
    let signs: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-')).collect();
    if signs.len() != 15 || !signs.is_ascii() || !matches!(signs.as_bytes()[0], b'1' | b'2') {
        return false;
    }
    // Corsica's departments count as 19 and 18.
    let body = match &signs[5..7] {
        "2A" => signs[..13].replacen("2A", "19", 1),
        "2B" => signs[..13].replacen("2B", "18", 1),
        _ => signs[..13].to_owned(),
    };
    let month = signs[3..5].parse().unwrap_or(0);
    let known_month = matches!(month, 1..=12 | 20 | 30..=42 | 50..=99);
    match (body.parse::<u64>(), signs[13..].parse::<u64>()) {
        (Ok(body), Ok(key)) => known_month && key == 97 - body % 97,
        _ => false,
    }
}

/// Whether a text is an ISSN with its right check sign.
pub fn is_issn(text: &str) -> bool {
    let signs: Vec<char> = text.trim().chars().filter(|c| *c != '-').collect();
    let Some((last, first)) = signs.split_last().filter(|(_, first)| first.len() == 7) else {
        return false;
    };
    let weighted = first.iter().zip((2..=8).rev()).map(|(sign, weight)| sign.to_digit(10).map(|digit| digit * weight));
    let Some(total) = weighted.sum::<Option<u32>>() else {
        return false;
    };
    let check = if last.eq_ignore_ascii_case(&'X') { Some(10) } else { last.to_digit(10) };
    check == Some((11 - total % 11) % 11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn siret_numbers_check_themselves() {
        for right in ["13002526500013", "130 025 265 00013", "35600000000048", "35600000049837"] {
            assert!(is_siret(right), "{right}");
        }
        for wrong in ["13002526500014", "130025265", "23002526500013", "1300252650001A", "", "35600000049838"] {
            assert!(!is_siret(wrong), "{wrong}");
        }
    }

    #[test]
    fn orcid_identifiers_check_themselves() {
        let right = Some("0000-0002-1825-0097");
        for text in ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "0000 0002 1825 0097"] {
            assert_eq!(orcid(text).as_deref(), right, "{text}");
        }
        assert_eq!(orcid("0000-0002-1694-233x").as_deref(), Some("0000-0002-1694-233X"));
        for text in ["0000-0002-1825-0098", "0000-0002-1825-009", "orcid", ""] {
            assert_eq!(orcid(text), None, "{text}");
        }
    }

    #[test]
    fn account_numbers_check_themselves() {
        assert!(is_iban("FR14 2004 1010 0505 0001 3M02 606"));
        assert!(is_iban("GB82WEST12345698765432"));
        assert!(!is_iban("FR14 2004 1010 0505 0001 3M02 607"));
        assert!(!is_iban("FR14 2004"));
    }

    #[test]
    fn social_security_numbers_check_themselves() {
        assert!(is_social_security("2 55 08 14 168 025 38"));
        assert!(!is_social_security("2 55 08 14 168 025 39"));
        assert!(!is_social_security("2 55 13 14 168 025 38"));
        assert!(!is_social_security("255081416802538000"));
    }

    #[test]
    fn serial_numbers_check_themselves() {
        assert!(is_issn("0317-8471"));
        assert!(is_issn("2434-561X"));
        assert!(!is_issn("0317-8472"));
    }
}
