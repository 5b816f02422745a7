//! Languages of texts and of data.
//!
//! Sources: ISO 639-1 and 639-3 codes; names from the Unicode CLDR; the EU authority table
//! `language`, whose codes are those of ISO 639-3 in capitals.

use std::sync::LazyLock;

use super::index::Index;
use super::{Label, eu_code, nearest};

/// A language.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// The tag of BCP 47: two letters where they exist, else three.
    pub code: &'static str,
    /// Three letters of ISO 639-3.
    pub iso3: &'static str,
    pub label: Label,
    /// The language's name in itself.
    pub own_name: &'static str,
    aliases: &'static [&'static str],
}

/// French and English first, then other languages of Europe and of the French-speaking world.
#[rustfmt::skip]
pub static ALL: &[Language] = &[
    row("fr", "fra", "French", "français", "français", &["fre"]),
    row("en", "eng", "English", "anglais", "English", &[]),
    row("de", "deu", "German", "allemand", "Deutsch", &["ger"]),
    row("es", "spa", "Spanish", "espagnol", "español", &[]),
    row("it", "ita", "Italian", "italien", "italiano", &[]),
    row("pt", "por", "Portuguese", "portugais", "português", &[]),
    row("nl", "nld", "Dutch", "néerlandais", "Nederlands", &["dut"]),
    row("br", "bre", "Breton", "breton", "brezhoneg", &[]),
    row("oc", "oci", "Occitan", "occitan", "occitan", &[]),
    row("co", "cos", "Corsican", "corse", "corsu", &[]),
    row("eu", "eus", "Basque", "basque", "euskara", &["baq"]),
    row("ca", "cat", "Catalan", "catalan", "català", &[]),
    row("gl", "glg", "Galician", "galicien", "galego", &[]),
    row("la", "lat", "Latin", "latin", "latina", &[]),
    row("ar", "ara", "Arabic", "arabe", "العربية", &[]),
    row("zh", "zho", "Chinese", "chinois", "中文", &["chi"]),
    row("ja", "jpn", "Japanese", "japonais", "日本語", &[]),
    row("ko", "kor", "Korean", "coréen", "한국어", &[]),
    row("ru", "rus", "Russian", "russe", "русский", &[]),
    row("uk", "ukr", "Ukrainian", "ukrainien", "українська", &[]),
    row("be", "bel", "Belarusian", "biélorusse", "беларуская", &[]),
    row("pl", "pol", "Polish", "polonais", "polski", &[]),
    row("cs", "ces", "Czech", "tchèque", "čeština", &["cze"]),
    row("sk", "slk", "Slovak", "slovaque", "slovenčina", &["slo"]),
    row("sl", "slv", "Slovenian", "slovène", "slovenščina", &[]),
    row("hr", "hrv", "Croatian", "croate", "hrvatski", &[]),
    row("sr", "srp", "Serbian", "serbe", "српски", &[]),
    row("bs", "bos", "Bosnian", "bosniaque", "bosanski", &[]),
    row("mk", "mkd", "Macedonian", "macédonien", "македонски", &["mac"]),
    row("bg", "bul", "Bulgarian", "bulgare", "български", &[]),
    row("ro", "ron", "Romanian", "roumain", "română", &["rum"]),
    row("hu", "hun", "Hungarian", "hongrois", "magyar", &[]),
    row("el", "ell", "Greek", "grec", "Ελληνικά", &["gre"]),
    row("tr", "tur", "Turkish", "turc", "Türkçe", &[]),
    row("sq", "sqi", "Albanian", "albanais", "shqip", &["alb"]),
    row("et", "est", "Estonian", "estonien", "eesti", &[]),
    row("lv", "lav", "Latvian", "letton", "latviešu", &[]),
    row("lt", "lit", "Lithuanian", "lituanien", "lietuvių", &[]),
    row("fi", "fin", "Finnish", "finnois", "suomi", &[]),
    row("sv", "swe", "Swedish", "suédois", "svenska", &[]),
    row("da", "dan", "Danish", "danois", "dansk", &[]),
    row("nb", "nob", "Norwegian Bokmål", "norvégien bokmål", "norsk bokmål", &[]),
    row("nn", "nno", "Norwegian Nynorsk", "norvégien nynorsk", "norsk nynorsk", &[]),
    row("no", "nor", "Norwegian", "norvégien", "norsk", &[]),
    row("is", "isl", "Icelandic", "islandais", "íslenska", &["ice"]),
    row("ga", "gle", "Irish", "irlandais", "Gaeilge", &[]),
    row("cy", "cym", "Welsh", "gallois", "Cymraeg", &["wel"]),
    row("gd", "gla", "Scottish Gaelic", "gaélique écossais", "Gàidhlig", &[]),
    row("lb", "ltz", "Luxembourgish", "luxembourgeois", "Lëtzebuergesch", &[]),
    row("mt", "mlt", "Maltese", "maltais", "Malti", &[]),
    row("he", "heb", "Hebrew", "hébreu", "עברית", &[]),
    row("fa", "fas", "Persian", "persan", "فارسی", &["per"]),
    row("hi", "hin", "Hindi", "hindi", "हिन्दी", &[]),
    row("bn", "ben", "Bengali", "bengali", "বাংলা", &[]),
    row("ur", "urd", "Urdu", "ourdou", "اردو", &[]),
    row("ta", "tam", "Tamil", "tamoul", "தமிழ்", &[]),
    row("te", "tel", "Telugu", "télougou", "తెలుగు", &[]),
    row("vi", "vie", "Vietnamese", "vietnamien", "Tiếng Việt", &[]),
    row("th", "tha", "Thai", "thaï", "ไทย", &[]),
    row("id", "ind", "Indonesian", "indonésien", "Bahasa Indonesia", &[]),
    row("ms", "msa", "Malay", "malais", "Bahasa Melayu", &["may"]),
    row("sw", "swa", "Swahili", "swahili", "Kiswahili", &[]),
    row("ka", "kat", "Georgian", "géorgien", "ქართული", &["geo"]),
    row("hy", "hye", "Armenian", "arménien", "հայերեն", &["arm"]),
    row("az", "aze", "Azerbaijani", "azerbaïdjanais", "azərbaycan", &[]),
    row("kk", "kaz", "Kazakh", "kazakh", "қазақ тілі", &[]),
    row("mg", "mlg", "Malagasy", "malgache", "Malagasy", &[]),
    row("wo", "wol", "Wolof", "wolof", "Wolof", &[]),
    row("ku", "kur", "Kurdish", "kurde", "kurdî", &[]),
    row("ty", "tah", "Tahitian", "tahitien", "reo Tahiti", &[]),
    row("ht", "hat", "Haitian Creole", "créole haïtien", "Kreyòl Ayisyen", &[]),
    row("eo", "epo", "Esperanto", "espéranto", "Esperanto", &[]),
    row("gsw", "gsw", "Swiss German", "suisse allemand", "Schwiizertüütsch", &["alsatian", "alsacien"]),
    row("gcf", "gcf", "Guadeloupean Creole", "créole guadeloupéen", "kréyòl", &[]),
    row("rcf", "rcf", "Réunion Creole", "créole réunionnais", "kréol rénioné", &[]),
];

