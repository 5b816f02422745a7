//! Words of the synthetic catalogues: common first, as Zipf would have it.

use std::borrow::Cow;

/// Different words that a catalogue may have.
pub(crate) const VOCABULARY: usize = 150_000;

/// The word of a rank: one of `known`, then made-up ones, three forms of each stem.
pub(crate) fn of_rank<'w>(known: &[&'w str], rank: usize) -> Cow<'w, str> {
    if let Some(word) = known.get(rank) {
        return Cow::Borrowed(word);
    }
    let stem = (rank - known.len()) / 3;
    let mut mixed = (stem as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^= mixed >> 29;
    let mut word = String::new();
    for _ in 0..3 + mixed % 2 {
        mixed = mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9).rotate_left(23);
        word.push_str(SYLLABLES[(mixed >> 40) as usize % SYLLABLES.len()]);
    }
    word.push_str(["", "s", "es"][rank % 3]);
    Cow::Owned(word)
}

/// Beginnings and middles of made-up words.
const SYLLABLES: [&str; 60] = [
    "ba", "bre", "bi", "bo", "ca", "cé", "cha", "clo", "co", "cri", "da", "dé", "di", "don", "dra", "fa", "fé", "fi",
    "flo", "fra", "ga", "gé", "gno", "gra", "hi", "ja", "jo", "la", "lé", "li", "lo", "lu", "ma", "mé", "mi", "mon",
    "na", "né", "ni", "nou", "pa", "pé", "pla", "po", "pri", "quo", "ra", "ré", "ri", "ro", "sa", "sé", "sta", "ta",
    "té", "tri", "va", "vé", "vi", "zo",
];

/// French words, most frequent first.
pub(crate) const FRENCH: &str = "de la le les des et en du pour dans par sur une un est au avec qui ce données ville \
commune eau année service public rue école bâtiment transport ligne arrêt zone carte point surface nombre mesure \
quartier population logement énergie station réseau qualité air bruit déchet collecte arbre parc jardin voie route \
chemin piste vélo bus train gare horaire fréquentation passager voyageur compteur relevé capteur température pluie \
rivière débit niveau crue inondation risque plan cadastre parcelle section propriété permis construire urbanisme \
habitat foncier budget dépense recette subvention marché contrat fournisseur association élection bureau vote \
résultat inscrit candidat scrutin conseil délibération séance arrêté acte décision élu mandat indemnité emploi \
salaire métier formation lycée collège élève effectif classe enseignant cantine menu repas allergène santé hôpital \
médecin pharmacie vaccin patient accident blessé secours pompier police délit sécurité caméra éclairage lampadaire \
stationnement place tarif zone horodateur borne recharge voiture camion trafic comptage vitesse congestion travaux \
chantier perturbation déviation monument musée bibliothèque livre prêt lecteur spectacle festival agenda événement \
sport gymnase piscine terrain club licencié tourisme hôtel camping chambre nuitée visiteur forêt essence espèce \
faune flore oiseau insecte inventaire observation biodiversité sol culture exploitation agriculture élevage verger \
abeille miel ruche commerce artisan boutique enseigne halle étal emplacement droit redevance taxe impôt compte \
entreprise établissement siège activité nomenclature code libellé identifiant coordonnée longitude latitude géométrie \
contour limite adresse numéro parité voirie trottoir chaussée revêtement signalisation panneau feu carrefour rond \
point accessibilité rampe ascenseur quai handicap personne âge sexe ménage famille enfant naissance décès mariage \
prénom acte état civil archive fonds document image photographie patrimoine fouille vestige église pont tunnel \
barrage canal écluse port bateau pêche plage baignade littoral falaise dune marée houle vent soleil rayonnement \
ensoleillement toiture panneau production consommation gaz électricité chaleur bois réseau abonné facture fuite \
pression chlore nitrate potable assainissement boue station épuration rejet prélèvement analyse paramètre seuil \
conforme laboratoire échantillon méthode protocole licence format fichier colonne ligne valeur manquante unité \
période mise à jour hebdomadaire mensuelle annuelle historique série agrégat moyenne médiane total part taux";

/// English words, most frequent first.
pub(crate) const ENGLISH: &str = "the of and in to for a by on with is from data city town water year service public \
street school building transport line stop area map point surface number measure district population housing energy \
station network quality air noise waste collection tree park garden road path cycle bus train timetable ridership \
passenger counter reading sensor temperature rain river flow level flood risk plan parcel section property permit \
planning land budget expense revenue grant contract supplier association election office vote result council meeting \
decision mandate employment wage training pupil class teacher canteen menu meal health hospital doctor pharmacy \
vaccine patient accident casualty rescue fire police offence safety camera lighting lamp parking place fare meter \
charging car lorry traffic count speed congestion works disruption diversion monument museum library book loan reader \
show festival agenda event sport pool ground club tourism hotel room night visitor forest species fauna flora bird \
insect inventory survey biodiversity soil crop farm livestock orchard bee honey shop craft market stall pitch fee tax \
account company site activity nomenclature code label identifier coordinate longitude latitude geometry outline limit \
address house pavement surface sign light junction accessibility ramp lift platform disability person age sex \
household family child birth death marriage name archive record image photograph heritage dig church bridge tunnel dam \
canal lock harbour boat fishing beach bathing coast cliff dune tide swell wind sun radiation roof panel production \
consumption gas electricity heat wood customer bill leak pressure chlorine nitrate drinking sewage sludge plant \
discharge sample analysis parameter threshold laboratory method protocol licence format file column row value missing \
unit period update weekly monthly yearly history series aggregate mean median total share rate";
