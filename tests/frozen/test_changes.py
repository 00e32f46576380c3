"""What changed in a closed year is found, line by line, and nothing else is said."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import Place
from reporter.frozen.changes import Changes, changes
from reporter.frozen.closure import Closure, Kept
from reporter.frozen.files import _closure, written
from reporter.frozen.taking import changed, closure
from reporter.frozen.words import told
from reporter.metrics import by_year, every_year
from reporter.model import Activity, Day, Expense, Fee
from reporter.toml.reading import parse
from tests.builders import activity, day, expense, fee

TODAY = date(2021, 3, 1)
Line = Day | Fee | Expense


def at(cell: int, file: str = "data/livres.xlsx") -> Place:
    return Place(file, "Jours", row=cell, column=1)


def kept(lines: Activity, settings: str = "", year: int = 2020) -> Closure:
    """Return a closed year, written and read again."""
    chosen = parse(settings)
    figures = every_year(by_year(lines, chosen), lines.expenses, chosen)[year]
    file = written(closure(figures, lines, chosen, TODAY))
    return _closure(json.loads(file), year)


def since(was: Closure, lines: Activity, settings: str = "") -> Changes:
    chosen = parse(settings)
    years = every_year(by_year(lines, chosen), lines.expenses, chosen)
    return changed(was, years, lines, chosen)


def said(changes: Changes) -> list[str]:
    return (
        [line.replace("\u00a0", " ").replace("\u202f", " ") for line in told(changes, 8)][1:]
        if changes
        else []
    )


MARCH = replace(day("2020-03-31", "10", "700"), place=at(2))
APRIL = replace(day("2020-04-30", "12", "700", "Client B"), place=at(3))
MAY = replace(day("2020-05-29", "9.5", "650"), place=at(4))
RENT = replace(expense("2020-05-31", "300", label="Loyer"), place=at(5))
BOOKS = (MARCH, APRIL, MAY, RENT)


@pytest.mark.parametrize(
    ("now", "settings", "expected"),
    [
        pytest.param(BOOKS, "", [], id="the same"),
        pytest.param(BOOKS[::-1], "", [], id="rows sorted"),
        pytest.param(
            [replace(line, place=at(9, "data/autre.xlsx")) for line in BOOKS], "", [], id="renamed"
        ),
        pytest.param(
            (MARCH, replace(APRIL, comment="relu", means="virement"), MAY, RENT),
            "",
            [],
            id="comment",
        ),
        pytest.param(
            (MARCH, replace(APRIL, paid=date(2021, 1, 15)), MAY, RENT), "", [], id="paid after"
        ),
        pytest.param(
            (MARCH, replace(APRIL, paid=date(2020, 12, 31)), MAY, RENT),
            "",
            [
                (
                    "ligne changée : data/livres.xlsx, feuille « Jours », cellule A3 : "
                    "date de paiement rien → 31/12/2020"
                )
            ],
            id="paid within",
        ),
        pytest.param(
            (MARCH, APRIL, replace(MAY, days=Decimal(10), amount=Decimal(6500)), RENT),
            "",
            [
                "chiffre d’affaires : 21 575,00 € → 21 900,00 €",
                "CA des jours : 21 575,00 € → 21 900,00 €",
                "jours facturés : 31,5 → 32",
                "TJM : 684,92 € → 684,38 €",
                "taux de jours facturés : 13,8158 % → 14,0351 %",
                "résultat avant impôts : 21 275,00 € → 21 600,00 €",
                "impôt sur les sociétés : 3 191,00 € → 3 240,00 €",
                "résultat après impôts : 18 084,00 € → 18 360,00 €",
                (
                    "ligne changée : data/livres.xlsx, feuille « Jours », cellule A4 : "
                    "jours 9,5 → 10, montant HT 6 175 € → 6 500 €"
                ),
            ],
            id="days",
        ),
        pytest.param(
            (MARCH, replace(APRIL, client="Client C"), MAY, RENT),
            "",
            [
                (
                    "ligne changée : data/livres.xlsx, feuille « Jours », cellule A3 : "
                    "client Client B → Client C"
                )
            ],
            id="client",
        ),
        pytest.param(
            BOOKS,
            "[exercice]\nconges = 30",
            [
                "jours ouvrés nets de congés : 228 → 223",
                "taux de jours facturés : 13,8158 % → 14,1256 %",
                "réglage exercice.2020.conges : 25 → 30",
            ],
            id="leave",
        ),
        pytest.param(
            BOOKS,
            "[societe]\ntaux_reduit = false",
            [
                "impôt sur les sociétés : 3 191,00 € → 5 957,00 €",
                "résultat après impôts : 18 084,00 € → 15 318,00 €",
                "réglage societe.taux_reduit : true → false",
            ],
            id="tax rate",
        ),
        pytest.param(
            BOOKS,
            "[exercice.2020]\nresultat = 20000",
            [
                "résultat après impôts : 18 084,00 € → 20 000,00 €",
                "réglage exercice.2020.resultat : rien → 20000",
            ],
            id="final result",
        ),
        pytest.param(BOOKS, '[societe]\nnom = "Autre"', [], id="a name"),
    ],
)
def test_what_is_said(now: tuple[Line, ...], settings: str, expected: list[str]) -> None:
    assert said(since(kept(activity(*BOOKS)), activity(*now), settings)) == expected


def test_a_line_that_went_and_one_that_came_have_their_cells() -> None:
    found = since(
        kept(activity(*BOOKS)),
        activity(MARCH, APRIL, RENT, replace(fee("2020-09-01", "900", "Port"), place=at(7))),
    )
    assert said(found)[-2:] == [
        (
            "ligne partie : data/livres.xlsx, feuille « Jours », cellule A4 : "
            "29/05/2020 · Client A · 9,5 · 6 175 €"
        ),
        (
            "ligne arrivée : data/livres.xlsx, feuille « Jours », cellule A7 : "
            "01/09/2020 · Port · 900 €"
        ),
    ]


def test_a_line_above_which_another_came_is_the_one_that_changed() -> None:
    new = replace(day("2020-01-31", "3", "700"), place=at(2))
    moved = replace(MARCH, days=Decimal(11), amount=Decimal(7700), place=at(3))
    rest = [replace(line, place=at(line.place.row + 1)) for line in (APRIL, MAY, RENT)]
    lines = said(since(kept(activity(*BOOKS)), activity(new, moved, *rest)))
    assert [line.split(" : ")[0] + line[-40:] for line in lines if line.startswith("ligne")] == [
        "ligne changée" + "cellule A3 : jours 10 → 11, montant HT 7 000 € → 7 700 €"[-40:],
        "ligne arrivée" + "cellule A2 : 31/01/2020 · Client A · 3 · 2 100 €"[-40:],
    ]


def test_a_line_that_went_to_another_year_has_changed_its_date() -> None:
    later = replace(MAY, date=date(2021, 1, 4))
    found = since(kept(activity(*BOOKS)), activity(MARCH, APRIL, later, RENT))
    assert said(found)[-1].endswith("cellule A4 : date 29/05/2020 → 04/01/2021")


def test_an_earlier_purchase_still_depreciated_is_one_of_the_lines() -> None:
    bought = expense("2018-07-01", "3000", lifetime=Decimal(3), label="Ordinateur")
    old = expense("2010-07-01", "3000", lifetime=Decimal(3), label="Vieux")
    was = kept(activity(*BOOKS, bought, old))
    found = said(since(was, activity(*BOOKS, replace(bought, amount=Decimal(3300)), old)))
    assert found[0] == "dotations aux amortissements : 1 000,00 € → 1 100,00 €"
    assert found[-1].endswith("montant HT 3 000 € → 3 300 €")
    assert not since(was, activity(*BOOKS, bought, replace(old, amount=Decimal(9))))


def test_a_purchase_of_the_year_is_kept_once() -> None:
    bought = expense("2020-07-01", "3000", lifetime=Decimal(3), label="Ordinateur")
    assert [line.nature for line in kept(activity(bought, MARCH)).lines] == ["jours", "depense"]
    first = replace(bought, date=date(2020, 1, 1))
    assert [line.nature for line in kept(activity(first, MARCH)).lines] == ["jours", "depense"]


def test_what_is_sold_once_it_is_all_depreciated_is_one_of_the_lines() -> None:
    sold = expense("2010-07-01", "3000", lifetime=Decimal(3), label="Vieux",
                   disposed=date(2020, 6, 30), disposal_price=Decimal(100))  # fmt: skip
    was = kept(activity(MARCH, sold))
    assert len(was.lines) == 2
    assert since(was, activity(MARCH, replace(sold, disposal_price=Decimal(90))))


def test_of_two_lines_as_near_the_one_of_the_cell_is_meant() -> None:
    lines = [replace(day(f"2020-0{n}-28", "5", "700"), place=at(n)) for n in (2, 3)]
    later = [replace(line, date=line.date.replace(month=9)) for line in lines]
    moved = since(kept(activity(*lines)), activity(*later[::-1])).lines
    assert [str(one.now and one.now.place) for one in moved] == [str(at(2)), str(at(3))]


def test_in_micro_a_sale_belongs_to_the_year_of_its_payment() -> None:
    micro = '[societe]\nstatut = "micro"'
    paid = replace(MARCH, paid=date(2020, 5, 5))
    was = kept(activity(paid), micro)
    found = said(since(was, activity(replace(paid, paid=date(2021, 1, 2))), micro))
    assert "cellule A2 : date 05/05/2020 → 02/01/2021, date de paiement" in found[-1]
    assert "réglage societe.statut : micro → rien" in said(since(was, activity(paid)))


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("micro", ["reste après dépenses"]),
        ("ei", ["résultat avant impôt personnel"]),
        ("sasu", ["résultat avant impôts", "impôt sur les sociétés", "résultat après impôts"]),
    ],
)
def test_what_is_left_has_the_words_of_the_form(status: str, expected: list[str]) -> None:
    told = f'[societe]\nstatut = "{status}"\n[micro]\ndates = "facture"'
    was = kept(activity(*BOOKS), told)
    now = since(was, activity(*BOOKS, expense("2020-02-01", "10")), told)
    names = [line.partition(" : ")[0] for line in said(now)]
    after = names[names.index("charges") + 1 :]
    assert [name for name in after if not name.startswith("ligne")] == expected


def test_a_year_without_any_line_left_says_so() -> None:
    found = said(since(kept(activity(*BOOKS)), activity(expense("2021-02-01", "10"))))
    assert found[0] == "chiffre d’affaires : 21 575,00 € → rien"
    assert sum(line.startswith("ligne partie") for line in found) == len(BOOKS)


DAYS = st.builds(
    lambda month, days, rate, client: day(f"2020-{month:02}-15", days, rate, client),
    st.integers(1, 12),
    st.sampled_from(["1", "0.5", "12"]),
    st.sampled_from(["700", "650"]),
    st.sampled_from(["Client A", "Client B"]),
)


@given(st.lists(DAYS, min_size=2, max_size=12), st.randoms(use_true_random=False), st.data())
def test_lines_are_conserved(lines: list[Day], random: Random, data: st.DataObject) -> None:
    """Whatever is shuffled, taken or added: was, less what went, plus what came, is now."""
    placed = [replace(line, place=at(rank)) for rank, line in enumerate(lines, 2)]
    was = kept(activity(*placed))
    taken = data.draw(st.integers(0, len(lines) - 1))
    added = data.draw(st.lists(DAYS, max_size=3))
    now = [*placed[taken:], *(replace(line, place=at(90)) for line in added)]
    random.shuffle(now)
    moved = since(was, activity(*now)).lines
    rest = Counter(was.lines)
    rest.subtract(Counter(one.before for one in moved if one.before))
    rest.update(Counter(one.now for one in moved if one.now))
    assert +rest == Counter(kept(activity(*now)).lines)
    assert all(one.before != one.now for one in moved)
    assert len(moved) <= taken + len(added)


def test_of_very_many_lines_that_change_the_cells_tell() -> None:
    lines = [
        replace(day(f"2020-{n % 12 + 1:02}-{n % 28 + 1:02}", "1", "700"), place=at(n + 2))
        for n in range(300)
    ]
    now = [replace(line, rate=Decimal(800), amount=Decimal(800)) for line in lines]
    moved = since(kept(activity(*lines)), activity(*now)).lines
    assert [(one.before is None, one.now is None) for one in moved] == [(False, False)] * 300
    assert all(
        str(one.before.place) == str(one.now.place) for one in moved if one.before and one.now
    )


LAPTOP = replace(expense("2019-03-01", "1500", label="Portable", lifetime=Decimal(5)), place=at(6))
SOLD = replace(LAPTOP, disposed=date(2020, 6, 30), disposal_price=Decimal(900))


def test_what_is_sold_after_a_closed_year_does_not_change_it() -> None:
    later = replace(SOLD, disposed=date(2021, 6, 30))
    assert not since(kept(activity(MARCH, LAPTOP)), activity(MARCH, later))
    bought = activity(day("2019-03-31", "1", "700"), LAPTOP)
    sold = activity(day("2019-03-31", "1", "700"), SOLD)
    assert not since(kept(bought, year=2019), sold)


def test_what_is_sold_in_a_closed_year_changes_it() -> None:
    found = since(kept(activity(MARCH, SOLD)), activity(MARCH, LAPTOP))
    assert {change.name for change in found.figures} >= {
        "resultat_cessions",
        "resultat_avant_impots",
    }
    assert any("date de cession" in line for line in said(found))
    old = replace(SOLD, date=date(2010, 3, 1))
    assert since(kept(activity(MARCH, old)), activity(MARCH, replace(old, disposal_price=None)))


def test_a_file_of_before_disposals_is_still_understood() -> None:
    lines, chosen = activity(MARCH, LAPTOP), parse("")
    figures = every_year(by_year(lines, chosen), lines.expenses, chosen)[2020]
    file = json.loads(written(closure(figures, lines, chosen, TODAY)))
    assert "resultat_cessions" not in file["chiffres"]
    assert not since(_closure(file, 2020), lines)


def alone(*values: str, cell: int = 2) -> Kept:
    fields = tuple((f"field {rank}", value) for rank, value in enumerate(values))
    return Kept(nature="day", place=at(cell), values=fields)


@pytest.mark.parametrize(
    ("was", "now", "one"),
    [
        (alone("a", "b", "c", "d", "e"), alone("a", "b", "x", "y", "z"), True),
        (alone("a", "b", "c", "d", "e"), alone("a", "w", "x", "y", "z"), False),
        (alone("a", "b", "c", "d"), alone("a", "b", "x", "y", cell=3), True),
        (alone("a", "b", "c", "d", "e"), alone("a", "b", "x", "y", "z", cell=3), False),
        (alone("a", "b"), alone("a", "b", "x", "y", cell=3), True),
        (alone("a", "b"), alone("a", "b", "x", "y", "z", cell=3), False),
    ],
)
def test_a_line_is_the_same_by_half_of_what_it_says_or_by_its_cell(
    was: Kept, now: Kept, *, one: bool
) -> None:
    """Half of its values are shared, or two of them in one cell."""
    closed = kept(activity(MARCH))
    found = changes(replace(closed, lines=(was,)), replace(closed, lines=(now,)))
    moved = [(line.before is not None, line.now is not None) for line in found.lines]
    assert moved == ([(True, True)] if one else [(True, False), (False, True)])


@pytest.mark.parametrize(
    ("there", "one"),
    [
        (alone("a", "b", "x", "y"), True),
        (alone("a", "w", "x", "y"), False),
        (alone("a", "b", "x", "y", cell=3), False),
    ],
)
def test_a_line_goes_to_another_year_in_its_cell_alone(there: Kept, *, one: bool) -> None:
    closed = kept(activity(MARCH))
    was = replace(closed, lines=(alone("a", "b", "c", "d"),))
    found = changes(was, replace(closed, lines=()), [there])
    assert [line.now is not None for line in found.lines] == [one]
