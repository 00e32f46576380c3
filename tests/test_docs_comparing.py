"""The worked example of docs/COMPARER.md prints what the program answers.

`python -m tests.test_docs_comparing` writes the answer again; the review reads the difference.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reporter.accounting.pack import Asked, pack
from reporter.books import load
from reporter.fec.fields import FIELDS
from reporter.formats.pack.fec import row
from tests.comparing.copies import AT
from tests.test_docs_bank import EXAMPLE, printed
from tests.test_docs_scenarios import ROOT

PAGE = ROOT / "docs" / "COMPARER.md"


def accounted() -> bytes:
    """Return the file of the page: our entries, as its accountant has changed them."""
    opened = load(ROOT)
    made = pack(opened.activity, opened.measure(2020), Asked(tax=True))
    entries = [[list(row(entry, post)) for post in entry.postings] for entry in made.entries]
    supplies = next(e for e in entries if any(line[AT["CompteNum"]] == "606400" for line in e))
    entries.remove(supplies)
    for line in (line for entry in entries for line in entry):
        if line[AT["CompteNum"]] == "616000":
            line[AT["CompteNum"]], line[AT["CompteLib"]] = "613500", "Locations mobilières"
    tax = entries[-1]
    for line, side in zip(tax, ("Debit", "Credit"), strict=True):
        line[AT[side]] = "1362,00"
    more = [list(line) for line in tax]
    for line, account, label in zip(
        more,
        ("681120", "281830"),
        ("Dotations aux amortissements", "Amortissements du matériel informatique"),
        strict=True,
    ):
        line[AT["CompteNum"]], line[AT["CompteLib"]] = account, label
        line[AT["PieceRef"]], line[AT["EcritureLib"]] = "OD-1", "Complément de dotation"
    more[0][AT["Debit"]] = more[1][AT["Credit"]] = "250,00"
    entries.append(more)
    for number, entry in enumerate(entries, 1):
        for line in entry:
            line[AT["EcritureNum"]] = str(number)
            line[AT["EcritureLet"]] = line[AT["DateLet"]] = ""
    lines = [FIELDS, *(line for entry in entries for line in entry)]
    return "".join("\t".join(line) + "\r\n" for line in lines).encode()


def answers(text: str) -> list[tuple[str, str]]:
    """Return what the page says of each of its commands, and what the program does."""
    with TemporaryDirectory() as where:
        found = []
        for command, said in EXAMPLE.findall(text):
            path = Path(where) / command.split()[-1]
            path.write_bytes(accounted())
            words = command.replace(path.name, str(path))
            found.append((said, printed(words, ROOT)))
    return found


def test_the_example_of_the_accountant_prints_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    ((said, does),) = answers(PAGE.read_text(encoding="utf-8"))
    assert does == said


def _renew() -> None:
    os.environ |= {"COLUMNS": "100", "NO_COLOR": "1"}
    text = PAGE.read_text(encoding="utf-8")
    done = iter(answers(text))
    PAGE.write_text(
        EXAMPLE.sub(lambda one: f"$ bilan {one[1]}\n{next(done)[1]}", text), encoding="utf-8"
    )


if __name__ == "__main__":
    _renew()
