"""When what was invoiced is received: a sale belongs to the day it is paid.

So it is in a micro-enterprise, and where the owner counts by receipts. Knows dates of payment.
Never what a year amounts to, nor rates.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from reporter.errors import BadCell, BadData, Doubt, Place
from reporter.french import counted, euros_cents, short_date
from reporter.grouping import gathered
from reporter.model import Day, Fee, total

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from reporter.model import Activity, FinancialYear
    from reporter.settings import Settings

AnySale = TypeVar("AnySale", Day, Fee)
COLUMN = "remplir la colonne Date de paiement"
UNDATED = (
    "ranger les relevés de la banque dans data/banque, ou donner à ce tableau une colonne Date de "
    "paiement (une ligne par facture, si c’est une grille ou un suivi du temps)"
)


def by_receipt(settings: Settings, year: FinancialYear) -> bool:
    """Tell whether the sales of a year count on the day they are paid.

    In micro they do, unless the owner has no dates of payment (CGI art. 50-0 and 102 ter); other
    forms where `base` says so: what is received is what a BNC declares (CGI art. 93).
    """
    if settings.status_of(year) == "micro":
        return not settings.micro.by_invoice
    return settings.by_receipt


def placed(activity: Activity, settings: Settings) -> Activity:
    """Return the activity, the sales that count by payment dated by it, the unpaid left out."""
    if not _by_payment(settings):
        return activity
    return replace(
        activity,
        days=tuple(_received(activity.days, settings)),
        fees=tuple(_received(activity.fees, settings)),
    )


def unpaid(activity: Activity, settings: Settings) -> tuple[Day | Fee, ...]:
    """Return the sales that count by payment and are not paid, or whose payment is not dated."""
    return tuple(
        line for line in activity.sales if line.paid is None and _by_receipt(line, settings)
    )


def refuse_undated(
    activity: Activity, settings: Settings, dated: Collection[tuple[str, str]] | None = None
) -> None:
    """Refuse the sales of which no payment can be known, where payments count.

    They are those of a year in which none is dated, and those of a sheet that has no column for
    it, as an export of hours, where nothing else dates any. Those after the last payment that the
    books know are only not paid yet.

    Args:
        activity: the lines, with the payments that the bank dates.
        settings: what the owner decided.
        dated: the file and the name of each sheet that has a column for payments; all where left
            out.

    Raises:
        BadData: with each of them.
    """
    if not _by_payment(settings):
        return
    sales = [line for line in activity.sales if _by_receipt(line, settings)]
    known = {settings.year_of(line.date).number for line in sales if line.paid is not None}
    blind = {} if dated is None else undated_sheets(sales, dated)
    missing = [
        BadCell(
            "aucune date de paiement dans ce tableau : ses ventes ne compteraient pas",
            lines[0].place,
            shown=together(lines),
            fix=_fix(UNDATED, micro=settings.status_on(lines[0].date) == "micro"),
        )
        for lines in blind.values()
    ]
    missing += [
        BadCell(
            "date de paiement manquante",
            line.place,
            shown=_shown(line),
            fix=_fix(COLUMN, micro=settings.status_on(line.date) == "micro"),
        )
        for line in _awaited(sales)
        if line.place[:2] not in blind and settings.year_of(line.date).number not in known
    ]
    if missing:
        raise BadData(missing)


def undated_sheets(
    sales: Collection[Day | Fee], dated: Collection[tuple[str, str]]
) -> dict[tuple[str, str], list[Day | Fee]]:
    """Return the sales of each sheet that has no column for payments, and none of them paid."""
    paid = {line.place[:2] for line in sales if line.paid is not None}
    sheets = gathered((line.place[:2], line) for line in _awaited(sales))
    return {it: lines for it, lines in sheets.items() if it not in paid and it not in dated}


def _awaited(sales: Collection[Day | Fee]) -> list[Day | Fee]:
    """Return the sales that are not paid, those after the last payment known left out."""
    last = max((line.paid for line in sales if line.paid is not None), default=date.max)
    return [line for line in sales if line.paid is None and line.date <= last]


def together(lines: Collection[Day | Fee]) -> str:
    """Return what some sales are together: « 2 ventes, 8 800,00 € »."""
    return f"{counted(len(lines), 'vente', 'ventes')}, {euros_cents(total(lines))}"


def usable(activity: Activity, settings: Settings) -> tuple[Settings, tuple[Doubt, ...]]:
    """Return the settings; where the books date no payment at all, `base` changes nothing.

    It is then doubtful.
    """
    if not settings.by_receipt or any(line.paid is not None for line in activity.sales):
        return settings, ()
    doubt = Doubt(
        code="base-sans-paiement",
        what="aucune vente n’a de date de paiement : base ne change rien",
        place=Place("bilan.toml", key="societe.base"),
        shown='base = "encaissement"',
        fix="remplir la colonne Date de paiement, ou retirer base",
    )
    return settings._replace(by_receipt=False), (doubt,)


def _fix(dating: str, *, micro: bool) -> str:
    if micro:
        return (
            f"une micro-entreprise compte ce qui est encaissé : {dating}, ou écrire dans "
            'bilan.toml : [micro] dates = "facture"'
        )
    return (
        f'base = "encaissement" compte ce qui est encaissé : {dating}, ou retirer base de '
        "[societe] dans bilan.toml"
    )


def _shown(line: Day | Fee) -> str:
    return f"{line.client}, {short_date(line.date)}, {euros_cents(line.amount)}"


def _received(lines: Iterable[AnySale], settings: Settings) -> Iterator[AnySale]:
    for line in lines:
        if not _by_receipt(line, settings):
            yield line
        elif line.paid is not None:
            yield replace(line, date=line.paid)


def _by_receipt(line: Day | Fee, settings: Settings) -> bool:
    return by_receipt(settings, settings.year_of(line.date))


def _by_payment(settings: Settings) -> bool:
    """Tell whether any year goes by payment: most books need not look at their sales."""
    statuses = {settings.status, *(of_year.status for of_year in settings.of_year.values())}
    return settings.by_receipt or ("micro" in statuses and not settings.micro.by_invoice)
