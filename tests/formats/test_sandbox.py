"""What the text and the templates of somebody else's folder cannot do, and what ours still can."""

from __future__ import annotations

import os
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment
from jinja2.nodes import EvalContext

from reporter.errors import BadData, Place
from reporter.formats.report import bounds, clock, render, sandbox
from reporter.formats.report.citations import fill
from reporter.formats.report.html import prose
from reporter.formats.report.page import Report, environment, filled
from reporter.formats.table.markdown import escaped_markdown
from reporter.settings import Settings
from reporter.sources.texts import Text
from tests.builders import bilan, day
from tests.cases import CASES

if TYPE_CHECKING:
    from collections.abc import Callable

DOUBLING = "{%% set n = namespace(x=%s) %%}{%% for i in range(99) %%}%s{%% endfor %%}{{ n.x }}"
FORBIDDEN = {
    "{% for n in range(60) %}" + "x" * 10_000 + "{% endfor %}": "trop de texte",
    "{{ cycler.__init__.__globals__.os.popen('id') }}": "",
    "{{ ''.__class__.__mro__ }}": "citer et mettre en forme",
    "{{ self.__init__.__globals__ }}": "citer et mettre en forme",
    "{{ namespace.__init__.__globals__ }}": "citer et mettre en forme",
    "{{ '{0.__class__}'.format(1) }}": "citer et mettre en forme",
    "{{ '{:>999999999}'.format(1) }}": "citer et mettre en forme",
    "{{ '{a:>999999999}'.format_map({'a': 1}) }}": "citer et mettre en forme",
    "{{ '%999999999d' % 1 }}": "met pas un texte en forme",
    "{{ 'a'.center(999999999) }}": "citer et mettre en forme",
    "{{ (1).to_bytes(999999999) }}": "citer et mettre en forme",
    "{{ {}.update(a=1) }}": "citer et mettre en forme",
    "{{ 'a' | center(999999999) }}": "center n’est pas connu ici",
    "{{ [1] | batch(999999999, 1) | list }}": "batch n’est pas connu ici",
    "{{ 1 | attr('real') }}": "attr n’est pas connu ici",
    "{{ 'a' * 300000000 }}": "trop",
    "{{ 300000000 * 'a' }}": "trop",
    "{{ [1] * 300000000 }}": "trop",
    "{{ 10 ** 10 ** 10 }}": "une puissance y est trop grande",
    "{{ 2 ** 1000 * 2 ** 1000 * 2 ** 1000 }}": "un nombre y est trop grand",
    "{{ 1e9999 }}": "un nombre est trop grand",
    "{{ -1e9999 + 1 }}": "un nombre est trop grand",
    "{{ 'inf' | float + 1 }}": "un nombre y est trop grand",
    "{{ 1.5 | round(999999999) }}": "un arrondi y a plus de 10 décimales",
    "{{ ('a' * 999) | replace('a', 'b' * 99999) }}": "un texte y est trop grand",
    "{{ range(9999) | join('a' * 99999) }}": "un texte y est trop grand",
    "{{ range(999999999) | list }}": "une suite de nombres y est trop longue",
    "{{ [[1] * 999] * 999 | sum(start=[]) }}": "start",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}": "trop",
    "{% for a in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}": "",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}": "",
    "{% macro f(n) %}{{ f(n - 1) ~ f(n - 1) if n }}{% endmacro %}{{ f(99) }}": "",
    "{% macro f(n) %}{{ f(n - 1, varargs, varargs) if n }}{% endmacro %}{{ f(99, 1) }}": "trop",
    DOUBLING % ("'a'", "{% set n.x = n.x ~ n.x %}"): "trop",
    DOUBLING % ("'a'", "{% set n.x = n.x + n.x %}"): "trop",
    DOUBLING % ("'a'", "{% set t %}{{ n.x ~ n.x }}{% endset %}{% set n.x = t %}"): "trop",
    DOUBLING % ("'ab'", "{% set n.x = n.x.replace('a', n.x) %}"): "citer et mettre en forme",
    DOUBLING % ("'ab'", "{% set n.x = n.x | replace('a', n.x ~ n.x) %}"): "trop",
    DOUBLING % ("[]", "{% set n.x = [n.x, n.x] %}"): "trop",
    DOUBLING % ("[]", "{% set n.x = (n.x, n.x) %}"): "trop",
    DOUBLING % ("[]", "{% set n.x = {'a': n.x, 'b': n.x} %}"): "trop",
    DOUBLING % ("[1]", "{% set n.x = n.x + n.x[0:] %}"): "trop",
    "{{ " + "(" * 9999 + "1" + ")" * 9999 + " }}": "",
    "{% if 1 %}" * 999 + "{% endif %}" * 999: "",
    "{% for i in [1] %}" * 30 + "{% endfor %}" * 30: "imbriqué",
    "{{ 1 }}" * 20_000: "trop long",
    "{{ " + "9" * 5000 + " }}": "",
    "{{ {}['x'] }}": "",
    "{{ [][1] }}": "",
    "{{ [] | first }}": "",
    "{{ 1 // 0 }}": "",
}
"""What is written → what is said of it."""
ALLOWED = {
    "{{ 'a' ~ 1 ~ 'é' }}": "a1é",
    "{{ [1, 2, 3][1:] | join('-') }}": "2-3",
    "{{ ('a', 'b') | map('upper') | join }}": "AB",
    "{{ 'A b' | lower | replace('b', 'c') }}": "a c",
    "{{ 2.345 | round(1) }} {{ 7 // 2 }} {{ 7 % 2 }} {{ 2 ** 3 }} {{ 'ab' * 2 }}": "2.3 3 1 8 abab",
    "{% for x in [1, 2] %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %}, {% endif %}"
    "{% endfor %}": "1/2, 2/2",
    "{% set n = namespace(x=0) %}{% for i in range(5) %}{% set n.x = n.x + i %}{% endfor %}"
    "{{ n.x }}": "10",
    "{% macro f(a, b=2) %}{{ a + b }}{% endmacro %}{{ f(1) }}{{ f(1, b=3) }}": "34",
    "{% macro f() %}<{{ caller() }}>{% endmacro %}{% call f() %}a{% endcall %}": "<a>",
    "{{ {'a': [1, 2]}.a | sum }}": "3",
    "{% for k, v in {'a': 1}.items() %}{{ k }}{{ v }}{% endfor %}": "a1",
    "{{ namespace(x=1) }}": "namespace",
    "{{ [2, 1] | sort | first }}{{ 'x' | default('y') }}": "1x",
}
BOOKS = (day("2020-01-31", "10", "700"),)


