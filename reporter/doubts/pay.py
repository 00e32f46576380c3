"""Doubts about pay: contributions that a slip holds, and that an expense counts again.

Knows lines and the words of pay. Never what a slip amounts to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.doubts.wording import doubt
from reporter.settings.bookkeeping import account

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from reporter.errors import Doubt
    from reporter.model import Activity, Expense
    from reporter.settings import Settings

PAID = {
    "431000": "urssaf, cotisations, cotisations sociales, charges sociales, charges patronales, "
    "cotisations patronales, cotisations salariales, retraite, retraites, retraite complementaire, "
    "prevoyance, agirc arrco, caisse de retraite, mutuelle, complementaire sante",
    "421000": "salaire, salaires, remuneration, remunerations, paie, remuneration du dirigeant, "
    "remuneration dirigeant, remuneration president, salaire net, salaires nets",
    "442100": "pas, prelevement a la source",
}
"""The account of what a slip has told already, and the words by which its payment is called."""
NAMES = {
    **dict.fromkeys(("urssaf", "agirc", "arrco"), "431000"),
    **dict.fromkeys(("salaire", "salaires"), "421000"),
}
"""The words of them that say so wherever they stand: « PRLV URSSAF novembre »."""
STARTS = (("645", "431000"), ("641", "421000"))
"""The same, by the account that the books give."""


def is_answered(doubt: Doubt, settings: Settings) -> bool:
    """Tell whether the settings say already what a doubt asks: that the pay of a SASU is net."""
    if doubt.code != "paie-nette" or settings.pocket.pay != "nette" or doubt.date is None:
        return False
    return settings.status_of(settings.year_of(doubt.date)) == "sasu"


def counted_again(years: Mapping[int, Activity]) -> Iterator[Doubt]:
    """Yield each expense of pay or contributions of a year whose pay slips hold them already."""
    for lines in years.values():
        slips = [line.slip for line in lines.expenses if line.slip]
        paid = {slip.employee + slip.employer: "431000" for slip in slips}
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
