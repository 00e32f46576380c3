"""Expenses that are kilometres: what the scale of their year gives each of them.

Knows lines and the vehicle. Never the scale itself, nor how cells are read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BadCell, Doubt
from reporter.french import counted, euros_cents, quantity, short_date
from reporter.law.dated import UnknownLaw
from reporter.law.mileage import allowance
from reporter.model import ZERO, Expense, cents
from reporter.sources.lines.naming import doubt_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.model import Line
    from reporter.settings.reading import Vehicle

NO_CAR = "écrire dans bilan.toml : [vehicule] puissance_fiscale = 5 (celle de votre carte grise)"


class Priced(NamedTuple):
    """Lines of which every one has its amount, what is wrong, and what is doubtful."""

    sheets: Sequence[Sequence[Line]]
    errors: tuple[BadCell, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def priced(sheets: Sequence[Sequence[Line]], vehicle: Vehicle) -> Priced:
    """Return the lines of every sheet, kilometres without an amount taking that of the scale.

    The scale is that of all the kilometres of a calendar year: each line takes what its own add to
    those before it, so that the lines of a year add up to the allowance of that year, to the cent.
    """
    spent = (line for lines in sheets for line in lines if isinstance(line, Expense))
    driven = [line for line in spent if line.kilometres]
    if not driven:
        return Priced(sheets)
    if vehicle.power is None and vehicle.kind != "moped":
        unpriced = [line for line in driven if not line.amount]
        return Priced(sheets, (_mistake(unpriced[0], NO_CAR, len(unpriced)),) if unpriced else ())
    try:
        due = _due(driven, vehicle)
    except UnknownLaw as unknown:
        early = min((line for line in driven if not line.amount), key=lambda line: line.date)
        return Priced(sheets, (_mistake(early, f"écrire son montant : {unknown}"),))
    told = (line for line in driven if line.amount and line.place in due)
    doubts = tuple(_otherwise(it, due[it.place]) for it in told if it.amount != due[it.place])
    return Priced([[_given(line, due) for line in lines] for lines in sheets], (), doubts)


def _due(driven: Sequence[Expense], vehicle: Vehicle) -> dict[Place, Decimal]:
    """Return what each line adds to the allowance of its year, in euros; not where all say it.

    Raises:
        UnknownLaw: where the scale of a year is not known.
    """
    due: dict[Place, Decimal] = {}
    for year in sorted({line.date.year for line in driven if not line.amount}):
        lines = (line for line in driven if line.date.year == year)
        due |= _of_year(sorted(lines, key=lambda line: line.date), year, vehicle)
    return due


def _of_year(
    lines: Sequence[Expense], year: int, vehicle: Vehicle
) -> Iterator[tuple[Place, Decimal]]:
    power, distance, before = vehicle.power or 0, ZERO, ZERO
    for line in lines:
        distance += line.kilometres or ZERO
        due = allowance(distance, year, power, electric=vehicle.electric, kind=vehicle.kind)
        after = cents(due)
        yield line.place, after - before
        before = after


def _given(line: Line, due: Mapping[Place, Decimal]) -> Line:
    if line.place in due and not line.amount:
        return replace(line, amount=due[line.place])
    return line


def _mistake(line: Expense, fix: str, count: int = 1) -> BadCell:
    """Return the mistake of kilometres without an amount, at the first of them."""
    distance = quantity(line.kilometres or ZERO)
    shown = f"{short_date(line.date)} · {distance} km"
    if count > 1:
        shown += f", et {counted(count - 1, 'autre ligne', 'autres lignes')}"
    return BadCell("kilomètres sans montant", line.place, shown=shown, fix=fix)


def _otherwise(line: Expense, due: Decimal) -> Doubt:
    distance = quantity(line.kilometres or ZERO)
    what = "kilomètres dont le montant n’est pas celui du barème"
    shown = f"{distance} km : {euros_cents(line.amount)}, et {euros_cents(due)} au barème"
    fix = "vider le montant pour prendre le barème, ou vérifier la distance"
    return doubt_of("bareme-kilometrique", what, line, fix, shown)
