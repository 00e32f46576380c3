"""What a hand draws down, copies, or types with its tax: asked where it stands, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import sheets

if TYPE_CHECKING:
    from collections.abc import Iterable

DAYS = "Date | Client | Jours | TJM"
FEES = "Date | Client | Prestation | Montant HT"
CLIENTS = {"Ponant": 650, "Alizé": 720, "Borée": 580}
BOOKS = "[lecture]\nheures_par_jour = 7\n"


def cells(code: str, **rows: list[str]) -> list[str]:
    """Return where a code is said of sheets, each a list of rows, its name to begin with."""
    book = "\n".join("\n".join((f"# {name.replace('_', ' ')}", *its)) for name, its in rows.items())
    said = outcome_of(sheets(book), BOOKS).doubts
    return [f"{place.sheet} {place.cell}" for what, place in said if what.startswith(f"{code} :")]


def priced(**slips: int) -> list[str]:
    """Return days of three clients over eight months, each at its price, but for some rows."""
    told = {int(name[1:]): rate for name, rate in slips.items()}
    names = [(month, name) for month in range(1, 9) for name in CLIENTS]
    return [
        DAYS,
        *(
            f"{27 - month:02}/{month:02}/2020 | {name} | {2 + n % 3} | {told.get(n, CLIENTS[name])}"
            for n, (month, name) in enumerate(names, 2)
        ),
    ]


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        (range(9, 14), ["Jours A10", "Jours A11"]),  # over Borée twice, and Ponant once
        (range(9, 13), ["Jours A10", "Jours A11"]),  # once each: told line by line
        (range(21, 26), ["Jours A22"]),  # to the end, below another price of that month
        (range(20, 26), []),  # to the end from the first of a month: a price that became one
        ((10, 13, 14), ["Jours A14"]),  # here and there, then once each
        ((7, 8, 10, 16, 22), ["Jours A8"]),  # Borée has two prices
    ],
)
def test_a_price_drawn_down_over_other_clients_is_asked_about(
    drawn: Iterable[int], found: list[str]
) -> None:
    rows = priced(**{f"_{n}": 720 for n in drawn})
    assert cells("d-un-autre", Jours=rows) == found


def test_a_price_that_all_pay_from_a_month_on_is_none_drawn_down() -> None:
    rows = [
        f"{2 + n:02}/{month:02}/2020 | {name} | 2 | {720 if month > 6 else CLIENTS[name]}"
        for month in range(1, 9)
        for n, name in enumerate(("Alizé", "Ponant", "Borée"))
    ]
    assert cells("d-un-autre", Jours=[DAYS, *rows]) == []
    assert cells("d-un-autre", Jours=[DAYS, *rows[:2], *rows[3:]]) == []
    drawn = [row.replace("| 580", "| 720") if "/06/" in row else row for row in rows]
    drawn = [row.replace("| 650", "| 720") if "/06/" in row else row for row in drawn]
    drawn[15], drawn[16] = rows[16], drawn[15]
    assert cells("d-un-autre", Jours=[DAYS, *drawn]) == ["Jours A19"]


def test_a_price_of_nobody_is_none_of_the_row_above() -> None:
    rows = priced(**{f"_{n}": 600 for n in range(9, 14)})
    assert cells("d-un-autre", Jours=rows) == []


def test_a_mission_at_the_price_of_all_is_no_price_drawn_down() -> None:
    rows = [f"{row} | {'Expert' if 9 <= n <= 13 else 'Base'}" for n, row in enumerate(priced(), 1)]
    rows = [
        row.replace("650", "720").replace("580", "720") if "Exp" in row else row for row in rows
    ]
    later = [
        f"{day:02}/10/2020 | {name} | 1 | 720 | Expert" for day in range(1, 3) for name in CLIENTS
    ]
    assert cells("d-un-autre", Jours=[f"{DAYS} | Mission", *rows[1:], *later]) == []


MISSIONS = ("Audit", "Conseil", "Suivi", "Tests", "Audit", "Conseil", "Suivi", "Cadrage")


@pytest.mark.parametrize(
    ("rank", "rate", "found"),
    [
        (14, 720, ["Jours A14"]),  # another client's, for a mission paid as all others are
        (14, 600, []),
        (11, 720, []),  # the only line of its mission
    ],
)
def test_missions_of_one_price_are_told_together(rank: int, rate: int, found: list[str]) -> None:
    rows = [
        f"{row} | {MISSIONS[(n - 1) // 3]}"
        for n, row in enumerate(priced(**{f"_{rank}": rate})[1:], 1)
    ]
    assert cells("d-un-autre", Jours=[f"{DAYS} | Mission", *rows]) == found


def paid(times: float, *, names: int = 2) -> list[str]:
    """Return what is paid each month of a year to a few names, so many times dearer."""
    things = (("Quai", 310), ("Alizé", 49.9), ("Brume", 120.4))[:names]
    year = 2020 if times != 1 else 2021
    return [
        "Date | Fournisseur | Montant HT",
        *(
            f"{5 + n:02}/{month:02}/{year} | {name} | {round(amount * times, 2)}"
            for month in range(1, 7)
            for n, (name, amount) in enumerate(things)
        ),
    ]


@pytest.mark.parametrize(
    ("times", "names", "found"),
    [
        (1.2, 2, ["Dépenses 2021 A2"]),
        (1.2, 1, []),  # one became cheaper
        (1.25, 2, []),
        (0.9, 2, []),
    ],
)
def test_amounts_of_which_one_sheet_has_the_tax_are_asked_about(
    times: float, names: int, found: list[str]
) -> None:
    before, after = paid(times, names=names), paid(1, names=names)
    assert cells("d-un-autre", Dépenses_2020=before, Dépenses_2021=after) == found


def billed(year: int, *, titles: int = 1, more: int = 0) -> list[str]:
    """Return the fees of a year, with as many rows of titles amid them."""
    amounts = (939.91, 2891, 847.25, 6031.59)
    rows = [
        f"{3 + 5 * n:02}/{2 + 2 * n:02}/{year} | Ponant | Étude | {amount + more}"
        for n, amount in enumerate(amounts)
    ]
    return [FEES, *rows[:2], *([FEES] * (titles - 1)), *rows[2:]]


@pytest.mark.parametrize(
    ("titles", "more", "found"),
    [
        (1, 0, ["Factures 2021 B2"]),
        (2, 0, ["Factures 2021 B2"]),  # each table has too few lines to be told alone
        (2, 40, []),
    ],
)
def test_a_year_left_as_it_was_is_asked_about_whatever_its_titles(
    titles: int, more: int, found: list[str]
) -> None:
    before, after = billed(2020), billed(2021, titles=titles, more=more)
    told = cells("deux-versions", Factures_2020=before, Factures_2021=after)
    assert [it[:-2] for it in told] == [it[:-2] for it in found]


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ((184500, 272000, 101000), ["Forfaits A2"]),
        ((184500, 99000, 87000), []),
        ((184500, 272000), []),
        ((1845, 272000, 1010), []),  # the greatest is told by itself
        ((684500, 572000, 610000), []),  # so are all of those
    ],
)
def test_sales_of_more_than_a_consultant_sells_are_asked_about(
    amounts: tuple[int, ...], found: list[str]
) -> None:
    rows = [f"1{n}/03/2020 | Client {'ABC'[n]} | Étude | {it}" for n, it in enumerate(amounts)]
    assert cells("autre-unite", Forfaits=[FEES, *rows]) == found


def dated(*, late: str, at: int) -> list[str]:
    """Return twelve fees in the order of their dates, but for one."""
    days = [f"{day:02}/{month:02}/2020" for month in (1, 2, 3, 4) for day in (3, 12, 24)]
    days[at] = late
    return [FEES, *(f"{day} | Ponant | Étude | {500 + 37 * n}" for n, day in enumerate(days))]


@pytest.mark.parametrize(
    ("late", "at", "found"),
    [
        ("12/03/2020", 4, ["Forfaits A6"]),  # amid February
        ("12/01/2020", 4, []),  # forgotten, and added
        ("27/02/2020", 4, []),  # of the same month
        ("05/03/2020", 5, []),  # in order
    ],
)
def test_a_date_of_a_later_month_amid_lines_of_one_is_asked_about(
    late: str, at: int, found: list[str]
) -> None:
    assert cells("dates-deplacees", Forfaits=dated(late=late, at=at)) == found


def year_of(number: int, *, fees: int = 7) -> dict[str, list[str]]:
    """Return the days of a year, that make most of it, and some of its fees."""
    days = [f"{10 + number % 7}/{month:02}/{number} | Ponant | 9 | 700" for month in range(1, 13)]
    sold = [
        f"{13 + month}/{month:02}/{number} | Alizé | Étude | {300 + 31 * month + number % 9}"
        for month in range(1, fees + 1)
    ]
    return {f"Jours_{number}": [DAYS, *days]} | (
        {f"Forfaits_{number}": [FEES, *sold]} if sold else {}
    )


@pytest.mark.parametrize(
    ("around", "between", "count"),
    [(7, 0, 1), (7, 1, 0), (3, 0, 0)],
)
def test_fees_that_a_year_between_two_has_not_are_asked_about(
    around: int, between: int, count: int
) -> None:
    """They need not be what it sells most; a few now and then are no habit."""
    years = year_of(2019, fees=around) | year_of(2020, fees=between) | year_of(2021, fees=around)
    assert len(cells("exercice-omis", **years)) == count


TAXED = "Date | Catégorie | Libellé | Montant HT | Montant TVA"


@pytest.mark.parametrize(
    ("third", "last", "found"),
    [
        ("Frais | Papier | 9.81 |", "Apport | Compte courant | 4495.05 |", ["Dépenses E4"]),
        ("Frais | Papier | 9.81 |", "Frais | Poste | 12 |", []),  # two of one kind do so
        ("Banque | Papier | 9.81 |", "Apport | Compte courant | 4495.05 |", []),
    ],
)
def test_a_tax_that_its_kind_alone_lacks_is_asked_about(
    third: str, last: str, found: list[str]
) -> None:
    """What another kind never bears, an associate’s money, hides nothing."""
    rows = ["Frais | Livre | 30 | 1.65", "Frais | Train | 64 | 0", third, "Frais | Encre | 10 | 2"]
    told = [f"{4 + n:02}/03/2020 | {row}" for n, row in enumerate((*rows, last))]
    assert cells("cellule-omise", Dépenses=[TAXED, *told]) == found


@pytest.mark.parametrize(("rate", "count"), [(810, 1), (620, 0)])
def test_a_client_called_as_an_absence_has_a_price_of_its_own(rate: int, count: int) -> None:
    """A price drawn down a calendar is that of days off too."""
    rows = [f"{5 + n:02}/03/2020 | Ponant | {2 + n} | 620" for n in range(4)]
    book = sheets("\n".join(("# Jours", DAYS, *rows, f"10/03/2020 | NA | | {rate}")))
    found = outcome_of(book).errors
    assert len(found) == count
    assert all(place.cell == "C6" for _, place in found)


@pytest.mark.parametrize(
    ("names", "count"),
    [
        ("A" * 8 + "B" * 8 + "C" * 8, 1),
        ("C" * 8 + "B" * 8 + "A" * 8, 1),
        ("A" * 12 + "B" * 12, 0),  # one client, then another, for the same missions
        ("ABC" * 8, 0),
        ("A" * 8 + "C" * 8 + "B" * 8, 0),
    ],
)
def test_names_sorted_apart_from_missions_that_all_share_are_asked_about(
    names: str, count: int
) -> None:
    missions = [("Socle", 650), ("Audit", 720), ("Appui", 580)] * 8
    rows = [
        f"{1 + n // 3:02}/0{1 + n // 3}/2020 | {name} | {2 + n % 2} | {rate} | {mission}"
        for n, (name, (mission, rate)) in enumerate(zip(names, missions, strict=True))
    ]
    assert len(cells("tri-partiel", Jours=[f"{DAYS} | Mission", *rows])) == count


def bought(*months: int, varied: bool) -> list[str]:
    """Return purchases of two names, the same in some months, dearer in others where they vary."""
    rows = [
        f"{day:02}/{month:02}/2020 | {name} | {label} | {price + (month - 3) * varied}"
        for month in (2, 6, 7)
        for day, name, label, price in ((6, "Rail", "Train", 87.3), (9, "Cap", "Repas", 31.6))
        if varied
    ]
    rows += [
        f"{day:02}/{month:02}/2020 | {name} | {label} | {price}"
        for month in months
        for day, name, label, price in ((6, "Rail", "Train", 87.3), (9, "Cap", "Repas", 31.6))
    ]
    ends = ["02/01/2020 | Port | Encre | 12.5", "02/08/2020 | Port | Papier | 14.5"]
    rows = sorted([*rows, *ends], key=lambda row: (row[3:5], row[:2]))
    return ["Date | Fournisseur | Libellé | Montant HT", *rows]


@pytest.mark.parametrize(
    ("months", "varied", "count"),
    [
        ((4, 5), True, 1),
        ((4, 5), False, 0),  # two subscriptions of two months
        ((3, 5), True, 0),
        ((3, 4, 5), True, 0),
    ],
)
def test_two_purchases_told_again_are_asked_about_where_prices_vary(
    months: tuple[int, ...], *, varied: bool, count: int
) -> None:
    assert len(cells("doublon", Dépenses=bought(*months, varied=varied))) == count


def test_a_date_drawn_down_over_what_is_paid_each_month_is_asked_about() -> None:
    """The rent of February is told of January, after that of January."""
    days = ["03/01", "14/01", *(f"03/{month:02}" for month in range(3, 13))]
    rows = [f"{day}/2020 | Quai | 310" for day in days]
    spent = ["Date | Fournisseur | Montant HT", *rows]
    assert cells("dates-deplacees", Dépenses=spent) == ["Dépenses A3"]


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ((650, 720, 580), ["Jours A8", "Jours A9", "Jours A10"]),  # the price of each row
        ((1664, 33, 86), []),  # names in figures
    ],
)
def test_a_price_pasted_in_the_place_of_a_name_is_asked_about(
    pasted: tuple[int, ...], found: list[str]
) -> None:
    rows = priced()
    for n, number in enumerate(pasted, 7):
        date, _, *rest = rows[n].split(" | ")
        rows[n] = " | ".join((date, str(number), *rest))
    assert [it.replace("B", "A") for it in cells("nom-en-chiffres", Jours=rows)] == found


@pytest.mark.parametrize(("worker", "found"), [("12", ["Jours C4"]), ("Léa", [])])
def test_a_number_in_the_place_of_somebody_is_asked_about(worker: str, found: list[str]) -> None:
    names = ["Anne", "Paul", worker, "Anne"]
    rows = [f"{9 + n:02}/03/2020 | Ponant | {name} | 1 | 700" for n, name in enumerate(names)]
    titles = "Date | Client | Intervenant | Jours | TJM"
    assert cells("nom-en-chiffres", Jours=[titles, *rows]) == found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("24/11/2020 | Cadrage | 1381 | 87 | Mutuelle des Trois Rives", ["Forfaits D3"]),
        ("24/11/2020 | Cadrage | 1381 | 87 |", []),  # a client may be called so
        ("24/11/2020 | Cadrage | 87 | 87 |", ["Forfaits D3"]),
    ],
)
def test_a_number_for_a_client_whose_row_goes_on_under_no_title_is_a_part_of_the_amount(
    row: str, found: list[str]
) -> None:
    rows = ["Date | Objet | Montant HT | Client |", "26/06/2020 | Audit | 3167 | Alizé |"]
    assert cells("nom-en-chiffres", Forfaits=[*rows, row]) == found
