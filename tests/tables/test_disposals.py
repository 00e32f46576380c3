"""What was sold or scrapped, wherever the result is told: never a sum that does not add up."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from reporter.doubts import doubtful
from reporter.formats.report import render
from reporter.indices import indexed
from reporter.model import Expense
from reporter.net.net import Step
from reporter.tables.explained.explanation import explained, source_of
from reporter.tables.quantities import quantities
from reporter.tables.result import steps
from reporter.tables.years import details
from reporter.toml.reading import parse
from tests.builders import activity, bilan, day, expense, fee

if TYPE_CHECKING:
    from reporter.figures import Bilan

DAYS = (day("2020-12-31", "20", "600"), day("2021-12-31", "20", "600"))


def bought(**fields: Any) -> Expense:
    told: dict[str, Any] = {"label": "Portable", "lifetime": Decimal(3)}
    told |= {"disposed": date(2021, 6, 30), "disposal_price": Decimal(900)}
    return expense("2020-03-01", "1500", "Matériel", **{**told, **fields})


def sold(**fields: Any) -> Bilan:
    return bilan(2021, *DAYS, bought(**fields))


def test_the_steps_of_the_result_add_up() -> None:
    found = steps(sold())
    moved = sum((step.amount for step in found if not step.level), Decimal(0))
    assert found[0].amount + moved == found[-1].amount
    assert ("Résultat des cessions", Decimal("66.67")) in [(x.name, x.amount) for x in found]
    assert "Résultat des cessions" not in [step.name for step in steps(bilan(2021, *DAYS))]


def test_it_is_explained_by_the_line_that_was_sold() -> None:
    found = explained(source_of(sold()), "resultat_cessions")
    assert found.figure is not None
    assert [(part.amount, part.source.date) for part in found.figure.parts] == [  # type: ignore[union-attr]
        (Decimal("66.67"), date(2020, 3, 1))
    ]
    before = explained(source_of(sold()), "resultat_avant_impots").figure
    assert before is not None
    assert sum((part.amount for part in before.parts), Decimal(0)) == before.value
    assert [term.figure.name for term in before.terms][-1] == "disposals"


def test_a_year_without_a_sale_does_not_speak_of_it() -> None:
    bare = bilan(2020, *DAYS, bought())
    assert "resultat_cessions" not in quantities(bare, bare.figures)
    assert "cessions" not in str(details(bare))
    with pytest.raises(Exception, match="aucun achat amorti vendu ou mis au rebut"):
        explained(source_of(bare), "resultat_cessions")


def test_the_year_before_has_a_zero_beside_it() -> None:
    rows = {str(row[0].value): row[1:] for row in details(sold()).rows}
    assert [cell.value for cell in rows["Résultat des cessions"]][:2] == [Decimal("66.67"), 0]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "est cédé le 30/06/2021 pour 900 € : il valait encore 833 €, soit un gain de 67 €."),
        (
            {"disposal_price": None},
            "est mis au rebut le 30/06/2021 : il valait encore 833 €, soit une perte de 833 €.",
        ),
        (
            {"disposal_price": Decimal("833.33")},
            "pour 833 € : il valait encore 833 €, soit ni gain ni perte.",
        ),
    ],
)
def test_the_report_says_what_was_sold(fields: dict[str, Any], said: str) -> None:
    files = render(sold(**fields), ["md"])
    text = files["bilan-2021.md"].decode().replace("\u00a0", " ").replace("\u202f", " ")
    assert said in text


def test_indices_scale_what_was_sold_too() -> None:
    scaled = indexed(sold())
    share = scaled.figures.disposals / scaled.figures.revenue
    assert share == pytest.approx(Decimal("66.67") / 12000)
    (line,) = scaled.earlier[0].lines.expenses
    assert line.disposal_price == Decimal(900) * scaled.figures.revenue / 12000


def test_a_doubt_is_raised_where_a_sale_has_no_effect_or_is_to_come() -> None:
    today = date(2021, 12, 31)

    def codes(settings: str, line: Expense) -> set[str]:
        lines = activity(*DAYS, line)
        return {doubt.code for doubt in doubtful((), lines, parse(settings), today)}

    micro = '[societe]\nstatut = "micro"\n'
    assert "cession-micro" in codes(micro, bought())
    assert not {"cession-micro", "cession-future"} & codes("", bought())
    assert "cession-future" in codes("", bought(disposed=date(2022, 1, 1)))
    assert "cession-future" not in codes("", bought(disposed=today))


@pytest.mark.parametrize(
    ("amount", "on", "settings", "told"),
    [("900", "2021-07-10", "", True), ("1080", "2021-06-30", "", True),
     ("901", "2021-07-10", "", False), ("900", "2021-10-10", "", False),
     ("900", "2021-07-10", '[societe]\nstatut = "micro"\n', False)],
)  # fmt: skip
def test_a_disposal_that_is_a_sale_too_is_doubted(
    amount: str, on: str, settings: str, *, told: bool
) -> None:
    lines = activity(*DAYS, bought(disposal_vat=Decimal(180)), fee(on, amount))
    found = doubtful((), lines, parse(settings), date(2021, 12, 31))
    assert ("cession-en-double" in {doubt.code for doubt in found}) == told


def test_the_step_of_the_pocket_has_its_name() -> None:
    from reporter.tables.net import LABELS

    assert LABELS[Step("disposals", Decimal(1)).key] == "Résultat des cessions"
    assert json.dumps(LABELS)
