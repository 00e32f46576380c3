"""Doubts about the people: days outside their presence, days of nobody, pay counted twice.

Knows presence, names and the words of pay. Never how much a person can work, nor what a slip makes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.crew import crew
from reporter.doubts.wording import doubt
from reporter.errors import Words
from reporter.french import short_date
from reporter.law.workdays import month_end
from reporter.names import spelling
from reporter.settings.bookkeeping import account

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from reporter.errors import Doubt
    from reporter.model import Activity, Day, Expense
    from reporter.settings import Settings
    from reporter.settings.parties import Worker

SEVERAL = 2


def outside(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each line of days that is before the arrival of its person, or after the departure.

    A month is looked at whole: a line at its end may be of days at its beginning.
    """
    said = {spelling(name): worker for name, worker in settings.workers.items()}
    for line in activity.days if said else ():
        worker = said.get(spelling(line.worker))
        if worker is not None and (what := _outside(line, worker)):
            fix = "corriger la date, l’intervenant, ou arrivee et depart dans bilan.toml"
            yield doubt("hors-presence", Words(what.format, (line.worker,)), line, fix)


def nobody_s(years: Mapping[int, Activity], settings: Settings) -> Iterator[Doubt]:
    """Yield the lines without anybody, in the years in which several people are told apart."""
    for number, lines in years.items():
        bare = [line for line in lines.days if not line.worker]
        if bare and len(crew(lines, settings, settings.year(number))) >= SEVERAL:
            for line in bare:
                what = "ligne sans intervenant, parmi d’autres qui en ont un"
                fix = (
                    "écrire qui a travaillé, vous compris : ces jours comptent dans le taux "
                    "de l’ensemble, la capacité de personne ne leur répond"
                )
                yield doubt("intervenant-omis", what, line, fix, about=str(number))


def _outside(line: Day, worker: Worker) -> str:
    """Return what is wrong with the date of a line, nothing where its month is one of presence."""
    first, last = line.start or line.date, line.end or line.date
    if worker.arrival and month_end(last) < worker.arrival:
        return f"jour facturé avant une arrivée : {{}}, le {short_date(worker.arrival)}"
    if worker.departure and first.replace(day=1) > worker.departure:
        return f"jour facturé après un départ : {{}}, le {short_date(worker.departure)}"
    return ""


CONTRIBUTIONS = "431000"
PAID = {
    CONTRIBUTIONS: "urssaf, cotisations, cotisations sociales, charges sociales, "
    "charges patronales, cotisations patronales, cotisations salariales, retraite, retraites, "
    "retraite complementaire, prevoyance, agirc arrco, caisse de retraite, mutuelle, "
    "complementaire sante",
    "421000": "salaire, salaires, remuneration, remunerations, paie, remuneration du dirigeant, "
    "remuneration dirigeant, remuneration president, salaire net, salaires nets",
    "442100": "pas, prelevement a la source",
}
"""The account of what a slip has told already, and the words by which its payment is called."""
NAMES = {
    **dict.fromkeys(("urssaf", "agirc", "arrco"), CONTRIBUTIONS),
    **dict.fromkeys(("salaire", "salaires"), "421000"),
}
"""The words of them that say so wherever they stand: « PRLV URSSAF novembre »."""
STARTS = (("645", CONTRIBUTIONS), ("641", "421000"))
"""The same, by the account that the books give."""


def is_answered(doubt: Doubt, settings: Settings, spent: Iterable[Expense]) -> bool:
    """Tell whether what a doubt of a net pay asks is said: its contributions have lines that year.

    The settings may say that the pay of a SASU is net.
    """
    if doubt.code != "paie-nette" or (day := doubt.date) is None:
        return False
    own = settings.pocket.pay == "nette" and settings.status_on(day) == "sasu"
    return own or any(it.date.year == day.year and _owed(it, {}) == CONTRIBUTIONS for it in spent)


def counted_again(years: Mapping[int, Activity]) -> Iterator[Doubt]:
    """Yield each expense of pay or contributions of a year whose pay slips hold them already."""
    for lines in years.values():
        slips = [line.slip for line in lines.expenses if line.slip]
        paid = {slip.employee + slip.employer: CONTRIBUTIONS for slip in slips}
        paid |= {slip.net: "421000" for slip in slips}
        for line in lines.expenses if slips else ():
            if line.slip is None and (number := _owed(line, paid)):
                what = "compté aussi dans un bulletin de paie ?"
                fix = f"si cette ligne paie ce qu’un bulletin porte, écrire {number} en Compte"
                yield doubt("paie-en-double", what, line, fix)


def _owed(line: Expense, paid: Mapping[Decimal, str]) -> str:
    """Return the account of what an expense may pay, empty where it is not of pay.

    `paid` is the account of each amount that slips make, to the cent: net pay, contributions.
    """
    if line.account:
        own = account(line.account) or ""
        return next((number for start, number in STARTS if own.startswith(start)), "")
    said = {folded(text) for text in (line.category, line.label, line.supplier)}
    whole = next((n for n, words in PAID.items() if said & set(words.split(", "))), "")
    words = (NAMES.get(word, "") for text in said for word in text.split())
    return (
        whole or next(filter(None, words), "") or (paid.get(line.amount, "") if line.amount else "")
    )
