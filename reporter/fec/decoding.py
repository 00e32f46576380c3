"""Bytes → the lines of a FEC: encoding, ends of lines, blank lines.

Knows bytes. Never fields. Source: art. A47 A-1, VI (records end with CR, LF or both) and XII 1°
(ASCII, ISO-8859-15; the administration takes UTF-8 too, BOI-CF-IOR-60-40-20).
"""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import is_utf8
from reporter.fec.remarks import doubt, error
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.fec.remarks import Remark

END = pattern(rb"\r\n|\n|\r")
NOT_LATIN = pattern(rb"[\x80-\x9f]")
LATIN, WINDOWS = "iso-8859-15", "cp1252"
ENDS = {b"\r\n": "CR LF", b"\n": "LF", b"\r": "CR"}
END_OF_FILE = b"\x1a"
"""What old programs write after the last line."""


class Numbered(NamedTuple):
    """A line and its number in the file, from 1."""

    number: int
    text: str


def decode(data: bytes, remarks: list[Remark]) -> list[Numbered]:
    """Return the lines that are not blank; what is wrong with the bytes goes to `remarks`."""
    if b"\x00" in data:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        fix = "enregistrer le fichier en UTF-8 ou en ISO-8859-15"
        remarks.append(error("octet nul : encodage interdit", line, fix=fix))
        return []
    if data.startswith(BOM_UTF8):
        fix = "l’enregistrer sans BOM, qui fausse le premier nom de colonne pour certains outils"
        remarks.append(doubt("marque d’ordre des octets (BOM)", 1, fix=fix))
        data = data.removeprefix(BOM_UTF8)
    data = data.rstrip(END_OF_FILE)
    raw, ends = END.split(data), END.findall(data)
    if raw[-1] == b"":
        raw.pop()
    remarks += _other_ends(ends)
    remarks += _blank_lines(raw)
    return [Numbered(n, text) for n, text in enumerate(_texts(raw, remarks), 1) if text.strip()]


def _other_ends(ends: list[bytes]) -> Iterator[Remark]:
    for number, end in enumerate(ends, 1):
        if end != ends[0]:
            fix = f"finir toutes les lignes par {ENDS[ends[0]]}, et n’en mettre aucun dans un champ"
            yield doubt("fin de ligne différente des autres", number, ENDS[end], fix)


def _blank_lines(raw: list[bytes]) -> Iterator[Remark]:
    for number, line in enumerate(raw, 1):
        if not line.strip():
            yield doubt("ligne vide", number, fix="l’effacer")


def _texts(raw: list[bytes], remarks: list[Remark]) -> Iterator[str]:
    """Yield the text of each line: UTF-8 where it is, else ISO-8859-15, else Windows-1252."""
    unicode = any(not line.isascii() and is_utf8(line) for line in raw)
    for number, line in enumerate(raw, 1):
        if is_utf8(line):
            yield line.decode()
            continue
        windows = bool(NOT_LATIN.search(line))
        text = line.decode(WINDOWS if windows else LATIN, errors="replace")
        shown = "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in text)
        if unicode:
            fix = "enregistrer tout le fichier en UTF-8"
            remarks.append(error("deux encodages mêlés", number, shown, fix))
        elif windows:
            fix = "Windows-1252 est toléré : le texte demande UTF-8 ou ISO-8859-15"
            remarks.append(doubt("caractère hors d’ISO-8859-15", number, shown, fix))
        yield text
