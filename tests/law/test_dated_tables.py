"""The tables of contributions, dividends and income tax: vectors written by hand from the law."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.law import assimilated, dividends, income_tax, micro, self_employed
from reporter.law.dated import UnknownLaw
from reporter.law.income_tax import Household
from reporter.law.micro import Trade
from reporter.law.social_ceiling import PASS

money = st.decimals("0", "500000", places=2)


@pytest.mark.parametrize(
    ("month", "bnc", "bic"),
    [
        ("2022-09", 220, 220),
        ("2022-10", 211, 212),
        ("2024-06", 211, 212),
        ("2024-07", 231, 212),
        ("2024-12", 231, 212),
        ("2025-01", 246, 212),
        ("2025-12", 246, 212),
        ("2026-01", 256, 212),
    ],
)
def test_the_rate_of_a_micro_entrepreneur_is_that_of_the_month_of_receipt(
    month: str, bnc: int, bic: int
) -> None:
    day = date.fromisoformat(f"{month}-01")
    assert micro.social("bnc", Decimal(1000), day) == bnc
    assert micro.social("bic", Decimal(1000), day) == bic


@pytest.mark.parametrize(
    ("trade", "training", "chamber", "liberatory", "taxable"),
    [
        ("bnc", "20", 0, "220", "6600"),
        ("bic", "10", 4, "170", "5000"),
        ("ventes", "10", 2, "100", "2900"),
    ],
)
def test_what_else_ten_thousand_euros_bear(
    trade: Trade, training: str, chamber: int, liberatory: str, taxable: str
) -> None:
    day = date(2026, 5, 31)
    assert micro.training(trade, Decimal(10_000), day) == Decimal(training)
    assert micro.chamber(trade, Decimal(10_000), day) == chamber
    assert micro.liberatory(trade, Decimal(10_000), day) == Decimal(liberatory)
    assert micro.taxable(trade, Decimal(10_000), day) == Decimal(taxable)


def test_the_allowance_is_at_least_305_euros_and_never_more_than_what_came() -> None:
    assert micro.taxable("bnc", Decimal(500), date(2026, 1, 1)) == 195
    assert micro.taxable("bnc", Decimal(200), date(2026, 1, 1)) == 0


@pytest.mark.parametrize(
    ("year", "services", "goods"),
    [
        (2017, 70_000, 170_000),
        (2019, 70_000, 170_000),
        (2020, 72_600, 176_200),
        (2022, 72_600, 176_200),
        (2023, 77_700, 188_700),
        (2025, 77_700, 188_700),
        (2026, 83_600, 203_100),
    ],
)
def test_the_ceilings_of_services_and_of_goods(year: int, services: int, goods: int) -> None:
    found = [micro.ceiling(trade, year) for trade in ("bnc", "bic", "ventes")]
    assert found == [services, services, goods]


@pytest.mark.parametrize(
    ("year", "services", "goods"),
    [
        (2020, (34_400, 36_500), (85_800, 94_300)),
        (2022, (34_400, 36_500), (85_800, 94_300)),
        (2023, (36_800, 39_100), (91_900, 101_000)),
        (2024, (37_500, 39_100), (85_000, 101_000)),
        (2025, (37_500, 41_250), (85_000, 93_500)),
    ],
)
def test_the_thresholds_of_the_franchise(
    year: int, services: tuple[int, int], goods: tuple[int, int]
) -> None:
    """Those of the end of 2024 judge 2025, by the first of its own (CGI art. 293 B)."""
    for day in (date(year, 1, 1), date(year, 12, 31)):
        found = [table.at(day) for table in (micro.FRANCHISE, micro.GOODS_FRANCHISE)]
        assert found == [services, goods]


def test_a_first_year_has_its_days_of_the_ceiling() -> None:
    assert micro.prorated_ceiling(Decimal(77_700), date(2025, 7, 1), 2025) == Decimal("39169.32")
    assert micro.prorated_ceiling(Decimal(77_700), date(2024, 7, 1), 2025) == 77_700
    assert micro.prorated_ceiling(Decimal(77_700), None, 2025) == 77_700


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 3, 31), date(2026, 4, 30)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_a_period_is_declared_by_the_end_of_the_next_month(last: date, due: date) -> None:
    assert micro.due_day(last) == due


@pytest.mark.parametrize(
    ("income", "net"),
    [(40_000, 27_580), (19_000, 13_488), (100_000, 69_138)],
)
def test_what_the_self_employed_keep_in_2026(income: int, net: int) -> None:
    """40 000 makes 27 581 for modele-ti, which rounds the two rates of the pension apart."""
    assert income - self_employed.contributions(Decimal(income), 2026).total == net


def test_each_line_of_the_self_employed_by_hand() -> None:
    """100 000 in 2025: base 74 000, PASS 47 100; health between 110 and 200 % of it."""
    owed = self_employed.contributions(Decimal(100_000), 2025)
    assert dict(owed.lines) == {
        "Maladie": 5_276,  # 6.5 % + 1.2 % × (74 000 − 51 810) / 42 390 = 7.13 %
        "Indemnités journalières": 370,
        "Allocations familiales": 2_294,  # above 140 %: 3.1 %
        "Retraite de base": 8_610,  # 17.87 % × 47 100 + 0.72 % × 26 900
        "Retraite complémentaire": 6_263,  # 8.1 % × 47 100 + 9.1 % × 26 900
        "Invalidité-décès": 612,
        "CSG-CRDS": 7_178,  # 5 032 + 2 146
        "Formation professionnelle": 118,
    }
    assert owed.undeductible == 2_146


def test_the_allowance_has_a_least_and_a_most() -> None:
    """2 000: base 1 154, less 1.76 % of the PASS; 300 000: base 237 522, less 130 % of it."""
    low = self_employed.contributions(Decimal(2_000), 2026)
    high = self_employed.contributions(Decimal(300_000), 2026)
    assert dict(low.lines)["CSG-CRDS"] == 78 + 33
    assert dict(high.lines)["CSG-CRDS"] == 16_151 + 6_888


def test_a_year_without_income_owes_the_minimum_bases() -> None:
    owed = dict(self_employed.contributions(Decimal(0), 2026).lines)
    assert owed["Retraite de base"] == 967  # 450 hours at 12.02: 5 409 × 17.87 %
    assert owed["Indemnités journalières"] == 96  # 40 % of 48 060 × 0.5 %
    assert owed["Invalidité-décès"] == 72  # 11.5 % of 48 060 × 1.3 %
    assert owed["Maladie"] == owed["CSG-CRDS"] == 0


def test_the_base_of_the_self_employed_before_2025_is_refused() -> None:
    with pytest.raises(UnknownLaw, match="avant 2025"):
        self_employed.contributions(Decimal(50_000), 2024)


def test_a_president_s_pay_of_3_000_euros_a_month_in_2026() -> None:
    """Under the PASS: employer 40.04 % and 2.08 % of accidents, employee 11.31 % and the CSG."""
    paid = assimilated.pay(
        Decimal(36_000), 2026, assimilated.Cover(health=Decimal(0), provident=Decimal(0))
    )
    rates = (
        Decimal("0.13")
        + Decimal("0.0525")
        + Decimal("0.0855")
        + Decimal("0.0211")
        + Decimal("0.003")
        + Decimal("0.001")
    )
    rates += (
        Decimal("0.0055")
        + Decimal("0.0068")
        + Decimal("0.0472")
        + Decimal("0.0129")
        + Decimal("0.0208")
    )
    assert paid.employer == 36_000 * rates
    assert paid.employee == 36_000 * (Decimal("0.1131") + Decimal("0.097") * Decimal("0.9825"))
    assert paid.taxable == 36_000 * (1 - Decimal("0.1131") - Decimal("0.068") * Decimal("0.9825"))


def test_above_four_ceilings_the_csg_bears_on_all_of_the_pay() -> None:
    """Old age 0.4 %, retirement 8.64, 1.08 and 0.14 %, CSG and CRDS 9.7 %."""
    low, high = (assimilated.pay(Decimal(gross), 2026) for gross in (230_000, 240_000))
    assert high.employee - low.employee == 1_996


@given(cost=st.decimals("1", "300000", places=2), year=st.integers(2021, 2026))
def test_the_pay_of_a_cost_costs_it_to_the_cent(cost: Decimal, year: int) -> None:
    paid = assimilated.pay_costing(cost, year)
    above = assimilated.pay(paid.gross + Decimal("0.01"), year)
    assert paid.cost <= cost or not paid.gross
    assert above.cost > cost or not paid.gross


@given(income=money, more=money, year=st.integers(2025, 2027))
def test_more_income_never_leaves_less(income: Decimal, more: Decimal, year: int) -> None:
    """Each line is rounded to the euro: eight of them, and a rate to a hundredth of a percent."""
    before = income - self_employed.contributions(income, year).total
    after = income + more - self_employed.contributions(income + more, year).total
    assert after >= before - 40


@pytest.mark.parametrize(
    ("paid", "levies", "tax"),
    [
        (date(2018, 1, 1), 1720, 1280),
        (date(2025, 12, 31), 1720, 1280),
        (date(2026, 1, 1), 1860, 1280),
    ],
)
def test_dividends_before_and_after_2026(paid: date, levies: int, tax: int) -> None:
    assert dividends.levies(Decimal(10_000), paid) == levies
    assert dividends.flat_tax(Decimal(10_000), paid) == tax
    assert dividends.taxable(Decimal(10_000), paid) == 5_320


BANDS = [
    (2019, (10_064, 27_794, 74_517, 157_806), "LF 2020"),
    (2020, (10_084, 25_710, 73_516, 158_122), "LF 2021"),
    (2021, (10_225, 26_070, 74_545, 160_336), "LF 2022"),
    (2022, (10_777, 27_478, 78_570, 168_994), "LF 2023"),
    (2023, (11_294, 28_797, 82_341, 177_106), "LF 2024"),
    (2024, (11_497, 29_315, 83_823, 180_294), "LF 2025"),
    (2025, (11_600, 29_579, 84_577, 181_917), "loi 2026-103"),
]


@pytest.mark.parametrize(("year", "bounds", "source"), BANDS)
def test_the_tax_at_200_000_euros_is_the_sum_of_the_bands(
    year: int, bounds: tuple[int, int, int, int], source: str
) -> None:
    b1, b2, b3, b4 = bounds
    first = Decimal("0.14") if year == 2019 else Decimal("0.11")
    owed = (b2 - b1) * first + (b3 - b2) * Decimal("0.30") + (b4 - b3) * Decimal("0.41")
    owed += (200_000 - b4) * Decimal("0.45")
    assert abs(income_tax.income_tax(Decimal(200_000), year) - owed) <= Decimal("0.5")
    assert income_tax.scale_of(year).source.startswith(source)
    rates = [income_tax.marginal_rate(Decimal(bound + 1), year) for bound in (0, b1, b2, b3, b4)]
    assert rates == [0, first, Decimal("0.30"), Decimal("0.41"), Decimal("0.45")]


BELOW_THE_SCALE = [  # décote of one and of two, the most of a half share, the 10 % of wages
    (2019, (777, 1_286), 1_567, (441, 12_627)),
    (2020, (779, 1_289), 1_570, (442, 12_652)),
    (2021, (790, 1_307), 1_592, (448, 12_829)),
    (2022, (833, 1_378), 1_678, (472, 13_522)),
    (2023, (873, 1_444), 1_759, (495, 14_171)),
    (2024, (889, 1_470), 1_791, (504, 14_426)),
    (2025, (897, 1_483), 1_807, (509, 14_555)),
]


@pytest.mark.parametrize(("year", "decote", "half", "wages"), BELOW_THE_SCALE)
def test_what_is_taken_off_the_scale_is_that_of_its_year(
    year: int, decote: tuple[int, int], half: int, wages: tuple[int, int]
) -> None:
    """The décote is seen where the tax by the scale is its amount, the caps far above and below."""
    scale = income_tax.scale_of(year)
    for adults, owed in enumerate(decote, start=1):
        household = Household(shares=Decimal(adults), couple=adults == 2)
        taxable = adults * scale.bands[0] + owed / scale.rates[1]
        assert income_tax.income_tax(taxable, year, household) == (
            owed * Decimal("0.4525")
        ).quantize(Decimal(1), ROUND_HALF_UP)
    alone = income_tax.income_tax(Decimal(200_000), year)
    parent = income_tax.income_tax(Decimal(200_000), year, Household(shares=Decimal("1.5")))
    assert alone - parent == half
    least, most = wages
    assert income_tax.deducted(Decimal(2_000), year) == 2_000 - least
    assert income_tax.deducted(Decimal(300_000), year) == 300_000 - most


@pytest.mark.parametrize(
    ("taxable", "household", "tax"),
    [
        (15_000, Household(), 0),  # 374 less the décote, 897 − 45.25 % of 374
        (18_000, Household(), 126),  # 704 − (897 − 318.56)
        (30_000, Household(), 2_104),
        (60_000, Household(shares=Decimal(2), couple=True), 4_208),
        (60_000, Household(shares=Decimal(3), couple=True), 2_543),  # 2 772 less (1 483 − 1 254.33)
        (120_000, Household(shares=Decimal(3), couple=True), 18_594),  # 22 208 less two half shares
        (120_000, Household(shares=Decimal(4), couple=True), 14_980),  # less four half shares
        (60_000, Household(shares=Decimal("1.5")), 9_297),  # 11 104 less 1 807
        (600_000, Household(), 258_024),
    ],
)
def test_income_tax_of_2025(taxable: int, household: Household, tax: int) -> None:
    assert income_tax.income_tax(Decimal(taxable), 2025, household) == tax


def test_the_rate_of_the_last_euro_is_that_of_one_share() -> None:
    """The first band ends at 11 600 euros a share, whose own last euro is in it."""
    household = Household(shares=Decimal(3), couple=True)
    for taxable, rate in ((34_800, "0"), (34_801, "0.11"), (60_000, "0.11"), (120_000, "0.30")):
        assert income_tax.marginal_rate(Decimal(taxable), 2025, household) == Decimal(rate)


@pytest.mark.parametrize("adults", [1, 2])
@pytest.mark.parametrize("halves", [0, 1, 4])
def test_the_rate_of_the_last_euro_is_what_a_hundred_more_pay(adults: int, halves: int) -> None:
    """Above the most that half shares save, the band is that of the adults' shares alone."""
    shares = Decimal(adults) + Decimal(halves) / 2
    household = Household(shares=shares, couple=adults == 2)
    for taxable in range(60_000 * adults, 240_000 * adults, 7_001):
        rate = income_tax.marginal_rate(Decimal(taxable), 2025, household)
        less = income_tax.income_tax(Decimal(taxable), 2025, household)
        assert income_tax.income_tax(Decimal(taxable + 100), 2025, household) == less + 100 * rate


