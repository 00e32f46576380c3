"""The lines of a table against their sums: wrong totals, lines that may be totals, or headings.

Knows the order of the rows, and what may be a sum; a heading says less than its lines, and is what
they make. Never how a sum is kept: a ledger does.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, chain, takewhile
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import euros_cents
from reporter.grouping import gathered
from reporter.model import PARTY, SUBJECT, ZERO, Expense, total
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.naming import doubt_of
from reporter.sources.lines.sums.foot import OTHERS, wrong_columns
from reporter.sources.lines.verdicts import Verdict
from reporter.words.periods import period_of, without_period
from reporter.words.sums import is_bare, says_sum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.reading import Understood
    from reporter.sources.lines.sums.ledger import Ledger

PARTS = pattern(
    r"|(?:bilan|synthese|recap\w*|annee|exercice|mois|[ts][1-4]|q[1-4]|"
    r"(?:\d(?:er|e|eme|nd)? )?(?:trimestre|semestre|semaine)s?)?"
)
"""What may stand in a name that is that of a period and no more, folded, its numbers left out."""
SHORT = pattern(
    r"(?:total|factures?|projet|contrat|commande|notes? de frais|ndf|prelevement|debit|carte|cb|"
    r"releve|amex|paypal)(?: (?:cb|carte|de frais|global\w*|bancaire|differe|n|f))*(?: \w*\d\w*)*"
)
"""The whole label of a line that says less than the others: « Facture F12 », « Débit carte »."""
FEWEST = 2
MOST_BELOW = 60
"""Lines that one may be the sum of; more are rather all those of a year, which are summed too."""


@lru_cache(maxsize=8192)
def period_named(name: str) -> int | None:
    """Return the month that a whole name is, zero for a year or a quarter, None for any other."""
    rest, period = without_period(name), period_of(name)
    if PARTS.fullmatch(rest) is None or not (rest or period.year or period.month):
        return None
    return period.month or 0


def headings(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that say less than others and are the sum of some beside them.

    Of those of one client, or of one month, right below or right above; or of all of a client's in
    a year. Where most lines say as little, none is a heading.
    """
    labels = list(map(SUBJECT, lines))
    words = {label for label in set(labels) if _is_short(label)}
    said = enumerate(labels) if words else ()
    short = [rank for rank, label in said if label in words and lines[rank].amount > 0]
    if 2 * len(short) > len(lines):
        return
    marks = set(short)
    totals = _totals(lines, marks) if marks else {}
    for rank in short:
        line = lines[rank]
        below = range(rank + 1, min(rank + 1 + MOST_BELOW, len(lines)))
        above = range(rank - 1, max(rank - 1 - MOST_BELOW, -1), -1)
        ranks = (takewhile(lambda n: n not in marks, way) for way in (below, above))
        total = totals.get((line.party, line.date.year))
        if any(_makes(line, [lines[n] for n in way]) for way in ranks) or line.amount == total:
            yield line


def _makes(line: Line, run: Sequence[Line]) -> bool:
    """Tell whether the first of some lines, alike in client or month, amount to another."""
    sums: Iterable[Decimal] = accumulate(one.amount for one in run)
    for count, amount in enumerate(sums, 1):
        if amount == line.amount and count >= FEWEST:
            its = ((one.month == line.month or one.party == line.party) for one in run[:count])
            return isinstance(line, Expense) or all(its)
    return False


def _totals(lines: Sequence[Line], marks: set[int]) -> dict[tuple[str, int], Decimal]:
    """Return what the other sales of each client amount to in a year, where they are several."""
    found = gathered(
        ((line.party, line.date.year), line.amount)
        for rank, line in enumerate(lines)
        if rank not in marks and not isinstance(line, Expense)
    )
    return {at: sum(its, ZERO) for at, its in found.items() if len(its) >= FEWEST}


@lru_cache(maxsize=8192)
def _is_short(label: str) -> bool:
    return (
        not label
        or period_named(label) is not None
        or SHORT.fullmatch(without_period(label)) is not None
    )


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
