"""What honest workbooks hold beside their lines: sheets of addresses, columns that say again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reporter.errors import BadData
from reporter.settings.reading import Rules
from reporter.sources.reading import read
from tests.books.small import Small, asked, judge, ordinary, refused, right, sheets, small
from tests.workbooks import folder

HEADER = "Date | N° | Client | Montant HT | Montant TTC"
ROWS = (
    "31/01/2020 | F1 | Ponant | 1000 | 1200",
    "28/02/2020 | F2 | Nimbus | 1500 | 1800",
    "31/03/2020 | F3 | Ponant | 2000 | 2400",
)
LINES = "\n".join(("# Factures", HEADER, *ROWS))
SALES: dict[str, Any] = {"revenue": 4500}


def with_column(title: str, *cells: str) -> str:
    """Return the invoices with one more column."""
    added = zip(ROWS, cells, strict=True)
    rows = (f"{row} | {cell}" for row, cell in added)
    return "\n".join(("# Factures", f"{HEADER} | {title}", *rows))


SHEETS: list[Any] = [
    ordinary(f"a sheet {name}", f"{LINES}\n# {name}\n{rows}", **SALES)
    for name, rows in (
        (
            "Clients",
            "Client | Ville | Code postal\nPonant | Brest | 29200\nNimbus | Lorient | 56100",
        ),
        ("Clients", "Nom | TJM | Délai\nPonant | 500 | 30"),
        ("Paramètres", "TVA | 20\nTJM | 500"),
        ("Tableau de bord", "CA HT | 4500\nObjectif | 60000"),
        ("Graphique", "Mois | CA\nJanvier | 1000\nFévrier | 1500"),
        ("TVA", "Période | Collectée | Déductible\nT1 2020 | 900 | 100"),
        ("URSSAF", "Trimestre | CA déclaré | Cotisations\nT1 | 4500 | 990"),
        ("Congés", "Du | Au | Jours\n03/08/2020 | 21/08/2020 | 15"),
        ("Jours fériés", "Date | Fête\n01/05/2020 | Fête du travail"),
        ("Simulation", "TJM | 550\nJours | 180\nCA | 99000"),
        ("Lisez-moi", "Une ligne par facture"),
        ("Notes", "Relancer Ponant\nVoir le contrat"),
        ("Feuil3", "brouillon"),
        ("Catégories", "Catégorie | Compte\nLoyer | 613"),
        ("Config", "Catégories\nLoyer\nRepas"),
    )
]
NOT_PASSED: list[Any] = [
    small(f"a sheet {name} of lines: {rows}", f"{LINES}\n# {name}\n{rows}", refused("*"))
    for name, rows in (
        ("Clients", f"{HEADER}\n30/04/2020 | F4 | Ponant | 900 | 1080"),
        ("Clients", "Client | Jours | TJM\nHalage | 10 | 500"),
        ("Clients", "Client | Montant HT\nHalage | 5000"),
        ("Clients", "Qui | Janvier | Février | Mars\nHalage | 5000 | 4000 | 3000"),
        ("TVA", "Date | Client | Montant HT | TVA\n30/04/2020 | Halage | 1000 | 200"),
        ("Notes", "Halage | 5000"),
        ("Notes", "Halage | 5000 €"),
        ("Factures avril", "Halage | cinq cents"),
        ("Semaine 12", "Halage | x | x"),
        ("Trésorerie", "Mois | Solde\nmars | 1200"),
    )
]
COLUMNS: list[Any] = [
    ordinary(f"a column {title}", with_column(title, *cells), **SALES)
    for title, cells in (
        ("Cumul", ("1000", "2500", "4500")),
        ("Cumul TTC", ("1200", "3000", "5400")),
        ("Encaissé TTC", ("1200", "1800", "2400")),
        ("TVA totale", ("200", "300", "400")),
        ("Montant retenu", ("1000", "1500", "2000")),
        ("Retard (j)", ("3", "0", "12")),
        ("Envoyée", ("oui", "oui", "")),
        ("Payé (O/N)", ("O", "O", "N")),
        ("Apporteur", ("Réseau", "Réseau", "Salon")),
        ("À payer avant le", ("01/03/2020", "30/03/2020", "30/04/2020")),
        ("Soldée le", ("01/03/2020", "30/03/2020", "30/04/2020")),
        ("Titre", ("Conseil", "Conseil", "Audit")),
        ("Type de mission", ("Conseil", "Conseil", "Audit")),
    )
]
ODD: list[Any] = [
    small(f"a column {title}", with_column(title, *cells), *asked("F1"))
    for title, cells in (
        ("Retenu", ("1000", "", "2000")),
        ("Retenu", ("1000", "1500", "0")),
        ("Cumul", ("1000", "2500", "4000")),
        ("Part", ("1", "1", "0")),
    )
]


@pytest.mark.parametrize("book", [*SHEETS, *NOT_PASSED, *COLUMNS, *ODD])
def test_what_stands_beside_lines_is_answered_for(book: Small) -> None:
    judge(book)


LISTS: list[Any] = [
    small(
        f"a list {title} beside lines",
        "\n".join(
            f"{row} | | {cell}"
            for row, cell in zip(
                LINES.split("\n")[1:], (f"Client | {title}", *cells, " | "), strict=True
            )
        ).join(("# Factures\n", "")),
        *accepted,
    )
    for title, cells, accepted in (
        ("Remise", ("Ponant | 5 %", "Nimbus | 0 %"), asked("G1")),
        ("Statut", ("Ponant | actif", "Nimbus | prospect"), asked("G1")),
        ("Ville", ("Ponant | Brest", "Nimbus | Lorient"), [right(**SALES)]),
        ("Remise", ("Ponant | 5 %", "Ponant | 10 %"), [refused("G1")]),
    )
]
DAYS = " | ".join(map(str, range(1, 32)))
WORKED = " | | 1 | 1 | 0.5 | 1"


def grid(*rows: str, title: str = "Client : Ponant") -> str:
    """Return a monthly grid below a title, and the rate of its client."""
    rates = "# Missions\nClient | TJM\nPonant | 700"
    return "\n".join((rates, "# CRA mars 2020", title, "", f"Jour | {DAYS}", *rows))


GRIDS: list[Any] = [
    ordinary(f"a grid of one client: {word}", grid(f"{word} |{WORKED}"), revenue=2450, days=3.5)
    for word in ("Jours travaillés", "Travail", "Présence", "Facturable", "Prestation")
]
GRIDS += [
    ordinary(
        "a grid of one client and an absence",
        grid(f"Jours travaillés |{WORKED}", "Congés | | | | | | 1"),
        revenue=2450,
    ),
    small(
        "a row without a word",
        grid(f"Jours travaillés |{WORKED}", f" |{WORKED}"),
        *asked("A5"),
        right(revenue=2450),
    ),
    small("another client", grid(f"Halage |{WORKED}"), *asked("A4", "D4")),
]


@pytest.mark.parametrize("book", [*LISTS, *GRIDS])
def test_a_list_of_clients_and_the_title_of_a_grid_are_answered_for(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    ("header", "settings"),
    [
        ("Date d’encaissement | Client | Montant HT", '[societe]\nbase = "encaissement"'),
        ("Vendu au | Client | Montant HT", '[colonnes]\n"Vendu au" = "Date"'),
    ],
)
def test_a_refusal_shows_the_line_of_the_only_column_that_may_be_lacking(
    header: str, settings: str, tmp_path: Path
) -> None:
    text = f"# Recettes\n{header}\n31/01/2020 | Ponant | 1000\n28/02/2020 | Nimbus | 1500"
    rows = {name: sheet.rows for name, sheet in sheets(text).items()}
    with pytest.raises(BadData) as caught:
        read(folder(tmp_path, rows), Rules())
    assert settings.replace("\n", " ") in caught.value.errors[0].fix
    judge(Small(text=text, accepted=(right(revenue=2500),), settings=settings + "\n"))


def test_a_pay_that_names_nobody_is_a_charge_of_its_month() -> None:
    header = "Mois | Brut | Cotisations salariales | Cotisations patronales | Net à payer"
    text = f"{LINES}\n# Salaires 2020\n{header}\n31/01/2020 | 2000 | 440 | 840 | 1560"
    judge(Small(text=text, accepted=(right(charges=2840, **SALES),)))


@pytest.mark.parametrize(
    "name",
    ["CA", "Journal des ventes", "Liste de factures", "export factures", "Facturation clients",
     "Mes factures", "Registre des ventes", "Formations"],
)  # fmt: skip
def test_a_name_of_what_is_sold_is_known_whatever_it_is_a_list_of(name: str) -> None:
    judge(Small(text=LINES.replace("# Factures", f"# {name}"), accepted=(right(**SALES),)))


def test_a_column_per_client_is_seen_below_days_without_work(tmp_path: Path) -> None:
    days = [(date(2020, 1, day), None, None) for day in (2, 3)]
    worked = [(date(2020, 1, 6), 1, None), (date(2020, 1, 7), None, 1)]
    rows = {"Suivi": [("Date", "Ponant", "Nimbus"), *days, *worked]}
    with pytest.raises(BadData) as caught:
        read(folder(tmp_path, rows), Rules())
    assert "si « Ponant » et « Nimbus » sont des clients" in caught.value.errors[0].fix


def test_a_month_off_has_no_rate_to_fill() -> None:
    months = (f"31/{month:02}/2020 | Ponant | 10 | 700 | 7000" for month in (1, 3, 5, 7, 10, 12))
    off = "31/08/2020 | Congés | 0 | | 0"
    header = "Date | Client | Jours | TJM | Montant HT"
    judge(
        ordinary("off", "\n".join(("# Suivi 2020", header, *months, off)), revenue=42000).values[0]
    )
