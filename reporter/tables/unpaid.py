"""Who owes what: the unpaid by age and invoice by invoice, how each client pays.

Knows labels and cells. Never which payment is believed.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from reporter.denomination import unit
from reporter.french import Cell, counted, euros, short_date, spaced
from reporter.french.told import Told
from reporter.law.payment_terms import USUAL
from reporter.model import ZERO, total
from reporter.received.values import AGES
from reporter.tables.leads import leading
from reporter.tables.partial import within
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from reporter.model import FinancialYear
    from reporter.received.values import Delay, Gap, Invoice, Received

Named = TypeVar("Named", "Gap", "Invoice")
MOST_NAMED = 500
"""Invoices that a table names, at most; `bilan explain` names them all."""


def unpaid(found: Received) -> Table:
    """Return the invoices unpaid on the day, with the days since they were due."""
    owed = sum_of(found.sides[0].year, "impaye")
    rows = named(found.unpaid, lambda one: _unpaid(one, found.told))
    if rows:
        whole = Cell(total(found.unpaid), "cents")
        rows.append((Cell("Total"), Cell(""), Cell(""), Cell(""), whole))
    table = Table(
        title=f"Factures impayées au {short_date(found.told)}, en {unit()}",
        columns=headings("Facture", "Date", "Échéance", "Jours de retard", "Montant"),
        rows=tuple(rows),
        total=True,
    )
    return leading(table, "", "", "", owed)


def untold(found: Received) -> Table:
    """Return the invoices made after the last day of which payments are known: paid or not."""
    rows = named(
        found.untold,
        lambda one: (Cell(invoice_name(one)), Cell(one.date, "date"), Cell(one.amount, "cents")),
    )
    if rows:
        rows.append((Cell("Total"), Cell(""), Cell(total(found.untold), "cents")))
    when, invoiced = short_date(found.told), sum_of(found.sides[0].year, "facture")
    table = Table(
        title=f"Factures d’après le {when}, payées ou non, en {unit()}",
        columns=headings("Facture", "Date", "Montant"),
        rows=tuple(rows),
        total=True,
    )
    return leading(table, "", invoiced)


def named(
    ones: Sequence[Named], row_of: Callable[[Named], tuple[Cell, ...]]
) -> list[tuple[Cell, ...]]:
    """Return a row for each of the first, and one for all the others: a page has an end."""
    rows: list[tuple[Cell, ...]] = [row_of(one) for one in ones[:MOST_NAMED]]
    if rest := ones[MOST_NAMED:]:
        others = Cell(counted(len(rest), "autre facture", "autres factures"))
        amount = Cell(total(rest), "cents")
        rows.append((others, *[Cell("")] * (len(rows[0]) - 2), amount))
    return rows


def _unpaid(one: Invoice, day: date) -> tuple[Cell, ...]:
    late = one.late_on(day)
    return (
        Cell(invoice_name(one)),
        Cell(one.date, "date"),
        Cell(one.due, "date"),
        Cell(late, "days") if late else Cell("–"),
        Cell(one.amount, "cents"),
    )


def ages(found: Received) -> Table:
    """Return the sums of the unpaid by age."""
    sums, owed = zip(_ages(), _sums(found), strict=True), sum_of(found.sides[0].year, "impaye")
    return Table(
        title=f"Impayés au {short_date(found.told)}, par retard, en {unit()}",
        columns=headings("Retard", "Montant"),
        rows=tuple((Cell(age), Cell(amount, "cents", owed)) for age, amount in sums)
        if found.unpaid
        else (),
        note=Told(" ".join(_late(found)), Cell(overdue(found), "euros", owed)),
    )


def delays(found: Received) -> Table:
    """Return how each client pays: its term, its mean delay, what it owes."""
    when, owed = within(found.sides[0].year), sum_of(found.sides[0].year, "impaye")
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
            f"{until(found)}".strip()
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
        total(one for one in found.unpaid if one.age(found.told) == rank)
        for rank in range(len(AGES) + 1)
    ]


def _late(found: Received) -> Iterator[str]:
    """Yield how much is late, and since when it is counted."""
    late = [one for one in found.unpaid if one.late_on(found.told)]
    if late:
        many = counted(len(late), "facture", "factures")
        yield f"En retard : {many}, {euros(overdue(found))}."
    notes = [-one.amount for one in found.unpaid if one.amount < 0]
    if notes:
        many = counted(len(notes), "avoir", "avoirs")
        yield f"À imputer ou à rembourser : {many}, {euros(sum(notes, ZERO))}."
    yield f"Échéance : {USUAL} jours après la facture, ou le délai convenu."
    yield from filter(None, (lost(found), until(found), incoming(found)))


def overdue(found: Received) -> Decimal:
    """Return the euros that are late."""
    return total(one for one in found.unpaid if one.late_on(found.told))


def lost(found: Received) -> str:
    """Return what was due before the statements begin, and that nobody knows whether it is paid."""
    if found.since is None or not found.lost:
        return ""
    many = counted(len(found.lost), "facture échue", "factures échues")
    worth = euros(total(found.lost))
    return (
        f"Relevés de banque depuis le {short_date(found.since)} : {many} avant, {worth}, sans "
        "paiement connu, hors des impayés."
    )


def until(found: Received) -> str:
    """Return up to which day the statements go, where that is before the day looked at."""
    if found.known is None:
        return ""
    known = short_date(found.known)
    return f"Relevés de banque jusqu’au {known} : les paiements d’après sont inconnus."


def incoming(found: Received) -> str:
    """Return how many payments that the bank shows may be those of invoices held for unpaid."""
    if not found.incoming:
        return ""
    many = counted(found.incoming, "encaissement", "encaissements")
    year = found.sides[0].year.number
    be = "est" if found.incoming == 1 else "sont"
    return (
        f"{many} de la banque {be} à rapprocher : certaines de ces factures sont peut-être payées "
        f"(« bilan reconcile {year} »)."
    )


def sum_of(year: FinancialYear, name: str) -> str:
    """Return the name by which a page explains a sum: « 2020.encaissements.facture »."""
    return f"{year.number}.encaissements.{name}"


def invoice_name(invoice: Invoice) -> str:
    """Return what an invoice is called: its client, its number."""
    return ", ".join(part for part in (invoice.client, invoice.number) if part)
