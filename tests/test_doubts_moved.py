"""Cells that moved: a number of another name, a column sorted alone, two titles exchanged."""

from __future__ import annotations

from datetime import date

import pytest

from reporter.doubts import doubtful
from reporter.doubts.clients import cut
from reporter.model import Expense, Fee
from reporter.toml.reading import parse
from tests.books.outcomes import outcome_of
from tests.books.small import sheets
from tests.builders import activity, expense, fee

DAYS = "# Jours\nDate | Client | Jours | TJM\n"
FEES = "# Forfaits\nDate | Client | Prestation | Montant HT\n"
SPENT = "# Dépenses\nDate | Fournisseur | Catégorie | Montant HT\n"


def _cells(book: str, code: str) -> list[str]:
    """Return the cells of the doubts of a code."""
    return [
        place.cell
        for said, place in outcome_of(sheets(book)).doubts
        if said.startswith(f"{code} :")
    ]


def _monthly(header: str, names: dict[str, str], slips: dict[tuple[int, str], str]) -> str:
    """Return a line a month of each name, of its own number but for some."""
    rows = (
        f"{2 + rank:02}/{month:02}/2020 | {name} | {slips.get((month, name), own)}"
        for month in range(1, 9)
        for rank, (name, own) in enumerate(names.items())
    )
    return header + "\n".join(rows)


CLIENTS = {"Ponant": "10 | 700", "Alizé": "5 | 600"}
TWO_RENTS = {"Quai": "Loyer | 310", "Fanal": "Assurance | 61.2"}
RENTS = TWO_RENTS | {"Rail": "Déplacements"}


@pytest.mark.parametrize(
    ("slips", "cells"),
    [
        ({(4, "Ponant"): "10 | 600"}, ["A8"]),
        ({(4, "Alizé"): "5 | 700", (5, "Alizé"): "5 | 700"}, []),  # two, now and then
        ({(4, "Ponant"): "10 | 650"}, []),
        ({(8, "Ponant"): "10 | 600"}, []),  # a price that changes
        ({(1, "Ponant"): "10 | 600"}, []),
        ({(month, "Ponant"): "10 | 600" for month in (2, 4, 6)}, []),  # it has two prices
        ({(4, "Ponant"): "10 | 840"}, ["A8"]),  # with its VAT
        ({(4, "Ponant"): "10 | 770"}, []),
        ({(4, "Ponant"): "10 | 583.33"}, []),
        ({(4, "Ponant"): "10 | 830"}, []),
        ({(4, "Alizé"): "5 | 615"}, []),
        ({(4, "Alizé"): "5 | 606"}, []),
    ],
)
def test_the_price_of_a_day_that_is_another_client_s_is_doubted(
    slips: dict[tuple[int, str], str], cells: list[str]
) -> None:
    assert _cells(_monthly(DAYS, CLIENTS, slips), "d-un-autre") == cells


@pytest.mark.parametrize(
    ("prices", "cells"),
    [
        ("600 700 600", ["A5"]),
        ("600 700 600 600", ["A5"]),
        ("600 600 700", []),  # a price that changes
        ("600 650 600", []),  # of nobody else
        ("600 700 700 600", []),  # it has two prices
        ("600 700", []),
    ],
)
def test_a_price_of_another_client_is_told_in_few_lines_too(prices: str, cells: list[str]) -> None:
    rows = [
        line
        for month, price in enumerate(prices.split(), 1)
        for line in (
            f"09/0{month}/2020 | Ponant | 2 | 700",
            f"23/0{month}/2020 | Alizé | {2 + month} | {price}",
        )
    ]
    assert _cells(DAYS + "\n".join(rows), "d-un-autre") == cells


@pytest.mark.parametrize(
    ("usual", "odd", "told"), [(640, 768, True), (640, 770, False), (700, 840, False)]
)
def test_the_first_price_or_the_last_one_is_round_unless_it_is_mistyped(
    usual: int, odd: int, told: bool
) -> None:
    for month, cell in ((1, "A2"), (8, "A9")):
        book = _monthly(DAYS, {"Ponant": f"10 | {usual}"}, {(month, "Ponant"): f"10 | {odd}"})
        assert _cells(book, "d-un-autre") == [cell] * told


@pytest.mark.parametrize(
    ("header", "above", "below", "told"),
    [
        (DAYS, "30/04/2020 | Ponant | 4.5 | 700", "01/05/2020 | Ponant | 4.5 | 700", True),
        (DAYS, "30/04/2020 | Ponant | 1.75 | 700", "01/05/2020 | Ponant | 1.75 | 700", False),
        (DAYS, "30/04/2020 | Ponant | 4.5 | 700", "02/05/2020 | Ponant | 4.5 | 700", False),
        (DAYS, "30/04/2020 | Ponant | 4.5 | 700", "01/05/2020 | Alizé | 4.5 | 700", False),
        (FEES, "05/03/2020 | Ponant | Lot | 310.55", "06/03/2020 | Ponant | Lot | 310.55", True),
        (FEES, "29/02/2020 | Ponant | Lot | 310.55", "01/03/2020 | Ponant | Lot | 310.55", False),
        (FEES, "05/03/2020 | Ponant | Lot | 310", "06/03/2020 | Ponant | Lot | 310", False),
        (FEES, "05/03/2020 | Ponant | A | 310.55", "06/03/2020 | Ponant | B | 310.55", False),
    ],
)
def test_a_line_drawn_down_over_the_next_row_is_told_by_its_date(
    header: str, above: str, below: str, told: bool
) -> None:
    third, fourth = ("3", "5") if header == DAYS else ("Bilan", "Suivi")
    rows = f"{below}\n05/06/2020 | Ponant | {third} | 710"
    more = f"{rows}\n25/06/2020 | Ponant | {fourth} | 720"
    assert _cells(f"{header}{above}\n{more}", "doublon") == ["A3"] * told
    assert _cells(f"{header}{above}\n{rows}", "doublon") == []  # one line in three
    apart = header.replace("\n", " 2\n", 1)
    assert _cells(f"{header}{above}\n{apart}{more}", "doublon") == []


