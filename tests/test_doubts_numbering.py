"""An invoice whose number tells another year than its date: one of the two is mistyped."""

from __future__ import annotations

from datetime import date

import pytest

from reporter.doubts import doubtful
from reporter.settings import Settings
from tests.books.outcomes import Outcome, names, outcome_of
from tests.books.small import Accepted, Small, judge, ordinary, sheets, small
from tests.builders import activity, expense
from tests.test_doubts import keys

REST = (
    "\n# Dépenses\nDate | Libellé | Montant HT\n02/03/2020 | Loyer | 310\n02/03/2021 | Loyer | 320"
)
NAMES = ("Ponant", "Alizé", "Perlin")
AMOUNTS = (540, 1260, 970)


def fees(*invoices: tuple[str, str]) -> str:
    rows = zip(invoices, NAMES, AMOUNTS, strict=True)
    lines = (f"{day} | {number} | {name} | Audit | {due}" for (day, number), name, due in rows)
    header = "# Forfaits\nDate | Facture | Client | Prestation | Montant HT\n"
    return header + "\n".join(lines) + REST


def _is_told(found: Outcome) -> bool:
    own = [place for what, place in found.doubts if what.startswith("annee-du-numero : ")]
    return [names(place, "A4") for place in own] == [True]


TOLD = Accepted("annee-du-numero at A4, and nowhere else", _is_told)
WRITTEN = {
    "F-2020-{}": "F-2021-{}", "2020/{}": "2021/{}", "FA2020{}": "FA2021{}", "{}-2020": "{}-2021",
    "2020-03-{}": "2021-03-{}",
}  # fmt: skip


@pytest.mark.parametrize(
    "book",
    [
        *(
            small(
                f"a date of the next year, under {form}",
                fees(
                    ("14/01/2020", form.format("001")),
                    ("03/03/2020", form.format("002")),
                    ("07/05/2021", form.format("003")),
                ),
                TOLD,
            )
            for form in WRITTEN
        ),
        *(
            small(
                f"a date of the next year, {day}, under F-2020-{rank}",
                fees(
                    ("14/01/2020", "F-2020-001"),
                    ("03/03/2020", "F-2020-002"),
                    (day, f"F-2020-{rank}"),
                ),
                TOLD,
            )
            for day, rank in (("07/01/2021", "003"), ("07/05/2021", "012"), ("01/02/2021", "012"))
        ),
        *(
            ordinary(
                f"numbers of their years, {form}",
                fees(
                    ("14/01/2020", form.format("001")),
                    ("03/03/2020", form.format("002")),
                    ("07/05/2021", later.format("001")),
                ),
                revenue=2770,
            )
            for form, later in WRITTEN.items()
        ),
        ordinary(
            "work of December invoiced in January",
            fees(
                ("14/01/2020", "F-2020-001"),
                ("03/12/2020", "F-2020-002"),
                ("21/12/2020", "F-2021-001"),
            ),
            revenue=2770,
        ),
        ordinary(
            "work of the end of October invoiced in January",
            fees(
                ("14/01/2020", "F-2020-001"),
                ("03/03/2020", "F-2020-002"),
                ("31/10/2020", "F-2021-001"),
            ),
            revenue=2770,
        ),
        small(
            "work of the day before, invoiced in January",
            fees(
                ("14/01/2020", "F-2020-001"),
                ("03/03/2020", "F-2020-002"),
                ("30/10/2020", "F-2021-001"),
            ),
            TOLD,
        ),
        ordinary(
            "an invoice of each month, dated of the next",
            fees(("14/02/2020", "2020-01"), ("13/03/2020", "2020-02"), ("14/01/2021", "2020-12")),
            revenue=2770,
        ),
        ordinary(
            "ranks that look like years",
            fees(("14/01/2020", "20177"), ("03/03/2020", "20178"), ("07/05/2020", "20179")),
            revenue=2770,
        ),
        ordinary(
            "a financial year by its two years",
            fees(
                ("14/10/2020", "2021-001"), ("03/03/2021", "2021-002"), ("07/05/2021", "2021-003")
            ),
            revenue=2770,
            settings='[exercice]\ncloture = "30/06"\n',
        ),
    ],
)  # fmt: skip
def test_an_invoice_dated_of_another_year_than_its_number(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    ("day", "cells"), [("20/02/2020", []), ("01/02/2020", []), ("31/01/2020", ["A4"])]
)
def test_a_fee_dated_more_than_a_month_before_the_number_above_it(
    day: str, cells: list[str]
) -> None:
    text = fees(("14/01/2020", "F-001"), ("03/03/2020", "F-002"), (day, "F-003"))
    found = outcome_of(sheets(text)).doubts
    assert [place.cell for what, place in found if what.startswith("annee-du-numero")] == cells


