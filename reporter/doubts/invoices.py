"""Doubts about invoices: a number for two clients, or said twice, a fee that bills days, payments.

Knows that a number starts again each year, if at all, and when an invoice is paid. Never how
numbers follow one another, nor what a payment changes.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter import receipts
from reporter.doubts.wording import doubt, shown
from reporter.errors import Doubt, Words
from reporter.french import short_date
from reporter.invoiced_days import is_billed, months, runs
from reporter.law.vat_rates import usual
from reporter.model import ZERO, Day, Expense, Fee, cents, total
from reporter.names import code, spelling

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from reporter.doubts.numbering import Numbered
    from reporter.invoiced_days import Runs
    from reporter.model import Activity, Line
    from reporter.settings import Settings

FEWEST_DAYS = Decimal(2)
"""Days whose amount a fixed fee does not take by chance."""
MOST_MONTHS = 12
"""Months of days that one invoice may be of: a quarter, a year."""
OVERSEAS = Decimal("0.085")
"""The normal rate of Guadeloupe, Martinique and La Réunion (CGI art. 296)."""


def shared_numbers(activity: Activity, first: Numbered[Day | Fee]) -> Iterator[Doubt]:
    """Yield each line whose invoice number stands on another client's line of the same year."""
    said = set()
    for line in activity.sales:
        other = first[line.date.year][line.invoice] if line.invoice else line
        if other.client == line.client:
            continue
        key = (line.date.year, line.invoice, line.client)
        if key not in said:
            said.add(key)
            what = f"facture {line.invoice} sur deux clients"
            fix = "donner à chaque client son numéro de facture"
            text = f"{other.client} ({other.place.cell}), {line.client} ({line.place.cell})"
            yield doubt("facture-deux-clients", what, line, fix, text, about=line.invoice)


def repeated_numbers(activity: Activity) -> Iterator[Doubt]:
    """Yield each line whose invoice was already said: elsewhere, at another date, or as a whole.

    The lines of one invoice share its sheet and its date, and tell services apart. Days of one
    invoice have as many amounts as they have lengths: one amount for all is that of the invoice.
    Work that is listed day by day, and invoiced together, has its number on each of its lines.
    """
    listed = _lists_of_work(activity.fees)
    first: dict[tuple[str, str, int], Line] = {}
    spelt: dict[str, str] = {}
    for line in activity.lines:
        number = line.number
        bare = isinstance(line, Expense) and not any(map(str.isdecimal, number))
        if not number or bare or line.amount <= ZERO:
            continue
        if number not in spelt:
            spelt[number] = code(number)
        key = (spelt[number], line.party, line.date.year)
        other = first.setdefault(key, line)
        if other is line and line.date.month in ACROSS:
            other = _of_next_year(first, key, line)
        of_work = line.place[:2] in listed and not _is_elsewhere(line, other)
        if other is not line and _is_again(line, other, of_work=of_work):
            yield _said_again(line, other, number)


FEWEST = 3
"""Numbers that stand on lines of several dates, where most do, before it is a habit."""
NEAR = timedelta(days=31)
"""Days between which a number that starts again with the year does not come back."""
ACROSS = {1: -1, 12: 1}
"""The months of which a day may be so near to one of another year, and which year that is."""


def _of_next_year(
    first: Mapping[tuple[str, str, int], Line], key: tuple[str, str, int], line: Line
) -> Line:
    """Return the line near one, of the year before or after, that has its number; else itself."""
    number, name, year = key
    it = first.get((number, name, year + ACROSS[line.date.month]))
    is_near = it and it.amount == line.amount and abs(it.date - line.date) <= NEAR
    return it if it and is_near else line


def _said_again(line: Line, other: Line, number: str) -> Doubt:
    what = f"facture {number} saisie deux fois ?"
    if isinstance(line, Expense):
        what = f"justificatif {number} saisi deux fois ?"
    elsewhere = _is_elsewhere(line, other)
    fix = "effacer l’une des deux, ou dire ce qui les distingue"
    text = f"{shown(line)} ; la même : {other.place if elsewhere else other.place.cell}"
    return doubt("facture-repetee", what, line, fix, text, about=number)


def _lists_of_work(fees: Iterable[Fee]) -> set[tuple[str, str]]:
    """Return the sheets of which most numbers are on lines of several dates."""
    dates: defaultdict[tuple[str, str], defaultdict[str, set[dt.date]]]
    dates = defaultdict(lambda: defaultdict(set))
    for fee in (it for it in fees if it.invoice):
        dates[fee.place[:2]][fee.invoice].add(fee.date)
    several = {it: sum(len(days) > 1 for days in own.values()) for it, own in dates.items()}
    return {it for it, own in dates.items() if several[it] >= FEWEST and 2 * several[it] > len(own)}


