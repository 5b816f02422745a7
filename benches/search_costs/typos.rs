//! Whether mistyped words are found: the word that was meant is the correction or among the suggestions.

use etal::search::read::Question;
use etal::site::Site;

use super::files::Files;
use crate::queries::{Kind, queries};

/// Prints how many words with one wrong letter lead to the word that was meant.
pub(crate) fn print(site: &Site, files: &Files<'_>) {
    let reader = files.reader();
    let (mut asked, mut found) = (0, 0);
    for query in queries(site, Kind::Mistyped, 1_000) {
        let question = Question { text: query.text, page: 1, size: 0, ..Question::default() };
        let answer = reader.search(&question).expect("the search answers");
        let corrected = answer.corrections.iter().map(|correction| correction.to.as_str());
        let forms: Vec<&str> = corrected
            .chain(answer.suggestions.iter().flat_map(|suggestion| suggestion.forms.iter().map(String::as_str)))
            .take(5)
            .collect();
        // Another word of the catalogue is no mistake that a reader could see.
        if !forms.is_empty() || answer.total == 0 {
            let meant = query.meant.as_deref().unwrap_or("").to_lowercase();
            let meant =
                meant.replace(['é', 'è', 'ê'], "e").replace('ô', "o").replace(['â', 'à'], "a").replace('î', "i");
            asked += 1;
            found += usize::from(forms.contains(&meant.as_str()));
        }
    }
    println!("\none wrong letter: the word is among the first five in {found} of {asked}");
}
