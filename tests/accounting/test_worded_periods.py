"""Periods in the words of a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.accounting.worded_periods import said_period, with_period
from reporter.french import long_date, short_date
from tests.accounting.test_adjustments import of
from tests.builders import expense, fee

SAID = {
    "Assurance du 01/07/2020 au 30/06/2021": "2020-07-01 2021-06-30",
    "Assurance RC du 1er juillet 2020 au 30 juin 2021": "2020-07-01 2021-06-30",
    "Hébergement 2020-11-15 / 2021-11-14": "2020-11-15 2021-11-14",
    "Loyer (15.12.2020 - 14.01.2021)": "2020-12-15 2021-01-14",
    "Coworking du 1er au 15 mars 2021": "2021-03-01 2021-03-15",
    "Coworking du 15 décembre au 14 janvier 2021": "2020-12-15 2021-01-14",
    "Abonnement octobre 2020 à mars 2021": "2020-10-01 2021-03-31",
    "Abonnement d’octobre à mars 2021": "2020-10-01 2021-03-31",
    "Infogérance janvier-mars 2021": "2021-01-01 2021-03-31",
    "Infogérance 10/2020 – 02/2021": "2020-10-01 2021-02-28",
    "Maintenance T1 2021": "2021-01-01 2021-03-31",
    "Maintenance 2021-T2": "2021-04-01 2021-06-30",
    "Maintenance 4ème trimestre 2020": "2020-10-01 2020-12-31",
    "Prévoyance 1er semestre 2021": "2021-01-01 2021-06-30",
    "Prévoyance S2 2020": "2020-07-01 2020-12-31",
    "Électricité décembre 2020": "2020-12-01 2020-12-31",
    "Téléphone févr. 2024": "2024-02-01 2024-02-29",
    "Cotisation année 2021": "2021-01-01 2021-12-31",
}
SILENT = (
    "MacBook Pro 2021", "Assurance annuelle", "Du pain au chocolat", "Port 8080", "",
    "du 31/06/2020 au 30/09/2020", "du 30/06/2021 au 01/07/2020", "Mars, barres chocolatées",
    "Loyers de janvier 2021 et d’avril 2021 et de mai 2021", "Facture 2020-12", "Salon de mai",
    "Vol du 12/03/2021", "T5 2021", "3e semestre 2021",
)  # fmt: skip


@pytest.mark.parametrize(("text", "period"), SAID.items())
def test_a_period_in_words(text: str, period: str) -> None:
    start, end = map(date.fromisoformat, period.split())
    assert said_period(text) == (start, end)
    assert said_period(text.upper()) == (start, end)


@pytest.mark.parametrize("text", SILENT)
def test_words_of_no_period_or_of_two(text: str) -> None:
    assert said_period(text) is None


@given(
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.integers(1, 800),
    st.sampled_from([short_date, long_date, date.isoformat]),
    st.sampled_from(["du {} au {}", "{} - {}", "{} → {}", "du {} jusqu’au {}"]),
)
def test_any_two_dates_are_read_back(start: date, length: int, write: object, form: str) -> None:
    end = start + timedelta(days=length)
    text = f"Licence {form.format(write(start), write(end))}"  # type: ignore[operator]
    assert said_period(text) == (start, end)


def test_the_columns_win_and_other_lines_stay() -> None:
    line = expense("2020-07-01", "365", label="Assurance du 01/07/2020 au 30/06/2021")
    dated = replace(line, start=date(2020, 7, 1), end=date(2020, 12, 31))
    assert with_period(dated) is dated
    assert with_period(replace(line, label="Assurance")).start is None
    assert with_period(line).end == date(2021, 6, 30)


def test_the_closing_proposes_by_the_words() -> None:
    bought = expense(
        "2020-07-01", "365", "Assurance", receipt="A", vat=Decimal(0),
        label="RC pro du 01/07/2020 au 30/06/2021",
    )  # fmt: skip
    sold = fee(
        "2021-01-31", "620", "N", invoice="F-2", vat=Decimal(124),
        service="Audit de décembre 2020 à janvier 2021",
    )  # fmt: skip
    found = {one.kind: one.amount for one in of(bought, sold).adjustments}
    assert found == {"CCA": Decimal(181), "FAE": Decimal(310)}
