"""What is said beside a number and its value does not hold: $, k€, h, AV-, another currency.

Knows which sign changes what a field says. Never how a file writes it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter import numerals
from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.meaning.flags import NEVER_SOLD, NOT_SOLD_FIX
from reporter.sources.lines.written.counts import DAY_WORDS, HOUR_WORDS
from reporter.sources.tables.titles import called, is_taxed
from reporter.words.apart import set_apart
from reporter.words.bearing import undoes
from reporter.words.currencies import CODES, EUROS
from reporter.words.documents import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.sources.grids.cells import Cell, Sign
    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

AMOUNTS: tuple[Field, ...] = ("amount", "gross", "vat")
PARTIES: tuple[Field, ...] = ("client", "supplier")
MONEY = {"amount", "gross", "vat", "rate", "hourly", "unit_price"}
SHORT = rf"{CODES}|CFA|DHS?|Dhs?"
FOREIGN = pattern(
    r"[$£¥₣₽₿]|\b(?i:USD|GBP|CHF|F ?CFA|dollars?|francs suisses|livres? sterling)\b"
    rf"|\d ?(?:{SHORT})\b|\b(?:{SHORT}) ?(?!20\d\d\b)\d|[(\[](?:en )?(?:{CODES})[)\]]"
)
"""What names another currency: a code that may be a word does so beside a number alone."""
PLAIN = {
    "ht", "hors", "taxe", "taxes", "par", "jour", "jours", "j", "h", "heure", "mois", "net", "nets",
    "nette", "brut", "tva", "de", "env", "environ", "total", "soit",
}  # fmt: skip
"""What may be shown beside an amount and changes nothing of it."""
WITH_TAX = pattern(r"(\d[\d \u00a0\u202f.,]*)(?:€|euros?|eur)?\s*TTC\b", re.IGNORECASE)
TAXED_APART = pattern(
    r"(?!.*\bht\b)(?:.*(?:[(\[]\s*(?:montant |prix )?ttc\s*[)\]]|\s[-–—]\s*ttc$)|\D*\sttc$)",
    re.IGNORECASE,
)
"""How a text ends that says of its amount that it holds its VAT."""
WITH_VAT = "un montant hors taxes, dit TTC"
WITH_VAT_FIX = "écrire le montant hors taxes, ou effacer « TTC »"
SAYS_TAX = pattern(
    r"\btoutes taxes(?: comprises)?\b|\b(?:taxes?|tva) (?:comprise|incluse)s?\b|"
    r"\bavec (?:la )?tva\b|\b(?:incl\w*\.?|with) (?:vat|tax)\b|\b(?:vat|tax) incl\w*",
    re.IGNORECASE,
)
"""How « TTC » is said in words."""
BEFORE_TAX = {"ht", "hors", "htva", "excl"}
CONVERTED = {"devise", "devises", "change"}
"""Words of the title of an amount in another currency, or of what it is worth in euros."""
IN_EUROS = (
    "écrire le montant en euros, et EUR dans cette cellule ; si tous les montants le sont déjà, "
    "écrire dans bilan.toml"
)
PRICED = {
    "currency": ("une autre devise que l’euro", "écrire des euros"),
    "thousands": ("montant en milliers d’euros", "écrire des euros, et non des milliers d’euros"),
    "minus": (
        "un nombre montré en négatif, et qui ne l’est pas",
        "l’écrire avec un signe moins, ou changer le format de sa cellule",
    ),
}
"""What is wrong with a number beside which something else is shown, and what to write."""
OWN_UNIT: dict[Field, AbstractSet[str]] = {
    **dict.fromkeys(("rate", "days"), DAY_WORDS),
    **dict.fromkeys(("hourly", "hours"), HOUR_WORDS),
    **dict.fromkeys(AMOUNTS, frozenset()),
    "unit_price": DAY_WORDS | HOUR_WORDS,
}
"""The units that may stand beside what a field says."""
SAID: dict[Field, str] = {
    "days": "des jours",
    "hours": "des heures",
    **dict.fromkeys(AMOUNTS, "un montant"),
}
"""What a number of each is, where it is no price of a unit."""


def struck(grid: Grid, row: int, columns: Iterable[int]) -> BadCell | None:
    """Return the mistake of a row one of whose cells is struck through: it may be left out."""
    column = min((n for n in columns if (row, n) in grid.marks.struck), default=None)
    if column is None:
        return None
    fix = "l’effacer, ou retirer le trait si elle compte"
    return grid.mistake(row, column, "ligne barrée", fix)


def otherwise(
    grid: Grid, cell: Cell, own: AbstractSet[str] | None, said: str = "le prix de cette unité"
) -> BadCell | None:
    """Return the mistake of a number beside which another unit than its own is shown.

    `own` are the words of its unit, None where any time may be; `said` is what the number says.
    """
    sign, number = grid.marks.signs.get(cell), grid.rows[cell[0]][cell[1]]
    if sign is None or is_blank(number) or number == 0:
        return None
    what, fix = PRICED.get(sign.kind, ("", ""))
    words = set(folded(sign.text).split())
    unknown = sign.kind == "words" and not words <= PLAIN
    if (unknown or (sign.kind == "unit" and own is not None)) and (
        words.isdisjoint(own or ()) or "demi" in words
    ):
        what = "une autre unité que celle de la colonne"
        fix = f"écrire {said}, sans autre unité"
    text = shown(number) if sign.kind == "minus" else f"{shown(number)} {sign.text}"
    return BadCell(what, grid.place(*cell), shown=text, fix=fix) if what else None


def signs(cells: Cells) -> Iterator[tuple[int, Problem | BadCell | Doubt]]:
    """Yield the rows of which a cell shows a sign that changes what it says."""
    found = cells.table.grid.marks.signs
    if not found:
        return
    ranks = {row: rank for rank, row in enumerate(cells.rows)}
    names = {column: name for name, column in cells.table.columns.fields.items()}
    for (row, column), sign in sorted(found.items()):
        known = row in ranks and column in names
        if known and (said := _said(cells, ranks[row], names[column], sign)):
            yield ranks[row], said


def _said(cells: Cells, rank: int, name: Field, sign: Sign) -> Problem | BadCell | Doubt | None:
    value = cells.values[name][rank]
    if value in (None, "", 0):
        return None
    if name == "invoice" and numbered(f"{sign.text}1") in ("credit", "not sold"):
        fix = "écrire un avoir en négatif ; effacer ce qui n’est pas une facture"
        return Problem(name, "un numéro d’avoir ou de brouillon", f"{sign.text}{value}", fix)
    if name in MONEY and sign.kind in ("currency", "words"):
        return (foreign if sign.kind == "currency" else _worded)(cells, rank, name, sign.text)
    if name not in (*MONEY, *OWN_UNIT) or (
        sign.kind == "unit" and name in AMOUNTS and "€" in sign.text
    ):
        return None
    said = SAID.get(name, "le prix de cette unité")
    at = (cells.rows[rank], cells.table.columns.fields[name])
    return otherwise(cells.table.grid, at, OWN_UNIT.get(name), said)


def _worded(cells: Cells, rank: int, name: Field, said: str) -> Problem | Doubt | None:
    """Return what the words say that a format shows beside an amount: TTC, « (annulé) », DH."""
    words, shown = folded(said), f"{cells.values[name][rank]} {said}"
    if undoes(words):
        return Problem(name, NEVER_SOLD, shown, NOT_SOLD_FIX)
    if words.startswith("ttc") and name != "gross":
        return Problem(name, WITH_VAT, shown, WITH_VAT_FIX)
    return None if set(words.split()) <= PLAIN else foreign(cells, rank, name, said)


def foreign(cells: Cells, rank: int, name: Field, currency: str) -> Doubt:
    """Return the doubt of an amount in another currency, which is counted as euros."""
    return in_currency(currency, cells.place(rank, name))


def in_currency(currency: str, place: Place) -> Doubt:
    """Return the same, at a place."""
    what, fix = "autre devise : le montant est compté comme des euros", "écrire le montant en euros"
    return Doubt("devise", what, place, currency, fix, about=currency)


def currency_in(text: str) -> str:
    """Return the currency that a text names, which is not the euro."""
    met = FOREIGN.search(text)
    return met[0].strip("0123456789 ") if met else ""


def currencies(cells: Cells) -> Iterator[tuple[int, Doubt | Problem]]:
    """Yield the rows of which the column of currencies says another one, or a text speaks of it.

    What the column says is so, and refused; a text may only tell where the euros come from. Beside
    the amount of a currency, or its rate, that which says euros is of them.
    """
    for name in ("service", "mission", "label", "comment"):
        for rank, _, currency in cells.saying(name, currency_in):
            yield rank, foreign(cells, rank, name, currency)
    for name in PARTIES:
        for rank, text, _ in cells.saying(name, lambda it: any(map(currency_in, set_apart(it)))):
            yield rank, foreign(cells, rank, name, currency_in(text))
    at, header = cells.table.columns.fields, cells.table.grid.rows[cells.table.top]
    said = [set(folded(str(title).replace("€", " eur ")).split()) for title in header]
    given = any(words & CONVERTED for n, words in enumerate(said) if n != at.get("currency"))
    if given and said[at.get("amount", 0)] & (EUROS - {""}):
        return
    for rank, currency in enumerate(cells.values.get("currency", ())):
        words = (currency or "").casefold().split()
        if not {word.strip("()-–€") for word in words} <= EUROS:
            aside = called(cells.table.title("currency"))
            fix = f"{IN_EUROS} : {aside}"
            yield rank, Problem("currency", "un montant dans une autre devise", currency, fix)


def tax_included(cells: Cells) -> Iterator[tuple[int, Problem]]:
    """Yield the rows of which a text says that the amount read before tax holds its VAT."""
    titled = folded(cells.table.title("amount")).split()
    if "gross" in cells.table.columns.fields or BEFORE_TAX.isdisjoint(titled):
        return
    for name in ("service", "label", "comment"):
        for rank, text, said in cells.saying(name, _tax_said):
            amount = cells.of("amount")[rank]
            told = is_taxed(said) or TAXED_APART.match(said)
            if amount and (told or amount in _with_tax(said)):
                yield rank, Problem(name, WITH_VAT, text[:80], WITH_VAT_FIX)


def _tax_said(text: str) -> str:
    """Return a text that says that an amount holds its VAT, as « TTC »; nothing if it does not."""
    said = SAYS_TAX.sub("TTC", text)
    return said if "ttc" in said.casefold() else ""


def _with_tax(text: str) -> set[Decimal]:
    """Return the numbers of a text that are said to hold their VAT: « 1 200 € TTC »."""
    found = (numerals.number(it[1].strip()) for it in WITH_TAX.finditer(text))
    return {number for number in found if number is not None}
