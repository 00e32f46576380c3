"""Sheets that lack a date or a known name, and are lines where no other sheet has any.

Knows that a recap is one of lines, and that where there are none it is the lines: of its month,
« Mars 2020 », or invoices, « Projets ». Never a cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.patterns import pattern
from reporter.sources.advice.hints import UNSOLD
from reporter.sources.advice.sentences import WRITE
from reporter.sources.grids.cells import is_blank
from reporter.sources.sheets.lineless import SUMMARY
from reporter.sources.sheets.recognising import find_sheet
from reporter.sources.tables.announced import names_apart
from reporter.sources.tables.header_rows import find_headers
from reporter.sources.tables.sheet_names import in_full
from reporter.sources.tables.titles import called, key_of
from reporter.sources.tables.told_once import is_undated, month_of
from reporter.words.bearing import bearing
from reporter.words.labels import KIND_LABELS
from reporter.words.month_titles import OTHER
from reporter.words.periods import month_alone
from reporter.words.sheets import BOTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.sheets.recognising import Sheet
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field, Kind

TIMED: set[Field] = {"days", "hours", "rate", "hourly"}
"""What a list of days has: its days may be under a title that is not known."""
PRICED = 2
"""Some time and its price."""
NUMBERED = pattern(r"\b(?:facture|invoice|n note)")
"""What the title of numbers says that are those of invoices; folded."""
LISTED: tuple[Kind, ...] = ("days", "fees", "expenses")


def with_only_lines(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> list[Sheet]:
    """Return sheets, those of which no name tells the lines read as if their owner said it.

    None is where another sheet holds sales, or expenses, as it does, or where two are of one month.
    """
    lists = {n: found for n, one in enumerate(sheets) if (found := _listed(one, vocabulary))}
    others = [spent for n, one in enumerate(sheets) if n not in lists for spent in holds(one)]
    told = [(spent, _told(one)) for one in lists.values() for spent in holds(one)]
    alone = [pair for pair in told if pair[0] not in others and told.count(pair) == 1]
    if len(alone) < len(told):
        return [*sheets]
    return [lists.get(n, one) for n, one in enumerate(sheets)]


def _told(sheet: Sheet) -> tuple[object, ...]:
    """Return what tells a sheet from others: its month, or where it stands."""
    period = month_of(sheet.grid)
    return (period,) if period.month else sheet.grid.whole[:2]


def _listed(sheet: Sheet, vocabulary: Vocabulary) -> Sheet | None:
    """Return a sheet that lacks nothing but its dates or its name; None where it is another."""
    name = sheet.grid.name
    if not sheet.errors or not key_of(name):
        return None
    dated = not month_alone(in_full(name))
    kinds, sure = _sold(sheet, vocabulary) if dated else (LISTED, True)
    for kind in kinds:
        words = vocabulary.with_words({name: KIND_LABELS[kind]})
        found = find_sheet(sheet.grid, words) if dated or is_undated(sheet.grid, words) else None
        if found and found.tables and not found.errors:
            return found if sure else found._replace(doubts=(*found.doubts, _unnamed(sheet.grid)))
    return None


def _unnamed(grid: Grid) -> Doubt:
    what = "des jours, sous un nom qui ne le dit pas : ils sont comptés"
    fix = f"s’ils ne sont pas facturés, {WRITE} : {called(grid.name)}"
    return Doubt("titre-inconnu", what, grid.whole, grid.name, fix, about=grid.name)


def _sold(sheet: Sheet, vocabulary: Vocabulary) -> tuple[Sequence[Kind], bool]:
    """Return what a sheet may hold whose name is unknown, its sales, and whether that is sure.

    Each has the number of an invoice, or the day of a payment; days that have a rate and what they
    make may be so too. A name that says what is no sale is none of theirs: « Devis », « Copie ».
    """
    grid, name = sheet.grid, folded(sheet.grid.name)
    headers = find_headers(grid, vocabulary)
    if len(headers) != 1 or vocabulary.kind_of(name) or vocabulary.is_any(name):
        return (), True
    words = set(name.split())
    unsure = OTHER.search(name) or bearing(name) or [*names_apart(grid, vocabulary)]
    if unsure and not words >= BOTH:
        return (), True
    top = headers[0].row
    fields, days, bought = (
        vocabulary.columns(grid.rows[top], it).fields for it in ("fees", "days", "expenses")
    )
    if "client" not in fields or "supplier" in bought:
        return (), True
    numbers = [fields["invoice"]] if "invoice" in fields else []
    told = [fields["paid"]] if "paid" in fields else []
    told += [n for n in numbers if NUMBERED.search(folded(str(grid.rows[top][n])))]
    rows = [row for row in grid.rows[top + 1 :] if not is_blank(row[fields["client"]])]
    if any(not any(is_blank(row[n]) for row in rows) for n in told):
        return ("days", "fees") if TIMED.isdisjoint(days) else ("days",), True
    whole = {"date", "amount"} <= days.keys() and len(TIMED & days.keys()) == PRICED
    return ("days",) if whole and words.isdisjoint(UNSOLD | SUMMARY) else (), False


def holds(sheet: Sheet) -> set[bool]:
    """Return whether a sheet holds expenses, and whether it holds sales."""
    kinds = {table.kind == "expenses" for table in sheet.tables if table.kind != "missions"}
    months = {sheet.months.unit == "spent"} if sheet.months else set()
    return kinds | months | ({False} if sheet.timesheets or sheet.export else set())