def text(content: str) -> str:
    return fill(Text(content=content, place=Place("data/2020.md")), {})


def page(folder: Path, **own: str | bytes) -> str:
    """Return a template filled, ours or one's own: `phrase__md__j2=…`."""
    (folder / "templates").mkdir(exist_ok=True)
    for name, content in own.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / "templates" / name.replace("__", ".")).write_bytes(data)
    name = "bilan.md.j2" if "bilan__md__j2" in own else "phrase.md.j2"
    return filled(environment(folder / "templates", escaped_markdown), name, {})


def refused(folder: Path, **own: str | bytes) -> tuple[str, str]:
    """Return where a template is refused, and what to do."""
    with pytest.raises(BadData) as caught:
        page(folder, **own)
    (mistake,) = caught.value.errors
    return str(mistake.place), mistake.fix


@pytest.mark.parametrize("content", FORBIDDEN)
def test_what_a_text_and_a_template_may_not_do(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The purse is a fortieth of the true one, for the test to be quick."""
    monkeypatch.setattr(sandbox, "PURSE", sandbox.PURSE // 40)
    with pytest.raises(BadData) as caught:
        text(f"\n{content}")
    (mistake,) = caught.value.errors
    assert mistake.place.file == "data/2020.md"
    assert FORBIDDEN[content] in mistake.fix
    place, fix = refused(tmp_path, phrase__md__j2=f"\n{content}")
    assert place.startswith("templates/phrase.md.j2")
    assert FORBIDDEN[content] in fix


@pytest.mark.parametrize("content", ALLOWED)
def test_what_a_text_and_a_template_may_still_do(content: str, tmp_path: Path) -> None:
    assert text(content) == ALLOWED[content]
    assert ALLOWED[content] in page(tmp_path, phrase__md__j2=content)


def test_what_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page that includes itself twice, to a depth that Python allows."""
    monkeypatch.setattr(clock, "SECONDS", 0.3)
    own = (
        "{% set d = d | default(0) + 1 %}{% if d < 60 %}"
        '{% include "sans-fin.j2" %}{% include "sans-fin.j2" %}{% endif %}'
    )
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "sans-fin.j2").write_text(own, encoding="utf-8")
    place, fix = refused(tmp_path, phrase__md__j2='{% include "sans-fin.j2" %}')
    assert place == "templates/sans-fin.j2, ligne 1"
    assert "il n’en finit pas" in fix


