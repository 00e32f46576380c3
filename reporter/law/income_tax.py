"""The income tax of a household (impôt sur le revenu), by the year of the income.

Knows bands, shares and the décote. Never where an income comes from, nor credits and reductions.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from reporter.law.dated import UnknownLaw, whole
from reporter.model import ZERO

RATES = tuple(Decimal(rate) for rate in ("0", "0.11", "0.30", "0.41", "0.45"))
OLD_RATES = tuple(Decimal(rate) for rate in ("0", "0.14", "0.30", "0.41", "0.45"))
ONE, COUPLE = Decimal(1), Decimal(2)
DECOTE_RATE = Decimal("0.4525")
DEDUCTION = Decimal("0.10")
HALF = Decimal("0.5")
HIGH_INCOMES = ((250_000, 500_000, "0.03"), (500_000, None, "0.04"))
"""Contribution exceptionnelle sur les hauts revenus, for a single person (CGI art. 223 sexies);
a couple's bounds are twice these."""


class Scale(NamedTuple):
    """The scale of one year of income, in euros.

    Attributes:
        bands: where each rate above the first one begins, for one share.
        deduction: the least and the most of the 10 % taken off wages.
        decote: of a single person and of a couple.
        half_share: the most that a half share saves.
    """

    bands: tuple[int, int, int, int]
    deduction: tuple[int, int]
    decote: tuple[int, int]
    half_share: int
    source: str
    rates: tuple[Decimal, ...] = RATES


SCALES = {
    2019: Scale(
        bands=(10_064, 27_794, 74_517, 157_806),
        deduction=(441, 12_627),
        decote=(777, 1_286),
        half_share=1_567,
        source="LF 2020 art. 2",
        rates=OLD_RATES,
    ),
    2020: Scale(
        bands=(10_084, 25_710, 73_516, 158_122),
        deduction=(442, 12_652),
        decote=(779, 1_289),
        half_share=1_570,
        source="LF 2021 art. 2",
    ),
    2021: Scale(
        bands=(10_225, 26_070, 74_545, 160_336),
        deduction=(448, 12_829),
        decote=(790, 1_307),
        half_share=1_592,
        source="LF 2022 art. 2",
    ),
    2022: Scale(
        bands=(10_777, 27_478, 78_570, 168_994),
        deduction=(472, 13_522),
        decote=(833, 1_378),
        half_share=1_678,
        source="LF 2023 art. 2",
    ),
    2023: Scale(
        bands=(11_294, 28_797, 82_341, 177_106),
        deduction=(495, 14_171),
        decote=(873, 1_444),
        half_share=1_759,
        source="LF 2024 art. 2",
    ),
    2024: Scale(
        bands=(11_497, 29_315, 83_823, 180_294),
        deduction=(504, 14_426),
        decote=(889, 1_470),
        half_share=1_791,
        source="LF 2025 art. 2",
    ),
    2025: Scale(
        bands=(11_600, 29_579, 84_577, 181_917),
        deduction=(509, 14_555),
        decote=(897, 1_483),
        half_share=1_807,
        source="loi 2026-103 art. 4",
    ),
}
"""By the year of the income: the tax is paid on it the year after."""
FIRST, KNOWN_UNTIL = min(SCALES), max(SCALES)


class Household(NamedTuple):
    """Who is taxed together.

    Attributes:
        shares: the quotient familial.
        couple: whether two persons are taxed together, which two of the shares then are.
    """

    shares: Decimal = ONE
    couple: bool = False

    @property
    def adults(self) -> Decimal:
        """Return the shares of the adults."""
        return COUPLE if self.couple else ONE


SINGLE = Household()


def scale_of(year: int) -> Scale:
    """Return the scale of the income of a year; after the last known year, the last one.

    Raises:
        UnknownLaw: before the first one.
    """
    if year < FIRST:
        raise UnknownLaw(f"barème de l’impôt sur le revenu : inconnu pour les revenus de {year}")
    return SCALES[min(year, KNOWN_UNTIL)]


def deducted(wages: Decimal, year: int) -> Decimal:
    """Return wages, or the pay of a manager, after the 10 % for professional costs.

    Source: CGI art. 83 3° and 62.
    """
    least, most = scale_of(year).deduction
    return max(wages - min(max(wages * DEDUCTION, Decimal(least)), Decimal(most)), ZERO)


def income_tax(taxable: Decimal, year: int, household: Household = SINGLE) -> Decimal:
    """Return the tax in whole euros on a taxable income of a year, credits and reductions aside.

    The scale by shares, the most that half shares save, the décote, then the contribution of high
    incomes; rounded half up at the end only. Sources: CGI art. 193, 197 and 223 sexies.

    Raises:
        UnknownLaw: before the first scale known.
    """
    scale = scale_of(year)
    gross = max(_gross(max(taxable, ZERO), scale, household))
    decote = Decimal(scale.decote[household.couple]) - gross * DECOTE_RATE
    owed = max(gross - max(decote, ZERO), ZERO)
    return whole(owed + _high_incomes(taxable, household))


def marginal_rate(taxable: Decimal, year: int, household: Household = SINGLE) -> Decimal:
    """Return the rate of the band in which the last euro of a taxable income falls.

    Where half shares save the most they may, it falls in the band of the adults' shares alone.
    """
    scale = scale_of(year)
    shared, alone = _gross(taxable, scale, household)
    share = taxable / (household.shares if shared >= alone else household.adults)
    reached = sum(share > bound for bound in scale.bands)
    return scale.rates[reached]


def _gross(taxable: Decimal, scale: Scale, household: Household) -> tuple[Decimal, Decimal]:
    """Return the tax by every share, and by the adults' alone less the most that others save."""
    shared = _by_scale(taxable / household.shares, scale) * household.shares
    alone = _by_scale(taxable / household.adults, scale) * household.adults
    halves = (household.shares - household.adults) / HALF
    return shared, alone - halves * scale.half_share


def _by_scale(income: Decimal, scale: Scale) -> Decimal:
    bounds = (*map(Decimal, scale.bands), max(income, Decimal(scale.bands[-1])))
    parts = zip(pairwise(bounds), scale.rates[1:], strict=True)
    return sum((max(min(income, high) - low, ZERO) * rate for (low, high), rate in parts), ZERO)


def _high_incomes(taxable: Decimal, household: Household) -> Decimal:
    owed = ZERO
    for low, high, rate in HIGH_INCOMES:
        top = taxable if high is None else min(taxable, high * household.adults)
        owed += max(top - low * household.adults, ZERO) * Decimal(rate)
    return owed
