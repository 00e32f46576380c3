"""`bilan show`: the figures of a year in the terminal, or for another program."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

from reporter.cli.french_typer import command
from reporter.cli.options import USUAL_SPAN, AsOf, Folder, Reference, Span, Year, flag
from reporter.cli.terminal import open_books
from reporter.cli.terminal import show as show_table

if TYPE_CHECKING:
    from reporter.figures import Bilan
    from reporter.tables.table import Section


@command(
    "show",
    ("bilan show 2020", "l’année, et les trois d’avant"),
    ("bilan show 2020 --annees 2 --reference 2018", "deux années, et une autre à comparer"),
    ("bilan show 2020 --au 2020-06-30", "son premier semestre, et celui des années d’avant"),
    ("bilan show 2020 --json", "pour un programme"),
)
def show(
    annee: Year,
    *,
    dossier: Folder = None,
    reference: Reference = None,
    annees: Span = USUAL_SPAN,
    au: AsOf = None,
    json: Annotated[
        bool, flag("--json", "Écrire les chiffres en JSON, pour un programme.")
    ] = False,
) -> None:
    """Montrer les chiffres d’une année dans le terminal."""
    bilan = open_books(dossier).measure(annee, reference, annees, au)
    if json:
        from reporter.formats.table.json import render

        sys.stdout.writelines(text.decode() for text in render(bilan).values())
        return
    from reporter.tables.booked import accounts
    from reporter.tables.crew import crew_tables
    from reporter.tables.received import summary
    from reporter.tables.years import against, details, key_figures

    coming = None if bilan.elapsed is None else _coming(bilan)
    to_come = coming.tables if coming else ()
    people = crew_tables(bilan)[:1]
    beside, entries = (filter(None, [found]) for found in (against(bilan), accounts(bilan)))
    years = (key_figures(bilan), *beside, details(bilan))
    show_table(*years, *entries, *people, *to_come, *summary(bilan))
    if coming and coming.missing:
        sys.stdout.write(f"\n{coming.missing}\n")


def _coming(bilan: Bilan) -> Section | None:
    """Return the landing of a year that is not over."""
    from reporter.tables.landing import landing_section

    return landing_section(bilan)
