"""What is wrong in the form of a FEC only: its sums are those of the file without the mistake."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from reporter.fec.checking import Checked, check_fec
from reporter.fec.form import of_figures, of_form
from reporter.fec.naming import parse_day
from tests.fec.files import NAME, encoded, good, put, put_all
from tests.fec.test_checking import MUTATIONS, Mutation

WRONG = [mutation for mutation in MUTATIONS if mutation.level == "erreur"]


def checked(mutation: Mutation) -> Checked:
    rows = good()
    mutation.change(rows)
    return check_fec(encoded(rows), NAME)


def sums(said: Checked) -> Counter[str]:
    """Return what stands on each account in cents; every line of it has a day of the year."""
    assert all((parse_day(row["EcritureDate"]) or 0) for row in said.rows)
    found: Counter[str] = Counter()
    for row in said.rows:
        found[row["CompteNum"]] += int((row.amount or Decimal(0)) * 100)
    return found


GOOD = sums(check_fec(encoded(good()), NAME))
ALTERED = ("an entry lost", "lettered with too little")
"""Changes of the amounts themselves, whose entries balance: no file tells that they were others."""


@pytest.mark.parametrize("mutation", WRONG, ids=[mutation.name for mutation in WRONG])
def test_a_mistake_of_form_changes_no_sum(mutation: Mutation) -> None:
    said = checked(mutation)
    if not of_figures(said):
        assert of_form(said)
        assert (sums(said) == GOOD) is (mutation.name not in ALTERED)


@pytest.mark.parametrize(
    "change",
    [
        put(2, "ValidDate", "20190102"),
        put(2, "PieceDate", "20201331"),
        put(2, "EcritureLet", "ZZ"),
        put(5, "EcritureLib", ""),
        put_all(10, 11, "EcritureNum", "9"),
        put(8, "Idevise", "usd"),
        put(4, "Debit", "62.00"),
        put(7, "JournalLib", ""),
        put(6, "EcritureDate", "20200122"),
    ],
)
def test_it_is_a_mistake_all_the_same(change: object) -> None:
    assert callable(change)
    rows = good()
    change(rows)
    said = check_fec(encoded(rows), NAME)
    assert said.of("erreur") == of_form(said) != ()
    assert sums(said) == GOOD


@pytest.mark.parametrize(
    "change",
    [
        put(4, "Debit", "61,00"),
        put(4, "Debit", "62,0O"),
        put(2, "CompteNum", ""),
        put(2, "CompteNum", "40"),
        put_all(2, 4, "EcritureDate", "20200231"),
        put_all(2, 4, "EcritureDate", "20190102"),
        lambda rows: rows.extend(rows[1:]),
        lambda rows: rows[3].append("x"),
        lambda rows: rows[0].__setitem__(slice(11, 13), ["Credit", "Debit"]),
    ],
)
def test_what_bears_on_figures_is_no_mistake_of_form(change: object) -> None:
    assert callable(change)
    rows = good()
    change(rows)
    assert of_figures(check_fec(encoded(rows), NAME))
