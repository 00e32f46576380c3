"""Our own entries as the accountant's FEC, changed here and there, and what was changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import chain
from random import Random
from typing import TYPE_CHECKING

from reporter.accounting.pack import Asked, Pack, pack
from reporter.books import load
from reporter.fec.checking import check_fec
from reporter.fec.fields import FIELDS
from reporter.fec.naming import file_name
from reporter.formats.pack.fec import row
from tests.test_docs_scenarios import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.comparing.pairing import Change
    from reporter.fec.rows import Row

Fields = list[str]
AT = {name: rank for rank, name in enumerate(FIELDS)}
KINDS = ("account", "date", "amount", "left out", "added")


def example() -> Pack:
    """Return the entries of the example books, with the tax; the rent is booked by its category."""
    opened = load(ROOT)
    expenses = tuple(
        replace(line, account="") if line.category == "Loyer" else line
        for line in opened.activity.expenses
    )
    activity = replace(opened.activity, expenses=expenses)
    return pack(activity, opened.measure(2020), Asked(tax=True))


@dataclass
class Copy:
    """A copy of our entries.

    Attributes:
        entries: its lines, by entry.
        told: how many changes there are of each kind, on each account and document.
    """

    entries: list[list[Fields]]
    told: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def rows(self, made: Pack) -> tuple[Row, ...]:
        """Return its lines as a FEC without mistakes gives them."""
        text = "".join("\t".join(line) + "\r\n" for line in [FIELDS, *chain(*self.entries)])
        checked = check_fec(text.encode(), file_name(made.siren, made.year.end), made.year.start)
        assert checked.of("erreur") == ()
        return checked.rows


def changed(made: Pack, seed: int) -> Copy:
    """Return a copy with a few changes, each in its own entry, and the habits of a software."""
    random = Random(seed)  # noqa: S311  # no secret
    copy = Copy([[list(row(entry, post)) for post in entry.postings] for entry in made.entries])
    chosen = random.sample(range(len(copy.entries)), random.randrange(1, 12))
    for rank in chosen:
        _change(copy, rank, random.choice(KINDS), random)
    copy.entries = [entry for entry in copy.entries if entry]
    _write_otherwise(copy, random)
    return copy


def _change(copy: Copy, rank: int, kind: str, random: Random) -> None:
    """Change an entry; each of its lines that is touched is told."""
    entry = copy.entries[rank]
    touched = entry
    if kind == "account":
        touched = [random.choice(entry)]
        touched[0][AT["CompteNum"]] = f"628{random.randrange(100, 999)}"
        touched[0][AT["CompAuxNum"]] = touched[0][AT["CompAuxLib"]] = ""
    elif kind == "date":
        day = entry[0][AT["EcritureDate"]]
        new = f"{day[:6]}{'14' if day[6:] != '14' else '15'}"
        for line in entry:
            line[AT["EcritureDate"]] = line[AT["ValidDate"]] = new
    elif kind == "amount":
        touched = [entry[0], entry[-1]]
        for line in touched:
            _add_a_cent(line, 1 if line is entry[0] else -1)
    elif kind == "left out":
        copy.entries[rank] = []
    else:
        touched = [list(line) for line in entry]
        for line in touched:
            line[AT["PieceRef"]] = f"OD-{rank}"
            line[AT["EcritureLib"]] = f"Écriture {rank}"
        copy.entries.append(touched)
    for line in touched:
        copy.told[kind, line[AT["CompteNum"]], line[AT["PieceRef"]]] += 1


def _add_a_cent(line: Fields, sign: int) -> None:
    """Move an amount by 1.01 euro, to the debit or to the credit."""
    debit, credit = (round(float(line[AT[x]].replace(",", ".")) * 100) for x in ("Debit", "Credit"))
    total = debit - credit + sign * 101
    line[AT["Debit"]] = f"{max(total, 0) / 100:.2f}".replace(".", ",")
    line[AT["Credit"]] = f"{max(-total, 0) / 100:.2f}".replace(".", ",")


def _write_otherwise(copy: Copy, random: Random) -> None:
    """Number, name and order the entries as another software would; nothing of it is a change."""
    longer, renamed = random.random() < 0.5, random.random() < 0.5
    copy.entries.sort(key=lambda entry: (entry[0][AT["EcritureDate"]], random.random()))
    for number, entry in enumerate(copy.entries, 1):
        for line in entry:
            line[AT["EcritureNum"]] = str(number)
            line[AT["EcritureLet"]] = line[AT["DateLet"]] = ""
            line[AT["CompteNum"]] += "00" if longer else ""
            if renamed:
                line[AT["JournalCode"]] += "1"
                line[AT["EcritureLib"]] = line[AT["EcritureLib"]].upper()


def told(changes: Iterable[Change]) -> Counter[tuple[str, str, str]]:
    """Return the changes found as a copy tells them."""
    found: Counter[tuple[str, str, str]] = Counter()
    for change in changes:
        number = change.line.account.ljust(6, "0")
        found[change.what, number, change.line.reference] += 1
    return found