@pytest.mark.parametrize(
    ("odd", "cells"),
    [
        ({}, []),
        ({4: "05/06/2020"}, ["A6"]),  # one of the two: the next one is before it
        ({4: "29/05/2020"}, []),  # within a fortnight of it
        ({7: "20/05/2020"}, ["A8"]),  # before the one above
        ({4: "05/06/2020", 8: "10/10/2020"}, []),  # some are late by habit
        ({4: "25/06/2020", 8: "10/10/2020"}, ["A5"]),
        ({10: "10/08/2020"}, ["A11"]),
    ],
)
def test_the_only_invoice_out_of_order_among_ten_is_doubted_from_a_fortnight_on(
    odd: dict[int, str], cells: list[str]
) -> None:
    """They are dated of the 20th of each month, from January on."""
    days = {n: f"{20 if n % 5 else 18}/{n:02}/2020" for n in range(1, 11)}
    lines = (
        f"{day} | F-0{n:02} | Ponant | Lot {n} | {700 + 31 * n}" for n, day in (days | odd).items()
    )
    text = "# Forfaits\nDate | Facture | Client | Prestation | Montant HT\n" + "\n".join(lines)
    found = outcome_of(sheets(text + REST)).doubts
    assert [place.cell for what, place in found if what.startswith("annee-du-numero")] == cells


def test_an_invoice_of_days_is_as_one_of_a_fee_where_its_date_is_told() -> None:
    rows = (
        f"{n:02}/{n:02}/2020 | F-0{n:02} | {day} | Ponant | {n} | 700"
        for n, day in enumerate(("31/01/2020", "31/03/2020", "29/02/2020"), 1)
    )
    text = "# Jours\nDate | Facture | Date de facture | Client | Jours | TJM\n" + "\n".join(rows)
    found = outcome_of(sheets(text.replace("29/02", "28/01"))).doubts
    assert [it.cell for what, it in found if what.startswith("annee-du-numero")] == ["A4"]
    assert not [what for what, _ in outcome_of(sheets(text)).doubts if "annee-du" in what]


@pytest.mark.parametrize(
    ("day", "cells"),
    [("05/04/2021", []), ("02/07/2021", []), ("03/07/2021", ["A4"]), ("05/04/2022", ["A4"])],
)
def test_a_receipt_is_of_the_year_of_its_payment(day: str, cells: list[str]) -> None:
    """An invoice of 2020 that was paid the year after, in a book of receipts."""
    book = "# Livre des recettes\nDate d’encaissement | N° facture | Client | Montant encaissé\n"
    book += "14/01/2020 | 2020-001 | Ponant | 540\n03/03/2020 | 2020-002 | Alizé | 1260\n"
    book += f"{day} | 2020-003 | Perlin | 970"
    found = outcome_of(
        sheets(book + REST), '[societe]\nstatut = "micro"\n[tva]\nregime = "franchise"'
    ).doubts
    assert [place.cell for what, place in found if what.startswith("annee-du-numero")] == cells


