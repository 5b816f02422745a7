//! The dictionary: forms with their classes, and the posting lists of the classes.

use rayon::prelude::*;

use super::super::index::{Class, Lexicon, Scorer};
use super::body::body;
use super::bundle::{Bundle, Directory};
use super::cut::cut;
use super::symbols::{front_coded, push_varint};

/// Longest list that stands in the dictionary itself.
const INLINE: usize = 256;
/// Bytes of a file of long lists before compression: most have one list, small ones share.
const LISTS_BYTES: usize = 6_000;

/// What the dictionary is made of.
pub(crate) struct Dictionary<'i> {
    lexicon: &'i Lexicon,
    /// Forms in order, with their classes.
    pub(crate) forms: Vec<(&'i str, &'i [Class])>,
    /// The key of each class.
    pub(crate) keys: Vec<String>,
    /// Datasets of each class, and its list; of a long list its file, once that is written.
    lists: Vec<(usize, String)>,
}

impl<'i> Dictionary<'i> {
    pub(crate) fn new(lexicon: &'i Lexicon, scorer: &Scorer<'_>) -> Self {
        let forms: Vec<_> = lexicon.forms.iter().map(|(form, found)| (&**form, found.classes.as_slice())).collect();
        let lists = (0..lexicon.stems.len() as Class).into_par_iter().map(|class| {
            let postings = scorer.postings(class);
            (postings.len(), body(&postings))
        });
        Self { lexicon, keys: keys(&forms, lexicon.stems.len()), lists: lists.collect(), forms }
    }

    /// In how many datasets a class stands.
    pub(crate) fn df(&self, class: Class) -> usize {
        self.lists[class as usize].0
    }

    /// How often a form stands in the catalogue.
    pub(crate) fn count(&self, form: &str) -> u64 {
        self.lexicon.forms.get(form).map_or(0, |found| found.count)
    }

    /// Writes the files of terms and of long lists; the directory of terms.
    pub(crate) fn write(&mut self, bundle: &mut Bundle, target: usize) -> Directory {
        self.write_long_lists(bundle);
        let sizes = self.forms.iter().map(|(form, classes)| {
            let new = classes.iter().filter(|class| self.is_brought_by(**class, form));
            let lists: usize = new.map(|class| self.listed(*class).len() + 3).sum();
            (*form, form.len() / 2 + 3 + lists)
        });
        let runs = cut(sizes, target);
        let files: Vec<_> = runs.into_par_iter().map(|run| self.terms(&self.forms[run])).collect();
        bundle.add_all("terms", files)
    }

    /// Writes the long lists, which give way to the names of their files.
    fn write_long_lists(&mut self, bundle: &mut Bundle) {
        let mut long: Vec<(&str, Class, String)> = Vec::new();
        for (class, (_, body)) in self.lists.iter_mut().enumerate().filter(|(_, (df, _))| *df > INLINE) {
            long.push((&self.keys[class], class as Class, std::mem::take(body)));
        }
        long.sort_unstable();
        let runs = cut(long.iter().map(|(key, _, body)| (*key, body.len())), LISTS_BYTES);
        let mut long = long.into_iter();
        for run in runs {
            let lists: Vec<_> = long.by_ref().take(run.len()).collect();
            let keys: Vec<&str> = lists.iter().map(|(key, ..)| *key).collect();
            let file: Vec<String> =
                std::iter::once(keys.join(" ")).chain(lists.iter().map(|(.., body)| body.clone())).collect();
            let name = bundle.add("postings", &file);
            lists.iter().for_each(|(_, class, _)| self.lists[*class as usize].1.clone_from(&name));
        }
    }

    /// Whether a class has its key from this form.
    fn is_brought_by(&self, class: Class, form: &str) -> bool {
        self.keys[class as usize].split('~').next() == Some(form)
    }

    /// The list of a class as the dictionary has it.
    fn listed(&self, class: Class) -> String {
        let (df, body) = &self.lists[class as usize];
        let mut out = String::with_capacity(body.len() + 2);
        push_varint(&mut out, *df as u32);
        out.push_str(body);
        out
    }

    /// A file of the dictionary, with its first form.
    fn terms(&self, forms: &[(&str, &[Class])]) -> (String, (String, String, Vec<String>, String)) {
        let (mut links, mut lists, mut foreign) = (String::new(), Vec::new(), Vec::new());
        let mut brought: Vec<Class> = Vec::new();
        for (form, classes) in forms {
            push_varint(&mut links, classes.len() as u32 - 1);
            for class in *classes {
                if self.is_brought_by(*class, form) {
                    push_varint(&mut links, 0);
                    lists.push(self.listed(*class));
                    brought.push(*class);
                } else if let Some(back) = brought.iter().rev().position(|known| known == class) {
                    push_varint(&mut links, back as u32 + 2);
                } else {
                    push_varint(&mut links, 1);
                    foreign.push(self.keys[*class as usize].as_str());
                }
            }
        }
        let words = front_coded(forms.iter().map(|(form, _)| *form));
        (forms[0].0.to_owned(), (words, links, lists, foreign.join(" ")))
    }
}

/// The key of each class: the form that brought it, and a number when that form brought several.
fn keys(forms: &[(&str, &[Class])], classes: usize) -> Vec<String> {
    let mut keys = vec![String::new(); classes];
    for (form, own) in forms {
        let mut brought = 0;
        for class in *own {
            let key = &mut keys[*class as usize];
            if key.is_empty() {
                *key = if brought == 0 { (*form).to_owned() } else { format!("{form}~{brought}") };
                brought += 1;
            }
        }
    }
    keys
}
