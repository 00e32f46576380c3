"""A drawing for a telephone says what the wide one says, within the width of a telephone."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from reporter.charts import charts
from reporter.charts.canvas import NARROW, Word, width
from reporter.charts.sparkline import sparkline
from reporter.charts.years import years
from tests.cases import CASES

SVG = "{http://www.w3.org/2000/svg}"


def words(svg: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", CASES)
def test_a_narrow_drawing_fits_a_telephone_and_cuts_no_figure(name: str) -> None:
    """Names may be cut differently, and years be left out where twelve have no room."""
    for chart in charts(CASES[name]()):
        assert bool(chart.narrow) == bool(chart.svg) == bool(chart.sheet)
        if not chart.narrow:
            continue
        assert f'viewBox="0 0 {NARROW:.0f} ' in chart.narrow
        assert chart.narrow.count("<title>") == 1
        wide, narrow = words(chart.svg), words(chart.narrow)
        figures = [word for word in wide if re.search(r"[\d%€]$", word) and "…" not in word]
        if name != "twenty_years" and (chart.name, name) != ("annees", "great"):
            assert [word for word in figures if word not in narrow] == []


def test_the_last_year_keeps_its_figure_where_twelve_have_no_room() -> None:
    chart = years(CASES["twenty_years"]())
    assert chart.sheet
    last = [mark for mark in chart.sheet.marks if isinstance(mark, Word) and mark.bold]
    assert {mark.text for mark in last} <= set(words(chart.narrow))
    shown = ET.fromstring(chart.narrow).iter(f"{SVG}text")
    places = [(float(t.attrib["x"]), float(t.attrib["y"]), t.text or "") for t in shown]
    for x, y, text in places:
        half = width(text, bold=True) / 2
        beside = [x2 for x2, y2, _ in places if y2 == y and 0 < x2 - x < half]
        assert beside == [], text


def test_a_small_line_goes_from_the_oldest_to_the_newest() -> None:
    line = sparkline([Decimal(1), Decimal(3), Decimal(2)])
    assert 'd="M2.0 14.0L36.0 2.0L70.0 8.0"' in line
    assert 'cx="70.0" cy="8.0"' in line
    assert 'aria-hidden="true"' in line
    assert "M2.0 14.0L36.0 14.0" in sparkline([Decimal(5)] * 3)


@pytest.mark.parametrize("values", [[], [Decimal(1)] * 2, [Decimal(1), None, Decimal(2), "x"]])
def test_a_line_of_few_or_unknown_values_is_none(values: list[object]) -> None:
    assert sparkline(values) == ""