@pytest.mark.parametrize(
    ("invoiced", "number", "cells"),
    [
        ("10/01/2021", "F-2021-003", []),
        ("31/12/2020", "F-2021-003", ["A4"]),
    ],
)
def test_the_date_of_the_invoice_tells_the_year_of_its_number(
    invoiced: str, number: str, cells: list[str]
) -> None:
    """Work of December 2020, but of the year of its invoice."""
    rows = ("14/01/2020 | 31/01/2020 | F-2020-001", "03/03/2020 | 31/03/2020 | F-2020-002")
    lines = (*rows, f"18/12/2020 | {invoiced} | {number}")
    book = "# Jours\nDate | Date de facture | Facture | Client | Jours | TJM\n" + "\n".join(
        f"{row} | Ponant | {n} | 700" for n, row in enumerate(lines, 3)
    )
    found = outcome_of(sheets(book)).doubts
    assert [place.cell for what, place in found if what.startswith("annee-du-numero")] == cells


@pytest.mark.parametrize(
    ("numbers", "cells"),
    [
        (("F20-02", "F20-03", "F20-04"), ["A2"]),
        (("F-2020-02", "F-2020-03", "F-2020-04"), ["A2"]),
        (("F19-02", "F19-03", "F19-04"), []),
        (("F-20-7-02", "F-20-7-03", "F-20-7-04"), []),  # of a month, or of a client
    ],
)
def test_a_number_may_say_its_year_by_two_figures(
    numbers: tuple[str, ...], cells: list[str]
) -> None:
    text = fees(*((f"0{n}/01/2020", number) for n, number in enumerate(numbers, 2)))
    said = outcome_of(sheets(text)).doubts
    assert [place.cell for what, place in said if what.startswith("factures-trou")] == cells


def _missing(*ranks: int, written: str = "A2020-{:03}", year: int = 2020) -> list[str]:
    """Return the receipts that are said to miss among those of some ranks."""
    lines = [
        expense(f"{year}-{1 + rank % 12:02}-10", f"{20 + rank}", receipt=written.format(rank))
        for rank in ranks
    ]
    return [it for it in keys(*lines) if it.startswith("justificatifs-trou")]


@pytest.mark.parametrize(
    ("ranks", "found"),
    [
        ([*range(1, 6), *range(7, 12)], ["justificatifs-trou A2020-006"]),
        ([*range(1, 6), *range(7, 11)], []),  # nine receipts are no numbered file
        ([*range(1, 12)], []),
        ([1, *range(4, 13)], []),  # two are missing for ten
        ([1, *range(4, 23)], ["justificatifs-trou A2020-002"]),
        ([*range(7, 20)], []),  # of August: what comes before the first is not known
    ],
)
def test_receipts_that_bear_numbers_without_other_holes_lack_none(
    ranks: list[int], found: list[str]
) -> None:
    assert _missing(*ranks) == found


@pytest.mark.parametrize(
    ("month", "found"),
    [(1, ["justificatifs-trou A2020-001"]), (3, ["justificatifs-trou A2020-001"]), (4, [])],
)
def test_the_receipts_of_a_year_begin_with_one(month: int, found: list[str]) -> None:
    lines = [
        expense(f"2020-{month:02}-10", f"{20 + rank}", receipt=f"A2020-{rank:03}")
        for rank in range(2, 13)
    ]
    assert [it for it in keys(*lines) if it.startswith("justificatifs")] == found


def test_what_misses_before_the_first_receipt_is_said_of_a_numbered_file_alone() -> None:
    lines = [
        expense(f"2020-01-{rank:02}", f"{20 + rank}", receipt=f"A2020-{rank:03}")
        for rank in range(3, 14)
    ]
    (told,) = [
        it
        for it in doubtful((), activity(*lines), Settings(), date(2021, 1, 1))
        if it.code == "justificatifs-trou"
    ]
    assert str(told.shown) == "A2020-001 et A2020-002, avant A2020-003"
    assert not [it for it in keys(*lines[:9]) if it.startswith("justificatifs")]


def test_a_receipt_dated_of_another_year_or_without_a_number_is_not_missing() -> None:
    january = expense("2021-01-04", "55", receipt="A2020-006")
    lines = [
        expense(f"2020-03-{rank:02}", f"{20 + rank}", receipt=f"A2020-{rank:03}")
        for rank in (*range(1, 6), *range(7, 12))
    ]
    assert not any(it.startswith("justificatifs") for it in keys(*lines, january))
    assert _missing(*range(1, 12), written="ticket") == []
