"""`bilan compare`: the accountant's entries against ours, and what they make of the result."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.characters import visible
from reporter.cli import scenario_options as options
from reporter.cli.french_typer import command
from reporter.cli.options import Folder, Json, Year, a_path, output
from reporter.cli.terminal import open_books, show, write_json
from reporter.errors import BilanError
from reporter.fec.naming import parse_day, parse_name
from reporter.french import counted, spaced

if TYPE_CHECKING:
    from reporter.accounting.pack import Pack
    from reporter.books import Books
    from reporter.fec.rows import Row

MOST = 200_000_000
"""Bytes of a FEC: a hundred times that of a consultant."""


@command(
    "compare",
    ("bilan compare 2020 812345676FEC20201231.txt", "ce qu’a changé l’expert-comptable"),
    ("bilan compare 2020 812345676FEC20201231.txt --json", "pour un programme"),
)
def compare(
    annee: Year,
    fichier: Annotated[
        Path,
        typer.Argument(
            parser=a_path, metavar="FICHIER", help="Le FEC de l’expert-comptable, exercice clos."
        ),
    ],
    *,
    dossier: Folder = None,
    format: options.Format = None,  # noqa: A002  # the option's name
    json: Json = False,
) -> None:
    """Comparer vos écritures au FEC de l’expert-comptable : d’un résultat à l’autre."""
    from reporter.comparing.comparison import compared
    from reporter.tables.comparing import comparison, values

    form = output(format, json=json)
    opened = open_books(dossier)
    opened.in_lines(annee)
    rows = _rows(fichier, opened, annee)
    found = compared(_pack(opened, annee, rows), rows)
    if form == "json":
        write_json(values(found))
    else:
        show(*comparison(found), form=form)


def _pack(opened: Books, year: int, rows: tuple[Row, ...]) -> Pack:
    """Return our entries, with the tax, and with the opening where the accountant's have one."""
    from reporter.accounting.carried import closed
    from reporter.accounting.pack import Asked, pack
    from reporter.formats.pack.software import suited

    bilan = opened.entire(year)
    if bilan.figures.status == "micro":
        raise BilanError("une micro-entreprise n’a pas d’écritures à comparer")
    opening = any(row.is_opening for row in rows)
    taxed = opened.settings.pays_tax(bilan.figures.year)
    return suited(
        pack(
            opened.activity,
            bilan,
            Asked(tax=taxed, opening=opening, closed=closed(opened.ledgers)),
        )
    )


def _rows(path: Path, opened: Books, year: int) -> tuple[Row, ...]:
    """Return the lines of a FEC of the company and the year; mistakes of form are only said.

    Raises:
        BilanError: where the file is another's, of another year, or its figures are doubtful.
    """
    from reporter.fec.checking import check_fec
    from reporter.fec.closing import untold
    from reporter.fec.entries import entries
    from reporter.fec.form import of_figures, of_form
    from reporter.fec.remarks import repeated
    from reporter.opening import content, reason

    try:
        data = content(path, MOST)
    except OSError as error:
        raise BilanError(f"fichier illisible : {path} ({reason(error)})") from error
    period = opened.settings.year(year)
    checked = check_fec(data, path.name, period.start)
    wrong = of_figures(checked) or repeated(untold(checked.rows, entries(checked.rows)[1]))
    if wrong:
        first = wrong[0].first
        line = f"ligne {first.line}, " if first.line else ""
        raise BilanError(
            f"FEC refusé : {path.name}, {line}{first.what} ; « bilan check --fec {path} » dit tout"
        )
    siren, closing = parse_name(path.name) or ("", "")
    if siren != opened.settings.siren.replace(" ", ""):
        raise BilanError(f"{path.name} est le FEC d’une autre société que celle de bilan.toml")
    if parse_day(closing) != period.end:
        raise BilanError(
            f"{path.name} n’est pas le FEC de l’exercice {year}, clos le {period.end:%d/%m/%Y}"
        )
    if flaws := of_form(checked):
        _say_flaws(path, len(flaws))
    return checked.rows


def _say_flaws(path: Path, many: int) -> None:
    """Say that a FEC has mistakes of form, of which no sum is made."""
    said = counted(many, "faute de forme", "fautes de forme")
    text = f"{path.name}, comparé malgré {said} : « bilan check --fec {path} » dit tout"
    sys.stderr.write(f"{spaced(visible(text))}\n")
