from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from reporter import load
from reporter.errors import BilanError
from reporter.formats.report import pdf, render
from tests import hostile

ROOT = Path(__file__).parents[2]
A4_WIDTH = 595
BROWSERLESS = "installer Chromium, Chrome ou Edge"


def asked(program: str, *arguments: object) -> str:
    words = [program, *map(str, arguments)]
    run = subprocess.run(words, capture_output=True, check=True)
    return run.stdout.decode(errors="replace")  # poppler cuts an emoji in two surrogates


def flat(text: str) -> str:
    """Return a text without blanks, which a PDF does not keep, nor marks of direction."""
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+", "", text)


@pytest.mark.external("chromium")
@pytest.mark.external("pdftotext")
def test_a_browser_prints_the_page_on_a4_tagged_with_its_fonts(tmp_path: Path) -> None:
    """The example twice: the same bytes, whatever the time."""
    bilan = load(ROOT).measure(2020)
    path = tmp_path / "bilan-2020.pdf"
    path.write_bytes(render(bilan, ["pdf"])["bilan-2020.pdf"])
    assert render(bilan, ["pdf"])["bilan-2020.pdf"] == path.read_bytes()
    assert b"/Outlines" in path.read_bytes()
    about = asked("pdfinfo", "-isodates", path)
    for said in (
        "Title:           Bilan 2020 – Lueur de Sel",
        "CreationDate:    2020-12-31",
        "ModDate:         2020-12-31",
        "Creator:         bilan",
        "Tagged:          yes",
        "(A4)",
    ):
        assert said in about
    fonts = asked("pdffonts", path).splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes +yes +yes\b", font) for font in fonts), "embedded"
    text = asked("pdftotext", path, "-")
    assert "Lueur de Sel" in text
    assert re.search(r"^1 ?/ ?\d+$", text, re.MULTILINE), "numbered"


@pytest.mark.external("chromium")
@pytest.mark.external("pdftotext")
def test_hostile_names_are_printed_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "bilan-2020.pdf"
    path.write_bytes(render(hostile.report(), ["pdf"])["bilan-2020.pdf"])
    text = flat(asked("pdftotext", path, "-"))
    missing = [name for name in (*hostile.NAMES, hostile.TITLE) if flat(name) not in text]
    assert missing == []
    words = asked("pdftotext", "-bbox", path, "-")
    rights = [float(right) for right in re.findall(r'<word .*xMax="([\d.]+)"', words)]
    assert max(rights) < A4_WIDTH, "no column is pushed off the page"
    assert text.count("700€") > 2 * len(hostile.NAMES)


def test_without_a_browser_a_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "INSTALLED", ())
    monkeypatch.delenv(pdf.CHOSEN, raising=False)
    with pytest.raises(BilanError, match=BROWSERLESS):
        render(hostile.report(), ["pdf"])
    monkeypatch.setenv(pdf.CHOSEN, str(tmp_path / "absent"))
    with pytest.raises(BilanError, match=BROWSERLESS):
        render(hostile.report(), ["pdf"])


def test_a_browser_that_prints_nothing_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "navigateur"
    broken.write_text("#!/bin/sh\necho 'écran perdu' >&2\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv(pdf.CHOSEN, str(broken))
    with pytest.raises(BilanError, match="n’a pas imprimé la page : écran perdu"):
        render(hostile.report(), ["pdf"])
