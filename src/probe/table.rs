//! The shape of a CSV or TSV file: delimiter, encoding, header, and a type per column.

use csv::ByteRecord;

use super::{delimiter, encoding, values};
use crate::model::{Column, ColumnForm, ColumnType, Table};

/// Reads the table that begins with `head`; none when the bytes are no text or have no header.
/// `complete` tells whether they are the whole file.
pub(super) fn read(head: &[u8], complete: bool) -> Option<Table> {
    let (text, encoding) = encoding::decode(head, complete)?;
    let text = text.as_bytes();
    let delimiter = delimiter::find(text, complete);
    let mut records = delimiter::reader(text, delimiter);
    let mut record = ByteRecord::new();
    if !records.read_byte_record(&mut record).ok()? {
        return None;
    }
    let mut columns: Vec<Column> = record.iter().map(column).collect();
    let (rows_read, ragged) = read_rows(&mut records, &mut columns, text.len() as u64, complete);
    Some(Table { delimiter: char::from(delimiter), encoding: encoding.name(), columns, rows_read, ragged, complete })
}

fn column(name: &[u8]) -> Column {
    Column { name: String::from_utf8_lossy(name).trim().to_owned(), kind: ColumnType::Empty, form: ColumnForm::Plain }
}

/// Narrows the types of the columns down row by row; gives the number of rows, and whether one of them is longer or
/// shorter than the header. A row that ends where an incomplete text does may be cut and is left out.
fn read_rows(records: &mut csv::Reader<&[u8]>, columns: &mut [Column], length: u64, complete: bool) -> (u64, bool) {
    let mut record = ByteRecord::new();
    let (mut rows, mut ragged) = (0, false);
    while records.read_byte_record(&mut record).unwrap_or(false) {
        if !complete && records.position().byte() >= length {
            break;
        }
        rows += 1;
        ragged |= record.len() != columns.len();
        for (column, value) in columns.iter_mut().zip(&record) {
            if column.kind != ColumnType::Text {
                let value = std::str::from_utf8(value).unwrap_or("?");
                (column.kind, column.form) = values::join((column.kind, column.form), values::look(value));
            }
        }
    }
    (rows, ragged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(table: &Table) -> Vec<(&str, &str)> {
        table.columns.iter().map(|column| (column.name.as_str(), column.kind.name())).collect()
    }

    #[test]
    fn a_french_table_is_read_whole() {
        let text = b"code insee;nom;surface;ouvert;date;vide\r\n35238;Rennes;50,39;vrai;31/05/2024;\r\n\
                     35047;\"Bruz;\nKer\";29,5;faux;01/06/2024;\r\n";
        let table = read(text, true).expect("a table");
        assert_eq!(
            shape(&table),
            [
                ("code insee", "integer"),
                ("nom", "string"),
                ("surface", "number"),
                ("ouvert", "boolean"),
                ("date", "date"),
                ("vide", "any")
            ]
        );
        assert_eq!((table.delimiter, table.encoding, table.rows_read, table.complete), (';', "UTF-8", 2, true));
        let forms: Vec<&str> = table.columns.iter().map(|column| column.form.name()).collect();
        assert_eq!(forms, ["plain", "plain", "comma", "plain", "%d/%m/%Y", "plain"]);
        assert!(!table.ragged);
    }

    #[test]
    fn a_cut_last_row_is_not_read() {
        let table = read(b"a,b\n1,2\n3,x", false).expect("a table");
        assert_eq!((shape(&table), table.rows_read), (vec![("a", "integer"), ("b", "integer")], 1));
    }

    #[test]
    fn what_is_no_table_is_none() {
        assert_eq!(read(b"", true), None);
        assert_eq!(read(b"a\0b,c\n", true), None);
    }

    #[test]
    fn ragged_rows_keep_the_header() {
        let table = read(b"a,b\n1\n1,2,3\n", true).expect("a table");
        assert_eq!((shape(&table), table.rows_read), (vec![("a", "integer"), ("b", "integer")], 2));
        assert!(table.ragged);
    }
}
