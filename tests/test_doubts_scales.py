"""All the amounts of a sheet in another unit, and what befalls many lines at once."""

from __future__ import annotations

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import Small, doubted, judge, ordinary, sheets, small

SPENT = "Date | Fournisseur | Libellé | Montant HT\n"
FEES = "Date | Client | Prestation | Montant HT\n"
SEVEN = "[lecture]\nheures_par_jour = 7\n"
DAYS = "Date | Client | Jours | TJM\n"
PRICES = (248.39, 63.71, 379.75, 180.69, 222.26, 51.22)
FIXED = (1200, 950, 3000.5)
THINGS = ("Billets", "Assurance", "Téléphone", "Livres", "Timbres", "Hébergement")


def _spent(
    amounts: tuple[float, ...], year: int = 2020, name: str = "Dépenses", supplier: str = "OVH"
) -> str:
    rows = (
        f"1{month}/0{month}/{year} | {supplier} | {thing} | {amount:g}"
        for month, (thing, amount) in enumerate(zip(THINGS, amounts, strict=False), 2)
    )
    return f"# {name} {year}\n{SPENT}" + "\n".join(rows) + "\n"


def _fees(amounts: tuple[float, ...], year: int) -> str:
    rows = (
        f"1{month}/0{month}/{year} | Ponant | Audit {month} | {amount:g}"
        for month, amount in enumerate(amounts, 2)
    )
    return f"# Forfaits {year}\n{FEES}" + "\n".join(rows) + "\n"


def _times(times: float, amounts: tuple[float, ...] = PRICES) -> tuple[float, ...]:
    return tuple(round(amount * times, 5) for amount in amounts)


@pytest.mark.parametrize(
    "book",
    [
        small("cents", _spent(_times(100)), doubted("D2")),
        small("thousands", _spent(_times(0.001)), doubted("D2")),
        small("cents, and another year", _spent(PRICES, 2019) + _spent(_times(100)), doubted("D2")),
        small("round cents", _spent((310,) * 3, 2019) + _spent((31000,) * 3), doubted("D2")),
        small("fees in cents", _fees(FIXED, 2019) + _fees(_times(100, FIXED), 2020), doubted("D2")),
        ordinary("euros", _spent(PRICES), charges=1146.02),
        ordinary("two years", _spent(PRICES, 2019) + _spent(_times(2)), charges=3438.06),
        ordinary("whole euros", _spent((3200, 4510, 2800, 5000, 1240, 990)), charges=17740),
        small("forty times", _spent((31,) * 3, 2019) + _spent((1240,) * 3), doubted("D2")),
        ordinary("39 times", _spent((31,) * 3, 2019) + _spent((1209,) * 3), charges=3720),
        ordinary("one with cents", _spent((3205, 4511.5, 2809, 5003, 1241, 997)), charges=17766.5),
        ordinary("just a euro", _spent((1, 1, 1, 1, 1)), charges=5),
        small("just a thousand", _spent((1000, 1001, 999, 997, 1003)), doubted("D2")),
        ordinary(
            "two of another year", _spent((31,) * 2, 2019) + _spent((1240,) * 3), charges=3782
        ),
        ordinary("half of them round", _spent((3205, 4511, 2809, 5000, 1240, 990)), charges=17755),
        ordinary("above a euro", _spent((1.2, 1.4, 1.3, 1.1, 1.25)), charges=6.25),
        small(
            "of one sheet among files", _spent(PRICES) + _spent(_times(100), 2018), doubted("D2")
        ),
        ordinary("odd euros", _spent((325, 451, 283, 507, 124, 99)), charges=1789),
        ordinary(
            "train tickets beside rents",
            _spent((12, 9, 14, 11), name="Frais", supplier="SNCF") + _spent((900,) * 4),
            charges=3646,
        ),
    ],
)
def test_a_sheet_in_another_unit_is_doubted_at_its_first_line(book: Small) -> None:
    judge(book)


