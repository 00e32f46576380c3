"""The words of the landing: the method by its name, numbers that agree, what is left to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from reporter.elapsed import Cut, upto
from reporter.figures import Bilan
from reporter.landing.landing import Landing, landing
from reporter.landing.left import left
from reporter.landing.methods import Estimate, Name
from reporter.landing.past import Sums
from reporter.landing.trials import Choice, Trial
from reporter.metrics import by_year, measure, measure_year
from reporter.model import Activity, Signed
from reporter.settings import Settings
from reporter.tables.landing import landing_section, landing_table, method, trials
from reporter.tables.left import left_table
from reporter.tables.receipts import ceilings_table
from reporter.tables.table import Table
from reporter.to_date import to_date
from reporter.toml.reading import parse
from tests.builders import NOWHERE, activity, day, expense
from tests.landing.histories import month_end

YEAR = Settings().year(2020)


def plain(text: object) -> str:
    """Return a text whose every space is a plain one."""
    return str(text).replace("\u00a0", " ").replace("\u202f", " ")


def choice(name: Name, years: int, *errors: str) -> Choice:
    tried = tuple(
        Trial(year=YEAR, estimated=1 + Fraction(error), actual=Fraction(1)) for error in errors
    )
    return Choice(name=name, estimate=Estimate((Sums(),), years), trials=tried)


@pytest.mark.parametrize(
    ("name", "years", "said"),
    [
        ("same_months", 1, "les mêmes mois de l’année d’avant"),
        ("same_months", 2, "la moyenne des mêmes mois des deux dernières années"),
        ("same_months", 3, "la moyenne des mêmes mois des trois dernières années"),
        ("last_twelve", 0, "la moyenne par mois des douze derniers mois"),
        (
            "half",
            1,
            (
                "la moyenne de deux calculs, les mêmes mois de l’année d’avant "
                "et les douze derniers mois"
            ),
        ),
    ],
)
def test_a_method_is_named(name: Name, years: int, said: str) -> None:
    assert method(choice(name, years)) == said


@pytest.mark.parametrize(
    ("errors", "said"),
    [
        (("0.06",), "sur votre dernière année, ce calcul se serait trompé de 6 %."),
        (("0.02", "-0.10"), "sur vos 2 dernières années, {} de 6 % en moyenne."),
        (("0.065", "0.045", "0.06", "-0.07"), "sur vos 4 dernières années, {} de 6 % en moyenne."),
        (("0.004", "0.004"), "sur vos 2 dernières années, {} de moins de 1 % en moyenne."),
        (("0.005",), "sur votre dernière année, {} de 1 %."),
        (("0", "0"), "sur vos 2 dernières années, ce calcul ne se serait pas trompé."),
    ],
)
def test_how_wrong_it_was_is_said_exactly(errors: tuple[str, ...], said: str) -> None:
    said = said.format("ce calcul se serait trompé")
    assert plain(trials(choice("half", 3, *errors))) == f"À cette date, {said}"


def test_a_method_that_no_year_could_try() -> None:
    assert trials(choice("half", 3)) == "Aucune année passée ne permet encore d’essayer ce calcul."


AIM = '[exercice]\nconges = 0\nobjectif_tjm = 600\nobjectif_taux = "80 %"\n'


def books(days: str = "10", rate: str = "600") -> Activity:
    """Return whole years from 2016 to 2018 of ten days a month, and 2019 up to the end of June."""
    sales = [
        day(str(month_end(year, month)), days if year == 2019 else "10", rate)
        for year in (2016, 2017, 2018, 2019)
        for month in range(1, 7 if year == 2019 else 13)
    ]
    costs = [expense(str(month_end(2018, month)), "100") for month in range(1, 13)]
    return activity(*sales, *costs)


def shown(lines: Activity, toml: str = "", signed: tuple[Signed, ...] = ()) -> tuple[Table, Table]:
    """Return both tables at the end of June 2019."""
    settings, cut = parse(toml), date(2019, 6, 30)
    years = by_year(lines, settings)
    found = landing(years, signed, settings, 2019, cut)
    year = settings.year(2019)
    known = measure_year(upto(years[2019], cut), (), settings, year)
    before = measure_year(years[2018], (), settings, settings.year(2018))
    rest = left(upto(years[2019], cut), settings, year, cut)
    assert found is not None
    assert rest is not None
    return landing_table(found, before), left_table(rest, known, found)


def rows(table: Table) -> dict[str, list[str]]:
    return {str(name): [plain(cell) for cell in cells] for name, *cells in table.rows}


def test_the_parts_of_a_landing() -> None:
    """The last half of 2018: sixty days, and 600 € of charges; 72 000 € less 600 €, and the IS."""
    table, rest = shown(books(), AIM)
    assert list(table.columns) == [
        "Indicateur",
        "Atterrissage",
        "Connu au 30/06/2019",
        "Estimé",
        "Année 2018",
    ]
    assert rows(table) == {
        "Chiffre d’affaires": ["72 000 €", "36 000 €", "36 000 €", "72 000 €"],
        "Jours facturés": ["120", "60", "60", "120"],
        "TJM": ["600 €", "–", "–", "600 €"],
        "Charges": ["200 €", "0 €", "200 €", "1 200 €"],
        "Dotations aux amortissements": ["0 €", "–", "–", "0 €"],
        "Résultat avant impôts": ["71 800 €", "–", "–", "70 800 €"],
        "Impôt sur les sociétés": ["15 148 €", "–", "–", "14 868 €"],
        "Résultat après impôts": ["56 652 €", "–", "–", "55 932 €"],
    }
    assert rows(rest) == {
        "Chiffre d’affaires": ["120 480 €", "36 000 €", "84 480 €"],
        "Jours facturés": ["200,8", "60", "140,8"],
        "TJM": ["600 €", "600 €", "600 €"],
    }
    assert plain(rest.note) == (
        "Il reste à facturer 84 480 € : 140,8 jours à 600 € en moyenne. D’ici la clôture, 128 "
        "jours ouvrés, congés non déduits. Les jours à facturer n’y tiennent plus. "
        "L’atterrissage est à 48 480 € au-dessous de l’objectif."
    )
    said = plain(table.note)
    assert said.endswith("ce calcul ne se serait pas trompé.")


def test_the_range_is_said_where_the_years_were_wrong() -> None:
    """2018 brought a quarter more than was estimated at that date: 78 000 € might be 97 500 €."""
    doubled = [day(str(month_end(2018, month)), "10", "600") for month in range(7, 10)]
    every = books()
    table, _ = shown(replace(every, days=(*every.days, *doubled)), AIM)
    assert "Fourchette observée : de 78 000 € à 97 500 € de chiffre d’affaires" in plain(table.note)
    assert "ce n’est pas une probabilité" in table.note


def test_signed_days_have_a_column() -> None:
    mission = Signed(
        client="Ponant",
        days=Decimal(1),
        rate=Decimal(700),
        start=date(2019, 9, 2),
        end=date(2019, 9, 2),
        place=NOWHERE,
    )
    table, rest = shown(books(), AIM, (mission,))
    assert rows(table)["Jours facturés"] == ["120", "60", "1", "59", "120"]
    assert rows(table)["Chiffre d’affaires"][:4] == ["72 100 €", "36 000 €", "700 €", "35 400 €"]
    assert "1 jour est déjà signé, pour 700 €." in plain(rest.note)
    assert "compte ses jours signés" in table.note


@pytest.mark.parametrize(
    ("days", "rate", "toml", "said"),
    [
        ("10", "5000", AIM, "L’objectif de chiffre d’affaires est atteint."),
        ("40", "100", AIM, "Les jours visés sont faits ; il manque 96 480 € "),
        ("10", "600", AIM.replace("objectif_tjm = 600\n", ""), "Il reste 140,8 jours à facturer."),
        ("40", "600", AIM.replace("objectif_tjm = 600\n", ""), "L’objectif de jours est atteint."),
    ],
)  # fmt: skip
def test_what_is_left_in_words(days: str, rate: str, toml: str, said: str) -> None:
    _, rest = shown(books(days, rate), toml)
    assert plain(rest.note).startswith(said)


def test_what_is_left_to_receive_may_be_invoiced_already() -> None:
    books_of = {"": "facturer", '[societe]\nbase = "encaissement"\n': "encaisser"}
    for base, verb in books_of.items():
        lines = [replace(line, paid=line.date) for line in books().days]
        settings = parse(AIM + base)
        whole = measure(replace(books(), days=tuple(lines)), settings, 2019)
        section = landing_section(to_date(whole, (), Cut(date(2019, 6, 30), "asked")))
        assert section
        note = plain(section.tables[-1].note)
        assert note.startswith(f"Il reste à {verb} 84 480 €")
        assert ("n’y tiennent plus" in note) is (verb == "facturer")


def test_a_micro_enterprise_has_neither_tax_nor_depreciation() -> None:
    table, _ = shown(books(), AIM + '[societe]\nstatut = "micro"\n[micro]\ndates = "facture"\n')
    assert list(rows(table)) == [
        "Chiffre d’affaires",
        "Jours facturés",
        "TJM",
        "Charges",
        "Reste après dépenses",
    ]


def landed(lines: Activity, settings: Settings, cut: date) -> Landing:
    found = landing(by_year(lines, settings), (), settings, cut.year, cut)
    assert found is not None
    return found


def upto_day(lines: Activity, settings: Settings, cut: date) -> Bilan:
    return to_date(measure(lines, settings, cut.year), lines.expenses, Cut(cut, "asked"))


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        # 6 000 € a month: 36 000 € at the end of June, 72 000 € at the end of December.
        # Thresholds of 2022: 34 400 €, 36 500 € and 72 600 €.
        ("2022-06-30", ["–", "juin", "juillet (estimé)"]),
        ("2022-05-31", ["–", "juin (estimé)", "juillet (estimé)"]),
        ("2022-12-30", ["–", "juin", "juillet"]),
    ],
)
def test_the_month_in_which_a_ceiling_will_be_crossed(cut: str, expected: list[str]) -> None:
    day_ = date.fromisoformat(cut)
    settings = parse('[societe]\nstatut = "micro"\n')
    every = [month_end(year, month) for year in (2020, 2021, 2022) for month in range(1, 13)]
    lines = activity(
        *(day(str(when), "10", "600", paid=when) for when in every if when <= day_),
    )
    table = ceilings_table(upto_day(lines, settings, day_))
    assert [str(row[3]) for row in table.rows] == expected
    assert "estimés par la moyenne des mêmes mois des deux dernières années" in table.note
    whole = ceilings_table(measure(lines, settings, 2022))
    assert "estimé" not in str(whole)


def test_a_ceiling_that_will_be_crossed_by_a_rising_year() -> None:
    """7 000 € a month from July on: 36 000 + 6 × 7 000 = 78 000 €, above 72 600 € in December."""
    settings = parse('[societe]\nstatut = "micro"\n')
    lines = activity(
        *(
            day(str(when), "10", "600" if month < 7 else "700", paid=when)
            for year in (2020, 2021, 2022)
            for month in range(1, 13 if year < 2022 else 7)
            for when in [month_end(year, month)]
        )
    )
    table = ceilings_table(upto_day(lines, settings, date(2022, 6, 30)))
    regime = table.rows[0]
    assert [plain(cell) for cell in regime[1:]] == [
        "72 600 €",
        "36 600 €",
        "décembre (estimé)",
    ]
