"""Months and quarters of a year: put together they are the year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.accounting.parts import restricted
from reporter.errors import BilanError
from reporter.fec.checking import check_fec
from reporter.formats.pack import fec
from reporter.formats.pack.software import suited
from reporter.model import Activity, FinancialYear
from reporter.parts import Asked, part_of
from reporter.toml.reading import parse
from tests.accounting.packs import COMPANY, pack_all, pack_of
from tests.books.activities import accounted_books
from tests.builders import fee
from tests.examples import few

YEAR = FinancialYear(number=2020, start=date(2020, 1, 1), end=date(2020, 12, 31))
BROKEN = FinancialYear(number=2020, start=date(2019, 7, 1), end=date(2020, 6, 30))
LONG = FinancialYear(number=2020, start=date(2019, 9, 15), end=date(2020, 12, 31))


@pytest.mark.parametrize(
    ("year", "asked", "name", "start", "end"),
    [
        (YEAR, Asked(1, 3, None), "2020-03", date(2020, 3, 1), date(2020, 3, 31)),
        (YEAR, Asked(1, 12, 2020), "2020-12", date(2020, 12, 1), date(2020, 12, 31)),
        (YEAR, Asked(1, 2, None), "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        (YEAR, Asked(3, 1, None), "2020-T1", date(2020, 1, 1), date(2020, 3, 31)),
        (YEAR, Asked(3, 4, None), "2020-T4", date(2020, 10, 1), date(2020, 12, 31)),
        (BROKEN, Asked(1, 8, None), "2019-08", date(2019, 8, 1), date(2019, 8, 31)),
        (BROKEN, Asked(3, 2, None), "2020-T2", date(2020, 4, 1), date(2020, 6, 30)),
        (LONG, Asked(1, 10, 2019), "2019-10", date(2019, 10, 1), date(2019, 10, 31)),
        (LONG, Asked(1, 5, None), "2020-05", date(2020, 5, 1), date(2020, 5, 31)),
    ],
)
def test_a_month_is_that_of_the_financial_year(
    year: FinancialYear, asked: Asked, name: str, start: date, end: date
) -> None:
    assert part_of(year, asked)[:3] == (name, start, end)


@pytest.mark.parametrize(
    ("year", "asked", "message"),
    [
        (
            BROKEN,
            Asked(1, 8, 2020),
            "2020-08 n’est pas dans l’exercice, du 01/07/2019 au 30/06/2020",
        ),
        (
            LONG,
            Asked(1, 10, None),
            "l’exercice en a plusieurs : préciser l’année, 2019-10 et 2020-10",
        ),
        (
            LONG,
            Asked(3, 4, None),
            "l’exercice en a plusieurs : préciser l’année, 2019-T4 et 2020-T4",
        ),
    ],
)
def test_a_month_outside_of_the_year_or_twice_in_it_is_refused(
    year: FinancialYear, asked: Asked, message: str
) -> None:
    with pytest.raises(BilanError, match=message):
        part_of(year, asked)


def test_a_month_without_entry_is_refused() -> None:
    made = pack_of(2020, fee("2020-03-31", "1", "N", invoice="F-1", vat=Decimal(0)))
    with pytest.raises(BilanError, match="aucune écriture pour 2020-04"):
        restricted(made, part_of(made.year, Asked(1, 4, None)))


def lines(made: object) -> list[bytes]:
    (data, _) = fec.render(made).values()  # type: ignore[arg-type]
    return data.splitlines()[1:]


@few(15)
@given(accounted_books, st.sampled_from([1, 3]), st.sampled_from(["", "lettres = 2", "piece = 10"]))
def test_the_parts_of_a_year_put_together_are_the_year(
    books: Activity, months: int, setting: str
) -> None:
    """No line is lost, said twice or changed: numbers go on, letters are the same."""
    whole = suited(pack_all(books, 2020, parse(f"{COMPANY}[export]\n{setting}\n")))
    together: list[bytes] = []
    for rank in range(1, 12 // months + 1):
        try:
            made = restricted(whole, part_of(whole.year, Asked(months, rank, None)))
        except BilanError:
            continue
        together += lines(made)
        (name, data), _ = fec.render(made).items()
        assert name == f"812345676FEC20201231_{made.part}.txt"
        assert check_fec(data, name).of("erreur") == ()
    assert together == lines(whole)
