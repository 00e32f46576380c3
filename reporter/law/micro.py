"""The micro-enterprise: rates on what is received, allowances, ceilings of the regime and of VAT.

Knows rates, dates and amounts. Never the books.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Literal

from reporter.law.dated import Dated, Since, whole
from reporter.law.workdays import YEAR_MONTHS
from reporter.model import cents

Trade = Literal["bnc", "bic", "ventes"]
"""BNC of the general scheme (not the Cipav), BIC services, sales of goods."""
Pace = Literal["mois", "trimestre"]
"""How often what was received is declared."""

KNOWN_UNTIL = date(2026, 12, 31)
MONTHS: dict[Pace, int] = {"mois": 1, "trimestre": 3}


def _rates(name: str, *rows: tuple[tuple[int, int], str, str]) -> Dated[Decimal]:
    """Return a table of percentages by the month in which they begin."""
    made = tuple(
        Since(date(*month, 1), Decimal(rate) / 100, source) for month, rate, source in rows
    )
    return Dated(name, made, KNOWN_UNTIL)


CONTRIBUTIONS: dict[Trade, Dated[Decimal]] = {
    "bnc": _rates(
        "cotisations du micro-entrepreneur BNC",
        ((2015, 1), "22.9", "CSS art. D613-4"),
        ((2016, 1), "23.1", "CSS art. D613-4"),
        ((2017, 4), "22.7", "CSS art. D613-4"),
        ((2018, 1), "22", "décret 2017-1894"),
        ((2022, 10), "21.1", "décret 2022-1529"),
        ((2024, 7), "23.1", "décret 2024-484"),
        ((2025, 1), "24.6", "décret 2024-484"),
        ((2026, 1), "25.6", "décret 2024-484, URSSAF 2026"),
    ),
    "bic": _rates(
        "cotisations du micro-entrepreneur, prestations BIC",
        ((2018, 1), "22", "décret 2017-1894"),
        ((2022, 10), "21.2", "décret 2022-1529"),
    ),
    "ventes": _rates(
        "cotisations du micro-entrepreneur, ventes",
        ((2018, 1), "12.8", "décret 2017-1894"),
        ((2022, 10), "12.3", "décret 2022-1529"),
    ),
}
"""The share of what is received that the URSSAF takes, by the day of receipt."""

TRAINING: dict[Trade, Dated[Decimal]] = {
    "bnc": _rates(
        "formation professionnelle du micro-entrepreneur BNC",
        ((2015, 1), "0.2", "Code du travail art. L6331-48; sources disagree before 2022"),
    ),
    "bic": _rates(
        "formation professionnelle du micro-entrepreneur, prestations BIC",
        ((2015, 1), "0.1", "Code du travail art. L6331-48"),
    ),
    "ventes": _rates(
        "formation professionnelle du micro-entrepreneur, ventes",
        ((2015, 1), "0.1", "Code du travail art. L6331-48"),
    ),
}
"""The contribution to training (CFP); a craft pays 0.3 %, which is out of scope."""

CHAMBER: dict[Trade, Dated[Decimal]] = {
    "bic": _rates(
        "taxe pour frais de chambre, prestations BIC", ((2015, 1), "0.044", "CGI art. 1600")
    ),
    "ventes": _rates("taxe pour frais de chambre, ventes", ((2015, 1), "0.015", "CGI art. 1600")),
}
"""What a trader owes to the chamber of commerce; a profession libérale (BNC) owes none."""

LIBERATORY: dict[Trade, Dated[Decimal]] = {
    "bnc": _rates("versement libératoire", ((2009, 1), "2.2", "CGI art. 151-0")),
    "bic": _rates("versement libératoire", ((2009, 1), "1.7", "CGI art. 151-0")),
    "ventes": _rates("versement libératoire", ((2009, 1), "1", "CGI art. 151-0")),
}
"""The share that pays the income tax at once, by option (versement libératoire)."""

ALLOWANCE: dict[Trade, Dated[Decimal]] = {
    "bnc": _rates("abattement forfaitaire", ((2006, 1), "34", "CGI art. 102 ter")),
    "bic": _rates("abattement forfaitaire", ((2006, 1), "50", "CGI art. 50-0")),
    "ventes": _rates("abattement forfaitaire", ((2006, 1), "71", "CGI art. 50-0")),
}
LEAST_ALLOWANCE = Decimal(305)
"""Euros, CGI art. 50-0 and 102 ter."""

CEILINGS = Dated(
    "plafond de la micro-entreprise pour les prestations",
    (
        Since(date(2017, 1, 1), Decimal(70_000), "LF 2018 art. 22"),
        Since(date(2020, 1, 1), Decimal(72_600), "CGI art. 50-0, 2020"),
        Since(date(2023, 1, 1), Decimal(77_700), "CGI art. 50-0, 2023"),
        Since(
            date(2026, 1, 1), Decimal(83_600), "décret 2026-562; first year disputed, 2025 or 2026"
        ),
    ),
    KNOWN_UNTIL,
)
"""Euros of a year for services and BNC; the regime is lost after two years running above it."""

GOODS_CEILINGS = Dated(
    "plafond de la micro-entreprise pour les ventes",
    (
        Since(date(2017, 1, 1), Decimal(170_000), "LF 2018 art. 22"),
        Since(date(2020, 1, 1), Decimal(176_200), "CGI art. 50-0, 2020"),
        Since(date(2023, 1, 1), Decimal(188_700), "CGI art. 50-0, 2023"),
        Since(date(2026, 1, 1), Decimal(203_100), "décret 2026-562"),
    ),
    KNOWN_UNTIL,
)

FRANCHISE = Dated(
    "seuils de la franchise de TVA pour les prestations",
    (
        Since(date(2020, 1, 1), (Decimal(34_400), Decimal(36_500)), "CGI art. 293 B, 2020"),
        Since(date(2023, 1, 1), (Decimal(36_800), Decimal(39_100)), "CGI art. 293 B, 2023"),
        Since(date(2024, 1, 1), (Decimal(37_500), Decimal(39_100)), "BOI-TVA-DECLA-40-10-10, 2025"),
        Since(date(2025, 1, 1), (Decimal(37_500), Decimal(41_250)), "loi 2025-1044"),
    ),
    KNOWN_UNTIL,
)
"""Euros of a year: the threshold, and the one above which the franchise ends at once.

