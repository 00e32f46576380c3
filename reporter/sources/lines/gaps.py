"""Cells that hold nothing: taken from the line above, deduced later, or refused.

Knows what a person leaves out and a reader still sees. Never prices or VAT.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import counted
from reporter.sources.grids.cells import UNCOMPUTED
from reporter.sources.tables.vocabulary import LABELS, NEEDED

if TYPE_CHECKING:
    from reporter.sources.findings import Findings
    from reporter.sources.lines.columns import Body

OWN = ("date", "client", "mission", "service", "supplier", "label", "worker")
"""What makes a row a line of its own: one of these, besides the one that it leaves out."""

DEDUCED = {
    "amount": ({"days", "rate"}, {"gross", "vat"}, {"gross", "vat_rate"}, {"gross", "vat_any"}),
    "gross": ({"amount"},),
    "vat": ({"amount", "gross"}, {"amount", "vat_rate"}),
    "vat_any": ({"amount", "gross"},),
    "rate": ({"days", "amount"},),
}
"""For each field, what it can be computed from."""

NO_SALE = {
    *("annule", "annulee", "annulation", "brouillon", "devis", "refuse", "refusee", "abandonnee"),
    *(
        "draft",
        "proforma",
        "forma",
        "proposition",
        "prevu",
        "prevue",
        "previsionnel",
        "previsionnelle",
    ),
}
CREDIT = re.compile(r"avoir\b|note de credit\b")
CREDITED = ("document", "status", "invoice", "service", "mission", "label")
"""The columns that may say that a line is a credit note."""
EUROS = {"", "eur", "euro", "euros"}


def fill_down(body: Body, findings: Findings) -> None:
    """Take the date or the client of a line from the line above, where it is left out.

    A row with neither a date nor a name of its own is not taken for a line: it may be a sum.
    """
    names = [name for name in OWN if name in body.columns]
    for name in ("date", "client"):
        if name not in body.gaps:
            continue
        column = body.columns[name]
        own = [body.columns[other] for other in names if other != name]
        rates = list(body.values("rate"))
        filled = []
        above: Any = None
        for rank, value in enumerate(column):
            if value:
                above = above if rank in body.aside else value
            elif above and body.is_line(rank) and any(other[rank] for other in own):
                column[rank] = above
                filled.append(rank)
                if name == "date" and rates[rank] is None and _is_one(own, rank):
                    body.perhaps.add(rank)
        if filled:
            _say(body, filled, name, findings)


def _is_one(columns: list[list[Any]], rank: int) -> bool:
    """Tell whether a row has one name only, as a sum would have."""
    return sum(bool(column[rank]) for column in columns) == 1


def _say(body: Body, ranks: list[int], name: str, findings: Findings) -> None:
    findings.doubts.append(
        Doubt(
            code=f"{name}-du-dessus",
            what=f"« {LABELS[name]} » vide, repris de la ligne du dessus",
            place=body.table.place(body.rows[ranks[0]], name),
            shown=counted(len(ranks), "ligne", "lignes"),
            fix="l’écrire sur chaque ligne si ce n’est pas le bon",
        )
    )


def forgive_uncomputed(body: Body, findings: Findings) -> None:
    """Keep a line whose formula has no value where the rest of the line gives it; else refuse."""
    forgiven: dict[str, list[int]] = {}
    for rank, name in body.uncomputed:
        if rank in body.aside:
            continue
        ways = DEDUCED.get(name, ())
        text = isinstance(body.columns[name][rank], str) and name not in ("client", "supplier")
        if text or any(all(_given(body, other, rank) for other in way) for way in ways):
            forgiven.setdefault(name, []).append(rank)
        else:
            body.refuse(rank, name, UNCOMPUTED.shown, fix=UNCOMPUTED.fix)
    for name, ranks in forgiven.items():
        place = body.table.place(body.rows[ranks[0]], name)
        findings.doubts.append(
            Doubt(
                code="formule",
                what=UNCOMPUTED.shown,
                place=place,
                shown=counted(len(ranks), "ligne", "lignes"),
                fix=UNCOMPUTED.fix,
                about=body.table.grid.name,
            )
        )


def _given(body: Body, name: str, rank: int) -> bool:
    return name in body.columns and body.columns[name][rank] not in (None, "", UNCOMPUTED)


def _refuse_credit(body: Body, name: str, said: set[str]) -> None:
    """Refuse the credit notes whose amount is not below zero: they would add what they take."""
    from reporter.french import euros_cents

    for rank, text in enumerate(body.columns[name]):
        amount = body.columns["amount"][rank]
        if text in said and body.is_line(rank) and amount and amount > 0:
            what, fix = "un avoir de montant positif", "écrire le montant avec un signe moins"
            body.refuse(rank, "amount", what, f"{text} : {euros_cents(amount)}", fix)


def refuse_missing(body: Body) -> None:
    """Refuse the lines that lack what every line of their kind must have."""
    for group in NEEDED[body.table.kind]:
        columns = [body.columns[name] for name in group if name in body.columns]
        if any(name in body.columns and name not in body.gaps for name in group):
            continue
        first = next(name for name in group if name in body.columns)
        for rank, cells in enumerate(zip(*columns, strict=True)):
            if rank not in body.aside and all(cell is None or cell == "" for cell in cells):
                _refuse_blank(body, rank, group, first)


def _refuse_blank(body: Body, rank: int, group: tuple[str, ...], first: str) -> None:
    grid = body.table.grid
    places = {
        grid.place(body.rows[rank], column).cell
        for name, column in body.table.columns.fields.items()
        if name in group
    }
    if not places.intersection(bad.place.cell for bad in body.mistakes.get(rank, ())):
        names = " ou ".join(LABELS[name] for name in group)
        body.refuse(rank, first, "cellule vide", fix=f"remplir {names}")


def _says_credit(text: str) -> bool:
    """Tell whether a text begins as a credit note does; folding every invoice number is slow."""
    hinted = any(word in text.casefold() for word in ("avoir", "note"))
    return hinted and CREDIT.match(folded(text)) is not None


def look_at_status(body: Body, findings: Findings) -> None:
    """Refuse what was never sold; say what is in another currency."""
    for name in ("status", "document"):
        for rank, status in enumerate(body.values(name)):
            if status and body.is_line(rank) and NO_SALE & set(folded(status).split()):
                fix = "effacer la ligne, ou vider cette cellule si elle compte dans le CA"
                body.refuse(rank, name, "ligne annulée ou pas encore facturée", status, fix)
    for name in (name for name in CREDITED if name in body.columns):
        said = {text for text in set(body.columns[name]) if text and _says_credit(text)}
        if said:
            _refuse_credit(body, name, said)
    for rank, currency in enumerate(body.values("currency")):
        if currency and body.is_line(rank) and currency.strip("€ ").casefold() not in EUROS:
            place = body.table.place(body.rows[rank], "currency")
            what = "autre devise : le montant est compté comme des euros"
            fix = "écrire le montant en euros"
            findings.doubts.append(
                Doubt(
                    code="devise", what=what, place=place, shown=currency, fix=fix, about=currency
                )
            )
