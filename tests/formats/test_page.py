"""The page as a reader's browser shows it: whole, legible, reachable, and asking for nothing."""

from __future__ import annotations

import os
import subprocess
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import reporter
from reporter.cli.parts import measured_part, part_files
from reporter.formats.report import index, render
from reporter.indices import indexed
from reporter.parts import MONTH, Asked
from reporter.settings import Settings
from tests import showcase
from tests.browser import Browser, browser
from tests.builders import activity, history
from tests.cases import CASES, ROOT, many_years, page

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKERS = ROOT / "tests" / "checkers" / "node_modules"
LINES = ("index", "long_run")
"""Pages whose drawings are lines over the years: the box of such a line is the whole drawing."""
OTHERS = ("anonymous", "month", "proven", "proofs", *showcase.CASES, *LINES)
REVIEWED = ("example", "first_loss", "loss", "forty_clients", *OTHERS)
"""The books whose page every checker reads."""

WORDS = """
[...document.querySelectorAll("svg")].flatMap(svg => {
  const sheet = svg.getBoundingClientRect();
  const texts = sheet.width ? [...svg.querySelectorAll("text")] : [];
  const words = texts.map(text => [text.textContent, text.getBoundingClientRect()]);
  const cut = words.filter(([, b]) => b.left < sheet.left - 1 || b.right > sheet.right + 1
    || b.top < sheet.top - 1 || b.bottom > sheet.bottom + 1).map(([text]) => "cut: " + text);
  const met = words.flatMap(([text, a], i) => words.slice(i + 1).filter(([, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2.5).map(([o]) => text + " / " + o));
  const lines = [...svg.querySelectorAll("path[fill=none]")].map(l => l.getBoundingClientRect());
  const crossed = words.filter(([, b]) => lines.some(l => l.right > b.left + 1
    && l.left < b.right - 1 && l.bottom > b.top + 3 && l.top < b.bottom - 3));
  return [...cut, ...met, ...crossed.map(([text]) => "crossed: " + text)];
})
"""
SLIDE = """{{
  const [rate, days] = document.querySelectorAll("input");
  rate.value = {rate};
  days.value = {days};
  days.dispatchEvent(new Event("input", {{ bubbles: true }}));
}}"""
REACHABLE = """
[...document.querySelectorAll("summary, input, button, [tabindex]")]
  .filter(e => e.checkVisibility())
"""
WIDER = "document.documentElement.scrollWidth - window.innerWidth"
AXE = "axe.run(%s).then(found => found.violations.map(v => [v.id, v.nodes.map(n => n.html)]))"
UNREACHED = """
[...document.querySelectorAll("*")].filter(e => e.scrollWidth > e.clientWidth + 1
  && getComputedStyle(e).overflowX === "auto" && e.tabIndex !== 0).map(e => e.outerHTML)
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the page of each kind of year, written to a file."""
    folder = tmp_path_factory.mktemp("pages")
    paths = {name: folder / f"{name}.html" for name in ("example", *CASES)}
    for name, path in paths.items():
        path.write_text(page(name), encoding="utf-8")
    for name, text in others().items():
        paths[name] = folder / f"{name}.html"
        paths[name].write_bytes(text)
    return paths


