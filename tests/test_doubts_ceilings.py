"""A micro-enterprise that its receipts ended, or its franchise of VAT: said where it is kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reporter.doubts.ceilings import passed
from reporter.toml.reading import parse
from tests.builders import activity, fee, history

MICRO = 'societe.statut = "micro"\nmicro.dates = "facture"\n'


def said(received: dict[int, int], settings: str = MICRO, **of_sales: Any) -> list[str]:
    """Return what each doubt is about, from what is received in each year."""
    lines = [fee(f"{year}-03-01", str(euros), **of_sales) for year, euros in received.items()]
    own = parse(settings)
    years = history(activity(*lines), own)
    found = list(passed({it.year.number: it for it in reversed(years)}, own))
    return [f"{it.code} {it.about}" for it in found]


VAT = Decimal(1)


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ({2023: 78_000, 2024: 78_000, 2025: 9_000}, ["micro-perdue 2025"]),
        ({2023: 78_000, 2024: 77_700, 2025: 9_000}, []),
        ({2023: 78_000, 2024: 78_000}, []),
        ({2023: 78_000, 2025: 9_000}, []),
    ],
)
def test_a_regime_is_lost_after_two_years_above_its_ceiling(
    received: dict[int, int], expected: list[str]
) -> None:
    assert said(received, vat=VAT) == expected


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ({2025: 38_000, 2026: 9_000}, ["franchise-perdue 2026"]),
        ({2025: 37_500, 2026: 9_000}, []),
        ({2025: 38_000, 2026: 0}, ["franchise-perdue 2026"]),
        ({2022: 36_000, 2023: 9_000}, []),
        ({1999: 38_000, 2000: 9_000}, []),
        ({2025: 38_000}, []),
    ],
)
def test_vat_is_due_after_a_year_above_its_threshold(
    received: dict[int, int], expected: list[str]
) -> None:
    assert said(received) == expected


def test_sales_with_vat_or_abroad_are_those_of_no_franchise() -> None:
    received = {2025: 38_000, 2026: 9_000}
    assert said(received, vat=VAT) == []
    assert said(received, country="Belgique") == []
    assert said(received, vat_number="BE0428759497") == []


@pytest.mark.parametrize(
    "settings",
    ['societe.statut = "ei"', f'{MICRO}[exercice.2025]\nstatut = "ei"', "exercice.2026.conges = 5"],
)
def test_another_form_has_no_ceiling(settings: str) -> None:
    assert said({2024: 90_000, 2025: 90_000, 2026: 90_000}, settings) == []


def test_a_form_that_followed_is_what_the_doubt_asks_for() -> None:
    received = {2023: 78_000, 2024: 78_000, 2025: 9_000}
    assert said(received, f'{MICRO}[exercice.2025]\nstatut = "ei"', vat=VAT) == []
