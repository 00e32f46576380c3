"""Mutated copies of our own entries: every change is named, and nothing else."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from reporter.accounting.pack import Pack
from reporter.comparing.comparison import Account, Comparison, compared
from reporter.comparing.lines import shortened
from reporter.model import Expense
from reporter.tables.comparing import comparison, proposed
from tests.comparing.copies import AT, Copy, changed, example, told


@pytest.fixture(scope="module")
def made() -> Pack:
    return example()


def verify(made: Pack, copy: Copy) -> Comparison:
    """Check that what is named is what was changed, and that the bridge is exact."""
    found = compared(made, copy.rows(made))
    named = told(found.changes)
    expected = {
        (kind, number.ljust(6, "0")[:6], ref): n for (kind, number, ref), n in copy.told.items()
    }
    assert dict(named) == expected
    total = found.booked - sum(step.gap for step in found.steps)
    assert total == found.result
    assert_lines_make_the_gaps(found)
    debits = sum(
        Decimal(line[AT["Debit"]].replace(",", ".")) - Decimal(line[AT["Credit"]].replace(",", "."))
        for entry in copy.entries
        for line in entry
        if line[AT["CompteNum"]][0] in "67"
    )
    assert found.result == -debits
    return found


def assert_lines_make_the_gaps(found: Comparison) -> None:
    """Check that the lines named make the gap of each account: nothing missing, nothing twice."""
    sums: Counter[str] = Counter()
    for change in found.changes:
        for line, sign in ((change.theirs, 1), (change.ours, -1)):
            if line is not None:
                sums[line.account] += sign * int(line.amount * 100)
    gaps = {x.number: int(x.gap * 100) for x in found.accounts if x.gap}
    assert {number: cents for number, cents in sums.items() if cents} == gaps


def test_a_copy_is_the_same(made: Pack) -> None:
    found = compared(made, changed_nothing(made).rows(made))
    assert found.changes == ()
    assert found.steps == ()
    assert found.result == found.booked
    assert found.same == sum(len(entry.postings) for entry in made.entries)


def changed_nothing(made: Pack) -> Copy:
    from reporter.formats.pack.fec import row

    return Copy([[list(row(entry, post)) for post in entry.postings] for entry in made.entries])


@pytest.mark.parametrize("seed", range(12))
def test_every_change_is_named_and_nothing_else(made: Pack, seed: int) -> None:
    assert verify(made, changed(made, seed)).changes


@pytest.mark.parametrize(
    ("written", "account"),
    [
        ("606400", "6064"),
        ("60640000", "6064"),
        ("6064", "6064"),
        ("411NIMBUS", "411"),
        ("4111NIMBUS", "4111"),
        ("401000", "401"),
        ("700000", "700"),
        ("445711", "445711"),
    ],
)
def test_an_account_is_compared_by_its_figures(written: str, account: str) -> None:
    assert shortened(written) == account


def test_entries_that_close_the_year_are_left_out(made: Pack) -> None:
    copy = changed_nothing(made)
    last, closing = copy.entries[-1][0], list[list[str]]()
    for account, debit, credit in (("706000", "100,00", "0,00"), ("120000", "0,00", "100,00")):
        line = list(last)
        line[AT["CompteNum"]], line[AT["Debit"]], line[AT["Credit"]] = account, debit, credit
        line[AT["EcritureNum"]] = str(len(copy.entries) + 1)
        line[AT["CompAuxNum"]] = line[AT["CompAuxLib"]] = line[AT["EcritureLet"]] = ""
        line[AT["DateLet"]] = ""
        closing.append(line)
    copy.entries.append(closing)
    assert compared(made, copy.rows(made)).changes == ()


def moved(made: Pack, *, all_lines: bool) -> Comparison:
    """Return our entries, the account of the rent moved, on all of its lines or on one."""
    copy = changed_nothing(made)
    lines = [line for entry in copy.entries for line in entry if line[AT["CompteNum"]] == "613200"]
    for line in lines if all_lines else lines[:1]:
        line[AT["CompteNum"]] = "613500"
    return compared(made, copy.rows(made))


def test_a_category_whose_lines_are_all_moved_is_proposed(made: Pack) -> None:
    found = moved(made, all_lines=True)
    assert found.accounted == {"Loyer": "613500"}
    assert moved(made, all_lines=False).accounted == {}


def test_an_accountant_with_words_of_their_own_moves_a_category_too(made: Pack) -> None:
    """Documents and labels are those of another program: dates and amounts alone are ours."""
    copy = changed_nothing(made)
    for number, line in enumerate(line for entry in copy.entries for line in entry):
        line[AT["PieceRef"]], line[AT["EcritureLib"]] = str(number), f"Achat {number}"
        line[AT["EcritureLet"]] = line[AT["DateLet"]] = ""
        if line[AT["CompteNum"]] == "613200":
            line[AT["CompteNum"]] = "613500"
    found = compared(made, copy.rows(made))
    assert {change.what for change in found.changes} == {"replaced"}
    assert found.accounted == {"Loyer": "613500"}


def test_a_category_moved_to_two_accounts_is_not_proposed(made: Pack) -> None:
    copy = changed_nothing(made)
    lines = [line for entry in copy.entries for line in entry if line[AT["CompteNum"]] == "613200"]
    for rank, line in enumerate(lines):
        line[AT["CompteNum"]] = ("613500", "613600")[rank % 2]
    assert compared(made, copy.rows(made)).accounted == {}


@pytest.mark.parametrize("number", ["411000", "512000", "613ABC", "706000", "218300"])
def test_a_category_of_charges_moves_to_one_alone(made: Pack, number: str) -> None:
    """What is proposed is written to the letter: a refusal would follow."""
    assert _moved(made, "613200", number) == {}


@pytest.mark.parametrize(("number", "told"), [("218400", True), ("606300", False)])
def test_a_category_of_assets_moves_to_one_alone(made: Pack, number: str, told: bool) -> None:
    unwritten = [
        replace(it, line=replace(it.line, account="") if isinstance(it.line, Expense) else it.line)
        for it in made.purchases
    ]
    found = _moved(replace(made, purchases=tuple(unwritten)), "218300", number)
    assert found == ({"Matériel informatique": number} if told else {})


def _moved(made: Pack, old: str, number: str) -> Mapping[str, str]:
    copy = changed_nothing(made)
    lines = [line for entry in copy.entries for line in entry if line[AT["CompteNum"]] == old]
    for line in lines:
        line[AT["CompteNum"]] = number
    return compared(made, copy.rows(made)).accounted


@pytest.mark.parametrize(
    ("sales", "tax", "closed"),
    [("1000", "0", False), ("1000", "150", True), ("0", "0", True), ("-0.01", "0", True),
     ("0.01", "0", False)],
)  # fmt: skip
def test_a_profit_without_its_tax_is_not_closed(
    made: Pack, sales: str, tax: str, *, closed: bool
) -> None:
    def account(number: str, theirs: str) -> Account:
        return Account(number=number, name="", ours=Decimal(0), theirs=Decimal(theirs))

    accounts = (account("706000", f"{-Decimal(sales)}"), account("695000", tax))
    found = Comparison(
        pack=made, reported=Decimal(0), accounts=accounts, changes=(), same=0, accounted={}
    )
    assert found.is_taxed == closed


def test_what_the_accountant_adds_is_bridged_to_the_cent(made: Pack) -> None:
    copy = changed_nothing(made)
    charge, bank = (list(copy.entries[-1][0]) for _ in range(2))
    for line, account, debit, credit in (
        (charge, "681120", "1317,52", "0,00"),
        (bank, "281830", "0,00", "1317,52"),
    ):
        line[AT["CompteNum"]], line[AT["Debit"]], line[AT["Credit"]] = account, debit, credit
        line[AT["PieceRef"]], line[AT["EcritureLib"]] = "OD-1", "Dotation complémentaire"
        line[AT["EcritureNum"]] = str(len(copy.entries) + 1)
        line[AT["CompAuxNum"]] = line[AT["CompAuxLib"]] = line[AT["EcritureLet"]] = ""
        line[AT["DateLet"]] = ""
    copy.entries.append([charge, bank])
    found = compared(made, copy.rows(made))
    assert [(change.what, change.line.written) for change in found.changes] == [
        ("added", "681120"),
        ("added", "281830"),
    ]
    assert [(step.number, step.gap) for step in found.steps] == [("68112", Decimal("1317.52"))]
    assert found.result == found.booked - Decimal("1317.52")


CLOSING = (
    ("20201231", "OD-FNP", {"606100": "84.10", "445860": "16.82", "408100": "-100.92"}),
    ("20201231", "OD-CCA", {"486000": "222.52", "616000": "-222.52"}),
    ("20201231", "OD-PROV", {"681740": "1500.00", "491000": "-1500.00"}),
    ("20201231", "OD-TVA", {"658000": "0.43", "445510": "-0.43"}),
    ("20201231", "OD-IS", {"444000": "213.00", "695000": "-213.00"}),
    ("20200131", "OD-455", {"455000": "47.07", "625100": "-47.07"}),
)


def test_the_work_of_a_closing_is_told_entry_by_entry(made: Pack) -> None:
    """Invoices to come, prepaid charges, a provision, roundings, the tax, a private expense."""
    copy = changed_nothing(made)
    for day, reference, postings in CLOSING:
        copy.entries.append([])
        for account, debit in postings.items():
            line = list(copy.entries[0][0])
            for field in ("EcritureDate", "PieceDate", "ValidDate"):
                line[AT[field]] = day
            for field in ("CompAuxNum", "CompAuxLib", "EcritureLet", "DateLet"):
                line[AT[field]] = ""
            line[AT["CompteNum"]], line[AT["PieceRef"]] = account, reference
            sides = (max(Decimal(debit), Decimal(0)), max(-Decimal(debit), Decimal(0)))
            line[AT["Debit"]], line[AT["Credit"]] = (f"{x:.2f}".replace(".", ",") for x in sides)
            copy.entries[-1].append(line)
    copy.entries.sort(key=lambda entry: entry[0][AT["EcritureDate"]])
    for number, entry in enumerate(copy.entries, 1):
        for line in entry:
            line[AT["EcritureNum"]] = str(number)
            line[AT["EcritureLet"]] = line[AT["DateLet"]] = ""
    found = compared(made, copy.rows(made))
    assert_lines_make_the_gaps(found)
    assert Counter(change.line.reference for change in found.changes) == {
        reference: len(postings) for _, reference, postings in CLOSING
    }
    assert found.result - found.booked == Decimal("-1101.94")
    assert "impot = 1186.00" in list(proposed(found))


def test_an_account_that_is_proposed_is_written_as_toml(made: Pack) -> None:
    found = moved(made, all_lines=True)
    lines = list(proposed(replace(found, accounted={'Bail "bas" \\ haut': "613500"})))
    assert tomllib.loads("\n".join(lines))["comptes"] == {'Bail "bas" \\ haut': "613500"}
    (table,) = [one for one in comparison(found) if one.title == "À écrire dans bilan.toml"]
    assert [str(row[0]) for row in table.rows][-2:] == ["[comptes]", '"Loyer" = "613500"']


def test_an_owner_who_pays_no_corporate_tax_writes_only_the_result(made: Pack) -> None:
    untaxed = replace(made.bilan, settings=made.bilan.settings._replace(status="ei"))
    found = replace(compared(made, changed_nothing(made).rows(made)), accounted={})
    found = replace(found, pack=replace(made, bilan=untaxed))
    assert list(proposed(found)) == ["[exercice.2020]", f"resultat = {found.result:.2f}"]


def test_what_the_report_leaves_out_is_a_step_only_where_it_counts(made: Pack) -> None:
    found = compared(made, changed_nothing(made).rows(made))
    step = "Ce que le dossier compte, et non le rapport"
    assert step in [str(row[0]) for row in comparison(found)[0].rows]
    same = comparison(replace(found, reported=found.booked))[0]
    assert step not in [str(row[0]) for row in same.rows]
