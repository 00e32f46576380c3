"""What says yes or no of a line: billable, invoiced, cancelled; and numbers that are no invoice's.

Knows columns of yes and no, of ticks and of crosses. Never what a line is worth.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from reporter.characters import folded, forms
from reporter.errors import Doubt
from reporter.model import ZERO
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.meaning.amounts_beside import worth, worth_shown
from reporter.sources.lines.meaning.bearings import takes_away
from reporter.sources.lines.meaning.invoice_numbers import has_figures
from reporter.sources.lines.meaning.remarks import ODD_IN
from reporter.sources.lines.meaning.restated import restated, stated
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.sources.lines.written.values import answer
from reporter.sources.tables.titles import key_of
from reporter.words.bearing import (
    bearing,
    is_absence,
    is_sold,
    is_undone,
    takes_back,
    undoes,
)
from reporter.words.fates import is_fate
from reporter.words.remarks import is_harmless

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field


NEVER_SOLD = "ligne annulée ou pas encore facturée"
NOT_SOLD_FIX = "effacer la ligne, ou vider cette cellule si la ligne compte"
MAYBE_UNDONE = "ligne peut-être annulée, offerte ou pas encore facturée"
NOT_TICKED = "facturable, ou non ? Rien ne le dit ici, et la ligne est comptée"
LEAVE_OUT = "l’effacer si elle ne compte pas"
DONE = forms(
    "accepte, approuve, confirme, effectue, emis, fait, livre, realise, signe, valide, gagne, vendu"
) | {"actif", "active", "approved", "billed", "confirmed", "done", "invoiced"}
"""How the title of a column begins that says yes of what was done, folded."""
MOST_UNDONE = 3
FEW_UNISSUED = 4
"""Sales that have a number, or a date of invoice, for one that has none."""
LACKS: dict[Field, str] = {
    "invoice": "vente sans numéro de facture, quand d’autres ont le leur : est-elle facturée ?",
    "invoiced": "vente sans date de facture, quand d’autres ont la leur : est-elle facturée ?",
}
"""What a sale may lack, and what is said of it."""
NO_NUMBER = {"", "n a", "neant", "sans", "aucun", "aucune"}
ORDERS = pattern(r"\b(?:commandes?|bc|bdc|po|orders?)\b")
"""Titles of the numbers by which clients order; folded."""
DONE_FIRST = pattern(r"commande|(?:factures? )?(?:envoy|emis|transmis)")
"""How a title begins of what a sale waits for: « Commandé ? », « Facture envoyée »."""
ISSUED = "l’écrire, ou effacer la ligne si elle ne compte pas"
UNDONE = ("not sold", "maybe not sold")
KINDS = {"categorie", "category"}
"""Titles of the kinds of what is sold, where « Interne », said of few, is none.

