"""What a sheet is by those beside it: what is not sold, beside sales; what was paid of them.

Knows names of sheets, their titles, and what was found on the others. Never a line.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.patterns import pattern
from reporter.sources.advice.hints import UNSOLD
from reporter.sources.advice.sentences import STATEMENT, WRITE
from reporter.sources.grids.cells import shown
from reporter.sources.lines.written.values import is_day
from reporter.sources.sheets.lineless import WHO, tells_whose, titles_of
from reporter.sources.sheets.recognising import Sheet
from reporter.sources.sheets.undated import holds
from reporter.sources.tables.header_rows import find_headers
from reporter.sources.tables.labelled import UNTOLD
from reporter.sources.tables.sheet_names import LINES, said_by_name
from reporter.sources.tables.titles import called
from reporter.words.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field

SETTLED = pattern(
    r"\b(?:reglements?|paiements?|payments?|virements recus|encaissements?|"
    r"impayee?s?|retards|relances)\b"
)
"""How a sheet is called that lists what was paid, or is due, of the invoices of another; folded."""
DATES: tuple[Field, ...] = ("date", "paid")
"""When something is invoiced, or paid."""
CASH = {"tresorerie", "treso"}
"""What the name of a sheet says that follows the cash of each month."""
LOANS = {"emprunt", "emprunts", "prets", "echeancier"}
"""What that of a sheet says which lists what is paid back of a loan."""
MODEL = pattern(r"\b(?:modeles?|templates?)\b(?!.*\b(?:vierges?|exemples?|tests?)\b)")
"""What a file downloaded to be filled is called."""


def without_unsold(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> list[Sheet]:
    """Return sheets, those that are not understood and called by what is not sold left aside.

    « Devis » or « Budget » is so beside the sales of another sheet, where nothing in its name says
    lines: « Devis et factures » may be them.
    """
    if not any(False in holds(one) for one in sheets if not _is_unread(one)):
        return [*sheets]
    return [_left(it, vocabulary) if _is_unread(it) and _is_unsold(it) else it for it in sheets]


def without_payments(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> list[Sheet]:
    """Return sheets, those that are called as payments and list invoices of others left aside.

    Each of their numbers is that of a sale of another sheet, and they are not understood, or no
    sale counts on the day it is paid; or they follow the cash, or the account, where other sheets
    hold both sales and expenses.
    """
    if {it for one in sheets if not one.errors for it in holds(one)} == {True, False}:
        sheets = [_without_cash(it, vocabulary) for it in sheets]
    paid = [
        it
        for it in sheets
        if SETTLED.search(folded(it.grid.name))
        and (it.errors or not (vocabulary.received or True in holds(it)))
        and all("facture" in folded(table.title("invoice")) for table in it.tables)
    ]
    if not paid:
        return [*sheets]
    sales = [it for it in sheets if it not in paid and not it.errors and False in holds(it)]
    known = {number for one in sales for number in _numbers(one.grid, vocabulary)}
    what = "feuille du paiement de factures d’une autre feuille, laissée de côté"
    settled = {
        it.grid.whole: Sheet(it.grid, doubts=(_apart(it.grid, what),))
        for it in paid
        if (own := _numbers(it.grid, vocabulary)) and own <= known
    }
    return [settled.get(it.grid.whole, it) for it in sheets]


def once_sold(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return sheets, those of sales without clients refused beside the sales of another.

    Receipts, or the revenue of each month, say again what is invoiced, under names that no rule
    compares. Years of which each has its own sheet say nothing again.
    """
    untold = [next((it for it in one.doubts if it.what == UNTOLD), None) for one in sheets]
    both = list(zip(sheets, untold, strict=True))
    sold = (one for one, told in both if told is None and not one.errors and False in holds(one))
    years = {_year(one) for one in sold}
    parts = Counter(one.grid.whole for one in sheets)
    read = []
    for one, told in both:
        year = _year(one)
        if told and (years & {None, year} or (years and year is None)):
            whole = parts[one.grid.whole] == 1  # a cash book holds expenses too
            read.append(Sheet(one.grid, errors=(_sold_twice(one.grid, told, whole=whole),)))
        else:
            read.append(one)
    return read


def _sold_twice(grid: Grid, told: Doubt, *, whole: bool) -> BadCell:
    """Return the mistake of sales without clients beside others; a sheet may be left aside."""
    what = "des recettes sans client, à côté d’autres ventes : comptées deux fois ?"
    fix = "ajouter une colonne Client, et effacer les lignes qui sont déjà ailleurs"
    if whole:
        fix += f" ; si toutes le sont, {WRITE} : {called(grid.name)}"
    return BadCell(what, told.place, shown=str(told.shown), fix=fix)


