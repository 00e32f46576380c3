"""Doubts about what lasts: counted at once, spread where it does not, sold without effect or twice.

Knows the words of what lasts, the price up to which it may be a charge, and dates. Never how an
asset is depreciated, nor what a disposal changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.doubts.wording import doubt, named
from reporter.errors import Doubt, Words
from reporter.french import quantity, short_date
from reporter.grouping import first_within, gathered
from reporter.model import CENT, DATE
from reporter.settings.words import OF

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from reporter.model import Activity, Expense, Fee
    from reporter.settings import Settings

LONG_LIFE, A_YEAR_OF_MONTHS = 20, 12
"""Years beyond which a lifetime is rather a number of months, and those that are a year of them.

Vehicles live 5 years, furniture 10.
"""
MONTHS = 12
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
SERVICES = (
    "location locations loyer loyers leasing lld loa credit bail abonnement abonnements "
    "forfait assurance assurances reparation reparations entretien maintenance revision "
    "garantie contrat carburant hebergement logiciel logiciels licence licences formation "
    "prestation nettoyage transport livraison peage peages parking taxi vtc train avion "
    "infogerance depannage indemnites kilometriques ik"
)
SERVED = frozenset(SERVICES.split())
"""Words that say a service rendered with it, to it or for it."""


NEAR = timedelta(days=62)
"""How far from each other two dates of one purchase, or one disposal, may be."""
BOUGHT_TWICE = (
    "un achat amorti, du même montant qu’une dépense d’une autre feuille : compté deux fois ?"
)
USUAL = 3
"""Lines of one name, counted at once, beside which the only one spread is a slip."""


def at_once(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each purchase of what lasts that no lifetime spreads; a micro-entreprise has none.

    One whose account is written is its owner's decision.
    """
    for line in activity.expenses:
        if line.amount <= SMALL or line.account or line.kilometres or line.lifetime is not None:
            continue
        limit = _limit(line.category, line.label)
        lasts = limit is not None and line.amount > limit
        if lasts and settings.status_on(line.date) != "micro":
            what = "un achat durable de plus de 500 € HT, compté en une fois"
            fix = "remplir ou ajouter la colonne Durée d’amortissement, par exemple 3 ans"
            yield doubt("achat-durable", what, line, fix)


def spread(activity: Activity) -> Iterator[Doubt]:
    """Yield each charge that a lifetime spreads: its account says it, or all others of its name."""
    lasting = [line for line in activity.expenses if line.lifetime is not None]
    others = Counter(_name(line) for line in activity.expenses if line.lifetime is None)
    alike = Counter(map(_name, lasting))
    for line in lasting:
        name = _name(line)
        if line.account.startswith("6"):
            what = "une dépense d’un compte de charge, répartie sur plusieurs années"
        elif any(name) and alike[name] == 1 and others[name] >= USUAL:
            what = "une dépense répartie sur plusieurs années, seule de son nom"
        else:
            continue
        fix = "vider sa durée d’amortissement ; ou corriger son compte ou son libellé"
        yield doubt("charge-amortie", what, line, fix)


def spread_twice(activity: Activity) -> Iterator[Doubt]:
    """Yield each purchase spread that another sheet counts too, at its price and about its day.

    A register of what lasts stands beside the expenses that bought it, not beside services that it
    does not name, nor what comes back, as contributions do.
    """
    at_once = [line for line in activity.expenses if line.lifetime is None]
    names = Counter(map(_name, at_once))
    lasting = [line for line in activity.expenses if line.lifetime is not None]
    prices, told = {line.amount for line in lasting}, set()
    services = SERVED.difference(*map(_words, lasting))
    bought = (
        it
        for it in at_once
        if it.amount in prices and names[_name(it)] < USUAL and not _is_of(it, services)
    )
    in_order = sorted((*lasting, *bought), key=DATE)
    priced = gathered((it.amount, it) for it in in_order)
    sheets = {amount: gathered((it.place[:2], it) for it in its) for amount, its in priced.items()}
    for line in lasting:
        first, last = line.date - NEAR, line.date + NEAR
        others = (its for it, its in sheets[line.amount].items() if it != line.place[:2])
        twins = filter(None, (first_within(its, first, last, DATE) for its in others))
        if twin := next((it for it in twins if it.place not in told), None):
            told.add(line.place)
            fix = "si c’est le même achat, l’effacer de l’une des deux feuilles"
            yield doubt(
                "achat-en-double", BOUGHT_TWICE, line, fix, Words(_one_and_other, (line, twin))
            )


def _words(line: Expense) -> set[str]:
    return set(folded(f"{line.category} {line.label}").split())


