"""Whole columns looked at together say what each row looked at by itself does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reporter.sources.lines.cells import Cells
from reporter.sources.lines.worth import completing
from tests.books import small
from tests.books.ways import drawn, told

BOOKS = range(0, 60, 10)
DAYS = "# Jours\nDate | Client | {}\n31/01/2020 | Ponant | {}\n28/02/2020 | Ponant | {}"
FEES = "# Forfaits\nDate | Client | Prestation | {}\n31/01/2020 | Ponant | Audit | {}"
SMALL = {
    "deduced": (
        DAYS.format("Jours | Heures | TJM", "1 | 7 | 700", " | 7 | 700"),
        DAYS.format("Jours | Taux horaire", "1 | 100", "2 | 90"),
        DAYS.format("Jours | Taux horaire | Montant HT", "1 | 100 | 700", "2 | 90 | 1440"),
        DAYS.format("Jours | Prix unitaire | Montant HT", "1 | 700 | 700", "2 | 710 | 1420"),
        DAYS.format("Jours | TJM | Remise | Montant HT", "1 | 700 | 10 % | 630", "1 | 700 | | 700"),
        DAYS.format("Jours | Montant HT", "1 | 700", "2 | 0"),
        DAYS.format("Jours | TJM", "1 | 700", "1 | "),
        FEES.format("Quantité | Prix unitaire | Montant HT", "2 | 50 | 100"),
        FEES.format("Quantité | Prix unitaire | Montant HT", "2 | 50 | 101"),
        FEES.format("Quantité | Unité | Montant HT", "2 | jours | 1400"),
        FEES.format("Unité | Montant HT", "jours | 1400"),
        "# Dépenses\nDate | Libellé | Kilomètres | Montant HT\n31/01/2020 | Visite | 120 | 0",
        "# Dépenses\nDate | Libellé | Kilomètres | Montant HT\n31/01/2020 | Visite | 120 | ",
    ),
    "numbers": (
        FEES.format("Montant HT", "-0"),
        FEES.format("Montant HT | TJM", "1e400 | 1e400"),
        FEES.format("Montant HT", "999999999999"),
        FEES.format("Montant HT", "1000000000000"),
        FEES.format("Montant HT", "0.30000000000000004"),
    ),
    "VAT": (
        FEES.format("Montant HT | TVA", "100 | 20"),
        FEES.format("Montant HT | TVA", "237.05 | 47.41"),
        FEES.format("Montant HT | TVA | Taux TVA", "100 | 0.2 | 0.1"),
        FEES.format("Montant HT | TVA | Taux TVA", "100 | 20 % | "),
        FEES.format("Montant HT | Taux TVA | Montant TVA", "100 | 0.2 | 19"),
        FEES.format("Montant HT | Taux TVA | Montant TTC", "100.03 | 0.2 | 120.03"),
        FEES.format("Montant HT | Taux TVA | Montant TTC", "100 | 0.2 | 121"),
        FEES.format("Montant HT | Montant TTC", "100 | 120"),
        FEES.format("Montant TTC | Taux TVA", "120 | 0.2"),
    ),
}
"""Columns from which something is deduced, numbers far apart, and VAT said in every way."""


@pytest.mark.parametrize("tens", BOOKS)
def test_the_short_way_and_the_careful_way_say_the_same(tens: int) -> None:
    for seed in range(tens, tens + 10):
        sheets = drawn(seed)
        assert told(sheets, careful=False) == told(sheets, careful=True), seed


@pytest.mark.parametrize("book", [text for texts in SMALL.values() for text in texts])
def test_so_they_do_of_columns_seldom_met(book: str) -> None:
    sheets = small.sheets(book)
    assert told(sheets, careful=False) == told(sheets, careful=True)


def test_most_rows_take_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the two ways would agree for want of being two."""
    amounts: list[Decimal | None] = []

    real = completing.plain

    def counted(cells: Cells, ranks: list[int]) -> completing.Worth:
        found = real(cells, ranks)
        amounts.extend(found["amount"])
        return found

    monkeypatch.setattr(completing, "plain", counted)
    for seed in range(30):
        told(drawn(seed), careful=False)
    assert amounts.count(None) < len(amounts) / 2
