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
    assert part.name == "du 1er au 20 février 2020"
    assert part.figures.revenue == 400
    assert part.before is not None
    assert part.before.revenue == 0


def test_a_month_that_two_financial_years_share_is_that_of_the_year_asked() -> None:
    part = found(2019, Asked(1, 12, 2018), toml=SPLIT)
    assert part.figures.days == 2
    assert found(2018, Asked(1, 12, None), toml=SPLIT).figures.days == 1


@pytest.mark.parametrize(
    ("number", "asked", "when", "inside", "against"),
    [
        (2020, Asked(1, 4, None), "2030-01-01", "en avril 2020", "à avril 2019"),
        (2020, Asked(1, 2, None), "2020-02-29", "en février 2020", "à février 2019"),
        (
            2020,
            Asked(3, 1, None),
            "2030-01-01",
            "au premier trimestre 2020",
            "au premier trimestre 2019",
        ),
        (
            2020,
            Asked(1, 4, None),
            "2020-04-02",
            "du 1er au 2 avril 2020",
            "à celui du 1er au 2 avril 2019",
        ),
        (2020, Asked(1, 4, None), "2020-04-01", "le 1er avril 2020", "à celui du 1er avril 2019"),
        (
            2020,
            Asked(3, 4, None),
            "2020-11-25",
            "du 1er octobre au 25 novembre 2020",
            "à celui du 1er octobre au 25 novembre 2019",
        ),
        (
            2020,
            Asked(3, 4, None),
            "2020-10-31",
            "du 1er au 31 octobre 2020",
            "à celui du 1er au 31 octobre 2019",
        ),
        (2019, Asked(1, 12, 2018), "2030-01-01", "du 15 au 31 décembre 2018", ""),
    ],
)
def test_the_words_of_a_part(
    number: int, asked: Asked, when: str, inside: str, against: str
) -> None:
    part = found(number, asked, when, SPLIT if number == 2019 else "")
    assert part.inside.replace("\u00a0", " ") == inside
    assert part.against.replace("\u00a0", " ") == against
    assert part.name in part.inside


def test_nothing_is_compared_before_the_books() -> None:
    part = found(2018, Asked(1, 12, None))
    assert (part.before, part.name_before) == (None, "")
    assert list(extract_table(part).columns) == ["Indicateur", "Décembre\u00a02018"]
