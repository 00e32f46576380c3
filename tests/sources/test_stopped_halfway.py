"""Copies never emptied, half replaced, sums astray: what work that stopped half way was read as."""

from __future__ import annotations

from datetime import date

import pytest

from tests.books.small import Small, asked, doubted, judge, ordinary, refused, right, small

DAYS = (
    "# Jours {0}\nDate | Client | Jours | TJM\n02/03/{0} | Ponant | 2.25 | 600\n"
    "05/03/{0} | Alizé | 3 | 500\n12/05/{0} | Ponant | 4.25 | 600\n22/06/{0} | Ponant | 5.5 | 600\n"
)
FEES = "# Forfaits {0}\nDate | Client | Objet | HT\n" + "".join(
    f"28/{month:02}/{{0}} | Ponant | Maintenance | 500\n" for month in range(1, 13)
)
PAID = "# Dépenses {0}\nDate | Libellé | Catégorie | Montant HT\n" + "".join(
    f"05/{month:02}/{{0}} | Loyer | Loyer | 500\n06/{month:02}/{{0}} | Fibre | Télécom | 30\n"
    for month in range(1, 13)
)
EACH_YEAR = (
    PAID + "10/01/{0} | RC pro | Assurance | 612\n18/04/{0} | Bilan | Comptable | 1650\n"
    "15/12/{0} | CFE | Impôts | 418\n"
)
TRAVELLED = "".join(
    f"{{d}}/{month:02}/{{y}} | Train | Train | {{price}}\n" for month in (2, 5, 8, 11)
)
BOUGHT = (
    "# Dépenses {0}\nDate | Libellé | Montant HT\n02/03/{0} | Papier | 31.5\n"
    "05/04/{0} | Train | 82.4\n12/05/{0} | Écran | 312.9\n22/06/{0} | Encre | 64.1\n"
)
AMOUNTS = (
    "# CA {0}\nClient | Janvier | Février | Mars\nPonant | 1200 | | 3400\nAlizé | 2100 | 870 |\n"
)


def both(form: str, other: str = "") -> str:
    """Return a sheet of 2020 and that of 2021, or another one in its place."""
    return form.format(2020) + (other or form).format(2021)


def of_month(name: str, days: int, *worked: int) -> str:
    header = " | ".join(map(str, range(1, days + 1)))
    cells = " | ".join("1" if day in worked else "" for day in range(1, days + 1))
    return f"# CRA {name} 2020\nClient | TJM | {header}\nPonant | 700 | {cells}\n"


def listed(*numbers: str) -> str:
    lines = (f"{number} | 02/0{n}/2020 | Ponant | Lot {n} | {n**2}07" for n, number in
             enumerate(numbers, 1))  # fmt: skip
    return "# Factures\nN° Facture | Date | Client | Objet | HT\n" + "\n".join(lines)


def called(*clients: str) -> str:
    lines = (f"0{n}/03/2020 | {client} | 1 | 600" for n, client in enumerate(clients, 2))
    return "# Jours\nDate | Client | Jours | TJM\n" + "\n".join(lines)


EXPORT = (
    "Project | Client | Billable | Start Date | Start Time | End Date | End Time | "
    "Duration (decimal) | Billable Rate (EUR) | Billable Amount (EUR) | Date of creation | Type"
)
WORKED = "Flux | Ponant | Yes | 0{0}/03/2020 | 09:00 | 0{0}/03/2020 | 12:30 | 3.5 | 53"
WHOLE, PARTED = "185.5 | | Regular", "185 | 5 | | Regular"
ENDS = ((3, WHOLE), (4, PARTED), (5, WHOLE), (6, WHOLE))


