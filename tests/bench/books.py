"""Large books, written byte by byte: a workbook of billed days, fixed fees and expenses.

Knows how many lines are asked for. Half of the rates and one VAT in nine are odd, so that the
rules of doubt have something to say, as on books of several people.
"""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING

from tests.sources import hostile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST = date(1899, 12, 30)
START = (date(2017, 1, 2) - FIRST).days
SPAN = 1400
SETTINGS = (
    "[lecture]\ncontenu_mo = 1000\ntaille_mo = 200\nlignes = 1_100_000\ncellules = 12_000_000\n"
)
STYLES = (
    f'<styleSheet xmlns="{hostile.MAIN}"><fonts><font/></fonts><fills><fill/></fills>'
    '<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
DAYS = (
    "Date", "Facture", "Client", "Mission", "Jours", "TJM", "Montant HT", "TVA", "Montant TTC",
    "Intervenant", "Date de paiement",
)  # fmt: skip
FEES = ("Date", "Facture", "Client", "Prestation", "Montant HT", "TVA", "Date de paiement")
EXPENSES = ("Date", "Fournisseur", "Libellé", "Catégorie", "Montant HT", "TVA", "Date de paiement")
CATEGORIES = ("Loyer", "Logiciels", "Déplacements", "Repas", "Assurance", "Télécom", "Banque")
Values = tuple["str | float", ...]


def books(folder: Path, days: int) -> Path:
    """Write a folder with that many lines of days and 60 % as many others; return its workbook."""
    path = folder / str(days) / "data" / "livres.xlsx"
    path.parent.mkdir(parents=True)
    (path.parents[1] / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    fees, expenses = days // 5, days * 2 // 5
    sheets: tuple[tuple[str, Values, Callable[[int, int], Values], int], ...] = (
        ("Jours", DAYS, _day, days),
        ("Forfaits", FEES, _fee, fees),
        ("Dépenses", EXPENSES, _expense, expenses),
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in _members([title for title, *_ in sheets]).items():
            archive.writestr(name, data)
        archive.writestr("xl/styles.xml", STYLES)
        for number, (_, header, line, count) in enumerate(sheets, 1):
            name = f"xl/worksheets/sheet{number}.xml"
            with archive.open(name, "w", force_zip64=True) as sheet:
                start, end = hostile.sheet(header).split("</sheetData>")
                sheet.write(start.encode())
                for row in range(count):
                    sheet.write(_row(row + 2, line(row, count)).encode())
                sheet.write(f"</sheetData>{end}".encode())
    return path


def _members(titles: list[str]) -> dict[str, str]:
    """Return the files of a workbook but for its sheets and its styles."""
    named = "".join(
        f'<sheet name="{title}" sheetId="{n}" r:id="rId{n}"/>' for n, title in enumerate(titles, 1)
    )
    linked = "".join(
        f'<Relationship Id="rId{n}" Type="{hostile.LINKS}/{kind}" Target="{target}"/>'
        for n, kind, target in (
            *((n, "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(titles) + 1)),
            (len(titles) + 1, "styles", "styles.xml"),
        )
    )
    start = f'<workbook xmlns="{hostile.MAIN}" xmlns:r="{hostile.LINKS}">'
    one = {name: data.decode() for name, data in hostile.members("").items()}
    return {
        "[Content_Types].xml": one["[Content_Types].xml"],
        "_rels/.rels": one["_rels/.rels"],
        "xl/workbook.xml": f"{start}<sheets>{named}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{hostile.PACKAGE}/relationships">{linked}</Relationships>'
        ),
    }


def _date(number: int, count: int) -> int:
    return START + number * SPAN // count


def _vat(number: int) -> float:
    return 0.196 if number % 9 == 0 else 0.2


def _day(number: int, count: int) -> Values:
    when = _date(number, count)
    days, rate = 1 / (1 + number % 2), 600.0 + (number * 37) % 400
    if number % 2 == 0:
        rate = 1200 + (number * 7919) % 90_000 / 100
    worker = f"Personne {number % (count // SPAN + 1)}"
    amount, vat = round(days * rate, 2), _vat(number)
    return (
        when, f"F{number // 3:06d}", f"Client {number // 3 % 40}", f"Mission {number % 90}", days,
        rate, amount, vat, round(amount * (1 + vat), 2), worker, when + 30,
    )  # fmt: skip


def _fee(number: int, count: int) -> Values:
    when, amount = _date(number, count), 900 + (number * 131) % 5000 + number % 97 / 100
    client = f"Client {number % 40}"
    return when, f"P{number:06d}", client, f"Audit {number % 30}", amount, _vat(number), when + 30


def _expense(number: int, count: int) -> Values:
    when, amount = _date(number, count), 10 + (number * 53) % 3000 + number % 89 / 100
    label, category = f"Achat {number % 2000}", CATEGORIES[number % len(CATEGORIES)]
    return when, f"Fournisseur {number % 200}", label, category, amount, _vat(number), when + 15


def _row(row: int, values: Values) -> str:
    cells = "".join(hostile.cell(row, column, value) for column, value in enumerate(values))
    for column in (0, len(values) - 1):
        at = f'r="{chr(65 + column)}{row}"'
        cells = cells.replace(at, f'{at} s="1"', 1)
    return f'<row r="{row}">{cells}</row>'


def run() -> None:
    """Nothing to measure here."""
