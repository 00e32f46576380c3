"""A year of the bank as tables: the balances, what is asked, what is missing on either side.

Knows labels and cells. Never what pays what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.bank.reconciling import EXPLAINED
from reporter.french import Cell, counted, euros_cents, short_date, spaced
from reporter.tables.table import Table, headings, money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.bank.bank import Asked
    from reporter.bank.pieces import Piece
    from reporter.bank.reconciling import Group, Reconciled, Year

NAMES: dict[Group, str] = {
    "sale": "Ventes encaissées",
    "expense": "Dépenses payées",
    "movement": "Mouvements des livres",
    "outside": "Hors des livres, par vos réponses",
    "transfer": "Virements entre vos comptes",
    "reversal": "Paiements rejetés, et leurs retours",
    "asked": "À rapprocher",
    "alone": "Sans ligne",
}
KINDS = {"sale": "Vente", "expense": "Dépense", "movement": "Mouvement"}


def reconciliation(found: Reconciled) -> tuple[Table, ...]:
    """Return the tables of a year; those that have nothing to say are left out."""
    lists = (_asked(found), _alone(found), _unpaid(found), _untold(found))
    return (*(_account(one, found) for one in found.accounts), *(x for x in lists if x.rows))


def _account(year: Year, found: Reconciled) -> Table:
    first, last = map(short_date, year.days)
    known = [(NAMES[group], *year.groups[group]) for group in NAMES if group in year.groups]
    rows = (
        (Cell(f"Solde avant le {first}"), Cell(""), Cell(year.opening, "cents")),
        *((Cell(name), Cell(count), Cell(euros, "signed_cents")) for name, count, euros in known),
        (Cell(f"Solde le {last}"), Cell(""), Cell(year.closing, "cents")),
    )
    return Table(
        title=f"Banque {found.year.number} : {year.account.name}".replace(" :", "\u00a0:"),
        columns=headings("De l’un à l’autre solde", "Mouvements", "Montant"),
        rows=rows,
        note=spaced(" ".join(_notes(year, found))),
    )


def _notes(year: Year, found: Reconciled) -> Iterator[str]:
    """Yield what a reader must know to read the balances right."""
    if year.opening is None:
        yield "Aucun relevé ne donne de solde : l’égalité des soldes n’est pas vérifiée."
    else:
        left = year.total("asked", "alone")
        said = f"{euros_cents(year.total(*EXPLAINED))} de mouvements expliqués"
        yield f"{said}, {euros_cents(left)} à expliquer." if left else f"{said}, tous."
    if not year.whole:
        first, last = map(short_date, year.days)
        yield f"Les relevés ne disent que les jours du {first} au {last}."
    if year.account.repeated:
        many = counted(year.account.repeated, "mouvement", "mouvements")
        yield f"Doublons d’un relevé à l’autre, écartés : {many}."
    if year.account.left:
        yield f"{counted(year.account.left, 'opération', 'opérations')} sans effet, hors du compte."
    for match in found.gaps:
        if any(move in year.account.movements for move in match.movements):
            paid = ", ".join(piece.reference for piece in match.pieces)
            yield f"{paid} : payé à {euros_cents(match.gap, plus=True)} près, par votre réponse."


def _asked(found: Reconciled) -> Table:
    return Table(
        title="Mouvements à rapprocher",
        columns=headings("Mouvement", "Paie peut-être", "Où"),
        rows=tuple(row for one in found.asked for row in _asked_rows(one)),
        note=spaced(_answer(found)),
    )


def _asked_rows(one: Asked) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each piece that a movement may pay; the movement stands on the first."""
    for rank, piece in enumerate(one.likely):
        said = one.key if rank == 0 else "…"
        yield Cell(said), Cell(_piece(piece)), Cell(str(piece.place))


def _piece(piece: Piece) -> str:
    paid = f", payée le {short_date(piece.paid)}" if piece.paid else ""
    amount = euros_cents(piece.amount)
    bare = " HT" if piece.bare else ""
    name = "" if piece.name in piece.reference else f" {piece.name},"
    several = "" if piece.number or len(piece.lines) == 1 else f", {len(piece.lines)} lignes"
    return f"{piece.reference},{name} {short_date(piece.date)}, {amount}{bare}{several}{paid}"


def _answer(found: Reconciled) -> str:
    """Return how to answer, with a movement and a reference of the table."""
    if not found.asked:
        return ""
    one = found.asked[0]
    example = f'"{one.key}" = "{one.likely[0].reference}"'
    return (
        f"Répondre dans bilan.toml, sous [banque.rapprochements] : {example} ; une liste s’il en "
        'paie plusieurs, "hors des livres" s’il n’en paie aucune.' + _coming_back(found)
    )


def _coming_back(found: Reconciled) -> str:
    """Return how to name once for all a label that comes back; nothing where none does."""
    if found.recurring is None:
        return ""
    words, name = found.recurring
    return f' Un libellé qui revient se nomme une fois, sous [banque.noms] : "{words}" = "{name}".'


def _alone(found: Reconciled) -> Table:
    return Table(
        title="Mouvements sans ligne",
        columns=headings("Mouvement", money("Montant"), "Où"),
        rows=tuple(
            (Cell(one.key), Cell(one.movement.amount, "cents"), Cell(str(one.movement.place)))
            for one in found.alone
        ),
        note=spaced("".join(map(_forgotten, found.alone[:1]))),
    )


def _forgotten(one: Asked) -> str:
    """Return what a movement without a line may be, and how to say that it is of no line."""
    return (
        "Une dépense ou une vente oubliée ? Sinon, écrire dans bilan.toml, sous "
        f'[banque.rapprochements] : "{one.key}" = "hors des livres"'
    )


def _unpaid(found: Reconciled) -> Table:
    return Table(
        title="Lignes sans mouvement",
        columns=headings("Ligne", "Quoi", "Nom", "Date", money("Montant TTC"), "Payée", "Où"),
        rows=tuple(_unpaid_row(piece) for piece in found.unpaid),
        note=spaced(
            f"Pas encore payées le {short_date(found.last)}, dernier jour des relevés, ou payées "
            f"d’un compte sans relevé{', ou par un mouvement à rapprocher' if found.asked else ''}."
        ),
    )


def _untold(found: Reconciled) -> Table:
    return Table(
        title="Ventes d’après les relevés, payées ou non",
        columns=headings("Ligne", "Nom", "Date", money("Montant TTC"), "Où"),
        rows=tuple(
            (
                Cell(piece.reference),
                Cell(piece.name),
                Cell(piece.date, "date"),
                Cell(piece.amount, "cents"),
                Cell(str(piece.place)),
            )
            for piece in found.untold
        ),
        note=spaced(f"Relevés jusqu’au {short_date(found.last)} : après, rien n’est connu."),
    )


def _unpaid_row(piece: Piece) -> tuple[Cell, ...]:
    return (
        Cell(piece.reference),
        Cell(KINDS[piece.kind]),
        Cell(piece.name),
        Cell(piece.date, "date"),
        Cell(piece.amount, "cents"),
        Cell(short_date(piece.paid) if piece.paid else "non"),
        Cell(str(piece.place)),
    )
