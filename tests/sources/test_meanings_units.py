"""Hours, minutes, fractions of a day, thousands: the unit is understood, or asked about."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.small import Small, asked, judge, refused, right, small

SEVEN = "[lecture]\nheures_par_jour = 7\n"
RATED = "Date | Client | Jours | TJM\n"


def counted(*cells: str, sheet: str = "Jours", header: str = "Jours") -> str:
    """Return a sheet of days at 700 euros, on working days of March."""
    days = (3, 4, 5, 6, 9, 10, 11, 12)
    lines = (
        f"{day:02}/03/2020 | Ponant | {cell} | 700" for day, cell in zip(days, cells, strict=False)
    )
    return f"# {sheet}\n{RATED.replace('Jours', header)}" + "\n".join(lines)


HOURS: list[Any] = [
    small("sevens, day by day", counted("7", "7", "7", "3.5"), *asked("C2", "C3", "C4", "C1")),
    small("eights, day by day", counted("8", "8", "4", "8"), *asked("C2", "C3", "C4", "C1")),
    small("one seven among ones", counted("1", "1", "7", "1"), *asked("C4")),
    small(
        "weeks of 35",
        "# Jours\nDate | Client | Jours | TJM\n06/03/2020 | Ponant | 35 | 700\n"
        "13/03/2020 | Ponant | 35 | 700",
        *asked("C2", "C3", "C1"),
    ),
    small(
        "months of 140",
        "# Jours\nDate | Client | Jours | TJM\n31/03/2020 | Ponant | 140 | 700\n"
        "30/04/2020 | Ponant | 133 | 700",
        *asked("C2", "C3"),
    ),
    small("a month of 151,67", counted("151.67"), *asked("C2")),
    small("a title that says hours", "# Jours\nTemps en heures\n" + counted("7", "7")[8:], *asked("C3", "C2", "A1", "C4")),
    *(
        small(f"a cell {cell}", counted("1", cell, "1"), *asked("C3"), right(days=days))
        for cell, days in (
            ("0:30", 2.5), ("'7:00", 3), ("7h", 3), ("3h30", 2.5), ("1/2", 2.5), ("½", 2.5),
            ("1 h", 3), ("30 min", 3), ("demi", 2.5), ("½ j", 2.5), ("50 %", 2.5), ("4 heures", 3),
            ("matin", 2.5), ("1j30", 3), ("0.5d", 2.5), ("1'", 3), ("¼", 2.25), ("3/4", 2.75),
        )
    ),
    *(
        small(f"days {cell}", counted("1", f"'{cell}", "1"), *asked("C3"))
        for cell in ("1,000", "1.000", "2,000", "1 000", "1'000", "(1,234)", "- 1,234", "+1,234")
    ),
    small("half a day in words is right", counted("1", "0,5", "0.5"), right(days=2)),
    small("one day with its letter", counted("1", "1 j", "1"), right(days=3), *asked("C3")),
    *(
        small(
            f"a header in {header}",
            counted("420", "420", "210", header=header),
            *asked("C1", "A1", "*"),
        )
        for header in ("Minutes", "Durée (min)", "Temps (min)", "Secondes", "Durée (s)", "Temps en minutes")
    ),
    *(
        small(
            f"hours that are {unit}",
            counted(*cells, header="Heures"),
            *asked("C2", "C3", "C1"),
            settings=SEVEN,
        )
        for unit, cells in (
            ("minutes", ("420", "420", "210")),
            ("seconds", ("25200", "25200", "12600")),
            ("hundredths of a day", ("100", "100", "50")),
        )
    ),
    *(
        small(f"hours {cell}", counted("7", cell, header="Heures"), *asked("C3"), settings=SEVEN)
        for cell in ("7h75", "7:90", "7h60", "25:00:61", "7h5x", "7.30h", "7,30 h")
    ),
    small(
        "hours, minutes and seconds",
        counted("7", "'7:30:59", header="Heures"),
        right(days="2.0737698413"),
        *asked("C3"),
        settings=SEVEN,
    ),
    small("hours of a clock", counted("7h", "7:00", "3h30", header="Heures"), right(days=2.5), settings=SEVEN),
]  # fmt: skip


@pytest.mark.parametrize("book", HOURS)
def test_days_are_days_or_asked_about(book: Small) -> None:
    judge(book)


PRICES: list[Any] = [
    *(
        small(
            f"amounts under {header}",
            f"# Factures\nDate | Client | {header}\n31/01/2020 | Ponant | 7.35\n"
            "28/02/2020 | Ponant | 5.6\n31/03/2020 | Ponant | 12",
            right(revenue=24950),
            *asked("C1", "C2", "*"),
        )
        for header in (
            "Montant HT (k€)", "Montant HT k€", "Montant HT (K€)", "HT en k€", "Total HT (milliers d’euros)",
            "Montant HT (en milliers)", "HT (thousands)", "CA HT k€", "Montant HT (M€)", "k€ HT",
        )
    ),
    *(
        small(
            f"expenses under {header}",
            f"# Dépenses\nDate | Libellé | {header}\n31/01/2020 | Loyer | 1.1\n28/02/2020 | Fibre | 0.25",
            right(charges=1350),
            *asked("C1", "C2", "*"),
        )
        for header in ("Montant HT (k€)", "Montant HT en K€", "HT (milliers)")
    ),
    *(
        small(f"a cell {cell}", FEES.and_then(f"30/04/2020 | Ponant | Audit | {cell}"), right(revenue=value), *asked("D5"))
        for cell, value in (
            ("7 k€", 15200), ("7K€", 15200), ("1.2k", 9400), ("7,5 k", 15700), ("7 500 €", 15700),
            ("7 500 € HT", 15700), ("~ 7500", 15700), ("env. 7500", 15700), ("7500 TTC", 14450),
            ("7500 / 2", 11950), ("2 x 3500", 15200), ("7500-", 700), ("7.500,00", 15700),
            ("7,500.00", 15700), ("7 500.00", 15700), ("7500,-", 15700), ("75 %", 8200),
        )
    ),
    *(
        small(f"an amount {cell}", FEES.and_then(f"30/04/2020 | Ponant | Audit | {cell}"), refused("D5"))
        for cell in ("'1.200", "'1,200", "'(1,234)", "'- 1,234", "'-1.234", "'+ 1,234", "'€ 1,234", "'1,234 €", "'(1.234)", "'−1,234")
    ),
    *(
        small(
            f"an expense {cell}",
            EXPENSES.and_then(f"30/04/2020 | Forge Numérique | Écran | {cell}"),
            refused("D5"),
        )
        for cell in ("'(1,234)", "'- 1,234", "'1.200")
    ),
    *(
        small(f"a rate {cell}", DAYS.and_then(f"30/04/2020 | Ponant | Flux | 2 | {cell} |"), refused("E5"), *asked("E5"))
        for cell in ("'(1,234)", "'- 1,234", "'1.200")
    ),
    small(
        "a title that says thousands",
        "# Factures\nMontants en k€\nDate | Client | Montant HT\n31/01/2020 | Ponant | 7.35\n"
        "28/02/2020 | Ponant | 5.6",
        right(revenue=12950),
        *asked("A1", "C2", "C3"),
    ),
    *(
        small(
            f"inverted: {days} days at {rate}",
            f"# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | {days} | {rate}\n"
            f"28/02/2020 | Ponant | {days} | {rate}",
            *asked("C2", "D2", "C3", "D3", "C1", "D1"),
        )
        for days, rate in ((350, 10), (320, 5), (300, 18), (120, 8), (200, 2), (365, 1))
    ),
    small(
        "one line inverted",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 350\n"
        "28/02/2020 | Ponant | 8 | 350\n31/03/2020 | Ponant | 350 | 9",
        *asked("C4", "D4"),
    ),
    small(
        "a rate by the hour under TJM",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 90\n"
        "28/02/2020 | Ponant | 8 | 700\n31/03/2020 | Ponant | 9 | 700",
        *asked("D2"),
    ),
    small(
        "a rate of a month under TJM",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 14000\n"
        "28/02/2020 | Ponant | 8 | 700\n31/03/2020 | Ponant | 9 | 700",
        *asked("D2"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", PRICES)
def test_amounts_are_euros_or_asked_about(book: Small) -> None:
    judge(book)
