"""Sound inputs of every kind, and what breaks them where it hurts: not bytes, but their structure.

Each function takes a source of chance, so that a seed gives the same input again.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from reporter import load
from reporter.accounting.pack import pack
from reporter.formats.pack import render
from tests.formats.test_sandbox import ALLOWED, FORBIDDEN
from tests.sources import hostile

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

ROOT = Path(__file__).parents[2]
VALUES = (
    "", "x", "=1+1", "#REF!", "TOTAL", "31/02/2020", "1e308", "-0", "٣", "\u202e", "9" * 400,
    "9" * 5000, "20 %", "1,234", "NaN", "inf", "'", '"', ";", "Date", "Client", "Jours", "TJM",
    "janv. 2023", "7h30", "<a>", "&#0;", "&#x1F600;", "&a;", "]]>", "\0", "é" * 1000, "-1", "0",
    "1048577", "4294967296", "99999999999999999999", "-2147483648", "1.5", "1e9", "A1:XFD1048576",
    "s", "inlineStr", "b", "e", "d", "str", "../../../etc/passwd", "true", "31/12/9999",
    "01/01/0001", "2020-13-45", "\x1b[31m", "\r", "\n", "\t", "\u2028", "\ud800",
)  # fmt: skip
LETTERS = "0123456789abcZ.,;:-+*/%\"'[](){}=<>#&| \n\té"
NAMES = (
    "[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
    "xl/styles.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "content.xml", "a/../b", "",
)  # fmt: skip


def bytes_of(chance: Random) -> bytes:
    """Return a hostile value as bytes."""
    return chance.choice(VALUES).encode("utf-8", "surrogatepass")


def zip_members(data: bytes, chance: Random) -> bytes:
    """Take members away, swap them, write them twice or under other names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    for _ in range(chance.choice((1, 1, 2, 3))):
        at, other = chance.randrange(len(members)), chance.randrange(len(members))
        name, content = members[at]
        members[at] = chance.choice(
            (
                (name, b""),
                (name, content[: chance.randrange(len(content) + 1)]),
                (name, members[other][1]),
                (chance.choice(NAMES), content),
                (name.upper(), content),
                (name, content * chance.choice((2, 3))),
            )
        )
        if chance.random() < 0.2 and len(members) > 1:
            del members[other]
    return zipped(members, chance)


def zipped(members: list[tuple[str, bytes]], chance: Random) -> bytes:
    """Return a zip of members, compressed in one way or another, two of one name allowed."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")  # two members of one name
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = chance.choice((0, 8, 8, 8, 12))
            archive.writestr(info, content)
    return out.getvalue()


def xml(data: bytes, chance: Random) -> bytes:
    """Change attributes, texts or elements of one member of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    at = chance.randrange(len(members))
    name, content = members[at]
    for _ in range(chance.choice((1, 1, 2, 5))):
        content = chance.choice((_attribute, _text, _text, _element))(content, chance)
    members[at] = (name, content)
    return zipped(members, chance) if chance.random() < 0.1 else hostile.zipped(dict(members))


def _spot(pattern: bytes, content: bytes, chance: Random) -> re.Match[bytes] | None:
    found = list(re.finditer(pattern, content[:200_000]))
    return chance.choice(found) if found else None


def _attribute(content: bytes, chance: Random) -> bytes:
    spot = _spot(rb'\s[\w:.-]+="[^"]*"', content, chance)
    if spot is None:
        return content
    name = spot[0].split(b"=")[0]
    new = chance.choice((b"", spot[0] * 2, name + b'="' + bytes_of(chance) + b'"'))
    return content[: spot.start()] + new + content[spot.end() :]


def _text(content: bytes, chance: Random) -> bytes:
    spot = _spot(rb">[^<>]*<", content, chance)
    if spot is None:
        return content
    return content[: spot.start() + 1] + bytes_of(chance) + content[spot.end() - 1 :]


