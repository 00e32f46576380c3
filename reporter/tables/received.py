"""What is invoiced beside what is received, what makes the difference, who is late.

Knows labels and cells. Never which payment is believed.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, TypeVar

from reporter.denomination import unit
from reporter.french import Cell, counted, enumeration, euros, short_date, spaced
from reporter.french.told import Told
from reporter.law.payment_terms import USUAL
from reporter.model import ZERO
from reporter.received.values import AGES
from reporter.tables.leads import leading
from reporter.tables.partial import dated, within
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from reporter.figures import Bilan
    from reporter.model import FinancialYear
    from reporter.received.values import Delay, Gap, Invoice, Received, Why

Named = TypeVar("Named", "Gap", "Invoice")

SHORT: dict[Why, str] = {
    "owed": "Pas encore encaissé",
    "advance": "Encaissé avant (acompte)",
    "earlier": "Facturé avant l’exercice",
    "deposit": "À compter après (acompte)",
}
SIDES: dict[Why, str] = {
    "owed": "facture",
    "advance": "facture",
    "earlier": "encaisse",
    "deposit": "encaisse",
}
"""The sum whose lines hold the invoices of each reason."""
MOST_NAMED = 500
"""Invoices that a table names, at most; `bilan explain` names them all."""


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
                Cell(one.invoiced, "euros", _of(one.year, "facture")),
                Cell(one.received, "euros", _of(one.year, "encaisse")),
                Cell(between, "signed_euros", _of(one.year, "encaisse")),
            )
            for one, between in gap
        ),
        note=spaced(_unknown(found)),
    )


def passage(found: Received) -> Table:
    """Return the way from what is invoiced to what is received, each reason on one row."""
    side, when = found.sides[0], within(found.sides[0].year)
    sums = {
        why: sum((gap.amount for gap in of_why), ZERO)
        for why, of_why in groupby(found.gaps, key=lambda gap: gap.why)
    }
    rows = [
        (
            Cell(label(why, side.year, found.known)),
            Cell(sums[why], "cents", _of(side.year, SIDES[why])),
        )
        for why in sums
    ]
    invoiced, cashed = _of(side.year, "facture"), _of(side.year, "encaisse")
    return Table(
        title=f"De ce qui est facturé à ce qui est encaissé {when}, en {unit()}",
        columns=headings("Ce qui fait l’écart", "Montant"),
        rows=(
            (Cell(f"Facturé {when}"), Cell(side.invoiced, "cents", invoiced)),
            *rows,
            (Cell(f"Encaissé {when}"), Cell(side.received, "cents", cashed)),
        ),
        total=True,
        note=spaced(_until(found)),
    )


def _until(found: Received) -> str:
    """Return up to which day the statements go, where that is before the day looked at."""
    if found.known is None:
        return ""
    known = short_date(found.known)
    return f"Relevés de banque jusqu’au {known} : les paiements d’après sont inconnus."


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
    total = sum((gap.amount for gap in found.gaps), ZERO)
    when = within(found.sides[0].year)
    blank = Cell("")
    year = found.sides[0].year
    rows = _named(found.gaps, lambda gap: _gap(gap, year, found.known))
    if rows:
        cell = Cell(total, "cents", _of(year, "encaisse"))
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
    return (
        Cell(_name(invoice)),
        Cell(invoice.counted, "date"),
        Cell("–") if invoice.paid is None else Cell(invoice.paid, "date"),
        Cell(f"Inconnu après le {short_date(known)}" if late and known else SHORT[gap.why]),
        Cell(gap.amount, "cents", _of(year, SIDES[gap.why])),
    )


def _of(year: FinancialYear, name: str) -> str:
    return f"{year.number}.encaissements.{name}"


def _name(invoice: Invoice) -> str:
    return ", ".join(part for part in (invoice.client, invoice.number) if part)


def unpaid(found: Received) -> Table:
    """Return the invoices unpaid on the day, with the days since they were due."""
    owed = _of(found.sides[0].year, "impaye")
    rows = _named(found.unpaid, lambda one: _unpaid(one, found.told))
    if rows:
        total = sum((one.amount for one in found.unpaid), ZERO)
        rows.append((Cell("Total"), Cell(""), Cell(""), Cell(""), Cell(total, "cents")))
    table = Table(
        title=f"Factures impayées au {short_date(found.told)}, en {unit()}",
        columns=headings("Facture", "Date", "Échéance", "Jours de retard", "Montant"),
        rows=tuple(rows),
        total=True,
    )
    return leading(table, "", "", "", owed)


def untold(found: Received) -> Table:
    """Return the invoices made after the last day of which payments are known: paid or not."""
    rows = _named(
        found.untold,
        lambda one: (Cell(_name(one)), Cell(one.date, "date"), Cell(one.amount, "cents")),
    )
    if rows:
        total = sum((one.amount for one in found.untold), ZERO)
        rows.append((Cell("Total"), Cell(""), Cell(total, "cents")))
    when, invoiced = short_date(found.told), _of(found.sides[0].year, "facture")
    table = Table(
        title=f"Factures d’après le {when}, payées ou non, en {unit()}",
        columns=headings("Facture", "Date", "Montant"),
        rows=tuple(rows),
        total=True,
    )
    return leading(table, "", invoiced)


def _named(
    ones: Sequence[Named], row_of: Callable[[Named], tuple[Cell, ...]]
) -> list[tuple[Cell, ...]]:
    """Return a row for each of the first, and one for all the others: a page has an end."""
    rows: list[tuple[Cell, ...]] = [row_of(one) for one in ones[:MOST_NAMED]]
    if rest := ones[MOST_NAMED:]:
        others = Cell(counted(len(rest), "autre facture", "autres factures"))
        amount = Cell(sum((one.amount for one in rest), ZERO), "cents")
        rows.append((others, *[Cell("")] * (len(rows[0]) - 2), amount))
    return rows


def _unpaid(one: Invoice, day: date) -> tuple[Cell, ...]:
    late = one.late_on(day)
    return (
        Cell(_name(one)),
        Cell(one.date, "date"),
        Cell(one.due, "date"),
        Cell(late, "days") if late else Cell("–"),
        Cell(one.amount, "cents"),
    )


def ages(found: Received) -> Table:
    """Return the sums of the unpaid by age."""
    sums, owed = zip(_ages(), _sums(found), strict=True), _of(found.sides[0].year, "impaye")
    return Table(
        title=f"Impayés au {short_date(found.told)}, par retard, en {unit()}",
        columns=headings("Retard", "Montant"),
        rows=tuple((Cell(age), Cell(amount, "cents", owed)) for age, amount in sums)
        if found.unpaid
        else (),
        note=Told(" ".join(_late(found)), Cell(_overdue(found), "euros", owed)),
    )


def delays(found: Received) -> Table:
    """Return how each client pays: its term, its mean delay, what it owes."""
    when, owed = within(found.sides[0].year), _of(found.sides[0].year, "impaye")
    table = Table(
        title=f"Délais de paiement des clients {when}, en jours et en {unit()}",
        columns=headings(
            "Client",
            "Délai convenu",
            "Délai moyen",
            "Factures payées",
            "Dont en retard",
            "Impayé",
            "Dont échu",
        ),
        rows=tuple(map(_delay, found.delays)),
        note=spaced(
            f"Délai moyen de la facture à son paiement, par facture payée {when}, acomptes "
            f"à part. Sans délai convenu : {USUAL} jours (article L441-10 du code de commerce). "
            f"{_until(found)}".strip()
        ),
    )
    return leading(table, "", "", "", "", owed, owed)


def _delay(one: Delay) -> tuple[Cell, ...]:
    return (
        Cell(one.client),
        Cell(one.term, "days"),
        Cell(one.days, "days"),
        Cell(one.paid, "days"),
        Cell(one.late, "days"),
        Cell(one.owed, "euros"),
        Cell(one.overdue, "euros"),
    )


def _ages() -> tuple[str, ...]:
    titles = (f"{low + 1} à {high} jours" for low, high in pairwise(AGES))
    return ("Non échu", *titles, f"Plus de {AGES[-1]} jours")


def _sums(found: Received) -> list[Decimal]:
    return [
        sum((one.amount for one in found.unpaid if one.age(found.told) == rank), ZERO)
        for rank in range(len(AGES) + 1)
    ]


def _late(found: Received) -> Iterator[str]:
    """Yield how much is late, and since when it is counted."""
    late = [one for one in found.unpaid if one.due < found.told]
    if late:
        many = counted(len(late), "facture", "factures")
        yield f"En retard : {many}, {euros(_overdue(found))}."
    yield f"Échéance : {USUAL} jours après la facture, ou le délai convenu."
    if found.known is not None:
        yield _until(found)


def _overdue(found: Received) -> Decimal:
    return sum((one.amount for one in found.unpaid if one.due < found.told), ZERO)


def _unknown(found: Received) -> str:
    if not found.unknown:
        return ""
    years = enumeration([str(year) for year in found.unknown])
    whose = "ses" if len(found.unknown) == 1 else "leurs"
    left = f"{whose} ventes ne comptent pas parmi les impayés"
    return f"Aucune date de paiement pour {years} : {left}."
