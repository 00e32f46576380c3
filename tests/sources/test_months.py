"""A table with a column per month: what would change its sums is refused where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.test_signs_shown import books, said

HEADER = "Client | Janvier 2020 | Février 2020 | Mars 2020 | Total"
SHOWN = "une autre unité est montrée : "


def months(*rows: str, above: str = "", name: str = "Factures HT") -> str:
    return f"# {name}\n{above}" + "\n".join((HEADER, *rows))


def test_its_cells_are_counted_at_the_first_of_their_month(tmp_path: Path) -> None:
    found = books(
        tmp_path, months("A | 1000 | | 500 | 1500", "Note |", " | ", "Total | 1000 | | 500 | 1500")
    )
    assert [(line.date.month, line.amount) for line in found.activity.fees] == [(1, 1000), (3, 500)]


@pytest.mark.parametrize(
    ("cell", "mistake"),
    [
        ("~500~", ("D2", "ligne barrée")),
        ("500 {[$$-409]0}", ("D2", f"{SHOWN}$")),
        ('500 {0" k€"}', ("D2", f"{SHOWN}k€")),
        ('500 {0" h"}', ("D2", f"{SHOWN}h")),
    ],
)
def test_what_is_shown_beside_an_amount_is_refused(
    cell: str, mistake: tuple[str, str], tmp_path: Path
) -> None:
    assert mistake in said(tmp_path, months(f"A | 1000 | | {cell} | 1500"))


def test_euros_shown_beside_an_amount_change_nothing(tmp_path: Path) -> None:
    found = books(tmp_path, months('A | 1000 {0.00" €"} | | 500 {0" HT"} | 1500'))
    assert sum(line.amount for line in found.activity.fees) == 1500


@pytest.mark.parametrize(
    ("above", "name", "mistake"),
    [
        ("Chiffres en k€\n", "Factures HT", ("A1", "tableau en milliers d’euros")),
        ("", "Factures HT en k€", ("A1", "tableau en milliers d’euros")),
        ("", "Factures HT USD", ("A1", "tableau en une autre devise que l’euro")),
        ("Rappel | 1200\n", "Factures HT", ("B1", "rangée de chiffres hors de tout tableau")),
        ("Rappel | 250000\n", "Factures HT", ("B1", "rangée de chiffres hors de tout tableau")),
    ],
)
def test_what_stands_above_it_is_never_read_over(
    above: str, name: str, mistake: tuple[str, str], tmp_path: Path
) -> None:
    assert mistake in said(tmp_path, months("A | 1000 | | 500 | 1500", above=above, name=name))


def test_a_year_above_it_is_a_title(tmp_path: Path) -> None:
    found = books(tmp_path, months("A | 1000 | | 500 | 1500", above="Facturation | 2020\n"))
    assert sum(line.amount for line in found.activity.fees) == 1500


@pytest.mark.parametrize(
    ("rows", "mistake"),
    [
        ((" | 1000 | | 500 | 1500",), ("B2", "ligne sans client")),
        (("A | 1000 | | 500 | 1400",), ("E2", "total différent de la somme")),
    ],
)
def test_a_row_that_does_not_hold_is_refused(
    rows: tuple[str, ...], mistake: tuple[str, str], tmp_path: Path
) -> None:
    assert said(tmp_path, months(*rows)) == [mistake]
