//! The fields of everything but datasets, in the order of the documentation.

use super::{Field, optional, required, same};
use crate::vocab::Label;

#[rustfmt::skip]
pub(super) static ORGANIZATION: &[Field] = &[
    optional("id", "Identity of the organization. It never changes.", "Identité de l’organisation. Elle ne change jamais.", same("id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001")),
    required("name", "Name, as people know it.", "Nom, tel qu’on le connaît.", Label::new("name: Town of Examplebury", "name: Ville d’Exempleville")),
    optional("acronym", "Acronym.", "Sigle.", Label::new("acronym: ToE", "acronym: VE")),
    optional("description", "What it does, in Markdown.", "Ce qu’elle fait, en Markdown.", Label::new("description: The town hall and its services.", "description: La mairie et ses services.")),
    optional("url", "Its own site.", "Son site.", Label::new("url: https://examplebury.example/", "url: https://exempleville.example/")),
    optional("logo", "Logo, by its path below content/static.", "Logo, par son chemin sous content/static.", Label::new("logo: logos/town-hall.svg", "logo: logos/mairie.svg")),
    optional("type", "Sort of producer: public-service, local-authority, company, association.", "Sorte de producteur : public-service (service public), local-authority (collectivité), company (entreprise), association.", same("type: local-authority")),
    optional("siret", "SIRET number, 14 digits, for French organizations.", "Numéro SIRET, 14 chiffres.", same("siret: '21530999800015'")),
    optional("email", "E-mail address of a service rather than of a person.", "Adresse électronique, plutôt d’un service que d’une personne.", Label::new("email: data@examplebury.example", "email: data@exempleville.example")),
    optional("members", "Who may answer for it: a person of the catalogue or a name on the forge, as admin, editor or partial_editor.", "Qui peut répondre pour elle : une personne du catalogue ou un nom sur la forge, comme admin, editor ou partial_editor.", same("members:\n  - forge: ada\n    role: admin")),
    optional("zone", "Zone it is responsible for.", "Territoire de sa compétence.", same("zone: fr:commune:35238")),
    optional("badges", "Labels, such as certified.", "Labels, comme certified (certifiée).", same("badges:\n  - certified")),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", same("metadata_created: 2019-03-05")),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", same("metadata_modified: 2024-05-31")),
    optional("redirects", "Former slugs: their addresses lead here.", "Anciens noms de fichier : leurs adresses mènent ici.", Label::new("redirects:\n  - old-town-hall", "redirects:\n  - ancienne-mairie")),
    optional("extras", "Free values, kept as they are.", "Valeurs libres, gardées telles quelles.", Label::new("extras:\n  internal_number: 42", "extras:\n  numero_interne: 42")),
];

#[rustfmt::skip]
pub(super) static PAGE: &[Field] = &[
    optional("id", "Identity of the page. It never changes.", "Identité de la page. Elle ne change jamais.", same("id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001")),
    required("title", "Title, on one line.", "Titre, sur une ligne.", Label::new("title: About", "title: À propos")),
    optional("order", "Place among the pages, from small to large.", "Rang parmi les pages, du plus petit au plus grand.", same("order: 1")),
    optional("menu", "Whether the menu shows it.", "Si le menu la montre.", same("menu: true")),
    optional("private", "A draft: it is in no output.", "Brouillon : elle n’est dans aucune sortie.", same("private: true")),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", same("metadata_created: 2019-03-05")),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", same("metadata_modified: 2024-05-31")),
    optional("body", "Text of the page, in Markdown.", "Texte de la page, en Markdown.", Label::new("body: |\n  What readers should know.", "body: |\n  Ce que les lecteurs doivent savoir.")),
];

#[rustfmt::skip]
pub(super) static PERSON: &[Field] = &[
    optional("id", "Identity of the person in the catalogue. It never changes.", "Identité de la personne dans le catalogue. Elle ne change jamais.", same("id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001")),
    required("name", "Name.", "Nom.", Label::new("name: Ada Example", "name: Ada Exemple")),
    optional("email", "E-mail address.", "Adresse électronique.", Label::new("email: ada@examplebury.example", "email: ada@exempleville.example")),
    optional("url", "Own site.", "Son site.", same("url: https://ada.example/")),
    optional("orcid", "ORCID identifier.", "Identifiant ORCID.", same("orcid: 0000-0002-1825-0097")),
    optional("organization", "Slug of the organization they work for.", "Organisation où elle travaille, par le nom de son fichier.", Label::new("organization: town-hall", "organization: mairie")),
    optional("description", "A few words, in Markdown.", "Quelques mots, en Markdown.", Label::new("description: Keeps the market records.", "description: Tient le relevé des marchés.")),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", same("metadata_created: 2019-03-05")),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", same("metadata_modified: 2024-05-31")),
    optional("extras", "Free values, kept as they are.", "Valeurs libres, gardées telles quelles.", Label::new("extras:\n  internal_number: 42", "extras:\n  numero_interne: 42")),
];

