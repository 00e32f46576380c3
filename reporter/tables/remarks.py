"""What the commentary says beyond the named quantities: gaps, purchases, comparisons.

Knows which comparisons the sentences make. Never the sentences, which stand in the templates.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.charges import annuity, disposal_result
from reporter.french import Cell
from reporter.history import means
from reporter.making import variation
from reporter.metrics import next_year
from reporter.model import ZERO
from reporter.settings.words import OF
from reporter.tables.clients import ranked
from reporter.tables.partial import title, when, words_of_part
from reporter.tables.quantities import quantities, variations
from reporter.tables.unlike import changed_form, crossing, other_length
from reporter.tables.years import key_labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.figures import Bilan, Figures
    from reporter.model import Expense
    from reporter.tables.quantities import Quantities

CLOSE = Decimal("0.05")
"""Up to this relative difference, two years or an objective and its result are called close."""


def remarks(bilan: Bilan) -> Quantities:
    """Return what the templates need beside the named quantities of the year."""
    figures, previous, reference = bilan.figures, bilan.previous, bilan.reference
    words, lined = OF[figures.status], bilan.previous_in_lines
    return {
        "societe": bilan.settings.name,
        "anonyme": bilan.settings.anonymous,
        "indices": bilan.index,
        "rang": _rank(bilan),
        "cles": tuple(_key_figures(bilan)),
        **when(figures.year),
        **words_of_part(bilan),
        "precedent": None if previous is None else _other(bilan, previous),
        "reference": None if reference is None else _reference(bilan, reference),
        "ecart_jours": Cell(
            None if lined is None else abs(figures.own_days - lined.own_days),
            "days",
            f"{figures.year.number}.ecart_jours",
        ),
        "ecart_objectif": _gaps(figures),
        "achats": tuple(_purchases(bilan)),
        "cessions": tuple(_disposals(bilan)),
        "clientele": _clientele(bilan),
        "traversee": crossing(figures, previous),
        "autre_statut": changed_form(figures, previous),
        "autre_duree": other_length(figures, previous),
        "moyennes": _means(bilan),
        "suivant": quantities(bilan, next_year(bilan)),
        "imposee": bilan.settings.pays_tax(figures.year),
        "impot_donne": figures.final_tax is not None,
        "statut": figures.status,
        "mots": {"resultat": words.result, "avant": words.before, "impot": words.tax},
        "sans_charge": figures.without_expense,
        "ajustement": Cell(figures.adjustment, "signed_euros", f"{figures.year.number}.ajustement"),
    }


def publication(bilan: Bilan) -> Quantities:
    """Return what a site says of the page: title, date, date of the last change, author, tags.

    Left out, the date is the year's end: never today's, so that the same books give the same page.
    """
    settings, year = bilan.settings, bilan.figures.year
    named = f" – {settings.name}" if settings.name else ""
    date = settings.of(year).published or settings.published or year.end
    return {
        "titre": title(f"Bilan {year.number}", year) + named,
        "date": date,
        "modification": max(settings.modified or date, date),
        "auteur": settings.author,
        "tags": settings.tags,
    }


def _other(bilan: Bilan, figures: Figures) -> Quantities:
    """Return the quantities of another year, and the words that say when it was."""
    known = {"par_fec": figures.is_booked, "mot": OF[figures.status].result}
    return quantities(bilan, figures) | when(figures.year) | known


def _rank(bilan: Bilan) -> int | None:
    """Return how many financial years the company has had, where its first day is known."""
    if bilan.settings.founded is None:
        return None
    return bilan.figures.year.number - bilan.settings.year_of(bilan.settings.founded).number + 1


def _key_figures(bilan: Bilan) -> Iterator[dict[str, Any]]:
    year = quantities(bilan, bilan.figures)
    before = quantities(bilan, bilan.previous) if bilan.previous else None
    target, number = bilan.figures.objective, bilan.figures.year.number
    objectives = {
        "chiffre_affaires": Cell(target.revenue, "kilo", f"{number}.objectif.chiffre_affaires"),
        "tjm": Cell(target.rate, "rate", f"{number}.objectif.tjm"),
        "jours_factures": Cell(target.days, "days", f"{number}.objectif.jours"),
    }
    unlike = "" if not changed_form(bilan.figures, bilan.previous) else "resultat_apres_impots"
    for name, label in key_labels([bilan.figures]).items():
        yield {
            "nom": label,
            "valeur": year[name],
            "variation": year["variations"][name],
            "avant": before[name] if before and name != unlike else Cell(None),
            "autre_statut": name == unlike,
            "objectif": objectives.get(name, Cell(None)),
        }


def _gaps(figures: Figures) -> Quantities:
    """Return what the billed days alone, then all the revenue, have beyond the objective."""
    aim = figures.objective.revenue
    if not aim:
        return {"jours": Cell(None, "euros"), "total": Cell(None, "euros"), "proche": False}
    of = f"{figures.year.number}.objectif.chiffre_affaires"
    return {
        "jours": Cell((figures.day_revenue or ZERO) - aim, "euros", of),
        "total": Cell(figures.revenue - aim, "euros", of),
        "proche": abs((figures.day_revenue or ZERO) - aim) <= aim * CLOSE,
    }


def _clientele(bilan: Bilan) -> Quantities:
    """Return how many clients the year has and the year before had, who came and who left."""
    now = [client.name for client in ranked(bilan.figures)]
    previous = bilan.previous_in_lines
    before = [client.name for client in ranked(previous)] if previous else []
    return {
        "nombre": len(now),
        "avant": len(before),
        "nouveaux": [name for name in now if name not in before],
        "partis": [name for name in before if name not in now],
    }


def _means(bilan: Bilan) -> Quantities | None:
    """Return the means of the year and of the two before it."""
    number = bilan.figures.year.number
    last = means(bilan.years, number)
    if last is None:
        return None
    return {
        "chiffre_affaires": Cell(last.revenue, "kilo", f"{number}.moyennes.chiffre_affaires"),
        "resultat_apres_impots": Cell(last.result, "kilo", f"{number}.moyennes.resultat"),
    }


def _reference(bilan: Bilan, reference: Figures) -> Quantities:
    changes = [
        variation(bilan.figures.revenue, reference.revenue),
        variation(bilan.figures.days, reference.days),
    ]
    close = all(change is not None and abs(change) <= CLOSE for change in changes)
    number = bilan.figures.year.number
    changed = {"variations": variations(bilan.figures, reference, f"{number}.")}
    return _other(bilan, reference) | changed | {"proche": close}


def _purchases(bilan: Bilan) -> Iterator[Quantities]:
    """Yield the depreciated purchases of the year, the dearest first."""
    year, of = bilan.figures.year, f"{bilan.figures.year.number}.dotations_amortissements"
    depreciated = OF[bilan.figures.status].depreciated
    bought = [line for line in bilan.figures.lines.expenses if line.lifetime and depreciated]
    for line in sorted(bought, key=lambda line: -line.amount):
        yield {
            "libelle": line.label or line.supplier,
            "montant": Cell(line.amount, "euros", of),
            "duree": Cell(line.lifetime, "days"),
            "dotation": Cell(annuity(line, bilan.settings, year), "euros", of),
            "jusque": _last_year(bilan, line),
        }


def _disposals(bilan: Bilan) -> Iterator[Quantities]:
    """Yield the depreciated purchases of any year that were sold or scrapped in this one."""
    year, settings = bilan.figures.year, bilan.settings
    bought = (line for lines in bilan.known for line in lines.expenses)
    gone = [x for x in bought if OF[bilan.figures.status].depreciated and x.is_disposed_in(year)]
    for line in sorted(gone, key=lambda line: line.disposed or year.end):
        left, price = disposal_result(line, settings, year), line.disposal_price or ZERO
        yield {
            "libelle": line.label or line.supplier,
            "jour": Cell(line.disposed, "date"),
            "prix": Cell(price, "euros"),
            "valeur": Cell(price - left, "euros"),
            "resultat": Cell(left, "euros"),
        }


def _last_year(bilan: Bilan, line: Expense) -> int:
    """Return the last financial year that a purchase weighs on."""
    number = bilan.figures.year.number
    while annuity(line, bilan.settings, bilan.settings.year(number + 1)):
        number += 1
    return number
