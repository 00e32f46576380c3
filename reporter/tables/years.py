"""The years side by side, the figures of the year in detail, and what each one is made of.

Knows which figures are shown together. Never how they look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell, capitalised, enumeration
from reporter.law.taxes import CONFIRMED_UNTIL
from reporter.making import variation
from reporter.model import ZERO
from reporter.receipts import by_receipt
from reporter.settings.words import OF, words
from reporter.tables.partial import dated, named, prorated, sentences, title
from reporter.tables.quantities import YEAR, quantities
from reporter.tables.table import Table, headings
from reporter.tables.unlike import changed_form, crossed, is_unlike, other_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reporter.figures import Bilan, Figures
    from reporter.settings import Settings
    from reporter.settings.words import Words

KEY_FIGURES = {
    "chiffre_affaires": "Chiffre d’affaires",
    "resultat_apres_impots": "Résultat après impôts",
    "jours_factures": "Jours facturés",
    "tjm": "TJM",
}
DETAILS = {
    "ca_jours": "CA des jours",
    "ca_forfaits": "CA des forfaits",
    "tjm_regie": "TJM régie",
    "jours_ouvres_nets": "Jours ouvrés nets de congés",
    "taux_jours_factures": "Taux de jours facturés",
    "charges": "Charges",
    "dotations_amortissements": "Dotations aux amortissements",
    "resultat_cessions": "Résultat des cessions",
    "resultat_avant_impots": "Résultat avant impôts",
    "impot": "Impôt sur les sociétés",
}
NOTHING = Cell(ZERO, "euros")
"""What was sold or scrapped in a year that has nothing of it."""
TERMS = {
    "ca_total": "chiffre d’affaires / jours facturés",
    "regie": "chiffre d’affaires des jours / jours facturés",
    "equivalent_jours": "chiffre d’affaires / (jours facturés + jours équivalents des forfaits)",
    "taux": "jours facturés / jours ouvrés nets de congés",
}


OTHER_INCOME = "Autres produits"
"""What only entries have: the products that are no sales."""


def key_labels(figures: Iterable[Figures]) -> dict[str, str]:
    """Return the four figures of the review and what they are called in the forms of the years."""
    result = capitalised(words_of(figures).result)
    return {**KEY_FIGURES, "resultat_apres_impots": result}


def detail_labels(figures: Sequence[Figures]) -> dict[str, str]:
    """Return the figures behind the four, less those that the forms of the years do not have."""
    words = words_of(figures)
    labels = {
        **DETAILS,
        "resultat_avant_impots": capitalised(words.before),
        "impot": capitalised(words.tax),
    }
    if not words.depreciated:
        del labels["dotations_amortissements"]
    if not any(year.disposals for year in figures):
        del labels["resultat_cessions"]
    if any(year.other_income for year in figures):
        before = {name: labels.pop(name) for name in ("resultat_avant_impots", "impot")}
        labels |= {"autres_produits": OTHER_INCOME} | before
    return {name: label for name, label in labels.items() if label}


RECEIVED = "Chaque vente compte le jour de son paiement."
NOT_COUNTED = "Des encaissements de la banque restent à rapprocher, et ne sont pas comptés."


def received(figures: Figures, settings: Settings) -> bool:
    """Tell whether the sales of a year count on the day they are paid; entries are of invoices."""
    return not figures.is_booked and by_receipt(settings, figures.year)


def words_of(figures: Iterable[Figures]) -> Words:
    """Return the words that years share."""
    return words(year.status for year in figures)


def key_figures(bilan: Bilan) -> Table:
    """Return the four figures of the review, newest year first, and their last variation."""
    heading = title("Chiffres clés", bilan.figures.year)
    table = _side_by_side(bilan, key_labels(bilan.shown), heading)
    return table._replace(note=" ".join([_results_note(bilan), *sentences(bilan)]))


def against(bilan: Bilan) -> Table | None:
    """Return the four figures beside those of the year of reference, unless it is the one before.

    None without a year of reference.
    """
    reference, previous = bilan.reference, bilan.previous
    if reference is None or (previous and previous.year.number == reference.year.number):
        return None
    heading, both = f"Face à {reference.year.number}", (bilan.figures, reference)
    table = _compared(bilan, key_labels(both), title(heading, bilan.figures.year), both, reference)
    rules = (crossed, changed_form, other_length)
    return table._replace(note=" ".join(filter(None, (rule(*both) for rule in rules))))


def details(bilan: Bilan) -> Table:
    """Return the figures behind the four, in the same form."""
    heading = title("Détail des chiffres", bilan.figures.year)
    table = _side_by_side(bilan, detail_labels(bilan.shown), heading)
    return table._replace(note=prorated(bilan) if bilan.elapsed else "")


def definitions(bilan: Bilan) -> Table:
    """Return how each ratio of the year is made: its two terms and its value."""
    figures = bilan.figures
    known, of = quantities(bilan, figures), f"{figures.year.number}.jours_avec_equivalents"
    days = known["jours_factures"]
    revenue, day_revenue = (
        known[name]._replace(kind="cents") for name in ("chiffre_affaires", "ca_jours")
    )
    terms = {
        "ca_total": (revenue, days),
        "regie": (day_revenue, days),
        "equivalent_jours": (revenue, Cell(figures.all_days, "days", of)),
        "taux": (days, known["jours_ouvres_nets"]),
    }
    ratios = (
        ("TJM", figures.method, known["tjm"]._replace(kind="rate_cents")),
        ("TJM régie", "regie", known["tjm_regie"]._replace(kind="rate_cents")),
        ("Taux de jours facturés", "taux", known["taux_jours_factures"]),
    )
    return Table(
        title=f"Ratios de {named(figures.year)}",
        columns=headings("Ratio", "Calcul", "Numérateur", "Dénominateur", "Valeur"),
        rows=tuple((Cell(name), Cell(TERMS[how]), *terms[how], cell) for name, how, cell in ratios),
    )


def _results_note(bilan: Bilan) -> str:
    """Say which results are ours and which the accountant's, and what ours leave aside."""
    estimated = [figures for figures in bilan.shown if figures.estimated]
    final = [figures for figures in bilan.shown if not figures.estimated]
    kinds = {"estimé": estimated, "définitif": final}
    said = ", ".join(f"{word} pour {_numbers(years)}" for word, years in kinds.items() if years)
    notes = [f"{capitalised(words_of(bilan.shown).result)} {said}."]
    if bare := _numbers(f for f in estimated if f.without_expense):
        short = words_of(estimated).short
        notes.append(f"Aucune dépense saisie pour {bare} : le {short} n’en retranche aucune.")
    taxed = [figures for figures in estimated if OF[figures.status].tax]
    if unknown := _numbers(f for f in taxed if not f.tax_rates_known):
        notes.append(
            f"Barème de l’impôt pas encore connu pour {unknown} : celui de {CONFIRMED_UNTIL} sert."
        )
    if booked := _numbers(figures for figures in bilan.shown if figures.is_booked):
        kept = ", ventes à leur facture" if bilan.settings.by_receipt else ""
        notes.append(f"Sans jours ni TJM, d’après le FEC seul{kept} : {booked}.")
    if said := crossed(bilan.figures, bilan.previous):
        notes.append(said)
    if received(bilan.figures, bilan.settings):
        notes.append(RECEIVED)
        if bilan.received and bilan.received.incoming:
            notes.append(NOT_COUNTED)
    rules = (changed_form, other_length)
    notes += [said for rule in rules if (said := rule(bilan.figures, bilan.previous))]
    return " ".join(notes)


