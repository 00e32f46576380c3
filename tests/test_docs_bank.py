"""The worked example of docs/BANQUE.md prints what the program answers, on the files of the page.

`python -m tests.test_docs_bank` writes the answers again; the review reads the difference.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reporter.cli import main
from tests.gallery import FILE
from tests.test_docs_scenarios import ROOT

PAGE = ROOT / "docs" / "BANQUE.md"
EXAMPLE = re.compile(r"(?<=^```\n)\$ bilan (.+)\n((?:.*\n)*?)(?=^```$)", re.MULTILINE)
ANSWERS = re.compile(r"^```toml\n(\[banque.*?)^```$", re.MULTILINE | re.DOTALL)


def answers(text: str) -> list[tuple[str, str, str]]:
    """Return each command of the page, what the page says, and what the program does."""
    found = []
    with TemporaryDirectory() as where:
        folder = Path(where)
        (folder / "bilan.toml").touch()
        for file in FILE.finditer(text):
            path = folder / file["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file["content"], encoding="utf-8")
        examples = EXAMPLE.findall(text)
        for number, (command, said) in enumerate(examples):
            if number:
                (folder / "bilan.toml").write_text(ANSWERS.findall(text)[0], encoding="utf-8")
            found.append((command, said, printed(command, folder)))
    return found


def printed(command: str, folder: Path) -> str:
    """Return what a command prints in a terminal of 100 columns."""
    out, arguments = StringIO(), sys.argv
    sys.argv = ["bilan", *command.split(), "--dossier", str(folder), "-q"]
    try:
        with redirect_stdout(out):
            main()
    except SystemExit:
        pass
    finally:
        sys.argv = arguments
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def test_the_example_of_the_bank_prints_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    found = answers(PAGE.read_text(encoding="utf-8"))
    assert len(found) == 2
    for command, said, does in found:
        assert does == said, command


def _renew() -> None:
    os.environ |= {"COLUMNS": "100", "NO_COLOR": "1"}
    text = PAGE.read_text(encoding="utf-8")
    done = iter(answers(text))
    PAGE.write_text(
        EXAMPLE.sub(lambda one: f"$ bilan {one[1]}\n{next(done)[2]}", text), encoding="utf-8"
    )


if __name__ == "__main__":
    _renew()