@pytest.mark.parametrize(
    ("days", "cells"),
    [
        (("28/02/2020", "28/02/2021", "28/02/2022", "28/02/2023"), ["A5"]),
        (("02/04/2020", "03/04/2020", "04/04/2020", "05/04/2020"), ["A5"]),
        (("02/04/2020", "28/04/2020", "30/05/2020", "05/07/2020"), []),
        (("02/06/2020", "02/06/2020", "02/06/2020", "02/06/2020"), []),  # one transfer for all
        (("30/03/2020", "31/03/2020", "01/04/2020", "02/04/2020"), []),
    ],
)
def test_payments_drawn_down_are_asked_about(days: tuple[str, ...], cells: list[str]) -> None:
    paid = ("10/02/2020", "11/02/2020", "14/02/2020", *days)
    rows = "".join(
        f"{3 + 3 * n:02}/01/2020 | {'AB'[n % 2]} | Lot {n} | {400 + 7 * n * n} | {day}\n"
        for n, day in enumerate(paid)
    )
    header = "# Forfaits\nDate | Client | Prestation | Montant HT | Date de paiement\n"
    assert _cells(f"{header}{rows}", "dates-deplacees") == cells


@pytest.mark.parametrize(
    ("copies", "number", "cells"),
    [(1, "F-{}", ["A3"]), (2, "F-{}", ["A3", "A4"]), (1, "", []), (4, "F-{}", [])],
)
def test_an_invoice_drawn_down_has_the_next_number_and_the_next_day(
    copies: int, number: str, cells: list[str]
) -> None:
    drawn = "".join(
        f"{5 + n:02}/03/2020 | {number.format(n)} | Ponant | Lot | 310\n" for n in range(copies + 1)
    )
    rest = "".join(
        f"{8 + n:02}/{4 + n:02}/2020 | F-{10 + n} | Ponant | Lot | {400 + n}\n" for n in range(8)
    )
    book = f"# Forfaits\nDate | N° facture | Client | Prestation | Montant HT\n{drawn}{rest}"
    assert _cells(book, "doublon") == cells


def test_lessons_at_the_price_of_all_are_none_drawn_down() -> None:
    rows = "".join(f"{day:02}/03/2020 | Ponant | Cours | 41.67\n" for day in (5, 6, 12, 19, 26))
    assert _cells(FEES + rows, "doublon") == []
    days = "".join(f"{day:02}/03/2020 | Ponant | 2 | 700\n" for day in (4, 11, 12, 18, 25))
    assert _cells(DAYS + days, "doublon") == ["A4"]


def test_so_is_one_that_says_its_period() -> None:
    book = (
        "# Jours\nDébut | Fin | Client | Jours | TJM\n"
        "02/03/2020 | 31/03/2020 | Ponant | 4.5 | 700\n"
        "03/03/2020 | 01/04/2020 | Ponant | 4.5 | 700\n06/04/2020 | 30/04/2020 | Ponant | 6 | 700\n"
        "04/05/2020 | 29/05/2020 | Ponant | 5 | 700"
    )
    assert _cells(book, "doublon") == ["A3"]


def test_the_price_of_a_day_is_told_by_its_amount_too() -> None:
    clients = {"Ponant": "10 | 7000", "Alizé": "5 | 3000"}
    header = DAYS.replace("TJM", "Montant HT")
    assert _cells(_monthly(header, clients, {(4, "Ponant"): "10 | 6000"}), "d-un-autre") == ["A8"]


def test_what_is_usual_may_be_so_over_two_years_of_few_lines() -> None:
    dates = [*(f"10/1{n}/2019" for n in range(3)), *(f"10/0{n}/2020" for n in range(1, 4))]
    rows = [
        f"{date} | {name} | {61.2 if (rank, name) == (3, 'Quai') else own}"
        for name, own in (("Quai", 310), ("Fanal", 61.2))
        for rank, date in enumerate(dates)
    ]
    header = SPENT.replace("Catégorie | ", "")
    assert _cells(header + "\n".join(rows), "d-un-autre") == ["A5"]


def test_a_mission_or_a_person_has_its_own_price() -> None:
    header = "# Jours\nDate | Client | Mission | Intervenant | Jours | TJM\n"
    names = {"Ponant": "Régie | Anne | 10 | 700", "Alizé": "Régie | Anne | 5 | 600"}
    for other in ("Audit | Anne", "Régie | Paul"):
        slips = {(4, "Ponant"): f"{other} | 10 | 600"}
        assert _cells(_monthly(header, names, slips), "d-un-autre") == []


