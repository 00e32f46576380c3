"""What has changed in a closed year, in French: one line for a figure, a setting, a line.

Knows words. Never what has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell, short_date, spaced
from reporter.frozen.closure import FIELDS, FIGURES
from reporter.frozen.taking import usual
from reporter.settings.words import OF, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reporter.frozen.changes import Changed, Changes, Moved
    from reporter.frozen.closure import Kept, Named

NOTHING = "rien"
STATUS = "societe.statut"
NAMING = ("date", "client", "fournisseur", "libelle", "prestation", "jours", "montant_ht")
"""The fields by which a person knows a line."""


def told(changes: Changes, most: int) -> Iterator[str]:
    """Yield the lines that say what has changed; of many lines, `most`, then how many are left."""
    closure = changes.closure
    head = f"l’exercice {closure.year}, clos le {short_date(closure.day)}"
    if changes.figures:
        yield f"{head}, ne donne plus les mêmes chiffres"
    else:
        yield f"{head}, donne les mêmes chiffres, mais n’est plus le même"
    yield from figures(changes)
    yield from map(setting, changes.settings)
    yield from map(line, changes.lines[:most])
    if (left := len(changes.lines) - most) > 0:
        yield f"et {left} autres lignes : « bilan check --json » les dit toutes"


def figures(changes: Changes) -> Iterator[str]:
    """Yield each figure before and now, in the words of the legal form, if it has such a thing."""
    known = results(_forms(changes))
    for one in changes.figures:
        named = FIGURES[one.name]
        if word := known.get(one.name, named.words):
            yield spaced(f"{word} : {_cell(one.before, named)} → {_cell(one.now, named)}")


def _forms(changes: Changes) -> set[object]:
    """Return the legal form of a closed year, before and now."""
    was = changes.closure.settings.get(STATUS)
    return {was, *(one.now for one in changes.settings if one.name == STATUS)}


def results(forms: Collection[object]) -> dict[str, str]:
    """Return what the results are called in these legal forms; empty where they have none."""
    of = words(form for form in OF if form in forms)
    return {
        "dotations_amortissements": "dotations aux amortissements" if of.depreciated else "",
        "resultat_avant_impots": of.before,
        "impot": of.tax,
        "resultat_apres_impots": of.result,
    }


def setting(change: Changed) -> str:
    """Return a setting before and now: « réglage societe.taux_reduit : true → false »."""
    before, now = (x or usual(change.name) or NOTHING for x in (change.before, change.now))
    return f"réglage {change.name} : {before} → {now}"


def line(moved: Moved) -> str:
    """Return a line that changed, went or came, with its cell."""
    before, now = moved
    if before is not None and now is not None:
        return f"ligne changée : {now.place} : {', '.join(fields(before, now))}"
    if before is not None:
        return f"ligne partie : {before.place} : {name_of(before)}"
    return f"ligne arrivée : {now.place} : {name_of(now)}" if now else ""


def fields(before: Kept, now: Kept) -> Iterator[str]:
    """Yield each field of a line that changed: « jours 1 → 2 »."""
    was, is_ = dict(before.values), dict(now.values)
    for name, named in FIELDS.items():
        if was.get(name) != is_.get(name):
            yield f"{named.words} {_cell(was.get(name), named)} → {_cell(is_.get(name), named)}"


def name_of(kept: Kept) -> str:
    """Return a line as its owner would name it: « 31/03/2020 · Client A · 2 · 900 € »."""
    values = dict(kept.values)
    return " · ".join(
        str(Cell(values[name], FIELDS[name].kind)) for name in NAMING if name in values
    )


def _cell(value: object, named: Named) -> str:
    return NOTHING if value is None else str(Cell(value, named.kind))  # type: ignore[arg-type]
