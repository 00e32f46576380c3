"""Each kind of line as an accountant would book it by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reporter.accounting.pack import Pack
from tests.accounting.packs import amounts, pack_of
from tests.builders import day, expense, fee

RATE = Decimal("0.2")


def taxed(amount: str) -> dict[str, Any]:
    return {"vat_rate": RATE, "vat": Decimal(amount) * RATE}


def booked(made: Pack) -> list[str]:
    """Return every entry as a line that can be read aloud."""
    return [
        f"{entry.number} {entry.journal.code} {entry.date:%d/%m} {entry.reference}: "
        + ", ".join(
            f"{posting.account}{f'/{posting.party.code}' if posting.party else ''} "
            f"{posting.amount:+.2f}{f' {posting.letter}' if posting.letter else ''}"
            for posting in entry.postings
        )
        for entry in made.entries
    ]


def test_an_invoice_and_its_payment_bear_the_same_letters() -> None:
    line = fee(
        "2020-03-31", "1000", "Nimbus", invoice="F-1", paid=date(2020, 5, 4), **taxed("1000")
    )
    made = pack_of(2020, line)
    assert made.entries[0].postings[0].lettered == date(2020, 5, 4)
    assert booked(made) == [
        "1 VE 31/03 F-1: 411000/CNIMBUS +1200.00 AAA, 706000 -1000.00, 445710 -200.00",
        "2 BQ 04/05 F-1: 512000 +1200.00, 411000/CNIMBUS -1200.00 AAA",
    ]


def test_the_lines_of_an_invoice_make_one_entry_dated_of_the_latest() -> None:
    made = pack_of(
        2020,
        day("2020-03-27", "1", "700", "Nimbus", invoice="F-1", **taxed("700")),
        fee("2020-03-31", "300", "NIMBUS", invoice="F-1", **taxed("300")),
    )
    assert booked(made) == [
        "1 VE 31/03 F-1: 411000/CNIMBUS +1200.00, 706000 -1000.00, 445710 -200.00"
    ]
    assert made.entries[0].label == "Facture F-1 – Nimbus"


def test_each_rate_has_its_own_postings() -> None:
    books = (
        fee("2020-03-31", "100", "N", invoice="F-1", **taxed("100")),
        fee("2020-03-31", "100", "N", invoice="F-1", vat_rate=Decimal("0.1"), vat=Decimal(10)),
    )
    (line,) = booked(pack_of(2020, *books))
    assert line.endswith("706000 -100.00, 445710 -20.00, 706000 -100.00, 445710 -10.00")


def test_a_credit_note_turns_the_sides() -> None:
    line = fee("2020-03-31", "-100", "N", invoice="AV-1", **taxed("-100"))
    made = pack_of(2020, line)
    assert booked(made) == ["1 VE 31/03 AV-1: 411000/CN -120.00, 706000 +100.00, 445710 +20.00"]
    assert made.entries[0].label == "Avoir AV-1 – N"


def test_an_invoice_less_a_deposit_is_no_credit_note() -> None:
    lines = (
        fee("2020-03-31", "-30", "N", invoice="F-2", **taxed("-30")),
        fee("2020-03-31", "100", "N", invoice="F-2", **taxed("100")),
    )
    (entry,) = pack_of(2020, *lines).entries
    assert entry.label == "Facture F-2 – N"


def test_an_invoice_half_paid_is_not_lettered() -> None:
    made = pack_of(
        2020,
        fee("2020-03-31", "100", "N", invoice="F-1", paid=date(2020, 4, 1), **taxed("100")),
        fee("2020-03-31", "50", "N", invoice="F-1", paid=date(2021, 4, 1), **taxed("50")),
    )
    assert booked(made) == [
        "1 VE 31/03 F-1: 411000/CN +180.00, 706000 -150.00, 445710 -30.00",
        "2 BQ 01/04 F-1: 512000 +120.00, 411000/CN -120.00",
    ]
    assert [unpaid.due for unpaid in made.unpaid or ()] == [60]


def test_a_payment_of_an_earlier_invoice_is_of_this_year() -> None:
    lines = (
        fee("2019-12-31", "100", "N", invoice="F-9", paid=date(2020, 1, 15), **taxed("100")),
        fee("2020-03-31", "10", "N", invoice="F-1", **taxed("10")),
    )
    assert booked(pack_of(2020, *lines))[0] == ("1 BQ 15/01 F-9: 512000 +120.00, 411000/CN -120.00")
    assert len(booked(pack_of(2019, *lines))) == 1


def test_a_charge_is_owed_to_its_supplier() -> None:
    line = expense(
        "2020-02-03", "310", "Loyer", supplier="Le Quai", receipt="A-1", paid=date(2020, 3, 2),
        **taxed("310"),
    )  # fmt: skip
    assert booked(pack_of(2020, line)) == [
        "1 AC 03/02 A-1: 401000/FLEQUAI -372.00 AAA, 613200 +310.00, 445660 +62.00",
        "2 BQ 02/03 A-1: 512000 -372.00, 401000/FLEQUAI +372.00 AAA",
    ]


@pytest.mark.parametrize(
    ("account", "third"),
    [
        ("641100", "421000"),
        ("645100", "431000"),
        ("646000", "431000"),
        ("635110", "447000"),
        ("695000", "444000"),
        ("622600", "401000/FDIVERS"),
    ],
)
def test_who_is_owed_pay_contributions_and_taxes(account: str, third: str) -> None:
    (line,) = booked(
        pack_of(2020, expense("2020-02-03", "100", account=account, receipt="R", vat=Decimal(0)))
    )
    journal = "AC" if third.startswith("401") else "OD"
    assert line == f"1 {journal} 03/02 R: {third} -100.00, {account} +100.00"


def test_two_receipts_of_two_days_are_two_entries_whatever_their_reference() -> None:
    lines = [
        expense(f"2020-02-0{n}", "10", account="627000", receipt="relevé", vat=Decimal(0))
        for n in (3, 3, 4)
    ]
    assert [entry.postings[1].amount for entry in pack_of(2020, *lines).entries] == [20, 10]


def test_an_entry_says_what_was_bought() -> None:
    lines = (
        expense("2020-02-03", "10", account="627", supplier="Parvis", label="Frais de février"),
        expense("2020-02-04", "10", account="627", supplier="Parvis", receipt="R-4"),
    )
    assert [entry.label for entry in pack_of(2020, *lines).entries] == [
        "Parvis – Frais de février",
        "Parvis – R-4",
    ]


def test_a_purchase_without_receipt_is_referred_to_by_its_cell() -> None:
    made = pack_of(2020, expense("2020-02-03", "10", account="627000"))
    assert made.entries[0].reference == "essai-Jours-A2"


def test_what_lasts_is_an_asset_with_its_annuity_at_the_closing_date() -> None:
    """1 500 euros over 3 years from 10 February: 445.83, as the fiscal documentation computes."""
    line = expense(
        "2020-02-10", "1500", "Ordinateurs", label="Portable", supplier="Lumen", receipt="A-9",
        lifetime=Decimal(3), **taxed("1500"),
    )  # fmt: skip
    assert booked(pack_of(2020, line)) == [
        "1 AC 10/02 A-9: 404000/FLUMEN -1800.00, 218300 +1500.00, 445620 +300.00",
        "2 OD 31/12 AMORT-2020: 681120 +445.83, 281830 -445.83",
    ]
    later = pack_of(2023, line, fee("2023-01-02", "1", invoice="F", **taxed("1")))
    assert amounts(later, "6811") == Decimal("54.17")
    (asset,) = later.assets
    assert asset.plan == {
        2020: Decimal("445.83"), 2021: 500, 2022: 500, 2023: Decimal("54.17"),
    }  # fmt: skip
    assert [asset.net(year) for year in (2020, 2022, 2023)] == [
        Decimal("1054.17"), Decimal("54.17"), 0,
    ]  # fmt: skip


def test_what_is_bought_later_is_not_among_the_assets() -> None:
    lines = (
        fee("2020-03-31", "100", "N", invoice="F-1", **taxed("100")),
        expense("2021-01-01", "900", "Ordinateur", lifetime=Decimal(3), **taxed("900")),
    )
    assert pack_of(2020, *lines).assets == ()
    assert len(pack_of(2021, *lines).assets) == 1
    closing = expense("2020-12-31", "900", "Ordinateur", lifetime=Decimal(3), **taxed("900"))
    assert len(pack_of(2020, closing).assets) == 1


def test_software_depreciates_in_its_own_accounts() -> None:
    line = expense("2020-01-01", "300", "Logiciels", lifetime=Decimal(3), **taxed("300"))
    assert booked(pack_of(2020, line))[-1].endswith("681110 +100.00, 280500 -100.00")


def test_the_tax_is_booked_only_if_it_is_asked_for() -> None:
    line = fee("2020-03-31", "10000", "N", invoice="F-1", **taxed("10000"))
    assert len(pack_of(2020, line).entries) == 1
    made = pack_of(2020, line, with_tax=True)
    assert booked(made)[-1] == "2 OD 31/12 IS-2020: 695000 +1500.00, 444000 -1500.00"
    assert made.entries[-1].label == "Impôt sur les sociétés 2020 (estimé)"
    given = pack_of(2020, line, settings="[exercice.2020]\nimpot = 1234\n", with_tax=True)
    assert amounts(given, "695") == 1234
    assert given.entries[-1].label == "Impôt sur les sociétés 2020"


def test_nothing_is_posted_for_nothing() -> None:
    lines = (
        fee("2020-03-31", "0", "N", invoice="F-1", vat=Decimal(0), paid=date(2020, 4, 1)),
        expense("2020-02-03", "0", account="627000"),
    )
    assert pack_of(2020, *lines, with_tax=True).entries == ()


def test_the_owner_s_own_accounts_are_used() -> None:
    plan = '[comptes.plan]\njours = 706100\nforfaits = "708"\nclients = "411100"\nbanque = 512100\n'
    made = pack_of(
        2020,
        day("2020-03-27", "1", "100", "N", invoice="F-1", paid=date(2020, 4, 1), **taxed("100")),
        fee("2020-03-31", "100", "N", invoice="F-2", **taxed("100")),
        settings=plan,
    )
    assert [amounts(made, a) for a in ("706100", "708000", "411100", "512100")] == [
        -100, -100, 120, 120,
    ]  # fmt: skip


def test_financial_years_from_july_to_june() -> None:
    lines = (
        fee("2020-06-30", "100", "N", invoice="F-1", paid=date(2020, 7, 2), **taxed("100")),
        fee("2020-07-01", "10", "N", invoice="F-2", **taxed("10")),
    )
    made = pack_of(2021, *lines, settings='[exercice]\ncloture = "30/06"\n')
    assert booked(made) == [
        "1 VE 01/07 F-2: 411000/CN +12.00, 706000 -10.00, 445710 -2.00",
        "2 BQ 02/07 F-1: 512000 +120.00, 411000/CN -120.00",
    ]


def test_letters_go_on_after_the_first() -> None:
    lines = [
        fee(f"2020-03-{n:02}", "1", "N", invoice=f"F-{n}", paid=date(2020, 4, n), **taxed("1"))
        for n in range(1, 29)
    ]
    made = pack_of(2020, *lines)
    letters = [entry.postings[0].letter for entry in made.entries[:28]]
    assert (letters[0], letters[25], letters[26]) == ("AAA", "AAZ", "ABA")
    assert len(set(letters)) == 28


def test_kilometres_have_their_account_and_no_vat() -> None:
    driven = expense(
        "2020-03-02", "54.80", "", label="Client", kilometres=Decimal(100), vat=Decimal(0)
    )
    made = pack_of(2020, fee("2020-05-05", "1", "M", invoice="F-0", vat=Decimal(0)), driven)
    assert amounts(made, "625110") == Decimal("54.80")
    assert made.purchases[0].recovered == 0