@pytest.mark.parametrize(
    ("slips", "cells"),
    [
        ({(4, "Quai"): "Loyer | 61.2"}, ["A11"]),
        ({(4, "Quai"): "Loyer | 372"}, ["A11"]),
        ({(4, "Quai"): "Loyer | 62"}, ["A11"]),
        ({(4, "Quai"): "Loyer | 370"}, []),
        ({(4, "Fanal"): "Assurance | 61"}, ["A12"]),  # a digit lost
        ({(4, "Fanal"): "Assurance | 61.12"}, ["A12"]),  # twice
        ({(4, "Fanal"): "Assurance | 61.3"}, []),
        ({(4, "Quai"): "Loyer | 31"}, []),  # far: see `amounts`
        ({(8, "Fanal"): "Assurance | 61"}, []),
        ({(4, "Quai"): "Loyer | 130"}, ["A11"]),
        ({(4, "Fanal"): "Assurance | 62.1"}, ["A12"]),
        ({(8, "Fanal"): "Assurance | 62.1"}, []),
        ({(4, "Fanal"): "Assurance | 73.44"}, ["A12"]),
        ({(8, "Quai"): "Loyer | 372"}, ["A23"]),  # no round rent
        ({(8, "Quai"): "Loyer | 375"}, []),
        ({(4, "Rail"): "Déplacements | 310"}, ["A13"]),  # of no usual amount, and far from its own
        ({(4, "Rail"): "Déplacements | 96.2"}, []),
        ({(1, "Fanal"): "Assurance | 20", (4, "Rail"): "Déplacements | 20"}, []),
        (
            {(it, "Quai"): "Loyer | 20.4" for it in range(1, 9)}
            | {(4, "Rail"): "Déplacements | 20.4"},
            ["A13"],
        ),
    ],
)
def test_the_amount_of_another_supplier_is_doubted(
    slips: dict[tuple[int, str], str], cells: list[str]
) -> None:
    tickets = {(month, "Rail"): f"Déplacements | {50 + 7 * month}.4" for month in range(1, 9)}
    assert _cells(_monthly(SPENT, RENTS, tickets | slips), "d-un-autre") == cells


def test_the_first_or_the_last_expense_of_a_name_may_repeat_the_line_above() -> None:
    for month, cell in ((1, "A3"), (8, "A17")):
        slips = {(month, "Fanal"): "Assurance | 310"}
        assert _cells(_monthly(SPENT, TWO_RENTS, slips), "d-un-autre") == [cell]
    slips = {(1, "Quai"): "Loyer | 61.2"}
    assert _cells(_monthly(SPENT, TWO_RENTS, slips), "d-un-autre") == []


def test_a_client_filled_down_bears_the_prices_of_others() -> None:
    rows = "\n".join(
        f"{n:02}/{1 + n // 2:02}/2020 | {'Ponant' if n in range(9, 13) or n % 2 else 'Alizé'}"
        f" | {3 + n % 3} | {700 if n % 2 else 600}"
        for n in range(2, 22)
    )
    assert _cells(DAYS + rows, "d-un-autre") == ["A10", "A12"]


def test_the_fee_of_another_client_is_doubted() -> None:
    names = {"Ponant": "Infogérance | 640.5", "Alizé": "Infogérance | 480"}
    same = {(4, "Alizé"): "Infogérance | 640.5"}
    assert _cells(_monthly(FEES, names, same), "d-un-autre") == ["A9"]
    other = {(4, "Alizé"): "Audit | 640.5"}
    assert _cells(_monthly(FEES, names, other), "d-un-autre") == []


def _by_month(header: str, *rows: str) -> str:
    return header + "\n".join(
        f"{4 + n % 3:02}/{n:02}/2020 | {row}" for n, row in enumerate(rows, 1)
    )


def _fees(clients: str) -> str:
    names = (f"{it} | Suivi | {'59465837'[n]}00" for n, it in enumerate(clients))
    return _by_month(FEES, *names)


def _days(*numbers: int) -> str:
    return _by_month(DAYS, *(f"Ponant | {it} | 700" for it in numbers))


def _growing(clients: str) -> str:
    return _by_month(FEES, *(f"{it} | Suivi | {100 + 35 * n}" for n, it in enumerate(clients)))


def _of_categories(*names: str) -> str:
    return _by_month(SPENT, *(f"Quai | {it} | {'59465837'[n]}0" for n, it in enumerate(names)))


@pytest.mark.parametrize(
    ("book", "found"),
    [
        (_fees("AABBCCDD"), True),
        (_fees("ABCDABCD"), False),
        (_fees("DDCCBBAA"), True),
        (_fees("AAABBBCC"), False),  # two clients, or three, one after the other
        (_fees("ABCDEFGH"), False),  # names that may be ranks
        (_of_categories(*("Achats", "Loyer", "Poste", "Repas") * 2), False),
        (_of_categories(*sorted(("Achats", "Loyer", "Poste", "Repas") * 2)), True),
        (_days(3, 3, 4, 4, 4, 5, 5, 6, 6, 6), True),
        (_days(6, 6, 5, 5, 5, 4, 4, 3, 3, 3), True),
        (_days(3, 3, 4, 4, 6, 5, 5, 6, 6, 6), False),
        (_days(3, 3, 4, 4, 4, 4, 5, 5, 5, 5), False),
        (_days(2, 3, 4, 6, 7, 8, 9, 11, 12, 14), False),  # a first year that grows
        (_growing("ABCABCABCA"), True),
        (_growing("ABABABABAB"), False),
    ],
)
def test_a_column_sorted_alone_beside_dates_in_order_is_doubted(book: str, *, found: bool) -> None:
    assert _cells(book, "tri-partiel") == ["A2"] * found


