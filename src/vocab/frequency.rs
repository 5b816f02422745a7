//! How often a dataset is updated: the 40 codes of data.gouv.fr, their delays and equivalents.
//!
//! Sources: udata's update frequencies; the Dublin Core collection description frequencies
//! (`http://purl.org/cld/freq/`); the EU authority table `frequency`; ISO 8601 repeating
//! intervals as Project Open Data writes them. "N times a span" promises only that an update
//! comes within the span, so the tolerated delay is the whole span.

use std::sync::LazyLock;

use super::index::Index;
use super::{Label, after_base, eu_code, nearest};

/// One update frequency.
#[derive(Debug, PartialEq, Eq)]
pub struct Frequency {
    pub id: &'static str,
    pub label: Label,
    /// Longest time between two updates, in minutes; none when nothing is promised.
    pub delay_minutes: Option<u32>,
    /// Code of the EU authority table `frequency`.
    pub eu: &'static str,
    /// Term of the Dublin Core list, which has 17 of the codes.
    pub dublin_core: Option<&'static str>,
    /// Repeating interval, where one says the same.
    pub iso8601: Option<&'static str>,
    aliases: &'static [&'static str],
}

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// The codes from the most to the least frequent, then those that promise nothing.
#[rustfmt::skip]
pub static ALL: &[Frequency] = &[
    row("continuous", "Continuous", "Temps réel", 0, "UPDATE_CONT").dc("continuous").iso("R/PT1S").also(&["realtime", "real time", "near real time", "live", "streaming", "continuously", "continu", "en continu", "en temps réel", "continuously updated"]),
    row("oneMinute", "Every minute", "Toutes les minutes", 1, "1MIN").iso("R/PT1M").also(&["1 minute", "minutely", "each minute", "chaque minute"]),
    row("fiveMinutes", "Every 5 minutes", "Toutes les 5 minutes", 5, "5MIN").iso("R/PT5M").also(&["5 minutes", "every five minutes", "toutes les cinq minutes"]),
    row("tenMinutes", "Every 10 minutes", "Toutes les 10 minutes", 10, "10MIN").iso("R/PT10M").also(&["10 minutes", "every ten minutes", "toutes les dix minutes"]),
    row("fifteenMinutes", "Every 15 minutes", "Toutes les 15 minutes", 15, "15MIN").iso("R/PT15M").also(&["15 minutes", "every fifteen minutes", "tous les quarts d'heure", "toutes les quinze minutes"]),
    row("thirtyMinutes", "Every 30 minutes", "Toutes les 30 minutes", 30, "30MIN").iso("R/PT30M").also(&["30 minutes", "half hourly", "every half hour", "toutes les demi-heures", "toutes les trente minutes"]),
    row("hourly", "Hourly", "Horaire", HOUR, "HOURLY").iso("R/PT1H").also(&["every hour", "each hour", "once per hour", "once an hour", "1 hour", "toutes les heures", "chaque heure"]),
    row("bihourly", "Every two hours", "Toutes les deux heures", 2 * HOUR, "BIHOURLY").iso("R/PT2H").also(&["every 2 hours", "2 hours", "toutes les 2 heures"]),
    row("trihourly", "Every three hours", "Toutes les trois heures", 3 * HOUR, "TRIHOURLY").iso("R/PT3H").also(&["every 3 hours", "3 hours", "toutes les 3 heures"]),
    row("twelveHours", "Every twelve hours", "Toutes les douze heures", 12 * HOUR, "12HRS").iso("R/PT12H").also(&["every 12 hours", "12 hours", "toutes les 12 heures"]),
    row("severalTimesADay", "Several times a day", "Plusieurs fois par jour", DAY, "CONT").also(&["four times a day", "fourTimesADay", "4 times a day", "every 6 hours", "every six hours", "quatre fois par jour", "toutes les 6 heures", "several times per day", "R/PT6H"]),
    row("threeTimesADay", "Three times a day", "Trois fois par jour", DAY, "DAILY_3").iso("R/PT8H").also(&["3 times a day", "three times daily", "three times per day", "every 8 hours", "3 fois par jour"]),
    row("semidaily", "Twice a day", "Deux fois par jour", DAY, "DAILY_2").also(&["semi-daily", "2 times a day", "two times a day", "twice daily", "twice per day", "biquotidienne", "2 fois par jour"]),
    row("daily", "Daily", "Quotidienne", DAY, "DAILY").dc("daily").iso("R/P1D").also(&["every day", "each day", "once a day", "once per day", "once daily", "1 time a day", "nightly", "weekdays", "quotidien", "journalière", "journalier", "tous les jours", "chaque jour", "par jour", "1 day", "1 jour"]),
    row("fiveTimesAWeek", "Five times a week", "Cinq fois par semaine", 7 * DAY, "WEEKLY_5").also(&["5 times a week", "five times per week", "5 fois par semaine", "working days", "jours ouvrés"]),
    row("threeTimesAWeek", "Three times a week", "Trois fois par semaine", 7 * DAY, "WEEKLY_3").dc("threeTimesAWeek").iso("R/P0.33W").also(&["3 times a week", "three times per week", "3 fois par semaine"]),
    row("semiweekly", "Twice a week", "Deux fois par semaine", 7 * DAY, "WEEKLY_2").dc("semiweekly").iso("R/P3.5D").also(&["semi-weekly", "2 times a week", "two times a week", "twice weekly", "twice per week", "bihebdomadaire", "2 fois par semaine", "R/P0.5W"]),
    row("weekly", "Weekly", "Hebdomadaire", 7 * DAY, "WEEKLY").dc("weekly").iso("R/P1W").also(&["every week", "each week", "once a week", "once per week", "R/P7D", "toutes les semaines", "chaque semaine", "par semaine", "1 week"]),
    row("biweekly", "Every two weeks", "Toutes les deux semaines", 14 * DAY, "BIWEEKLY").dc("biweekly").iso("R/P2W").also(&["bi-weekly", "every 2 weeks", "every other week", "fortnightly", "fortnighly", "fortnight", "R/P14D", "toutes les 2 semaines", "quinzomadaire", "tous les quinze jours", "tous les 15 jours"]),
    row("threeTimesAMonth", "Three times a month", "Trois fois par mois", 31 * DAY, "MONTHLY_3").dc("threeTimesAMonth").iso("R/P0.33M").also(&["3 times a month", "three times per month", "every ten days", "décadaire", "3 fois par mois", "R/P10D"]),
    row("semimonthly", "Twice a month", "Deux fois par mois", 31 * DAY, "MONTHLY_2").dc("semimonthly").iso("R/P0.5M").also(&["semi-monthly", "2 times a month", "two times a month", "twice monthly", "twice per month", "bimensuelle", "bimensuel", "2 fois par mois"]),
    row("monthly", "Monthly", "Mensuelle", 31 * DAY, "MONTHLY").dc("monthly").iso("R/P1M").also(&["every month", "each month", "once a month", "once per month", "mensuel", "tous les mois", "chaque mois", "par mois", "1 month"]),
    row("bimonthly", "Every two months", "Bimestrielle", 62 * DAY, "BIMONTHLY").dc("bimonthly").iso("R/P2M").also(&["bi-monthly", "every 2 months", "every other month", "bimestriel", "tous les deux mois", "tous les 2 mois"]),
    row("quarterly", "Quarterly", "Trimestrielle", 93 * DAY, "QUARTERLY").dc("quarterly").iso("R/P3M").also(&["every quarter", "each quarter", "once a quarter", "every three months", "every 3 months", "four times a year", "4 times a year", "trimestriel", "tous les trois mois", "tous les 3 mois", "chaque trimestre", "tous les trimestres"]),
    row("threeTimesAYear", "Three times a year", "Trois fois par an", 365 * DAY, "ANNUAL_3").dc("threeTimesAYear").iso("R/P4M").also(&["3 times a year", "three times per year", "every four months", "every 4 months", "quadrimestrielle", "quadrimestriel", "3 fois par an", "tous les quatre mois"]),
    row("semiannual", "Twice a year", "Semestrielle", 365 * DAY, "ANNUAL_2").dc("semiannual").iso("R/P6M").also(&["semi-annual", "semiannually", "semi-annually", "biannual", "bi-annual", "biannually", "bi-annually", "2 times a year", "twice yearly", "twice per year", "half yearly", "every six months", "every 6 months", "semestriel", "deux fois par an", "2 fois par an", "tous les six mois", "tous les 6 mois", "chaque semestre", "biannuelle"]),
    row("annual", "Annual", "Annuelle", 365 * DAY, "ANNUAL").dc("annual").iso("R/P1Y").also(&["annually", "yearly", "every year", "each year", "once a year", "once per year", "once yearly", "R/P12M", "annuel", "annuellement", "tous les ans", "chaque année", "par an", "1 year"]),
    row("biennial", "Every two years", "Biennale", 730 * DAY, "BIENNIAL").dc("biennial").iso("R/P2Y").also(&["bi-ennial", "biennially", "every 2 years", "every other year", "bisannuelle", "bisannuel", "biennal", "tous les deux ans", "tous les 2 ans"]),
    row("triennial", "Every three years", "Triennale", 1095 * DAY, "TRIENNIAL").dc("triennial").iso("R/P3Y").also(&["every 3 years", "triennal", "tous les trois ans", "tous les 3 ans"]),
    row("quadrennial", "Every four years", "Quadriennale", 1460 * DAY, "QUADRENNIAL").iso("R/P4Y").also(&["every 4 years", "quadriennal", "quadrennale", "tous les quatre ans", "tous les 4 ans"]),
    row("quinquennial", "Every five years", "Quinquennale", 1825 * DAY, "QUINQUENNIAL").iso("R/P5Y").also(&["every 5 years", "quinquennal", "tous les cinq ans", "tous les 5 ans"]),
    row("decennial", "Every ten years", "Décennale", 3650 * DAY, "DECENNIAL").iso("R/P10Y").also(&["every 10 years", "each decade", "every decade", "décennal", "tous les dix ans", "tous les 10 ans"]),
    row("bidecennial", "Every twenty years", "Bidécennale", 7300 * DAY, "BIDECENNIAL").iso("R/P20Y").also(&["every 20 years", "tous les vingt ans", "tous les 20 ans"]),
    row("tridecennial", "Every thirty years", "Tridécennale", 10950 * DAY, "TRIDECENNIAL").iso("R/P30Y").also(&["every 30 years", "tous les trente ans", "tous les 30 ans"]),
    row("punctual", "As needed", "Ponctuelle", 0, "AS_NEEDED").also(&["as required", "when needed", "on demand", "one-off", "one off", "one time", "once", "ponctuel", "ad hoc", "au besoin", "à la demande", "asNeeded", "manually when needed", "as available"]),
    row("irregular", "Irregular", "Sans régularité", 0, "IRREG").dc("irregular").also(&["irregularly", "periodically", "periodic", "occasionally", "occasional", "sporadic", "infrequent", "infrequently", "rarely", "irrégulière", "irrégulier", "occasionnelle", "varies", "variable", "eventual", "R/PXX"]),
    row("never", "Never", "Jamais", 0, "NEVER").also(&["static", "static dataset", "finalized", "final", "no longer updated", "jamais mis à jour", "R/P0D", "R/P0Y"]),
    row("notPlanned", "Not planned", "Non planifiée", 0, "NOT_PLANNED").also(&["not updated", "not currently updated", "not currently being updated", "currently not scheduled", "none planned", "no updates planned", "no future updates planned", "not scheduled", "non planifié", "pas de mise à jour prévue", "aucune mise à jour prévue"]),
    row("other", "Other", "Autre", 0, "OTHER").also(&["fourTimesAWeek", "four times a week", "autres"]),
    row("unknown", "Unknown", "Inconnue", 0, "UNKNOWN").also(&["inconnu", "non renseignée", "non renseigné", "not specified", "unspecified", "to be defined", "tbd", "not yet defined", "n/a"]),
];

