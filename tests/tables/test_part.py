"""A month or a quarter beside the same one a year before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reporter.metrics import by_year
from reporter.parts import Asked, part_of
from reporter.tables.part import Extract, extract, extract_table
from reporter.toml.reading import parse
from tests.builders import activity, day, expense, fee

LINES = activity(
    day("2018-12-10", "1", "500"),
    day("2018-12-20", "2", "500"),
    day("2019-02-28", "10", "500"),
    day("2019-12-31", "4", "500"),
    day("2020-02-29", "12", "550"),
    fee("2020-02-15", "400"),
    expense("2020-02-03", "100"),
)
SPLIT = (
    "[exercice.2018]\ndebut = 2018-01-01\nfin = 2018-12-14\n"
    "[exercice.2019]\ndebut = 2018-12-15\nfin = 2019-12-31\n"
)


def found(number: int, asked: Asked, when: str = "2030-01-01", toml: str = "") -> Extract:
    settings = parse(toml)
    year = settings.year(number)
    part = part_of(year, asked)
    return extract(by_year(LINES, settings), settings, year, part, date.fromisoformat(when))


def test_february_is_compared_whole_with_february() -> None:
    part = found(2020, Asked(1, 2, None))
    assert (part.name, part.name_before) == ("février\u00a02020", "février\u00a02019")
    assert (part.figures.revenue, part.figures.fees, part.figures.charges) == (7_000, 400, 100)
    assert part.before is not None
    assert (part.before.revenue, part.before.year.end) == (5_000, date(2019, 2, 28))
    rows = {str(row[0]): [cell.value for cell in row[1:]] for row in extract_table(part).rows}
    assert rows["Chiffre d’affaires"] == [7_000, 5_000, Decimal("0.4")]
    assert rows["CA des forfaits"] == [400, 0, None]
    assert rows["Jours ouvrés"] == [20, 20, 0]
    assert rows["Part facturée"][:2] == [Decimal("0.6"), Decimal("0.5")]


def test_a_part_under_way_stops_on_the_day() -> None:
    part = found(2020, Asked(1, 2, None), "2020-02-20")
    assert part.name == "février\u00a02020 jusqu’au 20"
    assert part.figures.revenue == 400
    assert part.before is not None
    assert part.before.revenue == 0


def test_a_month_that_two_financial_years_share_is_that_of_the_year_asked() -> None:
    part = found(2019, Asked(1, 12, 2018), toml=SPLIT)
    assert part.figures.days == 2
    assert found(2018, Asked(1, 12, None), toml=SPLIT).figures.days == 1


@pytest.mark.parametrize(
    ("asked", "at", "against", "name"),
    [
        (Asked(1, 4, None), "en", "à", "avril\u00a02020"),
        (Asked(3, 1, None), "au", "au", "premier trimestre\u00a02020"),
        (Asked(3, 4, None), "au", "au", "quatrième trimestre\u00a02020"),
    ],
)
def test_the_words_of_a_part(asked: Asked, at: str, against: str, name: str) -> None:
    part = found(2020, asked)
    assert (part.at, part.against, part.name) == (at, against, name)


def test_nothing_is_compared_before_the_books() -> None:
    part = found(2018, Asked(1, 12, None))
    assert (part.before, part.name_before) == (None, "")
    assert list(extract_table(part).columns) == ["Indicateur", "Décembre\u00a02018"]
