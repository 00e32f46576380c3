"""A book of what comes in and of what goes out → one sheet of sales, one of expenses.

Knows that each of its lines is one or the other, by the column of its amount or by a word. Never
what a line is worth: where a line is both, or neither, its sheet stays whole, and is refused.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded, forms
from reporter.errors import BadCell
from reporter.law.vat_rates import EVER
from reporter.model import CENT, ZERO, cents
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.written.values import is_day, to_number, tried, value_of
from reporter.sources.sheets.recognising import Sheet, find_sheet
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.labelled import untold
from reporter.sources.tables.mistakes import AMOUNTS, IN, OUT, ways_of
from reporter.sources.tables.titles import key_of, words_of
from reporter.words.columns import COMMON, WORDS
from reporter.words.labels import BY_LABEL, LABELS
from reporter.words.sums import says_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Kind

FEWEST = 3
"""Titles of a header, at least."""
FEW_OFF = 3
"""One line in so many, at most, is not followed by the balance that follows the others."""
BANK = {"debit", "debits", "credit", "credits"}
"""Words of both ways that are those of a statement: TVA comprised, and no sale by itself."""
PARTY = {"client", "clients", "fournisseur", "fournisseurs", "tiers", "nom", "ou"}
OWN = {"client", "clients"}, {"fournisseur", "fournisseurs"}
"""Words of the title of whoever pays or is paid; those of one of them alone."""
PAID = forms("recette, encaissement, entree")
"""Words of what comes in that is paid on its date."""
TAXES = {"collectee": True, "deductible": False, "recuperable": False}
"""The way that a VAT says."""
ONE_WAY = "une recette ou une dépense ? Une ligne est l’une des deux"
ONE_FIX = "remplir une seule des deux colonnes, ou faire deux lignes"
OFF = "un solde qui n’est pas celui du dessus, plus la recette, moins la dépense"
OFF_FIX = "corriger le solde, ou la ligne : sa colonne, son montant, sa place"
TURNED = "des soldes qui montent à chaque dépense, et descendent à chaque recette"
TURNED_FIX = "échanger les titres des deux colonnes"
ONE_WORD = "écrire {}, ou effacer la ligne si elle n’est ni l’une ni l’autre"
SIDES: tuple[tuple[bool, Kind], ...] = ((True, "fees"), (False, "expenses"))


class _Book(NamedTuple):
    """A book: the row of its titles, its columns of each way, and the column that says the way.

    `label` is the title of the only column that says whose its lines are, of both ways.
    """

    top: int
    ways: dict[int, bool]
    said: int | None = None
    words: Mapping[str, bool] = {}
    label: str = ""


def parts_of(grid: Grid, vocabulary: Vocabulary) -> list[Sheet]:
    """Return the sales and the expenses of a book, as two sheets; nothing where it is none."""
    if (book := _book(grid)) is None:
        return []
    if BANK.isdisjoint(map(folded, book.words)):
        book = book._replace(label=_label(grid.rows[book.top]))
    grid = grid._replace(rows=list(_without_balances(grid, book)))
    lines = list(_lines(grid, book))
    odd = [it for it in lines if sum(_is_of(grid, book, it, comes=way) for way, _ in SIDES) != 1]
    if 2 * len(odd) > len(lines):
        return []
    found = [find_sheet(_part(grid, book, comes=comes), vocabulary) for comes, _ in SIDES]
    parts = [one for one, (_, kind) in zip(found, SIDES, strict=True) if one and _holds(one, kind)]
    if len(parts) < len(SIDES):
        return []
    mistakes = [_asked(grid, book, it) for it in odd] or [*_off_balance(grid, book)]
    if book.label:
        place = grid.place(book.top, grid.rows[book.top].index(book.label))
        doubt = untold(place, book.label, grid.name)
        parts[0] = parts[0]._replace(doubts=(*parts[0].doubts, doubt))
    return [Sheet(grid=grid, errors=tuple(mistakes))] if mistakes else parts


def _label(header: Sequence[Any]) -> str:
    """Return the title of the labels of a book that has no column of who pays, or is paid."""
    keys = [key_of(str(cell)) for cell in header]
    if any(key and PARTY.issuperset(key.split()) for key in keys):
        return ""
    known = words_of(WORDS["expenses"]["label"])
    return next((str(cell) for cell, key in zip(header, keys, strict=True) if key in known), "")


def _off_balance(grid: Grid, book: _Book) -> Iterator[BadCell]:
    """Yield what a running balance contradicts: the few lines it does not follow, or both titles.

    It may follow none, as that of lines that were sorted since, begin again at a line, or bear VAT.
    A line whose date was lost adds to it too.
    """
    balance = words_of(COMMON["balance"])
    columns = [n for n, it in enumerate(grid.rows[book.top]) if key_of(str(it)) in balance]
    if len(columns) != 1 or book.said is not None:
        return
    (at,) = columns
    below = list(enumerate(grid.rows))[book.top + 1 :]
    counted = [it for it in below if not all(_is_nothing(it[1][n]) for n in book.ways)]
    worth = {n: tried(to_number, row[at]) for n, row in counted if not any(map(says_sum, row))}
    pairs = ((n, worth[n], worth[above]) for above, n in pairwise(worth))
    steps = {n: (one - two, one) for n, one, two in pairs if one is not None and two is not None}
    odd = [n for n, ways in steps.items() if not _adds(ways, _net(grid, book, n))]
    turned = (_adds((step,), -_net(grid, book, n)) for n, (step, _) in steps.items())
    if len(odd) > 1 and all(turned):
        yield BadCell(TURNED, grid.place(book.top, min(book.ways)), fix=TURNED_FIX)
    for n in odd if FEW_OFF * len(odd) <= len(steps) else ():
        yield grid.mistake(n, at, OFF, OFF_FIX)


def _adds(given: Sequence[Decimal], net: Decimal) -> bool:
    """Tell whether one of some numbers is what a line adds to a balance, VAT included or not."""
    return any(abs(it - cents(net * (1 + rate))) < CENT for it in given for rate in EVER)


def _net(grid: Grid, book: _Book, number: int) -> Decimal:
    """Return what a line adds to the balance: what came in, less what went out."""
    given = ((way, tried(to_number, grid.rows[number][n])) for n, way in book.ways.items())
    return sum((value if way else -value for way, value in given if value), ZERO)


def _asked(grid: Grid, book: _Book, number: int) -> BadCell:
    """Return the mistake of a line that is of both ways, or of none."""
    at = min(book.ways)
    said = shown(grid.rows[number][at]) if book.words else ""
    words = sorted({it.strip(): comes for it, comes in book.words.items()}.items())
    ways = " ou ".join(it for it, _ in sorted(words, key=lambda way: not way[1]))
    fix = ONE_WORD.format(ways) if ways else ONE_FIX
    return BadCell(ONE_WAY, grid.place(number, at), shown=said, fix=fix)


def _holds(sheet: Sheet, kind: Kind) -> bool:
    return {table.kind for table in sheet.tables} == {kind} and not sheet.errors


def _book(grid: Grid) -> _Book | None:
    """Return the book that a sheet is, by the titles of its first header; None where it is none."""
    for top, row in enumerate(grid.rows[:TOP_ROWS]):
        titles = {n: folded(cell) for n, cell in enumerate(row) if not is_blank(cell)}
        if len(titles) < FEWEST or not all(isinstance(row[n], str) for n in titles):
            continue
        found = {n: way for n, it in titles.items() if (way := _way(it)) is not None}
        if {*found.values()} == {True, False}:
            return _Book(top, found | _taxes(titles, found))
        said = ((n, ways_of(grid.rows[top + 1 :], n)) for n in titles)
        both = ((n, ways) for n, ways in said if len({*ways.values()}) > 1)
        return next((_Book(top, {n: True}, n, ways) for n, ways in both), None)
    return None


def _taxes(titles: Mapping[int, str], ways: Mapping[int, bool]) -> dict[int, bool]:
    """Return the ways of two columns « TVA »: each is of the amount before it."""
    at = [n for n, it in titles.items() if {*it.split()} - AMOUNTS == {"tva"}]
    before = {n: max((it for it in ways if it < n), default=None) for n in at}
    found = {n: ways[it] for n, it in before.items() if it is not None}
    return found if sorted(found.values()) == [False, True] and len(at) == len(found) else {}


def _way(title: str) -> bool | None:
    """Return whether a title is of what comes in, or goes out; None where it says neither."""
    words = {*title.split()} - AMOUNTS
    if words <= {"tva", *TAXES}:
        return next((TAXES[word] for word in words if word in TAXES), None)
    words -= {"tva"}
    known = bool(words) and words.isdisjoint(BANK)
    return words <= IN if known and (words <= IN or words <= OUT) else None


def _without_balances(grid: Grid, book: _Book) -> Iterator[Sequence[Any]]:
    """Yield the rows of a book, those of a balance alone made blank: « 01/01 ; Solde initial »."""
    words = words_of(COMMON["balance"])
    at = {n for n, cell in enumerate(grid.rows[book.top]) if key_of(str(cell)) in words}
    for row in grid.rows:
        others = (cell for n, cell in enumerate(row) if n not in at and not is_day(cell))
        said = [cell for cell in others if not _is_nothing(cell)]
        told = len(said) == 1 and isinstance(said[0], str) and says_sum(said[0])
        yield [""] * len(row) if told and not all(is_blank(row[n]) for n in at) else row


def _lines(grid: Grid, book: _Book) -> Iterator[int]:
    """Yield the rows of a book that have a date."""
    words = words_of(COMMON["date"])
    dates = [n for n, cell in enumerate(grid.rows[book.top]) if key_of(str(cell)) in words]
    for number, row in enumerate(grid.rows[book.top + 1 :], book.top + 1):
        if dates and value_of(row[dates[0]]) is not None:
            yield number


def _is_of(grid: Grid, book: _Book, number: int, *, comes: bool) -> bool:
    row = grid.rows[number]
    if book.said is not None:
        return book.words.get(row[book.said]) is comes
    return any(not _is_nothing(row[n]) for n, way in book.ways.items() if way is comes)


def _is_nothing(cell: Any) -> bool:
    """Tell whether a cell says that nothing came in, or went out: a blank, a zero or a dash."""
    return is_blank(cell) or not str(cell).strip(" -–—−") or tried(to_number, cell) == 0


def _part(grid: Grid, book: _Book, *, comes: bool) -> Grid:
    """Return a sheet of the rows of one way, and of those of none, at their places."""
    header = grid.rows[book.top]
    away = {n for n, way in book.ways.items() if way is not comes} | {book.said}
    others = words_of(COMMON["balance"]) | OWN[comes]
    away |= {n for n, cell in enumerate(header) if key_of(str(cell)) in others}
    rows = []
    for number, row in enumerate(grid.rows):
        its = ["" if number >= book.top and n in away else it for n, it in enumerate(row)]
        other = number > book.top and _is_of(grid, book, number, comes=not comes)
        if row == header:
            its = [_title(cell, comes=comes) for cell in its]
            if comes and book.label:
                its[its.index(book.label)] = BY_LABEL
        elif other and not _is_of(grid, book, number, comes=comes):
            its = [""] * len(row)
        rows.append(its)
    return grid._replace(rows=rows)


def _title(cell: Any, *, comes: bool) -> Any:
    """Return the title of a column as a sheet of one way has it."""
    words = folded(cell).split()
    if words and PARTY.issuperset(words) and not any(map(set(words).issubset, OWN)):
        return LABELS["client" if comes else "supplier"]
    if _way(" ".join(words)) is not None:
        if "tva" in words:
            return LABELS["vat"]
        taxes = [word for word in words if word in ("ht", "ttc")]
        received = comes and not taxes and not PAID.isdisjoint(words)
        return "Recettes" if received else " ".join(["Montant", *taxes])
    return cell
