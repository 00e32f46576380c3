from __future__ import annotations

import pytest

from reporter.tables.years import key_figures
from tests.builders import bilan, day, expense

NOTHING_SPENT = "Aucune dépense saisie pour 2020 : le résultat n’en retranche aucune."


def test_a_result_without_any_expense_is_said() -> None:
    """A result that forgets every expense would be plausible, and false."""
    note = key_figures(bilan(2020, day("2020-03-31", "1", "700"))).note
    assert note == f"Résultat après impôts estimé pour 2020. {NOTHING_SPENT}"


@pytest.mark.parametrize(("year", "unknown"), [(2026, False), (2027, True)])
def test_a_year_whose_tax_rates_are_unknown_is_said(year: int, *, unknown: bool) -> None:
    note = key_figures(bilan(year, day(f"{year}-03-31", "1", "700"), expense(f"{year}-03-31", "9")))
    assert ("Barème" in note.note) is unknown


def test_estimates_and_the_accountant_s_results_are_told_apart() -> None:
    lines = [day(f"{year}-03-31", "1", "700") for year in (2018, 2019, 2020)]
    spent = [expense(f"{year}-03-31", "9") for year in (2018, 2019, 2020)]
    table = key_figures(bilan(2020, *lines, *spent, settings="[exercice.2019]\nresultat = 5"))
    assert table.note == "Résultat après impôts estimé pour 2020 et 2018, définitif pour 2019."
