"""Random books, written in random layouts, are read back line by line, to the cent."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reporter.model import Day, cents
from reporter.settings.reading import Rules
from reporter.sources.reading import Reading, read
from tests.workbooks import workbook

RULES = Rules(hours=Decimal(7))
CLIENTS = ("Compagnie du Ponant", "24ème Rue", "Total Énergies", "Mutuelle des Trois Rives")
Drawn = tuple[list[Day], list[list[Any]], list[str], bool]
HEADERS = {
    "date": ("Date", " DATE ", "Date facture", "date_facture"),
    "client": ("Client", "CLIENT", "Nom du client", "client "),
    "days": ("Jours", "Nb de jours", "NOMBRE_JOURS", "Jours facturés"),
    "hours": ("Heures", "temps (en heure)"),
    "rate": ("TJM", "T.J.M.".replace(".", ""), "Prix journalier", "TJM (€ HT)"),
    "amount": ("Montant HT", "montant_ht", "Total HT", "HT"),
    "vat": ("Montant TVA", "TVA (€)", "TVA"),
    "vat_rate": ("Taux TVA", "TVA %", "TVA"),
    "gross": ("Montant TTC", "TTC", "total ttc"),
    "invoice": ("N° Facture", "#numero_facture", "Facture"),
    "unknown": ("Humeur", "Statistique", ""),
}


@st.composite
def lines(draw: Any) -> list[Day]:
    """Draw days billed; a line sometimes repeats the date or the client of the line before."""
    found = []
    for number in range(draw(st.integers(1, 8))):
        days = draw(st.sampled_from(["1", "0.5", "2", "10.5", "21"]))
        rate = draw(st.decimals(100, 1500, places=draw(st.sampled_from([0, 2]))))
        amount = cents(Decimal(days) * rate)
        vat_rate = Decimal(draw(st.sampled_from(["0.2", "0.1", "0"])))
        found.append(
            Day(
                date=draw(st.dates(date(2018, 1, 1), date(2022, 12, 31))),
                client=draw(st.sampled_from(CLIENTS)),
                days=Decimal(days),
                rate=rate,
                amount=amount,
                vat_rate=vat_rate,
                vat=cents(amount * vat_rate),
                invoice=f"F-{number}",
                place=None,  # type: ignore[arg-type]  # left out of comparisons
            )
        )
    return found


def number(draw: Any, value: Decimal, *, as_text: bool) -> Any:
    if not as_text:
        return float(value)
    grouped = f"{value:,f}".replace(",", draw(st.sampled_from([" ", "\u00a0", "\u202f", ""])))
    return draw(st.sampled_from(["{}", "{} €"])).format(grouped.replace(".", ","))


def day(draw: Any, value: date, *, as_text: bool) -> Any:
    forms = ["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%Y%m%d"]
    return value.strftime(draw(st.sampled_from(forms))) if as_text else value


def cells(  # noqa: PLR0911  # a way of writing for each field
    draw: Any, line: Day, field: str, *, as_text: bool
) -> Any:
    """Return what a person writes of a line in the column of a field."""
    text = as_text or draw(st.booleans())
    match field:
        case "date":
            return day(draw, line.date, as_text=text)
        case "days":
            return (
                number(draw, line.days, as_text=text).replace(" €", "")
                if text
                else float(line.days)
            )
        case "hours":
            return str(line.days * 7).replace(".", ",") if text else float(line.days * 7)
        case "vat_rate":
            percent = (line.vat_rate or Decimal(0)) * 100
            return f"{percent.normalize():f} %" if text else float(line.vat_rate or 0)
        case "gross":
            return number(draw, line.amount + (line.vat or 0), as_text=text)
        case "client" | "invoice":
            return getattr(line, field)
        case "unknown":
            return draw(st.sampled_from(["", "bof", "?"]))
        case _:
            return number(draw, getattr(line, field), as_text=text)


COLUMNS = st.sampled_from(
    [
        ("date", "client", "days", "rate"),
        ("date", "client", "hours", "rate", "invoice"),
        ("date", "client", "days", "amount", "gross"),
        ("gross", "date", "client", "days", "amount", "vat", "unknown"),
        ("unknown", "gross", "vat_rate", "date", "client", "days", "invoice"),
        ("date", "client", "days", "rate", "amount", "vat_rate", "gross", "invoice"),
    ]
)


@st.composite
def layouts(draw: Any) -> Drawn:
    """Draw lines, the rows of a sheet that holds them, its fields, and whether all is text."""
    billed = draw(lines())
    as_text = draw(st.booleans())
    fields = draw(st.permutations(draw(COLUMNS)))
    names = {field: draw(st.sampled_from(HEADERS[field])) for field in fields}
    if "vat" in fields:
        names["vat"] = draw(st.sampled_from(HEADERS["vat"][: 3 if "gross" in fields else 2]))
    header = [names[field] for field in fields]
    left = [""] * draw(st.integers(0, 2))
    rows: list[list[Any]] = [[draw(st.sampled_from(["", "Mes jours", "Société à moi"]))]] * draw(
        st.integers(0, 3)
    )
    rows.append([*left, *header])
    since = 0
    for rank, line in enumerate(billed, 1):
        rows.append([*left, *(cells(draw, line, field, as_text=as_text) for field in fields)])
        if draw(st.booleans()) and draw(st.booleans()):
            rows += draw(st.sampled_from([[], [[""]], [[*left, *header]]]))
        if draw(st.integers(0, 4)) == 0:
            rows.append(total(left, fields, billed[since:rank], "Sous-total"))
            since = rank
    if draw(st.booleans()):
        rows.append(total(left, fields, billed, "TOTAL :"))
    return billed, rows, fields, as_text


def total(left: list[str], fields: list[str], summed: list[Day], label: str) -> list[Any]:
    """Return a row of totals: its label stands in the column of the clients."""
    sums = {
        "client": label,
        "days": float(sum(line.days for line in summed)),
        "amount": float(sum(line.amount for line in summed)),
        "gross": float(sum(line.amount + (line.vat or 0) for line in summed)),
    }
    return [*left, *(sums.get(field, "") for field in fields)]


def written(root: Path, rows: list[list[Any]], *, as_csv: bool) -> Reading:
    (root / "data").mkdir()
    if as_csv:
        with (root / "data" / "jours.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(
                [
                    [str(c).replace(".", ",") if isinstance(c, float) else c for c in row]
                    for row in rows
                ]
            )
    else:
        workbook(root / "data" / "livres.xlsx", {"Jours": [tuple(row) for row in rows]})
    return read(root, RULES)


@given(layouts())
def test_what_is_written_is_read_back(drawn: Drawn) -> None:
    """Whatever the order and the words of the columns, the forms of numbers, titles and totals."""
    billed, rows, fields, as_text = drawn
    with TemporaryDirectory() as root:
        found = written(Path(root), rows, as_csv=as_text).activity.days
    assert [(line.date, line.client, line.days, line.amount) for line in found] == [
        (line.date, line.client, line.days, line.amount) for line in billed
    ]
    if "invoice" in fields:
        assert [line.invoice for line in found] == [line.invoice for line in billed]
    if {"vat", "vat_rate", "gross"}.intersection(fields):
        assert [line.vat for line in found] == [line.vat for line in billed]
