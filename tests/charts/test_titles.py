"""The titles of charts are messages, and true: up, down, stable, a loss, a first year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from reporter.charts import charts
from reporter.charts.chart import MINUS
from reporter.charts.passage import passage
from reporter.charts.result import result
from reporter.charts.years import years
from reporter.figures import Bilan
from reporter.metrics import by_year, measure
from reporter.model import Activity
from reporter.settings import Settings
from tests.books.activities import any_books
from tests.builders import bilan, day, expense, fee
from tests.cases import CASES, OBJECTIVE, months
from tests.examples import few

NB = "\u00a0"
TITLES = {
    "rise": (
        "Le CA progresse de 27 %, le TJM progresse de 9,8 %",
        "La hausse vient surtout du volume et du prix",
        "Deux mois culminent à 20 jours, août tombe à 4",
        "Le premier client fait 94 % du CA",
        "Tous les objectifs sont atteints",
        "Il reste 31 % du CA après charges et impôt",
    ),
    "stable": (
        "Le CA et le TJM sont stables",
        "Le chiffre d’affaires n’a pas changé",
        "Chaque mois compte 15 jours facturés",
        "Un seul client fait tout le chiffre d’affaires",
        "Seul le TJM atteint l’objectif",
        "Il reste 42 % du CA après charges et impôt",
    ),
    "first_loss": (
        "Les années",
        "Le passage d’une année à l’autre",
        "Novembre culmine à 11,5 jours, dix mois restent vides",
        "Le premier client fait 81 % du CA",
        "Aucun objectif n’est atteint",
        "L’année finit sur une perte de 1\u202f049 €",
    ),
    "loss": (
        "Le CA baisse de 81 %, le TJM baisse de 11 %",
        "La baisse vient surtout du volume",
        "Janvier culmine à 9 jours, quatre mois restent vides",
        "Un seul client fait tout le chiffre d’affaires",
        "Aucun objectif n’est atteint",
        "L’année finit sur une perte de 20\u202f020 €",
    ),
    "forty_clients": (
        "Le CA progresse de 250 %, le TJM progresse de 18 %",
        "La hausse vient surtout du volume",
        "Quatre mois culminent à 20 jours, huit tombent à 15",
        "Les trois premiers clients font 9 % du CA",
        "Tous les objectifs sont atteints",
        "Il reste 63 % du CA après charges et impôt",
    ),
    "credit_notes": (
        "Les avoirs dépassent les factures en 2020",
        "La baisse vient surtout du volume",
        "Janvier culmine à 2 jours, février tombe à −6",
        "Le chiffre d’affaires n’est pas positif",
        "Aucun objectif n’est atteint",
        "L’année finit sur une perte de 6\u202f400 €",
    ),
    "one_month": (
        "Les années",
        "Le passage d’une année à l’autre",
        "Tous les jours facturés sont en mars",
        "Un seul client fait tout le chiffre d’affaires",
        "L’objectif",
        "Aucune dépense saisie : résultat sans les charges",
    ),
    "fees_only": (
        "Le CA progresse de 13 %",
        "La hausse vient des forfaits",
        "Les mois",
        "Un seul client fait tout le chiffre d’affaires",
        "Aucun objectif n’est atteint",
        "L’année finit à l’équilibre",
    ),
    "nothing": (
        "Les années",
        "Le chiffre d’affaires n’a pas changé",
        "Les mois",
        "Les clients",
        "L’objectif",
        "Du chiffre d’affaires au résultat",
    ),
}


@pytest.mark.parametrize("name", TITLES)
def test_the_titles_of_each_kind_of_year(name: str) -> None:
    titles = tuple(chart.title.replace(NB, " ") for chart in charts(CASES[name]()))
    assert titles == TITLES[name]


@pytest.mark.parametrize("name", CASES)
def test_a_title_has_ten_words_at_most_and_a_chart_shows_something_or_says_why(name: str) -> None:
    for chart in charts(CASES[name]()):
        assert len(chart.title.split(" ")) <= 10
        assert bool(chart.svg) is bool(chart.subtitle) is bool(chart.table) is not chart.missing
        assert not chart.missing or chart.missing.endswith(".")


@few(6)
@given(any_books)
def test_titles_follow_the_figures(books: Activity) -> None:
    """Whatever the books: nobody reads « hausse » of a fall, or « reste » of a loss."""
    for number in by_year(books, Settings()):
        year = measure(books, Settings(), number)
        for chart in charts(year):
            assert len(chart.title.split(" ")) <= 10
        check_passage(year)
        title = result(year).title
        assert ("perte" in title) == (year.figures.result <= Decimal("-0.5")) or "Auc" in title
        assert "reste" not in title or 0 < year.figures.result <= year.figures.revenue


def check_passage(year: Bilan) -> None:
    if year.previous is None:
        return
    change, title = year.figures.revenue - year.previous.revenue, passage(year).title
    assert ("hausse" in title, "baisse" in title) == (change > 0, change < 0)
    title = years(year).title
    assert "CA progresse" not in title or change > 0
    assert "CA baisse" not in title or change < 0


@pytest.mark.parametrize(
    ("days", "rate", "fees", "title"),
    [
        ("100", "500", "0", "Le chiffre d’affaires n’a pas changé"),
        ("110", "500", "0", "La hausse vient du volume"),
        ("100", "600", "0", "La hausse vient du prix"),
        ("100", "500", "1", "La hausse vient des forfaits"),
        ("110", "550", "5500", "La hausse vient du prix, des forfaits et du volume"),
        ("110", "510", "0", "La hausse vient surtout du volume"),
        ("90", "510", "0", "La baisse vient du volume"),
        ("90", "450", "0", "La baisse vient du volume et du prix"),
    ],
)
def test_the_causes_of_a_change(days: str, rate: str, fees: str, title: str) -> None:
    """A cause that pushed the other way is never named, far smaller ones are « surtout »."""
    lines = (day("2019-05-05", "100", "500"), day("2020-05-05", days, rate))
    assert passage(bilan(2020, *lines, fee("2020-05-05", fees))).title == title


def test_effects_that_cancel_out() -> None:
    """As much revenue as before, otherwise made: the chart is drawn, and blames nobody."""
    lines = (day("2019-05-05", "10", "500"), fee("2020-05-05", "5000"))
    chart = passage(bilan(2020, *lines))
    assert chart.title == "Le chiffre d’affaires n’a pas changé"
    assert f"+5\u202f000{NB}€" in chart.svg


def test_years_that_do_not_follow_each_other() -> None:
    """Nothing is compared with a year that is not the one before; its place stays empty."""
    chart = years(bilan(2020, day("2018-05-05", "10", "500"), day("2020-05-05", "10", "600")))
    assert chart.title == f"6{NB}K€ de CA en 2020"
    assert ">2019<" in chart.svg


@pytest.mark.parametrize(
    ("amounts", "title"),
    [
        (("100",), "Un seul client fait tout le chiffre d’affaires"),
        (("9999", "1"), "Un client fait presque tout le chiffre d’affaires"),
        (("995", "5"), "Un client fait presque tout le chiffre d’affaires"),
        (("994.9", "5.1"), "Le premier client fait 99 % du CA"),
        (("100", "50", "-50"), "Un client fait presque tout le chiffre d’affaires"),
        (("40", "30", "30", "9", "-9"), "Les trois premiers clients font 100 % du CA"),
        (("60", "20", "10", "10"), "Le premier client fait 60 % du CA"),
        (("40", "35", "25"), "Le premier client fait 40 % du CA"),
        (("50", "20", "20", "10"), "Le premier client fait 50 % du CA"),
        (("49.99", "20", "20", "10.01"), "Les trois premiers clients font 90 % du CA"),
        (("40", "25", "20", "15"), "Les trois premiers clients font 85 % du CA"),
        (("100", "-20"), "Le premier client fait 125 % du CA, avoirs déduits"),
        (("100", "-100"), "Le chiffre d’affaires n’est pas positif"),
        (("0",), "Le chiffre d’affaires n’est pas positif"),
    ],
)
def test_how_much_hangs_on_a_client(amounts: tuple[str, ...], title: str) -> None:
    lines = [fee("2020-05-05", amount, f"Client {rank}") for rank, amount in enumerate(amounts)]
    assert charts(bilan(2020, *lines))[3].title.replace(NB, " ") == title


@pytest.mark.parametrize(("count", "rest"), [(5, ""), (6, "Autres (1)"), (8, "Autres (3)")])
def test_five_clients_are_drawn_and_the_others_together(count: int, rest: str) -> None:
    lines = [fee("2020-05-05", str(900 - rank), f"Client {rank}") for rank in range(count)]
    drawn = charts(bilan(2020, *lines))[3].svg.replace(NB, " ")
    assert [f">Client {rank}<" in drawn for rank in range(count)] == [True] * 5 + [False] * (
        count - 5
    )
    assert ("Autres (" in drawn, rest in drawn) == (rest != "", True)


@pytest.mark.parametrize(("least", "struck"), [("-1", True), ("0", False), ("1", False)])
def test_a_client_who_took_back_more_than_was_sold_is_struck(least: str, *, struck: bool) -> None:
    amounts = ("900", "50", least)
    lines = [fee("2020-05-05", amount, f"Client {rank}") for rank, amount in enumerate(amounts)]
    drawn = charts(bilan(2020, *lines))[3].svg
    assert drawn.count("-hachure)") == struck
    assert (f'fill="{MINUS}"' in drawn) is struck


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("objectif_tjm = 500", "Le TJM atteint l’objectif"),
        ("objectif_tjm = 501", "Le TJM n’atteint pas l’objectif"),
        ('objectif_taux = "1 %"', "Les jours atteignent l’objectif"),
        ('objectif_taux = "99 %"', "Les jours n’atteignent pas l’objectif"),
        ('objectif_tjm = 900\nobjectif_taux = "10 %"', "Seuls les jours atteignent l’objectif"),
        (
            'objectif_tjm = 600\nobjectif_taux = "10 %"',
            "Le CA et les jours atteignent l’objectif, pas le TJM",
        ),
        ('objectif_tjm = 0\nobjectif_taux = "0 %"', "L’objectif"),
    ],
)
def test_an_objective_kept_or_missed(written: str, title: str) -> None:
    year = bilan(2020, day("2020-05-05", "30", "500"), settings=f"[exercice]\n{written}")
    assert charts(year)[4].title == title


def test_an_objective_that_has_nothing_to_be_compared_with() -> None:
    year = bilan(2020, fee("2020-05-05", "30"), settings="[exercice]\nobjectif_tjm = 500")
    assert charts(year)[4].title == "L’objectif ne peut pas être comparé"


def test_an_objective_missed_by_a_hair_does_not_read_100_percent() -> None:
    year = bilan(2020, day("2020-05-05", "30", "699.90"), settings=OBJECTIVE)
    svg = charts(year)[4].svg
    assert f"&lt; 100{NB}% · 700{NB}€ sur 700{NB}€" in svg


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("", "Il reste 43 % du CA après charges et impôt"),
        ('[societe]\nimpot = "aucun"', "Il reste 50 % du CA après les charges"),
        ("[exercice.2020]\nresultat = 20000", f"L’année finit sur un résultat de 20\u202f000{NB}€"),
        ("[exercice.2020]\nresultat = 0.4", "L’année finit à l’équilibre"),
        ("[exercice.2020]\nresultat = -1", f"L’année finit sur une perte de 1{NB}€"),
    ],
)
def test_what_is_left_of_the_revenue(written: str, title: str) -> None:
    year = bilan(
        2020, day("2020-05-05", "10", "500"), expense("2020-05-05", "2500"), settings=written
    )
    assert result(year).title.replace(f"{NB}%", " %") == title


@pytest.mark.parametrize(("first", "said"), [(2019, "2019 et 2020"), (2018, "2018 à 2020")])
def test_two_years_side_by_side_are_both_named(first: int, said: str) -> None:
    lines = [line for year in range(first, 2021) for line in months(year, *[14] * 12)]
    assert years(bilan(2020, *lines)).subtitle.endswith(f"jours facturés, {said}")
