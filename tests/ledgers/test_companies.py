"""A random company's entries, put among books that have nothing else, give its figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given

from reporter.accounting.pack import Asked, pack
from reporter.formats.pack import fec
from reporter.ledgers.measuring import measured
from reporter.ledgers.opening import entered
from reporter.metrics import measure
from reporter.model import ZERO, Activity
from tests.accounting.companies import Company, companies
from tests.examples import few

NEAR = Decimal("0.05")
"""Annuities are exact in the books, and to the cent in the entries."""


TODAY = date(2026, 1, 1)


@few(12)
@given(companies())
def test_the_entries_alone_give_the_figures_of_the_books(company: Company) -> None:
    """To the cent, the VAT that the law leaves in the charges apart: the books know none of it."""
    for number in (2020, 2021):
        bilan = measure(company.books, company.settings, number)
        made = pack(company.books, bilan, Asked(tax=True, opening=True))
        with TemporaryDirectory() as where:
            for name, data in fec.render(made).items():
                path = Path(where, "data", "fec", name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            ledgers, _ = entered(Path(where), company.settings, Activity(), TODAY)
        found, own = measured(ledgers[number], Activity(), company.settings), bilan.figures
        assert found.revenue == own.revenue
        spent = found.charges + found.depreciation - found.disposals
        told = own.charges + own.depreciation - own.disposals
        assert abs(spent - told - made.lost) < NEAR
        if not made.lost:
            assert abs(found.depreciation - own.depreciation) < NEAR
            assert abs(found.disposals - own.disposals) < NEAR
        assert found.tax == made.tax
        assert abs(found.result - own.result_before_tax + made.tax + made.lost) < NEAR
        assert found.other_income == ZERO
        assert (found.days, found.fees, found.tjm) == (None, None, None)
