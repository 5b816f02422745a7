//! The words of workflows: comments, names of steps, what a step prints. None has an apostrophe of
//! ASCII, for they stand between such ones in the shell.

/// Name, English, French.
pub(super) const WORDS: &[(&str, &str, &str)] = &[
    ("name-etal", "Catalogue", "Catalogue"),
    ("name-review", "Review", "Relecture"),
    ("name-comment", "Comment of the review", "Commentaire de relecture"),
    (
        "etal",
        "Checks, builds and publishes the catalogue on each change and once a week.",
        "Vérifie, construit et publie le catalogue à chaque changement et une fois par semaine.",
    ),
    (
        "pinned",
        "Actions are pinned by commit: a tag can be moved, a commit cannot.",
        "Les actions sont fixées par commit\u{a0}: une étiquette se déplace, un commit non.",
    ),
    (
        "revision",
        "etal at this commit is built once, then kept in the cache.",
        "etal à ce commit est construit une fois, puis gardé en cache.",
    ),
    (
        "release",
        "With the SHA-256 of its released archive, that version is taken instead.",
        "Avec le SHA-256 de son archive publiée, cette version est prise à la place.",
    ),
    ("folder", "The folder of the catalogue.", "Le dossier du catalogue."),
    ("weekly", "Every Monday: scores depend on the day.", "Chaque lundi\u{a0}: les scores dépendent du jour."),
    (
        "history",
        "All of the history: dates of descriptors come from it.",
        "Toute l’histoire\u{a0}: les dates des fiches en viennent.",
    ),
    ("install", "Install etal", "Installer etal"),
    (
        "elsewhere",
        "Outside the catalogue, so that no settings of cargo are read from it.",
        "Hors du catalogue, pour n’en lire aucun réglage de cargo.",
    ),
    (
        "no-repository",
        "ETAL_REPOSITORY is empty: give the address of the repository of etal",
        "ETAL_REPOSITORY est vide\u{a0}: donner l’adresse du dépôt d’etal",
    ),
    ("check", "Check", "Vérifier"),
    ("owners", "Is CODEOWNERS up to date?", "CODEOWNERS est-il à jour\u{202f}?"),
    (
        "stale",
        "CODEOWNERS is not up to date: run etal codeowners and commit it",
        "CODEOWNERS n’est pas à jour\u{a0}: lancer etal codeowners et committer le fichier",
    ),
    ("build", "Build", "Construire"),
    (
        "deploy",
        "The only job that may publish; it sees the built site alone.",
        "La seule tâche qui peut publier\u{202f}; elle ne voit que le site construit.",
    ),
    ("push", "Publish", "Publier"),
    (
        "pages-branch",
        "The branch that the host publishes; it is replaced each time.",
        "La branche que l’hébergeur publie\u{202f}; elle est remplacée à chaque fois.",
    ),
    (
        "review",
        "Checks and reviews a proposed change. The report, SARIF and a preview are attached to the run.",
        "Vérifie et relit un changement proposé. Le compte rendu, SARIF et un aperçu sont joints à l’exécution.",
    ),
    (
        "review-rights",
        "It may only read and knows no secret: whoever proposes a change may have changed what runs here.",
        "Elle ne peut que lire et ne connaît aucun secret\u{a0}: qui propose un changement peut avoir changé ce qui tourne ici.",
    ),
    (
        "merged",
        "The change as it would be once merged, with all of the history.",
        "Le changement tel qu’il serait fusionné, avec toute l’histoire.",
    ),
    ("lay", "Settings and theme of the base", "Réglages et thème de la base"),
    (
        "base",
        "What judges a change does not come from the change.",
        "Ce qui juge un changement ne vient pas du changement.",
    ),
    (
        "raw",
        "An archive has the attributes of the base; a checkout would convert its files as the change says.",
        "Une archive a les attributs de la base\u{202f}; un checkout convertirait ses fichiers comme le dit le changement.",
    ),
    (
        "state",
        "Notes of earlier runs are never taken from a repository.",
        "Les notes d’exécutions passées ne viennent jamais d’un dépôt.",
    ),
    ("annotations", "Annotations", "Annotations"),
    ("preview", "Preview", "Aperçu"),
    ("verdict", "Verdict", "Verdict"),
    (
        "comment",
        "Posts the report of a review in its pull request, or updates it there.",
        "Publie le compte rendu d’une relecture dans sa demande de fusion, ou l’y met à jour.",
    ),
    (
        "comment-rights",
        "It may write, so it runs from the main branch, checks nothing out and believes nothing it downloads.",
        "Elle peut écrire\u{a0}: elle tourne donc depuis la branche principale, n’extrait aucun dépôt et ne croit rien de ce qu’elle télécharge.",
    ),
    ("number", "Find the pull request", "Trouver la demande de fusion"),
    (
        "number-fork",
        "The event does not name pull requests of forks: ask by branch, and by commit.",
        "L’événement ne nomme pas celles des bifurcations\u{a0}: demander par branche, et par commit.",
    ),
    ("number-sure", "Never the number that a download gives.", "Jamais le numéro que donnerait un téléchargement."),
    ("no-number", "No open pull request has this commit.", "Aucune demande de fusion ouverte n’a ce commit."),
    (
        "moved",
        "The pull request has moved on: its next review will comment.",
        "La demande de fusion a avancé\u{a0}: sa prochaine relecture commentera.",
    ),
    ("fetch", "Fetch the report", "Chercher le compte rendu"),
    (
        "fetch-why",
        "One file is read from the archive; nothing is unpacked.",
        "Un fichier est lu dans l’archive\u{202f}; rien n’est déballé.",
    ),
    ("no-report", "The review left no report.", "La relecture n’a pas laissé de compte rendu."),
    ("post", "Post or update the comment", "Publier ou mettre à jour le commentaire"),
    ("files", "Files of this review: findings and preview", "Fichiers de cette relecture\u{a0}: constats et aperçu"),
    (
        "clean",
        "The report is somebody else’s text: no HTML, mentions, images or commands, and links to this project alone.",
        "Le compte rendu est le texte d’autrui\u{a0}: ni HTML, ni mentions, ni images, ni commandes, et des liens vers ce projet seul.",
    ),
    (
        "cut",
        "The first bytes, without a broken letter at the end.",
        "Les premiers octets, sans lettre brisée à la fin.",
    ),
    (
        "forgejo-rights",
        "The first job may run what a change brings; it is given no token.",
        "La première tâche peut exécuter ce qu’un changement apporte\u{202f}; elle ne reçoit aucun jeton.",
    ),
    (
        "forgejo-comment",
        "Only for branches of this repository: the token of a fork may not write.",
        "Seulement pour les branches de ce dépôt\u{a0}: le jeton d’une bifurcation ne peut pas écrire.",
    ),
    (
        "gitlab",
        "Checks and reviews merge requests; publishes the site on each change of the default branch.",
        "Vérifie et relit les demandes de fusion\u{202f}; publie le site à chaque changement de la branche par défaut.",
    ),
    (
        "gitlab-rights",
        "For the weekly update, make a pipeline schedule. For comments, give the variable ETAL_COMMENT_TOKEN: see the documentation.",
        "Pour la mise à jour hebdomadaire, créer une planification. Pour les commentaires, donner la variable ETAL_COMMENT_TOKEN\u{a0}: voir la documentation.",
    ),
    (
        "gitlab-comment",
        "Only for branches of this project: a fork does not have the token. No file of the repository is fetched.",
        "Seulement pour les branches de ce projet\u{a0}: une bifurcation n’a pas le jeton. Aucun fichier du dépôt n’est pris.",
    ),
    ("gitlab-pages", "GitLab wants this name.", "GitLab attend ce nom."),
    (
        "foreign-tool",
        "The folder .etal-tool is for the cache and may not be in the repository",
        "Le dossier .etal-tool est celui du cache et ne peut pas être dans le dépôt",
    ),
    ("name-snapshot", "Snapshot", "Instantané"),
    (
        "snapshot",
        "Makes a snapshot of the catalogue once a month and attaches it to a release.",
        "Fait un instantané du catalogue une fois par mois et le joint à une release.",
    ),
    (
        "snapshot-off",
        "To have none, remove this file, or switch the workflow off on the forge.",
        "Pour n’en avoir aucun, enlever ce fichier, ou désactiver le workflow sur la forge.",
    ),
    (
        "gitlab-snapshot",
        "Only in a pipeline schedule that has the variable ETAL_SNAPSHOT with the value yes.",
        "Seulement dans une planification qui a la variable ETAL_SNAPSHOT de valeur yes.",
    ),
    ("monthly", "The first of each month.", "Le premier de chaque mois."),
    (
        "snapshot-history",
        "What is published, with all of its history: dates of descriptors come from it.",
        "Ce qui est publié, avec toute son histoire\u{a0}: les dates des fiches en viennent.",
    ),
    ("make-snapshot", "Make the snapshot", "Faire l’instantané"),
    (
        "release-rights",
        "It may write, so it has no checkout and runs nothing of what it publishes.",
        "Elle peut écrire\u{a0}: elle n’extrait donc aucun dépôt et n’exécute rien de ce qu’elle publie.",
    ),
    ("make-release", "Publish the snapshot", "Publier l’instantané"),
    (
        "odd-archive",
        "What came from the first job is not one snapshot with its checksum and commit.",
        "Ce qui vient de la première tâche n’est pas un instantané avec sa somme de contrôle et son commit.",
    ),
    (
        "on-its-way",
        "An archive that was damaged on its way is not published.",
        "Une archive abîmée en chemin n’est pas publiée.",
    ),
    (
        "released",
        "This day has a release already; it is left as it is. To make another one, remove it first.",
        "Ce jour a déjà une release\u{202f}; elle reste telle quelle. Pour en faire une autre, l’enlever d’abord.",
    ),
    (
        "released-why",
        "A snapshot that was published never changes: somebody may have noted its checksum.",
        "Un instantané publié ne change jamais\u{a0}: quelqu’un peut avoir noté sa somme de contrôle.",
    ),
    (
        "no-half",
        "A release without its file would stand for one that has it.",
        "Une release sans son fichier passerait pour complète.",
    ),
    (
        "notes",
        "The whole catalogue in one file: unpack it and open index.html. Verify it with etal snapshot verify, or with sha256sum --check and the file beside it.",
        "Tout le catalogue en un fichier\u{a0}: le décompresser et ouvrir index.html. Le vérifier par etal snapshot verify, ou par sha256sum --check et le fichier voisin.",
    ),
    (
        "paste",
        "To list it on the site, paste this at the end of site.toml:",
        "Pour le lister sur le site, coller ceci à la fin de site.toml\u{a0}:",
    ),
];
