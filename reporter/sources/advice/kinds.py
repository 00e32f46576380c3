"""What a table that nobody names may be: days, fees, expenses, rates, or none of our business.

Knows its words, its columns and what its name is about. Never what to say of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reporter.characters import folded
from reporter.sources.tables.words import bearing, undoes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.advice.columns import Column
    from reporter.sources.advice.proposals import Plan
    from reporter.sources.tables.vocabulary import Kind

Other = Literal["", "journal", "statement", "recap", "unsold"]
"""What a table is that holds no lines of ours: entries, a bank's statement, sums, quotes."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAMES: dict[Kind, frozenset[str]] = {
    "days": _words("jours cra temps heures timesheet regie time tracking pointage"),
    "fees": _words("facture factures ventes forfaits invoices invoice sales presta"),
    "expenses": _words("depense depenses frais achat achats charges expenses ndf justificatifs"),
    "missions": _words("missions tarifs contrats rates"),
}
"""Words of the name of a sheet that make one kind likelier."""
BOUGHT = _words("fournisseur fournisseurs recues recue recus achetees")
ENTRY = _words("compte comptenum account journal journalcode ecriturenum ecriture numcompte")
UNSOLD = _words(
    "devis prevision previsions previsionnel budget objectif objectifs forecast quotes simulation "
    "brouillon brouillons proposition propositions pipeline prospects"
)


def other_than_lines(name: str, titles: Sequence[str]) -> Other:
    """Return what a table is by its titles and its name, where it holds no lines of ours."""
    words = [folded(title) for title in titles]
    tokens = {token for title in words for token in title.split()}
    sides = {"debit", "credit"} <= tokens
    if (sides or "sens" in tokens) and tokens & ENTRY:
        return "journal"
    if sides or ("solde" in words and "libelle" in tokens):
        return "statement"
    if undoes(name) or bearing(name) == "not sold" or not UNSOLD.isdisjoint(folded(name).split()):
        return "unsold"
    return ""


def kind_of(
    name: str, plans: Mapping[Kind, Plan], known: Mapping[Kind, Sequence[str]]
) -> Kind | None:
    """Return what a table seems to hold, None where several are as likely.

    Args:
        name: its sheet's, or its file's.
        plans: what would make it one of each kind.
        known: the fields of each kind that are known or proposed.
    """
    whole = [kind for kind, plan in plans.items() if plan.is_complete]
    if "days" in whole:
        return "days"
    said = [kind for kind in whole if not NAMES[kind].isdisjoint(folded(name).split())]
    if len(said) == 1:
        return said[0]
    if "expenses" in whole and "supplier" in known["expenses"]:
        return None if "fees" in whole or _is_sold(name) else "expenses"
    if "fees" in whole:
        return "fees"
    return None


def _is_sold(name: str) -> bool:
    """Tell whether a name is that of what is sold: « factures » without a supplier's word."""
    tokens = set(folded(name).split())
    return bool(tokens & NAMES["fees"]) and not tokens & (NAMES["expenses"] | BOUGHT)


def nearest(name: str, plans: Mapping[Kind, Plan], known: Mapping[Kind, Sequence[str]]) -> Kind:
    """Return the kind of which a table lacks the least, by its name and its columns if two are."""
    tokens = folded(name).split()

    def lacks(kind: Kind) -> tuple[int, int, int]:
        missing = sum(len(found) != 1 for found in plans[kind].missing.values())
        return missing, int(NAMES[kind].isdisjoint(tokens)), -len(known[kind])

    kinds: tuple[Kind, ...] = ("fees", "days", "expenses")
    return min(kinds, key=lacks)


def dated(columns: Sequence[Column]) -> bool:
    """Tell whether some column holds dates or months."""
    return any(column.look in ("dates", "months") for column in columns)
