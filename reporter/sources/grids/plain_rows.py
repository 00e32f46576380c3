"""Rows of a sheet that say nothing but their values: one expression knows them, none is parsed.

Knows how rows are written by the programs that write workbooks. Never what a cell means.

Most rows of a long sheet have nothing to note: no error, no style that says something, not hidden.
Those that are written in the usual way, letter for letter, are known at once, with the place of
their formulas; anything else, a quote or a comment where none is usual, is left to the parser. No
part of the expression gives back what it took, so that it reads a row in linear time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.errors import column_letters
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection

FEWEST_COLUMNS, MOST_COLUMNS = 8, 128
ATTRIBUTES = (
    *("customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed"),
    *("thickTop", "thickBot", "x14ac:dyDescent"),
)
"""What a row may say of its looks, in the order of the standard."""
HIDDEN, HEIGHT = ' hidden="(?:0|false)"', r' ht="(?!0(?:\.0)?")[-.:\w]*+"'
SAID = {"hidden": HIDDEN, "ht": HEIGHT}
NUMBER = r"<v>[-+.0-9eE]++</v>"
CHARACTERS = r"(?:[^<&>\x00-\x1f]++|[\t\n]|&(?:amp|lt|gt|quot|apos);)"
"""What a text is made of, whatever its encoding holds: that is looked at for a whole block."""
HIGHEST = b"\xef\xbf"
"""How the characters begin of which XML allows not all."""
FORMULA = r'<f(?: aca="false"| ca="1")?+>[^<&>\x00-\x1f]++</f>'
FORMULA_END = b"</f><v>"
FORMULAS = pattern(
    rb'<c r="([A-Z]++)(\d++)"(?: s="\d++")?+(?: t="n")?+><f[^>]*+>([^<]++)</f>', re.ASCII
)
"""A formula that gives a number: its column, its row and its text, in rows that are plain."""


def wide_enough(columns: int) -> int:
    """Return for how many columns an expression is made, where a sheet has so many."""
    return min(max(1 << (columns - 1).bit_length(), FEWEST_COLUMNS), MOST_COLUMNS)


def plain_row(columns: int, telling: Collection[str]) -> re.Pattern[bytes]:
    """Return what a plain row is: its number, then a group for each column whose cell is filled.

    Each cell says the number of its row, and stands to the right of the one before.

    Args:
        columns: how many columns a row may have.
        telling: the styles that say something, which no plain row has.
    """
    telling_ones = "|".join(map(re.escape, sorted(telling)))
    style = rf'(?: s="(?!(?:{telling_ones})")\d++")?+' if telling else r'(?: s="\d++")?+'
    looks = (SAID.get(name, f' {name}="[-.:\\w]*+"') for name in ATTRIBUTES)
    written = "".join(f"(?:{its})?+" for its in looks)
    value = (
        rf'(?: t="(?:n|s|b)")?+>(?:{FORMULA})?+{NUMBER}'
        rf'| t="inlineStr"><is><t(?: xml:space="preserve")?+>{CHARACTERS}*+</t></is>'
        rf'| t="str">(?:{FORMULA})?+<v>{CHARACTERS}++</v>'
    )
    cell = rf'{style}(?:(?:{value})(</c>)|(?: t="n")?+ ?+/>|></c>)'
    cells = (rf'(?:<c r="{column_letters(column)}\1"{cell})?+' for column in range(columns))
    row = rf'\s*+<row r="([1-9]\d{{0,6}}+)"(?: spans="[\d:]*+")?+{style}{written}>'
    return re.compile(f"{row}{''.join(cells)}</row>".encode(), re.ASCII)


def is_sound(block: bytes) -> bool:
    """Tell whether bytes are those of characters that XML allows, the controls aside."""
    if block.isascii():
        return True
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return HIGHEST not in block
