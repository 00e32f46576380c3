"""Sheets that are alike and lack their client alone: each is called as its own.

Knows names of sheets, their titles, and what was found on the others. Never a line.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.sources.advice.sentences import WRITE, may_be_client
from reporter.sources.grids.cells import shown
from reporter.sources.lines.written.values import is_day
from reporter.sources.sheets.recognising import find_sheet
from reporter.sources.sheets.undated import holds
from reporter.sources.tables.header_rows import find_headers
from reporter.sources.tables.series import series_of
from reporter.sources.tables.titles import called
from reporter.words.labels import LABELS
from reporter.words.names import of_name
from reporter.words.undecided import unsure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.sheets.recognising import Sheet
    from reporter.sources.tables.vocabulary import Vocabulary

FEWEST = 2
"""Sheets of the same titles, at least, each called as a client; numbers of one of them."""
Shape = tuple[Any, ...]
"""The titles of a list of invoices, and how their numbers are made; or those of one of days."""
DAYS = "days"


def with_clients(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> list[Sheet]:
    """Return sheets, those of one client each read as if their owner said whose they are.

    They have the same titles and the numbers of one series of invoices, or days, their rate and
    what they make, and no other sheet has sales: expenses may be parted so, by what they are for.
    Days may be by who worked, which is asked.
    """
    alike: defaultdict[Shape, list[int]] = defaultdict(list)
    for rank, sheet in enumerate(sheets):
        if sheet.errors and (shape := _invoices_without_client(sheet, vocabulary)):
            alike[shape].append(rank)
    if len(alike) != 1:
        return [*sheets]
    ranks = next(iter(alike.values()))
    after = vocabulary.with_words({sheets[it].grid.name: LABELS["client"] for it in ranks})
    read = {rank: find_sheet(sheets[rank].grid, after) for rank in ranks}
    others = (one for rank, one in enumerate(sheets) if rank not in read)
    whole = all(it and it.tables and not it.errors for it in read.values())
    if len(ranks) < FEWEST or not whole or any(False in holds(it) for it in others):
        return [*sheets]
    if DAYS in next(iter(alike)):
        read = {rank: it and _called(it) for rank, it in read.items()}
    return [read.get(rank) or one for rank, one in enumerate(sheets)]


def _called(sheet: Sheet) -> Sheet:
    """Return a sheet of days with the doubt that its name is that of its client."""
    what, name = "des jours sans client : le nom de la feuille en tient lieu", sheet.grid.name
    fix = f"si c’est celui d’une personne, {WRITE} : {called(name, LABELS['worker'])}"
    doubt = Doubt("recettes-sans-client", what, sheet.grid.whole, name, fix, about=name)
    return sheet._replace(doubts=(*sheet.doubts, doubt))


def _invoices_without_client(sheet: Sheet, vocabulary: Vocabulary) -> Shape:
    """Return the shape of the invoices of a sheet that may be called as their client, else nothing.

    Those that are received have the numbers of those who send them.
    """
    grid, headers = sheet.grid, find_headers(sheet.grid, vocabulary)
    name = grid.name
    named = of_name(name, client=True) or unsure(name) or vocabulary.word(name)
    if len(headers) != 1 or named or not may_be_client(grid, vocabulary):
        return ()
    top = headers[0].row
    titles = tuple(folded(cell) for cell in grid.rows[top])
    days = vocabulary.columns(grid.rows[top], "days")
    if days.missing("days") == [("client",)] and {"rate", "amount"} <= days.fields.keys():
        return titles, DAYS
    columns = vocabulary.columns(grid.rows[top], "fees")
    number = columns.fields.get("invoice")
    if columns.missing("fees") != [("client",)] or number is None:
        return ()
    dated = [row[number] for row in grid.rows[top + 1 :] if is_day(row[columns.fields["date"]])]
    least = 1 if all(map(shown, dated)) else FEWEST
    shape = series_of((row[number] for row in grid.rows[top + 1 :]), least)
    return (titles, shape) if shape and "facture" in titles[number] else ()
