"""Assets and their depreciation plans, for the accountant.

Knows labels and cells. Never how an annuity is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell, short_date
from reporter.tables.ledger import GROSS, RATE, VAT
from reporter.tables.table import Column, Table, headings, money

if TYPE_CHECKING:
    from reporter.accounting.assets import Asset
    from reporter.accounting.disposals import Disposal
    from reporter.accounting.pack import Pack


ANNUITY = money("Dotation de l’exercice")
VALUE, EARLIER = money("Valeur HT"), money("Amortissements antérieurs")
DEPRECIATED, NET_VALUE = money("Cumul"), money("Valeur nette")
BOUGHT = ("Désignation", "Fournisseur", "Compte")
GONE, PRICE, GAIN = "Sortie le", money("Prix HT"), money("Plus ou moins-value")
OUT = money("Valeur nette sortie")


def assets(pack: Pack) -> Table:
    """Return each asset with its annuity of the year and its net value."""
    columns = (*BOUGHT, "Mise en service", Column("Durée en années", "days"))
    values = (VALUE, EARLIER, ANNUITY, DEPRECIATED, NET_VALUE)
    basis, gone = pack.bilan.settings.basis, (GONE, OUT) if pack.disposals else ()
    return Table(
        title=f"Immobilisations au {short_date(pack.year.end)}",
        columns=headings(*columns, *values, *gone, "Source"),
        rows=tuple(_asset(asset, pack) for asset in pack.assets),
        note=f"Amortissement linéaire depuis la mise en service (date de la ligne), base {basis}.",
    )


def disposals(pack: Pack) -> Table:
    """Return each asset that was sold or scrapped in the year, what it was worth and its price."""
    return Table(
        title=f"Cessions et mises au rebut de {pack.year.number}",
        columns=headings(
            *BOUGHT, GONE, VALUE, DEPRECIATED, OUT, PRICE, RATE, VAT, GROSS, GAIN, "Source"
        ),
        rows=tuple(map(_disposal, pack.disposals)),
        note="Le prix est à encaisser (462) ; sa TVA est exigible le jour de la cession.",
    )


def plans(pack: Pack) -> Table:
    """Return the whole plan of each asset, a row a year."""
    return Table(
        title="Plans d’amortissement",
        columns=headings(
            *BOUGHT,
            "Exercice",
            money("Annuité"),
            Column("Déjà amorti", "cents"),
            Column("Reste", "cents"),
        ),
        rows=tuple(_annuity(asset, year) for asset in pack.assets for year in asset.plan),
        note="Une ligne par achat et par exercice\u00a0; le reste est la valeur nette.",
    )


def _asset(asset: Asset, pack: Pack) -> tuple[Cell, ...]:
    year, gone = pack.year.number, _gone(asset, pack)
    amounts = (
        asset.cost,
        asset.depreciated(year - 1),
        asset.annuity(year),
        asset.depreciated(year),
        asset.net(year),
    )
    return (
        *_bought(asset),
        Cell(asset.line.date, "date"),
        Cell(asset.line.lifetime, "days"),
        *(Cell(amount, "cents") for amount in amounts),
        *gone,
        Cell(str(asset.line.place)),
    )


def _gone(asset: Asset, pack: Pack) -> tuple[Cell, ...]:
    """Return the day on which an asset left in the year, and what it was then worth.

    Nothing, not even blank cells, in a year that nothing left in.
    """
    if not pack.disposals:
        return ()
    if not asset.line.is_disposed_in(pack.year):
        return Cell(None), Cell(None)
    return Cell(asset.line.disposed, "date"), Cell(asset.rest(pack.year.number), "cents")


def _disposal(one: Disposal) -> tuple[Cell, ...]:
    amounts = (one.asset.cost, one.depreciated, one.net, one.price)
    return (
        *_bought(one.asset),
        Cell(one.day, "date"),
        *(Cell(amount, "cents") for amount in amounts),
        Cell(one.rate, "percent"),
        *(Cell(amount, "cents") for amount in (one.vat, one.gross, one.result)),
        Cell(str(one.asset.line.place)),
    )


def _annuity(asset: Asset, year: int) -> tuple[Cell, ...]:
    amounts = (asset.annuity(year), asset.depreciated(year), asset.rest(year))
    return (*_bought(asset), Cell(year), *(Cell(amount, "cents") for amount in amounts))


def _bought(asset: Asset) -> tuple[Cell, ...]:
    return Cell(asset.name), Cell(asset.line.supplier), Cell(asset.account)