BOOKS = [
    small("days of the year before, dates alone changed", both(DAYS), *asked("Jours 2021!A2")),
    small("purchases of the year before", both(BOUGHT), *asked("Dépenses 2021!A2")),
    small("charges of the year before", both(EACH_YEAR), *asked("Dépenses 2021!A2")),
    ordinary(
        "the charges of each year beside others",
        EACH_YEAR.format(2020)
        + TRAVELLED.format(y=2020, d=12, price="62.4")
        + EACH_YEAR.format(2021)
        + TRAVELLED.format(y=2021, d=19, price="67.1"),
    ),
    small(
        "a table by month of the year before", both(AMOUNTS), doubted("CA 2021!B2", "CA 2021!A2")
    ),
    small(
        "the last line alone replaced",
        both(DAYS, DAYS.replace("22/06/{0} | Ponant | 5.5", "30/09/{0} | Alizé | 8")),
        *asked("Jours 2021!A2"),
    ),
    small(
        "the grid of June copied for July",
        of_month("juin", 30, 2, 3, 4, 9) + of_month("juillet", 31, 2, 3, 4, 9),
        doubted("CRA juillet 2020!D2"),
    ),
    ordinary("the same fee each month of two years", both(FEES), revenue=12000),
    ordinary("the same rent each month of two years", both(PAID), charges=12720),
    ordinary(
        "two lines of the year before among others",
        both(DAYS, DAYS.replace("2.25", "7").replace("5.5", "8.75").replace("4.25", "2")),
        days=35.75,
    ),
    ordinary(
        "each Monday of January, and of July: the same days of the week",
        of_month("janvier", 31, 6, 13, 20, 27) + of_month("juillet", 31, 6, 13, 20, 27),
        days=8,
    ),
    ordinary(
        "all the working days of two months",
        of_month("juin", 30, *(n for n in range(2, 31) if n % 7 not in (6, 0)))
        + of_month("septembre", 30, *(n for n in range(1, 31) if (n + 1) % 7 not in (6, 0))),
    ),
    small("two invoices of four deleted", listed("F-001", "F-004"), doubted("A3")),
    ordinary("numbers that are months", listed("F-2020-01", "F-2020-06", "F-2020-11")),
    ordinary("numbers that are days", listed("F-2020-0102", "F-2020-0203", "F-2020-0304")),
    small(
        "days that grow by one from the first line on",
        "# Jours\nDate | Client | Jours | TJM\n02/03/2020 | Ponant | 2.25 | 600\n"
        "05/03/2020 | Alizé | 3.25 | 500\n12/03/2020 | Ponant | 4.25 | 600\n"
        "20/03/2020 | Ponant | 5.25 | 600\n31/03/2020 | Ponant | 6.25 | 600",
        doubted("C3"),
    ),
    small(
        "the total of all pasted over the last line, below subtotals",
        "# Dépenses\nDate | Fournisseur | Libellé | HT\n06/01/2021 | Forge | Papier | 15.2\n"
        " | | Sous-total | 15.2\n07/02/2021 | Forge | Encre | 115.2\n | | TOTAL | 115.2",
        refused("D5"),
    ),
    ordinary(
        "a total of all below subtotals",
        "# Dépenses\nDate | Fournisseur | Libellé | HT\n06/01/2021 | Forge | Papier | 15.2\n"
        " | | Sous-total | 15.2\n07/02/2021 | Forge | Encre | 100\n | | Sous-total | 100\n"
        " | | TOTAL | 115.2",
        charges=115.2,
    ),
    ordinary(
        "a total for each of two months, of one line",
        "# Dépenses\nDate | Fournisseur | Libellé | HT\n06/01/2021 | Forge | Papier | 15.2\n"
        " | | Total | 15.2\n07/02/2021 | Forge | Encre | 100\n | | Total | 100",
        charges=115.2,
    ),
    small(
        "the sums of a table by month, sorted among the clients",
        "# CA 2020\nClient | Janvier | Février\nPonant | 1200 | 340\nRégie | 3310 | 1210\n"
        "Alizé | 2110 | 870",
        doubted("A3"),
    ),
    ordinary(
        "a client worth the two others in one month",
        "# CA 2020\nClient | Janvier | Février\nPonant | 1200 | 340\nRégie | 3310 | 1220\n"
        "Alizé | 2110 | 870",
    ),
    small(
        "a cell of the totals deleted, in a table by month",
        "# CA 2020\nClient | Janvier | Février | Mars | Avril\nPonant | 1200 | 340 | 560 | 910\n"
        "Alizé | 2110 | 870 | 300 | 100\nTotal | 3310 | | 860 | 1010",
        refused("C4"),
    ),
    ordinary(
        "the total of the whole table alone",
        "# CA 2020\nClient | Janvier | Février | Mars | Avril | Total\n"
        "Ponant | 1200 | 340 | 560 | 910 | 3010\n"
        "Alizé | 2110 | 870 | 300 | 700 | 3980\nTotal | | | | | 6990",
    ),
    small(
        "a client called as a sum, one column to the right",
        "# Jours 2021\nMois | Client | Jours | TJM |\n"
        " | Janvier 2021 | Total Énergies | 6.5 | 400\n"
        "Mai 2021 | Ponant | 3.75 | 400 |\nJuin 2021 | Alizé | 4.75 | 940 |",
        refused("A2", "C2"),
    ),
    small(
        "one day typed in a cell of percents",
        "# Jours\nDate | Client | Jours | TJM\n02/03/2020 | Ponant | 2 | 600\n"
        "05/03/2020 | Alizé | 0.01 | 500\n12/03/2020 | Ponant | 1.5 | 600",
        doubted("C3"),
    ),
    ordinary(
        "support counted by the quarter of an hour",
        "# Jours\nDate | Client | Jours | TJM\n02/03/2020 | Ponant | 0.0625 | 600\n"
        "05/03/2020 | Alizé | 0.125 | 560\n12/03/2020 | Ponant | 0.0625 | 600",
    ),
    small(
        "a total that has its VAT and no longer its amount",
        "# Dépenses\nDate | Libellé | HT | Montant TVA\n02/03/2020 | Fibre | 44.82 | 8.96\n"
        "05/04/2020 | Train | 268.72 | 26.87\n12/05/2020 | Encre | 313.54 | 35.83\n"
        " | TOTAL | | 71.66",
        refused("C5"),
    ),
    ordinary(
        "the total of the VAT alone, which says so",
        "# Dépenses\nDate | Libellé | HT | Montant TVA\n02/03/2020 | Fibre | 44.8 | 8.96\n"
        "05/04/2020 | Train | 268.7 | 26.87\n | Total TVA | | 35.83",
    ),
    small(
        "January typed with the year before, on a sheet named for another year",
        "# 2020\nDate | Client | Objet | HT\n24/02/2020 | Ponant | Lot A | 1000\n"
        "23/12/2021 | Alizé | Lot B | 2000\n30/03/2021 | Ponant | Lot C | 1507\n"
        "22/06/2021 | Alizé | Lot D | 2310\n09/07/2021 | Ponant | Lot E | 4100",
        *asked("A3"),
    ),
    small(
        "a date left alone between two lines",
        "# Jours\nDate | Client | Jours | TJM\n02/03/2020 | Ponant | 2 | 600\n05/03/2020 | | |\n"
        "19/03/2020 | Ponant | 1.5 | 600\n30/03/2020 | Alizé | 1 | 500",
        *asked("A3"),
    ),
    *(
        ordinary(
            f"« {title} » above the lines of its month",
            "# Jours\nDate | Client | Jours | TJM\n05/02/2020 | Ponant | 2 | 600\n"
            f"{title} | | |\n19/03/2020 | Ponant | 1.5 | 600\n30/03/2020 | Alizé | 1 | 500",
            days=4.5,
        )
        for title in ("mars 2020", "Mars", "mars-20", "03/2020", "01/03/2020")
    ),
    ordinary(
        "a week without work, in a calendar of weeks",
        "# Jours\nDate | Client | Jours | TJM\n02/03/2020 | Ponant | 2 | 600\n09/03/2020 | | |\n"
        "16/03/2020 | Ponant | 1.5 | 600\n23/03/2020 | Alizé | 1 | 500",
        days=4.5,
    ),
    ordinary(
        "months made ready",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 2 | 600\n29/02/2020 | | |\n"
        "31/03/2020 | Ponant | 1.5 | 600\n30/04/2020 | | |",
        days=3.5,
    ),
    small(
        "a cell of a row broken off, under the clients of a table by month",
        "# CA 2020\nClient | Janvier | Février\nPonant | 1200 | 340\nAlizé | 2110 |\n4160 | |",
        doubted("A4"),
    ),
    *(
        small(
            f"{what} of a row broken off, below the clients of a grid",
            of_month("juin", 30, 2, 3) + f"{cell} | |\nAlizé | 600 | 1 |\n",
            *asked("A3"),
        )
        for what, cell in (("a day", "1"), ("a day in a text", "'1"), ("half a day", "0.5"))
    ),
    ordinary(
        "a word and a number below a grid, right for its days",
        of_month("juin", 30, 2, 3) + "Jours | 2 |\n",
        days=2,
    ),
    small(
        "a client and its marks above the titles of a grid",
        "# CRA juin 2020\nAlizé | | x | | x\n"
        + of_month("juin", 30, 2, 3).partition("\n")[2],
        refused("A1", "C1"),
    ),
    small(
        "ditto marks for the date of a client called as a sum",
        "# Jours\nDate | Client | Jours | TJM\n28/03/2020 | Total Énergies | 1 | 500\n"
        '-"- | Total Énergies | 1 | 500\n14/05/2020 | Alizé | 1 | 600',
        refused("A3"),
    ),
    ordinary(
        "invoices of as many days as a day has hours",
        "# Factures\nN° Facture | Date | Client | Objet | Quantité | Unité | Prix unitaire | HT\n"
        "F-1 | 27/01/2020 | Alizé | Régie | 8 | jour | 580 | 4640\n"
        "F-2 | 28/01/2020 | Ponant | Régie | 7 | jour | 410 | 2870\n"
        "F-3 | 08/03/2020 | Alizé | Régie | 7.5 | jour | 580 | 4350",
        days=22.5,
    ),
    small(
        "a client called as a sum, its row one column to the left",
        "# Forfaits\nDate | Client | Objet | Taux TVA | TTC | Remarques\n"
        "26/03/2019 | Ponant | Site | 0.2 | 8135.80 |\n"
        "19/09/2019 | Alizé | Audit | 0.2 | 3409.03 |\n"
        "Total Énergies | Cadrage | 0.2 | 8074.80 | |",
        refused("A4"),
    ),
    *(
        small(f"« {name} » for a client", called("Ponant", name), doubted("A3"))
        for name in ("Idem", "idem.", "dito", "id.", "le même")
    ),
    *(
        small(f"« {two} » beside « {one} »", called(one, one, two), doubted("A4"))
        for one, two in (("24ème Rue", "24ème Ru"), ("Agence Sud", "Agence Su"))
    ),
    *(
        ordinary(f"« {two} » beside « {one} »", called(one, two), days=2)
        for one, two in (("Groupe A", "Groupe B"), ("Lot 12", "Lot 1"), ("Ponant", "Idem Conseil"))
    ),
    ordinary(
        "a client of one's own who is that of another too",
        "# Forfaits\nDate | Client | Objet | HT\n02/03/2020 | Ponant | Alizé | 600\n"
        "03/04/2020 | Alizé | Audit | 737\n04/05/2020 | Ponant | Alizé | 948",
    ),
    small(
        "the end of a row of a tracker one column to the right",
        f"# export\n{EXPORT}\n"
        + "".join(f"{WORKED.format(day)} | {end}\n" for day, end in ENDS),
        *asked("L3"),
        settings="[lecture]\nheures_par_jour = 7\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", BOOKS)
def test_work_stopped_halfway_is_told(book: Small) -> None:
    judge(book)


def test_the_working_days_of_two_years_are_not_those_of_a_copy() -> None:
    """Three days in four are of the same number, in years that begin a weekday apart."""
    days = {
        year: [
            f"{day:%d/%m/%Y} | Ponant | 1 | 700"
            for day in map(date.fromordinal, range(*bounds))
            if day.weekday() < 4
        ]
        for year, bounds in {
            2021: (date(2021, 2, 1).toordinal(), date(2021, 3, 31).toordinal()),
            2022: (date(2022, 2, 1).toordinal(), date(2022, 3, 31).toordinal()),
        }.items()
    }
    book = "".join(
        f"# Jours {year}\nDate | Client | Jours | TJM\n" + "\n".join(lines) + "\n"
        for year, lines in days.items()
    )
    judge(Small(text=book, accepted=(right(days=68),), clean=True))
