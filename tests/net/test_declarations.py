"""What a micro-entrepreneur declares: when, how much, and what no declaration takes."""

from __future__ import annotations

from datetime import date

import pytest

from reporter.french import NBSP
from reporter.model import Fee
from reporter.net.declarations import declarations
from reporter.net.forms import net, regime_ends
from reporter.scenarios.case import reported
from reporter.tables.net_hypotheses import hypotheses
from reporter.tables.receipts import ceilings_table, declared
from reporter.tables.statuses import common
from reporter.toml.reading import parse
from tests.builders import activity, bilan, fee


def received(amount: str, when: str = "2026-06-30") -> Fee:
    return fee(when, amount, paid=date.fromisoformat(when))


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("pace", "founded", "expected"),
    [  # one period after another: the last day to declare it, as day/month
        ("mois", "2026-01-31", ["31/05"] * 4 + ["30/06", "31/07"]),
        ("mois", "2026-02-01", ["30/06"] * 4 + ["31/07"]),
        ("mois", "2026-11-12", ["31/03", "31/03"]),
        ("mois", "2025-11-12", ["31/03", "31/03", "30/04"]),
        ("mois", "2025-10-31", ["28/02", "31/03"]),
        ("mois", "2027-02-01", ["28/02", "31/03"]),
        ("trimestre", "2026-01-01", ["31/07", "31/07", "31/10", "31/01"]),
        ("trimestre", "2026-06-30", ["31/10", "31/10", "31/01"]),
        ("trimestre", "2026-10-01", ["30/04"]),
        ("trimestre", "2025-12-31", ["30/04", "31/07"]),
    ],
)
def test_the_first_declaration_lets_ninety_days_pass(
    pace: str, founded: str, expected: list[str]
) -> None:
    """As URSSAF's own table by the month of the first day; the rates stay those of each month."""
    settings = parse(f'micro.declaration = "{pace}"\n[societe]\ncreation = {founded}')
    year = settings.year(2026)
    found = declarations(
        activity(received("1000", "2026-03-31")), settings.micro, year, settings.founded
    )
    assert [f"{one.due:%d/%m}" for one in found][: len(expected)] == expected


@pytest.mark.parametrize(
    ("founded", "said"),
    [
        ("2026-02-10", "va du 10 février 2026 au 31 mai 2026, au plus tard le 30 juin 2026"),
        ("2025-11-02", "va du 2 novembre 2025 au 28 février 2026, au plus tard le 31 mars 2026"),
        ("2025-10-02", None),
        ("2019-02-10", None),
    ],
)
def test_the_first_declaration_is_said(founded: str, said: str | None) -> None:
    told = f'[societe]\nstatut = "micro"\ncreation = {founded}'
    one = bilan(2026, received("1000", "2026-06-30"), settings=told)
    note = plain(declared(one.figures, one.settings).note)
    assert said in note if said else "première déclaration" not in note


def test_what_is_paid_back_beyond_what_is_received_is_said_and_never_declared() -> None:
    lines = (
        received("1000", "2026-02-28"),
        received("-1300.60", "2026-03-31"),
        received("300.60", "2026-03-02"),
        received("-40", "2026-12-31"),
    )
    one = bilan(2026, *lines, settings='societe.statut = "micro"')
    found = declarations(one.figures.lines, one.settings.micro, one.figures.year)
    assert [(period.received, period.unused) for period in found[1:3]] == [(1_000, 0), (0, 1_000)]
    assert sum(period.contributions for period in found) == 258  # 256 + 2, of February alone
    note = plain(declared(one.figures, one.settings).note)
    assert "Mars : 1 000 € de remboursements de plus que d’encaissements." in note
    assert "Décembre : 40 € de remboursements" in note
    assert "Février :" not in note


@pytest.mark.parametrize(
    ("trade", "said"),
    [
        ("bnc", "Seuils des prestations"),
        ("bic", "Seuils des prestations"),
        ("ventes", "Seuils des v"),
    ],
)
def test_the_ceilings_say_whose_they_are(trade: str, said: str) -> None:
    told = f'societe.statut = "micro"\nmicro.activite = "{trade}"'
    one = bilan(2026, received("1000"), settings=told)
    table = ceilings_table(one)
    assert table.note.startswith(said)
    limits = [str(row[1].value) for row in table.rows]
    goods, services = ["203100", "85000", "93500"], ["83600", "37500", "41250"]
    assert limits == (goods if trade == "ventes" else services)


@pytest.mark.parametrize(
    ("status", "amount", "year", "said"),
    [
        ("micro", "83600", 2026, False),
        ("micro", "83600.01", 2026, True),
        ("ei", "90000", 2026, False),
    ],
)
def test_receipts_above_the_ceiling_are_said(
    status: str, amount: str, year: int, said: bool
) -> None:
    one = bilan(year, received(amount, f"{year}-06-30"), settings=f'societe.statut = "{status}"')
    left = net(reported(one), one.settings.pocket)
    note = plain(hypotheses(left, one.settings.pocket, one.settings).note)
    assert ("au-dessus du plafond de 83 600 €" in note) == said


TWO_YEARS = """
[societe]
statut = "micro"
{}
"""


