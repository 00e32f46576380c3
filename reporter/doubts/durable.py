"""Doubts about what lasts and is counted at once: a computer, furniture, a vehicle.

Knows the words of what lasts, and the price up to which it may be a charge. Never how an asset is
depreciated.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.doubts.wording import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.errors import Doubt
    from reporter.model import Activity, Expense
    from reporter.settings import Settings

SMALL = Decimal(500)
"""Euros without tax up to which what lasts may be a charge (BOI-BIC-CHG-20-30-10)."""
REPAIRED = Decimal(2_000)
"""Euros up to which a vehicle named alone is rather repaired, filled or insured."""
LASTING = (
    "ordinateur ordinateurs portable portables macbook imac laptop pc ecran ecrans moniteur "
    "imprimante smartphone iphone tablette ipad mobilier meuble meubles fauteuil videoprojecteur "
    "camera"
)
RIDDEN = "voiture vehicule moto scooter velo utilitaire camionnette fourgon"
LIMITS = {**dict.fromkeys(LASTING.split(), SMALL), **dict.fromkeys(RIDDEN.split(), REPAIRED)}
"""Above how many euros each word says something that lasts."""
WHOLE = {"materiel", "materiel informatique", "materiel de bureau"}
"""The categories that say it without another word."""
SERVED = (
    "location locations loyer loyers leasing lld loa credit bail abonnement abonnements forfait "
    "assurance assurances reparation reparations entretien maintenance revision garantie contrat "
    "carburant hebergement logiciel logiciels licence licences formation prestation nettoyage "
    "transport livraison peage peages parking taxi vtc train avion infogerance depannage"
)
"""Words that say a service rendered with it, to it or for it."""


def at_once(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each purchase of what lasts that no lifetime spreads; a micro-entreprise has none.

    One whose account is written is its owner's decision.
    """
    for line in activity.expenses:
        if line.amount <= SMALL or line.lifetime is not None or line.account:
            continue
        if _lasts(line) and settings.status_of(settings.year_of(line.date)) != "micro":
            what = "un achat durable de plus de 500 € HT, compté en une fois"
            fix = "remplir ou ajouter la colonne Durée d’amortissement, par exemple 3 ans"
            yield doubt("achat-durable", what, line, fix)


def _lasts(line: Expense) -> bool:
    texts = [folded(text) for text in (line.category, line.label)]
    words = {word for text in texts for word in text.split()}
    if not words.isdisjoint(SERVED.split()):
        return False
    return texts[0] in WHOLE or any(line.amount > LIMITS[word] for word in words & LIMITS.keys())