Elsewhere it is who does it; said of many, it is a kind: training within a company.
"""


def left_out(cells: Cells, rank: int, name: Field, shown: str) -> Aside:
    """Return the verdict of a line that is said not to be billed."""
    what, place = "ligne dite non facturée, laissée de côté", cells.place(rank, name)
    return Aside(Verdict.UNBILLED, Doubt("non-facturable", what, place, shown))


def unbilled(cells: Cells) -> Iterator[tuple[int, Problem | Doubt | Aside]]:
    """Yield the rows that are said not to be billable, and those of which nothing tells.

    A blank beside a yes may be a no; beside none, it is the way of who marks a no alone.
    """
    texts = cells.of("billable")
    said = {text: answer(text) for text in set(texts) if text}
    odd = {text for text, it in said.items() if not it} | (
        {"", None} if any(said.values()) else set()
    )
    for rank, text in enumerate(texts if odd else ()):
        if text not in odd:
            continue
        if not text:
            yield rank, cells.doubt("peut-etre-annule", NOT_TICKED, rank, "billable", "", LEAVE_OUT)
        elif said[text] is False or bearing(text) == "not sold":
            yield rank, left_out(cells, rank, "billable", text)
        else:
            yield rank, Problem("billable", "facturable, ou non ?", text, "écrire oui ou non")


def unaccounted(cells: Cells) -> Iterator[tuple[int, Doubt]]:
    """Yield the rows whose account is a no: « Compté » says so, once its accent is lost."""
    for rank, text, _ in cells.saying("account", lambda it: answer(it) is False):
        yield rank, _maybe_undone(cells, rank, "account", text)


def _maybe_undone(
    cells: Cells, rank: int, at: Field | int, shown: str, what: str = MAYBE_UNDONE
) -> Doubt:
    return cells.doubt("peut-etre-annule", what, rank, at, shown[:80], LEAVE_OUT)


def unnumbered(cells: Cells) -> Iterator[tuple[int, Problem]]:
    """Yield the rows left blank in a column of invoices that holds yes and no, and no number."""
    said = [cell for cell in cells.distinct.get("invoice", ()) if not is_blank(cell)]
    answers = said and all(answer(cell) is not None for cell in said)
    for rank, cell in enumerate(cells.column("invoice") if answers else ()):
        if is_blank(cell):
            yield rank, Problem("invoice", NEVER_SOLD, fix="écrire oui si la ligne est facturée")


def unissued(cells: Cells) -> Iterator[tuple[int, Doubt]]:
    """Yield the few sales without a number, or a date of invoice, among others that have theirs.

    One that is later than all of those may be invoiced yet; where lines share numbers, a blank may
    be of the invoice above.
    """
    fields, days = cells.table.columns.fields, cells.of("date")
    for name, lacks in LACKS.items():
        if name not in fields or fields[name] == fields.get("date"):
            continue
        said = cells.of(name)
        texts = (it for it in set(said) if not (it and str(it)[-1].isdigit()))
        blank = {it for it in texts if folded(it or "") in NO_NUMBER}
        if not blank:
            continue
        dated = [rank for rank, day in enumerate(days) if day and (worth(cells, rank) or ZERO) > 0]
        told = [rank for rank in dated if said[rank] not in blank]
        left = [rank for rank in dated if said[rank] in blank]
        shared = name == "invoice" and len({said[rank] for rank in told}) < len(told)
        if not left or shared or FEW_UNISSUED * len(left) > len(told):
            continue
        last = max(days[rank] for rank in told)
        for rank in left:
            if days[rank] < last:
                shown = worth_shown(cells, rank)
                yield rank, cells.doubt("peut-etre-annule", lacks, rank, name, shown, ISSUED)


def undone(
    cells: Cells, found: Sequence[tuple[int, Any]], column: int, *, listed: bool = False
) -> Iterator[Doubt]:
    """Yield the lines beside which a column that bears on no figure says that they are undone.

    In one that is `listed`, where a few words come back, a number tells no line.
    """
    texts = {cell for _, cell in found if isinstance(cell, str)}
    heard = partial(takes_away, spent=cells.table.kind == "expenses")
    mute = column in {*cells.table.columns.harmless} - cells.table.columns.spoken
    settled = {it for it in texts if is_sold(it)}
    statuses = settled and all(undoes(it) for it in texts - settled)
    texts -= settled if 2 * sum(cell in settled for _, cell in found) > len(found) else set()
    says = undoes if statuses else is_undone if mute else heard
    said = {text for text in texts if bearing(text) == "credit" or says(text)}
    sold = cells.table.kind != "expenses"
    fates = {it for it in texts - said if is_fate(it)}
    kinds = mute and key_of(shown(cells.table.grid.rows[cells.table.top][column])) in KINDS
    often = ODD_IN * sum(cell in fates for _, cell in found)
    if mute and not (kinds and often <= max(ODD_IN, len(found))):
        fates = set()
    words = fates | {it for it in texts - said if sold and is_absence(it)}
    words |= _unordered(cells, found, column) if sold else set()
    if 2 * sum(cell in words for _, cell in found) <= len(found):
        said |= words
    for rank, cell in found if said and cells.table.kind != "missions" else ():
        taken = (worth(cells, rank) or ZERO) < ZERO and takes_back(cell)
        if cell in said and not taken:
            yield _maybe_undone(cells, rank, column, cell)
    texts = {text for text in texts if not (listed and has_figures(text))}
    if cells.table.kind != "missions" and not mute:
        met = ((rank, cell, it) for rank, cell in found if cell in texts and (it := stated(cell)))
        yield from (doubt for _, doubt in restated(cells, met, column))


def _unordered(cells: Cells, found: Sequence[tuple[int, Any]], column: int) -> set[str]:
    """Return the words that stand for an order among the numbers of others: « manquant »."""
    title = cells.table.grid.rows[cells.table.top][column]
    words = {cell for _, cell in found if isinstance(cell, str) and not has_figures(cell)}
    if len(words) == len({cell for _, cell in found}):
        yes = any(answer(it) or is_sold(it) for it in words)
        said = yes and DONE_FIRST.match(folded(title))
        return {it for it in words if said and (is_fate(it) or answer(it) is False)}
    if not ORDERS.search(folded(title)):
        return set()
    return {
        it for it in words if not (is_harmless(it) or ("?" not in it and folded(it) in NO_NUMBER))
    }


def flagged(cells: Cells, ranks: Collection[int], column: int, title: str) -> list[Doubt] | None:
    """Return the lines that a column of yes and no says undone: « Annulé : oui », « Fait : non ».

    None where its title says neither, where its cells are no answers, and where it would undo most
    lines: « Remboursé : oui » is then rather of who was paid back.
    """
    done = not DONE.isdisjoint(folded(title).split()[:1])
    if not done and (bearing(title) not in UNDONE or "facturer" in folded(title)):
        return None
    raw = cells.column(column)
    answers: dict[Any, bool | None] = {raw[rank]: answer(raw[rank]) for rank in ranks}
    if any(said is None and not is_blank(cell) for cell, said in answers.items()):
        return None
    what = f"ligne comptée, quand sa colonne « {title} » dit qu’elle n’est pas à compter"
    undone = [rank for rank in sorted(ranks) if bool(answers[raw[rank]]) != done]
    if len(undone) > MOST_UNDONE and 2 * len(undone) > len(ranks):
        return None
    return [_maybe_undone(cells, rank, column, str(raw[rank] or ""), what) for rank in undone]
