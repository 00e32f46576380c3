"""What owners call their expenses → the account, and what becomes of the VAT: a table of words.

Knows words, accounts and rules. Never how a category is compared with them, nor a line.
Sources: accounts, plan comptable général art. 932-1 (usual subdivisions in six figures); VAT, CGI
art. 261 C (banking, insurance), 236 and annexe II art. 206 IV-2 (cars, lodging, transport, gifts),
298-4 (fuel). Read on 2026-11-25.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reporter.law.vat_deduction import Rule


class Known(NamedTuple):
    """What is known of a category: its account, and the rule of its VAT."""

    account: str
    rule: Rule = "full"


CHARGES: tuple[tuple[Known, str], ...] = (
    (Known("604000"), "etudes, prestations de services, freelance, freelances"),
    (Known("606100"), "energie, electricite, eau, gaz, chauffage, recharge electrique"),
    (Known("606140", "petrol"), "carburant, carburants, essence, sp95, sp98, station service"),
    (Known("606140", "diesel"), "gazole, gasoil, diesel, e85, superethanol"),
    (
        Known("606300"),
        (
            "petit equipement, petit materiel, materiel, materiel informatique, outillage, "
            "accessoires informatiques, consommables, produits d entretien, petit outillage"
        ),
    ),
    (
        Known("606400"),
        (
            "fournitures, fournitures de bureau, fournitures administratives, papeterie, "
            "imprimerie, cartouches, encre"
        ),
    ),
    (Known("611000"), "sous traitance, sous traitant, sous traitants"),
    (Known("612200"), "credit bail, leasing materiel"),
    (Known("612200", "car"), "leasing, loa, leasing voiture, credit bail voiture"),
    (
        Known("613200"),
        (
            "loyer, loyers, coworking, bureau partage, location de bureau, locaux, "
            "location de salle, location salle, location immobiliere, local, bureaux"
        ),
    ),
    (
        Known("613500"),
        (
            "hebergement, hebergement web, hebergement internet, serveurs, cloud, location de "
            "materiel, nom de domaine, noms de domaine, location mobiliere"
        ),
    ),
    (
        Known("613500", "car"),
        "location de voiture, location voiture, location de vehicule, location vehicule, lld",
    ),
    (Known("614000"), "charges locatives, copropriete, charges de copropriete"),
    (Known("615200"), "menage, nettoyage, entretien des locaux"),
    (
        Known("615500", "car"),
        (
            "entretien vehicule, entretien voiture, reparation voiture, garage, "
            "reparations vehicule, "
            "controle technique"
        ),
    ),
    (Known("615500"), "reparation, reparations, entretien, entretien et reparations"),
    (Known("615600"), "maintenance, maintenance informatique, infogerance"),
    (
        Known("616000"),
        (
            "assurance, assurances, assurances professionnelles, rc pro, responsabilite civile, "
            "multirisque, assurance auto, assurance voiture, protection juridique, "
            "assurance responsabilite civile, assurance rc"
        ),
    ),
    (Known("617000"), "etudes et recherches, recherche"),
    (
        Known("618100"),
        (
            "documentation, documentation generale, livres, presse, abonnement presse, journaux, "
            "revues, veille"
        ),
    ),
    (Known("618300"), "documentation technique"),
    (
        Known("618500"),
        "formation, formations, conference, conferences, colloques, seminaires, salons, congres",
    ),
    (Known("621000"), "interim, personnel exterieur, portage"),
    (Known("622200"), "apport d affaires, apporteur d affaires, commissions sur ventes, courtage"),
    (
        Known("622600"),
        (
            "honoraires, comptabilite, comptable, expert comptable, expertise comptable, avocat, "
            "avocats, notaire, frais juridiques, conseil juridique, commissaire aux comptes, "
            "domiciliation, secretariat"
        ),
    ),
    (
        Known("622700"),
        (
            "greffe, frais de greffe, frais d actes, huissier, annonce legale, annonces legales, "
            "infogreffe, formalites, immatriculation, kbis, publication legale"
        ),
    ),
    (
        Known("623100"),
        "publicite, communication, marketing, annonces, referencement, flyers, cartes de visite",
    ),
    (Known("623400", "gift"), "cadeaux, cadeau, cadeaux clients, cadeaux d affaires"),
    (Known("623800"), "dons, don, mecenat, pourboires"),
    (Known("624100"), "transport sur achats, livraison, frais de port, coursier"),
    (
        Known("625100", "travel"),
        (
            "deplacement, deplacements, voyages, transport, transports, frais de deplacement, "
            "frais de transport, voyages et deplacements"
        ),
    ),
    (
        Known("625100", "passengers"),
        (
            "train, sncf, avion, billet d avion, billets de train, taxi, taxis, vtc, uber, metro, "
            "bus, navigo, transports en commun, ferry, autocar"
        ),
    ),
    (Known("625100"), "peage, peages, autoroute, parking, stationnement, telepeage"),
    (
        Known("625110"),
        "kilometre, kilometres, frais kilometriques, indemnites kilometriques, ik",
    ),
    (
        Known("625600"),
        (
            "missions, mission, missions et repas, repas, frais de mission, panier repas, "
            "dejeuner, dejeuners, restauration"
        ),
    ),
    (Known("625600", "lodging"), "hotel, hotels, nuitee, nuitees, airbnb, logement"),
    (
        Known("625700"),
        (
            "reception, receptions, restaurant, restaurants, repas client, repas clients, "
            "repas d affaires, invitation, invitations, invitation client, restaurant client"
        ),
    ),
    (
        Known("626000"),
        (
            "telecommunications, telecoms, telephone, telephonie, internet, mobile, "
            "forfait mobile, fibre, box, box internet, abonnement internet, abonnement mobile"
        ),
    ),
    (Known("626100"), "poste, frais postaux, affranchissement, timbres, courrier, la poste"),
    (
        Known("627000"),
        "frais bancaires, banque, services bancaires, tenue de compte, agios, carte bancaire",
    ),
    (
        Known("627800"),
        (
            "commissions bancaires, commission bancaire, commissions stripe, commissions paypal, "
            "commissions de paiement, stripe, paypal, sumup, frais stripe, frais paypal, "
            "terminal de paiement"
        ),
    ),
    (Known("628100"), "adhesion, adhesions, cotisations professionnelles, syndicat"),
    (Known("631200"), "taxe d apprentissage, taxe apprentissage"),
    (Known("633300"), "formation continue, formation professionnelle continue, cfp"),
    (
        Known("635110"),
        "cfe, cotisation fonciere des entreprises, cvae, cet, contribution economique territoriale",
    ),
    (Known("635120"), "taxe fonciere, taxes foncieres"),
    (Known("635140"), "tvs, taxe sur les vehicules, taxes sur les vehicules de societe"),
    (Known("635400"), "droits d enregistrement, timbre fiscal, carte grise"),
    (Known("635800"), "impots, impots et taxes, taxes, autres impots, taxe"),
    (
        Known("641100"),
        (
            "remuneration, remunerations, salaires, salaire, paie, paye, remuneration dirigeant, "
            "remuneration dirigeante, remuneration president, remuneration presidente, "
            "remuneration gerant, remuneration gerante, remuneration gerance, gerance, "
            "salaire president, salaire presidente, salaire gerant, salaire gerante, primes, "
            "salaire dirigeant, salaire dirigeante, salaire net, salaire brut, prime"
        ),
    ),
    (
        Known("645100"),
        (
            "cotisations, cotisations sociales, charges sociales, urssaf, charges patronales, "
            "cotisations patronales, cotisations salariales, charges salariales, dsn"
        ),
    ),
    (Known("645200"), "mutuelle, mutuelles, mutuelle sante, complementaire sante"),
    (
        Known("645300"),
        "retraite, retraites, prevoyance, caisse de retraite, agirc arrco, retraite complementaire",
    ),
    (Known("646000"), "cotisations tns, cotisations gerant, cotisations exploitant, ssi, rsi"),
    (Known("646000"), "cotisations personnelles, cotisations sociales personnelles, madelin"),
    (Known("646000"), "cotisations sociales exploitant, cotisations gerante, cipav"),
    (Known("644000"), "remuneration exploitant"),
    (Known("647500"), "medecine du travail, medecine"),
    (Known("647800"), "tickets restaurant, titres restaurant, cheques vacances, cesu"),
    (
        Known("651100"),
        (
            "logiciel, logiciels, licence, licences, licences logicielles, abonnements logiciels, "
            "saas, abonnement logiciel, redevances, brevets, applications"
        ),
    ),
    (Known("654000"), "creances irrecouvrables, impayes, creance irrecouvrable"),
    (Known("658000"), "ecart de reglement, arrondis, ecarts de reglement"),
    (
        Known("661000"),
        "interets, interets d emprunt, interet, interets bancaires, charges financieres",
    ),
    (Known("666000"), "pertes de change, perte de change, change"),
    (Known("671200"), "amende, amendes, contravention, contraventions"),
    (Known("671200"), "penalite, penalites, majorations"),
)
"""For expenses. Words of one row, folded; a category is known where its words are among them."""

ASSETS: tuple[tuple[Known, str], ...] = (
    (Known("201000"), "frais d etablissement, frais de constitution"),
    (Known("205000"), "logiciel, logiciels, licence, licences logicielles, site internet, site"),
    (Known("218100"), "agencements, amenagements, installations, travaux"),
    (Known("218200", "car"), "vehicule, vehicules, voiture, moto, scooter, materiel de transport"),
    (Known("218200"), "velo, utilitaire, camionnette, fourgon, trottinette"),
    (
        Known("218300"),
        (
            "materiel, informatique, materiel informatique, materiel de bureau, ordinateurs, "
            "ordinateur, serveurs, telephone, ecran, imprimante, portable, tablette"
        ),
    ),
    (Known("218400"), "mobilier, meubles, bureau, fauteuil"),
)
"""The same for purchases that are depreciated."""
