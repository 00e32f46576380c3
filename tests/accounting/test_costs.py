"""What a year costs an accountant: its own pack and that of the year after say the same of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reporter.accounting.pack import Pack
from reporter.model import Expense, Fee
from reporter.tables.reviews import to_review
from tests.accounting.packs import amounts, pack_of
from tests.builders import expense, fee
from tests.formats.test_workbook import shown

SALES = (
    fee("2025-03-31", "60000", invoice="F1", vat=Decimal(12000)),
    fee("2026-03-31", "60000", invoice="F2", vat=Decimal(12000)),
)
TRAVEL = tuple(expense(f"{year}-02-01", "1000", "Train", vat=Decimal(100)) for year in (2025, 2026))
CAR = expense(
    "2025-07-01", "9000", "Voiture", account="218200", vat=Decimal(1800), lifetime=Decimal(3)
)
SOLD = expense(
    "2024-07-01",
    "6000",
    "Voiture",
    account="218200",
    vat=Decimal(1200),
    lifetime=Decimal(3),
    disposed=date(2025, 6, 30),
    disposal_price=Decimal(2000),
)
LEFT = ("657", "675", "757", "775")
LATE = expense("2024-12-20", "1000", "Train", vat=Decimal(100), paid=date(2025, 1, 10))
TAXED = "[exercice.2025]\nreintegrations = 900\ndeductions = 4000\ndeficits_anterieurs = 7000\n"
BEFORE = fee("2024-08-31", "5000", invoice="F0", vat=Decimal(1000))


def summary(made: Pack) -> dict[str, list[object]]:
    """Return the rows of the first sheet by their label: the year, the year before, the change."""
    return {str(row[0]): list(row[1:4]) for row in shown(made)["Synthèse"][5:]}


@pytest.mark.parametrize(
    "settings", ["", TAXED, "[exercice.2025]\nresultat = 40000\nimpot = 3000\n"]
)
@pytest.mark.parametrize(
    "lines",
    [(), TRAVEL, (*TRAVEL, CAR), (*TRAVEL, CAR, BEFORE, SOLD), (BEFORE, SOLD), (*TRAVEL, LATE)],
)
def test_a_year_is_the_same_in_its_own_pack_and_in_that_of_the_year_after(
    lines: tuple[Fee | Expense, ...], settings: str
) -> None:
    """2019 had 133 444.56 of charges in one workbook, and 133 309.17 in the next one."""
    own = pack_of(2025, *SALES, *lines, settings=settings, with_tax=True)
    then = pack_of(2026, *SALES, *lines, settings=settings).previous
    assert then is not None
    apart = amounts(own, "6811", "695", "657", "675")
    assert then.charges == amounts(own, "6") - apart
    assert (then.depreciation, then.disposals) == (amounts(own, "6811"), -amounts(own, *LEFT))
    assert then.result_before_tax == -amounts(own, "6", "7") + own.tax
    assert then.tax == own.tax
    told = "resultat" in settings
    assert then.result == (40000 if told else then.result_before_tax - then.tax)


def test_what_the_owner_adds_to_the_profit_or_takes_off_bears_on_its_tax() -> None:
    """At 15 %: 60 000 of sales, 1 100 of travel, then + 900 − 4 000 − 7 000; the rest at 25 %."""
    made = pack_of(2025, *SALES, *TRAVEL, settings=TAXED, with_tax=True)
    assert made.tax == 7950


def test_the_same_spending_twice_is_no_change() -> None:
    """The train of the year before had lost its VAT in neither: +0.02 % of charges."""
    rows = summary(pack_of(2026, *SALES, *TRAVEL))
    assert rows["Charges"] == [1100, 1100, 0]


def test_a_year_before_that_makes_no_entries_has_no_costs_to_compare() -> None:
    """Its sales are compared all the same."""
    unknown = expense("2025-04-01", "50", "Bidule", vat=Decimal(0))
    made = pack_of(2026, *SALES, *TRAVEL, unknown)
    assert made.previous is None
    rows = summary(made)
    assert rows["Chiffre d’affaires"][1] == 60000
    said = {
        rows[label][1] for label in ("Charges", "Résultat avant impôts", "Résultat après impôts")
    }
    assert said == {"n.\u00a0d."}
    assert any("Exercice 2025\u00a0: il manque" in line for line in to_review(made))


def test_a_year_before_in_micro_has_no_entries_and_stays_as_it_is() -> None:
    paid = (replace(line, paid=line.date) for line in SALES)
    settings = 'statut = "sasu"\n[exercice.2025]\nstatut = "micro"\n'
    made = pack_of(2026, *paid, *TRAVEL, CAR, settings=settings)
    assert made.previous == made.bilan.previous
    assert made.previous is not None
    assert made.previous.depreciation == 0
    rows = summary(made)
    assert rows["Charges"][2] == pytest.approx(-0.89)
    for label in ("Résultat avant impôts", "Impôt sur les sociétés", "Résultat après impôts"):
        assert rows[label][2] == "n.\u00a0d.", "results of two forms are not compared"


@pytest.mark.parametrize(("status", "tax"), [("ei", 0), ("eurl-ir", 0), ("sasu", 10475)])
def test_a_form_without_corporate_tax_has_none_whatever_vat_is_lost(status: str, tax: int) -> None:
    """An EI had 10 475 € of IS among its entries: (60 000 − 1 000 − 100) by the scale of 219."""
    made = pack_of(2026, *SALES, *TRAVEL, settings=f'statut = "{status}"\n', with_tax=True)
    assert (made.tax, -amounts(made, "444")) == (tax, tax)
