"""What a closing should move to its own year: proposed, and written only with the word."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from reporter.accounting.pack import Pack
from reporter.formats.pack import workbook
from reporter.tables.closing import closing, said
from reporter.tables.reviews import to_review
from tests.accounting.packs import amounts, pack_of
from tests.accounting.test_entries import booked
from tests.builders import expense, fee

SALE = fee("2020-05-05", "1", "M", invoice="F-0", vat=Decimal(0))
NEXT = fee("2021-05-05", "1", "M", invoice="F-9", vat=Decimal(0))


def period(start: str, end: str) -> dict[str, Any]:
    return {"start": date.fromisoformat(start), "end": date.fromisoformat(end)}


INSURANCE = expense(
    "2020-07-01", "365", "Assurance", receipt="A", vat=Decimal(0),
    **period("2020-07-01", "2021-06-30"),
)  # fmt: skip
RENT = expense(
    "2021-01-20", "300", "Loyer", receipt="B", vat=Decimal(60), **period("2020-12-22", "2021-01-20")
)
LICENCE = fee(
    "2020-10-01", "1200", "N", invoice="F-1", vat=Decimal(240), **period("2020-10-01", "2021-09-30")
)
AUDIT = fee(
    "2021-01-31", "620", "N", invoice="F-2", vat=Decimal(124), **period("2020-12-01", "2021-01-31")
)


def of(*lines: Any, year: int = 2020, **asked: Any) -> Pack:
    return pack_of(year, SALE, NEXT, *lines, **asked)


@pytest.mark.parametrize(
    ("line", "kind", "amount", "vat"),
    [
        (INSURANCE, "CCA", "181", "0"),
        (RENT, "FNP", "100", "20"),
        (LICENCE, "PCA", "897.53", "0"),
        (AUDIT, "FAE", "310", "62"),
    ],
)
def test_shares_follow_the_days(line: Any, kind: str, amount: str, vat: str) -> None:
    """181 days of 365, 10 of 30, 273 of 365, 31 of 62."""
    (found,) = of(line).adjustments
    assert (found.kind, found.amount, found.vat) == (kind, Decimal(amount), Decimal(vat))


def test_nothing_is_written_without_the_word() -> None:
    made = of(INSURANCE, RENT)
    assert amounts(made, "486", "408") == 0
    assert any("2, proposées et non écrites" in said for said in to_review(made))


@pytest.mark.parametrize(
    ("line", "closing", "opening"),
    [
        (
            INSURANCE,
            "OD 31/12 CCA-2020: 486000 +181.00, 616000 -181.00",
            "OD 01/01 CCA-2020: 486000 -181.00, 616000 +181.00",
        ),
        (
            RENT,
            "OD 31/12 FNP-2020: 613200 +100.00, 445860 +20.00, 408100 -120.00",
            "OD 01/01 FNP-2020: 613200 -100.00, 445860 -20.00, 408100 +120.00",
        ),
        (
            LICENCE,
            "OD 31/12 PCA-2020: 706000 +897.53, 487000 -897.53",
            "OD 01/01 PCA-2020: 706000 -897.53, 487000 +897.53",
        ),
        (
            AUDIT,
            "OD 31/12 FAE-2020: 418100 +372.00, 706000 -310.00, 445870 -62.00",
            "OD 01/01 FAE-2020: 418100 -372.00, 706000 +310.00, 445870 +62.00",
        ),
    ],
)
def test_an_adjustment_and_its_reversal(line: Any, closing: str, opening: str) -> None:
    last = booked(of(line, with_adjustments=True))[-1]
    first = booked(of(line, year=2021, with_adjustments=True))[0]
    assert (last.split(" ", 1)[1], first.split(" ", 1)[1]) == (closing, opening)


def test_the_reversal_says_that_it_is_one() -> None:
    labels = [
        made.entries[rank].label
        for made, rank in (
            (of(INSURANCE, with_adjustments=True), -1),
            (of(INSURANCE, year=2021, with_adjustments=True), 0),
        )
    ]
    assert labels == ["CCA A – Fournisseurs divers", "CCA A – Fournisseurs divers (extourne)"]


def test_what_is_bought_on_the_day_of_the_closing_for_the_year_after_is_prepaid() -> None:
    line = expense("2020-12-31", "300", "Assurance", receipt="A", vat=Decimal(0),
                   **period("2021-01-01", "2021-03-31"))  # fmt: skip
    (found,) = of(line).adjustments
    assert (found.kind, found.amount) == ("CCA", 300)


def test_a_period_of_three_years_is_moved_at_each_closing() -> None:
    line = expense("2020-01-01", "731", "Assurance", receipt="A", vat=Decimal(0),
                   **period("2020-01-01", "2021-12-31"))  # fmt: skip
    long = expense("2019-12-01", "1096", "Assurance", receipt="C", vat=Decimal(0),
                   **period("2020-01-01", "2022-12-31"))  # fmt: skip
    made = of(line, long, with_adjustments=True)
    assert [(one.kind, one.opening, one.amount) for one in made.adjustments] == [
        ("CCA", False, 365), ("CCA", True, 1096), ("CCA", False, 730),
    ]  # fmt: skip
    assert amounts(made, "616") == 731 - 365 + 1096 - 730


def test_a_period_within_the_year_or_unsaid_moves_nothing() -> None:
    within = expense(
        "2020-07-01", "12", "Loyer", vat=Decimal(0), **period("2020-01-01", "2020-12-31")
    )
    half = expense("2020-07-01", "12", "Loyer", vat=Decimal(0), end=date(2021, 1, 1))
    back = expense(
        "2020-07-01", "12", "Loyer", vat=Decimal(0), **period("2021-02-01", "2021-01-01")
    )
    assert of(within, half, back).adjustments == ()


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("year", [2020, 2021])
def test_controls_hold_and_the_sheet_lists_them(year: int, *, asked: bool) -> None:
    made = of(INSURANCE, RENT, LICENCE, AUDIT, year=year, with_adjustments=asked, with_tax=True)
    (data,) = workbook.render(made).values()
    book = load_workbook(BytesIO(data), data_only=True)
    assert book["Contrôles"]["B3"].value == "Tout concorde"
    rows = [row for row in book["Clôture"].iter_rows(min_row=6, values_only=True) if row[1]]
    ordered = sorted(made.adjustments, key=lambda one: not one.opening)
    assert {one.opening for one in ordered} == {year == 2021}
    for row, one in zip(rows, ordered, strict=True):
        assert f"{row[0]:%d/%m/%Y}" == f"{'01/01' if one.opening else '31/12'}/{year}"
        assert str(row[1]).endswith(" – extourne") == one.opening
    assert len(rows) == 4
    assert sum(Decimal(str(row[10])) for row in rows) == sum(a.result for a in made.adjustments)
    assert str(book["Clôture"]["A2"].value).startswith("D’après" if asked else "Proposées")


def test_the_sheet_begins_with_what_the_opening_undoes() -> None:
    line = expense("2019-12-01", "1096", "Assurance", receipt="C", vat=Decimal(0),
                   **period("2020-01-01", "2022-12-31"))  # fmt: skip
    asked, proposed = of(INSURANCE, line, with_adjustments=True), of(INSURANCE, line)
    kinds = [row[1].value for row in closing(asked).rows]
    assert kinds == [
        "Charge constatée d’avance (486) – extourne",
        *["Charge constatée d’avance (486)"] * (len(kinds) - 1),
    ]
    assert [told.partition("\u00a0: ")[2] for told in (said(asked), said(proposed))] == [
        f"{len(kinds)}, écrites (feuille Clôture).",
        f"{len(kinds)}, proposées et non écrites (feuille Clôture).",
    ]
