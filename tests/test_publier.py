"""The recipes of docs/PUBLIER.md do what the page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reporter import load
from reporter.formats.report import render

if TYPE_CHECKING:
    from reporter.formats import Files

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "PUBLIER.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"(?ms)^`([^`\n]+)`\n\n```\w+\n(.*?)```$", PAGE))
"""The files that the page tells to write."""
TEMPLATES = re.findall(r'(?ms)^```(?:jinja|css)\n(.*?"bilan/([\w.]+)".*?)```$', PAGE)
"""The templates that it gives, and the one of ours that each completes."""


@pytest.mark.external("hugo")
def test_the_site_is_built_by_the_commands_of_the_ci_recipe(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "bilan.toml", tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    commands = re.findall(r"^    - ((?:bilan|hugo) .*)$", FILES[".gitlab-ci.yml"], re.MULTILINE)
    assert len(commands) == 2
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for command in commands:
        words = command.split()
        found = shutil.which(words[0], path=path) or words[0]
        subprocess.run([found, *words[1:]], cwd=tmp_path, check=True, capture_output=True)
    page = tmp_path / "public" / "posts" / "bilan-2020"
    assert "Lueur de Sel" in (page / "index.html").read_text(encoding="utf-8")
    assert len(list(page.glob("*.svg"))) > 1
    listed = (tmp_path / "public" / "index.html").read_text(encoding="utf-8")
    assert 'href="/posts/bilan-2020/"' in listed


@cache
def report() -> Files:
    """Return the report of the example with our templates alone."""
    return render(load(ROOT).measure(2020), ["md", "html", "hugo"])


@pytest.mark.parametrize(("text", "name"), TEMPLATES, ids=[name for _, name in TEMPLATES])
def test_a_template_of_the_page_changes_the_report(tmp_path: Path, text: str, name: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    bilan, ours = load(ROOT).measure(2020), report()
    own = render(
        replace(bilan, settings=bilan.settings._replace(templates=tmp_path)), ["md", "html", "hugo"]
    )
    assert own.keys() == ours.keys()
    assert own != ours
    if name.endswith(".css"):
        assert b"--fait: #7a1f4e" in own["bilan-2020.html"]


def test_the_page_gives_a_template_for_a_colour_a_section_the_order_and_a_sentence() -> None:
    names = {name for _, name in TEMPLATES}
    assert names == {"bilan.css", "bilan.html.j2", "bilan.md.j2", "phrase.md.j2", "hugo.md.j2"}
