"""The account of an expense: its own, else its category's, else a refusal that says what to write.

Knows one line at a time. Never an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.accounting import categories, chart
from reporter.accounting.pay import pay_account
from reporter.characters import folded
from reporter.errors import BadCell
from reporter.law.vat_rates import usual
from reporter.model import CENT, cents
from reporter.settings.bookkeeping import account

if TYPE_CHECKING:
    import datetime as dt

    from reporter.model import Expense
    from reporter.settings.bookkeeping import Bookkeeping

DEPRECIABLE = ("20", "212", "213", "214", "215", "218")
"""Beginnings of the accounts of what can be depreciated (PCG 20 and 21, land left out)."""
MILEAGE = "625110"
"""Indemnités kilométriques, a part of 6251 (PCG art. 946-62)."""
HOSTING, NIGHTS, NIGHTS_ACCOUNT = "hebergement", "hotel", "625600"
LONGEST = 100
"""More years than anything is depreciated over."""


def expense_account(line: Expense, books: Bookkeeping, opened: dt.date) -> str:
    """Return the account of an expense of a year opened on `opened`.

    Raises:
        BadCell: where there is none, or where it cannot hold that expense.
    """
    if line.slip is not None:
        return pay_account(line, _written(line), named_account(line, books))
    number = _written(line) or _of_category(line, books, opened)
    asset = line.lifetime is not None
    if line.lifetime is not None and not 0 < line.lifetime <= LONGEST:
        fix = "écrire un nombre d’années, ou vider la cellule si l’achat n’est pas amorti"
        shown = str(line.lifetime)
        raise BadCell("durée d’amortissement impossible", line.place, shown=shown, fix=fix)
    if asset and not number.startswith(DEPRECIABLE):
        fix = "un achat amorti demande un compte 20 ou 21, par exemple 218300"
        raise BadCell("compte qui ne s’amortit pas", line.place, shown=number, fix=fix)
    if not asset and not number.startswith("6"):
        fix = "un achat sans durée d’amortissement demande un compte de charge, de 60 à 69"
        raise BadCell("compte qui n’est pas une charge", line.place, shown=number, fix=fix)
    if chart.label(number) is None or chart.removed(number, opened):
        fix = "prendre un compte du plan comptable en vigueur à l’ouverture de l’exercice"
        raise BadCell("compte inconnu du plan comptable", line.place, shown=number, fix=fix)
    return number


def _written(line: Expense) -> str | None:
    if not line.account:
        return None
    number = account(line.account)
    if number is None:
        fix = "écrire au moins trois chiffres, par exemple 622600"
        raise BadCell("numéro de compte illisible", line.place, shown=line.account, fix=fix)
    return number


def category_of(line: Expense) -> str:
    """Return the folded category of an expense; « Hébergement » is of a site, or of nights.

    What was bought tells nights, else their VAT: a site bears the normal rate, never theirs.
    """
    category = folded(line.category)
    if categories.singular(category) != HOSTING:
        return category
    bought = (folded(f"{line.supplier} {line.label}"),)
    nights = cents(line.amount * usual(line.date)[1])
    taxed = line.own_vat and abs(line.own_vat - nights) <= CENT
    told = categories.rule_of(bought, NIGHTS_ACCOUNT, asset=False) == "lodging"
    return NIGHTS if told or taxed else category


def named_account(line: Expense, books: Bookkeeping) -> str | None:
    """Return the account of the category of an expense, None where nothing says it."""
    category = folded(line.category)
    own = {folded(name): number for name, number in books.categories.items()}
    known = categories.usual(category_of(line), asset=line.lifetime is not None)
    if category in own or known is None:
        return own.get(category)
    return categories.of_owner(known.account) if books.alone else known.account


def _of_category(line: Expense, books: Bookkeeping, opened: dt.date) -> str:
    asset, category = line.lifetime is not None, folded(line.category)
    number = named_account(line, books)
    if number is None and line.kilometres:
        number = MILEAGE
    if number is not None:
        return categories.in_force(number, opened)
    fix = "remplir la colonne Compte ou la colonne Catégorie"
    if category:
        fix = _to_add(line.category, category, asset=asset, opened=opened)
    shown = line.category or line.label or line.supplier
    raise BadCell("aucun compte pour cette dépense", line.place, shown=shown, fix=fix)


def _to_add(name: str, category: str, *, asset: bool, opened: dt.date) -> str:
    """Return what to write for a category: the account is said only where its words tell one."""
    key = name.replace("\\", "\\\\").replace('"', '\\"')
    known = categories.proposed(category, asset=asset)
    if not asset and known is None and categories.proposed(category, asset=True):
        return (
            "remplir la colonne Durée d’amortissement, par exemple 3 ans ; ou, jusqu’à 500 € HT, "
            f'ajouter à bilan.toml, sous [comptes] : "{key}" = "606300"'
        )
    if known is None:
        usable = "de 20 ou 21" if asset else "de 60 à 69"
        return (
            f'remplir la colonne Compte, ou ajouter à bilan.toml, sous [comptes] : "{key}" = "…", '
            f"un compte {usable}"
        )
    added = f'"{key}" = "{categories.in_force(known.account, opened)}"'
    return f"remplir la colonne Compte, ou ajouter à bilan.toml, sous [comptes] : {added}"
