"""The lines of a table against their sums: totals that are wrong, lines that may be totals.

Knows the order of the rows, and what may be a sum. Never how a sum is kept: a ledger does.
"""

from __future__ import annotations

from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import euros_cents, quantity
from reporter.model import CENT, ZERO, Expense, total
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.naming import doubt_of, party_of
from reporter.sources.lines.sums.headings import headings, is_period, of_periods
from reporter.sources.lines.verdicts import Verdict
from reporter.sources.tables.sum_words import is_bare, says_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.reading import Understood
    from reporter.sources.lines.sums.ledger import Ledger

FEWEST_SUMMED = 2
UNCOUNTED = {Verdict.UNBILLED, Verdict.ABSENCE, Verdict.BREAK, Verdict.EXAMPLE}
"""Rows whose hours a total may count, though they are no lines."""
STATION = {"energies", "access", "carburant", "station", "essence", "gasoil", "direct", "plein"}
"""Words beside « Total » that say who sells petrol, and not a sum."""
TOTALS = ("total", "sous total", "cumul", "somme", "grand total", "recap", "subtotal")
"""How the words of a service or a mission begin that is no service: « Solde » is one."""


class Checked(NamedTuple):
    """What the sums of a table say: the rows refused, and what is wrong or doubtful."""

    refused: frozenset[int]
    errors: tuple[BadCell, ...]
    doubts: tuple[Doubt, ...]


def checked(
    found: Understood,
    lines: Mapping[int, Line],
    mistakes: Mapping[int, Sequence[BadCell]],
    ledger: Ledger,
) -> Checked:
    """Check each total against the lines above, and ask about each line that is their sum.

    Totals are not checked where a row is refused: its amount is missing from the sums.
    """
    cells = found.cells
    errors = {rank: list(its) for rank, its in mistakes.items()}
    doubts: list[Doubt] = []
    periods = of_periods(lines.values())
    hours = cells.values.get("hours")
    for rank in range(len(cells.rows)):
        if (line := lines.get(rank)) is not None:
            if hours:
                ledger.hours.append(hours[rank] or ZERO)
            may_be = rank in found.sums
            nearly = rank in found.called and ledger.is_nearly(line)
            if may_be and ledger.holds(line):
                errors[rank] = [cells.mistake(rank, _sum(line))]
            elif ledger.add(line, bare=rank in found.bare):
                doubts.append(_maybe_sum(line))
            elif (may_be and _is_bare(line)) or (periods and is_period(line, periods)):
                doubts.append(_called_sum(line))
            elif nearly:
                doubts.append(_nearly_sum(line))
        elif not mistakes and rank in found.aside and found.aside[rank].verdict is Verdict.TOTAL:
            wrong = _empty_total(cells, rank) or _wrong_hours(found, rank, ledger.hours)
            said = wrong or ledger.check(cells, rank)
            if isinstance(said, BadCell):
                errors[rank] = [said]
            else:
                doubts.append(said)
    doubts += _sum_on_top(lines)
    known = {doubt.place for doubt in doubts}
    found_too = (it for it in headings(list(lines.values())) if it.place not in known)
    doubts += map(_heading, found_too)
    in_order = (sorted(errors[rank], key=lambda bad: bad.place.column) for rank in sorted(errors))
    return Checked(frozenset(errors), tuple(chain.from_iterable(in_order)), tuple(doubts))


def _empty_total(cells: Cells, rank: int) -> Doubt | None:
    """Return a doubt of a total that is a word and no number: its cells may have moved.

    « Récapitulatif » is the title of what stands below.
    """
    filled = [cell for cell in cells.row(rank) if not is_blank(cell)]
    said = str(filled[0])
    if len(filled) > 1 or not says_sum(said) or folded(said).startswith("recap"):
        return None
    what, fix = "total sans aucun nombre : ses cellules ont-elles bougé ?", "l’effacer"
    return Doubt(code="somme", what=what, place=cells.place(rank), fix=fix)


def _wrong_hours(found: Understood, rank: int, hours: Sequence[Decimal]) -> BadCell | None:
    """Return the mistake of a total of hours that those above do not make, in whole or in part.

    One that names whom it is of, or stands below rows that do not count, may add up others.
    """
    cells = found.cells
    given, count = cells.of("hours")[rank], cells.of("days")[rank]
    named = not any(isinstance(cell, str) and is_bare(cell) for cell in cells.row(rank))
    others = any(aside.verdict in UNCOUNTED for aside in found.aside.values())
    if given is None or count is not None or named or others or not hours:
        return None
    if any(abs(part - given) < CENT for part in accumulate(reversed(hours))):
        return None
    fix = f"la somme des heures au-dessus est {quantity(sum(hours, ZERO))} : corriger le total"
    place, text = cells.place(rank, "hours"), f"{quantity(given)} h"
    return BadCell("total différent de la somme", place, shown=text, fix=fix)


def _sum_on_top(lines: Mapping[int, Line]) -> Iterator[Doubt]:
    """Yield the first line of a table where it is the sum of all the others."""
    first = next(iter(lines.values())) if len(lines) > FEWEST_SUMMED else None
    if first is not None and first.amount and 2 * first.amount == total(lines.values()):
        yield _maybe_sum(first)


def _sum(line: Line) -> Problem:
    what = "une ligne, ou la somme de celles du dessus ?"
    fix = "pour une ligne, écrire sa date et son nom ; pour une somme, « Total » sans date"
    return Problem("amount", what, euros_cents(line.amount), fix)


def _maybe_sum(line: Line) -> Doubt:
    what = "ligne égale à la somme de lignes du dessus : compte-t-elle deux fois ?"
    return doubt_of("somme", what, line, "l’effacer si c’est un total")


def _heading(line: Line) -> Doubt:
    what = "ligne égale à la somme de celles de son client, de son mois, ou d’à côté"
    return doubt_of("somme", what, line, "l’effacer si c’est un total : elle compterait deux fois")


def _called_sum(line: Line) -> Doubt:
    what = "ligne nommée comme un total, et comptée : en est-ce un ?"
    found = doubt_of("somme", what, line, "l’effacer si c’est un total, ou écrire le nom entier")
    return found._replace(about=getattr(line, "client", ""))


def _nearly_sum(line: Line) -> Doubt:
    what = "ligne qui vaut presque toutes celles du dessus : est-ce leur total, faux ?"
    return doubt_of("somme", what, line, "l’effacer si c’est un total, ou écrire son nom entier")


def _is_bare(line: Line) -> bool:
    """Tell whether a line is called as nothing but a sum, and an expense by no other word."""
    if isinstance(line, Expense):
        alone, words = not line.supplier and not line.category, folded(line.label).split()
        if words[:1] in (["total"], ["cumul"]) and not STATION.intersection(words):
            return True
        return is_bare(line.label) and alone
    client, about = party_of(line), folded(line.about)
    own = f" {about} ".replace(f" {folded(client)} ", " ")  # « Total Ponant » is one of Ponant
    return is_bare(client) or (about.startswith(TOTALS) and is_bare(own))
