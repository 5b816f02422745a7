//! Personal data in plain sight: e-mail addresses of people, telephones, bank accounts, social
//! security numbers. What cannot be told from a catalogue number is left alone.

use super::number::{is_iban, is_social_security};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Personal {
    /// The e-mail address of a person; those of services are left alone.
    Mail,
    /// A telephone number, French or international.
    Phone,
    /// A bank account (IBAN) with right check digits.
    Iban,
    /// A French social security number with its right key.
    SocialSecurity,
}

/// Words in the name of a mailbox that belongs to a service.
const SHARED: [&str; 84] = [
    "abuse",
    "accueil",
    "admin",
    "administration",
    "agence",
    "aide",
    "analytics",
    "archives",
    "bibliotheque",
    "biblio",
    "cadastre",
    "catalog",
    "catalogue",
    "cnil",
    "com",
    "communication",
    "contact",
    "courrier",
    "culture",
    "data",
    "datasets",
    "desk",
    "dev",
    "direction",
    "doc",
    "documentation",
    "donnees",
    "dpo",
    "dsi",
    "eau",
    "enquiries",
    "enquiry",
    "environnement",
    "feedback",
    "geo",
    "geomatique",
    "gis",
    "hello",
    "help",
    "helpdesk",
    "hotline",
    "info",
    "infos",
    "info-data",
    "informations",
    "information",
    "inquiries",
    "mail",
    "mairie",
    "media",
    "mediatheque",
    "mobilite",
    "musee",
    "no-reply",
    "noreply",
    "observatoire",
    "odl",
    "office",
    "open",
    "opendata",
    "openmaps",
    "payments",
    "permits",
    "planning",
    "postmaster",
    "presse",
    "press",
    "public",
    "questions",
    "registry",
    "research",
    "rgpd",
    "sante",
    "secretariat",
    "service",
    "services",
    "sig",
    "stat",
    "statistics",
    "stats",
    "support",
    "team",
    "urbanisme",
    "webmaster",
];

/// The personal data of a text, each once, in its order.
pub fn find(text: &str) -> Vec<(Personal, &str)> {
    let mut found = Vec::new();
    if text.contains('@') {
        found.extend(mails(text).filter(|mail| is_personal(mail)).map(|mail| (Personal::Mail, mail)));
    }
    found.extend(numbers(text));
    found.sort_by_key(|(_, part)| part.as_ptr() as usize - text.as_ptr() as usize);
    let mut seen: Vec<&str> = Vec::new();
    found.retain(|(_, part)| {
        !seen.contains(part) && {
            seen.push(part);
            true
        }
    });
    found
}

fn mails(text: &str) -> impl Iterator<Item = &str> {
    let local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '\'');
    let host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    text.match_indices('@').filter_map(move |(at, _)| {
        let start = at - text[..at].chars().rev().take_while(|c| local(*c)).map(char::len_utf8).sum::<usize>();
        let end = at + 1 + text[at + 1..].chars().take_while(|c| host(*c)).map(char::len_utf8).sum::<usize>();
        let mail = text[start..end].trim_matches(['.', '-', '\'']);
        let (name, domain) = mail.split_once('@')?;
        (!name.is_empty() && domain.contains('.')).then_some(mail)
    })
}

fn is_personal(mail: &str) -> bool {
    let name = mail.split('@').next().unwrap_or("").to_lowercase();
    let words = name.split(['.', '-', '_', '+']);
    !words.chain([name.as_str()]).any(|word| SHARED.contains(&word) || word.contains("data"))
}

/// Runs of digits and what stands between their groups, judged as a whole.
fn numbers(text: &str) -> Vec<(Personal, &str)> {
    let mut found = Vec::new();
    let mut end_of_last = 0;
    for (at, _) in text.match_indices(|c: char| c.is_ascii_digit() || c == '+') {
        if at < end_of_last || !stands_alone(text, at) {
            continue;
        }
        if let Some((kind, part)) = judged(text, at) {
            end_of_last = at + part.len();
            found.push((kind, part));
        }
    }
    for (at, _) in text.match_indices(|c: char| c.is_ascii_uppercase()) {
        if at < end_of_last || !stands_alone(text, at) {
            continue;
        }
        if let Some(part) = iban_at(text, at) {
            end_of_last = at + part.len();
            found.push((Personal::Iban, part));
        }
    }
    found
}

/// Whether what begins at `at` is no part of a word, a number or an address.
fn stands_alone(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    !before
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '=' | '-' | '_' | '.' | '&' | '#' | '%' | '+' | '~'))
}