def test_what_is_not_known_yet_takes_the_last_scale_and_what_is_too_old_is_refused() -> None:
    assert income_tax.income_tax(Decimal(50_000), 2030) == income_tax.income_tax(
        Decimal(50_000), 2025
    )
    with pytest.raises(UnknownLaw, match="2018"):
        income_tax.income_tax(Decimal(50_000), 2018)
    with pytest.raises(UnknownLaw, match="01/01/2019"):
        assimilated.pay(Decimal(50_000), 2018)
    with pytest.raises(UnknownLaw, match="accidents_du_travail"):
        assimilated.pay(Decimal(50_000), 2020)


def test_the_president_s_own_share_is_known_where_the_company_s_is_in_the_books() -> None:
    """2020: 7.3 % of 36 000, 4.01 % of retirement, CSG and 240 € of health cover."""
    paid = assimilated.pay(Decimal(36_000), 2020, employer=Decimal(15_000))
    base = 36_000 * Decimal("0.9825") + 240 + 540
    assert paid.cost == 51_000
    assert paid.employee == 36_000 * Decimal("0.1131") + 240 + base * Decimal("0.097")


def test_the_deduction_of_wages_has_a_least_and_a_most() -> None:
    assert income_tax.deducted(Decimal(50_000), 2025) == 45_000
    assert income_tax.deducted(Decimal(1_000), 2025) == 491
    assert income_tax.deducted(Decimal(400), 2025) == 0
    assert income_tax.deducted(Decimal(200_000), 2025) == 185_445


def test_the_ceiling_of_social_security() -> None:
    years = (2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027)
    euros = (39_732, 40_524, 41_136, 41_136, 41_136, 43_992, 46_368, 47_100, 48_060, 48_060)
    assert tuple(PASS.at(date(year, 1, 1)) for year in years) == euros
    assert PASS.estimated(date(2027, 1, 1))
    assert not PASS.estimated(date(2026, 12, 31))
