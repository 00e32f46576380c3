"""The years as bars: what a tone says of a year whose parts nobody knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.books import load
from reporter.charts.years import years
from tests.ledgers.entries import SETTINGS, put
from tests.workbooks import DAYS, Rows, folder

FEES: list[tuple[object, ...]] = [
    ("Date", "Client", "Montant HT"),
    ("10/07/2020", "Nimbus", 3000),
]


@pytest.mark.parametrize("with_fees", [True, False])
@pytest.mark.parametrize("with_fec", [True, False])
def test_a_year_that_a_fec_alone_tells_is_not_said_of_days(
    tmp_path: Path, *, with_fees: bool, with_fec: bool
) -> None:
    rows: dict[str, Rows] = {
        "Jours": [
            DAYS,
            ("15/06/2019", "Nimbus", 30, 700, 21000),
            ("15/12/2020", "Nimbus", 20, 700, 14000),
        ]
    }
    folder(tmp_path, rows | ({"Forfaits": FEES} if with_fees else {}), SETTINGS)
    if with_fec:
        put(tmp_path, 2018)
    chart = years(load(tmp_path).measure(2020))
    for drawn in (chart.svg, chart.narrow):
        assert ("régie" in drawn) is with_fees
        assert ("FEC seul" in drawn) is (with_fees and with_fec)
