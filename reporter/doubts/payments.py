"""Doubts about payment dates: before the invoice, outside the books, in the future.

Knows lines and dates. Never what a payment changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import receipts
from reporter.doubts.wording import doubt, shown
from reporter.errors import Doubt, Words
from reporter.french import short_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Mapping

    from reporter.model import Activity, Line
    from reporter.settings import Settings

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