def others() -> dict[str, bytes]:
    """Return the pages that are no year's report as its owner reads it."""
    books = reporter.load(ROOT)
    shared = indexed(books.anonymous(2020).measure(2020))
    written = {"2020/bilan-2020.html", "2020/bilan-2020.pdf", "2020/bilan-2020.md"}
    long_run = history(activity(*many_years()), Settings())
    month = part_files(measured_part(books, 2020, Asked(MONTH, 10, None)), ["html"])
    strained = {name: render(case(), ["html"]) for name, case in showcase.CASES.items()}
    proven = render(CASES["rise"](), ["html"], proofs=True)
    return {
        **{name: files["bilan-2020.html"] for name, files in strained.items()},
        "proven": proven["bilan-2020.html"],
        "proofs": proven["bilan-2020-preuves.html"],
        "month": month["bilan-2020-10.html"],
        "anonymous": render(shared, ["html"])["bilan-2020.html"],
        "index": index.render(books.history(), books.settings, written)[index.FILE],
        "long_run": index.render(long_run, Settings(name="Atelier"), written)[index.FILE],
    }


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a browser, the same for all these tests."""
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def checker(path: str) -> Path:
    """Return a file of a checker; skip where it is not installed, unless CI wants them all."""
    found = CHECKERS / path
    if not found.exists() and "BILAN_EXTERNAL" not in os.environ:
        pytest.skip("run make outils to install the checkers of pages")
    return found


@pytest.mark.external("chromium")
@pytest.mark.parametrize("name", ["example", *CASES, *OTHERS])
def test_the_page_asks_for_nothing_and_shows_every_word(
    chromium: Browser, pages: dict[str, Path], name: str
) -> None:
    """No request, no complaint, no word of a drawing cut or on another, no sideways scroll."""
    chromium.open(pages[name], width=1100)
    for width in (1100, 320, 1600):
        chromium.resize(width)
        assert chromium.run("window.innerWidth") == width
        assert chromium.run(WIDER) <= 0
        found = chromium.run(WORDS)
        assert [word for word in found if name not in LINES or "crossed" not in word] == []
        assert chromium.run(UNREACHED) == []
    assert chromium.complaints == []
    assert chromium.requests == [pages[name].as_uri()]


@pytest.mark.external("chromium")
def test_the_sliders_open_at_the_year_and_come_back_to_it(
    chromium: Browser, pages: dict[str, Path]
) -> None:
    """138 026 € at 175 days; ten days and 50 € more as the page's own table says."""
    chromium.open(pages["example"])
    read = "[...document.querySelectorAll('output')].map(o => o.value)"
    start = ["714\u00a0€", "175", "138\u202f026\u00a0€", "0\u00a0€"]
    assert chromium.run(f"document.forms[0].hidden ? [] : {read}") == start
    chromium.run(SLIDE.format(rate=50, days=10))
    assert chromium.run(read) == ["764\u00a0€", "185", "154\u202f419\u00a0€", "+16\u202f393\u00a0€"]
    assert "154\u202f419\u00a0€" in chromium.run(
        "document.querySelector('form + .large').textContent"
    )
    chromium.run(SLIDE.format(rate=-100, days=0))
    assert chromium.run(read)[2:] == ["120\u202f526\u00a0€", "−17\u202f500\u00a0€"]
    spoken = "[...document.querySelectorAll('input')].map(i => i.getAttribute('aria-valuetext'))"
    assert chromium.run(spoken) == ["614\u00a0€", "175"]
    chromium.run("document.querySelector('button').click(), new Promise(r => setTimeout(r, 20))")
    assert chromium.run(read) == start
    assert chromium.complaints == []


@pytest.mark.external("chromium")
def test_the_keyboard_reaches_everything(chromium: Browser, pages: dict[str, Path]) -> None:
    """Every fold, every slider and every box that may scroll, in the order of the page."""
    chromium.open(pages["example"], width=320)
    wanted = chromium.run(f"{REACHABLE}.map(e => e.outerHTML.slice(0, 80))")
    reached = []
    for _ in wanted:
        for kind in ("keyDown", "keyUp"):
            chromium.send("Input.dispatchKeyEvent", type=kind, key="Tab", windowsVirtualKeyCode=9)
        reached.append(chromium.run("document.activeElement.outerHTML.slice(0, 80)"))
    assert reached == wanted


@pytest.mark.external("chromium")
@pytest.mark.external("pdftotext")
@pytest.mark.parametrize("name", ["example", "forty_clients"])
def test_on_paper_every_fold_is_open_and_pages_are_numbered(
    chromium: Browser, pages: dict[str, Path], name: str, tmp_path: Path
) -> None:
    chromium.open(pages[name], dark=True)
    printed = chromium.send("Page.printToPDF", preferCSSPageSize=True)["data"]
    (tmp_path / "page.pdf").write_bytes(b64decode(printed))
    command = ["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    sheets = text.split("\f")[:-1]
    for number, sheet in enumerate(sheets, 1):
        assert f"{number}/{len(sheets)}" in sheet.replace(" ", "").splitlines()
    flat = " ".join(text.split())
    captions = chromium.run("[...document.querySelectorAll('caption')].map(c => c.textContent)")
    assert [caption for caption in captions if " ".join(caption.split()) not in flat] == []
    rows = chromium.run(
        "[...document.querySelectorAll('tbody tr')].map(r => r.cells[1].textContent)"
    )
    assert [row for row in rows if " ".join(row.split()) not in flat] == []
    assert "Revenir au réalisé" not in flat


@pytest.mark.external("chromium")
@pytest.mark.parametrize("name", REVIEWED)
def test_axe_finds_nothing(chromium: Browser, pages: dict[str, Path], name: str) -> None:
    """In light and dark, wide and narrow, with every fold open."""
    axe = checker("axe-core/axe.min.js").read_text(encoding="utf-8")
    for width in (1100, 320):
        for dark in (False, True):
            chromium.open(pages[name], width=width, dark=dark)
            chromium.run(
                "for (const fold of document.querySelectorAll('details')) fold.open = true"
            )
            chromium.run(axe)
            # In the dark the same page has other colours, and nothing else that axe reads.
            rules = "{runOnly: ['color-contrast']}" if dark else ""
            assert chromium.run(AXE % rules) == [], (width, dark)


@pytest.mark.external("java")
def test_vnu_finds_nothing(pages: dict[str, Path]) -> None:
    """The Nu checker, the W3C's own, on every page and every style sheet in it."""
    jar = checker("vnu-jar/build/dist/vnu.jar")
    command = ["java", "-jar", str(jar), "--stdout", *map(str, pages.values())]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert ran.stdout == ""
