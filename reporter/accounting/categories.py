"""What owners call their expenses → the account, and what becomes of the VAT: a table of words.

Knows words, accounts and rules. Never a line of the books, nor what a rule amounts to.
Sources: accounts, plan comptable général art. 932-1 (usual subdivisions in six figures); VAT, CGI
art. 261 C (banking, insurance), 236 and annexe II art. 206 IV-2 (cars, lodging, transport, gifts),
298-4 (fuel). Read on 2026-11-25.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.accounting.chart import CHART_2025

if TYPE_CHECKING:
    from datetime import date

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
            "assurance responsabilite civile"
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
            "infogreffe, formalites"
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
            "forfait mobile, fibre, box internet"
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
    (Known("631200"), "taxe d apprentissage"),
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
            "remuneration, remunerations, salaires, salaire, paie, remuneration du dirigeant, "
            "remuneration dirigeant, remuneration president, primes, prime"
        ),
    ),
    (
        Known("645100"),
        "cotisations, cotisations sociales, charges sociales, urssaf, charges patronales",
    ),
    (Known("645200"), "mutuelle, mutuelles, complementaire sante"),
    (
        Known("645300"),
        "retraite, retraites, prevoyance, caisse de retraite, agirc arrco, retraite complementaire",
    ),
    (Known("646000"), "cotisations tns, cotisations du gerant, ssi, rsi, cipav, madelin"),
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
    (
        Known("671200"),
        "amende, amendes, penalites, penalite, contravention, contraventions, majorations",
    ),
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

FINES, FINES_2025 = "671200", "658200"
"""Fines and penalties, before the chart of 2025 and since (règlement ANC 2022-06)."""

SILENT = "de du des d la le les l et en a au aux pour frais pro professionnel"
"""Words that add nothing to a category."""

BY_ACCOUNT: dict[str, Rule] = {
    "2182": "car",
    "60614": "petrol",
    "6234": "gift",
    "6251": "travel",
}
"""The rule of an account, where no word says more."""


def singular(folded: str) -> str:
    """Return folded words without their final s or x, so that plurals are the same."""
    return " ".join(word.rstrip("sx") for word in folded.split())


def in_force(account: str, opened: date) -> str:
    """Return the account that stands for another in a year opened on a date."""
    return FINES_2025 if account == FINES and opened >= CHART_2025 else account


def usual(category: str, *, asset: bool) -> Known | None:
    """Return what a folded category commonly stands for, all of its words being known.

    « Commissions Stripe » is known by both words, « Goûter Stripe » is not. Words of two accounts
    make none, so that « Carburant et péage » is asked for.
    """
    table, words = _KNOWN[asset], singular(category)
    if words in table:
        return table[words]
    covered, found = _found(table, words)
    rest = [word for word in words.split() if word not in covered and word not in _SILENT]
    return _only(found) if found and not rest else None


def proposed(category: str, *, asset: bool) -> Known | None:
    """Return what some of the words of a folded category stand for; None where they differ."""
    _, found = _found(_KNOWN[asset], singular(category))
    return _only(found)


def rule_of(texts: tuple[str, ...], account: str, *, asset: bool) -> Rule:
    """Return the rule of the VAT of a purchase, by what it is called, else by its account.

    Args:
        texts: its category, then what was bought, folded.
        account: its account.
        asset: whether it is depreciated.

    Words count only where they stand for the same account, in four figures.
    """
    for text in texts:
        _, found = _found(_KNOWN[asset], singular(text))
        near = {known.rule for known in found if known.account[:4] == account[:4]}
        if len(near) == 1:
            return near.pop()
    starts = (start for start in BY_ACCOUNT if account.startswith(start))
    return next((BY_ACCOUNT[start] for start in starts), "full")


def _found(table: dict[str, Known], words: str) -> tuple[set[str], set[Known]]:
    """Return the words of a text that the table knows, the longest phrases first, and as what."""
    each = words.split()
    covered: set[int] = set()
    found: set[Known] = set()
    for length in range(len(each), 0, -1):
        for start in range(len(each) - length + 1):
            span = range(start, start + length)
            known = table.get(" ".join(each[start : start + length]))
            if known and covered.isdisjoint(span):
                covered.update(span)
                found.add(known)
    return {each[rank] for rank in covered}, found


def _only(found: set[Known]) -> Known | None:
    """Return what was found where it is one account; a rule is kept if it is the only one."""
    accounts = {known.account for known in found}
    if len(accounts) != 1:
        return None
    return found.pop() if len(found) == 1 else Known(accounts.pop())


def _by_word(rows: tuple[tuple[Known, str], ...]) -> dict[str, Known]:
    return {singular(word): known for known, words in rows for word in words.split(", ")}


_SILENT = {singular(word) for word in SILENT.split()}
_KNOWN = {False: _by_word(CHARGES), True: _by_word(ASSETS)}
