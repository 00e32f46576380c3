"""Bytes → the lines of a FEC: encoding, ends of lines, blank lines.

Knows bytes. Never fields.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import is_utf8
from reporter.errors import BadCell, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

END = re.compile(rb"\r\n|\n|\r")
NOT_LATIN = re.compile(rb"[\x80-\x9f]")
LATIN = "iso-8859-15"
ENDS = {b"\r\n": "CR LF", b"\n": "LF", b"\r": "CR"}


class Numbered(NamedTuple):
    """A line and its number in the file, from 1."""

    number: int
    text: str


def at(name: str, number: int) -> Place:
    """Return the place of a line."""
    return Place(name, row=number)


def decode(data: bytes, name: str, errors: list[BadCell]) -> list[Numbered]:
    """Return the lines that are not blank; what is wrong with the bytes goes to `errors`."""
    if b"\x00" in data:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        fix = "enregistrer le fichier en UTF-8 ou en ISO-8859-15"
        errors.append(BadCell("octet nul : encodage interdit", at(name, line), fix=fix))
        return []
    if data.startswith(BOM_UTF8):
        fix = "enregistrer le fichier en UTF-8 sans BOM : il fausse le premier nom de colonne"
        errors.append(BadCell("marque d’ordre des octets (BOM)", at(name, 1), fix=fix))
        data = data.removeprefix(BOM_UTF8)
    raw, ends = END.split(data), END.findall(data)
    if raw[-1] == b"":
        raw.pop()
    errors += _other_ends(ends, name)
    errors += _blank_lines(raw, name)
    return [
        Numbered(n, text) for n, text in enumerate(_texts(raw, name, errors), 1) if text.strip()
    ]


def _other_ends(ends: list[bytes], name: str) -> Iterator[BadCell]:
    for number, end in enumerate(ends, 1):
        if end != ends[0]:
            fix = f"finir toutes les lignes par {ENDS[ends[0]]}, et n’en mettre aucun dans un champ"
            yield BadCell(
                "fin de ligne différente des autres", at(name, number), shown=ENDS[end], fix=fix
            )


def _blank_lines(raw: list[bytes], name: str) -> Iterator[BadCell]:
    for number, line in enumerate(raw, 1):
        if not line.strip():
            yield BadCell("ligne vide", at(name, number), fix="l’effacer")


def _texts(raw: list[bytes], name: str, errors: list[BadCell]) -> Iterator[str]:
    """Yield the text of each line: UTF-8 where it is, else ISO-8859-15."""
    unicode = any(not line.isascii() and is_utf8(line) for line in raw)
    for number, line in enumerate(raw, 1):
        if is_utf8(line):
            yield line.decode()
            continue
        text = line.decode(LATIN)
        shown = "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in text)
        if unicode:
            fix = "enregistrer tout le fichier en UTF-8"
            errors.append(BadCell("deux encodages mêlés", at(name, number), shown=shown, fix=fix))
        elif NOT_LATIN.search(line):
            fix = "enregistrer le fichier en UTF-8 ou en ISO-8859-15 (Windows-1252 n’est pas admis)"
            errors.append(
                BadCell("caractère hors d’ISO-8859-15", at(name, number), shown=shown, fix=fix)
            )
        yield text