@pytest.mark.parametrize(
    ("header", "rates", "found"),
    [
        ("Client | Jours | TJM", "AAAAABBBBB 7667676677", True),
        ("Client | Jours | TJM", "ABABABABAB 7676767676", False),
        ("Client | Jours | TJM", "AAAAABBBBB 7777766666", False),
        ("Client | Jours | TJM", "AABBCCDDEE 7766554488", False),  # one client after the other
        ("Client | Jours | TJM", "AABBCCDDEE 7777777777", True),
        ("Client | Jours | TJM", "ABABCACBBA 4455667777", True),  # sorted alone
        ("Client | Jours | TJM", "AABBCCDDAA 4455667777", False),  # one client has several
        ("Client | Jours | TJM", "ABABCACBBA 4455666666", False),
        ("Client | Jours | TJM", "AAAAABBBBB 7667655455", False),
        ("Client | Mission | Jours | TJM", "AAAAABBBBB 7667676677", False),  # of two missions
    ],
)
def test_prices_that_no_longer_follow_their_clients_tell_a_sort(
    header: str, rates: str, *, found: bool
) -> None:
    clients, prices = rates.split()
    told = "Lot {n} | " if "Mission" in header else ""
    rows = (
        f"{name} | {told.format(n=price)}{2 + (7 * n) % 5} | {price}00"
        for n, (name, price) in enumerate(zip(clients, prices, strict=True))
    )
    book = _by_month(f"# Jours\nDate | {header}\n", *rows)
    assert _cells(book, "tri-partiel") == ["A2"] * found


def test_rates_may_rise_from_year_to_year() -> None:
    rows = (
        f"{name} | {2 + (7 * n) % 5} | {'4455667777'[n]}00" for n, name in enumerate("ABABCACBBA")
    )
    book = _by_month(DAYS, *rows)
    assert _cells(book, "tri-partiel") == ["A2"]
    for month in range(5, 11):
        book = book.replace(f"/{month:02}/2020", f"/{month:02}/2021")
    assert _cells(book, "tri-partiel") == []


def test_lines_of_few_days_may_be_in_any_order() -> None:
    ends = (f"31/0{1 + 2 * (n > 3)}/2020 | {it}" for n, it in enumerate("AABBCCDD"))
    rows = "\n".join(f"{it} | Suivi | 500" for it in ends)
    assert _cells(FEES + rows, "tri-partiel") == []


@pytest.mark.parametrize(
    ("slips", "cells"),
    [
        ({(4, "Fanal"): "Assurance | 88"}, ["A12"]),  # the line below says it too
        ({(4, "Fanal"): "Assurance | 310"}, ["A12"]),
        ({(4, "Rail"): "Déplacements | 61.2"}, []),  # of no usual amount
        ({(8, "Fanal"): "Assurance | 88"}, []),  # a price that changes
        ({(4, "Fanal"): "Assurance | 89"}, []),
    ],
)
def test_a_steady_amount_that_is_the_one_beside_it_is_doubted(
    slips: dict[tuple[int, str], str], cells: list[str]
) -> None:
    tickets = {(month, "Rail"): f"Déplacements | {84 + month}" for month in range(1, 9)}
    tickets |= {(8, "Rail"): "Déplacements | 88"}
    assert _cells(_monthly(SPENT, RENTS, tickets | slips), "d-un-autre") == cells


@pytest.mark.parametrize(
    ("slips", "cells"),
    [
        (dict.fromkeys(range(4, 9), ("840", "720")), ["A8"]),
        (dict.fromkeys(range(4, 9), ("840", "600")), []),  # one client pays more
        (dict.fromkeys(range(4, 9), ("770", "660")), []),
        (dict.fromkeys(range(4, 8), ("840", "720")), []),  # for a while
    ],
)
def test_rates_that_have_all_their_vat_from_a_line_on_are_doubted(
    slips: dict[int, tuple[str, str]], cells: list[str]
) -> None:
    own = {
        (month, name): f"{10 - 5 * rank} | {rate}"
        for month, rates in slips.items()
        for rank, (name, rate) in enumerate(zip(CLIENTS, rates, strict=True))
    }
    assert _cells(_monthly(DAYS, CLIENTS, own), "d-un-autre") == cells


@pytest.mark.parametrize(
    ("amount", "lifetime", "cells"),
    [("22781", "", ["A12"]), ("22781", "5", []), ("9000", "", [])],
)
def test_an_expense_without_measure_with_all_others_is_doubted(
    amount: str, lifetime: str, cells: list[str]
) -> None:
    header = SPENT.replace("HT", "HT | Amortissement (années)")
    rows = [f"{n:02}/03/2020 | F{n} | Divers | {200 + 17 * n} |" for n in range(2, 12)]
    rows.append(f"12/03/2020 | Oriel | Divers | {amount} | {lifetime}")
    assert _cells(header + "\n".join(rows), "montant-eloigne") == cells


@pytest.mark.parametrize(
    ("sheets", "cells"),
    [
        (("1 1 0.5", "2 2 1", "1 1 1"), ["A2"]),
        (("1 1 0.5", "7 7", "1 1 1"), ["A2"]),
        (("1 1 0.5", "2 2 1"), []),  # which of the two?
        (("2 2 1", "2 2 2", "1 1 1"), []),
        (("1 1 0.5", "3 3 1", "1 1 1"), []),
        (("1 1 0.5", "2 1", "1 1 1"), []),
    ],
)
def test_a_sheet_of_half_days_or_hours_beside_others_of_days_is_doubted(
    sheets: tuple[str, ...], cells: list[str]
) -> None:
    months = ("Janvier", "Février", "Mars")
    book = "\n".join(
        DAYS.replace("Jours\n", f"{months[n]} 2020\n", 1)
        + "\n".join(
            f"{4 + 2 * k:02}/0{n + 1}/2020 | A | {it} | 700" for k, it in enumerate(its.split())
        )
        for n, its in enumerate(sheets)
    )
    assert _cells(book, "heures-en-jours") == cells


