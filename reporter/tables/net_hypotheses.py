"""What the net stands on, as a table: given, of the books, estimated, or found by its means.

Knows words. Never how a figure is made, nor how a table looks.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.accounting.movements import account_of
from reporter.french import Cell, euros, euros_cents, exact, long_date, spaced
from reporter.law.dated import UnknownLaw
from reporter.law.income_tax import KNOWN_UNTIL
from reporter.model import total
from reporter.net.forms import passed_ceiling, regime_ends
from reporter.net.net import law_year
from reporter.settings.status import AT_CORPORATE_TAX
from reporter.settings.words import NAMES, TRADES
from reporter.tables.leads import leading
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.figures import Figures
    from reporter.net.means import Means
    from reporter.net.net import Net
    from reporter.settings import Settings
    from reporter.settings.status import Pocket

FAR = Decimal("0.1")
"""The share of the contributions owed from which those paid are far from them."""
DIVIDENDS = "457"
"""How the account of the dividends to pay begins (plan comptable général)."""


def hypotheses(
    net: Net,
    pocket: Pocket,
    settings: Settings,
    means: Means | None = None,
    years: Iterable[Figures] = (),
) -> Table:
    """Return what the steps stand on: given, of the books, estimated, or found by its means.

    The other years known tell whether a micro-enterprise still is one.
    """
    table = Table(
        title=f"Hypothèses du net {net.figures.year.number}",
        columns=headings("Hypothèse", "Valeur", "Origine"),
        rows=tuple(
            (Cell(name), cell, Cell(spaced(origin)))
            for name, cell, origin in _hypotheses(net, pocket, settings, means)
        ),
        note=spaced(
            " ".join([*_notes(net), *_shared(net, settings), *above(net, settings, years)])
        ),
    )
    return leading(table, f"{net.figures.year.number}.net.poche", "")


def _shared(net: Net, settings: Settings) -> Iterator[str]:
    """Yield that the books pay dividends in that year, which come from a result before it."""
    ledger = settings.bookkeeping.ledger
    moved = [line for line in net.figures.lines.movements if net.status in AT_CORPORATE_TAX]
    paid = total(it for it in moved if (account_of(it, ledger) or "").startswith(DIVIDENDS))
    if paid:
        yield (
            f"Les {euros_cents(paid)} de dividendes des classeurs viennent d’un résultat d’avant : "
            "ils ne sont pas dans cette poche."
        )


def above(net: Net, settings: Settings, years: Iterable[Figures]) -> Iterator[str]:
    """Yield that a micro-enterprise is above its ceiling, where that of the year is known."""
    number = net.figures.year.number
    others = [year for year in years if year.year.number != number]
    if net.status == "micro" and (said := regime_lost([*others, net.figures], settings, number)):
        yield said
        return
    try:
        limit = passed_ceiling(net.figures, settings) if net.status == "micro" else None
    except UnknownLaw:
        return
    if limit is not None:
        yield (
            f"Recettes au-dessus du plafond de {euros(limit)} : deux années de suite au-dessus "
            "font perdre la micro-entreprise."
        )


def regime_lost(years: Iterable[Figures], settings: Settings, number: int) -> str:
    """Say from which day a micro-enterprise is one no more; nothing where it still is."""
    end = regime_ends(years, settings, number)
    if end is None:
        return ""
    return (
        f"Recettes de {end - 2} et de {end - 1} au-dessus du plafond : la micro-entreprise est "
        f"perdue au {long_date(date(end, 1, 1))}."
    )


def _hypotheses(
    net: Net, pocket: Pocket, settings: Settings, means: Means | None
) -> Iterator[tuple[str, Cell, str]]:
    yield "Statut", Cell(NAMES[net.status]), "bilan.toml"
    if net.status in AT_CORPORATE_TAX:
        yield from _company(net, pocket, means)
    elif net.status == "micro":
        yield "Activité", Cell(TRADES[settings.micro.trade]), "activite sous [micro]"
        by = "à la facture" if settings.micro.by_invoice else "au paiement"
        yield "Recettes comptées", Cell(by), "dates sous [micro]"
    yield (
        "Cotisations et contributions",
        Cell(net.of("contributions"), "cents"),
        origin(net, pocket),
    )
    household = pocket.household
    shares = "pour un couple" if household.couple else "pour une personne"
    yield "Parts du foyer", Cell(household.shares, "days"), f"parts sous [net], {shares}"
    yield "Autres revenus imposables", Cell(pocket.other_income, "cents"), "autres_revenus, [net]"
    yield "Revenu imposable du foyer", Cell(net.taxed.taxable, "cents"), _scale(net)
    yield "Taux du dernier euro", Cell(net.taxed.marginal, "exact_percent"), "tranche du barème"


def _company(net: Net, pocket: Pocket, means: Means | None) -> Iterator[tuple[str, Cell, str]]:
    how = "trouvée" if means == "spent" else "donnée"
    spent = "des dépenses" if pocket.spent is None else f"{how}, au lieu de celle des dépenses"
    yield "Rémunération, cotisations comprises", Cell(net.spent, "cents"), spent
    read = "estimé"
    if net.from_books:
        read = "des bulletins de paie" if net.by_slips else "des dépenses"
        if _is_gross(net, pocket):
            read = "brut des dépenses moins la part du président"
    yield "Rémunération nette", Cell(net.pay, "cents"), read
    share = f"{exact(pocket.shared * 100)} % du résultat après impôts"
    by = "au barème" if pocket.by_scale else "au forfait"
    yield "Dividendes", Cell(net.dividends, "cents"), f"{share}, versés après la clôture, {by}"


def origin(net: Net, pocket: Pocket) -> str:
    """Return where contributions come from: the books, an estimate, or each for its part."""
    if not net.from_books:
        return f"estimées, taux de {law_year(net.figures.year)}"
    if _is_gross(net, pocket):
        return "des dépenses, et la part du président estimée"
    if net.status in AT_CORPORATE_TAX and net.of("contributions") > net.spent - net.pay:
        return "des dépenses, et celles des dividendes estimées"
    return "des dépenses"


def _is_gross(net: Net, pocket: Pocket) -> bool:
    """Tell whether the pay of the books is gross, and the president's share an estimate."""
    return net.status == "sasu" and pocket.pay == "brute" and not net.by_slips


