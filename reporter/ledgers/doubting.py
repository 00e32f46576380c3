"""What is doubtful in years that entries alone tell: not closed, read badly, a gap between them.

Knows what a closed year has. Never files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.elapsed import SILENCE
from reporter.errors import Doubt, Place
from reporter.french import counted, euros_cents, short_date
from reporter.ledgers.measuring import is_closed, measured
from reporter.model import ZERO, Activity, total

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from reporter.figures import Figures
    from reporter.ledgers.ledger import Ledger
    from reporter.settings import Settings

LASTING = ("20", "21", "28")
"""What is depreciated, and what has been so far (PCG art. 932-1, 20, 21 and 28)."""
ONE = 1
"""Euros below which the accountant's result and that of bilan.toml are the same, rounded."""


def doubts_of(
    found: Mapping[int, Ledger], years: Mapping[int, Activity], settings: Settings
) -> Iterator[Doubt]:
    """Yield what is doubtful in each year that entries tell, then the years that nothing tells."""
    for number, ledger in found.items():
        figures = measured(ledger, years.get(number, Activity()), settings)
        yield from _provisional(ledger, figures, settings)
        yield from _flawed(ledger)
        yield from _read_again(ledger)
        yield from _other_result(ledger, figures, settings)
    yield from _undepreciated(found, years)
    yield from _gaps({*found, *years}, found)


def _provisional(ledger: Ledger, figures: Figures, settings: Settings) -> Iterator[Doubt]:
    number, last = ledger.year.number, max(line.date for line in ledger.lines)
    first = min((line.date for line in ledger.lines if not line.carried), default=last)
    fix = "redemander le FEC définitif"
    if not is_closed(figures, ledger, settings):
        fix += f" ; si l’exercice n’a pas d’impôt, écrire impot = 0 dans [exercice.{number}]"
        what = f"FEC sans impôt sur les sociétés : l’exercice {number} n’y est pas clos"
        shown = f"{euros_cents(figures.result_before_tax)} avant impôts, l’impôt est estimé"
    elif first - ledger.year.start > SILENCE:
        what = f"FEC qui ne commence pas avec l’exercice {number}"
        shown = f"première écriture le {short_date(first)}"
        fix = f"redemander le FEC de l’année entière ; sinon, écrire debut dans [exercice.{number}]"
    elif ledger.year.end - last > SILENCE:
        what = f"FEC qui s’arrête avant la fin de l’exercice {number}"
        shown = f"dernière écriture le {short_date(last)}"
    else:
        return
    yield _doubt("fec-provisoire", what, ledger, shown, fix)


def _flawed(ledger: Ledger) -> Iterator[Doubt]:
    """Yield each mistake of form: nobody can correct a past year, and its figures are right."""
    for flaw in ledger.flaws:
        more = len(flaw.lines) - 1
        others = f"de même {counted(more, 'autre ligne', 'autres lignes')} ; " if more else ""
        yield Doubt(
            code="fec-forme",
            what=f"FEC compté malgré une faute de forme : {flaw.first.what}",
            place=Place(ledger.file, row=flaw.lines[0]),
            shown=flaw.shown[0] if flaw.shown else "",
            fix=f"{others}« bilan check --fec {ledger.file} » dit tout à l’expert-comptable",
            date=ledger.year.end,
            about=str(ledger.year.number),
        )


def _read_again(ledger: Ledger) -> Iterator[Doubt]:
    if many := ledger.found.doubts:
        shown = counted(many, "point à relire", "points à relire")
        fix = f"« bilan check --fec {ledger.file} » les dit"
        yield _doubt("fec-a-relire", "FEC à relire", ledger, shown, fix)


def _other_result(ledger: Ledger, figures: Figures, settings: Settings) -> Iterator[Doubt]:
    """Yield a result or a tax of bilan.toml that is not that of the entries, which win."""
    said, number = settings.of(ledger.year), ledger.year.number
    pairs = (
        ("resultat", said.final_result, -total(ledger.result)),
        ("impot", said.final_tax, total(ledger.tax)),
    )
    for key, given, found in pairs:
        if figures.estimated or given is None or abs(given - found) < ONE:
            continue
        what = f"{key} de bilan.toml qui n’est pas celui du FEC, qui l’emporte"
        shown = f"{euros_cents(given)} dans [exercice.{number}], {euros_cents(found)} dans le FEC"
        yield _doubt("fec-autre-resultat", what, ledger, shown, f"effacer {key}, ou changer de FEC")


def _undepreciated(found: Mapping[int, Ledger], years: Mapping[int, Activity]) -> Iterator[Doubt]:
    """Yield assets that entries leave to a year of lines, and that no line depreciates further."""
    held, bought = ZERO, False
    for number, ledger in found.items():
        lines = years.get(number, Activity())
        held = sum((x.amount for x in ledger.lines if x.account.startswith(LASTING)), held)
        held = held - _carried(ledger) if number - 1 in found else held
        bought = bought or any(line.is_depreciated for line in lines.expenses)
        if held > 0 and number + 1 in years and number + 1 not in found and not bought:
            what = f"immobilisations de {number} sans ligne : leurs dotations ne suivront pas"
            shown = f"{euros_cents(held)} de valeur nette au {short_date(ledger.year.end)}"
            fix = "saisir ces achats à leur date, avec leur durée, parmi les dépenses"
            yield _doubt("fec-immobilisations", what, ledger, shown, fix)


def _carried(ledger: Ledger) -> Decimal:
    """Return what the opening entry has of assets: the entries of the year before have it too."""
    kept = (x.amount for x in ledger.lines if x.carried and x.account.startswith(LASTING))
    return sum(kept, ZERO)


def _gaps(known: set[int], found: Mapping[int, Ledger]) -> Iterator[Doubt]:
    """Yield the years that nothing tells, between one that entries tell and the next known one."""
    for number, ledger in found.items():
        after = min((year for year in known if year > number), default=number + 1)
        if after > number + 1:
            missing = ", ".join(map(str, range(number + 1, after)))
            what = f"aucun FEC ni ligne pour {missing}"
            fix = "demander ce FEC à l’expert-comptable, et le ranger dans data/fec"
            yield _doubt("fec-manquant", what, ledger, fix=fix)


def _doubt(code: str, what: str, ledger: Ledger, shown: str = "", fix: str = "") -> Doubt:
    """Return a doubt about a year; two of one rule and year are told apart by what they say."""
    about = str(ledger.year.number)
    return Doubt(
        code=code,
        what=what,
        place=Place(ledger.file),
        shown=shown,
        fix=fix,
        date=ledger.year.end,
        about=about,
    )