def _days(*rates: tuple[int, int]) -> str:
    rows = (
        f"1{month}/0{month}/{year} | Ponant | 5 | {rate}"
        for year, rate in rates
        for month in range(2, 8)
        if (month, year) != (4, 2020)  # so that neither rate is that of most lines by chance
    )
    return f"# Jours\n{DAYS}" + "\n".join(rows)


@pytest.mark.parametrize(
    "book",
    [
        small("zeros lost for a year", _days((2019, 670), (2020, 67)), doubted("A8")),
        small("a zero too many for a year", _days((2019, 670), (2020, 6700)), doubted("A8")),
        ordinary("raised by a half", _days((2019, 600), (2020, 900)), revenue=40500),
    ],
)
def test_a_rate_far_from_the_client_s_is_doubted_on_however_many_lines(book: Small) -> None:
    judge(book)


def _dated(name: str, *years: int) -> str:
    rows = (
        f"1{n % 9}/0{1 + n % 9}/{year} | OVH | {n} | {53 + n * 7 % 20}.1"
        for n, year in enumerate(years)
    )
    return f"# {name}\n{SPENT}" + "\n".join(rows)


@pytest.mark.parametrize(
    "book",
    [
        small("1904", _dated("Dépenses 2020", *[2020] * 6, *[2016] * 6), doubted("A8")),
        small("ahead", _dated("Dépenses 2020", *[2020] * 5, *[2024] * 6), doubted("A7")),
        ordinary(
            "all years so far", _dated("Dépenses 2020", *[2018] * 6, *[2019] * 6, *[2020] * 6)
        ),
        ordinary("a year across two", _dated("Dépenses 2020", *[2019] * 7, *[2020] * 6)),
    ],
)
def test_years_parted_from_that_of_the_sheet_are_doubted(book: Small) -> None:
    judge(book)


SORTED = "# Dépenses\nDate | Fournisseur | Catégorie | Montant HT\n" + "\n".join(
    f"0{n}/03/2020 | {who} | {what} | {n}1.20"
    for n, (who, what) in enumerate(
        (("OVH", "Web"), ("SNCF", "Train"), ("Maif", "Assurance"), ("Fnac", "Livres")), 2
    )
)


