"""The livre des recettes of a micro-enterprise, and what it declares, period by period.

Knows labels and cells. Never a rate, nor how a table looks.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reporter.french import (
    Cell,
    capitalised,
    counted,
    euros,
    long_date,
    month_name,
    spaced,
)
from reporter.landing.landing import landed
from reporter.law.micro import CHAMBER, TAXED_AFTER_ONE, due_day, first_end
from reporter.model import Day, total
from reporter.net.declarations import ceilings, declarations, franchise_lost
from reporter.receipts import unpaid
from reporter.tables.landing import method, trials
from reporter.tables.net_hypotheses import regime_lost
from reporter.tables.table import Table, headings, money
from reporter.to_date import whole_before, whole_past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.figures import Bilan, Figures
    from reporter.landing.landing import Landing
    from reporter.law.micro import Trade
    from reporter.model import Activity, Fee
    from reporter.net.declarations import Ceiling, Declaration
    from reporter.settings import Settings

CEILINGS = {
    "regime": "Micro-entreprise, deux années au-dessus la font perdre",
    "franchise": "Franchise de TVA, année suivante avec TVA",
    "franchise_upper": "Franchise de TVA, TVA due aussitôt",
}
SERVICES = "Seuils des prestations de services"
THRESHOLDS: dict[Trade, str] = {"bnc": SERVICES, "bic": SERVICES, "ventes": "Seuils des ventes"}


def receipts(bilan: Bilan, activity: Activity) -> Table:
    """Return what was received in a year, in the order of dates.

    Date, reference, client, nature, amount and means of payment are what the law asks for.
    Source: CGI art. 50-0 and 102 ter; Code de commerce art. L123-28.
    """
    figures = bilan.figures
    sales = sorted(figures.lines.sales, key=lambda line: (line.date, line.invoice))
    every, invoiced = unpaid(activity, bilan.settings), bilan.settings.micro.by_invoice
    owed = [line for line in every if line.date <= figures.year.end]
    return Table(
        title=f"Livre des recettes {figures.year.number}",
        columns=headings(
            "Date" if invoiced else "Date d’encaissement",
            "Référence",
            "Client",
            "Nature",
            money("Montant"),
            "Mode",
        ),
        rows=tuple(_receipt(line) for line in sales),
        note=spaced(" ".join(_notes(sales, owed, invoiced=invoiced))),
    )


def _receipt(line: Day | Fee) -> tuple[Cell, ...]:
    return (
        Cell(line.date, "date"),
        Cell(line.invoice),
        Cell(line.client),
        Cell(line.about or ("Jours" if isinstance(line, Day) else "Forfait")),
        Cell(line.amount + line.own_vat, "cents"),
        Cell(line.means),
    )


def _notes(sales: list[Day | Fee], owed: list[Day | Fee], *, invoiced: bool) -> Iterator[str]:
    """Yield what the books lack for the law, and what is not paid."""
    if invoiced:
        yield "Montants facturés, en euros, à leur date dans les livres."
        yield "À compléter : la date d’encaissement de chaque ligne, que la loi demande."
    else:
        yield "Montants encaissés, en euros."
    lacking = {
        "référence de facture": sum(not line.invoice for line in sales),
        "mode de paiement": sum(not line.means for line in sales),
    }
    for name, count in lacking.items():
        if count:
            yield f"À compléter : {counted(count, 'ligne', 'lignes')} sans {name}."
    if owed:
        many = counted(len(owed), "ligne", "lignes")
        yield f"Non payé, donc absent : {many}, {euros(total(owed))}."


def declared(figures: Figures, settings: Settings) -> Table:
    """Return what a year declares, a month or a quarter a row, and what is owed on it.

    Raises:
        UnknownLaw: where the rates of the year are not known.
    """
    rules = settings.micro
    every = declarations(figures.lines, rules, figures.year.whole, settings.founded)
    found = [period for period in every if period.start <= figures.year.end]
    extra = ("Versement libératoire",) if rules.liberatory else ()
    return Table(
        title=f"À déclarer en {figures.year.number}",
        columns=headings(
            "Période", "Recettes", "Cotisations", "Formation", *extra, "À payer", "Au plus tard"
        ),
        rows=tuple(_declared(period, liberatory=rules.liberatory) for period in found),
        note=spaced(
            "Recettes déclarées à l’euro ; cotisations au taux de la période"
            f"{', taxe de chambre de commerce comprise' if rules.trade in CHAMBER else ''}."
            + _together(found, settings)
            + "".join(map(_paid_back, found))
            + _under_way(figures, found)
        ),
    )


def _together(found: Sequence[Declaration], settings: Settings) -> str:
    """Say which days make the first declaration of an activity, where a period is of it."""
    first, founded = next(iter(found), None), settings.founded
    if first is None or founded is None or first.due == due_day(first.end):
        return ""
    last = first_end(founded, settings.micro.pace)
    return (
        " La première déclaration vient 90 jours au moins après le début d’activité : elle va du "
        f"{long_date(founded)} au {long_date(last)}, au plus tard le {long_date(first.due)}."
    )


def _paid_back(period: Declaration) -> str:
    """Say what a period in which more was paid back than received does not declare."""
    if not period.unused:
        return ""
    name = capitalised(_period(period))
    return (
        f" {name} : {euros(period.unused)} de remboursements de plus que d’encaissements. "
        "Une déclaration n’est jamais négative : elle est ici de 0 €, sans rien déduire ailleurs. "
        "L’Urssaf dira s’il faut le déduire de la suivante ou rectifier celle de l’encaissement."
    )


def _under_way(figures: Figures, found: Sequence[Declaration]) -> str:
    """Say that the last period is not over, where the year is cut inside it."""
    year = figures.year
    if not year.is_partial or not found or found[-1].end <= year.end:
        return ""
    return f" La dernière période n’est connue qu’au {long_date(year.end)}."


def _declared(period: Declaration, *, liberatory: bool) -> tuple[Cell, ...]:
    extra = (Cell(period.liberatory, "cents"),) if liberatory else ()
    return (
        Cell(_period(period)),
        Cell(period.received, "euros"),
        Cell(period.social + period.chamber, "euros"),
        Cell(period.training, "cents"),
        *extra,
        Cell(period.contributions + period.liberatory, "cents"),
        Cell(period.due, "date"),
    )


def _period(period: Declaration) -> str:
    first, last = month_name(period.start), month_name(period.end)
    return first if period.start.month == period.end.month else f"{first} à {last}"


def ceilings_table(bilan: Bilan) -> Table:
    """Return the ceilings of a year, or of its part, and the month in which each was crossed.

    The landing of a year under way tells the months to come, the year before whether the
    franchise of VAT is lost from its first day.

    Raises:
        UnknownLaw: where those of the year are not known.
    """
    figures, settings, ahead = bilan.figures, bilan.settings, landed(bilan)
    lines = figures.lines if ahead is None else ahead.figures.lines
    found = ceilings(lines, settings, figures.year)
    coming = "un mois à venir n’est pas prévu."
    if ahead is not None:
        coming = (
            "les mois qui restent sont ceux de l’atterrissage, estimés par "
            f"{method(ahead.choice)}. {trials(ahead.choice)}"
        )
    kept = f"{THRESHOLDS[settings.micro.trade]}, au prorata des jours la première année ; {coming}"
    return Table(
        title=f"Plafonds de {figures.year.number}",
        columns=headings("Plafond", "Montant", "Reste", "Dépassé en"),
        rows=tuple(_ceiling(one, figures, ahead) for one in found),
        note=spaced(" ".join(filter(None, (*_lost(bilan), kept)))),
    )


def _lost(bilan: Bilan) -> Iterator[str]:
    """Say that what was received put an end to the regime, or to the franchise of VAT."""
    before, settings, year = whole_before(bilan), bilan.settings, bilan.figures.year
    yield regime_lost((bilan.figures, *whole_past(bilan)), settings, year.number)
    if before is None or before.status != "micro":
        return
    passed = franchise_lost(before.lines, settings, before.year)
    if passed is not None:
        yield (
            f"TVA due depuis le {long_date(date(year.number, 1, 1))} au plus tard : les recettes "
            f"de {before.year.number}, {euros(before.revenue)}, ont dépassé le seuil de la "
            f"franchise, {euros(passed.amount)}."
        )


def _ceiling(one: Ceiling, figures: Figures, ahead: Landing | None) -> tuple[Cell, ...]:
    left, said = one.amount - figures.revenue, CEILINGS[one.name]
    if one.name == "franchise" and figures.year.number < TAXED_AFTER_ONE:
        said = "Franchise de TVA, deux années au-dessus la font perdre"
    crossed = "–" if one.crossed is None else month_name(one.crossed)
    if ahead is not None and one.crossed is not None and one.crossed > ahead.day:
        crossed += " (estimé)"
    return (Cell(said), Cell(one.amount, "euros"), Cell(left, "euros"), Cell(crossed))
