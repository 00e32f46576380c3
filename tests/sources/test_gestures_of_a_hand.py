"""What a hand does to a book in a spreadsheet, and honest books that look alike."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from reporter import load
from reporter.sources.tables.sheet_names import months_left_out

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TODAY = date(2025, 6, 1)
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
SPENT = "Date;Fournisseur;Libellé;Montant HT"
DAYS = "Date;Client;Jours;TJM"
FEES = "Date;Client;Prestation;Montant HT"


def said(root: Path, code: str, **files: Iterable[str]) -> list[str]:
    """Return where a code is said of files, each a list of rows, its name to begin with."""
    (root / "data").mkdir(parents=True, exist_ok=True)
    (root / "bilan.toml").write_text("[lecture]\nheures_par_jour = 7\n", encoding="utf-8")
    for name, rows in files.items():
        path = root / "data" / f"{name.replace('_', ' ')}.csv"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    doubts = load(root).doubtful(TODAY)
    own = (it.place for it in doubts if it.code == code)
    return [f"{place.file[5:-4]} {place.cell}".strip() for place in own]


def days_of(*years: int, months: Iterable[int] = (2, 5, 9, 11)) -> list[str]:
    rows = (f"{10 + year % 9}/{month:02}/{year};Ponant;9;700" for year in years for month in months)
    return [DAYS, *rows]


def fees_of(*years: int) -> list[str]:
    rows = (
        f"{12 + month}/{month:02}/{year};Alizé;Site;{800 + 31 * month}"
        for year in years
        for month in range(1, 8)
    )
    return [FEES, *rows]


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ((2018, 2020), ["Jours exercice 2019"]),
        ((2018, 2021), ["Jours exercice 2019", "Jours exercice 2020"]),
        ((2018, 2019, 2020), []),
        ((2016, 2020), [f"Jours exercice {year}" for year in (2017, 2018, 2019)]),
        ((2015, 2020), []),
    ],
)
def test_a_year_without_a_line_between_two_is_asked_about(
    tmp_path: Path, years: tuple[int, ...], found: list[str]
) -> None:
    assert said(tmp_path, "exercice-omis", Jours=days_of(*years)) == found


def test_a_year_before_any_sale_is_none_of_work(tmp_path: Path) -> None:
    bought = [f"{SPENT};Durée d’amortissement", "03/02/2016;Ordi Plus;Portable;1900;3"]
    files = {"Jours": days_of(2018, 2019), "Dépenses": bought}
    assert said(tmp_path, "exercice-omis", **files) == []


@pytest.mark.parametrize(
    ("years", "found"), [((2019, 2021), ["Forfaits exercice 2020"]), ((2019,), []), ((2021,), [])]
)
def test_days_left_out_of_a_year_between_two_are_asked_about(
    tmp_path: Path, years: tuple[int, ...], found: list[str]
) -> None:
    days = days_of(*years, months=range(1, 10))
    files = {"Jours": days, "Forfaits": fees_of(2019, 2020, 2021)}
    assert said(tmp_path, "exercice-omis", **files) == found


@pytest.mark.parametrize(
    ("absent", "found"), [([4], ["Jours mai 2023"]), ([7], []), ([4, 7], ["Jours mai 2023"]),
                          ([3, 4], []), ([0], []), ([11], [])]
)  # fmt: skip
def test_a_month_without_its_file_is_asked_about(
    tmp_path: Path, absent: list[int], found: list[str]
) -> None:
    files = {
        f"Jours_{name}_2023": [DAYS, f"{10 + month % 3}/{month + 1:02}/2023;Ponant;9;700"]
        for month, name in enumerate(MONTHS)
        if month not in absent
    }
    after = [it.replace("mai", "juin") for it in found]
    assert said(tmp_path, "mois-omis", **files) == after


@pytest.mark.parametrize(("absent", "found"), [(4, ["juin"]), (7, []), (0, []), (12, [])])
def test_a_month_without_its_sheet_is_asked_about_whatever_says_the_year(
    tmp_path: Path, absent: int, found: list[str]
) -> None:
    files = {
        name: ["Suivi 2023", "", DAYS, f"{10 + month % 3}/{month + 1:02}/2023;Ponant;9;700"]
        for month, name in enumerate(MONTHS)
        if month != absent
    }
    assert said(tmp_path, "mois-omis", **files) == found


def test_the_months_of_two_workbooks_that_say_no_year_are_of_two_years() -> None:
    names = [(file, name) for file in ("a.xlsx", "b.xlsx") for name in MONTHS]
    found = months_left_out(it for it in names if it != ("b.xlsx", "mai"))
    assert [it.place[:2] for it in found] == [("b.xlsx", "juin")]


def expenses(*dates: str) -> list[str]:
    """Return expenses of several names, each of its own amount, at dates."""
    names = ("Rail Express", "Papier & Co", "Le Phare")
    rows = (
        f"{date};{names[n % len(names)]};Achat {n};{30 + 7 * n},40" for n, date in enumerate(dates)
    )
    return [SPENT, *rows]


IN_ORDER = (
    *("04/01/2023", "23/01/2023", "06/02/2023", "21/02/2023", "07/03/2023", "28/03/2023"),
    *("05/04/2023", "19/04/2023", "09/05/2023", "24/05/2023", "08/06/2023", "27/06/2023"),
)


def american(*dates: str) -> list[str]:
    """Return dates whose day and month are exchanged where they can be."""
    return [f"{it[3:6]}{it[:3]}{it[6:]}" if int(it[:2]) <= 12 else it for it in dates]


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        (IN_ORDER, []),
        (american(*IN_ORDER), ["Dépenses A2"]),
        ([*IN_ORDER[:2], *american(*IN_ORDER[2:7]), *IN_ORDER[7:]], ["Dépenses A4"]),
        ([*IN_ORDER[:6], *american(*IN_ORDER[6:])], ["Dépenses A8"]),
        ([*IN_ORDER[:3], *american(*IN_ORDER[3:9])[::-1], *IN_ORDER[9:]], []),
    ],
)
def test_day_and_month_exchanged_in_a_part_of_a_column_are_asked_about(
    tmp_path: Path, dates: list[str], found: list[str]
) -> None:
    assert said(tmp_path, "dates-deplacees", Dépenses=expenses(*dates)) == found


def test_so_are_they_where_few_days_and_names_have_others_among_them(tmp_path: Path) -> None:
    days = ("02/03", "05/03", "09/03", "16/03", "20/03", "02/04", "06/04", "08/04")
    own = [f"{it};Ponant;1;700" for it in american(*(f"{day}/2023" for day in days))]
    assert said(tmp_path, "dates-deplacees", Jours=[DAYS, *own]) == ["Jours A2"]
    kept = [row for row in own if row[:2] not in {"16", "20"}]
    assert said(tmp_path, "dates-deplacees", Jours=[DAYS, *kept]) == []


def test_so_are_they_where_the_last_come_first(tmp_path: Path) -> None:
    dates = [*IN_ORDER[:2], *american(*IN_ORDER[2:7]), *IN_ORDER[7:]][::-1]
    assert said(tmp_path, "dates-deplacees", Dépenses=expenses(*dates)) == ["Dépenses A7"]


@pytest.mark.parametrize(
    ("run", "found"),
    [
        (["09/02/2023", "10/02/2023", "11/02/2023", "12/02/2023", "13/02/2023", "14/02/2023"], 1),
        (["09/02/2023", "10/02/2023", "11/02/2023", "12/02/2023", "13/02/2023"], 0),
        (["09/02/2023", "09/03/2023", "09/04/2023", "09/05/2023"], 1),
        (["09/02/2023", "09/03/2023", "09/04/2023"], 0),
    ],
)
def test_dates_drawn_down_amid_a_sheet_are_asked_about(
    tmp_path: Path, run: list[str], found: int
) -> None:
    dates = [*IN_ORDER[:3], *run, *IN_ORDER[5:]]
    doubts = said(tmp_path, "dates-deplacees", Dépenses=expenses(*dates))
    assert doubts.count("Dépenses A5") == found


@pytest.mark.parametrize(("names", "found"), [("ABBA", 1), ("ABBB", 0)])
def test_they_are_of_names_of_which_each_second_one_is_another(
    tmp_path: Path, names: str, found: int
) -> None:
    drawn = [f"09/0{n}/2023;{name};Achat {n};{50 + n},10" for n, name in enumerate(names, 2)]
    rows = [*expenses(*IN_ORDER[:3]), *drawn, *expenses(*IN_ORDER[5:])[1:]]
    assert said(tmp_path, "dates-deplacees", Dépenses=rows) == ["Dépenses A5"] * found


@pytest.mark.parametrize(("step", "found"), [(1, ["Dépenses A2"]), (2, [])])
def test_dates_drawn_down_by_years_from_the_first_on_are_asked_about(
    tmp_path: Path, step: int, found: list[str]
) -> None:
    rows = expenses(*(f"09/02/{2015 + step * n}" for n in range(5)))
    assert said(tmp_path, "dates-deplacees", Dépenses=rows) == found


def test_lines_kept_name_by_name_are_no_dates_drawn_down(tmp_path: Path) -> None:
    rows = [
        f"09/{month:02}/2023;{name};{thing};{price + month}"
        for name, thing, price in (("Zinc", "Loyer", 400), ("Arc", "Ligne", 30))
        for month in range(1, 8)
    ]
    assert said(tmp_path, "dates-deplacees", Dépenses=[SPENT, *rows]) == []


def test_one_date_whose_day_and_month_are_exchanged_is_asked_about_and_not_another_that_may_be(
    tmp_path: Path,
) -> None:
    dates = ["17/01/2018", "05/04/2018", "17/07/2018", "23/01/2019", "02/06/2019", "14/03/2019"]
    doubts = said(tmp_path, "dates-deplacees", Dépenses=expenses(*dates, "28/08/2019"))
    assert doubts == ["Dépenses A6"]


@pytest.mark.parametrize(
    ("month", "day", "found"), [(5, 27, ["Dépenses A7"]), (6, 27, []), (5, 8, [])]
)
def test_what_comes_back_each_month_and_once_in_another_is_asked_about(
    tmp_path: Path, month: int, day: int, found: list[str]
) -> None:
    days = [(day, month) if it == 6 else (5, it) for it in range(1, 11)]
    rows = [f"{day:02}/{it:02}/2023;Bureau Nord;Loyer;420" for day, it in days]
    assert said(tmp_path, "dates-deplacees", Dépenses=[SPENT, *rows]) == found


def blanked(rows: list[str], *ranks: int) -> list[str]:
    """Return rows, some without their date."""
    return [f";{row.partition(';')[2]}" if n in ranks else row for n, row in enumerate(rows)]


MONTHLY = [
    SPENT,
    *(
        f"05/{month:02}/2023;{name};{name};{price + month}"
        for month in range(1, 5)
        for name, price in (("Bureau", 400), ("Ligne", 20), ("Nuage", 12))
    ),
]
INVOICES = [
    "N° facture;Date;Client;Montant HT",
    *(f"F-{n};{3 * n}/03/2023;Ponant;{900 + 31 * n}" for n in range(1, 10)),
]


def test_dates_blanked_where_others_are_repeated_are_asked_about(tmp_path: Path) -> None:
    found = ["Dépenses A7"]
    assert said(tmp_path, "cellule-omise", Dépenses=blanked(MONTHLY, 6, 7)) == found
    every = [n for n in range(1, 13) if n % 3 != 1]
    assert said(tmp_path, "cellule-omise", Dépenses=blanked(MONTHLY, *every)) == []


def test_so_are_those_of_invoices_that_have_their_numbers(tmp_path: Path) -> None:
    rows = [row.replace(f";{3 * n}/03/2023;", ";;") if n in {4, 5} else row
            for n, row in enumerate(INVOICES)]  # fmt: skip
    assert said(tmp_path, "cellule-omise", Factures=rows) == ["Factures B5"]
    same = [row.replace("F-4;", "F-3;").replace("F-5;", "F-3;") for row in rows]
    assert said(tmp_path, "cellule-omise", Factures=same) == []


PAID = (("Bureau", "Loyer", "420,00"), ("Ligne", "Mobile", "24,99"), ("Nuage", "Site", "18,50"))


def each_month() -> list[str]:
    """Return what is paid each month of a year."""
    months = (f"{month:02}/2023" for month in range(1, 13))
    return [SPENT, *(f"05/{month};{';'.join(paid)}" for month in months for paid in PAID)]


@pytest.mark.parametrize(
    ("months", "count", "found"),
    [((4, 5), 3, ["Dépenses A29"]), ((4, 5), 2, []), ((4, 6), 3, []), ((11, 12), 3, []),
     ((4, 5, 7), 3, []), ((1, 2), 3, [])],
)  # fmt: skip
def test_purchases_of_the_month_before_are_asked_about(
    tmp_path: Path, months: tuple[int, ...], count: int, found: list[str]
) -> None:
    """They are not where they go on, nor where the books begin or end with them."""
    bought = (("Rail", "Train", "87,30"), ("Phare", "Repas", "31,60"), ("Port", "Encre", "12,45"))
    again = [
        (f"{17 + n}/{month:02}/2023;{name};{label};{price}")
        for month in months
        for n, (name, label, price) in enumerate(bought[:count])
    ]
    rows = sorted([*each_month()[1:], *again], key=lambda row: (row[3:5], row[:2]))
    at = f"{next((n for n, row in enumerate(rows, 2) if '17/05' in row), 0)}"
    found = [f"Dépenses A{at}" for _ in found]
    assert said(tmp_path, "doublon", Dépenses=[SPENT, *rows]) == found


@pytest.mark.parametrize(("others", "found"), [(3, 1), (4, 0)])
def test_they_are_a_third_of_those_of_their_month(tmp_path: Path, others: int, found: int) -> None:
    again = [
        f"17/{month:02}/2023;{name};{name};{price},30"
        for month in (4, 5)
        for name, price in (("Rail", 87), ("Phare", 31), ("Port", 12))
    ]
    more = [f"{18 + n}/05/2023;Librairie;Livre {n};{20 + n},50" for n in range(others)]
    rows = sorted([*each_month()[1:], *again, *more], key=lambda row: (row[3:5], row[:2]))
    assert len(said(tmp_path, "doublon", Dépenses=[SPENT, *rows])) == found


def drawn_down(amount: str, *, labels: bool = True, others: int = 12) -> list[str]:
    rows = [
        f"{n + 2:02}/03/2023;{chr(65 + n)};Achat {n};{40 + 7 * n + n * n}" for n in range(others)
    ]
    more = (f"{15 + n}/03/2023;{name};{f'Achat {name}' if labels else 'Don'};{amount}"
            for n, name in enumerate("WXYZ"))  # fmt: skip
    return [SPENT, *rows, *more]


def test_a_round_amount_drawn_down_over_several_names_is_asked_about(tmp_path: Path) -> None:
    assert said(tmp_path, "serie", Dépenses=drawn_down("150")) == ["Dépenses D15"]
    few = tmp_path / "few"  # a third of the lines
    assert said(few, "serie", Dépenses=drawn_down("150", others=8)) == ["Dépenses D11"]


@pytest.mark.parametrize(
    ("last", "told"), [(7, ["Rémunérations B3"]), (12, ["Rémunérations B3"]), (5, [])]
)
def test_a_pay_that_counts_on_from_that_above_was_drawn_down(
    tmp_path: Path, last: int, told: list[str]
) -> None:
    drawn = (
        f"28/{n:02}/2023;{1800 + (n - 4 if n <= last else 0)};{1440 + n * n}" for n in range(4, 13)
    )
    rows = ["Date;Salaire net;Cotisations sociales", *drawn]
    assert said(tmp_path, "serie", Rémunérations=rows) == told


@pytest.mark.parametrize(
    "rows",
    [
        drawn_down("150", labels=False),
        drawn_down("150", others=7),
        drawn_down("0"),
        [*drawn_down("150"), "28/03/2023;U;Achat U;9", "29/03/2023;V;Achat V;150"],
        [*drawn_down("150"), "28/03/2023;U;Achat U;90", "29/03/2023;V;Achat V;90"],
    ],
)
def test_a_round_price_that_several_pay_is_none(tmp_path: Path, rows: list[str]) -> None:
    assert said(tmp_path, "serie", Dépenses=rows) == []


@pytest.mark.parametrize(
    ("word", "meaning", "found"),
    [
        ("Jours Anne", "Jours", ["clé colonnes.Jours Anne"]),
        ("Ponant", "Client", ["clé colonnes.Ponant"]),
        ("Mars", "", ["clé colonnes.Mars"]),
        ("Quantièmes", "Date", ["clé colonnes.Quantièmes"]),
        ("suivi léa", "Jours", []),
        ("Boîte", "Client", []),
        ("Humeur", "", []),
    ],
)
def test_a_word_of_the_settings_that_no_sheet_says_is_asked_about(
    tmp_path: Path, word: str, meaning: str, found: list[str]
) -> None:
    (tmp_path / "data").mkdir()
    rows = "Quantième;Boîte;Jours;TJM;Humeur\n03/02/2023;Nimbus;9;700;bonne\n"
    (tmp_path / "data" / "Suivi Léa 2023.csv").write_text(rows, encoding="utf-8")
    own = {"Suivi Léa 2023": "Jours", "Boîte": "Client", "Quantième": "Date", "Humeur": ""}
    words = "\n".join(f'"{said}" = "{it}"' for said, it in {**own, word: meaning}.items())
    (tmp_path / "bilan.toml").write_text(f"[colonnes]\n{words}\n", encoding="utf-8")
    doubts = load(tmp_path).doubtful(TODAY)
    assert [it.place.cell for it in doubts if it.code == "mot-absent"] == found