def _numbers(years: Iterable[Figures]) -> str:
    return enumeration([str(figures.year.number) for figures in years])


def _side_by_side(bilan: Bilan, names: dict[str, str], heading: str) -> Table:
    return _compared(bilan, names, heading, bilan.shown, bilan.previous)


def _compared(
    bilan: Bilan,
    names: dict[str, str],
    heading: str,
    shown: Sequence[Figures],
    other: Figures | None,
) -> Table:
    """Return the figures of years side by side, and how those of the first vary from another's."""
    years = [quantities(bilan, figures) for figures in shown]
    columns = ["Indicateur", *(dated(figures.year) for figures in shown)]
    rows = [
        [Cell(label), *(year.get(name, NOTHING) for year in years)] for name, label in names.items()
    ]
    if other is not None:
        number, of = bilan.figures.year.number, other.year.number
        columns.append(f"Variation {number}/{of}")
        before, explained = quantities(bilan, other), other is bilan.previous
        for row, name in zip(rows, names, strict=True):
            old, new = (year.get(name, NOTHING).value for year in (before, years[0]))
            unlike = is_unlike(bilan.figures, other, YEAR.get(name, ("",))[0])
            change = None if unlike else variation(new, old)
            told = f"{number}.variations.{name}" if explained else ""
            row.append(Cell(change, "variation", told))
    return Table(title=heading, columns=headings(*columns), rows=tuple(tuple(row) for row in rows))
