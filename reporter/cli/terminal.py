"""What the terminal shows: mistakes, doubts, tables.

Knows how a complaint and a table look in a terminal. Never what they say.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from itertools import chain
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, Literal

from reporter import books
from reporter.characters import visible
from reporter.cli.voice import VOICE, painted
from reporter.errors import BadCell, BadData, BilanError, Doubt, Place
from reporter.formats.table.text import as_text, paragraph
from reporter.french import NBSP, counted, enumeration, spaced
from reporter.frozen import FOLDER as CLOSURES
from reporter.grouping import gathered
from reporter.toml.reading import FILE, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reporter.books import Books
    from reporter.cli.voice import Style
    from reporter.tables.table import Table

Level = Literal["erreur", "doute", "note"]
STYLES: dict[Level, Style] = {"erreur": "red", "doute": "yellow", "note": "cyan"}
MANY = 1000
"""Points beyond which a command no longer counts those that `bilan check` would print."""
FEW = 8
"""How many cells are named where many say the same."""
FEW_FIXES = 3
"""How many mistakes of a column are told one by one, where each has its own remedy."""


def open_books(folder: Path | None) -> Books:
    """Return the books of a folder, or of the nearest one upwards; say if some is doubtful."""
    opened = load(folder)
    from reporter.doubts import DOUBTS, many_points

    if not VOICE.quiet and (found := many_points(opened.each_doubt(), DOUBTS, MANY)):
        many = counted(min(found, MANY), "point", "points")
        more = "plus de " if found > MANY else ""
        say(f"note : {more}{many} à relire dans les classeurs, avec « bilan check »")
    return opened


def load(folder: Path | None) -> Books:
    """Return the books of a folder, or of the nearest one upwards; with -v, say what is read.

    A closed year that is no longer the same is said too, by every command.
    """
    opened = books.load(here(folder), _tell if VOICE.verbose else None)
    if not VOICE.quiet:
        _warn_of_changes(opened)
    return opened


def _warn_of_changes(opened: Books) -> None:
    """Say which closed years are no longer the same, and why; nothing is blocked."""
    if not (opened.folder / CLOSURES).is_dir():
        return
    from reporter.frozen.words import told as changed

    found, mistakes = opened.closed()
    for mistake in mistakes:
        say(f"note : {mistake.what}, dans {mistake.place} : {mistake.fix}")
    for changes in filter(None, found):
        head, *lines = changed(changes, FEW)
        say(f"note : {head}")
        for line in lines:
            say(f"   | {line}")


def _tell(file: str, seconds: float) -> None:
    from reporter.french import number

    say(f"lu : {file}, en {number(Decimal(seconds), 3, least=3)} s")


def here(folder: Path | None) -> Path:
    """Return the folder that was asked for, or the nearest one upwards that holds books.

    Raises:
        BilanError: where there is no such folder, or where books stand above the one named.
    """
    if folder is None:
        return find(Path.cwd())
    if not folder.exists():
        raise BilanError(f"dossier introuvable : {folder}")
    if not (folder / FILE).exists():
        for above in folder.resolve().parents:
            if (above / FILE).is_file():
                raise BilanError(f"aucun {FILE} dans {folder} : écrire --dossier {above}")
    return folder


def say(message: str) -> None:
    """Print a remark for the person, apart from the results; not with -q."""
    if not VOICE.quiet:
        sys.stderr.write(f"{spaced(visible(message))}\n")


def complain(error: BilanError) -> None:
    """Print every mistake where it stands, then how many there are."""
    if not isinstance(error, BadData):
        sys.stderr.write(f"{_head('erreur', str(error))}\n")
        return
    for alike in together(error.errors):
        sys.stderr.write(f"{_told_together(alike)}\n")
    files = len({mistake.place.file for mistake in error.errors})
    mistakes = counted(len(error.errors), "erreur", "erreurs")
    where = counted(files, "fichier", "fichiers")
    sys.stderr.write(spaced(f"{mistakes} dans {where} : rien n’a été écrit\n"))


def described(mistake: BadCell) -> str:
    """Return a mistake as a few lines: what, where, what stands there, what to write."""
    return block("erreur", mistake, str(mistake.place), [mistake.shown])


def together(mistakes: Iterable[BadCell]) -> list[list[BadCell]]:
    """Return mistakes in groups: the same one in the cells of one column is said once.

    So it is where each sheet has it, and all show the same.
    """
    columns = gathered(
        ((str(it.what), *it.place[:2], it.place.column or str(it.place)), it) for it in mistakes
    )
    sheets = gathered(
        (frozenset((str(it.what), str(it.fix), str(it.shown)) for it in alike), alike)
        if alike[0].place.column
        else (alike[0].place, alike)
        for alike in columns.values()
    )
    return [[*chain.from_iterable(groups)] for groups in sheets.values()]


def _told_together(alike: Sequence[BadCell]) -> str:
    """Return mistakes of one column: their first cells, and how many they are."""
    first = alike[0]
    if len(alike) == 1:
        return described(first)
    by_fix: dict[str, list[BadCell]] = {}
    for mistake in alike:
        by_fix.setdefault(str(mistake.fix), []).append(mistake)
    if len(by_fix) == 1:
        shown = list(dict.fromkeys(str(mistake.shown) for mistake in alike if mistake.shown))
        return block("erreur", first, where(it.place for it in alike), [_few(shown)])
    same = list(by_fix.values())
    if len(same) <= FEW_FIXES:
        return "\n".join(map(_told_together, same))
    told = ((_counted_cells(one), str(one[0].shown), str(one[0].fix)) for one in same[:FEW_FIXES])
    lines = [" : ".join(filter(None, parts)) for parts in told]
    rest = sum(map(len, same[FEW_FIXES:]))
    head = BadCell(
        first.what, first.place, fix=f"et {counted(rest, 'autre', 'autres')} dans la même colonne"
    )
    return block("erreur", head, where(it.place for it in alike), lines)


def _counted_cells(alike: Sequence[BadCell]) -> str:
    """Return the first cell of some mistakes, and how many others there are."""
    first, *rest = dict.fromkeys(it.place.cell for it in alike)
    return f"{first} et {counted(len(rest), 'autre', 'autres')}" if rest else first


def _few(shown: Sequence[str]) -> str:
    rest = len(shown) - FEW
    others = [f"et {counted(rest, 'autre valeur', 'autres valeurs')}"] if rest > 0 else []
    return " · ".join([*shown[:FEW], *others])


def where(places: Iterable[Place]) -> str:
    """Return where things stand: the first cells of a sheet, how many others, and other sheets."""
    first, *others = gathered((place[:2], place) for place in places).values()
    said, cells = str(first[0]), list(dict.fromkeys(it.cell for it in first if it.cell))
    if len(cells) > 1:
        rest = [] if len(cells) <= FEW else [counted(len(cells) - FEW, "autre", "autres")]
        said = f"{Place(*first[0][:2])}, cellules {enumeration([*cells[:FEW], *rest])}"
    what = "feuille" if first[0].sheet else "fichier"
    more = counted(len(others), f"autre {what}", f"autres {what}s")
    return f"{said}{NBSP}; et {more}" if others else said


def block(level: Level, complaint: BadCell | Doubt, where: str, shown: Iterable[str]) -> str:
    """Return the lines of a complaint; what stands in the books is shown as it is."""
    lines = [f"  --> {where}", *(f"   | {text}" for text in shown if text)]
    if complaint.fix:
        fix, *block = str(complaint.fix).split("\n")
        lines += [spaced(f"   = {fix}"), *(f"     {line}" for line in block)]
    return "\n".join([_head(level, visible(str(complaint.what))), *map(visible, lines)])


def _head(level: Level, what: str) -> str:
    """Return what is wrong after the word that says how much; the word is in its colour."""
    stream = sys.stderr if level == "erreur" else sys.stdout
    return painted(level, STYLES[level], stream) + spaced(f" : {what}")


def show(*tables: Table, form: str | None = None) -> None:
    """Print tables as wide as the terminal, titles in bold; no figure is ever cut.

    What is said of a table is on lines of that width too, unless another program reads it.
    `form` is another output that was asked for, « csv » as any.
    """
    if form is not None:
        from reporter.formats.table.tables import render

        sys.stdout.write(render(tables, form))
        return
    noted, width = False, get_terminal_size().columns
    for table in tables:
        text = as_text(table, width)
        text = text.replace(table.title, painted(table.title, "bold", sys.stdout), 1)
        sys.stdout.write("\n" + text if noted else text)
        noted = bool(table.note)
        if noted:
            note = spaced(visible(table.note))
            sys.stdout.write(f"{paragraph(note, width) if sys.stdout.isatty() else note}\n")


def write_json(values: dict[str, Any]) -> None:
    """Print values as JSON, for a program."""
    from reporter.formats.table.json import dumped

    sys.stdout.write(dumped(values))


def written(paths: Iterable[Path]) -> None:
    """Say which files were written, relative to where the person stands."""
    here = Path.cwd()
    for path in paths:
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        say(f"écrit : {shown}")