@pytest.mark.parametrize(
    "book",
    [
        small(
            "days pasted under expenses",
            SORTED + "\n12/03/2020 | Ponant | 650 | 5\n13/03/2020 | Alizé | 700 | 3",
            doubted("C6"),
        ),
        small(
            "a fee pasted under expenses",
            SORTED + "\n12/03/2020 | Ponant | Audit | 1500\n"
            "# Forfaits\nDate | Client | Prestation | Montant HT\n"
            "12/03/2020 | Ponant | Audit | 1500",
            doubted("A6"),
        ),
        small(
            "days pasted whole",
            SORTED + "\n12/03/2020 | Ponant | Mission | 1400\n"
            "# Jours\nDate | Client | Jours | TJM\n12/03/2020 | Ponant | 2 | 700",
            doubted("A6"),
        ),
        ordinary(
            "a client who is paid as well",
            SORTED + "\n12/03/2020 | Ponant | Commission | 150\n"
            "# Forfaits\nDate | Client | Prestation | Montant HT\n"
            "12/03/2020 | Ponant | Audit | 1500",
            revenue=1500,
        ),
        small("a number beside names", SORTED + "\n12/03/2020 | OVH | 6262 | 5", doubted("C6")),
    ],
)
def test_lines_of_another_sheet_pasted_below_are_doubted(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("name", ["Exemple", "XXX", "Test", "Fournisseur", "Nom", "fictif"])
def test_a_supplier_that_is_nobody_s_name_is_doubted(name: str) -> None:
    book = SORTED + f"\n12/03/2020 | {name} | Web | 1"
    judge(Small(text=book, accepted=(doubted("B6"),)))


def test_the_only_line_without_a_rate_is_doubted() -> None:
    rows = (f"1{n}/03/2020 | Ponant | {n} | 450 | {450 * n}" for n in range(1, 5))
    head = "# Jours\nDate | Client | Jours | TJM | Montant HT\n"
    book = f"{head}" + "\n".join(rows) + "\n16/03/2020 | Ponant | 5 |  | 2250"
    judge(Small(text=book, accepted=(doubted("D6"),)))


def _fractions(title: str, *counts: float) -> str:
    rate = "TJM" if title == "Jours" else "Taux horaire"
    rows = (f"{n:02}/03/2020 | Ponant | {it:g} | 70{n}" for n, it in enumerate(counts, 2))
    return f"# Temps passé\nDate | Client | {title} | {rate}\n" + "\n".join(rows)


HALVES = (1, 0.5, 1, 1, 0.75, 1, 0.5)


@pytest.mark.parametrize(
    "book",
    [
        small("a comma moved", _fractions("Jours", *HALVES, 0.45), doubted("C9")),
        small("hours", _fractions("Heures", 7, 3.5, 7, 5.25, 7, 7, 7, 0.7), doubted("C9")),
        ordinary("a quarter", _fractions("Jours", *HALVES, 0.25), days=6),
        ordinary("few lines", _fractions("Jours", *HALVES[:6], 0.3), days=5.55),
        ordinary("thirds", _fractions("Jours", *HALVES, 0.3, 0.6), days=6.65),
    ],
)
def test_a_fraction_unlike_all_others_is_doubted(book: Small) -> None:
    judge(Small(text=book.text, accepted=book.accepted, settings=SEVEN, clean=False))
    if book.clean:
        found = outcome_of(sheets(book.text), SEVEN)
        assert not [what for what, _ in found.doubts if what.startswith("fraction")]


def _agreed(*rates: int) -> str:
    names = ("Ponant", "Alizé", "Iode", "Sirocco")
    days = "\n".join(f"1{n}/03/2020 | {it} | 2" for n, it in enumerate(names[: len(rates)]))
    rows = "\n".join(f"{it} | {rate}" for it, rate in zip(names, rates, strict=False))
    return f"# Jours\nDate | Client | Jours\n{days}\n# Missions\nClient | TJM\n{rows}"


@pytest.mark.parametrize(
    ("rates", "rows"),
    [
        ((700, 650, 6000), [4]),
        ((70, 650, 600), [2]),
        ((700, 130, 650), [3]),
        ((700, 131, 650), []),
        ((650, 3250), [3]),
        ((650,), []),
    ],
)
def test_the_rate_of_a_mission_far_from_all_others_is_doubted(
    rates: tuple[int, ...], rows: list[int]
) -> None:
    said = outcome_of(sheets(_agreed(*rates))).doubts
    assert [it.row for what, it in said if what.startswith("tarif-etrange")] == rows


def _bought(*lines: str) -> str:
    rows = (f"{n:02}/03/2020 | {it}" for n, it in enumerate(lines, 2))
    return "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n" + "\n".join(rows)


OTHERS = ("SNCF | Billet | 82.4", "Fnac | Livre | 31.2")
DRAWN = ("OVH | Site | 109.55", "Maif | Contrat | 109.55", "Ikea | Lampe | 109.55")
ROUND = tuple(line.replace("109.55", "110") for line in DRAWN)


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        ((*OTHERS, *DRAWN, "Ikea | Bureau | 109.55"), ["D5"]),
        ((*DRAWN, "SNCF | Carte | 109.55", *OTHERS), ["D3"]),
        ((*OTHERS, *DRAWN), []),
        ((*OTHERS, *["OVH | Site | 109.55"] * 4), []),
        ((*OTHERS, *(f"OVH | Site {n % 3} | 9.99" for n in range(5))), []),
        ((*DRAWN, "Ikea | Bureau | 109.55", *OTHERS, "Fnac | Sac | 109.55"), []),
        ((*OTHERS, *ROUND, "Fnac | Sac | 110"), []),
    ],
)
def test_an_amount_drawn_down_over_several_names_is_doubted(
    lines: tuple[str, ...], cells: list[str]
) -> None:
    said = outcome_of(sheets(_bought(*lines))).doubts
    assert [place.cell for what, place in said if what.startswith("serie")] == cells