def _is_again(line: Line, other: Line, *, of_work: bool) -> bool:
    """Tell whether a line may say again what another one of its number says."""
    same = line.amount == other.amount
    if isinstance(line, Day) and isinstance(other, Day):
        return same and (line.days != other.days or _is_elsewhere(line, other))
    if isinstance(line, Fee) and isinstance(other, Fee):
        apart = line.service == other.service or line.date != other.date
        return same or (apart and not of_work)
    if isinstance(line, Expense) and isinstance(other, Expense):
        return same and (line.date == other.date or _is_elsewhere(line, other))
    return _is_elsewhere(line, other)


def _is_elsewhere(line: Line, other: Line) -> bool:
    return line.place[:2] != other.place[:2]


def of_days(activity: Activity) -> Iterator[Doubt]:
    """Yield each fixed fee that is the invoice of days: of a month, of several, or a part of one.

    Several of a month each, on one sheet, are a mistake already: `sources.lines.twice.copies`.
    """
    billed = months(activity.days)
    worked = {(it.date, spelling(it.client), it.amount) for it in activity.days}
    several, single = runs(billed, MOST_MONTHS), runs(billed)
    together: defaultdict[tuple[str, int, int], list[Fee]] = defaultdict(list)
    for fee in activity.fees if billed else ():
        one = (fee.date, spelling(fee.client), fee.amount) in worked
        if one or is_billed(fee, fee.amount, several, FEWEST_DAYS):
            yield _of_days(fee, "forfait du montant exact de jours déjà comptés")
        elif _is_with_tax(fee, fee.amount, several):
            yield _of_days(fee, "forfait du montant de jours déjà comptés, TVA comprise")
        else:
            together[spelling(fee.client), fee.date.year, fee.date.month].append(fee)
    for fees in together.values():
        if len(fees) > 1 and _are_billed(fees, single):
            yield _of_days(fees[-1], "forfaits d’un mois, du montant exact de jours déjà comptés")


def _are_billed(fees: Sequence[Fee], found: Runs) -> bool:
    """Tell whether fees of a month are together worth its days, before their VAT or with it."""
    amount, last = total(fees), fees[-1]
    whole = is_billed(last, amount, found, FEWEST_DAYS)
    return whole or (not any(it.own_vat for it in fees) and _is_with_tax(last, amount, found))


def _is_with_tax(fee: Fee, amount: Decimal, found: Runs) -> bool:
    """Tell whether an amount may be that of days with the VAT of services, none being told."""
    for rate in () if fee.own_vat else (usual(fee.date)[0], OVERSEAS):
        bare = cents(amount / (1 + rate))
        if is_billed(fee, bare, found, FEWEST_DAYS) and cents(bare * (1 + rate)) == amount:
            return True
    return False


def _of_days(fee: Fee, what: str) -> Doubt:
    fix = "si c’est la facture de ces jours, l’effacer : ils comptent déjà"
    return doubt("facture-de-jours", what, fee, fix)


YEAR = "vérifier l’année de la date de paiement"
BOTH = "vérifier les deux dates ; un acompte garde la sienne"


def impossible_payments(activity: Activity, settings: Settings, today: dt.date) -> Iterator[Doubt]:
    """Yield each payment date that a slip of the pen may have made.

    One that is older than the first year of the books is not believed by the export; one before
    the invoice is a deposit there.
    """
    first = min((line.date for line in activity.lines), default=None)
    since = settings.year_of(first).start if first else None
    for line in activity.lines:
        if line.paid is None or since is None:
            continue
        if line.paid < since:
            yield _doubt("paiement-ancien", "payée avant le début des livres", line, YEAR)
        elif line.paid > today:
            yield _doubt("paiement-futur", "payée dans l’avenir", line, YEAR)
        elif line.paid < (getattr(line, "invoiced", None) or line.date):
            yield _doubt("paiement-avant", "payée avant sa date", line, BOTH)


def undated_sheets(
    years: Mapping[int, Activity], dated: Collection[tuple[str, str]]
) -> Iterator[Doubt]:
    """Yield each sheet whose sales pass for unpaid, since nothing can say that they are not.

    Where a year has no payment at all, nothing is said of what is paid in it.

    Args:
        years: the lines of each financial year.
        dated: the file and the name of each sheet that has a column for payments.
    """
    sales = (of_year.sales for of_year in years.values())
    told = [line for own in sales if any(x.paid for x in own) for line in own]
    for sheet, lines in receipts.undated_sheets(told, dated).items():
        yield Doubt(
            code="feuille-sans-paiement",
            what="aucune date de paiement dans ce tableau : ses ventes passent pour impayées",
            place=lines[0].place,
            shown=receipts.together(lines),
            fix=receipts.UNDATED,
            about=" ".join(filter(None, sheet)),
        )


def _doubt(code: str, what: str, line: Line, fix: str) -> Doubt:
    return doubt(code, what, line, fix, Words(_paid, (line,)))


def _paid(line: Line) -> str:
    paid = f" ; payée le {short_date(line.paid)}" if line.paid else ""
    return f"{shown(line)}{paid}"