@pytest.mark.parametrize(
    ("dates", "cells"),
    [
        ("05/01 05/02 05/11 05/03 05/04 05/05 05/06", ["A4"]),
        ("05/01 05/02 05/04 05/03 05/04 05/05 05/06", []),  # near
        ("05/01 05/02 05/06 05/03 05/07 05/08 05/09", []),  # a line forgotten, added below
        ("05/01 05/02 05/03 05/04 05/05 15/01 05/06", []),
        ("05/01 05/02 05/11 05/03 05/04 15/02 05/06", []),  # in no order
        ("05/01 05/06 05/11 05/03 05/04 05/05 05/07", []),
        ("05/06 05/05 05/04 05/11 05/03 05/02 05/01", ["A5"]),
    ],
)
def test_a_date_that_had_not_come_yet_is_doubted(dates: str, cells: list[str]) -> None:
    rows = "\n".join(
        f"{day}/2020 | Ponant | Lot {n} | {300 + 7 * n}" for n, day in enumerate(dates.split())
    )
    assert _cells(FEES + rows, "dates-deplacees") == cells


@pytest.mark.parametrize(
    ("dates", "cells"),
    [
        ("05/01 05/02 05/03 05/04 05/05 05/06 05/07 10/07+1 20/07+1", ["A9", "A10"]),
        ("05/01 05/02+1 05/03+1 05/04+1 05/05+1", ["A2"]),
        (
            "31/01 31/01+1 28/02+1 31/03+1 30/04+1 31/05+1 30/06+1 31/07+1 30/09+1",
            ["A2"],
        ),  # no August
        ("05/01 05/04+1 05/05+1 05/06+1 05/07+1", []),
        ("05/01 05/02 05/03 05/04 05/05 05/06 05/07 10/10+1 20/10+1", []),  # a year and more
        ("05/01 05/02 05/03 05/04 05/05 05/06 05/07 10/03+1 20/03+1", []),
        ("05/01 05/02 05/07 05/08 05/09 05/10 05/11 10/11+1 20/11+1", []),  # of few lines a year
        ("05/01 05/02 05/03 05/04 10/04+1 20/04+1 30/04+1", []),  # work was taken up again
        (" ".join(f"{n:02}/0{3 + n // 19}{'+1' * (n > 18)}" for n in range(1, 24)), []),  # of five
    ],
)
def test_lines_a_year_away_from_the_others_are_doubted(dates: str, cells: list[str]) -> None:
    rows = [
        f"{day[:5]}/{2021 if '+' in day else 2020} | Ponant | Lot {n} | {300 + 7 * n}"
        for n, day in enumerate(dates.split())
    ]
    assert _cells(FEES + "\n".join(rows), "autre-annee") == cells
    newest_first = _cells(FEES + "\n".join(rows[::-1]), "autre-annee")
    assert sorted(newest_first) == sorted(f"A{len(rows) + 3 - int(it[1:])}" for it in cells)


@pytest.mark.parametrize(
    ("dates", "cells"),
    [
        ("05/01 05/02 05/03 05/04 05/05+1 05/06", ["A6"]),  # not the last one, in its year
        ("05/01 05/02 05/03 05/04+1 05/05+1 05/06", ["A5", "A6"]),
        ("05/01 05/02-1 05/03 05/04 05/05 05/06", ["A3"]),
        ("05/11 05/12 05/01 05/02+1 05/03+1 05/04+1", ["A4"]),
        ("05/01 05/05+1 05/06", ["A3"]),
        ("05/10 05/11 08/12+1 06/01+1 14/12+1", ["A4"]),  # the other way, it is in no order
        ("05/01 05/02 05/03 31/12+1 29/01+1 26/02+1 31/03+1", ["A5"]),
        ("05/01 05/02 05/03", []),
        ("05/12 05/01+1 15/12", []),  # forgotten, added below
        ("05/01+1 20/12 05/02+1", []),
    ],
)
def test_a_line_of_another_year_is_told_from_the_ones_beside_it(
    dates: str, cells: list[str]
) -> None:
    years = {"+1": 2021, "-1": 2019}
    rows = "\n".join(
        f"{day[:5]}/{years.get(day[5:], 2020)} | Ponant | Lot {n} | {300 + 7 * n}"
        for n, day in enumerate(dates.split())
    )
    assert _cells(FEES + rows, "autre-annee") == cells
    assert _cells(FEES + rows, "dates-deplacees") == []


