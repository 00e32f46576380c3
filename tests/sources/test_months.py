"""A table with a column per month: what would change its sums is refused where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reporter.errors import BadData
from tests.books.small import Small, asked, doubted, judge, ordinary, refused, small
from tests.sources.test_signs_shown import books, said

HEADER = "Client | Janvier 2020 | Février 2020 | Mars 2020 | Total"


def one(book: Any) -> Small:
    """Return the book of a parameter."""
    return book.values[0]  # type: ignore[no-any-return]  # as `small` made it


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
        ("500 {[$$-409]0}", ("D2", "une autre devise que l’euro")),
        ('500 {0" k€"}', ("D2", "montant en milliers d’euros")),
        ('500 {0" h"}', ("D2", "une autre unité que celle de la colonne")),
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
        ("Rappel | '1200\n", "Factures HT", ("B1", "rangée de chiffres hors de tout tableau")),
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


LAYOUTS = (
    ("sheet {}", "# {}\nClient | Janvier 2020 | Février 2020\nPonant | 1000 | 500", "B1"),
    ("above {}", "# Feuil1\n{}\nClient | Janvier 2020 | Février 2020\nPonant | 1000 | 500", "B2"),
)
"""Where a title may stand, and the cell that its refusal names."""
OTHERS = (
    *("CA toutes taxes comprises", "CA HT avec TVA", "CA TTC", "Commandes signées HT"),
    *("CA encaissé", "CA pondéré", "CA estimé", "CA HT estimatif", "CA prévisionnel", "CA visé"),
    *("CA objectif", "CA cible", "CA attendu", "CA potentiel", "CA probable", "CA espéré"),
    *("CA à facturer", "CA non facturé", "CA annulé", "CA à venir", "CA projeté", "CA N-1"),
    *("Marge HT", "Salaires HT", "Achats HT", "CA cumulé", "CA moyen", "Part du CA", "Avoirs HT"),
    *("Jours prévus", "Jours ouvrés", "Jours de congés", "Jours restants", "Jours planifiés"),
)
"""Titles of which a word tells that the cells are no sales made, nor days billed."""


@pytest.mark.parametrize(
    "book",
    [
        small(layout.format(title), text.format(title), refused(cell))
        for title in OTHERS
        for layout, text, cell in LAYOUTS
    ],
)
def test_a_title_that_speaks_of_anything_else_is_refused(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("title", ["CA des concurrents", "CA HT brut", "CA par amis"])
def test_a_word_of_a_title_that_we_do_not_know_is_doubted(title: str) -> None:
    for layout, text, _ in LAYOUTS:
        judge(one(small(layout.format(title), text.format(title), doubted("A1", "!"))))


@pytest.mark.parametrize(
    "title",
    ["CA HT 2020", "Chiffre d’affaires HT par client", "Ventes HT (Durand Conseil)",
     "CA 2020 – Ponant", "CA mensuel facturé", "Facturation HT", "Montants hors taxes",
     "ca ponant 2020"],
)  # fmt: skip
def test_a_title_of_sales_is_read_without_a_doubt(title: str) -> None:
    for layout, text, _ in LAYOUTS:
        judge(one(ordinary(layout.format(title), text.format(title), revenue=1500)))


@pytest.mark.parametrize("title", ["CA encaissé", "CA des concurrents", "CA TTC"])
def test_the_owner_says_what_a_title_means(title: str) -> None:
    for name, text, _ in LAYOUTS:
        sheet = title if "sheet" in name else "Feuil1"
        settings = f'[colonnes]\n"{sheet}" = "Forfaits"\n'
        judge(one(ordinary(title, text.format(title), settings, revenue=1500)))


def test_a_corner_that_is_of_nobody_sold_to_is_asked_about() -> None:
    for corner in ("Fournisseur", "Prospect", "Poste", "Salarié"):
        text = f"# CA HT\n{corner} | Janvier 2020 | Février 2020\nPonant | 1000 | 500"
        judge(one(small(corner, text, *asked("A1"))))


MEASURES = ("Prévu", "Budget", "Objectif", "Encaissé", "TTC", "Marge", "Prévisionnel 2020", "Reste")


@pytest.mark.parametrize("measure", MEASURES)
def test_two_rows_of_a_client_of_which_one_is_an_aim_are_refused(measure: str) -> None:
    header = "Client | {}Janvier 2020 | Février 2020"
    rows = f"Ponant | Réalisé | 1000 | 500\nPonant | {measure} | 1200 | 600"
    for column in ("Mission", "Projet"):
        text = f"# CA HT\n{header.format(f'{column} | ')}\n{rows}"
        judge(one(small(column, text, refused("B3"))))
    text = f"# CA HT\n{header.format('')}\nPonant | 1000 | 500\nPonant ({measure}) | 1200 | 600"
    judge(one(small("in one cell", text, refused("A3"))))


@pytest.mark.parametrize(
    ("cells", "cell"),
    [
        ("~Ponant~ | 700 | 1 | 2", "A2"),
        ("Ponant | ~700~ | 1 | 2", "B2"),
        ('Ponant | 700 {"$"0} | 1 | 2', "B2"),
        ('Ponant | 700 {0" k€"} | 1 | 2', "B2"),
        ('Ponant | 700 | 1 | 2 {0" h"}', "D2"),
    ],
)
def test_a_row_struck_through_or_in_dollars_is_refused_wherever_it_says_so(
    cells: str, cell: str
) -> None:
    text = f"# Jours\nClient | TJM | Janvier 2020 | Février 2020\n{cells}"
    judge(one(small(cells, text, refused(cell))))


def test_days_shown_as_days_change_nothing() -> None:
    header = "Client | TJM | Janvier 2020 | Février 2020 | Total"
    row = 'Ponant | 700 {0" €"} | 10 {0" j"} | 2 {0" jours"} | 12 {0" j"}'
    judge(one(ordinary("days", f"# Jours\n{header}\n{row}", revenue=8400, days=12)))


SUMMED = (
    ("Jours", "Client | TJM | Janvier 2020 | Février 2020 | Total", 15650,
     ("Ponant | 700 | 12 | ½ | 12 ½", "Alizé | 600 | 10 | 1.5 | 11,5", "Total | | 22 | 2 j | 24")),
    ("Jours", "Client | TJM | Janvier 2020 | Février 2020 | Total jours | Total HT", 15000,
     ("Ponant | 700 | 12 | 1 | 13 | 9100", "Alizé | 590 | 10 | | 10 | 5900",
      "Total | | 22 | 1 | 23 | 15000")),
    ("Jours", "Client | TJM | Janvier 2020 | Février 2020 | Montant HT", 11800,
     ("Ponant | 700 | 10 | 5 | 10500", "Alizé | 600", "Nimbus | 650 | 2 | | 1300")),
    ("CA HT", HEADER, 3500,
     ("A | 1000 | | 500 | 1500", "B | 1000 | 1000 | | 2000", "Total HT | 2000 | 1000 | 500 | 3500",
      "TVA 20 % | 400 | 200 | 100 | 700", "Total TTC | 2400 | 1200 | 600 | 4200")),
    ("CA HT", f"{HEADER} HT | TVA | Total TTC", 1600,
     ("A | 1000 | | 500 | 1500 | 300 | 1800", "B | 100 | | | 100 | 0 | 100")),
    ("CA HT", HEADER, 1500,
     ("A | 1000 | | 500 | 1500", "Moyenne | 1000 | 0 | 500 | 1500", "Moyenne mensuelle | 500")),
    ("CA HT", f"{HEADER} | Moyenne", 1500, ("A | 1000 | | 500 | 1500 | 500",)),
    ("CA HT", HEADER, 1500,
     ("A | 1000 | | 500 | 1500", "Total | 1000 | 0 | 500 | 1500", "Cumul | 1000 | 1000 | 1500 |")),
    ("CA HT", HEADER, 1800,
     ("A | 1000 | | 500 | 1500", "Sous-total régie | 1000 | 0 | 500 | 1500",
      "B | 100 | 200 | | 300", "Sous-total forfaits | 100 | 200 | 0 | 300",
      "Total | 1100 | 200 | 500 | 1800")),
    ("CA HT 2020", "Client | Janvier | Février | Mars | T1 2020 | Avril | T2 | S1 | Total", 1800,
     ("A | 1000 | | 500 | 1500 | 300 | 300 | 1800 | 1800",)),
    ("CA 2020", "Client | Janvier | Février | Mars | Avril | 1er trimestre | 2ème trim.", 1600,
     ("A | 1000 | | 500 | 100 | 1500 | 100",)),
)  # fmt: skip
"""Rows and columns of sums that are right: they are read over, and nothing is said."""


@pytest.mark.parametrize(("sheet", "header", "revenue", "rows"), SUMMED)
def test_sums_of_every_kind_are_known(
    sheet: str, header: str, revenue: int, rows: tuple[str, ...]
) -> None:
    judge(one(ordinary(sheet, "\n".join((f"# {sheet}", header, *rows)), revenue=revenue)))


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        (("A | 1000 | | 500 | 1500", "Total | 1000 | | 400 | 1400"), "D3"),
        (("A | 1000 | | 500 | 1500", "TVA | 300 | | 100 | 400"), "B3"),
        (("A | 1000 | | 500 | 1500", "Total TTC | 900 | | 600 | 1500"), "B3"),
        (("A | 1000 | | 500 | 1500", "Cumul | 1000 | 1000 | 1600 | 1500"), "D3"),
        (("A | 1000 | | 500 | 1500", "Total | 1000 | 0 | 500 | 1500", "B | 1 | | | 1",
          "Sous-total | 2 | | | 1"), "B5"),
    ],
)  # fmt: skip
def test_sums_of_every_kind_are_checked(rows: tuple[str, ...], cell: str) -> None:
    judge(one(small("wrong", "\n".join(("# CA HT", HEADER, *rows)), refused(cell))))


def test_a_quarter_that_is_not_its_months_is_refused() -> None:
    header = "Client | Janvier 2020 | Février 2020 | T1"
    judge(one(small("T1", f"# CA HT\n{header}\nA | 1000 | 500 | 1400", refused("D2"))))


@pytest.mark.parametrize(
    ("name", "cell"),
    [("2019", "A3"), ("'2019", "A3"), ("Année 2019", "A3"), ("2020", "A3"), ("Ponant 2019", "A3"),
     ("Ponant N-1", "A3"), ("PONANT (2019)", "A3"), ("Ponant avoir", "A3")],
)  # fmt: skip
def test_the_row_of_another_year_is_no_client(name: str, cell: str) -> None:
    text = f"# CA HT\nClient | Janvier 2020 | Février 2020\nPonant | 1000 | 500\n{name} | 900 | 400"
    judge(one(small(name, text, refused(cell))))


@pytest.mark.parametrize("name", ["Studio 1984", "Ponant 2020", "Alizé 2019"])
def test_a_year_in_the_name_of_a_client_changes_nothing(name: str) -> None:
    text = f"# CA HT\nClient | Janvier 2020 | Février 2020\nBeta | 1000 | 500\n{name} | 900 | 400"
    judge(one(ordinary(name, text, revenue=2800)))


def test_days_at_their_rate_are_a_total_as_wrong_as_any() -> None:
    header = "# Jours\nClient | TJM | Janvier 2020 | Février 2020 | Total HT"
    for worth in ("14000", "20"):
        text = f"{header}\nPonant | 700 | 10 | 5 | {worth}"
        judge(one(small(worth, text, refused("F2"))))


def test_what_days_are_worth_that_one_row_lacks_is_asked_about() -> None:
    header = "# Jours\nClient | TJM | Janvier 2020 | Février 2020 | Total HT"
    rows = "Ponant | 700 | 10 | 5 | 10500\nAlizé | 500 | 2 | 4 | 3000\nBora | 600 | 3 |"
    judge(one(small("lacks its worth", f"{header}\n{rows}", doubted("C4"))))
    judge(one(ordinary("has it", f"{header}\n{rows} | 1800", revenue=15300)))


AMOUNT = "# Jours\nClient | TJM | Janvier 2020 | Février 2020 | CA\nPonant | 600 | 10 | 12 | 13300"


def test_a_column_beside_the_months_is_what_a_refusal_names(tmp_path: Path) -> None:
    """Were the months left aside one after the other, no line would be left, without a word."""
    with pytest.raises(BadData) as caught:
        books(tmp_path, AMOUNT)
    (bad,) = caught.value.errors
    assert '"CA" = ""' in bad.fix
    assert "Janvier" not in bad.fix


def test_a_column_that_the_owner_leaves_aside_stands_beside_the_months() -> None:
    settings = '[colonnes]\n"CA" = ""\n'
    judge(one(ordinary("aside", AMOUNT, settings, revenue=13200, days=22)))


def test_leave_is_left_out_and_is_refused_where_it_has_a_price() -> None:
    header = "Client | TJM | Janvier 2020 | Février 2020"
    rows = "Ponant | 700 | 10 | 5\nCongés | {} | 2 | 1"
    judge(one(ordinary("leave", f"# Jours\n{header}\n{rows.format('')}", revenue=10500)))
    judge(one(small("paid", f"# Jours\n{header}\n{rows.format(700)}", refused("A3"))))


@pytest.mark.parametrize("note", ["* mars : prévisionnel", "Montants TTC", "dont 500 non facturés"])
def test_a_note_that_speaks_of_something_else_is_doubted(note: str) -> None:
    text = f"# CA HT\nClient | Janvier 2020 | Février 2020\nPonant | 1000 | 500\n{note}"
    judge(one(small(note, text, doubted("A3"))))


@pytest.mark.parametrize("name", ["B - prospect", "B (annulé)", "B – offert", "B devis"])
def test_a_client_that_was_not_sold_to_is_refused(name: str) -> None:
    text = f"# CA HT\nClient | Janvier 2020 | Février 2020\nPonant | 1000 | 500\n{name} | 1 | 2"
    judge(one(small(name, text, refused("A3"))))


NAMES = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip


def parted(first: int, title: str, total: int) -> str:
    """Return ten euros a month of two clients from a month, that of 2020 or before, and a sum."""
    years = [(2020 + (n - 1) // 12, NAMES[(n - 1) % 12]) for n in range(first, 13)]
    header = " | ".join(("Client", *(f"{month} {year}" for year, month in years), title))
    rows = (f"{name} | {' | '.join(['10'] * len(years))} | {total}" for name in ("A", "B"))
    return "\n".join(("# CA par client", header, *rows))


@pytest.mark.parametrize(
    ("first", "title", "total", "cells"),
    [
        (1, "T1", 30, ()),
        (1, "T1", 31, ("N2",)),
        (1, "T2 2020", 30, ()),
        (1, "1er trimestre 2020", 30, ()),
        (1, "S2", 60, ()),
        (1, "1er semestre", 60, ()),
        (1, "1er semestre", 50, ("N2",)),
        (-2, "T1", 30, ()),
        (-2, "T4 2019", 30, ()),
        (-2, "T4 2020", 60, ("Q2",)),
        (-2, "T4", 30, ("Q1",)),
        (-2, "T4", 60, ("Q1",)),
    ],
)
def test_the_sum_of_a_part_of_a_year_is_that_of_its_months(
    first: int, title: str, total: int, cells: tuple[str, ...]
) -> None:
    """That of a part which two years have may be of either."""
    book = parted(first, title, total)
    sold = ordinary("", book, fees=20 * (13 - first))
    judge(one(small("", book, refused(*cells)) if cells else sold))
