"""A payment that came back pays nothing; where nobody knows which one did, it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.books import load
from tests.bank.test_matching import F12, bank, books, paid, sale

PAID = "15/04/2020;VIR SEPA ACME CONSEIL F-2020-12;1200,00\n"


@pytest.mark.parametrize(
    "label",
    [
        "REJET VIR ACME CONSEIL F-2020-12",
        "REJET VIREMENT",
        "IMPAYE ACME CONSEIL",
        "CHEQUE IMPAYE",
        "Retour prélèvement ACME CONSEIL",
        "RETOUR SDD",
        "VIREMENT REJETÉ MOTIF AC04",
        "EXTOURNE VIR F-2020-12",
        "ANNULATION VIR ACME CONSEIL",
        "RETURN SEPA TRANSFER ACME CONSEIL",
    ],
)
def test_a_return_undoes_the_payment(tmp_path: Path, label: str) -> None:
    opened = books(tmp_path, [F12], f"{PAID}17/04/2020;{label};-1200,00\n")
    assert paid(opened) == [None]
    assert [match.why for match in bank(opened).matches] == ["reversal"]
    assert [piece.number for piece in bank(opened).unpaid] == ["F-2020-12"]
    assert not bank(opened).asked


def test_an_invoice_is_paid_by_the_payment_that_stays(tmp_path: Path) -> None:
    moves = f"{PAID}17/04/2020;REJET VIR;-1200,00\n{PAID.replace('15/04', '28/04')}"
    assert paid(books(tmp_path, [F12], moves)) == ["2020-04-28"]


def test_a_return_does_not_undo_a_later_payment(tmp_path: Path) -> None:
    opened = books(tmp_path, [F12], f"14/04/2020;REJET VIR;-1200,00\n{PAID}")
    assert paid(opened) == ["2020-04-15"]
    assert [one.movement.label for one in bank(opened).asked] == ["REJET VIR"]


TWO = [F12, sale("F-2020-13", 1000, client="Brume")]
BOTH = PAID + "16/04/2020;VIR BRUME F-2020-13;1200,00\n"


@pytest.mark.parametrize(
    ("label", "dates", "asked"),
    [
        ("REJET VIR", [None, None], 3),
        ("REJET VIR BRUME", ["2020-04-15", None], 0),
        ("REJET VIR F-2020-12", [None, "2020-04-16"], 0),
        ("FRAIS REJET VIR", ["2020-04-15", "2020-04-16"], 1),
        ("RETOUR MARCHANDISE", ["2020-04-15", "2020-04-16"], 1),
    ],
)
def test_a_return_that_may_be_of_two_is_asked_with_both(
    tmp_path: Path, label: str, dates: list[str | None], asked: int
) -> None:
    opened = books(tmp_path, TWO, f"{BOTH}17/04/2020;{label};-1200,00\n")
    assert paid(opened) == dates
    assert len(bank(opened).asked) == asked


@pytest.mark.parametrize("fee", ["", " F-2020-12 FRAIS 15 EUR", " COMMISSION COMPRISE"])
def test_a_return_with_its_fee_leaves_the_payment_asked(tmp_path: Path, fee: str) -> None:
    opened = books(tmp_path, TWO, f"{BOTH}17/04/2020;IMPAYE ACME CONSEIL{fee};-1215,00\n")
    assert paid(opened) == [None, "2020-04-16"]
    assert len(bank(opened).asked) == 2


def test_the_fee_of_a_return_undoes_nothing(tmp_path: Path) -> None:
    moves = f"{BOTH}17/04/2020;FRAIS REJET ACME CONSEIL F-2020-12;-15,00\n"
    assert paid(books(tmp_path, TWO, moves)) == ["2020-04-15", "2020-04-16"]


def test_an_own_payment_that_came_back_leaves_its_expense_unpaid(tmp_path: Path) -> None:
    moves = "01/06/2020;VIR PAPETERIE;-8,40\n04/06/2020;REJET VIR PAPETERIE;8,40\n"
    opened = books(tmp_path, [F12], moves)
    assert opened.activity.expenses[0].paid is None
    assert [match.why for match in bank(opened).matches] == ["reversal"]


def test_an_answer_about_a_payment_held_settles_it(tmp_path: Path) -> None:
    settings = (
        '[banque.rapprochements]\n"2020-04-15 1200,00 VIR SEPA ACME CONSEIL F-2020-12" = '
        '"F-2020-12"\n'
    )
    moves = f"{BOTH}17/04/2020;REJET VIR;-1200,00\n"
    assert paid(books(tmp_path, TWO, moves, settings=settings)) == ["2020-04-15", None]


def test_a_return_that_may_be_a_credit_note_is_asked(tmp_path: Path) -> None:
    note = ("2020-04-16", "Acme Conseil", "Avoir", -1000, "A-2020-01", 0.2, None)
    opened = books(tmp_path, [F12, note], f"{PAID}17/04/2020;IMPAYE ACME CONSEIL;-1200,00\n")
    assert paid(opened) == [None, None]
    assert len(bank(opened).asked) == 2


def test_a_payment_that_the_books_note_and_the_bank_sends_back_is_doubtful(tmp_path: Path) -> None:
    noted = sale("F-2020-12", 1000, paid="2020-04-15")
    opened = books(tmp_path, [noted], f"{PAID}17/04/2020;REJET VIR F-2020-12;-1200,00\n")
    (doubt,) = [one for one in opened.seen if one.code == "paiement-banque"]
    assert "rejeté" in doubt.what
    again = f"{PAID}17/04/2020;REJET VIR;-1200,00\n{PAID.replace('15/04', '18/04')}"
    opened = books(tmp_path / "b", [noted], again)
    assert [one.what for one in opened.seen] == ["payée un autre jour que ne le dit la banque"]


def test_a_return_undoes_the_payment_of_the_last_weeks(tmp_path: Path) -> None:
    old = sale("F-2019-07", 1000, "2019-07-31", client="Brume")
    moves = f"02/09/2019;VIR BRUME F-2019-07;1200,00\n{PAID}17/04/2020;REJET VIR;-1200,00\n"
    assert paid(books(tmp_path, [old, F12], moves)) == ["2019-09-02", None]


def test_a_return_that_is_asked_about_is_no_transfer(tmp_path: Path) -> None:
    books(tmp_path, TWO, f"{BOTH}17/04/2020;REJET VIR;-1200,00\n")
    path = tmp_path / "data" / "banque" / "livret" / "b.csv"
    path.parent.mkdir()
    path.write_text("Date;Libellé;Montant\n18/04/2020;VIR INTERNE;1200,00\n", encoding="utf-8")
    assert not [match for match in bank(load(tmp_path)).matches if match.why == "transfer"]
