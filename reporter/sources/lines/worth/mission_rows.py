"""The rows of the sheet of missions → the rates agreed and the days signed.

Knows what a row lacks, and what is written beside a rate. Never which rate holds for a line.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import counted, quantity, short_date
from reporter.model import ZERO, Signed
from reporter.patterns import pattern
from reporter.sources.lines.accidents.drawn_numbers import drawn_numbers
from reporter.sources.lines.cells import Problem, read_cells
from reporter.sources.lines.meaning.amounts_beside import discounts
from reporter.sources.lines.meaning.remarks import remarks
from reporter.sources.lines.meaning.signs import currencies, signs, struck
from reporter.sources.lines.owners import owners
from reporter.sources.lines.rows.aside import set_aside, worded_ranks
from reporter.sources.lines.verdicts import TableReading, Verdict
from reporter.sources.lines.worth.drafts import drafts_of
from reporter.sources.lines.worth.hours import HOURS_FIX, NO_DAY, UNLIKE, unlike
from reporter.words.labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.errors import BadCell
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.context import Context
    from reporter.sources.lines.worth.drafts import Draft
    from reporter.sources.tables.layouts import Table
    from reporter.words.columns import Field


REMARKED = "remarque qui n’est pas comprise, à côté d’un TJM qui sert tel quel"
CROSSED = "un tarif barré, qui sert tel quel"
OF_RATE = "corriger le TJM, ou Du et Au, si elle en change, puis l’effacer"
ONE_PRICE = "n’en laisser qu’un par mission, ou corriger heures_par_jour sous [lecture]"
GOING = {"en cours", "gagne", "gagnee", "won", "renouvelable"}
"""What is said of a mission that runs, folded, and would leave a line in doubt."""
PRICE = pattern(r"(?<![\w/-])\d{2,4}(?![\w/-])")
NEAR = 2
"""Times a rate, or a part of it, that another price of the same day may be."""


def read_missions(table: Table, context: Context) -> tuple[list[Signed], TableReading]:
    """Return the rates of a sheet of missions, and what became of its rows."""
    cells = read_cells(table)
    aside = set_aside(cells, worded_ranks(cells))
    known: list[Signed] = []
    errors: list[BadCell] = []
    heard = [*discounts(cells), *signs(cells), *currencies(cells)]
    odd = [said for _, said in heard if isinstance(said, Doubt)]
    price: Field = "rate" if "rate" in cells.values else "hourly"
    verdicts = {table.top: Verdict.HEADER}
    for rank, written in enumerate(drafts_of(cells, range(len(cells.rows)))):
        draft, off = _by_day(written, context.hours_of(written.client))
        if rank in aside:
            if (verdict := aside[rank].verdict) is not None:
                verdicts[draft.row] = verdict
            continue
        wrong = [said for at, said in heard if at == rank and not isinstance(said, Doubt)]
        wrong = wrong or ([off] if off else [*_problems(draft, price)])
        found = list(cells.mistakes.get(rank, ())) or [
            cells.mistake(rank, it) if isinstance(it, Problem) else it for it in wrong
        ]
        errors += found
        verdicts[draft.row] = Verdict.REFUSED if found else Verdict.LINE
        if draft.client and draft.rate and draft.rate > ZERO:
            since, until = draft.start or date.min, draft.end or date.max
            place = cells.place(rank, "planned" if draft.planned else "client")
            one = Signed(
                client=draft.client, rate=draft.rate, mission=draft.mission, worker=draft.worker,
                start=since, end=until, days=draft.planned or ZERO, place=place,
            )  # fmt: skip
            known.append(one)
    left, untitled, _ = owners(cells, set(range(len(cells.rows))) - aside.keys())
    told = (it.doubt for it in aside.values() if it.doubt is not None)
    lines = [rank for rank, row in enumerate(cells.rows) if verdicts.get(row) is Verdict.LINE]
    odd += (*_other_prices(cells, lines), *drawn_numbers(cells, aside))
    said = (*told, *odd, *_remarked(remarks(cells, lines, left, odd)))
    reading = TableReading(verdicts=verdicts, left=left, errors=(*untitled, *errors), doubts=said)
    return known, reading


def _by_day(draft: Draft, a_day: Decimal | None) -> tuple[Draft, Problem | None]:
    """Return a row with the rate of its day, from that of its hour, or what is wrong with it.

    Where nothing says how many hours a day has, a rate of its day is enough.
    """
    if draft.hourly is None or (draft.rate and a_day is None):
        return draft, None
    if a_day is None:
        unsaid = Problem("hourly", NO_DAY, quantity(draft.hourly), HOURS_FIX)
        return draft._replace(rate=draft.hourly), unsaid
    if shown := unlike(draft.hourly, a_day, draft.rate):
        return draft, Problem("hourly", UNLIKE, shown, ONE_PRICE)
    return draft._replace(rate=draft.rate or draft.hourly * a_day), None


def _problems(draft: Draft, price: Field) -> Iterator[Problem]:
    """Yield what a row lacks, or what its days signed cannot be; `price` is its column of rates."""
    if not draft.client or not draft.rate:
        fix = f"remplir Client et {LABELS[price]}"
        yield Problem(price if draft.client else "client", "cellule vide", fix=fix)
        return
    if draft.rate < ZERO:
        yield Problem(price, "TJM négatif", shown=quantity(draft.rate), fix="ôter le signe moins")
    if not draft.planned:
        return
    start, end = draft.start, draft.end
    if draft.planned < 0:
        fix = "écrire combien de jours la mission prévoit, ou effacer la cellule"
        yield Problem("planned", "jours prévus négatifs", shown=quantity(draft.planned), fix=fix)
    elif start is None or end is None:
        fix = "remplir Du et Au : les jours prévus se répartissent entre ces deux dates"
        yield Problem("planned", "jours prévus sans période", quantity(draft.planned), fix)
    elif end < start:
        fix = "écrire dans Au une date qui suit celle de Du"
        yield Problem("end", "période qui finit avant de commencer", short_date(end), fix)
    elif draft.planned > (length := (end - start).days + 1):
        shown = f"{quantity(draft.planned)} pour {counted(length, 'jour', 'jours')} de calendrier"
        fix = "corriger le nombre ou les dates ; à plusieurs, une ligne par intervenant"
        yield Problem("planned", "plus de jours prévus que la période n’en a", shown, fix)


def _other_prices(cells: Cells, lines: Iterable[int]) -> Iterator[Doubt]:
    """Yield the rates struck through, and remarks that name another: « 550 depuis mars »."""
    grid, fields = cells.table.grid, cells.table.columns.fields
    beside = {fields["comment"]} if "comment" in fields else set()
    for rank in lines:
        row, rate = cells.rows[rank], cells.of("rate")[rank] or cells.of("hourly")[rank]
        if crossed := struck(grid, row, fields.values()):
            yield Doubt("remarque", CROSSED, crossed.place, crossed.shown, OF_RATE)
        texts = {(row, n): grid.rows[row][n] for n in beside}
        texts |= {at: it for at, it in grid.marks.notes.items() if at[0] == row}
        for at, text in texts.items():
            prices = map(Decimal, PRICE.findall(str(text)))
            if any(it != rate and rate < NEAR * it < NEAR * NEAR * rate for it in prices):
                yield Doubt("remarque", REMARKED, grid.place(*at), str(text)[:80], OF_RATE)


def _remarked(said: Iterable[Doubt]) -> Iterator[Doubt]:
    """Yield the remarks beside missions, in the words of a rate."""
    for doubt in said:
        if folded(doubt.shown) not in GOING:
            yield doubt._replace(what=REMARKED, fix=OF_RATE)
