"""A number merged over the cells of others, beside it or below: what they held is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import sheets

RATES = "# Missions\nClient | TJM\nPonant | 700\nAlizé | 800\n"
DAYS = " | ".join(map(str, range(1, 32)))
ACROSS = f"{RATES}# CRA Mars 2020\nClient | {DAYS} | Total\n"
ACROSS += f"Ponant | | 1 | | 1 |{' |' * 27} 2\nAlizé | | | 1 | | 1 |{' |' * 26} 2"
DOWN = "# CRA Mars 2020\nClient | Ponant | Alizé\nTJM | 700 | 800\n" + "\n".join(
    f"{day} | {'1' if day in (3, 10) else ''} | {'1' if day == 5 else ''}" for day in range(1, 32)
)
MONTHS = "# CA par client 2020\nClient | Janvier | Février | Mars | Total\n"
MONTHS += "Ponant | 1000 | | 500 | 1500\nAlizé | | 300 | | 300"
LIST = "# Forfaits\nDate | Client | Prestation | Montant HT\n03/03/2020 | Ponant | Audit | 900\n"
LIST += "05/03/2020 | Alizé | Audit | 800\n08/03/2020 | Alizé | Cadrage | 450"


@pytest.mark.parametrize(
    ("book", "area", "cell"),
    [
        (ACROSS, "C2:D2", "C2"),
        (ACROSS, "F3:I3", "F3"),
        (ACROSS, "A1:A1", ""),
        (ACROSS, "G2:H2", ""),
        (ACROSS, "C2:C3", "C2"),
        (ACROSS.replace("Alizé", ""), "C2:C3", ""),
        (DOWN, "B5:B6", "B5"),
        (DOWN, "B1:C1", ""),
        (MONTHS, "B2:C2", "B2"),
        (MONTHS, "C3:D3", "C3"),
        (MONTHS, "D2:D3", "D2"),
        (MONTHS + "\n | | | | ", "D3:D4", ""),
        (LIST, "C2:D2", ""),
    ],
)
def test_a_number_over_several_days_or_months_is_refused(book: str, area: str, cell: str) -> None:
    found = sheets(book)
    name = [*found][-1]
    merged = outcome_of({**found, name: replace(found[name], merges=(area,))})
    assert [place.cell for what, place in merged.errors if "fusionnée" in what] == (
        [cell] if cell else []
    )
