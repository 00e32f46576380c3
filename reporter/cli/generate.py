"""`bilan generate`: the yearly report, to publish or hand over."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reporter.cli.completion.words import several
from reporter.cli.french_typer import UsageError, command
from reporter.cli.options import (
    USUAL_SPAN,
    AsOf,
    Folder,
    Reference,
    Span,
    Year,
    a_path,
    flag,
    formats,
    option,
)
from reporter.cli.parts import part_asked
from reporter.cli.reporting import Wanted, report
from reporter.cli.terminal import here, written
from reporter.formats.report import FORMATS

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
    str, option("--mois", str, "MOIS", "Une page d’un mois seulement : 10, ou 2020-10.")
]
Quarter = Annotated[
    str,
    option(
        "--trimestre", str, "TRIMESTRE", "Une page d’un trimestre civil seulement : 3, ou 2020-T3."
    ),
]
Output = Annotated[
    Path | None,
    option(
        "--sortie",
        a_path,
        "DOSSIER",
        "Dossier où écrire ; sinon reports/ANNÉE, et reports/index.html.",
    ),
]
Anonymous = Annotated[
    bool, flag("--anonyme", "Sans aucun nom, à partager ; sans votre texte ni vos modèles.")
]
Indices = Annotated[
    bool, flag("--indices", "Avec --anonyme : montants en indices, 100 l’année d’avant.")
]
WithText = Annotated[
    bool, flag("--avec-texte", "Avec --anonyme : votre texte, s’il ne nomme personne.")
]


Proven = Annotated[
    bool, flag("--preuves", "Chaque chiffre de la page ouvre ses preuves, dans une page à côté.")
]
Followed = Annotated[
    bool,
    flag("--suivre", "Écrire de nouveau à chaque changement des livres, et dire ce qui change."),
]


@command(
    "generate",
    ("bilan generate 2020", "Markdown et HTML, dans reports/2020"),
    ("bilan generate 2020 --au 2020-06-30", "le premier semestre, à comparer à ceux d’avant"),
    ("bilan generate 2020 --format pdf", "le même, imprimé"),
    ("bilan generate 2020 --format html,png", "la page, et ses graphiques pour des diapositives"),
    ("bilan generate 2020 --anonyme --indices", "sans nom ni montant, à partager"),
    ("bilan generate 2020 --sortie publication", "ailleurs que dans reports"),
    ("bilan generate 2020 --mois 10", "une petite page d’octobre, dans reports/2020"),
    ("bilan generate 2020 --trimestre 3", "de même, de juillet à septembre"),
)
def generate(
    annee: Year,
    *,
    dossier: Folder = None,
    reference: Reference = None,
    annees: Span = USUAL_SPAN,
    au: AsOf = None,
    format: Formats = "md,html",  # noqa: A002  # the option's name
    sortie: Output = None,
    anonyme: Anonymous = False,
    indices: Indices = False,
    avec_texte: WithText = False,
    preuves: Proven = False,
    mois: Month = "",
    trimestre: Quarter = "",
    suivre: Followed = False,
) -> None:
    """Écrire le rapport d’une année."""
    part = part_asked(mois, trimestre)
    wanted = Wanted(
        year=annee,
        formats=tuple(format.split(",")),
        reference=reference,
        span=annees,
        as_of=au,
        output=sortie,
        anonymous=anonyme,
        indices=indices,
        with_text=avec_texte,
        proofs=preuves,
        part=part,
    )
    _refuse(wanted)
    if part:
        _refuse_whole(wanted, mois)
    if suivre:
        from reporter.cli.following import follow

        follow(here(dossier), lambda: report(dossier, wanted))
    else:
        written(report(dossier, wanted).paths)


def _refuse(wanted: Wanted) -> None:
    """Refuse what an anonymous report alone has, and proofs without a page that names all."""
    if (wanted.indices or wanted.with_text) and not wanted.anonymous:
        name = "--indices" if wanted.indices else "--avec-texte"
        raise UsageError(f"l’option {name} ne va qu’avec --anonyme")
    if wanted.proofs and wanted.anonymous:
        raise UsageError("--preuves montre chaque ligne des classeurs : jamais avec --anonyme")
    if wanted.proofs and "html" not in wanted.formats:
        raise UsageError("--preuves accompagne la page : ajouter html à --format")


def _refuse_whole(wanted: Wanted, month: str) -> None:
    """Refuse the options of a whole year beside that of a month or a quarter."""
    whole = {
        "--au": wanted.as_of,
        "--reference": wanted.reference,
        "--annees": wanted.span != USUAL_SPAN,
        "--indices": wanted.indices,
        "--avec-texte": wanted.with_text,
        "--preuves": wanted.proofs,
    }
    for name, value in whole.items():
        if value:
            raise UsageError(
                f"l’option {name} ne va pas avec {'--mois' if month else '--trimestre'}"
            )