def _scale(net: Net) -> str:
    year = law_year(net.figures.year)
    if net.scale_known:
        return f"barème des revenus de {year}"
    return f"barème des revenus de {KNOWN_UNTIL}, le dernier connu"


def _notes(net: Net) -> Iterator[str]:
    """Yield what must be known to read the steps right."""
    yield (
        "Ces chiffres montrent, ils ne conseillent pas : ni Acre, ni outre-mer, ni Cipav, ni "
        "conjoint collaborateur, ni réductions et crédits d’impôt."
    )
    year = net.figures.year
    if net.taxed.taxable and not net.scale_known:
        yield f"Le barème des revenus de {law_year(year)} n’est pas connu : l’impôt est estimé."
    if year.start.year != year.end.year:
        yield f"Exercice décalé : taux et barème de {law_year(year)}, année de clôture."
    yield from settled(net)
    yield from shared_pay(net)
    if net.figures.without_expense:
        yield "Aucune dépense n’est saisie : rien n’en est retranché."


def settled(net: Net) -> Iterator[str]:
    """Yield what contributions paid on the income of another year will have been, if far from it.

    Those of the self-employed are paid on an older income, then settled (CSS art. L131-6-2).
    """
    paid = net.of("contributions")
    if net.owed and abs(net.owed - paid) > net.owed * FAR:
        yield (
            "Les cotisations des dépenses sont celles payées : régularisées sur le revenu de "
            f"{net.figures.year.number}, elles seraient de {euros(net.owed)}, ce qui n’est pas "
            "compté ici."
        )


def shared_pay(net: Net) -> Iterator[str]:
    """Yield that pay is all counted as the owner's, where more than one person worked."""
    if len(net.figures.crew) > 1:
        yield (
            f"Plusieurs intervenants en {net.figures.year.number} : toute la rémunération des "
            "dépenses, cotisations comprises, est tenue pour celle d’un seul dirigeant."
        )
