"""Drawings fit for a page that holds several of them, under a policy without inline styles."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from reporter.charts import charts
from reporter.charts.canvas import Canvas, fitted, width
from reporter.charts.chart import VARIABLES, Chart
from reporter.charts.svg import svg
from tests.cases import CASES, HOSTILE

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "desc", "g", "defs", "pattern", "rect", "path", "text"}
NUMBER = re.compile(r"[\d\u202f]*\d(?:,\d+)?")


@pytest.fixture(scope="module", params=["rise", "loss", "credit_notes", "hostile", "great"])
def drawn(request: pytest.FixtureRequest) -> tuple[Chart, ...]:
    """Return the charts that have a drawing, for several kinds of year."""
    return tuple(chart for chart in charts(CASES[request.param]()) if chart.svg)


def elements(chart: Chart) -> list[ET.Element]:
    return list(ET.fromstring(chart.svg).iter())


def test_a_drawing_has_no_style_and_nothing_from_elsewhere(drawn: tuple[Chart, ...]) -> None:
    for chart in drawn:
        for element in elements(chart):
            assert element.tag.removeprefix(SVG) in TAGS
            assert not {"style", "class", "clip-path"} & set(element.attrib)
            assert not [name for name in element.attrib if name.startswith(("on", "{"))]


def test_ids_are_of_one_drawing_alone_and_all_of_use(drawn: tuple[Chart, ...]) -> None:
    seen: set[str] = set()
    for chart in drawn:
        ids = [element.attrib["id"] for element in elements(chart) if "id" in element.attrib]
        used = set(re.findall(r"url\(#([^)]+)\)", chart.svg))
        assert set(ids) == used
        assert len(ids) == len(set(ids))
        assert not seen & set(ids)
        seen |= set(ids)


def test_a_drawing_says_what_it_is(drawn: tuple[Chart, ...]) -> None:
    for chart in drawn:
        root = ET.fromstring(chart.svg)
        assert set(root.attrib) == {"viewBox", "role", "font-family", "font-size", "fill"}
        assert root.attrib["role"] == "img"
        assert root.findtext(f"{SVG}title") == chart.title
        assert (root.findtext(f"{SVG}desc") or "").startswith(f"{chart.subtitle}. ")


def test_every_colour_is_of_the_palette_and_follows_the_page(drawn: tuple[Chart, ...]) -> None:
    for chart in drawn:
        assert set(re.findall(r'="(#[0-9a-f]{6})"', chart.svg)) <= set(VARIABLES)
        assert not re.findall(r'="#', chart.themed)
        assert "var(--encre)" in chart.themed


def test_every_number_of_a_drawing_stands_in_the_table_beside_it(drawn: tuple[Chart, ...]) -> None:
    """The thousands of the first chart apart, which the table gives to the euro."""
    for chart in drawn:
        assert chart.table is not None
        cells = [str(cell) for row in chart.table.rows for cell in row]
        beside = set(NUMBER.findall(" ".join((*cells, *chart.table.columns, chart.subtitle))))
        shown = [element.text or "" for element in elements(chart) if element.tag == f"{SVG}text"]
        if chart.name != "annees" and not any("Autres (" in text for text in shown):
            assert set(NUMBER.findall(" ".join(shown))) - {"100"} <= beside, chart.name


def test_the_same_year_gives_the_same_bytes() -> None:
    first, second = (tuple(chart.svg for chart in charts(CASES["rise"]())) for _ in range(2))
    assert first == second


def test_a_name_that_is_a_colour_stays_a_name() -> None:
    canvas = Canvas(20)
    canvas.text(0, 10, "#1f4e79")
    chart = Chart(name="x", title="x", svg=svg(canvas, "x", "x", "x"))
    assert ">#1f4e79<" in chart.themed


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_cut_to_its_room(name: str) -> None:
    text = fitted(name, 120)
    assert width(text) <= 120
    assert text.endswith("…") == (width(fitted(name, 10_000)) > 120)


def test_a_short_name_is_whole() -> None:
    assert fitted("Compagnie du Ponant", 170) == "Compagnie du Ponant"


def test_a_drawing_holds_any_character(recwarn: pytest.WarningsRecorder) -> None:
    """No warning of a letter that the layout's font lacks, no formula, no broken XML."""
    canvas = Canvas(200)
    for line, name in enumerate(HOSTILE):
        canvas.text(0, 10 + 15 * line, fitted(name, 1000))
    root = ET.fromstring(svg(canvas, "x", "x", "x"))
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert texts[0] == HOSTILE[0]
    assert texts[1] == HOSTILE[1]
    assert not recwarn.list
