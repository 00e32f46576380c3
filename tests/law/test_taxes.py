from datetime import date
from decimal import Decimal

import pytest

from reporter.law.taxes import corporate_tax, rates_at, reduced_rate_cap

PROFITS = (20_000, 40_000, 60_000, 100_000, 600_000)
TAX = {
    2015: (3000, 6345, 13011, 26345, 193011),
    2016: (3000, 6345, 13011, 26345, 193011),
    2017: (3000, 6244, 11844, 24378, 191044),
    2018: (3000, 6244, 11844, 23044, 168378),
    2019: (3000, 6244, 11844, 23044, 166044),
    2020: (3000, 6244, 11844, 23044, 163044),
    2021: (3000, 6216, 11516, 22116, 154616),
    2022: (3000, 6000, 10750, 20750, 145750),
    2026: (3000, 6000, 10750, 20750, 145750),
}
VECTORS = [
    (year, profit, tax)
    for year, row in TAX.items()
    for profit, tax in zip(PROFITS, row, strict=True)
]


def year_tax(profit: Decimal | int, year: int) -> Decimal:
    return corporate_tax(Decimal(profit), date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize(("year", "profit", "tax"), VECTORS)
def test_tax_of_twelve_months(year: int, profit: int, tax: int) -> None:
    assert year_tax(profit, year) == tax


def test_a_loss_pays_nothing() -> None:
    assert year_tax(-1, 2020) == 0
    assert year_tax(0, 2020) == 0


def test_tax_is_rounded_half_up_to_the_euro() -> None:
    """15 % of 10 is 1.50, which becomes 2; of 9, 1.35, which becomes 1."""
    assert year_tax(10, 2020) == 2
    assert year_tax(9, 2020) == 1


def test_a_third_is_exact() -> None:
    """38 120 at 15 % is 5 718; 4.50 more at a third is 1.50 exactly, which rounds up."""
    assert year_tax(Decimal("38124.50"), 2016) == 5718 + 2


def test_the_cap_is_prorated_by_the_months() -> None:
    assert reduced_rate_cap(date(2020, 1, 1), date(2020, 9, 15)) == 27_002
    expected = Decimal("0.15") * 27_002 + Decimal("0.28") * (40_000 - 27_002)
    tax = corporate_tax(Decimal(40_000), date(2020, 1, 1), date(2020, 9, 15))
    assert tax == expected.quantize(Decimal(1))


def test_the_new_cap_goes_by_the_closing_date() -> None:
    """Opened in 2022: 38 120 if closed on 30 December, 42 500 if closed on the 31st."""
    start = date(2022, 1, 1)
    assert reduced_rate_cap(start, date(2022, 12, 31)) == 42_500
    assert reduced_rate_cap(date(2021, 10, 1), date(2022, 9, 30)) == 38_120
    assert reduced_rate_cap(date(2021, 12, 31), date(2022, 12, 30)) == 38_120


def test_the_rate_goes_by_the_opening_date() -> None:
    july_to_june = corporate_tax(Decimal(100_000), date(2020, 7, 1), date(2021, 6, 30))
    assert july_to_june == year_tax(100_000, 2020)


def test_without_the_reduced_rate_all_is_at_the_normal_one() -> None:
    tax = corporate_tax(Decimal(20_000), date(2020, 1, 1), date(2020, 12, 31), reduced=False)
    assert tax == 5_600


def test_years_outside_the_table_take_the_nearest_row() -> None:
    assert rates_at(date(2010, 1, 1)).opened == 2015
    assert rates_at(date(2031, 1, 1)).opened == 2022


def test_the_taxable_profit_is_rounded_to_the_euro_before_the_rates() -> None:
    """At 25 %, 42 501.60 is taxed as 42 502: 6 375 + 0.50, rounded up."""
    start, end = date(2023, 1, 1), date(2023, 12, 31)
    assert corporate_tax(Decimal("42501.60"), start, end) == 6376
    assert corporate_tax(Decimal("42501.40"), start, end) == 6375