fn judged(text: &str, at: usize) -> Option<(Personal, &str)> {
    let run = run_of(&text[at..]);
    let digits = run.chars().filter(char::is_ascii_digit).count();
    if is_social_security(run) {
        return Some((Personal::SocialSecurity, run));
    }
    // A number that goes on is something else.
    let is_french = digits == 10 && run.starts_with('0') && !run.starts_with("00") && in_pairs(run);
    let is_international = run.starts_with('+') && (9..=15).contains(&digits) && !run[1..].starts_with('0');
    let is_dialled = run.starts_with("0033") && digits == 13;
    (is_french || is_international || is_dialled).then_some((Personal::Phone, run))
}

/// Digits from the start with single blanks, dots, hyphens or `(0)` between them.
fn run_of(text: &str) -> &str {
    let mut end = 0;
    let mut gap = 0;
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => (end, gap) = (at + 1, 0),
            '+' if at == 0 => {}
            // Corsica in a social security number.
            'A' | 'B' if text[..at].ends_with('2') => (end, gap) = (at + 1, 0),
            ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '(' | ')' if gap < 2 => gap += 1,
            _ => break,
        }
    }
    let run = text[..end].trim_end_matches(['A', 'B']);
    // A letter right after the digits makes them a reference.
    if text[end..].starts_with(|c: char| c.is_alphabetic() || c == '_') { "" } else { run }
}

/// `06 12 34 56 78`, `06.12.34.56.78`, `0612345678`: nothing else is how telephones are written.
fn in_pairs(run: &str) -> bool {
    let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let is_mobile = matches!(run.as_bytes()[1], b'6' | b'7');
    match groups.as_slice() {
        // Ten digits in a row may be any reference; those of mobiles hardly are.
        [whole] => whole.len() == 10 && is_mobile,
        pairs => pairs.len() == 5 && pairs.iter().all(|pair| pair.len() == 2) && run.as_bytes()[1] != b'0',
    }
}

fn iban_at(text: &str, at: usize) -> Option<&str> {
    let rest = &text[at..];
    let bytes = rest.as_bytes();
    let begins =
        bytes.len() > 14 && bytes[1].is_ascii_uppercase() && bytes[2].is_ascii_digit() && bytes[3].is_ascii_digit();
    if !begins {
        return None;
    }
    let signs = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let run = &rest[..rest.find(|c| !signs(c)).unwrap_or(rest.len())];
    // What follows may be written in capitals too: the longest right part wins.
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
    ends.map(|end| run[..end].trim_end()).find(|part| part.len() <= 42 && is_iban(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &[(Personal, &str)]) {
        assert_eq!(find(text), expected, "{text}");
    }

    #[test]
    fn addresses_of_people_are_told_from_shared_mailboxes() {
        use Personal::Mail;
        case("Écrire à jeanne.martin@ville.example.", &[(Mail, "jeanne.martin@ville.example")]);
        case("<jm@b.example>, jm@b.example", &[(Mail, "jm@b.example")]);
        case("contact@ville.example, open-data@x.example, gis.services@x.example, mairie@x.example", &[]);
        case("@handle, a@b, foo @bar.example", &[]);
    }

    #[test]
    fn telephones_are_told_from_references() {
        use Personal::Phone;
        case(
            "Tél. 02 99 12 34 56 ou 06.12.34.56.78, 0712345678",
            &[(Phone, "02 99 12 34 56"), (Phone, "06.12.34.56.78"), (Phone, "0712345678")],
        );
        case(
            "+33 (0)2 99 12 34 56 and +1 215-686-1234",
            &[(Phone, "+33 (0)2 99 12 34 56"), (Phone, "+1 215-686-1234")],
        );
        case("0033299123456", &[(Phone, "0033299123456")]);
        case("2019-2024, 01/02/2024, 0123456789, n° 12 34 56 78 90, https://x.example/0612345678, 06123456781", &[]);
        case("EPSG:2154, 350000 habitants, 48.11, -1.68, 3,14, id 0612345678abc", &[]);
    }

    #[test]
    fn accounts_and_social_security_numbers_check_themselves() {
        case(
            "IBAN FR14 2004 1010 0505 0001 3M02 606 DE LA VILLE",
            &[(Personal::Iban, "FR14 2004 1010 0505 0001 3M02 606")],
        );
        case("FR14 2004 1010 0505 0001 3M02 607", &[]);
        case("no 2 55 08 14 168 025 38", &[(Personal::SocialSecurity, "2 55 08 14 168 025 38")]);
        case("2 55 08 14 168 025 39", &[]);
    }
}