@pytest.mark.parametrize(
    ("dates", "cells"),
    [
        ("05/01+1 05/02+1 05/03 05/04 05/05 05/06 05/07 05/08+1 05/09+1", ["A4"]),  # half of them
        ("05/01 05/02-1 05/03-1 05/04-1 05/05-1 05/06", ["A3"]),
        ("05/01 05/02-1 05/03+1 05/04+1 05/05", ["A3"]),  # of several
        ("05/01 04/01+1 05/02+1 06/03+1 05/04+1 05/06", ["A3"]),  # 1904 is one day off
        ("05/01 09/01 03/01+1 05/02 04/02 06/03", ["A4"]),  # in the order of months
        ("05/02 03/01+1 05/02+1 06/03+1 05/04+1 05/06", []),
        ("05/01 05/02-1 05/03-1 05/04-1 05/05-1 05/06 05/05 05/07 05/06", []),  # in no order
        ("05/01+1 05/02+1 05/03+1 05/04 05/05 05/06 05/07", ["A5"]),  # of last year, below
        ("05/01+1 05/02+1 05/03+1 05/07 05/08 05/09 05/10", []),  # that they do not follow
        ("05/01+1 05/02+1 05/03+1 05/02 05/05 05/06 05/07", []),
    ],
)
def test_lines_of_other_years_between_two_of_one_are_told_by_their_order(
    dates: str, cells: list[str]
) -> None:
    years = {"+1": 2021, "-1": 2019}
    rows = "\n".join(
        f"{day[:5]}/{years.get(day[5:], 2020)} | Ponant | Lot {n} | {300 + 7 * n * n}"
        for n, day in enumerate(dates.split())
    )
    assert _cells(FEES + rows, "autre-annee") == cells


@pytest.mark.parametrize(
    ("fee", "found"),
    [
        ("05/03/2020 | Quai | | 310", ["A3"]),
        ("05/03/2020 | Quai | | 305", ["A3"]),
        ("05/03/2020 | Quai | Audit | 1200", []),
        ("05/03/2020 | Quai | Salle | 1200", ["A3"]),  # what is paid to them
        ("05/03/2020 | Quai | | 310\n06/04/2020 | Quai | | 300", []),  # a client, for good
        ("05/03/2020 | Brume | | 310", []),
    ],
)
def test_a_sale_to_a_supplier_at_its_price_is_doubted(fee: str, found: list[str]) -> None:
    spent = (
        SPENT.replace("Catégorie", "Libellé")
        + "02/01/2020 | Quai | Salle | 300\n02/02/2020 | Quai | Salle | 320"
    )
    book = f"{FEES}05/01/2020 | Ponant | Audit | 900\n{fee}\n{spent}"
    assert _cells(book, "mouvement-possible") == found


@pytest.mark.parametrize(
    ("expense", "found"),
    [
        ("05/05/2020 | Ponant | Audit | 800", ["A5"]),
        ("05/05/2020 | Ponant | Commission | 80", []),
        ("05/05/2020 | Alizé | Audit | 800", ["A5"]),  # sold once, bought once
        ("05/05/2020 | Rail | Audit | 80", []),
        ("05/05/2020 | Forge | Audit | 80", []),  # no client
        ("05/05/2020 | Ponant | Reprise | 80", ["A5"]),  # sold to another
        ("05/05/2020 | Ponant | Reprise | 80\n06/05/2020 | Forge | Reprise | 85", []),
        ("05/05/2020 | Ponant | Audit | 80\n06/05/2020 | Ponant | Audit | 85", []),
        ("05/05/2020 | Ponant | | 800", []),
    ],
)
def test_an_expense_of_a_client_for_what_is_sold_to_them_is_doubted(
    expense: str, found: list[str]
) -> None:
    sold = "05/01/2020 | {} | Audit | 900\n05/02/2020 | Ponant | Audit | 700\n"
    spent = SPENT.replace("Catégorie", "Libellé") + "02/01/2020 | Quai | Loyer | 300\n"
    spent += "02/02/2020 | Quai | Loyer | 320\n02/03/2020 | Rail | Train | 33\n"
    book = f"{FEES}{sold.format('Ponant')}06/03/2020 | Alizé | Audit | 650\n"
    book += f"07/03/2020 | Alizé | Reprise | 650\n{spent}{expense}"
    assert _cells(book, "mouvement-possible") == found


@pytest.mark.parametrize(
    ("dates", "cells"),
    [
        ("2020 05/03 05/06 2021 05/02 05/07", ["A5"]),  # not brought up to date
        ("2020 05/03 05/06 2021 05/02+1 05/07+1", []),
        ("2021 05/09 05/02+1 2022 05/09+1 05/11+1", []),  # of a year that ends in June
        ("2021 05/02+1 05/07+1 2020 05/03 05/06", []),
        ("2021 05/03 05/06", []),
        ("2022 05/03 05/06", ["A2"]),
    ],
)
def test_a_year_above_lines_of_the_year_before_is_doubted(dates: str, cells: list[str]) -> None:
    rows = "\n".join(
        f"{it} | | |"
        if it.isdecimal()
        else f"{it[:5]}/{2021 if '+' in it else 2020} | Ponant | Lot {n} | {300 + 7 * n}"
        for n, it in enumerate(dates.split())
    )
    assert _cells(FEES + rows, "autre-annee") == cells


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("Ponant | 3 | 4 | 5 | 6", "Alizé | 3 | 4 | 5 | 6"), ["B3"]),
        (("Ponant | 3 | 4 | 5 | 6", "Alizé | 3 | 4 | 5 | 7"), []),
        (("Ponant | 3 | 4 | 5 | 4", "Alizé | 3 | 4 | 5 | 4"), ["B3"]),
        (("Ponant | 3 | 3 | 3 | 4", "Alizé | 3 | 3 | 3 | 4"), []),  # one contract for each
        (("Ponant | 3 | 4 | 5 |", "Alizé | 3 | 4 | 5 |"), []),
        (("Ponant | 3 | 4 | 5 | 6", "Alizé | 4 | 5 | 6 | 3"), []),
    ],
)
def test_a_row_of_the_numbers_of_another_is_doubted(
    rows: tuple[str, ...], found: list[str]
) -> None:
    header = "# CA HT 2020\nClient | Janvier | Février | Mars | Avril\n"
    book = header + "\n".join(rows).replace(" |", "00 |").replace("t00", "t").replace("é00", "é")
    assert _cells(book, "doublon") == found