@pytest.mark.parametrize(
    ("paid", "year", "said"),
    [  # what the year before received, to the cent, and whether VAT is due from 1 January
        ("37500.00", 2026, None),
        (
            "37500.01",
            2026,
            "TVA due depuis le 1er janvier 2026 au plus tard : les recettes",
        ),
        ("37500.01", 2025, "recettes de 2024, 37 500 €, ont dépassé le seuil de la franchise, 37"),
        ("36900.00", 2025, None),  # above the threshold of 2024, judged by that of 2025
        ("38000.00", 2024, None),  # of 2023, between both: tolerated a first year
        ("39100.01", 2024, "TVA due depuis le 1er janvier 2024 au plus tard"),
    ],
)
def test_the_year_after_is_told_that_the_franchise_is_lost(
    paid: str, year: int, said: str | None
) -> None:
    lines = (received(paid, f"{year - 1}-10-20"), received("100", f"{year}-01-31"))
    note = plain(ceilings_table(bilan(year, *lines, settings=TWO_YEARS.format(""))).note)
    assert said in note if said else "TVA due" not in note


def test_the_franchise_of_a_first_year_is_lost_by_its_days() -> None:
    """CGI art. 293 D: 37 500 € for 365 days are 18 801.37 € for the 183 from 2 July on."""
    founded = TWO_YEARS.format("creation = 2025-07-02")
    lines = received("18801.38", "2025-12-01"), received("100", "2026-01-31")
    assert "ont dépassé le seuil de la franchise, 18 801 €" in plain(
        ceilings_table(bilan(2026, *lines, settings=founded)).note
    )
    lines = received("18801.37", "2025-12-01"), received("100", "2026-01-31")
    assert "TVA due" not in ceilings_table(bilan(2026, *lines, settings=founded)).note


def test_a_year_in_another_form_or_without_one_before_says_nothing_of_the_franchise() -> None:
    lines = received("90000", "2025-10-20"), received("100", "2026-01-31")
    changed = 'societe.statut = "micro"\n[exercice.2025]\nstatut = "ei"'
    assert "TVA due" not in ceilings_table(bilan(2026, *lines, settings=changed)).note
    alone = bilan(2026, received("90000"), settings='societe.statut = "micro"')
    assert "TVA due" not in ceilings_table(alone).note


@pytest.mark.parametrize(("year", "years"), [(2023, "deux années"), (2024, "année suivante")])
def test_one_year_above_the_franchise_is_enough_since_2024(year: int, years: str) -> None:
    one = bilan(year, received("100", f"{year}-06-30"), settings='societe.statut = "micro"')
    assert years in str(ceilings_table(one).rows[1][0])


@pytest.mark.parametrize(
    ("received_in", "year", "end"),
    [
        ({2025: "90000", 2026: "90000"}, 2026, 2027),
        ({2025: "90000", 2026: "83600"}, 2026, None),
        ({2025: "77700", 2026: "90000"}, 2026, None),
        ({2024: "90000", 2025: "90000", 2026: "10"}, 2026, 2026),
        ({2024: "90000", 2026: "90000"}, 2026, None),
    ],
)
def test_two_years_above_the_ceiling_end_the_regime(
    received_in: dict[int, str], year: int, end: int | None
) -> None:
    """From the first of January after them."""
    lines = [received(amount, f"{number}-06-30") for number, amount in received_in.items()]
    one = bilan(year, *lines, settings='societe.statut = "micro"')
    said = f"au-dessus du plafond : la micro-entreprise est perdue au 1er janvier {end}."
    left = net(reported(one), one.settings.pocket)
    notes = (
        ceilings_table(one).note,
        hypotheses(left, one.settings.pocket, one.settings, years=one.years).note,
        common([left], one.settings.pocket, one.settings, one.years).note,
    )
    for note in map(plain, notes):
        assert said in note if end else "est perdue" not in note


def test_a_ceiling_that_is_not_known_ends_no_regime() -> None:
    """That of 2016 is not."""
    lines = [received("90000", f"{number}-06-30") for number in (2016, 2017)]
    one = bilan(2017, *lines, settings='societe.statut = "micro"')
    assert regime_ends(one.years, one.settings, 2017) is None


@pytest.mark.parametrize(("trade", "said"), [("bnc", False), ("bic", True), ("ventes", True)])
def test_the_chamber_of_commerce_is_told_to_those_who_pay_it(trade: str, said: bool) -> None:
    settings = f'micro.activite = "{trade}"\n[societe]\nstatut = "micro"'
    one = bilan(2026, received("1000"), settings=settings)
    assert ("chambre de commerce" in declared(one.figures, one.settings).note) == said


@pytest.mark.parametrize(("liberatory", "said"), [(True, False), (False, True)])
def test_an_income_tax_that_is_nothing_is_no_estimate(liberatory: bool, said: bool) -> None:
    """The scale of 2026 is not known; who pays as it comes in has no use for it."""
    told = f"micro.versement_liberatoire = {str(liberatory).lower()}\n[societe]\nstatut = 'micro'"
    one = bilan(2026, received("40000"), settings=told)
    left = net(reported(one), one.settings.pocket)
    note = plain(hypotheses(left, one.settings.pocket, one.settings).note)
    assert ("Le barème des revenus de 2026 n’est pas connu" in note) == said
