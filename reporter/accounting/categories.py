"""A category of expenses, or what was bought → its account and its VAT rule, by whole words.

Knows how words are compared with the table. Never the table, a line, nor what a rule amounts to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.accounting.chart import CHART_2025
from reporter.accounting.usual_expenses import ASSETS, CHARGES, Known

if TYPE_CHECKING:
    from datetime import date

    from reporter.law.vat_deduction import Rule


CONTRIBUTIONS, OWN_CONTRIBUTIONS = "6451", "646000"
"""What is owed for employees, and for an owner who is not one (PCG art. 932-1)."""
FINES, FINES_2025 = "671200", "658200"
"""Fines and penalties, before the chart of 2025 and since (règlement ANC 2022-06)."""

SILENT = "de du des d la le les l et en a au aux pour frais pro professionnel"
"""Words that add nothing to a category."""

BY_ACCOUNT: dict[str, Rule] = {
    "2182": "car",
    "60614": "petrol",
    "6234": "gift",
    "6251": "travel",
}
"""The rule of an account, where no word says more."""


def singular(folded: str) -> str:
    """Return folded words without their final s or x, so that plurals are the same."""
    return " ".join(word.rstrip("sx") for word in folded.split())


def of_owner(account: str) -> str:
    """Return the account of a self-employed owner's contributions that stands for employees'."""
    return OWN_CONTRIBUTIONS if account.startswith(CONTRIBUTIONS) else account


def in_force(account: str, opened: date) -> str:
    """Return the account that stands for another in a year opened on a date."""
    return FINES_2025 if account == FINES and opened >= CHART_2025 else account


def usual(category: str, *, asset: bool) -> Known | None:
    """Return what a folded category commonly stands for, all of its words being known.

    « Commissions Stripe » is known by both words, « Goûter Stripe » is not. Words of two accounts
    make none, so that « Carburant et péage » is asked for.
    """
    table, words = _KNOWN[asset], singular(category)
    told = " ".join(word for word in words.split() if word not in _SILENT)
    if whole := table.get(words) or table.get(told):
        return whole
    covered, found = _found(table, words)
    rest = [word for word in words.split() if word not in covered and word not in _SILENT]
    return _only(found) if found and not rest else None


def proposed(category: str, *, asset: bool) -> Known | None:
    """Return what some of the words of a folded category stand for; None where they differ."""
    _, found = _found(_KNOWN[asset], singular(category))
    return _only(found)


def rule_of(texts: tuple[str, ...], account: str, *, asset: bool) -> Rule:
    """Return the rule of the VAT of a purchase, by what it is called, else by its account.

    Args:
        texts: its category, then what was bought, folded.
        account: its account.
        asset: whether it is depreciated.

    Words count only where they stand for the same account, in four figures.
    """
    for text in texts:
        _, found = _found(_KNOWN[asset], singular(text))
        near = {known.rule for known in found if known.account[:4] == account[:4]}
        if len(near) == 1:
            return near.pop()
    starts = (start for start in BY_ACCOUNT if account.startswith(start))
    return next((BY_ACCOUNT[start] for start in starts), "full")


def _found(table: dict[str, Known], words: str) -> tuple[set[str], set[Known]]:
    """Return the words of a text that the table knows, the longest phrases first, and as what."""
    each = words.split()
    covered: set[int] = set()
    found: set[Known] = set()
    for length in range(len(each), 0, -1):
        for start in range(len(each) - length + 1):
            span = range(start, start + length)
            known = table.get(" ".join(each[start : start + length]))
            if known and covered.isdisjoint(span):
                covered.update(span)
                found.add(known)
    return {each[rank] for rank in covered}, found


def _only(found: set[Known]) -> Known | None:
    """Return what was found where it is one account; a rule is kept if it is the only one."""
    accounts = {known.account for known in found}
    if len(accounts) != 1:
        return None
    return found.pop() if len(found) == 1 else Known(accounts.pop())


def _by_word(rows: tuple[tuple[Known, str], ...]) -> dict[str, Known]:
    return {singular(word): known for known, words in rows for word in words.split(", ")}


_SILENT = {singular(word) for word in SILENT.split()}
_KNOWN = {False: _by_word(CHARGES), True: _by_word(ASSETS)}
