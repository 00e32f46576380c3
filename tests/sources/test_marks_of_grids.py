"""A letter of a grid counts what the grid itself says: its key, or every total of its rows."""

from __future__ import annotations

import pytest

from tests.books.small import Small, doubted, judge, ordinary, refused, small


def grid(*rows: str, below: str = "") -> str:
    """Return the grid of March 2020: a client, his first days, a total at the end of each row."""
    header = "Client | TJM | " + " | ".join(map(str, range(1, 32))) + " | Total"
    lines = (row.partition(" = ")[::2] for row in rows)
    body = [f"{days}{' |' * (32 - days.count('|'))} | {total}" for days, total in lines]
    return "\n".join(("# CRA mars 2020", header, *body)) + f"\n\n{below}"


TWO = "Ponant | 700 | | P | P = "
BOOKS = [
    ordinary("its totals say a day", grid("Ponant | 700 | | P | P | P = 3"), days=3),
    ordinary(
        "the row of another mark has no total",
        grid("Ponant | 700 | | P | P | P = 3", "Alizé | 700 | | | | | x | x = "),
        days=5,
    ),
    ordinary("half a day", grid("Ponant | 700 | | H | H | H | 1 = 2.5"), days=2.5),
    ordinary("nothing", grid("Ponant | 700 | | 1 | M | M | M = 1"), days=1),
    ordinary(
        "a key below, in one cell",
        grid(TWO, below="P = présent, M = maladie"),
        days=2,
    ),
    ordinary("a key below, in two", grid(TWO, below="P | Jour travaillé"), days=2),
    ordinary(
        "a key of half days",
        grid("Ponant | 700 | | P | T = ", below="P : présent ; T : demi-journée"),
        days=1.5,
    ),
    ordinary(
        "a key of a known mark is heard first",
        grid("Ponant | 700 | | x | x | 1 = ", below="x = demi-journée"),
        days=2,
    ),
    ordinary(
        "half a day beside a mark is no key", grid("Ponant | 700 | | x | 1/2 | x = "), days=2.5
    ),
    ordinary(
        "a known mark of no work", grid("Ponant | 700 | | 1 | x = ", below="x = congé"), days=1
    ),
    small(
        "a known mark is not what totals make of it",
        grid("Ponant | 700 | | x | x | x | x = 2"),
        refused("AH2"),
    ),
    ordinary("a key of no work", grid("Ponant | 700 | | 1 | M | M = ", below="M = absent"), days=1),
    *(
        small(
            f"{mark} is no day, whatever its total",
            grid(f"Ponant | 700 | | {mark} | {mark} | {mark} | 1 = 4"),
            refused(cell),
        )
        for cell, marks in (("AH2", ("CP", "RTT", "abs", "mal")), ("D2", ("AM", "F")))
        for mark in marks
    ),
    small("the key of other words", grid(TWO, below="Jours | Travaillé"), refused("D2")),
    small("nothing says it", grid("Ponant | 700 | | P | P | P = "), refused("D2")),
    small("twice is too few for totals alone", grid("Ponant | 700 | | P | P = 2"), refused("D2")),
    small(
        "a total that it does not make", grid("Ponant | 700 | | P | P | P | 1 = 3"), refused("D2")
    ),
    small(
        "two rows of which one denies",
        grid("Ponant | 700 | | P | P | P = 3", "Alizé | 700 | | P | P | P = 1.5"),
        refused("D2"),
    ),
    small(
        "a day that is not billed",
        grid(TWO, below="P = jour non facturé"),
        refused("D2"),
    ),
    small(
        "a known mark that its key undoes",
        grid("Ponant | 700 | | x | x = ", below="x = jour non facturé"),
        refused("D2"),
    ),
    small("a day there, for nothing", grid(TWO, below="P = présent non facturé"), refused("D2")),
    small(
        "a remark below",
        grid("Ponant | 700 | | 1 | 1 = 2", below="Le 3 : non facturé"),
        doubted("CRA mars 2020!A4"),
    ),
    small(
        "a day below",
        grid("Ponant | 700 | | 1 | 1 = 2", below="3 mars : demi-journée seulement"),
        doubted("CRA mars 2020!A4"),
    ),
    small(
        "a title among rows",
        grid("Ponant | 700 | | 1 | 1 = 2", "Perdus", "Alizé | 700 | 1 = 1"),
        doubted("CRA mars 2020!A3"),
    ),
    ordinary("a signature", grid("Ponant | 700 | | 1 = 1", below="Signature du client"), days=1),
    small("a bridge", grid(TWO, below="P = pont"), refused("D2")),
]


@pytest.mark.parametrize("book", BOOKS)
def test_a_letter_counts_what_its_grid_says(book: Small) -> None:
    judge(book)
