//! The files of the dictionary: forms, the classes they stand in, and the short lists of these.

use super::error::Damage;
use super::symbols::{Symbols, value};

/// A file of terms.
pub(super) struct Terms {
    /// The forms, sorted.
    pub(super) forms: Vec<String>,
    /// The classes of each form.
    links: Vec<Vec<Place>>,
    /// The classes that forms of this file brought.
    pub(super) lists: Vec<List>,
    foreign: Vec<String>,
}

/// A class of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link<'a> {
    /// A class of this file.
    Own(&'a List),
    /// The key of a class of another file.
    Foreign(&'a str),
}

/// A class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct List {
    pub(super) key: String,
    /// How many datasets have it.
    pub(super) df: usize,
    /// Their body; of a longer list, the file that has it.
    pub(super) text: String,
}

#[derive(Clone, Copy)]
enum Place {
    Own(usize),
    Foreign(usize),
}

type Raw = (String, String, Vec<String>, String);

impl Terms {
    /// A file from its value.
    pub(super) fn read((forms, links, lists, foreign): Raw) -> Result<Self, Damage> {
        let forms = forms_of(&forms)?;
        if !forms.is_sorted() {
            return Err("the forms are not sorted");
        }
        let foreign: Vec<String> = foreign.split(' ').filter(|key| !key.is_empty()).map(str::to_owned).collect();
        let mut reading = Reading { symbols: Symbols::new(&links), lists: &lists, read: Vec::new(), foreign: 0 };
        let links = forms.iter().map(|form| reading.links(form)).collect::<Result<Vec<_>, _>>()?;
        reading.symbols.finish()?;
        if reading.read.len() != lists.len() || reading.foreign != foreign.len() {
            return Err("the links are not as many as the classes");
        }
        Ok(Self { forms, links, lists: reading.read, foreign })
    }

    /// The classes of a form, if it is in this file.
    pub(super) fn find(&self, form: &str) -> Option<impl Iterator<Item = Link<'_>>> {
        let place = self.forms.binary_search_by(|known| known.as_str().cmp(form)).ok()?;
        Some(self.classes(place))
    }

    /// The places of the forms with a beginning.
    pub(super) fn with_beginning(&self, beginning: &str) -> impl Iterator<Item = usize> {
        let first = self.forms.partition_point(|form| form.as_str() < beginning);
        (first..self.forms.len()).take_while(move |place| self.forms[*place].starts_with(beginning))
    }

    /// The classes of the form at a place.
    pub(super) fn classes(&self, place: usize) -> impl Iterator<Item = Link<'_>> {
        self.links[place].iter().map(|link| match link {
            Place::Own(list) => Link::Own(&self.lists[*list]),
            Place::Foreign(key) => Link::Foreign(&self.foreign[*key]),
        })
    }
}

/// What was read of the links so far.
struct Reading<'a> {
    symbols: Symbols<'a>,
    lists: &'a [String],
    read: Vec<List>,
    foreign: usize,
}

impl Reading<'_> {
    fn links(&mut self, form: &str) -> Result<Vec<Place>, Damage> {
        let mut brought = 0;
        let mut links = Vec::new();
        for _ in 0..=self.symbols.varint()? {
            links.push(match self.symbols.count()? {
                0 => {
                    let key = if brought == 0 { form.to_owned() } else { format!("{form}~{brought}") };
                    brought += 1;
                    let list = self.lists.get(self.read.len()).ok_or("a class has no list")?;
                    self.read.push(list_of(key, list)?);
                    Place::Own(self.read.len() - 1)
                }
                1 => {
                    self.foreign += 1;
                    Place::Foreign(self.foreign - 1)
                }
                back => {
                    let place = self.read.len().checked_sub(back - 1).ok_or("a link leads before the first class")?;
                    Place::Own(place)
                }
            });
        }
        Ok(links)
    }
}

