"""Deposits and what is left of their price: none is doubted where they make it to the cent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reporter.books import load
from tests.sources.test_common_layouts import books

HEADER = "Date;N° facture;Client;Prestation;Montant HT\n"
THREE = (
    ("Alizé", "Acompte 30 % site", "2400"),
    ("Alizé", "2e acompte 40%", "3200"),
    ("Alizé", "Solde 30 %", "2400"),
)
TWO = (("Alizé", "Acompte 30 %", "1000"), ("Alizé", "Solde site", "2333,33"))
OTHER = (("Ponant", "Acompte 50 %", "400"), ("Ponant", "Solde 50 %", "400"))


def doubted(root: Path, *rows: tuple[str, str, str]) -> list[str]:
    """Return the cells of the deposits that are doubted."""
    lines = (f"{n:02}/03/2024;F{n};{';'.join(row)}\n" for n, row in enumerate(rows, 1))
    books(root, {"Factures": HEADER + "".join(lines)})
    found = load(root).doubtful(date(2024, 12, 31))
    return [it.place.cell for it in found if it.code == "acompte"]


@pytest.mark.parametrize("rows", [THREE, TWO, OTHER, (*THREE, *OTHER)])
def test_parts_that_make_their_price_are_each_counted_once(
    rows: tuple[tuple[str, str, str], ...], tmp_path: Path
) -> None:
    assert doubted(tmp_path, *rows) == []


@pytest.mark.parametrize(
    "rows",
    [
        THREE[:2],
        (*THREE[:2], ("Alizé", "Solde 30 %", "2400,02")),
        (*THREE[:2], ("Alizé", "Solde 30 %", "8000")),
        (*THREE[:2], ("Ponant", "Solde 30 %", "2400")),
        (TWO[0], ("Alizé", "Solde site", "3333,33")),
        (TWO[0], ("Alizé", "Site", "2333,33")),
        (TWO[0], ("Ponant", "Solde", "2333,33")),
    ],
    ids=["no end", "a cent", "the whole", "another", "not deducted", "no balance", "not theirs"],
)
def test_a_deposit_that_nothing_completes_is_asked_about(
    rows: tuple[tuple[str, str, str], ...], tmp_path: Path
) -> None:
    assert "D2" in doubted(tmp_path, *rows)
