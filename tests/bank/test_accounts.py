"""Several files of one account: each movement once, balances that follow, or a refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.bank.accounts import Account, accounts
from reporter.bank.files import statements
from reporter.bank.statement import Balance, Statement
from reporter.errors import BadData, Place
from reporter.settings.reading import Limits

HEAD = "Date;Libellé;Montant\n"
JANUARY = "05/01/2020;OVH;-12,00\n05/01/2020;OVH;-12,00\n31/01/2020;VIR ACME;1000,00\n"
FEBRUARY = "03/02/2020;LOYER;-300,00\n28/02/2020;VIR BRUME;500,00\n"


def told(root: Path, **files: str) -> tuple[Account, ...]:
    """Return the accounts of files, by their names less .csv; `__` parts folders."""
    for name, content in files.items():
        path = root / "data" / "banque" / f"{name.replace('__', '/')}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return accounts(statements(root, Limits()))


def refused(root: Path, **files: str) -> str:
    with pytest.raises(BadData) as bad:
        told(root, **files)
    return str(bad.value)


def stated(opening: str, closing: str, rows: str) -> str:
    return f"Ancien solde;{opening}\nNouveau solde;{closing}\n{HEAD}{rows}"


def test_two_movements_alike_in_one_file_are_two(tmp_path: Path) -> None:
    (account,) = told(tmp_path, a=HEAD + JANUARY)
    assert [move.amount for move in account.movements].count(Decimal(-12)) == 2
    assert account.repeated == 0


@pytest.mark.parametrize(
    ("one", "other", "repeated"),
    [
        (JANUARY, JANUARY, 3),
        (JANUARY, FEBRUARY, 0),
        (JANUARY + FEBRUARY, FEBRUARY, 2),
        (JANUARY, "31/01/2020;VIR ACME;1000,00\n" + FEBRUARY, 1),
        (JANUARY, "31/01/2020;CB POSTE;-5,00\n" + FEBRUARY, 0),
    ],
    ids=["twice", "apart", "inside", "a common day", "a day cut in two"],
)
def test_what_stands_in_two_files_counts_once(
    tmp_path: Path, one: str, other: str, repeated: int
) -> None:
    (account,) = told(tmp_path, a=HEAD + one, b=HEAD + other)
    assert account.repeated == repeated
    lines = one.count("\n") + other.count("\n")
    assert len(account.movements) == lines - repeated


@pytest.mark.parametrize(
    ("row", "instead", "said"),
    [
        ("03/02/2020;LOYER;-300,00\n", "03/02/2020;LOYER;-310,00\n", ("b", "C5", "a")),
        ("03/02/2020;LOYER;-300,00\n", "", ("a", "C5", "b")),
        ("31/01", "30/01", ("b", "C4", "a")),
    ],
    ids=["changed", "left out", "moved"],
)
def test_two_files_that_tell_a_day_otherwise_are_refused_at_the_movement(
    tmp_path: Path, row: str, instead: str, said: tuple[str, str, str]
) -> None:
    whole = HEAD + JANUARY + FEBRUARY
    found = refused(tmp_path, a=whole, b=whole.replace(row, instead))
    file, cell, other = said
    assert "se contredisent" in found
    assert f"{file}.csv, cellule {cell}" in found
    assert f"{other}.csv dit ce jour autrement" in found


def test_files_are_compared_by_their_days_whatever_they_are_called(tmp_path: Path) -> None:
    changed = (JANUARY + FEBRUARY).replace("-300,00", "-310,00")
    march = HEAD + "15/03/2020;CB POSTE;-1,00\n"
    found = refused(tmp_path, a=HEAD + JANUARY + FEBRUARY, b=march, c=HEAD + changed)
    assert "c.csv, cellule C5" in found


def test_movements_lead_from_a_balance_to_the_other(tmp_path: Path) -> None:
    (account,) = told(tmp_path, a=stated("100,00", "1076,00", JANUARY))
    assert account.before == 100
    assert "ne suit pas" in refused(tmp_path, a=stated("100,00", "1076,01", JANUARY))


def test_balances_follow_from_a_file_to_the_next(tmp_path: Path) -> None:
    first, second = stated("100,00", "1076,00", JANUARY), stated("1076,00", "1276,00", FEBRUARY)
    (account,) = told(tmp_path, a=first, b=second)
    assert account.before == 100
    assert account.balance(account.days[1]) == 1276
    gap = stated("1086,00", "1286,00", FEBRUARY)
    assert "d’un relevé à l’autre" in refused(tmp_path, a=first, b=gap)


def test_a_month_that_is_missing_shows_in_the_balances(tmp_path: Path) -> None:
    march = stated("1276,00", "1275,00", "15/03/2020;CB POSTE;-1,00\n")
    first, second = stated("100,00", "1076,00", JANUARY), stated("1076,00", "1276,00", FEBRUARY)
    found = refused(tmp_path, a=first, c=march)
    assert "c.csv" in found
    (account,) = told(tmp_path, a=first, b=second, c=march)
    assert account.balance(account.days[1]) == 1275


def test_a_day_cut_between_two_files_follows(tmp_path: Path) -> None:
    morning = stated("0,00", "10,00", "04/05/2020;A;5,00\n05/05/2020;B;5,00\n")
    evening = stated("10,00", "30,00", "05/05/2020;C;5,00\n06/05/2020;D;15,00\n")
    for folder, files in (
        ("one", {"a": morning, "b": evening}),
        ("other", {"a": evening, "b": morning}),
    ):
        (account,) = told(tmp_path / folder, **files)
        assert len(account.movements) == 4


def test_a_balance_of_the_last_day_may_stand_before_what_moves_that_evening(tmp_path: Path) -> None:
    morning = f"Solde au 05/05/2020;10,00\n{HEAD}04/05/2020;A;5,00\n05/05/2020;B;5,00\n"
    evening = stated("10,00", "30,00", "05/05/2020;C;5,00\n06/05/2020;D;15,00\n")
    (account,) = told(tmp_path, a=morning, b=evening)
    assert account.before == 0


def test_a_folder_is_an_account_and_the_same_file_under_two_is_refused(tmp_path: Path) -> None:
    found = told(tmp_path, qonto__a=HEAD + JANUARY, livret__a=HEAD + FEBRUARY)
    assert [account.name for account in found] == ["livret", "qonto"]
    assert "sous deux comptes" in refused(tmp_path, livret__a=HEAD + JANUARY)


def test_a_part_of_the_same_statement_under_another_account_is_refused(tmp_path: Path) -> None:
    """A CSV without a number, and an OFX with one, of months that overlap."""
    found = refused(tmp_path, a=HEAD + JANUARY, b__b=HEAD + JANUARY + FEBRUARY)
    assert "sous deux comptes" in found
    other = HEAD + JANUARY.replace("-12,00", "-13,00", 1) + FEBRUARY
    assert len(told(tmp_path, b__b=other)) == 2


def test_a_balance_later_than_the_movements_holds_those_of_other_files(tmp_path: Path) -> None:
    january = f"Solde au 05/02/2020;776,00\n{HEAD}{JANUARY}"
    (account,) = told(tmp_path, a=january, b=stated("1076,00", "1276,00", FEBRUARY))
    assert account.before == 100
    assert "ne suit pas" in refused(tmp_path, a=january.replace("776", "775"))


def quiet(day: date | None, amount: str) -> Statement:
    """Return a statement of a month in which nothing moved, and what the account then held."""
    place = Place("data/banque/calme.pdf")
    closing = Balance(amount=Decimal(amount), place=place, date=day)
    return Statement(account="banque", movements=(), opening=None, closing=closing, place=place)


def test_a_balance_without_a_movement_holds_those_of_other_files(tmp_path: Path) -> None:
    (tmp_path / "data" / "banque").mkdir(parents=True)
    path = tmp_path / "data" / "banque" / "a.csv"
    path.write_text(stated("100,00", "1276,00", JANUARY + FEBRUARY), encoding="utf-8")
    (moving,) = statements(tmp_path, Limits())
    for day, held in (
        (date(2020, 1, 20), "76"),
        (date(2020, 1, 31), "1076"),
        (date(2020, 3, 31), "1276"),
    ):
        still = replace(quiet(day, held), account=moving.account)
        (account,) = accounts([moving, still])
        assert account.before == 100
        assert account.days[1] == max(day, date(2020, 2, 28))
        wrong = replace(quiet(day, "75"), account=moving.account)
        with pytest.raises(BadData, match="d’un relevé à l’autre"):
            accounts([moving, wrong])


def test_a_statement_that_tells_of_no_day_is_no_account() -> None:
    assert accounts([quiet(None, "5")]) == ()
