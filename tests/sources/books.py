"""One set of books, and the ways people would keep them: the same lines, laid out otherwise."""

from __future__ import annotations

import csv
import io
import subprocess
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.workbooks import Rows, workbook

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "[lecture]\nheures_par_jour = 7\n"
RATES: dict[tuple[str, str], float] = {
    ("Compagnie du Ponant", "Flux"): 712.5,
    ("24ème Rue", "Audit"): 650,
}
MONTH = [date(2020, 3, 1) + timedelta(days=n) for n in range(31)]
WORKED: dict[tuple[str, str], dict[date, float]] = {
    ("Compagnie du Ponant", "Flux"): {
        day: 1 if day.day % 3 else 0.5 for day in MONTH if day.weekday() < 3
    },
    ("24ème Rue", "Audit"): {day: 1 for day in MONTH if day.weekday() in (3, 4)},
}
"""The days of each mission, by date: 1 or a half."""

DAYS: Rows = [
    ("Date", "Client", "Mission", "Jours", "TJM", "Montant HT", "Taux TVA", "Montant TTC"),
    *(
        (
            day,
            *names,
            days,
            RATES[names],
            days * RATES[names],
            0.2,
            round(days * RATES[names] * 1.2, 2),
        )
        for names, worked in WORKED.items()
        for day, days in worked.items()
    ),
]
FEES: Rows = [
    ("Date", "Client", "Prestation", "Montant HT", "Taux TVA", "Montant TTC"),
    (date(2020, 2, 29), "Compagnie du Ponant", "Infogérance", 1234.56, 0.2, 1481.47),
    (date(2020, 4, 30), "24ème Rue", "Formation", 12345.67, 0.2, 14814.8),
    (date(2020, 5, 4), "24ème Rue", "Avoir sur formation", -345.67, 0.2, -414.8),
]
EXPENSES: Rows = [
    ("Date", "Fournisseur", "Libellé", "Catégorie", "Montant HT", "Durée d’amortissement"),
    (date(2020, 1, 2), "Les Bureaux du Quai", "Poste partagé", "Loyer", 310, None),
    (date(2020, 2, 10), "Forge Numérique", "Serveur", "Matériel", 1500, 3),
    (date(2020, 3, 31), "Télécom Alizé", "Fibre", "Télécommunications", 51.99, None),
    (date(2020, 6, 1), "", "Avance", "Compte courant d’associé", 5000, None),
]
SHEETS = {"Jours": DAYS, "Forfaits": FEES, "Dépenses": EXPENSES}


def french(cell: Any) -> str:
    """Return a cell as a French spreadsheet exports it."""
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    return "" if cell is None else str(cell)


def text(rows: Rows, delimiter: str) -> str:
    """Return rows as CSV with decimal commas."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([map(french, row) for row in rows])
    return out.getvalue()


def as_xlsx(data: Path) -> None:
    """A workbook with three sheets."""
    workbook(data / "livres.xlsx", SHEETS)


def as_csv(data: Path, delimiter: str, encoding: str) -> None:
    """A file of texts for each sheet."""
    for title, rows in SHEETS.items():
        (data / f"{title.lower()}.csv").write_bytes(text(rows, delimiter).encode(encoding))


def as_grid(data: Path) -> None:
    """A monthly timesheet in hours, the rates on a sheet of missions."""
    header = ("Client", "Mission", *range(1, 32), "Total heures")
    sheet: Rows = [("Compte rendu d’activité",), (), header]
    sheet += [(None, None, *("LMMJVSD"[day.weekday()] for day in MONTH))]
    for names, worked in WORKED.items():
        hours = [worked[day] * 7 if day in worked else None for day in MONTH]
        sheet.append((*names, *hours, sum(h for h in hours if h)))
    sheet.append(("Congés", None, *[None] * 30, 7, 7))
    sheet.append(("Total", None, *[None] * 31, sum(row[-1] for row in sheet[4:])))
    missions: Rows = [("Client", "Mission", "TJM", "Du", "Au")]
    for names, rate in RATES.items():
        missions.append((*names, rate, date(2020, 1, 1), date(2020, 6, 30)))
        missions.append((*names, rate + 50, date(2020, 7, 1), None))
    sheets = {"Mars 2020": sheet, "Missions": missions, "Forfaits": FEES, "Dépenses": EXPENSES}
    workbook(data / "cra.xlsx", sheets)


def as_mixed(data: Path) -> None:
    """Titles, blocks, subtotals, repeated headers, TTC before HT, tables side by side."""
    header = (
        "TTC",
        "Date",
        "client",
        "n°facture",
        "Nb de jours",
        "Montant_HT ",
        "TJM (€ HT)",
        "Humeur",
    )
    sheet: Rows = [("Mes jours de 2020",), (), header]
    for (client, mission), worked in WORKED.items():
        lines: Rows = []
        for day, days in worked.items():
            amount = days * RATES[client, mission]
            name = client.upper() if len(lines) == 2 else client
            shown = name if len(lines) % 2 == 0 else None
            when = day.strftime("%d.%m.%Y") if len(lines) % 2 else day
            lines.append(
                (
                    f"{amount * 1.2:.2f} €",
                    when,
                    shown,
                    "F",
                    days,
                    amount,
                    RATES[client, mission],
                    "?",
                )
            )
        count, total = sum(row[4] for row in lines), sum(row[5] for row in lines)
        sheet += [*lines, (), ("SOUS-TOTAL", None, None, None, count, total), (), header]
    sheet[-1] = (
        "TOTAL :",
        None,
        None,
        None,
        sum(r[3] for r in DAYS[1:]),
        sum(r[5] for r in DAYS[1:]),
    )
    left = [("Date", "Client", "Prestation", "HT"), *(row[:4] for row in FEES[1:])]
    gap = (None,)
    both: Rows = [("Forfaits", None, None, None, None, "Dépenses"), ()]
    for n, right in enumerate(EXPENSES):
        both.append((*(left[n] if n < len(left) else [None] * 4), *gap, *right))
    workbook(data / "tout.xlsx", {"Jours": sheet, "2020": both})


def converted(data: Path, suffix: str) -> None:
    """The workbook as LibreOffice saves it in another format."""
    as_xlsx(data)
    profile = f"-env:UserInstallation=file://{data}/.profil"
    command = ["soffice", "--headless", profile, "--convert-to", suffix, "livres.xlsx"]
    subprocess.run(command, cwd=data, check=True, capture_output=True, timeout=120)
    (data / "livres.xlsx").unlink()


WAYS = {
    "xlsx": as_xlsx,
    "csv ;": lambda data: as_csv(data, ";", "utf-8-sig"),
    "csv ,": lambda data: as_csv(data, ",", "utf-8"),
    "cp1252": lambda data: as_csv(data, ";", "cp1252"),
    "utf-16 tab": lambda data: as_csv(data, "\t", "utf-16"),
    "CRA grid in hours": as_grid,
    "mixed": as_mixed,
}
TOTALS = {
    "days": sum((Decimal(str(row[3])) for row in DAYS[1:]), Decimal(0)),
    "revenue": sum((Decimal(str(row[5])) for row in DAYS[1:]), Decimal("13234.56")),
}
