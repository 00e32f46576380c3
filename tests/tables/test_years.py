from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reporter.elapsed import Cut
from reporter.tables.explained.explanation import explained, known, source_of
from reporter.tables.explained.sentences import sentences
from reporter.tables.partial import prorated
from reporter.tables.quantities import quantities
from reporter.tables.years import against, details, key_figures
from reporter.to_date import to_date
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


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("sasu", "sasu", ""),
        ("sasu", "eurl-is", ""),
        ("ei", "eurl-ir", ""),
        ("ei", "sasu", "Le statut a changé : EI en 2019, SASU en 2020 ; leurs résultats ne"),
        ("micro", "ei", "Le statut a changé : micro-entreprise en 2019, EI en 2020 ; leurs"),
    ],
)
def test_results_of_two_forms_are_said_not_to_compare(before: str, now: str, said: str) -> None:
    told = f'[societe]\nstatut = "{now}"\n[exercice.2019]\nstatut = "{before}"\n[micro]\n'
    lines = (day("2019-03-31", "10", "500"), day("2020-03-31", "10", "600"))
    one = bilan(2020, *lines, settings=told + 'dates = "facture"\n')
    note = key_figures(one).note.replace("\u00a0", " ")
    assert said in note if said else "statut" not in note
    assert (key_figures(one).rows[1][-1].value is None) == bool(said)
    shown = {str(row[0]): row[-1].value for row in details(one).rows}
    results = {value for name, value in shown.items() if name.startswith("Résultat")}
    assert results <= {None} or not said
    changes = quantities(one, one.figures)["variations"]
    assert (changes["resultat_apres_impots"].value is None) == bool(said)
    assert changes["chiffre_affaires"].value == Decimal("0.2")
    answer = explained(
        source_of(one), next(n for n in known(source_of(one)) if n.startswith("variations.res"))
    )
    assert (answer.figure is not None and answer.figure.value is None) == bool(said)
    assert any("statut a changé" in text for text in sentences(answer)) == bool(said)
    company = {"sasu", "eurl-is"} & {before, now}
    labels = [str(row[0]) for row in details(one).rows]
    assert any("mpôt" in label for label in labels) == bool(company)


def test_what_is_prorated_is_what_a_form_has() -> None:
    """A micro-enterprise depreciates nothing, and only a company at the IS has its brackets."""
    lines = (day("2020-03-31", "10", "600"),)
    texts = {
        status: prorated(
            bilan(2020, *lines, settings=f'societe.statut = "{status}"\nmicro.dates = "facture"')
        )
        for status in ("micro", "ei", "sasu")
    }
    assert texts == {
        "micro": "Jours ouvrés, congés et objectif sont ceux de la part écoulée.",
        "ei": "Jours ouvrés, congés, objectif et dotations sont ceux de la part écoulée.",
        "sasu": "Jours ouvrés, congés, objectif, dotations et barème de l’impôt sont ceux de la "
        "part écoulée.",
    }


ELEVEN = "[exercice.2024]\ndebut = 2024-01-01\nfin = 2024-11-30\n"
THIRTEEN = "[exercice.2025]\ndebut = 2024-12-01\nfin = 2025-12-31\n"


@pytest.mark.parametrize(
    ("settings", "number", "day_cut", "said"),
    [
        ("", 2024, None, ""),
        ("", 2024, "2024-02-29", ""),
        ("", 2024, "2024-02-15", ""),
        (THIRTEEN, 2026, None, "2025 compte 13 mois et 2026, 12 : les montants"),
        (THIRTEEN, 2026, "2026-03-31", "2025 compte 4 mois à cette date et 2026, 3 : les montants"),
        (THIRTEEN, 2026, "2026-03-15", "2025 compte 3,5 mois à cette date et 2026, 2,5 :"),
        (ELEVEN + THIRTEEN, 2025, None, "2024 compte 11 mois et 2025, 13 : les montants"),
        (
            THIRTEEN + "[exercice.2026]\ndebut = 2026-01-01\nfin = 2026-06-30\n",
            2026,
            None,
            "2025 compte 13 mois et 2026, 6 : les montants",
        ),
        ('[exercice]\ncloture = "30/06"\n', 2026, None, ""),
    ],
)
def test_years_of_other_lengths_are_said_to_be(
    settings: str, number: int, day_cut: str | None, said: str
) -> None:
    first = 2023 if "2024" not in settings else 2024 if "[exercice.2024]" in settings else 2025
    dates = [f"{year}-{month}-05" for year in range(first, 2027) for month in ("01", "03")]
    lines = [day(when, "1", "500") for when in dates]
    cut = None if day_cut is None else Cut(date.fromisoformat(day_cut), "asked")
    one = to_date(bilan(number, *lines, settings=settings), (), cut)
    note = key_figures(one).note.replace("\u00a0", " ")
    assert said in note if said else "ramenés" not in note


def test_what_is_unlike_in_the_year_of_reference_is_said_and_its_changes_explain_nothing() -> None:
    """« 2020.variations.tjm » is the change from the year before."""
    told = '[societe]\nstatut = "sasu"\n[exercice.2018]\nstatut = "ei"\n'
    told += "debut = 2018-07-01\nfin = 2018-12-31\n[exercice.2020]\nreference = 2018\n"
    lines = (day(f"{year}-09-30", "10", "500") for year in (2018, 2019, 2020))
    table = against(bilan(2020, *lines, settings=told))
    assert table is not None
    assert "Le statut a changé" in table.note
    assert "2018 compte 6 mois et 2020, 12" in table.note
    assert [(row[-1].value, row[-1].of) for row in table.rows][:2] == [(0, ""), (None, "")]
