"""What is said beside a number and its value does not hold: $, k€, h, AV-, another currency.

Knows which sign changes what a field says. Never how a file writes it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.sources.lines.cells import Problem
from reporter.sources.tables.documents import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from reporter.sources.grids.cells import Sign
    from reporter.sources.lines.cells import Cells
    from reporter.sources.tables.vocabulary import Field

MONEY = {"amount", "gross", "vat", "rate", "hourly", "unit_price"}
DAYS = {"j", "jour", "jours", "jr", "jrs", "d", "jh"}
FOREIGN = re.compile(
    r"[$£]|\b(?:USD|GBP|CHF|dollars?|(?-i:AUD|JPY|CNY|XOF|XAF|XPF|FCFA|TND|DZD|SEK|NOK|DKK|PLN))\b",
    re.IGNORECASE,
)
EUROS = {"", "eur", "euro", "euros"}
HOURS = {"h", "heure", "heures", "hr", "hrs", "hours"}
COINS = {"dh", "dhs", "f", "fr", "frs", "fcfa", "cfa", "cfp", "dirham", "dirhams", "pts", "rs"}
"""Words of another currency that a format shows beside a number."""
OWN_UNIT = {"rate": DAYS, "unit_price": DAYS | HOURS, "hourly": HOURS, "days": DAYS, "hours": HOURS}
"""The units that a format may show beside what a field says; an amount has none."""


def signs(cells: Cells) -> Iterator[tuple[int, Problem | Doubt]]:
    """Yield the rows of which a cell shows a sign that changes what it says."""
    found = cells.table.grid.signs
    if not found:
        return
    ranks = {row: rank for rank, row in enumerate(cells.rows)}
    names = {column: name for name, column in cells.table.columns.fields.items()}
    for (row, column), sign in sorted(found.items()):
        if row in ranks and column in names:
            said = _said(cells, ranks[row], names[column], sign)
            if said is not None:
                yield ranks[row], said


def _said(cells: Cells, rank: int, name: Field, sign: Sign) -> Problem | Doubt | None:
    value = cells.values[name][rank]
    words = set(folded(sign.text).split())
    if value in (None, "", 0):
        return None
    if name == "invoice" and numbered(f"{sign.text}1") in ("credit", "not sold"):
        fix = "écrire un avoir en négatif ; effacer ce qui n’est pas une facture"
        return Problem(name, "un numéro d’avoir ou de brouillon", f"{sign.text}{value}", fix)
    if name in MONEY and (sign.kind == "currency" or (sign.kind == "words" and words & COINS)):
        return foreign(cells, rank, name, sign.text)
    said = f"{value} {sign.text}"
    if name in MONEY and sign.kind == "thousands":
        fix = "écrire des euros, et non des milliers d’euros"
        return Problem(name, "montant en milliers d’euros", said, fix)
    if name in MONEY - {"gross"} and sign.kind == "words" and "ttc" in words:
        fix = "écrire le montant hors taxes, ou nommer la colonne Montant TTC"
        return Problem(name, "un montant TTC sous un titre hors taxes", said, fix)
    known = sign.kind != "unit" or name not in MONEY | OWN_UNIT.keys()
    return None if known else _other_unit(name, words, said)


def _other_unit(name: Field, words: AbstractSet[str], shown: str) -> Problem | None:
    """Return the mistake of a unit beside a number that is not the one of its column."""
    if words & OWN_UNIT.get(name, set()):
        return None
    said = {"days": "des jours", "hours": "des heures"}.get(name, "des euros")
    what, fix = "une autre unité que celle de la colonne", f"écrire {said}, sans autre unité"
    return Problem(name, what, shown, fix)


def foreign(cells: Cells, rank: int, name: Field, currency: str) -> Doubt:
    """Return the doubt of an amount in another currency, which is counted as euros."""
    return Doubt(
        code="devise",
        what="autre devise : le montant est compté comme des euros",
        place=cells.place(rank, name),
        shown=currency,
        fix="écrire le montant en euros",
        about=currency,
    )


def currencies(cells: Cells) -> Iterator[tuple[int, Doubt]]:
    """Yield the rows of which a text or the column of currencies speaks of another one."""
    for name in ("service", "mission", "label", "comment"):
        texts = cells.values.get(name, ())
        found = {text: met[0] for text in set(texts) if text and (met := FOREIGN.search(text))}
        for rank, text in enumerate(texts if found else ()):
            if text in found:
                yield rank, foreign(cells, rank, name, found[text])
    for rank, currency in enumerate(cells.values.get("currency", ())):
        if currency and currency.strip("€ ").casefold() not in EUROS:
            yield rank, foreign(cells, rank, "currency", currency)