fn list_of(key: String, text: &str) -> Result<List, Damage> {
    let mut symbols = Symbols::new(text);
    let df = symbols.count()?;
    if df == 0 {
        return Err("a class has no dataset");
    }
    Ok(List { key, df, text: symbols.rest().to_owned() })
}

/// Forms that are written as what differs from the form before.
pub(super) fn forms_of(text: &str) -> Result<Vec<String>, Damage> {
    let mut forms: Vec<String> = Vec::new();
    for written in text.split(' ').filter(|written| !written.is_empty()) {
        let shared = value(written.as_bytes()[0]).ok_or("a form does not begin with a symbol")?;
        let before = forms.last().map_or("", String::as_str);
        let shared = bytes_of(before, shared as usize).ok_or("a form shares more than there is")?;
        let form = [&before[..shared], &written[1..]].concat();
        if form.is_empty() {
            return Err("a form is empty");
        }
        forms.push(form);
    }
    Ok(forms)
}

/// The length in bytes of the first UTF-16 units of a text, if characters end there.
fn bytes_of(text: &str, units: usize) -> Option<usize> {
    let mut left = units;
    for (at, character) in text.char_indices() {
        if left == 0 {
            return Some(at);
        }
        left = left.checked_sub(character.len_utf16())?;
    }
    (left == 0).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::super::samples::varint;
    use super::*;

    #[test]
    fn forms_share_their_beginnings() {
        assert_eq!(
            forms_of("!eau #cole !𠀀a $b").as_deref(),
            Ok(["eau", "ecole", "𠀀a", "𠀀b"].map(String::from).as_slice())
        );
        for damaged in ["#a", "!𠀀 #b", "!", "\"a", "é"] {
            assert!(forms_of(damaged).is_err(), "{damaged}");
        }
    }

    #[test]
    fn links_lead_to_new_foreign_and_earlier_classes() {
        let links: String = [1, 0, 0, 0, 3, 1, 1, 2].map(varint).concat();
        let list = |df: u32| varint(df) + "body";
        let lists = vec![list(1), varint(257)];
        let terms = Terms::read((String::from("!eau $x !feu"), links, lists, String::from("au~1"))).expect("terms");
        let keys = |form: &str| {
            let links = terms.find(form)?.map(|link| match link {
                Link::Own(list) => (list.key.clone(), list.df),
                Link::Foreign(key) => (key.to_owned(), 0),
            });
            Some(links.collect::<Vec<_>>())
        };
        let (first, second) = ((String::from("eau"), 1), (String::from("eau~1"), 257));
        assert_eq!(keys("eau"), Some(vec![first.clone(), second.clone()]));
        assert_eq!(keys("eax"), Some(vec![first]));
        assert_eq!(keys("feu"), Some(vec![(String::from("au~1"), 0), second]));
        assert_eq!(keys("fe"), None);
        assert_eq!(terms.with_beginning("ea").collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn links_that_lead_nowhere_are_refused() {
        let read = |links: &[u32], lists: &[&str], foreign: &str| {
            let links: String = links.iter().map(|link| varint(*link)).collect();
            let lists = lists.iter().map(|list| (*list).to_owned()).collect();
            Terms::read((String::from("!a"), links, lists, foreign.to_owned())).err()
        };
        let body = "#!!";
        assert_eq!(read(&[0, 0], &[body], ""), None);
        for (links, lists, foreign) in [
            (vec![0, 0], vec![], ""),
            (vec![0, 1], vec![], ""),
            (vec![0, 2], vec![], ""),
            (vec![1, 0], vec![body], ""),
            (vec![0, 0], vec!["!"], ""),
            (vec![0, 0, 0], vec![body], ""),
            (vec![0, 0], vec![body, body], ""),
            (vec![0, 0], vec![body], "b"),
            (vec![u32::MAX, 0], vec![body], ""),
        ] {
            assert!(read(&links, &lists, foreign).is_some(), "{links:?} {lists:?} {foreign}");
        }
    }
}
