"""The FEC of a small company, written by hand: a day, its accounts and their debits, each."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.fec.fields import FIELDS

if TYPE_CHECKING:
    from pathlib import Path

SIREN = "812345676"
SETTINGS = f'[societe]\nnom = "Lueur"\nsiren = "{SIREN}"\n'
Lines = dict[str, str]
"""An account, « /C1 » after it for a third party → its debit in euros, negative for a credit."""
Entries = list[tuple[str, Lines]]


def year(number: int, *more: tuple[str, Lines]) -> Entries:
    """Return a closed year: 40 000 € of sales, 1 500 € granted, charges, an annuity, the tax."""
    return [
        (f"{number}0115", {"411NIMBUS": "48000.00", "706000": "-40000.00", "445710": "-8000.00"}),
        (f"{number}0201", {"709000": "1500.00", "411NIMBUS": "-1500.00"}),
        (f"{number}0520", {"613200": "9000.00", "401000": "-9000.00"}),
        (f"{number}0630", {"641100": "12000.50", "421000": "-12000.50"}),
        (f"{number}1231", {"681120": "700.25", "281830": "-700.25"}),
        (f"{number}1231", {"681500": "300.00", "151000": "-300.00"}),
        (f"{number}1231", {"512000": "120.00", "764000": "-120.00"}),
        (f"{number}1231", {"695000": "2493.00", "444000": "-2493.00"}),
        *more,
    ]


def fec(entries: Entries) -> bytes:
    """Return the file that holds entries."""
    lines = ["\t".join(FIELDS)]
    for number, (day, postings) in enumerate(entries, 1):
        for account, debit in postings.items():
            euros = Decimal(debit)
            sides = (f"{max(x, Decimal(0)):.2f}".replace(".", ",") for x in (euros, -euros))
            journal = "AN" if day.endswith("0101") else "OD"
            account, _, code = account.partition("/")  # noqa: PLW2901
            party = [code, f"Tiers {code}"] if code else ["", ""]
            cells = [journal, journal, str(number), day, account, f"Compte {account}", *party]
            cells += [f"P-{number}", day, f"Écriture {number}", *sides, "", "", day, "", ""]
            lines.append("\t".join(cells))
    return ("\n".join(lines) + "\n").encode()


def put(folder: Path, number: int, entries: Entries | None = None, name: str = "") -> Path:
    """Write the FEC of a calendar year among books."""
    path = folder / "data" / "fec" / (name or f"{SIREN}FEC{number}1231.txt")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(fec(year(number) if entries is None else entries))
    return path
