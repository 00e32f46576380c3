"""`bilan freeze`: a year that stays closed, and what the other commands say of it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from reporter.cli.french_typer import command
from reporter.cli.options import Folder, Year, flag
from reporter.cli.terminal import here, open_books, say, written
from reporter.errors import BilanError
from reporter.french import counted, euros, long_date

if TYPE_CHECKING:
    from datetime import date

    from reporter.books import Books
    from reporter.model import FinancialYear

Lifted = Annotated[bool, flag("--lever", "Rouvrir l’année : effacer ce qui en est gardé.")]


@command(
    "freeze",
    ("bilan freeze 2020", "garder ses chiffres et ses lignes, dans clotures/2020.json"),
    ("bilan freeze 2020 --lever", "rouvrir l’année"),
)
def freeze(annee: Year, *, lever: Lifted = False, dossier: Folder = None) -> None:
    """Clore une année : toute commande dira ensuite ce qui n’y est plus pareil.

    Rien n’est bloqué : l’année se corrige et se rouvre.
    """
    from reporter.frozen import path_of
    from reporter.writing import write

    folder = here(dossier)
    place = folder / path_of(annee)
    closed = place.exists() or place.is_symlink()
    if lever:
        if not closed:
            raise BilanError(f"l’exercice {annee} n’est pas clos : il n’y a rien à lever")
        write({path_of(annee): None}, folder, books=folder)
        say(f"rouvert : l’exercice {annee} ; {path_of(annee)} est effacé")
        return
    if closed:
        raise BilanError(
            f"l’exercice {annee} est déjà clos, dans {path_of(annee)} ; pour le clore de nouveau : "
            f"« bilan freeze {annee} --lever », puis « bilan freeze {annee} »"
        )
    _close(open_books(dossier), annee)


def _close(opened: Books, year: int) -> None:
    """Write what is kept of a year, and say what that is.

    Raises:
        BilanError: where the books have no line in that year, or where it is not over.
    """
    from reporter.frozen import files, path_of
    from reporter.frozen.taking import closure
    from reporter.writing import write

    financial, today = opened.settings.year(year), opened.today
    if not opened.settings.of(financial).complete:
        _refuse_under_way(financial, today)
    figures = opened.entire(year).figures
    kept = closure(figures, opened.activity, opened.settings, today)
    data = {path_of(year): files.written(kept)}
    written(write(data, opened.folder, books=opened.folder))
    many = counted(len(kept.lines), "ligne", "lignes")
    say(f"clos : l’exercice {year}, {many}, chiffre d’affaires {euros(figures.revenue)}")


def _refuse_under_way(year: FinancialYear, today: date) -> None:
    """Refuse to keep a part of a year as if it were all of it.

    Raises:
        BilanError: where the year ends after today, or on it.
    """
    if today <= year.end:
        raise BilanError(
            f"l’exercice {year.number} va jusqu’au {long_date(year.end)}, il n’est pas fini : une "
            "partie serait gardée pour un tout. Le clore le lendemain ; s’il a fini plus tôt, "
            f"écrire fin = cette date sous [exercice.{year.number}] ; si plus rien n’y viendra, "
            "complet = true"
        )
