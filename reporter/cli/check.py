"""`bilan check`: all that is wrong, else all that is doubtful, and the sums of each sheet."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reporter.cli.check_fec import Fec, Opening, check_fec_file
from reporter.cli.completion.words import years
from reporter.cli.french_typer import UsageError, command
from reporter.cli.options import Folder, Json, year
from reporter.cli.points import doubtful, told
from reporter.cli.terminal import load, show, write_json
from reporter.errors import BadCell, BadData, BilanError, Doubt, Place
from reporter.french import counted, spaced
from reporter.sources.lines.verdicts import by_verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reporter.books import Books
    from reporter.ledgers.ledger import Ledger
    from reporter.model import Activity
    from reporter.sources.lines.verdicts import SheetSummary


@command(
    "check",
    ("bilan check", "tous les exercices"),
    ("bilan check 2020", "un seul"),
    ("bilan check --json", "pour un programme"),
    ("bilan check --fec 812345676FEC20201231.txt", "relire un FEC, d’où qu’il vienne"),
)
def check(
    annee: Annotated[
        int | None,
        typer.Argument(
            parser=year,
            metavar="ANNÉE",
            help="Année de clôture de l’exercice ; sinon tous.",
            autocompletion=years,
            show_default=False,
        ),
    ] = None,
    *,
    dossier: Folder = None,
    fec: Fec = None,
    debut: Opening = None,
    json: Json = False,
) -> None:
    """Relire les classeurs : ce qui est faux, ce qui est douteux, les totaux."""
    if debut is not None and fec is None:
        raise UsageError("l’option --debut ne va qu’avec --fec")
    if annee is not None and fec is not None:
        raise UsageError("ANNÉE ne va pas avec --fec : un FEC dit son exercice")
    try:
        if fec is not None:
            check_fec_file(fec, dossier, debut, as_json=json)
            return
        opened = load(dossier)
        _check_texts(opened)
        activity = _lines(opened, annee)
    except BilanError as error:
        if not json:
            raise
        write_json({"erreurs": [_plain(mistake) for mistake in _mistakes(error)]})
        raise typer.Exit(1) from None
    _tell(opened, activity, annee, as_json=json)


def _tell(opened: Books, activity: Activity, annee: int | None, *, as_json: bool) -> None:
    """Write what is doubtful and the sums of what was read, of a year or of all."""
    doubts = _doubts(opened, annee)
    sheets = _sheets(opened, activity, annee)
    if as_json:
        entered = {"fec": _entered(opened, annee), "clotures": _closed(opened, annee)}
        write_json(_values(doubts, sheets) | entered)
    else:
        _print(doubts, sheets, _ledgers(opened, annee))


def _lines(opened: Books, annee: int | None) -> Activity:
    """Return the lines to check: those of the year, or all.

    Raises:
        BilanError: where the year has no line, or where there is nothing to compare one with.
    """
    from reporter.metrics import refuse_unknown
    from reporter.model import Activity as NoLine
    from reporter.reference import reference_of

    known = (*opened.years, *opened.ledgers)
    for number in known if annee is None else {annee}.intersection(known):
        reference_of(number, opened.settings, known)
    if annee is None:
        return opened.activity
    if annee in opened.ledgers:
        return NoLine()
    refuse_unknown(annee, opened.years)
    return opened.years[annee]


def _check_texts(opened: Books) -> None:
    """Refuse the texts that cite a figure that does not exist, all of them at once."""
    errors: list[BadCell] = []
    for number in sorted(opened.texts.keys() & opened.years.keys()):
        from reporter.formats.report.citations import fill
        from reporter.tables.quantities import citable

        try:
            fill(opened.texts[number], citable(opened.entire(number)))
        except BadData as bad:
            errors += bad.errors
    if errors:
        raise BadData(errors)


def _doubts(opened: Books, annee: int | None) -> list[Doubt]:
    """Return the doubts of a year, and those that belong to none."""
    period = opened.settings.year(annee) if annee is not None else None
    return [
        doubt
        for doubt in opened.doubtful()
        if period is None or doubt.date is None or doubt.date in period
    ]


def _sheets(opened: Books, activity: Activity, annee: int | None) -> tuple[SheetSummary, ...]:
    from reporter.tables.sheets import joined, restricted

    return joined(opened.sheets) if annee is None else restricted(opened.sheets, activity)


def _ledgers(opened: Books, annee: int | None) -> dict[int, Ledger]:
    """Return the years that FEC alone tell, or the one that is asked for."""
    return {year: one for year, one in opened.ledgers.items() if annee in {None, year}}


def _entered(opened: Books, annee: int | None) -> list[dict[str, Any]]:
    from reporter.tables.booked import values

    return list(values(_ledgers(opened, annee).values()))


def _print(
    doubts: list[Doubt], sheets: Iterable[SheetSummary], ledgers: Mapping[int, Ledger]
) -> None:
    from reporter.doubts import DOUBTS, NOTES, points
    from reporter.tables.booked import entered
    from reporter.tables.sheets import sheet_rows, sheet_totals, unknown_columns

    worrying, notes = points(doubts, DOUBTS), points(doubts, NOTES)
    for said in doubtful(worrying):
        sys.stdout.write(f"{said}\n")
    for note in notes:
        sys.stdout.write(f"{told('note', note)}\n")
    if worrying or notes:
        sys.stdout.write("\n")
    read = (unknown_columns(sheets), sheet_rows(sheets), sheet_totals(sheets))
    tables = (*read, entered(ledgers))
    show(*(table for table in tables if table.rows))
    many = counted(len(worrying), "point", "points")
    rest = f"{many} à relire ; ignorer se range sous [verifications] dans bilan.toml"
    said = f"rien n’est refusé, {rest if worrying else 'rien n’est douteux'}"
    if not ledgers and not any(sheet.lines for sheet in sheets):
        said = f"aucune ligne lue ; {said}"
    sys.stdout.write(f"{spaced(said)}\n")


def _values(doubts: list[Doubt], sheets: Iterable[SheetSummary]) -> dict[str, Any]:
    """Return what is printed, as values for JSON."""
    from reporter.doubts import NOTES

    return {
        "erreurs": [],
        "points": [_plain(doubt) for doubt in doubts if doubt.code not in NOTES],
        "notes": [_plain(doubt) for doubt in doubts if doubt.code in NOTES],
        "feuilles": [_sums(sheet) for sheet in sheets],
    }


def _closed(opened: Books, annee: int | None) -> list[dict[str, Any]]:
    """Return the closed years, or the one that is asked for, and the files not understood."""
    from reporter.frozen import path_of
    from reporter.frozen.values import unreadable, values

    found, mistakes = opened.closed()
    return [
        *(values(one) for one in found if annee in {None, one.closure.year}),
        *(unreadable(x) for x in mistakes if annee is None or x.place.file == path_of(annee)),
    ]


def _mistakes(error: BilanError) -> tuple[BadCell, ...]:
    """Return the mistakes of an error; one that names no cell is a mistake of the whole."""
    return error.errors if isinstance(error, BadData) else (BadCell(str(error), Place("")),)


def _plain(complaint: BadCell | Doubt) -> dict[str, Any]:
    place = complaint.place
    named = (
        {"code": complaint.code, "ignorer": complaint.key} if isinstance(complaint, Doubt) else {}
    )
    return named | {
        "quoi": str(complaint.what),
        "fichier": place.file,
        "feuille": place.sheet,
        "cellule": place.cell,
        "contenu": str(complaint.shown),
        "remede": str(complaint.fix),
    }


def _sums(sheet: SheetSummary) -> dict[str, Any]:
    return {
        "fichier": sheet.file,
        "feuille": sheet.sheet,
        "lignes": sheet.lines,
        "jours": f"{sheet.days.normalize():f}",
        "montant_ht": f"{sheet.amount:.2f}",
        "rangees": {verdict.value[1]: count for verdict, count in by_verdict(sheet.rows)},
        "colonnes_ignorees": [column.header for column in sheet.left],
    }
