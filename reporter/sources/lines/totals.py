"""Rows that are no lines: totals, which must be the sum of the lines above, and notes.

Knows how people write totals. Never leaves a row out unless it is sure to be none.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import euros_cents, quantity
from reporter.model import CENT, ZERO, Day
from reporter.sources.lines.values import UNCOMPUTED, is_blank
from reporter.sources.tables.periods import period_of, without_period
from reporter.sources.tables.vocabulary import EXAMPLE

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.model import Line
    from reporter.sources.findings import Findings
    from reporter.sources.lines.columns import Body

SAYS_TOTAL = re.compile(
    r"\s*(?:sous[\s_-]*tota(?:l|ux)|tota(?:l|ux)|cumul|moyenne|report|à reporter|solde)\b",
    re.IGNORECASE,
)
BARE = {
    f"{word}{end}"
    for word in ("total", "sous total", "totaux", "cumul")
    for end in ("", " general", " ht", " ttc", " annuel", " annee", " mois", " jours")
}
SUMMED = ("amount", "gross", "days", "vat")
NUMBER_FIRST = re.compile(r"\s*[-+(€\u2212]?\s*[\d.,]")
MUCH_MORE = 10
"""Times the amount of a line beyond which the lines above cannot make its sum."""
MOST_STARTS = 1000
"""Totals on a sheet beyond which only the last one starts a new sum."""


def set_aside(body: Body, findings: Findings) -> None:
    """Set aside the rows that are no lines: totals, known by their words, titles and notes.

    Totals are checked later, by a `Ledger`, when the lines above them are known.
    """
    rows = body.table.grid.rows
    _leave_examples(body, findings)
    for rank in _worded(body):
        if _is_total(body, rank, rows[body.rows[rank]]):
            body.totals.add(rank)
            _leave(body, rank)
        else:
            body.perhaps.add(rank)
    for rank in _lacking(body):
        if rank not in body.aside:
            _set_note_aside(body, rank, rows[body.rows[rank]], findings)


def _leave_examples(body: Body, findings: Findings) -> None:
    """Set aside the rows that `bilan init` wrote to be written over."""
    for column, distinct in body.seen.items():
        cells = body.cells[column] if EXAMPLE in distinct else ()
        for rank in (number for number, cell in enumerate(cells) if cell == EXAMPLE):
            _leave(body, rank)
            what, fix = "ligne d’exemple, laissée de côté", "l’effacer, ou écrire par-dessus"
            place = body.table.grid.place(body.rows[rank], body.table.left)
            findings.doubts.append(Doubt(code="exemple", what=what, place=place, fix=fix))


def _worded(body: Body) -> set[int]:
    """Return the ranks of the rows that say total somewhere."""
    ranks = set()
    for column, cells in enumerate(body.cells):
        distinct = body.seen.get(column) or set(cells)
        if str in set(map(type, distinct)):
            totals = {cell for cell in distinct if _says_total(cell)}
            ranks |= (
                {rank for rank, cell in enumerate(cells) if cell in totals} if totals else set()
            )
    return ranks


def _says_total(cell: Any) -> bool:
    return isinstance(cell, str) and SAYS_TOTAL.match(cell) is not None


def _lacking(body: Body) -> list[int]:
    """Return the ranks of the rows that have no date, or nobody's name."""
    columns = body.columns
    if body.gaps.isdisjoint({"date", "client", "supplier", "label"}):
        return []
    names = [columns[name] for name in ("client", "supplier", "label") if name in columns]
    unnamed = [not any(texts) for texts in zip(*names, strict=True)]
    undated = [day is None for day in body.values("date")] if "date" in columns else unnamed
    return [rank for rank, lacks in enumerate(zip(unnamed, undated, strict=True)) if any(lacks)]


def _leave(body: Body, rank: int) -> None:
    body.aside.add(rank)
    body.mistakes.pop(rank, None)


def _is_total(body: Body, rank: int, row: Any) -> bool:
    """Tell whether a row that says total is one: « Total Énergies » may well be a client."""
    if body.table.kind != "missions" and body.columns["date"][rank] is None:
        return True
    return any(without_period(cell) in BARE for cell in row if isinstance(cell, str))


