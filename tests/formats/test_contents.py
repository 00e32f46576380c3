"""The contents follow the headings that the page has, whoever wrote them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reporter.errors import Place
from reporter.formats.report import render
from reporter.formats.report.contents import PLACE, with_contents
from reporter.settings import Settings
from reporter.sources.texts import Text
from tests.builders import bilan, day
from tests.cases import CASES, page


def contents(text: str) -> list[tuple[str, str]]:
    nav = re.findall(r'<nav class="sommaire".*?</nav>', text, re.DOTALL)
    return re.findall(r'<a href="#([\w-]+)">(.*?)</a>', nav[0]) if nav else []


@pytest.mark.parametrize("name", ["example", *CASES])
def test_the_contents_are_the_headings_in_their_order(name: str) -> None:
    text = page(name)
    found = contents(text)
    titles = re.findall(r"<h2[^>]*>(.*?)</h2>", text)
    assert [title for _, title in found] == titles
    assert all(f'id="{name}"' in text for name, _ in found)
    folded = re.search(r'<nav class="pli".*?<ol>(.*?)</ol></details></nav>', text, re.DOTALL)
    assert folded, "the same fold at the top of a narrow page"
    assert re.findall(r'<a href="#([\w-]+)">(.*?)</a>', folded[1]) == found
    assert str(PLACE) not in text


def test_a_heading_of_the_text_is_reached_and_its_marks_are_left_out() -> None:
    text = Text(content="## Un *beau* titre\n\n### Non\n", place=Place("t"))
    written = render(replace(CASES["rise"](), text=text), ["html"])["bilan-2020.html"].decode()
    assert contents(written)[0] == ("texte-1", "Un beau titre")
    assert '<h2 id="texte-1">Un <em>beau</em> titre</h2>' in written


def test_a_section_that_the_owner_removes_leaves_the_contents_too(tmp_path: Path) -> None:
    own = '{% extends "bilan/bilan.html.j2" %}{% block clients %}{% endblock %}'
    (tmp_path / "bilan.html.j2").write_text(own, encoding="utf-8")
    year = bilan(2020, day("2020-05-05", "1", "500"), settings=Settings(templates=tmp_path))
    found = contents(render(year, ["html"])["bilan-2020.html"].decode())
    assert ("clients", "Clients") not in found
    assert ("resultat", "Résultat") in found


def test_a_page_of_two_headings_needs_none() -> None:
    short = f'{PLACE}<section id="a"><h2>A</h2></section><section id="b"><h2>B</h2></section>'
    assert "nav" not in with_contents(short)
    assert "nav" in with_contents(short + '<section id="c">\n<h2>C</h2></section>')