const fn row(
    code: &'static str,
    iso3: &'static str,
    en: &'static str,
    fr: &'static str,
    own_name: &'static str,
    aliases: &'static [&'static str],
) -> Language {
    Language { code, iso3, label: Label::new(en, fr), own_name, aliases }
}

impl Language {
    /// The language of a code (`fr`, `fra`, `fre`, `FR`), of a tag with a region (`fr-FR`,
    /// `fr_FR`), of a name in English, French or itself, or of an EU address.
    pub fn find(text: &str) -> Option<&'static Language> {
        static INDEX: LazyLock<Index<Language>> = LazyLock::new(|| Index::new(ALL.iter().flat_map(names)));
        let text = text.trim();
        let text = eu_code(text, "language").unwrap_or(text);
        INDEX.find(text).or_else(|| INDEX.find(primary_subtag(text)?))
    }

    /// The codes in the order of the table.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|row| row.code)
    }

    /// The code that a mistyped name most probably meant.
    pub fn nearest(text: &str) -> Option<&'static str> {
        let name = nearest(text, ALL.iter().flat_map(|row| [row.label.en, row.label.fr]))?;
        Language::find(name).map(|row| row.code)
    }

    /// The address in the EU authority table `language`.
    pub fn eu_uri(&self) -> String {
        format!("http://publications.europa.eu/resource/authority/language/{}", self.iso3.to_ascii_uppercase())
    }
}

/// `fr` of `fr-FR`: only when the whole has the form of a language tag.
fn primary_subtag(text: &str) -> Option<&str> {
    let (primary, rest) = text.split_once(['-', '_'])?;
    let subtag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    ((2..=3).contains(&primary.len()) && rest.split(['-', '_']).all(subtag)).then_some(primary)
}

/// The names of a row, with the row.
pub(crate) fn names(row: &'static Language) -> impl Iterator<Item = (&'static str, &'static Language)> {
    [row.code, row.iso3, row.label.en, row.label.fr, row.own_name]
        .into_iter()
        .chain(row.aliases.iter().copied())
        .map(move |name| (name, row))
}

#[cfg(test)]
mod tests {
    use super::super::index::conflicts;
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(Language::find(text).map(|row| row.code), expected, "{text}");
    }

    #[test]
    fn every_name_finds_its_language_and_no_other() {
        assert!(ALL.len() >= 60);
        assert_eq!(conflicts(ALL.iter().flat_map(names), |row| row.code), [""; 0]);
        for row in ALL {
            for (name, _) in names(row) {
                case(name, Some(row.code));
            }
            case(&row.eu_uri(), Some(row.code));
        }
    }

    #[test]
    fn usual_spellings_of_french_are_french() {
        for text in ["fr", "fra", "fre", "FR", "fr-FR", "fr_CA", "French", "Français", "francais"] {
            case(text, Some("fr"));
        }
        case("en-GB-oxendict", Some("en"));
        case("zh-Hant-TW", Some("zh"));
    }

    #[test]
    fn what_is_not_a_language_is_none() {
        case("", None);
        case("xx", None);
        case("fr-FR, en-GB", None);
        case("it's free", None);
        case("http://publications.europa.eu/resource/authority/country/FRA", None);
    }

    #[test]
    fn a_mistyped_name_has_a_nearest() {
        assert_eq!(Language::nearest("frensh"), Some("fr"));
        assert_eq!(Language::nearest("allemnd"), Some("de"));
    }
}
