"""Cells left out, taken from the line above: the date, the client; and rows that may be sums so.

Knows what a person leaves out and a reader still sees. Never what a line must have.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reporter.errors import Doubt
from reporter.french import counted
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.accidents.sorted_alone import sorted_since
from reporter.sources.lines.written.values import is_day
from reporter.words.labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from reporter.errors import Place
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.verdicts import Aside
    from reporter.words.columns import Field

    Odd = tuple[int, str]

OWN: tuple[Field, ...] = ("date", "client", "mission", "service", "supplier", "label", "worker")
"""What makes a row a line of its own: one of these, besides the one that it leaves out."""
TEXTS: frozenset[Field] = frozenset({*OWN, "invoice", "receipt", "comment"}) - {"date"}
CARRIED: tuple[Field, ...] = ("date", "client")
FILLED: tuple[Field, ...] = (*CARRIED, "unit", "rate", "amount", "gross", "vat", "vat_any")
"""What all the lines of a table say, or few of them: one that alone says nothing has lost it."""
TAXES: tuple[Field, ...] = ("vat", "vat_any")
"""What a line may do without, but where others say zero, some of its own category."""
FEW = 5
"""A date is left out by mistake, rather than by habit, on fewer than one row in so many."""
FEWEST_LINES, FEWEST_DATES = 4, 3
"""Lines of which one that leaves a cell out is alone to do so; a date tells the month besides."""
FEWEST_WORDS = 2
"""Columns of words, or of rates, that most rows fill, for one that fills none to stand out."""


def fill_down(
    cells: Cells, aside: Mapping[int, Aside]
) -> tuple[Cells, Sequence[Doubt], set[int], set[int]]:
    """Return the cells with the dates and the clients left out taken from above, and what was.

    A row with neither a date nor a name of its own is not taken for a line: it may be a sum. So may
    those that have one name only, and whose date was taken, and the last row, where it alone has a
    date and no name: both are returned too, by rank.
    """
    lone = {name: rank for name in FILLED if (rank := _alone(cells, name, aside)) is not None}
    doubts = [
        omitted(cells.place(rank, name), LABELS[name], cells.of("date")[rank])
        for name, rank in lone.items()
    ]
    nameless: set[int] = set()
    unnamed: set[int] = set()
    written = cells
    for name in CARRIED:
        if name not in cells.gaps:
            continue
        own = [cells.values[other] for other in OWN if other != name and other in cells.values]
        filled = _carried(cells, name, own, aside)
        taken = list(filled)
        if name == "date":
            nameless = bare_ranks(cells, taken)
        else:
            alone = taken == [len(cells.rows) - 1] and _is_one(own, taken[0])
            unnamed = set(taken) if alone else set()
        if taken:
            odd = [*_odd_names(written, taken, aside)] if name == "client" else []
            cells = cells.with_values(name, filled)
            if name == "date":
                odd = [*_odd(cells, taken, nameless, aside)] or [*_odd_dates(written, taken)]
            doubts += _said(cells, taken, name, [] if name in lone else odd)
    return cells, doubts, nameless, unnamed


def _alone(cells: Cells, name: Field, aside: Collection[int]) -> int | None:
    """Return the rank of the only line that leaves a cell out, where there are enough of them.

    One that leaves out its date and its client goes on with the line above.
    """
    few = FEWEST_DATES if name == "date" else FEWEST_LINES
    if name not in cells.gaps or len(cells.rows) - len(aside) < few:
        return None
    column = cells.values[name]
    blank = [rank for rank, cell in enumerate(column) if is_blank(cell) and rank not in aside]
    if name in TAXES:
        kinds = cells.of("category")
        taxed = {kind for kind, cell in zip(kinds, column, strict=True) if not is_blank(cell)}
        blank = [rank for rank in blank if kinds[rank] and kinds[rank] in taxed]
    if len(blank) != 1 or blank[0] in cells.mistakes or blank[0] in cells.uncomputed:
        return None
    if name in TAXES and 0 not in column:
        return None
    goes_on = all(name in cells.values and not cells.values[name][blank[0]] for name in CARRIED)
    unworked = name == "rate" and cells.of("days")[blank[0]] == 0
    return None if goes_on or unworked else blank[0]


def omitted(place: Place, title: str, day: date | None = None) -> Doubt:
    """Return the doubt of a cell that its line alone leaves out."""
    what = f"« {title} » vide sur cette seule ligne : une cellule effacée, ou déplacée ?"
    return Doubt(code="cellule-omise", what=what, place=place, fix="la remplir", date=day)


def _carried(
    cells: Cells, name: Field, own: Sequence[Sequence[Any]], aside: Mapping[int, Aside]
) -> dict[int, Any]:
    """Return what stands above the blanks of a column that are filled from there, by rank."""
    taken: dict[int, Any] = {}
    above: Any = None
    texts = (
        [cells.column(it) for it in TEXTS & cells.table.columns.fields.keys()]
        if name == "date"
        else []
    )
    for rank, value in enumerate(cells.values[name]):
        if rank in aside or rank in cells.mistakes:
            continue
        if value:
            above = value
        elif above and any(other[rank] for other in own):
            has_own = any(is_day(text[rank]) for text in texts)  # one column on
            if not has_own:
                taken[rank] = above
    return taken


def _odd_names(written: Cells, taken: Sequence[int], aside: Collection[int]) -> Iterator[Odd]:
    """Yield the rows without a client, where others say again the one of the row above.

    Else the first, where lines were sorted; of dates from the last, who writes so writes above the
    line that had the name. Else the few that have one between two lines of the same client, which
    would not be said again; it is said at the top of each week or page where many have none.
    """
    column, dates = written.values["client"], written.of("date")
    own = [rank for rank in taken if dates[rank] is not None]
    if _is_repeated(column, taken):
        yield from ((rank, "où d’autres lignes le répètent") for rank in taken)
    elif own and len({*dates} - {None}) >= FEWEST_DATES and written.is_newest_first:
        yield own[0], "dans des lignes de la dernière à la première"
    elif sorted_since(written, aside):
        yield taken[0], "dans des lignes triées depuis"
    elif FEWEST_LINES * len(taken) <= len(column):
        yield from (
            (rank, "entre deux lignes du même client")
            for rank in own
            if rank + 1 < len(column) and column[rank - 1] and column[rank - 1] == column[rank + 1]
        )


def _odd_dates(written: Cells, taken: Sequence[int]) -> Iterator[Odd]:
    """Yield the first row of each block without dates, where others repeat that of the row above.

    Or where it has an invoice of its own, as all have: only lines of one share its date.
    """
    repeated = _is_repeated(written.values["date"], taken)
    numbers = written.of("invoice")
    for rank in taken:
        if rank - 1 not in taken and repeated:
            yield rank, "où d’autres lignes la répètent"
        elif rank - 1 not in taken and numbers[rank] and len({*numbers}) == len(numbers):
            yield rank, "à côté d’un numéro de facture à elle"


def _is_repeated(column: Sequence[Any], taken: Sequence[int]) -> bool:
    """Tell whether the lines of a column that say again the one above are many, and more."""
    again = [one for one, two in pairwise(column) if not is_blank(one) and one == two]
    return len(again) >= FEWEST_LINES and len(again) > len(taken)


def _is_one(columns: Sequence[Sequence[Any]], rank: int) -> bool:
    """Tell whether a row has one name only, as a sum would have."""
    return sum(bool(column[rank]) for column in columns) == 1


def bare_ranks(cells: Cells, ranks: Collection[int], *more: Field) -> set[int]:
    """Return those of some rows that have one name and no price: a sum has no more."""
    own = [cells.values[name] for name in (*OWN[1:], *more) if name in cells.values]
    rates = cells.of("rate")
    return {rank for rank in ranks if rates[rank] is None and _is_one(own, rank)}


def subtotal_ranks(cells: Cells) -> frozenset[int]:
    """Return the rows that say one word at most, and no rate, where most say more: a sum does so.

    The cells are those that their owner wrote, nothing taken from above.
    """
    names = (*OWN, "category", "rate")
    columns = [cells.values[name] for name in names if name in cells.values and name != "date"]
    count = len(cells.rows)
    usual = [column for column in columns if 2 * sum(map(bool, column)) >= count]
    if len(usual) < FEWEST_WORDS or sum(map(all, usual)) > 1:
        return frozenset()
    rates = cells.of("rate")
    return frozenset(
        n for n in range(count) if not rates[n] and sum(bool(column[n]) for column in usual) <= 1
    )


def _said(cells: Cells, taken: Sequence[int], name: Field, odd: Iterable[Odd]) -> Iterator[Doubt]:
    """Yield what was taken from above: a note, and a doubt where the row may be no line of then."""
    taken_up, own = ("reprise", "la date") if name == "date" else ("repris", "le client")
    for rank, where in odd:
        what = f"« {LABELS[name]} » vide {where}, {taken_up} de la ligne du dessus"
        yield cells.doubt("cellule-omise", what, rank, name, "", f"écrire {own} de cette ligne")
    yield from_above(name, cells.place(taken[0], name), len(taken))


def from_above(name: Field, place: Place, count: int) -> Doubt:
    """Return the note of the rows that take a name or a date from the one above, at the first."""
    what = f"« {LABELS[name]} » vide, repris de la ligne du dessus"
    fix = "l’écrire sur chaque ligne si ce n’est pas le bon"
    shown = counted(count, "ligne", "lignes")
    return Doubt(code=f"{name}-du-dessus", what=what, place=place, shown=shown, fix=fix)


def _odd(
    cells: Cells, taken: Sequence[int], nameless: Collection[int], aside: Mapping[int, Aside]
) -> Iterator[Odd]:
    """Yield the rows whose date was left out where it is seldom meant to be, and where that is.

    So it is below a blank row, where the table ends, and where a date stands alone: a cell moved.
    """
    end = max(set(range(len(cells.rows))) - aside.keys(), default=0)
    years = {day.year for day in cells.of("date") if day is not None}
    many = len(cells.rows) >= FEW or len(years) > 1
    rare = len(taken) <= max(1, len(cells.rows) // FEW)
    to_the_end = many and len(taken) > 1 and list(taken) == list(range(taken[0], end + 1))
    for rank in taken:
        if cells.rows[rank] - cells.rows[rank - 1] > 1:
            yield rank, "sous une rangée vide"
        elif to_the_end and rank == taken[0]:
            yield rank, "jusqu’à la dernière ligne"
        elif rare and rank == end and (many or rank in nameless):
            yield rank, "sur la dernière ligne"
        elif _has_lone_date(cells, aside):
            yield rank, "avec une date seule sous les lignes"


def _has_lone_date(cells: Cells, aside: Mapping[int, Aside]) -> bool:
    """Tell whether a row is a date and nothing more, above a line that has its own, or none."""
    dates = cells.of("date")
    alone = (n for n in aside if dates[n] is not None and len(cells.filled(n)) == 1)
    return any(n + 1 == len(dates) or dates[n + 1] is not None for n in alone)
