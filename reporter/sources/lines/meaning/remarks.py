"""What is written beside few lines of a table, and is not understood: does it change them?

Knows which columns are remarks, and that what a column says of most lines describes the work. Never
what words undo a line: where they are known, they have said so already.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.meaning.explained import is_understood
from reporter.sources.lines.written.values import answer
from reporter.sources.tables.titles import key_of
from reporter.words.apart import APART
from reporter.words.bearing import is_sold
from reporter.words.fates import is_aside, tells_fate
from reporter.words.names import says_more
from reporter.words.remarks import is_harmless, is_sentence
from reporter.words.undecided import unsure

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from reporter.errors import Place
    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.verdicts import LeftColumn
    from reporter.words.columns import Field

FEW, ONE_IN = 2, 3
"""Remarks are on few lines: two, or one line in three. On more, a column describes the work."""
ODD_IN = 10
"""One text, or one in so many, of a column filled on most lines may be a sentence to ask about."""
DESCRIBES = {"description", "objet"}
"""Titles of a column that names the work, on few lines too, though it is read as comments."""
WORK: tuple[Field, ...] = ("service", "mission", "label")
NAMES: tuple[Field, ...] = ("client", "supplier", "worker", "category")
MOST = 80
"""Letters of a remark by which it is known."""
Cell = tuple[int, int]
Found = dict[Cell, str]
"""Texts, by the rank and the column where each stands."""
WHAT = "remarque qui n’est pas comprise, sur une ligne qui est comptée"
FIX = "l’effacer si elle ne compte pas, ou le dire dans une colonne Statut, que [statuts] explique"


def remarks(
    cells: Cells, ranks: Collection[int], left: Sequence[LeftColumn], said: Collection[Doubt]
) -> Iterator[Doubt]:
    """Yield the remarks beside lines, or added to what they are called, that may change them.

    What stands at the place of what is `said` to be doubtful already is heard.
    """
    heard = {doubt.place for doubt in said}
    known: set[str] = set()
    for found in (*_beside(cells, ranks, left, heard), *_added(cells, ranks, left)):
        known = known or _words(cells)

        def asks(at: Cell, text: str) -> bool:
            return cells.place(*at) not in heard and not is_understood(cells, at[0], text)

        spent = cells.table.kind == "expenses"
        harmless = partial(is_harmless, known=known, bought=spent)
        tells = is_sentence if spent else _says_of_sale
        for at, text in _odd(found, len(ranks), harmless, asks, tells).items():
            yield _doubt(cells.place(*at), text)


def on_rows(
    grid: Grid, columns: Iterable[int], rows: Collection[int], names: Iterable[str]
) -> Iterator[Doubt]:
    """Yield the remarks beside rows that count on many columns: in a column, or set on cells.

    `columns` are those that nobody reads, `names` what the rows are called.
    """
    texts = ({(n, column): grid.rows[n][column] for n in rows} for column in columns)
    notes = {at: text for at, text in grid.marks.notes.items() if at[0] in rows}
    known = {word for name in names for word in folded(name).split()}
    is_known = partial(is_harmless, known=known)
    for found in (*texts, notes):
        told = {at: it for at, it in found.items() if isinstance(it, str) and it.strip()}
        odd = _odd(told, len(rows), is_known, lambda _, it: not is_aside(it))
        for at, text in told.items():
            if at in odd or bearing_in("comment", text) or _counts(text, known):
                yield _doubt(grid.place(*at), text)


def _counts(text: str, known: Collection[str]) -> bool:
    """Tell whether a remark has a figure, and is not known to be harmless: « en fait 2 jours »."""
    return any(map(str.isdecimal, text)) and not (is_harmless(text, known) or is_aside(text))


def _doubt(place: Place, text: str) -> Doubt:
    """Return the doubt of a remark."""
    about = " ".join(text.split())[:MOST]
    return Doubt("remarque", WHAT, place, about, FIX, about=about)


def few_of(lines: int) -> int:
    """Return how many lines of a table may have a remark, rather than a description."""
    return max(FEW, lines // ONE_IN)


def _says_of_sale(text: str) -> bool:
    """Tell whether a remark says something of its line: « à revoir ensemble » is a step of it."""
    step = folded(text).startswith("a ") or "%" in text
    return "?" in text or is_sentence(text) or tells_fate(text) or (not step and unsure(text) != "")


def _odd(
    found: Found,
    lines: int,
    is_known: Callable[[str], bool],
    asks: Callable[[Cell, str], bool],
    tells: Callable[[str], bool] = _says_of_sale,
) -> Found:
    """Return the texts of a column that are not known to be harmless, where they are few.

    All may be in a column filled on few lines, or with few texts beside one that is repeated; in
    another, a few that `tells` says are more than a description, which none repeats.
    """
    few = few_of(lines)
    often = {} if len(found) <= few else Counter(found.values())
    harmless = {text: True for text, count in often.items() if count > FEW}
    sparse = sum(text not in harmless for text in found.values()) <= few
    most = few if sparse else max(1, len(found) // ODD_IN)
    odd: Found = {}
    for at, text in found.items() if most else ():
        if text not in harmless:
            harmless[text] = is_known(text) or not (sparse or tells(text))
        if not harmless[text] and asks(at, text):
            odd[at] = text
        if len(odd) > most:
            return {}
    return odd


def _beside(
    cells: Cells, ranks: Collection[int], left: Sequence[LeftColumn], heard: Collection[Place]
) -> Iterator[Found]:
    """Yield the remarks of each column of remarks, then those set on cells."""
    table = cells.table
    own = {table.columns.fields.get("comment", -1), *table.columns.spoken}
    own |= {it.place.column - 1 for it in left if it.place not in heard}
    harmless = set(table.columns.harmless) - table.columns.spoken
    for column in sorted(own - harmless - {-1}):
        title, found = str(table.grid.rows[table.top][column]), _texts(cells, ranks, column)
        if key_of(title) not in DESCRIBES or len(found) > few_of(len(ranks)):
            yield found
    rows = {row: rank for rank, row in enumerate(cells.rows)} if table.grid.marks.notes else {}
    notes = table.grid.marks.notes.items()
    on_lines = {(rows[row], n): text for (row, n), text in notes if rows.get(row) in ranks}
    yield on_lines


def _texts(cells: Cells, ranks: Collection[int], column: int) -> Found:
    raw, unowned = cells.column(column), column not in cells.table.columns.fields.values()
    found = {
        (rank, column): it for rank in ranks if isinstance(it := raw[rank], str) and it.strip()
    }
    texts = set(found.values()) if unowned else set()
    settled = {text for text in texts if is_sold(text)}  # a status, and no remark
    if 2 * sum(text in settled for text in found.values()) > len(found):
        found = {at: text for at, text in found.items() if text not in settled}
    return {} if texts and all(answer(text) is not None for text in texts) else found


def _added(cells: Cells, ranks: Collection[int], left: Sequence[LeftColumn]) -> Iterator[Found]:
    """Yield what one or two lines add to a name that others bear alone: « Audit – on attend »."""
    columns = cells.table.columns
    named = {it.place.column - 1 for it in left} - (set(columns.harmless) - columns.spoken)
    named |= {columns.fields[name] for name in WORK if name in columns.fields}
    for column in sorted(named):
        texts = _texts(cells, ranks, column)
        distinct = set(texts.values())
        apart = [(text, met) for text in distinct if (met := APART.search(text))]
        added = {
            text: next(filter(None, met.groups()))
            for text, met in (apart if len(apart) <= few_of(len(distinct)) else ())
            if text[: met.start()].strip() in distinct
            or is_sentence(met[0])
            or (says_more(text) and not met[4])  # « RGPD : prêt ? » tells what the work is about
        }
        spent = cells.table.kind == "expenses"  # « frais bancaires » is what was bought
        added |= {it: it for it in begun_small(distinct) if not spent or is_sentence(it)}
        if 0 < len(added) <= FEW:
            told = added.items()
            # « solde » bills the rest of some work, which parts are of
            said = {
                text: it for text, it in told if any(map(str.isalpha, it)) and folded(it) != "solde"
            }
            yield {at: said[text] for at, text in texts.items() if text in said}


def begun_small(texts: Collection[str]) -> Sequence[str]:
    """Return the few texts that begin by a small letter, where others name what was done."""
    small = [text for text in texts if text[:1].islower()]
    return small if len(small) <= FEW < len(texts) else ()


def _words(cells: Cells) -> set[str]:
    """Return the words of the names of a table, folded, but for the smallest, and its years."""
    texts = {text for name in NAMES for text in cells.of(name) if text}
    words = (word for text in texts for word in folded(APART.sub("", text)).split())
    years = {str(day.year) for day in cells.of("date") if day}
    return {word for word in words if word[2:]} | years
