"""Which line is which: what two lines must share, and what tells them apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from reporter.comparing.lines import Line
from reporter.comparing.pairing import changes
from reporter.tables.comparing import _line

OURS = Line(
    account="6064",
    written="606400",
    name="Fournitures",
    date=dt.date(2020, 3, 12),
    amount=Decimal("52.10"),
    reference="A-1",
    label="Papeterie",
)
OTHER = {"account": "6063", "date": dt.date(2020, 3, 31), "amount": Decimal(50)}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, ["same"]),
        ({"label": "Autre"}, ["same"]),
        ({"reference": "X"}, ["same"]),
        ({"reference": "X", "label": "Autre"}, ["same"]),
        ({"account": "6063"}, ["account"]),
        ({"account": "6063", "label": "Autre"}, ["account"]),
        ({"account": "6063", "reference": "X"}, ["account"]),
        ({"account": "6063", "reference": "X", "label": "Autre"}, ["replaced"]),
        ({"account": "4066", "reference": "X", "label": "Autre"}, ["added", "left out"]),
        ({"account": "7063", "reference": "X", "label": "Autre"}, ["added", "left out"]),
        ({"date": OTHER["date"]}, ["date"]),
        ({"amount": OTHER["amount"]}, ["amount"]),
        ({"amount": OTHER["amount"], "label": "Autre"}, ["amount"]),
        ({"amount": OTHER["amount"], "reference": "X"}, ["added", "left out"]),
        (OTHER, ["added", "left out"]),
    ],
)
def test_a_line_is_known_by_what_it_keeps(changed: dict[str, Any], told: list[str]) -> None:
    found = changes([OURS], [replace(OURS, line=7, **changed)])
    assert sorted(change.what for change in found) == told


def test_words_and_document_tell_one_line_from_two() -> None:
    """A charge left out and another of its day and amount added may be no changed account."""
    mine, other = OURS, replace(OURS, account="616", written="616000", line=7)
    (moved,) = changes([mine], [replace(other, label="Autre")])
    (either,) = changes([mine], [replace(other, label="Assurance", reference="B-2")])
    assert [str(cell) for cell in _line(moved)][:5] == [
        "compte changé",
        "12/03/2020",
        "606400 → 616000",
        "A-1",
        "Autre",
    ]
    assert [str(cell) for cell in _line(either)][:5] == [
        "compte changé, ou l’une à la place de l’autre",
        "12/03/2020",
        "606400 → 616000",
        "A-1 → B-2",
        "Papeterie → Assurance",
    ]


def test_two_lines_without_a_reference_share_none() -> None:
    bare = replace(OURS, reference="–", label="Un")
    other = replace(OURS, reference="", label="Autre", amount=Decimal(50))
    assert sorted(change.what for change in changes([bare], [other])) == ["added", "left out"]


@pytest.mark.parametrize("account", ["401", "512", "2183", "44566"])
def test_a_line_of_the_balance_sheet_is_known_by_more_than_its_amount(account: str) -> None:
    mine = replace(OURS, account=account)
    other = replace(mine, account="467", reference="X", label="Autre")
    assert sorted(x.what for x in changes([mine], [other])) == ["added", "left out"]


def test_a_charge_that_two_lines_look_like_is_neither() -> None:
    others = [
        replace(OURS, account=number, reference="X", label="Autre") for number in ("6063", "6068")
    ]
    told = sorted(x.what for x in changes([OURS], others))
    assert told == ["added", "added", "left out"]
    assert sorted(x.what for x in changes(others, [OURS])) == ["added", "left out", "left out"]


def test_two_lines_alike_need_not_be_told_apart() -> None:
    assert sorted(x.what for x in changes([OURS, OURS], [OURS])) == ["left out", "same"]
