"""The ceiling of social security (PASS) and the hourly minimum wage (SMIC) of each year.

Knows euros and dates. Never what they bound.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reporter.law.dated import Dated, Since

KNOWN_UNTIL = date(2026, 12, 31)
_PASS = {
    2018: (39_732, "arrêté du 5 décembre 2017"),
    2019: (40_524, "arrêté du 11 décembre 2018"),
    2020: (41_136, "arrêté du 2 décembre 2019"),
    2021: (41_136, "arrêté du 22 décembre 2020"),
    2022: (41_136, "arrêté du 15 décembre 2021"),
    2023: (43_992, "arrêté du 9 décembre 2022"),
    2024: (46_368, "arrêté du 19 décembre 2023"),
    2025: (47_100, "arrêté du 19 décembre 2024"),
    2026: (48_060, "URSSAF, taux et barèmes 2026"),
}
PASS = Dated(
    "plafond de la sécurité sociale",
    tuple(
        Since(date(year, 1, 1), Decimal(euros), source) for year, (euros, source) in _PASS.items()
    ),
    KNOWN_UNTIL,
)
"""Euros a year (CSS art. L241-3 and D242-17)."""

SMIC = Dated(
    "SMIC horaire au 1er janvier",
    (
        Since(date(2025, 1, 1), Decimal("11.88"), "décret 2024-951"),
        Since(date(2026, 1, 1), Decimal("12.02"), "URSSAF, taux et barèmes 2026"),
    ),
    KNOWN_UNTIL,
)
"""Euros an hour on 1 January: the one that minimum bases take (CSS art. D633-2)."""