WORK = {
    "loop": "{% for _ in range(9) %}.{% endfor %}",
    "call": "{% macro m() %}.{% endmacro %}{{ m() }}",
    "list": "{% set l = [namespace] %}",
    "filter": "{% set s = namespace | string %}",
    "operator": "{% set n = 1 + 1 %}",
    "include": '{% include "autre.md.j2" %}',
    "import": '{% import "autre.md.j2" as autre %}',
    "parent": '{% extends "autre.md.j2" %}',
}


@pytest.mark.parametrize("content", WORK.values(), ids=list(WORK))
def test_whatever_a_template_does_it_looks_at_the_clock(
    content: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its own way into the sandbox counted apart: only what it asks for is late."""
    assert page(tmp_path, phrase__md__j2=content, autre__md__j2=".") is not None
    templates = environment(tmp_path / "templates", escaped_markdown)
    template = templates.get_template("phrase.md.j2")
    monkeypatch.setattr(templates, "concat", "".join)
    monkeypatch.setattr(clock, "SECONDS", -1)
    templates.clock = clock.Clock()
    with pytest.raises(clock.TooLong):
        template.render({})


def _looks(content: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many times the clock is looked at while Markdown is read."""
    looks = 0

    def look(_: clock.Clock) -> None:
        nonlocal looks
        looks += 1

    monkeypatch.setattr(clock.Clock, "look", look)
    prose(content)
    return looks


def test_so_does_what_reads_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    """At each block, wherever it stands, and at each mark inside of it."""
    assert _looks("***\n" * 9, monkeypatch) == 9
    assert _looks("```\nmot\n```\n" * 9, monkeypatch) == 9
    inside = [_looks(mark + "***\n" + mark + "***", monkeypatch) for mark in ("> ", "- ")]
    assert min(inside) > 2
    assert _looks("mot " + "*mot* " * 9, monkeypatch) > 18


def test_markdown_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "SECONDS", -1)
    with pytest.raises(clock.TooLong):
        prose("mot")


def test_marks_by_thousands_are_understood_in_time() -> None:
    for marks in ("[" * 4999, "![" * 4999, "*" * 9999, "a**b" * 4999, "[a](" * 4999, "|a" * 999):
        start = process_time()
        prose(marks)
        assert process_time() - start < clock.SECONDS


def test_nothing_that_a_template_is_given_leads_out_of_the_report() -> None:
    """Values alone: no path, no module, no function but those of a table."""
    report = Report.of(CASES["rise"]())
    allowed = ("reporter.", "builtins", "decimal", "datetime", "markupsafe")
    seen: set[int] = set()
    left: list[object] = [report.context]
    kinds = set()
    while left:
        thing = left.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        kinds.add(f"{type(thing).__module__}.{type(thing).__qualname__}")
        assert not callable(thing)
        if isinstance(thing, dict):
            left += [*thing, *thing.values()]
        elif isinstance(thing, list | tuple | set):
            left += thing
        for name in getattr(type(thing), "__slots__", ()) or getattr(thing, "__dict__", ()):
            left.append(getattr(thing, name))
    assert {kind for kind in kinds if not kind.startswith(allowed)} == set()
    assert not any("settings" in kind or "books" in kind for kind in kinds)


