"""A change through zero is told in words, and is no percentage anywhere."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from reporter.figures import Bilan
from reporter.formats.report import render
from reporter.tables.unlike import crossed, crossing
from tests.builders import bilan, day, expense


def year(before: str, now: str) -> Bilan:
    """Return a year whose results, before and now, are the accountant's."""
    written = f"[exercice.2019]\nresultat = {before}\n[exercice.2020]\nresultat = {now}\n"
    lines = (day("2019-05-05", "1", "500"), day("2020-05-05", "1", "500"))
    return bilan(2020, *lines, expense("2020-05-05", "10"), settings=written)


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("42400", "-185000", "d’un bénéfice de 42,4 K€ à une perte de 185 K€"),
        ("42400", "-185012", "d’un bénéfice de 42,4 K€ à une perte de ~185 K€"),
        ("-3000", "5000", "d’une perte de 3 K€ à un bénéfice de 5 K€"),
        ("3000", "5000", ""),
        ("-3000", "-5000", ""),
        ("3000", "0", ""),
        ("0", "-3000", ""),
    ],
)
def test_a_result_through_zero_is_told_on_the_page(before: str, now: str, said: str) -> None:
    found = year(before, now)
    shown = said.replace(" K€", "\u00a0K€")
    assert crossing(found.figures, found.previous) == shown
    text = render(found, ["md"])["bilan-2020.md"].decode().replace("\\", "")
    assert (f"passe {shown}." in text) == (f": {shown}, un changement" in text) == bool(said)
    row = re.findall(r"^\| Résultat après impôts \| .* \| (.*) \|$", text, re.MULTILINE)[-1]
    assert (row == "n.\u00a0d.") == (bool(said) or Decimal(before) <= 0 or Decimal(now) < 0)


def test_a_first_year_goes_through_nothing() -> None:
    alone = bilan(2020, day("2020-05-05", "1", "500"))
    assert crossed(alone.figures, None) == ""


def test_in_micro_nothing_is_called_a_profit() -> None:
    lines = (day("2019-05-05", "1", "3000", paid=date(2019, 5, 5)), expense("2020-05-05", "500"))
    found = bilan(2020, *lines, settings='[societe]\nstatut = "micro"\n')
    assert crossing(found.figures, found.previous) == "de 3\u00a0K€ à −0,5\u00a0K€"


@pytest.mark.parametrize("now", ["-185012", "-4", "-999999999.99"])
def test_a_rounded_loss_never_has_its_tilde_before_the_sign(now: str) -> None:
    for data in render(year("42400", now), ["md", "html"]).values():
        assert "~−" not in data.decode().replace("\\", "")