def _set_note_aside(body: Body, rank: int, row: Any, findings: Findings) -> None:
    """Set aside a row that is one text or one date alone, or blanks only: no money stands there."""
    table = body.table
    filled = [column for column in range(table.left, table.right) if not is_blank(row[column])]
    if not filled:
        _leave(body, rank)
    if len(filled) != 1:
        return
    cell = row[filled[0]]
    if isinstance(cell, date) or (period_of(cell).month and isinstance(cell, str)):
        _leave(body, rank)
    elif isinstance(cell, str) and not NUMBER_FIRST.match(cell):
        _leave(body, rank)
        place = table.grid.place(body.rows[rank], filled[0])
        what = "texte seul sur sa ligne, laissé de côté"
        findings.doubts.append(Doubt(code="note", what=what, place=place, shown=cell[:80]))


class Ledger:
    """The lines of a sheet so far, against which its totals are checked."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.counted = 0
        self.sums = dict.fromkeys(SUMMED, ZERO)
        self.starts = [dict(self.sums)]

    def check(self, body: Body, rank: int, findings: Findings) -> None:
        """Refuse a total that is not the sum of lines above; say one that is left out.

        The lines may be those since the start, since another total, or those of the client or
        mission that the total names.
        """
        fields = body.table.columns.fields
        values = {
            name: body.columns[name][rank]
            for name in SUMMED
            if name in fields and name in body.columns
        }
        given = {name: value for name, value in values.items() if value is not None}
        row = body.table.grid.rows[body.rows[rank]]
        sums = self._sums(row)
        if not any(all(abs(given[name] - found[name]) < CENT for name in given) for found in sums):
            _refuse(body, rank, given, sums)
            return
        name = next(iter(given), "date")
        what = "ligne de total laissée de côté"
        if UNCOMPUTED in row:
            what += ", sa formule n’a pas de valeur calculée"
        place = body.table.place(body.rows[rank], name)
        findings.doubts.append(Doubt(code="total", what=what, place=place))

    def holds(self, line: Line) -> bool:
        """Tell whether a line is the sum of the last ones above: it would count twice.

        One that says total is one only where it names the client of those lines.
        """
        lines, fewest = self.lines, 2
        name = folded(_name(line))
        if _says_total(_name(line)):
            lines = [other for other in lines if folded(_name(other)) in name]
            fewest = 1
        amount, days = ZERO, ZERO
        for count, other in enumerate(reversed(lines), 1):
            amount += other.amount
            days += other.days if isinstance(other, Day) else ZERO
            same = amount == line.amount and (not isinstance(line, Day) or days == line.days)
            if same and count >= fewest:
                return True
            if abs(amount) > MUCH_MORE * abs(line.amount):
                return False
        return False

    def _sums(self, row: Any) -> list[dict[str, Decimal]]:
        """Return the sums that a total may be, and start new ones after it."""
        for line in self.lines[self.counted :]:
            _add(self.sums, line)
        self.counted = len(self.lines)
        sums = [
            {name: self.sums[name] - before[name] for name in SUMMED}
            for before in reversed(self.starts)
        ]
        if len(self.starts) < MOST_STARTS:
            self.starts.append(dict(self.sums))
            sums.append(self._named(row))
        else:
            self.starts[-1] = dict(self.sums)
        return sums

    def _named(self, row: Any) -> dict[str, Decimal]:
        """Return the sums of the lines of the client or mission that a total names."""
        texts = [folded(cell) for cell in row if isinstance(cell, str)]
        sums = dict.fromkeys(SUMMED, ZERO)
        for line in self.lines:
            names = (getattr(line, field, "") for field in ("client", "mission", "category"))
            if any(name and folded(name) in text for name in names for text in texts):
                _add(sums, line)
        return sums


def _name(line: Line) -> str:
    """Return the first name of a line: its client, its supplier or its label."""
    names = (getattr(line, field, "") for field in ("client", "supplier", "label"))
    return next(filter(None, names), "")


def _add(sums: dict[str, Decimal], line: Line) -> None:
    vat = line.own_vat
    sums["amount"] += line.amount
    sums["vat"] += vat
    sums["gross"] += line.amount + vat
    if isinstance(line, Day):
        sums["days"] += line.days


def _refuse(
    body: Body, rank: int, given: dict[str, Decimal], sums: list[dict[str, Decimal]]
) -> None:
    name = next(
        (name for name in given if all(abs(given[name] - s[name]) >= CENT for s in sums)),
        next(iter(given)),
    )
    show = quantity if name == "days" else euros_cents
    nearest = min((found[name] for found in sums), key=lambda value: abs(value - given[name]))
    fix = f"la somme des lignes au-dessus est {show(nearest)} : corriger le total ou l’effacer"
    body.refuse(rank, name, "total différent de la somme", show(given[name]), fix)
