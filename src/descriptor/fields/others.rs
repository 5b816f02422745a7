//! The fields of everything but datasets, in the order of the documentation.

use super::{Field, optional, required};

#[rustfmt::skip]
pub(super) static ORGANIZATION: &[Field] = &[
    optional("id", "Identity of the organization. It never changes.", "Identité de l’organisation. Elle ne change jamais.", "id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001"),
    required("name", "Name, as people know it.", "Nom, tel qu’on le connaît.", "name: Town of Examplebury"),
    optional("acronym", "Acronym.", "Sigle.", "acronym: ToE"),
    optional("description", "What it does, in Markdown.", "Ce qu’elle fait, en Markdown.", "description: The town hall and its services."),
    optional("url", "Its own site.", "Son site.", "url: https://examplebury.example/"),
    optional("logo", "Logo, by its path below content/static.", "Logo, par son chemin sous content/static.", "logo: logos/town-hall.svg"),
    optional("type", "Sort of producer: public-service, local-authority, company, association.", "Sorte de producteur : public-service (service public), local-authority (collectivité), company (entreprise), association.", "type: local-authority"),
    optional("siret", "SIRET number, 14 digits, for French organizations.", "Numéro SIRET, 14 chiffres.", "siret: '21530999800015'"),
    optional("email", "E-mail address of a service rather than of a person.", "Adresse électronique, plutôt d’un service que d’une personne.", "email: data@examplebury.example"),
    optional("members", "Who may answer for it: a person of the catalogue or a name on the forge, as admin, editor or partial_editor.", "Qui peut répondre pour elle : une personne du catalogue ou un nom sur la forge, comme admin, editor ou partial_editor.", "members:\n  - forge: ada\n    role: admin"),
    optional("zone", "Zone it is responsible for.", "Territoire de sa compétence.", "zone: fr:commune:35238"),
    optional("badges", "Labels, such as certified.", "Labels, comme certified (certifiée).", "badges:\n  - certified"),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", "metadata_created: 2019-03-05"),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", "metadata_modified: 2024-05-31"),
    optional("redirects", "Former slugs: their addresses lead here.", "Anciens noms de fichier : leurs adresses mènent ici.", "redirects:\n  - old-town-hall"),
    optional("extras", "Free values, kept as they are.", "Valeurs libres, gardées telles quelles.", "extras:\n  internal_number: 42"),
];

#[rustfmt::skip]
pub(super) static PAGE: &[Field] = &[
    optional("id", "Identity of the page. It never changes.", "Identité de la page. Elle ne change jamais.", "id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001"),
    required("title", "Title, on one line.", "Titre, sur une ligne.", "title: About"),
    optional("order", "Place among the pages, from small to large.", "Rang parmi les pages, du plus petit au plus grand.", "order: 1"),
    optional("menu", "Whether the menu shows it.", "Si le menu la montre.", "menu: true"),
    optional("private", "A draft: it is in no output.", "Brouillon : elle n’est dans aucune sortie.", "private: true"),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", "metadata_created: 2019-03-05"),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", "metadata_modified: 2024-05-31"),
    optional("body", "Text of the page, in Markdown.", "Texte de la page, en Markdown.", "body: |\n  What readers should know."),
];

#[rustfmt::skip]
pub(super) static PERSON: &[Field] = &[
    optional("id", "Identity of the person in the catalogue. It never changes.", "Identité de la personne dans le catalogue. Elle ne change jamais.", "id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001"),
    required("name", "Name.", "Nom.", "name: Ada Example"),
    optional("email", "E-mail address.", "Adresse électronique.", "email: ada@examplebury.example"),
    optional("url", "Own site.", "Son site.", "url: https://ada.example/"),
    optional("orcid", "ORCID identifier.", "Identifiant ORCID.", "orcid: 0000-0002-1825-0097"),
    optional("organization", "Slug of the organization they work for.", "Organisation où elle travaille, par le nom de son fichier.", "organization: town-hall"),
    optional("description", "A few words, in Markdown.", "Quelques mots, en Markdown.", "description: Keeps the market records."),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", "metadata_created: 2019-03-05"),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", "metadata_modified: 2024-05-31"),
    optional("extras", "Free values, kept as they are.", "Valeurs libres, gardées telles quelles.", "extras:\n  internal_number: 42"),
];