@pytest.mark.parametrize(
    ("amounts", "cells"),
    [
        ((20, 35, 27, 16, 30, 3000), ["A7"]),
        ((20, 35, 27, 16, 30, 0.5), ["A7"]),
        ((20, 35, 27, 16, 30, 600), []),
        ((20, 35, 27, 16, 30, 2), []),
    ],
)
def test_an_amount_without_measure_with_those_of_its_name_is_doubted(
    amounts: tuple[float, ...], cells: list[str]
) -> None:
    rows = "\n".join(f"05/0{n}/2020 | Oriel | Achats | {it}" for n, it in enumerate(amounts, 1))
    assert _cells(SPENT + rows, "montant-eloigne") == cells


@pytest.mark.parametrize(("most", "cells"), [("1750", ["A7"]), ("1749", [])])
def test_a_comma_lost_is_told_from_all_that_one_supplier_sells(most: str, cells: list[str]) -> None:
    rows = "\n".join(
        f"05/0{n}/2020 | Rail | Trajet {'ABCDEF'[n]} | {it}"
        for n, it in enumerate((20, 35, 27, 16, 30, most))
    ).replace("05/00", "05/12")
    others = "".join(f"\n1{n}/03/2020 | Quai | Loyer | {400 + n}" for n in range(5))
    spent = SPENT.replace("Catégorie", "Libellé")
    assert _cells(spent + rows + others, "montant-eloigne") == cells


@pytest.mark.parametrize(("others", "told"), [(1, 1), (2, 0)])
def test_a_price_that_one_line_in_four_does_not_bear_is_not_the_usual_one(
    others: int, told: int
) -> None:
    prices = [650, 650, *([700] * others), 650, 650]
    rows = [f"{n + 1:02}/0{n + 1}/2020 | Alizé | {5 + n} | {it}" for n, it in enumerate(prices)]
    rows += [f"{n + 20}/0{n + 1}/2020 | Ponant | {6 + n} | 700" for n in range(6)]
    found = outcome_of(sheets(DAYS + "\n".join(rows))).doubts
    assert sum(what.startswith("d-un-autre") for what, _ in found) == told


@pytest.mark.parametrize(("shared", "told"), [(("700", "650"), 1), (("700",), 0)])
def test_two_names_in_order_are_a_sort_where_they_share_several_rates(
    shared: tuple[str, ...], told: int
) -> None:
    own = {"Alizé": [*shared, "610"], "Ponant": [*shared, "620"]}
    rows = [
        f"{n + 1:02}/{n + 1:02}/2020 | {name} | {5 + n % 3} | {own[name][n % len(own[name])]}"
        for n, name in enumerate(["Alizé"] * 5 + ["Ponant"] * 5)
    ]
    found = outcome_of(sheets(DAYS + "\n".join(rows))).doubts
    assert sum(what.startswith("tri-partiel") for what, _ in found) == told


@pytest.mark.parametrize(
    ("day", "count", "cells"),
    [
        ("02/01/2020", 12, ["A3"]),
        ("02/01/2020", 11, []),
        ("31/01/2020", 12, []),  # the month, or the year, that the lines are of
        ("01/01/2020", 12, []),
    ],
)
def test_one_date_on_every_line_of_a_sheet_was_drawn_down(
    day: str, count: int, cells: list[str]
) -> None:
    rows = "\n".join(f"{day} | Rail | Déplacements | {20 + 7 * n}.4" for n in range(count))
    assert _cells(SPENT + rows, "dates-deplacees") == cells


def _daily(count: int, slips: dict[int, str], years: tuple[int, ...] = (2020,)) -> str:
    """Return days of two clients by turns, at prices that change with the year, but for some."""
    rows = (
        f"{1 + n % 28:02}/{1 + 2 * (n // 28):02}/{year} | {'Ponant' if n % 2 else 'Alizé'} | 1 | "
        f"{(slips.get(n) if year == years[-1] else None) or (700 if n % 2 else 600) + year - 2020}"
        for year in years
        for n in range(count)
    )
    return DAYS + "\n".join(rows)


@pytest.mark.parametrize(
    ("slips", "cells"),
    [
        ({21: "711"}, ["A23"]),
        ({21: "350"}, ["A23"]),
        ({19: "711"}, []),  # nine before
        ({21: "711", 23: "711"}, []),  # a price that stands here and there
        ({}, []),
    ],
)
def test_a_price_of_one_line_among_many_is_doubted(slips: dict[int, str], cells: list[str]) -> None:
    assert _cells(_daily(42, slips), "d-un-autre") == cells


@pytest.mark.parametrize("slip", ["601", "107", "170", "841.2"])
def test_a_price_is_the_usual_one_of_its_year(slip: str) -> None:
    """Another client's, its digits turned, its VAT: whatever the years before were paid."""
    years = (2018, 2019, 2021)
    assert _cells(_daily(12, {5: slip}, years), "d-un-autre") == ["A31"]
    assert _cells(_daily(12, {}, years), "d-un-autre") == []


@pytest.mark.parametrize(("names", "cells"), [("ABC", []), ("ABCD", ["A2"])])
def test_names_in_order_are_a_sort_where_they_give_way_three_times(
    names: str, cells: list[str]
) -> None:
    rows = "\n".join(
        f"{2 + n:02}/{1 + n // 2:02}/2020 | {name} et fils | Fournitures | {40 + 17 * n % 90}.5"
        for n, name in enumerate(sorted(names * 3))
    )
    assert _cells(SPENT + rows, "tri-partiel") == cells


