"""A report in indices: the revenue of the year before is 100, and no amount can be read."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import denomination, french
from reporter.errors import BilanError, Place
from reporter.figures import Bilan
from reporter.formats.report import render
from reporter.indices import indexed
from reporter.settings import Settings
from reporter.sources.texts import Text
from reporter.toml.reading import parse
from tests.builders import bilan, day, expense, fee
from tests.texts import read

SETTINGS = """
[societe]
impot = "aucun"
[exercice]
objectif_tjm = {rate}
objectif_taux = "80 %"
[exercice.2019]
resultat = {result}
"""
CITED = "{{ chiffre_affaires | euros }} {{ tjm | centimes }} {{ annees[2018].ca_jours | centimes }}"


def year(scale: int) -> Bilan:
    """Return a year whose every amount is `scale` times larger, settings included."""
    lines = [
        line
        for number, days in ((2018, "150"), (2019, "160"), (2020, "170"))
        for line in (
            day(f"{number}-02-28", days, str(600 * scale), "Client A"),
            day(f"{number}-05-29", "12", str(number % 1000 * 33 * scale), "Client B"),
            fee(f"{number}-06-30", str(4700 * scale), "Client C", equivalent_days=Decimal(5)),
            expense(f"{number}-06-30", str(81300 * scale), "Rémunération"),
            expense(f"{number}-07-01", str(93 * scale), "Fournitures"),
        )
    ]
    rack = expense("2019-01-01", str(9000 * scale), label="Baie", lifetime=Decimal(3))
    settings = SETTINGS.format(rate=700 * scale, result=5100 * scale)
    found = bilan(2020, *lines, rack, settings=settings)
    return replace(found, text=Text(content=CITED, place=Place("data/2020.md")))


def test_ten_times_larger_books_give_the_same_bytes() -> None:
    """Nothing in any file depends on the size of the amounts: none can be read in it.

    Without tax, whose scale does depend on them (docs/PUBLIER.md says so).
    """
    small, large = (render(indexed(year(scale)), ["md", "html", "hugo"]) for scale in (1, 10))
    assert small.keys() == large.keys()
    for name, data in small.items():
        assert data == large[name], name
    assert render(year(1), ["md"]) != render(year(10), ["md"]), "in euros they differ"


def test_no_euro_is_left() -> None:
    files = render(indexed(year(1)), ["md", "html"])
    assert [name for name, data in files.items() if re.search("€|euro", data.decode())] == []


def test_amounts_and_rates_have_their_own_index() -> None:
    """Revenue 2019 = 100 and TJM 2019 = 100, whatever their euros."""
    found = year(1)
    text = render(indexed(found), ["md"])["bilan-2020.md"].decode()
    previous = found.previous
    assert previous is not None
    assert previous.tjm is not None
    assert found.figures.tjm is not None

    def row(name: str, section: str = "## Les années") -> list[str]:
        lines = text.partition(section)[2].splitlines()
        line = next(line for line in lines if line.startswith(f"| {name} |"))
        return [cell.strip() for cell in line.split("|")[2:5]]

    def against(part: Decimal, whole: Decimal) -> str:
        return french.number(part / whole * 100)

    assert row("Chiffre d’affaires")[:2] == [
        against(found.figures.revenue, previous.revenue),
        "100",
    ]
    assert row("TJM")[:2] == [against(found.figures.tjm, previous.tjm), "100"]
    assert row("Résultat après impôts")[0] == against(found.figures.result, previous.revenue)
    assert row("Jours facturés")[:2] == ["182", "172"], "days stay days"
    assert row("Client A", "## Clients")[1:] == ["170", against(Decimal(600), previous.tjm)]
    ours = found.figures
    cited = [against(ours.revenue, previous.revenue), row("TJM")[0]]
    assert " ".join(cited) in text, "in the owner's text too"
    assert "100 est le chiffre d’affaires de 2019" not in text, "said of anonymous reports"


def test_small_amounts_are_said_small_not_nothing() -> None:
    with denomination.indices(Decimal(1)):
        assert french.euros(Decimal("0.2")) == "<\u00a01"
        assert french.signed_euros(Decimal("-0.2")) == "<\u00a01"
        assert french.kilo_euros(Decimal(0)) == "0"
        assert french.signed_euros(Decimal("-7.5")) == "\u22128"
        assert denomination.unit("euros") == "indices"
    assert french.euros(Decimal("0.2")) == "0\u00a0€"
    assert denomination.unit("euros") == "euros"


def test_a_first_year_is_its_own_100() -> None:
    found = indexed(bilan(2020, day("2020-03-31", "10", "700")))
    assert found.index is not None
    assert (found.index.year, found.index.rate_year) == (2020, 2020)
    assert french.euros(found.figures.revenue) == "100\u00a0€"


def test_fees_alone_take_the_objective_for_the_index_of_rates() -> None:
    found = indexed(
        bilan(2020, fee("2020-03-31", "5000"), settings="[exercice]\nobjectif_tjm = 650")
    )
    assert found.index is not None
    assert found.index.rate_year is None
    assert found.index.rate == found.figures.objective.rate


@pytest.mark.parametrize(
    ("settings", "said"), [("", ""), ("exercice.objectif_tjm = 650", "100 est l’objectif")]
)
def test_without_a_rate_nothing_is_said_of_the_index_of_rates(settings: str, said: str) -> None:
    own = parse(settings)._replace(anonymous=True)
    year = indexed(bilan(2020, fee("2020-03-31", "5000"), settings=own))
    page = render(year, ["md"])["bilan-2020.md"].decode()
    assert "100 est le chiffre d’affaires de 2020" in page
    assert ("pour un TJM" in page) == bool(said)
    assert said in page


def test_without_revenue_there_is_no_index() -> None:
    with pytest.raises(BilanError, match="n’ont pas d’indice"):
        indexed(bilan(2020, expense("2020-03-31", "50")))


@given(amounts=st.lists(st.integers(1, 10**9), min_size=1, max_size=6))
def test_sums_stay_exact(amounts: list[int]) -> None:
    """The figures of the year are still the sum of its lines."""
    lines = [fee("2020-03-31", str(Decimal(amount) / 100)) for amount in amounts]
    found = indexed(bilan(2020, *lines, settings=Settings()))
    assert sum(line.amount for line in found.figures.lines.fees) == found.figures.fees
    assert abs(found.figures.revenue - 100) < Decimal("1e-9")


def test_the_page_says_what_100_is_to_those_with_whom_it_is_shared() -> None:
    shared = replace(year(1), settings=year(1).settings._replace(anonymous=True))
    texts, _ = read(render(indexed(shared), ["html"])["bilan-2020.html"].decode())
    assert any("100 est le chiffre d’affaires de 2019" in text for text in texts)