def _is_of(line: Expense, services: frozenset[str]) -> bool:
    """Tell whether an expense is a service among some, and names nothing that lasts."""
    return not services.isdisjoint(_words(line)) and _words(line).isdisjoint(LIMITS)


def _one_and_other(line: Expense, twin: Expense) -> str:
    return f"{named(line)} ; aussi dans {twin.place}"


def _name(line: Expense) -> tuple[str, str, str]:
    return line.supplier, line.label, line.category


@lru_cache(maxsize=8192)
def _limit(category: str, label: str) -> Decimal | None:
    """Return the euros above which a purchase so called lasts; None for what no words say so."""
    texts = folded(category), folded(label)
    words = {word for text in texts for word in text.split()}
    if not words.isdisjoint(SERVED):
        return None
    limits = [SMALL] if texts[0] in WHOLE else [LIMITS[word] for word in words & LIMITS.keys()]
    return min(limits, default=None)


MICRO = "achat cédé en micro-entreprise : sans effet sur le bilan"
TWICE = "un achat cédé compté aussi parmi les ventes ?"
DAY = attrgetter("disposed")
YEAR = "vérifier l’année de la date de cession"


def disposals(activity: Activity, settings: Settings, today: dt.date) -> Iterator[Doubt]:
    """Yield each thing sold or scrapped without an effect, or on a day that has not come."""
    for line in activity.expenses:
        day = line.disposed
        if day is None:
            continue
        if not _counts(day, settings):
            yield _doubt("cession-micro", MICRO, line, "déclarer à part ce que la vente rapporte")
        elif day > today:
            yield _doubt("cession-future", "achat cédé dans l’avenir", line, YEAR)
    yield from _repeated(activity)


def _repeated(activity: Activity) -> Iterator[Doubt]:
    """Yield each thing sold on the day and at the price of another: cells may be drawn down."""
    seen: set[tuple[object, ...]] = set()
    for line in activity.expenses:
        sold = (line.disposed, line.disposal_price)
        if all(sold) and sold in seen:
            fix = "vérifier la date et le prix, qui ont pu être recopiés vers le bas"
            yield _doubt("cession-repetee", "achat cédé le jour et au prix d’un autre", line, fix)
        seen.add(sold)


def sold_twice(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each fixed fee that is worth what a depreciated purchase was sold for, near its day."""
    gone: defaultdict[Decimal, list[Expense]] = defaultdict(list)
    for line in activity.expenses:
        if line.disposed and line.disposal_price and _counts(line.disposed, settings):
            price = line.disposal_price
            for amount in {price, price + (line.disposal_vat or 0)}:
                gone[amount].append(line)
    for its in gone.values():
        its.sort(key=DAY)
    for fee in activity.fees if gone else ():
        first, last = fee.date - NEAR, fee.date + NEAR
        if twin := first_within(gone.get(fee.amount, []), first, last, DAY):
            fix = "si c’est la même vente, effacer cette ligne : la cession la compte déjà"
            yield doubt("cession-en-double", TWICE, fee, fix, Words(_both, (fee, twin)))


def _counts(day: dt.date, settings: Settings) -> bool:
    """Tell whether what is sold on a day is in a result: a micro-enterprise depreciates nothing."""
    return OF[settings.status_on(day)].depreciated


def _both(fee: Fee, sold: Expense) -> str:
    return f"{named(fee)} ; {_sold(sold)}"


def _doubt(code: str, what: str, line: Expense, fix: str) -> Doubt:
    return doubt(code, what, line, fix, Words(_sold, (line,)))


def _sold(line: Expense) -> str:
    return f"{named(line)} ; cédé le {short_date(line.disposed)}" if line.disposed else named(line)


def long_lifetimes(activity: Activity) -> Iterator[Doubt]:
    """Yield each purchase depreciated over years so many, or so odd, that they are not years."""
    for line in activity.expenses:
        if line.lifetime is not None and _is_no_life(line.lifetime):
            what = f"achat amorti sur {quantity(line.lifetime)} ans"
            fix = "écrire la durée en années, par exemple 3 et non 36"
            yield doubt("amortissement-long", what, line, fix)


def _is_no_life(years: Decimal) -> bool:
    """Tell whether years are rather months, or fewer than one: what lasts less is a charge."""
    return not 1 <= years <= LONG_LIFE or years == A_YEAR_OF_MONTHS or _is_odd(years)


def _is_odd(years: Decimal) -> bool:
    """Tell whether years are no number of months, written with two decimals at most."""
    months = years * MONTHS
    return abs(months - round(months)) > MONTHS * CENT / 2
