"""Sheets that say again what others say: how many lines, and which, are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.errors import BadCell, BadData
from reporter.sources.reading import read
from tests.books.sheets import write
from tests.books.small import sheets

DAYS = """
# Jours
Date | Client | Jours | TJM
31/01/2020 | Ponant | 10 | 700
28/02/2020 | Ponant | 8 | 700
31/03/2020 | Ponant | 9 | 700
30/04/2020 | Alizé | 4 | 650
"""


def mistakes(root: Path, *invoices: str) -> list[BadCell]:
    """Return what is refused of invoices beside the days above."""
    text = f"{DAYS}# Factures\nDate | Client | Montant HT\n" + "\n".join(invoices)
    write(root, sheets(text))
    try:
        read(root)
    except BadData as bad:
        return list(bad.errors)
    return []


ECHOES = (
    "31/01/2020 | Ponant | 7000",
    "05/03/2020 | Ponant | 5600",
    "03/04/2020 | Ponant | 6300",
    "30/04/2020 | Alizé | 2600",
)
OTHER = "15/05/2020 | Alizé | 1234.5"


@pytest.mark.parametrize("count", [2, 3, 4])
def test_each_invoice_of_days_is_counted(count: int, tmp_path: Path) -> None:
    """Two are enough, more are told as many; the first one is shown."""
    (bad,) = mistakes(tmp_path, OTHER, *ECHOES[:count])
    assert bad.what == "factures de jours déjà comptés : le chiffre d’affaires doublerait"
    assert bad.shown.startswith(f"{count} lignes")
    assert (bad.place.sheet, bad.place.cell) == ("Factures", "A3")


@pytest.mark.parametrize(
    "invoices",
    [
        (ECHOES[0], OTHER),
        (ECHOES[0], "05/03/2020 | Ponant | 5600.01", "03/04/2020 | Ponant | 6299.99"),
        (ECHOES[0], "15/04/2020 | Ponant | 5600", "16/05/2020 | Ponant | 6300"),
    ],
    ids=["one", "a cent apart", "two months late"],
)
def test_one_is_chance_and_so_are_other_amounts_or_months(
    invoices: tuple[str, ...], tmp_path: Path
) -> None:
    what = "factures de jours déjà comptés : le chiffre d’affaires doublerait"
    assert what not in [bad.what for bad in mistakes(tmp_path, *invoices)]


@pytest.mark.parametrize(
    ("title", "numbers", "doubts"),
    [("N° facture", ("F-1", "F-2", "F-3"), ["reglements"]), ("Humeur", ("x", "y", "z"), [])],
)
def test_amounts_that_come_again_later_are_payments_of_what_was_invoiced(
    title: str, numbers: tuple[str, ...], doubts: list[str], tmp_path: Path
) -> None:
    """Two sheets that both say a client and no more are two sheets of sales."""
    first, second, third = numbers
    text = f"""
# Factures
Date | Client | {title} | Montant HT
31/01/2020 | Ponant | {first} | 1000
28/02/2020 | Alizé | {second} | 2500
31/03/2020 | Ponant | {third} | 4700
# Ventes
Date | Client | Montant HT
15/02/2020 | Ponant | 1000
15/03/2020 | Alizé | 2500
15/04/2020 | Ponant | 4700
"""
    write(tmp_path, sheets(text))
    codes = [doubt.code for doubt in read(tmp_path).doubts]
    assert [code for code in codes if code == "reglements"] == doubts
