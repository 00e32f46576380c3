"""The owner's text places the sections of the page: each once, in every format."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import reporter
from reporter.errors import BadData, Place
from reporter.figures import Bilan
from reporter.formats.report import render
from reporter.formats.report.citations import fill
from reporter.formats.report.sections import SECTIONS, Piece, pieces
from reporter.sources.texts import Text
from reporter.tables.quantities import citable
from tests.builders import bilan, fee
from tests.cases import CASES, ROOT

TITLES = {"clients": "Clients", "annees": "Les années", "et_si": "Et si…", "details": "Détails"}
TEXT = """## Avant

Voir [le site][1].

{{ section("clients") }}

Entre les deux.
{{ section('annees') }}
Après.

{{ section("et_si") }}

{{ section("details") }}

[1]: https://exemple.fr
"""


def text_of(content: str) -> Text:
    return Text(content=content, place=Place("data/2020.md"))


def told(text: str, year: Bilan | None = None) -> Bilan:
    return replace(year or CASES["rise"](), text=text_of(text))


def headings(page: str) -> list[str]:
    found = re.findall(r"^## (.*)$|<h2[^>]*>(.*?)</h2>", page, re.MULTILINE)
    return [markdown or html for markdown, html in found]


@pytest.mark.parametrize("name", ["bilan-2020.md", "bilan-2020.html", "bilan-2020/index.md"])
def test_a_section_stands_where_the_text_places_it_and_nowhere_else(name: str) -> None:
    page = render(told(TEXT), ["md", "html", "hugo"])[name].decode()
    placed = headings(page)
    assert placed[: placed.index("Objectif")] == ["Avant", *TITLES.values()]
    rest = ["Objectif", "Activité", "De 2019 à 2020", "Résultat", "Perspectives 2021"]
    assert placed[placed.index("Objectif") :] == [*rest, "Définitions"]
    order = ["Avant", "Clients</h2>" if "html" in name else "## Clients", "Entre les deux", "Après"]
    places = [page.index(word) for word in order]
    assert places == sorted(places)
    assert "\ue000" not in page
    assert "section(" not in page


def test_a_link_defined_at_the_end_of_the_text_works_before_a_section() -> None:
    page = render(told(TEXT), ["html"])["bilan-2020.html"].decode()
    assert '<a href="https://exemple.fr">le site</a>' in page


def test_every_section_can_be_placed_and_the_page_has_as_much_as_without() -> None:
    every = "\n\n".join(f'{{{{ section("{name}") }}}}' for name in reversed(SECTIONS))
    ours, own = (render(year, ["md"])["bilan-2020.md"] for year in (CASES["rise"](), told(every)))
    assert sorted(filter(None, ours.splitlines())) == sorted(filter(None, own.splitlines()))
    assert headings(own.decode()) == headings(ours.decode())[::-1]


def test_a_section_is_placed_in_a_report_without_names_too() -> None:
    books = reporter.load(ROOT)
    placed = replace(books, texts={2020: text_of('Merci.\n\n{{ section("clients") }}')})
    year = placed.anonymous(2020, with_text=True).measure(2020)
    page = render(year, ["html"])["bilan-2020.html"].decode()
    assert headings(page)[0] == "Clients"


def test_a_section_that_the_year_does_not_have_leaves_nothing() -> None:
    page = render(told('{{ section("micro") }}\n{{ section("net") }}\n'), ["md"])
    assert "Micro-entreprise" not in page["bilan-2020.md"].decode()


@pytest.mark.parametrize(
    ("text", "line", "what", "fix"),
    [
        ('a\n\n{{ section("client") }}', 3, "section inconnue : client", "écrire clients"),
        ('{{ section("xyz") }}', 1, "section inconnue : xyz", "sections connues : objectif"),
        ("\n{{ section(2020) }}", 2, "section inconnue : 2020", "sections connues"),
        ("\n{{ section() }}", 2, "section inconnue", "sections connues"),
        (
            '{{ section("clients") }}\n\n{{ section("clients") }}',
            3,
            "section placée deux fois : clients",
            "ligne 1",
        ),
        (
            '{% for i in [1, 2] %}\n{{ section("net") }}\n{% endfor %}',
            2,
            "section placée deux fois : net",
            "ligne 2",
        ),
        ('a\nVoici {{ section("clients") }}.', 2, "section dans une phrase : clients", "seule"),
        ('- {{ section("clients") }}', 1, "section dans une phrase : clients", "seule"),
        ("a\n{{ section }}", 2, "chiffre inconnu : section", ""),
        ("a\n\n{{ chiffre_affaires / 0 }}\nb", 3, "expression illisible", ""),
    ],
)
def test_a_section_placed_wrongly_is_a_mistake_with_its_line(
    text: str, line: int, what: str, fix: str
) -> None:
    with pytest.raises(BadData) as refused:
        render(told(text), ["md"])
    (mistake,) = refused.value.errors
    assert (mistake.place.row, mistake.what.startswith(what)) == (line, True)
    assert fix in mistake.fix


def test_all_mistakes_are_told_at_once() -> None:
    text = (
        '{{ section("a") }}\n{{ section("net") }}\n{{ section("net") }}\nx {{ section("micro") }}'
    )
    with pytest.raises(BadData) as refused:
        fill(text_of(text), citable(CASES["rise"]()))
    assert [mistake.place.row for mistake in refused.value.errors] == [1, 3, 4]


def test_either_branch_of_a_condition_may_place_a_section() -> None:
    text = "{% if tjm %}\n{{ section('net') }}\n{% else %}\n{{ section('net') }}\n{% endif %}"
    filled = fill(text_of(text), citable(CASES["rise"]()))
    assert pieces(filled) == (Piece(section="net"),)


def test_a_private_letter_in_a_text_is_no_mark() -> None:
    filled = fill(text_of("\ue000clients 1\ue000\n"), citable(CASES["rise"]()))
    assert pieces(filled) == (Piece(text="clients 1"),)


def test_a_sentence_that_ends_with_what_does_not_exist_has_one_dot() -> None:
    year = bilan(2020, fee("2020-03-31", "600"))
    assert fill(text_of("TJM : {{ tjm }}. Jours : {{ jours_factures }}.\n"), citable(year)) == (
        "TJM : n.\u00a0d. Jours : 0.\n"
    )