def _element(content: bytes, chance: Random) -> bytes:
    spot = _spot(rb"</?[\w:]+[^<>]*>", content, chance)
    if spot is None:
        return content
    new = chance.choice((b"", spot[0] * 2, spot[0] * 300, b"<x>" + spot[0], b"<!-- "))
    return content[: spot.start()] + new + content[spot.end() :]


def lines(text: str, chance: Random, marks: str) -> str:
    """Change the fields of a text in lines: a CSV, a FEC, settings."""
    rows = [re.split(f"([{marks}])", row) for row in text.split("\n")]
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        row = chance.choice(rows)
        at = chance.randrange(len(row))
        row[at] = chance.choice((chance.choice(VALUES), chance.choice(marks), row[at] * 2, ""))
        if chance.random() < 0.2:
            rows.insert(chance.randrange(len(rows)), list(chance.choice(rows)))
        if chance.random() < 0.1 and len(rows) > 2:
            del rows[chance.randrange(len(rows))]
    return "\n".join("".join(row) for row in rows)


def template(chance: Random) -> str:
    """Return pieces of templates put together, some of which are cut."""
    pieces = [chance.choice((*FORBIDDEN, *ALLOWED)) for _ in range(chance.choice((1, 2, 3)))]
    text = "".join(pieces)
    for _ in range(chance.choice((0, 1, 1, 3))):
        at = chance.randrange(len(text) + 1)
        end = at + chance.choice((0, 0, 1, 3, 9))
        new = chance.choice(("", *LETTERS, *VALUES, "{{", "}}", "{%", "%}", "|", "~", "range("))
        text = text[:at] + new + text[end:]
    return text


def encoded(text: str, chance: Random) -> bytes:
    """Return a text in one encoding or another."""
    name = chance.choice(("utf-8", "utf-8", "utf-8", "cp1252", "utf-16", "utf-8-sig"))
    return text.encode(name, "replace")


def workbooks() -> dict[str, bytes]:
    """Return sound workbooks that are zips."""
    rows = [hostile.HEADER, hostile.GOOD, hostile.GOOD]
    dated = hostile.ods_row(*hostile.HEADER) + hostile.ods_row(*hostile.GOOD)
    return {
        "a.xlsx": (ROOT / "data" / "2020.xlsx").read_bytes(),
        "b.xlsx": hostile.xlsx(hostile.sheet(*rows)),
        "c.xlsx": hostile.xlsx(hostile.sheet(*rows)),
        "e.ods": hostile.ods(dated),
    }


def texts() -> dict[str, Callable[[Random], str]]:
    """Return, by name, what makes broken texts of each kind."""
    sheet = ";".join(map(str, hostile.HEADER)) + "\n" + "31/03/2020;Client A;10,5;700;7350,00\n" * 3
    spent = "Date;Libellé;Catégorie;HT;TVA;TTC\n31/03/2020;Loyer;Bureau;100,00;20,00;120,00\n" * 2
    opened = load(ROOT)
    files = render(pack(opened.activity, opened.measure(2020)), ["fec"])
    fec = next(data.decode() for name, data in files.items() if name.endswith(".txt"))
    short = "\n".join(fec.splitlines()[:12]) + "\n"
    settings = (ROOT / "bilan.toml").read_text(encoding="utf-8") + (
        '[comptes]\n"Loyer" = "613200"\n[tva]\nregime = "normal"\n[lecture]\nlignes = 900\n'
        '[colonnes]\n"Net" = "Montant HT"\n[verifications]\nignorer = ["doublon"]\n'
        "[exercice.2019]\ndebut = 2019-01-01\nfin = 2019-12-31\n"
    )
    return {
        "jours.csv": lambda chance: lines(sheet, chance, ";/,"),
        "dépenses.csv": lambda chance: lines(spent, chance, ";/,"),
        "fec": lambda chance: lines(short, chance, "\t"),
        "toml": lambda chance: lines(settings, chance, '="-'),
        "template": template,
    }


def run() -> None:
    """Nothing to measure here."""
