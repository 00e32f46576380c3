"""What a sheet says once of all its rows: the month of its name, that a summary is no list."""

from __future__ import annotations

import pytest

from reporter.sources.tables.series import series_of
from reporter.words.periods import period_of
from tests.books.outcomes import outcome_of
from tests.books.sheets import Rows, Sheet
from tests.books.small import Small, asked, judge, ordinary, refused, small

HEADER = "Client | Prestation | Jours | TJM | Montant HT"
ONE = f"{HEADER}\nOrme | Régie | 18 | 510 | 9180\nSilex | Régie | 2 | 500 | 1000"
BOOKS = [
    ordinary(
        "lines without a date on a sheet of days of a month",
        f"# Jours janvier 2022\n{ONE}\nTotal | | 20 | | 10180",
        days=20,
        revenue={2022: 10180},
    ),
    ordinary(
        "expenses without a date on a sheet of expenses of a month",
        "# Dépenses mars 2022\nFournisseur | Libellé | Montant HT\nOVH | Site | 18\nRail | Car | 8",
        charges={2022: 26},
    ),
    ordinary(
        "its owner says that the sheet of a month holds days",
        f"# Janvier 2022\n{ONE}",
        settings='[colonnes]\n"Janvier 2022" = "Jours"\n',
        days=20,
    ),
    ordinary(
        "a title among the lines of one client, a note below, are nobody's",
        "# Jours\nClient : Orme\nDate | Jours | TJM\nJanvier\n31/01/2022 | 9 | 700\n"
        "Février\n28/02/2022 | 8 | 700\nBonne année",
        days=17,
    ),
    ordinary(
        "a client is called as it is elsewhere, without the month behind its name",
        "# Jours\nClient : Orme - Ouest - mars 2022\nDate | Jours | TJM\n31/03/2022 | 9 | 700\n"
        "# Factures\nDate | Client | Montant HT\n30/04/2022 | Orme - Ouest | 900",
        revenue=7200,
    ),
    ordinary(
        "a client and, aside, the year",
        "# Jours\nClient | Orme | | | 2022\nDate | Jours | TJM\n31/01/2022 | 9 | 700",
        days=9,
    ),
    small(
        "dates and amounts on a summary may be lines",
        "# Synthèse\n31/01/2022 | 900\n28/02/2022 | 100",
        refused("Synthèse!"),
    ),
    ordinary("a sum without a name", f"# Jours janvier 2022\n{ONE}\n | | 20 | | 10180", days=20),
    small(
        "a row that names nobody has no month",
        f"# Jours janvier 2022\n{ONE}\n | | 3 | | 1530",
        refused("A4"),
    ),
    ordinary(
        "the invoices of a month, by their numbers",
        "# Factures mars 2022\nN° | Client | Montant HT\nF-1 | Orme | 900\nF-2 | Silex | 80\n"
        " | Total | 980",
        revenue={2022: 980},
    ),
    small(
        "the sums of the invoices of a month",
        "# Factures mars 2022\nClient | Montant HT\nOrme | 900\nSilex | 80",
        refused("Factures mars 2022!"),
    ),
    small("a month without a year dates nothing", f"# Jours janvier\n{ONE}", refused("A1")),
    ordinary("the sheet of a month alone", f"# Janvier 2022\n{ONE}", revenue=10180, days=20),
    small(
        "the sheet of a month may be a summary",
        f"# Janvier 2022\n{ONE}\n# Jours\nDate | Client | Jours | TJM\n10/02/2022 | Orme | 9 | 510",
        refused("Janvier 2022!"),
    ),
    small(
        "the same month line by line",
        f"# Jours janvier 2022\n{ONE}\n# Jours\nDate | Client | Jours | TJM\n"
        "10/01/2022 | Orme | 9 | 510\n20/01/2022 | Orme | 9 | 510",
        *asked("*"),
    ),
    ordinary(
        "a summary of names and figures",
        "# Factures\nDate | Client | Montant HT\n31/01/2022 | Orme | 900\n"
        "# Synthèse\nAnnée 2022\nCA HT | 900\nCharges | 0\nRésultat | 900",
        revenue=900,
    ),
    small(
        "a summary that has lines",
        "# Synthèse\nOrme | 31/01/2022 | 900\nSilex | 28/02/2022 | 100",
        refused("Synthèse!"),
    ),
    ordinary(
        "a date among receipts is that of the payment",
        "# Livre des recettes 2022\nDate | Client | Montant\n31/01/2022 | Orme | 900",
        settings='[societe]\nstatut = "micro"\n[tva]\nregime = "franchise"\n',
        revenue=900,
    ),
    small(
        "receipts without a date",
        "# Livre des recettes 2022\nClient | Montant\nOrme | 900",
        refused("Livre des recettes 2022!"),
        settings='[societe]\nstatut = "micro"\n[tva]\nregime = "franchise"\n',
    ),
    small(
        "a date of invoices is not",
        "# Factures 2022\nDate | Client | Montant\n31/01/2022 | Orme | 900",
        refused("A2"),
        settings='[societe]\nstatut = "micro"\n[tva]\nregime = "franchise"\n',
    ),
    ordinary(
        "the activity of a day is what it is for",
        "# Jours\nDate | Client | Activité | Jours | TJM\n10/01/2022 | Orme | Recette | 1 | 510\n"
        "11/01/2022 | Orme | Recette | 1 | 510",
        days=2,
    ),
    ordinary(
        "a title of a quarter names no month",
        "# Frais\nFrais – T1 2022\nDate | Libellé | Montant HT\n05/01/2022 | Train | 72.73\n"
        "20/02/2022 | Repas | 45.45",
        charges=118.18,
    ),
]


@pytest.mark.parametrize("book", BOOKS)
def test_what_a_sheet_says_once_is_said_of_its_rows(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("text", ["T4 2022", "S1 2022", "Q3 2022"])
def test_a_quarter_is_no_month(text: str) -> None:
    assert period_of(text)[:2] == (2022, None)


def test_the_year_of_a_sheet_called_by_its_month_is_that_of_its_title() -> None:
    rows: Rows = [("Suivi 2019",), (), ("Client", "Jours", "TJM"), ("Ponant", 3, 700)]
    found = outcome_of({"Mars": Sheet(rows=[*rows, ("Alizé", 2, 600)])})
    assert {year: figures["days"] for year, figures in found.years.items()} == {2019: 5}


def test_what_has_no_figure_is_of_no_series_of_numbers() -> None:
    assert series_of(["F-1", "F-2", "F-3", "Total"]) == "A-9"
    assert series_of(["F-1", "G2", "F-3", "Total"]) == ""