/// `minutes` is 0 for a frequency that promises nothing.
const fn row(id: &'static str, en: &'static str, fr: &'static str, minutes: u32, eu: &'static str) -> Frequency {
    Frequency {
        id,
        label: Label::new(en, fr),
        delay_minutes: if minutes == 0 { None } else { Some(minutes) },
        eu,
        dublin_core: None,
        iso8601: None,
        aliases: &[],
    }
}

impl Frequency {
    const fn dc(mut self, term: &'static str) -> Frequency {
        self.dublin_core = Some(term);
        self
    }

    const fn iso(mut self, interval: &'static str) -> Frequency {
        self.iso8601 = Some(interval);
        self
    }

    const fn also(mut self, aliases: &'static [&'static str]) -> Frequency {
        self.aliases = aliases;
        self
    }

    /// The frequency of an id, label, alias, ISO 8601 interval, EU code or address, Dublin Core
    /// term or address, or of the words people write, in English or French.
    pub fn find(text: &str) -> Option<&'static Frequency> {
        static INDEX: LazyLock<Index<Frequency>> = LazyLock::new(|| Index::new(ALL.iter().flat_map(names)));
        let text = text.trim();
        let bare = eu_code(text, "frequency").or_else(|| after_base(text, "purl.org/cld/freq/")).unwrap_or(text);
        INDEX.find(bare)
    }

    /// The ids in the order of the table.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|row| row.id)
    }

    /// The id that a mistyped one most probably meant.
    pub fn nearest(text: &str) -> Option<&'static str> {
        nearest(text, Frequency::ids())
    }

    /// The address to export: Dublin Core's where it has the term, else the EU's.
    pub fn uri(&self) -> String {
        match self.dublin_core {
            Some(term) => format!("http://purl.org/cld/freq/{term}"),
            None => self.eu_uri(),
        }
    }

    /// The address in the EU authority table, which DCAT-AP asks for.
    pub fn eu_uri(&self) -> String {
        format!("http://publications.europa.eu/resource/authority/frequency/{}", self.eu)
    }
}

