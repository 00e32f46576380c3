"""The owner's own templates, each of which changes one thing of ours without copying the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from reporter.errors import BadData
from reporter.formats import Files
from reporter.formats.report import render
from reporter.formats.report.page import environment, filled
from reporter.formats.report.sections import SECTIONS
from reporter.settings import Settings
from tests.builders import bilan, day, expense
from tests.texts import read

BLOCKS = ("entete", "phrase", "cles", "faits", "texte", *SECTIONS, "pied")


def files(folder: Path, **templates: str) -> Files:
    """Return the report in Markdown and HTML, with templates of one's own: `bilan__css=…`."""
    for name, text in templates.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    lines = (day("2020-01-31", "10", "700"), expense("2020-01-31", "90", "Loyer"))
    return render(bilan(2020, *lines, settings=Settings(templates=folder)), ["md", "html"])


def headings(text: str) -> list[str]:
    return [line.lstrip("# ") for line in text.splitlines() if line.startswith("## ")]


def test_a_colour_is_changed_by_one_line_after_our_style(tmp_path: Path) -> None:
    own = '{% include "bilan/bilan.css" %}\n:root { --fait: #7a1f4e; }\n'
    page = files(tmp_path, bilan__css=own)["bilan-2020.html"].decode()
    assert page.index("--fait: #1f4e79") < page.index("--fait: #7a1f4e")
    plain = files(tmp_path, bilan__css='{% include "bilan/bilan.css" %}')["bilan-2020.html"]
    assert b"7a1f4e" not in plain


def test_a_section_is_replaced_removed_or_completed(tmp_path: Path) -> None:
    own = (
        '{% extends "bilan/bilan.md.j2" %}\n'
        "{% block perspectives %}\n## Et après\n\nRepos.\n\n{% endblock %}\n"
        "{% block clients %}{% endblock %}\n"
        "{% block details %}\n{{ super() }}\nTout est payé.\n\n{% endblock %}\n"
    )
    text = files(tmp_path, bilan__md__j2=own)["bilan-2020.md"].decode()
    expected = "Objectif, Activité, Résultat, Les années, Et après, Et si…, Détails, Définitions"
    assert headings(text) == expected.split(", ")
    assert "| Loyer | 90" in text
    assert "Tout est payé." in text


@pytest.mark.parametrize("name", ["bilan.md.j2", "bilan.html.j2"])
def test_the_order_is_a_list_of_sections(tmp_path: Path, name: str) -> None:
    order = ("entete", "definitions", "details", "phrase")
    calls = "\n".join(f"{{{{ self.{block}() }}}}" for block in order)
    own = f'{{% extends "bilan/{name}" %}}\n{{% block corps %}}\n{calls}\n{{% endblock %}}\n'
    text = files(tmp_path, **{name.replace(".", "__"): own})[
        name.removesuffix(".j2").replace("bilan.", "bilan-2020.")
    ]
    page = text.decode()
    places = [page.index(word) for word in ("Bilan 2020", "Définitions", "Loyer", "En 2020")]
    assert places == sorted(places)
    assert "Les années" not in page


def test_every_section_can_be_named_in_both_pages(tmp_path: Path) -> None:
    """The names that the docs promise."""
    blocks = "".join(f"{{% block {block} %}}\n[{block}]\n{{% endblock %}}\n" for block in BLOCKS)
    for name in ("bilan.md.j2", "bilan.html.j2"):
        own = f'{{% extends "bilan/{name}" %}}\n{blocks}'
        (tmp_path / name).write_text(own, encoding="utf-8")
    written = files(tmp_path)
    for name in ("bilan-2020.md", "bilan-2020.html"):
        page = written[name].decode()
        places = [page.index(f"[{block}]") for block in BLOCKS]
        assert places == sorted(places)


def test_a_section_of_one_s_own_can_use_our_tables(tmp_path: Path) -> None:
    own = '{% extends "bilan/bilan.html.j2" %}{% block pied %}{{ tableau(depenses) }}{% endblock %}'
    before, _ = read(files(tmp_path)["bilan-2020.html"].decode())
    texts, _ = read(files(tmp_path, bilan__html__j2=own)["bilan-2020.html"].decode())
    assert texts.count("Loyer") == before.count("Loyer") + 1


def test_a_sentence_is_added_around_ours(tmp_path: Path) -> None:
    own = '{% include "bilan/phrase.md.j2" %}\nMerci à {{ "A|B" }}.\n'
    for name, page in files(tmp_path, phrase__md__j2=own).items():
        assert "le chiffre d’affaires atteint" in page.decode() or name.endswith(".svg")
        assert "Merci à A" in page.decode() or name.endswith(".svg")


@pytest.mark.parametrize(
    ("text", "line", "fix"),
    [
        ("a\n{{ absent }}\n", 2, "absent"),
        ("a\n\n{% foo %}\n", 3, "foo"),
        ('{% include "phras.md.j2" %}', 1, "modèle introuvable : phras.md.j2"),
        ('{% include "phrase.md.j2" %}', 1, "il s’inclut lui-même"),
        ("{{ exercice + 'a' }}", 1, "vérifier"),
        ("a\n{# note", 2, "vérifier"),
        ("a\n\n{% raw %} b", 3, "vérifier"),
    ],
)
def test_a_template_that_is_wrong_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int, fix: str
) -> None:
    with pytest.raises(BadData) as refused:
        files(tmp_path, phrase__md__j2=text)
    (mistake,) = refused.value.errors
    assert str(mistake.place) == f"{tmp_path.name}/phrase.md.j2, ligne {line}"
    assert fix in mistake.fix


def test_a_mistake_in_a_template_of_ours_is_a_bug_not_the_owner_s() -> None:
    with pytest.raises(UndefinedError):
        filled(environment(None, str), "phrase.md.j2", {})


@pytest.mark.parametrize("name", ["bilan__css", "bilan__js"])
@pytest.mark.parametrize("text", ["a {}\n{{ nexiste }}", "a {}\n{{ x"])
def test_a_style_or_a_script_that_is_wrong_is_refused_with_its_line(
    name: str, text: str, tmp_path: Path
) -> None:
    with pytest.raises(BadData) as caught:
        files(tmp_path, **{name: text})
    (bad,) = caught.value.errors
    assert bad.place.file.endswith(name.replace("__", "."))
    assert bad.place.cell == "ligne 2"
