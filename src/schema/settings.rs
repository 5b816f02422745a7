//! The forms of the settings in `site.toml`, in the order of the documentation.

use super::shape::{ADDRESS, EMAIL, Fixed, Group, Key, LINE, PATH, Shape, WORDS, group, said};
use crate::model::Kind;
use crate::vocab::Label;

pub(super) static SITE: Group = Group { required: &["id", "title"], ..group("site", SITE_KEYS) };
#[rustfmt::skip]
static SITE_KEYS: &[Key] = &[
    said("id", Label::new("Identifier", "Identifiant"), "Identity of the catalogue, a UUID. It never changes.", "Identité du catalogue, un UUID. Elle ne change jamais.", Shape::Uuid),
    said("title", Label::new("Title", "Titre"), "Title of the catalogue.", "Titre du catalogue.", Shape::Text(Some(350))),
    said("description", Label::new("Description", "Description"), "One or two sentences about it.", "Une ou deux phrases à son sujet.", Shape::Text(None)),
    said("publisher", Label::new("Publisher", "Éditeur"), "Slug of the organization that answers for the catalogue.", "Organisation qui répond du catalogue, par le nom de son fichier.", Shape::Slug(Kind::Organization)),
    said("email", Label::new("E-mail address", "Adresse électronique"), "Where to write about the catalogue.", "Où écrire au sujet du catalogue.", EMAIL),
    said("base_url", Label::new("Public address", "Adresse publique"), "Public address of the site.", "Adresse publique du site.", Shape::Fixed(Fixed::BaseUrl)),
    said("languages", Label::new("Languages", "Langues"), "Languages of the site, as codes of two letters; the first has its pages at the root.", "Langues du site, en codes de deux lettres ; la première a ses pages à la racine.", Shape::List(&Shape::Fixed(Fixed::SiteLanguage))),
    said("theme", Label::new("Theme", "Thème"), "A folder of themes/ over the built-in theme.", "Un dossier de themes/ posé sur le thème d’origine.", LINE),
    said("logo", Label::new("Logo", "Logo"), "Image beside the title, by its path below content/static.", "Image à côté du titre, par son chemin sous content/static.", PATH),
    said("favicon", Label::new("Icon", "Icône"), "Icon in browser tabs, by its path below content/static.", "Icône des onglets, par son chemin sous content/static.", PATH),
    said("page_size", Label::new("Datasets on a page", "Jeux par page"), "Datasets on a page of a list, 1 to 1000.", "Jeux de données sur une page de liste, de 1 à 1000.", Shape::Count),
    said("examples", Label::new("Example searches", "Exemples de recherche"), "Searches to try, under the search box of the home page.", "Recherches à essayer, sous le champ de la page d’accueil.", WORDS),
    said("minify", Label::new("Minified pages", "Pages réduites"), "Whether pages leave minified.", "Si les pages sortent réduites.", Shape::Boolean),
    said("propose", Label::new("Page of proposals", "Page de proposition"), "Whether there is a page where anybody can propose a dataset.", "S’il y a une page où chacun peut proposer un jeu de données.", Shape::Boolean),
    said("search", Label::new("Search", "Recherche"), "\"none\" leaves the search out; a table has the boosts.", "« none » enlève la recherche ; une table donne les poids.", Shape::Group(&SEARCH)),
    said("exports", Label::new("Machine forms", "Formes pour machines"), "Machine forms to write, or not.", "Formes pour machines à écrire, ou non.", Shape::Exports),
    said("forge", Label::new("Forge", "Forge"), "Where the descriptors are kept and edited.", "Où les fiches sont gardées et modifiées.", Shape::Group(&FORGE)),
    said("score", Label::new("Score", "Note"), "The score that pages show.", "La note que montrent les pages.", Shape::Group(&SCORE)),
    said("rules", Label::new("Rules", "Règles"), "Severities of rules, by name or code.", "Gravité des règles, par nom ou par code.", Shape::Rules),
    said("menu", Label::new("Menu", "Menu"), "Links of the menu.", "Liens du menu.", Shape::List(&Shape::Group(&LINK))),
    said("footer", Label::new("Footer", "Pied de page"), "What stands at the bottom of pages.", "Ce qui figure au bas des pages.", Shape::Group(&FOOTER)),
    said("files", Label::new("Hosted files", "Fichiers hébergés"), "What may be hosted.", "Ce qui peut être hébergé.", Shape::Group(&FILES)),
    said("snapshots", Label::new("Snapshots", "Instantanés"), "Snapshots of the catalogue that were published.", "Instantanés publiés du catalogue.", Shape::List(&Shape::Group(&SNAPSHOT))),
    said("colors", Label::new("Colours", "Couleurs"), "Colours of the two schemes.", "Couleurs des deux modes.", Shape::Group(&COLORS)),
];

const FORGES: &[(&str, Label)] = &[
    ("github", Label::same("GitHub")),
    ("gitlab", Label::same("GitLab")),
    ("forgejo", Label::same("Forgejo")),
    ("gitea", Label::same("Gitea")),
];

static FORGE: Group = Group { required: &["url"], ..group("forge", FORGE_KEYS) };
#[rustfmt::skip]
static FORGE_KEYS: &[Key] = &[
    said("url", Label::new("Address", "Adresse"), "Address of the repository.", "Adresse du dépôt.", ADDRESS),
    said("kind", Label::new("Software", "Logiciel"), "Software of the forge.", "Logiciel de la forge.", Shape::Choice(FORGES)),
    said("branch", Label::new("Branch", "Branche"), "The branch that is published.", "La branche publiée.", LINE),
    said("folder", Label::new("Folder", "Dossier"), "Folder of the catalogue in the repository.", "Dossier du catalogue dans le dépôt.", PATH),
    said("owners", Label::new("Maintainers", "Mainteneurs"), "Names on the forge of those who approve what no producer answers for.", "Noms sur la forge de celles et ceux qui approuvent ce dont aucun producteur ne répond.", WORDS),
];

