"""Doubts about a micro-enterprise that its receipts ended, or its franchise of VAT.

Knows figures of years. Never what is declared.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reporter.errors import Doubt, Place
from reporter.french import euros
from reporter.law.dated import UnknownLaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.figures import Figures
    from reporter.settings import Settings


def passed(figures: Mapping[int, Figures], settings: Settings) -> Iterator[Doubt]:
    """Yield each year kept as a micro-enterprise's, or without VAT, that those before it ended.

    Source: CGI art. 50-0, 102 ter and 293 B.
    """
    for number, own in figures.items():
        if own.status == "micro":
            yield from _regime(figures, settings, number)
            with suppress(UnknownLaw):
                yield from _franchise(figures, settings, number)


def _regime(figures: Mapping[int, Figures], settings: Settings, number: int) -> Iterator[Doubt]:
    from reporter.net.forms import regime_ends

    if regime_ends(figures.values(), settings, number) == number:
        yield Doubt(
            code="micro-perdue",
            what=f"micro-entreprise perdue au 1er janvier {number}",
            place=Place("bilan.toml", key=f"exercice.{number}.statut"),
            shown=f"recettes de {_received(figures[number - 2])} et de "
            f"{_received(figures[number - 1])}, au-dessus du plafond",
            fix=f'écrire statut = "ei" sous [exercice.{number}] de bilan.toml, ou le statut pris '
            "alors",
            about=f"{number}",
        )


def _franchise(figures: Mapping[int, Figures], settings: Settings, number: int) -> Iterator[Doubt]:
    from reporter.net.declarations import franchise_lost

    before = figures.get(number - 1)
    if before is None or before.status != "micro":
        return
    limit = franchise_lost(before.lines, settings, before.year)
    sales = figures[number].lines.sales
    sold = [line for line in sales if not (line.country or line.vat_number)]
    if limit and sold and not any(line.own_vat for line in sold):
        yield Doubt(
            code="franchise-perdue",
            what=f"TVA due depuis le 1er janvier {number} au plus tard, et aucune sur les ventes",
            place=Place("bilan.toml", key="tva.franchise_jusqu_au"),
            shown=f"recettes de {_received(before)}, au-dessus du seuil de {euros(limit.amount)}",
            fix=f"saisir la TVA des ventes, et écrire franchise_jusqu_au = {before.year.end} sous "
            "[tva] de bilan.toml",
            about=f"{number}",
        )


def _received(figures: Figures) -> str:
    return f"{euros(figures.revenue)} en {figures.year.number}"
