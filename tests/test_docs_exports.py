"""The worked examples of the pages that bring their own files print what the program answers.

`python -m tests.test_docs_exports` writes the answers again; the review reads the difference.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.gallery import FILE
from tests.test_docs_bank import EXAMPLE, printed
from tests.test_docs_scenarios import ROOT

NAMES = ("DEPUIS-UN-SUIVI.md", "LISTES-DE-FACTURES.md", "CESSIONS.md", "PAIE.md")
PAGES = [ROOT / "docs" / name for name in NAMES]


def answers(text: str) -> list[tuple[str, str, str]]:
    """Return each command of a page, what the page says, and what the program does."""
    with TemporaryDirectory() as where:
        folder = Path(where)
        for file in FILE.finditer(text):
            path = folder / file["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file["content"], encoding="utf-8")
        return [
            (command, said, printed(command, folder)) for command, said in EXAMPLE.findall(text)
        ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_print_what_the_page_says(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    found = answers(page.read_text(encoding="utf-8"))
    assert found
    assert [said for _, said, _ in found] == [told for *_, told in found]


def renewed(text: str) -> str:
    """Return a page with what the program answers."""
    told = iter([answer for *_, answer in answers(text)])
    return EXAMPLE.sub(lambda found: f"$ bilan {found[1]}\n{next(told)}", text)


if __name__ == "__main__":
    import os

    os.environ.update(COLUMNS="100", NO_COLOR="1")
    for path in PAGES:
        path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
