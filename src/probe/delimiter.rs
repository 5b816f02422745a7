//! Which sign parts the fields of a table: the one that gives most records as many fields.

/// The signs that are tried, the most usual first.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many records are compared.
const RECORDS: usize = 100;

/// The delimiter of `text`; a comma when there is a single column. The last record is not believed
/// when the text goes on after it.
pub(super) fn find(text: &[u8], complete: bool) -> u8 {
    let mut best = (0.0, CANDIDATES[0]);
    for delimiter in CANDIDATES {
        let score = score(text, delimiter, complete);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// 0 to 1: the share of records that have as many fields as the header, squared so that a sign that
/// occurs by chance loses, times a factor that grows with the number of columns.
fn score(text: &[u8], delimiter: u8, complete: bool) -> f64 {
    let mut counts: Vec<usize> = reader(text, delimiter).byte_records().take(RECORDS).map_while(fields).collect();
    if !complete && counts.len() < RECORDS && counts.len() > 1 {
        counts.pop();
    }
    let Some(columns) = counts.first().copied().filter(|columns| *columns > 1) else {
        return 0.0;
    };
    let same = counts.iter().filter(|count| **count == columns).count();
    let share = same as f64 / counts.len() as f64;
    share * share * (1.0 - 1.0 / columns as f64)
}

fn fields(record: csv::Result<csv::ByteRecord>) -> Option<usize> {
    record.ok().map(|record| record.len())
}

/// Reads records of any length; the header is the first of them.
pub(super) fn reader(text: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: char) {
        assert_eq!(find(text.as_bytes(), true) as char, expected, "{text}");
    }

    #[test]
    fn the_consistent_sign_parts_the_fields() {
        case("a,b\n1,2\n", ',');
        case("x;y\n1,5;2,5\n3,5;4,5\n", ';');
        case("nom\tnote\nAnne\ta, b, c\nBob\td, e\n", '\t');
        case("a|b|c\n1|2|3\n", '|');
        case("a;b\n\"x;y\nz\";2\n", ';');
        case("texte\nune phrase, puis une autre\nrien\n", ',');
        case("", ',');
    }
}