The first is what the next year is judged by: what was received in 2024, by that of 2025.
"""
TAXED_AFTER_ONE = 2024
"""The first year after which one above the threshold is enough to bear VAT: before, two were.

Source: CGI art. 293 B, I, in its versions until 2024 and since 2025 (LF 2024 art. 82).
"""

GOODS_FRANCHISE = Dated(
    "seuils de la franchise de TVA pour les ventes",
    (
        Since(date(2020, 1, 1), (Decimal(85_800), Decimal(94_300)), "CGI art. 293 B, 2020"),
        Since(date(2023, 1, 1), (Decimal(91_900), Decimal(101_000)), "CGI art. 293 B, 2023"),
        Since(
            date(2024, 1, 1), (Decimal(85_000), Decimal(101_000)), "BOI-TVA-DECLA-40-10-10, 2025"
        ),
        Since(date(2025, 1, 1), (Decimal(85_000), Decimal(93_500)), "CGI art. 293 B, 2025"),
    ),
    KNOWN_UNTIL,
)
"""The same, of who sells goods."""


def ceiling(trade: Trade, year: int) -> Decimal:
    """Return the euros that a full year may receive.

    Raises:
        UnknownLaw: before the first year known.
    """
    table = GOODS_CEILINGS if trade == "ventes" else CEILINGS
    return table.at(date(year, 1, 1))


def prorated_ceiling(yearly: Decimal, first_day: date | None, year: int) -> Decimal:
    """Return a ceiling of the year, prorated by the days from the first day of activity.

    Source: CGI art. 50-0 and 102 ter.
    """
    last = date(year, 12, 31)
    if first_day is None or first_day <= date(year, 1, 1) or first_day > last:
        return yearly
    days = (last - first_day).days + 1
    return cents(yearly * days / last.timetuple().tm_yday)


def social(trade: Trade, received: Decimal, day: date) -> Decimal:
    """Return the contributions in whole euros on what was received in a period ending on a day.

    Raises:
        UnknownLaw: before the first rate known.
    """
    return whole(received * CONTRIBUTIONS[trade].at(day))


def training(trade: Trade, received: Decimal, day: date) -> Decimal:
    """Return the contribution to training on what was received, in euros to the cent."""
    return cents(received * TRAINING[trade].at(day))


def chamber(trade: Trade, received: Decimal, day: date) -> Decimal:
    """Return the tax for the chamber of commerce on what was received, in whole euros."""
    return whole(received * CHAMBER[trade].at(day)) if trade in CHAMBER else Decimal(0)


def liberatory(trade: Trade, received: Decimal, day: date) -> Decimal:
    """Return the income tax that is paid at once on what was received, to the cent."""
    return cents(received * LIBERATORY[trade].at(day))


def taxable(trade: Trade, received: Decimal, day: date) -> Decimal:
    """Return what the scale of the income tax applies to: what was received, less the allowance."""
    allowance = max(received * ALLOWANCE[trade].at(day), LEAST_ALLOWANCE)
    return max(received - allowance, Decimal(0))


def due_day(last: date) -> date:
    """Return the last day to declare a month or a quarter that ends on a day.

    The end of the next month; so, by quarters, 30 April, 31 July, 31 October and 31 January.
    Source: CSS art. R613-5.
    """
    year, month = (last.year + last.month // YEAR_MONTHS, last.month % YEAR_MONTHS + 1)
    return date(year, month, monthrange(year, month)[1])


def first_end(first_day: date, pace: Pace) -> date:
    """Return the last day of the first declaration of an activity: 90 days at least are let pass.

    By months it takes in the month of the first day and the three that follow it, by quarters that
    of the first day and the one that follows. What comes after is declared as usual.
    Source: CSS art. L613-7; URSSAF, "déclarer et payer", by the date of the first day.
    """
    months = {"mois": 3, "trimestre": 5 - (first_day.month - 1) % 3}[pace]
    year, month = divmod(first_day.year * YEAR_MONTHS + first_day.month - 1 + months, YEAR_MONTHS)
    return date(year, month + 1, monthrange(year, month + 1)[1])