@pytest.mark.parametrize("name", ["phrase__md__j2", "bilan__md__j2", "a__j2"])
def test_a_file_that_is_not_in_utf8_is_named_with_its_line(name: str, tmp_path: Path) -> None:
    own = {name: "a\n\né".encode("latin-1")}
    if name == "a__j2":
        own["phrase__md__j2"] = b'\n{% include "a.j2" %}'
    place, fix = refused(tmp_path, **own)
    assert place == f"templates/{name.replace('__', '.')}, ligne 3"
    assert fix == "l’enregistrer en UTF-8"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert "\ufeff" not in page(tmp_path, phrase__md__j2="\ufeffMerci.".encode())


def test_a_missing_include_is_named_with_its_line(tmp_path: Path) -> None:
    place, fix = refused(tmp_path, phrase__md__j2='\n{% include "../bilan.toml" %}')
    assert place == "templates/phrase.md.j2, ligne 2"
    assert "modèle introuvable : ../bilan.toml" in fix


@pytest.mark.parametrize("made", ["link", "folder link", "lost link", "loop", "pipe", "folder"])
def test_a_template_that_is_no_file_of_the_folder(made: str, tmp_path: Path) -> None:
    own, away = tmp_path / "livres" / "templates", tmp_path / "ailleurs"
    path = own / "phrase.md.j2"
    own.parent.mkdir()
    away.mkdir()
    (away / "phrase.md.j2").write_text("secret", encoding="utf-8")
    if made == "folder link":
        own.symlink_to(away)
    else:
        own.mkdir()
        targets = {"link": str(away / path.name), "lost link": "nulle-part", "loop": path.name}
        if made in targets:
            path.symlink_to(targets[made])
        elif made == "pipe":
            os.mkfifo(path)
        else:
            path.mkdir()
    place, fix = refused(tmp_path / "livres")
    assert place == "templates/phrase.md.j2"
    said = {"lost link": "fichier absent", "loop": "tourne en rond", "pipe": "pas un fichier"}
    assert said.get(made, "dossier") in fix


def test_a_link_to_a_file_of_the_books_is_followed(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "phrase.j2").write_text("Merci à tous.", encoding="utf-8")
    (tmp_path / "templates" / "phrase.md.j2").symlink_to("../phrase.j2")
    assert "Merci à tous." in page(tmp_path)


def test_a_file_beyond_its_bound_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    with (tmp_path / "templates" / "bilan.css").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(BadData, match=r"templates/bilan\.css") as caught:
        render(bilan(2020, *BOOKS, settings=Settings(templates=tmp_path / "templates")), ["html"])
    assert "trop grand" in caught.value.errors[0].fix


CONTEXT = EvalContext(Environment())  # noqa: S701  # nothing is rendered


@pytest.mark.parametrize(
    ("make", "most", "beyond"),
    [
        pytest.param(bounds.weight_of, "abcde", "abcdef", id="letters"),
        pytest.param(bounds.weight_of, ["abc", "de"], ["abc", "def"], id="letters of items"),
        pytest.param(bounds.weight_of, [1, 2], [1, 2, 3], id="items"),
        pytest.param(bounds.weight_of, {1: 2}, {1: [2]}, id="keys and values"),
        pytest.param(lambda top: bounds.size_of("+", top, 1), 10, 11, id="a number"),
        pytest.param(lambda top: bounds.size_of("**", 2, top), 4, 5, id="a power"),
        pytest.param(lambda top: bounds.series(1, top), 4, 5, id="a series"),
        pytest.param(lambda top: bounds.rounded(1.5, top), 2, 3, id="decimals"),
        pytest.param(lambda new: bounds.replace(CONTEXT, "a", "a", new), "x", "xx", id="a text"),
    ],
)
def test_what_is_at_its_bound_is_made_and_no_more(
    make: Callable[[Any], Any], most: object, beyond: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {"LONGEST": 5, "MOST": 3, "LARGEST": 10, "HIGHEST": 4, "MOST_DECIMALS": 2}
    for name, bound in named.items():
        monkeypatch.setattr(bounds, name, bound)
    make(most)
    with pytest.raises(bounds.TooMuch):
        make(beyond)
