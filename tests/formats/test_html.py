"""The page as bytes: small, self-contained, its style and script allowed by their fingerprints."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from reporter.charts import chart
from reporter.errors import BadData, Place
from reporter.formats.report import html, render
from reporter.formats.report.clock import TooLong
from reporter.formats.report.html import prose
from reporter.sources.texts import Text
from tests.builders import bilan, day
from tests.cases import CASES, HOSTILE, ROOT, page

VOID = {"meta", "input", "br", "hr"}
LOADING = {"src", "srcset", "action", "formaction", "poster", "data", "background", "style"}


class Reader(HTMLParser):
    """What a page is made of: its elements in order, their text, and whether they nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element, and that it is open."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that closes itself, in a drawing."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.texts.append(data)


def test_the_page_of_the_example_is_small() -> None:
    assert len(page("example").encode()) <= 120 * 1024


def test_the_small_line_of_a_row_goes_from_its_oldest_year_to_the_newest() -> None:
    result = page("example").partition("Résultat après impôts<svg")[2]
    assert result.partition("<path ")[2].startswith('d="M2.0 2.0L24.7 12.0L47.3 8.5L70.0 14.0"')


@pytest.mark.parametrize("name", ["example", *CASES])
def test_the_policy_allows_the_style_and_the_script_and_nothing_else(name: str) -> None:
    text = page(name)
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)[0]
    allowed = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert allowed.pop("default-src") == allowed.pop("base-uri") == "'none'"
    assert allowed.pop("form-action") == "'none'"
    for tag in ("style", "script"):
        found = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        fingerprints = [b64encode(sha256(source.encode()).digest()).decode() for source in found]
        wanted = allowed.pop(f"{tag}-src", "").split()
        assert wanted == [f"'sha256-{fingerprint}'" for fingerprint in fingerprints]
    assert allowed == {}


@pytest.mark.parametrize("name", ["example", *CASES])
def test_the_page_nests_and_loads_nothing(name: str) -> None:
    reader = Reader(page(name))
    assert reader.open == []
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in reader.elements:
        assert not LOADING & set(attributes), (tag, attributes)
        assert not [key for key in attributes if key.startswith("on")]
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "audio", "video"}
    labels = [a["aria-label"] for _, a in reader.elements if "aria-label" in a]
    assert len(labels) == len(set(labels)), "a reader tells regions apart by their names"


def test_every_table_has_a_caption_and_heads() -> None:
    tags = [tag for tag, _ in Reader(page("example")).elements]
    assert tags.count("table") == tags.count("caption") == tags.count("thead")
    heads = [a.get("scope") for tag, a in Reader(page("example")).elements if tag == "th"]
    assert set(heads) == {"col", "row"}


def test_hostile_names_are_text_and_nothing_else() -> None:
    reader = Reader(page("hostile"))
    texts = " ".join(reader.texts)
    for name in HOSTILE[:-1]:
        assert name in texts
    assert "tab\tet ligne" in texts.replace("tab\tet\nligne", "tab\tet ligne")
    assert [tag for tag, _ in reader.elements].count("script") == 1
    assert not {"b", "img"} & {tag for tag, a in reader.elements if not a.get("class")}


def test_html_in_markdown_stays_text() -> None:
    assert prose("<b>x</b> **y**") == "<p>&lt;b&gt;x&lt;/b&gt; <strong>y</strong></p>\n"
    assert "javascript:" not in prose("[x](javascript:alert(1))").split("href=")[-1].split(">")[0]


def test_without_a_slider_there_is_no_script() -> None:
    assert "<script" not in page("fees_only")
    assert "Sans TJM régie en 2020" in page("fees_only")


def variables(css: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", css))


def themes() -> dict[str, dict[str, str]]:
    css = (ROOT / "templates" / "bilan.css").read_text(encoding="utf-8")
    light, _, dark = css.partition("prefers-color-scheme: dark")
    return {"light": variables(light), "dark": variables(light) | variables(dark)}


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_palette_can_be_read(theme: str) -> None:
    """WCAG 1.4.3 and 1.4.11: 4,5 for words, on the veil too; 3 for what is drawn."""
    colour = themes()[theme]
    for ground in ("--fond", "--voile"):
        for word in ("--encre", "--doux", "--fait", "--plus", "--moins"):
            assert contrast(colour[word], colour[ground]) >= 4.5, word
        assert contrast(colour["--avant"], colour[ground]) >= 3
    for mark in ("--fait", "--plus", "--moins"):
        assert contrast(colour[mark], colour["--fond"]) >= 3


def test_the_page_has_the_colours_of_the_drawings() -> None:
    assert {variable: colour for colour, variable in chart.VARIABLES.items()}.items() <= themes()[
        "light"
    ].items()
    assert set(chart.VARIABLES.values()) <= set(themes()["dark"])


def test_a_column_of_figures_is_aligned_by_our_style_sheet() -> None:
    table = prose("| a | b |\n|---|--:|\n| x | 1 |\n")
    assert '<th scope="col">a</th>\n<th scope="col" class="n">b</th>' in table
    assert '<td>x</td>\n<td class="n">1</td>' in table
    assert "style" not in table


def test_the_headings_of_a_text_have_their_anchors() -> None:
    text = "# Un\n\n## Deux\n\n## Trois\n"
    assert re.findall("<h. ?(.*)>.*<", prose(text, "texte")) == [
        "",
        'id="texte-1"',
        'id="texte-2"',
    ]
    assert "id=" not in prose(text)


def test_a_text_that_takes_too_long_is_refused_at_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def endless(*_: object, **__: object) -> None:
        raise TooLong

    monkeypatch.setattr(html, "prose", endless)
    text = Text(content="[[[[", place=Place("data/2020.md"))
    year = replace(bilan(2020, day("2020-03-31", "10", "700")), text=text)
    with pytest.raises(BadData) as refused:
        render(year, ["html"])
    (mistake,) = refused.value.errors
    assert (mistake.what, mistake.place) == ("texte illisible", text.place)


def test_on_paper_the_years_keep_their_sentences_beside_their_drawing() -> None:
    text = page("example")
    years = text.partition('<section id="annees">')[2].partition("</section>")[0]
    together = years.partition('<div class="ensemble">')[2].partition('<div class="annees">')[0]
    assert together.count("<p>") >= 1
    assert '<div class="graphique">' in together
    paper = text.partition("@media print {")[2]
    assert re.search(r"[^}]*\.ensemble \{ break-inside: avoid; \}", paper)
