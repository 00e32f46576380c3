"""What can be wrong with the owner's books, and where.

Knows the shape of a complaint: what, where, what stands there, what to write instead.
Never anything else of ours. The words are French and written where the mistake is found.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable


class Place(NamedTuple):
    """Where a thing stands: a file, and in it a sheet and a cell, a line or a key.

    A tuple, since every line of the books has one.

    Attributes:
        words: what is neither a cell, a line nor a key: « exercice 2020 ».
        row: the row of a sheet or, without a column, the line of a text; from 1, 0 for none.
        column: the column of a sheet, from 1, 0 for none.
        key: the key of a settings file: exercice.conges.
    """

    file: str
    sheet: str = ""
    words: str = ""
    row: int = 0
    column: int = 0
    key: str = ""

    @property
    def cell(self) -> str:
        """Return the place within its sheet or file: A12, « ligne 12 », « clé exercice.conges »."""
        if self.column:
            return f"{column_letters(self.column - 1)}{self.row}"
        if self.row:
            return f"ligne {self.row}"
        return f"clé {self.key}" if self.key else self.words

    def __str__(self) -> str:
        """Return the place as a French reader finds it: file, feuille « X », cellule A1."""
        sheet = f"feuille «\u00a0{self.sheet}\u00a0»" if self.sheet else ""
        cell = f"cellule {self.cell}" if self.cell.isalnum() else self.cell
        return ", ".join(part for part in (self.file, sheet, cell) if part)


def column_letters(column: int) -> str:
    """Return the letters of a column that counts from 0: A, Z, AA."""
    before, last = divmod(column, len(ascii_uppercase))
    return (column_letters(before - 1) if before else "") + ascii_uppercase[last]


class Words(NamedTuple):
    """A text that is put together when it is printed: most doubts are only counted.

    Attributes:
        say: what puts it together.
        of: what it is about; two texts of the same are the same.
    """

    say: Callable[..., str]
    of: tuple[object, ...]

    def __str__(self) -> str:
        """Return the text."""
        return self.say(*self.of)


class Doubt(NamedTuple):
    """Something doubtful that was kept and must be said.

    A tuple, since long books have many.

    Attributes:
        code: the name of the rule, in French: « doublon ».
        what: what is doubtful, a text as all that is said.
        date: the day of the line concerned, None where no single line is.
        about: what tells this doubt from the others of its rule, where the date does not.
    """

    code: str
    what: str | Words
    place: Place
    shown: str | Words = ""
    fix: str | Words = ""
    date: dt.date | None = None
    about: str = ""

    @property
    def key(self) -> str:
        """Return the words by which the owner says « this is right »: doublon 31/03/2020."""
        when = self.date.strftime("%d/%m/%Y") if self.date else ""
        return f"{self.code} {self.about or when}".strip()


class BilanError(Exception):
    """A mistake of the owner's, never a bug: the command line prints it and exits with 1."""


class BadData(BilanError):
    """All the mistakes found, in the order of the books."""

    def __init__(self, errors: Iterable[BadCell]) -> None:
        self._errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self._errors))

    @property
    def errors(self) -> tuple[BadCell, ...]:
        """Return each of them."""
        return self._errors


class BadCell(BadData):
    """One mistake at one place.

    Args:
        what: what is wrong, in a few words.
        place: where it stands.
        shown: what stands there, as it is.
        fix: what to write instead.
    """

    def __init__(self, what: str, place: Place, *, shown: str = "", fix: str = "") -> None:
        super().__init__(())
        self.what = what
        self.place = place
        self.shown = shown
        self.fix = fix

    @property
    def errors(self) -> tuple[BadCell, ...]:
        """Return itself, without holding itself: it would be kept for ever."""
        return (self,)

    def __str__(self) -> str:
        """Return the mistake in one line, for a notebook."""
        return f"{self.place} : {self.what}" + (f" ({self.fix})" if self.fix else "")


class Findings:
    """What reading gathers: mistakes, which refuse the books, and doubts, which do not."""

    def __init__(self) -> None:
        self.errors: list[BadCell] = []
        self.doubts: list[Doubt] = []