def _year(sheet: Sheet) -> int | None:
    """Return the year that a sheet, else its file, is called by."""
    return period_of(sheet.grid.name).completed(period_of(sheet.grid.file_name)).year


def _without_cash(sheet: Sheet, vocabulary: Vocabulary) -> Sheet:
    """Return a sheet that is left aside where it follows the cash of each month, or the account.

    What was bought may stand in the account alone, which is asked; no month tells whose it is. One
    that is named for purchases holds them: it is refused.
    """
    grid = sheet.grid
    is_named = vocabulary.kind_of(grid.name) is not None
    lent = sheet.errors and not LOANS.isdisjoint(folded(grid.name).split())
    lent = lent and "client" not in titles_of(grid, vocabulary)
    if grid.sheet and not is_named and (lent or any(it.what == STATEMENT for it in sheet.errors)):
        what = (
            "feuille d’un emprunt, laissée de côté" if lent else "relevé de compte, laissé de côté"
        )
        fix = f"saisir ses {'intérêts' if lent else 'achats'} avec les dépenses, s’ils n’y sont pas"
        fix = f"{fix} ; sinon, {WRITE} : {called(grid.name)}"
        doubt = Doubt("feuille-invendue", what, grid.whole, grid.name, fix, about=grid.name)
    elif _is_unread(sheet) and said_by_name(grid.name) in CASH and _tells_nobody(grid, vocabulary):
        doubt = _apart(grid, "feuille de la trésorerie, laissée de côté")
    else:
        return sheet
    return Sheet(grid, doubts=(doubt,))


def _tells_nobody(grid: Grid, vocabulary: Vocabulary) -> bool:
    return WHO.isdisjoint(titles_of(grid, vocabulary))


def _numbers(grid: Grid, vocabulary: Vocabulary) -> set[str]:
    """Return the numbers of the invoices of a sheet, nothing where a row with a date has none."""
    found: set[str] = set()
    for header in find_headers(grid, vocabulary):
        fields = vocabulary.columns(grid.rows[header.row], "fees").fields
        if (number := fields.get("invoice")) is None:
            return set()
        dates = [fields[it] for it in DATES if it in fields]
        below = grid.rows[header.row + 1 :]
        rows = [it for it in below if any(is_day(it[n]) for n in dates or range(len(it)))]
        found |= {folded(shown(row[number])) for row in rows}
    return set() if "" in found else found


def _is_unread(sheet: Sheet) -> bool:
    return bool(sheet.errors) or (sheet.months is not None and not sheet.months.unit)


def _is_unsold(sheet: Sheet) -> bool:
    words = set(folded(sheet.grid.name).split())
    billed = any(word.startswith("factur") for word in words) or words & (LINES - UNSOLD)
    return not (billed or words.isdisjoint(UNSOLD))


def _left(sheet: Sheet, vocabulary: Vocabulary) -> Sheet:
    """Return a sheet of which nothing counts: to read again where no title says so as its name."""
    grid = sheet.grid
    tops = [grid.rows[header.row] for header in find_headers(grid, vocabulary)]
    titles = {word for row in tops for cell in row for word in folded(cell).split()}
    what = "feuille de ce qui n’est pas vendu, dit son nom : laissée de côté"
    fix = f"si elle compte, changer son nom ; sinon, {WRITE} : {called(grid.name)}"
    doubt = Doubt("feuille-invendue", what, grid.whole, grid.name, fix, about=grid.name)
    if not grid.hidden and (UNSOLD & titles or not tells_whose(grid, vocabulary)):
        doubt = _apart(grid, what)
    return Sheet(grid, doubts=(doubt,))


def _apart(grid: Grid, what: str) -> Doubt:
    return Doubt("feuille-a-part", what, grid.whole, grid.name, about=grid.name)


def with_filled_models(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return sheets, none of which is doubted for its file being called as a model that was filled.

    « Modèle suivi de facturation.xlsx » is a book where no other file holds its kind of lines.
    """
    files = {kind: {it.grid.file for it in sheets if kind in holds(it)} for kind in (True, False)}
    others = {file for its in files.values() if len(its) > 1 for file in its}
    filled = {file for its in files.values() for file in its} - others
    return [
        one._replace(doubts=tuple(it for it in one.doubts if not _is_of_model(it)))
        if one.grid.file in filled
        else one
        for one in sheets
    ]


def _is_of_model(doubt: Doubt) -> bool:
    """Tell whether a doubt is that of the name of a file, called as a model and nothing worse."""
    named = doubt.code == "titre-inconnu" and not doubt.place.sheet and not doubt.place.cell
    return named and MODEL.search(folded(doubt.about)) is not None
