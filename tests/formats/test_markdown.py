"""Markdown that shows every name as it is, in any viewer."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reporter.characters import printable
from reporter.formats.report import render
from reporter.formats.table.markdown import escaped_markdown, table
from reporter.french import Cell
from reporter.model import Fee
from reporter.tables.table import Table, headings
from tests.builders import bilan, fee
from tests.cases import CASES, HOSTILE, months, rendered

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
names = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
    lambda text: text.strip() and text == " ".join(text.split(" "))
)


class Texts(HTMLParser):
    """The text of each cell, or of each paragraph, as a reader gets it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a text where a cell or a paragraph begins."""
        self.tags.add(tag)
        if tag in {"td", "p"}:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        """Add to the text that was begun."""
        if self.texts:
            self.texts[-1] += data


def read(markdown: str) -> Texts:
    texts = Texts()
    texts.feed(GITHUB.render(markdown))
    texts.texts = [text.strip() for text in texts.texts]
    return texts


def plain(name: str) -> str:
    return printable(" ".join(name.splitlines()))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stands_as_itself_in_a_sentence_and_in_a_cell(name: str) -> None:
    sentence = read(f"L’achat « {escaped_markdown(name)} » pèse.")
    assert sentence.texts == [f"L’achat « {plain(name)} » pèse."]
    assert sentence.tags == {"p"}
    cells = Table(title="x", columns=headings("Nom", "x"), rows=((Cell(name), Cell(name)),))
    assert "{" not in table(cells), "Hugo would run a shortcode"
    row = read(table(cells))
    assert row.texts == [plain(name).strip()] * 2
    assert not row.tags & {"script", "b", "img", "a", "code", "strong", "em", "s"}


@given(names)
def test_any_name_stands_as_itself(name: str) -> None:
    sentence = read(f"L’achat « {escaped_markdown(name)} » pèse.")
    assert sentence.texts == [f"L’achat « {plain(name)} » pèse."]


@given(names)
def test_no_name_opens_a_tag_a_cell_or_a_shortcode(name: str) -> None:
    escaped = escaped_markdown(name)
    assert "{{" not in escaped
    assert "<" not in escaped
    assert not re.search(r"(?<!\\)(?:\\\\)*\|", escaped)


def test_a_table_has_its_figures_on_the_right() -> None:
    cells = Table(title="x", columns=headings("Nom", "Jours"), rows=((Cell("A"), Cell(2, "days")),))
    assert table(cells) == "| Nom | Jours |\n| --- | ---: |\n| A | 2 |"


@pytest.mark.parametrize("name", CASES)
def test_the_report_is_whole_in_every_case(name: str) -> None:
    """Every section, every drawing that it names, blank lines where Markdown wants them."""
    files = dict(rendered(name))
    text = files.pop("bilan-2020.md").decode()
    drawings = sorted(set(files) - {"bilan-2020.html"})
    compared = [] if "## De 2019 à 2020" not in text else ["De 2019 à 2020"]
    assert bool(compared) == (CASES[name]().previous is not None)
    assert re.findall("^## (.*)$", text, re.MULTILINE) == [
        "Objectif",
        "Activité",
        *compared,
        "Clients",
        "Résultat",
        "Les années",
        "Perspectives 2021",
        "Et si…",
        "Détails",
        "Définitions",
    ]
    assert sorted(re.findall(r"^!\[.*\]\((\S+)\)$", text, re.MULTILINE)) == drawings
    assert "\n\n\n\n" not in text
    assert not re.search(r"[^\n|]\n\|", text), "a table follows a line of text"
    assert not re.search(r"[^\n]\n#", text), "a heading follows a line of text"
    assert "None" not in text


def test_what_changed_less_than_its_rounding_is_not_said_to_pass_from_itself_to_itself() -> None:
    year = bilan(
        2020,
        *months(2019, *[14] * 12, rate=700),
        *months(2020, *[14] * 11, 14.5, rate=700),
        fee("2019-05-05", "7401", "Port Franc"),
        fee("2020-05-05", "7403", "Port Franc"),
    )
    text = render(year, ["md"])["bilan-2020.md"].decode()
    assert "forfaits, +2\u00a0€\u00a0: \\~7,4\u00a0K€ chaque année." in text
    assert re.findall(r"\bde (\S+\d.{0,6}) à \1", text) == []


@pytest.mark.parametrize("fees", [(), (fee("2020-05-05", "900"),)])
def test_the_price_of_days_is_said_apart_where_there_are_fees(fees: tuple[Fee, ...]) -> None:
    year = bilan(2020, *months(2020, *[14] * 12), *fees)
    text = render(year, ["md"])["bilan-2020.md"].decode()
    assert ("Le TJM régie, sans les forfaits, est de 700" in text) == bool(fees)


def test_the_tax_that_the_accountant_gives_is_not_said_to_be_estimated() -> None:
    lines = (*months(2020, *[14] * 12),)
    ours, given = "avec un impôt sur les sociétés estimé à", ", celui de l’expert-comptable"
    text = render(bilan(2020, *lines), ["md"])["bilan-2020.md"].decode()
    assert ours in text
    assert given not in text
    told = bilan(2020, *lines, settings="[exercice.2020]\nimpot = 3000")
    text = render(told, ["md"])["bilan-2020.md"].decode().replace("\u202f", " ")
    assert f"avec un impôt sur les sociétés de 3 000\u00a0€{given}" in text
    assert "faites depuis les classeurs et l’impôt de l’expert-comptable." in text
    assert "estimé à 3 000" not in text


@pytest.mark.parametrize("name", [name for name in CASES if name != "hostile"])
@pytest.mark.parametrize("form", ["md", "html"])
def test_the_typography_is_french_to_the_end(name: str, form: str) -> None:
    """No-break spaces before double signs and inside quotes, true minus, one point at the end."""
    text = rendered(name)[f"bilan-2020.{form}"].decode()
    prose = re.sub(r"<(style|script|svg|form).*?</\1>|<[^>]*>", "", text, flags=re.DOTALL)
    prose = html.unescape(re.sub(r"\| (?:---:?\s?\|?\s?)+|\\", "", prose))
    assert re.findall(r".{9} [:;!?%€»](?!\w)", prose) == []
    assert re.findall(r"«[^\u00a0]", prose) == []
    assert re.findall(r"(?<![\w.])-\d", prose) == []
    assert re.findall(r"\w'\w|\.\.(?!/)| ,| \.", prose) == []
