"""The lines of a table against their sums: totals that are wrong, lines that may be totals.

Knows the order of the rows, and what may be a sum. Never how a sum is kept: a ledger does.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import euros_cents
from reporter.model import PARTY, ZERO, Expense, total
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.naming import doubt_of
from reporter.sources.lines.sums.foot import OTHERS, wrong_columns
from reporter.sources.lines.sums.headings import FEWEST, headings, period_named
from reporter.sources.lines.verdicts import Verdict
from reporter.words.sums import is_bare, says_sum

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.reading import Understood
    from reporter.sources.lines.sums.ledger import Ledger

STATION = {"energies", "access", "carburant", "station", "essence", "gasoil", "direct", "plein"}
"""Words beside « Total » that say who sells petrol, and not a sum."""
TOTALS = ("total", "sous total", "cumul", "somme", "grand total", "recap", "subtotal")
"""How the words of a service or a mission begin that is no service: « Solde » is one."""


SUM = Problem(
    "amount",
    "une ligne, ou la somme de celles du dessus ?",
    fix="pour une ligne, écrire sa date et son nom ; pour une somme, « Total » sans date",
)
MAYBE = {
    "sum": (
        "ligne égale à la somme de lignes du dessus : compte-t-elle deux fois ?",
        "l’effacer si c’est un total",
    ),
    "above": (
        "ligne égale à la somme de toutes celles du dessous : compte-t-elle deux fois ?",
        "l’effacer si c’est un total",
    ),
    "heading": (
        "ligne égale à la somme de celles de son client, de son mois, ou d’à côté",
        "l’effacer si c’est un total : elle compterait deux fois",
    ),
    "called": (
        "ligne nommée comme un total, et comptée : en est-ce un ?",
        "l’effacer si c’est un total, ou écrire le nom entier",
    ),
    "nearly": (
        "ligne qui vaut presque toutes celles du dessus : est-ce leur total, faux ?",
        "l’effacer si c’est un total, ou écrire son nom entier",
    ),
}
"""What to say of a line that may be a sum, by what tells it, and what to write."""


def checked(
    found: Understood,
    lines: Mapping[int, Line],
    mistakes: Mapping[int, Sequence[BadCell]],
    ledger: Ledger,
) -> tuple[Collection[int], Sequence[BadCell], Sequence[Doubt]]:
    """Return the rows that sums refuse, what is wrong, and what is doubtful.

    Each total is checked against the lines above, and each line that is their sum is asked about,
    unless it has the number of an invoice, which no total has.

    Totals are not checked where a row is refused: its amount is missing from the sums.
    """
    cells = found.cells
    errors = {rank: list(its) for rank, its in mistakes.items()}
    doubts: list[Doubt] = []
    periods = {name for name in set(map(PARTY, lines.values())) if period_named(name) is not None}
    others = [name for name in OTHERS if name in cells.values]
    for rank in range(len(cells.rows)):
        if (line := lines.get(rank)) is not None:
            for name in others:
                ledger.others[name].append(cells.values[name][rank] or ZERO)
            nearly = rank in found.called and ledger.is_nearly(line)
            if rank in found.sums and ledger.holds(line):
                errors[rank] = [cells.mistake(rank, SUM._replace(shown=euros_cents(line.amount)))]
            elif ledger.add(line, bare=rank in found.bare) and not _is_invoice(line):
                doubts.append(_maybe(line, "sum"))
            elif nearly or periods or rank in found.sums:
                how = _told(line, worded=rank in found.sums, nearly=nearly)
                doubts += [_maybe(line, how)] if how else []
        elif not mistakes and rank in found.aside and found.aside[rank].verdict is Verdict.TOTAL:
            said = _empty_total(cells, rank) or ledger.check(cells, rank)
            wrong = list(wrong_columns(found, rank, lines, ledger.others))
            if wrong or isinstance(said, BadCell):
                errors[rank] = wrong or [said]  # type: ignore[list-item]  # a mistake, then
            else:
                doubts.append(said)
    every = list(lines.values())
    if len(every) > FEWEST and every[0].amount and 2 * every[0].amount == total(every):
        doubts.append(_maybe(every[0], "above"))
    known = {doubt.place for doubt in doubts}
    doubts += (_maybe(it, "heading") for it in headings(every) if it.place not in known)
    in_order = (sorted(errors[rank], key=lambda bad: bad.place.column) for rank in sorted(errors))
    return errors.keys(), list(chain.from_iterable(in_order)), doubts


def _is_invoice(line: Line) -> bool:
    return any(map(str.isdigit, getattr(line, "invoice", "")))


def _empty_total(cells: Cells, rank: int) -> Doubt | None:
    """Return a doubt of a total that is a word and no number: its cells may have moved.

    « Récapitulatif » is the title of what stands below, « TVA non incluse » a note.
    """
    filled = [cell for cell in cells.row(rank) if not is_blank(cell)]
    said = str(filled[0])
    titled = folded(said).startswith("recap") or (
        folded(said).startswith("tva ") and not is_bare(said)
    )
    if len(filled) > 1 or not says_sum(said) or titled:
        return None
    what, fix = "total sans aucun nombre : ses cellules ont-elles bougé ?", "l’effacer"
    return Doubt(code="somme", what=what, place=cells.place(rank), fix=fix)


def _told(line: Line, *, worded: bool, nearly: bool) -> str:
    """Return what tells that a line that is the sum of none above may be one; empty for nothing."""
    of_a_period = period_named(line.party) in (0, line.date.month)
    if of_a_period or (worded and _is_bare(line)):
        return "called"
    return "nearly" if nearly else ""


def _maybe(line: Line, how: str) -> Doubt:
    what, fix = MAYBE[how]
    about = getattr(line, "client", "") if how == "called" else ""
    return doubt_of("somme", what, line, fix, about=about)


def _is_bare(line: Line) -> bool:
    """Tell whether a line is called as nothing but a sum, and an expense by no other word."""
    if isinstance(line, Expense):
        alone, words = not line.supplier and not line.category, folded(line.label).split()
        if not line.label and not line.category and " " in line.supplier:
            words = folded(line.supplier).split()
        if words[:1] in (["total"], ["cumul"]) and not STATION.intersection(words):
            return True
        return is_bare(line.label) and alone
    client, about = line.party, folded(line.about)
    own = f" {about} ".replace(f" {folded(client)} ", " ")  # « Total Ponant » is one of Ponant
    return is_bare(client) or (about.startswith(TOTALS) and is_bare(own))