@pytest.mark.parametrize(
    ("amounts", "cells"),
    [
        ((820, 310, 460, 610, 760, 910, 540), ["D5"]),
        ((820, 910, 760, 610, 460, 310, 540), ["D5"]),
        ((820, 310, 460, 610, 760, 540), []),  # three steps
        ((310, 460, 610, 760, 910), []),  # a table that was made so
        ((820, 310, 310, 310, 310, 310, 540), []),
    ],
)
def test_amounts_that_go_on_as_two_of_them_began_are_doubted(
    amounts: tuple[int, ...], cells: list[str]
) -> None:
    said = outcome_of(sheets(_bought(*(f"OVH | Lot {n} | {it}" for n, it in enumerate(amounts)))))
    assert [place.cell for what, place in said.doubts if what.startswith("serie")] == cells


@pytest.mark.parametrize(
    ("amounts", "way"),
    [
        ((470, 125, 126, 127, 128), "augmentent"),
        ((470, 125, 126, 127), "augmentent"),  # two steps, all others round
        ((473, 125, 126, 127), ""),
        ((470, 125, 126), ""),
        ((125, 126, 127, 128), ""),  # a table that was made so
        (("125.5", "126.5", "127.5", "128.5"), "augmentent"),
        ((820, 310, 311, 312, 313, 314, 540), "augmentent"),  # said once
        ((470, 128, 127, 126, 125), ""),  # no cell drawn down counts so, but sorted since
    ],
)
def test_amounts_that_count_by_one_are_doubted(amounts: tuple[int | str, ...], way: str) -> None:
    said = outcome_of(sheets(_bought(*(f"OVH | Lot {n} | {it}" for n, it in enumerate(amounts)))))
    told = [what for what, _ in said.doubts if what.startswith("serie")]
    assert [it.split(" qui ")[1].split()[0] for it in told] == [way] * bool(way)


@pytest.mark.parametrize(
    ("rates", "title", "cells"),
    [
        ((600, 720, 721, 722, 720), "TJM", ["D4"]),
        ((600, 720, 721, 720, 720), "TJM", ["D4"]),  # one step, all others round
        ((600, 720, 721, 721, 720), "TJM", []),
        ((600, 603, 604, 720, 720), "TJM", []),
        ((80, 95, 96, 80, 80), "Taux horaire", []),
        ((603, 720, 721, 722, 720), "TJM", []),  # others are not round
        ((80, 95, 96, 97, 80), "Taux horaire", ["D4"]),
        ((600, 720, 730, 740, 720), "TJM", []),
    ],
)
def test_rates_that_count_by_one_are_doubted(
    rates: tuple[int, ...], title: str, cells: list[str]
) -> None:
    rows = "\n".join(f"0{n}/03/2020 | Ponant | 1 | {it}" for n, it in enumerate(rates, 2))
    text = f"# Temps\nDate | Client | {'Jours' if title == 'TJM' else 'Heures'} | {title}\n{rows}"
    said = outcome_of(sheets(text), SEVEN).doubts
    assert [place.cell for what, place in said if what.startswith("serie")] == cells


def test_the_rates_of_missions_that_count_by_one_are_doubted() -> None:
    for rates in ((650, 651, 652, 700), (650, 651)):
        said = outcome_of(sheets(_agreed(*rates))).doubts
        assert [place.cell for what, place in said if what.startswith("serie")] == ["B3"]


SLIPS = (
    "# Dépenses\nDate | Salarié | Brut | Cotisations salariales | Cotisations patronales | "
    "Net à payer\n"
)


