"""The chart of accounts (plan comptable général): dated labels, and accounts by usual words.

Knows accounts. Never a line of the books.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeVar

T = TypeVar("T")
CHART_2025 = date(2025, 1, 1)
"""Years opened from then follow the chart of règlement ANC 2022-06."""

LABELS = {
    "20": "Immobilisations incorporelles",
    "201": "Frais d’établissement",
    "203": "Frais de recherche et de développement",
    "205": "Concessions, brevets, licences, logiciels",
    "21": "Immobilisations corporelles",
    "212": "Agencements et aménagements de terrains",
    "213": "Constructions",
    "214": "Constructions sur sol d’autrui",
    "215": "Installations techniques, matériel et outillage",
    "218": "Autres immobilisations corporelles",
    "2181": "Installations générales, agencements",
    "2182": "Matériel de transport",
    "2183": "Matériel de bureau et matériel informatique",
    "2184": "Mobilier",
    "280": "Amortissements des immobilisations incorporelles",
    "2801": "Amortissements des frais d’établissement",
    "2803": "Amortissements des frais de recherche et de développement",
    "2805": "Amortissements des concessions, licences, logiciels",
    "281": "Amortissements des immobilisations corporelles",
    "2812": "Amortissements des aménagements de terrains",
    "2813": "Amortissements des constructions",
    "2814": "Amortissements des constructions sur sol d’autrui",
    "2815": "Amortissements des installations techniques",
    "2818": "Amortissements des autres immobilisations corporelles",
    "28181": "Amortissements des installations générales",
    "28182": "Amortissements du matériel de transport",
    "28183": "Amortissements du matériel informatique",
    "28184": "Amortissements du mobilier",
    "401": "Fournisseurs",
    "404": "Fournisseurs d’immobilisations",
    "411": "Clients",
    "421": "Personnel – rémunérations dues",
    "431": "Sécurité sociale",
    "444": "État – impôts sur les bénéfices",
    "44562": "TVA déductible sur immobilisations",
    "44566": "TVA déductible sur autres biens et services",
    "4457": "TVA collectée",
    "447": "Autres impôts, taxes et versements assimilés",
    "51": "Banques",
    "512": "Banques",
    "60": "Achats",
    "601": "Achats de matières premières",
    "602": "Achats d’autres approvisionnements",
    "604": "Achats d’études et prestations de services",
    "605": "Achats de matériel, équipements et travaux",
    "606": "Achats non stockés de matières et fournitures",
    "6061": "Fournitures non stockables (eau, énergie)",
    "6063": "Fournitures d’entretien et petit équipement",
    "6064": "Fournitures administratives",
    "607": "Achats de marchandises",
    "61": "Services extérieurs",
    "611": "Sous-traitance générale",
    "612": "Redevances de crédit-bail",
    "613": "Locations",
    "6132": "Locations immobilières",
    "6135": "Locations mobilières",
    "614": "Charges locatives et de copropriété",
    "615": "Entretien et réparations",
    "6156": "Maintenance",
    "616": "Primes d’assurance",
    "617": "Études et recherches",
    "618": "Divers",
    "6181": "Documentation générale",
    "6183": "Documentation technique",
    "6185": "Frais de colloques, séminaires, conférences",
    "62": "Autres services extérieurs",
    "621": "Personnel extérieur à l’entreprise",
    "622": "Rémunérations d’intermédiaires et honoraires",
    "6226": "Honoraires",
    "6227": "Frais d’actes et de contentieux",
    "623": "Publicité, publications, relations publiques",
    "6231": "Annonces et insertions",
    "6234": "Cadeaux à la clientèle",
    "624": "Transports de biens",
    "625": "Déplacements, missions et réceptions",
    "6251": "Voyages et déplacements",
    "6256": "Missions",
    "6257": "Réceptions",
    "626": "Frais postaux et de télécommunications",
    "627": "Services bancaires et assimilés",
    "628": "Divers",
    "6281": "Concours divers (cotisations)",
    "63": "Impôts, taxes et versements assimilés",
    "631": "Taxes sur rémunérations (impôts)",
    "633": "Taxes sur rémunérations (autres organismes)",
    "635": "Autres impôts, taxes (impôts)",
    "63511": "Contribution économique territoriale",
    "637": "Autres impôts, taxes (autres organismes)",
    "64": "Charges de personnel",
    "641": "Rémunérations du personnel",
    "644": "Rémunération du travail de l’exploitant",
    "645": "Charges de sécurité sociale et de prévoyance",
    "646": "Cotisations sociales personnelles de l’exploitant",
    "647": "Autres charges sociales",
    "648": "Autres charges de personnel",
    "65": "Autres charges de gestion courante",
    "651": "Redevances pour concessions, licences, logiciels",
    "654": "Pertes sur créances irrécouvrables",
    "658": "Charges diverses de gestion courante",
    "66": "Charges financières",
    "661": "Charges d’intérêts",
    "666": "Pertes de change financières",
    "67": "Charges exceptionnelles",
    "68": "Dotations aux amortissements, dépréciations et provisions",
    "6811": "Dotations aux amortissements des immobilisations",
    "68111": "Dotations – immobilisations incorporelles",
    "68112": "Dotations – immobilisations corporelles",
    "69": "Participation, impôts sur les bénéfices",
    "695": "Impôts sur les bénéfices",
    "70": "Ventes de produits et prestations de services",
    "704": "Travaux",
    "705": "Études",
    "706": "Prestations de services",
    "708": "Produits des activités annexes",
}
"""The beginning of an account → its label; the longest beginning known wins.

