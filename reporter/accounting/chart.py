"""The chart of accounts (plan comptable général): labels, dates, and who is owed what.

Knows accounts. Never a line of the books, nor the words of owners.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeVar

T = TypeVar("T")
CHART_2025 = date(2025, 1, 1)
"""Years opened from then follow the chart of règlement ANC 2022-06."""

LABELS = {
    "101": "Capital",
    "108": "Compte de l’exploitant",
    "110": "Report à nouveau (solde créditeur)",
    "119": "Report à nouveau (solde débiteur)",
    "120": "Résultat de l’exercice (bénéfice)",
    "129": "Résultat de l’exercice (perte)",
    "164": "Emprunts auprès des établissements de crédit",
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
    "408": "Fournisseurs – factures non parvenues",
    "4091": "Fournisseurs – avances et acomptes versés sur commandes",
    "411": "Clients",
    "4181": "Clients – factures à établir",
    "4191": "Clients – avances et acomptes reçus sur commandes",
    "421": "Personnel – rémunérations dues",
    "431": "Sécurité sociale",
    "437": "Autres organismes sociaux",
    "4421": "Prélèvement à la source (impôt sur le revenu)",
    "444": "État – impôts sur les bénéfices",
    "4452": "TVA due intracommunautaire",
    "44551": "TVA à décaisser",
    "44562": "TVA déductible sur immobilisations",
    "44566": "TVA déductible sur autres biens et services",
    "4457": "TVA collectée",
    "44586": "TVA sur factures non parvenues",
    "44587": "TVA sur factures à établir",
    "447": "Autres impôts, taxes et versements assimilés",
    "455": "Associés – comptes courants",
    "456": "Associés – opérations sur le capital",
    "457": "Associés – dividendes à payer",
    "462": "Créances sur cessions d’immobilisations",
    "467": "Autres comptes débiteurs ou créditeurs",
    "486": "Charges constatées d’avance",
    "487": "Produits constatés d’avance",
    "51": "Banques",
    "512": "Banques",
    "53": "Caisse",
    "58": "Virements internes",
    "60": "Achats",
    "601": "Achats de matières premières",
    "602": "Achats d’autres approvisionnements",
    "604": "Achats d’études et prestations de services",
    "605": "Achats de matériel, équipements et travaux",
    "606": "Achats non stockés de matières et fournitures",
    "6061": "Fournitures non stockables (eau, énergie)",
    "60614": "Carburants",
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
    "6152": "Entretien et réparations sur biens immobiliers",
    "6155": "Entretien et réparations sur biens mobiliers",
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
    "6222": "Commissions et courtages sur ventes",
    "6226": "Honoraires",
    "6227": "Frais d’actes et de contentieux",
    "623": "Publicité, publications, relations publiques",
    "6231": "Annonces et insertions",
    "6234": "Cadeaux à la clientèle",
    "6238": "Divers (pourboires, dons courants)",
    "624": "Transports de biens",
    "6241": "Transports sur achats",
    "625": "Déplacements, missions et réceptions",
    "6251": "Voyages et déplacements",
    "62511": "Indemnités kilométriques",
    "6256": "Missions",
    "6257": "Réceptions",
    "626": "Frais postaux et de télécommunications",
    "6261": "Frais postaux",
    "627": "Services bancaires et assimilés",
    "6278": "Autres frais et commissions sur services bancaires",
    "628": "Divers",
    "6281": "Concours divers (cotisations)",
    "63": "Impôts, taxes et versements assimilés",
    "631": "Taxes sur rémunérations (impôts)",
    "6312": "Taxe d’apprentissage",
    "633": "Taxes sur rémunérations (autres organismes)",
    "6333": "Contribution à la formation professionnelle",
    "635": "Autres impôts, taxes (impôts)",
    "63511": "Contribution économique territoriale",
    "63512": "Taxes foncières",
    "63514": "Taxes sur les véhicules",
    "6354": "Droits d’enregistrement et de timbre",
    "6358": "Autres droits",
    "637": "Autres impôts, taxes (autres organismes)",
    "64": "Charges de personnel",
    "641": "Rémunérations du personnel",
    "6411": "Salaires, appointements",
    "644": "Rémunération du travail de l’exploitant",
    "645": "Charges de sécurité sociale et de prévoyance",
    "6451": "Cotisations à l’URSSAF",
    "6452": "Cotisations aux mutuelles",
    "6453": "Cotisations aux caisses de retraite et de prévoyance",
    "646": "Cotisations sociales personnelles de l’exploitant",
    "647": "Autres charges sociales",
    "6475": "Médecine du travail, pharmacie",
    "6478": "Autres charges sociales diverses",
    "648": "Autres charges de personnel",
    "65": "Autres charges de gestion courante",
    "651": "Redevances pour concessions, licences, logiciels",
    "654": "Pertes sur créances irrécouvrables",
    "658": "Charges diverses de gestion courante",
    "6582": "Pénalités, amendes fiscales et pénales",
    "66": "Charges financières",
    "661": "Charges d’intérêts",
    "666": "Pertes de change financières",
    "657": "Valeurs comptables des immobilisations cédées",
    "67": "Charges exceptionnelles",
    "6712": "Pénalités, amendes fiscales et pénales",
    "675": "Valeurs comptables des éléments d’actif cédés",
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
    "75": "Autres produits de gestion courante",
    "757": "Produits des cessions d’immobilisations",
    "77": "Produits exceptionnels",
    "775": "Produits des cessions d’éléments d’actif",
}
"""The beginning of an account → its label; the longest beginning known wins.

Source: plan comptable général, règlement ANC 2014-03, articles 931-1 to 947-77.
"""

REMOVED_2025 = ("671", "675", "775", "777", "79", "4486", "4686")
"""Beginnings of accounts that the chart of 2025 no longer has (règlement ANC 2022-06)."""


class Third(NamedTuple):
    """The account of those who are owed an expense, and whether it is kept by third party."""

    account: str
    by_party: bool


THIRDS = {
    "64": Third("421000", by_party=False),
    "645": Third("431000", by_party=False),
    "6452": Third("437000", by_party=False),
    "6453": Third("437000", by_party=False),
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


def third(charge: str) -> Third | None:
    """Return who is owed a charge, None for a supplier."""
    return _longest(THIRDS, charge)


def depreciation_account(asset: str) -> str:
    """Return the account where an asset's depreciation adds up: 218300 → 281830 (PCG 28)."""
    return f"28{asset.rstrip('0')[1:]}".ljust(len(asset), "0")


def disposal_accounts(opened: date) -> tuple[str, str]:
    """Return where a net book value goes out, and where a price comes in, for a year opened then.

    675 and 775, or 657 and 757 in the chart of 2025 (règlement ANC 2022-06).
    """
    return ("657000", "757000") if opened >= CHART_2025 else ("675000", "775000")


def allowance_account(asset: str) -> str:
    """Return the charge of an asset's annuity: 68111 for 20, 68112 for 21 (PCG 681)."""
    return "681110" if asset.startswith("20") else "681120"


def _longest(table: dict[str, T], account: str) -> T | None:
    starts = (account[:length] for length in range(len(account), 1, -1))
    return next((table[start] for start in starts if start in table), None)
