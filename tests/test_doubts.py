"""The rules of doubt: what each one says, and what it must leave in peace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.doubts import DOUBTS, doubtful, in_order, many_points, points
from reporter.errors import Doubt, Place, Words
from reporter.model import Day, Expense, Fee
from reporter.sources.texts import Text
from reporter.toml.reading import parse
from tests.builders import activity, day, expense, fee

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2020, 12, 31)
SUPPLIES = expense("2019-01-02", "30", label="Papier")
RENT = expense("2020-01-02", "300", label="Loyer")


def keys(*lines: Day | Fee | Expense, settings: str = "") -> list[str]:
    """Return the keys of the doubts about lines, the year having an expense."""
    found = doubtful((), activity(*lines, RENT), parse(settings), TODAY)
    return [doubt.key for doubt in found]


def test_ordinary_lines_raise_no_doubt() -> None:
    lines = [day(f"2020-{month:02}-28", "18", "700", invoice=f"F-{month}") for month in range(1, 9)]
    assert keys(*lines, fee("2020-05-05", "1000", invoice="F-9")) == []


def test_every_repeat_of_a_line_is_a_duplicate() -> None:
    line = day("2020-03-31", "10", "700")
    assert keys(line, line) == ["doublon 31/03/2020"]
    line = day("2020-03-31", "5", "700")
    assert keys(line, line, line) == ["doublon 31/03/2020"] * 2


def test_a_person_is_one_however_the_name_is_written() -> None:
    one, other = (
        day("2020-04-06", "1", "700", worker="Zoé"),
        day("2020-04-06", "1", "710", worker="ZOE"),
    )
    assert "jour-double 06/04/2020" in keys(one, other)
    one, other = (
        day("2020-04-30", "15", "700", worker="Zoé"),
        day("2020-04-29", "10", "710", worker="ZOE"),
    )
    assert "mois-plein 30/04/2020" in keys(one, other)


def test_a_duplicate_says_where_the_other_is_when_it_is_far() -> None:
    line = day("2020-03-31", "10", "700")
    elsewhere = replace(line, place=Place("data/autre.xlsx", "Jours", row=7, column=1))
    (doubt,) = doubtful((), activity(line, elsewhere, RENT), parse(""), TODAY)
    assert doubt.place.file == "data/autre.xlsx"
    assert "data/essai.xlsx, feuille" in str(doubt.shown)


@pytest.mark.parametrize(
    "other",
    [
        day("2020-03-31", "10", "700", comment="suite"),
        day("2020-03-31", "10", "700", client="Client Z"),
        day("2020-04-30", "10", "700"),
    ],
)
def test_lines_that_differ_in_anything_are_no_duplicates(other: Day) -> None:
    assert keys(day("2020-03-31", "10", "700"), other) == []


@pytest.mark.parametrize(("days", "doubt"), [("0.5", True), ("0.25", True), ("0.2", False)])
def test_a_date_holds_one_day_and_less_than_a_quarter(days: str, doubt: bool) -> None:
    lines = (day("2020-04-06", "1", "700"), day("2020-04-06", days, "700", client="Autre"))
    assert keys(*lines) == ["jour-double 06/04/2020"] * doubt


def test_two_people_may_work_on_one_date() -> None:
    assert keys(day("2020-04-06", "1", "700", worker="A"), day("2020-04-06", "1", "700")) == []


def test_ten_days_among_single_ones_are_a_slip() -> None:
    lines = [day(f"2020-04-{number:02}", "1", "700") for number in (6, 7, 8)]
    assert keys(*lines, day("2020-04-09", "10", "700")) == ["jour-double 09/04/2020"]


@pytest.mark.parametrize(
    ("when", "days", "found"),
    [
        ("2020-04-05", "1", ["dimanche 05/04/2020"]),
        ("2020-05-31", "18", []),  # an invoice at the end of a month
        ("2020-05-01", "0.5", ["jour-ferie 01/05/2020"]),
        ("2020-05-01", "12", []),
        ("2020-11-01", "1", ["dimanche 01/11/2020"]),  # All Saints' too, a Sunday first of all
        ("2020-04-04", "1", []),  # a Saturday
    ],
)
def test_sundays_and_holidays_count_where_days_are_kept_one_by_one(
    when: str, days: str, found: list[str]
) -> None:
    assert keys(day(when, days, "700")) == found


def test_alsace_moselle_has_its_own_holidays() -> None:
    line = day("2020-04-10", "1", "700")
    assert keys(line) == []
    assert keys(line, settings="[societe]\nalsace_moselle = true") == ["jour-ferie 10/04/2020"]


def rated(*rates: str, client: str = "Client A") -> list[Day]:
    return [
        day(f"2020-{month:02}-15", "10", rate, client=client) for month, rate in enumerate(rates, 1)
    ]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"invoice": "F-1"}, {"invoice": ""}, True),
        ({"invoice": ""}, {"invoice": "F-1"}, True),
        ({"invoice": "F-1"}, {"invoice": "F-2"}, True),  # several days cannot be twice of one date
        ({"invoice": "F-1", "days": Decimal(1)}, {"invoice": "F-2", "days": Decimal(1)}, False),
        ({"invoice": "F-1", "mission": "Audit"}, {"invoice": "F-2"}, False),
        ({"paid": date(2020, 3, 1)}, {"paid": None}, True),
        ({"paid": date(2020, 3, 1)}, {"paid": date(2020, 4, 1)}, False),
        ({"comment": "Lot 1"}, {"comment": ""}, False),
    ],
)
def test_a_twin_may_leave_out_its_number_or_its_payment(
    one: dict[str, Any], other: dict[str, Any], *, found: bool
) -> None:
    line, *_ = rated("700")
    said = keys(replace(line, **one), replace(line, **other))
    assert any(it.startswith("doublon") for it in said) is found


@pytest.mark.parametrize(
    ("client", "found"), [("Client A SAS", True), ("CLIENT A", True), ("Client A Nord", False)]
)
def test_a_legal_form_does_not_hide_a_twin(client: str, *, found: bool) -> None:
    one, *_ = rated("700")
    assert any(it.startswith("doublon") for it in keys(one, replace(one, client=client))) is found


@pytest.mark.parametrize(
    ("rates", "found"),
    [
        (("700", "700", "70"), ["tarif-eloigne 15/03/2020"]),
        (("700", "720", "2900"), ["tarif-eloigne 15/03/2020"]),
        (("700", "700", "900"), []),  # 29 % more
        (("700", "700", "920"), ["tarif-eloigne 15/03/2020"]),
        (("700", "70"), ["tarif-etrange 15/02/2020"]),  # nobody works for so little
        (("700", "350"), []),  # nothing tells which is wrong
        (("700",) * 4 + ("450",) * 3, []),  # two rates, both usual
    ],
)
def test_a_rate_is_compared_with_the_client_s_others(
    rates: tuple[str, ...], found: list[str]
) -> None:
    assert keys(*rated(*rates)) == found


def test_another_client_s_rates_say_nothing() -> None:
    assert keys(*rated("700", "700"), *rated("300", client="Client Z")) == []


def test_a_rate_that_is_not_written_is_the_amount_over_the_days() -> None:
    first, second, third = rated("700", "700", "70")
    assert keys(first, second, replace(third, rate=None)) == ["tarif-eloigne 15/03/2020"]


def test_one_invoice_number_for_two_clients() -> None:
    lines = (
        day("2020-03-31", "10", "700", invoice="F-1"),
        fee("2020-04-30", "500", client="Client Z", invoice="F-1"),
    )
    assert keys(*lines) == ["facture-deux-clients F-1"]
    assert keys(replace(lines[0], client="Client Z"), lines[1]) == []
    again = replace(lines[1], date=date(2020, 5, 31))
    assert keys(*lines, again) == ["facture-deux-clients F-1", "facture-repetee F-1"]
    assert keys(replace(lines[0], date=date(2019, 3, 29)), lines[1], SUPPLIES) == []


@pytest.mark.parametrize(
    ("when", "amount", "client", "doubt"),
    [
        ("2020-03-31", "1400", "Client A", True),
        ("2020-04-02", "1400", "Client A", True),
        ("2020-05-31", "1400", "Client A", True),
        ("2020-06-02", "1400", "Client A", False),
        ("2020-03-31", "1400.01", "Client A", False),
        ("2020-03-31", "1400", "Client Z", False),
        ("2020-06-30", "700", "Client A", False),
    ],
)
def test_a_fee_of_the_amount_of_a_month_of_days(
    when: str, amount: str, client: str, doubt: bool
) -> None:
    """It may be the invoice of those days, which count already."""
    days = [day("2020-03-30", "1", "700"), day("2020-03-31", "1", "700")]
    alone = day("2020-06-02", "1", "700")
    found = [key for key in keys(*days, alone, fee(when, amount, client)) if "facture" in key]
    assert len(found) == doubt


def invoiced(*numbers: str, year: int = 2020) -> list[Day]:
    return [
        day(f"{year}-{month:02}-15", "10", "700", invoice=number)
        for month, number in enumerate(numbers, 1)
    ]


@pytest.mark.parametrize(
    ("when", "client", "amount", "found"),
    [
        ("2020-03-31", "Client A", "350", True),
        ("2020-03-30", "Client A", "350", False),
        ("2020-03-31", "Client B", "350", False),
        ("2020-03-31", "Client A", "351", False),
    ],
)
def test_a_fee_of_the_day_and_the_amount_of_one_line_of_days_is_doubted(
    when: str, client: str, amount: str, *, found: bool
) -> None:
    lines = (day("2020-03-31", "0.5", "700"), day("2020-03-02", "1", "700"))
    said = keys(*lines, fee(when, amount, client=client))
    assert any(it.startswith("facture-de-jours") for it in said) is found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("F-1", "F-2", "F-4"), ["factures-trou F-3"]),
        (("F-08", "F-10", "F-11"), ["factures-trou F-09"]),
        (("1", "2", "5", "6"), ["factures-trou 3"]),
        (("F-1", "F-3", "F-2"), []),
        (("20200115", "20200215", "20200315"), []),
        (("F-1", "F-40"), []),
        (("F-1", "F-3"), ["factures-trou F-2"]),
        (("F-1", "F-4"), []),  # as many missing as present
        (("", "", "n. c."), []),
        (("2019-12", "2020-1", "2020-2"), []),
    ],
)
def test_numbers_that_follow_one_another_have_no_gap(
    numbers: tuple[str, ...], found: list[str]
) -> None:
    assert keys(*invoiced(*numbers)) == found


@pytest.mark.parametrize(
    ("numbers", "year", "found"),
    [
        (("F2020-003", "F2020-004"), 2020, ["factures-trou F2020-001"]),
        (("F2020-001", "F2020-002"), 2020, []),
        (("F2020-009", "F2020-010"), 2020, ["factures-trou F2020-001"]),
        (("F2020-010", "F2020-011"), 2020, []),
        (("F-003", "F-004"), 2020, []),
        (("F2019-003", "F2019-004"), 2020, []),
    ],
)
def test_the_numbers_of_a_year_begin_with_one(
    numbers: tuple[str, ...], year: int, found: list[str]
) -> None:
    assert keys(*invoiced(*numbers, year=year)) == found


def test_books_that_begin_within_a_year_lack_no_number_but_after_another_year() -> None:
    later = [replace(line, date=line.date.replace(month=6 + n)) for n, line in
             enumerate(invoiced("F2020-003", "F2020-004"))]  # fmt: skip
    assert keys(*later) == []
    before = invoiced("F2019-001", "F2019-002", year=2019)
    assert keys(SUPPLIES, *before, *later) == ["factures-trou F2020-001"]


@pytest.mark.parametrize(
    ("months", "settings", "found"),
    [
        ((1, 2, 9, 4, 5), "", ["annee-du-numero F-3"]),
        ((3, 4, 1, 5, 6), "", ["annee-du-numero F-3"]),
        ((3, 4, 5, 6, 1), "", ["annee-du-numero F-5"]),
        ((1, 2, 3, 4, 5), "", []),
        ((3, 4, 1, 5, 6), '[societe]\nbase = "encaissement"', []),
    ],
)
def test_invoices_are_dated_in_the_order_of_their_numbers(
    months: tuple[int, ...], settings: str, found: list[str]
) -> None:
    fees = [
        fee(f"2020-{month:02}-15", f"{300 + rank}", invoice=f"F-{rank}")
        for rank, month in enumerate(months, 1)
    ]
    said = keys(*fees, settings=settings)
    assert [it for it in said if it.startswith("annee-du-numero")] == found


def test_numbers_of_several_years_all_as_far_from_their_dates_tell_a_wrong_calendar() -> None:
    lines = [*invoiced("F-2024-001", "F-2024-002"), *invoiced("F-2025-001", year=2021)]
    found = [it for it in keys(*lines) if it.startswith("annee-du-numero")]
    assert found == [f"annee-du-numero F-{it}" for it in ("2024-001", "2024-002", "2025-001")]


@pytest.mark.parametrize(("year", "count"), [(2024, 5), (2016, 5), (2023, 0), (2025, 0), (2019, 5)])
def test_those_of_one_year_tell_it_by_its_four_years(year: int, count: int) -> None:
    lines = invoiced(*(f"F-{year}-00{rank}" for rank in range(1, 6)))
    assert sum(it.startswith("annee-du-numero") for it in keys(*lines)) == count


def test_a_long_gap_is_not_spelled_out() -> None:
    ranks = [*range(1, 10), *range(16, 20)]
    lines = _many([f"F-{rank:02}" for rank in ranks])
    found = doubtful((), activity(*lines, RENT), parse(""), TODAY)
    (gap,) = [doubt for doubt in found if doubt.code == "factures-trou"]
    assert gap.shown == "6 numéros, de F-10 à F-15, entre F-09 et F-16"


def test_numbers_may_start_again_each_year() -> None:
    lines = [*invoiced("1", "2", "3"), *invoiced("5", "6", "7", year=2019)]
    assert keys(*lines, SUPPLIES) == []


def test_a_number_of_another_year_is_not_missing() -> None:
    lines = [*invoiced("1", "2", "4"), *invoiced("3", "5", year=2019)]
    assert keys(*lines, SUPPLIES) == []


@given(st.sets(st.integers(1, 60), min_size=2))
def test_the_gaps_are_what_is_missing_between_the_first_and_the_last(ranks: set[int]) -> None:
    numbers = [f"F-{rank:03}" for rank in sorted(ranks)]
    found = doubtful((), activity(*_many(numbers)), parse(""), TODAY)
    named = [doubt for doubt in found if doubt.code == "factures-trou"]
    holes = sum(after - before > 1 for before, after in pairwise(sorted(ranks)))
    dense = min(ranks) < 10 or max(ranks) - min(ranks) + 1 < 2 * len(ranks)
    assert len(named) == (holes if dense else 0)


def _many(numbers: list[str]) -> list[Day]:
    return [day("2020-03-31", "10", "700", invoice=number) for number in numbers]


def test_the_future_starts_a_month_after_today() -> None:
    ignored = "[verifications]\nignorer = ['exercice-sans-depense']"
    assert keys(day("2021-01-31", "10", "700"), settings=ignored) == []
    assert keys(day("2021-02-01", "10", "700"), settings=ignored) == ["futur 01/02/2021"]


def test_a_line_from_before_the_company() -> None:
    settings = "[societe]\ncreation = 2020-01-02"
    assert keys(day("2020-01-02", "1", "700"), settings=settings) == []
    assert keys(fee("2020-01-01", "70"), settings=settings) == ["avant-creation 01/01/2020"]


@pytest.mark.parametrize(
    ("years", "doubt"),
    [
        ("20", False),
        ("21", True),
        ("36", True),
        ("12", True),
        ("0.5", True),
        ("1", False),
        ("10", False),
    ],
)
def test_a_lifetime_is_in_years(years: str, doubt: bool) -> None:
    line = expense("2020-03-02", "1500", lifetime=Decimal(years))
    assert keys(line) == ["amortissement-long 02/03/2020"] * doubt


def test_each_year_with_revenue_has_expenses() -> None:
    lines = (
        day("2019-03-29", "1", "700"),
        day("2020-03-31", "1", "700"),
        expense("2018-03-31", "9"),
    )
    assert keys(*lines) == ["exercice-sans-depense 2019"]


@pytest.mark.parametrize(("months", "found"), [(6, ["exercice-sans-vente 2020"]), (5, [])])
def test_a_year_that_spends_for_months_sells_something(months: int, found: list[str]) -> None:
    spent = [expense(f"2020-{month:02}-02", f"{90 + month}") for month in range(1, months + 1)]
    assert keys(day("2019-03-29", "1", "700"), expense("2019-03-31", "95"), *spent) == found


@pytest.mark.parametrize(
    ("months", "more", "booked", "found"),
    [
        (3, [], (), ["exercice-omis 2019"]),
        (2, [], (), []),  # too few to be years of activity
        (3, [], (2019,), []),  # entries tell it
        (3, [expense("2019-02-03", "95")], (), []),  # it has a line
        (3, [fee("2018-05-02", "90000")], (), ["exercice-omis 2019"]),  # most of it sold at once
    ],
)
def test_a_year_without_a_line_is_between_two_of_months_of_sales(
    months: int, more: list[Expense | Fee], booked: tuple[int, ...], found: list[str]
) -> None:
    sold = [
        day(f"{year}-0{n}-04", "9", "700") for year in (2018, 2020) for n in range(1, months + 1)
    ]
    told = doubtful((), activity(*sold, *more), parse(""), TODAY, booked=booked)
    assert [it.key for it in told if it.code == "exercice-omis"] == found


@pytest.mark.parametrize(("months", "found"), [(6, 1), (5, 0)])
def test_a_year_without_its_days_is_between_two_of_half_a_year_of_them(
    months: int, found: int
) -> None:
    sold = [
        day(f"{year}-0{n}-04", "9", "700") for year in (2018, 2020) for n in range(1, months + 1)
    ]
    told = doubtful((), activity(*sold, fee("2019-03-02", "900")), parse(""), TODAY)
    shown = [str(it.shown) for it in told if it.code == "exercice-omis"]
    assert shown == ["l’exercice 2018 et l’exercice 2020 en ont"] * found


def test_books_without_a_line_are_not_doubted() -> None:
    assert list(doubtful((), activity(), parse(""), TODAY)) == []


VAT: list[tuple[Any, dict[str, str], list[str]]] = [
    (fee, {"vat_rate": "0.2", "vat": "200"}, []),
    (fee, {"vat_rate": "0.2", "vat": "200.01"}, []),
    (fee, {"vat_rate": "0.2", "vat": "200.02"}, ["tva-incoherente 31/03/2020"]),
    (fee, {"vat": "55"}, []),
    (fee, {"vat": "0"}, []),
    (fee, {"vat": "130"}, []),  # Corsica
    (fee, {"vat_rate": "0.0105", "vat": "10.5"}, []),  # overseas: CGI art. 296
    (fee, {"vat": "120"}, ["tva-incoherente 31/03/2020"]),
    (fee, {"vat_rate": "0.196", "vat": "196"}, ["taux-tva 31/03/2020"]),
    (fee, {"vat_rate": "0.02", "vat": "20"}, ["taux-tva 31/03/2020"]),
    (expense, {"vat": "120"}, []),  # a restaurant's bill mixes two rates
    (expense, {"vat": "200.01"}, []),
    (expense, {"vat": "200.02"}, ["tva-incoherente 31/03/2020"]),
    (expense, {"vat": "-20"}, ["tva-incoherente 31/03/2020"]),
]


@pytest.mark.parametrize(("line", "given", "found"), VAT)
def test_vat(line: Any, given: dict[str, str], found: list[str]) -> None:
    fields = {name: Decimal(value) for name, value in given.items()}
    assert keys(line("2020-03-31", "1000", **fields)) == found


def test_the_rates_of_vat_changed_in_2014() -> None:
    old, new = Decimal("0.196"), Decimal("0.2")
    before, after = "taux-tva 31/12/2013", "taux-tva 01/01/2014"
    assert before not in keys(fee("2013-12-31", "1000", vat_rate=old))
    assert before in keys(fee("2013-12-31", "1000", vat_rate=new))
    assert after in keys(fee("2014-01-01", "1000", vat_rate=old))
    assert after not in keys(fee("2014-01-01", "1000", vat_rate=new))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme", "ACME SAS", True),
        ("Acme", "A.C.M.E.", True),
        ("Trois Rives", "TroisRives", True),
        ("Mutuelle des Trois Rives", "Mutuelle de Trois Rives", True),
        ("Compagnie du Ponant", "Compagnie du Pomant", True),
        ("Sémaphore", "Coopérative Sémaphore", True),
        ("Acme", "Acme S.A.R.L.", True),
        ("Client A", "Client B", False),
        ("Lot 12345", "Lot 12346", False),
        ("Comptoir Lumen", "Comptoit Soleil", False),
        ("Agence 12", "Agence 13", False),
        ("Mairie de Lyon", "Mairie de Nice", False),
        ("Dupont Conseil", "Conseil Dupont", True),
        ("Ateliers", "Atelier", True),
        ("Atelier", "Atleier", True),
        ("Société du Port", "Société du Pont", False),
        ("SA", "SAS", False),
        ("客户", "顾客", False),
    ],
)
def test_names_that_look_alike(one: str, other: str, same: bool) -> None:
    lines = (day("2020-05-04", "3", "700", client=one), day("2020-06-05", "3", "700", client=other))
    assert keys(*lines) == [f"client-ressemblant {one}"] * same


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Anne R.", ["client-ressemblant Anne R."]),
        ("Anne ?", ["client-ressemblant Anne ?"]),
        ("idem", ["client-ressemblant idem"]),
        ('"', ['client-ressemblant "']),
        ("ANNE", []),  # one and the same
        ("Bob", []),
        ("", []),
    ],
)
def test_people_whose_names_look_alike_are_doubted(name: str, found: list[str]) -> None:
    lines = [day(f"2020-0{n}-04", "3", "700", worker="Anne") for n in (3, 4, 5)]
    said = keys(*lines, day("2020-06-05", "3", "700", worker=name))
    assert [it for it in said if it.startswith("client-ressemblant")] == found


def test_people_whom_the_settings_name_or_an_initial_tells_apart_are_two() -> None:
    named = [day("2020-05-04", "3", "700", worker=it) for it in ("Anne", "Anne-Marie")]
    alone = "[intervenants.Anne]\n"
    assert "client-ressemblant Anne" in keys(*named, settings=alone)
    assert not keys(*named, settings=f"{alone}[intervenants.anne-marie]")
    lines = [day("2020-05-04", "3", "700", worker=it) for it in ("Anne D.", "Anne B.")]
    assert not keys(*lines)


def test_the_rarer_name_is_the_doubtful_one() -> None:
    lines = [*rated("700", "700", client="Acme"), day("2020-05-04", "3", "700", client="Acme SAS")]
    assert keys(*lines) == ["client-ressemblant Acme SAS"]


def test_what_the_owner_holds_for_right_is_not_said_again() -> None:
    lines = (day("2020-05-01", "1", "700"), day("2020-05-08", "1", "700"))
    one, all_of_them = "ignorer = ['jour-ferie 01/05/2020']", "ignorer = ['jour-ferie']"
    assert keys(*lines) == ["jour-ferie 01/05/2020", "jour-ferie 08/05/2020"]
    assert keys(*lines, settings=f"[verifications]\n{one}") == ["jour-ferie 08/05/2020"]
    assert keys(*lines, settings=f"[verifications]\n{all_of_them}") == []


def test_what_ignores_nothing_is_said() -> None:
    """A misspelt entry, or one whose doubt is settled; a whole rule may wait for its turn."""
    settings = parse("[verifications]\nignorer = ['doublons', 'futur', 'doublon 01/01/2020']")
    found = doubtful((), activity(RENT), settings, TODAY)
    assert [(doubt.shown, doubt.fix) for doubt in found] == [
        ("doublons", 'écrire "doublon"'),
        ("doublon 01/01/2020", "l’effacer : rien de tel dans les livres"),
    ]


def test_doubts_come_in_the_order_of_the_books_with_those_of_the_reader() -> None:
    seen = [
        Doubt(code="total", what="", place=Place("data/b.xlsx", "Jours", row=row, column=1))
        for row in (10, 9)
    ]
    place = Place("data/b.xlsx", "Jours", row=2, column=1)
    lines = [replace(day("2020-05-01", "1", "700"), place=place)]
    found = in_order(doubtful(seen, activity(*lines, RENT), parse(""), TODAY))
    assert [doubt.place.cell for doubt in found] == ["A2", "A9", "A10"]


def test_a_line_of_no_amount_is_doubtful() -> None:
    """A formula saved without its value reads as 0."""
    lines = fee("2020-03-31", "0"), fee("2020-04-30", "10"), expense("2020-05-29", "0")
    assert keys(*lines) == ["montant-nul 31/03/2020", "montant-nul 29/05/2020"]


def test_a_doubt_that_is_only_counted_is_not_put_into_words(monkeypatch: Any) -> None:
    """A year of several people has thousands of them, and `show` says how many there are."""
    line = day("2020-07-14", "1", "700", vat_rate=Decimal("0.17"))
    far = day("2020-03-29", "1", "1234.56", vat=Decimal("1.00"))
    found = (line, line, far, fee("2031-01-31", "0"), RENT)
    said = ("doublon", "dimanche", "jour-ferie", "jour-double", "taux-tva", "tarif-eloigne")

    def loud(words: Words) -> str:
        raise AssertionError(words.say)

    with monkeypatch.context() as patched:
        patched.setattr(Words, "__str__", loud)
        doubts = list(doubtful((), activity(*found), parse(""), TODAY))
        together = points(doubts, DOUBTS)
    assert {*said, "tva-incoherente", "futur", "montant-nul"} <= {d.code for d in doubts}
    texts = [(str(group[0].what), str(group[0].shown), str(group[0].fix)) for group in together]
    assert all(what and shown for what, shown, _ in texts)
    assert len(texts) == len({(group[0].key, str(group[0].what)) for group in together})


def test_points_are_counted_as_they_are_printed_and_no_further_than_asked() -> None:
    read = [
        Doubt(code="ecart", what="", place=Place("a.xlsx", "Jours", row=n), about=f"{n // 2}")
        for n in range(20)
    ]
    noted = [doubt._replace(code="total") for doubt in read]

    def found() -> Iterator[Doubt]:
        yield from (*noted, *read)
        raise AssertionError("a rule is run for a point that is not counted")

    assert [many_points(found(), {"ecart"}, most) for most in (0, 1, 8, 9)] == [1, 2, 9, 10]
    with pytest.raises(AssertionError):
        many_points(found(), {"ecart"}, 10)
    both = [*noted, *read]
    assert many_points(both, {"ecart"}, 10) == len(points(both, {"ecart"})) == 10


@pytest.mark.parametrize(
    ("about", "column", "alike"), [("Machin", 2, 1), ("", 2, 2), ("Feuil1", 0, 2)]
)
def test_what_two_sheets_say_of_one_thing_is_one_point_and_of_one_date_two(
    about: str, column: int, alike: int
) -> None:
    found = [
        Doubt(
            "colonne",
            "",
            Place("a.xlsx", sheet, row=1, column=column),
            about=about,
            date=date(2020, 1, 31),
        )
        for sheet in ("Jours", "Forfaits")
    ]
    assert many_points(found, {"colonne"}, 9) == len(points(found, {"colonne"})) == alike


def test_two_rates_of_one_day_are_two_points_and_one_rate_is_one() -> None:
    """What is counted is what is printed: points of the same words are one."""
    usual = [day("2020-03-31", "1", "700", client="A") for _ in range(9)]
    far = [day("2020-03-31", "1", rate, client="A") for rate in ("1500", "1500", "1600")]
    doubts = doubtful((), activity(*usual, *far, RENT), parse(""), TODAY)
    alike = [group for group in points(doubts, ["tarif-eloigne"]) if group]
    assert [[str(doubt.what) for doubt in group] for group in alike] == [
        ["tarif de 1\u202f500,00\u00a0€ par jour, loin des autres de ce client"] * 2,
        ["tarif de 1\u202f600,00\u00a0€ par jour, loin des autres de ce client"],
    ]


def images(content: str) -> list[str]:
    text = Text(content=content, place=Place("data/2020.md"))
    found = doubtful(
        (), activity(day("2020-01-31", "1", "700"), RENT), parse(""), TODAY, own=[text]
    )
    return [f"{doubt.place.cell} {doubt.shown}" for doubt in found]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("![a](https://b.fr/c.png)", ["ligne 1 https://b.fr/c.png"]),
        ("\n![](//b.fr/c.png 'titre')", ["ligne 2 //b.fr/c.png"]),
        ("![a](<HTTPS://b.fr/c d.png>)", ["ligne 1 HTTPS://b.fr/c"]),
        ("![a][b]\n\n[b]: http://c.fr/d.png", ["ligne 1 http://c.fr/d.png"]),
        ("![a]\n[A]: ftp://c.fr/d", ["ligne 1 ftp://c.fr/d"]),
        ('<img alt="a" src="https://b.fr/c.png">', ["ligne 1 https://b.fr/c.png"]),
        ("<video src=//b.fr/c>", ["ligne 1 //b.fr/c"]),
        (
            "![a](https://b.fr/1) et ![b](https://b.fr/2)",
            ["ligne 1 https://b.fr/1", "ligne 1 https://b.fr/2"],
        ),
        ("[un lien](https://b.fr)", []),
        ("![a](port.png) ![b](/port.png)", []),
        ("<https://b.fr/c.png> 3 < 4, a // b", []),
        ("[b]: http://c.fr/d.png", []),
    ],
)
def test_images_of_a_text_at_an_outside_address(content: str, said: list[str]) -> None:
    assert images(content) == said


@pytest.mark.parametrize(("days", "doubts"), [("228", []), ("228.25", ["taux-depasse 2020"])])
def test_more_days_than_a_year_has(days: str, doubts: list[str]) -> None:
    """2020 has 253 working days, of which 25 of leave."""
    found = [key for key in keys(day("2020-01-31", days, "700")) if "mois-plein" not in key]
    assert found == doubts


@pytest.mark.parametrize(
    ("days", "settings", "expected"),
    [
        ({"Anne": "120", "Paul": "120"}, "", []),
        ({"Anne": "228", "Paul": "1"}, "", []),
        ({"Anne": "229", "Paul": "1"}, "", ["taux-depasse 2020 Anne"]),
        ({"Anne": "229", "Paul": "229"}, "", ["taux-depasse 2020 Anne", "taux-depasse 2020 Paul"]),
        (
            {"Anne": "183", "Paul": "1"},
            '[intervenants.Anne]\ntemps = "80 %"',
            ["taux-depasse 2020 Anne"],
        ),
        ({"Anne": "182", "Paul": "1"}, '[intervenants.Anne]\ntemps = "80 %"', []),
        ({"Anne": "228", "": "229"}, "", ["taux-depasse 2020"]),
        ({"Anne": "200", "Paul": "200", "": "57"}, "", ["taux-depasse 2020"]),
        ({"Anne": "200", "Paul": "200", "": "56"}, "", []),
        ({"Anne": "3"}, "[intervenants.Anne]\ndepart = 2019-12-31", []),  # told by another doubt
    ],
)
def test_more_days_than_each_can_work(
    days: dict[str, str], settings: str, expected: list[str]
) -> None:
    lines = [day("2020-01-31", many, "700", worker=worker) for worker, many in days.items()]
    assert [key for key in keys(*lines, settings=settings) if "taux" in key] == expected


def test_the_year_too_full_of_somebody_stands_where_their_days_begin() -> None:
    lines = [day(f"2020-0{n}-28", "115", "700", worker="PN"[n % 2] + "aul") for n in range(1, 5)]
    over = [replace(line, place=Place(f"{line.worker}.xlsx")) for line in lines]
    found = [it for it in doubtful((), activity(*over), parse(""), TODAY) if "taux" in it.code]
    assert [(it.date.month, it.place) for it in found if it.date] == [
        (1, Place("Naul.xlsx", words="exercice 2020")),
        (2, Place("Paul.xlsx", words="exercice 2020")),
    ]


LEFT = "[intervenants.anne]\narrivee = 2020-03-10\ndepart = 2020-05-15"


@pytest.mark.parametrize(
    ("when", "worker", "expected"),
    [
        ("2020-02-29", "Anne", ["hors-presence 29/02/2020"]),
        ("2020-03-01", "Anne", []),
        ("2020-05-31", "Anne", []),
        ("2020-06-01", "ANNE", ["hors-presence 01/06/2020"]),
        ("2020-06-01", "Paul", []),
        ("2020-06-01", "", ["intervenant-omis 2020"]),
    ],
)
def test_a_day_outside_a_presence_is_questioned(
    when: str, worker: str, expected: list[str]
) -> None:
    lines = [
        day("2020-04-30", "2", "700", worker="Anne"),
        day("2020-04-30", "3", "700", worker="Paul"),
    ]
    found = keys(*lines, day(when, "1", "700", worker=worker), settings=LEFT)
    assert found == expected


def test_a_line_of_a_period_is_judged_by_it() -> None:
    june = day(
        "2020-06-30", "1", "700", worker="Anne", start=date(2020, 5, 4), end=date(2020, 5, 15)
    )
    assert keys(june, settings=LEFT) == []


def test_one_named_person_beside_lines_of_nobody_is_not_questioned() -> None:
    lines = [day("2020-04-30", "2", "700", worker="Anne"), day("2020-04-30", "3", "700")]
    assert keys(*lines) == []
    assert keys(*lines, settings='[intervenants.Anne]\ntemps = "80 %"') == []


@pytest.mark.parametrize(("worker", "said"), [("", "une colonne"), ("Paul", "corriger le nom")])
def test_a_person_of_the_settings_is_to_be_named_by_the_lines(worker: str, said: str) -> None:
    settings = parse('[intervenants.Anne]\ntemps = "80 %"')
    books = activity(day("2020-04-30", "2", "700", worker=worker))
    found = doubtful((), books, settings, TODAY)
    (fix,) = (one.fix for one in found if one.code == "intervenant-inconnu")
    assert said in fix


def test_one_who_was_gone_bills_outside_of_a_presence_and_no_more() -> None:
    lines = [
        day("2020-04-30", "2", "700", worker="Anne"),
        day("2020-04-30", "3", "700", worker="Paul"),
    ]
    gone = "[intervenants.Anne]\ndepart = 2019-12-31"
    assert keys(*lines, settings=gone) == ["hors-presence 30/04/2020"]


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        ("2002-08-15", ["paiement-ancien 10/07/2020"]),
        ("2020-07-01", ["paiement-avant 10/07/2020"]),
        ("2021-01-01", ["paiement-futur 10/07/2020"]),
        ("2020-07-10", []),
        ("2020-12-31", []),
        ("2020-01-01", ["paiement-avant 10/07/2020"]),
        ("2019-12-31", ["paiement-ancien 10/07/2020"]),
    ],
)
def test_a_payment_date_is_questioned(paid: str, expected: list[str]) -> None:
    """The books begin in 2020, and today is its last day."""
    when = date.fromisoformat(paid)
    assert keys(fee("2020-07-10", "1000", invoice="F-1", paid=when)) == expected
    assert keys(expense("2020-07-10", "1000", label="Papier", paid=when)) == expected


def test_a_payment_between_the_days_and_their_invoice_is_questioned() -> None:
    worked = day("2020-07-10", "10", "700", invoiced=date(2020, 7, 31), paid=date(2020, 7, 20))
    assert keys(worked) == ["paiement-avant 10/07/2020"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (fee("2020-03-31", "1000", vat=Decimal(120)), "TVA de 120,00 €, soit 12 %"),
        (fee("2020-03-31", "0", vat=Decimal(120)), "TVA de 120,00 €"),
        (
            fee("2020-03-31", "1000", vat=Decimal(120), vat_rate=Decimal("0.2")),
            "20 % font 200,00 € ≠ 120,00 €",
        ),
    ],
)
def test_a_doubt_about_vat_says_what_it_is_of_the_line(line: Fee, said: str) -> None:
    found = doubtful((), activity(line, RENT), parse(""), TODAY)
    (shown,) = [str(one.shown) for one in found if one.code == "tva-incoherente"]
    assert shown.replace("\u00a0", " ").replace("\u202f", " ").endswith(said)


def months(first: int, *others: int, year: int = 2020, count: str = "12") -> list[Day]:
    """Return days at the 28 of months, with a number each so that they are no twins."""
    return [
        day(f"{year}-{month:02}-28", count, "700", invoice=f"F-{number}")
        for number, month in enumerate((first, *others), 1)
    ]


JULY = '[exercice]\ncloture = "30/06"\n'


@pytest.mark.parametrize(
    ("lines", "settings", "doubted"),
    [
        pytest.param(months(9, 10, 11, 12), "", True, id="from September"),
        pytest.param(months(11, 12), "", True, id="from November"),
        pytest.param(months(2, 3, 4), "", True, id="58 days, all other silences shorter"),
        pytest.param(months(1, 2, 3), "", False, id="from January"),
        pytest.param(months(3, 6, 9, 12), "", False, id="by quarters"),
        pytest.param(months(2, 3, 4, 5, 6, 7, 9), "", False, id="a holiday as long as the wait"),
        pytest.param(months(9, count="30"), "", False, id="one line"),
        pytest.param(months(9, 10, count="10"), "", False, id="twenty days"),
        pytest.param(months(9, 10), "[exercice.2020]\ndebut = 2020-09-01", False, id="said"),
        pytest.param(
            months(9, 10), "[exercice.2020]\ndebut = 2020-01-01", False, id="begun long before"
        ),
        pytest.param([*months(9, 10), *months(12, year=2021)], "", True, id="a pause since"),
        pytest.param(months(9, 10), "[societe]\ncreation = 2020-09-01", True, id="created then"),
        pytest.param(months(1, 2), "[societe]\ncreation = 2020-01-09", True, id="in January"),
        pytest.param(months(1, 2), "[societe]\ncreation = 2020-01-08", False, id="a week"),
        pytest.param(months(9, 10), "[societe]\ncreation = 2015-09-01", False, id="created before"),
        pytest.param(months(9, 10), JULY, True, id="a year from July 2020"),
        pytest.param(months(7, 8, 9), JULY, False, id="from the first month of July to June"),
        pytest.param(
            [*months(1, 2, 3, year=2019), *months(9, 10)], "", False, id="in a later year"
        ),
    ],
)
def test_a_first_year_that_begins_long_after_its_start(
    lines: list[Day], settings: str, doubted: bool
) -> None:
    found = doubtful((), activity(*lines), parse(settings), date(2022, 1, 1))
    late = [doubt for doubt in found if doubt.code == "debut-omis"]
    assert len(late) == doubted
    if late:
        year = 2021 if settings == JULY else 2020
        began = (
            settings.rpartition("= ")[2] if "creation" in settings else f"{lines[0].date:%Y-%m}-01"
        )
        assert f"debut = {began} sous [exercice.{year}]" in str(late[0].fix)
        told = settings.replace(JULY, "") + f"\n[exercice.{year}]\ndebut = {began}\n"
        quiet = doubtful((), activity(*lines), parse(told), date(2022, 1, 1))
        assert "debut-omis" not in {doubt.code for doubt in quiet}


@pytest.mark.parametrize(
    ("created", "amounts", "doubted"),
    [("2020-04-15", 2, True), ("2020-04-15", 1, False), ("2019-04-15", 2, False)],
)
def test_a_creation_tells_a_short_year_of_those_who_sell_no_day(
    created: str, amounts: int, doubted: bool
) -> None:
    """What is left by month would be of twelve; a line alone is no activity yet."""
    sold = [fee(f"2020-0{5 + n}-06", "2450.50") for n in range(amounts)]
    settings = parse(f"societe.creation = {created}")
    found = [it.code for it in doubtful((), activity(*sold), settings, date(2022, 1, 1))]
    assert ("debut-omis" in found) == doubted


@pytest.mark.parametrize(
    ("sold", "spent", "today", "doubted"),
    [
        (range(1, 12), range(1, 12), date(2021, 1, 1), True),
        (range(5, 12), range(5, 12), date(2021, 1, 1), True),
        (range(1, 12), range(1, 12), date(2020, 12, 31), False),  # it is under way
        (range(1, 12), range(1, 13), date(2021, 1, 1), False),  # nothing sold in December
        (range(1, 11), range(1, 12), date(2021, 1, 1), False),
        (range(7, 12), range(7, 12), date(2021, 1, 1), False),  # a few months
    ],
)
def test_the_last_month_of_a_year_that_each_other_fills_is_to_be_typed(
    sold: range, spent: range, today: date, *, doubted: bool
) -> None:
    paid = (expense(f"2020-{month:02}-09", "30.5") for month in spent)
    found = doubtful(
        (), activity(*months(*sold), *paid), parse("societe.creation = 2018-01-01"), today
    )
    assert ("mois-saute" in {it.code for it in found if "dernier" in str(it.what)}) == doubted


@pytest.mark.parametrize(
    ("sold", "spent", "before", "doubted"),
    [
        (range(1, 12), (3, 9), 12, True),
        (range(1, 12), (), 12, True),
        (range(1, 12), (3, 9), 11, False),
        (range(1, 12), (3, 12), 12, False),  # something is paid in December
        (range(2, 12, 2), (3, 9), 12, False),
    ],
)
def test_a_last_month_that_the_year_before_has_is_to_be_typed(
    sold: range, spent: tuple[int, ...], before: int, *, doubted: bool
) -> None:
    paid = (expense(f"2020-{month:02}-09", "30.5") for month in spent)
    lines = activity(*months(*sold), *paid, fee(f"2019-{before:02}-09", "900"))
    settings = parse("societe.creation = 2018-01-01")
    found = doubtful((), lines, settings, date(2021, 1, 1))
    assert ("mois-saute 2020" in {it.key for it in found}) == doubted


@pytest.mark.parametrize(("first", "doubted"), [(1, False), (9, True)])
def test_work_paid_later_began_when_it_was_done(first: int, doubted: bool) -> None:
    """In micro a sale is of the day of its payment, two months later here."""
    lines = [
        replace(line, paid=date(2020 + (line.date.month > 10), (line.date.month + 1) % 12 + 1, 15))
        for line in months(first, first + 1, first + 2)
    ]
    found = doubtful((), activity(*lines), parse('societe.statut = "micro"'), date(2022, 1, 1))
    assert ("debut-omis" in {doubt.code for doubt in found}) == doubted


@pytest.mark.parametrize(("first", "doubted"), [("02", False), ("03", True)])
def test_a_year_of_payments_alone_begins_with_the_first(first: str, doubted: bool) -> None:
    lines = [
        replace(day(f"2019-1{n}-20", "15", "700"), paid=date(2020, int(first) + n, 10))
        for n in (0, 1)
    ]
    found = doubtful((), activity(*lines), parse('societe.statut = "micro"'), date(2022, 1, 1))
    assert ("debut-omis" in {doubt.code for doubt in found}) == doubted


NAMED: tuple[tuple[str, list[str]], ...] = (
    ('[tiers]\n"Client A" = "C1"\n', []),
    ('[tiers]\n"Quai" = "F1"\n', []),
    ('[tiers]\n"Client Y" = "C1"\n', ["tiers.Client Y"]),
    ('[tiers.clients]\n"Quai" = "C1"\n', ["tiers.clients.Quai"]),
    ('[tiers.fournisseurs]\n"Client A" = "F1"\n', ["tiers.fournisseurs.Client A"]),
    ('[comptes]\n"LOYER" = "613200"\n', []),
    ('[comptes]\n"Loyr" = "613200"\n', ["comptes.Loyr"]),
    ('[comptes.payeurs]\nanne = "4551"\n', []),
    ('[comptes.payeurs]\nAnna = "4551"\n', ["comptes.payeurs.Anna"]),
    ('[tva.deductible]\nCarburant = "80 %"\n', ["tva.deductible.Carburant"]),
    ('[scenarios.sans]\nsans_client = "client a"\n', []),
    ('[scenarios.sans]\nsans_client = ["Client A", "Client Y"]\n', ["scenarios.sans"]),
    ('[scenarios.plus]\nclient = "Client Y"\njours = "+5"\n', ["scenarios.plus"]),
    ('[scenarios.plus]\njours = "+5"\n', []),
)


@pytest.mark.parametrize(("settings", "doubted"), NAMED)
def test_a_name_of_the_accounts_that_no_line_bears_is_doubted(
    settings: str, doubted: list[str]
) -> None:
    line = expense("2020-02-02", "50", supplier="Quai", category="Loyer", payer="Anne")
    lines = activity(day("2020-03-31", "10", "700", client="Client A"), line, RENT)
    found = [it for it in doubtful((), lines, parse(settings), TODAY) if it.code == "nom-inconnu"]
    assert [it.place.key for it in found] == doubted


def test_the_nearest_name_is_proposed() -> None:
    line = expense("2020-02-02", "50", category="Loyer")
    settings = parse('[comptes]\n"Loyr" = "613200"\n')
    found = doubtful((), activity(line, RENT), settings, TODAY)
    assert [it.fix for it in found if it.code == "nom-inconnu"] == ['écrire "Loyer"']


@pytest.mark.parametrize("last", ["2020-12-20", "2020-12-31"])
def test_days_of_consecutive_dates_are_hours_where_nearly_all_lines_are_so(last: str) -> None:
    """Four of six lines on consecutive dates are two pairs of invoices; of five, they are hours."""
    pairs = ("2020-06-11", "2020-06-12", "2020-07-08", "2020-07-09")
    lines = [day(when, f"{2 + rank}", "700") for rank, when in enumerate(pairs)]
    few = [*lines, day(last, "6", "700")]
    assert [key for key in keys(*few) if "heures" in key] == ["heures-en-jours 11/06/2020"]
    more = [*few, day("2020-10-20", "3", "700")]
    assert not [key for key in keys(*more) if "heures" in key]


@pytest.mark.parametrize("order", [1, -1])
def test_an_invoice_typed_again_across_the_new_year_is_doubted(order: int) -> None:
    lines = [
        fee(when, "500", invoice="F-12", service="Audit") for when in ("2020-12-20", "2021-01-05")
    ]
    found = [key for key in keys(*lines[::order]) if "repetee" in key]
    assert found == ["facture-repetee F-12"]


@pytest.mark.parametrize(
    ("days", "spent", "lifetime", "found"),
    [
        ("40", "59700.01", None, True),
        ("40", "59700", None, False),
        ("39.9", "59700.01", None, False),  # hardly a year of work
        ("40", "59700.01", 5, False),  # bought, and depreciated
    ],
)
def test_charges_of_more_than_three_times_the_sales_are_doubted(
    days: str, spent: str, lifetime: int | None, *, found: bool
) -> None:
    work = replace(day("2020-03-31", days, "500"), start=date(2020, 1, 1))
    years = Decimal(lifetime) if lifetime else None
    bought = expense("2020-02-03", spent, lifetime=years)
    said = [it for it in keys(work, bought) if it.startswith("charges-demesurees")]
    assert said == ["charges-demesurees 2020"] * found
