"""A recap on the sheet of its lines, beside them or below, is compared with them, never counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reporter.sources.lines.verdicts import Verdict
from reporter.sources.reading import read
from tests.books.small import Small, asked, judge, ordinary, refused, right, small
from tests.sources.test_trackers import refusals

HEADER = "Date | Client | Jours | TJM | Montant HT"
LINES = (
    "29/01/2021 | Ponant | 10 | 700 | 7000",
    "26/02/2021 | Nimbus | 5 | 650 | 3250",
    "31/03/2021 | Ponant | 8 | 700 | 5600",
    "30/04/2021 | Nimbus | 4 | 650 | 2600",
)
SALES: dict[str, Any] = {"revenue": 18450, "days": 27}
BLOCKS = {
    "by client": ("Client | Jours | CA HT", "Ponant | 18 | 12600", "Nimbus | 9 | 5850"),
    "with a rate": ("Client | Jours | TJM | CA HT", "Ponant | 18 | 700 | 12600"),
    "by client, its amount alone": ("Client | Montant HT", "Nimbus | 5850", "Ponant | 12600"),
    "by month": ("Mois | CA HT", "Janvier | 7000", "Février | 3250", "Mars | 5600", "Avril | 2600"),
    "by month and year": ("Mois | CA | Jours", "janv. 2021 | 7000 | 10", "Total | 18450 | 27"),
    "by quarter": ("Trimestre | Jours | CA HT", "T1 | 23 | 15850", "T2 | 4 | 2600", "T3 | 0 | 0"),
    "by year": ("Année | Jours", "2021 | 27"),
    "a mean below": ("Mois | CA HT", "Janvier | 7000", "Total | 18450", "Moyenne | 4612.5"),
    "months of nothing": ("Mois | CA HT", "Mars | 5600", "Mai | -", "Juin | –", "Juillet |"),
    "addresses": ("Client | Contact | Courriel", "Ponant | Zoé | zoe@ponant.example"),
    "all": ("Client | CA HT", "Total | 18450"),
}  # fmt: skip
WRONG = {
    "one client": ("Client | Jours | CA HT", "Ponant | 18 | 12600", "Nimbus | 10 | 5850"),
    "a client more": ("Client | CA HT", "Ponant | 12600", "Nimbus | 5850", "Alizé | 900"),
    "one month": ("Mois | CA HT", "Janvier | 7000", "Février | 3300"),
    "one quarter": ("Trimestre | CA HT", "T1 | 15850", "T2 | 2000"),
    "another year": ("Année | Jours", "2020 | 27"),
    "the total": ("Client | CA HT", "Ponant | 12600", "Total | 18400"),
    "a text": ("Client | CA HT", "Ponant | à voir"),
}


def below(block: tuple[str, ...], lines: tuple[str, ...] = LINES, header: str = HEADER) -> str:
    """Return a sheet with a block below its lines."""
    return "\n".join(("# Factures 2021", header, *lines, "", *block))


def beside(block: tuple[str, ...], lines: tuple[str, ...] = LINES, start: int = 0) -> str:
    """Return a sheet with a block on the right of its lines, from a row on."""
    rows = [HEADER, *lines, *[" | | | |"] * (len(block) + start - len(lines) - 1)]
    for number, row in enumerate(block, start):
        rows[number] += f" | | {row}"
    return "\n".join(("# Factures 2021", *rows))


PEOPLE = ("Client | Contact | Courriel", "Ponant | Zoé | z@x.example", "Nimbus | Ali | a@x.example")


RIGHT: list[Any] = [
    *(ordinary(f"below, {name}", below(block), **SALES) for name, block in BLOCKS.items()),
    *(ordinary(f"beside, {name}", beside(block), **SALES) for name, block in BLOCKS.items()),
    *(
        ordinary(f"lower beside, {name}", beside(block, start=2), **SALES)
        for name, block in BLOCKS.items()
    ),
    ordinary(
        "below a total and under a title",
        below(
            ("Récapitulatif 2021", *BLOCKS["by client"]),
            (*LINES, "Total | | 27 | | 18450"),
        ),
        **SALES,
    ),
    ordinary(
        "two below",
        below((*BLOCKS["by client"], "", *BLOCKS["by quarter"])),
        **SALES,
    ),
    ordinary(
        "of its sheet alone, where two sheets have lines",
        below(BLOCKS["by client"])
        + f"\n# Factures 2022\n{HEADER}\n31/01/2022 | Ponant | 1 | 700 | 700",
        revenue={2021: 18450, 2022: 700},
    ),
    ordinary(
        "of all sheets, on the last",
        f"# Jours 2020\n{HEADER}\n31/01/2020 | Ponant | 1 | 700 | 700\n# Suivi\n{HEADER}\n"
        "29/01/2021 | Ponant | 10 | 700 | 7000\n\nAnnée | CA HT\n2020 | 700\n2021 | 7000",
        revenue={2020: 700, 2021: 7000},
    ),
    ordinary(
        "words below a recap that is alone on its sheet",
        below(()) + "\n# Récap\nClient | CA HT\nPonant | 12600\nNimbus | 5850\n\nVu par Zoé | ok",
        **SALES,
    ),
    ordinary(
        "of expenses, by what they are",
        "# Dépenses 2021\nDate | Fournisseur | Catégorie | Montant HT\n"
        "05/01/2021 | Quai | Loyer | 300\n05/02/2021 | Quai | Loyer | 300\n"
        "09/02/2021 | Rail | Train | 80\n\n"
        "Catégorie | Montant HT\nLoyer | 600\nTrain | 80\nTotal | 680",
        charges=680,
    ),
    *(
        ordinary(
            f"below, by {name}",
            f"# Jours 2021\nDate | Client | {name} | Jours | TJM\n"
            "08/01/2021 | Ponant | Zoé | 5 | 700\n12/02/2021 | Ponant | Léo | 8 | 700\n\n"
            f"{name} | Jours\nLéo | 8\nZoé | 5",
            revenue=9100, days=13,
        )
        for name in ("Intervenant", "Mission")
    ),
    ordinary(
        "a blank column inside a table parts nothing",
        "# Jours 2021\nDate | | Client | Jours | TJM | Montant HT\n"
        "29/01/2021 | | Ponant | 10 | 700 | 7000\n26/02/2021 | | Nimbus | 5 | 650 | 3250",
        revenue=10250, days=15,
    ),
]  # fmt: skip
ASKED: list[Any] = [
    *(
        small(
            f"a list of {title}",
            below((f"Client | {title}", "Ponant | 3", "Nimbus | 2")),
            *asked("A7"),
        )
        for title in ("Jours restants", "CA TTC", "Nb factures", "Prix convenu")
    ),
    small(
        "a table whose dates have no title, below",
        below(("Client | Quand | Combien", "Ponant | 31/05/2021 | 2")),
        *asked("A7", "A8", "B8", "C8"),
    ),
    small(
        "a recap whose formulas were never computed",
        below(("Client | CA HT", "Ponant | =E2+E4 -> ", "Nimbus | 5850")),
        *asked("A7", "A8", "B8"),
    ),
    *(
        small(f"below, {name}", below(block), refused(*(f"A{n}" for n in range(8, 11))))
        for name, block in WRONG.items()
    ),
    *(
        small(f"beside, {name}", beside(block), refused(*(f"G{n}" for n in range(2, 5))))
        for name, block in WRONG.items()
    ),
    small(
        "lines of a client without a date, below",
        below(("Client | Jours | Montant HT", "Ponant | 2 | 1400", "Alizé | 1 | 650")),
        *asked("A8", "A9"),
    ),
    *(
        small(f"a list right below {name}", below((above, *PEOPLE)), refused("A8"))
        for name, above in (("two words", "À voir | avec Zoé"), ("a number", "12"))
    ),
    small(
        "a list right below lines",
        "\n".join(("# Factures 2021", HEADER, *LINES, *PEOPLE)),
        refused("A6"),
    ),
    small(
        "lines right below a recap",
        below((*BLOCKS["by client"], "31/05/2021 | Ponant | 1 | 700 | 700")),
        *asked("A8", "A9", "A10"),
    ),
]


@pytest.mark.parametrize("book", RIGHT)
def test_a_recap_that_agrees_is_left_aside(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("book", ASKED)
def test_a_recap_that_does_not_is_refused_at_its_row(book: Small) -> None:
    judge(book)


def test_its_rows_are_accounted_for(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    text = below(BLOCKS["by client"]).partition("\n")[2].replace(" | ", ";")
    (tmp_path / "data" / "Factures 2021.csv").write_text(text, encoding="utf-8")
    counts = sum((sheet.rows for sheet in read(tmp_path).sheets), Counter())
    assert counts == {Verdict.HEADER: 2, Verdict.LINE: 4, Verdict.TOTAL: 2}


def abreast(left: tuple[str, ...], right: tuple[str, ...], sheet: str = "Jours 2021") -> str:
    """Return a sheet of two tables of as many rows, a blank column between them."""
    rows = (f"{one} | | {other}" for one, other in zip(left, right, strict=True))
    return "\n".join((f"# {sheet}", *rows))


DAYS = (
    "Date | Client | Jours | TJM",
    "29/01/2021 | Ponant | 10 | 700",
    "26/02/2021 | Nimbus | 5 | 650",
    "31/03/2021 | Ponant | 8 | 700",
)
COSTS = (
    "Date | Libellé | Montant HT",
    "29/01/2021 | Train | 70",
    "26/02/2021 | Prélèvement | 500",
    "31/03/2021 | Hôtel | 56",
)
KINDS = (
    "Fournisseur | Catégorie",
    "Rail | Voyages",
    "DGFIP | Impôt sur les sociétés",
    "Quai | Voyages",
)
NOTED = tuple(
    f"{row.rpartition('| ')[2]} | {note}"
    for row, note in zip(KINDS, ("Note", "a", "b", "c"), strict=True)
)
SIDES: list[Any] = [
    *(
        ordinary(f"{name}, on the left", abreast(list_, DAYS), revenue=15850, days=23)
        for name, list_ in {
            "a recap": ("Client | CA HT", "Ponant | 12600", "Nimbus | 3250", " | "),
            "a whole recap": ("Client | CA HT", "Ponant | 12600", "Nimbus | 3250", "Total | 15850"),
            "days": ("Client | Jours", "Ponant | 18", "Nimbus | 5", " | "),
        }.items()
    ),
    small("a wrong recap, on the left", abreast(("Client | CA HT", "Ponant | 12600", "Nimbus | 3300", " | "), DAYS), refused("A3")),
    *(
        small(name, abreast(both[0], both[1], "Dépenses 2021"), right(charges=126))
        for more in (KINDS, NOTED)
        for name, both in ((f"{more[0]}, on the left", (more, COSTS)), (f"{more[0]}, on the right", (COSTS, more)))
    ),
    *(
        ordinary(f"a list of {title}, on the {side}", abreast(*both), revenue=15850, days=23)
        for title in ("Contact", "Adresse", "Pays", "N° TVA", "Notes", "Mission", "Secteur")
        for list_ in [(f"Client | {title}", "Ponant | a", "Nimbus | b", " | ")]
        for side, both in (("left", (list_, DAYS)), ("right", (DAYS, list_)))
    ),
    *(
        small(f"{title} on the {side}", abreast(*both), *asked("E1", "F1", "A3", "B3", "F3", "G3"))
        for title, word in (("Statut", "Annulée"), ("Facturable", "non"), ("Remise", "10 %"), ("Devise", "USD"))
        for list_ in [(f"Client | {title}", "Ponant |", f"Nimbus | {word}", "Ponant |")]
        for side, both in (("left", (list_, DAYS)), ("right", (DAYS, list_)))
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", SIDES)
def test_columns_that_go_on_with_lines_are_no_list_beside_them(book: Small) -> None:
    judge(book)


def test_a_line_of_a_text_file_that_says_words_of_titles_is_no_recap(tmp_path: Path) -> None:
    text = "Date;Type;Catégorie;Description;Montant\n12/01/2020;Recette;Prestation;Audit;1000\n"
    mixed = {"Dépenses.csv": f"{text}15/02/2020;Dépense;Train;Lyon;36\n"}
    settings = '[tva]\nregime = "franchise"\n'
    assert refusals(tmp_path, mixed, settings) == [
        "B2 des ventes et des dépenses dans un même tableau"
    ]
