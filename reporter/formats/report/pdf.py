"""The page on A4, printed by a browser of this machine: fonts embedded, tagged, with an outline.

Knows browsers. Never what the page says nor how it looks, which its own style decides.
The browser reads and writes in a temporary folder. Whatever the owner's template holds, a policy of
ours at the head of the page lets it run nothing, and ask neither the network nor another file.
"""

from __future__ import annotations

import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reporter.errors import BilanError
from reporter.formats.report import html
from reporter.patterns import pattern

if TYPE_CHECKING:
    from datetime import date

    from reporter.formats import Files
    from reporter.formats.report.page import Report

CHOSEN = "BILAN_NAVIGATEUR"
"""The environment variable that names the browser to use."""
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
INSTALLED = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
"""Where macOS and Windows keep the browsers that are no commands."""
OPTIONS = (
    "--headless",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
PATIENCE = 120
"""Seconds."""
ABSENT = (
    "le format pdf demande un navigateur : installer Chromium, Chrome ou Edge "
    f"(par exemple « apt install chromium »), ou donner le chemin du vôtre dans {CHOSEN}"
)
POLICY = (
    b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    b"style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'\">"
)
"""What a printed page may do: two policies add up, so the page's own can only say less."""
DOCTYPE = pattern(rb"\A\s*<!doctype[^>]*>", re.IGNORECASE)
ELSEWHERE = "un modèle envoie la page ailleurs (meta refresh) : elle n’est pas imprimée"
DATES = pattern(rb"(/(?:Creation|Mod)Date )(\(D:\d{14}[^)]*\))")
CREATOR = pattern(rb"/Creator \((?:[^()\\]|\\.)*\)")
NODES = pattern(rb"(?<=\(node)\d{8}(?=\))")
"""What names each heading of a table to its cells: a number that a busy machine shifts."""


def render(report: Report) -> Files:
    """Return `bilan-2020.pdf`.

    Raises:
        BilanError: where this machine has no browser, or where it does not print.
    """
    page = confined(html.render(report)[f"{report.name}.html"])
    dated = report.context["publication"]["date"]
    return {f"{report.name}.pdf": stamped(printed(page, _browser()), dated)}


def confined(page: bytes) -> bytes:
    """Return a page under our policy, before anything that it says itself.

    Raises:
        BilanError: where the page would send the browser to another one, which no policy forbids.
    """
    reader = _Refresh()
    reader.feed(page.decode(errors="replace"))
    if reader.found:
        raise BilanError(ELSEWHERE)
    start = DOCTYPE.match(page)
    head = start[0] if start else b"<!doctype html>"
    return head + POLICY + page[start.end() if start else 0 :]


class _Refresh(HTMLParser):
    """Looks for what sends a browser to another page."""

    found = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("http-equiv") or "").strip().casefold()
        self.found |= tag == "meta" and kind == "refresh"


def printed(page: bytes, browser: str) -> bytes:
    """Return a page printed by a browser.

    Raises:
        BilanError: with what the browser said.
    """
    with TemporaryDirectory(prefix="bilan-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, result = folder / "page.html", folder / "page.pdf"
        source.write_bytes(page)
        options = (*OPTIONS, *_unconfined(), f"--user-data-dir={folder / 'profil'}")
        said = _run([browser, *options, f"--print-to-pdf={result}", source.as_uri()])
        if result.exists():
            return result.read_bytes()
    raise BilanError(f"{browser} n’a pas imprimé la page : {said or 'il ne dit pas pourquoi'}")


def stamped(pdf: bytes, dated: date) -> bytes:
    """Return a PDF with a date, a maker and numbers of our own, as long as the browser's.

    What the browser writes there would differ on every run: the time, its version, how many nodes
    it had numbered before. The numbers keep their order, in which readers look for them.
    """
    moment = f"(D:{dated:%Y%m%d}000000+00'00')".encode()
    pdf = DATES.sub(lambda found: found[1] + moment.ljust(len(found[2])), pdf)
    pdf = CREATOR.sub(lambda found: b"/Creator (bilan)".ljust(len(found[0])), pdf)
    ranks = {node: b"%08d" % rank for rank, node in enumerate(sorted({*NODES.findall(pdf)}), 1)}
    return NODES.sub(lambda found: ranks[found[0]], pdf)


def _run(asked: list[str]) -> str:
    """Run a browser and return the last thing that it said."""
    try:
        ran = subprocess.run(asked, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603  # a browser, on a page of ours
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = ran.stderr.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def _browser() -> str:
    """Return the browser that the owner names, else the first that this machine has."""
    chosen = os.environ.get(CHOSEN)
    names = (chosen,) if chosen else (*COMMANDS, *INSTALLED)
    found = next(filter(None, map(which, names)), None)
    if found is None:
        raise BilanError(ABSENT)
    return found


def _unconfined() -> tuple[str, ...]:
    """Return the option without which a browser refuses to run as root, as in a CI container."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ("--no-sandbox",) if is_root else ()