#[rustfmt::skip]
pub(super) static REUSE: &[Field] = &[
    optional("id", "Identity of the reuse. It never changes.", "Identité de la réutilisation. Elle ne change jamais.", same("id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001")),
    required("title", "Title, on one line.", "Titre, sur une ligne.", Label::new("title: Map of the markets", "title: Carte des marchés")),
    required("description", "What it does with the data, in Markdown.", "Ce qu’elle fait des données, en Markdown.", Label::new("description: |\n  Shows which markets are open today.", "description: |\n  Montre les marchés ouverts aujourd’hui.")),
    required("type", "What it is: api, application, idea, news_article, paper, post, visualization, hardware.", "Ce que c’est : api, application, idea (idée), news_article (article de presse), paper (publication scientifique), post (billet), visualization (visualisation), hardware (objet connecté).", same("type: application")),
    required("url", "Where it is.", "Où elle se trouve.", Label::new("url: https://map.examplebury.example/", "url: https://carte.exempleville.example/")),
    optional("image", "Image, by its path below content/static.", "Image, par son chemin sous content/static.", Label::new("image: reuses/map.png", "image: reutilisations/carte.png")),
    optional("datasets", "Slugs of the datasets it uses.", "Jeux de données qu’elle emploie, par le nom de leur fichier.", Label::new("datasets:\n  - markets", "datasets:\n  - marchés")),
    optional("services", "Slugs of the APIs it uses.", "API qu’elle emploie, par le nom de leur fichier.", Label::new("services:\n  - free-pitches", "services:\n  - places-libres")),
    optional("tags", "Keywords.", "Mots-clés.", Label::new("tags:\n  - map", "tags:\n  - carte")),
    optional("topic", "Subject: health, transport_and_mobility, culture_and_recreation, environment_and_energy…", "Sujet : health (santé), transport_and_mobility (transports), culture_and_recreation (culture et loisirs), environment_and_energy (environnement et énergie)…", same("topic: culture_and_recreation")),
    optional("language", "Languages it speaks.", "Langues qu’elle parle.", same("language: fr")),
    optional("organization", "Slug of the organization that made it.", "Organisation qui l’a faite, par le nom de son fichier.", Label::new("organization: town-hall", "organization: mairie")),
    optional("owner", "Slug of the person who made it, when no organization did.", "Personne qui l’a faite, quand ce n’est pas une organisation.", Label::new("owner: ada-example", "owner: ada-exemple")),
    optional("private", "A draft: it is in no output.", "Brouillon : elle n’est dans aucune sortie.", same("private: true")),
    optional("archived", "No longer kept up.", "N’est plus tenue à jour.", same("archived: true")),
    optional("created", "When it first came out.", "Date de première parution.", same("created: 2024-05-31")),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", same("metadata_created: 2019-03-05")),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", same("metadata_modified: 2024-05-31")),
    optional("extras", "Free values, kept as they are.", "Valeurs libres, gardées telles quelles.", Label::new("extras:\n  internal_number: 42", "extras:\n  numero_interne: 42")),
];

