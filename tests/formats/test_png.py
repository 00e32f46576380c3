"""Pictures of the charts: one each, of a known size, the same bytes, and a preview for links."""

from __future__ import annotations

import re
import struct

import pytest

import reporter
from reporter.formats.report import render
from reporter.indices import indexed
from tests.cases import CASES, ROOT, page


def size(picture: bytes) -> tuple[int, int]:
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    wide, high = struct.unpack(">II", picture[16:24])
    return wide, high


def test_each_chart_that_has_a_drawing_has_a_picture_and_the_same_one() -> None:
    files = render(CASES["rise"](), ["md", "png"])
    drawings = {name.removesuffix(".svg") for name in files if name.endswith(".svg")}
    pictures = {name.removesuffix(".png") for name in files if name.endswith(".png")}
    assert pictures == drawings | {"bilan-2020"}
    for name in drawings:
        assert size(files[f"{name}.png"])[0] == 1600
    assert size(files["bilan-2020.png"]) == (1200, 630)
    again = render(CASES["rise"](), ["png"])
    assert again.items() <= files.items()


@pytest.mark.parametrize("name", ["hostile", "nothing", "great"])
def test_a_picture_holds_any_name_and_a_year_of_nothing(
    name: str, recwarn: pytest.WarningsRecorder
) -> None:
    files = render(CASES[name](), ["png"])
    assert size(files["bilan-2020.png"]) == (1200, 630)
    assert not recwarn.list


def test_the_page_names_the_preview_only_where_it_is_written() -> None:
    year = reporter.load(ROOT).measure(2020)
    text = render(year, ["html", "png"])["bilan-2020.html"].decode()
    tags = dict(re.findall(r'<meta property="og:([\w:]+)" content="(.*?)">', text))
    assert tags["image"] == "bilan-2020.png"
    assert tags["title"] == "Bilan 2020 – Lueur de Sel"
    assert tags["description"].replace("\u00a0", " ") == (
        "Chiffre d’affaires : ~138 K€, 175 jours facturés, TJM de 789 €."
    )
    assert "og:" not in page("example")


def test_a_picture_of_indices_names_no_euro() -> None:
    shared = indexed(reporter.load(ROOT).anonymous(2020).measure(2020))
    text = render(shared, ["html", "png"])["bilan-2020.html"].decode()
    assert "€" not in "".join(re.findall(r'<meta property="og:.*', text))
