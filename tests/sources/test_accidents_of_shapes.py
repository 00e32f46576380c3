"""After an accident in a grid, an export or a list, the figures stay or somebody is told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.books.accidents import Accident
from tests.books.beside import BESIDE
from tests.books.mishaps import OF_GRIDS, Mishap, drawn, mishap, said_of_a_book
from tests.books.shapes import OTHERS, Shape, across_months, timesheets
from tests.books.small import Small, asked, doubted, judge, ordinary, refused, small

TRIES, TOGETHER, KEPT = 60, 14, 6
"""Seeds tried for an accident; books of one or two, and well-kept ones, of each shape.

`make bench` draws thousands more."""

shapes = pytest.mark.parametrize("shape", [*OTHERS, *BESIDE], ids=lambda shape: shape.__name__)


@pytest.mark.parametrize("accident", OF_GRIDS, ids=lambda accident: accident.__name__)
def test_an_accident_in_a_grid_changes_no_figure_in_silence(accident: Accident) -> None:
    shape = (timesheets, across_months)[OF_GRIDS.index(accident) % 2]
    both = (shape, across_months if shape is timesheets else timesheets)
    tried = (mishap(seed, [accident], one) for one in both for seed in range(TRIES))
    found = next(one for one in tried if one)
    assert found.is_told, str(found)


@shapes
def test_nor_does_one_or_two_in_the_other_shapes(shape: Shape) -> None:
    seeds = range(700_000, 700_000 + TOGETHER)
    found: list[Mishap] = [one for seed in seeds if (one := drawn(seed, shape))]
    assert len(found) >= TOGETHER // 3
    assert not (untold := [str(one) for one in found if not one.is_told]), "\n".join(untold)
    assert not all(one.after.is_refused for one in found)


@shapes
def test_a_book_well_kept_is_read_right_without_a_word(shape: Shape) -> None:
    seeds = range(800_000, 800_000 + KEPT)
    assert not [said for seed in seeds if (said := said_of_a_book(seed, shape))]


def grid(*rows: str, days: int = 31) -> str:
    """Return the grid of March 2020, each row a client, a rate, then its first days."""
    header = "Client | TJM | " + " | ".join(map(str, range(1, days + 1)))
    return "\n".join(("# CRA mars 2020", *(header if row == "#" else row for row in rows)))


def march(*days: int, mark: str = "1") -> str:
    return " | ".join(mark if day in days else "" for day in range(1, 32))


AS_TEXT = march(9, 10, mark="'1")
AMOUNTS = "# CA 2020\nClient | Janvier | Février | Mars | Total\n"
HARVEST = "Date | Client | Project | Hours | Billable? | Billable Rate | Billable Amount"
NAMED = "Date | Client | Project | User | Hours | Billable? | Billable Rate"
ENTRY = "03/03/2020 | Ponant | Flux | 7 | Yes | 100 | 700"
OTHER = "04/03/2020 | Alizé | Flux | 3.5 | Yes | 100 | 350"


def by_month(name: str, *amounts: int) -> str:
    """Return a row of a client that has nothing in January."""
    return (
        f"# CA 2020\nClient | Janvier | Février | Mars\n{name} | | {' | '.join(map(str, amounts))}"
    )


FOUND = [
    ordinary(
        "a client of a grid called as a total is, with a rate",
        grid(
            "#",
            f"Ponant | 700 | {march(2, 3)}",
            f"Total Énergies | 800 | {march(4)}",
            f"Total | | {march(2, 3, 4)}",
        ),
        days=3,
        revenue=2200,
    ),
    small(
        "a grid of which the 29th is lacking",
        grid("#", f"Ponant | 700 | {march(2, 3)}").replace("| 29 | 30 | 31", "| 30 | 31"),
        refused("AE1"),
    ),
    small(
        "days ticked above the header of a grid",
        grid(f"Alizé | 800 | {march(2, mark='x')}", "#", f"Ponant | 700 | {march(3, mark='x')}"),
        refused("A1", "D1"),
    ),
    ordinary(
        "a key above a grid",
        grid("Légende | | x | travaillé", "#", f"Ponant | 700 | {march(3, mark='x')}"),
        days=1,
    ),
    ordinary(
        "the month and the year in cells above a grid",
        grid("Mois | 3 | Année | 2020", "#", f"Ponant | 700 | {march(3)}"),
        days=1,
    ),
    small(
        "a line above a grid, sorted with its header, one of its cells too narrow",
        grid("Alizé | 800 | x | #### | x", "#", f"Ponant | 700 | {march(3)}"),
        refused("B1"),
    ),
    small(
        "a row of a grid whose days were cut, its total a text",
        grid("#", f"Ponant | 700 | {march(3)} | 1", f"Alizé | 800 | {march()} | '9,5").replace(
            "| 31", "| 31 | Total"
        ),
        *asked("AH3"),
    ),
    *(
        ordinary(
            f"a grid of which each day is a text, as {form}",
            "# CRA.csv\nClient | TJM | "
            + " | ".join(f"'{date(2020, 3, day):{form}}" for day in range(1, 32))
            + f"\nPonant | 700 | {march(2, 3)}",
            days=2,
        )
        for form in ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y")
    ),
    small(
        "a grid of which the days are texts, the month first",
        "# CRA.csv\nClient | TJM | "
        + " | ".join(f"'{date(2020, 3, day):%m/%d/%Y}" for day in range(1, 32))
        + f"\nPonant | 700 | {march(2, 3)}",
        refused("*"),
    ),
    small(
        "a client's row above the header, its amounts texts",
        "# CA 2020\nAlizé | '900 | '1 200,00\nClient | Janvier | Février\nPonant | 700 | 800",
        refused("B1"),
    ),
    *(
        small(
            f"the sums of all clients, under « {word} »",
            f"{AMOUNTS}Ponant | 700 | 800 | | 1500\nAlizé | | 900 | 300 | 1200\n"
            f"{word} | 700 | 1700 | 300 | 2700",
            *asked("A4"),
        )
        for word in ("Mois", "Année", "Tout", "Cabinet")
    ),
    small(
        "the sums of all clients, one of whom lost a month, under no word of a sum",
        "# CA 2020\nClient | Janvier | Février | Mars | Avril\nPonant | 700 | 800 | 150 |\n"
        "Alizé | | 900 | | 400\nT | 700 | 1700 | 450 | 400",
        *asked("A4"),
    ),
    ordinary(
        "a client who pays as another does, but for one month",
        "# CA 2020\nClient | Janvier | Février | Mars | Avril\nPonant | 700 | 700 | 700 | 700\n"
        "Alizé | 700 | 700 | 700 |",
        revenue=4900,
    ),
    small(
        "months down, the title of whose clients lost its first month in a text file",
        "# CA par client 2020\nMois | NA | Ponant | Total\n| '2274 | '4434 | '6708\n"
        "01/02/2020 | '5836 | '2089 | '7925\n01/03/2020 | '2492 | '5949 | '8441",
        refused("B1", "A2"),
    ),
    small(
        "numbers for the client, the project and the person of entries of a tracker",
        f"# export\n{NAMED}\n02/03/2020 | Ponant | Flux | Anne | 7 | Yes | 100\n"
        "03/03/2020 | 35 | Flux | Anne | 7 | Yes | 100\n"
        "05/03/2020 | Alizé | 1.5 | Paul | 7 | Yes | 100\n"
        "09/03/2020 | Ponant | Flux | 12 | 7 | Yes | 100",
        doubted("B3"),
        settings="[lecture]\nheures_par_jour = 7\n",
    ),
    small(
        "the sums of some clients, then of the others",
        f"{AMOUNTS}Ponant | 700 | 800 | | 1500\nAlizé | | 900 | 300 | 1200\n"
        "Total | 700 | 1700 | 300 | 2700\nForge | 100 | | 50 | 150\nRail | 200 | 40 | | 240\n"
        "Divers Sud | 300 | 40 | 50 | 390",
        *asked("A7"),
    ),
    ordinary(
        "two clients who pay the same each month",
        f"{AMOUNTS}Ponant | 700 | 700 | 700 | 2100\nAlizé | 700 | 700 | 700 | 2100",
        revenue=4200,
    ),
    small(
        "a total among the months, a cell of its row deleted",
        f"{AMOUNTS}Ponant | 700 | 800 | 100 | 1600\nAlizé | 900 | 300 | 1200 |",
        *asked("D3"),
    ),
    small(
        "a total among the months, of more than they say once a month is deleted",
        "# CA 2020\nClient | Janvier | Février | Mars | Avril | Total\n"
        "Ponant | 700 | 800 | | 100 | 1600\nAlizé | 900 | 300 | 1300 | |",
        *asked("D3"),
    ),
    ordinary(
        "a last month above all others, in a table whose totals are not written yet",
        "# CA 2020\nClient | Janvier | Février | Mars | Avril | Total\n"
        "Ponant | 700 | 800 | | 100 |\nAlizé | 900 | 300 | 1300 | |",
        revenue=4100,
    ),
    small(
        "a total in the last month, where more are filled",
        "# CA 2020\nClient | Janvier | Février | Mars | Avril | Total\n"
        "Ponant | 700 | 800 | 100 | | 1600\nAlizé | 900 | 300 | 100 | 1300 |",
        *asked("E3"),
    ),
    ordinary(
        "clients across months, one after the other, in the order of no date",
        "# Jours 2019\nClient | TJM | Janvier | Février | Mars | Avril | Mai | Juin | Juillet | "
        "Août | Septembre | Octobre | Novembre | Décembre\n"
        "24ème Rue | 640 | | 1.5 | 8.5 | | | | 9 | | | 2.5 | | 3\n"
        "Alizé | 900 | 5 | 2 | 7 | 6.5 | 1.5 | 2.5 | | 6 | 3 | 4 | 1.5 | 3.5",
        days=67,
    ),
    small(
        "an entry of a tracker above its header",
        f"# export\n{ENTRY}\n{HARVEST}\n{OTHER}",
        refused("D1"),
    ),
    ordinary(
        "words above the header of a tracker",
        f"# export\nDetailed report | | | | | |\nFrom | 01/03/2020 | to | 31/03/2020 | | |\n"
        f"Total | | | 10.5 | | | 1050\n{HARVEST}\n{ENTRY}\n{OTHER}",
        settings="[lecture]\nheures_par_jour = 7\n",
        days=1.5,
    ),
    small(
        "entries of a tracker beside others, under no title",
        f"# export\n{HARVEST} |\n{ENTRY} | | {OTHER}\n{OTHER}",
        refused("I2"),
    ),
    ordinary(
        "a note beside the entries of a tracker",
        f"# export\n{HARVEST} | |\n{ENTRY} | | vu avec elle\n{OTHER} | |",
        settings="[lecture]\nheures_par_jour = 7\n",
        days=1.5,
    ),
    small(
        "the header of the missions deleted",
        "# Jours 2020\nDate | Client | Jours\n02/03/2020 | Ponant | 1\n# Missions\n"
        "Ponant | 700 | 01/01/2020 | 31/12/2020\nAlizé | 800 | 01/01/2020 | 31/12/2020",
        refused("Missions!"),
    ),
    small(
        "the days of a client called NA are cut",
        "# Jours\nDate | Client | Jours | TJM\n02/03/2020 | NA | 1 | 700\n03/03/2020 | NA | | 700",
        refused("C3"),
    ),
    small(
        "the days of a client called NA are cut, where Missions has the price",
        "# Jours 2020\nDate | Client | Jours\n02/03/2020 | NA | 1\n03/03/2020 | NA |\n"
        "04/03/2020 | NA | 1\n# Missions\nClient | TJM\nNA | 700",
        refused("C3"),
    ),
    small(
        "a question in a day",
        grid("#", f"Ponant | 700 | {march(2, 4)}", f"Brume | 650 | {march(3, mark='RTT ?')}"),
        refused("E3"),
    ),
    small(
        "the name of a client called as a total, cut in two",
        grid("#", f"Ponant | 700 | {march(2, 4)}", f"Total | Énergies | {march(3, 5)}"),
        refused("E3"),
    ),
    ordinary(
        "a row of totals",
        grid(
            "#",
            f"Ponant | 700 | {march(2)}",
            f"Brume | 650 | {march(3)}",
            f"Total | | {march(2, 3)}",
        ),
        days=2,
    ),
    small(
        "what a formula that failed shows",
        "# Jours\nDate | Client | Jours | TJM\n04/02/2020 | Alizé | 1 | 700\n"
        "18/02/2020 | Alizé | #N/A | 700\n25/02/2020 | Alizé | 1 | 700",
        refused("C3"),
    ),
    small(
        "a client called as a total, two cells of whose line were joined",
        "# Jours\nClient | Jours | Montant HT | Date\nTotal Énergies | 1 | 800 | 04/02/2020\n"
        "Total Énergies | 1 | 800.00 05/02/2020 |\nAlizé | 1 | 700 | 25/02/2020",
        refused("C3"),
    ),
    small(
        "a date left alone on its row",
        "# Dépenses\nDate | Fournisseur | Montant HT\n03/01/2020 | Quai | 350\n"
        "03/02/2020 | |\n15/02/2020 | Rail | 88.2\n03/03/2020 | Quai | 350",
        doubted("A3"),
    ),
    small(
        "a date written as a text left alone on its row",
        "# Dépenses\nDate | Fournisseur | Montant HT\n'03/01/2020 | Quai | 350\n"
        "'07/02/2020 | |\n'15/02/2020 | Rail | 88.2\n'03/03/2020 | Quai | 350",
        doubted("A3"),
    ),
    small(
        "the name of a row copied over the next",
        "# Missions\nClient | TJM\nPonant | 700\nBrume | 650\n"
        + grid("#", f"Ponant | {march(2, 4)}", f"Ponant | {march(3)}").replace(" | TJM", ""),
        doubted("A3"),
    ),
    ordinary(
        "a client at two rates in a grid",
        grid("#", f"Ponant | 700 | {march(2, 4)}", f"Ponant | 600 | {march(3)}"),
        days=3,
    ),
    small(
        "the first date left alone on its row",
        "# Dépenses\nDate | Fournisseur | Montant HT\n07/01/2020 | |\n"
        "15/02/2020 | Rail | 88.2\n03/03/2020 | Quai | 350",
        doubted("A2"),
    ),
    ordinary(
        "months told by their first days",
        "# Dépenses\nDate | Fournisseur | Montant HT\n01/01/2020 | |\n03/01/2020 | Quai | 350\n"
        "01/02/2020 | |\n15/02/2020 | Rail | 88.2\n23/02/2020 | Quai | 353",
        charges=791.2,
    ),
    ordinary(
        "the date of the next line, prepared",
        "# Dépenses\nDate | Fournisseur | Montant HT\n03/01/2020 | Quai | 350\n"
        "15/02/2020 | Rail | 88.2\n03/03/2020 | |",
        charges=438.2,
    ),
    small(
        "a month whose dates are those of 1904",
        "# Avril 2020\nDate | Client | Jours | TJM\n07/04/2016 | Alizé | 1 | 700\n"
        "08/04/2016 | Alizé | 1 | 700\n11/04/2016 | Alizé | 1 | 700\n12/04/2016 | Alizé | 1 | 700\n"
        "# Mai 2020\nDate | Client | Jours | TJM\n"
        + "\n".join(f"{day:02}/05/2020 | Alizé | 1 | 700" for day in (4, 5, 6, 7, 11)),
        doubted("Avril 2020!A2"),
    ),
    small(
        "all expenses dated as from 1904",
        "# Ventes\nDate | Client | Montant HT\n"
        + "\n".join(f"0{n}/04/2020 | Alizé | {700 + 13 * n}" for n in range(1, 6))
        + "\n# Achats\nDate | Fournisseur | Montant HT\n"
        + "\n".join(f"0{n}/04/2016 | Quai | {70 + 13 * n}" for n in range(1, 6)),
        doubted("Achats!A2"),
    ),
    ordinary(
        "four years without a sale",
        "\n".join(
            f"# Ventes {year}\nDate | Client | Montant HT\n"
            + "\n".join(
                f"{4 * n:02}/0{n}/{year} | Alizé | {700 + 13 * n + year}" for n in range(1, 6)
            )
            for year in (2016, 2021)
        ),
        revenue={2016: 13775, 2021: 13800},
    ),
    small(
        "the dates pushed down, beside a client named as a total",
        "# Jours\nDate | Client | Jours | TJM\n04/02/2020 | Alizé | 1 | 700\n"
        "18/02/2020 | Total Énergies | 1 | 800\n | Total Énergies | 1 | 800\n"
        "25/02/2020 | Alizé | 1 | 700\n20/03/2020 | Total Énergies | 1 | 800\n27/03/2020",
        doubted("A4"),
    ),
    ordinary(
        "the sum of a client whose lines have their dates",
        "# Jours\nDate | Client | Jours | TJM\n04/02/2020 | Ponant | 1 | 700\n"
        "18/02/2020 | Ponant | 1 | 700\n | Total Ponant | 2 |\n25/02/2020 | Alizé | 1 | 700\n"
        " | Total Alizé | 1 |",
        days=3,
    ),
    small(
        "two rows joined, of numbers that are texts",
        f"{grid('#')} | Total\nPonant | 700 | {march(2, 4)} | 2\n"
        f"Brume | 650 | {march(3)} | 1 | Alizé | '800 | {AS_TEXT} | '2",
        refused("AJ3"),
    ),
    small(
        "the last month of a row gone below it, under its price",
        "# Jours 2020\nClient | TJM | Janvier | Février | Mars\nAlizé | 500 | 4 | 3 |\n | 2 | | |",
        doubted("B3"),
    ),
    ordinary(
        "a client who has a price, and no day yet",
        "# Jours 2020\nClient | TJM | Mai | Juin | Juillet\n"
        "Alizé | 500 | 4 | 3 |\nPonant | 600 | | |",
        days=7,
    ),
    small(
        "a year copied for the next one, its months then sorted from the last",
        "\n".join(
            f"# Jours {year}\nMois | Client | Jours | TJM\n"
            + "\n".join(
                f"{month} | Alizé | {days} | 700"
                for month, days in (("Mars", 3), ("Mai", 4.5), ("Juin", 2), ("Août", 7))[::step]
            )
            for year, step in ((2021, -1), (2022, 1))
        ),
        doubted("Jours 2022!A2"),
    ),
    *(
        small(f"a month joined to a client: {name}", by_month(name, 6509, 3603), doubted("A2"))
        for name in ("Ponant 6921", "24e Rue 6 921,50 €", "Ponant (Brest) 2101")
    ),
    *(
        ordinary(f"a client called {name}", by_month(name, *amounts), fees=sum(amounts))
        for name, amounts in (
            ("Studio 54", (6509, 3603)),
            ("Audit 2019", (6509, 3603)),
            ("6921", (6509, 3603)),
            ("Agence 3600", (12509, 13603)),
        )
    ),
    ordinary(
        "a day off said NA, where nobody is called so",
        "# Jours\nDate | Client | Jours | TJM\n02/03/2020 | Ponant | 1 | 700\n"
        "03/03/2020 | NA | | 700",
        days=1,
    ),
]


@pytest.mark.parametrize("book", FOUND)
def test_what_accidents_in_other_shapes_found(book: Small) -> None:
    judge(book)