#[rustfmt::skip]
pub(super) static SERVICE: &[Field] = &[
    optional("id", "Identity of the API. It never changes.", "Identité de l’API. Elle ne change jamais.", same("id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001")),
    required("title", "Title, on one line.", "Titre, sur une ligne.", Label::new("title: Free market pitches", "title: Places libres du marché")),
    optional("acronym", "Acronym.", "Sigle.", Label::new("acronym: FMP", "acronym: PLM")),
    optional("description", "What it answers, in Markdown.", "Ce à quoi elle répond, en Markdown.", Label::new("description: Answers how many pitches are free today.", "description: Donne le nombre de places libres du jour.")),
    optional("url", "Address of the API.", "Adresse de l’API.", Label::new("url: https://api.examplebury.example/v1", "url: https://api.exempleville.example/v1")),
    optional("documentation", "Documentation for people.", "Documentation pour les personnes.", Label::new("documentation: https://api.examplebury.example/help", "documentation: https://api.exempleville.example/aide")),
    optional("machine_documentation", "Documentation for machines, such as an OpenAPI file.", "Documentation pour les machines, comme un fichier OpenAPI.", Label::new("machine_documentation: https://api.examplebury.example/openapi.json", "machine_documentation: https://api.exempleville.example/openapi.json")),
    optional("rate_limiting", "How many calls are allowed, in words.", "Nombre d’appels permis, en toutes lettres.", Label::new("rate_limiting: 60 calls a minute", "rate_limiting: 60 appels par minute")),
    optional("availability", "Promised availability, in percent.", "Disponibilité promise, en pour cent.", same("availability: 99.5")),
    optional("format", "Protocol: REST, WMS, WFS…", "Protocole : REST, WMS, WFS…", same("format: REST")),
    optional("license", "Licence of what it gives, by its id.", "Licence de ce qu’elle donne, par son identifiant.", same("license: etalab-2.0")),
    optional("tags", "Keywords.", "Mots-clés.", Label::new("tags:\n  - market", "tags:\n  - marché")),
    optional("access", "Who may use it: open, open_with_account or restricted.", "Qui peut l’utiliser : open (tous), open_with_account (avec un compte) ou restricted (accès restreint).", same("access: open")),
    optional("contact_points", "Whom to ask about it.", "À qui écrire à son sujet.", Label::new("contact_points:\n  - name: Data desk\n    email: data@examplebury.example", "contact_points:\n  - name: Service des données\n    email: data@exempleville.example")),
    optional("datasets", "Slugs of the datasets it serves.", "Jeux de données qu’elle sert, par le nom de leur fichier.", Label::new("datasets:\n  - markets", "datasets:\n  - marchés")),
    optional("organization", "Slug of the organization that runs it.", "Organisation qui la tient, par le nom de son fichier.", Label::new("organization: town-hall", "organization: mairie")),
    optional("owner", "Slug of the person who runs it, when no organization does.", "Personne qui la tient, quand ce n’est pas une organisation.", Label::new("owner: ada-example", "owner: ada-exemple")),
    optional("private", "A draft: it is in no output.", "Brouillon : elle n’est dans aucune sortie.", same("private: true")),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", same("metadata_created: 2019-03-05")),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", same("metadata_modified: 2024-05-31")),
    optional("extras", "Free values, kept as they are.", "Valeurs libres, gardées telles quelles.", Label::new("extras:\n  internal_number: 42", "extras:\n  numero_interne: 42")),
];

#[rustfmt::skip]
pub(super) static TOPIC: &[Field] = &[
    optional("id", "Identity of the topic. It never changes.", "Identité du thème. Elle ne change jamais.", same("id: 5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001")),
    required("title", "Title, on one line.", "Titre, sur une ligne.", Label::new("title: Water and river", "title: Eau et rivière")),
    optional("description", "What the datasets have in common, in Markdown.", "Ce que les jeux de données ont en commun, en Markdown.", Label::new("description: What is known of the river and of tap water.", "description: Ce que l’on sait de la rivière et de l’eau du robinet.")),
    optional("tags", "Keywords.", "Mots-clés.", Label::new("tags:\n  - water", "tags:\n  - eau")),
    optional("datasets", "Slugs of its datasets, in the order to show.", "Ses jeux de données, par le nom de leur fichier, dans l’ordre voulu.", Label::new("datasets:\n  - river-level", "datasets:\n  - niveau-riviere")),
    optional("reuses", "Slugs of its reuses.", "Ses réutilisations, par le nom de leur fichier.", Label::new("reuses:\n  - river-map", "reuses:\n  - carte-riviere")),
    optional("services", "Slugs of its APIs.", "Ses API, par le nom de leur fichier.", Label::new("services:\n  - river-api", "services:\n  - api-riviere")),
    optional("featured", "Shown on the home page.", "Mis en avant sur la page d’accueil.", same("featured: true")),
    optional("private", "A draft: it is in no output.", "Brouillon : il n’est dans aucune sortie.", same("private: true")),
    optional("metadata_created", "When this descriptor was first published; by default the date git knows.", "Première publication de cette fiche ; par défaut la date connue de git.", same("metadata_created: 2019-03-05")),
    optional("metadata_modified", "When this descriptor last changed; by default the date git knows.", "Dernier changement de cette fiche ; par défaut la date connue de git.", same("metadata_modified: 2024-05-31")),
    optional("extras", "Free values, kept as they are.", "Valeurs libres, gardées telles quelles.", Label::new("extras:\n  internal_number: 42", "extras:\n  numero_interne: 42")),
];