static SCORE: Group = group("score", SCORE_KEYS);
#[rustfmt::skip]
static SCORE_KEYS: &[Key] = &[
    said("profile", Label::new("Profile", "Profil"), "six-criteria, data-gouv or mqa.", "six-criteria, data-gouv ou mqa.", LINE),
];

static LINK: Group = Group { required: &["label", "path"], ..group("menu-link", LINK_KEYS) };
#[rustfmt::skip]
static LINK_KEYS: &[Key] = &[
    said("label", Label::new("Words", "Mots"), "Words of the link.", "Mots du lien.", Shape::Text(Some(350))),
    said("path", Label::new("Path", "Chemin"), "A page of the site such as datasets/, or a whole address.", "Une page du site comme datasets/, ou une adresse entière.", LINE),
];

static FOOTER: Group = group("footer", FOOTER_KEYS);
#[rustfmt::skip]
static FOOTER_KEYS: &[Key] = &[
    said("text", Label::new("Text", "Texte"), "What the footer says of the catalogue, in Markdown.", "Ce que le pied de page dit du catalogue, en Markdown.", Shape::Markdown),
];

static FILES: Group = group("files", FILES_KEYS);
#[rustfmt::skip]
static FILES_KEYS: &[Key] = &[
    said("allow_executable", Label::new("Allowed formats", "Formats permis"), "Formats that a browser would run and that are published all the same.", "Formats qu’un navigateur exécuterait et qui sont publiés malgré tout.", WORDS),
];

static SNAPSHOT: Group = Group { required: &["file", "date", "size", "sha256"], ..group("snapshot", SNAPSHOT_KEYS) };
#[rustfmt::skip]
static SNAPSHOT_KEYS: &[Key] = &[
    said("file", Label::new("File", "Fichier"), "Address of the archive, or its path below content/static.", "Adresse de l’archive, ou son chemin sous content/static.", LINE),
    said("date", Label::new("Date", "Date"), "The day that it shows.", "Le jour qu’il montre.", Shape::Date),
    said("size", Label::new("Size", "Taille"), "Size of the archive in bytes.", "Taille de l’archive en octets.", Shape::Count),
    said("sha256", Label::same("SHA-256"), "SHA-256 of the archive, 64 hexadecimal digits.", "SHA-256 de l’archive, 64 chiffres hexadécimaux.", LINE),
];

const SEARCHES: &[(&str, Label)] = &[
    ("none", Label::new("No search", "Sans recherche")),
    ("full", Label::new("With a search", "Avec une recherche")),
    ("true", Label::new("With a search", "Avec une recherche")),
    ("false", Label::new("No search", "Sans recherche")),
    ("off", Label::new("No search", "Sans recherche")),
];

static SEARCH: Group = Group { or: Some(&Shape::Choice(SEARCHES)), ..group("search", SEARCH_KEYS) };
#[rustfmt::skip]
static SEARCH_KEYS: &[Key] = &[
    said("boosts", Label::new("Boosts", "Poids"), "How much a word counts in each part of a dataset, 0 to 100.", "Ce que compte un mot dans chaque partie d’un jeu de données, de 0 à 100.", Shape::Group(&BOOSTS)),
];

const BOOST: Shape = Shape::Number(100);
static BOOSTS: Group = group("boosts", BOOSTS_KEYS);
#[rustfmt::skip]
static BOOSTS_KEYS: &[Key] = &[
    said("title", Label::new("Title", "Titre"), "Title and acronym.", "Titre et sigle.", BOOST),
    said("tags", Label::new("Keywords", "Mots-clés"), "Keywords.", "Mots-clés.", BOOST),
    said("organization", Label::new("Publisher", "Producteur"), "Name of the publisher.", "Nom du producteur.", BOOST),
    said("description", Label::new("Description", "Description"), "Summary and description.", "Résumé et description.", BOOST),
    said("resources", Label::new("Files", "Fichiers"), "Titles and formats of files.", "Titres et formats des fichiers.", BOOST),
    said("columns", Label::new("Columns", "Colonnes"), "Names of columns of hosted tables.", "Noms des colonnes des tables hébergées.", BOOST),
];

static COLORS: Group = group("colors", COLORS_KEYS);
#[rustfmt::skip]
static COLORS_KEYS: &[Key] = &[
    said("light", Label::new("Light", "Clair"), "Colours of the light scheme.", "Couleurs du mode clair.", Shape::Group(&SCHEME)),
    said("dark", Label::new("Dark", "Sombre"), "Colours of the dark scheme.", "Couleurs du mode sombre.", Shape::Group(&SCHEME)),
];

const COLOR: Shape = Shape::Fixed(Fixed::Color);
static SCHEME: Group = group("scheme", SCHEME_KEYS);
#[rustfmt::skip]
static SCHEME_KEYS: &[Key] = &[
    said("accent", Label::same("accent"), "Links and marks of the current place.", "Liens et repères.", COLOR),
    said("fill", Label::same("fill"), "Main buttons and awning.", "Boutons principaux et auvent.", COLOR),
    said("fill-strong", Label::same("fill-strong"), "The same, pointed at.", "Les mêmes, sous le pointeur.", COLOR),
    said("tint", Label::same("tint"), "Quiet backgrounds under accent text.", "Fonds discrets sous un texte d’accent.", COLOR),
    said("stripe", Label::same("stripe"), "The awning and decorative rules.", "L’auvent et les filets.", COLOR),
    said("soft", Label::same("soft"), "Bars and borders that carry meaning.", "Barres et bordures porteuses de sens.", COLOR),
];
