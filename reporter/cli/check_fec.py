"""`bilan check --fec`: what is wrong or doubtful in a FEC, whoever wrote it, line by line."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reporter.characters import folded, visible
from reporter.cli.options import a_path, option
from reporter.cli.terminal import write_json
from reporter.errors import BilanError
from reporter.french import counted, enumeration, quantity, spaced

if TYPE_CHECKING:
    from reporter.fec.checking import Checked
    from reporter.fec.remarks import Level, Repeated

FEW = 3
"""How many lines are named where many say the same."""


def opening_day(value: object) -> date:
    """Read a day written 2019-07-01 or 01/07/2019."""
    text = str(value)
    if french := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text):
        text = "-".join(reversed(french.groups()))
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"« {value} » n’est pas une date, écrire par exemple 2019-07-01"
        raise typer.BadParameter(message) from None


Fec = Annotated[
    Path | None,
    option(
        "--fec",
        a_path,
        "FICHIER",
        "Relire plutôt un fichier des écritures comptables (FEC), d’où qu’il vienne.",
    ),
]
Opening = Annotated[
    date | None,
    option(
        "--debut",
        opening_day,
        "DATE",
        "Avec --fec : premier jour d’un exercice qui n’a pas douze mois.",
    ),
]


def check_fec_file(path: Path, folder: Path | None, opening: date | None, *, as_json: bool) -> None:
    """Say what is wrong and what is doubtful in a FEC.

    Args:
        path: the file.
        folder: the books whose company may be the file's; they tell when its year begins.
        opening: the first day of its year, where it is said.
        as_json: whether to write JSON.

    Raises:
        BilanError: where the file cannot be read.
        Exit: with 1 where something is wrong; doubts alone leave 0.
    """
    from reporter.fec.checking import check_fec

    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise BilanError(f"aucun fichier {visible(str(path))}") from error
    except OSError as error:
        raise BilanError(f"fichier illisible : {visible(str(path))} ({error.strerror})") from error
    if is_other(data):
        raise BilanError(
            f"{visible(path.name)} n’est pas un FEC, mais un classeur ou un document : donner le "
            "fichier texte du comptable, 812345676FEC20201231.txt ; les livres, « bilan check » "
            "les relit"
        )
    checked = check_fec(data, path.name, opening or _opening(path.name, folder))
    _write_json(path.name, checked) if as_json else _print(path.name, checked)
    if checked.of("erreur"):
        raise typer.Exit(1)


OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!")
"""How the files of workbooks, archives, documents and pictures begin."""
HEADER = ("journal", "ecriture", "compte", "piece", "debit", "credit")
"""What the header of a FEC says, however it is spelt."""


def is_other(data: bytes) -> bool:
    """Tell whether a file is surely no FEC: no text, or one whose first line names no entries."""
    if data.startswith(OTHERS):
        return True
    first = data[:1000].decode("latin-1").partition("\n")[0]
    parted = "\t" in first or "|" in first
    return bool(first.strip()) and not parted and not any(word in folded(first) for word in HEADER)


def _opening(name: str, folder: Path | None) -> date | None:
    """Return the first day of the file's year where the books are those of its company."""
    from reporter.fec.naming import parse_day, parse_name
    from reporter.toml.reading import find, load

    parts = parse_name(name)
    closing = parse_day(parts[1]) if parts else None
    with suppress(BilanError):  # a FEC is checked without any books, too
        settings = load(folder or find(Path.cwd()))
        if parts and closing and settings.siren.replace(" ", "") == parts[0]:
            year = settings.year_of(closing)
            return year.start if year.end == closing else None
    return None


def _print(name: str, checked: Checked) -> None:
    """Print mistakes apart from doubts, each once with its lines, then how many there are."""
    for point in checked.of("erreur"):
        sys.stderr.write(_block(name, "erreur", point))
    for point in checked.of("doute"):
        sys.stdout.write(_block(name, "doute", point))
    written = "ligne d’écritures" if checked.lines == 1 else "lignes d’écritures"
    lines = f"{quantity(Decimal(checked.lines))} {written}"
    said = [_counted(checked, "erreur") or "aucune erreur", _counted(checked, "doute")]
    text = f"{name} : {' et '.join(filter(None, said))} dans ses {lines}"
    sys.stdout.write(f"{spaced(visible(text))}\n")


def _counted(checked: Checked, level: Level) -> str:
    many = len(checked.of(level))
    return counted(many, level, f"{level}s") if many else ""


def _block(name: str, level: Level, point: Repeated) -> str:
    """Return a few lines: what, where, what stands there, what to write."""
    lines = [spaced(f"{level} : {point.first.what}"), f"  --> {_where(name, point.lines)}"]
    lines += [f"   | {text}" for text in point.shown]
    if point.first.fix:
        lines.append(spaced(f"   = {point.first.fix}"))
    return "\n".join(map(visible, lines)) + "\n"


def _where(name: str, lines: tuple[int, ...]) -> str:
    """Return « x.txt, lignes 3, 4 et 5 », or « x.txt, 1 308 lignes, dont 3, 4, 5 »."""
    if lines == (0,):
        return name
    if len(lines) == 1:
        return f"{name}, ligne {lines[0]}"
    if len(lines) <= FEW:
        return f"{name}, lignes {enumeration([str(line) for line in lines])}"
    first = ", ".join(str(line) for line in lines[:FEW])
    return f"{name}, {quantity(Decimal(len(lines)))} lignes, dont {first}"


def _write_json(name: str, checked: Checked) -> None:
    values: dict[str, Any] = {
        "fichier": name,
        "lignes": checked.lines,
        "erreurs": [_plain(point) for point in checked.of("erreur")],
        "doutes": [_plain(point) for point in checked.of("doute")],
    }
    write_json(values)


def _plain(point: Repeated) -> dict[str, Any]:
    return {
        "quoi": point.first.what,
        "champ": point.first.field,
        "nombre": len(point.lines),
        "lignes": list(point.lines[:FEW]),
        "contenus": list(point.shown),
        "remede": point.first.fix,
    }
