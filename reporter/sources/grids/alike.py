"""Rows of a sheet that are alike but for their digits: one is parsed, the others follow from it.

Knows the bytes of rows. Never what a cell means.

A long sheet repeats one row: the same cells, styles and kinds, other digits. Two rows whose bytes
are the same once digits are taken out hold the same elements and attributes, so that the marks
found in the first are those of the second, as long as each cell still says the number of its own
row. That is looked at here, by counting; a row that is alike to none is left to the parser.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

END = b"</row>"
DIGITS = b"0123456789.-"
UPPER = ascii_uppercase.encode()
START = b'<row r="'
CELL = b'<c r="'
TEXT, TEXT_END = b"<t", b"</t>"
VALUE = b"<v></v>"
"""A value without any digit, which looks like those that have some once these are out."""
ODD = (b"&", b"'", b"<!", b"<?", b" =", b"\t=", b"\n=", b"\r=")
"""What lets digits or quotes mean something else than digits."""
MOST = 1_000
MOST_DIGITS = 7
MOST_BYTES = 1 << 17


class Shape(NamedTuple):
    """What all the rows of one shape hold.

    Attributes:
        start: how many bytes stand before the number of the row.
        cells: how many cells.
        width: how many columns the filled cells span.
        formulas: the columns of the cells with a formula, in their order; -1 where it gives a text.
    """

    start: int
    cells: int
    width: int
    formulas: Sequence[int]


class Row(NamedTuple):
    """A row to look at: its bytes without the end mark, those without digits, and its shape.

    Its number is that of the row, or, where it has no known shape, that of the row before.
    """

    content: bytes
    bare: bytes
    shape: Shape | None
    number: int


class Shapes:
    """The shapes met so far in a sheet.

    Attributes:
        is_trusted: whether the parser stands between two rows, so that a row may be left out.
        height: the highest number of the rows that were left out and hold something.
        width: how many columns those rows span.

    Args:
        styles: the numbers of the styles that say something; rows with one are alike to none.
    """

    def __init__(self, styles: Sequence[str]) -> None:
        self.is_trusted = True
        self.height = self.width = 0
        self.known: dict[bytes, Shape] = {}
        self.styled = [f' s="{style}"'.encode() for style in styles]

    def rows(self, block: bytes) -> Iterator[Row]:
        """Yield the rows of a block that are alike to none, or have formulas; count the others."""
        contents = block.split(END)[:-1]
        bares = block.translate(None, DIGITS).split(END)
        uppers = block.translate(None, UPPER).split(END)
        if not len(bares) == len(uppers) == len(contents) + 1:
            bares = uppers = [b""] * len(contents)
        before = 0
        for content, said, upper in zip(contents, bares, uppers, strict=False):
            bare, shape = said, self.known.get(said)
            if shape is None and TEXT in content:
                bare = _without_texts(content)
                shape = self.known.get(bare)
                if shape and len(self.known) < MOST:
                    self.known[said] = shape
            number = self._number(content, upper, shape) if shape and self.is_trusted else 0
            if not (shape and number):
                yield Row(content, bare, None, before)
                before = 0
                continue
            if shape.width:
                self.height = max(self.height, number)
                self.width = max(self.width, shape.width)
            if shape.formulas:
                yield Row(content, bare, shape, number)
            before = number

    def learn(self, row: Row, cells: int, width: int, formulas: Sequence[int]) -> None:
        """Remember the shape of a row that holds nothing but cells with values and formulas."""
        bare = row.bare
        head = bare[: bare.find(b'"') + 1]
        if (
            len(self.known) < MOST
            and VALUE not in row.content
            and head.strip() == START
            and bare.count(b'="') == bare.count(b"=")
            and not any(odd in bare for odd in ODD)
        ):
            self.known[bare] = Shape(len(head), cells, width, formulas)

    def _number(self, content: bytes, upper: bytes, shape: Shape) -> int:
        """Return the number of a row of which every cell says that number, else 0."""
        number = upper[shape.start : upper.find(b'"', shape.start)]
        if (
            number.isdigit()
            and len(number) <= MOST_DIGITS
            and upper.count(CELL + number + b'"') == shape.cells
            and VALUE not in content
            and not (self.styled and any(style in content for style in self.styled))
        ):
            return int(number)
        return 0


def _without_texts(content: bytes) -> bytes:
    """Return a row without its digits and the texts of its cells.

    A text that holds a mark is left: it may be a comment, in which anything may stand.
    """
    first, *parts = content.split(TEXT)
    bare = [first]
    for part in parts:
        start, end = part.find(b">") + 1, part.find(TEXT_END)
        has_mark = end < start or part.find(b"<", start, end) >= 0
        bare.append(part if has_mark else part[:start] + part[end:])
    return TEXT.join(bare).translate(None, DIGITS)


def texts_between(content: bytes, start: bytes, end: bytes) -> list[str]:
    """Return the texts of the elements of a row that begin and end so."""
    parts = content.split(start)[1:]
    return [
        part.partition(b">")[2].partition(end)[0][:MOST_BYTES].decode("utf-8", "replace")
        for part in parts
    ]
