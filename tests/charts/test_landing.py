"""The drawing of a landing: its bars make the year, beside the whole year before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.books import Books, load
from reporter.charts import charts
from reporter.charts.canvas import Canvas, Word, width
from reporter.charts.landing import landing
from reporter.formats.report import render
from reporter.indices import indexed
from reporter.landing.landing import landed
from reporter.model import FinancialYear
from reporter.tables.landing import landing_table
from reporter.to_date import whole_before

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def books() -> Books:
    return load(ROOT)


@pytest.mark.parametrize("day", [date(2020, 2, 29), date(2020, 9, 15), date(2020, 11, 30)])
def test_its_bars_make_the_year(books: Books, day: date) -> None:
    bilan = books.measure(2020, as_of=day)
    chart, found = landing(bilan), landed(bilan)
    assert chart
    assert chart.table
    assert found
    *parts, whole, before = (row[1].value for row in chart.table.rows)
    assert sum(part for part in parts if isinstance(part, Decimal)) == whole
    assert whole == found.figures.revenue
    assert before == books.measure(2019).figures.revenue
    change = (found.figures.revenue - Decimal(before)) / Decimal(before)  # type: ignore[arg-type]
    assert ("de plus" in chart.title) == (change > 0)
    assert len(chart.title.split()) <= 16


def test_its_words_stay_on_the_sheet(books: Books) -> None:
    chart = landing(books.measure(2020, as_of=date(2020, 9, 15)))
    assert chart
    for sheet in (chart.sheet, chart.slim):
        assert isinstance(sheet, Canvas)
        for word in (mark for mark in sheet.marks if isinstance(mark, Word)):
            size = width(word.text, size=word.size, bold=word.bold)
            left = word.x - {"left": 0, "center": size / 2, "right": size}[word.anchor]
            assert left >= -1, word.text
            assert left + size <= sheet.width + 1, word.text


def test_a_whole_year_or_one_in_indices_has_none(books: Books) -> None:
    cut = books.measure(2020, as_of=date(2020, 9, 15))
    assert landing(books.measure(2020)) is None
    assert landing(indexed(cut)) is None
    assert "atterrissage" not in {chart.name for chart in charts(books.measure(2020))}
    files = render(cut, ["md"])
    assert "bilan-2020-atterrissage.svg" in files
    assert "l’année irait à" in files["bilan-2020.md"].decode()


def test_a_year_of_another_length_is_beside_it_and_compared_no_more(books: Books) -> None:
    ends = {
        2018: (date(2018, 1, 1), date(2018, 10, 31)),
        2019: (date(2018, 11, 1), date(2019, 12, 31)),
    }
    long = {n: FinancialYear(number=n, start=start, end=end) for n, (start, end) in ends.items()}
    bilan = replace(books, settings=books.settings._replace(periods=long)).measure(
        2020, as_of=date(2020, 9, 15)
    )
    found, chart = landed(bilan), landing(bilan)
    assert found
    assert chart
    assert chart.title.endswith("de chiffre d’affaires")
    note = landing_table(found, whole_before(bilan)).note
    assert "2019 compte 14 mois et 2020, 12" in note
