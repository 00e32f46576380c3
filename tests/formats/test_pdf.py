from __future__ import annotations

import os
import re
import subprocess
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from reporter import load
from reporter.errors import BilanError
from reporter.formats.report import pdf, render
from reporter.settings import Settings
from tests import hostile
from tests.builders import bilan, day

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
    year = load(ROOT).measure(2020)
    path = tmp_path / "bilan-2020.pdf"
    path.write_bytes(render(year, ["pdf"])["bilan-2020.pdf"])
    assert render(year, ["pdf"])["bilan-2020.pdf"] == path.read_bytes()
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


OWN = """<!doctype html><html lang="fr"><head><title>Bilan</title></head><body>
<p id="a">Bonjour</p>
<script>document.getElementById("a").textContent = "SCRIPT"</script>
<iframe src="SECRET"></iframe><object data="SECRET"></object><embed src="SECRET">
<img src="ADDRESS/image.png"><link rel="stylesheet" href="ADDRESS/style.css">
<style>@import "ADDRESS/import.css"; p { background: url("ADDRESS/fond.png") }</style>
</body></html>"""


@pytest.mark.external("chromium")
@pytest.mark.external("pdftotext")
def test_a_template_of_somebody_s_runs_nothing_and_asks_for_nothing(tmp_path: Path) -> None:
    """It replaces the whole page, policy included."""
    asked_for: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the library's name
            asked_for.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    with HTTPServer(("127.0.0.1", 0), Server) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}"
        own = OWN.replace("ADDRESS", address).replace(
            '"SECRET"', f'"{(tmp_path / "secret.txt").as_uri()}"'
        )
        (tmp_path / "templates" / "bilan.html.j2").write_text(own, encoding="utf-8")
        settings = Settings(templates=tmp_path / "templates")
        made = bilan(2020, day("2020-01-31", "10", "700"), settings=settings)
        path = tmp_path / "bilan.pdf"
        path.write_bytes(render(made, ["pdf"])["bilan-2020.pdf"])
        server.shutdown()
    text = asked("pdftotext", path, "-")
    assert "Bonjour" in text
    assert "SCRIPT" not in text
    assert "SECRET" not in text
    assert asked_for == []


@pytest.mark.parametrize(
    "page",
    [
        b'<!doctype html><meta http-equiv="refresh" content="0;url=file:///etc/passwd">',
        b"<META HTTP-EQUIV=Refresh content=0>",
        b'<meta http-equiv="&#114;efresh" content="0">',
    ],
)
def test_a_page_that_goes_elsewhere_is_not_printed(page: bytes) -> None:
    with pytest.raises(BilanError, match="elle n’est pas imprimée"):
        pdf.confined(page)


def test_our_policy_stands_before_all_that_a_page_says() -> None:
    assert pdf.confined(b"\n<!DOCTYPE html><p>").startswith(b"\n<!DOCTYPE html><meta http-equiv=")
    assert pdf.confined(b"<p>").startswith(b"<!doctype html><meta http-equiv=")


def test_the_nodes_of_a_page_are_numbered_from_one_in_their_order() -> None:
    """A busy browser numbers some of its own before; the title of a page is left as it is."""
    said = b"/ID (node%08d) /Headers [(node%08d) (node%08d)] (node12)"
    pages = [said % (first + 3, first + 3, first) for first in (9, 196)]
    assert {pdf.stamped(page, date(2020, 12, 31)) for page in pages} == {said % (2, 2, 1)}


LONG_NAME = b"/Creator (Mozilla/5.0 \\(X11\\) Chrome/130) /CreationDate (D:20990102030405+02'00')"


def browser(path: Path, does: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose a browser that does something with the file that it is asked for, « $made »."""
    asks = 'for word in "$@"; do case $word in --print-to-pdf=*) made=${word#*=};; esac; done\n'
    path.write_text(f"#!/bin/sh\n{asks}{does}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv(pdf.CHOSEN, str(path))


@pytest.mark.skipif(os.name == "nt", reason="the browser of these tests is a POSIX script")
def test_what_a_browser_prints_is_dated_by_us_at_the_same_length(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "imprimé").write_bytes(LONG_NAME)
    browser(tmp_path / "navigateur", f"cat '{tmp_path}/imprimé' > \"$made\"", monkeypatch)
    made = render(hostile.report(), ["pdf"])["bilan-2020.pdf"]
    assert made.startswith(b"/Creator (bilan) ")
    assert made.endswith(b" /CreationDate (D:20201231000000+00'00')")
    assert len(made) == len(LONG_NAME), "a PDF counts its bytes"


@pytest.mark.skipif(os.name == "nt", reason="the browser of these tests is a POSIX script")
def test_a_browser_that_never_ends_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser(tmp_path / "navigateur", "exec sleep 60", monkeypatch)
    monkeypatch.setattr(pdf, "PATIENCE", 0.2)
    with pytest.raises(BilanError, match=r"n’a pas imprimé la page : .*0\.2 seconds"):
        render(hostile.report(), ["pdf"])
