"""What is invoiced beside what is received, what makes the difference, who is late.

Knows labels and cells. Never which payment is believed.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reporter.denomination import unit
from reporter.french import Cell, capitalised, enumeration, euros, short_date, spaced
from reporter.french.told import Told
from reporter.model import ZERO, total
from reporter.tables.partial import dated, within
from reporter.tables.table import Table, headings
from reporter.tables.unpaid import (
    ages,
    delays,
    incoming,
    invoice_name,
    lost,
    named,
    overdue,
    sum_of,
    unpaid,
    until,
    untold,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reporter.figures import Bilan
    from reporter.model import FinancialYear
    from reporter.received.values import Gap, Received, Why


SHORT: dict[Why, str] = {
    "owed": "Pas encore encaissé",
    "advance": "Encaissé avant (acompte)",
    "earlier": "Facturé avant l’exercice",
    "deposit": "À compter après (acompte)",
}
WORKED = "Compté avant l’exercice"
"""What was done before a year, and invoiced in it."""
SIDES: dict[Why, str] = {
    "owed": "facture",
    "advance": "facture",
    "earlier": "encaisse",
    "deposit": "encaisse",
}
"""The sum whose lines hold the invoices of each reason."""


def received_tables(bilan: Bilan) -> tuple[Table, ...]:
    """Return the tables of what is received; none where it tells nothing that the revenue does not.

    The years, the way from one sum to the other, its invoices; the unpaid, the delays.
    """
    found = bilan.received
    if found is None or not (found.gaps or found.unpaid or any(one.late for one in found.delays)):
        return ()
    sums = (sides(bilan, found), passage(found), gaps(found))
    owed = (ages(found), unpaid(found), untold(found), delays(found))
    return tuple(table for table in (*sums, *owed) if table.rows)


def summary(bilan: Bilan) -> tuple[Table, ...]:
    """Return what a terminal shows of it: the way from one sum to the other, the unpaid by age."""
    found = bilan.received
    if found is None or not received_tables(bilan):
        return ()
    tables = (passage(found), ages(found), untold(found))
    return tuple(table for table in tables if table.rows)


def sentences(bilan: Bilan) -> tuple[Told, ...]:
    """Return what a reader must know of it: what came in, and what is owed; none without tables."""
    found = bilan.received
    if found is None or not received_tables(bilan):
        return ()
    return tuple(_sentences(found))


def _sentences(found: Received) -> Iterator[Told]:
    side, when = found.sides[0], capitalised(within(found.sides[0].year))
    if side.received is not None:
        cash = Cell(side.received, "euros", sum_of(side.year, "encaisse"))
        billed = Cell(side.invoiced, "euros", sum_of(side.year, "facture"))
        gap = Cell(abs(side.received - side.invoiced), "euros", cash.of)
        more = "de plus" if side.received > side.invoiced else "de moins"
        rest = f", soit {gap} {more}" if str(gap) != euros(ZERO) else ""
        yield Told(
            f"{when}, {cash} ont été encaissés pour {billed} facturés{rest}.", cash, billed, gap
        )
    owed = total(found.unpaid)
    if owed > 0:
        due, late = Cell(owed, "euros", sum_of(side.year, "impaye")), overdue(found)
        of_it = Cell(late, "euros", due.of)
        part = "tous" if late == owed else f"dont {of_it}"
        said = f", {part} en retard" if late > 0 else ", sans retard"
        yield Told(f"Au {short_date(found.told)}, {due} restent à encaisser{said}.", due, of_it)
        if doubtful := incoming(found):
            yield Told(spaced(doubtful))


def sides(bilan: Bilan, found: Received) -> Table:
    """Return what each year shown invoiced and received."""
    years = found.sides[: bilan.span]
    gap = ((one, None if one.received is None else one.received - one.invoiced) for one in years)
    return Table(
        title=f"Facturé et encaissé, en {unit()}",
        columns=headings("Exercice", "Facturé", "Encaissé", "Écart"),
        rows=tuple(
            (
                Cell(dated(one.year)),
                Cell(one.invoiced, "euros", sum_of(one.year, "facture")),
                Cell(one.received, "euros", sum_of(one.year, "encaisse")),
                Cell(between, "signed_euros", sum_of(one.year, "encaisse")),
            )
            for one, between in gap
        ),
        note=spaced(" ".join(filter(None, (_unknown(found), lost(found))))),
    )


def passage(found: Received) -> Table:
    """Return the way from what is invoiced to what is received, each reason on one row."""
    side, when = found.sides[0], within(found.sides[0].year)
    sums = {why: total(of_why) for why, of_why in groupby(found.gaps, key=lambda gap: gap.why)}
    rows = [
        (
            Cell(label(why, side.year, found.known)),
            Cell(sums[why], "cents", sum_of(side.year, SIDES[why])),
        )
        for why in sums
    ]
    invoiced, cashed = sum_of(side.year, "facture"), sum_of(side.year, "encaisse")
    return Table(
        title=f"De ce qui est facturé à ce qui est encaissé {when}, en {unit()}",
        columns=headings("Ce qui fait l’écart", "Montant"),
        rows=(
            (Cell(f"Facturé {when}"), Cell(side.invoiced, "cents", invoiced)),
            *rows,
            (Cell(f"Encaissé {when}"), Cell(side.received, "cents", cashed)),
        ),
        total=True,
        note=spaced(" ".join(filter(None, (until(found), incoming(found))))),
    )


def label(why: Why, year: FinancialYear, known: date | None = None) -> str:
    """Return what a reason is called; known is the last day of which payments are known."""
    when = within(year)
    by = "" if year.is_partial else f" au {short_date(year.end)}"
    if why == "owed" and known is not None:
        return f"Facturé {when}, sans paiement connu au {short_date(known)}"
    return {
        "owed": f"Facturé {when}, pas encore encaissé{by}",
        "advance": f"Facturé {when}, encaissé avant l’exercice (acomptes)",
        "earlier": f"Encaissé {when}, facturé avant l’exercice",
        "deposit": f"Encaissé {when}, à compter après (acomptes)",
    }[why]


def gaps(found: Received) -> Table:
    """Return the invoices that are on one side only; they add up to the difference."""
    when = within(found.sides[0].year)
    blank = Cell("")
    year = found.sides[0].year
    rows = named(found.gaps, lambda gap: _gap(gap, year, found.known))
    if rows:
        cell = Cell(total(found.gaps), "cents", sum_of(year, "encaisse"))
        rows.append((Cell("Écart"), blank, blank, blank, cell))
    return Table(
        title=f"L’écart entre facturé et encaissé {when}, facture par facture, en {unit()}",
        columns=headings("Facture", "Date", "Payée le", "Pourquoi", "Montant"),
        rows=tuple(rows),
        total=True,
    )


def _gap(gap: Gap, year: FinancialYear, known: date | None) -> tuple[Cell, ...]:
    invoice = gap.invoice
    late = known is not None and gap.why == "owed"
    why = WORKED if gap.why == "earlier" and invoice.date >= year.start else SHORT[gap.why]
    return (
        Cell(invoice_name(invoice)),
        Cell(invoice.counted, "date"),
        Cell("–") if invoice.paid is None else Cell(invoice.paid, "date"),
        Cell(f"Inconnu après le {short_date(known)}" if late and known else why),
        Cell(gap.amount, "cents", sum_of(year, SIDES[gap.why])),
    )


def _unknown(found: Received) -> str:
    if not found.unknown:
        return ""
    years = enumeration([str(year) for year in found.unknown])
    whose = "ses" if len(found.unknown) == 1 else "leurs"
    left = f"{whose} ventes ne comptent pas parmi les impayés"
    return f"Aucune date de paiement pour {years} : {left}."
