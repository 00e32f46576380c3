"""What a purchase was sold for, or that it was scrapped: the columns of its own line.

Knows the rows of a table. Never what is left of a purchase on that day, nor which VAT is due.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.french import euros_cents, short_date
from reporter.model import CENT, ZERO, Expense
from reporter.patterns import pattern
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.written.dates import is_month

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from reporter.errors import Doubt
    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.worth.drafts import Draft
    from reporter.words.columns import Field

HIGHEST_VAT = 3
"""The VAT of a sale is less than a third of its price."""
PRICES: tuple[Field, ...] = ("disposal_price", "disposal_gross", "disposal_vat")
TOLD: frozenset[Field] = frozenset({"disposed", *PRICES})
"""The columns that say what was sold."""
LOST = pattern(
    r"\b(?:rebut|hors (?:service|usage)|vole?e?s?|casse\w*|perdue?s?|donnee?|don|"
    r"detruite?s?|jetee?s?|dechetterie|recycle\w*)\b"
)
"""What says that a purchase left for nothing."""
GONE = pattern(
    r"\b(?:(?:re)?vendue?s?|cedee?s?)\b(?! par)|\bau rebut\b|\bvole(?:e|s|es)?\b|\bhors service\b"
)
"""What says that a purchase left, for a price or for nothing."""
LEFT = pattern(r"\bsorti")
"""What does not say whether it was sold."""


def told_sold(cells: Cells, rank: int, line: Line, draft: Draft) -> Line | Problem:
    """Return the line of a row, told sold or scrapped where it was, or what is wrong with that."""
    day, price = draft.disposed, draft.disposal_price
    vat, gross = draft.disposal_vat, draft.disposal_gross
    dated = _wrong(draft, day, line.amount) if day else ()
    wrong = next(chain(_untold(cells, rank, draft), dated), None)
    if wrong is not None or not isinstance(line, Expense):
        return wrong or line
    if day is None:
        price = vat = None
    elif gross is not None:
        price = gross - (vat or ZERO) if price is None else price
        vat = gross - price if vat is None else vat
    return replace(line, disposed=day, disposal_price=price, disposal_vat=vat)


def odd_prices(cells: Cells, lines: Mapping[int, Line]) -> Iterator[Doubt]:
    """Yield each purchase sold at an odd price, for none, or said to be sold on no day."""
    title = folded(cells.table.title("disposed"))
    silent = "disposal_price" not in cells.values and LEFT.search(title) is not None
    known = silent or LOST.search(title) is not None
    comments = cells.of("comment")
    for rank, line in lines.items():
        if not isinstance(line, Expense) or not line.lifetime or line.amount <= 0:
            continue
        said = folded(" ".join((line.label, line.category, comments[rank] or "")))
        price = line.disposal_price
        if line.disposed is None:
            if GONE.search(said):
                what = "achat dit vendu ou perdu, et amorti encore"
                yield _odd(cells, rank, line, what, "écrire sa « Date de cession » et son prix")
        elif price is None and not known and not LOST.search(said):
            what = "achat cédé sans prix : il est tenu pour mis au rebut"
            fix = "écrire le « Prix de cession », 0 s’il est mis au rebut ou donné"
            yield _odd(cells, rank, line, what, fix)
        elif price is not None and (price > line.amount or 0 < price < 1):
            why = "plus qu’il n’a coûté" if price > line.amount else "moins d’un euro"
            what = f"achat cédé {euros_cents(price)}, {why}"
            yield _odd(cells, rank, line, what, "vérifier le prix, en euros et hors taxes")


def _odd(cells: Cells, rank: int, line: Expense, what: str, fix: str) -> Doubt:
    told: tuple[Field, ...] = (*PRICES[:2], "disposed") if line.disposed else ("comment", "label")
    at = next((name for name in told if cells.of(name)[rank]), told[-1])
    if line.disposed and "disposal_price" in cells.values and line.disposal_price is None:
        at = "disposal_price"
    shown = f"{line.label or line.supplier}, {euros_cents(line.amount)}"
    return cells.doubt("cession-prix", what, rank, at, shown, fix)


def _untold(cells: Cells, rank: int, draft: Draft) -> Iterator[Problem]:
    """Yield the mistake of a disposal told by its month alone, or of a price without a day.

    A disposal counts by the day; a price of zero says nothing.
    """
    cell = cells.column("disposed")[rank] if "disposed" in cells.values else ""
    if isinstance(cell, str) and is_month(cell.strip()):
        fix = "écrire aussi le jour, par exemple 30/06/2020 : l’amortissement court jusqu’à lui"
        yield Problem("disposed", "cession sans son jour", cell.strip(), fix)
    for name in PRICES if draft.disposed is None else ():
        if euros := getattr(draft, name):
            fix = "écrire la « Date de cession » ; ou vider le prix si rien n’est vendu"
            yield Problem(name, "prix de cession sans date", euros_cents(euros), fix)


def _wrong(draft: Draft, day: dt.date, amount: Decimal) -> Iterator[Problem]:
    """Yield why a purchase cannot have been sold so."""
    said, price = short_date(day), draft.disposal_price or draft.disposal_gross or ZERO
    vat = draft.disposal_vat or ZERO
    if not draft.lifetime:
        fix = (
            "écrire sa durée d’amortissement ; ou vider la date de cession, et ranger la vente "
            "parmi les forfaits"
        )
        yield Problem("disposed", "cession d’un achat qui n’est pas amorti", said, fix)
    elif amount <= 0 and price:
        fix = "l’écrire sur la ligne de l’achat ; celle de l’avoir n’a que la date de cession"
        yield Problem("disposal_price", "prix de cession sur un avoir", euros_cents(price), fix)
    elif draft.date is not None and day < draft.date:
        fix = f"acheté le {short_date(draft.date)} : corriger l’une des deux dates"
        yield Problem("disposed", "cession avant l’achat", said, fix)
    elif price < 0:
        fix = "écrire ce que la vente a rapporté ; 0 pour une mise au rebut"
        yield Problem("disposal_price", "prix de cession négatif", euros_cents(price), fix)
    elif vat < 0 or vat * HIGHEST_VAT > price:
        fix = "écrire la TVA du prix de cession, 0 s’il n’y en a pas"
        shown = f"{euros_cents(vat)} pour {euros_cents(price)}"
        yield Problem("disposal_vat", "TVA de cession impossible", shown, fix)
    yield from _with_vat(draft)


def _with_vat(draft: Draft) -> Iterator[Problem]:
    """Yield why a price with VAT tells no price before it, or another one than the line says."""
    gross, price, vat = draft.disposal_gross, draft.disposal_price, draft.disposal_vat
    if gross and price is None and vat is None:
        fix = "écrire aussi « TVA de cession », 0 s’il n’y en a pas ; ou « Prix de cession » HT"
        yield Problem("disposal_gross", "prix de cession TTC sans TVA", euros_cents(gross), fix)
    if gross is None or price is None:
        return
    tax = gross - price if vat is None else vat
    if abs(gross - price - tax) > CENT or tax < 0 or tax * HIGHEST_VAT > price:
        fix = "les trois doivent s’accorder : en corriger un, ou vider le TTC"
        shown = f"{euros_cents(gross)} pour {euros_cents(price)} HT et {euros_cents(tax)} de TVA"
        yield Problem("disposal_gross", "prix de cession TTC incohérent", shown, fix)
