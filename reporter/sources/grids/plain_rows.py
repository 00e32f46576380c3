"""Rows of a sheet that say nothing but their values: one expression knows them, none is parsed.

Knows how rows are written by the programs that write workbooks. Never what a cell means.

Most rows of a long sheet have nothing to note: no error, no style that says something, not hidden.
Those that are written in the usual way, letter for letter, are known at once, with the place of
their formulas; anything else, a quote or a comment where none is usual, is left to the parser. No
part of the expression gives back what it took, so that it reads a row in linear time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_uppercase

from reporter.patterns import pattern
from reporter.sources.grids.cells import column_number

ATTRIBUTES = (
    *("customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed"),
    *("thickTop", "thickBot", "x14ac:dyDescent"),
)
"""What a row may say of its looks, in the order of the standard."""
HIDDEN, HEIGHT = ' hidden="(?:0|false)"', r' ht="(?!0(?:\.0)?")[-.:\w]*+"'
SAID = {"hidden": HIDDEN, "ht": HEIGHT}
NUMBER = r"<v>[-+.0-9eE]++</v>"
PLAIN = r"[^<&>\x00-\x1f]"
CHARACTERS = rf"{PLAIN}*+(?:(?:[\t\n]|&(?:amp|lt|gt|quot|apos);){PLAIN}*+)*+"
"""What a text is made of, whatever its encoding holds: that is looked at for a whole block."""
HIGHEST = b"\xef\xbf"
"""How the characters begin of which XML allows not all."""
FORMULA = rf'<f(?: aca="false"| ca="1")?+>{PLAIN}++</f>'
FORMULA_END = b"</f><v>"
FORMULAS = pattern(
    rb'<c r="([A-Z]++)(\d++)"(?: s="\d++")?+(?: t="n")?+><f[^>]*+>([^<]++)</f>', re.ASCII
)
"""A formula that gives a number: its column, its row and its text, in rows that are plain."""


@lru_cache
def plain_row(telling: frozenset[str]) -> re.Pattern[bytes]:
    """Return what a plain row is: its number, then an empty group where a cell of it is filled.

    Each cell says the number of its row.

    Args:
        telling: the styles that say something, which no plain row has.
    """
    style = rf'(?: s="(?!(?:{"|".join(map(re.escape, sorted(telling)))})")\d++")?+'
    looks = (SAID.get(name, f' {name}="[-.:\\w]*+"') for name in ATTRIBUTES)
    written = "".join(f"(?:{its})?+" for its in looks)
    value = (
        rf">(?:{NUMBER}|{FORMULA}{NUMBER})"
        rf'| t="inlineStr"><is><t(?: xml:space="preserve")?+>{CHARACTERS}</t></is>'
        rf'| t="(?:n|s|b)">(?:{NUMBER}|{FORMULA}{NUMBER})'
        rf'| t="str">(?:{FORMULA})?+<v>(?!<){CHARACTERS}</v>'
    )
    cell = rf'<c r="[A-Z]{{1,3}}+\1"{style}(?:(?:{value})</c>()|(?: t="n")?+ ?+/>|></c>)'
    row = rf'\s*+<row r="([1-9]\d{{0,6}}+)"(?: spans="[\d:]*+")?+{style}{written}>'
    return re.compile(f"{row}(?:{cell})*+</row>".encode(), re.ASCII)


def width_of(rows: bytes, least: int) -> int:
    """Return how many columns the filled cells of plain rows span, or the least if they do not."""
    found = set(_beyond(least).findall(rows))
    return max((column_number(letters.decode()) + 1 for letters in found), default=least)


@lru_cache
def _beyond(columns: int) -> re.Pattern[bytes]:
    """Return what a cell is that is not empty, beyond some columns of one letter, in plain rows."""
    known = ascii_uppercase[:columns] or "@"
    found = rf'<c r="(?![{known}]\d)([A-Z]++)\d++"[^>]*+(?<!/)>(?!</c>)'
    return re.compile(found.encode(), re.ASCII)


def is_sound(block: bytes) -> bool:
    """Tell whether bytes are those of characters that XML allows, the controls aside."""
    if block.isascii():
        return True
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return HIGHEST not in block
