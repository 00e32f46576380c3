"""A sheet called as its lines and a name: « Factures Ponant », « Jours Léa »; whose it may be.

Knows the name of the sheet, and what it would be once its owner has said whose that name is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.advice.sentences import SHEET_WORDS, WRITE, may_be_client
from reporter.sources.tables.completed import completed
from reporter.sources.tables.layouts import SALES, find_tables
from reporter.sources.tables.sheet_names import besides
from reporter.sources.tables.titles import called, key_of
from reporter.sources.tables.told_once import with_worker
from reporter.words.labels import LABELS
from reporter.words.names import of_name
from reporter.words.undecided import unsure

if TYPE_CHECKING:
    from reporter.sources.advice.advice import Advice
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field

MAY_BE: tuple[tuple[Field, str], ...] = (
    ("client", "est le client de ses lignes"),
    ("worker", "est le nom de qui a travaillé"),
)


def whose(grid: Grid, vocabulary: Vocabulary) -> str:
    """Return the line that says whose a sheet is, where its tables are then whole; else nothing.

    A table that says its client in a column may say who worked by its name.
    """
    name = besides(grid.name)
    words = set(key_of(name).split())
    known = not words.isdisjoint(SHEET_WORDS) or vocabulary.word(name) or vocabulary.explains(name)
    named = bool(name) and all(word[0].isupper() for word in name.split())
    if not named or known or of_name(name, client=True) or unsure(name):
        return ""
    for field, said in MAY_BE:
        after = vocabulary.with_words({name: LABELS[field]})
        wide = completed(with_worker(grid, after), after)
        tables = find_tables(wide, after)
        told = len(wide.rows[0]) > len(grid.rows[0])
        if told and tables and all(it.is_whole and it.kind in SALES for it in tables):
            return f"si « {name} » {said}, {WRITE} : {called(name, LABELS[field])}"
    return ""


def may_be_client_s(grid: Grid, advice: Advice, vocabulary: Vocabulary) -> bool:
    """Tell whether the name of a sheet that lacks its client alone may be a client's."""
    others = dict(advice.plan.missing)
    owned = {column.number for column in advice.plan.known.values()}
    return (
        others.pop(("client",), None) == []
        and all(len(found) == 1 for found in others.values())
        and not any(one.look == "words" and one.number not in owned for one in advice.columns)
        and may_be_client(grid, vocabulary)
        and not is_title(grid, advice)
    )


def is_title(grid: Grid, advice: Advice) -> bool:
    """Tell whether a sheet is called as one of its columns."""
    return key_of(grid.name) in {key_of(column.title) for column in advice.columns}