@pytest.mark.parametrize(("year", "cells"), [(2016, ["A2", "A2"]), (2017, []), (2020, [])])
def test_all_sales_and_all_expenses_of_years_far_apart_are_doubted(
    year: int, cells: list[str]
) -> None:
    """The first line of each: which of the two is wrong, only their owner knows."""
    spent = "\n".join(
        f"05/{month:02}/{year} | Rail | Déplacements | {20 + 7 * month}.4" for month in range(1, 7)
    )
    assert _cells(f"{_days(3, 5, 4, 6, 2, 8)}\n{SPENT}{spent}", "annee-isolee") == cells


@pytest.mark.parametrize(("most", "cells"), [("245000", ["A5"]), ("244999", []), ("", [])])
def test_a_sale_without_measure_with_all_others_is_doubted(most: str, cells: list[str]) -> None:
    names = ["Ponant", "Alizé", "Forge", "Oriel"]
    amounts = (1200, 2450, 980, most or "900")
    rows = "\n".join(
        f"05/0{n}/2020 | {name} | {name} | {amount}"
        for n, (name, amount) in enumerate(zip(names, amounts, strict=True), start=1)
    )
    header = "# Forfaits\nDate | Client | Prestation | Montant HT\n"
    assert _cells(header + rows, "montant-eloigne") == cells
    two_others = header + rows.partition("\n")[2]
    assert _cells(two_others, "montant-eloigne") == [f"A{int(it[1:]) - 1}" for it in cells]


@pytest.mark.parametrize(
    ("clients", "cells"),
    [
        (("Ponant", "Iode", "Mutuelle"), ["A4"]),
        (("Ponant", "Loyer bureau", "Loyer bureau", "Iode", "Téléphone"), ["A3", "A6"]),
        (("Ponant", "Iode", "Formation"), []),  # what a consultant sells
        (("Ponant", "Iode", "SNCF"), []),  # a company
        (("Ponant", "Iode", "Mutuelle du Port"), []),
        (("Ponant", "Presse", "Logement"), []),  # sales told by what they are about
    ],
)
def test_a_client_who_is_called_as_an_expense_is_doubted(
    clients: tuple[str, ...], cells: list[str]
) -> None:
    rows = (f"1{n}/02/2020 | {name} | Appui {n} | {700 + 40 * n}" for n, name in enumerate(clients))
    assert _cells(FEES + "\n".join(rows), "mouvement-possible") == cells


NOTES = "# Notes de frais\nDate | Libellé | TTC | Taux TVA\n"


@pytest.mark.parametrize(
    ("slips", "cells"),
    [
        ({}, []),
        ({(4, "Regus"): "60 | 0"}, ["A11"]),  # that of another thing, nobody being told
        ({(4, "Regus"): "40 | 0.2"}, ["A11"]),  # a digit less, with its VAT
        ({(4, "Regus"): "420 | 0.2"}, ["A11"]),
        ({(4, "Regus"): "240 | 0"}, ["A11"]),  # the rate of another line
        ({(4, "Péage"): "60 | 0.2"}, ["A12"]),
        ({(4, "Regus"): "250 | 0.2"}, []),
        ({(4, "Télécom"): "32.99 | 0.2"}, []),  # two prices, each with its cents
        ({(8, "Regus"): "240 | 0"}, []),  # a rate that changes
    ],
)
def test_the_usual_amount_is_looked_for_with_its_vat_and_of_what_is_bought(
    slips: dict[tuple[int, str], str], cells: list[str]
) -> None:
    names = {"Regus": "240 | 0.2", "Péage": "60 | 0", "Télécom": "23.99 | 0.2"}
    assert _cells(_monthly(NOTES, names, slips), "d-un-autre") == cells


def test_what_has_no_supplier_is_looked_up_by_its_label() -> None:
    names = {"Regus": "240", "Péage": "60"}
    lines = [
        expense(f"2020-{month:02}-03", "60" if month == 4 else own, "Frais", label=label)
        for label, own in names.items()
        for month in range(1, 9)
    ]
    doubts = doubtful((), activity(*lines), parse(""), date(2021, 1, 1))
    (found,) = [it for it in doubts if it.code == "d-un-autre"]
    assert "« Péage »" in str(found.what).replace("\u00a0", " ")
    assert found.fix == "vérifier le libellé et le montant"


SOLD = [fee("2020-03-05", "900", "Alizé", service="Site"), fee("2020-03-06", "80", "Rail")]
BOUGHT = expense("2020-04-05", "90", supplier="Forge", label="Site")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ([BOUGHT, fee("2020-05-05", "700", "Site")], ["Site"]),
        ([BOUGHT, expense("2020-05-05", "700", supplier="Site")], ["Site"]),
        ([fee("2020-05-05", "700", "Site")], []),  # one alone is about it
        ([BOUGHT, fee("2020-05-05", "700", "Site"), fee("2020-05-06", "70", "Site")], []),
        ([BOUGHT, fee("2020-05-05", "700", "Site", service="Audit")], []),
        ([BOUGHT, fee("2020-05-05", "700", "")], []),
    ],
)
def test_what_others_are_about_in_the_place_of_a_name_is_doubted(
    more: list[Fee | Expense], told: list[str]
) -> None:
    assert [it.about for it in cut(activity(*SOLD, *more))] == told
