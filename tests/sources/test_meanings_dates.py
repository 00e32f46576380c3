"""A date places a line in a year: one that may be of another year is asked about."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from reporter.sources.lines.written.orders import undecided
from tests.books.kinds import DAYS, EXPENSES, FEES, Kind
from tests.books.outcomes import outcome, outcome_of
from tests.books.sheets import Sheet
from tests.books.small import Small, asked, doubted, judge, ordinary, refused, right, small
from tests.workbooks import Rows, workbook

SHORT: list[Any] = [
    *(
        small(
            f"{name} {text}",
            kind.and_then(row.format(f"'{text}")),
            *asked("A5"),
        )
        for text in ("20/03/19", "20-03-19", "20.03.19", "18/02/19")
        for name, kind, row in (
            ("days", DAYS, "{} | Ponant | Flux | 2 | 700 | 1400"),
            ("fees", FEES, "{} | Ponant | Audit | 900"),
            ("expenses", EXPENSES, "{} | Forge Numérique | Câble | 90"),
        )
    ),
    *(
        small(
            f"of the year of all others {text}",
            FEES.and_then(f"'{text} | Ponant | Audit | 900"),
            right(revenue={2020: 9100}),
            *asked("A5"),
        )
        for text in ("19/03/20", "19-12-20")
    ),
    small(
        "a whole column with years of two figures",
        "# Factures\nDate | Client | Montant HT\n'31/01/20 | Ponant | 1000\n'28/02/20 | Ponant | 2500\n"
        "'25/03/20 | Alizé | 4700",
        right(revenue={2020: 8200}),
    ),
    *(
        small(f"illegible {text}", FEES.and_then(f"{text} | Ponant | Audit | 900"), refused("A5"))
        for text in ("03/31/2020", "2020/31/03", "31/3", "mars", "T1 2020", "2020", "S12", "31/03/20020", "32/03/2020", "fin mars", "mars 2020 ?", "31 mars 2020 ?")
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", SHORT)
def test_a_date_of_two_readings_is_asked_about(book: Small) -> None:
    judge(book)


FAR = ("31/03/2002", "31/03/2010", "31/03/2012", "31/03/2030", "31/03/2200", "31/03/1920", "31/03/2000", "31/03/2202", "31/03/1990")  # fmt: skip
YEARS: list[Any] = [
    *(
        small(f"{name} {day}", kind.and_then(row.format(day)), *asked("A5"))
        for day in FAR
        for name, kind, row in (
            ("days", DAYS, "{} | Ponant | Flux | 2 | 700 | 1400"),
            ("fees", FEES, "{} | Ponant | Audit | 900"),
            ("expenses", EXPENSES, "{} | Forge Numérique | Câble | 90"),
        )
    ),
    small(
        "two far ones",
        FEES.and_then("31/03/2002 | Ponant | Audit | 900", "30/04/2002 | Ponant | Audit | 950"),
        *asked("A5", "A6"),
    ),
    small(
        "one far one across sheets",
        FEES.and_then() + "\n# Dépenses\nDate | Libellé | Montant HT\n31/03/2002 | Loyer | 300",
        *asked("Dépenses!A2"),
    ),
]


@pytest.mark.parametrize("book", YEARS)
def test_a_year_far_from_the_others_is_asked_about(book: Small) -> None:
    judge(book)


PERIODS: list[Any] = [
    *(
        small(
            f"{start} / {end} {name}",
            f"# {sheet}\n{start} | {end} | {rest}\n15/12/2019 | 20/01/2020 | {line}\n"
            f"03/02/2020 | 27/02/2020 | {line}",
            *asked("A2", "B2"),
        )
        for start, end in (
            ("Début", "Fin"), ("Du", "Au"), ("Date début", "Date fin"), ("Date de début", "Date de fin"),
            ("Début période", "Fin période"), ("Start date", "End date"), ("From", "To"),
        )
        for name, sheet, rest, line in (
            ("days", "Jours", "Client | Jours | TJM", "Ponant | 20 | 700"),
            ("fees", "Factures", "Client | Montant HT", "Ponant | 9000"),
        )
    ),
    *(
        small(
            f"a dated line and its {header}",
            f"# Factures\nDate | Client | Montant HT | {header}\n31/01/2020 | Ponant | 9000 | {cell}\n"
            "28/02/2020 | Ponant | 2500 |",
            *asked("D2"),
        )
        for header, cell in (
            ("Période", "du 15/12/2019 au 15/01/2020"), ("Période", "décembre 2019"),
            ("Période facturée", "T4 2019"), ("Mois", "décembre 2019"), ("Exercice", "2019"),
            ("Année", "2019"), ("Mois de prestation", "12/2019"), ("Période", "12/2019 – 01/2020"),
        )
    ),
    *(
        small(
            f"an expense for {cell}",
            EXPENSES.and_then(f"20/12/2020 | Assureur du Port | {cell} | 1200"),
            *asked("A5"),
            right(charges=2030),
        )
        for cell in ("Assurance du 01/01/2021 au 31/12/2021",)
    ),
    small(
        "within the year",
        "# Jours\nDu | Au | Client | Jours | TJM\n06/01/2020 | 31/01/2020 | Ponant | 18 | 700\n"
        "03/02/2020 | 27/02/2020 | Ponant | 15 | 700",
        right(revenue={2020: 23100}),
        *asked("*"),
    ),
    small(
        "across a closing in June",
        "# Jours\nDate début | Date fin | Client | Jours | TJM\n15/06/2020 | 15/07/2020 | Ponant | 20 | 700\n"
        "03/02/2020 | 27/02/2020 | Ponant | 15 | 700",
        *asked("A2", "B2"),
        settings='[exercice]\ncloture = "30/06"\n',
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", PERIODS)
def test_a_period_across_a_closing_is_asked_about(book: Small) -> None:
    judge(book)


OTHER_YEAR: list[Any] = [
    *(
        small(
            f"{kind.sheet} of {day} in « {sheet} »",
            kind.and_then(row.format(day)).replace(f"# {kind.sheet}", f"# {sheet}"),
            *asked("A5", "A1"),
        )
        for day in ("31/03/2019", "15/01/2021", "31/12/2019")
        for kind, sheet, row in (
            (DAYS, "Jours 2020", "{} | Ponant | Flux | 2 | 700 | 1400"),
            (DAYS, "2020", "{} | Ponant | Flux | 2 | 700 | 1400"),
            (FEES, "Factures 2020", "{} | Ponant | Audit | 900"),
            (FEES, "CA 2020.csv", "{} | Ponant | Audit | 900"),
            (EXPENSES, "Dépenses 2020", "{} | Forge Numérique | Câble | 90"),
        )
        if sheet != "CA 2020.csv"
    ),
    *(
        small(
            f"{name} under a title of 2020",
            f"# {kind.sheet}\n{title}\n\n{kind.header}\n" + "\n".join((*kind.lines, row)),
            *asked("A7", "A1"),
        )
        for title in ("Année 2020", "Exercice 2020", "Suivi 2020")
        for name, kind, row in (
            ("days", DAYS, "31/03/2019 | Ponant | Flux | 2 | 700 | 1400"),
            ("fees", FEES, "31/03/2019 | Ponant | Audit | 900"),
        )
    ),
    small(
        "two lines of two other years",
        FEES.and_then("31/03/2019 | Ponant | Audit | 900", "31/03/2021 | Ponant | Audit | 950")
        .replace("# Factures", "# Factures 2020"),
        *asked("A5", "A6", "A1"),
    ),
    small(
        "every line of another year",
        "# Jours 2020\nDate | Client | Jours | TJM\n31/01/2019 | Ponant | 10 | 700\n"
        "28/02/2019 | Ponant | 8 | 700",
        *asked("A1", "A2", "A3", "*"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", OTHER_YEAR)
def test_a_line_of_another_year_than_its_sheet_is_asked_about(book: Small) -> None:
    judge(book)


def test_a_date_that_cannot_begin_with_its_year_tells_the_others() -> None:
    """There is no 45th of March: the whole column has its day first."""
    cells = {"20/03/19": date(2019, 3, 20)}
    assert list(undecided(cells, None)) == ["20/03/19"]
    assert undecided({**cells, "20/03/45": date(2045, 3, 20)}, None) == {}


SPANS: list[Any] = [
    *(
        small(f"a label {text}", FEES.and_then(f"30/04/2020 | Ponant | {text} | 900"), *asked("Z5"))
        for text in (
            "Du 15/12/2019 au 14/01/2020", "Hébergement 01/07/2020 - 30/06/2021", "Contrat annuel juillet 2019 - juin 2020",
            "Maintenance décembre à janvier 2021", "Infogérance du 01.12.2020 au 31.01.2021", "Décembre 2019 – janvier 2020",
        )
    ),
    *(
        small(f"an expense {text}", EXPENSES.and_then(f"30/04/2020 | Quai | {text} | 900"), *asked("Z5"))
        for text in ("Assurance du 01/05/2020 au 30/04/2021", "Abonnement mai 2020 - avril 2021")
    ),
    *(
        ordinary(f"within the year: {text}", f"{EXPENSES.and_then()}\n{FEES.and_then(f'30/04/2020 | Ponant | {text} | 900')}", revenue=9100)
        for text in (
            "Du 01/03/2020 au 31/03/2020", "Hébergement 01/01/2020 - 31/12/2020", "Maintenance janvier à décembre 2020",
            "Maintenance fév-mars", "Audit des comptes 2019", "Support mars 2020", "Mars 2020 à mi avril",
            "Version 15/99/2019 au 14/01/2020", "Lot 2 mars 2020 et avril 2020", "Formation 35/1/2020",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", SPANS)
def test_a_span_that_a_label_writes_across_a_closing_is_asked_about(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    ("year", "told"),
    [(2024, False), (2025, False), (2020, True), (2023, True)],
)
def test_a_sheet_of_a_year_in_the_file_of_another_is_of_one_of_them(
    tmp_path: Path, year: int, *, told: bool
) -> None:
    """Three years stand in `2025.xlsx`; one sheet, typed in the calendar of 1904, does not."""
    rows: Rows = [("Date", "Client", "Jours", "TJM")]
    rows += [(date(year, month, 5), "Ponant", 3 + month % 5, 700) for month in range(1, 7)]
    (tmp_path / "data").mkdir()
    workbook(tmp_path / "data" / "2025.xlsx", {"Jours 2024": rows})
    (tmp_path / "bilan.toml").touch()
    found = [place.cell for what, place in outcome(tmp_path).doubts if "autre-annee" in what]
    assert found == ["A2"] * told


MOVING: list[Any] = [
    *(
        small(
            f"{name} dated ={formula}",
            kind.and_then(row.format(f"={formula} -> 30/04/2020")),
            refused("A5"),
        )
        for formula in ("TODAY()", "NOW()-1", "DATE(YEAR(TODAY()),4,30)", 'IF(B5="","",TODAY())')
        for name, kind, row in (
            ("days", DAYS, "{} | Ponant | Flux | 2 | 700 | 1400"),
            ("fees", FEES, "{} | Ponant | Audit | 900"),
            ("expenses", EXPENSES, "{} | Forge Numérique | Câble | 90"),
        )
    ),
    small(
        "the day of a payment",
        FEES.with_column("Payée le", "29/02/2020", "31/03/2020", "=TODAY() -> 30/04/2020"),
        refused("E4"),
    ),
    ordinary(
        "the days that a payment is late",
        FEES.with_column("Retard", *("=TODAY()-A2 -> 12",) * 3),
        revenue=8200,
    ),
    ordinary("a day above", FEES.and_then().replace("\n", "\nÉdité le | =TODAY() -> 30/04/2021\n\n", 1)),
    small("a day that moves no more", FEES.and_then("=A4+30 -> 30/04/2020 | Ponant | Audit | 900"), right(revenue=9100)),
]  # fmt: skip


@pytest.mark.parametrize("book", MOVING)
def test_a_date_that_its_formula_moves_each_day_is_refused(book: Small) -> None:
    judge(book)


def at(*hours: str, kind: Kind = FEES) -> str:
    """Return a sheet whose dates are at some hours."""
    days = ("31/01/2020", "28/02/2020", "31/03/2020")
    text = kind.and_then()
    for day, hour in zip(days, hours, strict=True):
        text = text.replace(day, f"{day} {hour}")
    return text


MIDNIGHTS: list[Any] = [
    *(
        small(f"{kind.sheet} at {', '.join(hours)}", at(*hours, kind=kind), doubted("A2"))
        for kind in (DAYS, FEES, EXPENSES)
        for hours in (("23:00", "23:00", "22:00"), ("23:00:00",) * 3)
    ),
    small(
        "of no day that there is",
        at("23:00", "23:00", "23:00").replace("/2020", "/2120"),
        refused("Factures!A2", "Factures!A3", "Factures!A4"),
    ),
    ordinary("one at another hour", at("23:00", "23:00", "21:00"), revenue=8200),
    ordinary("late in the evening", at("22:10", "23:05", "22:00"), revenue=8200),
    ordinary("all at midnight", at("00:00", "00:00", "00:00"), revenue=8200),
    ordinary(
        "two days of it",
        at("23:00", "23:00", "").replace("31/03/2020 ", "31/01/2020 23:00"),
        revenue=8200,
    ),
]


@pytest.mark.parametrize("book", MIDNIGHTS)
def test_dates_at_midnight_in_universal_time_are_asked_about(book: Small) -> None:
    judge(book)


def test_a_true_moment_is_as_one_that_is_written() -> None:
    moments = [datetime.fromisoformat(f"2020-0{month}-14 23:00") for month in (1, 2, 3)]
    rows = [("Date", "Client", "Montant HT"), *((it, "Ponant", 900) for it in moments)]
    ((what, place),) = outcome_of({"Forfaits": Sheet(rows=rows)}).doubts
    assert (what.split()[0], place.cell) == ("date-decalee", "A2")