#[rustfmt::skip]
pub(super) static REUSE: &[Field] = &[
    optional("id", "Identity of the reuse. It never changes.", "Identité de la réutilisation. Elle ne change jamais.", "id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001"),
    required("title", "Title, on one line.", "Titre, sur une ligne.", "title: Map of the markets"),
    required("description", "What it does with the data, in Markdown.", "Ce qu’elle fait des données, en Markdown.", "description: |\n  Shows which markets are open today."),
    required("type", "What it is: api, application, idea, news_article, paper, post, visualization, hardware.", "Ce que c’est : api, application, idea (idée), news_article (article de presse), paper (publication scientifique), post (billet), visualization (visualisation), hardware (objet connecté).", "type: application"),
    required("url", "Where it is.", "Où elle se trouve.", "url: https://map.examplebury.example/"),
    optional("image", "Image, by its path below content/static.", "Image, par son chemin sous content/static.", "image: reuses/map.png"),
    optional("datasets", "Slugs of the datasets it uses.", "Jeux de données qu’elle emploie, par le nom de leur fichier.", "datasets:\n  - markets"),
    optional("services", "Slugs of the APIs it uses.", "API qu’elle emploie, par le nom de leur fichier.", "services:\n  - free-pitches"),
    optional("tags", "Keywords.", "Mots-clés.", "tags:\n  - map"),
    optional("topic", "Subject: health, transport_and_mobility, culture_and_recreation, environment_and_energy…", "Sujet : health (santé), transport_and_mobility (transports), culture_and_recreation (culture et loisirs), environment_and_energy (environnement et énergie)…", "topic: culture_and_recreation"),
    optional("language", "Languages it speaks.", "Langues qu’elle parle.", "language: fr"),
    optional("organization", "Slug of the organization that made it.", "Organisation qui l’a faite, par le nom de son fichier.", "organization: town-hall"),
    optional("owner", "Slug of the person who made it, when no organization did.", "Personne qui l’a faite, quand ce n’est pas une organisation.", "owner: ada-example"),
    optional("private", "A draft: it is in no output.", "Brouillon : elle n’est dans aucune sortie.", "private: true"),
    optional("archived", "No longer kept up.", "N’est plus tenue à jour.", "archived: true"),
    optional("created", "When it first came out.", "Date de première parution.", "created: 2024-05-31"),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", "metadata_created: 2019-03-05"),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", "metadata_modified: 2024-05-31"),
    optional("extras", "Free values, kept as they are.", "Valeurs libres, gardées telles quelles.", "extras:\n  internal_number: 42"),
];

#[rustfmt::skip]
pub(super) static SERVICE: &[Field] = &[
    optional("id", "Identity of the API. It never changes.", "Identité de l’API. Elle ne change jamais.", "id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001"),
    required("title", "Title, on one line.", "Titre, sur une ligne.", "title: Free market pitches"),
    optional("acronym", "Acronym.", "Sigle.", "acronym: FMP"),
    optional("description", "What it answers, in Markdown.", "Ce à quoi elle répond, en Markdown.", "description: Answers how many pitches are free today."),
    optional("url", "Address of the API.", "Adresse de l’API.", "url: https://api.examplebury.example/v1"),
    optional("documentation", "Documentation for people.", "Documentation pour les personnes.", "documentation: https://api.examplebury.example/help"),
    optional("machine_documentation", "Documentation for machines, such as an OpenAPI file.", "Documentation pour les machines, comme un fichier OpenAPI.", "machine_documentation: https://api.examplebury.example/openapi.json"),
    optional("rate_limiting", "How many calls are allowed, in words.", "Nombre d’appels permis, en toutes lettres.", "rate_limiting: 60 calls a minute"),
    optional("availability", "Promised availability, in percent.", "Disponibilité promise, en pour cent.", "availability: 99.5"),
    optional("format", "Protocol: REST, WMS, WFS…", "Protocole : REST, WMS, WFS…", "format: REST"),
    optional("license", "Licence of what it gives, by its id.", "Licence de ce qu’elle donne, par son identifiant.", "license: etalab-2.0"),
    optional("tags", "Keywords.", "Mots-clés.", "tags:\n  - market"),
    optional("access", "Who may use it: open, open_with_account or restricted.", "Qui peut l’utiliser : open (tous), open_with_account (avec un compte) ou restricted (accès restreint).", "access: open"),
    optional("contact_points", "Whom to ask about it.", "À qui écrire à son sujet.", "contact_points:\n  - name: Data desk\n    email: data@examplebury.example"),
    optional("datasets", "Slugs of the datasets it serves.", "Jeux de données qu’elle sert, par le nom de leur fichier.", "datasets:\n  - markets"),
    optional("organization", "Slug of the organization that runs it.", "Organisation qui la tient, par le nom de son fichier.", "organization: town-hall"),
    optional("owner", "Slug of the person who runs it, when no organization does.", "Personne qui la tient, quand ce n’est pas une organisation.", "owner: ada-example"),
    optional("private", "A draft: it is in no output.", "Brouillon : elle n’est dans aucune sortie.", "private: true"),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", "metadata_created: 2019-03-05"),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", "metadata_modified: 2024-05-31"),
    optional("extras", "Free values, kept as they are.", "Valeurs libres, gardées telles quelles.", "extras:\n  internal_number: 42"),
];

#[rustfmt::skip]
pub(super) static TOPIC: &[Field] = &[
    optional("id", "Identity of the topic. It never changes.", "Identité du thème. Elle ne change jamais.", "id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001"),
    required("title", "Title, on one line.", "Titre, sur une ligne.", "title: Water and river"),
    optional("description", "What the datasets have in common, in Markdown.", "Ce que les jeux de données ont en commun, en Markdown.", "description: What is known of the river and of tap water."),
    optional("tags", "Keywords.", "Mots-clés.", "tags:\n  - water"),
    optional("datasets", "Slugs of its datasets, in the order to show.", "Ses jeux de données, par le nom de leur fichier, dans l’ordre voulu.", "datasets:\n  - river-level"),
    optional("reuses", "Slugs of its reuses.", "Ses réutilisations, par le nom de leur fichier.", "reuses:\n  - river-map"),
    optional("services", "Slugs of its APIs.", "Ses API, par le nom de leur fichier.", "services:\n  - river-api"),
    optional("featured", "Shown on the home page.", "Mis en avant sur la page d’accueil.", "featured: true"),
    optional("private", "A draft: it is in no output.", "Brouillon : il n’est dans aucune sortie.", "private: true"),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", "metadata_created: 2019-03-05"),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", "metadata_modified: 2024-05-31"),
    optional("extras", "Free values, kept as they are.", "Valeurs libres, gardées telles quelles.", "extras:\n  internal_number: 42"),
];
