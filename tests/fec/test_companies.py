"""Whatever software wrote it, a FEC that is right has no mistake, and one that is not has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from reporter.fec.checking import check_fec
from tests.fec.companies import LEGAL, TOLERATED, Fields, company, encoded, style, written

seeds = st.integers(0, 2**32)


@given(seeds, seeds)
def test_what_the_law_allows_has_no_remark(seed: int, other: int) -> None:
    made, how = company(seed), style(other, LEGAL)
    name = made.name.replace(".txt", f"{how.suffix}.txt")
    assert check_fec(encoded(written(made, how), how), name).remarks == ()


@given(seeds, seeds)
def test_what_software_does_and_everyone_tolerates_is_no_mistake(seed: int, other: int) -> None:
    made, how = company(seed), style(other, TOLERATED)
    checked = check_fec(encoded(written(made, how), how), made.name)
    assert checked.of("erreur") == ()


Spoiled = tuple[set[int], str] | None
"""The lines where a change must be caught, and how what is said begins; None where it has none."""
Rows = list[Fields]
HEADER = 1


def lines_of(rows: Rows, row: Fields) -> set[int]:
    """Return the lines of a row's entry."""
    key = (row["JournalCode"], row["EcritureNum"])
    return {
        rank + HEADER + 1
        for rank, other in enumerate(rows)
        if (other["JournalCode"], other["EcritureNum"]) == key
    }


def put(name: str, value: str, what: str) -> Callable[[Random, Rows], Spoiled]:
    """Return the change of a field of any line that fills it."""

    def spoil(rng: Random, rows: Rows) -> Spoiled:
        ranks = [rank for rank, row in enumerate(rows) if row[name]]
        if not ranks:
            return None
        rank = rng.choice(ranks)
        rows[rank][name] = value.format(rows[rank][name])
        return {rank + HEADER + 1}, what

    return spoil


def side(value: str, what: str) -> Callable[[Random, Rows], Spoiled]:
    """Return the change of the amount of any line, on the side where it has one."""

    def spoil(rng: Random, rows: Rows) -> Spoiled:
        rank = rng.randrange(len(rows))
        name = "Debit" if rows[rank]["Debit"].strip("0,+") else "Credit"
        units, _, cents = rows[rank][name].partition(",")
        rows[rank][name] = value.format(units=units, cents=f"{cents:0<2}", all=rows[rank][name])
        return {rank + HEADER + 1}, what

    return spoil


def lose_a_line(rng: Random, rows: Rows) -> Spoiled:
    row = rows.pop(rng.randrange(len(rows)))
    return lines_of(rows, row), "écriture déséquilibrée"


def repeat_a_line(rng: Random, rows: Rows) -> Spoiled:
    rank = rng.randrange(len(rows))
    rows.insert(rank, dict(rows[rank]))
    return lines_of(rows, rows[rank]), "écriture déséquilibrée"


def add_a_cent(rng: Random, rows: Rows) -> Spoiled:
    row = rng.choice(rows)
    name = "Debit" if row["Debit"].strip("0,+") else "Credit"
    row[name] = row[name].replace("-", "") if "-" in row[name] else "7777777,77"
    return lines_of(rows, row), "écriture déséquilibrée"


def lose_an_entry(rng: Random, rows: Rows) -> Spoiled:
    """Lose an entry that has one before and one after it in its journal."""
    entries = list(dict.fromkeys((row["JournalCode"], row["EcritureNum"]) for row in rows))
    inner = [
        key
        for rank, key in enumerate(entries)
        if any(other[0] == key[0] for other in entries[:rank])
        and any(other[0] == key[0] for other in entries[rank + 1 :])
    ]
    if not inner:
        return None
    lost = rng.choice(inner)
    rows[:] = [row for row in rows if (row["JournalCode"], row["EcritureNum"]) != lost]
    later = entries[entries.index(lost) + 1 :]
    return {
        line for key in later for line in lines_of(rows, _row(rows, key))
    }, "numéro d’écriture m"


