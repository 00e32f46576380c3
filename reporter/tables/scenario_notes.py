"""What must be known to read the figures of a scenario right: what is, and is not, carried over.

Knows the sentences. Never the assumptions themselves, nor how the table looks.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from reporter.french import enumeration, euros_cents, quantity, short_date
from reporter.law.taxes import CONFIRMED_UNTIL
from reporter.names import spelling
from reporter.receipts import by_receipt
from reporter.scenarios.presence import presences
from reporter.settings.words import OF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.figures import Figures
    from reporter.scenarios.case import Case
    from reporter.scenarios.scenario import Scenario

A_MONTH = timedelta(days=31)


def notes(scenario: Scenario) -> Iterator[str]:
    """Yield what must be known to read the figures right."""
    real = scenario.real.figures
    if scenario.asked.rate is not None and real.method != "regie":
        yield (
            "Le TJM donné est le TJM régie, prix d’une journée ; "
            f"la ligne « TJM » suit la méthode « {real.method} »."
        )
    if scenario.changes and (said := _definitive(real)):
        yield (
            f"{said} ; un scénario ne peut être qu’estimé : la référence l’est donc aussi, depuis "
            "les classeurs."
        )
    if by_receipt(scenario.after.settings, scenario.after.year):
        yield "Les ventes comptent à leur paiement : ce qui est repris est ce qui a été encaissé."
    if not scenario.after.has_charges:
        yield no_charge(scenario.after)
    if scenario.before.carried:
        yield from _not_carried(scenario)
    if not scenario.figures.tax_rates_known and scenario.after.settings.pays_tax(
        scenario.after.year
    ):
        yield f"L’impôt suit le barème de {CONFIRMED_UNTIL}, le dernier connu."


def _definitive(real: Figures) -> str:
    """Return the figure of the accountant that a scenario leaves aside, if there is one."""
    number = real.year.number
    if not real.estimated:
        return f"Le résultat définitif de {number} est de {euros_cents(real.result)}"
    if real.final_tax is not None:
        return f"L’impôt définitif de {number} est de {euros_cents(real.final_tax)}"
    return ""


def people(scenario: Scenario) -> Iterator[str]:
    """Yield whose days are not those of the source, as they came or left."""
    before = scenario.before
    there = presences(before.settings, before.source, before.year)
    names = {spelling(line.worker): line.worker for line in scenario.real.lines.days}
    gone = [name for key, name in names.items() if key in there and not there[key][0]]
    others = [
        f"{name} ({quantity(new)} pour {quantity(old)})"
        for key, name in names.items()
        if key in there and (new := there[key][0]) and (old := there[key][1])
    ]
    if gone:
        verb = "sont partis" if len(gone) > 1 else "est parti"
        yield f"Ne sont pas repris les jours de qui {verb} : {enumeration(gone)}."
    if others:
        yield f"Jours au prorata des mois de présence : {enumeration(others)}."
    told = scenario.asked.charges is not None or scenario.asked.expenses
    if (gone or others) and scenario.real.has_charges and not told:
        yield "Les charges ne suivent pas leurs jours."


def _not_carried(scenario: Scenario) -> Iterator[str]:
    real = scenario.real
    if real.skipped is not None:
        yield f"{real.skipped} n’est connu qu’en partie : rien n’en est repris."
    last = max(line.date for line in real.lines.lines)
    if real.year.end - last > A_MONTH:
        yield (
            f"Les lignes de {real.year.number} s’arrêtent au {short_date(last)} : "
            "ce qui en est repris n’est peut-être pas une année entière."
        )
    yield from people(scenario)
    rules = real.settings.of(real.year)
    if rules.additions or rules.deductions or rules.prior_losses:
        yield (
            "Les réintégrations, déductions et déficits antérieurs "
            f"de {real.year.number} ne sont pas repris."
        )
    if real.figures.result_before_tax < 0:
        yield (
            f"Le déficit de {real.year.number} n’est pas déduit : "
            "l’écrire en deficits_anterieurs dans bilan.toml."
        )


def no_charge(case: Case) -> str:
    """Return what is said of a case without any expense."""
    short = OF[case.figures.status].short
    return f"Aucune dépense n’est saisie : le {short} n’en retranche aucune."
