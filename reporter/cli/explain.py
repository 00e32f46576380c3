"""`bilan explain`: what a figure is made of, down to the cells of the books."""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.assumptions import Assumptions
from reporter.characters import visible
from reporter.cli import scenario_options as options
from reporter.cli.completion.words import figures, one_of, scenarios, years
from reporter.cli.french_typer import UsageError, command
from reporter.cli.options import AsOf, Folder, among, flag, option, output, year
from reporter.cli.terminal import load, show
from reporter.cli.voice import painted
from reporter.errors import BilanError

if TYPE_CHECKING:
    from datetime import date

    from reporter.books import Books
    from reporter.tables.explained.explanation import Explanation, Source

FORMATS = ("csv", "json")
CONTROLS = "écritures"
"""What the year is called where its entries are explained."""


Name = Annotated[
    str,
    typer.Argument(
        parser=str,
        metavar="NOM",
        help="Chiffre de « bilan show --json » ou libellé d’un tableau ; sans nom, leur liste.",
        autocompletion=figures,
        show_default=False,
    ),
]
Number = Annotated[
    int | None,
    typer.Argument(
        parser=year,
        metavar="ANNÉE",
        help="Année de clôture ; sinon la dernière des classeurs.",
        autocompletion=years,
        show_default=False,
    ),
]
Every = Annotated[bool, flag("--tout", "Chaque ligne, si longue que soit la liste.")]
Json = Annotated[bool, flag("--json", "Écrire l’explication en JSON, pour un programme.")]
Format = Annotated[
    str | None,
    option(
        "--format",
        among(FORMATS),
        "csv|json",
        "Autre sortie : chaque ligne en CSV, ou le JSON.",
        offered=one_of(FORMATS),
    ),
]
Named = Annotated[
    str | None,
    option("--scenario", str, "NOM", "Celui d’un scénario de bilan.toml.", offered=scenarios),
]


@command(
    "explain",
    ("bilan explain", "les chiffres qui s’expliquent"),
    ("bilan explain tjm 2020", "définition, formule, règles, lignes"),
    ("bilan explain charges 2020 --tout", "chaque ligne et sa cellule"),
    ("bilan explain resultat_apres_impots 2020 --format csv", "les lignes, pour un tableur"),
    ("bilan explain tjm 2021 --scenario prudent", "la ligne d’un scénario"),
    ("bilan explain controles.tva_collectee 2020", "un total des écritures"),
)
def explain(
    nom: Name = "",
    annee: Number = None,
    *,
    dossier: Folder = None,
    au: AsOf = None,
    tout: Every = False,
    json: Json = False,
    format: Format = None,  # noqa: A002  # the option's name
    nomme: Named = None,
    tjm: options.Rate = None,
    jours: options.Days = None,
    taux: options.Ratio = None,
    conges: options.Leave = None,
    forfaits: options.Fees = None,
    charges: options.Charges = None,
    charge: options.Charged = None,
    sans_client: options.Lost = None,
    remplace: options.Resold = None,
    client: options.Client = None,
) -> None:
    """Expliquer un chiffre : formule, règles, lignes et cellules.

    Celui d’une année des classeurs, ou celui d’un scénario.
    """
    if annee is None and nom.isdecimal():
        nom, annee = "", year(nom)
    name = output(format, json=json)
    said = (tjm, jours, taux, conges, forfaits, charges, charge, sans_client, remplace, client)
    asked = options.assumed(*said)
    opened = load(dossier)
    source = _source(opened, annee, asked, nomme, au)
    if nom.partition(".")[0] == "controles":
        source, nom = _with_controls(opened, source), nom.removeprefix("controles").strip(".")
        nom = nom and f"controles.{nom}"
    from reporter.tables.explained.explanation import explained

    if not nom:
        _list(source, name)
        return
    _print(explained(source, nom), name, every=tout)


def _source(
    opened: Books, number: int | None, asked: Assumptions, name: str | None, as_of: date | None
) -> Source:
    """Return the year that is asked about, the last of the books where none is.

    Raises:
        BilanError: where it has no line, or where a scenario is unknown.
        UsageError: where a scenario is both named and told.
    """
    from reporter.tables.explained.explanation import source_of, source_of_scenario

    last = max(opened.figures, default=None) if number is None else number
    if last is None:
        raise BilanError("aucune ligne dans les classeurs")
    if name is None and asked == Assumptions():
        return source_of(opened.measure(last, as_of=as_of))
    if as_of is not None:
        raise UsageError("--au ne va pas avec un scénario, qui est d’une année entière")
    if name is None:
        if wrong := asked.contradiction():
            raise UsageError(wrong)
        return source_of_scenario(opened.scenario(last, asked))
    if asked != Assumptions():
        raise UsageError("--scenario prend un scénario tel qu’il est dans bilan.toml")
    from reporter.scenarios.names import named

    ((word, known),) = named(opened.settings.scenarios, [name]).items()
    return source_of_scenario(opened.scenario(last, known, word))


def _with_controls(opened: Books, source: Source) -> Source:
    """Return a year with the totals of its entries instead of what stands beside it.

    Raises:
        BilanError: where the year has no entries, or where they cannot be made.
    """
    from reporter.accounting.pack import pack
    from reporter.tables.explained.controls import controls

    if source.figures.status == "micro":
        raise BilanError("une micro-entreprise n’a pas d’écritures : rien à contrôler")
    opened.in_lines(source.figures.year.number)
    made = pack(opened.activity, opened.entire(source.figures.year.number))
    return source._replace(beside=controls(made), said=source.said or CONTROLS)


def _list(source: Source, name: str | None) -> None:
    """Print all that can be explained, with its value."""
    if name is not None:
        from reporter.formats.table import explanation

        sys.stdout.write(explanation.directory(source, name))
        return
    from reporter.tables.explained.tables import directory

    show(directory(source))


def _print(explanation: Explanation, name: str | None, *, every: bool) -> None:
    if name is not None:
        from reporter.formats.table.explanation import render

        sys.stdout.write(render(explanation, name))
        return
    from reporter.tables.explained.sentences import sentences, title
    from reporter.tables.explained.tables import tables

    width = get_terminal_size().columns
    said = [visible(line) for line in sentences(explanation)]
    lines = [part for line in said for part in wrap(line, width, break_long_words=False)]
    head = painted(visible(title(explanation)), "bold", sys.stdout)
    sys.stdout.write("".join(f"{line}\n" for line in (head, "", *lines)))
    for table in tables(explanation, every=every):
        sys.stdout.write("\n")
        show(table)
