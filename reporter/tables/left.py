"""What is left of the objective of a year under way, in a table and in sentences.

Knows labels and cells. Never how an objective is set.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.french import Cell, Kind, agree, days, euros, short_date
from reporter.french.told import Told
from reporter.model import DAYS, total
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.figures import Figures
    from reporter.landing.landing import Landing
    from reporter.landing.left import Left


def left_table(rest: Left, known: Figures, found: Landing | None, *, paid: bool = False) -> Table:
    """Return what the objective of the whole year asks for, what is done, and what is left.

    Args:
        rest: what is left.
        known: the figures of the year up to its date.
        found: the landing, None where there is none.
        paid: whether sales count as they are paid: some of what is left is invoiced already.
    """
    year, aim = known.year, rest.aim
    revenue = ("chiffre_affaires", aim.revenue, rest.done_revenue, rest.revenue)
    figures: tuple[tuple[str, Kind, str, Decimal | None, Decimal | None, Decimal | None], ...] = (
        ("Chiffre d’affaires", "euros", *revenue),
        ("Jours facturés", "days", "jours", aim.days, rest.done_days, rest.days),
        ("TJM", "rate", "tjm", aim.rate, known.tjm, rest.rate),
    )
    return Table(
        title=f"Ce qui reste de l’objectif de {year.number}",
        columns=headings("Mesure", "Objectif", f"Fait au {short_date(year.end)}", "Reste"),
        rows=tuple(
            (
                Cell(name),
                Cell(wanted, kind, f"{year.number}.reste_objectif.vise_{of}"),
                Cell(done, kind, f"{year.number}.{of if of != 'jours' else 'jours_factures'}"),
                Cell(undone, kind, f"{year.number}.reste_objectif.{of}"),
            )
            for name, kind, of, wanted, done, undone in figures
            if wanted is not None
        ),
        note=Told(" ".join(_left_notes(rest, found, paid=paid)), *_undone(rest, year.number)),
    )


def _undone(rest: Left, number: int) -> Iterator[Cell]:
    """Yield what is left of the objective, as the note says it."""
    of = f"{number}.reste_objectif"
    yield Cell(rest.revenue, "euros", f"{of}.chiffre_affaires")
    yield Cell(rest.days, "days", f"{of}.jours")
    yield Cell(rest.rate, "euros", f"{of}.tjm")
    yield Cell(Decimal(rest.working_days), "days", f"{of}.jours_ouvres")


def _left_notes(rest: Left, found: Landing | None, *, paid: bool) -> Iterator[str]:
    yield from _to_do(rest, "encaisser" if paid else "facturer")
    open_days = days(Decimal(rest.working_days), "ouvré")
    yield f"D’ici la clôture, {open_days}, congés non déduits."
    if rest.days > rest.working_days and not paid:
        yield "Les jours à facturer n’y tiennent plus."
    if found is None:
        return
    if found.signed:
        signed = total(found.signed, DAYS)
        said = agree(signed, "est déjà signé", "sont déjà signés")
        yield f"{days(signed)} {said}, pour {euros(total(found.signed))}."
    if rest.aim.revenue is not None:
        gap = found.figures.revenue - rest.aim.revenue
        where = "au-dessus" if gap >= 0 else "au-dessous"
        yield f"L’atterrissage est à {euros(abs(gap))} {where} de l’objectif."


def _to_do(rest: Left, do: str) -> Iterator[str]:
    """Yield what is left to bill, or to receive, in a sentence."""
    if rest.revenue is not None and rest.rate is not None:
        yield (
            f"Il reste à {do} {euros(rest.revenue)} : {days(rest.days)} à {euros(rest.rate)} "
            "en moyenne."
        )
    elif rest.revenue:
        yield f"Les jours visés sont faits ; il manque {euros(rest.revenue)} de chiffre d’affaires."
    elif rest.revenue is not None:
        yield "L’objectif de chiffre d’affaires est atteint."
    elif rest.days:
        yield f"Il reste {days(rest.days)} à {do}."
    else:
        yield "L’objectif de jours est atteint."
