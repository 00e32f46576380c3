"""Our contributions and income tax against URSSAF's own rules, to the euro, on random cases.

`make outils` installs the rules. Rounding: the self-employed and the micro-entrepreneur by line, to
the euro; a president to the cent; the income tax to the euro, its scale that of the year before,
since the rules date a scale by the year in which it is used.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from reporter.law import assimilated, dividends, micro, self_employed
from reporter.law.income_tax import deducted, income_tax
from reporter.law.micro import Trade
from reporter.law.taxes import corporate_tax

HERE = Path(__file__).parent
CHECKERS = HERE.parent / "checkers"
MONTHS = 12
PAY = "dirigeant . rémunération"
SOLE = {
    "entreprise . catégorie juridique": "'EI'",
    "entreprise . catégorie juridique . EI . auto-entrepreneur": "non",
    "entreprise . activité . nature": "'libérale'",
    "entreprise . imposition": "'IR'",
}
EURL = {
    "entreprise . catégorie juridique": "'SARL'",
    "entreprise . associés": "'unique'",
    "entreprise . activité . nature": "'libérale'",
    "entreprise . imposition": "'IS'",
}
SASU = {"entreprise . catégorie juridique": "'SAS'", "entreprise . associés": "'unique'"}
MICRO = {
    **SOLE,
    "entreprise . catégorie juridique . EI . auto-entrepreneur": "oui",
}
TRADES: dict[Trade, dict[str, str]] = {
    "bnc": {"entreprise . activité . nature": "'libérale'"},
    "bic": {
        "entreprise . activité . nature": "'commerciale'",
        "entreprise . activités . service ou vente": "'service'",
    },
}


class Case(NamedTuple):
    """A situation, the rules to ask with the factor that makes a year of them, and our answers."""

    situation: dict[str, str]
    questions: dict[str, int]
    ours: tuple[Decimal, ...]


def sole_trader(random: Random, year: int) -> Case:
    revenue = random.choice([random.randint(500, 30_000), random.randint(30_000, 400_000)])
    charges = random.randint(0, revenue // 2)
    owed = self_employed.contributions(Decimal(revenue - charges), year)
    net = revenue - charges - owed.total
    return Case(
        {
            **SOLE,
            "entreprise . chiffre d'affaires": f"{revenue} €/an",
            "entreprise . charges": f"{charges} €/an",
        },
        {f"{PAY} . cotisations": 1, f"{PAY} . net": 1, "impôt . montant": 1},
        (owed.total, net, income_tax(net + owed.undeductible, year - 1)),
    )


def manager(random: Random, year: int) -> Case:
    spent = random.choice([random.randint(500, 30_000), random.randint(30_000, 400_000)])
    owed = self_employed.contributions(Decimal(spent), year)
    net = spent - owed.total
    tax = income_tax(deducted(net + owed.undeductible, year - 1), year - 1)
    return Case(
        {**EURL, f"{PAY} . totale": f"{spent} €/an"},
        {f"{PAY} . cotisations": 1, f"{PAY} . net": 1, "impôt . montant": 1},
        (owed.total, net, tax),
    )


def president(random: Random, year: int) -> Case:
    gross = random.randint(500, 25_000)
    paid = assimilated.pay(Decimal(gross) * MONTHS, year)
    tax = income_tax(deducted(paid.taxable, year - 1), year - 1)
    return Case(
        {**SASU, "salarié . contrat . salaire brut": f"{gross} €/mois"},
        {
            f"{PAY} . cotisations": MONTHS,
            f"{PAY} . net": 1,
            f"{PAY} . totale": 1,
            "impôt . montant": 1,
        },
        (paid.contributions, paid.net, paid.cost, tax),
    )


def costly_president(random: Random, year: int) -> Case:
    """What the company spends is given, and the gross pay sought."""
    cost = random.randint(8_000, 250_000)
    paid = assimilated.pay_costing(Decimal(cost), year)
    return Case(
        {**SASU, f"{PAY} . totale": f"{cost} €/an"},
        {f"{PAY} . cotisations": MONTHS, f"{PAY} . net": 1},
        (paid.contributions, paid.net),
    )


def micro_entrepreneur(random: Random, year: int) -> Case:
    trade: Trade = random.choice(["bnc", "bic"])
    monthly = Decimal(random.randint(50, 6_900))
    day = date(year, 3, 31)
    owed = MONTHS * (micro.social(trade, monthly, day) + micro.chamber(trade, monthly, day))
    owed += micro.training(trade, monthly * MONTHS, day)
    received = monthly * MONTHS
    tax = income_tax(micro.taxable(trade, received, day), year - 1)
    return Case(
        {
            **MICRO,
            **TRADES[trade],
            "dirigeant . auto-entrepreneur . chiffre d'affaires": f"{received} €/an",
        },
        {
            "dirigeant . auto-entrepreneur . cotisations et contributions": MONTHS,
            "dirigeant . auto-entrepreneur . revenu net": 1,
            "impôt . montant": 1,
        },
        (owed, received - owed, tax),
    )


def liberated(random: Random, year: int) -> Case:
    """By option, a micro-entrepreneur pays the income tax on what is received."""
    trade: Trade = random.choice(["bnc", "bic"])
    received = Decimal(MONTHS * random.randint(50, 6_900))
    option = "dirigeant . auto-entrepreneur . impôt . versement libératoire"
    return Case(
        {
            **MICRO,
            **TRADES[trade],
            "dirigeant . auto-entrepreneur . chiffre d'affaires": f"{received} €/an",
            option: "oui",
        },
        {f"{option} . montant": 1},
        (micro.liberatory(trade, received, date(year, 3, 31)),),
    )


def company(random: Random, year: int) -> Case:
    """The corporate tax, and the dividends that one received.

    A profit that makes half a euro of tax is left out: there the rules round down, the law up.
    """
    profit, shared = 4 * random.randint(1, 50_000), random.randint(1, 100_000)
    paid = date(year, 3, 1)
    return Case(
        {
            **SASU,
            "entreprise . imposition . IS . résultat imposable": f"{profit} €/an",
            "bénéficiaire": "oui",
            "bénéficiaire . dividendes . bruts": f"{shared} €/an",
            "impôt . méthode de calcul": "'PFU'",
        },
        {
            "entreprise . imposition . IS . montant": 1,
            "bénéficiaire . dividendes . cotisations et contributions": 1,
        },
        (
            corporate_tax(Decimal(profit), date(year, 1, 1), date(year, 12, 31)),
            dividends.levies(Decimal(shared), paid),
        ),
    )


ROUNDING = 0.51
"""Euros: half of one, where only one of the two answers is rounded to the euro."""
MAKERS: tuple[Callable[[Random, int], Case], ...] = (
    sole_trader,
    manager,
    president,
    costly_president,
    micro_entrepreneur,
    liberated,
    company,
)
EVERY = "BILAN_EXTERNAL" in os.environ
COUNT = 60 if EVERY else 1
"""Cases of each maker: CI asks for all, half a minute; `make test` for a few of the same."""


def asked(cases: list[tuple[int, Case]]) -> list[list[Any]]:
    """Return URSSAF's answers, all in one process."""
    questions = [
        {
            "situation": {"date": f"01/03/{year}", **case.situation},
            "questions": list(case.questions),
        }
        for year, case in cases
    ]
    command = ["node", str(HERE / "oracle" / "urssaf.mjs"), str(CHECKERS)]
    ran = subprocess.run(
        command, input=json.dumps(questions), capture_output=True, check=True, encoding="utf-8"
    )
    answers: list[list[Any]] = json.loads(ran.stdout)
    return answers


@pytest.mark.external("node")
@pytest.mark.skipif(
    not (CHECKERS / "node_modules" / "publicodes").exists() and not EVERY,
    reason="run make outils to install URSSAF's rules",
)
def test_contributions_and_tax_are_urssaf_s_to_the_euro() -> None:
    random = Random(20260701)  # noqa: S311  # cases, not secrets
    cases = [
        (year, maker(random, year))
        for rank, maker in enumerate(MAKERS)
        for number in range(COUNT)
        for year in (2025 + (rank + number) % 2,)
    ]
    assert len(cases) >= 400 or not EVERY
    wrong = [
        (case.situation, question, answer, float(ours))
        for (year, case), answers in zip(cases, asked(cases), strict=True)
        for (question, factor), answer, ours in zip(
            case.questions.items(), answers, case.ours, strict=True
        )
        if answer is None or abs(answer * factor - float(ours)) > ROUNDING
    ]
    assert wrong == []
