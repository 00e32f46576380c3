"""`bilan generate`: the yearly report, to publish or hand over."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.books import REPORTS
from reporter.cli.completion.words import several
from reporter.cli.french_typer import FrenchCommand, UsageError, examples
from reporter.cli.options import AsOf, Folder, Reference, Span, Year, formats
from reporter.cli.parts import part_asked, part_files
from reporter.cli.terminal import open_books, say, written
from reporter.formats.report import FORMATS
from reporter.french import short_date

if TYPE_CHECKING:
    from reporter.figures import Bilan
    from reporter.formats import Files

EXAMPLES = examples(
    ("bilan generate 2020", "Markdown et HTML, dans reports/2020"),
    ("bilan generate 2020 --au 2020-06-30", "le premier semestre, à comparer à ceux d’avant"),
    ("bilan generate 2020 --format pdf", "le même, imprimé"),
    ("bilan generate 2020 --format html,png", "la page, et ses graphiques pour des diapositives"),
    ("bilan generate 2020 --anonyme --indices", "sans nom ni montant, à partager"),
    ("bilan generate 2020 --sortie publication", "ailleurs que dans reports"),
    ("bilan generate 2020 --mois 10", "une petite page d’octobre, dans reports/2020"),
    ("bilan generate 2020 --trimestre 3", "de même, de juillet à septembre"),
)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("generate", cls=FrenchCommand, epilog=EXAMPLES)(generate)


Formats = Annotated[
    str,
    typer.Option(
        "--format",
        parser=formats(FORMATS),
        autocompletion=several(FORMATS, "format"),
        metavar="FORMATS",
        help="Formats, séparés par des virgules : md, html, hugo, pdf, png.",
    ),
]
Month = Annotated[
    str,
    typer.Option(
        "--mois",
        parser=str,
        metavar="MOIS",
        help="Une page d’un mois seulement : 10, ou 2020-10.",
        show_default=False,
    ),
]
Quarter = Annotated[
    str,
    typer.Option(
        "--trimestre",
        parser=str,
        metavar="TRIMESTRE",
        help="Une page d’un trimestre civil seulement : 3, ou 2020-T3.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--sortie",
        parser=Path,
        metavar="DOSSIER",
        help="Dossier où écrire ; sinon reports/ANNÉE, et reports/index.html.",
        show_default=False,
    ),
]
Anonymous = Annotated[
    bool,
    typer.Option("--anonyme", help="Sans aucun nom, à partager ; sans votre texte ni vos modèles."),
]
Indices = Annotated[
    bool,
    typer.Option("--indices", help="Avec --anonyme : montants en indices, 100 l’année d’avant."),
]
WithText = Annotated[
    bool,
    typer.Option("--avec-texte", help="Avec --anonyme : votre texte, s’il ne nomme personne."),
]


Proven = Annotated[
    bool,
    typer.Option(
        "--preuves", help="Chaque chiffre de la page ouvre ses preuves, dans une page à côté."
    ),
]


def generate(
    annee: Year,
    *,
    dossier: Folder = None,
    reference: Reference = None,
    annees: Span = 4,
    au: AsOf = None,
    format: Formats = "md,html",  # noqa: A002  # the option's name
    sortie: Output = None,
    anonyme: Anonymous = False,
    indices: Indices = False,
    avec_texte: WithText = False,
    preuves: Proven = False,
    mois: Month = "",
    trimestre: Quarter = "",
) -> None:
    """Écrire le rapport d’une année."""
    from reporter.formats.report import index, render
    from reporter.indices import indexed
    from reporter.tables.remarks import publication
    from reporter.writing import write

    if (indices or avec_texte) and not anonyme:
        name = "--indices" if indices else "--avec-texte"
        raise UsageError(f"l’option {name} ne va qu’avec --anonyme")
    _refuse_proofs(preuves, anonyme, format)
    part = part_asked(mois, trimestre)
    if part:
        _refuse(
            {
                "--au": au,
                "--reference": reference,
                "--indices": indices,
                "--avec-texte": avec_texte,
                "--preuves": preuves,
            },
            mois,
        )
    opened = open_books(dossier)
    if anonyme:
        opened = opened.anonymous(annee, with_text=avec_texte, as_of=au)
    names = format.split(",")
    if part:
        bilan, files = None, part_files(opened, annee, part, names)
    else:
        bilan = opened.measure(annee, reference, annees, au)
        files = render(indexed(bilan) if indices else bilan, names, proofs=preuves)
        if not anonyme and {*names} - {"hugo"}:
            files |= _manifest(bilan, opened.folder, files, reference)
    if sortie is None:
        folder = f"{annee}-anonyme" if anonyme else f"{annee}"
        files = {f"{folder}/{name}": data for name, data in files.items()}
        if not anonyme and not part:
            files |= index.render(opened.history(), opened.settings, opened.reports() | set(files))
    books = opened.folder if sortie is None else None
    written(write(files, sortie or opened.folder / REPORTS, books=books))
    if bilan and "hugo" in names:
        _warn_of_the_future(publication(bilan)["date"], opened.today)


def _refuse_proofs(proofs: bool, anonymous: bool, formats: str) -> None:
    """Refuse the annex of an anonymous report, in which every line is named, or without a page."""
    if proofs and anonymous:
        raise UsageError("--preuves montre chaque ligne des classeurs : jamais avec --anonyme")
    if proofs and "html" not in formats.split(","):
        raise UsageError("--preuves accompagne la page : ajouter html à --format")


def _manifest(bilan: Bilan, folder: Path, files: Files, reference: int | None) -> Files:
    """Return what `bilan verify` compares: an anonymous report has none, which would tell."""
    from reporter.manifest.files import name_of, written
    from reporter.manifest.manifest import fingerprint, manifest

    report = {name: fingerprint(data, name) for name, data in files.items()}
    made = manifest(bilan, folder, report, reference)
    return {name_of(made.year): written(made)}


def _refuse(whole: dict[str, object], month: str) -> None:
    """Refuse the options of a whole year beside that of a month or a quarter."""
    for name, value in whole.items():
        if value:
            raise UsageError(
                f"l’option {name} ne va pas avec {'--mois' if month else '--trimestre'}"
            )


def _warn_of_the_future(day: date, today: date) -> None:
    """Say that Hugo leaves out a page dated after today, which it does without a word."""
    if day > today:
        say(
            f"note : Hugo ne montrera pas cette page avant le {short_date(day)}, sa date ; "
            "pour la changer, écrire date = … dans [publication] de bilan.toml"
        )
