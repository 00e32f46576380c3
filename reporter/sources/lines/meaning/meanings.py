"""What the words of a line say of whether it counts: status, billable, credit note, discount.

Knows that such a word is understood wholly or asked about, never passed over. Never sums.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.sources.lines.accidents.misplaced import misplaced
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.meaning.amounts_beside import (
    beside,
    discounts,
    is_discounted,
    worth,
    worth_shown,
)
from reporter.sources.lines.meaning.bearings import Statuses, bearing_in, never_counts
from reporter.sources.lines.meaning.explained import is_rest
from reporter.sources.lines.meaning.flags import (
    LEAVE_OUT,
    MAYBE_UNDONE,
    NEVER_SOLD,
    NOT_SOLD_FIX,
    left_out,
    unaccounted,
    unbilled,
    unissued,
    unnumbered,
)
from reporter.sources.lines.meaning.invoice_numbers import of_numbers
from reporter.sources.lines.meaning.moments import at_midnight, moving
from reporter.sources.lines.meaning.repeated import less_drawn, less_repaid
from reporter.sources.lines.meaning.restated import restated, stated
from reporter.sources.lines.meaning.signs import currencies, signs, tax_included
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.words.bearing import ABSENCES, Bearing, is_absence, is_spent
from reporter.words.documents import lettered, odd_types, payments_among
from reporter.words.fates import WORKED, is_aside
from reporter.words.labels import BY_LABEL, PRICE
from reporter.words.names import is_name, lengthened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

SAYING: tuple[Field, ...] = (
    "status", "document", "invoice", "service", "mission", "label", "client", "supplier",
    "category", "comment", "receipt", "worker", "means", "payer",
)  # fmt: skip
"""The columns whose words may bear on whether a line counts."""
WHO: tuple[Field, ...] = ("client", "supplier", "mission")
RENTALS = {
    "location", "voiture", "vehicule", "vehicules", "utilitaire", "deplacement", "deplacements",
    "transport", "transports",
}  # fmt: skip
"""Words of what is let by a company that is called as a target."""
CAMPAIGNS = {"ads", "adwords", "pub", "publicite", "campagne", "campagnes"}
"""Words of what is bought and called a budget."""
SAID_BY_OWNER = SAYING[:2]
"""Those of which `[statuts]` says the meaning."""
DOUBTED: dict[Bearing, tuple[str, str, str]] = {
    "not sold": ("peut-etre-annule", "dépense peut-être annulée ou jamais faite", LEAVE_OUT),
    "maybe not sold": ("peut-etre-annule", MAYBE_UNDONE, LEAVE_OUT),
    "maybe credit": (
        "avoir-possible",
        "une remise ou un remboursement, qui s’ajoute : faut-il un signe moins ?",
        "écrire le montant avec un signe moins s’il se déduit",
    ),
    "maybe no sale": (
        "mouvement-possible",
        "est-ce une vente ? Elle est comptée dans le chiffre d’affaires",
        "l’effacer d’ici si ce n’en est pas une",
    ),
    "maybe target": (
        "peut-etre-annule",
        "un objectif ou un report, peut-être, et non une ligne",
        LEAVE_OUT,
    ),
    "unspent": ("peut-etre-annule", "dépense peut-être payée par un autre", LEAVE_OUT),
    "deposit": (
        "acompte",
        "un acompte : la facture finale le déduit-elle ?",
        "ne compter que le solde dans la facture finale, ou effacer l’acompte",
    ),
    "again": (
        "peut-etre-annule",
        "ligne peut-être déjà comptée dans une autre",
        "l’effacer si une autre ligne compte ce montant",
    ),
    "sum": (
        "somme",
        "ligne nommée comme un total, et comptée : en est-ce un ?",
        "l’effacer si c’est un total, ou écrire le nom entier",
    ),
    "outlay": (
        "debours",
        "des débours ? Ce que l’on paie au nom du client n’est ni une vente, ni une charge",
        "effacer la ligne, et la dépense avancée ; sinon l’appeler « Frais refacturés »",
    ),
}
"""What to say of the words that leave a doubt: its code, what is doubtful, what to write."""
REFUSED: dict[Bearing, tuple[str, str]] = {
    "not sold": (NEVER_SOLD, NOT_SOLD_FIX),
    "target": ("un objectif ou un report, et non une ligne", "sortir cette ligne du tableau"),
}
"""What to say of the words of no sale: what is wrong, what to write."""
Found = tuple[int, Problem | BadCell | Doubt | Aside]
"""The rank of a row, and what its words say: refused, doubted, or no line."""


def meanings(cells: Cells, statuses: Statuses) -> Iterator[Found]:
    """Yield what the words of each row say of it, where they say something."""
    at = cells.table.columns.fields
    twice = "service" if at.get("service") == at.get("document", -1) else ""
    for name in SAYING:
        if name in cells.values and name != twice:
            yield from _texts(cells, name, statuses)
    if cells.table.kind in ("days", "fees"):
        yield from _absences(cells)
    yield from unbilled(cells)
    yield from unaccounted(cells)
    yield from restated(cells, cells.saying("comment", stated), "comment")
    yield from misplaced(cells)
    yield from unnumbered(cells)
    yield from unissued(cells)
    yield from currencies(cells)
    yield from signs(cells)
    yield from moving(cells)
    yield from at_midnight(cells)
    yield from tax_included(cells)
    yield from beside(cells)
    yield from discounts(cells)


def _texts(cells: Cells, name: Field, statuses: Statuses) -> Iterator[Found]:
    """Yield what the texts of a column say; each distinct text is understood once."""
    texts = set(cells.values[name]) - {"", None}
    twin = (at := cells.table.columns.fields).get("service", -1) == at.get(name)
    heard: Field = "service" if twin or cells.table.title(name) == BY_LABEL else name
    own = statuses if name in SAID_BY_OWNER else Statuses()
    counted, out = ({it for it in texts if words and folded(it) in words} for words in own)
    if name == "invoice":
        written = cells.distinct.get(name, ())  # a yes there is no number
        said = of_numbers(texts | {it for it in written if isinstance(it, str) and it})
    else:
        said = {it: bears for it in texts - counted if (bears := bearing_in(heard, it))}
    if twin or name in ("service", "mission"):
        said = (
            lengthened(texts) | payments_among(texts - said.keys()) | less_drawn(cells, name, said)
        )
    if name == "status" and cells.table.kind == "expenses":
        said = less_repaid(cells, said)
    if name == "document":
        said |= lettered(texts - said.keys())
        odd = odd_types(cells.values[name])
        said |= {it: odd[it] for it in odd.keys() & texts - counted - said.keys()}
    for rank, text in enumerate(cells.values[name] if said or out else ()):
        if text in out:
            yield rank, left_out(cells, rank, name, text)
        elif text in said and (found := _borne(cells, rank, name, said[text])) is not None:
            yield rank, found


def _borne(cells: Cells, rank: int, name: Field, said: Bearing) -> Problem | Doubt | None:
    """Return what a text says of its row, its amount being known or not."""
    said_by = cells.values[name][rank]
    amount = worth(cells, rank)
    positive = amount is not None and amount > 0
    spent = cells.table.kind == "expenses"
    if said == "credit" and positive:
        what, euros = "un avoir de montant positif", worth_shown(cells, rank)
        shown = f"{said_by} : {euros}" if euros else said_by
        fix = "écrire ce qu’il reprend avec un signe moins"
        return Problem("amount" if euros else name, what, shown, fix)
    bought = said == "maybe target" and spent and _is_bought(cells, rank, name)
    if bought or (said == "maybe credit" and is_discounted(cells, rank, said_by)):
        return None
    if name == "invoice" and said == "maybe not sold" and _begins(cells, rank, said_by):
        return None
    if said in REFUSED and not (spent and (name, said) == ("label", "not sold")):
        what, fix = REFUSED[said]
        if name in SAID_BY_OWNER:
            fix += f" ; pour la laisser de côté, écrire dans bilan.toml : {never_counts(said_by)}"
        return Problem(name, what, said_by, fix)
    back = folded(said_by).startswith(("rembours", "geste"))
    refunded = amount is not None and amount < 0 and back
    undone = said == "maybe not sold" and not refunded and name != "invoice"
    always = said == "maybe no sale" or undone
    bears = said in DOUBTED and (positive or always)
    own = said == "unspent" and not spent
    if own or not bears or (spent and (said == "deposit" or is_spent(said_by))):
        return None
    return _doubt(cells, rank, name, said)


def _begins(cells: Cells, rank: int, number: str) -> bool:
    """Tell whether the letters of a number are those that its client begins by: « SO-12 »."""
    letters = folded(number).rstrip(" 0123456789")
    return len(letters) > 1 and folded(cells.of("client")[rank]).startswith(letters)


def _is_bought(cells: Cells, rank: int, name: Field) -> bool:
    """Tell whether a so-called target is bought: « Objectif 50 mm », « Budget » who lets cars."""
    words = set(folded(f"{cells.of('label')[rank]} {cells.of('category')[rank]}").split())
    if name == "supplier":
        return not RENTALS.isdisjoint(words)
    bought = cells.of("supplier")[rank] and "budget" not in words
    return bool(bought) or not (RENTALS | CAMPAIGNS).isdisjoint(words)


def _doubt(cells: Cells, rank: int, name: Field, said: Bearing) -> Doubt:
    """Return the doubt that a text leaves; those of somebody's name are one point."""
    code, what, fix = DOUBTED[said]
    if name in ("invoice", "receipt") and said == "maybe not sold":
        what = "un numéro qui n’est peut-être pas celui d’une facture"
    shown = cells.values[name][rank][:80]
    found = cells.doubt(code, what, rank, name, shown, fix)
    of_words = name in WHO or (
        code == "peut-etre-annule" and name in ("service", "label", "document")
    )
    return found._replace(about=shown) if of_words else found


def _absences(cells: Cells) -> Iterator[Found]:
    """Yield the rows of absences; one with a price, or that a comment alone says, is asked."""
    for name in ("client", "mission", "document"):
        for rank, text, _ in cells.saying(name, is_absence):
            works = name == "document" or (name == "mission" and folded(text) not in ABSENCES)
            if not any(cells.of(price)[rank] for price in PRICE):
                what, place = "absence, laissée de côté", cells.place(rank, name)
                doubt = Doubt(code="absence", what=what, place=place, shown=text)
                yield rank, Aside(Verdict.ABSENCE, doubt)
            elif works or is_name(text) or folded(text) in WORKED:
                yield rank, _doubt(cells, rank, name, "maybe not sold")
            else:
                fix = "effacer son prix si c’est une absence, ou nommer le client"
                yield rank, Problem(name, "une absence, avec un prix", text, fix)
    for rank, text, _ in cells.saying("comment", is_absence):
        if not (is_aside(text) or folded(text) in WORKED or is_rest(cells, rank, text)):
            yield rank, _doubt(cells, rank, "comment", "maybe not sold")