@pytest.mark.parametrize(("gross", "cells"), [(3000, []), (3100, ["D3", "E3"])])
def test_contributions_of_another_gross_pay_are_doubted(gross: int, cells: list[str]) -> None:
    rows = (
        f"{last}/2020 | Anne | {pay} | 660 | 1260 | {pay - 660}"
        for last, pay in (("31/01", 3000), ("29/02", gross))
    )
    said = outcome_of(sheets(SLIPS + "\n".join(rows))).doubts
    assert [place.cell for what, place in said if what.startswith("serie")] == cells


def test_a_rate_is_odd_or_far_and_not_both() -> None:
    book = _days((2019, 670), (2020, 7))
    said = [what.partition(" ")[0] for what, _ in outcome_of(sheets(book)).doubts]
    assert said.count("tarif-etrange") == 5
    assert "tarif-eloigne" not in said


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        ((6, 5, 4, 3, 2, 1, "0.5"), True),
        (("0.5", 1, 2, 3, 4, 5, 6), True),
        ((7, 5, 4, 3, 2, 1, "0.5"), True),
        ((7, 5, 4, 3, 2, "0.5", 9), False),  # three steps
        ((6, 5, 4, 2, 2, 1, "0.5"), False),
    ],
)
def test_days_drawn_down_then_sorted_newest_first_are_doubted(
    days: tuple[int | str, ...], *, asked: bool
) -> None:
    rows = (f"{28 - n}/{12 - n:02}/2020 | Ponant | {it} | 500" for n, it in enumerate(days))
    said = outcome_of(sheets("# Jours\nDate | Client | Jours | TJM\n" + "\n".join(rows))).doubts
    assert any(what.startswith("serie") for what, _ in said) is asked


@pytest.mark.parametrize(("rates", "odd"), [((650, 6500), 4), ((650, 65), 4), ((650, 600), 0)])
def test_a_price_that_is_odd_by_itself_makes_no_other_so(rates: tuple[int, int], odd: int) -> None:
    rows = "\n".join(
        f"{day:02}/03/2020 | {name} | 1 | {rate}"
        for day in (2, 3, 4, 5)
        for name, rate in zip(("Ponant", "Alizé"), rates, strict=True)
    )
    said = outcome_of(sheets(f"# Jours\nDate | Client | Jours | TJM\n{rows}")).doubts
    cells = [place.cell for what, place in said if what.startswith("tarif-etrange")]
    assert cells == ["A3", "A5", "A7", "A9"][:odd]


@pytest.mark.parametrize(
    ("title", "times", "found"),
    [
        ("Jours", ("0.01", "0.02", "0.005"), ["A2"]),
        ("Jours", ("0.12", "0.02", "0.05"), ["A2"]),
        ("Jours", ("0.125", "0.02", "0.05"), []),
        ("Jours", ("0.01", "0.02"), []),
        ("Heures", ("0.07", "0.035", "0.04"), ["A2"]),
        ("Heures", ("0.25", "0.5", "0.25"), []),  # a few minutes each
    ],
)
def test_times_that_are_all_tiny_lost_their_comma(
    title: str, times: tuple[str, ...], found: list[str]
) -> None:
    rows = "\n".join(f"0{n}/03/2020 | Ponant | {it} | 700" for n, it in enumerate(times, 3))
    said = outcome_of(sheets(f"# Temps\nDate | Client | {title} | TJM\n{rows}"), SEVEN).doubts
    assert [place.cell for what, place in said if what.startswith("autre-unite")] == found


@pytest.mark.parametrize(("times", "found"), [(100, ["A5", "A2"]), (30, [])])
def test_a_year_of_a_sheet_in_cents_is_doubted_beside_the_other(
    times: int, found: list[str]
) -> None:
    rows = [f"05/0{n}/2020 | Ponant | Lot | {400 + n}" for n in (2, 4, 6)]
    rows += [f"05/0{n}/2021 | Alizé | Lot | {times * (400 + n)}" for n in (3, 5, 7)]
    text = f"# Forfaits\nDate | Client | Prestation | Montant HT\n{chr(10).join(rows)}"
    said = outcome_of(sheets(text)).doubts
    assert sorted(it.cell for what, it in said if what.startswith("autre-unite")) == sorted(found)