def _row(rows: Rows, key: tuple[str, str]) -> Fields:
    return next(row for row in rows if (row["JournalCode"], row["EcritureNum"]) == key)


def validate_too_soon(rng: Random, rows: Rows) -> Spoiled:
    row = rng.choice(rows)
    lines = lines_of(rows, row)
    for line in lines:
        rows[line - HEADER - 1]["ValidDate"] = "20180101"
    return lines, "validation avant l’écriture"


def letter_otherwise(rng: Random, rows: Rows) -> Spoiled:
    lettered = [row for row in rows if row["EcritureLet"]]
    if not lettered:
        return None
    row = rng.choice(lettered)
    group = row["EcritureLet"]
    row["EcritureLet"] = "ZZZ"
    together = {group, "ZZZ"}
    lines = {rank + HEADER + 1 for rank, r in enumerate(rows) if r["EcritureLet"] in together}
    return lines, "lettrage déséquilibré"


MUTATIONS = {
    "a line lost": lose_a_line,
    "a line twice": repeat_a_line,
    "another amount": add_a_cent,
    "an entry lost": lose_an_entry,
    "validated too soon": validate_too_soon,
    "other letters": letter_otherwise,
    "decimal point": side("{units}.{cents}", "montant mal écrit"),
    "thousands mark": side("1 234,00", "montant mal écrit"),
    "euro sign": side("{all} €", "montant mal écrit"),
    "letter O": side("1O,00", "montant mal écrit"),
    "French entry date": put("EcritureDate", "01/01/2020", "date impossible"),
    "entry of another year": put("EcritureDate", "19990101", "date hors de l’exercice"),
    "30 February": put("PieceDate", "20200230", "date impossible"),
    "13th month": put("ValidDate", "20201301", "date impossible"),
    "no entry date": put("EcritureDate", "", "champ obligatoire vide"),
    "no number": put("EcritureNum", "", "champ obligatoire vide"),
    "no label": put("EcritureLib", "", "champ obligatoire vide"),
    "account of letters": put("CompteNum", "LOYER", "numéro de compte mal écrit"),
    "account of two figures": put("CompteNum", "61", "numéro de compte mal écrit"),
    "control character": put("EcritureLib", "{}\x07x", "caractère interdit"),
    "currency in words": put("Idevise", "dollar", "devise mal écrite"),
    "lettering date": put("DateLet", "2020", "date impossible"),
}


@given(seeds, seeds, seeds, st.sampled_from(sorted(MUTATIONS)))
def test_what_the_law_forbids_is_caught_at_its_line_whatever_the_software(
    seed: int, other: int, third: int, name: str
) -> None:
    """Where the file is otherwise right, only the change is a mistake, or a doubt for letters."""
    made, how = company(seed), replace(style(other, LEGAL), order="dates", quotes=False)
    rows, rng = written(made, how), Random(third)  # noqa: S311  # a test, not a secret
    assume((spoiled := MUTATIONS[name](rng, rows)) is not None)
    assert spoiled is not None
    lines, what = spoiled
    remarks = check_fec(encoded(rows, how), made.name).remarks
    caught = {remark.line for remark in remarks if remark.what.startswith(what)}
    assert caught & lines, (name, how, remarks)


@given(seeds, seeds, seeds)
def test_no_bytes_whatever_make_it_fail(seed: int, other: int, third: int) -> None:
    """Bytes changed, lost or doubled at random: something is said, nothing is raised."""
    made, how = company(seed), style(other, TOLERATED)
    data, rng = bytearray(encoded(written(made, how), how)), Random(third)  # noqa: S311  # a test
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(data))
        data[at : at + rng.randint(0, 3)] = rng.choice(
            [b"\t", b"|", b"\n", b'"', b"\xff", b"9", b""]
        )
    check_fec(bytes(data), made.name, made.opening)
