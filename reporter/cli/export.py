"""`bilan export`: what the accountant takes over, in the forms that their software reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from reporter.books import REPORTS
from reporter.cli.completion.words import several
from reporter.cli.french_typer import UsageError, command
from reporter.cli.options import Adjusted, Folder, Opened, Year, a_path, flag, formats, option
from reporter.cli.parts import part_asked
from reporter.cli.terminal import open_books, say, written
from reporter.errors import BadCell, BadData, BilanError, Place
from reporter.formats.pack import FORMATS, OF_ENTRIES
from reporter.french import enumeration, short_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from reporter.accounting.pack import Asked
    from reporter.books import Books
    from reporter.figures import Bilan
    from reporter.formats import Files
    from reporter.model import FinancialYear
    from reporter.parts import Asked as Part

USUAL = "xlsx,fec"
RECEIPTS_ONLY = (
    "une micro-entreprise n’a qu’un livre des recettes, de l’année entière : retirer --mois, "
    "--trimestre, --impot, --regularisations et --a-nouveaux"
)

Formats = Annotated[
    str | None,
    option(
        "--format",
        formats(FORMATS),
        "FORMATS",
        "xlsx, fec, csv, hledger, beancount, à virgules ; xlsx,fec si rien n’est dit.",
        offered=several(FORMATS, "format"),
    ),
]
Month = Annotated[
    str, option("--mois", str, "MOIS", "Les écritures d’un mois seulement : 3, ou 2020-03.")
]
Quarter = Annotated[
    str,
    option(
        "--trimestre",
        str,
        "TRIMESTRE",
        "Les écritures d’un trimestre civil seulement : 1, ou 2020-T1.",
    ),
]
Output = Annotated[
    Path | None, option("--sortie", a_path, "DOSSIER", "Dossier où écrire ; sinon reports/ANNÉE.")
]


@command(
    "export",
    ("bilan export 2020", "un classeur et un FEC, dans reports/2020"),
    ("bilan export 2020 --format csv,hledger", "d’autres formats"),
    ("bilan export 2020 --impot", "avec l’écriture de l’impôt sur les sociétés"),
)
def export(
    annee: Year,
    *,
    dossier: Folder = None,
    format: Formats = None,  # noqa: A002  # the option's name
    impot: Annotated[
        bool, flag("--impot", "Écrire aussi l’impôt sur les sociétés (695/444).")
    ] = False,
    mois: Month = "",
    trimestre: Quarter = "",
    regularisations: Adjusted = False,
    a_nouveaux: Opened = False,
    sortie: Output = None,
) -> None:
    """Écrire le dossier de l’expert-comptable : classeur et écritures à importer."""
    from reporter.accounting.carried import closed
    from reporter.accounting.pack import NOTHING, Asked
    from reporter.writing import write

    part = part_asked(mois, trimestre)
    opened = open_books(dossier)
    opened.in_lines(annee)
    bilan = opened.invoiced().entire(annee)
    if bilan.settings is not opened.settings and bilan.figures.status != "micro":
        say("note : les écritures et leurs totaux restent à la date des factures")
    depreciated = bilan.figures.status != "micro"
    _tell_of_the_end(bilan.figures.year, opened.today, depreciated=depreciated)
    before = closed(opened.ledgers) if a_nouveaux else {}
    wanted = Asked(tax=impot, adjustments=regularisations, opening=a_nouveaux, closed=before)
    if bilan.figures.status == "micro":
        if part or wanted != NOTHING:
            raise BilanError(RECEIPTS_ONLY)
        files = _receipts(opened, bilan, format)
    else:
        if impot and not bilan.settings.pays_tax(bilan.figures.year):
            say(f"note : pas d’impôt sur les sociétés en {annee} : --impot n’écrit rien")
        files = _pack(opened, bilan, (format or USUAL).split(","), wanted, part)
    if sortie is None:
        files = {f"{annee}/{name}": data for name, data in files.items()}
    books = opened.folder if sortie is None else None
    written(write(files, sortie or opened.folder / REPORTS, books=books))


def _tell_of_the_end(year: FinancialYear, today: date, *, depreciated: bool) -> None:
    """Say that a year is not over: its pack is that of the whole year, and not of a date."""
    if year.end >= today:
        more = " et les dotations de l’exercice entier" if depreciated else ""
        say(
            f"note : l’exercice {year.number} ne finit que le {short_date(year.end)} ; le dossier "
            f"tient toutes ses lignes, même à venir{',' if more else ''}{more}"
        )


def _receipts(opened: Books, bilan: Bilan, asked: str | None) -> Files:
    """Return the receipts of a micro-enterprise, which has no entries."""
    from reporter.formats.pack import receipts

    names = list(receipts.FORMATS) if asked is None else asked.split(",")
    return receipts.render(bilan, opened.activity, names)


def _pack(opened: Books, bilan: Bilan, names: list[str], wanted: Asked, part: Part | None) -> Files:
    """Return the accountant's pack of a year, or its entries of a part of it."""
    from reporter.accounting.pack import pack
    from reporter.accounting.parts import restricted
    from reporter.formats.pack import render
    from reporter.formats.pack.software import refuse_strangers, suited
    from reporter.parts import part_of

    if part:
        names = _of_entries(names)
    try:
        made = replace(
            pack(opened.activity, bilan, wanted),
            under_way=bilan.figures.year.end >= opened.today,
        )
    except BadData as bad:
        exports = {sheet.file for sheet in opened.sheets if sheet.is_export}
        raise BadData(_of_trackers(bad.errors, exports)) from bad
    if any(name in OF_ENTRIES for name in names):
        refuse_strangers(opened.settings.export, opened.activity)
        made = suited(made)
    if part:
        made = restricted(made, part_of(made.year, part))
    return render(made, names)


def _of_trackers(errors: Collection[BadCell], exports: Collection[str]) -> Iterator[BadCell]:
    """Yield mistakes, those of each tracker or grid as one: nobody fills in what it lacks.

    A grid has several lines on a row, each in its column.
    """
    rows = Counter(place[:4] for place in {error.place for error in errors if error.place.column})
    grids = {row[:2] for row, columns in rows.items() if columns > 1}
    said: set[str] = set()
    for error in errors:
        file = error.place.file
        if file not in exports and error.place[:2] not in grids:
            yield error
        elif file not in said:
            said.add(file)
            name = "un suivi du temps" if file in exports else "une grille"
            fix = (
                "ranger à côté la liste des factures, chacune des jours d’un client dans un mois, "
                "ou à sa place un classeur des mêmes jours, une ligne par facture, avec ses "
                "colonnes Facture et TVA ; « bilan generate » s’en passe"
            )
            yield BadCell(f"{name} ne connaît ni factures ni TVA", Place(file), fix=fix)


def _of_entries(names: list[str]) -> list[str]:
    """Return the formats in which a part of a year can be written; say which ones are left out."""
    kept = [name for name in names if name in OF_ENTRIES]
    if not kept:
        raise UsageError(f"un mois ne s’écrit qu’en {enumeration(list(OF_ENTRIES))}")
    if left := [name for name in names if name not in kept]:
        say(f"note : {enumeration(left)} ne s’écrit que pour l’année entière")
    return kept
