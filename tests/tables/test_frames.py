"""The lines as a pandas frame: exact values, None where a line has no such field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reporter.books import load
from reporter.settings import Settings
from reporter.tables.frames import frame
from tests.builders import activity, day, expense, fee
from tests.cases import ROOT


def test_every_line_is_a_row_with_its_exact_values() -> None:
    """A client called « NA » is a client, not a missing value."""
    lines = (
        day("2020-03-31", "1.5", "700.10", "NA", mission="Flux"),
        fee("2019-12-31", "0.10", "null", service="Audit"),
        expense("2020-06-30", "12.34", "Loyer", lifetime=Decimal(3)),
    )
    table = frame(activity(*lines), Settings())
    assert list(table["nature"]) == ["jours", "forfait", "dépense"]
    assert list(table["exercice"]) == [2020, 2019, 2020]
    assert table["date"].iloc[0] == date(2020, 3, 31)
    assert list(table["client"]) == ["NA", "null", None]
    assert list(table["montant_ht"]) == [Decimal("1050.150"), Decimal("0.10"), Decimal("12.34")]
    assert list(table["jours"]) == [Decimal("1.5"), None, None]
    assert list(table["duree_amortissement"]) == [None, None, Decimal(3)]
    assert set(table.dtypes.astype(str)) == {"object"}


def test_no_line_still_has_columns() -> None:
    table = frame(activity(), Settings())
    assert len(table) == 0
    assert "montant_ht" in table


def test_the_frame_of_books_holds_all_their_lines() -> None:
    opened = load(ROOT)
    assert opened.frame().equals(frame(opened.activity, opened.settings))
    assert len(opened.frame()) == len(tuple(opened.activity.lines)) > 0
