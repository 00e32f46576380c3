"""A file of text → a grid of texts: CSV, TSV, or a JSON list of entries; the home of csv.

Knows encodings, even line by line, delimiters, quotes and flat objects. Never what a column means:
a number stays the text that it is.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from functools import partial
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from reporter.characters import is_utf8
from reporter.errors import BadCell, Place
from reporter.patterns import pattern
from reporter.sources.grids.cells import Marks
from reporter.sources.grids.files import whole
from reporter.sources.grids.grid import Grid

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.settings.reading import Limits

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
EURO_OF_LATIN_9 = 0xA4
CONTROLS = range(0x80, 0xA0)
"""Bytes that are letters and signs in cp1252, and nothing in ISO-8859-15."""
LATIN_END = "\u0250"
"""The first letter beyond those of Latin alphabets: a text in UTF-16 is mostly before it."""
DELIMITERS = ";,\t|"
SEP_LINE = pattern(r"sep=(.)\r?\n?", re.IGNORECASE)
SAMPLE = 200
FEW_CELLS = 2
"""Cells of a row that may be a note, or a total and its word."""
WHY = {
    "unexpected end": "un guillemet ouvert n’est jamais fermé",
    "expected after": "un guillemet se ferme au milieu d’un texte",
    "larger than": "un texte a plus de 131 072 caractères",
}
"""What the errors of the csv module mean."""
ASK_ENTRIES = "exporter de nouveau, ou la sortir de data/"
ASK = "l’enregistrer au format CSV UTF-8, ou .xlsx, depuis un tableur"


def read_csv(path: Path, name: str, limits: Limits) -> Grid:
    """Return the cells of a file of texts; `name` is the file as its owner knows it.

    Raises:
        BadCell: where it is no text, its quotes do not close, or it is beyond the limits.
    """
    try:
        text = decoded(whole(path, name, limits))
    except NotText as error:
        shown = "ce n’est pas du texte"
        raise BadCell("fichier illisible", Place(name), shown=shown, fix=ASK) from error
    if text.lstrip("\ufeff \r\n\t")[:1] == "<":
        raise BadCell("page web, et non un tableau", Place(name), shown=text[:40], fix=ASK)
    lines = list(StringIO(text.lstrip("\ufeff"), newline=""))
    said = SEP_LINE.fullmatch(lines[0]) if lines else None
    delimiter = said[1] if said else max(DELIMITERS, key=partial(_regularity, lines))
    rows: list[list[str]] = [[""]] if said else []
    reader = csv.reader(lines[1:] if said else lines, delimiter=delimiter, strict=True)
    try:
        for row in reader:
            rows.append(row)
            _refuse_beyond(len(rows), 0, name, limits)
    except csv.Error as error:
        place = Place(name, row=reader.line_num + bool(said))
        shown = next((why for words, why in WHY.items() if words in str(error)), "")
        fix = "vérifier les guillemets à cet endroit, ou enregistrer le fichier en .xlsx"
        raise BadCell("ligne illisible", place, shown=shown, fix=fix) from error
    _refuse_broken(rows, name, ended=lines[-1:] == [] or lines[-1].endswith(("\r", "\n")))
    widths = [len(row) for row in rows] if delimiter == "," else []
    width = max(map(len, rows), default=0)
    _refuse_beyond(len(rows), width, name, limits)
    filled = [row + [""] * (width - len(row)) for row in rows]
    return Grid(file=name, sheet="", rows=filled, marks=Marks(), widths=widths)


def _refuse_broken(rows: list[list[str]], name: str, *, ended: bool) -> None:
    """Refuse a row that another mark cuts into as many cells, and a last one that is cut short."""
    counts = Counter(map(len, rows))
    width = max(counts, key=lambda it: it * counts[it], default=0)
    for number, row in enumerate(rows, 1) if width > FEW_CELLS and counts[1] else ():
        if len(row) == 1 and any(
            row[0].count(mark) >= width - 1 and f"{mark} " not in row[0] for mark in DELIMITERS
        ):
            fix = "la séparer comme les autres lignes du fichier"
            place, text = Place(name, row=number), f"séparée autrement : {row[0][:40]}"
            raise BadCell("ligne illisible", place, shown=text, fix=fix)
    last = len(rows[-1]) if rows else 0
    if not ended and FEW_CELLS < last < width and counts[width] == len(rows) - 1:
        fix = "la compléter, ou finir le fichier par un retour à la ligne"
        place = Place(name, row=len(rows))
        raise BadCell("ligne illisible", place, shown="la dernière est coupée ?", fix=fix)


def _refuse_beyond(rows: int, columns: int, name: str, limits: Limits) -> None:
    if rows > limits.rows or rows * columns > limits.cells:
        fix = f"relever lignes ({limits.rows}) ou cellules ({limits.cells}) dans [lecture]"
        raise BadCell("fichier trop grand", Place(name), fix=fix)


def _regularity(lines: list[str], delimiter: str) -> int:
    """Return how well a delimiter cuts lines: into many columns, and always as many."""
    try:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        widths = Counter(len(row) for row in islice(reader, SAMPLE) if len(row) > 1)
    except csv.Error:
        return -1
    return max(((width - 1) * count for width, count in widths.items()), default=0)


class NotText(ValueError):
    """Bytes that are no text."""


def decoded(data: bytes) -> str:
    """Return the text of bytes in UTF-8, UTF-16, cp1252, ISO-8859-15, or a mix of them by line.

    A line that is not UTF-8 is in the file's one-byte encoding: cp1252, unless its only sign of
    one is the euro of ISO-8859-15.

    Raises:
        NotText: where the bytes are no text in any of them.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data:
        text = _strict(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
        if 2 * sum(" " <= sign < LATIN_END for sign in text) <= len(text):
            raise NotText
        return text
    try:
        return data.decode()
    except UnicodeDecodeError:
        other = _one_byte(data)
        return "".join(
            line.decode() if is_utf8(line) else _strict(line, other)
            for line in data.splitlines(keepends=True)
        )


def _one_byte(data: bytes) -> str:
    others = {byte for line in data.splitlines() if not is_utf8(line) for byte in line}
    latin_9 = EURO_OF_LATIN_9 in others and not others.intersection(CONTROLS)
    return "iso-8859-15" if latin_9 else "cp1252"


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText from error
    if "\0" in text:
        raise NotText
    return text


def read_json(path: Path, name: str, limits: Limits) -> Grid:
    """Return the entries of a file, under their keys; lists become texts with commas.

    Timewarrior writes an entry a line below the bracket: a row is then that line of the file.

    Raises:
        BadCell: where it is no list of flat objects, or is beyond the limits.
    """
    import json

    try:
        entries = json.loads(whole(path, name, limits).decode("utf-8-sig"), parse_float=str)
    except (ValueError, RecursionError) as error:
        raise BadCell("liste de saisies illisible", Place(name), fix=ASK_ENTRIES) from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadCell("liste de saisies illisible", Place(name), fix=ASK_ENTRIES)
    keys = list(dict.fromkeys(key for entry in entries for key in entry))
    _refuse_beyond(len(entries), len(keys), name, limits)
    rows = [keys, *([_text(entry.get(key)) for key in keys] for entry in entries)]
    return Grid(file=name, sheet="", rows=rows, marks=Marks())


def _text(value: Any) -> str:
    """Return a value as a cell holds it."""
    if isinstance(value, list):
        return ",".join(map(_text, value))
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
