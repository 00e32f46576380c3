"""What an accountant is told to look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reporter.model import Expense
from reporter.tables.reviews import to_review
from reporter.toml.reading import parse
from tests.accounting.packs import COMPANY, pack_all, pack_of
from tests.builders import activity, day, expense, fee

PAID = expense("2020-01-10", "40", "Loyer", vat=Decimal(8), paid=date(2020, 2, 1))


def test_charges_whose_vat_waits_for_their_payment_are_to_review() -> None:
    unpaid = expense("2020-05-10", "40", "Loyer", vat=Decimal(8))
    later = expense("2020-12-10", "40", "Loyer", vat=Decimal(8), paid=date(2021, 1, 4))
    said = to_review(pack_of(2020, PAID, unpaid, later))
    assert (
        "Charges dont la TVA attend le règlement\u00a0: 2\u00a0; "
        "la CA3 ne l’a pas déduite dans l’exercice, le 44566 la porte."
    ) in said
    for lines in ([PAID], [unpaid]):
        assert not any("attend" in sentence for sentence in to_review(pack_of(2020, *lines)))


@pytest.mark.parametrize(
    ("line", "undated", "disbelieved"),
    [
        (expense("2020-05-10", "40", "Loyer", vat=Decimal(8)), True, False),
        (expense("2020-05-10", "40", "Loyer", vat=Decimal(8), payer="moi"), False, False),
        (expense("2020-05-10", "40", "Frais bancaires", vat=Decimal(0)), False, False),
        (expense("2020-05-10", "40", "Loyer", vat=Decimal(8), paid=date(2019, 3, 1)), False, True),
        (PAID, False, False),
    ],
)
def test_what_has_no_payment_is_to_review_not_what_the_owner_or_the_bank_has_paid_at_once(
    line: Expense, undated: bool, disbelieved: bool
) -> None:
    said = to_review(pack_of(2020, PAID, line))
    assert any("sans date de paiement" in sentence for sentence in said) == undated
    assert any("d’avant les livres" in sentence for sentence in said) == disbelieved


def test_movements_are_to_review() -> None:
    lines = (expense("2020-01-15", "900", "TVA versée"), expense("2021-01-15", "1", "TVA versée"))
    books = replace(activity(PAID), movements=lines)
    (said,) = [s for s in to_review(pack_all(books, 2020, parse(COMPANY))) if "Mouv" in s]
    assert said.endswith("\u00a0: 1\u00a0; au journal de banque, sans à-nouveau.")


def test_deposits_are_to_review_they_stand_in_the_revenue() -> None:
    made = pack_of(
        2020,
        fee("2020-03-31", "30", "N", service="Acompte 30 %", invoice="F-1", vat=Decimal(6)),
        day(
            "2020-04-30", "-1", "30", "N", mission="ACOMPTE déduit", invoice="F-2", vat=Decimal(-6)
        ),
        fee("2020-04-30", "100", "N", service="Audit", invoice="F-2", vat=Decimal(20)),
    )
    assert (
        "Acomptes facturés ou déduits\u00a0: 2\u00a0; ils sont en produits (70), pas en 4191."
    ) in to_review(made)


def test_nights_in_hotels_are_to_review_where_their_vat_is_not_deducted() -> None:
    night = expense("2020-03-31", "100", "Hôtel", vat=Decimal(10))
    for lines, expected in (
        ((night, replace(night, vat=Decimal(0))), ["1"]),
        ((replace(night, category="Hébergement", account="613500"),), []),
    ):
        said = [s for s in to_review(pack_of(2020, *lines)) if "logement des dirigeants" in s]
        assert [sentence.split("\u00a0")[1].removeprefix(": ") for sentence in said] == expected


@pytest.mark.parametrize(
    ("account", "vat", "is_said"),
    [("616000", 20, True), ("661100", 0, False), ("627000", 20, False)],
)
def test_the_vat_of_insurance_and_interest_is_to_review(
    account: str, vat: int, *, is_said: bool
) -> None:
    made = pack_of(2020, expense("2020-03-31", "100", "", account=account, vat=Decimal(vat)))
    found = [said for said in to_review(made) if said.startswith("Assurances et intérêts")]
    assert len(found) == is_said
