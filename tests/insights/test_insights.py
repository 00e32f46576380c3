"""The facts of a year: true by a second computation, one of each kind, ranked, in good French."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reporter
from reporter.elapsed import Cut
from reporter.figures import Bilan
from reporter.formats.report import render
from reporter.formats.table.markdown import escaped_markdown
from reporter.french.told import Told
from reporter.indices import indexed
from reporter.insights import insights
from reporter.insights.insight import QUESTIONS, Insight, chosen
from reporter.insights.months import is_under_way
from reporter.metrics import by_year, measure
from reporter.model import Activity, Day, Expense, Fee, FinancialYear
from reporter.to_date import to_date
from reporter.toml.reading import parse
from tests.books.activities import Taste, activity
from tests.builders import bilan, day, expense, fee
from tests.cases import CASES, ROOT, rendered
from tests.examples import few
from tests.insights.second import CHECKS, Year, check

AIM = '[exercice]\nobjectif_tjm = {rate}\nobjectif_taux = "80 %"\n'
LIVELY = Taste(
    years=(2019, 2023),
    clients=("Aval", "Brume", "Cèdre"),
    money=(1, 2_000_000),
    rate=(600, 800),
    lifetimes=(None, None, None, None, 1, 3, 5),
    counts=(120, 12, 30),
    sure=2023,
)
"""Years that follow each other, with much to say of the last."""


def told(year: Bilan) -> dict[str, str]:
    return {fact.fact: fact.text.replace("\u00a0", " ") for fact in insights(year)}


def lively(chance: Random) -> tuple[Activity, str]:
    """Return five years of lines, and settings with an objective."""
    taste = chance.choice((LIVELY, replace(LIVELY, counts=(25, 4, 9))))
    return activity(chance, taste), AIM.format(rate=chance.choice((150, 400, 900)))


def checked(lines: Activity, written: str) -> list[str]:
    """Return the kinds of facts of the last year of some lines, each true."""
    year = measure(lines, parse(written), max(by_year(lines, parse(written))))
    found = insights(year)
    aim = Fraction(year.figures.objective.revenue or 0)
    for fact in found:
        check(fact, Year(lines, year.figures.year.number, aim))
        sections = {other.fact for other in found if other.text == fact.text}
        assert sections == {fact.fact}
    assert len({fact.fact for fact in found}) == len(found)
    return [fact.fact for fact in found]


@given(st.randoms(use_true_random=False))
@few(20)
def test_every_sentence_is_true_by_a_second_computation(chance: Random) -> None:
    checked(*lively(chance))


def test_the_second_computation_meets_every_kind_of_fact() -> None:
    """A check that nothing reaches would check nothing."""
    seen = {fact for seed in range(40) for fact in checked(*lively(Random(seed)))}  # noqa: S311
    assert set(CHECKS) - seen == set()


DATES = ((3, 31), (5, 31), (6, 15), (9, 30), (10, 20))


def checked_at_date(lines: Activity, written: str, month: int, last: int) -> list[str]:
    """Return the kinds of facts of the last year of some lines, cut on a day, each true then.

    A best month is compared with the whole years before, all else with the same date.
    """
    number = max(by_year(lines, parse(written)))
    if not any((x.date.month, x.date.day) <= (month, last) for x in of_year(lines, number).days):
        return []
    cut = Cut(date(number, month, last), "asked")
    year = to_date(measure(lines, parse(written), number), lines.expenses, cut)
    aim = Fraction(year.figures.objective.revenue or 0)
    known = until(lines, month, last)
    past = until(lines, month, last, of=number)
    found = insights(year)
    for fact in found:
        seen = past if fact.fact == "meilleur mois" else known
        check(replace(fact, text=as_of_a_whole_year(fact.text)), Year(seen, number, aim))
    assert {fact.fact for fact in found} <= set(CHECKS) - {"achats", "charge", "result"}
    return [fact.fact for fact in found]


def of_year(lines: Activity, number: int) -> Activity:
    return Activity(days=tuple(line for line in lines.days if line.date.year == number))


def until(lines: Activity, month: int, last: int, of: int | None = None) -> Activity:
    """Return the lines of each year up to a date, or those of one of them."""

    def kept(line: Day | Fee | Expense) -> bool:
        early = (line.date.month, line.date.day) <= (month, last)
        return early or (of is not None and line.date.year != of)

    return Activity(
        days=tuple(filter(kept, lines.days)),
        fees=tuple(filter(kept, lines.fees)),
        expenses=tuple(filter(kept, lines.expenses)),
    )


def as_of_a_whole_year(text: str) -> Told:
    """Return a sentence of a cut year as that of a whole one whose lines would end there."""
    said = re.sub(r"au (?:1er|\d+) \w+ (\d{4})", r"en \1", text.replace("\u00a0", " "))
    said = re.sub(r"a acheté ([^,]*), contre rien en \d+\.", r"est un nouveau client, de \1.", said)
    said = said.replace("n’a encore rien acheté, contre", "n’a plus rien acheté, après")
    said = said.replace(" à cette date (", " de l’année (").replace(" à cette date.", ".")
    return Told(said.replace(" à la même date.", ".").replace("est déjà le mois", "est le mois"))


@given(st.randoms(use_true_random=False), st.sampled_from(DATES))
@few(15)
def test_every_sentence_of_a_year_under_way_is_true_at_its_date(
    chance: Random, day: tuple[int, int]
) -> None:
    checked_at_date(*lively(chance), *day)


def test_the_second_computation_meets_every_kind_of_fact_of_a_year_under_way() -> None:
    seen = {
        fact
        for seed in range(40)
        for fact in checked_at_date(*lively(Random(seed)), *DATES[seed % len(DATES)])  # noqa: S311
    }
    assert {"mois", "meilleur mois", "dépendance", "client", "revenue", "days", "tjm"} <= seen


def test_a_month_under_way_is_compared_with_none() -> None:
    """Half a September beside a whole one would be a fall."""
    lines = [*each(*["10"] * 12, year=2019), *each(*["10"] * 8, "1")]
    cut = to_date(bilan(2020, *lines), (), Cut(date(2020, 9, 20), "asked"))
    assert "mois" not in told(cut)
    whole = to_date(bilan(2020, *lines), (), Cut(date(2020, 9, 30), "asked"))
    assert told(whole)["mois"] == (
        "Septembre, 1 jour contre 10 en 2019, fait tout le recul des jours facturés à cette date."
    )


def test_the_facts_of_the_example_under_way() -> None:
    year = reporter.load(ROOT).measure(2020, as_of=date(2020, 9, 15))
    assert [fact.text.replace("\u00a0", " ").replace("\u202f", " ") for fact in insights(year)] == [
        "Compagnie du Ponant a acheté 12 780 € de moins qu’au 15 septembre 2019.",
        (
            "Avril et mai, 16 jours à eux deux contre 35,5 en 2019, font 72 % du recul des jours "
            "facturés à cette date."
        ),
        (
            "Le TJM monte pour la troisième année de suite, au plus haut des quatre exercices à la "
            "même date."
        ),
    ]


def test_the_facts_of_the_example() -> None:
    first, others = chosen(insights(reporter.load(ROOT).measure(2020)))
    assert [fact.text.replace("\u00a0", " ") for fact in first] == [
        (
            "Compagnie du Ponant fait 48 % du chiffre d’affaires, contre 59 % en 2019 : "
            "la dépendance recule."
        ),
        (
            "Avril et mai, 16 jours à eux deux contre 35,5 en 2019, font 89 % du recul des jours "
            "facturés."
        ),
        (
            "Sans l’achat « Baie de serveurs pour l’infogérance », le résultat après impôts serait "
            "de ~10,9 K€."
        ),
    ]
    assert [fact.text for fact in others] == [
        "Le TJM monte pour la troisième année de suite, au plus haut des quatre exercices.",
        "Le résultat après impôts est le plus bas des quatre exercices.",
        "Octobre est le mois le plus rempli des quatre exercices.",
    ]


def each(*days: str, year: int = 2020) -> list[Day]:
    """Return a line of days for each month of a year, from January on."""
    return [day(f"{year}-{m:02}-15", count, "500") for m, count in enumerate(days, 1)]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (
            ["10"] * 12,
            ["10"] * 3 + ["1"] + ["10"] * 8,
            "Avril, 1 jour contre 10 en 2019, fait tout le recul des jours facturés.",
        ),
        (
            ["10"] * 12,
            ["1", "10", "1"] + ["10"] * 8 + ["12"],
            (
                "Janvier et mars, 2 jours à eux deux contre 20 en 2019, perdent 18 jours, plus que "
                "le recul de l’année (16)."
            ),
        ),
        (
            ["10"] * 12,
            ["20", "10.5"] + ["10"] * 9 + ["12"],
            "Janvier, 20 jours contre 10 en 2019, fait 80 % de la hausse des jours facturés.",
        ),
        (
            ["10"] * 12,
            ["18", "18", "18", "11"] + ["10"] * 8,
            (
                "Janvier, février et mars, 54 jours à eux trois contre 30 en 2019, font 96 % de la "
                "hausse des jours facturés."
            ),
        ),
        (
            ["10"] * 12,
            ["20", "8"] + ["10"] * 10,
            (
                "Janvier, 20 jours contre 10 en 2019, gagne 10 jours, plus que la hausse de "
                "l’année (8)."
            ),
        ),
        (
            ["10"] * 12,
            ["110", "10.25"] + ["10"] * 10,
            (
                "Janvier, 110 jours contre 10 en 2019, fait presque toute la hausse des jours "
                "facturés."
            ),
        ),
        (["10"] * 12, ["9"] * 12, None),
        (["10"] * 12, ["12", *["10"] * 11], None),
        (["10"] * 12, ["-5", *["10"] * 11], None),
    ],
)
def test_the_months_that_made_the_change(
    before: list[str], now: list[str], said: str | None
) -> None:
    year = bilan(2020, *each(*before, year=2019), *each(*now))
    assert told(year).get("mois") == said


def test_a_short_year_is_compared_with_none_of_twelve_months() -> None:
    lines = (*each("10", "20", "10", year=2019), *each("1", "5", "1"))
    short = "[exercice.2020]\ndebut = 2020-01-01\nfin = 2020-06-30\n"
    assert "mois" in told(bilan(2020, *lines))
    assert "mois" not in told(bilan(2020, *lines, settings=short))


def test_a_record_is_one_of_three_years_at_least() -> None:
    years = [each(*[count] * 12, year=2018 + n) for n, count in enumerate(("10", "11", "14"))]
    said = told(bilan(2020, *(line for lines in years for line in lines)))
    assert any("des trois exercices" in text for text in said.values())
    said = told(bilan(2020, *years[1], *years[2]))
    assert not any("exercices" in text for text in said.values())


def test_a_fullest_month_is_one_of_three_years_at_least_and_of_paid_days() -> None:
    full = each(*["10"] * 3, "18", *["10"] * 8)
    past = [each(*["10"] * 12, year=number) for number in (2018, 2019)]
    said = "Avril est le mois le plus rempli des trois exercices."
    assert told(bilan(2020, *past[0], *past[1], *full))["meilleur mois"] == said
    assert "meilleur mois" not in told(bilan(2020, *past[1], *full))
    given = [replace(line, rate=Decimal(0), amount=Decimal(0)) for line in full]
    assert "meilleur mois" not in told(bilan(2020, *past[0], *past[1], *given))


FIVE = dict.fromkeys("ABCDE", "17")


def sales(year: int, **amounts: str) -> list[Fee]:
    return [fee(f"{year}-05-05", amount, name) for name, amount in amounts.items()]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (
            {"A": "60", "B": "40"},
            {"A": "50", "B": "50"},
            {"dépendance": "A fait 50 % du chiffre d’affaires, contre 60 % en 2019 : la "
             "dépendance recule."},
        ),
        (
            {"A": "60", "B": "40"},
            {"A": "20", "B": "80"},
            {"dépendance": "B est le premier client, avec 80 % du chiffre d’affaires ; A en "
             "faisait 60 % en 2019 : la dépendance augmente."},
        ),
        ({"A": "60", "B": "40"}, {"A": "62", "B": "38"}, {}),
        ({"A": "100"}, {"A": "200"}, {}),
        ({**FIVE, "F": "15"}, {**dict.fromkeys(FIVE, "15"), "F": "25"}, {}),
        (
            {"A": "60", "B": "40"},
            {"A": "62", "B": "41", "C": "20"},
            {
                "dépendance": "A fait 50 % du chiffre d’affaires, contre 60 % en 2019 : la "
                "dépendance recule.",
                "client": "C est un nouveau client, de 20 €.",
            },
        ),
        ({"A": "60", "B": "40"}, {"A": "61"}, {
            "client": "B n’a plus rien acheté, après 40 € en 2019.",
            "dépendance": "A fait 100 % du chiffre d’affaires, contre 60 % en 2019 : la dépendance "
            "augmente.",
        }),
        (
            {"A": "29", "B": "25", "C": "23", "D": "23"},
            {"A": "29", "B": "27", "C": "23", "D": "33"},
            {"client": "D a acheté 10 € de plus qu’en 2019."},
        ),
        ({"A": "120", "B": "-20"}, {"A": "70", "B": "30"}, {"client": "A a acheté 50 € de moins"}),
    ],
)  # fmt: skip
def test_on_whom_the_revenue_hangs(
    before: dict[str, str], now: dict[str, str], said: dict[str, str]
) -> None:
    year = bilan(2020, *sales(2019, **before), *sales(2020, **now))
    kinds = ("dépendance", "client")
    found = {kind: text for kind, text in told(year).items() if kind in kinds}
    if before.get("B") == "-20":
        assert found == {}, "a share beyond the whole, a change of nothing: no sentence"
    else:
        assert found == said


def test_what_would_have_reached_the_objective() -> None:
    written = '[exercice]\nobjectif_tjm = 500\nobjectif_taux = "50 %"\nconges = 0\n'
    year = bilan(2020, day("2020-05-05", "120", "500"), settings=written)
    aim = "atteint l’objectif de chiffre d’affaires."
    assert told(year)["objectif manqué"] == (
        f"6,5 jours de plus au TJM régie de l’année ou 28 € de plus par jour auraient {aim}"
    )
    near = bilan(2020, day("2020-05-05", "126", "500"), settings=written)
    assert "objectif manqué" not in told(near), "missed by less than a hundredth"
    late = bilan(2020, day("2020-05-05", "126.5", "500"), settings=written)
    assert "objectif atteint" in told(late)
    far = bilan(2020, day("2020-05-05", "10", "500"), settings=written)
    assert told(far)["objectif manqué"].startswith(
        "116,5 jours de plus au TJM régie de l’année aur"
    )


def test_the_month_from_which_the_objective_is_reached() -> None:
    """A credit note that takes the revenue below it again moves the month."""
    lines = [*each(*["10"] * 12)]
    written = '[exercice]\nobjectif_tjm = 500\nobjectif_taux = "20 %"\nconges = 0\n'
    assert told(bilan(2020, *lines, settings=written))["objectif atteint"].endswith("dès juin.")
    back = fee("2020-07-07", "-10000")
    assert told(bilan(2020, *lines, back, settings=written))["objectif atteint"].endswith("août.")
    late: list[Day | Fee] = [*lines[:11], fee("2020-12-07", "9000"), fee("2020-11-30", "-31000")]
    year = bilan(2020, *late, settings=written)
    assert year.figures.revenue > 25_300, "reached in the last month: nothing to tell"
    assert "objectif atteint" not in told(year)


def bought(*labels: str) -> list[Expense]:
    return [expense("2020-01-01", "3000", "", lifetime=Decimal(3), label=label) for label in labels]


@pytest.mark.parametrize(
    ("lines", "written", "said"),
    [
        (
            bought("Écran"),
            "",
            "Sans l’achat « Écran », le résultat après impôts serait de ~4,3 K€.",
        ),
        (bought(""), "", "Sans l’achat amorti, le résultat après impôts serait de ~4,3 K€."),
        (
            bought("A", "B", "C"),
            "",
            "Sans les trois achats amortis de l’année, le résultat après impôts serait de ~4,3 K€.",
        ),
        (
            [*bought("A"), expense("2020-01-01", "9000")],
            "",
            "Sans l’achat « A », le résultat après impôts serait une perte de 4 K€.",
        ),
        (bought("Écran"), "[exercice.2020]\nresultat = 4000", None),
        (bought("Écran"), '[societe]\nstatut = "micro"', None),
        (
            bought("Écran"),
            '[societe]\nstatut = "ei"',
            "Sans l’achat « Écran », le résultat avant impôt personnel serait de 5 K€.",
        ),
        ([expense("2020-01-01", "300", "", lifetime=Decimal(3), label="Souris")], "", None),
    ],
)
def test_the_result_without_what_the_year_bought(
    lines: list[Expense], written: str, said: str | None
) -> None:
    year = bilan(2020, day("2020-05-05", "10", "500"), *lines, settings=written)
    assert told(year).get("achats") == said


def test_no_amount_is_made_of_an_index() -> None:
    year = bilan(
        2020, day("2020-05-05", "100", "500"), *bought("Écran" * 3), settings=AIM.format(rate=400)
    )
    assert "€" not in " ".join(told(indexed(year)).values())
    assert "achats" not in told(indexed(year))


def years(*days: str, first: int = 2017) -> Bilan:
    lines = [day(f"{first + n}-05-05", count, "500") for n, count in enumerate(days)]
    return bilan(first + len(days) - 1, *lines)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("1", "2", "3", "4"), ("Les jours facturés montent pour la troisième année de suite, les "
         "plus nombreux des quatre exercices.")),
        (("4", "3", "2", "1"), ("Les jours facturés baissent pour la troisième année de suite, les "
         "moins nombreux des quatre exercices.")),
        (("9", "1", "2", "3", "4"), "Les jours facturés montent pour la troisième année de suite."),
        (("9", "2", "1", "1", "4"), "Les jours facturés sont les plus nombreux depuis 2017."),
        (("9", "1", "1", "4"), None),
        (("1", "3", "2", "4"), "Les jours facturés sont les plus nombreux des quatre exercices."),
        (("1", "2", "4", "4"), None),
        (("1", "2"), None),
    ],
)  # fmt: skip
def test_records_and_streaks(days: tuple[str, ...], said: str | None) -> None:
    assert told(years(*days)).get("days") == said


def test_a_gap_in_the_books_breaks_a_streak_and_a_since() -> None:
    lines = [day(f"{year}-05-05", count, "500") for year, count in
             ((2014, "9"), (2016, "1"), (2018, "1"), (2019, "2"), (2020, "3"))]  # fmt: skip
    assert "days" not in told(bilan(2020, *lines))


def test_three_facts_answer_three_questions_and_the_rest_are_told_elsewhere() -> None:
    def fact(name: str, section: str, weight: int) -> Insight:
        return Insight(fact=name, section=section, weight=Decimal(weight), text=name)  # type: ignore[arg-type]

    found = [fact("a", "activite", 9), fact("b", "objectif", 8), fact("c", "resultat", 1)]
    first, others = chosen([*found, fact("d", "clients", 2)])
    assert [one.fact for one in first] == ["a", "d", "c"]
    assert [one.fact for one in others] == ["b"]
    assert [one.fact for one in chosen(found)[0]] == ["a", "b", "c"]
    assert chosen(found[:2])[1] == []
    assert chosen([]) == ([], [])


@pytest.mark.parametrize("name", CASES)
def test_a_case_has_facts_that_read_as_sentences(name: str) -> None:
    for fact in insights(CASES[name]()):
        assert fact.section in QUESTIONS
        assert fact.text.endswith(".")
        assert fact.text[0] == fact.text[0].upper()
        assert "None" not in fact.text


@pytest.mark.parametrize("name", ["example", *CASES])
def test_no_fact_is_told_twice_on_a_page(name: str) -> None:
    year = CASES[name]() if name in CASES else reporter.load(ROOT).measure(2020)
    text = rendered(name)["bilan-2020.md"].decode()
    first, others = chosen(insights(year))
    for fact in (*first, *others):
        assert text.count(str(escaped_markdown(fact.text))) == 1, fact
    head = text.partition("\n## ")[0]
    assert [
        line[2:] for line in head.splitlines() if line.startswith("- ") and "**" not in line
    ] == [str(escaped_markdown(fact.text)) for fact in first]


def test_a_client_that_a_fact_names_as_new_is_not_named_so_again() -> None:
    before, now = sales(2019, A="60", B="40", E="9"), sales(2020, A="62", B="41", C="30", D="1")
    text = render(bilan(2020, *before, *now), ["md"])["bilan-2020.md"].decode()
    assert "C est un nouveau client, de 30\u00a0€." in text
    assert "Nouveau\u00a0: D." in text
    assert "Sans vente cette année\u00a0: E." in text


@pytest.mark.parametrize(
    ("end", "closing", "cut"),
    [
        ((2020, 9, 15), None, False),
        ((2020, 9, 15), (2020, 12, 31), True),
        ((2020, 9, 30), (2020, 12, 31), False),
        ((2020, 12, 31), None, False),
    ],
)
def test_only_a_year_cut_within_a_month_has_one_under_way(
    end: tuple[int, int, int], closing: tuple[int, int, int] | None, *, cut: bool
) -> None:
    last = date(*closing) if closing else None
    year = FinancialYear(number=2020, start=date(2020, 1, 1), end=date(*end), closing=last)
    assert is_under_way(year) is cut