Source: plan comptable général, règlement ANC 2014-03, articles 931-1 to 947-77.
"""

REMOVED_2025 = ("671", "675", "775", "777", "79", "4486", "4686")
"""Beginnings of accounts that the chart of 2025 no longer has (règlement ANC 2022-06)."""

CHARGES = {
    "613200": "loyer, loyers, coworking, bureau partage, location de bureau, locaux",
    "613500": "hebergement, hebergement web, serveurs, cloud, location de materiel",
    "651100": "logiciel, licence, licences logicielles, abonnements logiciels, saas",
    "611000": "sous traitance",
    "615600": "maintenance",
    "616000": "assurance, assurances professionnelles",
    "618100": "documentation, livres, presse",
    "618500": "formation, conferences, colloques, seminaires",
    "622600": "honoraires, comptabilite, comptable, expert comptable, avocat, frais juridiques",
    "623100": "publicite, communication, marketing",
    "623400": "cadeaux, cadeaux clients",
    "625100": "deplacement, voyages, transport, transports, train, frais de deplacement",
    "625600": "missions, missions et repas, repas, hotel, hotels, frais de mission",
    "625700": "reception, receptions, restaurant, restaurants",
    "626000": "telecommunications, telecoms, telephone, telephonie, internet, mobile, poste, "
    "frais postaux, affranchissement",
    "627000": "frais bancaires, banque, services bancaires",
    "628100": "adhesion, adhesions, cotisations professionnelles",
    "606100": "energie, electricite, eau",
    "606300": "petit equipement, petit materiel, materiel, materiel informatique",
    "606400": "fournitures, fournitures de bureau, papeterie",
    "635110": "cfe, cotisation fonciere des entreprises, cvae",
    "641100": "remuneration, salaires, salaire",
    "645100": "cotisations, cotisations sociales, charges sociales, urssaf",
}
"""Account → the categories, folded, that owners commonly give to its expenses."""

ASSETS = {
    "205000": "logiciel, licence, licences logicielles",
    "218100": "agencements, amenagements",
    "218200": "vehicule, voiture, velo, materiel de transport",
    "218300": "materiel, informatique, materiel informatique, materiel de bureau, ordinateurs, "
    "serveurs",
    "218400": "mobilier, meubles",
}
"""The same for purchases that are depreciated."""


class Third(NamedTuple):
    """The account of those who are owed an expense, and whether it is kept by third party."""

    account: str
    by_party: bool


THIRDS = {
    "64": Third("421000", by_party=False),
    "645": Third("431000", by_party=False),
    "646": Third("431000", by_party=False),
    "647": Third("431000", by_party=False),
    "63": Third("447000", by_party=False),
    "695": Third("444000", by_party=False),
}
"""The beginning of a charge → who is owed it; everybody else is a supplier."""


def label(account: str) -> str | None:
    """Return the label of an account, None where the chart has nothing that begins so."""
    return _longest(LABELS, account)


def removed(account: str, opened: date) -> bool:
    """Tell whether a year opened on a date can no longer use an account."""
    return opened >= CHART_2025 and account.startswith(REMOVED_2025)


def usual(category: str, *, asset: bool) -> str | None:
    """Return the account that a folded category commonly stands for."""
    return _USUAL[asset].get(singular(category))


def usual_words(*, asset: bool) -> dict[str, str]:
    """Return every category known, in the singular, and its account."""
    return _USUAL[asset]


def third(charge: str) -> Third | None:
    """Return who is owed a charge, None for a supplier."""
    return _longest(THIRDS, charge)


def depreciation_account(asset: str) -> str:
    """Return the account where an asset's depreciation adds up: 218300 → 281830 (PCG 28)."""
    return f"28{asset.rstrip('0')[1:]}".ljust(len(asset), "0")


def allowance_account(asset: str) -> str:
    """Return the charge of an asset's annuity: 68111 for 20, 68112 for 21 (PCG 681)."""
    return "681110" if asset.startswith("20") else "681120"


def singular(folded: str) -> str:
    """Return folded words without their final s or x, so that plurals are the same."""
    return " ".join(word.rstrip("sx") for word in folded.split())


def _longest(table: dict[str, T], account: str) -> T | None:
    starts = (account[:length] for length in range(len(account), 1, -1))
    return next((table[start] for start in starts if start in table), None)


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {singular(word): number for number, words in table.items() for word in words.split(", ")}


_USUAL = {False: _by_word(CHARGES), True: _by_word(ASSETS)}
