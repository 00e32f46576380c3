"""Doubts about VAT: an amount that is not the rate's, a rate or a client's number that cannot be.

Knows lines and python-stdnum. Never which rates the law sets, nor whether VAT is due. Source of the
numbers: the rules of each member state, as VIES checks them; that of another country is not judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt, named, rate_text
from reporter.errors import Doubt, Words
from reporter.french import euros_cents, short_date
from reporter.law.vat_rates import in_force, possible, rate_of, rate_within, usual
from reporter.model import CENT, DATE, ZERO, Expense, cents

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date
    from decimal import Decimal

    from reporter.doubts.lines import Dates
    from reporter.errors import Place
    from reporter.model import Activity, Day, Fee, Line
    from reporter.settings import Settings

FEWEST = 3
"""How many sales without VAT are a habit."""
_GROSS = "écrire le montant HT : celui-ci paraît être le TTC, qui contient cette TVA"


def disagreements(activity: Activity, mixed: Collection[Place] = ()) -> Iterator[Doubt]:
    """Yield each line whose VAT is not its amount times a rate, to the cent.

    `mixed` are places on the rows of lines of several rates, which agree.

    Without a rate, a sale must fit one of the law; an expense may mix several, none above the
    highest, unless its VAT is that of its amount with a comma, which it lost. A VAT that is exactly
    within the amount tells that the amount is with tax.
    """
    rows = {(*place[:2], place.row) for place in mixed}
    for line in activity.lines:
        at = line.place
        if line.vat is not None and not _agrees(line, line.vat):
            if (*at[:2], at.row) in rows:
                continue
            within = rate_within(line.amount, line.vat, line.date)
            what = "TVA qui n’est pas HT × taux"
            fix = _GROSS if within else "corriger le montant HT, le taux ou la TVA"
            yield doubt("tva-incoherente", what, line, fix, Words(_product, (line, line.vat)))


def exempted(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each line with VAT of a company that bears none (CGI art. 293 B).

    The VAT of its purchases is not recovered: what it paid is the charge. A micro-entreprise that
    never said its regime is one too where none of its sales has any.
    """
    books = settings.bookkeeping
    sold = [line for line in _sales(activity) if line.own_vat]
    what = "TVA d’une vente, alors que l’entreprise est en franchise"
    fix = 'vider la TVA ; si elle est due, écrire sous [tva] de bilan.toml : regime = "normal"'
    if last := _last_untaxed(activity):
        fix += f", et franchise_jusqu_au = {last}"
    for line in sold:
        if books.exempts(line.date):
            yield doubt("tva-en-franchise", what, line, fix, about="ventes")
    what = "TVA d’un achat en franchise : elle ne se récupère pas, et seul le HT compte"
    fix = "écrire le prix payé en Montant HT, et vider la TVA"
    for bought in (line for line in activity.expenses if line.own_vat):
        micro = not sold and settings.status_on(bought.date) == "micro"
        if micro or books.exempts(bought.date):
            yield doubt("tva-en-franchise", what, bought, fix, about="achats")


def unsaid(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield the first sale that says no VAT, where none did until a day, then each says some.

    So does a franchise end, and the VAT of what was bought in it would be deducted. What is sold
    abroad bears none either, and its client has a country or a number.
    """
    books, last = settings.bookkeeping, _last_untaxed(activity)
    if last is None or books.exempt or books.exempt_until:
        return
    before = [line for line in _sales(activity) if line.date <= last]
    told = all(  # the books say their VAT, were it none
        (line.vat is not None or line.vat_rate is not None)
        and not (line.country or line.vat_number)
        for line in before
    )
    bought = any(line.own_vat and line.date <= last for line in activity.expenses)
    unsure = len(before) >= FEWEST and told and bought
    if unsure and settings.status_on(before[0].date) != "micro":
        what = f"aucune TVA sur les ventes jusqu’au {short_date(last)}, celle des achats se déduit"
        fix = (
            f"en franchise jusque-là, écrire sous [tva] de bilan.toml : franchise_jusqu_au = {last}"
        )
        yield doubt("franchise-non-dite", what, min(before, key=DATE), fix)


def _last_untaxed(activity: Activity) -> date | None:
    """Return the day of the last sale without VAT, where some are after it and all with some."""
    sales = _sales(activity)
    last = max((line.date for line in sales if not line.own_vat), default=None)
    first = min((line.date for line in sales if line.own_vat), default=None)
    return last if last and first and last < first else None


def _sales(activity: Activity) -> tuple[Day | Fee, ...]:
    """Return the sales that bear VAT, or could: not what is free."""
    return tuple(line for line in activity.sales if line.amount)


def unusual_rates(dates: Dates) -> Iterator[Doubt]:
    """Yield each line whose VAT rate the law does not know at its date."""
    for date, lines in dates.items():
        known, fix = {None, *in_force(date)}, Words(_examples, usual(date)[:3])
        for line in lines:
            if line.vat_rate not in known:
                yield doubt("taux-tva", Words(_unusual, (line.vat_rate,)), line, fix)


def _agrees(line: Line, vat: Decimal) -> bool:
    if line.vat_rate is not None:
        return abs(cents(line.amount * line.vat_rate) - vat) <= CENT
    if rate_of(line.amount, vat, line.date) is not None:
        return True
    if rate_within(line.amount, vat, line.date) is not None:
        return False
    lost = not line.amount % 1 and any(
        part % 1 and rate_of(part, vat, line.date) for part in (line.amount / 10, line.amount / 100)
    )
    return isinstance(line, Expense) and not lost and possible(line.amount, vat, line.date)


def _unusual(rate: Decimal) -> str:
    return f"taux de TVA inhabituel : {rate_text(rate)}"


def _examples(*rates: Decimal) -> str:
    return f"écrire un taux en vigueur, par exemple {', '.join(map(rate_text, (ZERO, *rates)))}"


def _product(line: Line, vat: Decimal) -> str:
    """Return a line and what its VAT is, or should be."""
    if line.vat_rate is None:
        share = f", soit {rate_text(vat / line.amount)}" if line.amount else ""
        return f"{named(line)} HT ; TVA de {euros_cents(vat)}{share}"
    product = euros_cents(cents(line.amount * line.vat_rate))
    return f"{named(line)} HT ; {rate_text(line.vat_rate)} font {product} ≠ {euros_cents(vat)}"


FIX = "recopier le numéro d’une facture ou d’un courrier du client"


def wrong_numbers(activity: Activity) -> Iterator[Doubt]:
    """Yield the first line of each VAT number that its country cannot have given."""
    judged: set[str] = set()
    for line in activity.sales:
        number = line.vat_number
        if not number or number in judged:
            continue
        judged.add(number)
        if _is_wrong(number):
            what = "numéro de TVA intracommunautaire impossible"
            yield Doubt(
                code="numero-tva",
                what=what,
                place=line.place,
                shown=f"{line.client} : {number[:40]}",
                fix=FIX,
                about=number[:40],
            )


def _is_wrong(number: str) -> bool:
    from stdnum.eu import vat

    country = number.strip()[:2].lower()
    is_european = country == "el" or country in vat.MEMBER_STATES
    return is_european and not vat.is_valid(number)