/// Ids first, so that a code never loses its name to another row's alias or EU code.
pub(crate) fn names(row: &'static Frequency) -> impl Iterator<Item = (&'static str, &'static Frequency)> {
    [row.id, row.label.en, row.label.fr, row.eu]
        .into_iter()
        .chain(row.iso8601)
        .chain(row.aliases.iter().copied())
        .map(move |name| (name, row))
}

#[cfg(test)]
mod tests {
    use super::super::index::conflicts;
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(Frequency::find(text).map(|row| row.id), expected, "{text}");
    }

    #[test]
    fn there_are_forty_codes_and_seventeen_dublin_core_terms() {
        assert_eq!(ALL.len(), 40);
        assert_eq!(ALL.iter().filter(|row| row.dublin_core.is_some()).count(), 17);
    }

    #[test]
    fn every_name_belongs_to_one_code_only() {
        assert_eq!(conflicts(ALL.iter().flat_map(names), |row| row.id), [""; 0]);
        for row in ALL {
            for (name, _) in names(row) {
                case(name, Some(row.id));
            }
            case(&row.uri(), Some(row.id));
            case(&row.eu_uri(), Some(row.id));
            case(&row.id.to_uppercase(), Some(row.id));
        }
    }

    #[test]
    fn delays_never_shrink_down_the_table() {
        let delays: Vec<u32> = ALL.iter().filter_map(|row| row.delay_minutes).collect();
        assert!(delays.is_sorted());
        assert_eq!(delays.len(), 33);
        let minutes = |id| Frequency::find(id).and_then(|row| row.delay_minutes);
        assert_eq!(minutes("monthly"), Some(31 * 24 * 60));
        assert_eq!(minutes("quarterly"), Some(93 * 24 * 60));
        assert_eq!(minutes("continuous"), None);
    }

    #[test]
    fn words_people_write_are_understood() {
        case("Weekly", Some("weekly"));
        case("hebdomadaire", Some("weekly"));
        case("Every week.", Some("weekly"));
        case("fortnighly", Some("biweekly"));
        case("biannual", Some("semiannual"));
        case("R/P1D", Some("daily"));
        case("R/P1Y", Some("annual"));
        case("R/P0.5M", Some("semimonthly"));
        case("Not updated", Some("notPlanned"));
        case("Temps réel", Some("continuous"));
        case("https://purl.org/cld/freq/threeTimesAWeek", Some("threeTimesAWeek"));
    }

    #[test]
    fn prose_and_nothing_are_no_frequency() {
        case("", None);
        case("New data is added as soon as it is available.", None);
        case("Monthly (weekly updates in progress)", None);
        case("From 1998-01-01 to Ongoing", None);
        case("http://purl.org/cld/freq/sometimes", None);
    }
}
